//! What stands between a measure and its number: verbs of moving and of reaching, what a change is measured against,
//! and adverbs. They are taken off from the number backwards, and what is left in front of them is the measure.

use crate::extract::grammar::TokenKind;
use crate::extract::{Comparison, Direction};
use crate::recognise::MentionKind;
use crate::rules::{AdverbClass, Row, VerbClass};

use super::comparison::{self, comparator};
use super::ground::Ground;

/// What stands between a measure and its number.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Approach {
    /// The measure's words end here.
    pub end: usize,
    /// For a change: where its words begin.
    pub change: Option<Change>,
    pub comparison: Option<Comparison>,
    /// 分别 was said.
    pub respectively: bool,
    /// A verb of reaching was said (达到, 为).
    pub reached: bool,
    /// 是 or 为 was said right before (是十年前的3倍).
    pub copula: bool,
    /// How many bases a list of them names (环比、同比).
    pub bases: usize,
}

/// A change and where its words begin.
#[derive(Clone, Copy, Debug)]
pub(super) struct Change {
    pub direction: Direction,
    pub start: usize,
}

/// Reads backwards from `number` to `floor`.
pub(super) fn approach(ground: Ground<'_>, floor: usize, number: usize) -> Approach {
    let mut approach = Approach { end: number, ..Approach::default() };
    let at = back_over(ground.chars, floor, number, &[' ', '了']);
    if let Some((row, start)) = ground
        .rules
        .movements
        .longest_before(ground.chars, at)
        .filter(|(row, start)| row.class == "move" && *start >= floor)
        // 改造提升43万亩: a work done, side by side with another
        .filter(|(row, start)| &*row.term != "提升" || !is_work(ground, *start) && !is_done(ground, *start, number))
    {
        let direction = if row.get("direction") == "down" { Direction::Down } else { Direction::Up };
        approach.change = Some(Change { direction, start });
        approach.comparison = comparison::named(row.get("comparison"));
        approach.end = start;
    }
    if approach.change.is_some() {
        compared(ground, floor, &mut approach);
    }
    strip(ground, floor, &mut approach, false);
    beside_another(ground, floor, number, &mut approach);
    if approach.change.is_none() {
        more_or_less(ground, floor, number, &mut approach);
        of_base(ground, floor, number, &mut approach);
    }
    strip(ground, floor, &mut approach, true);
    approach
}

/// Whether a verb of building or mending ends at `at`.
fn is_work(ground: Ground<'_>, at: usize) -> bool {
    let before = ground.rules.movements.longest_before(ground.chars, at);
    before.is_some_and(|(row, _)| row.class == "work")
}

/// 完成林分优化提升8万亩: verbs side by side name a work that was carried out, where no proportion is said.
fn is_done(ground: Ground<'_>, at: usize, number: usize) -> bool {
    let beside = ground.token_before(at).is_some_and(|token| token.is_verb());
    let percent = ground.mention_at(number).is_some_and(|mention| mention.kind == MentionKind::Percent);
    beside && !percent && !is_points(ground, number)
}

/// 是上年的2倍, 相当于五年前的3倍: what stands between the copula and the number is the base of a ratio.
fn of_base(ground: Ground<'_>, floor: usize, number: usize, approach: &mut Approach) {
    let times = ground.mention_at(number).and_then(|mention| mention.quantity.as_ref()).is_some_and(|q| q.unit == "倍");
    let of = number > floor && ground.chars[number - 1] == '的';
    if !times || !of {
        return;
    }
    let from = floor.max(number.saturating_sub(LONGEST_BASE));
    let copula = (from + 1..number - 1).rev().find_map(|at| {
        let found = ground.rules.movements.longest_before(ground.chars, at);
        found.filter(|(row, start)| *start >= floor && is_copula(row)).map(|(_, start)| (start, at))
    });
    let Some((start, end)) = copula else { return };
    approach.comparison = comparison::comparison_of(ground, end, number);
    (approach.copula, approach.end) = (true, start);
}

/// 增速高于全省平均1.2个百分点: what a measure is set beside is no part of it.
fn beside_another(ground: Ground<'_>, floor: usize, number: usize, approach: &mut Approach) {
    if !is_points(ground, number) || approach.change.is_some() {
        return;
    }
    let from = floor.max(number.saturating_sub(LONGEST_BASE));
    let set_beside = (from + 2..number).rev().find_map(|at| {
        let row = ground.rules.movements.longest_before(ground.chars, at);
        row.filter(|(row, start)| row.class == "beside" && *start >= floor).map(|(_, start)| start)
    });
    approach.end = set_beside.unwrap_or(approach.end);
}

/// The longest base of a ratio, its copula counted, in characters.
const LONGEST_BASE: usize = 16;

fn is_copula(row: &Row) -> bool {
    row.class == "reach"
        && matches!(&*row.term, "是" | "为" | "分别是" | "分别为" | "相当于" | "达" | "达到" | "分别达到")
}

fn back_over(chars: &[char], floor: usize, mut at: usize, over: &[char]) -> usize {
    while at > floor && over.contains(&chars[at - 1]) {
        at -= 1;
    }
    at
}

/// Takes off verbs of reaching, comparisons, adverbs and particles that stand before the number, and `times` too:
/// not before a comparison was looked for, whose year they may be.
fn strip(ground: Ground<'_>, floor: usize, approach: &mut Approach, times: bool) {
    loop {
        let end = back_over(ground.chars, floor, approach.end, &[' ', '了']);
        approach.end = end;
        if let Some((row, start)) =
            ground.rules.movements.longest_before(ground.chars, end).filter(|&(_, start)| start >= floor)
        {
            match &*row.class {
                "reach" => {
                    approach.respectively |= row.term.contains("分别");
                    approach.reached = true;
                    approach.copula |= is_copula(row) && !row.term.contains('达');
                    (approach.end, approach.change) = (start, extended(approach.change, end, start, false));
                    continue;
                }
                "base" => {
                    approach.comparison = approach.comparison.or(comparison::named(row.get("comparison")));
                    approach.bases += 1;
                    let listed = beside_base(ground, start);
                    (approach.end, approach.change) =
                        (listed.unwrap_or(start), extended(approach.change, end, start, listed.is_none()));
                    continue;
                }
                "none" | "keep" => return,
                _ => {}
            }
        }
        if let Some(start) = per_head(ground.chars, floor, end) {
            approach.end = start;
            continue;
        }
        let Some(token) = ground.token_before(end).filter(|token| token.span.start >= floor) else { return };
        let strippable = match token.kind {
            // 冲到, 扩至: what a measure has come to
            TokenKind::Verb(VerbClass::Change, _) if matches!(ground.chars[end - 1], '到' | '至') => true,
            TokenKind::Aspect | TokenKind::De => true,
            TokenKind::Adverb(class) => class != AdverbClass::Manner,
            TokenKind::Time => times,
            TokenKind::Number => times && ground.is_length_of_time(token),
            // 涨幅在2%左右
            TokenKind::Frame(_) if ground.is(token, "在") => ground
                .rules
                .movements
                .longest_before(ground.chars, token.span.start)
                .is_some_and(|(row, _)| row.class == "rate"),
            TokenKind::Frame(_) => {
                matches!(ground.chars[token.span.start], '由' | '从' | '自' | '到' | '至' | '为' | '按' | '以' | '将')
            }
            _ => false,
        };
        if !strippable {
            return;
        }
        let start = token.span.start;
        if approach.change.is_some_and(|change| change.start == end) && ground.is_length_of_time(token) {
            approach.comparison = approach.comparison.or(Some(Comparison::Cumulative));
            approach.change = extended(approach.change, end, start, true);
        }
        approach.end = start;
    }
}

/// Where another base of a list ends, in front of the one that begins at `start` (环比、同比).
fn beside_base(ground: Ground<'_>, start: usize) -> Option<usize> {
    let joined = start.checked_sub(1).filter(|&at| matches!(ground.chars[at], '、' | '和'))?;
    let row = ground.rules.movements.longest_before(ground.chars, joined);
    row.filter(|(row, _)| row.class == "base").map(|_| joined)
}

/// 每生, 每亩: for each of what an amount is said; 每千人 goes on with the noun that is counted.
fn per_head(chars: &[char], floor: usize, end: usize) -> Option<usize> {
    let start = [2, 3].into_iter().filter_map(|length| end.checked_sub(length)).find(|&at| chars[at] == '每')?;
    let word = |c: &char| c.is_alphabetic() && !"千万百十".contains(*c);
    (start >= floor && chars[start + 1..end].iter().all(word)).then_some(start)
}

/// The change with its words begun earlier, where the new words touch it.
fn extended(change: Option<Change>, end: usize, start: usize, part: bool) -> Option<Change> {
    change.map(|change| if part && change.start == end { Change { start, ..change } } else { change })
}

/// 比X, 较X or 与X相比 before a verb of change.
fn compared(ground: Ground<'_>, floor: usize, approach: &mut Approach) {
    let Some(start) = comparator(ground, floor, approach.end) else { return };
    let touches = approach.change.is_some_and(|change| change.start == approach.end);
    approach.comparison =
        Some(comparison::comparison_of(ground, start, approach.end).unwrap_or(Comparison::Cumulative));
    approach.end = start;
    if let Some(change) = approach.change.as_mut().filter(|_| touches) {
        change.start = start;
    }
}

fn is_points(ground: Ground<'_>, number: usize) -> bool {
    ground.mention_at(number).and_then(|mention| mention.quantity.as_ref()).is_some_and(|q| q.unit == "百分点")
}

/// 比上年多结31件, 较上年少收5件: 多 or 少 and a verb after a comparison.
fn more_or_less(ground: Ground<'_>, floor: usize, number: usize, approach: &mut Approach) {
    let number = back_over(ground.chars, floor, number, &[' ', '了']);
    let from = floor.max(number.saturating_sub(4));
    // 比上届高4个百分点
    let points = |at: usize| {
        at + 1 == number
            && is_points(ground, number)
            && comparator(ground, floor, at).is_some_and(|start| comparison::past(ground, start, at))
    };
    let word = (from..number).rev().find(|&at| match ground.chars[at] {
        '多' | '少' => true,
        '高' | '低' => points(at),
        _ => false,
    });
    let Some(word) = word.filter(|&at| number - at <= 3) else { return };
    let start = ground
        .rules
        .movements
        .longest_before(ground.chars, word)
        .filter(|(row, start)| row.class == "base" && *start >= floor)
        .map(|(_, start)| start)
        .or_else(|| comparator(ground, floor, word));
    let Some(start) = start else { return };
    let direction = if matches!(ground.chars[word], '多' | '高') { Direction::Up } else { Direction::Down };
    approach.change = Some(Change { direction, start });
    let against =
        if matches!(ground.chars[word], '高' | '低') { Comparison::Cumulative } else { Comparison::YearOnYear };
    approach.comparison = comparison::comparison_of(ground, start, word).or(Some(against));
    approach.end = start;
}

//! What stands between a measure and its number: verbs of moving and of reaching, what a change is measured against,
//! and adverbs. They are taken off from the number backwards, and what is left in front of them is the measure.

use crate::extract::grammar::{Token, TokenKind};
use crate::extract::{Comparison, Direction};
use crate::recognise::{Mention, MentionKind};
use crate::rules::{AdverbClass, VerbClass};

use super::comparison::{self, comparator};
use super::ground::Ground;
use super::{base, comparison::comparison_of};

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
pub(super) fn approach(ground: Ground<'_>, floor: usize, number: &Mention) -> Approach {
    let mut approach = Approach { end: number.span.start, ..Approach::default() };
    move_by(ground, floor, number, &mut approach);
    strip(ground, floor, &mut approach, false);
    if approach.change.is_none() {
        base::set_beside(ground, floor, number, &mut approach);
    }
    strip(ground, floor, &mut approach, true);
    approach
}

/// 增长8%, 比上年减少3件: the verb right before the number by which the measure moves, and against what.
fn move_by(ground: Ground<'_>, floor: usize, number: &Mention, approach: &mut Approach) {
    let at = back_over(ground.chars, floor, number.span.start);
    let row = ground.rules.movements.longest_before(ground.chars, at);
    let Some((row, start)) = row.filter(|(row, start)| row.class == "move" && *start >= floor) else { return };
    // 林分优化提升8万亩: a work done, side by side with another
    if &*row.term == "提升" && is_done(ground, start, number) {
        return;
    }
    let direction = if row.get("direction") == "down" { Direction::Down } else { Direction::Up };
    approach.change = Some(Change { direction, start });
    approach.comparison = comparison::named(row.get("comparison"));
    approach.end = start;
    if let Some(against) = comparator(ground, floor, start) {
        approach.comparison = Some(comparison_of(ground, against, start).unwrap_or(Comparison::Cumulative));
        approach.change = Some(Change { direction, start: against });
        approach.end = against;
    }
}

/// Verbs side by side name a work that was carried out, where no proportion is said.
fn is_done(ground: Ground<'_>, at: usize, number: &Mention) -> bool {
    let beside = ground.token_before(at).is_some_and(|token| token.is_verb());
    beside && number.kind != MentionKind::Percent && !base::is_points(number)
}

/// Takes off verbs of reaching, comparisons, adverbs and particles that stand before the number, and `times` too:
/// not before a comparison was looked for, whose year they may be.
fn strip(ground: Ground<'_>, floor: usize, approach: &mut Approach, times: bool) {
    // 稳步控制在25%以下: the verb is part of the bound
    let number = ground.token_from(approach.end);
    let bounded = || ground.tokens.get(number).and_then(Token::verb_class);
    let mut next = number;
    let mut moves = approach.change.is_some();
    loop {
        let end = back_over(ground.chars, floor, approach.end);
        approach.end = end;
        if let Some((row, start)) =
            ground.rules.movements.longest_before(ground.chars, end).filter(|&(_, start)| start >= floor)
        {
            match &*row.class {
                "reach" => {
                    approach.respectively |= row.term.contains("分别");
                    approach.copula |= base::is_copula(row) && !row.term.contains('达');
                    moves = true;
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
        while next > ground.first && ground.tokens[next - 1].span.start >= end {
            next -= 1;
        }
        let before = ground.tokens[..next].last();
        let Some(token) = before.filter(|token| token.span.end == end && token.span.start >= floor) else { return };
        let strippable = match token.kind {
            // 冲到, 扩至: what a measure has come to
            TokenKind::Verb(VerbClass::Change, _) if matches!(ground.chars[end - 1], '到' | '至') => true,
            // 砍到, 砍至: a verb that no lexicon knows
            TokenKind::Text => {
                let word = ground.words(token);
                matches!(word, [_, '到' | '至']) || word.len() == 1 && matches!(ground.chars[end], '到' | '至')
            }
            TokenKind::Aspect | TokenKind::De => true,
            // 稳步提高到25%: how it moves is no part of what moves
            TokenKind::Adverb(class) => class != AdverbClass::Manner || moves || bounded() == Some(VerbClass::Change),
            TokenKind::Time => times,
            TokenKind::Number => times && ground.is_length_of_time(token),
            // 涨幅在2%左右
            TokenKind::Frame(_) if ground.is_term(token, ['在']) => ground
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
    comparison::base_before(ground.rules, ground.chars, joined).map(|_| joined)
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

/// The place before `at` that lies behind no blank and no 了.
pub(super) fn back_over(chars: &[char], floor: usize, mut at: usize) -> usize {
    while at > floor && matches!(chars[at - 1], ' ' | '了') {
        at -= 1;
    }
    at
}

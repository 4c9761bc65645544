//! Changes told without a verb of movement, by what a measure is set beside: 比上年多结31件, 比上届高4个百分点, 是上年的2倍. What
//! it is set beside is no part of the measure.

use crate::extract::{Comparison, Direction};
use crate::recognise::Mention;
use crate::rules::Row;

use super::approach::{Approach, Change, back_over};
use super::comparison::{base_before, comparator, comparison_of, is_past};
use super::ground::Ground;

/// The longest base of a ratio, its copula counted, in characters.
const LONGEST: usize = 16;

/// Takes off what the number is set beside, and tells the change where it is one.
pub(super) fn set_beside(ground: Ground<'_>, floor: usize, number: &Mention, approach: &mut Approach) {
    if is_points(number) {
        another(ground, floor, number.span.start, approach);
    }
    more_or_less(ground, floor, number, approach);
    times(ground, floor, number, approach);
}

/// 增速高于全省平均1.2个百分点: another place or body, over which it is no change.
fn another(ground: Ground<'_>, floor: usize, number: usize, approach: &mut Approach) {
    let from = floor.max(number.saturating_sub(LONGEST));
    let beside = (from + 2..number).rev().find_map(|at| {
        let row = ground.rules.movements.longest_before(ground.chars, at);
        row.filter(|(row, start)| row.class == "beside" && *start >= floor).map(|(_, start)| start)
    });
    approach.end = beside.unwrap_or(approach.end);
}

/// 比上年多结31件, 较上年少收5件: 多 or 少 and a verb after a comparison; 比上届高4个百分点: 高 or 低 after a time gone by.
fn more_or_less(ground: Ground<'_>, floor: usize, number: &Mention, approach: &mut Approach) {
    let end = back_over(ground.chars, floor, number.span.start);
    let points = |at: usize| {
        at + 1 == end
            && is_points(number)
            && comparator(ground, floor, at).is_some_and(|start| is_past(ground, start, at))
    };
    let word = (floor.max(end.saturating_sub(3))..end).rev().find(|&at| match ground.chars[at] {
        '多' | '少' => true,
        '高' | '低' => points(at),
        _ => false,
    });
    let Some(word) = word else { return };
    let base = base_before(ground.rules, ground.chars, word).filter(|&start| start >= floor);
    let Some(start) = base.or_else(|| comparator(ground, floor, word)) else { return };
    let (direction, against) = match ground.chars[word] {
        '多' => (Direction::Up, Comparison::YearOnYear),
        '高' => (Direction::Up, Comparison::Cumulative),
        '低' => (Direction::Down, Comparison::Cumulative),
        _ => (Direction::Down, Comparison::YearOnYear),
    };
    approach.change = Some(Change { direction, start });
    approach.comparison = comparison_of(ground, start, word).or(Some(against));
    approach.end = start;
}

/// 是上年的2倍, 相当于五年前的3倍: what stands between the copula and the number is the base of a ratio.
fn times(ground: Ground<'_>, floor: usize, number: &Mention, approach: &mut Approach) {
    let times = unit(number) == Some("倍");
    let number = number.span.start;
    if number == floor || ground.chars[number - 1] != '的' || !times {
        return;
    }
    let from = floor.max(number.saturating_sub(LONGEST));
    let copula = (from + 1..number - 1).rev().find_map(|at| {
        let found = ground.rules.movements.longest_before(ground.chars, at);
        found.filter(|(row, start)| *start >= floor && is_copula(row)).map(|(_, start)| (start, at))
    });
    if let Some((start, end)) = copula {
        approach.comparison = comparison_of(ground, end, number);
        (approach.copula, approach.end) = (true, start);
    }
}

/// Whether a verb of reaching may stand before the base of a ratio.
pub(super) fn is_copula(row: &Row) -> bool {
    row.class == "reach"
        && matches!(&*row.term, "是" | "为" | "分别是" | "分别为" | "相当于" | "达" | "达到" | "分别达到")
}

pub(super) fn is_points(number: &Mention) -> bool {
    // 高于全省平均6.2个、3.1个百分点: no thing is there by fractions
    let fraction =
        || number.quantity.as_ref().and_then(|quantity| quantity.value).is_some_and(|value| value.scale() > 0);
    unit(number) == Some("百分点") || unit(number) == Some("个") && fraction()
}

fn unit(number: &Mention) -> Option<&str> {
    number.quantity.as_ref().map(|quantity| &*quantity.unit)
}

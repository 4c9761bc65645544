//! What a change is measured against: 比上年, 较2017年, 与去年相比, 五年来.

use chrono::Datelike;

use crate::extract::Comparison;
use crate::recognise::Mention;
use crate::rules::Rules;
use crate::text::{Span, compare};

use super::ground::Ground;

pub(super) fn named(name: &str) -> Option<Comparison> {
    Comparison::ALL.iter().copied().find(|comparison| comparison.name() == name)
}

/// Where the word begins that says against what a change is measured and ends at `end`: 比上年, 同比.
pub(super) fn base_before(rules: &Rules, chars: &[char], end: usize) -> Option<usize> {
    let row = rules.movements.longest_before(chars, end);
    row.filter(|(row, _)| row.class == "base").map(|(_, start)| start)
}

/// What the words from `start` to `end` measure against.
pub(super) fn comparison_of(ground: Ground<'_>, start: usize, end: usize) -> Option<Comparison> {
    let words = &ground.chars[start..end];
    let says = |word: &str| compare::holds(words, word);
    if ["上年", "去年", "上一年", "同期"].into_iter().any(says) && !says("前年") {
        return Some(Comparison::YearOnYear);
    }
    let (before, rest) = ground.mentions.split_at(ground.mentions.partition_point(|m| m.span.start < start));
    let base = rest.iter().take_while(|mention| mention.span.start < end).find_map(year_of)?;
    let stated = before.iter().rev().find_map(year_of);
    Some(if stated == Some(base + 1) { Comparison::YearOnYear } else { Comparison::Cumulative })
}

fn year_of(mention: &Mention) -> Option<i32> {
    Some(mention.period?.0.year())
}

/// Whether a time that opens a clause spans years up to now: 五年来, 党的十八大以来, 多年来.
pub(super) fn spans_years(ground: Ground<'_>, first: Span) -> bool {
    let words = &ground.chars[first.range()];
    compare::ends_with(words, "年来") && !words.starts_with(&['一'])
}

/// Where 比X, 较X or 与X相比 begins that ends at `end`.
pub(super) fn comparator(ground: Ground<'_>, floor: usize, end: usize) -> Option<usize> {
    let from = floor.max(end.saturating_sub(24));
    (from..end.saturating_sub(1)).rev().find(|&at| {
        let next = ground.chars[at + 1];
        let free = at == floor
            || !matches!(
                ground.chars[at - 1],
                '占' | '对' | '环' | '同' | '相' | '可' | '无' | '性' | '价' | '配' | '评' | '计'
            );
        match ground.chars[at] {
            '比' => free && !"重例率价分较赛值拼特".contains(next),
            '较' => {
                // 占比较2020年提高: the 比 is another word's
                let compares = matches!(ground.chars[..at], [.., before, '比'] if before != '占');
                free && !"大快好多高少低为强比量真长".contains(next) && !compares
            }
            _ => false,
        }
    })
}

/// Whether the words of a comparison name a time gone by, and not another place or body.
pub(super) fn is_past(ground: Ground<'_>, start: usize, end: usize) -> bool {
    let words = &ground.chars[start..end];
    ["年", "届", "期", "月", "此前", "以往"].iter().any(|word| compare::holds(words, word))
}

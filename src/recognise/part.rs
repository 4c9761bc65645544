//! One number with its unit: the longest unit that stands behind it, `/` and a second one, half of it more, and lower
//! units that add their part.

use std::borrow::Cow;

use rust_decimal::Decimal;

use super::fraction::{fraction, halves, mixed, tenths};
use super::numeral::{self, Numeral, Script, past_blanks};
use super::scan::Scan;
use crate::rules::Row;
use crate::text::compare::begins_with;

/// A unit as it stands after a number.
#[derive(Clone, Debug)]
pub struct Unit<'a> {
    /// As written, without the magnitude.
    pub text: Cow<'a, str>,
    pub class: &'a str,
    pub end: usize,
    /// 个多月 says more than its number.
    pub loose: bool,
    /// 个半月 adds half.
    pub half: bool,
    /// Lower units that may follow: 元 takes 角 and 分.
    pub lower: &'a str,
}

/// A number with its unit, before ranges and bounds.
#[derive(Clone, Debug)]
pub struct Part<'a> {
    pub numeral: Numeral,
    pub unit: Option<Unit<'a>>,
    pub low: Decimal,
    pub high: Decimal,
    pub end: usize,
    pub proportion: bool,
}

impl Part<'_> {
    pub fn unit_text(&self) -> &str {
        if self.proportion { "%" } else { self.unit.as_ref().map_or("", |unit| &unit.text) }
    }

    pub fn class(&self) -> &str {
        if self.proportion { "proportion" } else { self.unit.as_ref().map_or("", |unit| unit.class) }
    }
}

/// The unit that stands at `at`, blanks before it passed over.
pub fn unit_at<'a>(scan: &Scan<'a>, at: usize) -> Option<Unit<'a>> {
    let at = past_blanks(scan.chars, at);
    let (row, end) = scan.rules.units.longest_at(scan.chars, at)?;
    if row.class == "word" || latin_runs_on(scan.chars, end) || is_two(scan, row, end) {
        return None;
    }
    let (row, end) = measure_after_ge(scan, row, end).unwrap_or((row, end));
    let text = Cow::Borrowed(row.term.as_str());
    let mut unit = Unit { text, class: &row.class, end, loose: false, half: false, lower: "" };
    // one walk over the cells: most units have none that says anything
    for (column, cell) in row.more.iter().filter(|(_, cell)| !cell.is_empty()) {
        match (column.as_str(), cell.as_str()) {
            ("unit", canonical) => unit.text = Cow::Borrowed(canonical),
            ("adds", "more") => unit.loose = true,
            ("adds", "half") => unit.half = true,
            ("lower", lower) => unit.lower = lower,
            _ => {}
        }
    }
    while let Some((_, row, end)) = per(scan, unit.end) {
        let text = unit.text.to_mut();
        text.push('/');
        text.push_str(&row.term);
        unit.end = end;
        unit.class = "rate";
    }
    Some(unit)
}

/// 两 before another unit is a numeral and no weight (2022、2023两年, 市县两级).
fn is_two(scan: &Scan, row: &Row, end: usize) -> bool {
    matches!(row.term.as_str(), "两" | "兩")
        && (scan.rules.units.longest_at(scan.chars, end).is_some()
            || scan.chars.get(end).is_some_and(|c| "级会岸院大".contains(*c)))
}

/// 个 before a unit of measure gives way to it (六个加仑).
fn measure_after_ge<'a>(scan: &Scan<'a>, row: &Row, end: usize) -> Option<(&'a Row, usize)> {
    if !matches!(row.term.as_str(), "个" | "個") {
        return None;
    }
    scan.rules.units.longest_at(scan.chars, end).filter(|(row, _)| {
        matches!(row.class.as_str(), "volume" | "energy" | "freight") && row.term.chars().count() > 1
    })
}

/// `/` and a unit after it.
fn per<'a>(scan: &Scan<'a>, at: usize) -> Option<(usize, &'a Row, usize)> {
    if scan.chars.get(at) != Some(&'/') {
        return None;
    }
    let (row, end) = scan.rules.units.longest_at(scan.chars, at + 1)?;
    (row.class != "word").then_some((at, row, end))
}

/// A unit in Latin letters ends where its letters end.
fn latin_runs_on(chars: &[char], end: usize) -> bool {
    let latin = |c: Option<&char>| c.is_some_and(char::is_ascii_alphabetic);
    latin(chars.get(end.wrapping_sub(1))) && latin(chars.get(end))
}

/// One number with its unit, read at `at`.
pub fn part<'a>(scan: &Scan<'a>, at: usize) -> Option<Part<'a>> {
    of_number(scan, at, numeral::read(scan.chars, at, &scan.rules.units))
}

/// A half, or the number that has been read at `at`, with its unit.
pub fn of_number<'a>(scan: &Scan<'a>, at: usize, number: Option<Numeral>) -> Option<Part<'a>> {
    if let Some(half) = halves(scan, at) {
        return Some(half);
    }
    let numeral = number?;
    if let Some(fraction) = fraction(scan, &numeral).or_else(|| mixed(scan, &numeral)) {
        return Some(fraction);
    }
    if let Some(tenths) = tenths(scan, &numeral) {
        return Some(tenths);
    }
    let mut part =
        Part { low: numeral.low, high: numeral.high, end: numeral.end, numeral, unit: None, proportion: false };
    let far = || part.high >= Decimal::ONE_THOUSAND;
    if let Some(unit) = unit_at(scan, part.end).filter(|unit| !(unit.class == "place" && far())) {
        attach(scan, &mut part, unit);
    }
    Some(part)
}

pub fn attach<'a>(scan: &Scan<'a>, part: &mut Part<'a>, unit: Unit<'a>) {
    part.end = unit.end;
    part.proportion = unit.class == "proportion" && unit.text == "%";
    if unit.half {
        add(part, Decimal::new(5, 1));
    }
    lower_units(scan, part, unit.lower);
    let after = scan.chars.get(part.end + 1).copied();
    let half = scan.chars.get(part.end) == Some(&'半') && !after.is_some_and(|c| "年天月日小价径".contains(c));
    if half
        && !unit.half
        && matches!(unit.class, "time" | "mass" | "length" | "area" | "money" | "classifier" | "ratio")
    {
        let step = Decimal::new(5, 1);
        add(part, step);
        part.end += 1;
    }
    part.unit = Some(unit);
}

fn add(part: &mut Part, amount: Decimal) {
    part.low = part.low.checked_add(amount).unwrap_or(part.low);
    part.high = part.high.checked_add(amount).unwrap_or(part.high);
}

/// 两角五分, 三斤五两, 一块二, 三块零四: lower units add their part of the first.
fn lower_units(scan: &Scan, part: &mut Part, lower: &str) {
    if lower.is_empty() {
        return;
    }
    // told anew each time: hardly any number has a lower unit behind it
    let steps = || {
        let steps = lower.split_whitespace().filter_map(|step| step.split_once(':'));
        steps.filter_map(|(unit, share)| Some((unit, Decimal::from_str_exact(share).ok()?)))
    };
    let mut last_share: Option<Decimal> = None;
    while let Some(next) = numeral::read(scan.chars, part.end, &scan.rules.units) {
        let named = steps().find(|(unit, _)| begins_with(scan.chars.get(next.end..).unwrap_or_default(), unit));
        if let Some((unit, share)) = named {
            let Some(amount) = next.low.checked_mul(share) else { return };
            add(part, amount);
            part.end = next.end + unit.chars().count();
            last_share = Some(share);
            continue;
        }
        let Some((_, first_share)) = steps().next() else { return };
        let zero = scan.chars.get(part.end) == Some(&'零');
        // What follows without a unit is a tenth of the unit before it (三块一毛四), or a hundredth after 零.
        let share =
            if zero { first_share * first_share } else { last_share.map_or(first_share, |last| last / Decimal::TEN) };
        let lone = next.script == Script::Chinese && next.end == part.end + 1 + usize::from(zero);
        if lone && !scan.chars.get(next.end).is_some_and(|c| c.is_alphanumeric()) {
            add(part, next.low * share);
            part.end = next.end;
        }
        break;
    }
    if scan.chars.get(part.end).is_some_and(|c| matches!(c, '整' | '正'))
        && !scan.chars.get(part.end + 1).is_some_and(|c| c.is_alphanumeric())
    {
        part.end += 1;
    }
}

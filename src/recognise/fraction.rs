//! Fractions and proportions said in words: 三分之二, 百分之九十八, 八成五, 一半.

use rust_decimal::Decimal;

use super::numeral::{self, Looseness, Numeral, Script, is_numeral};
use super::part::{Part, Unit, attach, unit_at};
use super::scan::Scan;

/// 三分之二, 百分之九十八点六, 四分一.
pub fn fraction<'a>(scan: &Scan<'a>, denominator: &Numeral) -> Option<Part<'a>> {
    let chars = scan.chars;
    let at = denominator.end;
    let cut = match (chars.get(at)?, chars.get(at + 1)?) {
        ('分' | '份', '之') => at + 2,
        ('分' | '份', &c) if denominator.script == Script::Chinese && numeral::digit(c).is_some() => at + 1,
        ('/', c) if c.is_ascii_digit() && denominator.script == Script::Arabic => return slash(scan, denominator),
        _ => return None,
    };
    let mut over = numeral::read(chars, cut, &scan.rules.units)?;
    let spoken = cut == at + 2;
    if !spoken && (over.high >= denominator.low || over.end != cut + 1) {
        return None;
    }
    let hundred = Decimal::ONE_HUNDRED;
    let whole = denominator.low;
    if spoken && (whole == hundred || whole == Decimal::ONE_THOUSAND) && over.looseness != Looseness::Some {
        over.implied_one = false;
    }
    let permille = spoken && whole == Decimal::ONE_THOUSAND;
    let share = |over: Decimal| over.checked_mul(hundred)?.checked_div(whole).map(|share| share.round_dp(6));
    let mut numeral = over;
    (numeral.start, numeral.implied_one) = (denominator.start, false);
    let unit = unit_at(scan, over.end)
        .filter(|unit| !matches!(unit.class, "classifier" | "place" | "proportion" | "time" | "group"));
    if let Some(unit) = unit.filter(|_| whole != hundred && !permille) {
        let value = |over: Decimal| over.checked_div(whole);
        let (low, high) = (value(over.low)?, value(over.high)?);
        let end = unit.end;
        return Some(Part { numeral, unit: Some(unit), low, high, end, proportion: false });
    }
    if permille {
        let unit =
            Unit { text: "‰".into(), class: "proportion", end: over.end, loose: false, half: false, lower: "" };
        return Some(Part {
            numeral,
            unit: Some(unit),
            low: over.low,
            high: over.high,
            end: over.end,
            proportion: false,
        });
    }
    Some(Part { numeral, unit: None, low: share(over.low)?, high: share(over.high)?, end: over.end, proportion: true })
}

/// 一又二分之一: a whole number and a fraction are a number, and no proportion.
pub fn mixed<'a>(scan: &Scan<'a>, whole: &Numeral) -> Option<Part<'a>> {
    let at = whole.end + 1;
    if scan.chars.get(whole.end) != Some(&'又') || !scan.chars.get(at).is_some_and(|&c| is_numeral(c)) {
        return None;
    }
    let share = fraction(scan, &numeral::read(scan.chars, at, &scan.rules.units)?).filter(|part| part.proportion)?;
    let value = whole.low.checked_add(share.low.checked_div(Decimal::ONE_HUNDRED)?)?;
    let mut part = Part { numeral: *whole, unit: None, low: value, high: value, end: share.end, proportion: false };
    if let Some(unit) = unit_at(scan, part.end) {
        attach(scan, &mut part, unit);
    }
    Some(part)
}

/// 1/3 as a proportion.
fn slash<'a>(scan: &Scan<'a>, over: &Numeral) -> Option<Part<'a>> {
    let whole = numeral::read(scan.chars, over.end + 1, &scan.rules.units)?;
    let proper = over.low < whole.low && whole.low <= Decimal::TEN && over.script == Script::Arabic;
    if !proper || scan.chars.get(whole.end).is_some_and(|&c| c == '/') {
        return None;
    }
    let share = over.low.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(whole.low)?.round_dp(6);
    Some(Part { numeral: *over, unit: None, low: share, high: share, end: whole.end, proportion: true })
}

/// 三成, 八成五, 七成半, 六七成.
pub fn tenths<'a>(scan: &Scan<'a>, numeral: &Numeral) -> Option<Part<'a>> {
    let chars = scan.chars;
    if chars.get(numeral.end) != Some(&'成') {
        return None;
    }
    let (row, end) = scan.rules.units.longest_at(chars, numeral.end)?;
    if row.term != "成" || numeral.high > Decimal::TEN {
        return None;
    }
    let (mut low, mut high, mut end) = (numeral.low * Decimal::TEN, numeral.high * Decimal::TEN, end);
    let tail = match chars.get(end) {
        Some('半') => Some(5),
        Some(&c) => numeral::digit(c).filter(|_| !chars.get(end + 1).is_some_and(|&c| is_numeral(c))),
        None => None,
    };
    let named = unit_at(scan, end + 1).is_some() && tail.is_some() && chars.get(end) != Some(&'半');
    if let Some(tail) = tail.filter(|_| !named) {
        let tail = Decimal::from(tail);
        (low, high, end) = (low + tail, high + tail, end + 1);
    }
    Some(Part { numeral: *numeral, unit: None, low, high, end, proportion: true })
}

/// 半年, 半个, 一半, 半数.
pub fn halves<'a>(scan: &Scan<'a>, at: usize) -> Option<Part<'a>> {
    let chars = scan.chars;
    let one = matches!(chars.get(at)?, '一' | '1');
    let half_at = if one { at + 1 } else { at };
    if chars.get(half_at) != Some(&'半') {
        return None;
    }
    let numeral = Numeral {
        start: at,
        end: half_at + 1,
        low: Decimal::ONE,
        high: Decimal::ONE,
        looseness: Looseness::Plain,
        script: Script::Mixed,
        magnitude: Decimal::ONE,
        digits: 0,
        implied_one: false,
    };
    let (fifty, half) = (Decimal::from(50), Decimal::new(5, 1));
    if one || chars.get(half_at + 1) == Some(&'数') {
        let end = half_at + 1 + usize::from(chars.get(half_at + 1) == Some(&'数'));
        let end = end + usize::from(one && chars.get(end) == Some(&'半'));
        return Some(Part { numeral, unit: None, low: fifty, high: fifty, end, proportion: true });
    }
    let unit = unit_at(scan, half_at + 1)?;
    let measures =
        matches!(unit.class, "time" | "mass" | "length" | "area" | "volume") || unit.text == "个" || unit.text == "個";
    let end = unit.end;
    measures.then_some(Part { numeral, unit: Some(unit), low: half, high: half, end, proportion: false })
}

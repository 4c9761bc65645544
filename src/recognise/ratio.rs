//! Ratios of parts: 1:1.2, 10:47:43. They have no unit and count nothing. Between figures every colon is read as `:`.

use rust_decimal::Decimal;

use super::mention::{Mention, MentionKind};
use super::numeral::{self, Looseness, Numeral, Script};
use super::part::unit_at;
use super::scan::Scan;
use crate::text::Span;

/// The ratio that begins with `first`. Of whole numbers, two may as well be a time of day and three one to the second:
/// two are a ratio where no clock shows them, three where they make up a hundred.
pub fn read(scan: &Scan, first: &Numeral) -> Option<Mention> {
    let goes_on = |end: usize| scan.chars.get(end) == Some(&':');
    if !goes_on(first.end) || !is_part(first) {
        return None;
    }
    let (mut last, mut parts, mut sum) = (*first, 1, first.low);
    while goes_on(last.end) {
        let next = numeral::read(scan.chars, last.end + 1, &scan.rules.units).filter(is_part)?;
        (last, parts, sum) = (next, parts + 1, sum + next.low);
    }
    let is_minute = last.digits == 2 && last.low < Decimal::from(60);
    let is_clock = match parts {
        2 => first.digits > 0 && first.low <= Decimal::from(24) && is_minute,
        3 => first.digits > 0 && is_minute && sum != Decimal::ONE_HUNDRED,
        _ => false,
    };
    // 编号30:5件 tells how many behind the colon
    if is_clock || unit_at(scan, last.end).is_some() {
        return None;
    }
    Some(Mention::uncounted(MentionKind::Number, Span::new(first.start, last.end), "ratio"))
}

fn is_part(number: &Numeral) -> bool {
    number.script == Script::Arabic && number.looseness == Looseness::Plain && number.low == number.high
}

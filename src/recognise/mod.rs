//! Mentions: numbers with their units, dates, periods, names and slogans, found in the reading text.
//! Every numeral belongs to exactly one mention, and a mention that is no count says what it is instead.

mod base_unit;
mod date;
mod figures;
mod fraction;
mod mention;
mod numeral;
mod ordinal;
mod part;
mod period;
mod quantity;
mod quoted;
mod ratio;
mod scan;
mod set_phrase;
#[cfg(test)]
mod tests;

pub use mention::{Bound, Mention, MentionKind, Quantity};
pub use numeral::is_numeral;

use crate::rules::Rules;
use crate::text::{Reading, fold};

/// All mentions of a report, in order, without overlaps, in offsets of the reading text.
pub fn mentions(reading: &Reading, rules: &Rules) -> Vec<Mention> {
    scan::all(reading.chars(), rules)
}

/// All mentions of one line as given: it is folded first, and offsets count its characters. A line that is one
/// quantity from end to end is given in base units.
pub fn mentions_in(line: &str, rules: &Rules) -> Vec<Mention> {
    let chars: Vec<char> = line.chars().collect();
    let neighbour = |i: Option<usize>| i.and_then(|i| chars.get(i)).copied();
    let folded: Vec<char> =
        (0..chars.len()).map(|i| fold(chars[i], neighbour(i.checked_sub(1)), neighbour(Some(i + 1)))).collect();
    let mut found = scan::all(&folded, rules);
    base_unit::convert(&mut found, chars.len(), rules);
    found
}

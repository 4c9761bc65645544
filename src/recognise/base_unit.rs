//! Base units: an expression that stands alone is a quantity to convert, and no count in a text.
//!
//! Tables keep units as they are written. A line that is one quantity from end to end names nothing that is measured,
//! so 3斤5两, 1.75公斤 and 1750克 are given as the same number of the unit in column `base` of `units.csv`.

use rust_decimal::Decimal;

use super::mention::{Mention, Quantity};
use crate::rules::Rules;

/// Gives the one mention that covers a line of `length` characters in its base unit, where its unit has one.
pub fn convert(found: &mut [Mention], length: usize, rules: &Rules) {
    let [mention] = found else { return };
    let whole = mention.span.start == 0 && mention.span.end == length;
    if let Some(quantity) = mention.quantity.as_mut().filter(|_| whole) {
        in_base_unit(quantity, rules);
    }
}

fn in_base_unit(quantity: &mut Quantity, rules: &Rules) {
    let base = rules.units.get(&quantity.unit).and_then(|row| row.get("base").split_once(':'));
    let Some((unit, size)) = base.and_then(|(unit, size)| Some((unit, Decimal::from_str_exact(size).ok()?))) else {
        return;
    };
    for amount in [&mut quantity.value, &mut quantity.low, &mut quantity.high] {
        *amount = amount.and_then(|amount| amount.checked_mul(size));
    }
    unit.clone_into(&mut quantity.unit);
}

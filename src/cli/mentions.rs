//! `mentions`: lines of text in, one JSON line of mentions each out, for scripts and for other people's test suites.
//! Offsets count Unicode scalar values of the line, half-open.

use std::io::{BufRead, BufWriter, Write, stdin, stdout};
use std::path::Path;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use serde_json::{Value, json};

use super::written;
use crate::recognise::{Mention, mentions_in};
use crate::rules::Rules;
use crate::run::{self, Exit, Stop};

/// Answers every line of standard input.
///
/// # Errors
/// Where a line is not UTF-8, or standard output refuses.
pub fn answer(folder: Option<&Path>) -> Result<Exit, Stop> {
    let rules = run::load_rules(folder)?;
    let mut out = BufWriter::new(stdout().lock());
    for (index, line) in stdin().lock().lines().enumerate() {
        let number = index + 1;
        let line = line.map_err(|error| {
            Stop::failed(format!("expected lines of UTF-8 on standard input, found: {error}, in line {number}"))
        })?;
        let told = writeln!(out, "{}", line_json(number, &line, &rules)).and_then(|()| out.flush());
        if told.is_err() {
            return written(told);
        }
    }
    Ok(Exit::Done)
}

fn line_json(number: usize, line: &str, rules: &Rules) -> Value {
    let chars: Vec<char> = line.chars().collect();
    let mentions: Vec<Value> = mentions_in(line, rules).iter().map(|mention| mention_json(mention, &chars)).collect();
    json!({ "line": number, "mentions": mentions })
}

fn mention_json(mention: &Mention, chars: &[char]) -> Value {
    let quantity = mention.quantity.clone().unwrap_or_default();
    let is_quantity = mention.quantity.is_some();
    json!({
        "kind": mention.kind.name(),
        "start": mention.span.start,
        "end": mention.span.end,
        "text": chars[mention.span.range()].iter().collect::<String>(),
        "value": quantity.value.map(number),
        "value_low": quantity.low.map(number),
        "value_high": quantity.high.map(number),
        "bound": is_quantity.then(|| quantity.bound.name()),
        "unit": is_quantity.then_some(quantity.unit),
    })
}

/// A whole number as such, any other one as the nearest that JSON readers hold.
fn number(decimal: Decimal) -> Value {
    let decimal = decimal.normalize();
    match decimal.to_i64() {
        Some(whole) if decimal.is_integer() => json!(whole),
        _ => json!(decimal.to_f64()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_is_answered_with_offsets_in_characters() {
        let answer = line_json(7, "全年立案提案４１００件，增长77.8%。", &Rules::builtin());
        assert_eq!(answer["line"], 7);
        let first = &answer["mentions"][0];
        assert_eq!(
            *first,
            json!({
                "kind": "quantity", "start": 6, "end": 11, "text": "４１００件", "value": 4100, "value_low": 4100,
                "value_high": 4100, "bound": "exact", "unit": "件",
            })
        );
        assert_eq!(answer["mentions"][1]["value"], 77.8);
    }
}

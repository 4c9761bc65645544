//! The scan: one pass over the reading text that hands every numeral to the first reader that knows it.
//!
//! Order is policy. Quoted names and the lexicon's set phrases shield what they hold; then come dates, sessions,
//! patterns of names, and last quantities. A numeral that no reader takes is a word's part (Structural), so that
//! no number vanishes.

use super::mention::{Mention, MentionKind};
use super::numeral::is_numeral;
use super::{date, ordinal, period, quantity, quoted, set_phrase};
use crate::rules::Rules;
use crate::text::Span;

/// What a reader sees.
pub struct Scan<'a> {
    pub chars: &'a [char],
    pub rules: &'a Rules,
    /// Nothing before this place may be taken: the last mention ends here, or the passage begins.
    pub floor: usize,
}

/// All mentions of a folded text, in order, without overlaps.
pub fn all(chars: &[char], rules: &Rules) -> Vec<Mention> {
    let shields = shields(chars, rules);
    let mut next = 0;
    let mut scan = Scan { chars, rules, floor: 0 };
    let mut found: Vec<Mention> = Vec::new();
    let (mut at, mut line_end) = (0, end_of_line(chars, 0));
    while at < chars.len() {
        if chars[at] == '\n' {
            scan.floor = at + 1;
            line_end = end_of_line(chars, at + 1);
        }
        while shields.get(next).is_some_and(|shield| shield.span.start < at) {
            next += 1;
        }
        let shield = shields.get(next);
        let taken = match shield.filter(|shield| shield.span.start == at) {
            Some(shield) => Some(shield.clone()),
            None => {
                let limit = shield.map_or(line_end, |shield| shield.span.start.min(line_end)).max(at + 1);
                let seen = Scan { chars: &chars[..limit], rules, floor: scan.floor };
                read(&seen, at)
            }
        };
        match taken {
            Some(mention) => {
                at = mention.span.end;
                scan.floor = at;
                found.push(mention);
            }
            None => at += 1,
        }
    }
    found
}

/// Where the passage that holds `at` ends: no mention reaches from one passage into the next.
fn end_of_line(chars: &[char], at: usize) -> usize {
    chars[at..].iter().position(|&c| c == '\n').map_or(chars.len(), |length| at + length)
}

/// Quoted names and set phrases, in order; a set phrase inside a quoted name gives way to it.
fn shields(chars: &[char], rules: &Rules) -> Vec<Mention> {
    let quoted = quoted::names(chars);
    let mut phrases = set_phrase::known(chars, rules);
    let mut next = 0;
    phrases.retain(|phrase| {
        while next < quoted.len() && quoted[next].span.end <= phrase.span.start {
            next += 1;
        }
        !quoted.get(next).is_some_and(|quote| quote.span.overlaps(phrase.span))
    });
    let mut shields = quoted;
    shields.append(&mut phrases);
    shields.sort_by_key(|shield| shield.span);
    shields
}

/// The mention that begins at `at` or at its qualifiers, if a numeral does.
fn read(scan: &Scan, at: usize) -> Option<Mention> {
    let c = scan.chars[at];
    match c {
        '第' => return ordinal::after_di(scan, at),
        '〔' | '[' | '（' | '【' => return ordinal::document_number(scan, at),
        _ => {}
    }
    let next_numeral =
        || scan.chars.get(super::numeral::past_blanks(scan.chars, at + 1)).is_some_and(|&c| is_numeral(c) || c == '.');
    let opens = match c {
        '几' | '数' | '幾' | '數' | '.' => scan.chars.get(at + 1).is_some_and(|&c| is_numeral(c)),
        '-' | '负' | '負' => next_numeral(),
        '半' => !(scan.chars.get(at + 1) == Some(&'年') && at > 0 && matches!(scan.chars[at - 1], '上' | '下')),
        _ => is_numeral(c),
    };
    if !opens {
        return None;
    }
    if !is_numeral(c) {
        return quantity::read(scan, at).map(|mention| period::placed(scan, mention));
    }
    date::read(scan, at)
        .or_else(|| set_phrase::patterned(scan, at))
        .or_else(|| ordinal::after_numeral(scan, at))
        .or_else(|| quantity::read(scan, at).map(|mention| period::placed(scan, mention)))
        .or_else(|| Some(in_word(at)))
}

/// A numeral that is part of a word.
fn in_word(at: usize) -> Mention {
    let span = Span::new(at, at + 1);
    Mention { kind: MentionKind::Structural, span, core: span, quantity: None, period: None, reason: "word" }
}

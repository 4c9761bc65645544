//! The scan: one pass over the reading text that hands every numeral to the first reader that knows it.
//!
//! Order is policy. Quoted names and the lexicon's set phrases shield what they hold; then come dates, sessions,
//! patterns of names, and last quantities. A numeral that no reader takes is a word's part (Structural), so that
//! no number vanishes.

use super::mention::{Mention, MentionKind};
use super::numeral::{self, NUMERALS, is_numeral};
use super::{date, ordinal, part, period, quantity, quoted, set_phrase};
use crate::rules::Rules;
use crate::text::{CharSet, Span};

/// What a mention that is not shielded may begin with.
static OPENERS: CharSet =
    CharSet::new(&NUMERALS).with(&['第', '〔', '[', '（', '【', '几', '数', '幾', '數', '.', '-', '负', '負', '半']);

/// What a reader sees.
pub struct Scan<'a> {
    pub chars: &'a [char],
    pub rules: &'a Rules,
    /// Nothing before this place may be taken: the last mention ends here, or the passage begins.
    pub floor: usize,
}

/// A stretch that is taken whole, whatever numerals stand in it.
#[derive(Clone, Copy)]
pub struct Shield {
    pub span: Span,
    pub kind: MentionKind,
    pub reason: &'static str,
}

/// All mentions of a folded text, in order, without overlaps.
pub fn all(chars: &[char], rules: &Rules) -> Vec<Mention> {
    let mut shields = shields(chars, rules).into_iter().peekable();
    // a dense report has a mention in every sixteen characters
    let mut found: Vec<Mention> = Vec::with_capacity(chars.len() / 16);
    let mut at = 0;
    while at < chars.len() {
        // no mention reaches from one passage into the next
        let (mut floor, end) = (at, end_of_line(chars, at));
        while at < end {
            while shields.next_if(|shield| shield.span.start < at).is_some() {}
            let limit = shields.peek().map_or(end, |shield| shield.span.start.min(end));
            let taken = match chars[at..limit].iter().position(|&c| OPENERS.contains(c)) {
                Some(length) => {
                    at += length;
                    read(&Scan { chars: &chars[..limit], rules, floor }, at)
                }
                None if limit == end => break,
                None => shields.next().map(|shield| Mention::uncounted(shield.kind, shield.span, shield.reason)),
            };
            at = taken.as_ref().map_or(at + 1, |mention| mention.span.end);
            if let Some(mention) = taken {
                floor = at;
                found.push(mention);
            }
        }
        at = at.max(end) + 1;
    }
    found
}

/// Where the passage that holds `at` ends.
fn end_of_line(chars: &[char], at: usize) -> usize {
    chars[at..].iter().position(|&c| c == '\n').map_or(chars.len(), |length| at + length)
}

/// Quoted names and set phrases, in order; a set phrase inside a quoted name gives way to it.
fn shields(chars: &[char], rules: &Rules) -> Vec<Shield> {
    let mut shields = Vec::new();
    let mut quoted = quoted::names(chars).into_iter().peekable();
    for phrase in set_phrase::known(chars, rules) {
        while let Some(name) = quoted.next_if(|name| name.end <= phrase.span.start) {
            shields.push(quote(name));
        }
        if !quoted.peek().is_some_and(|name| name.overlaps(phrase.span)) {
            shields.push(phrase);
        }
    }
    shields.extend(quoted.map(quote));
    shields
}

fn quote(span: Span) -> Shield {
    Shield { span, kind: MentionKind::Quoted, reason: "quoted" }
}

/// The mention that begins at `at` or at its qualifiers, if a numeral does.
fn read(scan: &Scan, at: usize) -> Option<Mention> {
    let c = scan.chars[at];
    match c {
        '第' => return ordinal::after_di(scan, at),
        '〔' | '[' | '（' | '【' => return ordinal::document_number(scan, at),
        _ => {}
    }
    let after = |at: usize| scan.chars.get(at).copied();
    let opens = match c {
        '几' | '数' | '幾' | '數' | '.' => after(at + 1).is_some_and(is_numeral),
        '-' | '负' | '負' => {
            after(numeral::past_blanks(scan.chars, at + 1)).is_some_and(|c| is_numeral(c) || c == '.')
        }
        '半' => !(after(at + 1) == Some('年') && at > 0 && matches!(scan.chars[at - 1], '上' | '下')),
        _ => is_numeral(c),
    };
    if !opens {
        return None;
    }
    let number = numeral::read(scan.chars, at, &scan.rules.units);
    let counted = || {
        let part = part::of_number(scan, at, number)?;
        quantity::read(scan, at, part).map(|mention| period::placed(scan, mention))
    };
    if !is_numeral(c) {
        return counted();
    }
    number
        .and_then(|number| date::read(scan, &number))
        .or_else(|| set_phrase::patterned(scan, at, number.as_ref()))
        .or_else(|| ordinal::after_numeral(scan, &number?))
        .or_else(counted)
        // a numeral that is part of a word
        .or_else(|| Some(Mention::uncounted(MentionKind::Structural, Span::new(at, at + 1), "word")))
}

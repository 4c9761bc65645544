//! The scan: one walk over the reading text, which hands every numeral to the first reader that knows it.
//!
//! Order is policy. Quoted names and the lexicon's set phrases shield what they hold; then come dates, sessions,
//! patterns of names, and last quantities. A numeral that no reader takes is a word's part (Structural), so that
//! no number vanishes.

use super::mention::{Mention, MentionKind};
use super::numeral::{self, NUMERALS, is_numeral};
use super::{date, ordinal, part, period, quantity, quoted, ratio, set_phrase};
use crate::rules::Rules;
use crate::text::{CharSet, Span};

/// What a mention that is not shielded may begin with.
const OPENERS: [char; 14] = ['第', '〔', '[', '（', '【', '几', '数', '幾', '數', '.', '-', '负', '負', '半'];

/// Where the walk stops, beside where a set phrase may begin: at openers, at the marks of quotes, and at a passage's end.
static STOPS: CharSet = CharSet::new(&NUMERALS).with(&OPENERS).with(&quoted::MARKS).with(&['\n']);

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
    // a dense report has a mention in every sixteen characters
    let mut found: Vec<Mention> = Vec::with_capacity(chars.len() / 16);
    let stops = STOPS.or(&rules.phrase_heads);
    let mut passage = Passage::default();
    for at in stops.places_in(chars) {
        if chars[at] == '\n' {
            passage.read(chars, at, rules, &mut found);
            passage.begin(at + 1);
        } else {
            passage.stop(chars, at, rules);
        }
    }
    passage.read(chars, chars.len(), rules, &mut found);
    found
}

/// What the walk gathers of a passage. No mention reaches from one passage into the next.
#[derive(Default)]
struct Passage {
    start: usize,
    /// Where mentions may begin that are not shielded.
    openers: Vec<usize>,
    names: quoted::Names,
    /// Set phrases, and one past the last of them, whether or not it is taken.
    phrases: Vec<Shield>,
    past_phrase: usize,
    shields: Vec<Shield>,
}

impl Passage {
    /// Begins the passage at `start`.
    fn begin(&mut self, start: usize) {
        self.start = start;
        self.openers.clear();
        self.names.clear();
        self.phrases.clear();
    }

    /// Takes what begins at `at`.
    fn stop(&mut self, chars: &[char], at: usize, rules: &Rules) {
        let c = chars[at];
        if quoted::MARKS.contains(&c) {
            return self.names.mark(chars, at);
        }
        if STOPS.contains(c) {
            self.openers.push(at);
        }
        if at >= self.past_phrase
            && let Some((row, end)) = set_phrase::at(chars, at, rules)
        {
            self.past_phrase = end;
            self.phrases.extend(set_phrase::shield(chars, Span::new(at, end), row, rules));
        }
    }

    /// Orders quoted names and set phrases; a set phrase inside a quoted name gives way to it.
    fn shield(&mut self) {
        self.shields.clear();
        let mut quoted = self.names.found.iter().copied().peekable();
        for &phrase in &self.phrases {
            while let Some(name) = quoted.next_if(|name| name.end <= phrase.span.start) {
                self.shields.push(quote(name));
            }
            if !quoted.peek().is_some_and(|name| name.overlaps(phrase.span)) {
                self.shields.push(phrase);
            }
        }
        self.shields.extend(quoted.map(quote));
    }

    /// Reads the mentions of the passage, which ends at `end`.
    fn read(&mut self, chars: &[char], end: usize, rules: &Rules, found: &mut Vec<Mention>) {
        self.shield();
        let mut openers = self.openers.iter().copied().peekable();
        let mut shields = self.shields.iter().peekable();
        let (mut floor, mut at) = (self.start, self.start);
        loop {
            while openers.next_if(|&opener| opener < at).is_some() {}
            while shields.next_if(|shield| shield.span.start < at).is_some() {}
            let limit = shields.peek().map_or(end, |shield| shield.span.start);
            let taken = match openers.next_if(|&opener| opener < limit) {
                Some(opener) => {
                    at = opener;
                    read(&Scan { chars: &chars[..limit], rules, floor }, at)
                }
                None => {
                    let Some(shield) = shields.next() else { return };
                    Some(Mention::uncounted(shield.kind, shield.span, shield.reason))
                }
            };
            at = taken.as_ref().map_or(at + 1, |mention| mention.span.end);
            if let Some(mention) = taken {
                floor = at;
                found.push(mention);
            }
        }
    }
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
        // 收案数十二年来首次回落: 数十 is no number that a digit could follow
        '数' | '數' if after(at + 1) == Some('十') && after(at + 2).and_then(numeral::digit).is_some() => false,
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
        .and_then(|number| ratio::read(scan, &number).or_else(|| date::read(scan, &number)))
        .or_else(|| set_phrase::patterned(scan, at, number.as_ref()))
        .or_else(|| ordinal::after_numeral(scan, &number?))
        .or_else(counted)
        // a numeral that is part of a word
        .or_else(|| Some(Mention::uncounted(MentionKind::Structural, Span::new(at, at + 1), "word")))
}

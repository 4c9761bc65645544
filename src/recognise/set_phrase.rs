//! Slogans, names and words that hold a numeral and count nothing: from the lexicon, and from patterns that make
//! new ones every year (十大工程, 一村一品, 1+N, 5A级).

use super::mention::{Mention, MentionKind};
use super::numeral::{self, Numeral, Script, is_numeral};
use super::part;
use super::scan::{Scan, Shield};
use crate::rules::{Row, Rules, SUFFIX};
use crate::text::Span;

/// The longest whole term of the lexicon that begins at `at`, and where it ends.
pub fn at<'a>(chars: &[char], at: usize, rules: &'a Rules) -> Option<(&'a Row, usize)> {
    if !rules.phrase_heads.contains(chars[at]) {
        return None;
    }
    let found = rules.slogans.longest_at(chars, at).filter(|(row, _)| row.class != SUFFIX)?;
    (!is_in_suffix(chars, at, rules)).then_some(found)
}

/// Whether what begins at `at` is a part of what makes a name behind a numeral: 百年 in 两个百年.
fn is_in_suffix(chars: &[char], at: usize, rules: &Rules) -> bool {
    const FARTHEST: usize = 3;
    (at.saturating_sub(FARTHEST)..at).any(|start| {
        let suffix = rules.slogans.longest_at(chars, start).filter(|(row, _)| row.class == SUFFIX);
        suffix.is_some_and(|(_, end)| end > at)
    })
}

/// What the term that stands at `span` shields; nothing where it is only a part of something else.
pub fn shield(chars: &[char], span: Span, row: &Row, rules: &Rules) -> Option<Shield> {
    let (kind, reason) = kind_of(&row.class)?;
    (stands_alone(chars, span) && !runs_into_unit(chars, span, rules)).then_some(Shield { span, kind, reason })
}

fn kind_of(class: &str) -> Option<(MentionKind, &'static str)> {
    Some(match class {
        "slogan" => (MentionKind::Slogan, "slogan"),
        "name" => (MentionKind::Name, "name"),
        "place" => (MentionKind::Name, "place"),
        "congress" => (MentionKind::Session, "session"),
        "five_year_plan" => (MentionKind::Period, "period"),
        "word" => (MentionKind::Structural, "word"),
        "structural" => (MentionKind::Structural, "structural"),
        _ => return None,
    })
}

/// No numeral runs on into the term or out of it.
fn stands_alone(chars: &[char], span: Span) -> bool {
    let runs = |inner: Option<&char>, outer: Option<&char>| {
        inner.is_some_and(|&c| is_numeral(c)) && outer.is_some_and(|&c| is_numeral(c) || c == '第')
    };
    let before = span.start.checked_sub(1).and_then(|i| chars.get(i));
    let latin = |c: Option<&char>| c.is_some_and(char::is_ascii_alphanumeric);
    // 470多|万户, and the fraction of 一又|十分之一.
    let loose = before.is_some_and(|c| matches!(c, '多' | '余' | '来' | '几' | '又'))
        && span.start.checked_sub(2).is_some_and(|at| is_numeral(chars[at]))
        && chars.get(span.start).is_some_and(|&c| is_numeral(c));
    let runs_on = loose || runs(chars.get(span.start), before) || runs(chars.get(span.end - 1), chars.get(span.end));
    let cuts_latin =
        latin(chars.get(span.start)) && latin(before) || latin(chars.get(span.end - 1)) && latin(chars.get(span.end));
    !runs_on && !cuts_latin
}

/// Whether the term is only the beginning of a numeral with its unit: 三公 in 三公里.
fn runs_into_unit(chars: &[char], span: Span, rules: &Rules) -> bool {
    is_numeral(chars[span.start])
        && rules.units.longest_at(chars, span.start + 1).is_some_and(|(row, end)| row.class != "word" && end > span.end)
}

/// What the patterns make of what is written with numerals at `at`, and of `number`, where one can be read there.
pub fn patterned(scan: &Scan, at: usize, number: Option<&Numeral>) -> Option<Mention> {
    let named = || number.and_then(|number| latin_name(scan, number).or_else(|| suffixed(scan, number)));
    named().or_else(|| paired(scan, at))
}

/// PM2.5, 5A, C919, 1+N, 3·15: figures joined to letters or to each other by signs.
fn latin_name(scan: &Scan, number: &Numeral) -> Option<Mention> {
    let (chars, at) = (scan.chars, number.start);
    if !chars[at].is_ascii_digit() {
        return None;
    }
    let start = (scan.floor..at)
        .rev()
        .take_while(|&i| chars[i].is_ascii_alphanumeric() || chars[i] == '-')
        .last()
        .unwrap_or(at);
    let led = chars[start..at].iter().any(char::is_ascii_alphabetic);
    let joint = |c: char| matches!(c, '+' | '·' | '×') || led && matches!(c, '-' | '.' | '/');
    let word = |c: char| c.is_ascii_alphanumeric();
    let next = chars.get(number.end).copied();
    let letters = next.is_some_and(|c| c.is_ascii_alphabetic())
        && number.script == Script::Arabic
        && part::unit_at(scan, number.end).is_none();
    let joined = next.is_some_and(joint) && chars.get(number.end + 1).is_some_and(|&c| word(c) || is_numeral(c));
    if !led && !letters && !joined {
        return None;
    }
    let mut end = number.end;
    while chars.get(end).is_some_and(|&c| word(c) || joint(c) && chars.get(end + 1).is_some_and(|&c| word(c))) {
        end += 1;
    }
    Some(Mention::uncounted(MentionKind::Name, Span::new(start, end), "latin_name"))
}

/// 十大工程, 三级医院, 四个意识: what follows makes the numeral part of a name. It must reach as far as a unit would.
fn suffixed(scan: &Scan, number: &Numeral) -> Option<Mention> {
    let (row, end) = scan.rules.slogans.longest_at(scan.chars, number.end).filter(|(row, _)| row.class == SUFFIX)?;
    if row.get("script") == "chinese" && number.script != Script::Chinese
        || number.high > 100.into() && row.get("script") != "any_size"
    {
        return None;
    }
    if part::unit_at(scan, number.end).is_some_and(|unit| unit.end > end) {
        return None;
    }
    let (kind, reason) = match row.get("makes") {
        "structural" => (MentionKind::Structural, "structural"),
        "name" => (MentionKind::Name, "name"),
        "ordinal" => (MentionKind::Ordinal, "ordinal"),
        "period" => (MentionKind::Period, "period"),
        _ => (MentionKind::Slogan, "slogan"),
    };
    Some(Mention::uncounted(kind, Span::new(number.start, end), reason))
}

/// 一村一品, 三会一课, 两不愁三保障: numeral and noun twice over.
fn paired(scan: &Scan, at: usize) -> Option<Mention> {
    let chars = scan.chars;
    let single = |i: usize| chars.get(i).is_some_and(|&c| numeral::digit(c).is_some());
    let noun = |i: usize| {
        chars
            .get(i)
            .is_some_and(|&c| c.is_alphabetic() && !c.is_ascii() && !is_numeral(c) && !matches!(c, '又' | '之' | '的'))
    };
    if !single(at) || !noun(at + 1) {
        return None;
    }
    let second = [at + 2, at + 3].into_iter().find(|&i| single(i) && (at + 1..i).all(noun) && noun(i + 1))?;
    let measures = |i: usize| {
        scan.rules.units.longest_at(chars, i).is_some_and(|(row, _)| row.class != "word" && row.class != "place")
    };
    let same = chars[at] == chars[second] && chars[at] == '一';
    if !same && (measures(at + 1) || measures(second + 1)) {
        return None;
    }
    let end = second + (second - at);
    let end = if (second + 1..end).all(noun) { end } else { second + 2 };
    Some(Mention::uncounted(MentionKind::Slogan, Span::new(at, end), "slogan"))
}

//! Ordinals, sessions, document numbers and anniversaries: numerals that say which one, not how many.

use super::mention::{Mention, MentionKind};
use super::numeral::{self, Numeral, Script, past_blanks};
use super::part;
use super::scan::Scan;
use crate::text::Span;

fn mention(kind: MentionKind, start: usize, end: usize, reason: &'static str) -> Mention {
    Mention::uncounted(kind, Span::new(start, end), reason)
}

/// 第三, 第十五届, 第一次会议, 第5号, 第一季度: what begins with 第.
pub fn after_di(scan: &Scan, at: usize) -> Option<Mention> {
    let number = numeral::read(scan.chars, past_blanks(scan.chars, at + 1), &scan.rules.units)?;
    if let Some(end) = session_end(scan, &number, true) {
        return Some(mention(MentionKind::Session, at, end, "session"));
    }
    let (kind, past, reason) = match scan.chars.get(number.end) {
        Some('号') => (MentionKind::DocumentNumber, number.end + 1, "document_number"),
        Some('季') => (MentionKind::Period, number.end + 2, "period"),
        _ => {
            let end = part::unit_at(scan, number.end).map_or(number.end, |unit| unit.end);
            (MentionKind::Ordinal, end, "ordinal")
        }
    };
    Some(mention(kind, at, past.min(scan.chars.len()), reason))
}

/// 十四届, 十九届六中全会, 三中全会, 七十周年, 1号文件: which one, said after the numeral.
pub fn after_numeral(scan: &Scan, number: &Numeral) -> Option<Mention> {
    let at = number.start;
    if let Some(end) = session_end(scan, number, false) {
        return Some(mention(MentionKind::Session, at, end, "session"));
    }
    let rest = scan.chars.get(past_blanks(scan.chars, number.end)..)?;
    if rest.starts_with(&['周', '年']) {
        let end = past_blanks(scan.chars, number.end) + 2;
        return Some(mention(MentionKind::Anniversary, at, end, "anniversary"));
    }
    if rest.starts_with(&['号']) && number.low < 1000.into() {
        return Some(mention(MentionKind::DocumentNumber, at, number.end + 1, "document_number"));
    }
    None
}

/// One past the session that a numeral names: N届, N届M次, N届M中全会, N中全会, and after 第 also N次会议.
fn session_end(scan: &Scan, number: &Numeral, di: bool) -> Option<usize> {
    let chars = scan.chars;
    if !matches!(chars.get(number.end), Some('届' | '中' | '次')) {
        return None;
    }
    let rest = |at: usize| chars.get(at..).unwrap_or_default();
    let plenum = |at: usize| {
        ["中全会", "次全会", "次会议", "次全体会议", "次代表大会", "次"]
            .iter()
            .find_map(|word| starts(rest(at), word).then(|| at + word.chars().count()))
    };
    if rest(number.end).starts_with(&['届']) {
        let second_at = number.end + 1 + usize::from(chars.get(number.end + 1) == Some(&'第'));
        let second = numeral::read(chars, second_at, &scan.rules.units);
        return Some(second.and_then(|second| plenum(second.end)).unwrap_or(number.end + 1));
    }
    if starts(rest(number.end), "中全会") {
        return Some(number.end + 3);
    }
    if !di {
        return plenum(number.end).filter(|_| names_session(scan, number));
    }
    let meeting = ["次会议", "次全体会议", "次全会", "次代表大会", "次全国代表大会", "次常委会会议", "次主席会议"];
    meeting.iter().find(|word| starts(rest(number.end), word)).map(|word| number.end + word.chars().count())
}

/// 全国人大五次会议, 中央纪委三次全会: a body stands before the numeral. 召开五次会议 says how many.
fn names_session(scan: &Scan, number: &Numeral) -> bool {
    let chars = scan.chars;
    let ordinal = number.script == Script::Chinese && chars[number.start] != '两';
    let before = number.start.checked_sub(1).map(|at| chars[at]);
    let body = before.is_some_and(|c| "会大协委届".contains(c));
    let plenary = starts(chars.get(number.end..).unwrap_or_default(), "次全会");
    let held = before.is_some_and(|c| "开行了过集".contains(c));
    ordinal && (body || plenary && !held)
}

fn starts(chars: &[char], word: &str) -> bool {
    word.chars().enumerate().all(|(i, c)| chars.get(i) == Some(&c))
}

/// 〔2021〕5号, [2021]第12号.
pub fn document_number(scan: &Scan, at: usize) -> Option<Mention> {
    let chars = scan.chars;
    let close = match chars.get(at)? {
        '〔' => '〕',
        '[' => ']',
        '（' => '）',
        '【' => '】',
        _ => return None,
    };
    let year = chars.get(at + 1..at + 5)?;
    if !year.iter().all(char::is_ascii_digit) || chars.get(at + 5) != Some(&close) {
        return None;
    }
    let from = at + 6 + usize::from(chars.get(at + 6) == Some(&'第'));
    let end = (from..chars.len()).find(|&i| !chars[i].is_ascii_digit())?;
    (end > from && chars[end] == '号').then(|| mention(MentionKind::DocumentNumber, at, end + 1, "document_number"))
}

//! White space inside a passage: dropped where it means nothing (a wrap, a blank around digits or between ideographs),
//! kept as one blank where it parts (the halves of a headline, the columns of a line, Latin words).

use super::mark::plain_length;
use super::{Block, Cleaned, Mark};
use crate::text::{Reading, SourceText, Span, fold};

/// Appends a block's words to the reading and gives their place in it. `apart` says that single blanks between
/// ideographs part words, as in headlines and name lines; in running text only wider gaps do.
pub fn read(block: &Block, cleaned: &Cleaned, source: &SourceText, apart: bool, reading: &mut Reading) -> Span {
    let chars = source.chars();
    let apart = apart && !is_spaced_out(block, cleaned);
    let start = reading.len();
    let mut before: Option<usize> = None;
    for (k, &line) in block.lines.iter().enumerate() {
        let span = cleaned.lines[line].span;
        let mut at = span.start;
        while at < span.end {
            let mark = cleaned.marks[at];
            if !mark.is_read() {
                at += 1;
                continue;
            }
            if let Some(before) = before.filter(|&before| before + 1 < at && parts(chars, cleaned, before, at, apart)) {
                reading.push(' ', before + 1);
            }
            if mark == Mark::Text {
                let plain = plain_length(&cleaned.marks[at..span.end]);
                reading.extend(&chars[at..at + plain], at);
                at += plain;
            } else {
                let below = || block.lines.get(k + 1).map(|&next| cleaned.lines[next].span.start);
                let after = (at + 1..span.end).find(|&after| cleaned.marks[after].is_read()).or_else(below);
                let folded = fold(chars[at], before.map(|before| chars[before]), after.map(|after| chars[after]));
                reading.push(folded, at);
                at += 1;
            }
            before = Some(at - 1);
        }
    }
    Span::new(start, reading.len())
}

/// Whether a title is set with a blank after each character (政 府 工 作 报 告).
fn is_spaced_out(block: &Block, cleaned: &Cleaned) -> bool {
    let spans = block.lines.iter().map(|&line| cleaned.lines[line].span.range());
    let places = spans.flatten().filter(|&at| cleaned.marks[at].is_read());
    let (mut gaps, mut length, mut before) = (0, 0, None);
    for at in places {
        gaps += usize::from(before.is_some_and(|before| before + 1 < at));
        (length, before) = (length + 1, Some(at));
    }
    length >= 3 && gaps * 3 >= (length - 1) * 2
}

/// Whether what stands between two words parts them.
fn parts(chars: &[char], cleaned: &Cleaned, before: usize, at: usize, apart: bool) -> bool {
    let between = &cleaned.marks[before + 1..at];
    let blanks = between.iter().filter(|&&mark| mark == Mark::Blank).count();
    let wrapped = between.contains(&Mark::Feed);
    if blanks == 0 && !wrapped {
        return false;
    }
    let (left, right) = (chars[before], chars[at]);
    if left.is_ascii_alphabetic() && right.is_ascii_alphanumeric()
        || left.is_ascii_alphanumeric() && right.is_ascii_alphabetic()
    {
        return true;
    }
    let words = is_word(left) && is_word(right) && !(is_digit(left) && is_digit(right) && blanks == 1);
    let wide = blanks >= 2 || chars[before + 1..at].iter().any(|c| matches!(c, '\t' | '\u{3000}'));
    let number = is_digit(left) != is_digit(right);
    words && !wrapped && (wide || apart && !number)
}

fn is_digit(c: char) -> bool {
    !('\u{3007}'..'\u{a000}').contains(&c) && c.is_numeric()
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '“' | '”' | '《' | '》' | '%' | '％')
}

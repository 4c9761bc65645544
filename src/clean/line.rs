//! Lines: the source cut at line feeds, block tags and, where a whole report stands on one line, at paragraph indents.
//! Widths are display columns: an ideograph is two wide, a Latin letter one.

use std::borrow::Cow;

use super::item::{ItemMark, item_mark};
use super::mark::{Mark, plain_length};
use super::{ends_sentence, running_line};
use crate::rules::Rules;
use crate::text::{SourceText, Span, fold, length_before};

/// One line of words. Lines without words are no lines; they count as the gap before the next one.
#[derive(Clone, Debug)]
pub struct Line<'a> {
    /// From the first to past the last word character, in the source.
    pub span: Span,
    /// Columns of white space before the first word.
    pub indent: usize,
    /// Columns from the first to the last word.
    pub width: usize,
    /// Empty lines between the line before and this one.
    pub gap: usize,
    /// The words folded, runs of white space as one blank, scraps and voids left out: most often as the source writes them.
    pub text: Cow<'a, str>,
    /// Number of characters of `text`.
    pub len: usize,
    /// Whether it ends as a sentence does.
    pub ended: bool,
    /// The mark that opens it, and its length in bytes.
    pub mark: Option<(ItemMark, usize)>,
    /// Whether the whole line is a Markdown link.
    pub link: bool,
    /// Whether scraps of markup stand between its words.
    pub scraps: bool,
}

impl Line<'_> {
    /// Its words by the character: where the source writes them so, those of `source` need not be decoded again.
    pub fn chars<'c>(&self, source: &'c [char]) -> Cow<'c, [char]> {
        match &self.text {
            Cow::Borrowed(_) => Cow::Borrowed(&source[self.span.range()]),
            Cow::Owned(text) => Cow::Owned(text.chars().collect()),
        }
    }

    /// The column that its words reach.
    pub fn reach(&self) -> usize {
        self.indent + self.width
    }

    /// The number of its characters, an indent of ideographic spaces included.
    pub fn letters(&self) -> usize {
        self.indent / 2 + self.len
    }
}

/// A line that is longer than this, in characters, is cut where two ideographic spaces stand in it.
const LONG: usize = 400;
/// A line that is longer than this holds a whole report whose line ends were lost.
const WHOLE_REPORT: usize = 2000;

/// Cuts the text into lines.
pub fn lines<'a>(source: &'a SourceText, marks: &[Mark], rules: &Rules) -> Vec<Line<'a>> {
    let chars = source.chars();
    let mut lines = Vec::new();
    let (mut start, mut gap, mut lone_indent) = (0, 0, 0);
    loop {
        let at = start + length_before(&marks[start..], |mark| matches!(mark, Mark::Feed | Mark::Break));
        let before = lines.len();
        push_lines(source, marks, Span::new(start, at), gap, rules, &mut lines);
        if lines.len() > before {
            // the indent may stand on a line of its own, broken off from its paragraph
            lines[before].indent += if lines[before].indent == 0 { lone_indent } else { 0 };
            (gap, lone_indent) = (0, 0);
        } else if at < chars.len() && marks[at] == Mark::Feed {
            gap += 1;
            let ideographic = chars[start..at].iter().filter(|c| **c == '\u{3000}').count();
            lone_indent = if ideographic <= 4 { ideographic * 2 } else { 0 };
        }
        if at == chars.len() {
            return lines;
        }
        start = at + 1;
    }
}

fn push_lines<'a>(
    source: &'a SourceText,
    marks: &[Mark],
    span: Span,
    gap: usize,
    rules: &Rules,
    lines: &mut Vec<Line<'a>>,
) {
    let chars = source.chars();
    let mut cuts = Vec::new();
    if span.len() > LONG && chars[span.range()].contains(&'\u{3000}') {
        cuts.extend(
            (span.start + 1..span.end.saturating_sub(1))
                .filter(|&i| chars[i] == '\u{3000}' && chars[i + 1] == '\u{3000}' && marks[i - 1].is_read()),
        );
    }
    if span.len() > WHOLE_REPORT {
        cuts.extend(running_line::cuts(chars, span, rules));
        cuts.sort_unstable();
        cuts.dedup();
    }
    let start = cuts.last().copied().unwrap_or(span.start);
    cuts.extend(credit(chars, Span::new(start, span.end)));
    let (mut start, mut gap) = (span.start, gap);
    for end in cuts.into_iter().chain([span.end]) {
        lines.extend(line(source, marks, Span::new(start, end), gap));
        (start, gap) = (end, 0);
    }
}

/// Where a reporter's credit begins that was set behind the last sentence of a paragraph (…建议。本报记者 甲乙).
fn credit(chars: &[char], span: Span) -> Option<usize> {
    let from = span.end.saturating_sub(30).max(span.start);
    let at = (from..span.end).rev().find(|&i| matches!(chars[i], '。' | '！'))? + 1;
    let tail = &chars[at..span.end];
    let credited =
        || tail.windows(2).any(|pair| pair == ['记', '者']) || tail.windows(3).any(|three| three == ['通', '讯', '员']);
    (tail.len() >= 4 && credited() && !tail.contains(&'，') && !tail.contains(&'”')).then_some(at)
}

fn line<'a>(source: &'a SourceText, marks: &[Mark], span: Span, gap: usize) -> Option<Line<'a>> {
    let chars = source.chars();
    let first = span.range().find(|&i| marks[i].is_read())?;
    let last = span.range().rev().find(|&i| marks[i].is_read())?;
    let indent = (span.start..first).filter(|&i| marks[i] == Mark::Blank).map(|i| columns(chars[i])).sum();
    let words = Span::new(first, last + 1);
    let Words { text, len, width, scraps } = if plain_length(&marks[words.range()]) == words.len() {
        let width = width_of(&chars[words.range()]);
        Words { text: Cow::Borrowed(source.slice(words)), len: words.len(), width, scraps: false }
    } else {
        Words::folded(source, marks, words)
    };
    let opened = span.start < first && marks[first - 1] == Mark::Scrap && chars[first - 1] == '[';
    let link = opened && last + 1 < span.end && marks[last + 1] == Mark::Scrap && chars[last + 1] == ']';
    let (ended, mark) = (ends_sentence(&text), item_mark(&text));
    Some(Line { span: words, indent, width, gap, text, len, ended, mark, link, scraps })
}

/// The words of a line; see there.
struct Words<'a> {
    text: Cow<'a, str>,
    len: usize,
    width: usize,
    scraps: bool,
}

impl Words<'_> {
    /// The words at `span`, which are not all read as they are written.
    fn folded(source: &SourceText, marks: &[Mark], span: Span) -> Self {
        let chars = source.chars();
        let mut text = String::with_capacity(span.len() * 3);
        let (mut width, mut len, mut before, mut blank, mut scraps) = (0, 0, None, false, false);
        let mut at = span.start;
        while at < span.end {
            let mark = marks[at];
            if blank && mark.is_read() {
                text.push(' ');
                len += 1;
                blank = false;
            }
            match mark {
                // what is read as it is written is copied as a whole
                Mark::Text => {
                    let run = Span::new(at, at + plain_length(&marks[at..span.end]));
                    text.push_str(source.slice(run));
                    len += run.len();
                    width += width_of(&chars[run.range()]);
                    before = Some(chars[run.end - 1]);
                    at = run.end;
                    continue;
                }
                Mark::Folded => {
                    text.push(fold(chars[at], before, chars.get(at + 1).copied()));
                    len += 1;
                    width += columns(chars[at]);
                    before = Some(chars[at]);
                }
                Mark::Blank => {
                    blank = true;
                    before = None;
                    width += columns(chars[at]);
                }
                Mark::Scrap | Mark::Break => scraps = true,
                Mark::Feed | Mark::Void => {}
            }
            at += 1;
        }
        Self { text: Cow::Owned(text), len, width, scraps }
    }
}

/// How many columns words take that are read as they are written. Ideographs and signs are counted without a branch for
/// each: which of them comes next cannot be foreseen. Signs are few, and only they are asked one by one.
fn width_of(words: &[char]) -> usize {
    let is_sign = |c: char| !c.is_ascii() && c < WIDE;
    let (wide, signs) = words
        .iter()
        .fold((0_u32, 0_u32), |(wide, signs), &c| (wide + u32::from(c >= WIDE), signs + u32::from(is_sign(c))));
    let signs = words.iter().filter(|&&c| is_sign(c)).take(signs as usize);
    words.len() + wide as usize + signs.map(|&c| columns(c) - 1).sum::<usize>()
}

/// Ideographs, and what is as wide in every script, stand from here on.
const WIDE: char = '\u{2e80}';

/// How many columns a character takes.
fn columns(c: char) -> usize {
    match c {
        WIDE.. => 2,
        '\t' => 4,
        // quotation marks, dashes and ellipses are as wide as an ideograph in Chinese print
        '“' | '”' | '‘' | '’' | '—' | '…' | '①'..='⑳' | '●' | '■' | '×' | '·' | 'Ⅰ'..='ⅹ' => {
            2
        }
        _ => 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_as_wide_as_their_characters() {
        for (words, width) in [("", 0), ("增长5.3%", 8), ("“十四五”——", 14), ("é①Ⅳ×", 7)] {
            let chars: Vec<char> = words.chars().collect();
            assert_eq!(width_of(&chars), width, "{words}");
            assert_eq!(chars.iter().map(|&c| columns(c)).sum::<usize>(), width, "{words}");
        }
    }
}

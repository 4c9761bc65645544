//! Lines: the source cut at line feeds, block tags and, where a whole report stands on one line, at paragraph indents.
//! Widths are display columns: an ideograph is two wide, a Latin letter one.

use super::mark::Mark;
use super::running_line;
use crate::rules::Rules;
use crate::text::{SourceText, Span, fold};

/// One line of words. Lines without words are no lines; they count as the gap before the next one.
#[derive(Clone, Debug)]
pub struct Line {
    /// From the first to past the last word character, in the source.
    pub span: Span,
    /// Columns of white space before the first word.
    pub indent: usize,
    /// Columns from the first to the last word.
    pub width: usize,
    /// Empty lines between the line before and this one.
    pub gap: usize,
    /// The words folded, runs of white space as one blank, scraps and voids left out.
    pub text: String,
    /// Number of characters of `text`.
    pub len: usize,
    /// Whether the whole line is a Markdown link.
    pub link: bool,
    /// Whether scraps of markup stand between its words.
    pub scraps: bool,
}

impl Line {
    /// The column that its words reach.
    pub fn reach(&self) -> usize {
        self.indent + self.width
    }
}

/// A line that is longer than this, in characters, is cut where two ideographic spaces stand in it.
const LONG: usize = 400;
/// A line that is longer than this holds a whole report whose line ends were lost.
const WHOLE_REPORT: usize = 2000;

/// Cuts the text into lines.
pub fn lines(source: &SourceText, marks: &[Mark], rules: &Rules) -> Vec<Line> {
    let chars = source.chars();
    let mut lines = Vec::new();
    let (mut start, mut gap, mut lone_indent) = (0, 0, 0);
    loop {
        let at = start + line_length(&marks[start..]);
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

/// How many marks stand before the first that ends a line. Lines are long: most are passed by the chunk.
fn line_length(marks: &[Mark]) -> usize {
    const CHUNK: usize = 32;
    let ends = |mark: &Mark| matches!(mark, Mark::Feed | Mark::Break);
    let holds_none = |chunk: &&[Mark]| !chunk.iter().fold(false, |found, mark| found | ends(mark));
    let passed = marks.chunks_exact(CHUNK).take_while(holds_none).count() * CHUNK;
    passed + marks[passed..].iter().position(ends).unwrap_or(marks.len() - passed)
}

fn push_lines(source: &SourceText, marks: &[Mark], span: Span, gap: usize, rules: &Rules, lines: &mut Vec<Line>) {
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

fn line(source: &SourceText, marks: &[Mark], span: Span, gap: usize) -> Option<Line> {
    let chars = source.chars();
    let first = span.range().find(|&i| marks[i].is_read())?;
    let last = span.range().rev().find(|&i| marks[i].is_read())?;
    let indent = (span.start..first).filter(|&i| marks[i] == Mark::Blank).map(|i| columns(chars[i])).sum();
    let mut text = String::with_capacity((last + 1 - first) * 3);
    let (mut width, mut len, mut before, mut blank, mut scraps) = (0, 0, None, false, false);
    let mut at = first;
    while at <= last {
        let mark = marks[at];
        if blank && mark.is_read() {
            text.push(' ');
            len += 1;
            blank = false;
        }
        match mark {
            // what is read as it is written is copied as a whole
            Mark::Text => {
                let plain = marks[at..=last].iter().position(|&mark| mark != Mark::Text).unwrap_or(last + 1 - at);
                let run = Span::new(at, at + plain);
                text.push_str(source.slice(run));
                len += plain;
                width += chars[run.range()].iter().map(|&c| columns(c)).sum::<usize>();
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
    let opened = span.start < first && marks[first - 1] == Mark::Scrap && chars[first - 1] == '[';
    let link = opened && last + 1 < span.end && marks[last + 1] == Mark::Scrap && chars[last + 1] == ']';
    Some(Line { span: Span::new(first, last + 1), indent, width, gap, text, len, link, scraps })
}

/// How many columns a character takes.
#[inline]
pub fn columns(c: char) -> usize {
    if c >= '\u{2e80}' { 2 } else { narrow_columns(c) }
}

fn narrow_columns(c: char) -> usize {
    match c {
        '\t' => 4,
        // quotation marks, dashes and ellipses are as wide as an ideograph in Chinese print
        '“' | '”' | '‘' | '’' | '—' | '…' | '①'..='⑳' | '●' | '■' | '×' | '·' | 'Ⅰ'..='ⅹ' => {
            2
        }
        _ => 1,
    }
}

//! Lines: the source cut at line feeds, block tags and, where a whole report stands on one line, at paragraph indents.
//! Widths are display columns: an ideograph is two wide, a Latin letter one.

use super::mark::Mark;
use super::running_line;
use crate::rules::Rules;
use crate::text::{Span, fold};

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
pub fn lines(chars: &[char], marks: &[Mark], rules: &Rules) -> Vec<Line> {
    let mut lines = Vec::new();
    let (mut start, mut gap, mut lone_indent) = (0, 0, 0);
    for at in 0..=chars.len() {
        let ends = at == chars.len() || matches!(marks[at], Mark::Feed | Mark::Break);
        if !ends {
            continue;
        }
        let before = lines.len();
        push_lines(chars, marks, Span::new(start, at), gap, rules, &mut lines);
        if lines.len() > before {
            // the indent may stand on a line of its own, broken off from its paragraph
            lines[before].indent += if lines[before].indent == 0 { lone_indent } else { 0 };
            (gap, lone_indent) = (0, 0);
        } else if at < chars.len() && marks[at] == Mark::Feed {
            gap += 1;
            let ideographic = chars[start..at].iter().filter(|c| **c == '\u{3000}').count();
            lone_indent = if ideographic <= 4 { ideographic * 2 } else { 0 };
        }
        start = (at + 1).min(chars.len());
    }
    lines
}

fn push_lines(chars: &[char], marks: &[Mark], span: Span, gap: usize, rules: &Rules, lines: &mut Vec<Line>) {
    let mut cuts = Vec::new();
    if span.len() > LONG {
        cuts.extend(
            (span.start + 1..span.end.saturating_sub(1))
                .filter(|&i| chars[i] == '\u{3000}' && chars[i + 1] == '\u{3000}' && marks[i - 1] == Mark::Text),
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
        lines.extend(line(chars, marks, Span::new(start, end), gap));
        (start, gap) = (end, 0);
    }
}

/// Where a reporter's credit begins that was set behind the last sentence of a paragraph (…建议。本报记者 甲乙).
fn credit(chars: &[char], span: Span) -> Option<usize> {
    let from = span.end.saturating_sub(30).max(span.start);
    let at = (from..span.end).rev().find(|&i| matches!(chars[i], '。' | '！'))? + 1;
    let tail = &chars[at..span.end];
    let credited = ["记者", "通讯员"].iter().any(|word| {
        let word: Vec<char> = word.chars().collect();
        tail.windows(word.len()).any(|w| w == word)
    });
    (credited && tail.len() >= 4 && !tail.contains(&'，') && !tail.contains(&'”')).then_some(at)
}

fn line(chars: &[char], marks: &[Mark], span: Span, gap: usize) -> Option<Line> {
    let first = span.range().find(|&i| marks[i] == Mark::Text)?;
    let last = span.range().rev().find(|&i| marks[i] == Mark::Text)?;
    let indent = (span.start..first).filter(|&i| marks[i] == Mark::Blank).map(|i| columns(chars[i])).sum();
    let mut text = String::with_capacity((last + 1 - first) * 3);
    let (mut width, mut len, mut before, mut blank) = (0, 0, None, false);
    for at in first..=last {
        match marks[at] {
            Mark::Text => {
                if blank {
                    text.push(' ');
                    len += 1;
                }
                let after = chars.get(at + 1).copied();
                text.push(fold(chars[at], before, after));
                before = Some(chars[at]);
                len += 1;
                width += columns(chars[at]);
                blank = false;
            }
            Mark::Blank => {
                blank = true;
                before = None;
                width += columns(chars[at]);
            }
            _ => {}
        }
    }
    let opened = span.start < first && marks[first - 1] == Mark::Scrap && chars[first - 1] == '[';
    let link = opened && last + 1 < span.end && marks[last + 1] == Mark::Scrap && chars[last + 1] == ']';
    Some(Line { span: Span::new(first, last + 1), indent, width, gap, text, len, link })
}

/// How many columns a character takes.
pub fn columns(c: char) -> usize {
    match c as u32 {
        0x0009 => 4,
        0..=0x2e7f => match c {
            // quotation marks, dashes and ellipses are as wide as an ideograph in Chinese print
            '“' | '”' | '‘' | '’' | '—' | '…' | '①'..='⑳' | '●' | '■' | '×' | '·' | 'Ⅰ'..='ⅹ' => {
                2
            }
            _ => 1,
        },
        _ => 2,
    }
}

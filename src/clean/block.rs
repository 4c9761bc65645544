//! Blocks: lines joined to paragraphs, headings and items, over hard wraps, over wraps with an empty line between all
//! lines, over a break in the middle of a word, and over page furniture between the two halves of a sentence.

use std::borrow::Cow;

use super::ends_sentence;
use super::front_line::{is_dateline, joins_front};
use super::item::ItemMark;
use super::layout::Layout;
use super::line::Line;
use super::noise::Sort;
use super::pairs::{Pairs, SHORTEST};

/// Characters of the longest headline that calls out.
const LONGEST_CALL: usize = 30;

/// Lines that are read as one.
#[derive(Clone, Debug)]
pub struct Block<'a> {
    pub sort: Sort,
    /// Indices of its lines; other blocks' lines may stand between them.
    pub lines: Vec<usize>,
    /// Its words, folded, over all lines.
    pub text: Cow<'a, str>,
    /// Number of characters of `text`.
    pub len: usize,
    /// Whether it ends as a sentence does.
    pub ended: bool,
    /// Empty lines before it.
    pub gap: usize,
    /// Columns of indent of its first line.
    pub indent: usize,
    /// The mark that opens it, and its length in bytes.
    pub mark: Option<(ItemMark, usize)>,
}

impl Block<'_> {
    /// Index of its last line.
    pub fn last_line(&self) -> usize {
        *self.lines.last().expect("a block has lines")
    }

    /// The words after the mark.
    pub fn words(&self) -> &str {
        self.text[self.mark.map_or(0, |(_, length)| length)..].trim_start()
    }

    /// Running text, as against a line that stands for itself: it has a sentence in it, or is too long for a heading.
    pub fn is_prose(&self) -> bool {
        let longest = if self.mark.is_some() { 70 } else { 50 };
        // 一起来看！报告里的民生事: a headline calls out too
        let calls = self.len > LONGEST_CALL || self.ended;
        self.len > longest || self.words().contains(['。', '；']) || calls && self.words().contains(['！', '？'])
    }
}

/// Joins the lines of text; every other line is a block of its own.
pub fn blocks<'a>(lines: &[Line<'a>], sorts: &[Sort], layout: Layout, chars: &[char]) -> Vec<Block<'a>> {
    let mut joiner = Joiner { lines, sorts, layout, chars, pairs: None };
    let mut blocks: Vec<Block<'a>> = Vec::new();
    let mut open: Option<usize> = None;
    for (at, line) in lines.iter().enumerate() {
        let furniture = matches!(sorts[at], Sort::Noise(_));
        if sorts[at] == Sort::Text
            && let Some(index) = open
            && joiner.joins(&blocks[index], at, index + 1 < blocks.len())
        {
            let block = &mut blocks[index];
            let ascii = block.text.ends_with(|c: char| c.is_ascii_alphabetic());
            if ascii && line.text.starts_with(|c: char| c.is_ascii_alphabetic()) {
                block.text.to_mut().push(' ');
                block.len += 1;
            }
            block.text.to_mut().push_str(&line.text);
            block.len += line.len;
            block.ended = ends_sentence(&block.text);
            block.lines.push(at);
            continue;
        }
        // furniture does not close a paragraph; a byline does
        open = if sorts[at] == Sort::Text { Some(blocks.len()) } else { open.filter(|_| furniture) };
        blocks.push(Block {
            sort: sorts[at],
            lines: vec![at],
            text: line.text.clone(),
            len: line.len,
            ended: line.ended,
            gap: line.gap,
            indent: line.indent,
            mark: line.mark.filter(|_| sorts[at] == Sort::Text),
        });
    }
    blocks
}

struct Joiner<'a> {
    lines: &'a [Line<'a>],
    sorts: &'a [Sort],
    layout: Layout,
    /// Those of the source.
    chars: &'a [char],
    /// Made when first asked for.
    pairs: Option<Pairs>,
}

impl Joiner<'_> {
    /// Whether line `at` goes on with the block; `cut` says that page furniture stands between them.
    fn joins(&mut self, block: &Block, at: usize, cut: bool) -> bool {
        let line = &self.lines[at];
        let last = &self.lines[block.last_line()];
        let (ended, starts) = (block.ended, line.mark);
        if !ended && continues(&line.text) {
            return true;
        }
        let closed = super::is_salutation(&block.text) || is_dateline(&block.text);
        if starts_anew(starts.map(|(mark, _)| mark), &line.text) || closed {
            return false;
        }
        if let Some(told) = joins_front(block, &self.lines[at..], starts.is_none()) {
            return told;
        }
        let full = self.layout.full(last);
        // the last line of a paragraph ends a sentence; what does not is a heading
        if full && ended && !self.layout.full(line) && !line.ended {
            return false;
        }
        let indented = self.layout.indented && line.indent >= 2;
        let runs_on = full && !ended && self.layout.indented && !indented;
        if starts.is_some() && !runs_on {
            return false;
        }
        if !ended && (opens(&block.text) || block.text.ends_with(['，', '、'])) {
            return true;
        }
        if self.layout.wrap.is_some() {
            let parted = line.gap > 0 && !self.layout.airy;
            let heading = self.layout.spaced && !self.layout.indented && !cut && !block.is_prose();
            return !indented && if full { !(parted && (ended || heading)) } else { !ended && block.is_prose() };
        }
        if ended {
            return line.gap == 0
                && self.layout.spaced
                && !(self.layout.indented && line.indent >= 2)
                && block.is_prose()
                && line.len >= 12;
        }
        if block.mark.is_some_and(|(mark, _)| mark >= ItemMark::Dash) && !block.text.contains('。') {
            return false;
        }
        let close = cut || line.gap == 0 && self.layout.spaced;
        let below = line.gap == 0 && self.layout.spaced && self.layout.indented && line.indent < 2 && block.indent >= 2;
        block.is_prose()
            || below
            || close && block.mark.is_none() && block.text.contains('，') && !over_longer(last, line)
            || self.cuts_a_word(block, line)
    }

    /// Whether the line break stands in the middle of a word: the two characters that it parts stand side by side
    /// elsewhere in the text, more often than the first two of the line do; or an item of one character stands first.
    fn cuts_a_word(&mut self, block: &Block, line: &Line) -> bool {
        let mut head = line.text.chars();
        let (Some(last), Some(first), Some(second)) = (block.text.chars().next_back(), head.next(), head.next()) else {
            return false;
        };
        if line.len < SHORTEST || block.mark.is_some() || block.text.contains(' ') {
            return false;
        }
        let (lines, sorts, chars) = (self.lines, self.sorts, self.chars);
        let pairs = self.pairs.get_or_insert_with(|| Pairs::count(lines, sorts, chars));
        let (across, inside) = (pairs.of(last, first), pairs.of(first, second));
        across >= 1 && second == '、' || across >= 3 && across > 2 * inside
    }
}

/// Whether a line is so much shorter than the one below it that no wrap broke it off: it heads that one.
fn over_longer(line: &Line, below: &Line) -> bool {
    line.width * 3 < below.width * 2
}

/// Whether a line can only be the rest of another: it opens with what closes or parts.
fn continues(text: &str) -> bool {
    text.starts_with(['，', '、', '。', '；', '：', '！', '？', '”', '’', '》', '）', '〉', '】', '〕', '%'])
}

/// Whether a bracket or quotation mark of the last sentence is still open at the end: one that none behind it closes.
fn opens(text: &str) -> bool {
    let mut closed = 0;
    for c in text.chars().rev() {
        match c {
            '《' | '（' | '“' | '〔' if closed == 0 => return true,
            '《' | '（' | '“' | '〔' => closed -= 1,
            '》' | '）' | '”' | '〕' => closed += 1,
            '。' | '！' => return false,
            _ => {}
        }
    }
    false
}

/// Whether a line opens something new whatever stands before it.
fn starts_anew(mark: Option<ItemMark>, text: &str) -> bool {
    let heading = matches!(mark, Some(ItemMark::Hash(_) | ItemMark::Part | ItemMark::Han | ItemMark::HanParen));
    heading || super::is_salutation(text) || text.starts_with('【') && text.ends_with('】')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_still_open_at_the_end_stands_in_the_last_sentence() {
        for (text, open) in [
            ("", false),
            ("落实《条例", true),
            ("落实《条例》", false),
            ("）（“甲”乙", true),
            ("（甲（乙）", true),
            ("（甲）乙）", false),
            ("（甲。乙）", false),
            ("（甲。乙", false),
        ] {
            assert_eq!(opens(text), open, "{text}");
        }
    }
}

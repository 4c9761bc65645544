//! The source text: what the file says after decoding, addressed by character and by line.

use super::{Span, length_before};

/// Decoded text with line ends written as LF and no byte-order mark (codebook, "Text and offsets").
/// Every offset that is published points into it.
#[derive(Clone, Debug)]
pub struct SourceText {
    text: String,
    chars: Vec<char>,
    /// The byte of `text` where each character begins, and where the last one ends: words are quoted by copying bytes.
    bytes: Vec<u32>,
    line_starts: Vec<usize>,
}

impl Default for SourceText {
    fn default() -> Self {
        Self::new("")
    }
}

impl SourceText {
    /// The most bytes that a text may have; intake refuses larger ones.
    pub const LARGEST: u64 = u32::MAX as u64;

    /// Takes decoded text of at most [`LARGEST`](Self::LARGEST) bytes. Line ends must be LF already.
    pub fn new(text: impl Into<String>) -> Self {
        let text = text.into();
        // the places are there before the characters are, so that none has to ask for room
        let length = text.chars().count();
        let (mut chars, mut bytes) = (vec!['\0'; length], vec![text.len() as u32; length + 1]);
        for ((place, start), (byte, c)) in chars.iter_mut().zip(&mut bytes).zip(text.char_indices()) {
            *place = c;
            *start = byte as u32;
        }
        let (mut line_starts, mut start) = (Vec::new(), 0);
        while start <= chars.len() {
            line_starts.push(start);
            start += length_before(&chars[start..], |c| c == '\n') + 1;
        }
        Self { text, chars, bytes, line_starts }
    }

    /// All characters.
    pub fn chars(&self) -> &[char] {
        &self.chars
    }

    /// Number of characters.
    pub fn len(&self) -> usize {
        self.chars.len()
    }

    /// Whether there is no text.
    pub fn is_empty(&self) -> bool {
        self.chars.is_empty()
    }

    /// The words at `span`.
    pub fn slice(&self, span: Span) -> &str {
        &self.text[self.bytes[span.start] as usize..self.bytes[span.end] as usize]
    }

    /// The line, counted from 1, that holds the character at `offset`.
    pub fn line(&self, offset: usize) -> usize {
        self.line_starts.partition_point(|&start| start <= offset)
    }

    /// Each line without its LF, as spans, from the top.
    pub fn lines(&self) -> impl Iterator<Item = Span> + '_ {
        let ends = self.line_starts.iter().skip(1).map(|&next| next - 1).chain([self.chars.len()]);
        self.line_starts.iter().zip(ends).map(|(&start, end)| Span::new(start, end))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_sliced_wherever_they_stand() {
        for words in ["", "报", "a", "报é𠮷a\n", "\n\n", "报告"] {
            let text = words.repeat(9);
            let source = SourceText::new(text.as_str());
            let chars: Vec<char> = text.chars().collect();
            assert_eq!(source.chars(), chars);
            for start in 0..=chars.len() {
                for end in start..=chars.len() {
                    let sliced = source.slice(Span::new(start, end));
                    assert!(sliced.chars().eq(chars[start..end].iter().copied()), "{words:?} {start}..{end}");
                }
            }
            let lines: Vec<&str> = source.lines().map(|line| source.slice(line)).collect();
            assert_eq!(lines, text.split('\n').collect::<Vec<_>>());
        }
    }
}

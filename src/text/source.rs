//! The source text: what the file says after decoding, addressed by character and by line.

use super::Span;

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
        let length = text.chars().count();
        let (mut chars, mut bytes) = (Vec::with_capacity(length), Vec::with_capacity(length + 1));
        for (byte, c) in text.char_indices() {
            chars.push(c);
            bytes.push(byte as u32);
        }
        bytes.push(text.len() as u32);
        let after_breaks = chars.iter().enumerate().filter(|(_, c)| **c == '\n').map(|(i, _)| i + 1);
        let line_starts = std::iter::once(0).chain(after_breaks).collect();
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

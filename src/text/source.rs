//! The source text: what the file says after decoding, addressed by character and by line.

use super::Span;

/// Decoded text with line ends written as LF and no byte-order mark (codebook, "Text and offsets").
/// Every offset that is published points into it.
#[derive(Clone, Debug, Default)]
pub struct SourceText {
    chars: Vec<char>,
    line_starts: Vec<usize>,
}

impl SourceText {
    /// Takes decoded text. Line ends must be LF already.
    pub fn new(text: &str) -> Self {
        let chars: Vec<char> = text.chars().collect();
        let after_breaks = chars.iter().enumerate().filter(|(_, c)| **c == '\n').map(|(i, _)| i + 1);
        let line_starts = std::iter::once(0).chain(after_breaks).collect();
        Self { chars, line_starts }
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
    pub fn slice(&self, span: Span) -> String {
        self.chars[span.range()].iter().collect()
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

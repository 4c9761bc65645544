//! The reading text: the words of a report as one reads them, without line wraps, page furniture and
//! differences of width, with a map back to the source.

use std::borrow::Cow;

use super::{SourceText, Span, string};

/// The running text of a report. Each passage (paragraph, list item, heading) is one stretch of it, and
/// passages are parted by one LF. A character of the reading comes from exactly one character of the source,
/// so any reading span can be given back as the source words it was read from.
///
/// Characters are folded one to one by [`fold`]: digits, letters and signs are ASCII, sentence punctuation
/// is full-width. White space inside a passage has been dropped where it means nothing.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    chars: Vec<char>,
    /// Where each character was read. Half the size of a `usize`: rows are quoted from all over a text.
    origin: Vec<u32>,
}

impl Reading {
    /// Room for `length` characters.
    pub fn with_capacity(length: usize) -> Self {
        Self { chars: Vec::with_capacity(length), origin: Vec::with_capacity(length) }
    }

    /// Appends characters that were read side by side from `origin` on, and that folding leaves as they are.
    pub fn extend(&mut self, plain: &[char], origin: usize) {
        self.chars.extend_from_slice(plain);
        self.origin.extend(origin as u32..(origin + plain.len()) as u32);
    }

    /// Appends one folded character that was read at `origin` in the source.
    pub fn push(&mut self, folded: char, origin: usize) {
        self.chars.push(folded);
        self.origin.push(origin as u32);
    }

    /// All folded characters.
    pub fn chars(&self) -> &[char] {
        &self.chars
    }

    /// Number of characters.
    pub fn len(&self) -> usize {
        self.chars.len()
    }

    /// Whether nothing was read.
    pub fn is_empty(&self) -> bool {
        self.chars.is_empty()
    }

    /// The folded words at a reading span.
    pub fn slice(&self, span: Span) -> String {
        string(&self.chars[span.range()])
    }

    /// The source span that a reading span was read from: from its first to past its last character, with any
    /// line wrap or page number in between. An empty span maps to the empty span before its character.
    pub fn to_source(&self, span: Span) -> Span {
        if span.is_empty() {
            let at = self.origin.get(span.start).or(self.origin.last()).copied().unwrap_or(0) as usize;
            return Span::new(at, at);
        }
        Span::new(self.origin[span.start] as usize, self.origin[span.end - 1] as usize + 1)
    }

    /// Gives `take` the source spans that a reading span was read from, in order: one, but where a wrap or a page number
    /// parts the words.
    pub fn each_piece(&self, span: Span, mut take: impl FnMut(Span)) {
        let whole = self.to_source(span);
        if whole.is_empty() {
            return;
        }
        if whole.len() == span.len() {
            return take(whole);
        }
        for run in self.origin[span.range()].chunk_by(|&before, &at| before + 1 == at) {
            take(Span::new(run[0] as usize, run[0] as usize + run.len()));
        }
    }

    /// The words at a reading span as the source writes them, without the wraps and page numbers in between.
    pub fn written<'a>(&self, span: Span, source: &'a SourceText) -> Cow<'a, str> {
        let mut words = Cow::Borrowed("");
        self.each_piece(span, |piece| words += source.slice(piece));
        words
    }
}

/// Folds a character to the form that rules are written in: ASCII for digits, letters and signs, full-width
/// for sentence punctuation. One to one, so offsets hold. A comma, full stop or colon between two digits
/// belongs to a number and stays ASCII; `before` and `after` are the neighbours as written.
pub fn fold(c: char, before: Option<char>, after: Option<char>) -> char {
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit() || ('０'..='９').contains(&c));
    let in_number = digit(before) && digit(after);
    match c {
        '，' | ',' if in_number => ',',
        '．' | '.' if in_number => '.',
        '：' | ':' | '∶' if in_number => ':',
        '，' | ',' => '，',
        '：' | ':' => '：',
        '；' | ';' => '；',
        '（' | '(' => '（',
        '）' | ')' => '）',
        '！' | '!' => '！',
        '？' | '?' => '？',
        '｡' => '。',
        '､' => '、',
        '﹪' => '%',
        '「' | '『' | '〝' => '“',
        '」' | '』' | '〞' | '〟' => '”',
        '〈' => '《',
        '〉' => '》',
        '\u{3000}' | '\u{a0}' | '\t' => ' ',
        '～' => '~',
        '！'..='～' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        _ => c,
    }
}

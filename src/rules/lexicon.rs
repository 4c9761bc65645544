//! One lexicon: rows by term, and where their terms stand in a text.

use std::collections::BTreeMap;

use super::trie::Trie;

/// One row of a rule file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    pub id: String,
    pub term: String,
    pub class: String,
    /// The lexicon's own columns by name, empty cells included.
    pub more: BTreeMap<String, String>,
    pub example: String,
    pub expect: String,
    pub allows: String,
    pub note: String,
}

impl Row {
    /// A column of the lexicon's own; empty where the file has no such column.
    pub fn get(&self, column: &str) -> &str {
        self.more.get(column).map_or("", String::as_str)
    }
}

/// A match of a lexicon's term. Offsets are bytes or characters of the text that was searched, as the search says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Index into [`Lexicon::rows`].
    pub row: usize,
    pub start: usize,
    pub end: usize,
}

/// The rows of one rule file.
pub struct Lexicon {
    rows: Vec<Row>,
    forwards: Trie,
    backwards: Trie,
}

impl Lexicon {
    /// Takes rows with unique, non-empty terms (the loader has checked).
    pub fn new(rows: Vec<Row>) -> Self {
        let terms = || rows.iter().zip(0..);
        let forwards = Trie::new(terms().map(|(row, i)| (row.term.clone(), i)));
        let backwards = Trie::new(terms().map(|(row, i)| (row.term.chars().rev().collect(), i)));
        Self { rows, forwards, backwards }
    }

    /// All rows in the order of their ids.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// The row whose term is exactly `term`.
    pub fn get(&self, term: &str) -> Option<&Row> {
        self.forwards.exact(term.chars()).map(|row| &self.rows[row as usize])
    }

    /// The row whose term is exactly `chars`, without a copy of them.
    pub fn get_chars(&self, chars: &[char]) -> Option<&Row> {
        self.forwards.exact(chars.iter().copied()).map(|row| &self.rows[row as usize])
    }

    /// The row of the longest term that begins at `at`, and the place past it.
    pub fn longest_at(&self, chars: &[char], at: usize) -> Option<(&Row, usize)> {
        let (row, length) = self.forwards.longest(chars.get(at..)?.iter().copied())?;
        Some((&self.rows[row as usize], at + length))
    }

    /// The row of the longest term that ends before `end`, and the place where it begins.
    pub fn longest_before(&self, chars: &[char], end: usize) -> Option<(&Row, usize)> {
        let (row, length) = self.backwards.longest(chars.get(..end)?.iter().rev().copied())?;
        Some((&self.rows[row as usize], end - length))
    }

    /// Leftmost-longest matches that do not overlap, in one pass. Offsets are bytes.
    pub fn hits<'a>(&'a self, text: &'a str) -> impl Iterator<Item = Hit> + 'a {
        self.forwards.hits(text).map(|(row, start, end)| Hit { row: row as usize, start, end })
    }

    /// Leftmost-longest matches that do not overlap, in one pass. Offsets are characters.
    pub fn hits_in<'a>(&'a self, chars: &'a [char]) -> impl Iterator<Item = Hit> + 'a {
        self.forwards.hits_in(chars).map(|(row, start, end)| Hit { row: row as usize, start, end })
    }
}

//! One lexicon: rows by term, and an automaton that finds them all in one pass.

use std::collections::BTreeMap;

use daachorse::MatchKind;
use daachorse::charwise::{CharwiseDoubleArrayAhoCorasick, CharwiseDoubleArrayAhoCorasickBuilder};
use rustc_hash::FxHashMap;

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

/// A match of a lexicon's term. Offsets are bytes of the text that was searched.
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
    by_term: FxHashMap<String, usize>,
    automaton: Option<CharwiseDoubleArrayAhoCorasick<u32>>,
    forwards: Trie,
    backwards: Trie,
}

/// Terms by their characters, for matches that must begin or end at a given place.
#[derive(Default)]
struct Trie {
    steps: FxHashMap<(u32, char), u32>,
    /// The row whose term ends at a node.
    rows: Vec<Option<usize>>,
}

impl Trie {
    fn new<I: Iterator<Item = char>>(terms: impl Iterator<Item = I>) -> Self {
        let mut trie = Self { steps: FxHashMap::default(), rows: vec![None] };
        for (row, term) in terms.enumerate() {
            let mut node = 0;
            for c in term {
                let next = trie.rows.len() as u32;
                node = *trie.steps.entry((node, c)).or_insert(next);
                if node == next {
                    trie.rows.push(None);
                }
            }
            trie.rows[node as usize] = Some(row);
        }
        trie
    }

    /// The row of the longest term that `chars` begins with, and the term's length.
    fn longest(&self, chars: impl Iterator<Item = char>) -> Option<(usize, usize)> {
        let (mut node, mut best) = (0, None);
        for (i, c) in chars.enumerate() {
            let Some(&next) = self.steps.get(&(node, c)) else { break };
            node = next;
            best = self.rows[node as usize].map(|row| (row, i + 1)).or(best);
        }
        best
    }
}

impl Lexicon {
    /// Takes rows with unique, non-empty terms (the loader has checked).
    pub fn new(rows: Vec<Row>) -> Self {
        let by_term = rows.iter().enumerate().map(|(i, row)| (row.term.clone(), i)).collect();
        let patterns = rows.iter().enumerate().map(|(i, row)| (row.term.as_str(), i as u32));
        let automaton = (!rows.is_empty()).then(|| {
            CharwiseDoubleArrayAhoCorasickBuilder::new()
                .match_kind(MatchKind::LeftmostLongest)
                .build_with_values(patterns)
                .expect("the loader gives unique, non-empty terms")
        });
        let forwards = Trie::new(rows.iter().map(|row| row.term.chars()));
        let backwards = Trie::new(rows.iter().map(|row| row.term.chars().rev()));
        Self { rows, by_term, automaton, forwards, backwards }
    }

    /// All rows in the order of their ids.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// The row whose term is exactly `term`.
    pub fn get(&self, term: &str) -> Option<&Row> {
        self.by_term.get(term).map(|&i| &self.rows[i])
    }

    /// The row whose term is exactly `chars`, without a copy of them.
    pub fn get_chars(&self, chars: &[char]) -> Option<&Row> {
        let (row, length) = self.forwards.longest(chars.iter().copied())?;
        (length == chars.len()).then_some(&self.rows[row])
    }

    /// The row of the longest term that begins at `at`, and the place past it.
    pub fn longest_at(&self, chars: &[char], at: usize) -> Option<(&Row, usize)> {
        let (row, length) = self.forwards.longest(chars.get(at..)?.iter().copied())?;
        Some((&self.rows[row], at + length))
    }

    /// The row of the longest term that ends before `end`, and the place where it begins.
    pub fn longest_before(&self, chars: &[char], end: usize) -> Option<(&Row, usize)> {
        let (row, length) = self.backwards.longest(chars.get(..end)?.iter().rev().copied())?;
        Some((&self.rows[row], end - length))
    }

    /// Leftmost-longest matches that do not overlap, in one pass.
    pub fn hits<'a>(&'a self, text: &'a str) -> impl Iterator<Item = Hit> + 'a {
        let mut found = self.automaton.as_ref().map(|automaton| automaton.leftmost_find_iter(text));
        std::iter::from_fn(move || {
            let found = found.as_mut()?.next()?;
            Some(Hit { row: found.value() as usize, start: found.start(), end: found.end() })
        })
    }
}

//! One lexicon: rows by term, and an automaton that finds them all in one pass.

use std::collections::{BTreeMap, HashMap};

use daachorse::MatchKind;
use daachorse::charwise::{CharwiseDoubleArrayAhoCorasick, CharwiseDoubleArrayAhoCorasickBuilder};

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
    by_term: HashMap<String, usize>,
    automaton: Option<CharwiseDoubleArrayAhoCorasick<u32>>,
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
        Self { rows, by_term, automaton }
    }

    /// All rows in the order of their ids.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// The row whose term is exactly `term`.
    pub fn get(&self, term: &str) -> Option<&Row> {
        self.by_term.get(term).map(|&i| &self.rows[i])
    }

    /// Leftmost-longest matches that do not overlap, in one pass.
    pub fn hits<'a>(&'a self, text: &'a str) -> impl Iterator<Item = Hit> + 'a {
        self.automaton.iter().flat_map(move |automaton| {
            automaton.leftmost_find_iter(text).map(|m| Hit { row: m.value() as usize, start: m.start(), end: m.end() })
        })
    }
}

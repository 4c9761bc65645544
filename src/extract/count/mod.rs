//! Counts: the quantities that a report states, each with what it measures (codebook, "Counts", settled cases 1 to 8,
//! 17 and 27 to 32).
//!
//! [`eligible`] says which mentions count at all. Clause by clause, [`movement`] tells a change from a level,
//! [`noun`], [`back`] and [`forward`] find the phrases around the number, [`naming`] chooses the measure among them and
//! what [`memory`] holds, and [`clause`] puts them together.

mod act;
mod after;
mod approach;
mod base;
mod before;
mod clause;
mod comparison;
mod compound;
mod counted;
mod deed;
mod doer;
mod duration;
mod eligible;
mod facts;
mod forward;
mod governs;
mod ground;
mod group;
mod inherit;
mod memory;
mod naming;
mod owner;
mod phrase;
mod site;
#[cfg(test)]
mod tests;
mod walk;

use crate::extract::Count;
use crate::extract::grammar::{Clause, Tokens};
use crate::extract::report::Report;
use crate::structure::Passage;

use clause::Reader;

/// The counts of a passage, whose words are `tokens` and their `clauses`, in order. `verb_start` is left for the join with activities and commitments.
pub(super) fn counts(report: &Report<'_>, passage: &Passage, tokens: &Tokens<'_>, clauses: &[Clause]) -> Vec<Count> {
    let mut reader = Reader::new(report, passage);
    for clause in clauses {
        reader.clause(tokens, clause.tokens.clone(), false);
        if clause.ends_sentence() {
            reader.end_sentence(clause.mark == '；');
        }
    }
    reader.found
}

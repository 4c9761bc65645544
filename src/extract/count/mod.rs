//! Counts: the quantities that a report states, each with what it measures (codebook, "Counts", settled cases 1 to 8,
//! 17 and 27 to 32).
//!
//! [`eligible`] says which mentions count at all, [`duration`] which lengths of time. Clause by clause ([`clause`]) a
//! number is read backwards: its [`approach`] is the verb by which a measure moves or reaches it, and what it is compared
//! with ([`base`], [`comparison`]); [`facts`] tell a change from a level and a share. What it measures is said in one of
//! four ways, which [`naming`] tries in this order:
//!
//! 1. The noun stands behind it, 选派26名特派员: [`after`] says whether, [`forward`] and [`counted`] how far it goes, and
//!    [`lead`] what in front of the number is part of the same name.
//! 2. The noun stands before it, 走访企业52家: [`before`] it a [`walk`] goes back to the verb that [`governs`] it, over
//!    the verbs that are part of names ([`compound`]), and leaves out who acts ([`doer`]).
//! 3. No thing is named, 起诉914人, 走访56场次: the [`act`] is counted, or the [`deed`] that a verb and its words tell.
//! 4. It was said before, 其中新建9个: the number [`inherit`]s from what [`memory`] holds.
//!
//! A [`group`] of numbers shares out a list of nouns; a bare attribute takes its [`owner`]; a [`phrase`] is trimmed to the
//! shortest that heads a column; and [`row`] writes the count.

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
mod lead;
mod memory;
mod naming;
mod owner;
mod phrase;
mod row;
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
pub(super) fn counts(
    report: &Report<'_>,
    passage: &Passage,
    tokens: &Tokens<'_>,
    clauses: &[Clause],
) -> impl Iterator<Item = Count> {
    let mut reader = Reader::new(report, passage);
    for sentence in clauses.split_inclusive(Clause::ends_sentence) {
        reader.sentence(tokens, sentence);
    }
    reader.memory.counts()
}

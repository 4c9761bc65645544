//! Records: what a report says was done, how much, and what it promises.

mod activity;
mod commitment;
mod count;
mod document;
mod given;
mod grammar;
mod kind;
mod link;
mod record;
mod report;
#[cfg(test)]
mod suite;

pub use document::fields;
pub use record::{
    Activity, ActorBasis, Commitment, CommitmentKind, Comparison, Count, CountKind, CountRole, DateBasis, Direction,
    DocumentFields, MentionRow, Modality, Records, RegionLevel, ReportKind, Voice,
};

use std::ops::Range;

use crate::recognise::Mention;
use crate::rules::{Cutter, Rules};
use crate::structure::{Outline, Passage, Role};
use crate::text::SourceText;

use grammar::{Clause, Predicate, Tokens};
use report::Report;

/// The activities and commitments of a report.
pub fn rows(
    text: &SourceText,
    outline: &Outline,
    mentions: &[Mention],
    fields: &DocumentFields,
    rules: &Rules,
) -> Records {
    let mut report = Report::new(text, outline, mentions, fields, rules);
    let mut records = Records::default();
    // rows are large: what is moved while a list grows would cost more than what is reserved in vain
    records.counts.reserve(mentions.iter().filter(|mention| mention.quantity.is_some()).count());
    records.activities.reserve(outline.reading.len() / 16);
    records.commitments.reserve(outline.reading.len() / 16);
    records.quotes.reserve(outline.reading.len() / 8);
    let mut cutter = Cutter::default();
    let running: Vec<&Passage> = outline.passages.iter().filter(|passage| passage.kind.is_running()).collect();
    for passages in running.chunks(AT_ONCE) {
        let cut: Vec<Cut> = passages.iter().filter_map(|passage| cut(&mut report, passage, &mut cutter)).collect();
        for cut in cut.iter().filter(|cut| cut.counts) {
            report.return_to(cut.mentions.clone());
            records.counts.extend(count::counts(&report, cut.passage, &cut.tokens, &cut.clauses));
        }
        let told = cut.iter().filter(|cut| cut.tells);
        let parsed: Vec<(&Cut, Vec<Predicate>)> = told.map(|cut| (cut, predicates(cut))).collect();
        for (cut, predicates) in parsed {
            report.return_to(cut.mentions.clone());
            for predicate in &predicates {
                records.activities.extend(activity::activity(&report, cut.passage, predicate, &mut records.quotes));
                records.commitments.extend(commitment::commitment(
                    &report,
                    cut.passage,
                    predicate,
                    &mut records.quotes,
                ));
            }
        }
    }
    records.activities.sort_by_key(|row| (row.span.start, row.verb_span.start));
    records.activities.dedup_by_key(|row| row.verb_span.start);
    records.commitments.sort_by_key(|row| (row.span.start, row.verb_span.start));
    records.commitments.dedup_by_key(|row| row.verb_span.start);
    records.themes = report.themes();
    link::counts(text, &mut records);
    records.mentions = link::mentions(outline, mentions, &records);
    records
}

/// So many passages are cut before the first of them is read, and all their numbers before the first predicate: the code
/// of each is larger than the cache of a processor holds. A simulator counts a third fewer misses of instructions than
/// with one passage after the other; no clock has shown a gain.
const AT_ONCE: usize = 16;

/// A passage that is cut into tokens and clauses, and what is looked for in it.
struct Cut<'a> {
    passage: &'a Passage,
    /// Those in it, of the report's.
    mentions: Range<usize>,
    tokens: Tokens<'a>,
    clauses: Vec<Clause>,
    counts: bool,
    tells: bool,
}

/// Cuts a passage, unless nothing is looked for in it.
fn cut<'a>(report: &mut Report<'a>, passage: &'a Passage, cutter: &mut Cutter) -> Option<Cut<'a>> {
    let inside = report.turn_to(passage.span);
    let (counts, tells) = (inside.iter().any(|mention| mention.quantity.is_some()), tells(passage));
    (counts || tells).then(|| {
        let tokens = Tokens::of(&report.outline.reading, passage.span, inside, report.rules, cutter);
        let clauses = grammar::clauses(&report.outline.reading, &tokens);
        Cut { passage, mentions: report.near.clone(), tokens, clauses, counts, tells }
    })
}

fn predicates(cut: &Cut<'_>) -> Vec<Predicate> {
    grammar::predicates(&cut.tokens, &cut.clauses, cut.passage.role)
}

/// Whether what is done or promised stands here: guidance and thanks tell neither; who admits problems may promise to
/// mend them.
fn tells(passage: &Passage) -> bool {
    matches!(passage.role, Role::Review | Role::Plan | Role::Problems)
}

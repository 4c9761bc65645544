//! Sentences with the activities and commitments that a reader finds in them: what the grammar promises beyond the
//! annotated reports.

mod attributes;
mod clauses;
mod lexicons;
mod phrases;

use std::sync::LazyLock;

use crate::Document;
use crate::extract::Records;
use crate::intake::Source;
use crate::rules::Rules;
use crate::text::Quote;

pub(super) static RULES: LazyLock<Rules> = LazyLock::new(Rules::builtin);

/// A heading of what was done.
pub(super) const REVIEW: &str = "一、过去一年工作回顾";

/// The report of one paragraph under a heading; the reporting body is not known.
pub(super) fn document(heading: &str, text: &str) -> Document {
    let text = format!("{heading}\n\n{text}\n");
    crate::process(Source { text, ..Source::default() }, &RULES)
}

fn records(heading: &str, text: &str) -> Records {
    document(heading, text).records
}

/// `actor: verb object`, without the actor where the reporting body is meant.
fn told(document: &Document, actor: Quote, verb: Quote, object: Quote) -> String {
    let actor = if actor.is_empty() { String::new() } else { format!("{}: ", document.words(actor)) };
    format!("{actor}{} {}", document.words(verb), document.words(object))
}

/// Each row as `actor: verb object`, what is promised with its modality in front.
fn rows(heading: &str, text: &str) -> Vec<String> {
    let document = document(heading, text);
    let done = document
        .records
        .activities
        .iter()
        .map(|row| (row.verb_span.start, told(&document, row.actor, row.verb, row.object)));
    let promised = document.records.commitments.iter().map(|row| {
        let told = told(&document, row.actor, row.verb, row.object);
        (row.verb_span.start, format!("{}> {told}", row.modality.name()))
    });
    let mut rows: Vec<(usize, String)> = done.chain(promised).collect();
    rows.sort();
    rows.into_iter().map(|(_, told)| told.trim_end().to_owned()).collect()
}

#[track_caller]
fn assert_review(text: &str, want: &[&str]) {
    assert_eq!(rows(REVIEW, text), want, "{text}");
}

#[track_caller]
fn assert_plan(text: &str, want: &[&str]) {
    assert_eq!(rows("二、今年工作安排", text), want, "{text}");
}

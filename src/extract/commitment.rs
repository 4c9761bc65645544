//! Commitments: the predicates that say what will be done or reached (codebook, "Commitments").

use chrono::NaiveDate;

use crate::extract::grammar::{Predicate, is_ours};
use crate::extract::{Commitment, Modality};
use crate::structure::{Passage, Role};

use super::kind;
use super::report::Report;

/// The commitment that `predicate` makes in `passage`: any in a plan, elsewhere those whose words are of the future.
pub(super) fn commitment(report: &Report<'_>, passage: &Passage, predicate: &Predicate) -> Option<Commitment> {
    let promised = match passage.role {
        Role::Plan => true,
        Role::Review => predicate.is_ahead,
        // 对这些问题，我们将采取措施: who admits a shortcoming promises to mend it.
        Role::Problems => {
            predicate.is_ahead && predicate.actor.is_some_and(|actor| is_ours(&report.outline.reading, actor))
        }
        _ => false,
    };
    if !promised {
        return None;
    }
    let (actor, actor_basis) = report.actor(predicate);
    let (horizon_start, horizon_end) = horizon(report, predicate);
    let span = report.source_span(predicate.clause);
    let object = report.joined(&predicate.object);
    let verb = report.written(predicate.verb);
    Some(Commitment {
        span,
        section: passage.section,
        kind: kind::of(report, predicate),
        theme: theme(report, passage, predicate),
        actor,
        actor_basis,
        verb,
        verb_span: report.source_span(predicate.verb),
        object,
        target: report.optional(predicate.target),
        first_count: None,
        modality: modality(predicate),
        horizon_start,
        horizon_end,
        rule: predicate.rule,
        needs_review: predicate.needs_review,
    })
}

/// What it is about: the topic, X of 在X上, or the heading that it stands under.
fn theme(report: &Report<'_>, passage: &Passage, predicate: &Predicate) -> String {
    let said = predicate.topic.or(predicate.ground);
    said.map_or_else(|| report.heading_theme(passage.section), |span| report.written(span))
}

fn modality(predicate: &Predicate) -> Modality {
    predicate.modality.unwrap_or_default()
}

/// When it is due: the time that the clause names (到2025年 is an end alone), else the years planned for.
fn horizon(report: &Report<'_>, predicate: &Predicate) -> (Option<NaiveDate>, Option<NaiveDate>) {
    if let Some((start, end)) = report.time_in(predicate.clause) {
        let start = (!report.is_deadline(predicate.clause)).then_some(start);
        return (start, Some(end));
    }
    report.years(report.fields.plan_start, report.fields.plan_end)
}

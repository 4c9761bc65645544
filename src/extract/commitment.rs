//! Commitments: the predicates that say what will be done or reached (codebook, "Commitments").

use crate::extract::Commitment;
use crate::extract::grammar::{Predicate, is_ours};
use crate::structure::{Passage, Role};
use crate::text::{Quotes, Span};

use super::kind;
use super::report::{Period, Report};

/// The commitment that `predicate` makes in `passage`: any in a plan, elsewhere those whose words are of the future.
pub(super) fn commitment(
    report: &Report<'_>,
    passage: &Passage,
    predicate: &Predicate,
    quotes: &mut Quotes,
) -> Option<Commitment> {
    let promised = match passage.role {
        Role::Plan => !predicate.is_past,
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
    let (actor, actor_basis) = report.actor(predicate, quotes);
    let (horizon_start, horizon_end) = horizon(report, predicate);
    let mut quote = |spans: &[Span]| quotes.quote(spans, &report.outline.reading);
    Some(Commitment {
        span: report.source_span(predicate.clause),
        section: passage.section,
        kind: kind::of(report, predicate),
        theme: quote(predicate.topic.or(predicate.ground).as_slice()),
        actor,
        actor_basis,
        verb: quote(&[predicate.verb]),
        verb_span: report.source_span(predicate.verb),
        object: quote(&predicate.object),
        target: quote(predicate.target.as_slice()),
        first_count: None,
        modality: predicate.modality.unwrap_or_default(),
        horizon_start,
        horizon_end,
        rule: predicate.rule,
        needs_review: predicate.needs_review,
    })
}

/// When it is due: the time that the clause names (到2025年 is an end alone), else the years planned for.
fn horizon(report: &Report<'_>, predicate: &Predicate) -> Period {
    if let Some((start, end)) = report.time_in(predicate.clause) {
        let start = (!report.is_deadline(predicate.clause)).then_some(start);
        return (start, Some(end));
    }
    report.plan
}

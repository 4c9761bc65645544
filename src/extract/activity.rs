//! Activities: the predicates of a review that report something done (codebook, "Activities").

use crate::extract::Activity;
use crate::extract::grammar::{Form, Predicate};
use crate::structure::{Passage, Role};
use crate::text::{Quotes, Span};

use super::report::{Period, Report};

/// The activity that `predicate` reports in `passage`; none where it speaks of the future, of a measure, or of a quality
/// that moves without a number (settled case 10). What is ahead is a commitment, also in a review; 努力 alone tells of
/// effort.
pub(super) fn activity(
    report: &Report<'_>,
    passage: &Passage,
    predicate: &Predicate,
    quotes: &mut Quotes,
) -> Option<Activity> {
    let told = passage.role == Role::Review && !predicate.is_ahead || predicate.is_past;
    // 居民收入与经济增长同步: a measure that meets a benchmark
    let meets = predicate.is_benchmark && predicate.rule == "done" && predicate.target.is_some();
    if !told || meets || matches!(predicate.form, Form::Measure | Form::Quality) {
        return None;
    }
    let (actor, actor_basis) = report.actor(predicate, quotes);
    let (period_start, period_end) = period(report, predicate);
    let mut quote = |spans: &[Span]| quotes.quote(spans, &report.outline.reading);
    Some(Activity {
        span: report.source_span(predicate.clause),
        section: passage.section,
        actor,
        actor_basis,
        verb: quote(&[predicate.verb]),
        verb_span: report.source_span(predicate.verb),
        object: quote(&predicate.object),
        topic: quote(predicate.topic.as_slice()),
        target: quote(predicate.target.as_slice()),
        voice: predicate.voice,
        period_start,
        period_end,
        rule: predicate.rule,
        needs_review: predicate.needs_review,
    })
}

/// The time that the clause names, else the years that the report looks back on.
fn period(report: &Report<'_>, predicate: &Predicate) -> Period {
    report.time_in(predicate.clause).map_or(report.review, |(start, end)| (Some(start), Some(end)))
}

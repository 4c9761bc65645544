//! Rows of the table `activities`.

use polars::prelude::*;

use super::{Keyed, placed, rows};
use crate::extract::Activity;
use crate::tables::frame::Frame;
use crate::tables::schema;

/// One row an activity, in the order of the records.
pub fn activities(documents: &[&Keyed]) -> PolarsResult<DataFrame> {
    let rows = rows(documents, "act", |d| &d.records.activities, |a: &Activity| a.verb_span.start);
    placed(Frame::new(&schema::ACTIVITIES, &rows), |a| a.section, |a| a.span)
        .text("activity_id", |r| &r.id)
        .text("actor", |r| r.of.document.actor(r.item.actor))
        .text("actor_basis", |r| r.item.actor_basis.name())
        .text("verb", |r| r.of.document.words(r.item.verb))
        .integer("verb_start", |r| r.item.verb_span.start)
        .text("object", |r| r.of.document.words(r.item.object))
        .text("topic", |r| r.of.document.words(r.item.topic))
        .text("target", |r| r.of.document.words(r.item.target))
        .text("voice", |r| r.item.voice.name())
        .date("period_start", |r| r.item.period_start)
        .date("period_end", |r| r.item.period_end)
        .text("rule", |r| r.item.rule)
        .boolean("needs_review", |r| r.item.needs_review)
        .finish()
}

//! Rows of the table `commitments`.

use polars::prelude::*;

use super::link::link;
use super::{Keyed, placed, rows};
use crate::extract::Commitment;
use crate::tables::frame::Frame;
use crate::tables::schema;

/// Commitments, with the measure, value and unit of the count that is their first numeric target.
pub fn commitments(documents: &[&Keyed], counts: &DataFrame) -> PolarsResult<DataFrame> {
    let rows = rows(documents, "cmt", |d| &d.records.commitments, |c: &Commitment| c.verb_span.start);
    let commitments = placed(Frame::new(&schema::COMMITMENTS, &rows), |c| c.section, |c| c.span)
        .text("commitment_id", |r| &r.id)
        .text("kind", |r| r.item.kind.name())
        .text("theme", |r| r.of.document.theme(r.item))
        .text("actor", |r| r.of.document.actor(r.item.actor))
        .text("actor_basis", |r| r.item.actor_basis.name())
        .text("verb", |r| r.of.document.words(r.item.verb))
        .integer("verb_start", |r| r.item.verb_span.start)
        .text("object", |r| r.of.document.words(r.item.object))
        .text("target", |r| r.of.document.words(r.item.target))
        .maybe_integer("first_count", |r| r.item.first_count)
        .text("modality", |r| r.item.modality.name())
        .date("horizon_start", |r| r.item.horizon_start)
        .date("horizon_end", |r| r.item.horizon_end)
        .text("rule", |r| r.item.rule)
        .boolean("needs_review", |r| r.item.needs_review)
        .partial()?;
    let carried = ["measure", "value", "value_low", "value_high", "bound", "unit"].map(|column| (column, column));
    link(commitments.lazy(), "first_count", counts, "start", &carried).collect()
}

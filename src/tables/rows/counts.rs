//! Rows of the table `counts`, and what they are linked to.

use polars::prelude::*;

use super::link::link;
use super::{Keyed, placed, rows};
use crate::extract::Count;
use crate::tables::frame::Frame;
use crate::tables::schema;

/// Counts, with the places that [`link_counts`] turns into ids.
pub fn counts(documents: &[&Keyed]) -> PolarsResult<DataFrame> {
    let rows = rows(documents, "cnt", |d| &d.records.counts, |c: &Count| c.span.start);
    placed(Frame::new(&schema::COUNTS, &rows), |c| c.section, |c| c.span)
        .text("count_id", |r| &r.id)
        .text("measure", |r| &r.item.measure)
        .real("value", |r| r.item.quantity.value)
        .real("value_low", |r| r.item.quantity.low)
        .real("value_high", |r| r.item.quantity.high)
        .text("bound", |r| r.item.quantity.bound.name())
        .text("unit", |r| &r.item.quantity.unit)
        .text("kind", |r| r.item.kind.name())
        .maybe_text("direction", |r| r.item.direction.map(|direction| direction.name()))
        .maybe_text("comparison", |r| r.item.comparison.map(|comparison| comparison.name()))
        .text("role", |r| r.item.role.name())
        .maybe_integer("verb_start", |r| r.item.verb_start)
        .maybe_integer("base_count", |r| r.item.base_count)
        .maybe_integer("part_of_count", |r| r.item.part_of_count)
        .text("rule", |r| r.item.rule)
        .boolean("needs_review", |r| r.item.needs_review)
        .partial()
}

/// Joins counts to the predicate whose clause states them, and to the counts that they change or are a part of.
pub fn link_counts(counts: DataFrame, activities: &DataFrame, commitments: &DataFrame) -> PolarsResult<DataFrame> {
    let places = counts.clone();
    let linked = link(counts.lazy(), "verb_start", activities, "verb_start", &[("activity_id", "activity_id")]);
    let linked = link(linked, "verb_start", commitments, "verb_start", &[("commitment_id", "commitment_id")]);
    let linked = link(linked, "base_count", &places, "start", &[("count_id", "base_count_id")]);
    link(linked, "part_of_count", &places, "start", &[("count_id", "part_of_count_id")]).collect()
}

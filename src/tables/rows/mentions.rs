//! Rows of the table `mentions`.

use polars::prelude::*;

use super::link::link;
use super::{Keyed, Row, placed, rows};
use crate::extract::MentionRow;
use crate::tables::frame::Frame;
use crate::tables::id::Numbering;
use crate::tables::schema;

/// One row a mention, with the count that used it.
pub fn mentions(documents: &[&Keyed], counts: &DataFrame) -> PolarsResult<DataFrame> {
    let mut rows = rows(documents, "mnt", |d| &d.records.mentions, |m: &MentionRow| m.span.start);
    let mut ids = Numbering::default();
    for row in &mut rows {
        row.id = ids.next(std::mem::take(&mut row.id));
    }
    let quantity = |row: &Row<MentionRow>| row.item.quantity.clone().unwrap_or_default();
    let mentions = placed(Frame::new(&schema::MENTIONS, &rows), |m| m.section, |m| m.span)
        .text("mention_id", |r| &r.id)
        .text("kind", |r| r.item.kind.name())
        .real("value", move |r| quantity(r).value)
        .real("value_low", move |r| quantity(r).low)
        .real("value_high", move |r| quantity(r).high)
        .maybe_text("bound", |r| r.item.quantity.as_ref().map(|quantity| quantity.bound.name()))
        .maybe_text("unit", |r| r.item.quantity.as_ref().map(|quantity| &quantity.unit))
        .date("period_start", |r| r.item.period_start)
        .date("period_end", |r| r.item.period_end)
        .maybe_integer("count", |r| r.item.count)
        .text("reason", |r| r.item.reason)
        .partial()?;
    link(mentions.lazy(), "count", counts, "start", &[("count_id", "count_id")]).collect()
}

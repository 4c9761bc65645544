//! Rows of the table `segments`.

use polars::prelude::*;

use super::{Keyed, placed, rows};
use crate::structure::Segment;
use crate::tables::frame::Frame;
use crate::tables::schema;

/// One row a segment, in the order of the source.
pub fn segments(documents: &[&Keyed]) -> PolarsResult<DataFrame> {
    let rows = rows(documents, "seg", |d| &d.records.segments, |s: &Segment| s.span.start);
    placed(Frame::new(&schema::SEGMENTS, &rows), |s| s.section, |s| s.span)
        .text("segment_id", |r| &r.id)
        .text("kind", |r| r.item.kind.name())
        .text("rule", |r| r.item.rule)
        .finish()
}

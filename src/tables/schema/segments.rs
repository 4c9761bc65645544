//! The table `segments`: the ledger in which no character of a report is lost.

use super::common::{DOC_ID, END, LINE, RULE, SECTION_ID, START};
use super::{Column, Table, terms};
use crate::structure::SegmentKind;

/// A stretch of source text with its kind.
pub static SEGMENTS: Table = Table {
    name: "segments",
    en: "Segments",
    zh: "文段",
    description: "The ledger: stretches of source text with their kind. Put together in order they are the source text.",
    columns: &[
        Column::text("segment_id", "Segment", "文段编号")
            .is("seg-, the document's digits and the segment's start", "seg-5f2a9c01d3e4-128")
            .required(),
        DOC_ID,
        SECTION_ID,
        Column::term("kind", terms!(SegmentKind), "Kind", "类型").is("What the stretch is", "paragraph").required(),
        Column::text("text", "Text", "原文").is("The words, as the source writes them", "各位委员：").required(),
        START,
        END,
        LINE,
        RULE,
    ],
};

//! Rows of the table `sections`.

use polars::prelude::*;

use super::Keyed;
use crate::structure::Section;
use crate::tables::frame::Frame;
use crate::tables::schema;

/// One row a section, in the order of the outline.
pub fn sections(documents: &[&Keyed]) -> PolarsResult<DataFrame> {
    let row = |of: &Keyed, index: usize| (of.id.clone(), of.sections[index].clone());
    let rows: Vec<(&Keyed, usize, &Section)> = documents
        .iter()
        .flat_map(|&of| of.document.records.sections.iter().enumerate().map(move |(index, item)| (of, index, item)))
        .collect();
    Frame::new(&schema::SECTIONS, &rows)
        .text("section_id", |&(of, index, _)| row(of, index).1)
        .text("doc_id", |&(of, index, _)| row(of, index).0)
        .maybe_text("parent_id", |&(of, _, section)| section.parent.map(|parent| of.section(parent)))
        .text("heading", |&(_, _, section)| &section.heading)
        .integer("level", |&(_, _, section)| section.level)
        .text("role", |&(_, _, section)| section.role.name())
        .integer("start", |&(_, _, section)| section.heading_span.start)
        .integer("heading_end", |&(_, _, section)| section.heading_span.end)
        .integer("end", |&(_, _, section)| section.span.end)
        .integer("line", |&(of, _, section)| of.line(section.heading_span))
        .text("rule", |&(_, _, section)| section.rule)
        .finish()
}

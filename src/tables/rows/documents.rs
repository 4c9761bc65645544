//! Rows of the table `documents`.

use polars::prelude::*;

use super::Keyed;
use crate::tables::frame::Frame;
use crate::tables::schema;

/// One row a document, repeats included.
pub fn documents(documents: &[Keyed]) -> PolarsResult<DataFrame> {
    Frame::new(&schema::DOCUMENTS, documents)
        .text("doc_id", |k| &k.id)
        .text("source_name", |k| &k.document.source.name)
        .text("source_sha256", |k| &k.document.source.sha256)
        .integer("bytes", |k| k.document.source.bytes)
        .text("format", |k| k.document.source.format)
        .text("encoding", |k| &k.document.source.encoding)
        .text("line_ending", |k| k.document.source.line_ending)
        .integer("replacement_chars", |k| k.document.source.replacement_chars)
        .integer("characters", |k| k.document.text.len())
        .maybe_text("duplicate_of", |k| k.document.duplicate_of.as_deref())
        .text("title", |k| &k.document.records.fields.title)
        .text("report_kind", |k| k.document.records.fields.report_kind.name())
        .maybe_text("report_kind_basis", |k| k.document.records.fields.report_kind_basis.map(|basis| basis.name()))
        .text("organ", |k| &k.document.records.fields.organ)
        .maybe_text("organ_basis", |k| k.document.records.fields.organ_basis.map(|basis| basis.name()))
        .text("region", |k| &k.document.records.fields.region)
        .text("region_code", |k| &k.document.records.fields.region_code)
        .maybe_text("region_level", |k| k.document.records.fields.region_level.map(|level| level.name()))
        .maybe_text("region_basis", |k| k.document.records.fields.region_basis.map(|basis| basis.name()))
        .maybe_integer("term", |k| k.document.records.fields.term)
        .maybe_integer("session_term", |k| k.document.records.fields.session_term)
        .maybe_integer("session_meeting", |k| k.document.records.fields.session_meeting)
        .text("reporter", |k| &k.document.records.fields.reporter)
        .date("report_date", |k| k.document.records.fields.report_date)
        .maybe_text("report_date_basis", |k| k.document.records.fields.report_date_basis.map(|basis| basis.name()))
        .maybe_integer("review_start", |k| k.document.records.fields.review_start)
        .maybe_integer("review_end", |k| k.document.records.fields.review_end)
        .maybe_text("review_basis", |k| k.document.records.fields.review_basis.map(|basis| basis.name()))
        .maybe_integer("plan_start", |k| k.document.records.fields.plan_start)
        .maybe_integer("plan_end", |k| k.document.records.fields.plan_end)
        .maybe_text("plan_basis", |k| k.document.records.fields.plan_basis.map(|basis| basis.name()))
        .maybe_text("url", |k| k.document.source.given.get("url"))
        .text("given", |k| k.document.source.given.keys().cloned().collect::<Vec<_>>().join(";"))
        .text("metadata", |k| metadata(k))
        .finish()
}

/// What else came with a report, as a JSON object; empty where nothing did.
fn metadata(keyed: &Keyed) -> String {
    let metadata = &keyed.document.source.metadata;
    if metadata.is_empty() {
        return String::new();
    }
    serde_json::to_string(metadata).unwrap_or_default()
}

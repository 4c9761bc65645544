//! The rows of each table, from the records of a chunk of inputs, and the joins that link them.

mod activities;
mod commitments;
mod counts;
mod documents;
mod issues;
mod link;
mod mentions;
mod sections;
mod segments;

use polars::prelude::*;

use super::frame::{Frame, conform};
use super::id::{self, Numbering};
use super::schema::{self, Table};
use crate::Document;
use crate::intake::Failure;
use crate::structure::Section;
use crate::text::Span;
use link::{Unlinked, unlinked};

/// All tables of a chunk of inputs, in the order of [`schema::TABLES`], vocabularies still as text.
pub struct TableSet {
    pub tables: Vec<(&'static Table, DataFrame)>,
    /// Rows whose link led to no row, with the column that stays empty for it.
    pub(super) unlinked: Vec<Unlinked>,
}

impl TableSet {
    /// The tables of `inputs`, rows in their order. A repeat of another document (`duplicate_of`) has its row in
    /// documents and its issues, and nothing else, so that nothing is counted twice.
    ///
    /// # Errors
    /// Where a frame does not conform to the schema, which is a fault of this crate.
    pub fn build(inputs: &[Result<Document, Failure>]) -> PolarsResult<Self> {
        let documents: Vec<Keyed> = inputs.iter().flatten().map(Keyed::new).collect();
        let read: Vec<&Keyed> = documents.iter().filter(|keyed| keyed.document.duplicate_of.is_none()).collect();
        let activities = activities::activities(&read)?;
        let counts = counts::counts(&read)?;
        let commitments = commitments::commitments(&read, &counts)?;
        let counts = counts::link_counts(counts, &activities, &commitments)?;
        let mentions = mentions::mentions(&read, &counts)?;
        let unlinked = [
            unlinked(&schema::COUNTS, &counts, "verb_start", &["activity_id", "commitment_id"])?,
            unlinked(&schema::COUNTS, &counts, "base_count", &["base_count_id"])?,
            unlinked(&schema::COUNTS, &counts, "part_of_count", &["part_of_count_id"])?,
            unlinked(&schema::COMMITMENTS, &commitments, "first_count", &["bound"])?,
            unlinked(&schema::MENTIONS, &mentions, "count", &["count_id"])?,
        ];
        Ok(Self {
            unlinked: unlinked.into_iter().flatten().collect(),
            tables: vec![
                (&schema::DOCUMENTS, documents::documents(&documents)?),
                (&schema::SECTIONS, sections::sections(&read)?),
                (&schema::SEGMENTS, segments::segments(&read)?),
                (&schema::ACTIVITIES, activities),
                (&schema::COUNTS, conform(&counts, &schema::COUNTS)?),
                (&schema::COMMITMENTS, conform(&commitments, &schema::COMMITMENTS)?),
                (&schema::MENTIONS, conform(&mentions, &schema::MENTIONS)?),
                (&schema::ISSUES, issues::issues(inputs, &documents)?),
            ],
        })
    }

    /// Tables that were built before, in the order of the schema.
    pub fn from_tables(tables: Vec<(&'static Table, DataFrame)>) -> Self {
        Self { tables, unlinked: Vec::new() }
    }

    /// The rows of the table of documents.
    pub fn documents(&self) -> &DataFrame {
        &self.tables[0].1
    }

    /// The rows of the table of that name.
    pub(super) fn table(&self, name: &str) -> PolarsResult<&DataFrame> {
        let found = self.tables.iter().find(|(table, _)| table.name == name);
        found.map(|(_, rows)| rows).ok_or_else(|| polars_err!(ComputeError: "no table is called {name}"))
    }
}

/// A document with the ids that its rows are named by.
struct Keyed<'a> {
    document: &'a Document,
    id: String,
    digits: String,
    /// Ids of its sections, by index.
    sections: Vec<String>,
}

impl<'a> Keyed<'a> {
    fn new(document: &'a Document) -> Self {
        let digits = id::digits(document);
        let mut ids = Numbering::default();
        let name = |section: &Section| ids.next(format!("sec-{digits}-{}", section.heading_span.start));
        let sections = document.records.sections.iter().map(name).collect();
        Self { document, id: id::document_id(document), digits, sections }
    }

    /// The id of the section at `index`; empty where there is none, which the check of required cells tells.
    fn section(&self, index: usize) -> &str {
        self.sections.get(index).map_or("", String::as_str)
    }

    /// The words at a span; none where it lies past the end, which the check of required cells tells.
    fn words(&self, span: Span) -> &str {
        let text = &self.document.text;
        if span.end <= text.len() { text.slice(span) } else { "" }
    }

    fn line(&self, span: Span) -> usize {
        self.document.text.line(span.start)
    }
}

/// One record with its document and its id.
struct Row<'a, T> {
    of: &'a Keyed<'a>,
    id: String,
    item: &'a T,
}

/// The rows of one table: the records that `items` finds in each document, named `prefix-digits-place`.
fn rows<'a, T>(
    documents: &[&'a Keyed<'a>],
    prefix: &str,
    items: fn(&Document) -> &[T],
    place: fn(&T) -> usize,
) -> Vec<Row<'a, T>> {
    let row = |of: &'a Keyed<'a>, item: &'a T| {
        let id = format!("{prefix}-{}-{}", of.digits, place(item));
        Row { of, id, item }
    };
    documents.iter().flat_map(|&of| items(of.document).iter().map(move |item| row(of, item))).collect()
}

/// The columns that say where a record stands and what it quotes.
fn placed<'a, T>(
    frame: Frame<'a, Row<'a, T>>,
    section: fn(&T) -> usize,
    span: fn(&T) -> Span,
) -> Frame<'a, Row<'a, T>> {
    frame
        .text("doc_id", |row| &row.of.id)
        .text("section_id", move |row| row.of.section(section(row.item)))
        .text("text", move |row| row.of.words(span(row.item)))
        .integer("start", move |row| span(row.item).start)
        .integer("end", move |row| span(row.item).end)
        .integer("line", move |row| row.of.line(span(row.item)))
}

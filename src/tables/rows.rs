//! The rows of each table, from the records of a chunk of inputs, and the joins that link them.

use anyhow::Result;
use polars::prelude::*;

use super::frame::{Frame, conform};
use super::id::{self, Numbering};
use super::schema::{self, Table};
use crate::Document;
use crate::extract::{Activity, Commitment, Count, MentionRow};
use crate::intake::Failure;
use crate::issue::{Finding, Severity};
use crate::structure::{Section, Segment};
use crate::text::Span;

/// An issue quotes its words up to this many characters; a longer place is told by its offsets.
const QUOTED: usize = 200;

/// All tables of a chunk of inputs, in the order of [`schema::TABLES`], vocabularies still as text.
pub struct TableSet {
    pub tables: Vec<(&'static Table, DataFrame)>,
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
        let activities = activities(&read)?;
        let counts = counts(&read)?;
        let commitments = commitments(&read, &counts)?;
        let counts = link_counts(counts, &activities, &commitments)?;
        let mentions = mentions(&read, &counts)?;
        let counts = conform(&counts, &schema::COUNTS)?;
        Ok(Self {
            tables: vec![
                (&schema::DOCUMENTS, documents_table(&documents)?),
                (&schema::SECTIONS, sections(&read)?),
                (&schema::SEGMENTS, segments(&read)?),
                (&schema::ACTIVITIES, activities),
                (&schema::COUNTS, counts),
                (&schema::COMMITMENTS, commitments),
                (&schema::MENTIONS, mentions),
                (&schema::ISSUES, issues(inputs, &documents)?),
            ],
        })
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

    fn words(&self, span: Span) -> String {
        self.document.text.chars().get(span.range()).unwrap_or_default().iter().collect()
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

fn documents_table(documents: &[Keyed]) -> PolarsResult<DataFrame> {
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
        .text("organ", |k| &k.document.records.fields.organ)
        .text("region", |k| &k.document.records.fields.region)
        .text("region_code", |k| &k.document.records.fields.region_code)
        .maybe_text("region_level", |k| k.document.records.fields.region_level.map(|level| level.name()))
        .maybe_integer("term", |k| k.document.records.fields.term)
        .maybe_integer("session_term", |k| k.document.records.fields.session_term)
        .maybe_integer("session_meeting", |k| k.document.records.fields.session_meeting)
        .text("reporter", |k| &k.document.records.fields.reporter)
        .date("report_date", |k| k.document.records.fields.report_date)
        .maybe_text("report_date_basis", |k| k.document.records.fields.report_date_basis.map(|basis| basis.name()))
        .maybe_integer("review_start", |k| k.document.records.fields.review_start)
        .maybe_integer("review_end", |k| k.document.records.fields.review_end)
        .maybe_integer("plan_start", |k| k.document.records.fields.plan_start)
        .maybe_integer("plan_end", |k| k.document.records.fields.plan_end)
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

fn sections(documents: &[&Keyed]) -> PolarsResult<DataFrame> {
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

fn segments(documents: &[&Keyed]) -> PolarsResult<DataFrame> {
    let rows = rows(documents, "seg", |d| &d.records.segments, |s: &Segment| s.span.start);
    placed(Frame::new(&schema::SEGMENTS, &rows), |s| s.section, |s| s.span)
        .text("segment_id", |r| &r.id)
        .text("kind", |r| r.item.kind.name())
        .text("rule", |r| r.item.rule)
        .finish()
}

fn activities(documents: &[&Keyed]) -> PolarsResult<DataFrame> {
    let rows = rows(documents, "act", |d| &d.records.activities, |a: &Activity| a.verb_span.start);
    placed(Frame::new(&schema::ACTIVITIES, &rows), |a| a.section, |a| a.span)
        .text("activity_id", |r| &r.id)
        .text("actor", |r| &r.item.actor)
        .text("actor_basis", |r| r.item.actor_basis.name())
        .text("verb", |r| &r.item.verb)
        .integer("verb_start", |r| r.item.verb_span.start)
        .text("object", |r| &r.item.object)
        .text("topic", |r| &r.item.topic)
        .text("target", |r| &r.item.target)
        .text("voice", |r| r.item.voice.name())
        .date("period_start", |r| r.item.period_start)
        .date("period_end", |r| r.item.period_end)
        .text("rule", |r| r.item.rule)
        .boolean("needs_review", |r| r.item.needs_review)
        .finish()
}

/// Counts, with the places that [`link_counts`] turns into ids.
fn counts(documents: &[&Keyed]) -> PolarsResult<DataFrame> {
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
fn link_counts(counts: DataFrame, activities: &DataFrame, commitments: &DataFrame) -> PolarsResult<DataFrame> {
    let places = counts.clone();
    let linked = link(counts.lazy(), "verb_start", activities, "verb_start", &[("activity_id", "activity_id")]);
    let linked = link(linked, "verb_start", commitments, "verb_start", &[("commitment_id", "commitment_id")]);
    let linked = link(linked, "base_count", &places, "start", &[("count_id", "base_count_id")]);
    link(linked, "part_of_count", &places, "start", &[("count_id", "part_of_count_id")]).collect()
}

/// Commitments, with the measure, value and unit of the count that is their first numeric target.
fn commitments(documents: &[&Keyed], counts: &DataFrame) -> PolarsResult<DataFrame> {
    let rows = rows(documents, "cmt", |d| &d.records.commitments, |c: &Commitment| c.verb_span.start);
    let commitments = placed(Frame::new(&schema::COMMITMENTS, &rows), |c| c.section, |c| c.span)
        .text("commitment_id", |r| &r.id)
        .text("kind", |r| r.item.kind.name())
        .text("theme", |r| &r.item.theme)
        .text("actor", |r| &r.item.actor)
        .text("actor_basis", |r| r.item.actor_basis.name())
        .text("verb", |r| &r.item.verb)
        .integer("verb_start", |r| r.item.verb_span.start)
        .text("object", |r| &r.item.object)
        .text("target", |r| &r.item.target)
        .maybe_integer("first_count", |r| r.item.first_count)
        .text("modality", |r| r.item.modality.name())
        .date("horizon_start", |r| r.item.horizon_start)
        .date("horizon_end", |r| r.item.horizon_end)
        .text("rule", |r| r.item.rule)
        .boolean("needs_review", |r| r.item.needs_review)
        .partial()?;
    let carried = ["measure", "value", "value_low", "value_high", "bound", "unit"].map(|column| (column, column));
    let commitments = link(commitments.lazy(), "first_count", counts, "start", &carried).collect()?;
    conform(&commitments, &schema::COMMITMENTS)
}

fn mentions(documents: &[&Keyed], counts: &DataFrame) -> PolarsResult<DataFrame> {
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
    let linked = link(mentions.lazy(), "count", counts, "start", &[("count_id", "count_id")]).collect()?;
    conform(&linked, &schema::MENTIONS)
}

/// Adds columns of `other` to `rows`, where both are of one document and `place` in `rows` is `at` in `other`: each of
/// `columns` is the name there and the name here. Rows keep their order; one without a match has empty cells.
fn link(rows: LazyFrame, place: &str, other: &DataFrame, at: &str, columns: &[(&str, &str)]) -> LazyFrame {
    let key = [col("doc_id"), col(at).alias("place")];
    let carried = columns.iter().map(|(there, here)| col(*there).alias(*here));
    let other = other.clone().lazy().select(key.into_iter().chain(carried).collect::<Vec<_>>());
    // The first of several at one place: that there are several is told by the check of primary keys.
    let other = other.unique_stable(Some(cols(["doc_id", "place"])), UniqueKeepStrategy::First);
    let args = JoinArgs { maintain_order: MaintainOrderJoin::Left, ..JoinArgs::new(JoinType::Left) };
    rows.join(other, [col("doc_id"), col(place)], [col("doc_id"), col("place")], args)
}

/// One issue: of a document, or of an input that gave none.
struct Issue<'a> {
    id: String,
    of: Option<&'a Keyed<'a>>,
    source_name: &'a str,
    code: &'a str,
    severity: Severity,
    message: &'a str,
    span: Option<Span>,
}

/// Issues in the order of the inputs: what intake says of one first, then what the reading says.
fn issues(inputs: &[Result<Document, Failure>], documents: &[Keyed]) -> PolarsResult<DataFrame> {
    let mut ids = Numbering::default();
    let mut documents = documents.iter();
    let mut rows = Vec::new();
    for input in inputs {
        match input {
            Ok(document) => {
                let of = documents.next();
                let findings = document.source.findings.iter().chain(&document.records.findings);
                rows.extend(of.into_iter().flat_map(|of| findings.clone().map(move |finding| issue(of, finding))));
            }
            Err(failure) => rows.push(failed(failure)),
        }
    }
    for row in &mut rows {
        row.id = ids.next(std::mem::take(&mut row.id));
    }
    Frame::new(&schema::ISSUES, &rows)
        .text("issue_id", |r| &r.id)
        .maybe_text("doc_id", |r| r.of.map(|of| &of.id))
        .text("source_name", |r| r.source_name)
        .text("code", |r| r.code)
        .text("severity", |r| r.severity.name())
        .text("message", |r| r.message)
        .maybe_integer("start", |r| r.span.map(|span| span.start))
        .maybe_integer("end", |r| r.span.map(|span| span.end))
        .maybe_integer("line", |r| Some(r.of?.line(r.span?)))
        .maybe_text("text", |r| Some(r.of?.words(r.span.filter(|span| span.len() <= QUOTED)?)))
        .finish()
}

fn issue<'a>(of: &'a Keyed<'a>, finding: &'a Finding) -> Issue<'a> {
    let place = finding.span.map_or(String::new(), |span| format!("-{}", span.start));
    Issue {
        id: format!("iss-{}-{}{place}", of.digits, finding.code),
        of: Some(of),
        source_name: &of.document.source.name,
        code: finding.code,
        severity: finding.severity,
        message: &finding.message,
        span: finding.span,
    }
}

fn failed(failure: &Failure) -> Issue<'_> {
    Issue {
        id: format!("iss-{}-{}", id::failure_digits(failure), failure.code),
        of: None,
        source_name: &failure.name,
        code: failure.code,
        severity: Severity::Error,
        message: &failure.message,
        span: None,
    }
}

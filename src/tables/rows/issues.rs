//! Rows of the table `issues`.

use polars::prelude::*;

use super::Keyed;
use crate::Document;
use crate::intake::Failure;
use crate::issue::{Finding, Severity};
use crate::tables::frame::Frame;
use crate::tables::id::{self, Numbering};
use crate::tables::schema;
use crate::text::Span;

/// An issue quotes its words up to this many characters; a longer place is told by its offsets.
const QUOTED: usize = 200;

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
pub fn issues(inputs: &[Result<Document, Failure>], documents: &[Keyed]) -> PolarsResult<DataFrame> {
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

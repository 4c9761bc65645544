//! `inspect FILE`: one report in the terminal. The outline with its roles, and under each section the sentences that
//! gave rows, with the quoted words highlighted, so that a reader sees at a glance what was taken and what was not.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::io::{Write, stdout};
use std::path::Path;

use console::{Style, style};

use super::options::ReadOptions;
use super::written;
use crate::extract::{Activity, Commitment, Count};
use crate::intake::{self, Input};
use crate::recognise::Quantity;
use crate::rules::Rules;
use crate::run::{self, Exit, Stop};
use crate::text::Span;
use crate::{Document, process};

/// Reads `file` and shows each report in it.
///
/// # Errors
/// Where the file, or one of the reports in it, cannot be read.
pub fn show(file: &Path, reading: &ReadOptions) -> Result<Exit, Stop> {
    if !file.is_file() {
        return Err(Stop::usage(format!("expected a report at {}, found no file; check the path", file.display())));
    }
    let rules = run::load_rules(reading.rules.as_deref())?;
    let name = file.file_name().unwrap_or(file.as_os_str()).to_string_lossy().into_owned();
    let input = Input { name, path: file.to_owned(), ..Input::default() };
    let (mut page, mut failures) = (String::new(), Vec::new());
    intake::read(&input, &reading.intake()?, &mut |read| match read {
        Ok(source) => page.push_str(&report(source, &rules)),
        Err(failure) => failures.push(format!("{}: {}", failure.name, failure.message)),
    });
    let exit = written(stdout().lock().write_all(page.as_bytes()))?;
    if failures.is_empty() { Ok(exit) } else { Err(Stop::failed(failures.join("\n"))) }
}

fn report(source: intake::Source, rules: &Rules) -> String {
    let document = process(source, rules);
    let mut page = String::new();
    head(&mut page, &document);
    let sentences = sentences(&document);
    for (index, section) in document.records.sections.iter().enumerate() {
        let indent = "  ".repeat(usize::from(section.level.saturating_sub(1)));
        let heading = if section.heading.is_empty() { "(no heading)" } else { &section.heading };
        let _ = writeln!(page, "\n{indent}{}  {}", style(heading).bold(), style(section.role.name()).dim());
        for sentence in sentences.iter().filter(|sentence| sentence.section == index) {
            sentence.show(&mut page, &document);
        }
    }
    for finding in &document.records.findings {
        let line = finding.span.map_or(String::new(), |span| format!(", line {}", document.text.line(span.start)));
        let code = style(finding.code).red();
        let _ = writeln!(page, "\n{} {code}{line}: {}", finding.severity.name(), finding.message);
    }
    page
}

fn head(page: &mut String, document: &Document) {
    let (fields, records) = (&document.records.fields, &document.records);
    let _ = writeln!(page, "{}", style(&document.source.name).bold().underlined());
    let years = |from: Option<i32>, to: Option<i32>| match (from, to) {
        (Some(from), Some(to)) if from != to => format!("{from}–{to}"),
        (from, to) => from.or(to).map_or(String::new(), |year| year.to_string()),
    };
    for (name, value) in [
        ("title", fields.title.clone()),
        ("kind", fields.report_kind.name().to_owned()),
        ("organ", fields.organ.clone()),
        ("region", format!("{} {}", fields.region, fields.region_code).trim().to_owned()),
        ("reporter", fields.reporter.clone()),
        ("date", fields.report_date.map_or(String::new(), |date| date.to_string())),
        ("review", years(fields.review_start, fields.review_end)),
        ("plan", years(fields.plan_start, fields.plan_end)),
    ] {
        if !value.is_empty() {
            let _ = writeln!(page, "  {name:<9} {value}");
        }
    }
    let (activities, counts, commitments) = (records.activities.len(), records.counts.len(), records.commitments.len());
    let _ = writeln!(page, "  {activities} activities, {counts} counts, {commitments} commitments");
}

/// A row as one line, with the words that it is shown at.
struct Shown {
    section: usize,
    quoted: Span,
    style: Style,
    line: String,
}

/// A sentence of the source with the rows that it gave.
struct Sentence {
    section: usize,
    span: Span,
    rows: Vec<Shown>,
}

fn sentences(document: &Document) -> Vec<Sentence> {
    let records = &document.records;
    let mut rows: Vec<Shown> = records.activities.iter().map(|row| activity(document, row)).collect();
    rows.extend(records.commitments.iter().map(|row| commitment(document, row)));
    rows.extend(records.counts.iter().map(count));
    rows.sort_by_key(|row| row.quoted);
    let mut sentences: Vec<Sentence> = Vec::new();
    for row in rows {
        match sentences.last_mut() {
            Some(last) if last.section == row.section && last.span.contains(row.quoted) => last.rows.push(row),
            _ => {
                let span = sentence_around(document, row.quoted);
                sentences.push(Sentence { section: row.section, span, rows: vec![row] });
            }
        }
    }
    sentences
}

/// The words from the last full stop or line end before `quoted` up to the next one after it.
fn sentence_around(document: &Document, quoted: Span) -> Span {
    let chars = document.text.chars();
    let is_end = |c: &char| matches!(c, '。' | '！' | '？' | '!' | '?' | '\n');
    let start = chars[..quoted.start].iter().rposition(is_end).map_or(0, |at| at + 1);
    let end = chars[quoted.end..].iter().position(is_end).map_or(chars.len(), |at| quoted.end + at + 1);
    Span::new(start, end)
}

impl Sentence {
    fn show(&self, page: &mut String, document: &Document) {
        let mut words = String::new();
        let mut at = self.span.start;
        for row in &self.rows {
            // Rows may share words: what is highlighted already stays as it is.
            let quoted = Span::new(row.quoted.start.max(at), row.quoted.end.max(at));
            words.push_str(document.text.slice(Span::new(at, quoted.start)));
            let _ = write!(words, "{}", row.style.apply_to(document.text.slice(quoted)));
            at = quoted.end;
        }
        words.push_str(document.text.slice(Span::new(at, self.span.end.max(at))));
        let line = style(format!("{:>5}", document.text.line(self.span.start))).dim();
        let _ = writeln!(page, "{line}  {}", words.trim().replace('\n', "⏎"));
        for row in &self.rows {
            let _ = writeln!(page, "       · {}", row.line);
        }
    }
}

fn activity(document: &Document, row: &Activity) -> Shown {
    let (verb, object) = (document.words(row.verb), document.words(row.object));
    let parts = [
        ("actor", document.actor(row.actor)),
        ("topic", document.words(row.topic)),
        ("target", document.words(row.target)),
    ];
    let line = format!("activity    {verb} {object}{}", bracketed(&parts));
    Shown { section: row.section, quoted: row.verb_span, style: Style::new().green(), line }
}

fn commitment(document: &Document, row: &Commitment) -> Shown {
    let (verb, object) = (document.words(row.verb), document.words(row.object));
    let parts =
        [("theme", document.theme(row)), ("actor", document.actor(row.actor)), ("target", document.words(row.target))];
    let kind = row.kind.name();
    let line = format!("commitment  {verb} {object}{}  {kind}", bracketed(&parts));
    Shown { section: row.section, quoted: row.verb_span, style: Style::new().cyan(), line }
}

fn count(row: &Count) -> Shown {
    let direction = row.direction.map_or("", |direction| direction.name());
    let (kind, role) = (row.kind.name(), row.role.name());
    let line = format!("count       {} = {}  {kind} {direction} {role}", row.measure, quantity(&row.quantity));
    Shown { section: row.section, quoted: row.span, style: Style::new().yellow(), line }
}

fn bracketed(parts: &[(&str, Cow<'_, str>)]) -> String {
    let told: Vec<String> =
        parts.iter().filter(|(_, value)| !value.is_empty()).map(|(name, value)| format!("{name} {value}")).collect();
    if told.is_empty() { String::new() } else { format!("  ({})", told.join(", ")) }
}

fn quantity(quantity: &Quantity) -> String {
    let number = match (quantity.value, quantity.low, quantity.high) {
        (Some(value), ..) => value.normalize().to_string(),
        (None, Some(low), Some(high)) => format!("{}–{}", low.normalize(), high.normalize()),
        (None, low, high) => low.or(high).map_or("?".to_owned(), |value| value.normalize().to_string()),
    };
    format!("{number} {} {}", quantity.unit, quantity.bound.name())
}

//! Checks before anything is published (invariant 8): primary keys are unique, references resolve, vocabularies are
//! closed, required cells are filled, quoted words are as long as their span, segments tile their text. A failing
//! check shows the rows that fail.
//!
//! A set that is written in parts is checked part by part: every key but `doc_id` begins with the digits of its
//! document and every reference but `duplicate_of` stays in its document, so a part needs only the documents before it.

use std::collections::{HashMap, HashSet};
use std::fmt;

use polars::prelude::*;

use super::TableSet;
use super::schema::{Column as Definition, DOCUMENTS, SEGMENTS, Table};

/// How many failing rows are shown.
const SHOWN: usize = 5;
/// How many characters of a cell are shown.
const WIDTH: usize = 40;

/// A check that failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Violation {
    pub table: &'static str,
    pub column: &'static str,
    /// A sentence: what was expected, in how many rows it was not found, and the first of these rows.
    pub message: String,
}

/// All checks that failed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Violations(pub Vec<Violation>);

impl fmt::Display for Violations {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, violation) in self.0.iter().enumerate() {
            let separator = if at == 0 { "" } else { "\n" };
            write!(f, "{separator}{}.{}: {}", violation.table, violation.column, violation.message)?;
        }
        Ok(())
    }
}

impl std::error::Error for Violations {}

/// Checks the parts of one published set, one after the other.
#[derive(Default)]
pub struct Checker {
    /// Ids of the documents of all parts so far.
    documents: HashSet<String>,
}

impl Checker {
    /// Checks one more part.
    ///
    /// # Errors
    /// [`Violations`], where a check fails; a polars error where a frame does not conform to the schema.
    pub fn check(&mut self, set: &TableSet) -> anyhow::Result<()> {
        let mut violations = Violations::default();
        for (table, rows) in &set.tables {
            let mut report = Report { table, rows, violations: &mut violations.0 };
            report.unique()?;
            report.measured()?;
            for column in table.columns {
                report.required(column)?;
                report.closed(column)?;
            }
            for (column, target) in table.references() {
                report.resolved(column, set.table(target)?, &self.documents)?;
            }
        }
        self.new_documents(set, &mut violations.0)?;
        covered(set, &mut violations.0)?;
        tiled(set, &mut violations.0)?;
        for (table, column, rows) in &set.unlinked {
            let every = BooleanChunked::full("".into(), true, rows.height());
            let mut report = Report { table, rows, violations: &mut violations.0 };
            report.add(column, "a row at the place that it is linked to", &every)?;
        }
        if violations.0.is_empty() { Ok(()) } else { Err(violations.into()) }
    }

    /// No document of this part is in a part before it.
    fn new_documents(&mut self, set: &TableSet, violations: &mut Vec<Violation>) -> PolarsResult<()> {
        let rows = set.table(DOCUMENTS.name)?;
        let key = DOCUMENTS.key();
        let again = mask(rows.column(key.name)?, |id| id.is_some_and(|id| self.documents.contains(id)))?;
        Report { table: &DOCUMENTS, rows, violations }.add(key, "a value of its own in every row", &again)?;
        self.documents.extend(rows.column(key.name)?.str()?.iter().flatten().map(str::to_owned));
        Ok(())
    }
}

/// The checks of one table.
pub(super) struct Report<'a> {
    pub table: &'static Table,
    pub rows: &'a DataFrame,
    pub violations: &'a mut Vec<Violation>,
}

impl Report<'_> {
    fn unique(&mut self) -> PolarsResult<()> {
        let key = self.table.key();
        let repeated = self.rows.select([key.name])?.is_duplicated()?;
        self.add(key, "a value of its own in every row", &repeated)
    }

    fn required(&mut self, column: &'static Definition) -> PolarsResult<()> {
        let cells = self.rows.column(column.name)?;
        if !column.required || cells.null_count() == 0 {
            return Ok(());
        }
        self.add(column, "a value in every row", &cells.is_null())
    }

    fn closed(&mut self, column: &'static Definition) -> PolarsResult<()> {
        let Some(terms) = column.terms() else { return Ok(()) };
        let foreign = mask(self.rows.column(column.name)?, |cell| cell.is_some_and(|cell| !terms.contains(&cell)))?;
        self.add(column, &format!("one of {}", terms.join(", ")), &foreign)
    }

    /// Every id that `column` holds is a key of `target`; one of a document may stand in an earlier part.
    fn resolved(
        &mut self,
        column: &'static Definition,
        target: &DataFrame,
        earlier: &HashSet<String>,
    ) -> PolarsResult<()> {
        let here: HashSet<&str> = target.columns()[0].str()?.iter().flatten().collect();
        let lost = mask(self.rows.column(column.name)?, |cell| {
            cell.is_some_and(|id| !here.contains(id) && !earlier.contains(id))
        })?;
        let table = column.references.unwrap_or_default();
        self.add(column, &format!("the id of a row of {table}"), &lost)
    }

    /// Quoted words have as many characters as their span.
    fn measured(&mut self) -> PolarsResult<()> {
        let Some(text) = self.table.column("text") else { return Ok(()) };
        let (starts, ends) = (self.rows.column("start")?.i64()?, self.rows.column("end")?.i64()?);
        let texts = self.rows.column("text")?.str()?;
        let wrong: BooleanChunked = texts
            .iter()
            .zip(starts.iter().zip(ends.iter()))
            .map(|(text, (start, end))| match (text, start, end) {
                (Some(text), Some(start), Some(end)) => text.chars().count() as i64 != end - start,
                _ => false,
            })
            .collect();
        self.add(text, "as many characters as from start to end", &wrong)
    }

    /// Tells the rows where `failing` is true, if any.
    pub fn add(&mut self, column: &'static Definition, expected: &str, failing: &BooleanChunked) -> PolarsResult<()> {
        let failing = self.rows.filter(failing)?;
        let count = failing.height();
        if count == 0 {
            return Ok(());
        }
        let shown = (0..count.min(SHOWN)).map(|row| told(self.table, column, &failing, row)).collect::<Vec<_>>();
        let rows = if count == 1 { "1 row without it".to_owned() } else { format!("{count} rows without it") };
        let more = if count > SHOWN { "; …" } else { "" };
        let message = format!("expected {expected}, found {rows}: {}{more}", shown.join("; "));
        self.violations.push(Violation { table: self.table.name, column: column.name, message });
        Ok(())
    }
}

/// A document that is published with its rows, and has any text, has segments.
fn covered(set: &TableSet, violations: &mut Vec<Violation>) -> PolarsResult<()> {
    let rows = set.table(DOCUMENTS.name)?;
    let segmented: HashSet<&str> = set.table(SEGMENTS.name)?.column("doc_id")?.str()?.iter().flatten().collect();
    let bare = mask(rows.column("doc_id")?, |id| id.is_some_and(|id| !segmented.contains(id)))?;
    let has_text: BooleanChunked = rows.column("characters")?.i64()?.iter().map(|length| length > Some(0)).collect();
    let is_first = rows.column("duplicate_of")?.is_null();
    let expected = "segments that hold the document's text";
    Report { table: &DOCUMENTS, rows, violations }.add(DOCUMENTS.key(), expected, &(bare & has_text & is_first))
}

/// The segments of a document begin where the one before ends, the first at 0, and the last ends with the text.
fn tiled(set: &TableSet, violations: &mut Vec<Violation>) -> PolarsResult<()> {
    let (documents, segments) = (set.table(DOCUMENTS.name)?, set.table(SEGMENTS.name)?);
    let lengths = documents.column("characters")?.i64()?.iter();
    let lengths: HashMap<_, _> = documents.column("doc_id")?.str()?.iter().zip(lengths).collect();
    let ids = segments.column("doc_id")?.str()?;
    let (starts, ends) = (segments.column("start")?.i64()?, segments.column("end")?.i64()?);
    let spans: Vec<_> = ids.iter().zip(starts.iter().zip(ends.iter())).collect();
    let is_broken = |at: usize| {
        let (id, (start, end)) = spans[at];
        let before = at.checked_sub(1).and_then(|before| spans.get(before)).filter(|before| before.0 == id);
        let is_last = spans.get(at + 1).is_none_or(|after| after.0 != id);
        let begins_well = start == before.map_or(Some(0), |before| before.1.1);
        !begins_well || (is_last && lengths.get(&id) != Some(&end))
    };
    let broken: BooleanChunked = (0..spans.len()).map(is_broken).collect();
    let mut report = Report { table: &SEGMENTS, rows: segments, violations };
    let expected = "segments that begin where the one before ends and reach from the first to the last character";
    report.add(start_of(&SEGMENTS), expected, &broken)
}

fn start_of(table: &'static Table) -> &'static Definition {
    table.column("start").unwrap_or(table.key())
}

/// Where `fails` holds for a text cell.
fn mask(cells: &Column, fails: impl Fn(Option<&str>) -> bool) -> PolarsResult<BooleanChunked> {
    Ok(cells.str()?.iter().map(fails).collect())
}

/// A row as people find it: its key, the cell in question, and what else says where it is.
fn told(table: &Table, column: &Definition, rows: &DataFrame, row: usize) -> String {
    let mut names = vec![table.key().name, column.name];
    for name in ["source_name", "start", "end", "text"] {
        if table.column(name).is_some() && !names.contains(&name) {
            names.push(name);
        }
    }
    names.dedup();
    let cells = names.iter().map(|name| {
        let cell = rows.column(name).and_then(|cells| cells.get(row)).map_or(String::new(), |cell| match cell {
            AnyValue::Null => "(empty)".to_owned(),
            cell => cell.str_value().chars().take(WIDTH).collect(),
        });
        format!("{name} {cell}")
    });
    cells.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Document;
    use crate::tables::sample::report;
    use crate::text;

    const SHA256: &str = "aaaaaaaaaaaa0001";

    /// The violations of the sample report after `change`.
    fn violations(change: impl FnOnce(&mut Document)) -> Vec<Violation> {
        let mut document = report("a.txt", SHA256);
        change(&mut document);
        of(&TableSet::build(&[Ok(document)]).unwrap())
    }

    fn of(set: &TableSet) -> Vec<Violation> {
        match Checker::default().check(set) {
            Ok(()) => Vec::new(),
            Err(error) => error.downcast::<Violations>().unwrap().0,
        }
    }

    fn columns(violations: &[Violation]) -> Vec<(&'static str, &'static str)> {
        violations.iter().map(|violation| (violation.table, violation.column)).collect()
    }

    #[test]
    fn a_sound_report_passes() {
        assert_eq!(violations(|_| ()), []);
    }

    #[test]
    fn a_repeated_key_is_told_with_its_rows() {
        let found = violations(|document| {
            let again = document.records.counts[0].clone();
            document.records.counts.push(again);
        });
        assert_eq!(columns(&found), [("counts", "count_id")]);
        assert_eq!(
            found[0].message,
            "expected a value of its own in every row, found 2 rows without it: count_id cnt-aaaaaaaaaaaa-9, start 9, \
             end 11, text 5次; count_id cnt-aaaaaaaaaaaa-9, start 9, end 11, text 5次"
        );
    }

    #[test]
    fn a_document_that_comes_again_in_a_later_part_is_told() {
        let mut checker = Checker::default();
        let part = |name: &str| TableSet::build(&[Ok(report(name, SHA256))]).unwrap();
        checker.check(&part("a.txt")).unwrap();
        let error = checker.check(&part("b.txt")).unwrap_err().downcast::<Violations>().unwrap();
        assert_eq!(columns(&error.0), [("documents", "doc_id")]);
        assert!(error.to_string().contains("source_name b.txt"), "{error}");
    }

    #[test]
    fn a_repeat_may_refer_to_an_earlier_part_and_to_nothing_else() {
        let mut checker = Checker::default();
        checker.check(&TableSet::build(&[Ok(report("a.txt", SHA256))]).unwrap()).unwrap();
        let repeat = |of: &str| Document { duplicate_of: Some(of.into()), ..report("b.txt", "bbbbbbbbbbbb0002") };
        checker.check(&TableSet::build(&[Ok(repeat("doc-aaaaaaaaaaaa"))]).unwrap()).unwrap();
        let found = of(&TableSet::build(&[Ok(repeat("doc-cccccccccccc"))]).unwrap());
        assert_eq!(columns(&found), [("documents", "duplicate_of")]);
    }

    #[test]
    fn a_section_that_is_not_there_is_told() {
        let found = violations(|document| document.records.counts[0].section = 9);
        assert_eq!(columns(&found), [("counts", "section_id")]);
    }

    #[test]
    fn a_link_to_nothing_is_told() {
        let found = violations(|document| document.records.counts[0].verb_start = Some(1));
        assert_eq!(columns(&found), [("counts", "activity_id")]);
        let found = violations(|document| document.records.counts[1].base_count = Some(1));
        assert_eq!(columns(&found), [("counts", "base_count_id")]);
        let found = violations(|document| document.records.commitments[0].first_count = Some(1));
        assert_eq!(columns(&found), [("commitments", "bound")]);
        let found = violations(|document| document.records.mentions[1].count = Some(1));
        assert_eq!(columns(&found), [("mentions", "count_id")]);
    }

    #[test]
    fn a_reference_to_no_row_is_told() {
        let mut set = TableSet::build(&[Ok(report("a.txt", SHA256))]).unwrap();
        change(&mut set, "sections", "parent_id", |_| Some("sec-gone"));
        assert_eq!(columns(&of(&set)), [("sections", "parent_id")]);
    }

    #[test]
    fn a_word_outside_its_vocabulary_is_told() {
        let found = violations(|document| document.source.line_ending = "vertical tab");
        assert_eq!(columns(&found), [("documents", "line_ending")]);
        assert!(found[0].message.starts_with("expected one of lf, crlf, cr, mixed, none, found 1 row without it"));
    }

    #[test]
    fn an_empty_cell_that_is_required_is_told() {
        let found = violations(|document| document.records.activities[0].verb = text::Quote::default());
        assert_eq!(columns(&found), [("activities", "verb")]);
        assert!(found[0].message.contains("verb (empty)"), "{}", found[0].message);
    }

    #[test]
    fn words_that_are_not_as_long_as_their_span_are_told() {
        let mut set = TableSet::build(&[Ok(report("a.txt", SHA256))]).unwrap();
        change(&mut set, "activities", "text", |text| text.get(3..));
        assert_eq!(columns(&of(&set)), [("activities", "text")]);
        let found = violations(|document| document.records.activities[0].span.end = 1000);
        assert_eq!(columns(&found), [("activities", "text")], "a span past the end quotes nothing");
    }

    #[test]
    fn segments_that_leave_a_gap_are_told() {
        let found = violations(|document| {
            document.records.segments.remove(1);
        });
        assert_eq!(columns(&found), [("segments", "start")]);
        let found = violations(|document| document.records.segments.truncate(3));
        assert_eq!(columns(&found), [("segments", "start")], "the end of the text is missing");
        let found = violations(|document| document.records.segments.clear());
        assert_eq!(columns(&found), [("documents", "doc_id")], "all of the text is missing");
    }

    /// Puts other cells into a text column.
    fn change(set: &mut TableSet, table: &str, column: &str, cell: fn(&str) -> Option<&str>) {
        let rows = set.tables.iter_mut().find(|(found, _)| found.name == table).map(|(_, rows)| rows).unwrap();
        let cells = rows.column(column).unwrap().str().unwrap().iter().map(|text| cell(text.unwrap_or_default()));
        let cells = StringChunked::from_iter_options(column.into(), cells).into_column();
        rows.with_column(cells).unwrap();
    }
}

//! Invariant 2 of a published set: the words of a row are those of the source text from its start to its end.

use anyhow::Result;
use polars::prelude::*;

use super::check::{Report, Violations};
use super::rows::TableSet;
use crate::text::{SourceText, Span};

/// Compares the words of every row with the text of its document, which `text_of` gives by the document's id.
///
/// # Errors
/// [`Violations`] with the rows that quote other words, or the error of `text_of`.
pub fn grounded(set: &TableSet, mut text_of: impl FnMut(&str) -> Result<SourceText>) -> Result<()> {
    let mut violations = Violations::default();
    for (table, rows) in &set.tables {
        let Some(column) = table.column("text") else { continue };
        let mut text = (String::new(), SourceText::default());
        let mut wrong = Vec::with_capacity(rows.height());
        for quote in quotes(rows)? {
            let Some((id, words, span)) = quote else {
                wrong.push(false);
                continue;
            };
            if text.0 != id {
                text = (id.to_owned(), text_of(id)?);
            }
            wrong.push(!text.1.chars().get(span.range()).is_some_and(|chars| words.chars().eq(chars.iter().copied())));
        }
        let mut report = Report { table, rows, violations: &mut violations.0 };
        report.add(column, "the words of the text from start to end", &wrong.into_iter().collect())?;
    }
    if violations.0.is_empty() { Ok(()) } else { Err(violations.into()) }
}

type Quoted<'a> = Option<(&'a str, &'a str, Span)>;

/// Document, words and span of each row; none for one that quotes nothing.
fn quotes(rows: &DataFrame) -> PolarsResult<impl Iterator<Item = Quoted<'_>>> {
    let (ids, words) = (rows.column("doc_id")?.str()?.iter(), rows.column("text")?.str()?.iter());
    let (starts, ends) = (rows.column("start")?.i64()?.iter(), rows.column("end")?.i64()?.iter());
    Ok(ids.zip(words).zip(starts.zip(ends)).map(|((id, words), (start, end))| {
        let start = usize::try_from(start?).ok()?;
        let end = usize::try_from(end?).ok()?;
        Some((id?, words?, Span { start, end }))
    }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tables::sample::{TEXT, report};

    fn set() -> TableSet {
        TableSet::build(&[Ok(report("a.txt", "aaaaaaaaaaaa0001"))]).unwrap()
    }

    #[test]
    fn rows_quote_their_source() {
        let mut asked = Vec::new();
        let text_of = |id: &str| {
            asked.push(id.to_owned());
            Ok(SourceText::new(TEXT))
        };
        grounded(&set(), text_of).unwrap();
        assert_eq!(asked, ["doc-aaaaaaaaaaaa"; 6], "once for each table that quotes");
    }

    #[test]
    fn rows_that_quote_other_words_are_shown() {
        let text = TEXT.replace("25%", "52%");
        let error = grounded(&set(), |_| Ok(SourceText::new(&text))).unwrap_err().downcast::<Violations>().unwrap();
        let places: Vec<_> = error.0.iter().map(|violation| (violation.table, violation.column)).collect();
        assert_eq!(places, [("segments", "text"), ("counts", "text")]);
        assert!(error.0[1].message.contains("count_id cnt-aaaaaaaaaaaa-14"), "{error}");
    }

    #[test]
    fn a_text_that_is_too_short_is_told_and_does_not_panic() {
        assert!(grounded(&set(), |_| Ok(SourceText::new("短"))).is_err());
    }
}

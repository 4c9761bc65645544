//! CSV as RFC 4180 has it: UTF-8, CRLF, one header row, ISO dates, numbers in plain digits. A text cell that a
//! spreadsheet would run as a formula gets a `'` before it.

use std::borrow::Cow;
use std::io::Write;
use std::path::Path;

use anyhow::Result;
use polars::prelude::*;
use polars_io::SerWriter;
use polars_io::csv::write::CsvWriter;

use super::output::Output;
use super::{Options, Writer, Written};
use crate::tables::schema::{Kind, Table};

const BOM: &[u8] = "\u{feff}".as_bytes();

struct Csv {
    table: &'static Table,
    output: Output,
    rows: u64,
}

/// Opens a file and writes its header.
pub fn create(folder: &Path, path: &str, table: &'static Table, options: &Options) -> Result<Box<dyn Writer>> {
    let mut output = Output::create(folder, path)?;
    if options.bom {
        output.write_all(BOM)?;
    }
    let header: Vec<&str> = table.columns.iter().map(|column| options.headers.of(column)).collect();
    write!(output, "{}\r\n", header.join(","))?;
    Ok(Box::new(Csv { table, output, rows: 0 }))
}

impl Writer for Csv {
    fn append(&mut self, rows: &DataFrame) -> Result<()> {
        let cells = self.table.columns.iter().map(|column| {
            let cells = rows.column(column.name)?;
            match column.kind {
                Kind::Text => Ok(guarded(cells.str()?)),
                Kind::Real => Ok(plain(cells.f64()?)),
                _ => Ok(cells.clone()),
            }
        });
        let mut frame = DataFrame::new(rows.height(), cells.collect::<PolarsResult<Vec<_>>>()?)?;
        CsvWriter::new(&mut self.output)
            .include_header(false)
            .with_line_terminator("\r\n".into())
            .finish(frame.rechunk_mut())?;
        self.rows += rows.height() as u64;
        Ok(())
    }

    fn finish(self: Box<Self>) -> Result<Written> {
        Ok(self.output.finish(Some(self.rows))?)
    }
}

/// Text cells, harmless to a spreadsheet.
fn guarded(cells: &StringChunked) -> Column {
    cells.apply_values(guard).into_column()
}

/// The text, after a `'` where a spreadsheet would take it for a formula. Text that has that `'` of its own gets one
/// more, so that taking one away always gives back the text.
fn guard(text: &str) -> Cow<'_, str> {
    if text.trim_start_matches('\'').starts_with(['=', '+', '-', '@', '\t', '\r']) {
        return Cow::Owned(format!("'{text}"));
    }
    Cow::Borrowed(text)
}

/// Numbers in the fewest plain digits that give the number back, never with an exponent: 935670000000, 5.5.
fn plain(cells: &Float64Chunked) -> Column {
    let digits = cells.iter().map(|cell| cell.map(|number| number.to_string()));
    StringChunked::from_iter_options(cells.name().clone(), digits).into_column()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::tables::schema::ISSUES;

    const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

    /// The file that has `text` in a cell of the table issues, which is all text but for two columns.
    fn file(text: &str) -> String {
        let cells = ISSUES.columns.iter().map(|column| match column.kind {
            Kind::Integer => Column::full_null(column.name.into(), 1, &DataType::Int64),
            _ => Column::new(column.name.into(), [text]),
        });
        let rows = DataFrame::new(1, cells.collect()).unwrap();
        let folder = tempfile::tempdir().unwrap();
        let options = Options { bom: false, ..Options::default() };
        let mut writer = create(folder.path(), "csv/issues.csv", &ISSUES, &options).unwrap();
        writer.append(&rows).unwrap();
        let written = writer.finish().unwrap();
        std::fs::read_to_string(folder.path().join(written.path)).unwrap()
    }

    fn message(file: &str) -> String {
        let mut reader = ::csv::Reader::from_reader(file.as_bytes());
        reader.records().next().unwrap().unwrap().get(5).unwrap().to_owned()
    }

    #[test]
    fn what_a_spreadsheet_would_run_is_made_harmless() {
        for (text, cell) in [
            ("=1+1", "'=1+1"),
            ("+86", "'+86"),
            ("- 聚焦", "'- 聚焦"),
            ("@某", "'@某"),
            ("\t=1", "'\t=1"),
            ("'=1", "''=1"),
            ("'引'", "'引'"),
            ("5=5", "5=5"),
            ("——学习", "——学习"),
        ] {
            assert_eq!(message(&file(text)), cell, "{text:?}");
        }
    }

    #[test]
    fn numbers_are_plain_digits() {
        let cells = [Some(935_670_000_000.0), Some(5.5), Some(1e21), Some(1e-7), Some(33.333333), None];
        let cells = Float64Chunked::from_iter_options("value".into(), cells.into_iter());
        let cells = plain(&cells);
        let digits: Vec<Option<&str>> = cells.str().unwrap().iter().collect();
        let expected =
            ["935670000000", "5.5", "1000000000000000000000", "0.0000001", "33.333333"].map(Some).into_iter();
        assert_eq!(digits, expected.chain([None]).collect::<Vec<_>>());
    }

    proptest! {
        #[test]
        fn any_text_comes_back(text in "[=+@'\"\\-,，\t\r\n一。a]{1,12}|\\PC{1,20}") {
            let cell = message(&file(&text));
            prop_assert!(!cell.starts_with(FORMULA), "{cell:?} would run as a formula");
            let is_guarded = cell.trim_start_matches('\'').starts_with(FORMULA);
            prop_assert_eq!(if is_guarded { &cell[1..] } else { &cell[..] }, text);
        }
    }
}

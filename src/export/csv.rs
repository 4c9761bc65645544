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
use super::{Headers, Options, Writer, Written};
use crate::tables::schema::{Kind, Table};

const BOM: &[u8] = "\u{feff}".as_bytes();

struct Csv {
    table: &'static Table,
    output: Output,
    rows: u64,
}

/// Opens `csv/NAME.csv` and writes its header.
pub fn create(folder: &Path, table: &'static Table, options: &Options) -> Result<Box<dyn Writer>> {
    let mut output = Output::create(folder, &format!("csv/{}.csv", table.name))?;
    if options.bom {
        output.write_all(BOM)?;
    }
    let label = |column: &crate::tables::schema::Column| match options.headers {
        Headers::En => column.name,
        Headers::Zh => column.zh,
    };
    let header: Vec<&str> = table.columns.iter().map(label).collect();
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

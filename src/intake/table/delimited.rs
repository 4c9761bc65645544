//! CSV and TSV, read by the rules of RFC 4180 as loosely as spreadsheets write it.
//!
//! Policy: the first record names the columns; commas may be semicolons, tabs or bars, which the first line shows.
//! A record larger than a report may be is passed over and told, and the ones after it are read.

use std::io::{self, BufRead, Read};

use csv_core::{ReadFieldResult, Reader, ReaderBuilder};

use super::{Table, unreadable};
use crate::intake::Refusal;
use crate::intake::format::Format;

/// What a field costs in memory besides its characters.
const FIELD_COST: u64 = 32;

/// Reads a table of delimited text.
pub fn delimited(table: &mut Table, bytes: impl Read) -> Result<(), Refusal> {
    let mut text = table.decoded(bytes)?;
    let delimiter = match table.format {
        Format::Tsv => b'\t',
        _ => delimiter(text.fill_buf().map_err(|error| unreadable(&error))?),
    };
    let mut records = Records::new(text, delimiter, table.options.max_bytes);
    let Some(header) = records.next().map_err(|error| unreadable(&error))? else {
        return Err(Refusal::new("empty", "expected a table, found an empty file: remove it or save it again"));
    };
    let names = column_names(&header.ok_or_else(|| Refusal::too_large(table.options.max_bytes))?);
    table.check_columns(&names.iter().map(String::as_str).collect::<Vec<_>>())?;
    let mut number = 0;
    while let Some(record) = records.next().map_err(|error| unreadable(&error))? {
        number += 1;
        match record {
            Some(fields) => table.row(number, names.iter().cloned().zip(fields).collect()),
            None => table.refuse(number, too_large(table.options.max_bytes)),
        }
    }
    Ok(())
}

fn too_large(max_bytes: u64) -> Refusal {
    let message = format!(
        "expected at most {max_bytes} bytes in one row, found more: look for a quotation mark that is not closed, split \
         the report, or allow more with --max-bytes"
    );
    Refusal::new("too-large", message)
}

/// The sign between columns: the one that the first line has most of.
fn delimiter(start: &[u8]) -> u8 {
    let line = start.split(|&byte| byte == b'\n').next().unwrap_or_default();
    let count = |sign: u8| line.iter().filter(|&&byte| byte == sign).count();
    // The last of equals wins.
    [b'|', b';', b'\t', b','].into_iter().max_by_key(|&sign| count(sign)).unwrap_or(b',')
}

/// Each column by a name of its own.
fn column_names(header: &[String]) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for (index, name) in header.iter().enumerate() {
        let name = name.trim().trim_start_matches('\u{FEFF}');
        let is_taken = name.is_empty() || names.iter().any(|other| other == name);
        names.push(if is_taken { format!("{name}[{}]", index + 1) } else { name.to_owned() });
    }
    names
}

/// Records of text, each within bounds.
struct Records<R> {
    text: R,
    parser: Reader,
    buffer: Vec<u8>,
    max_bytes: u64,
}

impl<R: BufRead> Records<R> {
    fn new(text: R, delimiter: u8, max_bytes: u64) -> Self {
        let parser = ReaderBuilder::new().delimiter(delimiter).build();
        Self { text, parser, buffer: vec![0; 64 << 10], max_bytes }
    }

    /// The fields of the next record; inner none where it is too large.
    fn next(&mut self) -> io::Result<Option<Option<Vec<String>>>> {
        let (mut fields, mut field, mut size) = (Vec::new(), Vec::new(), 0_u64);
        loop {
            let input = self.text.fill_buf()?;
            let (result, read, written) = self.parser.read_field(input, &mut self.buffer);
            self.text.consume(read);
            size += written as u64;
            if size <= self.max_bytes {
                field.extend_from_slice(&self.buffer[..written]);
            } else {
                (fields, field) = (Vec::new(), Vec::new());
            }
            match result {
                ReadFieldResult::InputEmpty | ReadFieldResult::OutputFull => {}
                ReadFieldResult::End => return Ok(None),
                ReadFieldResult::Field { record_end } => {
                    if size <= self.max_bytes {
                        fields.push(String::from_utf8_lossy(&std::mem::take(&mut field)).into_owned());
                    }
                    size += FIELD_COST.min(self.max_bytes / 64);
                    if record_end {
                        let is_whole = size <= self.max_bytes;
                        return Ok(Some(is_whole.then_some(fields)));
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn records(text: &str, max_bytes: u64) -> Vec<Option<Vec<String>>> {
        let mut records = Records::new(text.as_bytes(), b',', max_bytes);
        std::iter::from_fn(|| records.next().unwrap()).collect()
    }

    #[test]
    fn quotes_and_breaks_are_read_as_spreadsheets_write_them() {
        let found = records("a,\"b\r\n\"\"c\"\"\"\r\n\"x\",y", 1000);
        let expected = [["a", "b\r\n\"c\""], ["x", "y"]];
        assert_eq!(found.into_iter().map(Option::unwrap).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn a_record_that_is_too_large_is_passed_over() {
        let text = format!("甲,乙\n{},{}\n丙,丁\n", "长".repeat(100), "x".repeat(100_000));
        let found = records(&text, 200);
        assert_eq!(found.len(), 3);
        assert_eq!(found[1], None);
        assert_eq!(found[2].as_ref().unwrap(), &["丙", "丁"]);
        assert_eq!(records(&",".repeat(1 << 16), 1 << 16), [None], "fields cost memory too");
    }

    #[test]
    fn the_first_line_shows_the_delimiter() {
        assert_eq!(delimiter("标题;正文\n甲,乙,丙,丁;x".as_bytes()), b';');
        assert_eq!(delimiter("标题\t正文".as_bytes()), b'\t');
        assert_eq!(delimiter("正文".as_bytes()), b',');
        assert_eq!(column_names(&["a".into(), String::new(), "a".into()]), ["a", "[2]", "a[3]"]);
    }
}

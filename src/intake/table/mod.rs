//! Tables with one report a row: CSV, JSON and Parquet, and the items of a feed.
//!
//! Columns are found by their names or told by the options. A column that is a field of documents is given, so it
//! overrules what the text says; all others are kept as metadata. Rows come one after the other, and no more than one
//! is held. A row that cannot be read is one failure.

mod columns;
mod delimited;
mod isolated;
mod json;
mod parquet;
mod passages;

use std::borrow::Cow;
use std::io::{BufRead, BufReader, Cursor, Read};

use encoding_rs_io::DecodeReaderBytesBuilder;

use self::columns::Holds;
pub use self::columns::{field, tidy};
pub use self::delimited::delimited;
pub use self::isolated::{Bytes, CALL, parquet, serve};
pub use self::json::{json, json_lines};
use self::passages::Passages;
use super::decode::{self, Guess};
use super::format::Format;
use super::{Failure, Options, Place, Refusal, Source, file, html};
use crate::issue::Finding;

/// How much of a table is looked at to tell its encoding.
const SAMPLE: u64 = 1 << 20;
/// So many rows that cannot be read are told one by one; of the others, their number.
const MOST_REFUSED: u64 = 100;

/// One cell: the name of its column, and what is in it.
pub type Cell = (String, String);

/// A table that is being read.
pub struct Table<'t> {
    place: &'t Place,
    pub format: Format,
    pub options: &'t Options,
    each: &'t mut (dyn FnMut(Result<Source, Failure>) + 't),
    /// How its text is decoded; none where the format itself says it.
    guess: Option<Guess>,
    /// What is worth saying of the whole table: told with its first report.
    pub findings: Vec<Finding>,
    refused: u64,
    emitted: u64,
    /// Once the columns are known: whether its rows are passages of reports.
    passages: Option<Option<Passages>>,
}

impl<'t> Table<'t> {
    pub fn new(
        place: &'t Place,
        format: Format,
        options: &'t Options,
        each: &'t mut (dyn FnMut(Result<Source, Failure>) + 't),
    ) -> Self {
        let findings = Vec::new();
        Self { place, format, options, each, guess: None, findings, refused: 0, emitted: 0, passages: None }
    }

    /// The text of `bytes` as UTF-8, in whatever encoding it is.
    ///
    /// # Errors
    /// Where it cannot be read, or is no text.
    fn decoded<R: Read>(&mut self, mut bytes: R) -> Result<impl BufRead + use<R>, Refusal> {
        let mut head = Vec::new();
        (&mut bytes).take(SAMPLE).read_to_end(&mut head).map_err(|error| unreadable(&error))?;
        let guess = decode::of_stream(&head, (head.len() as u64) < SAMPLE, self.options)?;
        self.guess = Some(guess);
        let mut decoder = DecodeReaderBytesBuilder::new();
        decoder.encoding(Some(guess.encoding)).strip_bom(true);
        Ok(BufReader::new(decoder.build(Cursor::new(head).chain(bytes))))
    }

    /// Takes one row, counted from 1.
    pub fn row(&mut self, number: u64, cells: Vec<Cell>) {
        if cells.iter().all(|(_, value)| value.trim().is_empty()) {
            return;
        }
        if self.passages.is_none() {
            self.passages = Some(Passages::of(&names(&cells)));
        }
        if let Some(Some(passages)) = &mut self.passages {
            let done = passages.take(number, &cells, self.options);
            self.passage_report(done);
            return;
        }
        match self.source(number, &cells) {
            Ok(source) => self.emit(source),
            Err(refusal) => self.refuse(number, refusal),
        }
    }

    /// Refuses a table without a column of text before its rows are read.
    fn check_columns(&self, names: &[&str]) -> Result<(), Refusal> {
        let has_text = columns::assign(names, &self.options.columns).contains(&Holds::Text);
        if has_text { Ok(()) } else { Err(no_text(names)) }
    }

    /// A row that could not be read.
    pub fn refuse(&mut self, number: u64, refusal: Refusal) {
        self.refused += 1;
        if self.refused <= MOST_REFUSED {
            let name = self.row_name(number);
            (self.each)(Err(refusal.of(&name)));
        }
    }

    /// Ends the table.
    ///
    /// # Errors
    /// Where it held no row, or more bad ones than were told.
    pub fn finish(mut self) -> Result<(), Refusal> {
        if let Some(Some(passages)) = &mut self.passages {
            let done = passages.finish(self.options);
            self.passage_report(done);
        }
        if self.refused > MOST_REFUSED {
            let more = self.refused - MOST_REFUSED;
            let message = format!(
                "expected rows that hold reports, found {more} more that could not be read for reasons as in the rows \
                 told before: mend the table"
            );
            return Err(Refusal::new("rows-unread", message));
        }
        if self.emitted + self.refused == 0 {
            let message = "expected a table with one report a row, found no row: remove it or save it again";
            return Err(Refusal::new("empty", message));
        }
        Ok(())
    }

    fn source(&self, number: u64, cells: &[Cell]) -> Result<Source, Refusal> {
        let mut source = Source::of(&self.named(number), self.format.name(), &bytes_of(cells));
        let mut text = None;
        for ((name, value), holds) in cells.iter().zip(columns::assign(&names(cells), &self.options.columns)) {
            match holds {
                Holds::Text => text = Some((name, value)),
                _ if value.trim().is_empty() => {}
                Holds::Field(field) => {
                    source.given.entry(field.to_owned()).or_insert_with(|| columns::tidy(field, value));
                }
                Holds::Metadata => {
                    source.metadata.insert(name.clone(), value.clone());
                }
            }
        }
        let Some((column, text)) = text else { return Err(no_text(&names(cells))) };
        if text.trim().is_empty() {
            let message =
                format!("expected a report in the column {column}, found an empty cell: fill it, or take the row away");
            return Err(Refusal::new("empty", message));
        }
        let text = if html::is_markup(text) { Cow::Owned(html::cell(text)?) } else { Cow::Borrowed(text.as_str()) };
        let (text, line_ending) = decode::with_lf(text);
        let title = source.given.get("title").map(String::as_str).unwrap_or_default();
        source.text = html::with_title(&text, title);
        source.line_ending = line_ending;
        if source.text.len() as u64 > self.options.max_bytes {
            return Err(Refusal::too_large(self.options.max_bytes));
        }
        Ok(source)
    }

    fn passage_report(&mut self, done: Option<Result<passages::Joined, Refusal>>) {
        match done {
            Some(Ok(joined)) => {
                let place = self.named(joined.row);
                let mut source = Source::of(&place, self.format.name(), joined.text.as_bytes());
                source.metadata = joined.metadata;
                source.findings.push(joined.finding);
                (source.text, source.line_ending) = decode::with_lf(Cow::Owned(joined.text));
                self.emit(source);
            }
            Some(Err(refusal)) => self.settle(refusal),
            None => {}
        }
    }

    fn settle(&mut self, refusal: Refusal) {
        self.refused += 1;
        (self.each)(Err(refusal.of(&self.place.name)));
    }

    /// Hands a report over.
    pub fn emit(&mut self, mut source: Source) {
        self.emitted += 1;
        if let Some(guess) = &mut self.guess {
            decode::tell(&mut source, *guess);
            // A doubtful guess is told once a table.
            guess.doubtful = false;
        } else if source.encoding.is_empty() {
            encoding_rs::UTF_8.name().clone_into(&mut source.encoding);
        }
        source.findings.append(&mut self.findings);
        (self.each)(Ok(source));
    }

    /// The place of a row.
    pub fn named(&self, number: u64) -> Place {
        Place { name: self.row_name(number), given: self.place.given.clone() }
    }

    /// The place of the table.
    pub fn place(&self) -> &'t Place {
        self.place
    }

    /// How the text of the table was decoded, for formats that are decoded before they are parsed.
    pub fn decoded_as(&mut self, guess: Guess) {
        self.guess = Some(guess);
    }

    fn row_name(&self, number: u64) -> String {
        format!("{}#{number}", self.place.name)
    }
}

fn names(cells: &[Cell]) -> Vec<&str> {
    cells.iter().map(|(name, _)| name.as_str()).collect()
}

/// What a row is hashed by: its columns and cells, each ended by a sign that text does not hold.
fn bytes_of(cells: &[Cell]) -> Vec<u8> {
    cells.iter().flat_map(|(name, value)| [name.as_bytes(), b"\0", value.as_bytes(), b"\0"].concat()).collect()
}

fn no_text(names: &[&str]) -> Refusal {
    let found: Vec<&str> = names.iter().copied().take(20).collect();
    let message = format!(
        "expected a column with the report's text, such as text, content or 正文, found {}: name it with --text-column",
        if found.is_empty() { "none".to_owned() } else { found.join(", ") }
    );
    Refusal::new("no-text-column", message)
}

/// Why the bytes of a table cannot be read on.
fn unreadable(error: &std::io::Error) -> Refusal {
    Refusal::within(error).unwrap_or_else(|| file::unreadable(error))
}

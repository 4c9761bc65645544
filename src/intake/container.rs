//! From a file to the reports in it: formats that hold one, tables and archives that hold many, and these within one
//! another.
//!
//! Policy: what holds many is streamed, so that memory does not grow with it; a part that cannot be read is one
//! failure under its own name, and the parts after it are read. What archives may unpack to is bounded by the size of
//! the file, so that a small file cannot keep a run busy for ever.

use std::cell::Cell;
use std::io::{self, BufReader, Cursor, Read};
use std::path::Path;
use std::rc::Rc;

use super::format::{self, Format};
use super::table::{self, Table};
use super::{Failure, Options, Place, Refusal, Source, archive, file, report, xml};

/// Archives within archives.
const DEEPEST: usize = 4;
/// An archive may unpack to this many times its size. Reports shrink to a tenth; bombs to a thousandth.
const MOST_UNPACKED: u64 = 200;

/// A file with pictures may be so many times as large as the text of a report.
const PICTURES: u64 = 8;

/// The reading of one input.
pub struct Reading<'a> {
    pub options: &'a Options,
    each: &'a mut dyn FnMut(Result<Source, Failure>),
    /// How many archives are open around what is read.
    pub depth: usize,
    /// Bytes that archives may still unpack to.
    left: Rc<Cell<u64>>,
}

impl<'a> Reading<'a> {
    pub fn new(options: &'a Options, each: &'a mut dyn FnMut(Result<Source, Failure>)) -> Self {
        Self { options, each, depth: 0, left: Rc::default() }
    }

    /// Reads the file at `path`.
    pub fn file(&mut self, place: &Place, path: &Path) {
        let outcome = self.open(place, path);
        self.settle(place, outcome);
    }

    /// Tells what became of a part, if it went wrong.
    pub fn settle(&mut self, place: &Place, outcome: Result<(), Refusal>) {
        if let Err(refusal) = outcome {
            (self.each)(Err(refusal.of(&place.name)));
        }
    }

    fn open(&mut self, place: &Place, path: &Path) -> Result<(), Refusal> {
        let (file, stamp) = file::open(path)?;
        let format = Format::of(&place.name, &file::head(&file, format::HEAD)?)?;
        if !format.holds_many() {
            return self.whole(place, format, &file::load(&file, &stamp, self.most_bytes(format))?);
        }
        self.left.set(stamp.size.saturating_mul(MOST_UNPACKED).saturating_add(self.options.max_bytes));
        match format {
            Format::Zip => archive::zip(self, place, BufReader::new(&file))?,
            Format::Parquet => self.parquet(place, &table::Bytes::File(&file))?,
            _ => self.part(place, &mut BufReader::new(&file))?,
        }
        // The reports that it gave are out, but a person must hear that they may be of two minds.
        stamp.check(&file)
    }

    /// Reads a part that can only be read forwards.
    pub fn part(&mut self, place: &Place, reader: &mut dyn Read) -> Result<(), Refusal> {
        let mut head = Vec::new();
        (&mut *reader).take(format::HEAD as u64).read_to_end(&mut head).map_err(|error| self.broken(&error))?;
        let format = Format::of(&place.name, &head)?;
        let mut reader = Cursor::new(head).chain(reader);
        match format {
            Format::Gzip => archive::gzip(self, place, &mut reader),
            Format::Csv | Format::Tsv => self.table(place, format, |table| table::delimited(table, reader)),
            Format::JsonLines => self.table(place, format, |table| table::json_lines(table, reader)),
            Format::Json => self.table(place, format, |table| table::json(table, reader)),
            _ => {
                let most = self.most_bytes(format);
                let bytes = file::all(reader, most).map_err(|error| self.broken(&error))??;
                match format {
                    Format::Zip => archive::zip(self, place, Cursor::new(bytes)),
                    Format::Parquet => self.parquet(place, &table::Bytes::Memory(&bytes)),
                    _ => self.whole(place, format, &bytes),
                }
            }
        }
    }

    /// How large a file that is held in memory may be. Word files and PDFs hold pictures besides their text, which is
    /// bounded where it is taken out.
    fn most_bytes(&self, format: Format) -> u64 {
        let pictures = if matches!(format, Format::Docx | Format::Pdf) { PICTURES } else { 1 };
        self.options.max_bytes.saturating_mul(pictures)
    }

    /// Reads bytes that hold one report, or the few of a feed.
    fn whole(&mut self, place: &Place, format: Format, bytes: &[u8]) -> Result<(), Refusal> {
        if format == Format::Xml {
            return self.table(place, format, |table| xml::read(table, bytes));
        }
        let source = report(place, format, bytes, self.options)?;
        (self.each)(Ok(source));
        Ok(())
    }

    fn parquet(&mut self, place: &Place, bytes: &table::Bytes) -> Result<(), Refusal> {
        self.table(place, Format::Parquet, |table| table::parquet(table, bytes))
    }

    fn table(
        &mut self,
        place: &Place,
        format: Format,
        read: impl FnOnce(&mut Table) -> Result<(), Refusal>,
    ) -> Result<(), Refusal> {
        let mut table = Table::new(place, format, self.options, self.each);
        let outcome = read(&mut table);
        let ended = table.finish();
        outcome.and(ended)
    }

    /// Goes into an archive.
    ///
    /// # Errors
    /// Those of `read`, and where archives lie too deep in one another.
    pub fn within(&mut self, read: impl FnOnce(&mut Self) -> Result<(), Refusal>) -> Result<(), Refusal> {
        if self.depth == DEEPEST {
            let message =
                format!("expected at most {DEEPEST} archives in one another, found more: unpack the outer ones");
            return Err(Refusal::new("too-deep", message));
        }
        self.depth += 1;
        let outcome = read(self);
        self.depth -= 1;
        outcome
    }

    /// A reader of unpacked bytes that ends with an error where there are too many.
    pub fn metered<R: Read>(&self, reader: R) -> Metered<R> {
        Metered { reader, left: Rc::clone(&self.left) }
    }

    /// Whether archives have unpacked to as much as they may.
    pub fn is_spent(&self) -> bool {
        self.left.get() == 0
    }

    /// Why unpacked bytes cannot be read.
    pub fn broken(&self, error: &io::Error) -> Refusal {
        match Refusal::within(error) {
            Some(refusal) => refusal,
            None if self.depth == 0 => file::unreadable(error),
            None => Refusal::new("damaged", format!("it cannot be unpacked ({error}): fetch the archive again")),
        }
    }
}

/// Counts what is unpacked.
pub struct Metered<R> {
    reader: R,
    left: Rc<Cell<u64>>,
}

impl<R: Read> Read for Metered<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.left.get() == 0 {
            return Err(io::Error::other(too_much()));
        }
        let count = self.reader.read(buffer)?;
        self.left.set(self.left.get().saturating_sub(count as u64));
        Ok(count)
    }
}

fn too_much() -> Refusal {
    let message = format!(
        "expected an archive of reports, found one that unpacks to more than {MOST_UNPACKED} times its size, as bombs \
         do; the rest of it was not read: unpack it yourself if you trust it"
    );
    Refusal::new("unpacks-too-much", message)
}

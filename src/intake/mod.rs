//! Intake: from files to source texts. This is the only stage that may fail, and it fails one input at a time.

mod archive;
mod container;
mod decode;
mod discover;
mod docx;
mod file;
mod format;
mod guard;
mod html;
mod lines;
mod pdf;
mod plausible;
mod second;
mod sidecar;
mod table;
#[cfg(test)]
mod tests;
mod xml;
#[cfg(test)]
#[path = "../../tests/it/zipped.rs"]
mod zipped;

use std::collections::BTreeMap;
use std::path::PathBuf;

use sha2::{Digest, Sha256};

pub use self::discover::discover;
use self::format::Format;
pub use self::second::isolate;
use crate::issue::Finding;

/// A file to read.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Input {
    /// Path from the raw folder, with `/`: what the tables call it.
    pub name: String,
    /// Where it lies.
    pub path: PathBuf,
    /// Document fields given beside it, by column name of documents.csv; they hold for every report in it.
    pub given: BTreeMap<String, String>,
}

/// How inputs are read.
#[derive(Clone, Debug)]
pub struct Options {
    /// Overrules detection: a label of the WHATWG encoding standard.
    pub encoding: Option<String>,
    /// The most text that one report may hold, in bytes of UTF-8.
    pub max_bytes: u64,
    /// Column names of tabular inputs by role (`text`, `title`, `date`, …) where they are not found by name.
    pub columns: BTreeMap<String, String>,
}

impl Default for Options {
    fn default() -> Self {
        Self { encoding: None, max_bytes: 64 << 20, columns: BTreeMap::new() }
    }
}

/// One report as text, with where it came from.
#[derive(Clone, Debug, Default)]
pub struct Source {
    /// The input's name; a member of an archive follows after `!`, a row of a table after `#`.
    pub name: String,
    /// sha256 of the bytes of the file, the archive member, or the table row, in hex.
    pub sha256: String,
    /// Size of those bytes.
    pub bytes: u64,
    /// `text`, `html`, `docx` …
    pub format: &'static str,
    /// Name of the encoding that the text was decoded from.
    pub encoding: String,
    /// `lf`, `crlf`, `cr`, `mixed` or `none`, as found.
    pub line_ending: &'static str,
    /// Characters that could not be decoded.
    pub replacement_chars: usize,
    /// The source text: no BOM, LF line ends.
    pub text: String,
    /// Document fields given beside the report, by column name of documents.csv.
    pub given: BTreeMap<String, String>,
    /// Other columns of the row that it came from.
    pub metadata: BTreeMap<String, String>,
    /// What is worth saying about the reading.
    pub findings: Vec<Finding>,
}

/// An input, or a part of one, that could not be read: a code and a sentence with what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    pub name: String,
    pub code: &'static str,
    pub message: String,
}

/// Why something was not read, before it is known what the tables call it.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Refusal {
    code: &'static str,
    message: String,
}

impl Refusal {
    fn new(code: &'static str, message: impl Into<String>) -> Self {
        Self { code, message: message.into() }
    }

    fn too_large(max_bytes: u64) -> Self {
        let message = format!(
            "expected at most {max_bytes} bytes of one report, found more: split the file, or allow more with --max-bytes"
        );
        Self::new("too-large", message)
    }

    /// The refusal that a reader of ours ended with, where it was one of ours.
    fn within(error: &std::io::Error) -> Option<Self> {
        error.get_ref().and_then(|inner| inner.downcast_ref::<Self>()).cloned()
    }

    fn of(self, name: &str) -> Failure {
        Failure { name: name.to_owned(), code: self.code, message: self.message }
    }
}

impl std::fmt::Display for Refusal {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Refusal {}

/// What a part of an input is called, and the document fields that were given for it.
#[derive(Clone, Debug)]
struct Place {
    name: String,
    given: BTreeMap<String, String>,
}

/// Reads one input and hands each report in it, or why there is none, to `each`, in order.
pub fn read(input: &Input, options: &Options, each: &mut dyn FnMut(Result<Source, Failure>)) {
    let place = Place { name: input.name.clone(), given: input.given.clone() };
    container::Reading::new(options, each).file(&place, &input.path);
}

/// Whether a file may hold many reports, so that it is better streamed than read whole beside others.
pub fn may_hold_many(input: &Input) -> bool {
    let head = file::open(&input.path).and_then(|(file, _)| file::head(&file, format::SIGNATURE));
    head.and_then(|head| Format::of(&input.name, &head)).is_ok_and(Format::holds_many)
}

/// Reads bytes that hold one report.
fn report(place: &Place, format: Format, bytes: &[u8], options: &Options) -> Result<Source, Refusal> {
    let mut source = Source::of(place, format.name(), bytes);
    match format {
        Format::Docx => docx::read_into(&mut source, bytes, options)?,
        Format::Html => html::read_into(&mut source, bytes, options)?,
        Format::Pdf => pdf::read_into(&mut source, bytes, options)?,
        _ => decode::decode_into(&mut source, bytes, options)?,
    }
    Ok(source)
}

impl Source {
    /// What is known before the text is.
    fn of(place: &Place, format: &'static str, bytes: &[u8]) -> Self {
        Self {
            name: place.name.clone(),
            sha256: sha256(bytes),
            bytes: bytes.len() as u64,
            format,
            given: place.given.clone(),
            ..Self::default()
        }
    }
}

/// sha256 of `bytes` in hex.
fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

//! Intake: from files to source texts. This is the only stage that may fail, and it fails one input at a time.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::issue::Finding;

/// A file to read.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Input {
    /// Path from the raw folder, with `/`: what the tables call it.
    pub name: String,
    /// Where it lies.
    pub path: PathBuf,
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

/// Lists the inputs below `raw`, sorted by name, and what could not be listed.
///
/// # Errors
/// Where `raw` itself cannot be listed.
pub fn discover(raw: &Path) -> std::io::Result<(Vec<Input>, Vec<Failure>)> {
    let mut inputs = Vec::new();
    for entry in std::fs::read_dir(raw)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        inputs.push(Input { name, path: entry.path() });
    }
    inputs.sort();
    Ok((inputs, Vec::new()))
}

/// Reads one input and hands each report in it, or why there is none, to `each`, in order.
pub fn read(input: &Input, _options: &Options, each: &mut dyn FnMut(Result<Source, Failure>)) {
    match std::fs::read(&input.path) {
        Ok(bytes) => each(Ok(Source {
            name: input.name.clone(),
            text: String::from_utf8_lossy(&bytes).into_owned(),
            ..Source::default()
        })),
        Err(error) => each(Err(Failure { name: input.name.clone(), code: "unreadable", message: error.to_string() })),
    }
}

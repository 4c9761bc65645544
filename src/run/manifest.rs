//! The manifest: what a run read, reused, failed and wrote. It is written last, so a set without one, or one whose
//! hashes do not fit, is no complete set. It is the only output that holds times.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::{BufReader, BufWriter, ErrorKind, Write};
use std::path::Path;

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};

use super::publish::MANIFEST;

/// One published set and how it came about.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Manifest {
    /// Name and version of the program.
    pub tool: String,
    pub version: String,
    /// sha256 of all rule text that was loaded.
    pub rules: String,
    /// Everything but the inputs that decides what is read from them, as one hash: while it is the same, reports that
    /// have not changed need not be read again.
    #[serde(default)]
    pub reading: String,
    /// Every option with its value, as the run saw it.
    pub options: serde_json::Value,
    /// ISO 8601, UTC.
    pub started: String,
    pub finished: String,
    pub seconds: f64,
    pub exit_code: u8,
    pub totals: Totals,
    /// How many cells are filled, by table and column.
    #[serde(default)]
    pub filled: Filled,
    /// In the order of their names.
    pub inputs: Vec<InputEntry>,
    /// Inputs of the last run that are no longer there.
    pub deleted: Vec<String>,
    /// In the order of their paths; the manifest itself is not among them.
    pub outputs: Vec<OutputEntry>,
}

/// How many cells are filled, by table and column.
pub type Filled = BTreeMap<String, BTreeMap<String, u64>>;

/// Sums over the run.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Totals {
    pub inputs: u64,
    /// Inputs that were read in this run.
    pub read: u64,
    /// Inputs whose records were known from an earlier run.
    pub reused: u64,
    /// Inputs of which something could not be read.
    pub failed: u64,
    pub documents: u64,
    /// Bytes of the documents' text in UTF-8.
    pub text_bytes: u64,
    /// Rows by table.
    pub rows: BTreeMap<String, u64>,
}

/// What became of an input.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Fate {
    /// Read in this run.
    Read,
    /// Known from an earlier run.
    Reused,
    /// Gave nothing.
    Failed,
}

/// One input with its fate.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct InputEntry {
    /// Path from the raw folder.
    pub name: String,
    /// Of the file's bytes; empty where they could not be read.
    pub sha256: String,
    pub bytes: u64,
    /// Hash of what is given beside it; empty where nothing is.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub given: String,
    pub fate: Fate,
    /// The reports that it gave.
    pub documents: Vec<DocumentEntry>,
    /// Why it, or parts of it, could not be read.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub failures: Vec<String>,
}

/// One report of an input.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DocumentEntry {
    pub doc_id: String,
    /// The input's name, with the member or row for an input that holds many.
    pub name: String,
    /// Hash of its words, whatever breaks and widths they are written with.
    pub words: String,
    /// The report with the same words that is published in its stead.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first: Option<FirstEntry>,
}

/// A report that another one repeats.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FirstEntry {
    pub doc_id: String,
    pub name: String,
}

/// One published file.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct OutputEntry {
    /// Path from the output folder, with `/`.
    pub path: String,
    /// For tables.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rows: Option<u64>,
    pub bytes: u64,
    pub sha256: String,
}

impl Manifest {
    /// The manifest of the set in `output`; none where nothing was published yet.
    ///
    /// # Errors
    /// Where there is one that cannot be read.
    pub fn read(output: &Path) -> Result<Option<Self>> {
        let path = output.join(MANIFEST);
        let file = match File::open(&path) {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            opened => opened.with_context(|| format!("cannot read {}", path.display()))?,
        };
        let mut manifest: Self = serde_json::from_reader(BufReader::new(file)).with_context(|| {
            format!("expected a manifest that baobiao wrote in {}; move the file away and run again", path.display())
        })?;
        // They are looked up by halves.
        manifest.inputs.sort_by(|a, b| a.name.cmp(&b.name));
        manifest.outputs.sort_by(|a, b| a.path.cmp(&b.path));
        Ok(Some(manifest))
    }

    /// Writes it into `folder`.
    ///
    /// # Errors
    /// Where the disk refuses.
    pub fn write(&self, folder: &Path) -> Result<()> {
        let path = folder.join(MANIFEST);
        let write = || -> std::io::Result<()> {
            let mut file = BufWriter::new(File::create(&path)?);
            serde_json::to_writer_pretty(&mut file, self)?;
            file.write_all(b"\n")?;
            file.flush()
        };
        write().with_context(|| format!("cannot write {}", path.display()))
    }

    /// The input of that name.
    pub fn input(&self, name: &str) -> Option<&InputEntry> {
        self.inputs.binary_search_by(|input| input.name.as_str().cmp(name)).ok().map(|at| &self.inputs[at])
    }

    /// The published file at that path.
    pub fn output(&self, path: &str) -> Option<&OutputEntry> {
        self.outputs.binary_search_by(|output| output.path.as_str().cmp(path)).ok().map(|at| &self.outputs[at])
    }

    /// All reports, in the order of the tables.
    pub fn documents(&self) -> impl Iterator<Item = &DocumentEntry> {
        self.inputs.iter().flat_map(|input| &input.documents)
    }

    /// Paths of all files of this set, itself included.
    pub fn paths(&self) -> BTreeSet<String> {
        self.outputs.iter().map(|output| output.path.clone()).chain([MANIFEST.to_owned()]).collect()
    }
}

impl InputEntry {
    /// An input of which nothing has come yet.
    pub fn unread(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            sha256: String::new(),
            bytes: 0,
            given: String::new(),
            fate: Fate::Failed,
            documents: Vec::new(),
            failures: Vec::new(),
        }
    }
}

//! Putting a set together from what the inputs gave: texts and tables go to the staging folder as they come, and the
//! manifest's entries are kept. What could not be read is said on standard error, once, and stays in the issues.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::batch::Part;
use super::exit::Stop;
use super::hash;
use super::manifest::{Fate, Filled, InputEntry, OutputEntry, Totals};
use super::repeat::Seen;
use crate::Document;
use crate::export::{self, Sink};
use crate::intake::{Failure, Input};
use crate::tables::{Violations, document_id};

/// Folder of the extracted texts that offsets point into.
const TEXTS: &str = "text";

/// A set that is being put together in a folder.
pub struct Assembly {
    texts: PathBuf,
    sink: Sink,
    seen: Seen,
    inputs: Vec<InputEntry>,
    outputs: Vec<OutputEntry>,
    totals: Totals,
}

/// What a finished set is, for its manifest.
pub struct Assembled {
    pub inputs: Vec<InputEntry>,
    pub outputs: Vec<OutputEntry>,
    pub totals: Totals,
    pub filled: Filled,
}

impl Assembly {
    /// Opens the files of the new set in `folder`.
    ///
    /// # Errors
    /// Where a file cannot be created.
    pub fn begin(folder: &Path, inputs: &[Input], options: &export::Options) -> Result<Self> {
        let texts = folder.join(TEXTS);
        fs::create_dir_all(&texts).with_context(|| format!("cannot make the folder {}", texts.display()))?;
        let inputs = inputs.iter().map(|input| InputEntry::unread(&input.name)).collect();
        let sink = Sink::create(folder, options)?;
        Ok(Self { texts, sink, seen: Seen::default(), inputs, outputs: Vec::new(), totals: Totals::default() })
    }

    /// Appends inputs that could not be listed.
    ///
    /// # Errors
    /// Those of the tables.
    pub fn take_failures(&mut self, failures: Vec<Failure>) -> Result<(), Stop> {
        for failure in &failures {
            report(failure);
            let failures = vec![failure.message.clone()];
            self.inputs.push(InputEntry { fate: Fate::Failed, failures, ..InputEntry::unread(&failure.name) });
        }
        let results: Vec<_> = failures.into_iter().map(Err).collect();
        self.append(&results)
    }

    /// Appends what inputs gave, in their order.
    ///
    /// # Errors
    /// [`Exit::Refused`](super::exit::Exit::Refused) where a check does not hold, else what the disk says.
    pub fn take(&mut self, parts: Vec<Part>) -> Result<(), Stop> {
        let mut results = Vec::new();
        for mut part in parts {
            for result in &mut part.results {
                match result {
                    Ok(document) => self.take_document(document)?,
                    Err(failure) => report(failure),
                }
            }
            self.inputs[part.input].add(&part);
            results.append(&mut part.results);
        }
        self.append(&results)
    }

    /// How many reports were read so far.
    pub fn documents(&self) -> u64 {
        self.totals.documents
    }

    fn take_document(&mut self, document: &mut Document) -> Result<()> {
        self.seen.mark(document);
        let text: String = document.text.chars().iter().collect();
        let name = format!("{}.txt", document_id(document));
        let path = self.texts.join(&name);
        fs::write(&path, &text).with_context(|| format!("cannot write {}", path.display()))?;
        self.totals.documents += 1;
        self.totals.text_bytes += text.len() as u64;
        self.outputs.push(OutputEntry {
            path: format!("{TEXTS}/{name}"),
            rows: None,
            bytes: text.len() as u64,
            sha256: hash::bytes(text.as_bytes()),
        });
        Ok(())
    }

    fn append(&mut self, results: &[Result<Document, Failure>]) -> Result<(), Stop> {
        self.sink.append(results).map_err(refused)
    }

    /// Closes the set's files and tells what is in them.
    ///
    /// # Errors
    /// As [`Self::take`].
    pub fn finish(mut self) -> Result<Assembled, Stop> {
        let columns_by_table = self.sink.filled().iter();
        let filled = columns_by_table
            .map(|(table, columns)| {
                ((*table).to_owned(), columns.iter().map(|(column, &cells)| ((*column).to_owned(), cells)).collect())
            })
            .collect();
        for written in self.sink.finish().map_err(refused)? {
            if let (Some(rows), Some(table)) = (written.rows, table_name(&written.path)) {
                self.totals.rows.insert(table, rows);
            }
            let export::Written { path, rows, bytes, sha256 } = written;
            self.outputs.push(OutputEntry { path, rows, bytes, sha256 });
        }
        self.outputs.sort_by(|a, b| a.path.cmp(&b.path));
        self.inputs.sort_by(|a, b| a.name.cmp(&b.name));
        let count = |fate| self.inputs.iter().filter(|input| input.fate == fate).count() as u64;
        self.totals.inputs = self.inputs.len() as u64;
        self.totals.read = count(Fate::Read);
        self.totals.reused = count(Fate::Reused);
        self.totals.failed = self.inputs.iter().filter(|input| !input.failures.is_empty()).count() as u64;
        Ok(Assembled { inputs: self.inputs, outputs: self.outputs, totals: self.totals, filled })
    }
}

impl InputEntry {
    fn add(&mut self, part: &Part) {
        self.sha256.clone_from(&part.sha256);
        self.bytes = part.bytes;
        for result in &part.results {
            match result {
                Ok(_) => self.documents += 1,
                Err(failure) => self.failures.push(failure.message.clone()),
            }
        }
        self.fate = if self.documents > 0 { Fate::Read } else { Fate::Failed };
    }
}

fn report(failure: &Failure) {
    tracing::warn!(code = failure.code, input = failure.name, "{}: {}", failure.name, failure.message);
}

/// A violated check is told from a failing disk.
fn refused(error: anyhow::Error) -> Stop {
    match error.downcast_ref::<Violations>() {
        Some(violations) => Stop::refused(format!("a check of the tables does not hold; not published\n{violations}")),
        None => error.into(),
    }
}

/// `counts` of `csv/counts.csv`; other formats hold the same rows.
fn table_name(path: &str) -> Option<String> {
    let file = path.strip_prefix("csv/")?;
    file.strip_suffix(".csv").map(str::to_owned)
}

/// Rows by table, as one line for people.
pub fn rows_line(rows: &BTreeMap<String, u64>) -> String {
    let shown = ["activities", "counts", "commitments", "issues"];
    let told: Vec<String> = shown.iter().filter_map(|table| Some(format!("{} {table}", rows.get(*table)?))).collect();
    told.join(", ")
}

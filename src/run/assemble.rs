//! Putting a set together from what the inputs gave, in their order: texts and tables go to the staging folder as they
//! come, the rows of reports that have not changed are taken from the last set, and the manifest's entries are kept.
//! What could not be read is said on standard error, once, and stays in the issues.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::batch::{self, Gave, Part, Work};
use super::exit::Stop;
use super::hash;
use super::known::{self, text_path};
use super::manifest::{Fate, Filled, InputEntry, OutputEntry, Totals};
use super::repeat::Seen;
use crate::Document;
use crate::export::{self, Published, Sink};
use crate::intake::{Failure, Input};
use crate::tables::{Violations, document_id};

/// A set that is being put together in a folder.
pub struct Assembly<'a> {
    folder: PathBuf,
    raw: &'a [Input],
    sink: Sink,
    /// The last set's tables, where rows are taken from.
    published: Option<Published>,
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

/// Rows that wait to be written together: those of one origin, in order.
enum Waiting {
    Read(Vec<Result<Document, Failure>>),
    Known(Vec<String>),
}

impl<'a> Assembly<'a> {
    /// Opens the files of the new set in `folder`.
    ///
    /// # Errors
    /// Where a file cannot be created.
    pub fn begin(
        folder: &Path,
        raw: &'a [Input],
        published: Option<Published>,
        options: &export::Options,
    ) -> Result<Self> {
        let texts = folder.join("text");
        fs::create_dir_all(&texts).with_context(|| format!("cannot make the folder {}", texts.display()))?;
        Ok(Self {
            folder: folder.to_owned(),
            raw,
            sink: Sink::create(folder, options)?,
            published,
            seen: Seen::default(),
            inputs: raw.iter().map(|input| InputEntry::unread(&input.name)).collect(),
            outputs: Vec::new(),
            totals: Totals::default(),
        })
    }

    /// Appends inputs that could not be listed.
    ///
    /// # Errors
    /// Those of the tables.
    pub fn take_failures(&mut self, failures: Vec<Failure>) -> Result<(), Stop> {
        for failure in &failures {
            report(failure);
            let failures = vec![failure.message.clone()];
            self.inputs.push(InputEntry { failures, ..InputEntry::unread(&failure.name) });
        }
        self.write(Waiting::Read(failures.into_iter().map(Err).collect()))
    }

    /// Appends what inputs gave, in their order.
    ///
    /// # Errors
    /// [`Exit::Refused`](super::exit::Exit::Refused) where a check does not hold, else what the disk says.
    pub fn take(&mut self, parts: Vec<Part>, work: &Work) -> Result<(), Stop> {
        let mut waiting = Waiting::Read(Vec::new());
        for part in parts {
            let gave = match part.gave {
                // What it repeats has changed, though it has not.
                Gave::Known(entry) if !self.seen.agrees(&entry.documents) => {
                    Gave::Read(batch::read_again(&self.raw[part.input], work))
                }
                gave => gave,
            };
            let entry = &mut self.inputs[part.input];
            (entry.sha256, entry.bytes) = (part.sha256, part.bytes);
            entry.given = known::given(&self.raw[part.input]);
            let next = match gave {
                Gave::Read(results) => Waiting::Read(self.take_read(part.input, results)?),
                Gave::Known(entry) => Waiting::Known(self.take_known(part.input, entry, work)?),
            };
            waiting = match (waiting, next) {
                (Waiting::Read(mut rows), Waiting::Read(more)) => {
                    rows.extend(more);
                    Waiting::Read(rows)
                }
                (Waiting::Known(mut ids), Waiting::Known(more)) => {
                    ids.extend(more);
                    Waiting::Known(ids)
                }
                (done, next) => {
                    self.write(done)?;
                    next
                }
            };
        }
        self.write(waiting)
    }

    /// How many reports were taken so far.
    pub fn documents(&self) -> u64 {
        self.totals.documents
    }

    fn take_read(
        &mut self,
        input: usize,
        mut results: Vec<Result<Document, Failure>>,
    ) -> Result<Vec<Result<Document, Failure>>> {
        for result in &mut results {
            match result {
                Ok(document) => {
                    let entry = self.seen.mark(document);
                    self.write_text(document)?;
                    let documents = &mut self.inputs[input].documents;
                    if documents.is_empty() {
                        // Most inputs hold one report, and there may be a hundred thousand of them.
                        documents.reserve_exact(1);
                    }
                    documents.push(entry);
                }
                Err(failure) => {
                    report(failure);
                    self.inputs[input].failures.push(failure.message.clone());
                }
            }
        }
        let entry = &mut self.inputs[input];
        entry.fate = if entry.documents.is_empty() { Fate::Failed } else { Fate::Read };
        Ok(results)
    }

    fn take_known(&mut self, input: usize, entry: InputEntry, work: &Work) -> Result<Vec<String>> {
        for document in &entry.documents {
            self.seen.see(document);
            let text = work.known.take_text(&document.doc_id, &self.folder);
            self.keep_text(text.with_context(|| format!("cannot take over the text of {}", document.doc_id))?);
        }
        let ids = entry.documents.iter().map(|document| document.doc_id.clone()).collect();
        let taken = &mut self.inputs[input];
        (taken.documents, taken.fate) = (entry.documents, Fate::Reused);
        Ok(ids)
    }

    fn write_text(&mut self, document: &Document) -> Result<()> {
        let text: String = document.text.chars().iter().collect();
        let path = text_path(&document_id(document));
        fs::write(self.folder.join(&path), &text).with_context(|| format!("cannot write {path}"))?;
        let sha256 = hash::bytes(text.as_bytes());
        self.keep_text(OutputEntry { path, rows: None, bytes: text.len() as u64, sha256 });
        Ok(())
    }

    fn keep_text(&mut self, text: OutputEntry) {
        self.totals.documents += 1;
        self.totals.text_bytes += text.bytes;
        self.outputs.push(text);
    }

    fn write(&mut self, waiting: Waiting) -> Result<(), Stop> {
        let written = match (waiting, &mut self.published) {
            (Waiting::Read(rows), _) if !rows.is_empty() => self.sink.append(&rows),
            (Waiting::Known(ids), Some(published)) => {
                published.take(&ids).and_then(|tables| self.sink.append_tables(&tables))
            }
            _ => Ok(()),
        };
        written.map_err(refused)
    }

    /// Closes the set's files and tells what is in them.
    ///
    /// # Errors
    /// As [`Self::take`].
    pub fn finish(mut self) -> Result<Assembled, Stop> {
        let filled = self.sink.filled().iter().map(|(table, columns)| {
            ((*table).to_owned(), columns.iter().map(|(column, &cells)| ((*column).to_owned(), cells)).collect())
        });
        let filled = filled.collect();
        for export::Written { path, rows, bytes, sha256 } in self.sink.finish().map_err(refused)? {
            // Every format holds the same rows.
            if let (Some(rows), Some(("csv", table))) = (rows, export::table_of(&path)) {
                *self.totals.rows.entry(table.name.to_owned()).or_default() += rows;
            }
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

/// Rows by table, as one line for people.
pub fn rows_line(rows: &BTreeMap<String, u64>) -> String {
    let shown = ["activities", "counts", "commitments", "issues"];
    let told: Vec<String> = shown.iter().filter_map(|table| Some(format!("{} {table}", rows.get(*table)?))).collect();
    told.join(", ")
}

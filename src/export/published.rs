//! Reads a published set back, document by document. What was published is all that a later run needs to know of a
//! report that has not changed, so there is no second store that could disagree with it: its rows are taken from the
//! set as they are and written again beside those of the reports that were read anew.
//!
//! A set is read forwards once, a row group at a time, so that memory does not grow with it.

use std::collections::{BTreeSet, HashMap};
use std::fs::File;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use polars::prelude::{BooleanChunked, DataFrame};
use polars_io::SerReader;
use polars_io::parquet::read::ParquetReader;

use super::parquet;
use crate::tables::TableSet;
use crate::tables::schema::{DOCUMENTS, TABLES, Table};

const DOC_ID: &str = "doc_id";

/// A published set that is being read.
pub struct Published {
    /// Ids in the order of the set.
    documents: Vec<String>,
    /// Each document's place in it.
    places: HashMap<String, usize>,
    /// The first place that has not been passed.
    next: usize,
    cursors: Vec<Cursor>,
}

impl Published {
    /// Opens the set in `folder`, by its Parquet files.
    ///
    /// # Errors
    /// Where a file is missing, damaged, or not of this version's schema.
    pub fn open(folder: &Path) -> Result<Self> {
        let cursors = TABLES.iter().map(|table| Cursor::open(folder, table)).collect::<Result<Vec<_>>>()?;
        let path = parquet::path(folder, &DOCUMENTS);
        let ids = reader(&path)?.with_columns(Some(vec![DOC_ID.to_owned()])).finish()?;
        let documents: Vec<String> = ids.column(DOC_ID)?.str()?.iter().flatten().map(str::to_owned).collect();
        let places = documents.iter().cloned().enumerate().map(|(place, id)| (id, place)).collect();
        Ok(Self { documents, places, next: 0, cursors })
    }

    /// The ids of all documents, in the order of the set.
    pub fn documents(&self) -> Vec<String> {
        self.documents.clone()
    }

    /// Whether the set holds that document.
    pub fn holds(&self, id: &str) -> bool {
        self.places.contains_key(id)
    }

    /// The tables of the documents `ids`, in the order of the set. Rows of documents before the last of them are
    /// passed over and cannot be taken later; rows of issues that belong to no document are never taken.
    ///
    /// # Errors
    /// Where an id is not in the set or has been passed, or a file is damaged.
    pub fn take(&mut self, ids: &[String]) -> Result<TableSet> {
        let wanted = ids.iter().map(|id| self.place(id)).collect::<Result<BTreeSet<_>>>()?;
        self.next = wanted.last().map_or(self.next, |last| last + 1);
        let tables = self.cursors.iter_mut().map(|cursor| Ok((cursor.table, cursor.take(&wanted, &self.places)?)));
        Ok(TableSet::from_tables(tables.collect::<Result<_>>()?))
    }

    fn place(&self, id: &str) -> Result<usize> {
        match self.places.get(id) {
            Some(&place) if place >= self.next => Ok(place),
            Some(_) => bail!("expected documents in the order of the published set, found {id} after a later one"),
            None => bail!("expected the document {id} in the published set, found none"),
        }
    }
}

/// One table of the set, and how far it has been read.
struct Cursor {
    table: &'static Table,
    path: PathBuf,
    rows: usize,
    /// Rows that have been loaded.
    loaded: usize,
    /// Loaded rows that have not been passed.
    held: DataFrame,
}

impl Cursor {
    fn open(folder: &Path, table: &'static Table) -> Result<Self> {
        let path = parquet::path(folder, table);
        let mut file = reader(&path)?;
        let rows = file.num_rows()?;
        let held = raw(file.with_slice(Some((0, 0))).finish()?, table, &path)?;
        Ok(Self { table, path, rows, loaded: 0, held })
    }

    /// The rows of the documents at `wanted`; all rows up to the last of these documents are passed.
    fn take(&mut self, wanted: &BTreeSet<usize>, places: &HashMap<String, usize>) -> Result<DataFrame> {
        let last = wanted.last().copied();
        let mut taken = self.held.clear();
        loop {
            let ids = self.held.column(DOC_ID)?.str()?;
            let at: Vec<Option<usize>> = ids.iter().map(|id| places.get(id?).copied()).collect();
            let passed = at.iter().take_while(|place| place.is_none() || **place <= last).count();
            let mask: BooleanChunked =
                at[..passed].iter().map(|at| at.is_some_and(|at| wanted.contains(&at))).collect();
            let (before, after) = self.held.split_at(passed as i64);
            taken.vstack_mut(&before.filter(&mask)?)?;
            self.held = after;
            if self.held.height() > 0 || self.loaded == self.rows {
                return Ok(taken);
            }
            self.load()?;
        }
    }

    fn load(&mut self) -> Result<()> {
        let rows = parquet::ROW_GROUP.min(self.rows - self.loaded);
        let frame = reader(&self.path)?.with_slice(Some((self.loaded, rows))).finish()?;
        self.loaded += rows;
        self.held = raw(frame, self.table, &self.path)?;
        Ok(())
    }
}

fn reader(path: &Path) -> Result<ParquetReader<File>> {
    let file = File::open(path).with_context(|| format!("cannot read {}", path.display()))?;
    Ok(ParquetReader::new(file))
}

/// A frame as read, in the types that tables are built and checked in.
fn raw(frame: DataFrame, table: &'static Table, path: &Path) -> Result<DataFrame> {
    let conformed = crate::tables::raw(&frame, table);
    conformed.with_context(|| format!("expected the table {} of this version in {}", table.name, path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Document;
    use crate::export::{Headers, Options, Sink, Written};
    use crate::intake::Failure;
    use crate::tables::sample::report;

    const NAMES: [&str; 4] = ["a.txt", "b.txt", "c.txt", "d.txt"];

    fn options() -> Options {
        Options { bom: true, headers: Headers::En, version: "1".into(), rules_fingerprint: "f00d".into() }
    }

    fn input(name: &str) -> Result<Document, Failure> {
        let digit = name.chars().next().unwrap();
        Ok(report(name, &digit.to_string().repeat(16)))
    }

    fn id(name: &str) -> String {
        format!("doc-{}", name[..1].repeat(12))
    }

    fn whole(folder: &Path, names: &[&str]) -> Vec<Written> {
        let mut sink = Sink::create(folder, &options()).unwrap();
        let inputs: Vec<_> = names.iter().map(|name| input(name)).collect();
        sink.append(&inputs).unwrap();
        sink.finish().unwrap()
    }

    #[test]
    fn rows_taken_from_a_set_give_the_same_files() {
        let (first, second, again) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap(), tempfile::tempdir());
        whole(first.path(), &["a.txt", "b.txt", "d.txt"]);
        let mut published = Published::open(first.path()).unwrap();
        let mut sink = Sink::create(second.path(), &options()).unwrap();
        sink.append_tables(&published.take(&[id("a.txt"), id("b.txt")]).unwrap()).unwrap();
        sink.append(&[input("c.txt")]).unwrap();
        sink.append_tables(&published.take(&[id("d.txt")]).unwrap()).unwrap();
        assert_eq!(sink.finish().unwrap(), whole(again.unwrap().path(), &NAMES));
    }

    #[test]
    fn documents_that_are_passed_over_leave_nothing() {
        let (first, second, again) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap(), tempfile::tempdir());
        whole(first.path(), &NAMES);
        let mut published = Published::open(first.path()).unwrap();
        assert!(published.holds(&id("b.txt")) && !published.holds("doc-eeeeeeeeeeee"));
        let mut sink = Sink::create(second.path(), &options()).unwrap();
        sink.append_tables(&published.take(&[id("b.txt"), id("d.txt")]).unwrap()).unwrap();
        assert_eq!(sink.finish().unwrap(), whole(again.unwrap().path(), &["b.txt", "d.txt"]));
    }

    #[test]
    fn a_document_that_is_not_there_is_an_error() {
        let folder = tempfile::tempdir().unwrap();
        whole(folder.path(), &["a.txt"]);
        let error = Published::open(folder.path()).unwrap().take(&[id("b.txt")]).err().unwrap();
        assert_eq!(error.to_string(), "expected the document doc-bbbbbbbbbbbb in the published set, found none");
    }

    #[test]
    fn a_document_that_was_passed_is_an_error_and_not_lost_in_silence() {
        let folder = tempfile::tempdir().unwrap();
        whole(folder.path(), &NAMES);
        let mut published = Published::open(folder.path()).unwrap();
        published.take(&[id("c.txt")]).unwrap();
        let error = published.take(&[id("b.txt")]).err().unwrap();
        assert!(error.to_string().contains("found doc-bbbbbbbbbbbb after a later one"), "{error}");
    }

    #[test]
    fn a_set_of_another_schema_is_an_error() {
        let folder = tempfile::tempdir().unwrap();
        whole(folder.path(), &["a.txt"]);
        let counts = folder.path().join("parquet/counts.parquet");
        std::fs::copy(folder.path().join("parquet/mentions.parquet"), counts).unwrap();
        let error = format!("{:#}", Published::open(folder.path()).err().unwrap());
        assert!(error.contains("expected the table counts of this version in"), "{error}");
    }
}

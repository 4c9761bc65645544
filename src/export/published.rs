//! Reads a published set back, document by document. What was published is all that a later run needs to know of a
//! report that has not changed, so there is no second store that could disagree with it: its rows are taken from the
//! set as they are and written again beside those of the reports that were read anew.
//!
//! A set is read forwards once, a row group of each part file at a time, so that memory does not grow with it. How it
//! was split does not matter: the rows come in the order of the documents.

use std::collections::{BTreeMap, BTreeSet, HashMap, VecDeque};
use std::fs::File;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use polars::prelude::{BooleanChunked, DataFrame, IdxCa, IdxSize};
use polars_io::SerReader;
use polars_io::parquet::metadata::FileMetadataRef;
use polars_io::parquet::read::ParquetReader;

use super::{parquet, table_of};
use crate::tables::TableSet;
use crate::tables::schema::{DOCUMENTS, TABLES, Table};

const DOC_ID: &str = "doc_id";

/// A published set that is being read.
pub struct Published {
    /// Each document's place in the order of the set.
    places: HashMap<String, usize>,
    /// The first place that has not been passed.
    next: usize,
    /// By table, in the order of the schema: a cursor a partition.
    cursors: Vec<Vec<Cursor>>,
}

impl Published {
    /// Opens the set in `folder`, of whose files `paths` are some and must be all Parquet files. `order` are the ids
    /// of its documents, in the order in which they were written.
    ///
    /// # Errors
    /// Where a file is missing, damaged, or not of this version's schema, or holds other documents.
    pub fn open<'a>(
        folder: &Path,
        paths: impl IntoIterator<Item = &'a str>,
        order: impl IntoIterator<Item = &'a str>,
    ) -> Result<Self> {
        let places: HashMap<String, usize> =
            order.into_iter().enumerate().map(|(place, id)| (id.to_owned(), place)).collect();
        let mut files: BTreeMap<&str, BTreeMap<&str, Vec<&str>>> = BTreeMap::new();
        for path in paths {
            if let Some((parquet::NAME, table)) = table_of(path) {
                let partition = path.rsplit_once('/').map_or("", |(folder, _)| folder);
                files.entry(table.name).or_default().entry(partition).or_default().push(path);
            }
        }
        holds_these(folder, files.get(DOCUMENTS.name), &places)?;
        let open = |table: &'static Table| {
            let Some(partitions) = files.remove(table.name) else { bail!("expected the table {}", table.name) };
            partitions.into_values().map(|paths| Cursor::open(folder, table, paths)).collect()
        };
        Ok(Self { places, next: 0, cursors: TABLES.into_iter().map(open).collect::<Result<_>>()? })
    }

    /// The tables of the documents `ids`, in the order of the set. Rows of documents before the last of them are
    /// passed over and cannot be taken later; rows of issues that belong to no document are never taken.
    ///
    /// # Errors
    /// Where an id is not in the set or has been passed, or a file is damaged.
    pub fn take(&mut self, ids: &[String]) -> Result<TableSet> {
        let wanted = ids.iter().map(|id| self.place(id)).collect::<Result<BTreeSet<_>>>()?;
        self.next = wanted.last().map_or(self.next, |last| last + 1);
        let places = &self.places;
        let tables = TABLES.into_iter().zip(&mut self.cursors).map(|(table, cursors)| {
            let parts = cursors.iter_mut().map(|cursor| cursor.take(&wanted, places));
            Ok((table, together(parts.collect::<Result<_>>()?, places)?))
        });
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

/// The files hold the documents of the set and no others, each partition in their order: else rows would be passed
/// over in silence.
fn holds_these(
    folder: &Path,
    partitions: Option<&BTreeMap<&str, Vec<&str>>>,
    places: &HashMap<String, usize>,
) -> Result<()> {
    let mut found = 0;
    for paths in partitions.into_iter().flat_map(BTreeMap::values) {
        let mut last = None;
        for path in in_order(paths) {
            let ids = reader(&folder.join(path))?.with_columns(Some(vec![DOC_ID.to_owned()])).finish()?;
            for id in ids.column(DOC_ID)?.str()?.iter().flatten() {
                let place = places.get(id).copied();
                ensure!(
                    place.is_some() && place > last,
                    "expected the documents of the manifest in {path}, found {id}"
                );
                last = place;
                found += 1;
            }
        }
    }
    ensure!(found == places.len(), "expected the {} documents of the manifest, found {found}", places.len());
    Ok(())
}

/// Part files in the order of their numbers, which have leading zeros up to some length.
fn in_order<'a>(paths: &[&'a str]) -> Vec<&'a str> {
    let mut paths = paths.to_vec();
    paths.sort_by_key(|path| (path.len(), *path));
    paths
}

/// The rows of all partitions, in the order of their documents.
fn together(parts: Vec<DataFrame>, places: &HashMap<String, usize>) -> Result<DataFrame> {
    let mut filled = parts.iter().filter(|part| part.height() > 0);
    let first = filled.next().or(parts.first()).context("expected a file of each table")?;
    let mut rows = first.clone();
    let others: Vec<&DataFrame> = filled.collect();
    if others.is_empty() {
        return Ok(rows);
    }
    for part in others {
        rows.vstack_mut(part)?;
    }
    let ids = rows.column(DOC_ID)?.str()?;
    let at: Vec<Option<usize>> = ids.iter().map(|id| places.get(id?).copied()).collect();
    let mut order: Vec<IdxSize> = (0..rows.height() as IdxSize).collect();
    order.sort_by_key(|&row| at[row as usize]);
    Ok(rows.take(&IdxCa::from_vec("".into(), order))?)
}

/// One partition of a table, and how far it has been read.
struct Cursor {
    table: &'static Table,
    /// Files that have not been begun.
    files: VecDeque<PathBuf>,
    open: Option<OpenFile>,
    /// Loaded rows that have not been passed.
    held: DataFrame,
}

/// A part file that is being read.
struct OpenFile {
    path: PathBuf,
    metadata: FileMetadataRef,
    /// Row groups and rows that have been loaded.
    groups: usize,
    rows: usize,
}

impl Cursor {
    fn open(folder: &Path, table: &'static Table, paths: Vec<&str>) -> Result<Self> {
        let mut files: VecDeque<PathBuf> = in_order(&paths).into_iter().map(|path| folder.join(path)).collect();
        let first = files.pop_front().with_context(|| format!("expected the table {}", table.name))?;
        let held = raw(reader(&first)?.with_slice(Some((0, 0))).finish()?, table, &first)?;
        Ok(Self { table, files, open: Some(OpenFile::open(first)?), held })
    }

    /// The rows of the documents at `wanted`; all rows up to the last of these documents are passed.
    fn take(&mut self, wanted: &BTreeSet<usize>, places: &HashMap<String, usize>) -> Result<DataFrame> {
        let last = wanted.last().copied();
        let mut taken = self.held.clear();
        loop {
            let ids = self.held.column(DOC_ID)?.str()?;
            let at = ids.iter().map(|id| places.get(id?).copied());
            let passed = at.take_while(|place| place.is_none() || *place <= last);
            let mask: BooleanChunked = passed.map(|at| at.is_some_and(|at| wanted.contains(&at))).collect();
            let (before, after) = self.held.split_at(mask.len() as i64);
            taken.vstack_mut(&before.filter(&mask)?)?;
            self.held = after;
            if self.held.height() > 0 || !self.load()? {
                return Ok(taken);
            }
        }
    }

    /// Loads the next row group that holds any row; false where there is none.
    fn load(&mut self) -> Result<bool> {
        while let Some(open) = &mut self.open {
            if let Some(rows) = open.next()? {
                self.held = raw(rows, self.table, &open.path)?;
                return Ok(true);
            }
            self.open = self.files.pop_front().map(OpenFile::open).transpose()?;
        }
        Ok(false)
    }
}

impl OpenFile {
    fn open(path: PathBuf) -> Result<Self> {
        let metadata = reader(&path)?.get_metadata()?.clone();
        Ok(Self { path, metadata, groups: 0, rows: 0 })
    }

    /// The rows of the next row group; none at the end of the file.
    fn next(&mut self) -> Result<Option<DataFrame>> {
        let Some(group) = self.metadata.row_groups.get(self.groups) else { return Ok(None) };
        let (first, rows) = (self.rows, group.num_rows());
        self.groups += 1;
        self.rows += rows;
        if rows == 0 {
            return self.next();
        }
        let mut reader = reader(&self.path)?;
        reader.set_metadata(self.metadata.clone());
        Ok(Some(reader.with_slice(Some((first, rows))).finish()?))
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
    use std::num::NonZero;

    use super::*;
    use crate::Document;
    use crate::export::{Options, Sink, Split, Written};
    use crate::extract::ReportKind;
    use crate::intake::Failure;
    use crate::tables::sample::report;

    const NAMES: [&str; 4] = ["a.txt", "b.txt", "c.txt", "d.txt"];

    fn options() -> Options {
        Options { version: "1".into(), rules_fingerprint: "f00d".into(), ..Options::default() }
    }

    /// The set in `folder`, whose documents are those of `names`.
    fn open(folder: &Path, written: &[Written], names: &[&str]) -> Result<Published> {
        let ids: Vec<String> = names.iter().map(|name| id(name)).collect();
        Published::open(folder, written.iter().map(|file| file.path.as_str()), ids.iter().map(String::as_str))
    }

    fn input(name: &str) -> Result<Document, Failure> {
        let digit = name.chars().next().unwrap();
        Ok(report(name, &digit.to_string().repeat(16)))
    }

    fn id(name: &str) -> String {
        format!("doc-{}", name[..1].repeat(12))
    }

    fn whole(folder: &Path, names: &[&str]) -> Vec<Written> {
        split(folder, names, Split::None, 1000)
    }

    fn split(folder: &Path, names: &[&str], split: Split, part_rows: usize) -> Vec<Written> {
        let part_rows = NonZero::new(part_rows).unwrap();
        let mut sink = Sink::create(folder, &Options { split, part_rows, ..options() }).unwrap();
        let inputs: Vec<_> = names.iter().map(|name| input(name)).collect();
        sink.append(&inputs).unwrap();
        sink.finish().unwrap()
    }

    #[test]
    fn rows_taken_from_a_set_give_the_same_files_however_it_was_split() {
        let again = tempfile::tempdir().unwrap();
        let expected = whole(again.path(), &NAMES);
        for (by, part_rows) in [(Split::None, 1), (Split::Rows, 2), (Split::Kind, 3), (Split::Year, 1000)] {
            let (first, second) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
            let names = ["a.txt", "b.txt", "d.txt"];
            let mut published = open(first.path(), &split(first.path(), &names, by, part_rows), &names).unwrap();
            let mut sink = Sink::create(second.path(), &options()).unwrap();
            sink.append_tables(&published.take(&[id("a.txt"), id("b.txt")]).unwrap()).unwrap();
            sink.append(&[input("c.txt")]).unwrap();
            sink.append_tables(&published.take(&[id("d.txt")]).unwrap()).unwrap();
            assert_eq!(sink.finish().unwrap(), expected, "{by:?}");
        }
    }

    #[test]
    fn rows_of_partitions_come_in_the_order_of_the_documents() {
        let kinds = |name: &str| if "ac".contains(&name[..1]) { ReportKind::Court } else { ReportKind::Cppcc };
        let inputs: Vec<_> = NAMES
            .iter()
            .map(|name| {
                let mut document = input(name).unwrap();
                document.records.fields.report_kind = kinds(name);
                Ok(document)
            })
            .collect();
        let files = |options: &Options, from: Option<(&Path, &[Written])>| {
            let folder = tempfile::tempdir().unwrap();
            let mut sink = Sink::create(folder.path(), options).unwrap();
            match from {
                Some((from, written)) => {
                    let ids: Vec<String> = NAMES.iter().map(|name| id(name)).collect();
                    let mut published = open(from, written, &NAMES).unwrap();
                    sink.append_tables(&published.take(&ids[..3]).unwrap()).unwrap();
                    sink.append_tables(&published.take(&ids[3..]).unwrap()).unwrap();
                }
                None => sink.append(&inputs).unwrap(),
            }
            (sink.finish().unwrap(), folder)
        };
        let by_kind = Options { split: Split::Kind, part_rows: NonZero::new(2).unwrap(), ..options() };
        let (parts, folder) = files(&by_kind, None);
        assert!(parts.iter().any(|file| file.path == "parquet/counts/by_kind=court/part-003.parquet"), "{parts:#?}");
        assert_eq!(files(&options(), Some((folder.path(), &parts))).0, files(&options(), None).0);
    }

    #[test]
    fn documents_that_are_passed_over_leave_nothing() {
        let (first, second, again) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap(), tempfile::tempdir());
        let mut published = open(first.path(), &whole(first.path(), &NAMES), &NAMES).unwrap();
        let mut sink = Sink::create(second.path(), &options()).unwrap();
        sink.append_tables(&published.take(&[id("b.txt"), id("d.txt")]).unwrap()).unwrap();
        assert_eq!(sink.finish().unwrap(), whole(again.unwrap().path(), &["b.txt", "d.txt"]));
    }

    #[test]
    fn a_document_that_is_not_there_is_an_error() {
        let folder = tempfile::tempdir().unwrap();
        let written = whole(folder.path(), &["a.txt"]);
        let error = open(folder.path(), &written, &["a.txt"]).unwrap().take(&[id("b.txt")]).err().unwrap();
        assert_eq!(error.to_string(), "expected the document doc-bbbbbbbbbbbb in the published set, found none");
    }

    #[test]
    fn a_document_that_was_passed_is_an_error_and_not_lost_in_silence() {
        let folder = tempfile::tempdir().unwrap();
        let mut published = open(folder.path(), &whole(folder.path(), &NAMES), &NAMES).unwrap();
        published.take(&[id("c.txt")]).unwrap();
        let error = published.take(&[id("b.txt")]).err().unwrap();
        assert!(error.to_string().contains("found doc-bbbbbbbbbbbb after a later one"), "{error}");
    }

    #[test]
    fn a_set_of_other_documents_or_in_another_order_is_an_error() {
        let folder = tempfile::tempdir().unwrap();
        let written = whole(folder.path(), &NAMES);
        for names in
            [&NAMES[..3], &["a.txt", "c.txt", "b.txt", "d.txt"], &["a.txt", "b.txt", "c.txt", "d.txt", "e.txt"]]
        {
            let error = open(folder.path(), &written, names).err().unwrap();
            assert!(error.to_string().contains("documents of the manifest"), "{names:?}: {error}");
        }
    }

    #[test]
    fn a_set_of_another_schema_is_an_error() {
        let folder = tempfile::tempdir().unwrap();
        let written = whole(folder.path(), &["a.txt"]);
        let counts = folder.path().join("parquet/counts.parquet");
        std::fs::copy(folder.path().join("parquet/mentions.parquet"), counts).unwrap();
        let error = format!("{:#}", open(folder.path(), &written, &["a.txt"]).err().unwrap());
        assert!(error.contains("expected the table counts of this version in"), "{error}");
    }
}

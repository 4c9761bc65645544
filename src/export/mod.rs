//! Export: encodes tables to files, one small file a format behind one trait. A [`Sink`] takes inputs chunk by chunk,
//! builds and checks their tables, and writes them through, so that memory holds one chunk whatever the corpus.
//! It writes into the folder that it is given and nowhere else; publishing that folder is the business of the run.

mod csv;
mod datapackage;
mod output;
mod parquet;
mod part;
mod published;
mod verify;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::num::NonZero;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use polars::prelude::{BooleanChunked, DataFrame, PolarsResult};

use crate::Document;
use crate::intake::Failure;
use crate::tables::schema::{Column, TABLES, Table};
use crate::tables::{Checker, TableSet};
use part::{Key, Parts};
pub use part::{Split, table_of};
pub use published::Published;
pub use verify::verify;

/// The language of the header row of CSV files.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Headers {
    /// Column names, as the schema and the codebook have them.
    #[default]
    En,
    /// Chinese labels, for people who open the file in a spreadsheet.
    Zh,
}

impl Headers {
    /// What the header row calls a column.
    fn of(self, column: &Column) -> &'static str {
        match self {
            Self::En => column.name,
            Self::Zh => column.zh,
        }
    }
}

/// How tables are written.
#[derive(Clone, Debug)]
pub struct Options {
    /// Whether CSV files begin with a byte-order mark, which spreadsheets need to read UTF-8.
    pub bom: bool,
    pub headers: Headers,
    pub split: Split,
    /// The most rows of a part file.
    pub part_rows: NonZero<usize>,
    /// Version of the tool, for the metadata of files that have any.
    pub version: String,
    /// Fingerprint of the rules, likewise.
    pub rules_fingerprint: String,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            bom: true,
            headers: Headers::En,
            split: Split::None,
            part_rows: NonZero::<usize>::MAX,
            version: String::new(),
            rules_fingerprint: String::new(),
        }
    }
}

/// A file that was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// Path from the folder, with `/`.
    pub path: String,
    /// Rows of the table; none for a file that is no table.
    pub rows: Option<u64>,
    pub bytes: u64,
    /// In hex.
    pub sha256: String,
}

/// A file of one table that rows are appended to.
trait Writer {
    /// Appends rows that conform to the schema and have been checked.
    fn append(&mut self, rows: &DataFrame) -> Result<()>;
    /// Closes the file.
    fn finish(self: Box<Self>) -> Result<Written>;
}

/// Makes the writer of one file of a table, at a path below a folder.
type Create = fn(&Path, &str, &'static Table, &Options) -> Result<Box<dyn Writer>>;

/// A format in which tables are written.
struct Format {
    /// Name of its folder and ending of its files.
    name: &'static str,
    create: Create,
}

/// Every format in which tables are written.
static FORMATS: [Format; 2] =
    [Format { name: "csv", create: csv::create }, Format { name: parquet::NAME, create: parquet::create }];

/// An open set of output files.
pub struct Sink {
    folder: PathBuf,
    options: Options,
    checker: Checker,
    /// By table, in the order of the schema: the files of each format.
    files: Vec<Vec<Parts>>,
    filled: Filled,
}

/// How many cells of each column are filled, by table and column.
pub type Filled = BTreeMap<&'static str, BTreeMap<&'static str, u64>>;

impl Sink {
    /// Opens all files below `folder`, which must exist.
    ///
    /// # Errors
    /// Where a file cannot be created.
    pub fn create(folder: &Path, options: &Options) -> Result<Self> {
        let begin = |table: &'static Table| {
            FORMATS.iter().map(|format| Parts::begin(folder, format, table, options)).collect::<Result<Vec<_>>>()
        };
        let files = TABLES.iter().map(|table| begin(table)).collect::<Result<_>>()?;
        Ok(Self {
            folder: folder.to_owned(),
            options: options.clone(),
            checker: Checker::default(),
            files,
            filled: Filled::new(),
        })
    }

    /// Builds, checks and writes the rows of `inputs`: documents, and inputs that gave none, in the order in which
    /// their rows shall stand. Neither rows nor bytes depend on how the inputs are cut into chunks.
    ///
    /// # Errors
    /// [`Violations`](crate::tables::Violations) where a check fails (nothing may be published then), or the error of
    /// a file.
    pub fn append(&mut self, inputs: &[Result<Document, Failure>]) -> Result<()> {
        self.append_tables(&TableSet::build(inputs)?)
    }

    /// Checks and writes rows that are tables already.
    ///
    /// # Errors
    /// As [`Self::append`].
    pub fn append_tables(&mut self, set: &TableSet) -> Result<()> {
        self.checker.check(set)?;
        let keys = self.options.split.keys(set.documents())?;
        for ((table, rows), files) in set.tables.iter().zip(&mut self.files) {
            let filled = self.filled.entry(table.name).or_default();
            for column in table.columns {
                *filled.entry(column.name).or_default() +=
                    (rows.height() - rows.column(column.name)?.null_count()) as u64;
            }
            for (key, rows) in partitioned(rows, self.options.split, &keys)? {
                for parts in &mut *files {
                    parts.append(&key, &rows).with_context(|| format!("writing the table {}", table.name))?;
                }
            }
        }
        Ok(())
    }

    /// How many cells have been filled so far: a column that was filled in the last set and is empty in this one has
    /// lost its rule or its input.
    pub fn filled(&self) -> &Filled {
        &self.filled
    }

    /// Closes all files and tells what was written, in the order of the schema, `datapackage.json` last.
    ///
    /// # Errors
    /// The error of a file.
    pub fn finish(self) -> Result<Vec<Written>> {
        let files = self.files.into_iter().flatten().map(Parts::finish);
        let mut written = files.collect::<Result<Vec<_>>>()?.concat();
        written.push(datapackage::write(&self.folder, &written, &self.options)?);
        Ok(written)
    }
}

/// Rows by the partition of their document, in their order.
fn partitioned(rows: &DataFrame, split: Split, keys: &HashMap<String, Key>) -> PolarsResult<Vec<(Key, DataFrame)>> {
    if split.column().is_none() {
        return Ok(vec![(None, rows.clone())]);
    }
    let key_of = |id: Option<&str>| id.and_then(|id| keys.get(id)).cloned().flatten();
    let by_row: Vec<Key> = rows.column("doc_id")?.str()?.iter().map(key_of).collect();
    let found: BTreeSet<&Key> = by_row.iter().collect();
    let part = |key: &Key| {
        let mask: BooleanChunked = by_row.iter().map(|found| found == key).collect();
        Ok((key.clone(), rows.filter(&mask)?))
    };
    found.into_iter().map(part).collect()
}

#[cfg(test)]
mod tests;

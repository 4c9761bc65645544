//! Part files: which files a table is written to, and where they lie. Without a split a table is one file of a
//! format. With one it is a folder of part files, none longer than a spreadsheet opens; split by something of the
//! report, Parquet files are a hive-partitioned data set whose partition keys are ASCII and the name of no column.
//! Which part a row is in depends on the rows alone, never on how they come in chunks.

use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};

use anyhow::Result;
use polars::prelude::*;

use super::{Format, Options, Writer, Written};
use crate::tables::schema::{TABLES, Table};

/// What hive calls the partition of rows that have no key.
const NO_KEY: &str = "__HIVE_DEFAULT_PARTITION__";

/// What part files are split by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Split {
    /// One file a table.
    #[default]
    None,
    /// So many rows a file.
    Rows,
    /// The last year under review of the report.
    Year,
    /// The province that the report's region lies in, by its GB/T 2260 code.
    Province,
    /// Whose report it is.
    Kind,
}

/// What a partition is named by: the year, the province's code, the kind of report; nothing where it is not known.
pub type Key = Option<String>;

impl Split {
    /// The partition column; none where files are not split by something of the report.
    pub fn column(self) -> Option<&'static str> {
        match self {
            Self::None | Self::Rows => None,
            Self::Year => Some("by_year"),
            Self::Province => Some("by_province"),
            Self::Kind => Some("by_kind"),
        }
    }

    /// The partition of each document.
    ///
    /// # Errors
    /// Where `documents` is no table of documents.
    pub fn keys(self, documents: &DataFrame) -> PolarsResult<HashMap<String, Key>> {
        let ids = documents.column("doc_id")?.str()?.iter().flatten().map(str::to_owned);
        let keys: Vec<Key> = match self {
            Self::None | Self::Rows => vec![None; documents.height()],
            Self::Year => documents.column("review_end")?.i64()?.iter().map(|year| Some(year?.to_string())).collect(),
            Self::Province => documents.column("region_code")?.str()?.iter().map(|code| province(code?)).collect(),
            Self::Kind => documents.column("report_kind")?.str()?.iter().map(|kind| Some(kind?.to_owned())).collect(),
        };
        Ok(ids.zip(keys).collect())
    }
}

/// 410000 of 410105.
fn province(code: &str) -> Key {
    let digits = code.get(..2).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()))?;
    Some(format!("{digits}0000"))
}

/// The table that a file at `path` holds rows of, and the format, by the names that [`place`] gives.
pub fn table_of(path: &str) -> Option<(&str, &'static Table)> {
    let (format, rest) = path.split_once('/')?;
    let name = rest.split(['/', '.']).next()?;
    Some((format, TABLES.iter().find(|table| table.name == name)?))
}

/// Where a file lies, from the folder of the set.
fn place(format: &Format, table: &Table, split: Split, key: &Key, number: usize) -> String {
    let (format, name) = (format.name, table.name);
    match split.column() {
        None if split == Split::None => format!("{format}/{name}.{format}"),
        // A spreadsheet opens no two files of one name.
        None if format == "csv" => format!("csv/{name}/{name}-{number:03}.csv"),
        None => format!("{format}/{name}/part-{number:03}.{format}"),
        Some(_) if format == "csv" => {
            format!("csv/{name}/{name}-{}-{number:03}.csv", key.as_deref().unwrap_or("unknown"))
        }
        Some(column) => {
            format!("{format}/{name}/{column}={}/part-{number:03}.{format}", key.as_deref().unwrap_or(NO_KEY))
        }
    }
}

/// All files of one table in one format.
pub struct Parts {
    format: &'static Format,
    table: &'static Table,
    folder: PathBuf,
    options: Options,
    open: BTreeMap<Key, Part>,
    written: Vec<Written>,
}

/// The file of a partition that is being written.
struct Part {
    number: usize,
    rows: usize,
    writer: Box<dyn Writer>,
}

impl Parts {
    /// Nothing is written yet, unless there is but one file.
    ///
    /// # Errors
    /// Where that file cannot be created.
    pub fn begin(folder: &Path, format: &'static Format, table: &'static Table, options: &Options) -> Result<Self> {
        let (open, written) = (BTreeMap::new(), Vec::new());
        let mut parts = Self { format, table, folder: folder.to_owned(), options: options.clone(), open, written };
        if options.split == Split::None {
            let part = parts.part(&None, 1)?;
            parts.open.insert(None, part);
        }
        Ok(parts)
    }

    fn part(&self, key: &Key, number: usize) -> Result<Part> {
        let path = place(self.format, self.table, self.options.split, key, number);
        let writer = (self.format.create)(&self.folder, &path, self.table, &self.options)?;
        Ok(Part { number, rows: 0, writer })
    }

    /// Appends rows of one partition.
    ///
    /// # Errors
    /// Those of the files.
    pub fn append(&mut self, key: &Key, rows: &DataFrame) -> Result<()> {
        let limit = if self.options.split == Split::None { usize::MAX } else { self.options.part_rows.get() };
        let mut at = 0;
        while at < rows.height() {
            let mut part = match self.open.remove(key) {
                Some(full) if full.rows == limit => {
                    let next = full.number + 1;
                    self.written.push(full.writer.finish()?);
                    self.part(key, next)?
                }
                Some(part) => part,
                None => self.part(key, 1)?,
            };
            let fitting = (limit - part.rows).min(rows.height() - at);
            part.writer.append(&rows.slice(at as i64, fitting))?;
            part.rows += fitting;
            at += fitting;
            self.open.insert(key.clone(), part);
        }
        Ok(())
    }

    /// Closes all files: at least one, so that readers find the columns.
    ///
    /// # Errors
    /// Those of the files.
    pub fn finish(mut self) -> Result<Vec<Written>> {
        if self.open.is_empty() && self.written.is_empty() {
            let part = self.part(&None, 1)?;
            self.open.insert(None, part);
        }
        for (_, part) in self.open {
            self.written.push(part.writer.finish()?);
        }
        self.written.sort_by(|a, b| (a.path.len(), &a.path).cmp(&(b.path.len(), &b.path)));
        Ok(self.written)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::FORMATS;
    use crate::tables::schema::COUNTS;

    #[test]
    fn no_partition_is_named_like_a_column() {
        for split in [Split::Year, Split::Province, Split::Kind] {
            let name = split.column().unwrap();
            assert!(TABLES.iter().all(|table| table.column(name).is_none()), "{name}");
        }
    }

    #[test]
    fn files_lie_where_their_table_is_found_again() {
        let [csv, parquet] = &FORMATS;
        let key = Some("410000".to_owned());
        for (format, split, key, expected) in [
            (csv, Split::None, &None, "csv/counts.csv"),
            (parquet, Split::None, &None, "parquet/counts.parquet"),
            (csv, Split::Rows, &None, "csv/counts/counts-012.csv"),
            (parquet, Split::Rows, &None, "parquet/counts/part-012.parquet"),
            (csv, Split::Province, &key, "csv/counts/counts-410000-012.csv"),
            (csv, Split::Province, &None, "csv/counts/counts-unknown-012.csv"),
            (parquet, Split::Province, &key, "parquet/counts/by_province=410000/part-012.parquet"),
            (parquet, Split::Province, &None, "parquet/counts/by_province=__HIVE_DEFAULT_PARTITION__/part-012.parquet"),
        ] {
            assert_eq!(place(format, &COUNTS, split, key, 12), expected);
            assert_eq!(table_of(expected).map(|(name, table)| (name, table.name)), Some((format.name, "counts")));
        }
        assert!(table_of("text/doc-1.txt").is_none() && table_of("datapackage.json").is_none());
    }

    #[test]
    fn province_is_what_begins_a_region_code() {
        assert_eq!(province("410105").as_deref(), Some("410000"));
        assert_eq!((province("4"), province("../x"), province("")), (None, None, None));
    }
}

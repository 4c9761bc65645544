//! Parquet: zstd, dates, booleans and numbers as such, vocabularies as enums (dictionary-encoded strings), the version
//! and the rules that made it in the key-value metadata. Row groups are of one length whatever chunks the rows come
//! in, so that the bytes do not depend on them.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::Result;
use polars::prelude::*;
use polars_io::parquet::write::{BatchedWriter, KeyValueMetadata, ParquetCompression, ParquetWriter};

use super::output::Output;
use super::{Options, Writer, Written};
use crate::tables::published_type;
use crate::tables::schema::Table;

/// Rows of a row group: enough for a dictionary to pay, few enough for memory.
pub const ROW_GROUP: usize = 1 << 16;

/// Where the file of a table lies below a folder.
pub fn path(folder: &Path, table: &Table) -> PathBuf {
    folder.join(relative(table))
}

fn relative(table: &Table) -> String {
    format!("parquet/{}.parquet", table.name)
}

struct Parquet {
    schema: Arc<Schema>,
    output: Output,
    writer: BatchedWriter<Output>,
    /// Rows that do not fill a row group yet.
    held: DataFrame,
    rows: u64,
}

/// Opens `parquet/NAME.parquet`.
pub fn create(folder: &Path, table: &'static Table, options: &Options) -> Result<Box<dyn Writer>> {
    let types = table.columns.iter().map(|column| Ok((column.name.into(), published_type(column)?)));
    let schema: Arc<Schema> = Arc::new(types.collect::<PolarsResult<_>>()?);
    let output = Output::create(folder, &relative(table))?;
    let metadata = [
        ("baobiao.version", options.version.as_str()),
        ("baobiao.rules", &options.rules_fingerprint),
        ("baobiao.table", table.name),
        ("baobiao.description", table.description),
    ];
    let metadata = metadata.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect();
    let writer = ParquetWriter::new(output.clone())
        .with_compression(ParquetCompression::Zstd(None))
        .with_key_value_metadata(Some(KeyValueMetadata::from_static(metadata)))
        .batched(&schema)?;
    let held = DataFrame::empty_with_schema(&schema);
    Ok(Box::new(Parquet { schema, output, writer, held, rows: 0 }))
}

impl Parquet {
    fn write(&mut self, rows: DataFrame) -> Result<()> {
        let mut rows = rows;
        self.writer.write_batch(rows.rechunk_mut())?;
        Ok(())
    }
}

impl Writer for Parquet {
    fn append(&mut self, rows: &DataFrame) -> Result<()> {
        let typed = self.schema.iter().map(|(name, dtype)| rows.column(name)?.strict_cast(dtype));
        let typed = DataFrame::new(rows.height(), typed.collect::<PolarsResult<_>>()?)?;
        self.held.vstack_mut(&typed)?;
        self.rows += rows.height() as u64;
        while self.held.height() >= ROW_GROUP {
            let (full, rest) = self.held.split_at(ROW_GROUP as i64);
            self.held = rest;
            self.write(full)?;
        }
        Ok(())
    }

    fn finish(mut self: Box<Self>) -> Result<Written> {
        let rest = std::mem::take(&mut self.held);
        self.write(rest)?;
        self.writer.finish()?;
        Ok(self.output.finish(Some(self.rows))?)
    }
}

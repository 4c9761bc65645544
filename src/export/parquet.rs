//! Parquet: zstd, dates, booleans and numbers as such, vocabularies as enums (dictionary-encoded strings), the version
//! and the rules that made it in the key-value metadata. Row groups are of one length whatever chunks the rows come
//! in, so that the bytes do not depend on them.

use std::path::Path;
use std::sync::Arc;

use anyhow::Result;
use polars::prelude::*;
use polars_io::parquet::write::{BatchedWriter, KeyValueMetadata, ParquetCompression, ParquetWriter};

use super::output::Output;
use super::{Options, Writer, Written};
use crate::tables::published_type;
use crate::tables::schema::Table;

/// Name of the format's folder and ending of its files.
pub const NAME: &str = "parquet";
/// Rows of a row group: enough for a dictionary to pay, few enough for memory.
const ROW_GROUP: usize = 1 << 16;
/// Rows of a row group where many files are written side by side, each of which holds its own.
const ROW_GROUP_OF_PARTITION: usize = 1 << 12;

struct Parquet {
    schema: Arc<Schema>,
    output: Output,
    writer: BatchedWriter<Output>,
    /// Rows that do not fill a row group yet.
    held: DataFrame,
    row_group: usize,
    rows: u64,
}

/// Opens a file.
pub fn create(folder: &Path, path: &str, table: &'static Table, options: &Options) -> Result<Box<dyn Writer>> {
    let types = table.columns.iter().map(|column| Ok((column.name.into(), published_type(column)?)));
    let schema: Arc<Schema> = Arc::new(types.collect::<PolarsResult<_>>()?);
    let output = Output::create(folder, path)?;
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
    let row_group = if options.split.column().is_some() { ROW_GROUP_OF_PARTITION } else { ROW_GROUP };
    Ok(Box::new(Parquet { schema, output, writer, held, row_group, rows: 0 }))
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
        let typed = self.schema.iter().map(|(name, dtype)| match dtype {
            DataType::String => Ok(owned(rows.column(name)?.str()?).into_column()),
            _ => rows.column(name)?.strict_cast(dtype),
        });
        let typed = DataFrame::new(rows.height(), typed.collect::<PolarsResult<_>>()?)?;
        self.held.vstack_mut(&typed)?;
        self.rows += rows.height() as u64;
        while self.held.height() >= self.row_group {
            let (full, rest) = self.held.split_at(self.row_group as i64);
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

/// Text that has let go of what it does not show: a choice of rows keeps the text of all rows alive, and here it may
/// have to wait for long.
fn owned(cells: &StringChunked) -> StringChunked {
    let chunks = cells.downcast_iter().map(|chunk| {
        let is_wasteful = chunk.total_buffer_len() > 2 * chunk.total_bytes_len();
        if is_wasteful { chunk.clone().gc() } else { chunk.clone() }
    });
    StringChunked::from_chunk_iter(cells.name().clone(), chunks)
}

//! Parquet, a slice of rows at a time.
//!
//! Slices are cut by what the file says its rows take unpacked. Columns of lists and structures are left out and told.

use std::sync::Arc;

use polars::prelude::{AnyValue, ArrowDataType, DataFrame, PolarsError};
use polars_io::SerReader;
use polars_io::mmap::MmapBytesReader;
use polars_io::parquet::metadata::FileMetadataRef;
use polars_io::parquet::read::{ParallelStrategy, ParquetReader};

use super::{Cell, Table};
use crate::intake::Refusal;
use crate::intake::guard::fenced;
use crate::issue::{Finding, Severity};

/// Bytes that are unpacked together.
const SLICE: usize = 16 << 20;
/// Rows that are unpacked together.
const MOST_ROWS: usize = 4096;

struct Layout {
    metadata: FileMetadataRef,
    /// Columns that can be read as text.
    names: Vec<String>,
    left_out: Vec<String>,
    rows: usize,
    rows_a_slice: usize,
}

/// Reads a Parquet file that `open` opens anew for each slice.
pub fn parquet<R: MmapBytesReader>(table: &mut Table, open: impl Fn() -> R) -> Result<(), Refusal> {
    let reader = open();
    let layout = fenced("Parquet file", move || layout(reader))?;
    table.check_columns(&layout.names.iter().map(String::as_str).collect::<Vec<_>>())?;
    if !layout.left_out.is_empty() {
        let message = format!("columns that hold lists or structures were left out: {}", layout.left_out.join(", "));
        table.findings.push(Finding { code: "columns-left-out", severity: Severity::Info, message, span: None });
    }
    for start in (0..layout.rows).step_by(layout.rows_a_slice) {
        let reader = open();
        let frame = fenced("Parquet file", || slice(reader, &layout, start))?;
        for index in 0..frame.height() {
            table.row((start + index + 1) as u64, cells(&frame, index));
        }
    }
    Ok(())
}

fn layout<R: MmapBytesReader>(reader: R) -> Result<Layout, Refusal> {
    let mut reader = ParquetReader::new(reader);
    let schema = reader.schema().map_err(|error| damaged(&error))?;
    let metadata = Arc::clone(reader.get_metadata().map_err(|error| damaged(&error))?);
    let (readable, left_out): (Vec<_>, Vec<_>) = schema.iter_values().partition(|field| is_readable(&field.dtype));
    let name = |field: &polars::prelude::ArrowField| field.name.to_string();
    let bytes: usize = metadata.row_groups.iter().map(|group| group.total_byte_size()).fold(0, usize::saturating_add);
    let rows = metadata.num_rows;
    let row_size = (bytes / rows.max(1)).max(1);
    Ok(Layout {
        names: readable.into_iter().map(name).collect(),
        left_out: left_out.into_iter().map(name).collect(),
        rows,
        rows_a_slice: (SLICE / row_size).clamp(1, MOST_ROWS),
        metadata,
    })
}

fn is_readable(dtype: &ArrowDataType) -> bool {
    use ArrowDataType as D;
    matches!(
        dtype,
        D::Utf8 | D::LargeUtf8 | D::Utf8View | D::Binary | D::LargeBinary | D::BinaryView | D::Boolean | D::Null
    ) || matches!(dtype, D::Int8 | D::Int16 | D::Int32 | D::Int64)
        || matches!(dtype, D::UInt32 | D::UInt64 | D::Float32 | D::Float64)
        || matches!(dtype, D::Date32 | D::Timestamp(..))
}

fn slice<R: MmapBytesReader>(reader: R, layout: &Layout, start: usize) -> Result<DataFrame, Refusal> {
    let mut reader = ParquetReader::new(reader)
        .with_columns(Some(layout.names.clone()))
        .with_slice(Some((start, layout.rows_a_slice)))
        .read_parallel(ParallelStrategy::None);
    reader.set_metadata(Arc::clone(&layout.metadata));
    reader.finish().map_err(|error| damaged(&error))
}

fn cells(frame: &DataFrame, row: usize) -> Vec<Cell> {
    let cell = |column: &polars::prelude::Column| {
        let value = match column.get(row).ok()? {
            AnyValue::Null => return None,
            AnyValue::String(text) => text.to_owned(),
            AnyValue::StringOwned(text) => text.to_string(),
            AnyValue::Binary(bytes) => String::from_utf8_lossy(bytes).into_owned(),
            AnyValue::BinaryOwned(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
            other => other.to_string(),
        };
        Some((column.name().to_string(), value))
    };
    frame.columns().iter().filter_map(cell).collect()
}

fn damaged(error: &PolarsError) -> Refusal {
    Refusal::new("damaged", format!("the Parquet file is damaged ({error}): export it again"))
}

//! Parquet, a slice of rows at a time.
//!
//! Slices are cut by what the file says its rows take unpacked. Columns of lists, structures and the like are left out
//! and told. A damaged file can end the process that reads it, so the program reads it in another (see `isolated`).

use std::sync::Arc;

use polars::prelude::{AnyValue, ArrowDataType, ArrowField, Column, DataFrame, PolarsError};
use polars_io::SerReader;
use polars_io::mmap::MmapBytesReader;
use polars_io::parquet::metadata::FileMetadataRef;
use polars_io::parquet::read::{ParallelStrategy, ParquetReader};

use super::Cell;
use crate::intake::Refusal;
use crate::intake::guard::fenced;

/// Bytes that are unpacked together.
const SLICE: usize = 16 << 20;
/// Rows that are unpacked together.
const MOST_ROWS: usize = 4096;

/// What is told of a Parquet file, in this order: its columns once, then each row.
pub enum Told {
    /// Columns that can be read as text, and those that cannot.
    Columns { names: Vec<String>, left_out: Vec<String> },
    /// A row, counted from 1.
    Row { number: u64, cells: Vec<Cell> },
}

struct Layout {
    metadata: FileMetadataRef,
    names: Vec<String>,
    left_out: Vec<String>,
    rows: usize,
    rows_a_slice: usize,
}

/// Tells a Parquet file, which `open` opens anew for each slice.
///
/// # Errors
/// Where it is damaged, and those of `tell`.
pub fn tell<R: MmapBytesReader>(
    open: impl Fn() -> R,
    mut tell: impl FnMut(Told) -> Result<(), Refusal>,
) -> Result<(), Refusal> {
    let reader = open();
    let layout = fenced("Parquet file", move || layout(reader))?;
    tell(Told::Columns { names: layout.names.clone(), left_out: layout.left_out.clone() })?;
    for start in (0..layout.rows).step_by(layout.rows_a_slice) {
        let reader = open();
        let frame = fenced("Parquet file", || slice(reader, &layout, start))?;
        for index in 0..frame.height() {
            tell(Told::Row { number: (start + index + 1) as u64, cells: cells(&frame, index) })?;
        }
    }
    Ok(())
}

fn layout<R: MmapBytesReader>(reader: R) -> Result<Layout, Refusal> {
    let mut reader = ParquetReader::new(reader);
    let schema = reader.schema().map_err(|error| damaged(&error))?;
    let metadata = Arc::clone(reader.get_metadata().map_err(|error| damaged(&error))?);
    let (readable, left_out): (Vec<_>, Vec<_>) = schema.iter_values().partition(|field| is_readable(&field.dtype));
    let name = |field: &ArrowField| field.name.to_string();
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
    match dtype {
        D::Dictionary(_, values, _) => matches!(**values, D::Utf8 | D::LargeUtf8 | D::Utf8View),
        D::Utf8 | D::LargeUtf8 | D::Utf8View | D::Binary | D::LargeBinary | D::BinaryView | D::Boolean | D::Null => {
            true
        }
        D::Int8 | D::Int16 | D::Int32 | D::Int64 | D::UInt32 | D::UInt64 | D::Float32 | D::Float64 => true,
        D::Date32 | D::Timestamp(..) | D::Time32(_) | D::Time64(_) => true,
        _ => false,
    }
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
    let cell = |column: &Column| {
        let value = match column.get(row).ok()? {
            AnyValue::Null => return None,
            AnyValue::Binary(bytes) => String::from_utf8_lossy(bytes).into_owned(),
            AnyValue::BinaryOwned(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
            other => other.get_str().map_or_else(|| other.to_string(), str::to_owned),
        };
        Some((column.name().to_string(), value))
    };
    frame.columns().iter().filter_map(cell).collect()
}

fn damaged(error: &PolarsError) -> Refusal {
    Refusal::new("damaged", format!("the Parquet file is damaged ({error}): export it again"))
}

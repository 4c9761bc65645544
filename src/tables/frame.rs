//! A frame made column by column against the schema: a column that the schema has and that was not filled, or was
//! filled with another type, is a fault of this crate and stops the build of the frame. Columns that only a join needs
//! are left out at the end.

use std::borrow::Cow;

use chrono::NaiveDate;
use polars::prelude::*;
use rust_decimal::Decimal;

use super::schema::{self, Kind, Table};

/// The columns of a table that have been filled so far, from `rows`.
pub struct Frame<'a, R> {
    table: &'static Table,
    rows: &'a [R],
    columns: Vec<Column>,
}

impl<'a, R> Frame<'a, R> {
    /// An empty frame that will have a row for each of `rows`.
    pub fn new(table: &'static Table, rows: &'a [R]) -> Self {
        Self { table, rows, columns: Vec::with_capacity(table.columns.len()) }
    }

    /// A text column, or one of a vocabulary; empty text is an empty cell.
    pub fn text<T: Into<Cow<'a, str>>>(self, name: &str, cell: impl Fn(&'a R) -> T) -> Self {
        self.maybe_text(name, |row| Some(cell(row)))
    }

    /// A text column, or one of a vocabulary, that may say nothing.
    pub fn maybe_text<T: Into<Cow<'a, str>>>(mut self, name: &str, cell: impl Fn(&'a R) -> Option<T>) -> Self {
        let cells = self.rows.iter().map(|row| cell(row).map(Into::into).filter(|text| !text.is_empty()));
        let column = StringChunked::from_iter_options(name.into(), cells).into_column();
        self.columns.push(column);
        self
    }

    /// A column of whole numbers.
    pub fn integer<N: TryInto<i64>>(self, name: &str, cell: impl Fn(&'a R) -> N) -> Self {
        self.maybe_integer(name, |row| Some(cell(row)))
    }

    /// A column of whole numbers that may say nothing.
    pub fn maybe_integer<N: TryInto<i64>>(mut self, name: &str, cell: impl Fn(&'a R) -> Option<N>) -> Self {
        let cells = self.rows.iter().map(|row| cell(row).and_then(|number| number.try_into().ok()));
        let column = Int64Chunked::from_iter_options(name.into(), cells).into_column();
        self.columns.push(column);
        self
    }

    /// A column of numbers. They were worked out as decimals and become the nearest binary number here, at the end.
    pub fn real(mut self, name: &str, cell: impl Fn(&'a R) -> Option<Decimal>) -> Self {
        let nearest = |number: Decimal| number.to_string().parse::<f64>().ok();
        let cells = self.rows.iter().map(|row| cell(row).and_then(nearest));
        let column = Float64Chunked::from_iter_options(name.into(), cells).into_column();
        self.columns.push(column);
        self
    }

    /// A column of yes and no.
    pub fn boolean(mut self, name: &str, cell: impl Fn(&'a R) -> bool) -> Self {
        let cells = self.rows.iter().map(|row| Some(cell(row)));
        let column = BooleanChunked::from_iter_options(name.into(), cells).into_column();
        self.columns.push(column);
        self
    }

    /// A column of days.
    pub fn date(mut self, name: &str, cell: impl Fn(&'a R) -> Option<NaiveDate>) -> Self {
        let column = DateChunked::from_naive_date_options(name.into(), self.rows.iter().map(cell)).into_column();
        self.columns.push(column);
        self
    }

    /// The frame as filled, in the order in which it was filled: for tables that joins complete.
    pub fn partial(self) -> PolarsResult<DataFrame> {
        DataFrame::new(self.rows.len(), self.columns)
    }

    /// The whole table.
    pub fn finish(self) -> PolarsResult<DataFrame> {
        let table = self.table;
        conform(&self.partial()?, table)
    }
}

/// The columns of `table` out of `frame`, in order, where all are there and of their types.
pub fn conform(frame: &DataFrame, table: &Table) -> PolarsResult<DataFrame> {
    let columns = table.columns.iter().map(|column| {
        let cells = frame.column(column.name)?;
        polars_ensure!(
            *cells.dtype() == raw_type(column),
            SchemaMismatch: "{}.{}: expected {}, found {}", table.name, column.name, raw_type(column), cells.dtype()
        );
        Ok(cells.clone())
    });
    DataFrame::new(frame.height(), columns.collect::<PolarsResult<_>>()?)
}

/// A published frame as it was built: vocabularies as text again.
///
/// # Errors
/// Where it is not of this schema.
pub fn raw(frame: &DataFrame, table: &Table) -> PolarsResult<DataFrame> {
    let columns = table.columns.iter().map(|column| {
        let cells = frame.column(column.name)?;
        if column.terms().is_some() { cells.cast(&DataType::String) } else { Ok(cells.clone()) }
    });
    conform(&DataFrame::new(frame.height(), columns.collect::<PolarsResult<_>>()?)?, table)
}

/// The type in which a column is built and checked: vocabularies are text until they are known to be closed.
pub fn raw_type(column: &schema::Column) -> DataType {
    match column.kind {
        Kind::Text | Kind::Term(_) => DataType::String,
        Kind::Integer => DataType::Int64,
        Kind::Real => DataType::Float64,
        Kind::Boolean => DataType::Boolean,
        Kind::Date => DataType::Date,
    }
}

/// The type in which a column is published: a vocabulary is an enum of its terms.
pub fn published_type(column: &schema::Column) -> PolarsResult<DataType> {
    match column.terms() {
        Some(terms) => Ok(DataType::from_frozen_categories(FrozenCategories::new(terms)?)),
        None => Ok(raw_type(column)),
    }
}

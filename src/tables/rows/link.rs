//! Joins: rows of one document that name a place are linked to the row at that place.

use polars::prelude::*;

use crate::tables::schema::{Column, Table};

/// A table, the column that a link should have filled, and the rows where it did not.
pub type Unlinked = (&'static Table, &'static Column, DataFrame);

/// Adds columns of `other` to `rows`, where both are of one document and `place` in `rows` is `at` in `other`: each of
/// `columns` is the name there and the name here. Rows keep their order; one without a match has empty cells.
pub fn link(rows: LazyFrame, place: &str, other: &DataFrame, at: &str, columns: &[(&str, &str)]) -> LazyFrame {
    let key = [col("doc_id"), col(at).alias("place")];
    let carried = columns.iter().map(|(there, here)| col(*there).alias(*here));
    let other = other.clone().lazy().select(key.into_iter().chain(carried).collect::<Vec<_>>());
    // The first of several at one place: that there are several is told by the check of primary keys.
    let other = other.unique_stable(Some(cols(["doc_id", "place"])), UniqueKeepStrategy::First);
    let args = JoinArgs { maintain_order: MaintainOrderJoin::Left, ..JoinArgs::new(JoinType::Left) };
    rows.join(other, [col("doc_id"), col(place)], [col("doc_id"), col("place")], args)
}

/// The rows that name a `place` to link to, and have none of `links` filled.
pub fn unlinked(
    table: &'static Table,
    rows: &DataFrame,
    place: &str,
    links: &[&str],
) -> PolarsResult<Option<Unlinked>> {
    let mut lost = rows.column(place)?.is_not_null();
    for link in links {
        lost = lost & rows.column(link)?.is_null();
    }
    let lost = rows.filter(&lost)?;
    let column = links.first().and_then(|link| table.column(link)).filter(|_| lost.height() > 0);
    Ok(column.map(|column| (table, column, lost)))
}

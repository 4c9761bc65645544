//! `schema`: the data dictionary on standard output.

use std::io::{Write, stdout};

use super::written;
use crate::run::{Exit, Stop};
use crate::tables;

/// Writes the dictionary as Markdown tables, or as JSON.
///
/// # Errors
/// Where standard output refuses.
pub fn show(is_json: bool) -> Result<Exit, Stop> {
    let page = if is_json { format!("{:#}\n", tables::json()) } else { tables::markdown() };
    written(stdout().lock().write_all(page.as_bytes()))
}

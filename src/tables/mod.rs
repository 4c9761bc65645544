//! Tables: from records to typed frames whose keys hold.
//!
//! [`schema`] is the single definition of every table and column. [`TableSet::build`] makes the frames of a chunk of
//! inputs against it, polars joins what belongs together, and [`check`](TableSet::check) proves the keys, vocabularies
//! and required cells before anything is written. A chunk stands on its own: every key but `doc_id` begins with its
//! document's digits, and no row refers to another document but by `duplicate_of`. So tables of any size are built,
//! checked and written chunk by chunk, and the rows do not depend on where the chunks are cut.

mod check;
mod dictionary;
mod frame;
mod ground;
mod id;
mod rows;
#[cfg(test)]
pub(crate) mod sample;
pub mod schema;

pub use check::{Checker, Violation, Violations};
pub use dictionary::{json, markdown};
pub use frame::{published_type, raw};
pub use ground::grounded;
pub use id::document_id;
pub use rows::TableSet;

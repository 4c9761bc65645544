//! The ground that every stage stands on: spans, the source text with its lines, and the reading text
//! with its map back to the source. Nothing here knows any Chinese.

mod char_set;
pub(crate) mod compare;
mod ideograph;
mod quote;
mod reading;
mod source;
mod span;
mod stretch;
mod vocabulary;
mod words;

pub(crate) use char_set::CharSet;
pub(crate) use ideograph::is_ideograph;
pub use quote::{Quote, Quotes};
pub use reading::{Reading, fold};
pub use source::SourceText;
pub use span::Span;
pub(crate) use stretch::length_before;
pub(crate) use vocabulary::vocabulary;
pub(crate) use words::{Words, string};

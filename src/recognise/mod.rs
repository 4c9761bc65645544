//! Mentions: numbers with their units, dates, periods, names and slogans, found in the reading text.
//! Every numeral belongs to exactly one mention, and a mention that is no count says what it is instead.

mod mention;

pub use mention::{Bound, Mention, MentionKind, Quantity};

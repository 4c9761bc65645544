//! The outline of a report: segments, sections with their roles, passages, sentences and clauses.

pub mod ahead;
mod build;
mod closing;
mod front;
mod heading;
mod level;
mod outline;
mod passages;
pub mod quoted;
mod role;
mod segments;
mod several;
#[cfg(test)]
mod suite;
mod turn;
pub mod year;

pub use build::outline;
pub use front::{has_dateline, is_title};
pub use outline::{Outline, Passage, Role, Section, Segment, SegmentKind};

//! The outline of a report: segments, sections with their roles, passages, sentences and clauses.

mod outline;

pub use outline::{Outline, Passage, Role, Section, Segment, SegmentKind};

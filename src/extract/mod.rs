//! Records: what a report says was done, how much, and what it promises.

mod record;

pub use record::{
    Activity, ActorBasis, Commitment, CommitmentKind, Comparison, Count, CountKind, CountRole, DateBasis, Direction,
    DocumentFields, MentionRow, Modality, Records, RegionLevel, ReportKind, Voice,
};

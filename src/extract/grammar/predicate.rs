//! What the grammar finds: one predicate with its parts, in reading spans.

use crate::extract::{Modality, Voice};
use crate::text::Span;

/// How a predicate stands in its clause; decides whether it is a row of a review or of a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Verb and object: 召开会议.
    Act,
    /// What is done stands before its verb: 工程完工.
    Done,
    /// A doer and an act without object: 委员调研.
    Deed,
    /// A measure and the value that it reaches or moves by: 收入增长5%.
    Measure,
    /// A quality that moves without a number: 水平提高.
    Quality,
    /// 被X采用, 得到X肯定.
    Passive,
}

/// One predicate. Spans point into the reading text.
#[derive(Clone, Debug)]
pub struct Predicate {
    pub form: Form,
    /// The clause from its first word (a topic carried from the clause before included) to the end of the object.
    pub clause: Span,
    pub verb: Span,
    /// Pieces of the object in the order in which they are read: what stands before the verb, then what stands after.
    pub object: Vec<Span>,
    /// Stated in this clause or carried from one before.
    pub actor: Option<Span>,
    pub actor_is_stated: bool,
    pub topic: Option<Span>,
    pub target: Option<Span>,
    /// X of 在X上: what a promise is about, where it has no topic.
    pub ground: Option<Span>,
    pub voice: Voice,
    /// None where the words say nothing of the future.
    pub modality: Option<Modality>,
    /// Its sentence speaks of the future or of duty (将, 要, 建议), whatever modality its own words have (努力, 确保).
    pub is_ahead: bool,
    /// It is done though it stands in a plan: 主席对今后工作提出六点建议：….
    pub is_past: bool,
    /// A verb of orientation (坚持, 贯彻), or words under 总体要求.
    pub is_orientation: bool,
    /// A verb whose object is a clause (推动, 确保).
    pub is_clausal: bool,
    /// It meets a benchmark and not a value: 与经济增长同步, 国际收支平衡.
    pub is_benchmark: bool,
    /// The rule that made it.
    pub rule: &'static str,
    /// The parse was uncertain.
    pub needs_review: bool,
}

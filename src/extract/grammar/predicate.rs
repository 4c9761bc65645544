//! What the grammar finds: one predicate with its parts, in reading spans.

use std::ops::Deref;

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

/// The pieces of an object in the order in which they are read: one before the verb, one behind it, or either. It derefs
/// to them.
#[derive(Clone, Copy, Debug, Default)]
pub struct Object {
    pieces: [Span; 2],
    count: usize,
}

impl Object {
    /// What stands before the verb and what stands behind it.
    pub fn of(before: Option<Span>, behind: Option<Span>) -> Self {
        let pieces = match (before, behind) {
            (Some(before), Some(behind)) => return Self { pieces: [before, behind], count: 2 },
            (before, behind) => before.or(behind),
        };
        pieces.map_or_else(Self::default, |piece| Self { pieces: [piece, Span::default()], count: 1 })
    }

    /// What stands before the verb is read before what stands behind it.
    pub fn open_with(&mut self, before: Span) {
        debug_assert!(self.count < 2, "nothing stands before the verb yet");
        *self = Self::of(Some(before), self.first().copied());
    }
}

impl From<Option<Span>> for Object {
    fn from(piece: Option<Span>) -> Self {
        Self::of(piece, None)
    }
}

impl Deref for Object {
    type Target = [Span];

    fn deref(&self) -> &[Span] {
        &self.pieces[..self.count]
    }
}

/// One predicate. Spans point into the reading text.
#[derive(Clone, Debug)]
pub struct Predicate {
    pub form: Form,
    /// The clause from its first word (a topic carried from the clause before included) to the end of the object.
    pub clause: Span,
    pub verb: Span,
    pub object: Object,
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_object_has_a_piece_before_the_verb_and_one_behind_it() {
        let (before, behind) = (Span::new(0, 2), Span::new(4, 6));
        let mut object = Object::from(Some(behind));
        assert_eq!(*object, [behind]);
        object.open_with(before);
        assert_eq!(*object, [before, behind]);
        assert_eq!(*Object::of(Some(before), None), [before]);
        assert!(Object::from(None).is_empty());
    }
}

//! Which sorts of tokens stand in a stretch of a passage, told without walking through it: for each place, how many of
//! each stand before it. The grammar asks this of every clause many times over, and most often the answer is no.

use std::ops::Range;

use crate::rules::{AdverbClass, FrameClass, VerbClass};

use super::token::{Token, TokenKind};

/// What the grammar looks for beside a predicate.
#[derive(Clone, Copy)]
pub enum Sort {
    De,
    Pause,
    And,
    Etc,
    Number,
    Passive,
    Stative,
    Connective,
}

/// How many tokens of each sort stand before each place: one number with [`LANE`] bits for the count of each sort, so
/// that one addition carries all of them on. A range is a clause or less, and far from 65,536 tokens.
pub struct Sorts(Vec<u128>);

/// The bits of one count.
const LANE: u32 = 16;

impl Sorts {
    pub fn of(tokens: &[Token]) -> Self {
        let mut before = Vec::with_capacity(tokens.len() + 1);
        let mut counts = 0_u128;
        before.push(counts);
        for token in tokens {
            counts = counts.wrapping_add(one(token.kind));
            before.push(counts);
        }
        Self(before)
    }

    /// Whether one of `sort` stands in a range of tokens.
    #[inline]
    pub fn any(&self, range: &Range<usize>, sort: Sort) -> bool {
        // the difference of the numbers holds the differences of all counts, what a lane has carried over taken off again
        let within = || self.0[range.end].wrapping_sub(self.0[range.start]);
        range.start < range.end && (within() >> (sort as u32 * LANE)) as u16 != 0
    }
}

/// One of the sort that a token is of, if any. What comes next in a text cannot be foreseen: each sort is asked for without
/// a branch.
fn one(kind: TokenKind) -> u128 {
    let of = |is: bool, sort: Sort| u128::from(is) << (sort as u32 * LANE);
    of(matches!(kind, TokenKind::De), Sort::De)
        | of(matches!(kind, TokenKind::Pause), Sort::Pause)
        | of(matches!(kind, TokenKind::And), Sort::And)
        | of(matches!(kind, TokenKind::Etc), Sort::Etc)
        | of(matches!(kind, TokenKind::Number), Sort::Number)
        | of(matches!(kind, TokenKind::Frame(FrameClass::Passive)), Sort::Passive)
        | of(matches!(kind, TokenKind::Verb(VerbClass::Stative, _)), Sort::Stative)
        | of(matches!(kind, TokenKind::Adverb(AdverbClass::Connective)), Sort::Connective)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::{NounUse, Traits};
    use crate::text::Span;

    #[test]
    fn a_sort_is_told_of_a_range_alone() {
        let token = |kind| Token { kind, span: Span::new(0, 1), traits: Traits::default() };
        let verb = TokenKind::Verb(VerbClass::Stative, NounUse::No);
        let sorts = Sorts::of(&[TokenKind::Noun, TokenKind::De, verb].map(token));
        assert!(sorts.any(&(0..2), Sort::De) && !sorts.any(&(2..3), Sort::De) && !sorts.any(&(1..1), Sort::De));
        assert!(sorts.any(&(2..3), Sort::Stative) && !sorts.any(&(0..3), Sort::Passive));
    }

    #[test]
    fn what_one_count_carries_over_is_not_another_sort() {
        let token = Token { kind: TokenKind::De, span: Span::new(0, 1), traits: Traits::default() };
        let sorts = Sorts::of(&vec![token; 65_540]);
        assert!(sorts.any(&(65_530..65_540), Sort::De) && !sorts.any(&(65_530..65_540), Sort::Pause));
    }
}

//! Which sorts of tokens stand in a stretch of a passage, told without walking through it: for each place, how many of
//! each stand before it. The grammar asks this of every clause many times over, and most often the answer is no.

use std::ops::Range;

pub use crate::rules::Sort;

use super::token::Token;

/// Sorts that are looked for together.
#[derive(Clone, Copy)]
pub struct SortSet(u128);

impl SortSet {
    /// Prepositions.
    pub const FRAMES: Self = Self::of(&[Sort::Passive, Sort::Frame]);
    pub const VERBS: Self = Self::of(&[Sort::Stative, Sort::Act, Sort::Verb]);
    /// All verbs whose form is no noun, and a few whose form is one.
    pub const ACTS: Self = Self::of(&[Sort::Stative, Sort::Act]);
    pub const ADVERBS: Self = Self::of(&[Sort::Modal, Sort::Connective, Sort::Adverb]);

    /// The set of `sorts`.
    pub const fn of(sorts: &[Sort]) -> Self {
        let (mut lanes, mut at) = (0, 0);
        while at < sorts.len() {
            lanes |= MOST << (sorts[at] as u32 * LANE);
            at += 1;
        }
        Self(lanes)
    }

    /// What is in either set.
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether `sort` is in the set.
    pub fn has(self, sort: Sort) -> bool {
        self.0 & ONES[sort as usize] != 0
    }
}

impl From<Sort> for SortSet {
    #[inline]
    fn from(sort: Sort) -> Self {
        Self::of(&[sort])
    }
}

/// How many tokens of each sort stand before each place: one number with [`LANE`] bits for the count of each sort, so
/// that one addition carries all of them on.
pub struct Sorts(Vec<u128>);

/// The bits of one count, and the most that it holds.
const LANE: u32 = 8;
const MOST: u128 = (1 << LANE) - 1;

impl Sorts {
    /// The longest range of which the counts can be told apart.
    pub const LONGEST: usize = MOST as usize;

    pub fn of(tokens: &[Token]) -> Self {
        let mut before = Vec::with_capacity(tokens.len() + 1);
        let mut counts = 0_u128;
        before.push(counts);
        before.extend(tokens.iter().map(|token| {
            counts = counts.wrapping_add(ONES[token.sort() as usize]);
            counts
        }));
        Self(before)
    }

    /// Whether one of `sorts` stands in a range of at most [`LONGEST`](Self::LONGEST) tokens.
    #[inline]
    pub fn any(&self, range: &Range<usize>, sorts: SortSet) -> bool {
        // the difference of the numbers holds the differences of all counts, what a lane has carried over taken off again
        self.0[range.end].wrapping_sub(self.0[range.start]) & sorts.0 != 0
    }
}

/// What a token of each sort adds to the counts. What comes next in a text cannot be foreseen: it is looked up without a
/// branch.
static ONES: [u128; Sort::Nominal as usize + 1] = {
    let mut ones = [0; Sort::Nominal as usize + 1];
    let mut sort = 0;
    while sort < Sort::Nominal as usize {
        ones[sort] = 1 << (sort as u32 * LANE);
        sort += 1;
    }
    ones
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::{NounUse, TokenKind, VerbClass};
    use crate::text::Span;

    #[test]
    fn a_sort_is_told_of_a_range_alone() {
        let token = |kind| Token::new(kind, Span::new(0, 1));
        let verb = TokenKind::Verb(VerbClass::Stative, NounUse::Also);
        let sorts = Sorts::of(&[TokenKind::Noun, TokenKind::De, verb].map(token));
        let any = |range, sort: Sort| sorts.any(&range, sort.into());
        assert!(any(0..2, Sort::De) && !any(2..3, Sort::De) && !any(1..1, Sort::De));
        assert!(any(2..3, Sort::Stative) && !any(0..3, Sort::Passive));
        assert!(sorts.any(&(0..3), SortSet::VERBS) && !sorts.any(&(0..2), SortSet::VERBS.and(SortSet::FRAMES)));
        assert!(SortSet::VERBS.has(Sort::Act) && !SortSet::VERBS.has(Sort::De) && !SortSet::VERBS.has(Sort::Nominal));
    }

    #[test]
    fn what_one_count_carries_over_is_not_another_sort() {
        let token = Token::new(TokenKind::De, Span::new(0, 1));
        let sorts = Sorts::of(&vec![token; 300]);
        assert!(sorts.any(&(45..300), Sort::De.into()) && !sorts.any(&(45..300), Sort::Pause.into()));
    }
}

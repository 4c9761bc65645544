//! Which sorts of tokens stand in a stretch of a passage, told without walking through it: for each place, how many of
//! each stand before it. The grammar asks this of every clause many times over, and most often the answer is no.

use std::ops::Range;

use crate::rules::{FrameClass, VerbClass};

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
    Adverb,
}

const SORTS: usize = 8;

/// How many tokens of each sort stand before each place. They are counted round at 65,536, which no clause reaches.
pub struct Sorts(Vec<[u16; SORTS]>);

impl Sorts {
    pub fn of(tokens: &[Token]) -> Self {
        let mut before = Vec::with_capacity(tokens.len() + 1);
        let mut counts = [0; SORTS];
        before.push(counts);
        for token in tokens {
            for (count, more) in counts.iter_mut().zip(sorts(token.kind)) {
                *count = u16::wrapping_add(*count, u16::from(more));
            }
            before.push(counts);
        }
        Self(before)
    }

    /// Whether one of `sort` stands in a range of tokens.
    #[inline]
    pub fn any(&self, range: &Range<usize>, sort: Sort) -> bool {
        range.start < range.end && self.0[range.start][sort as usize] != self.0[range.end][sort as usize]
    }
}

/// Of each [`Sort`] in order whether a token is of it: all are compared, since which one it is cannot be foreseen.
fn sorts(kind: TokenKind) -> [bool; SORTS] {
    [
        matches!(kind, TokenKind::De),
        matches!(kind, TokenKind::Pause),
        matches!(kind, TokenKind::And),
        matches!(kind, TokenKind::Etc),
        matches!(kind, TokenKind::Number),
        matches!(kind, TokenKind::Frame(FrameClass::Passive)),
        matches!(kind, TokenKind::Verb(VerbClass::Stative, _)),
        matches!(kind, TokenKind::Adverb(_)),
    ]
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
}

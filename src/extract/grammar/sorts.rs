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

/// How many tokens of each sort stand before each place.
pub struct Sorts(Vec<[u32; SORTS]>);

impl Sorts {
    pub fn of(tokens: &[Token]) -> Self {
        let mut before = Vec::with_capacity(tokens.len() + 1);
        let mut counts = [0; SORTS];
        before.push(counts);
        for token in tokens {
            if let Some(sort) = sort(token) {
                counts[sort as usize] += 1;
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

fn sort(token: &Token) -> Option<Sort> {
    Some(match token.kind {
        TokenKind::De => Sort::De,
        TokenKind::Pause => Sort::Pause,
        TokenKind::And => Sort::And,
        TokenKind::Etc => Sort::Etc,
        TokenKind::Number => Sort::Number,
        TokenKind::Frame(FrameClass::Passive) => Sort::Passive,
        TokenKind::Verb(VerbClass::Stative, _) => Sort::Stative,
        TokenKind::Adverb(_) => Sort::Adverb,
        _ => return None,
    })
}

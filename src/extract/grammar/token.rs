//! Tokens: the words that the lexicons know, the mentions that shield their insides, and the text in between.

use std::ops::{Deref, Range};

use crate::recognise::Mention;
pub use crate::rules::TokenKind;
use crate::rules::{Cutter, Entry, NounUse, Rules, Trait, Traits, VerbClass};
use crate::text::{Reading, Span, length_before};

use super::sorts::{Sort, SortSet, Sorts};
use super::tokenise;

/// One token of a passage.
#[derive(Clone, Copy, Debug)]
pub struct Token {
    pub kind: TokenKind,
    /// In the reading text.
    pub span: Span,
    pub traits: Traits,
    /// Whether its neighbours may make another kind of it: what is not open need not be settled.
    pub is_open: bool,
    /// Of the kind.
    sort: Sort,
}

impl Token {
    /// What is known by its kind alone.
    pub fn new(kind: TokenKind, span: Span) -> Self {
        Self { kind, span, traits: Traits::default(), is_open: false, sort: kind.sort() }
    }

    /// A word of the lexicons.
    pub fn word(entry: &Entry, span: Span) -> Self {
        let Entry { kind, traits, is_open, sort, .. } = *entry;
        Self { kind, span, traits, is_open, sort }
    }

    /// Makes another kind of it.
    pub fn turn_into(&mut self, kind: TokenKind) {
        (self.kind, self.sort) = (kind, kind.sort());
    }

    /// What the grammar looks for when it looks for this token.
    #[inline]
    pub fn sort(&self) -> Sort {
        debug_assert_eq!(self.sort, self.kind.sort(), "kinds are changed by `turn_into`");
        self.sort
    }

    pub fn is_verb(&self) -> bool {
        matches!(self.kind, TokenKind::Verb(..))
    }

    pub fn is_adverb(&self) -> bool {
        matches!(self.kind, TokenKind::Adverb(_))
    }

    pub fn verb_class(&self) -> Option<VerbClass> {
        match self.kind {
            TokenKind::Verb(class, _) => Some(class),
            _ => None,
        }
    }

    pub fn noun_use(&self) -> Option<NounUse> {
        match self.kind {
            TokenKind::Verb(_, noun) => Some(noun),
            _ => None,
        }
    }

    /// Whether it can be (part of) a noun phrase: a noun, or a verb whose form is a noun too.
    pub fn may_be_noun(&self) -> bool {
        self.is_nominal() || self.noun_use().is_some_and(|noun| noun != NounUse::No)
    }

    pub fn has(&self, one: Trait) -> bool {
        self.traits.has(one)
    }

    /// Whether it can be (part of) a noun phrase on its own.
    pub fn is_nominal(&self) -> bool {
        matches!(
            self.kind,
            TokenKind::Noun
                | TokenKind::Text
                | TokenKind::Name
                | TokenKind::Number
                | TokenKind::Paren
                | TokenKind::Ordinal
        )
    }
}

/// The tokens of a passage with the text that they stand in.
pub struct Tokens<'a> {
    pub reading: &'a Reading,
    pub rules: &'a Rules,
    list: Vec<Token>,
    sorts: Sorts,
}

impl Deref for Tokens<'_> {
    type Target = [Token];

    fn deref(&self) -> &[Token] {
        &self.list
    }
}

impl<'a> Tokens<'a> {
    /// Cuts the passage at `span` into tokens that tile it, blanks aside. `mentions` are those in it or in
    /// more of the text, in order; where they nest, the outer one shields. `cutter` lends its memory.
    pub fn of(reading: &'a Reading, span: Span, mentions: &[Mention], rules: &'a Rules, cutter: &mut Cutter) -> Self {
        let list = tokenise::tokens(reading, span, mentions, rules, cutter);
        Self { reading, rules, sorts: Sorts::of(&list), list }
    }

    /// Whether a token of one of `sorts` stands in a range.
    #[inline]
    pub fn any(&self, range: &Range<usize>, sorts: impl Into<SortSet>) -> bool {
        let sorts = sorts.into();
        match range.len() {
            0 => false,
            1..=Sorts::LONGEST => self.sorts.any(range, sorts),
            _ => self.list[range.clone()].iter().any(|token| sorts.has(token.sort())),
        }
    }

    /// Whether a character stands in the passage: of most that are asked for none does.
    pub fn holds(&self, c: char) -> bool {
        let passage = self.cover(&(0..self.list.len())).map_or(&[][..], |span| &self.reading.chars()[span.range()]);
        length_before(passage, |one| one == c) < passage.len()
    }

    /// The first character of a token.
    pub fn first_char(&self, at: usize) -> char {
        self.reading.chars()[self.list[at].span.start]
    }

    /// The last character of a token.
    pub fn last_char(&self, at: usize) -> char {
        self.reading.chars()[self.list[at].span.end - 1]
    }

    /// The characters of a token.
    pub fn words(&self, at: usize) -> &[char] {
        &self.reading.chars()[self.list[at].span.range()]
    }

    /// The tokens that begin inside a span.
    pub fn within(&self, span: Span) -> Range<usize> {
        let from = self.list.partition_point(|token| token.span.start < span.start);
        // a phrase has few tokens
        let count = self.list[from..].iter().take_while(|token| token.span.start < span.end).count();
        from..from + count
    }

    /// Whether a number stands in a span.
    pub fn has_number(&self, span: Span) -> bool {
        self.any(&self.within(span), Sort::Number)
    }

    /// Whether 中, 上, 下 and their like stand at `at` as a word.
    pub fn is_place_word(&self, at: usize) -> bool {
        self.list.get(at).is_some_and(|token| {
            token.span.len() == 1
                && matches!(self.first_char(at), '中' | '上' | '下' | '里' | '内' | '前' | '后' | '时')
        })
    }

    /// Whether the token at `at` is the one character `word`.
    pub fn is_word(&self, at: usize, word: char) -> bool {
        // in this order: what the first character is can be foreseen, how long a word is cannot
        self.first_char(at) == word && self.list[at].span.len() == 1
    }

    /// Whether the token at `at` is the word `word`.
    #[inline]
    pub fn is_term<const LENGTH: usize>(&self, at: usize, word: [char; LENGTH]) -> bool {
        // in this order, as in `is_word`
        self.first_char(at) == word[0] && self.words(at) == word
    }

    /// From the first to the last token of a range; none where it is empty.
    pub fn cover(&self, range: &Range<usize>) -> Option<Span> {
        (range.start < range.end)
            .then(|| Span::new(self.list[range.start].span.start, self.list[range.end - 1].span.end))
    }

    /// What the word that ends at the token `at` tells as the head of its phrase (heads.csv).
    pub fn head(&self, at: usize) -> Option<&str> {
        self.rules.head_at_end(self.words(at))
    }

    /// Whether a noun phrase names a body, office or group of people that can act: by how it ends (actors.csv).
    pub fn is_agent(&self, span: Span) -> bool {
        agent(self.reading, span, self.rules).is_some()
    }

    /// Whether a noun phrase names what is measured of something: 粮食产量, 经济总量.
    pub fn is_measure(&self, span: Span) -> bool {
        self.rules.is_measure_at_end(&self.reading.chars()[span.range()])
    }

    /// Whether a noun phrase names one whose work the report tells: then it stays the actor beyond its sentence. An
    /// enterprise, a school or a town acts in its own sentence alone.
    pub fn is_reporting(&self, span: Span) -> bool {
        agent(self.reading, span, self.rules).is_some_and(|class| matches!(class, "body" | "place" | "member"))
    }
}

/// The characters of tokens side by side.
pub fn length(tokens: &[Token]) -> usize {
    tokens.iter().map(|token| token.span.len()).sum()
}

/// The class of the actor that a noun phrase ends in, if it does.
fn agent<'a>(reading: &Reading, span: Span, rules: &'a Rules) -> Option<&'a str> {
    rules.actor_at_end(&reading.chars()[span.range()])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sort_is_told_of_a_range_that_is_too_long_to_count() {
        let mut reading = Reading::default();
        reading.extend(&['的'; 300], 0);
        let rules = Rules::builtin();
        let tokens = Tokens::of(&reading, Span::new(0, 300), &[], &rules, &mut Cutter::default());
        assert_eq!(tokens.len(), 300);
        assert!(tokens.any(&(0..256), Sort::De) && !tokens.any(&(0..256), Sort::Pause));
    }
}

//! The text at hand, and what its words are to counts: which name a measure, which only say which of them.

use crate::extract::grammar::{Token, TokenKind};
use crate::recognise::{Mention, MentionKind};
use crate::rules::Rules;
use crate::text::Span;

/// The tokens of a passage up to the end of a clause, with the text and the mentions that they stand in.
#[derive(Clone, Copy)]
pub(super) struct Ground<'a> {
    pub chars: &'a [char],
    pub rules: &'a Rules,
    pub tokens: &'a [Token],
    /// Where the clause begins among the tokens: places are looked up from here on, and not in the whole passage.
    pub first: usize,
    /// The mentions of the report up to the end of the passage.
    pub mentions: &'a [Mention],
    /// Where those of the passage begin among them.
    pub own_mentions: usize,
}

impl<'a> Ground<'a> {
    /// The index of the first token of the clause that begins at `at` or behind it.
    pub fn token_from(&self, at: usize) -> usize {
        self.first + self.tokens[self.first..].partition_point(|token| token.span.start < at)
    }

    /// The token that ends at `at`.
    pub fn token_before(&self, at: usize) -> Option<&'a Token> {
        self.tokens[..self.token_from(at)].last().filter(|token| token.span.end == at)
    }

    /// The mention that begins at `at`, with its bounds or behind them.
    pub fn mention_at(&self, at: usize) -> Option<&'a Mention> {
        let own = &self.mentions[self.own_mentions..];
        let next = own.partition_point(|mention| mention.span.start <= at);
        let mention = own[..next].last()?;
        (mention.span.start == at || mention.core.start == at).then_some(mention)
    }

    /// The characters of a token.
    pub fn words(&self, token: &Token) -> &'a [char] {
        &self.chars[token.span.range()]
    }

    /// The first character of a token.
    pub fn first_char(&self, token: &Token) -> char {
        self.chars[token.span.start]
    }

    /// Whether a token is the word `word`.
    #[inline]
    pub fn is_term<const LENGTH: usize>(&self, token: &Token, word: [char; LENGTH]) -> bool {
        // in this order: what the first character is can be foreseen, how long a word is cannot
        self.first_char(token) == word[0] && self.words(token) == word
    }

    /// The class of the doer that a noun phrase ends in, if it does (actors.csv).
    pub fn doer(&self, phrase: Span) -> Option<&'a str> {
        self.rules.actor_at_end(&self.chars[phrase.range()])
    }

    /// Whether a token is a word of this class in the lexicon of movements.
    pub fn is_of(&self, token: &Token, class: &str) -> bool {
        self.rules.movements.get_chars(self.words(token)).is_some_and(|row| row.class == class)
    }

    /// 新增, 净增 and 占 make a measure what it is.
    pub fn is_kept(&self, token: &Token) -> bool {
        self.is_of(token, "keep")
    }

    /// 新增, 净增 and 挽回, but not 占.
    pub fn is_made(&self, token: &Token) -> bool {
        self.is_kept(token) && self.words(token) != ['占']
    }

    /// 各类, 全市, 其中: say which of them, not what they are; 全市性 is a kind.
    pub fn is_determiner(&self, token: &Token) -> bool {
        self.is_of(token, "determiner") && self.chars.get(token.span.end) != Some(&'性')
    }

    /// Whether a word, as far as `end`, is what is measured of something (时间, 率, 面积, 总额).
    pub fn names_attribute(&self, token: &Token, end: usize) -> bool {
        self.rules.is_measure_at_end(&self.chars[token.span.start..token.span.end.min(end)])
    }

    /// 三年, 五个月: how long something took.
    pub fn is_length_of_time(&self, token: &Token) -> bool {
        let timed = matches!(token.kind, TokenKind::Number | TokenKind::Time);
        timed
            && self.mention_at(token.span.start).is_some_and(|mention| {
                mention.quantity.is_some() && matches!(mention.kind, MentionKind::Period | MentionKind::Duration)
            })
    }
}

/// 、 or 和.
pub(super) fn joins(token: &Token) -> bool {
    matches!(token.kind, TokenKind::Pause | TokenKind::And)
}

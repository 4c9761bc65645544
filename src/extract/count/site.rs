//! One number in its clause: where its words begin, where the clause ends, and what its unit says of it.

use crate::extract::grammar::TokenKind;
use crate::recognise::{Mention, MentionKind};
use crate::rules::VerbClass;

use super::ground::{Ground, joins};

/// A number that counts, and the tokens that may name what it counts.
#[derive(Clone, Copy)]
pub(super) struct Site<'a> {
    pub ground: Ground<'a>,
    /// The token where its own words begin.
    pub from: usize,
    /// Its own token.
    pub at: usize,
    /// One past the last token of the clause.
    pub to: usize,
    pub mention: &'a Mention,
    pub unit_class: &'a str,
}

impl<'a> Site<'a> {
    /// The number at token `at`, whose words begin at token `from`, in a clause that ends at `to`.
    pub fn new(ground: Ground<'a>, from: usize, at: usize, to: usize, mention: &'a Mention) -> Self {
        let unit = mention.quantity.as_ref().map_or("", |quantity| &*quantity.unit);
        let unit_class = ground.rules.units.get(unit).map_or("", |row| &*row.class);
        Self { ground, from, at, to, mention, unit_class }
    }

    /// Where its own words begin.
    pub fn floor(&self) -> usize {
        let first = self.ground.tokens.get(self.from).map_or(self.mention.span.start, |token| token.span.start);
        first.min(self.mention.span.start)
    }

    pub fn unit(&self) -> &'a str {
        self.mention.quantity.as_ref().map_or("", |quantity| &*quantity.unit)
    }

    /// Whether a number of percentage points stands behind it, with nothing but 、 or 和 between.
    pub fn precedes_points(&self) -> bool {
        let tokens = &self.ground.tokens[..self.to];
        let next = tokens.get(self.at + 1..).filter(|next| next.len() > 1 && joins(&next[0]));
        let mention = next.and_then(|next| self.ground.mention_at(next[1].span.start));
        mention.is_some_and(super::base::is_points)
    }

    pub fn is_classifier(&self) -> bool {
        self.unit_class == "classifier"
    }

    pub fn is_percent(&self) -> bool {
        self.mention.kind == MentionKind::Percent
    }

    /// People, and times that something was done: the verb in front says what is counted (起诉914人, 走访56场次), and
    /// not the noun of the count before.
    pub fn counts_acts(&self) -> bool {
        matches!(self.unit(), "人" | "名" | "人次" | "户" | "位" | "次" | "场" | "场次" | "户次")
    }

    /// Whether 的 stands right before it: what precedes says which ones are counted.
    pub fn has_clause(&self) -> bool {
        self.at > 0 && self.ground.tokens[self.at - 1].kind == TokenKind::De
    }

    /// 增加5000个岗位: the number counts the noun after it, and the verb acts on that.
    pub fn counts_noun_after(&self) -> bool {
        let next = self.ground.tokens.get(self.at + 1).filter(|_| self.at + 1 < self.to);
        next.is_some_and(|next| next.is_nominal() && next.kind != TokenKind::Paren) && self.is_classifier()
    }

    /// 其中, 含 or 包括 among its own words: it is a part of the count before.
    pub fn says_part(&self) -> bool {
        let own = &self.ground.tokens[self.from..self.at];
        // in this order, as in `Ground::is_term`
        own.iter().any(|token| {
            matches!(self.ground.first_char(token), '其' | '含' | '包')
                && matches!(self.ground.words(token), ['其', '中'] | ['含'] | ['包', '括'])
        })
    }

    /// 至少, 不少于 before the verb whose object the number is.
    pub fn says_at_least(&self) -> bool {
        let own = &self.ground.tokens[self.from..self.at];
        let acts = own.iter().rev().take_while(|token| token.is_verb()).count();
        let word = own.len().checked_sub(acts + 1).map(|at| &own[at]).filter(|_| acts > 0);
        word.is_some_and(|token| matches!(self.ground.words(token), ['至', '少'] | ['不', '少', '于']))
    }

    /// How many numbers stand side by side from this one on, joined by 、 or 和, each with its own verb of change at
    /// most.
    pub fn group_size(&self) -> usize {
        let tokens = self.ground.tokens;
        let (mut size, mut i) = (1, self.at + 1);
        while i + 1 < self.to && joins(&tokens[i]) {
            let verb = tokens[i + 1].verb_class() == Some(VerbClass::Change);
            let number = i + 1 + usize::from(verb);
            if number >= self.to || tokens[number].kind != TokenKind::Number {
                break;
            }
            (size, i) = (size + 1, number + 1);
        }
        size
    }
}

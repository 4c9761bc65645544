//! Words that are one thing or another by what follows them: adverbs and prepositions that are the predicate (突出重点,
//! 通过验收, 争取上级支持), and 将 before what will be or what is disposed of.

use std::ops::Range;

use crate::rules::{AdverbClass, FrameClass, NounUse, Trait, VerbClass};
use crate::structure::Role;

use super::parse::Parser;
use super::token::TokenKind;
use super::weight::{ENOUGH, reaches_number, weight};
use super::{frame, framed, means};

impl Parser<'_> {
    /// Whether the adverb or preposition at `at` is the predicate: a noun follows at once, and no verb takes over.
    pub(super) fn is_dual(&self, range: &Range<usize>, at: usize, ends_sentence: bool) -> bool {
        let token = &self.tokens[at];
        if !token.has(Trait::Dual) {
            return false;
        }
        if self.obtains(range, at) || self.passes(range, at) {
            return true;
        }
        let noun = at + 1 < range.end
            && match self.tokens[at + 1].kind {
                TokenKind::Noun | TokenKind::Text | TokenKind::Name | TokenKind::Number => true,
                // 突出就业导向
                TokenKind::Verb(_, NounUse::Mostly) => token.is_adverb() && at + 2 < range.end,
                TokenKind::Frame(FrameClass::Target) => token.is_adverb() && self.has_de(at + 1..range.end),
                TokenKind::Verb(VerbClass::Intransitive, _) => {
                    matches!(token.kind, TokenKind::Frame(FrameClass::Topic)) && at + 2 == range.end
                }
                _ => false,
            };
        if !noun {
            return false;
        }
        // 争取新线年底通车: what is striven for comes about
        let comes_about = |later: usize| {
            token.kind == TokenKind::Adverb(AdverbClass::Strive)
                && self.tokens[later].kind == TokenKind::Verb(VerbClass::Intransitive, NounUse::No)
        };
        let verb = match token.kind {
            TokenKind::Frame(class) => {
                let stays = match class {
                    FrameClass::Manner => {
                        ends_sentence || (at + 1..range.end).any(|i| self.tokens[i].kind == TokenKind::Number)
                    }
                    // 紧盯钱袋子、菜篮子: nouns alone, and no sentence that they are the topic of
                    FrameClass::Topic => {
                        ends_sentence
                            && (self.state.modality.is_some()
                                || self.role == Role::Plan
                                || self.names_only(at + 1..range.end))
                    }
                    _ => self.state.modality.is_some(),
                };
                let verbal_noun = |verb: usize| {
                    class == FrameClass::Manner
                        && verb + 1 == range.end
                        && self.tokens[verb].noun_use() == Some(NounUse::Also)
                        && self.tokens[verb - 1].is_nominal()
                };
                framed::after_frame(self.tokens, at + 1..range.end, false).is_some_and(|verb| !verbal_noun(verb))
                    || !stays
            }
            _ => {
                let end = (at + 1..range.end).find(|&i| self.tokens[i].kind == TokenKind::Pause).unwrap_or(range.end);
                let takes =
                    |later: usize| later + 1 < range.end || self.tokens[later].has(Trait::Alone) || comes_about(later);
                (at + 1..end).any(|later| weight(self.tokens, &(at + 1..range.end), later) >= ENOUGH && takes(later))
            }
        };
        let served = || means::served(self.tokens, range, at, at + 1).is_some();
        !verb || token.has(Trait::Means) && !comes_about(range.end - 1) && served()
    }

    /// Whether only nouns and what joins them stand in `range`.
    fn names_only(&self, range: Range<usize>) -> bool {
        self.tokens[range].iter().all(|token| match token.kind {
            TokenKind::Noun | TokenKind::Name | TokenKind::Pause | TokenKind::And | TokenKind::De => true,
            TokenKind::Text => token.span.len() > 1,
            _ => false,
        })
    }

    /// 积极争取更多项目, 争取上级支持: to obtain, and not to strive.
    fn obtains(&self, range: &Range<usize>, at: usize) -> bool {
        let word = |at: usize| self.tokens.words(at);
        if word(at) != ['争', '取'] || at + 1 >= range.end {
            return false;
        }
        let eager =
            at > range.start && matches!(word(at - 1), ['积', '极'] | ['主', '动'] | ['大', '力'] | ['全', '力']);
        let giver = matches!(word(at + 1), ['上', '级', ..] | ['国', '家'] | ['中', '央'] | ['社', '会', '各', '界']);
        let more = matches!(word(at + 1), ['更', '多' | '大']);
        let thing =
            self.tokens[at + 1].is_nominal() || self.tokens[at + 1].kind == TokenKind::Adverb(AdverbClass::Degree);
        let reaches = (at + 1..range.end)
            .any(|later| reaches_number(self.tokens, range, later) && !self.tokens[later].has(Trait::Bounding));
        (giver || more || eager && thing) && !reaches
    }

    /// 通过国家验收: what is passed closes the clause.
    fn passes(&self, range: &Range<usize>, at: usize) -> bool {
        let last = range.end - 1;
        let test = || range.end - at <= 6 && self.tokens.head(last) == Some("test");
        let part = || range.end - at == 3 && self.tokens[last].kind == TokenKind::Number;
        self.tokens.words(at) == ['通', '过'] && (test() || part())
    }

    pub(super) fn is_modal(&self, range: &Range<usize>, at: usize) -> bool {
        let disposes = |verb: usize| {
            self.tokens[verb].has(Trait::Patient) && self.tokens[verb].verb_class() != Some(VerbClass::Intransitive)
        };
        if (at + 2..range.end).any(disposes) && self.verb_at(range, at + 1) {
            return false;
        }
        // 将不予立案的12件转作社情民意信息: what the act was says which ones come to be something
        let becomes = |later: usize| {
            self.tokens[later].verb_class() == Some(VerbClass::Become)
                && self.tokens[later - 1].is_nominal()
                && self.has_de(at + 2..later)
        };
        if self.verb_at(range, at + 1)
            && self.tokens[at + 1].verb_class() == Some(VerbClass::Transitive)
            && (at + 3..range.end).any(becomes)
        {
            return false;
        }
        let nominal = self.verb_at(range, at + 1) && self.tokens[at + 1].noun_use() != Some(NounUse::No);
        let target = |at: usize| self.tokens[at].kind == TokenKind::Frame(FrameClass::Target);
        let with = |at: usize| target(at) && matches!(self.tokens.first_char(at), '与' | '同');
        let moved = (at + 2..range.end).any(|at| if self.role == Role::Review { target(at) } else { with(at) });
        if nominal && moved {
            return false;
        }
        // 将发放时间由15天缩短到10天
        let comes_from = |from: usize| {
            let number = frame::whence(self.tokens, from, range.end - 1);
            number.is_some_and(|number| self.tokens[number + 1].verb_class() == Some(VerbClass::Change))
        };
        if (at + 3..range.end.saturating_sub(2)).any(comes_from) {
            return false;
        }
        let dual = |next: usize| {
            next + 1 < range.end
                && self.tokens[next].is_adverb()
                && self.tokens[next].has(Trait::Dual)
                && self.tokens[next + 1].is_nominal()
        };
        if dual(at + 1) {
            return true;
        }
        let next = (at + 1..range.end).find(|&next| !self.tokens[next].is_adverb());
        next.is_some_and(|next| {
            let run_on = self.tokens[next].noun_use().is_some_and(|noun| noun != NounUse::No);
            let later = || {
                framed::after_frame(self.tokens, next + 1..range.end, true)
                    .is_some_and(|verb| weight(self.tokens, range, verb) >= 5)
            };
            matches!(self.tokens[next].kind, TokenKind::Verb(..)) && !(run_on && next == at + 1 && later())
                || matches!(self.tokens[next].kind, TokenKind::Frame(_))
        })
    }
}

//! The noun phrase that opens a clause: where it ends before the predicate, and how far whom it names goes on to act.

use std::ops::Range;

use crate::extract::Modality;
use crate::rules::{AdverbClass, FrameClass, NounUse, Trait, VerbClass};
use crate::text::Span;

use super::parse::{ClauseState, Parser};
use super::sorts::{Sort, SortSet};
use super::token::TokenKind;
use super::{actor, frame, head};

impl Parser<'_> {
    /// A noun phrase that opens the clause: it ends before a preposition, a modal or the predicate's adverbs.
    /// Gives where to go on; none where the clause has no predicate.
    pub(super) fn subject(&mut self, range: &Range<usize>, at: usize, now: &mut ClauseState) -> Option<usize> {
        let rest = at..range.end;
        let mut predicate = match self.suffered_at(range, at) {
            Some(suffered) => Some(suffered).filter(|&verb| self.tokens[verb].is_verb()),
            None => self.we_act(range, at).or_else(|| head::after_subject(self.tokens, rest.clone())),
        };
        let mut stop = predicate.unwrap_or(range.end);
        let past = |i: usize| Some((i, frame::past_attribute(self.tokens, &rest, i)?));
        let attribute = if self.tokens.any(&(at..stop), Sort::Frame) { (at..stop).find_map(past) } else { None };
        // 反馈的意见有18条写进条例: how many of them
        if let Some(has) = predicate.filter(|&has| self.presents(range, has)) {
            predicate = head::after_subject(self.tokens, has + 1..range.end);
            stop = predicate.unwrap_or(range.end);
        }
        // 一份关于加装电梯的提案促使…: what the attribute tells of is no predicate
        if let Some((_, past)) = attribute.filter(|&(_, past)| stop < past) {
            predicate = head::after_subject(self.tokens, past - 1..range.end);
            stop = predicate.unwrap_or(range.end);
        }
        let inside = |i: usize| attribute.is_some_and(|(from, to)| (from..to).contains(&i));
        let mut others = at + 1..stop;
        if !self.tokens.any(&others, SortSet::FRAMES.and(SortSet::of(&[Sort::Modal]))) {
            others.start = others.end;
        }
        let other = others.filter(|&i| !inside(i)).find(|&i| match self.tokens[i].kind {
            TokenKind::Frame(class) => {
                let lone = matches!(class, FrameClass::Place)
                    && (self.tokens.first_char(i) != '在' || self.names_act(at, stop))
                    && self.tokens[i].span.len() == 1
                    && !self.closes(i, stop)
                    && !self.is_told_how(i - 1);
                frame::opens(self.tokens, &rest, i).is_some() && !lone
            }
            TokenKind::Adverb(AdverbClass::Must | AdverbClass::Will | AdverbClass::Strive | AdverbClass::Suggest) => {
                true
            }
            _ => false,
        });
        let cut = other.or(predicate);
        let mut end = frame::adverbs_before(self.tokens, at + 1, cut.unwrap_or(range.end));
        // 示范区新推出: 新 tells of what is done, and is no part of who does it.
        // 承办人三赴外地: nor is how often.
        let often = |last: usize| self.tokens[last].kind == TokenKind::Number && self.tokens[last].span.len() == 1;
        // 全市法院五年共受理案件: nor is how long it took.
        let over = |last: usize| {
            self.tokens[last].kind == TokenKind::Number
                && self.tokens.last_char(last) == '年'
                && self.tokens[last - 1].has(Trait::Agent)
        };
        if cut.is_some() && end > at + 1 && (self.tokens.is_word(end - 1, '新') || often(end - 1) || over(end - 1)) {
            end -= 1;
        }
        // 各级政府: which of them act is said by a word of its own
        let each = at > range.start && self.tokens[at - 1].is_adverb() && self.tokens.first_char(at - 1) == '各';
        let kind = at > range.start && self.tells_kind(at - 1);
        let left = at - usize::from(each || kind);
        now.is_drawn_on = left > range.start
            && self.tokens[left - 1].kind == TokenKind::Adverb(AdverbClass::Manner)
            && self.tokens[left - 1].has(Trait::Dual);
        // 交付率94.7%、超额完成任务: behind its number a measure does nothing more
        let told = end > at + 2
            && predicate.is_some_and(|verb| verb + 1 < range.end)
            && self.tokens[end - 1].kind == TokenKind::Pause
            && self.tokens[end - 2].kind == TokenKind::Number;
        now.subject = self.tokens.cover(&(left..self.doer_end(at, end))).filter(|_| !told);
        cut?;
        Some(end)
    }

    /// 高标准农田建成三万亩: right before a noun, what tells elsewhere how it is done tells what kind of thing it is.
    fn tells_kind(&self, at: usize) -> bool {
        let (word, next) = (&self.tokens[at], &self.tokens[at + 1]);
        word.kind == TokenKind::Adverb(AdverbClass::Manner)
            && !word.has(Trait::Dual)
            && matches!(next.kind, TokenKind::Noun | TokenKind::Text)
            && word.span.end == next.span.start
    }

    /// 我们统筹城乡建设: right behind 我们 with a noun behind it, a verb is one though it is also a noun.
    fn we_act(&self, range: &Range<usize>, at: usize) -> Option<usize> {
        let verb = at + 1;
        let acts = verb + 1 < range.end
            && matches!(self.tokens[verb].kind, TokenKind::Verb(VerbClass::Transitive, NounUse::Also))
            && matches!(self.tokens[verb + 1].kind, TokenKind::Noun | TokenKind::Text | TokenKind::Name);
        (acts && self.tokens.words(at) == ['我', '们'] && !self.has_de(verb + 1..range.end)).then_some(verb)
    }

    /// 两国在各领域的合作和交流得到发展: what an act is called closes the noun phrase before the predicate at `stop`.
    fn names_act(&self, at: usize, stop: usize) -> bool {
        let last = frame::adverbs_before(self.tokens, at + 1, stop) - 1;
        self.tokens[last].is_verb()
    }

    /// Whether an adverb or 两次 stands at `at`: a preposition behind it opens a phrase.
    fn is_told_how(&self, at: usize) -> bool {
        let last = self.tokens.last_char(at);
        let often = self.tokens[at].kind == TokenKind::Number && (last == '次' || self.tokens[at].span.len() == 1);
        self.tokens[at].is_adverb() || often
    }

    /// Whether a one-character preposition of place has a phrase that reaches the predicate or a closing 上, 中, 下.
    fn closes(&self, at: usize, stop: usize) -> bool {
        (at + 1..stop).any(|i| matches!(self.tokens.last_char(i), '上' | '中' | '下' | '内' | '间' | '面'))
            || self.tokens[at + 1..stop].len() <= 2
    }

    /// Who acts holds for the clauses of the sentence that name nobody, and beyond it where the report is theirs.
    pub(super) fn note_actor(&mut self, actor: Span) {
        let within = self.tokens.within(actor);
        let counted = self.tokens.any(&within, Sort::Number);
        let words = &self.tokens[within.clone()];
        let ends_in_number = words.last().is_some_and(|last| last.kind == TokenKind::Number);
        // 融资和资金取得突破: what verbs name is nobody who goes on to act
        let named = actor.len() >= 4 && !self.tokens.any(&within, SortSet::VERBS.and(SortSet::of(&[Sort::And])));
        let acts = || self.tokens.is_agent(actor) || actor::is_person(self.tokens, actor);
        let measure = || self.tokens.is_measure(actor);
        if !counted && named && !measure() || !ends_in_number && acts() {
            self.state.subject = Some(actor);
        }
        // 建议有关部门增设站点: who is asked to act is not whose work the report tells
        let asked = self.state.modality == Some(Modality::Suggest);
        if !counted && !asked && self.tokens.is_reporting(actor) {
            self.state.actor = Some(actor);
        }
    }

    /// Of a clause without a predicate that its body opens (我们矢志不渝…), the body is the actor of what follows.
    pub(super) fn note_leader(&mut self, subject: Span) {
        let leader = self.tokens[self.tokens.within(subject)].first().map(|token| token.span);
        if let Some(leader) = leader.filter(|&leader| self.tokens.is_reporting(leader)) {
            self.note_actor(leader);
        }
    }
}

//! The noun behind a number: 45名民主监督员, 90%以上的政务服务, 投资3500万元的管网改造.
//!
//! A number counts what stands behind it where a noun phrase begins there, unless that moves or has a share of its own
//! (17个行业增加值增长8%: the rise is that of their output). What stands in front of it may be part of the same name
//! ([`lead`](super::lead)).

use crate::extract::CountKind;
use crate::extract::grammar::{Token, TokenKind};
use crate::recognise::MentionKind;
use crate::rules::{NounUse, Trait, VerbClass};
use crate::text::Span;

use super::compound;
use super::forward;
use super::memory::Naming;
use super::naming::{Namer, Siblings};
use super::site::Site;

impl Namer<'_> {
    /// The noun behind the number, and the token where the next number's words begin.
    pub(super) fn noun_after(&self, siblings: &mut Siblings) -> Option<(Naming, usize)> {
        let Site { ground, at, to, .. } = self.site;
        let next = ground.tokens.get(at + 1).filter(|_| at + 1 < to)?;
        if self.kind == CountKind::Change || self.is_moved(at + 1) {
            return None;
        }
        if let Some(place) = self.place() {
            return Some((place, at + 1));
        }
        if let Some(works) = self.invested_in_works() {
            return Some((works, at + 1));
        }
        let has_de = next.kind == TokenKind::De;
        if !has_de && !self.counts_what_follows(next) {
            return None;
        }
        let (phrase, stop) = self.counted(at + 1 + usize::from(has_de), has_de);
        // 5名全程参与: how it is done is no noun, but for a clause that says which of them
        let clause = || ground.tokens[at + 1..stop].iter().any(|token| token.kind == TokenKind::De);
        if phrase.is_empty() || self.is_how(next) && !clause() {
            return None;
        }
        let moved = stop < to && !has_de && self.is_moved(stop);
        let (phrase, stop) = if moved { (forward::without_attribute(ground, phrase), at + 1) } else { (phrase, stop) };
        let mut noun = self.joined(&phrase);
        // 1100万人口: the unit is the first half of the noun
        if self.site.unit() == "人" && noun.starts_with('口') {
            noun.insert(0, '人');
        }
        if (has_de || !self.site.is_classifier()) && self.is_aim(&noun) {
            return None;
        }
        let measure = match self.source().filter(|_| !has_de) {
            Some(source) => format!("{source}{noun}"),
            None => self.measure_of(&noun, has_de, siblings),
        };
        Some((Naming::of(noun, measure), stop))
    }

    /// 两批21个项目: the noun behind another number that stands right behind this one.
    pub(super) fn noun_after_next(&self, siblings: &mut Siblings) -> Option<Naming> {
        let Site { ground, from, at, to, .. } = self.site;
        let next = ground.tokens.get(at + 1).filter(|next| at + 1 < to && next.kind == TokenKind::Number)?;
        let mention = ground.mention_at(next.span.start).filter(|_| self.site.is_classifier())?;
        let site = Site::new(ground, from, at + 1, to, mention);
        let there = Namer { site, ..*self };
        there.noun_after(siblings).filter(|_| site.is_classifier()).map(|(naming, _)| naming)
    }

    /// Whether what is counted begins with the token right behind the number, where no 的 says so.
    fn counts_what_follows(&self, next: &Token) -> bool {
        let Site { ground, at, to, .. } = self.site;
        // 区政府两次约谈负责同志: how often someone did it
        if next.is_verb() && self.site.unit() == "次" && self.own_is_doer() {
            return false;
        }
        // 整合资金9.6亿元发展产业: what the sum is for
        let sum = |span: &Span| "金款费债券贷".contains(ground.chars[span.end - 1]);
        if next.is_verb() && self.site.unit().ends_with('元') && self.own.spans.last().is_some_and(sum) {
            return false;
        }
        if self.site.is_percent() {
            // 90%以上村庄达标, 近七成搬迁群众就业: a share of what opens the clause, or of what the verb in front acts on
            let kind = compound::may_be_noun(next) && ground.tokens[..to].get(at + 2).is_some_and(Token::is_nominal);
            let noun = kind || matches!(next.kind, TokenKind::Noun | TokenKind::Text);
            return noun && (self.opens_clause() || self.is_acted_on());
        }
        if self.is_how(next) { self.site.is_classifier() } else { self.opens_noun() }
    }

    /// Whether an adverb stands right behind the number that belongs to no noun.
    fn is_how(&self, next: &Token) -> bool {
        let Site { ground, at, to, .. } = self.site;
        next.is_adverb() && !forward::qualifies_noun(ground.tokens, at + 1, to)
    }

    fn opens_clause(&self) -> bool {
        let Site { ground, from, at, .. } = self.site;
        at == from && (at == 0 || ground.tokens[at - 1].kind == TokenKind::Mark)
    }

    /// 惠及90%以上人口, 集聚全国30%以上企业: what a verb right in front acts on.
    fn is_acted_on(&self) -> bool {
        let Site { ground, from, at, mention, .. } = self.site;
        let verb = ground.tokens[from..at].iter().rfind(|token| !ground.is_determiner(token));
        let acts = |verb: &Token| verb.verb_class() == Some(VerbClass::Transitive) && ground.words(verb) != ['占'];
        mention.span != mention.core && verb.is_some_and(acts)
    }

    /// Whether a noun phrase begins right behind the number.
    fn opens_noun(&self) -> bool {
        let Site { ground, from, at, to, .. } = self.site;
        let next = &ground.tokens[at + 1];
        // 捐资2870万元改造水渠: what the means serve
        let means = || ground.tokens[from..at].last().is_some_and(|token| token.has(Trait::Means));
        if next.is_verb() && !self.site.is_classifier() && means() {
            return false;
        }
        // 10份有分量的报告, 12家濒临倒闭的企业
        if self.site.is_classifier() && forward::relative_end(ground.tokens, at + 1, to).is_some() {
            return true;
        }
        let head = || ground.tokens[..to].get(at + 2).is_some_and(Token::is_nominal);
        match next.kind {
            // 由9个砍到4个
            TokenKind::Text => next.span.len() > 1 || !matches!(ground.chars.get(next.span.end), Some('到' | '至')),
            TokenKind::Noun | TokenKind::Name | TokenKind::Adverb(_) => true,
            TokenKind::Number => forward::names_group(ground, next),
            TokenKind::Verb(class, noun) => noun != NounUse::No || class == VerbClass::Intransitive && head(),
            _ => false,
        }
    }

    /// 控制在12万户以内的目标, 迈上10亿元新台阶: the noun says what the number is to the measure, and not what is counted.
    fn is_aim(&self, noun: &str) -> bool {
        let row = self.site.ground.rules.movements.get(noun.trim_start_matches('新').trim_end_matches('上'));
        row.is_some_and(|row| row.get("direction") == "aim")
    }

    /// Whether what stands at `stop` says how the noun before it moves or what share it has (17个行业增加值增长8%).
    pub(super) fn is_moved(&self, stop: usize) -> bool {
        let Site { ground, to, .. } = self.site;
        if self.falls_short(stop) {
            return true;
        }
        let Some(number) = (stop..to).find(|&at| ground.tokens[at].kind == TokenKind::Number) else { return false };
        let between = Span::new(ground.tokens[stop].span.start, ground.tokens[number].span.start);
        let share = ground.mention_at(between.end).is_some_and(|mention| mention.kind == MentionKind::Percent);
        let movement = ground.rules.movements.longest_before(ground.chars, between.end);
        let holds = ground.is_term(&ground.tokens[stop], ['占']);
        (between.is_empty() || holds) && share
            || movement.is_some_and(|(row, start)| start <= between.start && matches!(&*row.class, "move" | "reach"))
    }

    /// 3个乡镇税收不足百万元, 5家法院结案率低于均值: what is said of each of those counted.
    fn falls_short(&self, stop: usize) -> bool {
        let ground = self.site.ground;
        let Some([what, token]) = stop.checked_sub(1).and_then(|what| ground.tokens.get(what..=stop)) else {
            return false;
        };
        let compares =
            matches!(ground.words(token), ['不', '足' | '到'] | ['低' | '高' | '少' | '多', '于'] | ['超', '过']);
        compares && ground.names_attribute(what, what.span.end)
    }

    /// 相邻3市: the unit is the noun.
    fn place(&self) -> Option<Naming> {
        let lead = self.joined(self.own);
        let names = self.site.unit_class == "place" && !lead.is_empty() && !self.own.is_verbal;
        names.then(|| Naming::plain(format!("{lead}{}", self.site.unit())))
    }
}

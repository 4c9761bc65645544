//! The noun behind a number: 45名民主监督员, 90%以上的政务服务, 投资3500万元的管网改造.
//!
//! A number counts what stands behind it where a noun phrase begins there, unless that moves or has a share of its own
//! (17个行业增加值增长8%: the rise is that of their output). What stands in front of it may be part of the same name.

use crate::extract::CountKind;
use crate::extract::grammar::{Token, TokenKind};
use crate::recognise::MentionKind;
use crate::rules::{FrameClass, NounUse, Trait, VerbClass};
use crate::text::Span;

use super::compound;
use super::deed::with_subject;
use super::forward;
use super::ground::{Ground, joins};
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
        let Site { ground, at, to, .. } = self.site;
        let next = ground.tokens.get(at + 1).filter(|next| at + 1 < to && next.kind == TokenKind::Number)?;
        let mention = ground.mention_at(next.span.start).filter(|_| self.site.is_classifier())?;
        let site = Site { at: at + 1, mention, ..self.site };
        let there = Namer { site, ..*self };
        there.noun_after(siblings).filter(|_| site.is_classifier()).map(|(naming, _)| naming)
    }

    /// 投资3亿元实施管网改造工程: the works that the sum was invested in, in front of any number of theirs.
    fn invested_in_works(&self) -> Option<Naming> {
        let Site { ground, from, at, to, .. } = self.site;
        let invests = ground.tokens[from..at].last().is_some_and(|token| ground.is(token, "投资"));
        if !invests || !self.site.unit().ends_with('元') {
            return None;
        }
        let rest = &ground.tokens[at + 1..to];
        let acts = rest.iter().take_while(|token| token.is_verb() && !compound::is_mostly_noun(token)).count();
        let number = rest.get(acts).is_some_and(|token| token.kind == TokenKind::Number);
        let first = at + 1 + acts + usize::from(number);
        let ends = |token: &Token| {
            matches!(token.kind, TokenKind::Mark | TokenKind::Pause | TokenKind::Etc | TokenKind::Number)
        };
        let works = ground.tokens.get(first..to)?;
        let works = &works[..works.iter().position(ends).unwrap_or(works.len())];
        let last =
            works.last().filter(|last| acts > 0 && works[0].is_nominal() && (last.is_nominal() || last.is_verb()))?;
        let noun = self.written(Span::new(works[0].span.start, last.span.end));
        Some(Naming::of(noun.clone(), format!("{noun}投资")))
    }

    /// Whether what is counted begins with the token right behind the number, where no 的 says so.
    fn counts_what_follows(&self, next: &Token) -> bool {
        let Site { ground, at, to, .. } = self.site;
        // 区政府两次约谈负责同志: how often someone did it
        if next.is_verb() && self.site.unit() == "次" && self.own_is_doer() {
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
        let acts = |verb: &Token| verb.verb_class() == Some(VerbClass::Transitive) && !ground.is(verb, "占");
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

    /// The noun with what stands before the number: 制度型开放试点33项任务, and 投资 of 投资800万元的改造 behind it.
    fn measure_of(&self, noun: &str, has_de: bool, siblings: &mut Siblings) -> String {
        let Site { ground, from, at, .. } = self.site;
        if self.site.is_percent() {
            // 制度覆盖80%以上村卫生室
            let covers = at > from && ground.is(&ground.tokens[at - 1], "覆盖");
            let lead = if covers { self.joined(&with_subject(ground, from, at - 1)) } else { String::new() };
            return format!("{lead}{noun}");
        }
        if has_de {
            if siblings.tail.is_empty() && !ground.tokens[from..at].last().is_some_and(joins) {
                siblings.tail = self.joined(self.own);
            }
            return format!("{noun}{}", siblings.tail);
        }
        let lead = if self.own_is_part_of_name() { self.joined(self.own) } else { String::new() };
        format!("{lead}{noun}{}", siblings.tail)
    }

    /// Whether what stands in front of the number is part of the same name: a noun phrase up to the number (制度型开放试点
    /// 33项任务), or 新增, and no list, which the noun sums up (铝材、纺织、种业三条产业链).
    fn own_is_part_of_name(&self) -> bool {
        let Site { ground, from, .. } = self.site;
        let in_front = &ground.tokens[from..ground.token_from(self.approach.end).max(from)];
        let Some((last, rest)) = in_front.split_last() else { return false };
        let list = || self.site.is_classifier() && self.own.conjuncts(ground).len() > 1;
        let named = match last.kind {
            TokenKind::Etc => false,
            // 暗访组深入21个镇街
            TokenKind::Adverb(_) if last.has(Trait::Dual) => false,
            TokenKind::Verb(_, noun) if !ground.is_kept(last) && noun != NounUse::Mostly => {
                names_act(ground, rest, last)
            }
            _ => !joins(last) && !is_effect(ground, last) && !is_where(ground, last),
        };
        named && !self.site.has_clause() && !self.own.is_verbal && !list()
    }

    /// 巡察反馈 of 整改巡察反馈的29个问题: who found them says which they are.
    fn source(&self) -> Option<String> {
        let Site { ground, from, at, .. } = self.site;
        let verb = at.checked_sub(2).filter(|&verb| verb >= from && self.site.has_clause())?;
        let row = ground.rules.movements.longest_before(ground.chars, ground.tokens[verb].span.end);
        let found = row.is_some_and(|(row, _)| row.class == "source");
        let names = |&at: &usize| {
            let token = &ground.tokens[at];
            let word = matches!(token.kind, TokenKind::Noun | TokenKind::Text | TokenKind::Name);
            (word || token.noun_use().is_some_and(|noun| noun != NounUse::No)) && !ground.is_determiner(token)
        };
        let start = (from..verb).rev().take_while(names).last().unwrap_or(verb);
        // 整改 is done to the problems; 巡察 may stand in one word with 反馈 or in front of it
        let own = verb - usize::from(ground.tokens[verb].span.len() == 2 && verb > start);
        let start = (start..own).find(|&at| !ground.tokens[at].is_verb()).unwrap_or(own);
        let span = Span::new(ground.tokens[start].span.start, ground.tokens[verb].span.end);
        found.then(|| self.written(span))
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
        let holds = ground.is(&ground.tokens[stop], "占");
        (between.is_empty() || holds) && share
            || movement.is_some_and(|(row, start)| start <= between.start && matches!(&*row.class, "move" | "reach"))
    }

    /// 3个乡镇税收不足百万元, 5家法院结案率低于均值: what is said of each of those counted.
    fn falls_short(&self, stop: usize) -> bool {
        let ground = self.site.ground;
        let Some([what, token]) = stop.checked_sub(1).and_then(|what| ground.tokens.get(what..=stop)) else {
            return false;
        };
        let compares = ["不足", "不到", "低于", "高于", "超过", "少于", "多于"];
        compares.iter().any(|word| ground.is(token, word)) && ground.names_attribute(what, what.span.end)
    }

    /// 相邻3市: the unit is the noun.
    fn place(&self) -> Option<Naming> {
        let lead = self.joined(self.own);
        let names = self.site.unit_class() == "place" && !lead.is_empty() && !self.own.is_verbal;
        names.then(|| Naming::plain(format!("{lead}{}", self.site.unit())))
    }
}

/// 促进市场平稳发展十条措施: the verb right in front of the number names an act where a noun stands before it, and neither
/// someone who acts (省代表团出访26个国家) nor a topic (就出行难暗访22个小区) nor another verb.
fn names_act(ground: Ground<'_>, rest: &[Token], verb: &Token) -> bool {
    let before = rest.iter().rfind(|token| !token.is_adverb());
    let noun = before.is_some_and(|token| token.is_nominal() && ground.doer(token.span).is_none());
    let topic = || rest.iter().any(|token| token.kind == TokenKind::Frame(FrameClass::Topic));
    noun && !topic() && !ground.is_of(verb, "work")
}

/// 主城区21家企业, 某贩毒案9名被告人: where they are or in which case says which of them, not what.
fn is_where(ground: Ground<'_>, token: &Token) -> bool {
    ground.chars[token.span.end - 1] == '案' || matches!(ground.doer(token.span), Some("region" | "place"))
}

/// 砍掉4个环节, 代表所提15条意见: words that no lexicon knows and that are acts all the same.
fn is_effect(ground: Ground<'_>, token: &Token) -> bool {
    let words = ground.words(token);
    let asked = words.len() == 1 && ground.chars[token.span.start.saturating_sub(1)] == '所';
    asked || words.ends_with(&['掉']) || matches!(words, ['所', _])
}

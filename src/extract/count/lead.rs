//! What stands in front of a number whose noun stands behind it, and belongs to the same name: 制度型开放试点33项任务, 巡察反馈
//! of 巡察反馈的29个问题, 投资 of 投资800万元的改造.

use crate::extract::grammar::{Token, TokenKind};
use crate::rules::{AdverbClass, FrameClass, NounUse, Trait};
use crate::text::Span;

use super::deed::with_subject;
use super::ground::{Ground, joins};
use super::naming::{Namer, Siblings};
use super::site::Site;

impl Namer<'_> {
    /// The noun with what stands before the number: 制度型开放试点33项任务, and 投资 of 投资800万元的改造 behind it.
    pub(super) fn measure_of(&self, noun: &str, has_de: bool, siblings: &mut Siblings) -> String {
        let Site { ground, from, at, .. } = self.site;
        if self.site.is_percent() {
            // 制度覆盖80%以上村卫生室
            let covers = at > from && ground.is_term(&ground.tokens[at - 1], ['覆', '盖']);
            let lead = if covers { self.joined(&with_subject(ground, from, at - 1)) } else { String::new() };
            return format!("{lead}{noun}");
        }
        if has_de {
            if siblings.tail.is_empty() && !ground.tokens[from..at].last().is_some_and(joins) {
                siblings.tail = self.joined(self.own);
            }
            return format!("{noun}{}", siblings.tail);
        }
        let lead = match self.aim() {
            Some(aim) => self.written(aim),
            None if self.own_is_part_of_name() => self.joined(self.own),
            None => String::new(),
        };
        format!("{lead}{noun}{}", siblings.tail)
    }

    /// 优化营商环境 of 出台优化营商环境36条举措: behind what issues something, the act that it is for belongs to its name.
    fn aim(&self) -> Option<Span> {
        let Site { ground, from, at, .. } = self.site;
        let plan = ground.tokens.get(at + 1).is_some_and(|noun| noun.has(Trait::Plan));
        let first = self.own.spans.first().filter(|_| plan)?;
        let noun = ground.token_from(first.start);
        let acts = ground.tokens[from..noun].iter().rev().take_while(|token| token.is_verb()).count();
        let issues = |token: &Token| {
            ground.rules.head_at_end(ground.words(token)) == Some("issues") || ground.is_term(token, ['推', '出'])
        };
        // of verbs side by side the first issues
        let issuing = (noun - acts..noun).find(|&at| issues(&ground.tokens[at]))?;
        (issuing + 1 < noun).then(|| {
            Span::new(ground.tokens[issuing + 1].span.start, self.own.spans.last().map_or(first.end, |last| last.end))
        })
    }

    /// Whether what stands in front of the number is part of the same name: a noun phrase up to the number (制度型开放试点
    /// 33项任务), or 新增, and no list, which the noun sums up (铝材、纺织、种业三条产业链).
    fn own_is_part_of_name(&self) -> bool {
        let Site { ground, from, at, .. } = self.site;
        let in_front = &ground.tokens[from..ground.token_from(self.approach.end).max(from)];
        let Some((last, rest)) = in_front.split_last() else { return false };
        // 市政府将12座古桥纳入名录: 将 has been taken off with what else stands in front of a number
        let before = at.checked_sub(1).map(|before| ground.tokens[before].kind);
        if matches!(before, Some(TokenKind::Frame(_) | TokenKind::Adverb(AdverbClass::Will))) {
            return false;
        }
        let list = || self.site.is_classifier() && self.own.conjuncts(ground).len() > 1;
        let named = match last.kind {
            TokenKind::Etc => false,
            // 分4批通报典型案例: in how many turns it was done
            _ if ground.is_term(last, ['分']) => false,
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
    pub(super) fn source(&self) -> Option<String> {
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

//! What a number measures whose noun was said before: in the clause, in the sentence, or by the verb alone.

use std::borrow::Cow;

use crate::extract::CountKind;
use crate::extract::grammar::{Token, TokenKind};
use crate::rules::{Trait, VerbClass};
use crate::text::Span;

use super::before::before;
use super::clause::subjects_of;
use super::ground::{Ground, joins};
use super::group::without_new;
use super::memory::Naming;
use super::naming::{Namer, Siblings};
use super::owner::bare_noun;
use super::site::Site;

impl Namer<'_> {
    /// 案件89件167人: right behind another number, the same thing in another unit.
    pub(super) fn same_again(&self) -> Option<Naming> {
        let Site { ground, from, at, .. } = self.site;
        let behind = from == at && at > 0 && ground.tokens[at - 1].kind == TokenKind::Number;
        let seen = self.memory.here().next().filter(|_| behind)?;
        Some(Naming::of(seen.noun.clone(), seen.measure().to_owned()))
    }

    /// 提案231件，立案187件: verbs alone say what was done to the things counted before.
    pub(super) fn done_to_the_same(&self, siblings: &Siblings) -> Option<Naming> {
        if let Some(made) = self.made_among(siblings) {
            return Some(made);
        }
        if !self.own.is_verbal || !self.site.is_classifier() || self.site.counts_acts() || siblings.is_part {
            return None;
        }
        let seen = self.memory.alike(self.site.unit(), self.kind)?;
        let done = self.joined(self.own);
        // 立案 is done to proposals; to clues it is a thing of its own
        let proposed = || ["提案", "议案", "建议"].iter().any(|noun| seen.noun.ends_with(noun));
        let same = seen.sentence == self.memory.sentence && seen.unit() == self.site.unit() && !seen.is_act;
        let same = same && (!done.ends_with('案') || proposed());
        same.then(|| Naming::of(seen.noun.clone(), format!("{}{done}", seen.noun)))
    }

    /// 标准化车间23个，其中新建9个: what was built or rebuilt among the things counted.
    fn made_among(&self, siblings: &Siblings) -> Option<Naming> {
        let Site { ground, from, at, .. } = self.site;
        let work = |token: &Token| {
            ground.is_of(token, "work")
                || matches!(ground.words(token), ['改' | '扩', '建'] | ['改', '扩', '建'] | ['提', '升'])
        };
        let verb = self.own.verb.or_else(|| at.checked_sub(1)).filter(|&verb| verb >= from)?;
        let bare = self.own.is_empty() || self.own.is_verbal;
        if !bare || !work(&ground.tokens[verb]) {
            return None;
        }
        let first = from + ground.tokens[from..=verb].iter().position(work)?;
        let part = siblings.is_part || self.memory.in_part || first == from + 1 && joins(&ground.tokens[from]);
        let whole = self.memory.here().find(|seen| !seen.is_part && seen.unit() == self.site.unit() && !seen.is_act);
        let whole = whole.filter(|seen| part && seen.kind() == CountKind::Level)?;
        let words = self.written(Span::new(ground.tokens[first].span.start, ground.tokens[verb].span.end));
        Some(Naming::of(whole.noun.clone(), format!("{words}{}", bare_noun(ground, &whole.noun))))
    }

    /// 增加值增速居全国第3位、提升5位: what has the rank that moves.
    pub(super) fn ranked(&self) -> Option<Naming> {
        let Site { ground, from, at, .. } = self.site;
        if self.kind != CountKind::Change || !matches!(self.site.unit(), "位" | "名") {
            return None;
        }
        let rank = (from + 1..at).rfind(|&at| ground.tokens[at].kind == TokenKind::Ordinal)?;
        let passed = |&at: &usize| ground.is_determiner(&ground.tokens[at]) || ground.tokens[at].is_verb();
        let last = (from..rank).rev().find(|at| !passed(at))?;
        let subject = before(ground, from, ground.tokens[last].span.end);
        (!subject.is_empty()).then(|| Naming::plain(self.joined(&subject)))
    }

    /// 居民人均收入3万元，其中农村居民2万元: what is measured of a part of the people is said of them all.
    pub(super) fn of_the_whole(&self, part: &str, siblings: &Siblings) -> Option<&str> {
        let who = self.own.spans.first().filter(|_| siblings.is_part && !self.site.is_classifier())?;
        let people = matches!(self.site.ground.doer(*who), Some("people" | "member")) && who.len() > 2;
        let head = part.char_indices().nth_back(1).filter(|_| people).map(|(at, _)| &part[at..])?;
        let whole = self.memory.here().find(|seen| !seen.is_part && seen.unit() == self.site.unit())?;
        let (_, rest) = whole.measure().split_once(head)?;
        Some(rest).filter(|rest| !rest.is_empty())
    }

    /// What the count before measured, or the subjects of a clause that stated no number; and whether that was said in
    /// the same sentence.
    pub(super) fn inherited(&self) -> (Naming, bool) {
        let seen = self.memory.alike(self.site.unit(), self.kind);
        let here = seen.is_some_and(|seen| seen.sentence == self.memory.sentence);
        // 主动向县委请示报告，全年计31次
        let often = matches!(self.site.unit(), "次" | "人次" | "场次") && self.own.verb.is_none() && !here;
        if let Some(act) = self.memory.last_act.filter(|_| often) {
            return (Naming::plain(self.written(act)), false);
        }
        let goes_on = here || self.own.verb.is_some() || self.subjects().is_empty();
        let stage = self.stage();
        let naming = match seen.filter(|_| goes_on) {
            Some(seen) if seen.noun == "案件" && self.own.verb.is_some() => {
                let verb = self.own.verb.map_or_else(String::new, |at| self.written(self.site.ground.tokens[at].span));
                Naming::of(seen.noun.clone(), format!("{verb}{}", seen.noun))
            }
            // 签约项目52个，竣工投产23个: how far they have come
            Some(seen) if !stage.is_empty() => Naming::of(seen.noun.clone(), format!("{}{stage}", seen.noun)),
            // 新增园区1个、累计达8个: how many there are with the new ones
            Some(seen) if self.is_total() => Naming::plain(without_new(&seen.noun).to_owned()),
            Some(seen) => Naming::of(seen.noun.clone(), seen.measure().to_owned()),
            None => Naming::plain(self.subjects().join("、")),
        };
        (naming, here)
    }

    /// 竣工投产: the verbs that befall things, right before the number; empty where none does.
    fn stage(&self) -> String {
        let Site { ground, from, .. } = self.site;
        // 移送 and its like tell where things went
        let befalls = |token: &&Token| {
            token.has(Trait::Patient) && (token.verb_class() == Some(VerbClass::Intransitive) || token.span.len() >= 4)
        };
        let Some(last) = self.own.verb.filter(|_| self.site.is_classifier()) else { return String::new() };
        let first = ground.tokens[from..=last].iter().rev().take_while(befalls).last();
        first.map_or_else(String::new, |first| self.written(Span::new(first.span.start, ground.tokens[last].span.end)))
    }

    /// The list of subjects that the last clause without a number left: read only here, since few numbers ask for it.
    pub(super) fn subjects(&self) -> Cow<'_, [String]> {
        let ground = self.site.ground;
        let mut silent = self.memory.silent.iter().rev();
        let left = silent.find_map(|range| {
            let ground = Ground { tokens: &ground.tokens[..range.end], first: range.start, ..ground };
            subjects_of(self.report, ground, range)
        });
        left.map_or(Cow::Borrowed(&self.memory.subjects), Cow::Owned)
    }

    /// 达到, 累计达, 突破: whether the number says what a measure has come to.
    pub(super) fn is_total(&self) -> bool {
        let words = &self.site.ground.chars[self.site.floor()..self.site.mention.core.start];
        self.kind == CountKind::Level
            && self.site.is_classifier()
            && words.iter().any(|c| matches!(c, '达' | '突' | '总'))
    }
}

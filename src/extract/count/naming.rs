//! The measure of one number: which words name it, tried from the surest to the vaguest.
//!
//! A number in a list takes the next of the nouns that the list shares out ([`group`](super::group)). Else the noun
//! behind it names it ([`after`](super::after)), then the noun before it; where no thing is named, the act that was done
//! so often or to so many ([`act`](super::act)); and last what earlier clauses left ([`inherit`](super::inherit)).

use crate::extract::report::Report;
use crate::extract::{Comparison, CountKind, Direction};
use crate::text::Span;

use super::approach::Approach;
use super::memory::{Memory, Naming};
use super::phrase::Phrase;
use super::site::Site;

/// What the numbers of one clause hand on to each other.
#[derive(Default)]
pub(super) struct Siblings {
    /// Verb and comparison of the number before, for bare ones joined to it (提高221元、90元).
    pub change: Option<(Direction, Option<Comparison>)>,
    pub kind: CountKind,
    /// Nouns that numbers joined by 、 take in turn.
    pub queue: Vec<Naming>,
    /// 新增 in front of the first noun holds for the others; 投资 behind it too.
    pub prefix: &'static str,
    pub tail: String,
    /// 新增 behind the nouns holds for all numbers joined to it (法规、措施分别新增4部、10部).
    pub made: String,
    pub is_part: bool,
}

/// A measure with how it was found.
pub(super) struct Named {
    pub naming: Naming,
    /// The token where the next number's words begin.
    pub next: usize,
    /// Whether the words were this number's own.
    pub sure: bool,
}

/// All that naming one number looks at.
pub(super) struct Namer<'a> {
    pub report: &'a Report<'a>,
    pub memory: &'a Memory,
    pub site: Site<'a>,
    pub approach: &'a Approach,
    /// The noun phrase before the number.
    pub own: &'a Phrase,
    /// Joined to the number before by 、 or 和 alone.
    pub joined: bool,
    pub kind: CountKind,
}

impl Namer<'_> {
    pub fn name(&self, siblings: &mut Siblings) -> Named {
        let next = self.site.at + 1;
        let named = |naming, sure| Named { naming, next, sure };
        let told = self.next_in_turn(siblings).or_else(|| self.same_again()).or_else(|| self.course_of_acts());
        if let Some(naming) = told {
            return named(naming, true);
        }
        let behind = self.noun_after(siblings).or_else(|| Some((self.noun_after_next(siblings)?, next)));
        if let Some((naming, next)) = behind {
            return Named { naming, next, sure: true };
        }
        if let Some(naming) = self.shared_out(siblings).or_else(|| self.done_to_the_same(siblings)) {
            return named(naming, true);
        }
        if let Some(words) = self.predicate_after().filter(|_| self.tells_how_often()) {
            return named(Naming::act(words), false);
        }
        // 对情节轻微的89人宣告缓刑: what stands in front of 的 only says which of them
        if !self.own.is_empty() && !self.site.has_clause() {
            return named(self.own_noun(siblings), true);
        }
        if let Some(words) = self.predicate_after().or_else(|| self.verb_before()) {
            return named(Naming::act(words), false);
        }
        if !self.own.is_empty() {
            return named(self.own_noun(siblings), true);
        }
        if let Some(naming) = self.ranked() {
            return named(naming, true);
        }
        let (naming, sure) = self.inherited();
        named(naming, sure)
    }

    /// The noun before the number, with 新增 carried over from the first of a list, and with what it belongs to.
    fn own_noun(&self, siblings: &mut Siblings) -> Naming {
        let noun = self.ranked_like_the_last(self.joined(self.own));
        if let Some(naming) = self.referred_to(&noun) {
            return naming;
        }
        let dealt_with = &self.memory.dealt_with;
        let mut naming = match &*noun {
            // 提起公诉: what is not known apart from its verb
            "公诉" => Naming::plain(format!("{}{noun}", self.verb_in_front())),
            "案件" if dealt_with.is_empty() => Naming::of(noun.clone(), format!("{}{noun}", self.verb_in_front())),
            "案件" => Naming::plain(format!("{dealt_with}{noun}")),
            _ if self.own.is_verbal && self.site.counts_acts() => Naming::plain(format!("{noun}{dealt_with}")),
            _ => Naming::plain(carried(noun, siblings)),
        };
        naming.is_act = self.own.is_verbal;
        if let Some(rest) = self.of_the_whole(&naming.measure, siblings) {
            naming.measure.push_str(rest);
        } else if let Some(owner) = self.owner(&naming.measure) {
            naming.measure.insert_str(0, &owner);
        }
        naming
    }

    /// 后者同比提高2个百分点, 前者: the one of the last two that the noun stands for.
    fn referred_to(&self, noun: &str) -> Option<Naming> {
        let back = match noun {
            "后者" => 0,
            "前者" => 1,
            _ => return None,
        };
        self.memory.here().nth(back).map(|seen| seen.named(self.kind))
    }

    /// 国家级园区3家、省级20家: of another rank the same.
    fn ranked_like_the_last(&self, noun: String) -> String {
        let last = || self.memory.here().next().filter(|last| last.unit() == self.site.unit());
        let shared = noun.ends_with('级').then(last).flatten().and_then(|last| last.noun.split_once('级'));
        match shared {
            Some((_, shared)) => format!("{noun}{shared}"),
            None => noun,
        }
    }

    /// 受理各类案件: the verb in front of the noun.
    fn verb_in_front(&self) -> String {
        let Site { ground, from, .. } = self.site;
        let Some(first) = self.own.spans.first() else { return String::new() };
        let front = ground.tokens.get(from..ground.token_from(first.start)).unwrap_or_default();
        let verb = front.iter().rfind(|token| !ground.is_of(token, "determiner")).filter(|token| token.is_verb());
        verb.map_or_else(String::new, |verb| self.written(verb.span))
    }

    pub(super) fn written(&self, span: Span) -> String {
        written(self.report, span)
    }

    pub(super) fn joined(&self, phrase: &Phrase) -> String {
        joined(self.report, phrase)
    }
}

/// The words at a span as the source writes them, without blanks.
pub(super) fn written(report: &Report<'_>, span: Span) -> String {
    let reading = &report.outline.reading;
    let words = reading.written(span, report.text);
    // a blank is read wherever blanks part words
    let has_blank = reading.chars()[span.range()].contains(&' ');
    if has_blank { words.split_whitespace().collect() } else { words.into_owned() }
}

/// The words of a phrase as the source writes them.
pub(super) fn joined(report: &Report<'_>, phrase: &Phrase) -> String {
    match *phrase.spans {
        [span] => written(report, span),
        _ => phrase.spans.iter().map(|&span| written(report, span)).collect(),
    }
}

/// 新增 or 净增 in front of the first noun of a list holds for the others.
fn carried(noun: String, siblings: &mut Siblings) -> String {
    if siblings.prefix.is_empty() {
        siblings.prefix = ["新增", "净增"].into_iter().find(|prefix| noun.starts_with(prefix)).unwrap_or_default();
        return noun;
    }
    // 新增装机100万千瓦、总装机800万千瓦
    if noun.starts_with(siblings.prefix) || noun.starts_with('总') {
        noun
    } else {
        format!("{}{noun}", siblings.prefix)
    }
}

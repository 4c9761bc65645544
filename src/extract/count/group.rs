//! Nouns that a group of numbers joined by 、 and 和 takes in turn: 汽车、家电零售额分别增长7%、9%.

use crate::extract::CountKind;
use crate::extract::grammar::Token;
use crate::extract::report::Report;
use crate::rules::VerbClass;
use crate::text::Span;

use super::before::before;
use super::ground::Ground;
use super::memory::Naming;
use super::naming::{Namer, Siblings, written};
use super::phrase::attribute_of;
use super::site::Site;

/// The ordinals that count the forms of a kind.
const ORDINALS: [char; 4] = ['一', '二', '三', '四'];

impl Namer<'_> {
    /// The noun that the number before left to this one.
    pub(super) fn next_in_turn(&self, siblings: &mut Siblings) -> Option<Naming> {
        let waiting = self.joined && !siblings.queue.is_empty();
        waiting.then(|| siblings.queue.remove(0))
    }

    /// The first noun of a group, the others left to the numbers behind this one.
    pub(super) fn shared_out(&self, siblings: &mut Siblings) -> Option<Naming> {
        let group = self.site.group_size();
        if group == 1 {
            return None;
        }
        let mut names = self.nouns_of(group)?;
        let first = names.remove(0);
        siblings.queue = names;
        Some(first)
    }

    /// As many nouns as there are numbers: conjuncts before them, subjects of the clause before, or the last levels read.
    fn nouns_of(&self, group: usize) -> Option<Vec<Naming>> {
        let ground = self.site.ground;
        let plain = |names: Vec<String>| names.into_iter().map(Naming::plain).collect();
        let fits = |names: &Vec<Span>| names.len() == group;
        let named = |spans| plain(names_of(self.report, ground, spans));
        if let Some(names) = self.forms().filter(|names| names.len() == group) {
            return Some(plain(names));
        }
        // 面积环比、同比分别增长7%、9%: one measure, against as many bases
        if self.approach.bases == group && !self.own.is_empty() {
            return Some(plain(vec![self.joined(self.own); group]));
        }
        if let Some(names) = self.industries(group) {
            return Some(plain(names));
        }
        // 分别占甲、乙总数的8%、9%: shares of what was counted before
        let shares = self.own.spans.first().is_some_and(|first| ground.chars[first.start] == '占');
        let subjects = || self.respective_subjects().filter(fits);
        if shares && (self.approach.respectively || self.respectively().is_some()) {
            return subjects().map(named).or_else(|| self.memory.last_stated(group, self.kind));
        }
        // 县委书记、县长分别督办提案2件、3件: what each of them acts on
        if self.site.is_classifier() && self.is_dealt_with_by_each() {
            return Some(plain(vec![self.joined(self.own); group]));
        }
        let conjuncts = Some(self.own.conjuncts(ground)).filter(fits);
        if let Some(conjuncts) = conjuncts.or_else(subjects) {
            return Some(named(conjuncts));
        }
        if self.own.is_empty() || self.approach.respectively {
            let subjects = self.subjects();
            if subjects.len() == group {
                return Some(plain(subjects.into_owned()));
            }
        }
        let own = !self.own.is_empty() && self.kind != CountKind::Change;
        let mut stated = self.memory.last_stated(group, self.kind).filter(|_| !own)?;
        // 新增园区、企业2个、9家，累计分别达到8个、60家
        if self.is_total() {
            for naming in &mut stated {
                naming.measure = without_new(&naming.measure).to_owned();
            }
        }
        Some(stated)
    }

    /// Whether an act stands between 分别 and the noun in front of the number.
    fn is_dealt_with_by_each(&self) -> bool {
        let Site { ground, from, .. } = self.site;
        let Some(first) = self.own.spans.first() else { return false };
        let noun = ground.token_from(first.start);
        let acts = |token: &Token| token.verb_class() == Some(VerbClass::Transitive) && !ground.is_of(token, "reach");
        noun > from + 2
            && acts(&ground.tokens[noun - 1])
            && self.respectively().is_some_and(|respectively| respectively < noun - 1)
    }

    /// 三次产业分别增长3%、6%、5%: each of the three.
    fn industries(&self, group: usize) -> Option<Vec<String>> {
        if group != 3 {
            return None;
        }
        let noun = self.joined(self.own);
        let (_, measured) = noun.split_once("三次产业").or_else(|| noun.split_once("一二三产业"))?;
        Some(["一", "二", "三"].iter().map(|n| format!("第{n}产业{measured}")).collect())
    }

    /// 第一种至第四种形态: the forms of a kind that a range of ordinals runs over, or a list of them.
    fn forms(&self) -> Option<Vec<String>> {
        let words = &self.site.ground.chars[self.site.floor()..self.site.mention.span.start];
        let noun = words.windows(3).rposition(|three| three == ['种', '形', '态'])?;
        let told = |c: &&char| "第一二三四种形态、至到和".contains(**c);
        let start = noun - words[..noun].iter().rev().take_while(told).count();
        let ordinals: Vec<usize> =
            words[start..noun].iter().filter_map(|c| ORDINALS.iter().position(|o| o == c)).collect();
        let range = words[start..noun].iter().any(|c| matches!(c, '至' | '到'));
        let forms = match ordinals[..] {
            [first, last] if range && first < last => (first..=last).collect(),
            _ => ordinals,
        };
        let tail = if words[noun + 3..].starts_with(&['占', '比']) { "占比" } else { "" };
        Some(forms.into_iter().map(|form| format!("第{}种形态{tail}", ORDINALS[form])).collect())
    }

    /// Where 分别 stands in front of the number.
    fn respectively(&self) -> Option<usize> {
        let Site { ground, from, at, .. } = self.site;
        (from..at).rfind(|&at| ground.is_term(&ground.tokens[at], ['分', '别']))
    }

    /// 治沙、造林分别完成任务的113%、120%: the conjuncts in front of 分别, whatever stands behind it.
    fn respective_subjects(&self) -> Option<Vec<Span>> {
        let Site { ground, from, .. } = self.site;
        let respectively = self.respectively().filter(|&respectively| respectively > from)?;
        let subject = before(ground, from, ground.tokens[respectively - 1].span.end);
        Some(subject.conjuncts(ground))
    }
}

/// The names of conjuncts. 农村 and 城镇居民收入 share 收入: what is measured of all of them is said once, at the end.
pub(super) fn names_of(report: &Report<'_>, ground: Ground<'_>, conjuncts: Vec<Span>) -> Vec<String> {
    let tail = shared_tail(ground, &conjuncts);
    let mut names: Vec<String> = conjuncts.into_iter().map(|span| written(report, span)).collect();
    share_industry(&mut names);
    share_ranked(&mut names);
    let Some(tail) = tail.map(|tail| written(report, tail)) else { return names };
    let rate = ground.rules.movements.get(&tail).is_some_and(|row| row.class == "rate");
    let share = rate || matches!(&*tail, "占比" | "比重" | "比例");
    for name in &mut names {
        let chars: Vec<char> = name.chars().collect();
        let row = ground.rules.movements.longest_before(&chars, chars.len());
        // 工业增加值、进出口总额占比: a share may be one of an amount, and so may a rate; none is one of a rate
        if !name.ends_with(&*tail)
            && !name.ends_with('率')
            && (share || row.is_none_or(|(row, _)| row.class != "attribute"))
        {
            name.push_str(&tail);
        }
    }
    names
}

/// What the last conjunct ends in that holds for all: what is measured of them, and who has it where the others name nobody
/// (城镇、农村居民收入).
fn shared_tail(ground: Ground<'_>, conjuncts: &[Span]) -> Option<Span> {
    let (&last, others) = conjuncts.split_last()?;
    let tail = attribute_of(ground, last)?;
    let people = |end: usize| {
        ground.token_before(end).filter(|token| matches!(ground.doer(token.span), Some("people" | "member")))
    };
    let nobody = !others.is_empty() && others.iter().all(|other| people(other.end).is_none());
    let Some(who) = people(tail.start).filter(|who| nobody && who.span.end == tail.start) else { return Some(tail) };
    // 农村居民 is one word, and 居民 the last of it
    let start = if who.span.start > last.start { who.span.start } else { who.span.end.saturating_sub(2) };
    Some(if start > last.start { Span::new(start, tail.end) } else { tail })
}

/// 第一、二、三产业增加值: the ordinals of industries share the words behind the last one.
fn share_industry(names: &mut [String]) {
    let told = |c: char| "第一二三".contains(c);
    let Some((last, others)) = names.split_last_mut() else { return };
    let shared = last.trim_start_matches(told).to_owned();
    if shared.len() == last.len() || !shared.starts_with('产') {
        return;
    }
    for name in others.iter_mut().filter(|name| name.chars().all(told)) {
        name.push_str(&shared);
    }
}

/// 国家级、省级示范园区: what is of one rank or another is named behind the last.
fn share_ranked(names: &mut [String]) {
    let Some((last, others)) = names.split_last_mut() else { return };
    let Some((_, shared)) = last.split_once('级').filter(|(_, shared)| !shared.is_empty()) else { return };
    for name in others.iter_mut().filter(|name| name.ends_with('级')) {
        name.push_str(shared);
    }
}

/// 园区 of 新增园区 and of 园区净增.
pub(super) fn without_new(noun: &str) -> &str {
    let new = ["新增", "净增"];
    let noun = new.iter().find_map(|new| noun.strip_prefix(new)).unwrap_or(noun);
    new.iter().find_map(|new| noun.strip_suffix(new)).unwrap_or(noun)
}

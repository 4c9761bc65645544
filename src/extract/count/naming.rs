//! The measure of one number: which words name it, tried from the surest to the vaguest.
//!
//! A number joined to the one before takes the next of its nouns; then the noun behind it, a list before it, the noun
//! before it, what people did, the verb in front, and last what earlier clauses left.

use crate::extract::grammar::{Token, TokenKind};
use crate::extract::report::Report;
use crate::extract::{Comparison, CountKind, Direction};
use crate::recognise::MentionKind;
use crate::rules::{NounUse, VerbClass};
use crate::text::Span;

use super::approach::Approach;
use super::ground::{Ground, joins};
use super::memory::{Memory, Naming};
use super::noun::{self, Phrase};
use super::owner::bare_noun;
use super::site::Site;

/// The ordinals that count the forms of a kind.
const ORDINALS: [char; 4] = ['一', '二', '三', '四'];

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
        if self.joined && !siblings.queue.is_empty() {
            return Named { naming: siblings.queue.remove(0), next, sure: true };
        }
        if let Some(naming) = self.same_again() {
            return Named { naming, next, sure: true };
        }
        if let Some(words) = self.invited() {
            return Named { naming: Naming::plain(words), next, sure: true };
        }
        if let Some(words) = self.course() {
            return Named { naming: Naming::plain(words), next, sure: true };
        }
        if let Some((naming, next)) = self.noun_after(siblings) {
            return Named { naming, next, sure: true };
        }
        if let Some(naming) = self.noun_after_next(siblings) {
            return Named { naming, next, sure: true };
        }
        if let Some(mut names) = self.listed() {
            let naming = names.remove(0);
            siblings.queue = names;
            return Named { naming, next, sure: true };
        }
        if let Some(naming) = self.done_to_the_same(siblings) {
            return Named { naming, next, sure: true };
        }
        if let Some(words) =
            self.predicate_after().filter(|_| self.site.unit() == "次" && (self.own_is_doer() || self.goes_through()))
        {
            return Named { naming: Naming::plain(words), next, sure: false };
        }
        // 对情节轻微的89人宣告缓刑: what stands in front of 的 only says which of them.
        if !self.own.is_empty() && !self.site.has_clause() {
            return Named { naming: self.own_noun(siblings), next, sure: true };
        }
        if let Some(words) = self.predicate_after().or_else(|| self.verb_before()) {
            return Named { naming: Naming::plain(words), next, sure: false };
        }
        if !self.own.is_empty() {
            return Named { naming: self.own_noun(siblings), next, sure: true };
        }
        self.inherited()
    }

    /// 案件89件167人: right behind another number, the same thing in another unit.
    fn same_again(&self) -> Option<Naming> {
        let Site { ground, from, at, .. } = self.site;
        let behind = from == at && at > 0 && ground.tokens[at - 1].kind == TokenKind::Number;
        let seen = self.memory.here().next().filter(|_| behind)?;
        Some(Naming::of(seen.noun.clone(), seen.measure.clone()))
    }

    /// 从签约到投产仅用11个月: a time is measured from one act to another.
    fn course(&self) -> Option<String> {
        let Site { ground, from, at, .. } = self.site;
        let timed = self.site.mention.kind == MentionKind::Duration && self.kind == CountKind::Level;
        let opens = (from..at).find(|&at| timed && ground.is(&ground.tokens[at], "从"))?;
        let words = &ground.chars[ground.tokens[opens].span.start..self.approach.end];
        let ends =
            words.iter().rposition(|c| matches!(c, '到' | '至')).filter(|&ends| ends > 1 && ends + 1 < words.len());
        let span = Span::new(ground.tokens[opens].span.start, self.approach.end);
        ends.map(|_| self.written(span).trim_end_matches(['仅', '只', '用', '了']).to_owned())
    }

    /// 两批21个项目: the noun behind another number that stands right behind this one.
    fn noun_after_next(&self, siblings: &mut Siblings) -> Option<Naming> {
        let Site { ground, at, to, .. } = self.site;
        let next = ground.tokens.get(at + 1).filter(|next| at + 1 < to && next.kind == TokenKind::Number)?;
        let mention = ground.mention_at(next.span.start).filter(|_| self.site.is_classifier())?;
        let site = Site { at: at + 1, mention, ..self.site };
        let there = Namer { site, ..*self };
        there.noun_after(siblings).filter(|_| site.is_classifier()).map(|(naming, _)| naming)
    }

    /// 邀请代表列席会议、参加视察210人次: how often people were asked to do what they did.
    fn invited(&self) -> Option<String> {
        let Site { ground, from, at, .. } = self.site;
        let often = matches!(self.site.unit(), "人次" | "次" | "场次") && self.kind != CountKind::Change;
        let asked = (from..at).find(|&at| ground.is(&ground.tokens[at], "邀请")).filter(|_| often)?;
        let acts = ground.tokens[asked + 1..at].iter().any(Token::is_verb);
        acts.then(|| self.written(Span::new(ground.tokens[asked].span.start, self.approach.end)))
    }

    /// The nouns that a group of numbers takes in turn: conjuncts before it, subjects of the clause before, or the last
    /// levels read.
    fn listed(&self) -> Option<Vec<Naming>> {
        let group = self.site.group_size();
        if group < 2 {
            return None;
        }
        let plain = |names: Vec<String>| names.into_iter().map(Naming::plain).collect();
        if let Some(names) = self.forms().filter(|names| names.len() == group) {
            return Some(plain(names));
        }
        // 面积环比、同比分别增长7%、9%: one measure, against as many bases
        if self.approach.bases == group && !self.own.is_empty() {
            return Some(plain(vec![self.joined(self.own); group]));
        }
        // 分别占甲、乙总数的8%、9%: shares of what was counted before
        if let Some(names) = self.industries(group) {
            return Some(plain(names));
        }
        let shares = self.own.spans.first().is_some_and(|first| self.site.ground.chars[first.start] == '占');
        if shares && self.says_respectively() {
            return self.memory.last_stated(group, self.kind);
        }
        let conjuncts = noun::conjuncts(self.site.ground, self.own);
        if conjuncts.len() == group {
            return Some(plain(names_of(self.report, self.site.ground, conjuncts)));
        }
        if let Some(subjects) = self.respective_subjects().filter(|subjects| subjects.len() == group) {
            return Some(plain(names_of(self.report, self.site.ground, subjects)));
        }
        let subjects = &self.memory.subjects;
        if subjects.len() == group && (self.own.is_empty() || self.approach.respectively) {
            return Some(plain(subjects.clone()));
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

    /// Whether 分别 stands anywhere in front of the number.
    fn says_respectively(&self) -> bool {
        let Site { ground, from, at, .. } = self.site;
        self.approach.respectively || ground.tokens[from..at].iter().any(|token| ground.is(token, "分别"))
    }

    /// 三次产业分别增长3%、6%、5%: each of the three.
    fn industries(&self, group: usize) -> Option<Vec<String>> {
        let noun = self.joined(self.own);
        let at = noun.find("三次产业").filter(|_| group == 3)?;
        let measured = &noun[at + "三次产业".len()..];
        Some(["一", "二", "三"].iter().map(|n| format!("第{n}产业{measured}")).collect())
    }

    /// 第一种至第四种形态: the forms of a kind that a range of ordinals runs over, or a list of them.
    fn forms(&self) -> Option<Vec<String>> {
        let floor = self.site.floor();
        let words = &self.site.ground.chars[floor..self.site.mention.span.start];
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

    /// 治沙、造林分别完成任务的113%、120%: the conjuncts in front of 分别, whatever stands behind it.
    fn respective_subjects(&self) -> Option<Vec<Span>> {
        let Site { ground, from, at, .. } = self.site;
        let respectively = (from + 1..at).rev().find(|&at| ground.is(&ground.tokens[at], "分别"))?;
        let subject = noun::before(ground, from, ground.tokens[respectively - 1].span.end);
        Some(noun::conjuncts(ground, &subject))
    }

    /// 提案231件，立案187件: verbs alone say what was done to the things counted before.
    fn done_to_the_same(&self, siblings: &Siblings) -> Option<Naming> {
        // 标准化车间23个，其中新建9个
        if let Some(made) = self.made_among(siblings) {
            return Some(made);
        }
        let things = self.own.is_verbal && self.site.is_classifier() && !self.site.counts_acts() && !siblings.is_part;
        let seen = self.memory.alike(self.site.unit(), self.kind).filter(|_| things)?;
        // 立案 is done to proposals; to clues it is a thing of its own.
        let filed = !self.joined(self.own).ends_with('案')
            || ["提案", "议案", "建议"].iter().any(|noun| seen.noun.ends_with(noun));
        let same = seen.sentence == self.memory.sentence && seen.unit == self.site.unit() && filed && !seen.is_act;
        same.then(|| Naming::of(seen.noun.clone(), format!("{}{}", seen.noun, self.joined(self.own))))
    }

    /// What was built or rebuilt among the things counted: 新建 of 车间23个，其中新建9个.
    fn made_among(&self, siblings: &Siblings) -> Option<Naming> {
        let ground = self.site.ground;
        let verb = self.own.verb.or_else(|| self.site.at.checked_sub(1)).filter(|&verb| verb >= self.site.from)?;
        let work = |token: &Token| {
            ground.is_of(token, "work") || ["改建", "扩建", "改扩建", "提升"].iter().any(|word| ground.is(token, word))
        };
        let works = work(&ground.tokens[verb]);
        let bare = self.own.is_empty() || self.own.is_verbal;
        let first = ground.tokens[self.site.from..=verb].iter().position(work).map_or(verb, |at| self.site.from + at);
        let part =
            siblings.is_part || self.memory.in_part || first == self.site.from + 1 && joins(&ground.tokens[first - 1]);
        let seen = self.memory.here().find(|seen| !seen.is_part && seen.unit == self.site.unit() && !seen.is_act);
        let seen = seen.filter(|seen| works && bare && part && seen.kind == CountKind::Level)?;
        let words = self.written(Span::new(ground.tokens[first].span.start, ground.tokens[verb].span.end));
        Some(Naming::of(seen.noun.clone(), format!("{words}{}", bare_noun(ground, &seen.noun))))
    }

    /// The noun before the number, with 新增 carried over from the first of a list, and with what it belongs to.
    fn own_noun(&self, siblings: &mut Siblings) -> Naming {
        let noun = self.joined(self.own);
        let mut naming = match &*noun {
            "案件" if !self.memory.dealt_with.is_empty() => {
                Naming::plain(format!("{}{noun}", self.memory.dealt_with))
            }
            "案件" => Naming::of(noun.clone(), format!("{}{noun}", self.verb_in_front())),
            _ if self.own.is_verbal && self.site.counts_acts() && !self.memory.dealt_with.is_empty() => {
                Naming::plain(format!("{noun}{}", self.memory.dealt_with))
            }
            _ => Naming::plain(carried(noun, siblings)),
        };
        naming.is_act = self.own.is_verbal;
        if let Some(owner) = self.owner(&naming.measure) {
            naming.measure.insert_str(0, &owner);
        }
        naming
    }

    /// Whose cases were closed: the court that took them, in the same sentence.
    fn closed_by(&self) -> Option<String> {
        let mut taken = self.memory.here().filter_map(|seen| seen.measure.strip_suffix("收案"));
        taken.find(|court| !court.is_empty()).map(|court| format!("{court}结案"))
    }

    /// 受理各类案件: the verb in front of the noun.
    fn verb_in_front(&self) -> String {
        let ground = self.site.ground;
        let Some(first) = self.own.spans.first() else { return String::new() };
        let at = ground.tokens.partition_point(|token| token.span.start < first.start);
        let kinds = |&&at: &&usize| !ground.is_of(&ground.tokens[at], "determiner");
        let before: Vec<usize> = (self.site.from..at).rev().collect();
        let verb = before.iter().find(kinds).filter(|&&at| ground.tokens[at].is_verb());
        verb.map_or_else(String::new, |&at| self.written(ground.tokens[at].span))
    }

    /// 近2.1万人喝上了放心水, 两次审议修订草案: people counted by what they do, and acts.
    fn predicate_after(&self) -> Option<String> {
        let Site { ground, at, to, .. } = self.site;
        // 4人被移送司法机关
        let done_to = ground.tokens.get(at + 1).is_some_and(|next| at + 1 < to && ground.is(next, "被"));
        let at = at + usize::from(done_to);
        let acts = (at + 1..to).find(|&next| !ground.tokens[next].is_adverb())?;
        let next = ground.tokens.get(at + 1).filter(|_| ground.tokens[acts].is_verb())?;
        let people = matches!(self.site.unit(), "人" | "人次" | "户" | "名" | "次");
        // 带动320人增收: what those do whom the verb in front sets to work.
        let set_to_work = |verb: usize| {
            let token = &ground.tokens[verb];
            token.verb_class() == Some(VerbClass::Clausal)
                || ["带动", "支持", "吸引", "扶持", "助力"].iter().any(|words| ground.is(token, words))
        };
        // 县委先后7次召开常委会会议研究…: how often who did what
        let often = self.site.unit() == "次" && (self.own_is_doer() || self.goes_through());
        if !people
            || !(self.own.is_empty() || self.site.has_clause() || often)
            || !self.own.verb.is_none_or(set_to_work)
        {
            return None;
        }
        let ends = |&i: &usize| {
            let token = &ground.tokens[i];
            let serves = often && i > acts + 1 && token.noun_use() == Some(NounUse::No);
            serves || matches!(token.kind, TokenKind::Number | TokenKind::Pause)
        };
        let end = (at + 1..to).find(ends).unwrap_or(to);
        let end = if self.goes_through() { acts + 1 } else { end };
        Some(self.written(Span::new(next.span.start, ground.tokens[end - 1].span.end)))
    }

    /// 条例历经三次审议: whether what stands before the number went through what is said behind it.
    fn goes_through(&self) -> bool {
        let before = self.site.at.checked_sub(1).filter(|&before| before >= self.site.from);
        before.is_some_and(|before| {
            ["历经", "经过", "经历", "接受", "进行"]
                .iter()
                .any(|word| self.site.ground.is(&self.site.ground.tokens[before], word))
        })
    }

    /// Whether nothing but a doer stands before the number.
    pub(super) fn own_is_doer(&self) -> bool {
        self.own.spans.last().is_some_and(|&span| self.site.ground.doer(span).is_some())
    }

    /// 原告撤诉53件: the verb right before the number with its subject.
    fn verb_before(&self) -> Option<String> {
        let verb = self.own.verb.filter(|&verb| self.kind != CountKind::Change && self.stands_for_itself(verb))?;
        let mut phrase = noun::subject_and_verb(self.site.ground, self.site.from, verb);
        // 某侵权案判赔1500万元: in which case it was
        let case = |span: &Span| self.site.ground.chars[span.end.saturating_sub(2)..span.end].contains(&'案');
        if phrase.spans.len() > 1 && self.site.unit().ends_with('元') && case(&phrase.spans[phrase.spans.len() - 2]) {
            phrase.spans.drain(..phrase.spans.len() - 1);
        }
        let words = self.joined(&phrase);
        if let Some(court) = self.closed_by().filter(|_| words == "结案") {
            return Some(court);
        }
        let dealt_with = Some(&*self.memory.dealt_with).filter(|_| self.site.counts_acts());
        Some(format!("{words}{}", dealt_with.unwrap_or_default()))
    }

    /// Whether a verb right before a number names the measure with its subject: nothing of that unit came before, or
    /// 人均 stands before the verb, or people are counted.
    fn stands_for_itself(&self, verb: usize) -> bool {
        let ground = self.site.ground;
        let average = verb > 0 && ground.chars[ground.tokens[verb - 1].span.end - 1] == '均';
        let known = self.memory.near(&self.site).any(|seen| seen.unit == self.site.unit() && !seen.is_act);
        let taken = ground.is_of(&ground.tokens[verb], "taken") && self.site.is_classifier();
        let taken = taken && self.memory.near(&self.site).next().is_some();
        // 收案, 追赃挽损: what is done and what it is done to in one word.
        let words = ground.words(&ground.tokens[verb]);
        let whole =
            words.last().is_some_and(|last| "案判诉".contains(*last)) || !self.site.is_classifier() && words.len() >= 4;
        average || whole || !(known || taken) || self.site.counts_acts() || self.has_subject(verb)
    }

    /// 造林120万亩、森林抚育86万亩: the verb has what it was done to in front of it, and not who did it.
    fn has_subject(&self, verb: usize) -> bool {
        let ground = self.site.ground;
        let subject = noun::before(ground, self.site.from, ground.tokens[verb].span.start);
        // 贫困村脱贫96个: a verb that takes no object
        let intransitive = ground.tokens[verb].verb_class() == Some(VerbClass::Intransitive);
        let things = !self.site.is_classifier() || intransitive;
        let Some(last) = subject.spans.last().filter(|_| things) else { return false };
        ground.doer(*last).is_none()
    }

    /// What the count before measured, or the subjects of a clause that stated no number.
    fn inherited(&self) -> Named {
        let seen = self.memory.alike(self.site.unit(), self.kind);
        let sure = seen.is_some_and(|seen| seen.sentence == self.memory.sentence);
        let goes_on = sure || self.own.verb.is_some() || self.memory.subjects.is_empty();
        // 主动向县委请示报告，全年计31次
        let often = matches!(self.site.unit(), "次" | "人次" | "场次") && self.own.verb.is_none() && !sure;
        if let Some(act) = self.memory.last_act.filter(|_| often) {
            return Named { naming: Naming::plain(self.written(act)), next: self.site.at + 1, sure: false };
        }
        let naming = match seen.filter(|_| goes_on) {
            Some(seen) if seen.noun == "案件" && self.own.verb.is_some() => {
                let verb = self.own.verb.map_or_else(String::new, |at| self.written(self.site.ground.tokens[at].span));
                Naming::of(seen.noun.clone(), format!("{verb}{}", seen.noun))
            }
            // 投资超5亿元的项目已达4个: the sum was of each, and the number is of the things
            Some(seen) if self.site.is_classifier() && seen.unit.ends_with('元') => Naming::plain(seen.noun.clone()),
            // 新增园区1个、累计达8个: how many there are with the new ones
            Some(seen) if self.is_total() => Naming::plain(without_new(&seen.noun).to_owned()),
            Some(seen) => Naming::of(seen.noun.clone(), seen.measure.clone()),
            None => Naming::plain(self.memory.subjects.join("、")),
        };
        Named { naming, next: self.site.at + 1, sure }
    }

    /// 达到, 累计达, 突破: whether the number says what a measure has come to.
    fn is_total(&self) -> bool {
        let words = &self.site.ground.chars[self.site.floor()..self.site.mention.core.start];
        self.kind == CountKind::Level
            && self.site.is_classifier()
            && words.iter().any(|c| matches!(c, '达' | '突' | '总'))
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
    let words = report.outline.reading.written(span, report.text);
    if words.contains(char::is_whitespace) { words.split_whitespace().collect() } else { words.into_owned() }
}

/// The words of a phrase as the source writes them.
pub(super) fn joined(report: &Report<'_>, phrase: &Phrase) -> String {
    match *phrase.spans {
        [span] => written(report, span),
        _ => phrase.spans.iter().map(|&span| written(report, span)).collect(),
    }
}

/// The names of conjuncts. 农村 and 城镇居民收入 share 收入: what is measured of all of them is said once, at the end.
pub(super) fn names_of(report: &Report<'_>, ground: Ground<'_>, conjuncts: Vec<Span>) -> Vec<String> {
    let tail = conjuncts.last().and_then(|&last| noun::attribute_of(ground, last));
    let mut names: Vec<String> = conjuncts.into_iter().map(|span| written(report, span)).collect();
    share_industry(&mut names);
    let Some(tail) = tail.map(|tail| written(report, tail)) else { return names };
    for name in &mut names {
        let chars: Vec<char> = name.chars().collect();
        let row = ground.rules.movements.longest_before(&chars, chars.len());
        // 工业增加值、进出口总额占比: a share may be one of an amount
        let share = matches!(&*tail, "占比" | "比重" | "比例" | "增速" | "增幅") && !name.ends_with(&*tail);
        if share || row.is_none_or(|(row, _)| row.class != "attribute") {
            name.push_str(&tail);
        }
    }
    names
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

/// 园区 of 新增园区 and of 园区净增.
fn without_new(noun: &str) -> &str {
    let new = ["新增", "净增"];
    let noun = new.iter().find_map(|new| noun.strip_prefix(new)).unwrap_or(noun);
    new.iter().find_map(|new| noun.strip_suffix(new)).unwrap_or(noun)
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

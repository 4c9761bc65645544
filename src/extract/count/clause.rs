//! Clauses of counts: each number with the measure that its own words name, or that an earlier number or subject left
//! for it.

use std::ops::Range;

use crate::extract::grammar::{Token, TokenKind, Tokens, clauses};
use crate::extract::report::Report;
use crate::extract::{Comparison, Count, CountKind, CountRole, Direction};
use crate::recognise::{Mention, MentionKind};
use crate::rules::{NounUse, VerbClass};
use crate::structure::{Passage, Role};
use crate::text::Span;

use super::eligible;
use super::movement::{self, Approach, Ground};
use super::noun::{self, Phrase};

/// A count that was read, as later ones may refer to it.
#[derive(Clone, Debug)]
struct Seen {
    /// Start of the count in the source.
    start: usize,
    /// The noun alone, and the measure made of it.
    noun: String,
    measure: String,
    unit: String,
    kind: CountKind,
    sentence: usize,
    /// In brackets, or after 其中.
    is_part: bool,
}

impl Seen {
    /// What a later number of this thing measures: a change moves the measure itself, a total is one of the noun alone.
    fn named(&self, kind: CountKind) -> Naming {
        let measure = if kind == CountKind::Change { &self.measure } else { &self.noun };
        Naming { noun: self.noun.clone(), measure: measure.clone(), base: Some(self.start) }
    }
}

/// What the numbers of one clause hand on to each other.
#[derive(Default)]
struct Siblings {
    /// Verb and comparison of the number before, for bare ones joined to it (提高221元、90元).
    change: Option<(Direction, Option<Comparison>)>,
    kind: CountKind,
    /// Nouns that numbers joined by 、 take in turn.
    queue: Vec<Naming>,
    /// 新增 in front of the first noun holds for the others; 投资 behind it too.
    prefix: &'static str,
    tail: String,
    /// 新增 behind the nouns holds for all numbers joined to it (法规、措施分别新增4部、10部).
    made: String,
    is_part: bool,
}

/// Reads the clauses of one passage in order.
pub(super) struct Reader<'a> {
    report: &'a Report<'a>,
    passage: &'a Passage,
    pub found: Vec<Count>,
    seen: Vec<Seen>,
    sentence: usize,
    /// The list of subjects that the last clause without a number left.
    subjects: Vec<String>,
    /// The crimes or disputes that a clause without a number dealt with: cases counted after it are cases of these.
    dealt_with: String,
    /// 与去年相比 in a clause of its own.
    pending: Option<Comparison>,
    /// 五年来 or 累计 opened the sentence: what moves, moved over that time.
    over_years: Option<Comparison>,
    /// 力争 or 预期目标 was said in this sentence.
    aims: bool,
    in_part: bool,
}

impl<'a> Reader<'a> {
    pub fn new(report: &'a Report<'a>, passage: &'a Passage) -> Self {
        Self {
            report,
            passage,
            found: Vec::new(),
            seen: Vec::new(),
            sentence: 0,
            subjects: Vec::new(),
            dealt_with: String::new(),
            pending: None,
            over_years: None,
            aims: false,
            in_part: false,
        }
    }

    /// What a sentence holds together ends here.
    pub fn end_sentence(&mut self) {
        self.sentence += 1;
        self.subjects.clear();
        self.dealt_with.clear();
        (self.pending, self.over_years, self.aims, self.in_part) = (None, None, false, false);
    }

    /// Reads one clause; `aside` where it stands in brackets.
    pub fn clause(&mut self, tokens: &Tokens<'_>, range: Range<usize>, aside: bool) {
        let ground = Ground {
            chars: self.report.outline.reading.chars(),
            rules: self.report.rules,
            tokens: &tokens[..range.end],
            mentions: self.report.mentions,
        };
        self.note_aims(ground, &range);
        let mut siblings = Siblings { is_part: aside, ..Siblings::default() };
        let (mut from, mut numbers) = (range.start, 0);
        let mut at = range.start;
        while at < range.end {
            match ground.tokens[at].kind {
                TokenKind::Number => {
                    if let Some(mention) = self.countable(ground, &ground.tokens[at]) {
                        from = self.number(ground, from, at, range.end, &mention, &mut siblings);
                        numbers += 1;
                        at = from;
                        continue;
                    }
                }
                TokenKind::Paren => self.aside(ground.tokens[at].span),
                _ => {}
            }
            at += 1;
        }
        if numbers == 0 {
            self.without_number(ground, &range);
        }
    }

    fn countable(&self, ground: Ground<'_>, token: &Token) -> Option<Mention> {
        ground
            .mention_at(token.span.start)
            .filter(|mention| eligible::counts(mention, ground.chars, ground.rules))
            .cloned()
    }

    fn note_aims(&mut self, ground: Ground<'_>, range: &Range<usize>) {
        let Some(first) = ground.tokens.get(range.start) else { return };
        let words: String = ground.chars[first.span.start..ground.tokens[range.end - 1].span.end].iter().collect();
        if movement::spans_years(ground, first.span) {
            self.over_years = Some(Comparison::Cumulative);
        }
        self.aims |= ["预期目标", "目标是", "目标为", "力争"].iter().any(|word| words.contains(word));
        self.in_part |= words.starts_with("其中");
    }

    /// The counts of a bracket are parts of what stands before it.
    fn aside(&mut self, span: Span) {
        if span.len() < 4 || !self.report.mentions_in(span).iter().any(|mention| mention.quantity.is_some()) {
            return;
        }
        let inner = Span::new(span.start + 1, span.end - 1);
        let tokens = Tokens::of(&self.report.outline.reading, inner, self.report.mentions, self.report.rules);
        for clause in clauses(&self.report.outline.reading, &tokens) {
            self.clause(&tokens, clause.tokens.clone(), true);
        }
    }

    /// A clause that states no number may leave a list of subjects or a comparison.
    fn without_number(&mut self, ground: Ground<'_>, range: &Range<usize>) {
        let Some(first) = ground.tokens.get(range.start) else { return };
        let end = ground.tokens[range.end - 1].span.end;
        let words: String = ground.chars[first.span.start..end].iter().collect();
        if words.ends_with("相比") || words.ends_with("比较") {
            self.pending = movement::comparison_of(ground, first.span.start, end).or(Some(Comparison::Cumulative));
            return;
        }
        let object = noun::before(ground, range.start, end);
        if noun::is_of(ground, &ground.tokens[range.end - 1], "known_by") && !object.is_empty() {
            self.dealt_with = self.joined(&object);
        }
        let acts = |at: usize| ground.tokens[at].noun_use() == Some(NounUse::No);
        let measures = noun::names_attribute(ground, &ground.tokens[range.end - 1], end);
        let stop = (range.start..if measures { range.start } else { range.end })
            .find(|&at| acts(at) || ground.tokens[at].is_adverb() && at + 1 < range.end && acts(at + 1))
            .unwrap_or(range.end);
        let phrase = noun::before(ground, range.start, ground.tokens[..stop].last().map_or(0, |token| token.span.end));
        if stop > range.start && !phrase.is_empty() {
            let conjuncts = noun::conjuncts(ground, &phrase);
            let tail = conjuncts.last().and_then(|&last| noun::attribute_of(ground, last));
            let names = conjuncts.into_iter().map(|span| self.written(span)).collect();
            self.subjects = match tail.filter(|_| phrase.spans.len() == 1) {
                Some(tail) => shared_tail(ground, names, &self.written(tail)),
                None => names,
            };
        }
    }

    /// Reads the number at token `at`, whose words begin at token `from`. Gives the token where the next one's begin.
    fn number(
        &mut self,
        ground: Ground<'_>,
        from: usize,
        at: usize,
        to: usize,
        mention: &Mention,
        siblings: &mut Siblings,
    ) -> usize {
        let floor =
            ground.tokens.get(from).map_or(mention.span.start, |token| token.span.start).min(mention.span.start);
        let approach = movement::approach(ground, floor, mention.span.start);
        let mut own = noun::before(ground, from, approach.end);
        let kept = noun::subject_of_kept(ground, from, &own);
        let mut kept_here = false;
        if let Some((subject, kept)) = kept {
            own = subject;
            kept_here = true;
            siblings.made = self.written(kept);
        }
        siblings.is_part |= self.says_part(ground, from, at);
        let moves = |token: &Token| approach.change.is_some_and(|change| change.start <= token.span.start);
        let joined = from < at
            && ground.tokens[from..at]
                .iter()
                .all(|token| matches!(token.kind, TokenKind::Pause | TokenKind::And) || moves(token));
        let mut approach = approach;
        if approach.change.is_some() && counts_noun_after(ground, at, to, mention) {
            approach.change = None;
        }
        let mut reading = Facts::of(ground, mention, &approach, self.pending.or(self.over_years));
        if joined && reading.kind == CountKind::Change && reading.comparison.is_none() {
            reading.comparison = siblings.change.and_then(|(_, comparison)| comparison);
        }
        if joined && approach.change.is_none() {
            if let Some((direction, comparison)) = siblings.change.filter(|_| mention.quantity.as_ref().is_some()) {
                (reading.kind, reading.direction, reading.comparison) =
                    (CountKind::Change, Some(direction), comparison);
            } else if !siblings.queue.is_empty() || siblings.kind == CountKind::Share {
                reading.kind = siblings.kind;
            }
        }
        let (mut measure, next, sure) =
            self.measure(ground, &own, &approach, from, at, to, mention, joined, &mut reading, siblings);
        if !siblings.made.is_empty() && (joined || kept_here) && !measure.measure.starts_with(&siblings.made) {
            measure.measure.insert_str(0, &siblings.made);
        }
        siblings.change = reading.direction.map(|direction| (direction, reading.comparison));
        siblings.kind = reading.kind;
        self.push(mention, &approach, measure, reading, siblings.is_part, sure);
        next
    }

    fn says_part(&self, ground: Ground<'_>, from: usize, at: usize) -> bool {
        let says = |token: &Token| {
            let words: String = ground.chars[token.span.range()].iter().collect();
            matches!(words.as_str(), "其中" | "含" | "包括")
        };
        ground.tokens[from..at].iter().any(says)
    }

    /// The measure, the token where the next number's words begin, and whether the words were this number's own.
    #[allow(clippy::too_many_arguments)]
    fn measure(
        &mut self,
        ground: Ground<'_>,
        own: &Phrase,
        approach: &Approach,
        from: usize,
        at: usize,
        to: usize,
        mention: &Mention,
        joined: bool,
        reading: &mut Facts,
        siblings: &mut Siblings,
    ) -> (Naming, usize, bool) {
        if joined && let Some(naming) = (!siblings.queue.is_empty()).then(|| siblings.queue.remove(0)) {
            return (naming, at + 1, true);
        }
        if let Some((naming, next)) = self.noun_after(ground, own, at, to, mention, reading, siblings) {
            return (naming, next, true);
        }
        let group = group_size(ground, at, to);
        if let Some(mut names) = self.listed(ground, own, approach, group, reading) {
            let first = names.remove(0);
            siblings.queue = names;
            return (first, at + 1, true);
        }
        if own.is_verbal
            && is_classifier(ground, mention)
            && !counts_acts(mention)
            && !siblings.is_part
            && let Some(seen) = self
                .alike(mention, reading.kind)
                .filter(|seen| seen.sentence == self.sentence && seen.unit == unit_of(mention))
        {
            let measure = format!("{}{}", seen.noun, self.joined(own));
            return (Naming { noun: seen.noun, measure, base: None }, at + 1, true);
        }
        if !own.is_empty() {
            let mut naming = self.own_noun(own, siblings);
            if let Some(owner) = self.owner(ground, from, own, &naming.measure) {
                naming.measure = format!("{owner}{}", naming.measure);
            }
            return (naming, at + 1, true);
        }
        if let Some(words) = self.predicate_after(ground, own, at, to, mention) {
            return (Naming::plain(words), at + 1, false);
        }
        if let Some(verb) =
            own.verb.filter(|&verb| reading.kind != CountKind::Change && self.stands_for_itself(ground, verb, mention))
        {
            let phrase = noun::subject_and_verb(ground, from, verb);
            return (Naming::plain(self.joined(&phrase)), at + 1, false);
        }
        let inherited = self.alike(mention, reading.kind);
        let continues = own.verb.is_some();
        let same_sentence = inherited.as_ref().is_some_and(|seen| seen.sentence == self.sentence);
        let naming = match inherited {
            Some(seen) if same_sentence || continues || self.subjects.is_empty() => {
                Naming { noun: seen.noun, measure: seen.measure, base: None }
            }
            _ => Naming::plain(self.subjects.join("、")),
        };
        (naming, at + 1, same_sentence)
    }

    /// What a bare attribute belongs to: the subject of 实现 (企业实现利润), or the noun counted just before (案件…标的额).
    fn owner(&self, ground: Ground<'_>, from: usize, own: &Phrase, measure: &str) -> Option<String> {
        let start = own.spans.first()?.start;
        let light = ground
            .token_before(start)
            .filter(|token| ground.words(token) == "实现" && token.span.start > ground.tokens[from].span.start);
        if let Some(light) = light {
            let subject = noun::before(ground, from, light.span.start);
            return Some(self.joined(&subject)).filter(|subject| !subject.is_empty());
        }
        if let Some(verb) = self.handed_to(ground, from, own) {
            return Some(self.written(verb));
        }
        let row = ground.rules.movements.get(measure);
        let here = || self.seen.iter().rev().filter(|seen| seen.sentence == self.sentence);
        if measure.starts_with('占') {
            let subject = ground
                .token_before(start)
                .filter(|token| token.kind == TokenKind::De && token.span.start > ground.tokens[from].span.start);
            if let Some(de) = subject {
                return Some(self.written(Span::new(ground.tokens[from].span.start, de.span.start)));
            }
            return here().find(|seen| seen.kind == CountKind::Level).map(|seen| seen.measure.clone());
        }
        match row.map(|row| (&*row.class, row.get("direction"))) {
            Some(("rate", _)) => here().next().map(|seen| seen.measure.clone()),
            Some(("keep", _)) => {
                let subject = noun::before(ground, from, start);
                let subject = Some(self.joined(&subject)).filter(|subject| !subject.is_empty());
                subject.or_else(|| here().next().map(|seen| bare_noun(ground, &seen.noun)))
            }
            Some((_, "owned")) => {
                here().find(|seen| seen.kind == CountKind::Level).map(|seen| bare_noun(ground, &seen.noun))
            }
            _ => None,
        }
    }

    /// 移送司法机关21人: people are counted by what was done to them where the noun is the body that took them.
    fn handed_to(&self, ground: Ground<'_>, from: usize, own: &Phrase) -> Option<Span> {
        let (first, last) = (own.spans.first()?, own.spans.last()?);
        let verb =
            ground.token_before(first.start).filter(|token| token.span.start >= ground.tokens[from].span.start)?;
        let body = ["机关", "法院", "检察院", "部门"].iter().any(|body| self.written(*last).ends_with(body));
        (verb.is_verb() && body && verb.verb_class() == Some(VerbClass::Transitive)).then_some(verb.span)
    }

    /// Whether a verb right before a number names the measure with its subject: nothing of that unit came before in the
    /// sentence, or 人均 stands before the verb.
    fn stands_for_itself(&self, ground: Ground<'_>, verb: usize, mention: &Mention) -> bool {
        let average = verb > 0 && ground.words(&ground.tokens[verb - 1]).ends_with('均');
        let near = |seen: &&Seen| {
            seen.sentence == self.sentence || is_classifier(ground, mention) && seen.sentence + 1 == self.sentence
        };
        let known = self.seen.iter().rev().take_while(near).any(|seen| seen.unit == unit_of(mention));
        let taken = noun::is_of(ground, &ground.tokens[verb], "taken") && is_classifier(ground, mention);
        let given = self.seen.iter().rev().take_while(near).next().is_some();
        average || !(known || taken && given) || counts_acts(mention)
    }

    /// The noun before the number, with 新增 carried over from the first of a list.
    fn own_noun(&self, own: &Phrase, siblings: &mut Siblings) -> Naming {
        let noun = self.joined(own);
        if noun == "案件" && !self.dealt_with.is_empty() {
            return Naming::plain(format!("{}{noun}", self.dealt_with));
        }
        let first = siblings.prefix.is_empty();
        for prefix in ["新增", "净增"] {
            if first && noun.starts_with(prefix) {
                siblings.prefix = prefix;
            }
        }
        let carried = !siblings.prefix.is_empty() && !noun.starts_with(siblings.prefix) && !first;
        let measure = if carried { format!("{}{noun}", siblings.prefix) } else { noun };
        Naming::plain(measure)
    }

    /// 45名民主监督员, 90%以上的政务服务, 投资3500万元的管网改造: the noun stands after.
    #[expect(clippy::too_many_arguments, reason = "the state of one clause, which a struct would only rename")]
    fn noun_after(
        &self,
        ground: Ground<'_>,
        own: &Phrase,
        at: usize,
        to: usize,
        mention: &Mention,
        reading: &Facts,
        siblings: &mut Siblings,
    ) -> Option<(Naming, usize)> {
        let next = ground.tokens.get(at + 1).filter(|_| at + 1 < to)?;
        if reading.kind == CountKind::Change || self.is_moved(ground, at + 1, to) {
            return None;
        }
        if let Some(naming) = self.place(ground, own, mention) {
            return Some((naming, at + 1));
        }
        let has_de = next.kind == TokenKind::De;
        let percent = mention.kind == MentionKind::Percent;
        let relative = next.is_adverb() && !noun::qualifies_noun(ground.tokens, at + 1, to);
        let names_group = next.kind == TokenKind::Number && noun::names_group(ground, next);
        let opens = next.is_adverb() && !relative
            || names_group
            || matches!(next.kind, TokenKind::Noun | TokenKind::Text | TokenKind::Name)
            || next.noun_use().is_some_and(|noun| noun != NounUse::No)
            || next.verb_class() == Some(VerbClass::Intransitive)
                && ground.tokens.get(at + 2).is_some_and(|after| at + 2 < to && after.is_nominal());
        if !has_de && (percent || !opens && !relative) {
            return None;
        }
        let (after, stop) = noun::after(ground, at + 1 + usize::from(has_de), to);
        if after.is_empty() || relative && !(is_classifier(ground, mention) && self.has_de(ground, at + 1, stop)) {
            return None;
        }
        let (after, stop) =
            match ground.tokens.get(stop).filter(|_| stop < to && !has_de && self.is_moved(ground, stop, to)) {
                Some(_) => (noun::without_attribute(ground, after), at + 1),
                None => (after, stop),
            };
        let noun = self.joined(&after);
        // 控制在12万户以内的目标: the noun says what the number is to the measure, and not what is counted.
        if has_de
            && ground.rules.movements.get(noun.trim_end_matches('上')).is_some_and(|row| row.get("direction") == "aim")
        {
            return None;
        }
        let lead = if own.is_verbal && !has_de { String::new() } else { self.joined(own) };
        let lists = ends_list(ground, at) || self.sums_up(ground, own, mention);
        if has_de && !percent {
            if siblings.tail.is_empty() && !lead.is_empty() {
                siblings.tail.clone_from(&lead);
            }
            let measure = format!("{noun}{}", siblings.tail);
            return Some((Naming { noun, measure, base: None }, stop));
        }
        let measure = if lists || percent { noun.clone() } else { format!("{lead}{noun}{}", siblings.tail) };
        Some((Naming { noun, measure, base: None }, stop))
    }

    /// 铝材、纺织、种业三条产业链: the number says how many were named, and the noun behind it what they are.
    fn sums_up(&self, ground: Ground<'_>, own: &Phrase, mention: &Mention) -> bool {
        let named = noun::conjuncts(ground, own).len();
        named > 1 && mention.quantity.as_ref().and_then(|quantity| quantity.value) == Some(named.into())
    }

    /// Whether what stands at `stop` says how the noun before it moves or what share it has (17个行业增加值增长8%).
    fn is_moved(&self, ground: Ground<'_>, stop: usize, to: usize) -> bool {
        let Some(number) = (stop..to).find(|&at| ground.tokens[at].kind == TokenKind::Number) else { return false };
        let between = Span::new(ground.tokens[stop].span.start, ground.tokens[number].span.start);
        let movement = ground.rules.movements.longest_before(ground.chars, between.end);
        let share = ground.mention_at(between.end).is_some_and(|mention| mention.kind == MentionKind::Percent);
        between.is_empty() && share
            || movement.is_some_and(|(row, start)| start <= between.start && matches!(&*row.class, "move" | "reach"))
    }

    /// 相邻3市: the unit is the noun.
    fn place(&self, ground: Ground<'_>, own: &Phrase, mention: &Mention) -> Option<Naming> {
        let unit = &mention.quantity.as_ref()?.unit;
        let class = ground.rules.units.get(unit).map_or("", |row| &*row.class);
        let lead = self.joined(own);
        (class == "place" && !lead.is_empty() && !own.is_verbal).then(|| Naming::plain(format!("{lead}{unit}")))
    }

    fn has_de(&self, ground: Ground<'_>, from: usize, to: usize) -> bool {
        ground.tokens[from..to].iter().any(|token| token.kind == TokenKind::De)
    }

    /// The nouns that a group of numbers takes in turn: conjuncts before it, subjects of the clause before, or the last
    /// levels read.
    fn listed(
        &self,
        ground: Ground<'_>,
        own: &Phrase,
        approach: &Approach,
        group: usize,
        reading: &Facts,
    ) -> Option<Vec<Naming>> {
        let plain = |names: Vec<String>| names.into_iter().map(Naming::plain).collect();
        if group < 2 && !approach.respectively {
            return None;
        }
        let conjuncts = noun::conjuncts(ground, own);
        if group >= 2 && conjuncts.len() == group {
            let tail = conjuncts.last().and_then(|&last| noun::attribute_of(ground, last));
            let names: Vec<String> = conjuncts.into_iter().map(|span| self.written(span)).collect();
            return Some(plain(match tail {
                Some(tail) => shared_tail(ground, names, &self.written(tail)),
                None => names,
            }));
        }
        if group >= 2 && self.subjects.len() == group && own.is_empty() | approach.respectively {
            return Some(plain(self.subjects.clone()));
        }
        if !own.is_empty() && reading.kind != CountKind::Change || group < 2 {
            return None;
        }
        let levels: Vec<&Seen> = self
            .seen
            .iter()
            .filter(|seen| seen.sentence == self.sentence && !seen.is_part && seen.kind != CountKind::Change)
            .collect();
        let all: Vec<&Seen> =
            self.seen.iter().filter(|seen| seen.sentence == self.sentence && seen.kind != CountKind::Change).collect();
        let from = if levels.len() >= group { levels } else { all };
        (from.len() >= group)
            .then(|| from[from.len() - group..].iter().map(|seen| seen.named(reading.kind)).collect::<Vec<Naming>>())
    }

    /// The count that a number without a noun goes on from.
    fn alike(&self, mention: &Mention, kind: CountKind) -> Option<Seen> {
        let unit = mention.quantity.as_ref().map_or("", |quantity| &*quantity.unit);
        let whole = |seen: &&Seen| seen.sentence == self.sentence && (!seen.is_part || self.in_part);
        let here = || self.seen.iter().rev().filter(whole);
        let found = if kind == CountKind::Change {
            let moved = if unit == "百分点" { CountKind::Share } else { CountKind::Level };
            here()
                .find(|seen| seen.kind == moved)
                .or_else(|| here().find(|seen| seen.kind != CountKind::Change || seen.unit == unit))
                .or_else(|| here().next())
        } else {
            here().find(|seen| seen.unit == unit).or_else(|| here().next())
        };
        found.or_else(|| self.seen.iter().rev().find(|seen| seen.unit == unit)).or_else(|| self.seen.last()).cloned()
    }

    /// 近2.1万人喝上了放心水, 两次审议修订草案: people counted by what they do, and acts.
    fn predicate_after(
        &self,
        ground: Ground<'_>,
        own: &Phrase,
        at: usize,
        to: usize,
        mention: &Mention,
    ) -> Option<String> {
        let acts = (at + 1..to).find(|&next| !ground.tokens[next].is_adverb())?;
        let next = ground.tokens.get(at + 1).filter(|_| ground.tokens[acts].is_verb())?;
        let people = matches!(unit_of(mention), "人" | "人次" | "户" | "名" | "次");
        if !people || !own.is_empty() || own.verb.is_some() {
            return None;
        }
        let end =
            (at + 1..to).find(|&i| matches!(ground.tokens[i].kind, TokenKind::Number | TokenKind::Pause)).unwrap_or(to);
        Some(self.written(Span::new(next.span.start, ground.tokens[end - 1].span.end)))
    }

    fn push(
        &mut self,
        mention: &Mention,
        approach: &Approach,
        naming: Naming,
        facts: Facts,
        is_part: bool,
        sure: bool,
    ) {
        let Some(quantity) = mention.quantity.clone() else { return };
        let start = approach.change.map_or(mention.span.start, |change| change.start.min(mention.span.start));
        let span = self.source_span(Span::new(start, mention.span.end), mention.core);
        let measure: String = naming.measure.split_whitespace().collect();
        let is_part = is_part || self.in_part;
        let whole = self.seen.iter().rev().find(|seen| {
            let level = seen.kind == CountKind::Level;
            seen.sentence == self.sentence && !seen.is_part && level && seen.unit == quantity.unit
        });
        let part_of_count = whole.filter(|_| is_part).map(|seen| seen.start);
        let base =
            self.seen.iter().rev().find(|seen| {
                seen.sentence == self.sentence && seen.measure == measure && seen.kind != CountKind::Change
            });
        let base_count = naming.base.or(base.map(|seen| seen.start)).filter(|_| facts.kind == CountKind::Change);
        let role = if self.passage.role == Role::Plan || self.aims { CountRole::Target } else { CountRole::Achieved };
        let needs_review = measure.is_empty() || !sure || mention.kind == MentionKind::Number;
        self.seen.push(Seen {
            start: span.start,
            noun: naming.noun,
            measure: measure.clone(),
            unit: quantity.unit.clone(),
            kind: facts.kind,
            sentence: self.sentence,
            is_part,
        });
        self.found.push(Count {
            span,
            section: self.passage.section,
            text: self.report.text.slice(span),
            quantity,
            measure,
            kind: facts.kind,
            direction: facts.direction,
            comparison: facts.comparison,
            role,
            verb_start: None,
            base_count,
            part_of_count,
            rule: facts.rule,
            needs_review,
        });
    }

    /// The count's words in the source, up to the page number or header that cuts the number (settled case 7).
    fn source_span(&self, span: Span, core: Span) -> Span {
        let reading = &self.report.outline.reading;
        let gap = |at: usize| {
            let (here, next) =
                (reading.to_source(Span::new(at, at + 1)).end, reading.to_source(Span::new(at + 1, at + 2)).start);
            self.report.text.chars()[here..next].iter().any(|c| !c.is_whitespace())
        };
        let cut = (core.start..span.end.saturating_sub(1)).find(|&at| gap(at));
        reading.to_source(Span::new(span.start, cut.map_or(span.end, |at| at + 1)))
    }

    fn written(&self, span: Span) -> String {
        self.report.written(span).split_whitespace().collect()
    }

    fn joined(&self, phrase: &Phrase) -> String {
        phrase.spans.iter().map(|&span| self.written(span)).collect()
    }
}

/// A measure and the noun that it is made of.
#[derive(Clone, Debug)]
struct Naming {
    noun: String,
    measure: String,
    /// Start of the count that it was taken from.
    base: Option<usize>,
}

impl Naming {
    fn plain(noun: String) -> Self {
        Self { measure: noun.clone(), noun, base: None }
    }
}

/// Kind, direction and comparison of a number.
struct Facts {
    kind: CountKind,
    direction: Option<Direction>,
    comparison: Option<Comparison>,
    rule: &'static str,
}

impl Facts {
    fn of(ground: Ground<'_>, mention: &Mention, approach: &Approach, pending: Option<Comparison>) -> Self {
        let percent = mention.kind == MentionKind::Percent || mention.quantity.as_ref().is_some_and(|q| q.unit == "‰");
        let unit = mention.quantity.as_ref().map_or("", |quantity| &*quantity.unit);
        if let Some(change) = approach.change {
            let comparison = approach.comparison.or(pending);
            return Self { kind: CountKind::Change, direction: Some(change.direction), comparison, rule: "change" };
        }
        if percent && let Some(direction) = rate(ground, approach.end) {
            let comparison = approach.comparison.or_else(|| annual(ground, approach.end));
            return Self { kind: CountKind::Change, direction: Some(direction), comparison, rule: "rate_of_change" };
        }
        if unit == "倍" && approach.copula {
            let comparison = Some(Comparison::Cumulative);
            return Self { kind: CountKind::Change, direction: Some(Direction::Up), comparison, rule: "ratio_to_base" };
        }
        let kind = if percent { CountKind::Share } else { CountKind::Level };
        Self { kind, direction: None, comparison: None, rule: if percent { "share" } else { "level" } }
    }
}

/// 增速, 涨幅, 降幅 right before the number: the measure is itself a movement.
fn rate(ground: Ground<'_>, end: usize) -> Option<Direction> {
    let (row, _) = ground.rules.movements.longest_before(ground.chars, end).filter(|(row, _)| row.class == "rate")?;
    Some(if row.get("direction") == "down" { Direction::Down } else { Direction::Up })
}

/// 年均 a few characters before a rate of change.
fn annual(ground: Ground<'_>, end: usize) -> Option<Comparison> {
    let words: String = ground.chars[end.saturating_sub(14)..end].iter().collect();
    words.contains("年均").then_some(Comparison::AnnualAverage)
}

/// A noun without the verb that made it a measure, and without what is measured of it: 企业 of 新增企业 and of 企业产值.
fn bare_noun(ground: Ground<'_>, noun: &str) -> String {
    let noun = noun.rsplit('等').next().unwrap_or(noun);
    let noun = noun.trim_start_matches("新增").trim_start_matches("净增").trim_start_matches("新登记");
    let chars: Vec<char> = noun.chars().collect();
    let row = ground.rules.movements.longest_before(&chars, chars.len());
    let end = row.filter(|(row, start)| row.class == "attribute" && *start > 1).map_or(chars.len(), |(_, start)| start);
    chars[..end].iter().collect()
}

/// 增加5000个岗位: the number counts the noun after it, and the verb acts on that.
fn counts_noun_after(ground: Ground<'_>, at: usize, to: usize, mention: &Mention) -> bool {
    let noun =
        ground.tokens.get(at + 1).is_some_and(|next| at + 1 < to && next.is_nominal() && next.kind != TokenKind::Paren);
    noun && is_classifier(ground, mention)
}

fn is_classifier(ground: Ground<'_>, mention: &Mention) -> bool {
    ground.rules.units.get(unit_of(mention)).is_some_and(|row| row.class == "classifier")
}

fn unit_of(mention: &Mention) -> &str {
    mention.quantity.as_ref().map_or("", |quantity| &*quantity.unit)
}

/// People, and times that something was done: the verb in front says what is counted (起诉914人, 走访56场次), and not
/// the noun of the count before.
fn counts_acts(mention: &Mention) -> bool {
    matches!(unit_of(mention), "人" | "名" | "人次" | "户" | "位" | "次" | "场" | "场次" | "户次")
}

/// How many numbers stand side by side from token `at` on, joined by 、 or 和, each with its own verb of change at most.
fn group_size(ground: Ground<'_>, at: usize, to: usize) -> usize {
    let mut size = 1;
    let mut i = at + 1;
    while i + 1 < to && matches!(ground.tokens[i].kind, TokenKind::Pause | TokenKind::And) {
        let verb = ground.tokens[i + 1].verb_class() == Some(VerbClass::Change);
        let number = i + 1 + usize::from(verb);
        if number >= to || ground.tokens[number].kind != TokenKind::Number {
            break;
        }
        size += 1;
        i = number + 1;
    }
    size
}

/// Whether 等 stands right before the number: what precedes it are examples, not the measure.
fn ends_list(ground: Ground<'_>, at: usize) -> bool {
    at > 0 && matches!(ground.tokens[at - 1].kind, TokenKind::Etc)
}

/// 农村 and 城镇居民收入 share 收入: what is measured of all of them is said once, at the end.
fn shared_tail(ground: Ground<'_>, mut names: Vec<String>, tail: &str) -> Vec<String> {
    for name in &mut names {
        let chars: Vec<char> = name.chars().collect();
        let row = ground.rules.movements.longest_before(&chars, chars.len());
        if row.is_none_or(|(row, _)| row.class != "attribute") {
            name.push_str(tail);
        }
    }
    names
}

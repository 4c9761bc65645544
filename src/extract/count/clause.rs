//! Clauses of counts, in order: each number with its measure, its kind and its links, and what the clause leaves for
//! those behind it.

use std::ops::Range;

use crate::extract::grammar::{Clause, Token, TokenKind, Tokens, clauses};
use crate::extract::report::Report;
use crate::extract::{Comparison, CountKind};
use crate::recognise::Mention;
use crate::rules::{Cutter, NounUse, VerbClass};
use crate::structure::{Passage, Role};
use crate::text::Span;
use crate::text::compare::ends_with;

use super::approach::{Approach, approach};
use super::before::{before, subject_of_kept};
use super::comparison;
use super::doer::handed_on;
use super::eligible;
use super::facts::Facts;
use super::ground::{Ground, joins};
use super::group::names_of;
use super::memory::Memory;
use super::naming::{Namer, Siblings, joined, written};
use super::phrase::Phrase;
use super::site::Site;

/// Reads the clauses of one passage in order.
pub(super) struct Reader<'a> {
    pub report: &'a Report<'a>,
    pub passage: &'a Passage,
    pub memory: Memory,
    /// Where the passage's mentions begin and end among those of the report.
    mentions: Range<usize>,
    /// The first of them with a quantity that no clause has passed yet.
    ahead: usize,
    /// Clauses of the sentence without a number, that no number has asked for yet.
    unread: Vec<Range<usize>>,
}

impl<'a> Reader<'a> {
    pub fn new(report: &'a Report<'a>, passage: &'a Passage) -> Self {
        let mentions = report.near.clone();
        let (memory, ahead) = (Memory::of(mentions.len()), mentions.start);
        Self { report, passage, memory, mentions, ahead, unread: Vec::new() }
    }

    /// Reads the clauses of one sentence, if a number stands in it. What it holds together ends with it; behind a
    /// semicolon its aims go on: 预期目标是：增长6%；新增就业2万人.
    pub fn sentence(&mut self, tokens: &Tokens<'_>, clauses: &[Clause]) {
        let (Some(first), Some(last)) = (clauses.first(), clauses.last()) else { return };
        let goes_on = last.mark == '；';
        if self.has_quantity(tokens.cover(&(first.tokens.start..last.tokens.end))) {
            for clause in clauses {
                self.clause(tokens, clause.tokens.clone(), false);
            }
            self.unread.clear();
            self.memory.end_sentence(goes_on);
        } else {
            self.memory.pass_sentence(goes_on);
        }
    }

    /// Reads one clause; `aside` where it stands in brackets.
    fn clause(&mut self, tokens: &Tokens<'_>, range: Range<usize>, aside: bool) {
        let ground = self.ground(tokens, &range);
        if aside {
            self.note_frame(ground, &range);
        } else {
            self.unread.push(range.clone());
        }
        if self.has_quantity(tokens.cover(&range)) && self.numbers(tokens, ground, aside) {
            return;
        }
        if aside {
            if self.without_number(ground, &range)
                && let Some(subjects) = subjects_of(self.report, ground, &range)
            {
                self.memory.subjects = subjects;
            }
        } else if self.unread.last() != Some(&range) {
            self.unread.push(range);
        }
    }

    /// Whether a quantity stands in a sentence or a clause: most have none. They are asked in order.
    fn has_quantity(&mut self, words: Option<Span>) -> bool {
        let Some(words) = words else { return false };
        let ahead = &self.report.mentions[self.ahead..self.mentions.end];
        let passed = |mention: &&Mention| mention.span.end <= words.start || mention.quantity.is_none();
        self.ahead += ahead.iter().take_while(passed).count();
        self.report.mentions[self.ahead..self.mentions.end].first().is_some_and(|next| next.span.start < words.end)
    }

    /// Reads the numbers and brackets of a clause; whether one of the numbers counts.
    fn numbers(&mut self, tokens: &Tokens<'_>, ground: Ground<'_>, aside: bool) -> bool {
        let mut siblings = Siblings { is_part: aside, ..Siblings::default() };
        let (mut from, mut has_number) = (ground.first, false);
        let mut next = next_told(ground, ground.first);
        while let Some(at) = next {
            let token = &ground.tokens[at];
            let mut past = at + 1;
            if token.kind == TokenKind::Paren {
                self.aside(tokens, token.span);
            } else if let Some(mention) = countable(ground, token) {
                self.read_up(tokens);
                from = self.number(Site::new(ground, from, at, ground.tokens.len(), mention), &mut siblings);
                (has_number, past) = (true, from);
            }
            next = next_told(ground, past);
        }
        has_number
    }

    fn ground<'t>(&self, tokens: &'t Tokens<'_>, clause: &Range<usize>) -> Ground<'t>
    where
        'a: 't,
    {
        Ground {
            chars: self.report.outline.reading.chars(),
            rules: self.report.rules,
            tokens: &tokens[..clause.end],
            first: clause.start,
            mentions: &self.report.mentions[..self.mentions.end],
            own_mentions: self.mentions.start,
        }
    }

    /// Makes up for the clauses of the sentence up to the one at hand: most sentences have no number that asks for them.
    fn read_up(&mut self, tokens: &Tokens<'_>) {
        let mut unread = std::mem::take(&mut self.unread);
        for (i, range) in unread.iter().enumerate() {
            let ground = self.ground(tokens, range);
            self.note_frame(ground, range);
            if i + 1 < unread.len() && self.without_number(ground, range) {
                self.memory.silent.push(range.clone());
            }
        }
        unread.clear();
        self.unread = unread;
    }

    /// What the words of a clause say of all its numbers: 力争, 五年来, 其中.
    fn note_frame(&mut self, ground: Ground<'_>, range: &Range<usize>) {
        let Some(first) = ground.tokens.get(range.start) else { return };
        let words = &ground.chars[first.span.start..ground.tokens[range.end - 1].span.end];
        if comparison::spans_years(ground, first.span) {
            self.memory.over_years = Some(Comparison::Cumulative);
        }
        // whatever stands in a plan is an aim
        if self.passage.role != Role::Plan && !self.memory.aims {
            self.memory.aims = states_aim(words);
        }
        self.memory.in_part |= words.starts_with(&['其', '中']);
    }

    /// The counts of a bracket are parts of what stands before it.
    fn aside(&mut self, outer: &Tokens<'_>, span: Span) {
        if span.len() < 4 || !self.report.has_number(&[span]) {
            return;
        }
        self.read_up(outer);
        self.read_subjects(outer);
        let inner = Span::new(span.start + 1, span.end - 1);
        let Report { outline, mentions, rules, .. } = self.report;
        let tokens = Tokens::of(&outline.reading, inner, mentions, rules, &mut Cutter::default());
        for clause in clauses(&outline.reading, &tokens) {
            self.clause(&tokens, clause.tokens.clone(), true);
        }
    }

    /// Reads the subjects that clauses left, before tokens of another kind are read.
    fn read_subjects(&mut self, tokens: &Tokens<'_>) {
        let silent = std::mem::take(&mut self.memory.silent);
        let mut left = silent.iter().rev().map(|range| subjects_of(self.report, self.ground(tokens, range), range));
        if let Some(subjects) = left.find_map(|subjects| subjects) {
            self.memory.subjects = subjects;
        }
    }

    /// A clause that states no number may leave a comparison or what was dealt with. Gives whether it may leave a list of
    /// subjects, which few numbers ask for.
    fn without_number(&mut self, ground: Ground<'_>, range: &Range<usize>) -> bool {
        let Some(first) = ground.tokens.get(range.start) else { return false };
        let last = &ground.tokens[range.end - 1];
        let end = last.span.end;
        let words = &ground.chars[first.span.start..end];
        if ends_with(words, "相比") || ends_with(words, "比较") {
            let named = comparison::comparison_of(ground, first.span.start, end);
            self.memory.pending = named.or(Some(Comparison::Cumulative));
            return false;
        }
        if ground.is_of(last, "known_by") {
            let words = joined(self.report, &before(ground, range.start, end));
            if words.chars().count() > last.span.len() + 2 {
                self.memory.dealt_with = words;
            }
        }
        let acts = ground.tokens[range.clone()].iter().rev().take_while(|token| token.is_verb()).last();
        if let Some(first) = acts {
            self.memory.last_act = Some(Span::new(first.span.start, end));
        }
        true
    }

    /// Reads one number. Gives the token where the next one's words begin.
    fn number(&mut self, site: Site<'_>, siblings: &mut Siblings) -> usize {
        let ground = site.ground;
        let mut approach = approach(ground, site.floor(), site.mention);
        let mut own = before(ground, site.from, approach.end);
        if approach.change.is_some() && own.spans.last().is_some_and(|last| ground.chars[last.end - 1] == '后') {
            own = without_deduction(&site, approach.end);
        }
        if site.is_classifier()
            && let Some(handed) = handed_on(ground, site.from, approach.end)
        {
            own = handed;
        }
        let kept = subject_of_kept(ground, site.from, &own);
        let is_kept = kept.is_some();
        if let Some((subject, kept)) = kept {
            own = subject;
            siblings.made = written(self.report, kept);
        }
        siblings.is_part |= site.says_part();
        let is_joined = is_joined(&site, &approach);
        if site.counts_noun_after() {
            approach.change = None;
        }
        let facts = self.facts(&site, &approach, &own, is_joined, siblings);
        let (report, memory, kind) = (self.report, &self.memory, facts.kind);
        let namer = Namer { report, memory, site, approach: &approach, own: &own, joined: is_joined, kind };
        let mut named = namer.name(siblings);
        let made = &siblings.made;
        if !made.is_empty() && (is_joined || is_kept) && !named.naming.measure.starts_with(made) {
            named.naming.measure.insert_str(0, made);
        }
        siblings.change = facts.direction.map(|direction| (direction, facts.comparison));
        siblings.kind = facts.kind;
        let next = named.next;
        self.push(&site, &approach, named, facts, siblings.is_part);
        next
    }

    /// Kind, direction and comparison, handed on by the number before where one is joined to it.
    fn facts(&self, site: &Site<'_>, approach: &Approach, own: &Phrase, is_joined: bool, siblings: &Siblings) -> Facts {
        let mut facts = Facts::of(site, approach, own, self.memory.pending.or(self.memory.over_years));
        match siblings.change.filter(|_| is_joined) {
            Some((direction, comparison)) if approach.change.is_none() => {
                facts = Facts { kind: CountKind::Change, direction: Some(direction), comparison, ..facts };
            }
            Some((_, comparison)) => facts.comparison = facts.comparison.or(comparison),
            None => {}
        }
        let listed = !siblings.queue.is_empty() || siblings.kind == CountKind::Share;
        if is_joined && approach.change.is_none() && siblings.change.is_none() && listed {
            facts.kind = siblings.kind;
        }
        // 增长5%以上，力争达到6%: what is reached is the growth
        let grows = || {
            let last = self.memory.here().next()?;
            let reaches = |token: &Token| token.is_adverb() || token.verb_class() == Some(VerbClass::Change);
            // 城镇化率提高2%，达到65%: a rate is what it reaches
            let is_share = ["率", "比", "比重", "比例", "度"].iter().any(|end| last.measure().ends_with(end));
            let goes_on = last.kind() == CountKind::Change && last.unit() == site.unit() && own.is_empty() && !is_share;
            let words = &site.ground.tokens[site.from..site.at];
            (goes_on && !words.is_empty() && words.iter().all(reaches)).then_some(&last.count)
        };
        if facts.kind == CountKind::Share
            && let Some(growth) = grows()
        {
            facts = Facts { kind: CountKind::Change, direction: growth.direction, ..facts };
        }
        facts
    }
}

/// The next token from `at` on that is a number, or a bracket that may hold some.
fn next_told(ground: Ground<'_>, at: usize) -> Option<usize> {
    let tells = |token: &Token| matches!(token.kind, TokenKind::Number | TokenKind::Paren);
    ground.tokens[at..].iter().position(tells).map(|length| at + length)
}

/// The mention of a number that counts something.
fn countable<'a>(ground: Ground<'a>, token: &Token) -> Option<&'a Mention> {
    ground.mention_at(token.span.start).filter(|mention| eligible::counts(mention, ground.chars, ground.rules))
}

/// Whether nothing but 、 or 和, and a verb of change of its own, stands between the number and the one before.
fn is_joined(site: &Site<'_>, approach: &Approach) -> bool {
    let moves = |token: &Token| approach.change.is_some_and(|change| change.start <= token.span.start);
    let between = |token: &Token| joins(token) || moves(token);
    site.from < site.at && site.ground.tokens[site.from..site.at].iter().all(between)
}

/// 收入扣除不可比因素后增长4%: what was taken off is not what grew, and that stands in front of the verb.
fn without_deduction(site: &Site<'_>, end: usize) -> Phrase {
    let own = &site.ground.tokens[site.from..site.ground.token_from(end).max(site.from)];
    let verb = own.iter().rfind(|token| token.noun_use() == Some(NounUse::No));
    verb.map_or_else(Phrase::default, |verb| before(site.ground, site.from, verb.span.start))
}

/// 预期目标, 目标是 or 力争 anywhere in a clause; 承诺 at its end (当场承诺：年底前…).
fn states_aim(words: &[char]) -> bool {
    let opens = |(at, c): (usize, &char)| {
        matches!(c, '力' | '目' | '预')
            && matches!(words[at..], ['力', '争', ..] | ['目', '标', '是' | '为', ..] | ['预', '期', '目', '标', ..])
    };
    words.ends_with(&['承', '诺']) || words.iter().enumerate().any(opens)
}

/// The list of subjects that a clause without a number leaves.
pub(super) fn subjects_of(report: &Report<'_>, ground: Ground<'_>, range: &Range<usize>) -> Option<Vec<String>> {
    let conjuncts = subject(ground, range)?.conjuncts(ground);
    Some(names_of(report, ground, conjuncts))
}

/// The subject of a clause that states no number: the words before its first act, or all of them where they end in
/// what is measured.
fn subject(ground: Ground<'_>, range: &Range<usize>) -> Option<Phrase> {
    let end = ground.tokens[range.end - 1].span.end;
    let acts = |at: usize| ground.tokens[at].noun_use() == Some(NounUse::No);
    let first_act = (range.start..range.end)
        .find(|&at| acts(at) || ground.tokens[at].is_adverb() && at + 1 < range.end && acts(at + 1));
    let measures = ground.names_attribute(&ground.tokens[range.end - 1], end);
    let stop = first_act.filter(|_| !measures).unwrap_or(range.end);
    let phrase = before(ground, range.start, ground.tokens[..stop].last().map_or(0, |token| token.span.end));
    (stop > range.start && !phrase.is_empty()).then_some(phrase)
}

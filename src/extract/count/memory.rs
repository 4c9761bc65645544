//! What a passage has said so far: the counts that later ones go on from, and what clauses left for the rest of their
//! sentence.

use std::ops::Range;

use crate::extract::{Comparison, Count, CountKind};
use crate::text::Span;

use super::site::Site;

/// A measure and the noun that it is made of.
#[derive(Clone, Debug)]
pub(super) struct Naming {
    pub noun: String,
    pub measure: String,
    /// Start of the count that it was taken from.
    pub base: Option<usize>,
    /// An act (抗诉5件), and no thing that something may be done to.
    pub is_act: bool,
}

impl Naming {
    pub fn plain(noun: String) -> Self {
        Self { measure: noun.clone(), noun, base: None, is_act: false }
    }

    pub fn act(words: String) -> Self {
        Self { is_act: true, ..Self::plain(words) }
    }

    pub fn of(noun: String, measure: String) -> Self {
        Self { noun, measure, base: None, is_act: false }
    }
}

/// A count that was read, with what later ones may ask of it.
#[derive(Clone, Debug)]
pub(super) struct Seen {
    pub count: Count,
    /// The noun alone, of which the count's measure is made.
    pub noun: String,
    pub sentence: usize,
    /// In brackets, or after 其中.
    pub is_part: bool,
    /// An act, and no thing that something may be done to.
    pub is_act: bool,
}

impl Seen {
    pub fn measure(&self) -> &str {
        &self.count.measure
    }

    pub fn unit(&self) -> &str {
        &self.count.quantity.unit
    }

    pub fn kind(&self) -> CountKind {
        self.count.kind
    }

    /// Where the count begins in the source.
    pub fn start(&self) -> usize {
        self.count.span.start
    }

    /// What a later number of this thing measures: a change moves the measure itself, a total is one of the noun alone.
    pub fn named(&self, kind: CountKind) -> Naming {
        let measure = if kind == CountKind::Change { self.measure() } else { &self.noun };
        Naming { noun: self.noun.clone(), measure: measure.to_owned(), base: Some(self.start()), is_act: self.is_act }
    }
}

/// The counts of a passage, and what holds until the sentence ends.
#[derive(Default)]
pub(super) struct Memory {
    seen: Vec<Seen>,
    pub sentence: usize,
    /// Clauses without a number, in order: the last one that has a subject left its list to the numbers behind it.
    pub silent: Vec<Range<usize>>,
    /// The list that was left before those.
    pub subjects: Vec<String>,
    /// The crimes or disputes that a clause without a number dealt with: cases counted after it are cases of these.
    pub dealt_with: String,
    /// What the last clause without a number said was done, where it ended in that (主动向县委请示报告).
    pub last_act: Option<Span>,
    /// 与去年相比 in a clause of its own.
    pub pending: Option<Comparison>,
    /// 五年来 opened the sentence: what moves, moved over that time.
    pub over_years: Option<Comparison>,
    /// 力争 or 预期目标 was said in this sentence.
    pub aims: bool,
    pub in_part: bool,
}

impl Memory {
    /// Room for as many counts as a passage may have.
    pub fn of(counts: usize) -> Self {
        Self { seen: Vec::with_capacity(counts), ..Self::default() }
    }

    /// What a sentence holds together ends here, but for its aims where it goes on behind a semicolon.
    pub fn end_sentence(&mut self, goes_on: bool) {
        let (seen, sentence, aims) = (std::mem::take(&mut self.seen), self.sentence, self.aims);
        *self = Self { seen, sentence, aims, ..Self::default() };
        self.pass_sentence(goes_on);
    }

    /// Passes a sentence that said nothing.
    pub fn pass_sentence(&mut self, goes_on: bool) {
        self.sentence += 1;
        self.aims &= goes_on;
    }

    pub fn push(&mut self, seen: Seen) {
        self.seen.push(seen);
    }

    /// All counts, in order.
    pub fn counts(self) -> impl Iterator<Item = Count> {
        self.seen.into_iter().map(|seen| seen.count)
    }

    /// The counts of the sentence, the last one first.
    pub fn here(&self) -> impl Iterator<Item = &Seen> {
        self.seen.iter().rev().filter(|seen| seen.sentence == self.sentence)
    }

    /// The counts of the sentence, and for what is counted by a classifier of the one before, the last one first.
    pub fn near(&self, site: &Site<'_>) -> impl Iterator<Item = &Seen> {
        let back = usize::from(site.is_classifier());
        self.seen.iter().rev().take_while(move |seen| seen.sentence + back >= self.sentence)
    }

    /// The count that a number without a noun goes on from.
    pub fn alike(&self, unit: &str, kind: CountKind) -> Option<&Seen> {
        let whole = || self.here().filter(|seen| !seen.is_part || self.in_part);
        let here = if kind == CountKind::Change {
            let moved = if unit == "百分点" { CountKind::Share } else { CountKind::Level };
            let stated = |seen: &&Seen| seen.kind() != CountKind::Change || seen.unit() == unit;
            whole().find(|seen| seen.kind() == moved).or_else(|| whole().find(stated))
        } else {
            whole().find(|seen| seen.unit() == unit)
        };
        let same_unit = || self.seen.iter().rev().find(|seen| seen.unit() == unit);
        here.or_else(|| whole().next()).or_else(same_unit).or_else(|| self.seen.last())
    }

    /// The last levels and shares of the sentence, as many as `group`, that numbers take in turn: parts only where
    /// there are too few of the others.
    pub fn last_stated(&self, group: usize, kind: CountKind) -> Option<Vec<Naming>> {
        let mut stated: Vec<&Seen> = self.here().filter(|seen| seen.kind() != CountKind::Change).collect();
        // 工业投资增长17%、民间投资增长9%，分别高于全省6个、3个百分点
        if stated.len() < group && kind != CountKind::Change {
            stated = self.here().collect();
        }
        let wholes: Vec<&Seen> = stated.iter().copied().filter(|seen| !seen.is_part).collect();
        let from = if wholes.len() >= group { wholes } else { stated };
        (from.len() >= group).then(|| from[..group].iter().rev().map(|seen| seen.named(kind)).collect())
    }

    /// The whole that a part of this unit belongs to.
    pub fn whole(&self, unit: &str) -> Option<usize> {
        let found = self.here().find(|seen| !seen.is_part && seen.kind() == CountKind::Level && seen.unit() == unit);
        found.map(|seen| seen.start())
    }

    /// The count of this measure that a change moves.
    pub fn stated(&self, measure: &str) -> Option<usize> {
        let found = self.here().find(|seen| seen.measure() == measure && seen.kind() != CountKind::Change);
        found.map(|seen| seen.start())
    }
}

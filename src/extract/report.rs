//! One report at hand: what extraction asks of the text, the outline and the mentions.

use std::ops::Range;

use chrono::NaiveDate;

use crate::extract::grammar::Predicate;
use crate::extract::{ActorBasis, DocumentFields};
use crate::recognise::{Mention, MentionKind};
use crate::rules::{Cutter, Rules, TokenKind, Trait, VerbClass};
use crate::structure::Outline;
use crate::text::{Quote, Quotes, SourceText, Span};

/// A report with everything that was found before extraction.
pub(super) struct Report<'a> {
    pub text: &'a SourceText,
    pub outline: &'a Outline,
    pub mentions: &'a [Mention],
    pub rules: &'a Rules,
    /// Where each mention begins.
    starts: Vec<usize>,
    /// Which mentions stand in the passage at hand: what is asked is asked of stretches inside it.
    pub near: Range<usize>,
    /// Whether a date or period is among them.
    is_dated: bool,
    /// From the first day to the last of the years that the report looks back on.
    pub review: Period,
    /// From the first day to the last of the years that it plans for.
    pub plan: Period,
}

/// First and last day, where they are known.
pub(super) type Period = (Option<NaiveDate>, Option<NaiveDate>);

impl<'a> Report<'a> {
    pub fn new(
        text: &'a SourceText,
        outline: &'a Outline,
        mentions: &'a [Mention],
        fields: &DocumentFields,
        rules: &'a Rules,
    ) -> Self {
        let starts = mentions.iter().map(|mention| mention.span.start).collect();
        let review = years(fields.review_start, fields.review_end);
        let plan = years(fields.plan_start, fields.plan_end);
        Self { text, outline, mentions, rules, starts, near: 0..0, is_dated: false, review, plan }
    }

    /// Goes on to the passage at `span`, and gives the mentions in it.
    pub fn turn_to(&mut self, span: Span) -> &'a [Mention] {
        let before = |from: usize, end: usize| self.starts[from..].iter().take_while(|&&start| start < end).count();
        let first = self.near.end + before(self.near.end, span.start);
        self.return_to(first..first + before(first, span.end));
        &self.mentions[self.near.clone()]
    }

    /// Goes back to a passage by its mentions, as [`turn_to`](Self::turn_to) left them in `near`.
    pub fn return_to(&mut self, near: Range<usize>) {
        self.is_dated = self.mentions[near.clone()].iter().any(is_date);
        self.near = near;
    }

    /// A reading span in the source.
    pub fn source_span(&self, span: Span) -> Span {
        self.outline.reading.to_source(span)
    }

    /// Who did it: stated, handed on, or the reporting body, which is not quoted.
    pub fn actor(&self, predicate: &Predicate, quotes: &mut Quotes) -> (Quote, ActorBasis) {
        let basis = match predicate.actor {
            Some(_) if predicate.actor_is_stated => ActorBasis::Stated,
            Some(_) => ActorBasis::Inherited,
            None => ActorBasis::Default,
        };
        (quotes.quote(predicate.actor.as_slice(), &self.outline.reading), basis)
    }

    /// Of each section, the words of its heading without the number: the theme of what stands under it.
    pub fn themes(&self) -> Vec<String> {
        self.outline.sections.iter().map(|section| without_number(&section.heading).to_owned()).collect()
    }

    /// The mentions that begin inside a stretch of the passage at hand.
    pub fn mentions_in(&self, span: Span) -> &[Mention] {
        &self.mentions[self.within(span)]
    }

    /// Which of the mentions nearby begin inside a span.
    fn within(&self, span: Span) -> Range<usize> {
        let starts = &self.starts[self.near.clone()];
        let from = starts.partition_point(|&start| start < span.start);
        let count = starts[from..].iter().take_while(|&&start| start < span.end).count();
        self.near.start + from..self.near.start + from + count
    }

    /// Whether a number with or without a unit stands in one of the spans.
    pub fn has_number(&self, spans: &[Span]) -> bool {
        spans.iter().flat_map(|&span| self.mentions_in(span)).any(|mention| mention.quantity.is_some())
    }

    /// Whether a measure moves by or reaches a number in one of the spans: a verb of change right before it.
    pub fn reaches_value(&self, spans: &[Span]) -> bool {
        spans.iter().any(|&span| {
            if !self.has_number(&[span]) {
                return false;
            }
            let chars = &self.outline.reading.chars()[span.range()];
            let percent = chars.contains(&'%');
            self.rules.syntax.words(chars, &mut Cutter::default()).any(|(entry, ..)| {
                matches!(entry.kind, TokenKind::Verb(VerbClass::Change, _))
                    && (percent || !entry.traits.has(Trait::Bounding))
            })
        })
    }

    /// First and last day of the time that is named in a clause.
    pub fn time_in(&self, clause: Span) -> Option<(NaiveDate, NaiveDate)> {
        if !self.is_dated {
            return None;
        }
        self.mentions_in(clause).iter().filter(|mention| is_date(mention)).find_map(|mention| mention.period)
    }

    /// Whether the time named in a clause is when something is due: 到2025年, 年底前.
    pub fn is_deadline(&self, clause: Span) -> bool {
        self.mentions_in(clause).iter().any(|mention| {
            mention.period.is_some()
                && mention.span.start.checked_sub(1).is_some_and(|before| self.outline.reading.chars()[before] == '到')
        })
    }
}

fn is_date(mention: &Mention) -> bool {
    matches!(mention.kind, MentionKind::Date | MentionKind::Period)
}

/// From the first day of one year to the last of another.
fn years(first: Option<i32>, last: Option<i32>) -> Period {
    let start = first.and_then(|year| NaiveDate::from_ymd_opt(year, 1, 1));
    let end = last.and_then(|year| NaiveDate::from_ymd_opt(year, 12, 31));
    (start, end)
}

/// A heading without its number: （一）, 第三部分, 2.
fn without_number(heading: &str) -> &str {
    let numeral = |c: char| "一二三四五六七八九十0123456789".contains(c);
    let mut rest = heading.trim_start_matches('第');
    loop {
        let bare = rest.trim_start_matches(['（', '(', ' ']).trim_start_matches(numeral);
        let marks = ['、', '）', ')', '．', '.', ' '];
        let cut = bare.strip_prefix("部分").or_else(|| bare.strip_prefix(marks)).filter(|_| bare.len() < rest.len());
        match cut {
            Some(cut) => rest = cut.trim_start_matches(marks),
            None => return rest,
        }
    }
}

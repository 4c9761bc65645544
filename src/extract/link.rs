//! Links: which activity or commitment states a count, which count is a commitment's first target, and which count a
//! mention became. Rows are linked by where they begin, so ids stay what they are when other reports come and go.

use crate::extract::{CountRole, MentionRow, Records};
use crate::recognise::Mention;
use crate::structure::Outline;
use crate::text::{SourceText, Span};

/// Links counts to the rows whose clause states them, and commitments to their first target.
pub(super) fn counts(text: &SourceText, records: &mut Records) {
    let mut activities = Clauses::of(records.activities.iter().map(|row| (row.span, row.verb_span)));
    let mut commitments = Clauses::of(records.commitments.iter().map(|row| (row.span, row.verb_span)));
    // of each count that is promised, which commitment states it, and where it begins
    let mut promised: Vec<(usize, usize)> = Vec::new();
    for count in &mut records.counts {
        if let Some((row, verb)) = commitments.stating(count.span) {
            promised.push((row, count.span.start));
            count.verb_start = Some(verb.start);
            count.role = CountRole::Target;
        } else {
            count.verb_start = activities.stating(count.span).map(|(_, verb)| verb.start);
        }
    }
    promised.sort_by_key(|&(row, _)| row);
    for own in promised.chunk_by(|before, next| before.0 == next.0) {
        let commitment = &mut records.commitments[own[0].0];
        let mut starts: Vec<usize> = own.iter().map(|&(_, start)| start).collect();
        // 安排5000万元更新管网80公里: what is acted on says how much, where it does
        let in_object = |start: &usize| records.quotes.holds(commitment.object, *start);
        if starts.iter().any(in_object) {
            starts.retain(in_object);
        }
        commitment.first_count = first_target(text, commitment.verb_span, &starts);
    }
}

/// Which of a commitment's counts is its target, of those that begin at `own`: the first, but where a baseline stands
/// before the aim.
fn first_target(text: &SourceText, verb: Span, own: &[usize]) -> Option<usize> {
    let ends = |end: usize, words: &[char]| end > 0 && words.contains(&text.chars()[end - 1]);
    // 由42%提高到46%: the aim stands behind the verb, the baseline before it
    if ends(verb.end, &['到', '至', '为'])
        && let Some(&aim) = own.iter().find(|&&start| start >= verb.end)
    {
        return Some(aim);
    }
    // 推动产能由11万吨扩大到16万吨
    let first = *own.first()?;
    let moved = text.chars()[first.saturating_sub(6)..first].iter().any(|c| matches!(c, '由' | '从'));
    let reached = own.iter().find(|&&start| moved && ends(start, &['到', '至']));
    Some(reached.copied().unwrap_or(first))
}

/// Clauses with their verbs, in the order of the text, asked for counts that stand nearly in order.
struct Clauses {
    rows: Vec<(Span, Span)>,
    /// How many of them begin where the last count did, or before it.
    until: usize,
}

impl Clauses {
    fn of(rows: impl Iterator<Item = (Span, Span)>) -> Self {
        Self { rows: rows.collect(), until: 0 }
    }

    /// Which row's clause holds `count`, and its verb: the clause that begins last, where clauses share their words.
    /// They nest no deeper than one sentence.
    fn stating(&mut self, count: Span) -> Option<(usize, Span)> {
        const SENTENCE: usize = 64;
        let begun = |&&(clause, _): &&(Span, Span)| clause.start <= count.start;
        self.until += self.rows[self.until..].iter().take_while(begun).count();
        self.until -= self.rows[..self.until].iter().rev().take_while(|row| !begun(row)).count();
        let first = self.until.saturating_sub(SENTENCE);
        let held = self.rows[first..self.until].iter().rposition(|(clause, _)| count.start < clause.end);
        held.map(|row| (first + row, self.rows[first + row].1))
    }
}

/// The mentions as published: each with the count that it became, or the reason why it is none.
pub(super) fn mentions(outline: &Outline, found: &[Mention], records: &Records) -> Vec<MentionRow> {
    let mut sections = outline.passages.iter().peekable();
    let mut rows = Vec::with_capacity(found.len());
    let mut counts = records.counts.iter().map(|count| count.span).peekable();
    let mut last = None;
    for mention in found {
        while sections.peek().is_some_and(|passage| passage.span.end <= mention.span.start) {
            sections.next();
        }
        let span = outline.reading.to_source(mention.span);
        let core = outline.reading.to_source(mention.core);
        // counts and mentions stand in the order of the text, and neither overlap
        while let Some(count) = counts.next_if(|count| count.start <= core.start) {
            last = Some(count);
        }
        let count = last.filter(|count| count.contains(core)).map(|count| count.start);
        rows.push(MentionRow {
            span,
            section: sections.peek().map_or(0, |passage| passage.section),
            kind: mention.kind,
            quantity: mention.quantity.clone(),
            period_start: mention.period.map(|(start, _)| start),
            period_end: mention.period.map(|(_, end)| end),
            count,
            reason: if count.is_some() { "" } else { why_not(mention) },
        });
    }
    rows
}

/// Why a mention is no count: what recognise decided, else what kind of thing it is.
fn why_not(mention: &Mention) -> &'static str {
    if mention.reason.is_empty() { mention.kind.name() } else { mention.reason }
}

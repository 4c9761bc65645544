//! Links: which activity or commitment states a count, which count is a commitment's first target, and which count a
//! mention became. Rows are linked by where they begin, so ids stay what they are when other reports come and go.

use crate::extract::{CountRole, MentionRow, Records};
use crate::recognise::Mention;
use crate::structure::Outline;
use crate::text::{SourceText, Span};

/// Links counts to the rows whose clause states them, and commitments to their first target.
pub(super) fn counts(text: &SourceText, records: &mut Records) {
    let activities: Vec<(Span, Span)> = records.activities.iter().map(|row| (row.span, row.verb_span)).collect();
    let commitments: Vec<(Span, Span)> = records.commitments.iter().map(|row| (row.span, row.verb_span)).collect();
    // of each count that is promised, which commitment states it, and where it begins
    let mut promised: Vec<(usize, usize)> = Vec::new();
    for count in &mut records.counts {
        if let Some(row) = stating(&commitments, count.span) {
            promised.push((row, count.span.start));
            count.verb_start = Some(commitments[row].1.start);
            count.role = CountRole::Target;
        } else {
            count.verb_start = stating(&activities, count.span).map(|row| activities[row].1.start);
        }
    }
    promised.sort_by_key(|&(row, _)| row);
    for own in promised.chunk_by(|before, next| before.0 == next.0) {
        let commitment = &mut records.commitments[own[0].0];
        let starts: Vec<usize> = own.iter().map(|&(_, start)| start).collect();
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

/// Which row's clause holds `count`: the clause that begins last, where clauses share their words.
/// `rows` are clauses with their verbs, in the order of the text; clauses nest no deeper than one sentence.
fn stating(rows: &[(Span, Span)], count: Span) -> Option<usize> {
    const SENTENCE: usize = 64;
    let until = rows.partition_point(|(clause, _)| clause.start <= count.start);
    let near = &rows[until.saturating_sub(SENTENCE)..until];
    near.iter().rposition(|(clause, _)| count.start < clause.end).map(|row| until - near.len() + row)
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

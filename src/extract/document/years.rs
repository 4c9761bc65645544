//! The years under review and the years planned for, by the headings of their sections and, where these say none, by the
//! first words under them. Relative words (过去五年, 今年) count from the year in which the report was given.

use std::cell::LazyCell;

use chrono::{Datelike, NaiveDate};

use super::clock::{CLOSING, Clock, Years, span, spans_of};
use super::front::Front;
use super::prospect::Prospect;
use super::titled::{self, Titled};

use crate::structure::year::{heading_years, years, years_reached};
use crate::structure::{Outline, Role, SegmentKind};
use crate::text::Span;

/// Characters of a digest in which its years are looked for.
const FIRST: usize = 4000;

/// What was found.
#[derive(Clone, Copy, Debug, Default)]
pub struct Spans {
    pub review: Option<Years>,
    pub plan: Option<Years>,
}

/// Reads both spans.
pub fn years_of(front: &Front, outline: &Outline, prospect: &Prospect<'_>, date: Option<NaiveDate>) -> Spans {
    let heads = || front.titles.iter().chain(&front.headlines).map(|line| titled::read(line));
    let titled = heads().find(|told| told.review.or(told.first).is_some()).unwrap_or_default();
    // a title that names a year leaves the next to plan for at most
    let near = |year: &i32| titled.first.is_none_or(|first| (first..=first + 1).contains(year));
    // most reports say it in a heading: only where none does is their whole text asked
    let ahead = LazyCell::new(|| prospect.year(titled.first).filter(near));
    // without a date: a report plans for the year in which it is given, and 2023年工作总结 was written after 2023
    let undated = || match titled.half {
        true => titled.first,
        false => planned_by_heading(outline, front.top)
            .filter(near)
            .or(titled.plan)
            .or_else(|| *ahead)
            .or(titled.review.map(|year| year + 1))
            .or(titled.first),
    };
    let clock = match date {
        Some(date) => Clock { year: Some(date.year()), month: Some(date.month()) },
        // who speaks of next year does so in the year before
        None if !titled.half && prospect.says_next() => Clock { year: undated().map(|year| year - 1), month: Some(12) },
        None => Clock { year: undated(), month: None },
    };
    if let Some(year) = titled.first.filter(|_| titled.half) {
        let rest = outline.sections.iter().any(|section| section.role == Role::Plan)
            || outline.passages.iter().any(|passage| passage.role == Role::Plan);
        return Spans { review: Some((year, year)), plan: rest.then_some((year, year)) };
    }
    let review = told(front, outline, clock, titled, false).or_else(|| in_sentences(outline, clock, false));
    let plan = told(front, outline, clock, titled, true);
    let single = |year: i32| (year, year);
    let has = |role: Role| outline.passages.iter().any(|passage| passage.role == role);
    let headed = |role: Role| outline.sections.iter().any(|s| s.role == role && !s.heading.is_empty());
    // words like 今年 that open the plan, and a part that plans without saying for when
    let next = clock.next().filter(|_| {
        let words: &[&str] = if clock.closing() {
            &["明年", "新的一年", "来年", "下一步"]
        } else {
            &["今年", "新的一年"]
        };
        headed(Role::Plan) || prospect.says(words)
    });
    let undated = || titled.review.filter(|_| date.is_none() && prospect.says(&["明年", "新的一年", "来年", "下一步"]));
    let near =
        || ahead.filter(|&year| clock.next().is_none_or(|next| year == next || year == next + 1 && clock.late()));
    let sentences = || in_sentences(outline, clock, true);
    let plan = plan
        .or_else(|| near().map(single))
        .or_else(sentences)
        .or(next.map(single))
        .or_else(|| undated().map(|year| single(year + 1)));
    // what is reported in the first months of a year is the work of the year before; in its last ones, that of the year
    // a report without headings that has parts of both kinds, and not an item about a meeting
    let both = !front.titles.is_empty() && has(Role::Review) && has(Role::Plan);
    let looks_back = headed(Role::Review) || both && plan == clock.next().map(single);
    let early = clock.month.is_some_and(|month| month <= 3 || month >= CLOSING);
    let named = || {
        clock.past().is_some_and(|past| {
            (ahead.is_some() || plan.is_some()) && (titled.first == Some(past) || prospect.names(past))
        })
    };
    let annual = early && looks_back || clock.month.is_none() && named();
    let review = review.or_else(|| clock.past().filter(|_| annual).map(single));
    // at the end of a year that plans for the next, 一年来 is that year
    let closing = clock.year.filter(|&year| clock.late() && plan == Some((year + 1, year + 1)));
    let review = review.map(|years| closing.filter(|year| years == (year - 1, year - 1)).map_or(years, single));
    Spans { review, plan }
}

/// The years that headings tell, then the title, then the first words under the headings, then those above them.
fn told(front: &Front, outline: &Outline, clock: Clock, titled: Titled, ahead: bool) -> Option<Years> {
    let role = if ahead { Role::Plan } else { Role::Review };
    let mut headings = outline.sections.iter().filter(|s| s.role == role && s.level <= front.top);
    let headed = headings.find_map(|s| spans_of(&s.heading, heading_years(&s.heading), clock, ahead));
    let past = |years: &Years| {
        ahead
            || clock
                .year
                .is_none_or(|given| years.1 < given || (clock.late() || clock.month.is_none()) && years.1 == given)
    };
    // by when something is due tells a year of the plan only where that of the report is known
    let spoken = |words: &str| -> Vec<i32> {
        if clock.year.is_some() { years(words).collect() } else { years_reached(words).collect() }
    };
    let said = |role| {
        let mut told = first_words(outline, role).into_iter();
        told.find_map(|words| spans_of(&words, spoken(&words).into_iter(), clock, ahead).filter(past))
    };
    let title = if ahead { titled.plan } else { titled.review }.map(|year| (year, year));
    // where parts have themes for headings, the years stand in the paragraph above the first
    let above = || if ahead { None } else { said(Role::Front) };
    headed.or(title).or_else(|| said(role)).or_else(above)
}

/// The year that a heading of the plan says in figures.
fn planned_by_heading(outline: &Outline, top: u8) -> Option<i32> {
    let headings = outline.sections.iter().filter(|s| s.role == Role::Plan && s.level <= top);
    headings.flat_map(|s| heading_years(&s.heading)).next()
}

/// The years that a sentence of a report without headings names: …向大会报告过去五年的工作; 2024年要重点做好….
fn in_sentences(outline: &Outline, clock: Clock, ahead: bool) -> Option<Years> {
    if outline.sections.iter().any(|section| !section.heading.is_empty()) {
        return None;
    }
    let heads = outline.passages.iter().filter(|passage| passage.kind == SegmentKind::Title);
    let start = heads.map(|passage| passage.span.end).max().unwrap_or_default();
    let text = outline.reading.slice(Span::new(start, outline.reading.len().min(start + FIRST)));
    let tells: &[&str] = if ahead {
        &["要", "建议", "部署", "任务", "目标", "将", "安排"]
    } else {
        &["工作", "回顾", "报告", "来"]
    };
    let sentences = text.split(['。', '；', '！', '\n']).filter(|words| tells.iter().any(|word| words.contains(word)));
    let mut spans = sentences.filter_map(|words| span(words, years(words), clock, ahead));
    spans.find(|years| ahead || clock.year.is_none_or(|given| years.1 < given || clock.closing() && years.1 == given))
}

/// The heads of the first paragraphs of a role.
fn first_words(outline: &Outline, role: Role) -> Vec<String> {
    let passages = outline.passages.iter().filter(|passage| passage.role == role && passage.kind.is_running());
    passages.take(3).map(|passage| outline.reading.slice(passage.span).chars().take(40).collect()).collect()
}

//! The years under review and the years planned for, by the headings of their sections and, where these say none, by the
//! first words under them. Relative words (过去五年, 今年) count from the year in which the report was given.

use std::cell::LazyCell;

use chrono::{Datelike, NaiveDate};

use super::front::Front;
use super::numeral::{integer, number_before};
use super::planned;
use super::titled::{self, Titled};

use crate::structure::year::{heading_years, years, years_at};
use crate::structure::{Outline, Role, SegmentKind};
use crate::text::Span;

/// Characters of a digest in which its years are looked for.
const FIRST: usize = 4000;

/// The first month of a year's later half, and the first of those in which a year is looked back upon as past.
const LATE: u32 = 6;
const CLOSING: u32 = 11;

/// First and last year.
type Years = (i32, i32);

/// What was found.
#[derive(Clone, Copy, Debug, Default)]
pub struct Spans {
    pub review: Option<Years>,
    pub plan: Option<Years>,
}

/// When a report was given, as far as it is known: what 今年 and 过去一年 count from.
#[derive(Clone, Copy, Debug, Default)]
struct Clock {
    year: Option<i32>,
    month: Option<u32>,
}

impl Clock {
    fn late(self) -> bool {
        self.month.is_some_and(|month| month >= LATE)
    }

    fn closing(self) -> bool {
        self.month.is_some_and(|month| month >= CLOSING)
    }

    /// The year that an annual report given now looks back upon.
    fn past(self) -> Option<i32> {
        self.year.map(|year| if self.closing() { year } else { year - 1 })
    }

    /// The year that an annual report given now plans for.
    fn next(self) -> Option<i32> {
        self.past().map(|year| year + 1)
    }
}

/// Reads both spans.
pub fn years_of(front: &Front, outline: &Outline, date: Option<NaiveDate>) -> Spans {
    let heads = || front.titles.iter().chain(&front.headlines).map(|line| titled::read(line));
    let titled = heads().find(|told| told.review.or(told.first).is_some()).unwrap_or_default();
    // a title that names a year leaves the next to plan for at most
    let near = |year: &i32| titled.first.is_none_or(|first| (first..=first + 1).contains(year));
    // most reports say it in a heading: only where none does is their whole text asked
    let ahead = LazyCell::new(|| planned::year(outline, titled.first).filter(near));
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
        None if !titled.half && planned::says_next(outline) => {
            Clock { year: undated().map(|year| year - 1), month: Some(12) }
        }
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
        headed(Role::Plan) || planned::says(outline, words)
    });
    let undated =
        || titled.review.filter(|_| date.is_none() && planned::says(outline, &["明年", "新的一年", "来年", "下一步"]));
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
        clock
            .past()
            .is_some_and(|past| ahead.is_some() && (titled.first == Some(past) || planned::names(outline, past)))
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
    let said = |role| {
        first_words(outline, role).iter().filter_map(|words| spans_of(words, years(words), clock, ahead)).find(past)
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
    let running = |kind| matches!(kind, SegmentKind::Paragraph | SegmentKind::ListItem | SegmentKind::Lead);
    let passages = outline.passages.iter().filter(|passage| passage.role == role && running(passage.kind));
    passages.take(3).map(|passage| outline.reading.slice(passage.span).chars().take(40).collect()).collect()
}

/// The years that words name. In a report of the later half of a year, as party congresses hear them, 过去五年 end and
/// 今后五年 begin within that year.
fn spans_of(text: &str, named: impl Iterator<Item = i32>, clock: Clock, ahead: bool) -> Option<Years> {
    let stretched = || stretch(text, ahead).filter(|_| clock.late() && five_year_plan(text).is_none()).zip(clock.year);
    match stretched() {
        Some((length, given)) if ahead => Some((given, given + length)),
        Some((length, given)) => Some((given - length, given)),
        None => span(text, named, clock, ahead),
    }
}

/// The years that words tell, among which they name those in `named`.
fn span(text: &str, named: impl Iterator<Item = i32>, clock: Clock, ahead: bool) -> Option<Years> {
    if let Some(plan) = five_year_plan(text) {
        return Some(plan);
    }
    if let Some(length) = stretch(text, ahead)
        && let Some(given) = clock.year
    {
        return Some(if ahead { (given, given + length - 1) } else { (given - length, given - 1) });
    }
    let mut named: Vec<i32> =
        named.filter(|year| clock.year.is_none_or(|given| (given - 10..=given + 1).contains(year))).collect();
    if ahead {
        named.retain(|year| clock.next().is_none_or(|next| *year >= next));
    }
    if let (Some(first), Some(last)) = (named.iter().min(), named.iter().max()) {
        let range = text.contains(['至', '—', '-', '~']);
        return Some(if range { (*first, *last) } else { (named[0], named[0]) });
    }
    let given = clock.year?;
    let says = |words: &[&str]| words.iter().any(|word| text.contains(word));
    let one = |year: i32| Some((year, year));
    match ahead {
        true if says(&["明年"]) => one(given + 1),
        true if says(&["新的一年", "来年"]) => clock.next().and_then(one),
        true if says(&["今年", "本年", "下半年"]) => one(given),
        false if says(&["去年", "上年"]) => one(given - 1),
        false if says(&["过去一年", "过去的一年", "一年来", "过去这一年", "这一年"]) => {
            clock.past().and_then(one)
        }
        false if says(&["今年", "上半年"]) => one(given),
        _ => None,
    }
}

/// The number of years of 过去五年, 五年来, 今后五年; the longest that is named, up to five.
fn stretch(text: &str, ahead: bool) -> Option<i32> {
    text.match_indices('年')
        .filter_map(|(at, word)| {
            let (length, start) = number_before(&text[..at])?;
            let (before, after) = (&text[..start], &text[at + word.len()..]);
            let looks = match ahead {
                true => ["今后", "未来", "今后的", "未来的", "新的"].iter().any(|word| before.ends_with(word)),
                false => {
                    ["过去", "过去的", "这", "以来的", "过去这", "本届"].iter().any(|word| before.ends_with(word))
                        || after.starts_with('来')
                        || text.contains("过去") && after.starts_with("工作")
                }
            };
            (looks && (2..=5).contains(&length)).then_some(length as i32)
        })
        .max()
}

/// “九五”时期, “十五”期间, “十四五”规划: the years of a five-year plan.
fn five_year_plan(text: &str) -> Option<Years> {
    ["时期", "期间", "计划", "规划"].iter().find_map(|word| {
        let before = text[..text.find(word)?].trim_end_matches(['”', '"']);
        // 2025年是“十四五”规划收官之年 speaks of 2025
        if years_at(before).next().is_some() {
            return None;
        }
        let number = before.strip_suffix('五')?;
        let start = number
            .rfind(|c: char| !"一二三四五六七八九十".contains(c))
            .map_or(0, |at| at + number[at..].chars().next().map_or(1, char::len_utf8));
        let number = integer(&number[start..])? as i32;
        let first = match number {
            1 => 1953,
            2 => 1958,
            3..=30 => 1966 + 5 * (number - 3),
            _ => return None,
        };
        Some((first, first + 4))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_are_read_from_headings() {
        for (text, given, ahead, years) in [
            ("一、过去五年工作回顾", Some(2023), false, Some((2018, 2022))),
            ("一、过去一年和五年工作回顾", Some(2023), false, Some((2018, 2022))),
            ("一、2023年工作回顾", Some(2024), false, Some((2023, 2023))),
            ("一、“九五”时期国民经济和社会发展的回顾", None, false, Some((1996, 2000))),
            ("二、“十五”期间的奋斗目标和指导方针", None, true, Some((2001, 2005))),
            ("三、今后五年的主要任务", Some(1988), true, Some((1988, 1992))),
            ("二、对今年工作的建议", Some(2023), true, Some((2023, 2023))),
            ("四、加强自身建设", Some(2023), true, None),
        ] {
            assert_eq!(span(text, heading_years(text), Clock { year: given, month: None }, ahead), years, "{text}");
        }
    }
}

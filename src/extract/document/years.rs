//! The years under review and the years planned for, by the headings of their sections and, where these say none, by the
//! first words under them. Relative words (过去五年, 今年) count from the year in which the report was given.

use chrono::{Datelike, NaiveDate};

use super::front::Front;
use super::{integer, number_before};
use crate::structure::{Outline, Role, SegmentKind};
use crate::text::Span;

/// Characters of a digest in which its years are looked for.
const FIRST: usize = 4000;

/// The first month of a year's later half.
const LATE: u32 = 6;

/// First and last year.
type Years = (i32, i32);

/// What was found.
#[derive(Clone, Copy, Debug, Default)]
pub struct Spans {
    pub review: Option<Years>,
    pub plan: Option<Years>,
}

/// Reads both spans.
pub fn years_of(front: &Front, outline: &Outline, date: Option<NaiveDate>) -> Spans {
    // 2023年工作总结 was written after 2023
    let after = |title: &str| i32::from(["总结", "回顾"].iter().any(|word| title.contains(word)));
    let titled = front.titles.iter().find_map(|title| years(title).next().map(|year| year + after(title)));
    let given = date.map(|date| date.year()).or(titled);
    let late = date.is_some_and(|date| date.month() >= LATE);
    let told = |role: Role, ahead: bool| {
        let headings = outline.sections.iter().filter(|section| section.role == role && section.level == 1);
        let headed =
            headings.map(|section| section.heading.clone()).find_map(|heading| spans_of(&heading, given, late, ahead));
        let past = |years: &Years| ahead || given.is_none_or(|given| years.1 < given || late && years.1 == given);
        let said =
            |role| first_words(outline, role).iter().filter_map(|words| spans_of(words, given, late, ahead)).find(past);
        // where parts have themes for headings, the years stand in the paragraph above the first
        let above = || if ahead { None } else { said(Role::Front) };
        headed.or_else(|| said(role)).or_else(above).or_else(|| in_sentences(outline, given, ahead))
    };
    let planned = outline.sections.iter().any(|section| section.role == Role::Plan && !section.heading.is_empty());
    let reviewed = outline.sections.iter().any(|section| section.role == Role::Review && !section.heading.is_empty());
    // what is reported in the first months of a year is the work of the year before
    let early = date.filter(|date| date.month() <= 3 && reviewed).map(|date| (date.year() - 1, date.year() - 1));
    let plan = told(Role::Plan, true).or(given.filter(|_| planned).map(|year| (year, year)));
    let review = told(Role::Review, false).or(early);
    // at the end of a year that plans for the next, 一年来 is that year
    let closing = given.filter(|&year| late && plan == Some((year + 1, year + 1)));
    let review = review.map(|years| closing.filter(|year| years == (year - 1, year - 1)).map_or(years, |y| (y, y)));
    Spans { review, plan }
}

/// The years that a sentence of a report without headings names: …向大会报告过去五年的工作; 2024年要重点做好….
fn in_sentences(outline: &Outline, given: Option<i32>, ahead: bool) -> Option<Years> {
    if outline.sections.iter().any(|section| !section.heading.is_empty()) {
        return None;
    }
    let text = outline.reading.slice(Span::new(0, outline.reading.len().min(FIRST)));
    let tells: &[&str] = if ahead {
        &["要", "建议", "部署", "任务", "目标", "将", "安排"]
    } else {
        &["工作", "回顾", "报告", "来"]
    };
    let sentences = text.split(['。', '；', '！', '\n']).filter(|words| tells.iter().any(|word| words.contains(word)));
    let mut spans = sentences.filter_map(|words| span(words, given, ahead));
    spans.find(|years| ahead || given.is_none_or(|given| years.1 < given))
}

/// The heads of the first paragraphs of a role.
fn first_words(outline: &Outline, role: Role) -> Vec<String> {
    let running = |kind| matches!(kind, SegmentKind::Paragraph | SegmentKind::ListItem | SegmentKind::Lead);
    let passages = outline.passages.iter().filter(|passage| passage.role == role && running(passage.kind));
    passages.take(3).map(|passage| outline.reading.slice(passage.span).chars().take(40).collect()).collect()
}

/// The years that words name. In a report of the later half of a year, as party congresses hear them, 过去五年 end and
/// 今后五年 begin within that year.
fn spans_of(text: &str, given: Option<i32>, late: bool, ahead: bool) -> Option<Years> {
    let stretched = || stretch(text, ahead).filter(|_| late && five_year_plan(text).is_none()).zip(given);
    match stretched() {
        Some((length, given)) if ahead => Some((given, given + length)),
        Some((length, given)) => Some((given - length, given)),
        None => span(text, given, ahead),
    }
}

/// The years that words name.
fn span(text: &str, given: Option<i32>, ahead: bool) -> Option<Years> {
    if let Some(plan) = five_year_plan(text) {
        return Some(plan);
    }
    if let Some(length) = stretch(text, ahead)
        && let Some(given) = given
    {
        return Some(if ahead { (given, given + length - 1) } else { (given - length, given - 1) });
    }
    let mut named: Vec<i32> =
        years(text).filter(|year| given.is_none_or(|given| (given - 10..=given + 1).contains(year))).collect();
    if ahead {
        named.retain(|year| given.is_none_or(|given| *year >= given));
    }
    if let (Some(first), Some(last)) = (named.iter().min(), named.iter().max()) {
        let range = text.contains(['至', '—', '-', '~']);
        return Some(if range { (*first, *last) } else { (named[0], named[0]) });
    }
    let given = given?;
    let says = |words: &[&str]| words.iter().any(|word| text.contains(word));
    match ahead {
        true if says(&["明年"]) => Some((given + 1, given + 1)),
        true if says(&["今年", "新的一年", "本年"]) => Some((given, given)),
        false if says(&["去年", "过去一年", "过去的一年", "一年来", "上年", "过去这一年"]) => {
            Some((given - 1, given - 1))
        }
        false if says(&["今年", "上半年"]) => Some((given, given)),
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

/// The years that stand in folded text as four figures before 年.
pub fn years(text: &str) -> impl Iterator<Item = i32> + '_ {
    text.match_indices('年').filter_map(|(at, _)| {
        let (year, start) = number_before(&text[..at])?;
        let figures = at - start == 4 || at - start == 12;
        (figures && (1949..2100).contains(&year)).then_some(year as i32)
    })
}

/// Where the first year of folded text begins, in bytes.
pub fn first_year(text: &str) -> Option<usize> {
    text.match_indices('年').find_map(|(at, _)| {
        let (year, start) = number_before(&text[..at])?;
        let figures = at - start == 4 || at - start == 12;
        (figures && (1949..2100).contains(&year)).then_some(start)
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
            assert_eq!(span(text, given, ahead), years, "{text}");
        }
    }
}

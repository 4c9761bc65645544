//! When the report was given. Stated where a dateline, lead or title says day, month and year; inferred where the year, or
//! all but the day, comes from other words: the plan's year, a page head, the address or name of the copy.

use std::cell::LazyCell;

use chrono::{Datelike, NaiveDate};

use super::front::{Front, dense};
use super::numeral::{integer, number_before};
use super::prospect::Prospect;

use crate::extract::DateBasis;
use crate::structure::quoted::after_frame;
use crate::structure::year::{heading_years, opening_year, years_reached, years_spoken_of};
use crate::structure::{Outline, Role};
use crate::text::Span;

/// Bytes of the longest head of a dispatch: 新华社北京1月21日电.
const DISPATCH: usize = 60;

/// A day as far as it is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Said {
    pub year: Option<i32>,
    pub month: u32,
    pub day: u32,
}

impl Said {
    /// The day, where the year is said too and it is a day of the calendar.
    fn date(self) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(self.year?, self.month, self.day)
    }
}

/// The date with its basis. `met` is the year of the meeting, where its number tells it.
pub fn date(
    front: &Front,
    outline: &Outline,
    prospect: &Prospect<'_>,
    met: Option<i32>,
) -> Option<(NaiveDate, DateBasis)> {
    let convened = front.bylines.iter().filter(|line| ["会议", "大会", "全会"].iter().any(|word| line.contains(word)));
    let told = || front.leads.iter().chain(&front.titles).chain(convened.clone());
    if let Some(date) = stated(told()) {
        return Some((date, DateBasis::Stated));
    }
    if let Some(date) = front.signed.iter().find_map(|line| whole(&dense(line))) {
        return Some((date, DateBasis::Stated));
    }
    let inferred =
        inferred(front, told().find_map(|line| first_day(&head(line))), met, || plan_year(outline, prospect))?;
    Some((inferred, DateBasis::Inferred))
}

/// The first day that the lines say in full.
fn stated<'a>(told: impl Iterator<Item = &'a String>) -> Option<NaiveDate> {
    let mut told: Vec<String> = told.map(|line| dense(line)).collect();
    // the day of the meeting before the day on which an agency sent the text
    told.sort_by_key(|line| line.starts_with("新华社") && line.ends_with('电'));
    told.iter().find_map(|line| days(&head(line)).into_iter().find_map(Said::date).or_else(|| whole_figures(line)))
}

/// A line without blanks; of a long paragraph, which says its day at once and other days after it, the first words.
fn head(line: &str) -> String {
    let line = dense(line);
    if line.chars().count() > 150 { line.chars().take(60).collect() } else { line }
}

/// The first day that a line says, and not the one on which an agency sent it, where it says another.
fn first_day(line: &str) -> Option<Said> {
    let sent = line.find(['电', '讯']).filter(|&at| line.starts_with(['新', '本']) && at <= DISPATCH);
    let told = sent.and_then(|at| days(&line[at..]).first().copied());
    told.or_else(|| days(line).first().copied())
}

/// The day put together from a day without its year, from the page that the report stands on, or from the copy.
fn inferred(
    front: &Front,
    said: Option<Said>,
    met: Option<i32>,
    plan_year: impl FnOnce() -> Option<i32>,
) -> Option<NaiveDate> {
    let lines: Vec<String> =
        front.leads.iter().chain(&front.titles).chain(&front.opening).map(|line| dense(line)).collect();
    // a copy of an old report was published long after it was given
    let planned = LazyCell::new(plan_year);
    let fresh = |day: &NaiveDate| planned.is_none_or(|year| year == day.year() || day.month() >= 11);
    let copied = || copied(front).or_else(|| published(front).filter(fresh));
    if let Some(partial) = said.or_else(|| lines.iter().find_map(|line| dispatched(line))) {
        // what is given in the last months of a year plans for the next
        let planned = || planned.map(|year| if partial.month >= 11 { year - 1 } else { year });
        // 2月2日上午 in a post of 2024-02-02
        let posted = || {
            let day = copied_or_posted(front)?;
            let told = NaiveDate::from_ymd_opt(day.year(), partial.month, partial.day)?;
            (0..=7).contains(&(day - told).num_days()).then_some(day.year())
        };
        let year = page_year(front, partial)
            .or_else(posted)
            .or(met)
            .or_else(planned)
            .or_else(|| copied().map(|date| date.year()))?;
        return NaiveDate::from_ymd_opt(year, partial.month, partial.day);
    }
    if let Some(day) = masthead(front) {
        return Some(day);
    }
    let copied = copied()?;
    let day = lines.iter().find_map(|line| lone_day(line)).and_then(|day| copied.with_day(day));
    let near = day.filter(|day| (0..=3).contains(&(copied - *day).num_days()));
    Some(near.unwrap_or(copied))
}

/// The day that is all that a line says.
fn whole(line: &str) -> Option<NaiveDate> {
    let line = line.trim_matches(['（', '）', '(', ')']);
    let [day] = days(line)[..] else { return None };
    let only = line.chars().all(|c| c.is_ascii_digit() || "年月日〇零○一二三四五六七八九十".contains(c));
    day.date().filter(|_| only)
}

/// The day that is all that a line says, in figures: （2024.1.16）.
fn whole_figures(line: &str) -> Option<NaiveDate> {
    let part = |c: char| c.is_ascii_digit() || matches!(c, '.' | '-' | '/' | '（' | '）' | '—');
    figures(line).filter(|_| line.chars().all(part))
}

/// Days said as 2024年1月16日, 1月3日 or 二〇二四年一月十六日 in text without blanks.
pub fn days(text: &str) -> Vec<Said> {
    text.match_indices('月')
        .filter_map(|(at, word)| {
            let before = &text[..at];
            let first = before.strip_suffix('元').map(|year| (1, year.len()));
            let (month, start) = first.or_else(|| number_before(before))?;
            let rest = &text[at + word.len()..];
            let day = integer(&rest[..rest.find(['日', '号'])?])?;
            let year = text[..start].strip_suffix('年').and_then(year_before);
            ((1..=12).contains(&month) && (1..=31).contains(&day)).then_some(Said { year, month, day })
        })
        .collect()
}

/// The year that ends a text; the number of a page may run into it: 第22025年.
fn year_before(text: &str) -> Option<i32> {
    let figures = text.len().checked_sub(4).and_then(|start| text.get(start..));
    let figures = figures.filter(|figures| figures.bytes().all(|b| b.is_ascii_digit()));
    let year = figures.map_or_else(|| number_before(text).map(|(year, _)| year), integer)? as i32;
    (1900..2200).contains(&year).then_some(year)
}

/// The day of a dispatch: 本报北京一月二十日讯, 新华社北京3月5日电.
fn dispatched(line: &str) -> Option<Said> {
    let head: String = line.chars().take(40).collect();
    (head.contains('讯') || head.contains('电')).then(|| days(&head).first().copied()).flatten()
}

/// The number of a day that stands without its month: 会议12日在京召开.
fn lone_day(line: &str) -> Option<u32> {
    line.match_indices('日').find_map(|(at, _)| {
        let (day, start) = number_before(&line[..at])?;
        let alone = !line[..start].ends_with(['月', '十', '第']);
        let plain = line[start..at].bytes().all(|b| b.is_ascii_digit());
        (alone && plain && (1..=31).contains(&day)).then_some(day)
    })
}

/// The year of a page head whose day is not far from the one said.
fn page_year(front: &Front, said: Said) -> Option<i32> {
    let dates = |line: &String| days(&dense(line)).into_iter().filter_map(Said::date).chain(figures(line));
    let near = |page: &NaiveDate| page.month() == said.month && (said.day..=said.day + 10).contains(&page.day());
    front.margins.iter().take(20).chain(&front.headlines).flat_map(dates).find(near).map(|page| page.year())
}

/// The day of the paper that stands above its item (2025年2月12日 星期三), or the day before where the item tells of 昨日.
fn masthead(front: &Front) -> Option<NaiveDate> {
    let page = front.margins.first().filter(|line| line.contains("星期"));
    // 芦川新闻 2025年1月9日: the line that names the programme, or says when it was sent
    let printed = match page {
        Some(page) => dated(page)?,
        None => front.headlines.iter().find_map(|line| dated(line))?,
    };
    let told =
        |words: [&str; 2]| front.leads.iter().chain(&front.opening).any(|line| words.iter().any(|w| line.contains(w)));
    match (told(["昨日", "昨天"]), told(["今日", "今天"])) {
        (true, _) => printed.pred_opt(),
        (_, true) => Some(printed),
        _ => None,
    }
}

/// The year that the plan's headings or first words name, else the year after the one under review.
fn plan_year(outline: &Outline, prospect: &Prospect<'_>) -> Option<i32> {
    let heading = |role: Role| {
        let sections = outline.sections.iter().filter(move |s| s.role == role && s.level == 1);
        sections.flat_map(|s| heading_years(&s.heading))
    };
    let words = |role: Role, take: usize| {
        let passages = outline.passages.iter().filter(move |passage| passage.role == role).take(take);
        passages.map(|passage| outline.reading.slice(passage.span))
    };
    // 到2027年实现一届任期全覆盖: by when, and not for what year
    let planned = || words(Role::Plan, 4).find_map(|words| years_spoken_of(&words).next());
    let reviewed = || heading(Role::Review).max().map(|year| year + 1);
    // 2023年，全市…, 报告说，2023年…: a review that opens with its year
    let opened = || words(Role::Review, 4).find_map(|words| opening_year(after_frame(&words)));
    let all = || {
        let text = outline.reading.slice(Span::new(0, outline.reading.len().min(3000)));
        years_spoken_of(&text).max().or_else(|| years_reached(&text).max())
    };
    heading(Role::Plan)
        .next()
        .or_else(planned)
        .or_else(reviewed)
        .or_else(|| prospect.year(None))
        .or_else(|| opened().map(|year| year + 1))
        .or_else(all)
}

/// The date in the address or the name of the copy: /2023/01/12/, 20230112.
fn copied(front: &Front) -> Option<NaiveDate> {
    let addresses = front.margins.iter().filter(|line| line.contains("http"));
    addresses.map(String::as_str).chain([front.name.as_str()]).find_map(figures)
}

/// A day in figures: 2023/01/12, 2023-1-12, 20230112.
fn figures(text: &str) -> Option<NaiveDate> {
    let figures: String = text.chars().map(|c| if c.is_ascii_digit() { c } else { ' ' }).collect();
    let words: Vec<&str> = figures.split(' ').collect();
    // the hour may have run into the day: 2024-01-25 10:12
    let day = |word: &'_ str| word.get(..2).filter(|_| word.len() == 4).unwrap_or(word).to_owned();
    let parted = words.windows(3).find_map(|w| (w[0].len() == 4).then(|| ymd(w[0], w[1], &day(w[2]))).flatten());
    parted.or_else(|| words.iter().find_map(|w| (w.len() == 8).then(|| ymd(&w[..4], &w[4..6], &w[6..])).flatten()))
}

/// The day of the copy, or the one that a line of its page says in figures.
fn copied_or_posted(front: &Front) -> Option<NaiveDate> {
    let lines = front.bylines.iter().chain(&front.headlines).chain(&front.margins);
    copied(front).or_else(|| published(front)).or_else(|| lines.map(String::as_str).find_map(dated))
}

/// The day on which the copy was published (发布时间：2024-01-20): the report was given about then.
fn published(front: &Front) -> Option<NaiveDate> {
    let cued = |line: &&String| ["时间", "日期", "来源", "发布"].iter().any(|word| line.contains(word));
    // 岚江市人民检察院 2024-01-30
    let closes =
        |line: &&String| line.chars().count() <= 40 && line.ends_with(|c: char| c.is_ascii_digit() || c == '日');
    let lines =
        front.bylines.iter().filter(|line| cued(line) || closes(line)).chain(front.headlines.iter().filter(closes));
    lines.map(String::as_str).find_map(dated)
}

/// The first day that a line says in full, in words before figures: 2024年1月20日, 2024-01-20.
fn dated(line: &str) -> Option<NaiveDate> {
    days(&dense(line)).into_iter().find_map(Said::date).or_else(|| figures(line))
}

fn ymd(year: &str, month: &str, day: &str) -> Option<NaiveDate> {
    let year = year.parse().ok().filter(|year| (1949..2100).contains(year))?;
    NaiveDate::from_ymd_opt(year, month.parse().ok()?, day.parse().ok()?)
}

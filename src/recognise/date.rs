//! Dates, clock times and the periods that place an event. None of them is a count.
//!
//! A date that says its year gets its first and last day; 今年 and 3月 alone are left unplaced here.

use chrono::NaiveDate;

use super::mention::{Mention, MentionKind};
use super::numeral::{self, Looseness, Numeral, Script, past_blanks};
use super::scan::Scan;
use crate::text::Span;

/// A date as far as it is said.
#[derive(Clone, Copy, Debug, Default)]
struct Said {
    year: Option<i32>,
    month: Option<u32>,
    day: Option<u32>,
}

impl Said {
    fn first(self) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(self.year?, self.month.unwrap_or(1), self.day.unwrap_or(1))
    }

    fn last(self) -> Option<NaiveDate> {
        let year = self.year?;
        match (self.month, self.day) {
            (None, _) => NaiveDate::from_ymd_opt(year, 12, 31),
            (Some(month), Some(day)) => NaiveDate::from_ymd_opt(year, month, day),
            (Some(12), None) => NaiveDate::from_ymd_opt(year, 12, 31),
            (Some(month), None) => NaiveDate::from_ymd_opt(year, month + 1, 1)?.pred_opt(),
        }
    }
}

/// Reads the date, time of day or placed period that begins with `number`.
pub fn read(scan: &Scan, number: &Numeral) -> Option<Mention> {
    if !is_whole(number) {
        return None;
    }
    clock(scan, number)
        .or_else(|| written_with_signs(scan, number.start))
        .or_else(|| era(scan, number))
        .or_else(|| dated(scan, number))
}

/// A whole number that is plainly said.
fn is_whole(number: &Numeral) -> bool {
    number.looseness == Looseness::Plain
        && number.end > number.start
        && (number.low.scale() == 0 || number.low.fract().is_zero())
        && !number.low.is_sign_negative()
}

/// The whole number that begins at `at`.
fn whole(scan: &Scan, at: usize) -> Option<Numeral> {
    numeral::read(scan.chars, at, &scan.rules.units).filter(is_whole)
}

fn int(numeral: &Numeral) -> Option<u32> {
    u32::try_from(numeral.low).ok().filter(|_| numeral.low == numeral.high)
}

fn mention(kind: MentionKind, span: Span, period: Option<(Said, Said)>, reason: &'static str) -> Mention {
    let period = period.and_then(|(from, to)| Some((from.first()?, to.last()?)));
    Mention { period, ..Mention::uncounted(kind, span, reason) }
}

/// 9:30, 8时30分, 15时, 晚上七点半.
fn clock(scan: &Scan, hour: &Numeral) -> Option<Mention> {
    let chars = scan.chars;
    if !matches!(chars.get(hour.end)?, ':' | '时' | '點' | '点') || int(hour)? > 24 {
        return None;
    }
    let mut end = hour.end + 1;
    let colon = chars[hour.end] == ':';
    let minute = whole(scan, end).filter(|minute| int(minute).is_some_and(|minute| minute < 60));
    match (colon, minute) {
        (true, Some(minute)) if minute.end == end + 2 => end = minute.end,
        (false, Some(minute)) if chars.get(minute.end) == Some(&'分') => end = minute.end + 1,
        (false, _) if chars[hour.end] != '时' && chars.get(end).is_some_and(|c| matches!(c, '整' | '钟')) => {
            end += 1
        }
        (false, _) if told_of_day(scan, hour.start, end) => end += usize::from(chars.get(end) == Some(&'半')),
        _ => return None,
    }
    Some(mention(MentionKind::Date, Span::new(hour.start, end), None, "time_of_day"))
}

/// Whether 时 or 点 after a number is an hour of the day: it follows a date, 上午 or 晚上, and no 期, 代, 间 follows it.
fn told_of_day(scan: &Scan, start: usize, end: usize) -> bool {
    let dated = start > 0 && scan.floor == start && scan.chars.get(start - 1).is_some_and(|c| matches!(c, '日' | '号'));
    let day_part = matches!(scan.chars[..start], [.., '午' | '晚' | '晨'] | [.., '早' | '晚', '上']);
    (dated || day_part) && !scan.chars.get(end).is_some_and(|c| matches!(c, '期' | '代' | '间' | '候'))
}

/// 2023-01-03, 2023/1/3, 2023.1.3.
fn written_with_signs(scan: &Scan, at: usize) -> Option<Mention> {
    let chars = scan.chars;
    let figures = |from: usize| (from..chars.len().min(from + 4)).take_while(|&i| chars[i].is_ascii_digit()).count();
    let number = |from: usize, n: usize| chars[from..from + n].iter().collect::<String>().parse::<u32>().ok();
    if figures(at) != 4 {
        return None;
    }
    let sign = *chars.get(at + 4)?;
    let month_at = at + 5;
    let months = figures(month_at);
    let day_at = month_at + months + 1;
    if !matches!(sign, '-' | '/' | '.') || months == 0 || chars.get(day_at - 1) != Some(&sign) {
        return None;
    }
    let days = figures(day_at);
    let date = Said {
        year: number(at, 4)?.try_into().ok(),
        month: number(month_at, months),
        day: (days > 0 && days < 3).then(|| number(day_at, days)).flatten(),
    };
    date.first().filter(|_| date.day.is_some())?;
    Some(mention(MentionKind::Date, Span::new(at, day_at + days), Some((date, date)), "date"))
}

/// 20世纪90年代, 八十年代中后期.
fn era(scan: &Scan, number: &Numeral) -> Option<Mention> {
    let chars = scan.chars;
    let starts = |at: usize, word: &str| word.chars().enumerate().all(|(i, c)| chars.get(at + i) == Some(&c));
    if !starts(number.end, "世纪") && !starts(number.end, "年代") {
        return None;
    }
    let mut end = number.end + 2;
    if let Some(decade) = whole(scan, end).filter(|decade| starts(decade.end, "年代")) {
        end = decade.end + 2;
    }
    Some(mention(MentionKind::Period, Span::new(number.start, end), None, "era"))
}

/// A date in words, with the second date of a range, and what places it (底, 以来).
fn dated(scan: &Scan, number: &Numeral) -> Option<Mention> {
    let chars = scan.chars;
    let (from, mut end) = one_date(scan, number, None).or_else(|| open_start(scan, number))?;
    let mut to = from;
    let mut kind = MentionKind::Date;
    let joint = past_blanks(chars, end);
    if chars.get(joint).is_some_and(|&c| matches!(c, '-' | '—' | '–' | '~' | '―' | '至' | '到' | '、')) {
        let mut at = joint + 1;
        at += usize::from(chars[joint] == '—' && chars.get(at) == Some(&'—'));
        let second = whole(scan, past_blanks(chars, at)).and_then(|second| one_date(scan, &second, Some(from)));
        if let Some((date, past)) = second {
            (to, end, kind) = (date, past, MentionKind::Period);
        }
    }
    if kind == MentionKind::Date && from.year.is_none() && from.month.is_none() && from.day.is_none() {
        return None;
    }
    let places =
        |row: &crate::rules::Row| row.class == "after_date" || row.class == "after" && row.get("makes").is_empty();
    if let Some((row, past)) = scan.rules.periods.longest_at(chars, end).filter(|(row, _)| places(row)) {
        end = past;
        if row.get("makes") == "period" {
            kind = MentionKind::Period;
        }
        if let (Some(months), Some(_)) = (row.get("months").split_once('-'), to.year) {
            (to.month, to.day) = (months.1.parse().ok(), None);
            let first = Said { year: to.year, month: months.0.parse().ok(), day: None };
            return Some(mention(MentionKind::Period, Span::new(number.start, end), Some((first, to)), "period"));
        }
    }
    let reason = if kind == MentionKind::Date { "date" } else { "period" };
    Some(mention(kind, Span::new(number.start, end), Some((from, to)), reason))
}

/// The first of two dates that leaves its unit to the second: 2021-2025年, 1-11月, 5、6月份.
fn open_start(scan: &Scan, number: &Numeral) -> Option<(Said, usize)> {
    let chars = scan.chars;
    let joint = past_blanks(chars, number.end);
    let sign = *chars.get(joint)?;
    if !matches!(sign, '-' | '—' | '–' | '~' | '―' | '至' | '到' | '、')
        || number.magnitude > rust_decimal::Decimal::ONE
    {
        return None;
    }
    let mut at = joint + 1;
    at += usize::from(sign == '—' && chars.get(at) == Some(&'—'));
    let second = whole(scan, past_blanks(chars, at))?;
    let (date, _) = one_date(scan, &second, None)?;
    let value = int(number)?;
    let said = match date {
        Said { year: Some(_), .. } if number.digits == 4 => Said { year: Some(value as i32), ..Said::default() },
        Said { year: None, month: Some(_), .. } if value <= 12 => Said { month: Some(value), ..Said::default() },
        Said { year: None, month: None, day: Some(_) } if value <= 31 => Said { day: Some(value), ..Said::default() },
        _ => return None,
    };
    Some((said, number.end))
}

/// A year, month or day at a number, with the lower ones that follow. `after` is the date that it continues.
fn one_date(scan: &Scan, number: &Numeral, after: Option<Said>) -> Option<(Said, usize)> {
    let chars = scan.chars;
    let sign_at = past_blanks(chars, number.end);
    let sign = chars.get(sign_at).filter(|sign| matches!(sign, '年' | '月' | '日' | '号'))?;
    let value = int(number)?;
    let next = chars.get(sign_at + 1).copied();
    let inherited = after.unwrap_or_default();
    if after.is_none() && *sign != '年' && begins_word(scan, sign_at) {
        return None;
    }
    match sign {
        '年' if year_like(number) && !matches!(next, Some('级' | '产')) => {
            let year = if number.digits == 2 { 1900 + value as i32 } else { value as i32 };
            let said = Said { year: Some(year), ..Said::default() };
            let month = whole(scan, past_blanks(chars, sign_at + 1)).filter(|month| is_month(scan, month));
            match month {
                Some(month) => one_date(scan, &month, Some(said)),
                None => Some((said, sign_at + 1)),
            }
        }
        '月' if (1..=12).contains(&value) => {
            let said = Said { year: inherited.year, month: Some(value), day: None };
            let day = whole(scan, past_blanks(chars, sign_at + 1)).filter(|day| is_day(scan, day));
            match day {
                Some(day) => one_date(scan, &day, Some(said)),
                None => Some((said, sign_at + 1)),
            }
        }
        '日' | '号' if is_day(scan, number) && (after.is_some() || *sign == '日') => {
            Some((Said { day: Some(value), ..inherited }, sign_at + 1))
        }
        _ => None,
    }
}

/// 日圆, 日均, 月龄: the sign of a date begins another word.
fn begins_word(scan: &Scan, at: usize) -> bool {
    let longer = scan.rules.units.longest_at(scan.chars, at).is_some_and(|(_, end)| end > at + 1);
    longer || scan.chars.get(at + 1) == Some(&'龄')
}

fn year_like(number: &Numeral) -> bool {
    let century = int(number).is_some_and(|year| (1000..3000).contains(&year));
    number.digits == 4 && century || number.digits == 2 && number.script == Script::Chinese && number.low == number.high
}

fn is_month(scan: &Scan, number: &Numeral) -> bool {
    let sign = scan.chars.get(past_blanks(scan.chars, number.end));
    sign == Some(&'月') && int(number).is_some_and(|month| (1..=12).contains(&month))
}

/// A day of the month, and not a length of time (30日内).
fn is_day(scan: &Scan, number: &Numeral) -> bool {
    let sign_at = past_blanks(scan.chars, number.end);
    let rest = scan.chars.get(sign_at + 1..).unwrap_or_default();
    let length = rest.starts_with(&['内']) || rest.starts_with(&['以', '内']) || rest.starts_with(&['之', '内']);
    matches!(scan.chars.get(sign_at), Some('日' | '号'))
        && int(number).is_some_and(|day| (1..=31).contains(&day))
        && !length
        && !rest.starts_with(&['游'])
        && !is_shortened(&scan.chars[..number.start], rest)
}

/// 由15日缩短到10日: the days that something takes. `before` stands in front of their number, `rest` behind the sign.
fn is_shortened(before: &[char], rest: &[char]) -> bool {
    const MOVES: [[char; 2]; 4] = [['缩', '短'], ['压', '缩'], ['压', '减'], ['延', '长']];
    let to = before.strip_suffix(&['到']).or_else(|| before.strip_suffix(&['至'])).unwrap_or(before);
    matches!(before, [.., '由' | '从']) && MOVES.iter().any(|moves| rest.starts_with(moves))
        || MOVES.iter().any(|moves| to.ends_with(moves))
}

//! What words of time mean in a report that was given at a certain time: 过去五年, 今年, “十四五”时期.

use super::numeral::{integer, number_before};
use crate::structure::year::years_at;

/// First and last year.
pub type Years = (i32, i32);

/// The first month of a year's later half, and the first of those in which a year is looked back upon as past.
const LATE: u32 = 6;
pub const CLOSING: u32 = 11;

/// When a report was given, as far as it is known: what 今年 and 过去一年 count from.
#[derive(Clone, Copy, Debug, Default)]
pub struct Clock {
    pub year: Option<i32>,
    pub month: Option<u32>,
}

impl Clock {
    pub fn late(self) -> bool {
        self.month.is_some_and(|month| month >= LATE)
    }

    pub fn closing(self) -> bool {
        self.month.is_some_and(|month| month >= CLOSING)
    }

    /// The year that an annual report given now looks back upon.
    pub fn past(self) -> Option<i32> {
        self.year.map(|year| if self.closing() { year } else { year - 1 })
    }

    /// The year that an annual report given now plans for.
    pub fn next(self) -> Option<i32> {
        self.past().map(|year| year + 1)
    }
}

/// The years that words name. In a report of the later half of a year, as party congresses hear them, 过去五年 end and
/// 今后五年 begin within that year; in its last months that year is the last of the five.
pub fn spans_of(text: &str, named: impl Iterator<Item = i32>, clock: Clock, ahead: bool) -> Option<Years> {
    let stretched = || stretch(text, ahead).filter(|_| clock.late() && five_year_plan(text).is_none()).zip(clock.year);
    match stretched() {
        Some((length, given)) if clock.closing() && ahead => Some((given + 1, given + length)),
        Some((length, given)) if clock.closing() => Some((given + 1 - length, given)),
        Some((length, given)) if ahead => Some((given, given + length)),
        Some((length, given)) => Some((given - length, given)),
        None => span(text, named, clock, ahead),
    }
}

/// The years that words tell, among which they name those in `named`.
pub fn span(text: &str, named: impl Iterator<Item = i32>, clock: Clock, ahead: bool) -> Option<Years> {
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
                        || (text.contains("过去") || text.ends_with("回顾")) && after.starts_with("工作")
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
        // 2025年是“十四五”规划收官之年 speaks of 2025, 2025年和“十四五”时期 of all five
        let joined = number[..start].trim_end_matches(['“', '"']).ends_with(['和', '及', '与', '暨', '、']);
        if !joined && (years_at(before).next().is_some() || before.contains("今年") || before.contains("明年")) {
            return None;
        }
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
    use crate::structure::year::heading_years;

    #[test]
    fn spans_are_read_from_headings() {
        for (text, given, ahead, years) in [
            ("一、过去五年工作回顾", Some(2023), false, Some((2018, 2022))),
            ("一、过去一年和五年工作回顾", Some(2023), false, Some((2018, 2022))),
            ("一、2023年工作回顾", Some(2024), false, Some((2023, 2023))),
            ("一、“九五”时期国民经济和社会发展的回顾", None, false, Some((1996, 2000))),
            ("一、2020年和“十三五”时期工作回顾", Some(2021), false, Some((2016, 2020))),
            ("2025年是“十四五”规划收官之年", Some(2025), true, Some((2025, 2025))),
            ("二、“十五”期间的奋斗目标和指导方针", None, true, Some((2001, 2005))),
            ("三、今后五年的主要任务", Some(1988), true, Some((1988, 1992))),
            ("二、对今年工作的建议", Some(2023), true, Some((2023, 2023))),
            ("四、加强自身建设", Some(2023), true, None),
        ] {
            assert_eq!(span(text, heading_years(text), Clock { year: given, month: None }, ahead), years, "{text}");
        }
    }
}

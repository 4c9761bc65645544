//! Years in the words of headings and at the openings of paragraphs: as 2024年, 二〇二四年, or 2024 before other words.

use std::ops::Range;

use super::heading::ORNAMENTS;

/// The years that reports speak of.
const PLAUSIBLE: Range<i32> = 1949..2100;

/// The years that stand in a text as four digits before 年, in figures or as 二〇二五.
pub fn years(text: &str) -> impl Iterator<Item = i32> + '_ {
    text.match_indices('年').filter_map(|(at, _)| {
        let digits = text[..at].trim_end();
        if digits.ends_with(is_han_digit) {
            return spelled_year(digits);
        }
        let start = digits.len().checked_sub(4)?;
        let year: i32 = digits.get(start..).filter(|d| d.bytes().all(|b| b.is_ascii_digit()))?.parse().ok()?;
        let alone = !digits[..start].ends_with(|c: char| c.is_ascii_digit());
        (alone && PLAUSIBLE.contains(&year)).then_some(year)
    })
}

fn is_han_digit(c: char) -> bool {
    han_digit(c).is_some()
}

fn han_digit(c: char) -> Option<i32> {
    let digit = "〇一二三四五六七八九".chars().position(|digit| digit == c);
    digit.or_else(|| matches!(c, '零' | '○').then_some(0)).map(|digit| digit as i32)
}

/// The year that the last four characters spell, digit by digit.
fn spelled_year(text: &str) -> Option<i32> {
    let mut digits = text.chars().rev().map_while(han_digit);
    let year = (0..4).try_fold(0, |year, place| Some(year + digits.next()? * 10_i32.pow(place)))?;
    (digits.next().is_none() && PLAUSIBLE.contains(&year)).then_some(year)
}

/// The year whose number opens the words.
pub fn opening_year(words: &str) -> Option<i32> {
    years(words).next().filter(|_| words.starts_with(|c: char| c.is_ascii_digit() || is_han_digit(c)))
}

/// The year that opens a heading, without 年 too: 2025，怎么干.
pub fn leading_year(heading: &str) -> Option<i32> {
    let bare = heading.trim_start_matches(|c| c == '【' || c == ' ' || ORNAMENTS.contains(c));
    let digits = bare.split(|c: char| !c.is_ascii_digit()).next()?;
    digits.parse().ok().filter(|year| PLAUSIBLE.contains(year))
}

/// The same behind a bracket or an ornament: 【2025，怎么干】, ★2025，这样干.
pub fn bracketed_year(heading: &str) -> Option<i32> {
    leading_year(heading).filter(|_| heading.starts_with(|c| c == '【' || ORNAMENTS.contains(c)))
}

/// A year and a word or two for what was or will be done in it: 2024成绩单, 2025任务书.
pub fn is_yearly(words: &str) -> bool {
    let rest = words.get(4..).filter(|_| leading_year(words).is_some()).unwrap_or_default();
    let han = |c: char| ('\u{3400}'..'\u{a000}').contains(&c);
    (2..=6).contains(&rest.chars().count())
        && rest.chars().all(han)
        && !rest.starts_with(['年', '余', '多', '万', '亿', '个', '元'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_are_read_in_figures_and_in_words() {
        assert_eq!(years("回顾2023年，展望二〇二四年和15年").collect::<Vec<_>>(), [2023, 2024]);
        assert_eq!(opening_year("二○二五年，是关键之年"), Some(2025));
        assert_eq!(opening_year("到2025年"), None);
        assert_eq!((leading_year("2025，怎么干"), bracketed_year("2025，怎么干")), (Some(2025), None));
        assert_eq!(bracketed_year("★ 2025看点"), Some(2025));
        assert!(is_yearly("2024成绩单") && !is_yearly("2024年工作") && !is_yearly("1200个村"));
    }
}

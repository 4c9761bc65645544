//! Years in the words of headings and at the openings of paragraphs: as 2024年, 二〇二四年, or 2024 before other words.

use std::ops::Range;

use super::heading::adorns;
use crate::text::is_ideograph;

/// What follows figures that count or measure something, and are no year.
const COUNTING: [char; 21] = [
    '.', '%', ',', '余', '多', '万', '亿', '个', '元', '家', '户', '人', '件', '名', '公', '里', '米', '亩', '项',
    '所', '条',
];
/// The years that reports speak of.
const PLAUSIBLE: Range<i32> = 1949..2100;

/// The years that stand in a text as four digits before 年, in figures or as 二〇二五.
pub fn years(text: &str) -> impl Iterator<Item = i32> + '_ {
    years_at(text).map(|(year, _)| year)
}

/// Each year with where its digits and 年 stand, in bytes.
pub fn years_at(text: &str) -> impl Iterator<Item = (i32, Range<usize>)> + '_ {
    text.match_indices('年').filter_map(|(at, word)| {
        let digits = text[..at].trim_end();
        let year = if digits.ends_with(is_han_digit) { spelled_year(digits) } else { figured_year(digits) };
        year.map(|(year, start)| (year, start..at + word.len()))
    })
}

/// Whether the words before a year make it a time by or since which something happens, and not what is spoken of:
/// 到2026年, 自2021年, but not 谈到2024年.
pub fn is_bound(before: &str) -> bool {
    before.ends_with(['到', '至', '自', '从', '于', '比', '在', '过', '的']) && !before.ends_with("谈到")
}

/// The years that a text speaks of: those in it, but for such as only bound a time.
pub fn years_spoken_of(text: &str) -> impl Iterator<Item = i32> + '_ {
    years_at(text).filter(|(_, place)| !is_bound(&text[..place.start])).map(|(year, _)| year)
}

/// The years of a text, but for those by which something is to be done (到2027年实现全覆盖): they lie ahead of all that a
/// report is about.
pub fn years_reached(text: &str) -> impl Iterator<Item = i32> + '_ {
    let due = |before: &str| before.ends_with('到') && !before.ends_with("谈到");
    years_at(text).filter(move |(_, place)| !due(&text[..place.start])).map(|(year, _)| year)
}

/// The year of a day in figures, as posts and pages say it: 2024-02-02 20:31.
pub fn stamped_year(text: &str) -> Option<i32> {
    text.match_indices("20").find_map(|(at, _)| {
        let year = text.get(at..at + 4).filter(|year| year.bytes().all(|b| b.is_ascii_digit()))?;
        let mut rest = text[at + 4..].chars();
        let parted = matches!(rest.next(), Some('-' | '/' | '.')) && rest.next().is_some_and(|c| c.is_ascii_digit());
        let alone = !text[..at].ends_with(|c: char| c.is_ascii_digit());
        year.parse().ok().filter(|year| parted && alone && PLAUSIBLE.contains(year))
    })
}

/// The years of a heading, also those without 年: 2025·打算, 回眸2024, 2025看点.
pub fn heading_years(heading: &str) -> impl Iterator<Item = i32> + '_ {
    let spelled = years_at(heading).filter(|(_, place)| heading[place.start..].starts_with(is_han_digit));
    let figures = heading.match_indices(['1', '2']).filter_map(|(start, _)| {
        let digits = heading[start..].split(|c: char| !c.is_ascii_digit()).next().filter(|digits| digits.len() == 4)?;
        let apart = !heading[..start].ends_with(|c: char| c.is_ascii_alphanumeric() || c == '.');
        // 2000元, 2025.6%, 2000多
        let counts = heading[start + digits.len()..].starts_with(COUNTING);
        digits.parse().ok().filter(|year| apart && !counts && PLAUSIBLE.contains(year))
    });
    figures.chain(spelled.map(|(year, _)| year))
}

/// The year in figures that ends a text, and where it begins.
fn figured_year(text: &str) -> Option<(i32, usize)> {
    let start = text.len().checked_sub(4)?;
    let year: i32 = text.get(start..).filter(|d| d.bytes().all(|b| b.is_ascii_digit()))?.parse().ok()?;
    let alone = !text[..start].ends_with(|c: char| c.is_ascii_digit());
    (alone && PLAUSIBLE.contains(&year)).then_some((year, start))
}

fn is_han_digit(c: char) -> bool {
    han_digit(c).is_some()
}

fn han_digit(c: char) -> Option<i32> {
    let digit = "〇一二三四五六七八九".chars().position(|digit| digit == c);
    digit.or_else(|| matches!(c, '零' | '○').then_some(0)).map(|digit| digit as i32)
}

/// The year that the last four characters spell, digit by digit, and where it begins.
fn spelled_year(text: &str) -> Option<(i32, usize)> {
    let mut digits = text.char_indices().rev().map_while(|(at, c)| Some((at, han_digit(c)?)));
    let (year, start) = (0..4).try_fold((0, 0), |(year, _), place| {
        let (at, digit) = digits.next()?;
        Some((year + digit * 10_i32.pow(place), at))
    })?;
    (digits.next().is_none() && PLAUSIBLE.contains(&year)).then_some((year, start))
}

/// Words before the year that is spoken of: 谈到2024年工作安排，….
const SPEAKS_OF: [&str; 8] = ["谈到", "谈及", "在谈到", "对于", "对", "关于", "就", "展望"];

/// The year whose number opens the words, or stands behind what says that it is spoken of.
pub fn opening_year(words: &str) -> Option<i32> {
    let words = SPEAKS_OF.iter().find_map(|speaks| words.strip_prefix(speaks)).unwrap_or(words);
    years_at(words).next().filter(|(_, place)| place.start == 0).map(|(year, _)| year)
}

/// The year that opens a heading, without 年 too: 2025，怎么干.
pub fn leading_year(heading: &str) -> Option<i32> {
    let bare = heading.trim_start_matches(|c| c == '【' || c == ' ' || adorns(c));
    let digits = bare.split(|c: char| !c.is_ascii_digit()).next()?;
    digits.parse().ok().filter(|year| PLAUSIBLE.contains(year))
}

/// The same behind a bracket or an ornament: 【2025，怎么干】, ★2025，这样干; in brackets also at the end: 【数读2024】.
pub fn bracketed_year(heading: &str) -> Option<i32> {
    let leading = || leading_year(heading).filter(|_| heading.starts_with(|c| c == '【' || adorns(c)));
    let inside = heading.strip_prefix('【').and_then(|rest| rest.strip_suffix('】'));
    leading().or_else(|| heading_years(inside?).next())
}

/// A year and a few words for what was or will be done in it: 2024成绩单, 2025任务书, 2025，我们这样干.
pub fn is_yearly(words: &str) -> bool {
    let rest = words.get(4..).filter(|_| leading_year(words).is_some()).unwrap_or_default();
    // 蓝图2025
    let noun =
        words.strip_suffix(|c: char| c.is_ascii_digit()).map(|_| words.trim_end_matches(|c: char| c.is_ascii_digit()));
    if let Some(noun) = noun.filter(|noun| noun.chars().count() == 2 && noun.chars().all(is_ideograph)) {
        return figured_year(words).is_some_and(|(_, start)| start == noun.len());
    }
    if let Some(said) = rest.strip_prefix(['，', '·', '｜', '：']) {
        // 2023：良法善治，步履铿锵
        let part = |c: char| is_ideograph(c) || c == '，' && rest.starts_with('：');
        return (3..=12).contains(&said.chars().count()) && said.chars().all(part);
    }
    (2..=6).contains(&rest.chars().count())
        && rest.chars().all(is_ideograph)
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
        assert_eq!(years_at("到二〇二四年底").next(), Some((2024, "到".len().."到二〇二四年".len())));
        for (heading, years) in [
            ("2025·打算", vec![2025]),
            ("2021—2023年和二〇二四年", vec![2021, 2023, 2024]),
            ("回眸2024 展望2025年", vec![2024, 2025]),
            ("2000元以上", vec![]),
            ("G2024", vec![]),
        ] {
            assert_eq!(heading_years(heading).collect::<Vec<_>>(), years, "{heading}");
        }
        assert_eq!((leading_year("2025，怎么干"), bracketed_year("2025，怎么干")), (Some(2025), None));
        assert_eq!(bracketed_year("★ 2025看点"), Some(2025));
        assert!(
            is_yearly("2024成绩单")
                && is_yearly("2025，我们这样干")
                && is_yearly("蓝图2025")
                && !is_yearly("2024年工作")
                && !is_yearly("1200个村")
        );
    }
}

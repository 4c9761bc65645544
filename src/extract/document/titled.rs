//! The years that a title tells: 2024年工作总结和2025年工作计划, 2024年上半年工作情况.

use crate::structure::year::{heading_years, years, years_at};

/// Words after a year that make it a year under review.
const DONE: [&str; 5] = ["总结", "情况", "回顾", "成绩单", "答卷"];
/// Words after a year that make it a year planned for.
const AHEAD: [&str; 11] = ["计划", "打算", "安排", "思路", "草案", "任务", "部署", "要点", "展望", "锚定", "目标"];

/// What a title tells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Titled {
    pub review: Option<i32>,
    pub plan: Option<i32>,
    /// It is a report of half a year.
    pub half: bool,
    /// The first year that it names.
    pub first: Option<i32>,
}

/// Reads a title in folded text.
pub fn read(title: &str) -> Titled {
    // 政府工作报告（2025）
    let mut named = heading_years(title);
    let bare = named.next().filter(|_| named.next().is_none());
    // 工作报告（要点） is no plan
    let title = title.split(['（', '(']).next().unwrap_or(title);
    let mut told = Titled { first: years(title).next().or(bare), half: title.contains("半年"), ..Titled::default() };
    let starts: Vec<(i32, usize)> = years_at(title).map(|(year, place)| (year, place.end)).collect();
    for (index, &(year, start)) in starts.iter().enumerate() {
        let end = starts.get(index + 1).map_or(title.len(), |next| next.1);
        let words = &title[start..end];
        let ahead = AHEAD.iter().any(|word| words.contains(word));
        // 2024年度工作报告 is written when the year is over
        if words.starts_with('度') && !ahead || DONE.iter().any(|word| words.contains(word)) {
            told.review = told.review.or(Some(year));
        } else if ahead {
            told.plan = told.plan.or(Some(year));
        }
    }
    // 2024年工作和2025年打算
    if told.review.is_none()
        && let (Some(first), Some(plan)) = (told.first, told.plan)
    {
        told.review = (first + 1 == plan).then_some(first);
    }
    told
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_tell_years() {
        for (title, review, plan, half) in [
            ("石滩县林业局2023年工作总结和2024年工作计划", Some(2023), Some(2024), false),
            (
                "关于云溪县2023年国民经济和社会发展计划执行情况与2024年国民经济和社会发展计划草案的报告",
                Some(2023),
                Some(2024),
                false,
            ),
            ("关于2023年工作和2024年打算的报告", Some(2023), Some(2024), false),
            ("北滩街道2023年上半年工作总结及下半年工作计划", Some(2023), None, true),
            ("2024年政府工作报告", None, None, false),
            ("2023年度北滩街道工作报告", Some(2023), None, false),
            ("云溪区人民法院2023年工作报告（要点）", None, None, false),
            ("云溪区2023年成绩单·2024年任务书", Some(2023), Some(2024), false),
        ] {
            let told = read(title);
            assert_eq!((told.review, told.plan, told.half), (review, plan, half), "{title}");
        }
    }
}

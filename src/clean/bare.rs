//! Lines that are a figure or a time and nothing else (638.5亿元, 97.3%, 1月—3月): digests set them over what they are about.

use crate::rules::Rules;

/// Bytes of the longest such line.
const LONGEST: usize = 40;

/// Whether a line is a figure or a time alone.
pub fn is_bare(text: &str, rules: &Rules) -> bool {
    text.len() <= LONGEST && (is_figure(text, rules) || is_time(text))
}

/// A number with its unit: 18642, 3.8万人次, 6.5%左右.
fn is_figure(text: &str, rules: &Rules) -> bool {
    let unit = text.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ','));
    if unit.len() == text.len() {
        return false;
    }
    let unit = unit.trim_start_matches(['万', '亿', '余', '多']).trim_end_matches("左右").trim_end_matches("以上");
    matches!(unit, "" | "%") || unit != "年" && rules.units.get(unit).is_some()
}

/// A month, a day, a quarter or half of the year, or from one to another: 4月18日, 6月至8月, 第三季度.
fn is_time(text: &str) -> bool {
    let day = |text: &str| {
        let Some((month, rest)) = text.split_once('月') else { return false };
        let number = |text: &str| !text.is_empty() && text.len() <= 2 && text.bytes().all(|b| b.is_ascii_digit());
        number(month) && (rest.is_empty() || rest.strip_suffix(['日', '号']).is_some_and(number))
    };
    let quarter = |text: &str| {
        let number = text.trim_start_matches('第').strip_suffix("季度");
        number.is_some_and(|number| ["一", "二", "三", "四", "1", "2", "3", "4"].contains(&number))
    };
    text.split(['—', '-', '至', '到', '~'])
        .filter(|part| !part.is_empty())
        .all(|part| day(part.trim()) || quarter(part))
        && text.starts_with(|c: char| c.is_ascii_digit() || "第一二三四".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_and_times_stand_alone() {
        let rules = Rules::builtin();
        for text in
            ["18642", "97.3%", "638.5亿元", "3.8万人次", "6.5%左右", "1月—3月", "4月18日", "6月至8月", "第三季度"]
        {
            assert!(is_bare(text, &rules), "{text}");
        }
        for text in ["2024年", "12个村完成改造", "第三产业", "1月3日召开", "一、工作", "5G", ""] {
            assert!(!is_bare(text, &rules), "{text}");
        }
    }
}

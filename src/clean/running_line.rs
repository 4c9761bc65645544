//! A whole report on one line, its line ends lost: cut again at salutations, datelines, headings and dashes, as far as
//! words tell where these begin and end.

use super::item::{ItemMark, item_mark};
use crate::rules::Rules;
use crate::text::{Span, fold};

/// Characters of the longest heading that is cut off.
const LONGEST_HEADING: usize = 40;
const SALUTATIONS: [&str; 5] = ["各位代表", "各位委员", "各位同志", "同志们", "朋友们"];

/// Where the line is to be cut.
pub fn cuts(chars: &[char], span: Span, rules: &Rules) -> Vec<usize> {
    let mut cuts = Vec::new();
    let mut at = span.start;
    while at < span.end {
        let (stands, end) = opening(chars, at, span, rules);
        if stands && at > span.start {
            cuts.push(at);
        }
        match end {
            Some(end) if end < span.end => {
                cuts.push(end);
                at = end;
            }
            _ => at += 1,
        }
    }
    cuts.dedup();
    cuts
}

/// Whether something opens at `at`, and where it ends where that is known.
fn opening(chars: &[char], at: usize, span: Span, rules: &Rules) -> (bool, Option<usize>) {
    let after_sentence =
        at == span.start || matches!(chars[at - 1], '。' | '！' | '？' | '：' | '；' | ' ' | '\u{3000}');
    match chars[at] {
        '各' | '同' | '朋' => match salutation(chars, at, span) {
            Some(end) => (true, Some(end)),
            None => (false, None),
        },
        '—' if chars.get(at + 1) == Some(&'—') => match dateline(chars, at, span) {
            Some(end) => (true, Some(end)),
            None => (after_sentence, None),
        },
        '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '（' | '(' if after_sentence => {
            match heading(chars, at, span, rules) {
                Some(end) => (true, Some(end)),
                None => (false, None),
            }
        }
        _ => (false, None),
    }
}

/// 各位代表： and what stands like it.
fn salutation(chars: &[char], at: usize, span: Span) -> Option<usize> {
    let head: String = chars[at..span.end.min(at + 6)].iter().collect();
    let words = SALUTATIONS.iter().find(|words| head.starts_with(*words))?;
    let end = at + words.chars().count();
    matches!(chars.get(end), Some('：' | ':' | '！')).then_some(end + 1)
}

/// ——2014年3月5日在…会议上
fn dateline(chars: &[char], at: usize, span: Span) -> Option<usize> {
    let head: String = chars[at..span.end.min(at + 60)].iter().collect();
    let end = head.find("会议上").map(|end| end + "会议上".len()).filter(|end| !head[..*end].contains(['，', '。']))?;
    head[..end].contains('月').then(|| at + head[..end].chars().count())
}

/// 一、2013年工作回顾: a numbered heading that ends with a heading's word.
fn heading(chars: &[char], at: usize, span: Span, rules: &Rules) -> Option<usize> {
    let end = span.end.min(at + LONGEST_HEADING);
    let head: String = (at..end).map(|i| fold(chars[i], Some(' '), Some(' '))).collect();
    let (mark, length) = item_mark(&head)?;
    if !matches!(mark, ItemMark::Han | ItemMark::HanParen) {
        return None;
    }
    let words = &head[length..];
    let words = &words[..words.find(['，', '。', '；', '：', '！']).unwrap_or(words.len())];
    // words of time (过去五年) open a heading as well as the text after it; only the others end one
    let last = rules.headings.hits(words).find(|hit| {
        let row = &rules.headings.rows()[hit.row];
        row.get("reach") == "any" && !row.term.ends_with(['年', '来'])
    })?;
    Some(at + head[..length + last.end].chars().count())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_on_one_line_is_cut_at_its_headings() {
        let text = "政府工作报告——2024年1月5日在临溪县第三届人民代表大会第一次会议上各位代表：现在，我代表县政府报告工作。一、2023年工作回顾过去一年，建成水库2座。——农业稳产。二、2024年工作安排要新建学校。";
        let chars: Vec<char> = text.chars().collect();
        let cuts = cuts(&chars, Span::new(0, chars.len()), &Rules::builtin());
        let ends: Vec<usize> = cuts.iter().copied().chain([chars.len()]).collect();
        let starts = [0].into_iter().chain(cuts);
        let lines: Vec<String> = starts.zip(ends).map(|(start, end)| chars[start..end].iter().collect()).collect();
        assert_eq!(
            lines,
            [
                "政府工作报告",
                "——2024年1月5日在临溪县第三届人民代表大会第一次会议上",
                "各位代表：",
                "现在，我代表县政府报告工作。",
                "一、2023年工作回顾",
                "过去一年，建成水库2座。",
                "——农业稳产。",
                "二、2024年工作安排",
                "要新建学校。",
            ]
        );
    }
}

//! A whole report on one line, its line ends lost: cut again at salutations, datelines, headings and dashes, as far as
//! words tell where these begin and end.

use super::item::{ItemMark, item_mark};
use crate::rules::Rules;
use crate::text::{Span, fold};

/// Characters of the longest heading that is cut off.
const LONGEST_HEADING: usize = 40;
/// Characters within which a date without a dash may be a dateline.
const FRONT: usize = 300;
const SALUTATIONS: [&str; 6] = ["各位代表", "各位委员", "各位常委", "各位同志", "同志们", "朋友们"];

/// Where the line is to be cut.
pub fn cuts(chars: &[char], span: Span, rules: &Rules) -> Vec<usize> {
    // where wide blanks part paragraphs, they part headings too
    let bare = !chars[span.range()].windows(3).any(|three| three == ['。', '\u{3000}', '\u{3000}']);
    let mut cuts = Vec::new();
    let mut at = span.start;
    while at < span.end {
        let (stands, end) = opening(chars, at, span, bare, rules);
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

/// Whether something opens at `at`, and where it ends where that is known. `bare` says that nothing parts paragraphs.
fn opening(chars: &[char], at: usize, span: Span, bare: bool, rules: &Rules) -> (bool, Option<usize>) {
    let blank = at > span.start && is_blank(chars[at - 1]);
    let after_sentence = at == span.start || blank || matches!(chars[at - 1], '。' | '！' | '？' | '：' | '；');
    match chars[at] {
        '各' | '同' | '朋' => match salutation(chars, at, span) {
            Some(end) => (true, Some(end)),
            None => (false, None),
        },
        '—' if chars.get(at + 1) == Some(&'—') => match dateline(chars, at, span) {
            Some(end) => (true, Some(end)),
            None => (after_sentence, None),
        },
        '（' | '(' if at < span.start + FRONT && day(chars, at, span).is_some() => (true, day(chars, at, span)),
        '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '（' | '(' if after_sentence => {
            match heading(chars, at, span, bare, rules) {
                Some(end) => (true, Some(end)),
                None => (false, None),
            }
        }
        '0'..='9' if at < span.start + FRONT && (at == span.start || !chars[at - 1].is_ascii_digit()) => {
            let year = chars[at..].iter().take(4).all(char::is_ascii_digit) && chars.get(at + 4) == Some(&'年');
            let end = dateline(chars, at, span).filter(|_| year);
            (end.is_some() || blank && parts_sentences(&chars[span.start..at]), end)
        }
        // a blank after a sentence parts paragraphs
        c if blank && !is_blank(c) && parts_sentences(&chars[span.start..at]) => (true, lone_heading(chars, at, span)),
        _ => (false, None),
    }
}

/// Where a heading without a number ends that stands between blanks: at the last blank before running text, so that a
/// couplet stays whole.
fn lone_heading(chars: &[char], at: usize, span: Span) -> Option<usize> {
    let (mut end, mut from) = (None, at);
    while let Some(length) = chars[from..span.end.min(from + LONGEST_HEADING)].iter().position(|&c| is_blank(c)) {
        let piece = &chars[from..from + length];
        let told = piece.iter().any(|c| matches!(c, '。' | '！' | '；' | '：' | '，' | '、' | ',' | ':' | ';'));
        if told || piece.iter().filter(|c| !c.is_ascii()).count() < 4 || from - at > LONGEST_HEADING {
            break;
        }
        from += length;
        end = Some(from);
        from += chars[from..span.end].iter().take_while(|c| is_blank(**c)).count();
    }
    end
}

fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\u{3000}' | '\u{a0}')
}

/// Whether a sentence ends before the blanks that the text ends with.
fn parts_sentences(chars: &[char]) -> bool {
    let last = chars.iter().rev().find(|c| !is_blank(**c));
    last.is_some_and(|c| matches!(c, '。' | '！' | '？' | '：' | '；'))
}

/// 各位代表： and what stands like it, also several (各位委员，同志们：).
fn salutation(chars: &[char], at: usize, span: Span) -> Option<usize> {
    let head: String = chars[at..span.end.min(at + 30)].iter().collect();
    let mut rest = head.as_str();
    while let Some(words) = SALUTATIONS.iter().find(|words| rest.starts_with(**words)) {
        rest = &rest[words.len()..];
        let sign = rest.chars().next()?;
        rest = &rest[sign.len_utf8()..];
        match sign {
            '：' | ':' | '！' => return Some(at + head[..head.len() - rest.len()].chars().count()),
            '，' | ',' | '、' => rest = rest.trim_start(),
            _ => return None,
        }
    }
    None
}

/// ——2014年3月5日在…会议上, ——在…会议上
fn dateline(chars: &[char], at: usize, span: Span) -> Option<usize> {
    let head: String = chars[at..span.end.min(at + 60)].iter().collect();
    let end = head.find("会议上").map(|end| end + "会议上".len()).filter(|end| !head[..*end].contains(['，', '。']))?;
    (head[..end].contains('月') || head.starts_with("——在")).then(|| at + head[..end].chars().count())
}

/// （2024年1月16日）
fn day(chars: &[char], at: usize, span: Span) -> Option<usize> {
    let length = chars[at..span.end.min(at + 20)].iter().position(|c| matches!(c, '）' | ')'))?;
    let said = |sign| chars[at..at + length].contains(&sign);
    (said('年') && said('月') && chars[at + length - 1] == '日').then_some(at + length + 1)
}

/// 一、2013年工作回顾: a numbered heading that ends at a blank, with a heading's word, or where running text begins; in a
/// bare line also where its halves are even.
fn heading(chars: &[char], at: usize, span: Span, bare: bool, rules: &Rules) -> Option<usize> {
    let end = span.end.min(at + LONGEST_HEADING);
    let head: String = (at..end).map(|i| fold(chars[i], Some(' '), Some(' '))).collect();
    let (mark, length) = item_mark(&head)?;
    if !matches!(mark, ItemMark::Han | ItemMark::HanParen) {
        return None;
    }
    let words = &head[length..];
    let words = &words[..words.find(['。', '；', '：', '！']).unwrap_or(words.len())];
    let ends_at = |bytes: usize| Some(at + head[..length + bytes].chars().count());
    let start = words.len() - words.trim_start().len();
    if let Some(blank) = words[start..].find(' ').filter(|&blank| blank >= 9) {
        return ends_at(start + blank);
    }
    let first = &words[..words.find('，').unwrap_or(words.len())];
    // words of time (过去五年) open a heading as well as the text after it; only the others end one
    let told = rules.headings.hits(first).filter(|hit| {
        let row = &rules.headings.rows()[hit.row];
        row.get("reach") == "any" && !row.term.ends_with(['年', '来'])
    });
    let end = told.fold(None, |end: Option<usize>, hit| match end {
        // 奋斗目标和指导方针 is one name of two
        Some(end) if !joined(&first[end..hit.start]) => Some(end),
        _ => Some(hit.end),
    });
    let end = end.or_else(|| before_text(words, rules));
    end.or_else(|| if !bare || runs_in(&head[length..]) { None } else { balanced(words) }).and_then(ends_at)
}

/// Whether two names of parts are joined by what stands between them.
fn joined(between: &str) -> bool {
    between.starts_with(['和', '与', '及', '、']) && between.chars().count() <= 8 || between.is_empty()
}

/// Whether a sentence ends soon: then the head is a part of its paragraph.
fn runs_in(words: &str) -> bool {
    words.contains(['。', '；', '：', '！'])
}

/// Words that open a sentence as often as they stand elsewhere.
const OPENERS: [&str; 30] = [
    "坚持",
    "深入",
    "扎实",
    "全面",
    "大力",
    "积极",
    "始终",
    "认真",
    "围绕",
    "按照",
    "全市",
    "全县",
    "全区",
    "全省",
    "全国",
    "我们",
    "切实",
    "继续",
    "进一步",
    "着力",
    "充分",
    "严格",
    "完善",
    "推进",
    "加快",
    "加强",
    "落实",
    "实施",
    "支持",
    "审结",
];

/// The end of a heading of two halves (加快产业发展，做强县域经济) behind which nothing parts it from the text: its halves
/// are about equally long, and words that open a sentence may follow.
fn balanced(words: &str) -> Option<usize> {
    let comma = words.find('，')?;
    let first = words[..comma].chars().count();
    let rest = &words[comma + '，'.len_utf8()..];
    let (least, most) = (first.saturating_sub(3).max(4), first + 8);
    if !(4..=18).contains(&first) || rest.chars().count() < most {
        return None;
    }
    let ends: Vec<usize> = rest.char_indices().map(|(at, _)| at).take(most + 1).collect();
    let whole = |&&at: &&usize| !rest[..at].contains('，');
    let opened =
        ends[least..].iter().filter(whole).find(|&&at| OPENERS.iter().any(|word| rest[at..].starts_with(word)));
    let even = ends.get(first).filter(|at| whole(at));
    opened.or(even).map(|at| comma + '，'.len_utf8() + at)
}

/// Where running text begins behind a heading: at words that open a sentence about a time.
fn before_text(words: &str, rules: &Rules) -> Option<usize> {
    let year = words.match_indices('年').filter_map(|(at, _)| {
        let start = at.checked_sub(4)?;
        words.get(start..at).filter(|year| year.bytes().all(|b| b.is_ascii_digit())).map(|_| start)
    });
    let opened = rules.openings.hits(words).filter(|hit| rules.openings.rows()[hit.row].class != "closing");
    let first = year.chain(opened.map(|hit| hit.start)).min()?;
    let head = &words[..first];
    let whole = !head.ends_with(['的', '在', '对', '和', '与', '及', '、', '，', '把', '以', '从', '到']);
    (whole && head.chars().count() >= 6).then_some(first)
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

//! What the page of a book or paper brings: its number, its running head, its name and day, its table of contents.

use std::borrow::Cow;

use rustc_hash::FxHashMap;

use super::item::ItemMark;
use super::line::Line;

/// A line that comes back this often, digits aside, is a running head.
const RUNNING_HEAD: usize = 4;

/// `1`, `- 12 -`, `第12页`, `12/30`: numbers alone on their line. A bare number counts as a page number where the
/// next bare number is the next page, or the one before was the page before.
pub fn page_numbers(lines: &[Line]) -> Vec<bool> {
    let numbers: Vec<(usize, u32, bool)> = lines
        .iter()
        .enumerate()
        .filter_map(|(at, line)| page_number(line).map(|(number, framed)| (at, number, framed)))
        .collect();
    let mut found = vec![false; lines.len()];
    for (i, &(at, number, framed)) in numbers.iter().enumerate() {
        let next = numbers.get(i + 1).is_some_and(|n| n.1 == number + 1 || n.1 == number + 2);
        let before = i > 0 && (numbers[i - 1].1 + 1 == number || numbers[i - 1].1 + 2 == number);
        found[at] = framed || next || before || numbers.len() == 1;
    }
    found
}

fn page_number(line: &Line) -> Option<(u32, bool)> {
    if line.len > 14 {
        return None;
    }
    let text =
        line.text.trim_matches(|c: char| matches!(c, '-' | '—' | '－' | '–' | '―' | '·' | '•' | '|' | ' ' | '─' | '~'));
    let framed = text.len() < line.text.len();
    // 第12页 共30页, 第12页/共30页, 12/30
    let (text, total) = text.split_once('共').map_or((text, ""), |(page, total)| (page, total.trim()));
    if !total.strip_suffix('页').unwrap_or(total).trim().bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let text = text.trim_end_matches(['/', '，', ' ']);
    let (text, framed) = match text.strip_prefix('第').and_then(|rest| rest.trim().strip_suffix('页')) {
        Some(inside) => (inside.trim(), true),
        None => (text, framed),
    };
    let (text, framed) = match text.split_once('/') {
        Some((page, of)) if of.trim().bytes().all(|b| b.is_ascii_digit()) => (page.trim(), true),
        _ => (text, framed),
    };
    let number = !text.is_empty() && text.len() <= 4 && text.bytes().all(|b| b.is_ascii_digit());
    number.then(|| text.parse().ok().map(|number| (number, framed))).flatten()
}

/// Lines that come back often, by their words without digits.
pub type Heads<'a> = FxHashMap<Cow<'a, str>, Head>;

/// A line that comes back.
pub struct Head {
    weight: usize,
    /// Where it stands first.
    pub first: usize,
}

pub fn is_ideograph(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c)
}

/// A running head with its page: 政府工作报告 第3页.
pub fn is_paged_head(line: &Line) -> bool {
    let text = &line.text;
    if line.len > 40 {
        return false;
    }
    let page = |part: &str| {
        let inside = part.trim().strip_prefix('第').and_then(|rest| rest.strip_suffix('页'));
        inside.is_some_and(|inside| !inside.is_empty() && inside.trim().bytes().all(|b| b.is_ascii_digit()))
    };
    let Some(sign) = text.find('页') else { return false };
    let ends = || text.rfind('第').is_some_and(|at| page(&text[at..]));
    let starts = page(&text[..sign + '页'.len_utf8()]);
    (starts || ends()) && !text.contains(['。', '，'])
}

/// Lines that come back often, digits aside: how often each, twice over beside a page number. Salutations, headings and
/// sentences may well come back.
pub fn running_heads<'a>(lines: &'a [Line<'_>], numbers: &[bool]) -> Heads<'a> {
    let mut heads = Heads::default();
    for (at, line) in lines.iter().enumerate().filter(|(_, line)| (4..=60).contains(&line.len) && !line.ended) {
        let framed = line.text.ends_with(['—', '-', '－']);
        let item = line.mark.is_some_and(|(mark, _)| !matches!(mark, ItemMark::Dash) || !framed);
        if item || line.text.ends_with(['，', '、']) {
            continue;
        }
        let numbered = |text: &str| {
            let words = text.trim_matches(|c: char| c.is_ascii_digit());
            words.len() < text.len()
                && text.len() - words.len() <= 3
                && (words.starts_with(' ') || words.ends_with(' '))
        };
        let paged =
            numbered(&line.text) || at > 0 && numbers[at - 1] || numbers.get(at + 1).is_some_and(|&number| number);
        let head = heads.entry(without_digits(&line.text)).or_insert(Head { weight: 0, first: at });
        head.weight += if paged { 2 } else { 1 };
    }
    heads.retain(|_, head| head.weight >= RUNNING_HEAD);
    heads
}

/// The words without digits and blanks: what running heads are told by.
pub fn without_digits(text: &str) -> Cow<'_, str> {
    let drops = |byte: u8| byte.is_ascii_digit() || byte == b' ';
    if !text.bytes().any(drops) {
        return Cow::Borrowed(text);
    }
    let mut words = String::with_capacity(text.len());
    words.extend(text.split(|c: char| c.is_ascii() && drops(c as u8)));
    Cow::Owned(words)
}

/// A line of a table of contents: words, leaders, a page number; or its title.
pub fn is_contents(text: &str) -> bool {
    let words = text.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, ' ' | '（' | '）' | '-' | '—'));
    let page = words.len() < text.len();
    let led = || ["……", "....", "····", "・・・・", "．．．．", "----"].iter().any(|leader| words.ends_with(leader));
    page && led() && words.chars().any(char::is_alphabetic) || matches!(text, "目录" | "目 录" | "目  录")
}

/// The head of a newspaper page: the paper's name or a column with a date, a weekday or a page code.
pub fn is_page_head(line: &Line) -> bool {
    let text = &line.text;
    if line.len > 80 || line.ended {
        return false;
    }
    let paper = text.contains('报')
        && ["日报", "晚报", "时报", "周报", "晨报", "早报", "商报", "都市报", "导报", "青年报", "法治报", "法制报"]
            .iter()
            .any(|name| text.contains(name));
    // 03 两会特刊
    let mut words = text.split(' ').filter(|word| !word.is_empty());
    let column = |name: &str| ["特刊", "专刊", "专版", "要闻", "副刊"].iter().any(|end| name.ends_with(end));
    let page = |number: &str| number.len() <= 3 && number.bytes().all(|b| b.is_ascii_digit());
    if words.next().is_some_and(page) && words.next().is_some_and(column) && words.next().is_none() {
        return true;
    }
    let weekday = text.contains("星期") || text.contains("农历");
    let dated = || text.contains('年') && text.contains('月') && text.contains('日') && !text.contains('，');
    let code = || {
        text.split(' ').any(|word| {
            let mut chars = word.chars();
            chars.next().is_some_and(|c| c.is_ascii_uppercase()) && {
                let rest = chars.as_str().trim_end_matches('版');
                (1..=3).contains(&rest.len()) && rest.bytes().all(|b| b.is_ascii_digit())
            }
        })
    };
    // 《青石报》2025年1月9日 第2版
    let named = || text.starts_with('《') && text.contains("报》") && text.ends_with('版') && dated();
    paper && (weekday || code()) || weekday && (code() || dated()) || named()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_and_blanks_are_left_out() {
        for (text, words) in [("政府工作报告 12", "政府工作报告"), ("第3页", "第页"), ("甲１", "甲１"), ("2 0", "")]
        {
            assert_eq!(without_digits(text), words);
        }
    }
}

//! Noise by the line: page numbers, running heads, button strips, navigation, links; and bylines. A line is noise only
//! where it is mostly made of such cues: a sentence of the report that mentions one stays.

use rustc_hash::{FxBuildHasher, FxHashMap, FxHashSet};

use super::item::{ItemMark, item_mark};
use super::line::Line;
use crate::rules::Rules;

/// What a line is before it is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    Text,
    /// With the rule that decided.
    Noise(&'static str),
    Byline(&'static str),
}

/// A line longer than this, in characters, is no strip or byline.
const LONGEST_STRIP: usize = 120;
/// A line of this many characters is running text.
const PARAGRAPH: usize = 60;
/// A line that comes back this often, digits aside, is a running head.
const RUNNING_HEAD: usize = 4;

/// Sorts every line.
pub fn sorts(lines: &[Line], rules: &Rules) -> Vec<Sort> {
    // where whole paragraphs come back, so do titles and headings: nothing can be told from that
    let numbers = page_numbers(lines);
    let heads = if repeats_paragraphs(lines) { Heads::default() } else { running_heads(lines, &numbers) };
    let mut sorts: Vec<Sort> = Vec::with_capacity(lines.len());
    for (at, line) in lines.iter().enumerate() {
        let closer = line.len <= 2 && !line.text.contains(char::is_alphanumeric);
        let before = sorts.last().copied().filter(|before| closer && *before != Sort::Text);
        sorts.push(before.unwrap_or_else(|| sort(at, line, &numbers, &heads, rules)));
    }
    sorts
}

/// Whether a good part of the long lines stand in the text more than once.
fn repeats_paragraphs(lines: &[Line]) -> bool {
    let long: Vec<&Line> = lines.iter().filter(|line| line.len >= PARAGRAPH).collect();
    let mut seen = FxHashSet::with_capacity_and_hasher(long.len(), FxBuildHasher);
    let again = long.iter().filter(|line| !seen.insert(line.text.as_str())).count();
    again >= 3 && again * 10 >= long.len()
}

fn sort(at: usize, line: &Line, numbers: &[bool], heads: &Heads, rules: &Rules) -> Sort {
    if numbers[at] {
        return Sort::Noise("page-number");
    }
    // a rule across the page
    if line.len >= 3 && line.text.bytes().all(|byte| matches!(byte, b'-' | b'_' | b'=' | b'*')) {
        return Sort::Noise("strip");
    }
    if is_contents(&line.text) {
        return Sort::Noise("contents");
    }
    if line.link || is_address(&line.text) {
        return Sort::Noise("link");
    }
    if line.len > LONGEST_STRIP {
        return Sort::Text;
    }
    if is_paged_head(&line.text) {
        return Sort::Noise("page-head");
    }
    // the title that is set again at the top of each page is the title where it stands first
    let title = |head: &Head| line.text.ends_with("报告") && head.first == at && line.text.starts_with(is_ideograph);
    let head = if heads.is_empty() { None } else { heads.get(&without_digits(&line.text)) };
    if head.is_some_and(|head| !title(head)) && !super::is_bare(&line.text, rules) {
        return Sort::Noise("running-head");
    }
    cued(line, rules)
}

/// By the cues of the noise lexicon.
fn cued(line: &Line, rules: &Rules) -> Sort {
    let (mut strip, mut strips, mut byline) = (0, 0, None);
    for hit in rules.noise.hits(&line.text) {
        let row = &rules.noise.rows()[hit.row];
        match row.class.as_str() {
            "strip" => {
                strip += row.term.chars().count();
                strips += 1;
            }
            "cue" if line.text.trim_matches(['【', '】', '（', '）', ' ']) == row.term => {
                return Sort::Noise("cue");
            }
            "turn" if line.len <= 20 && line.text.contains('版') => return Sort::Noise("turn"),
            "byline" if byline.is_none() => byline = Some(hit.start),
            _ => {}
        }
    }
    if is_page_head(line) {
        return Sort::Noise("page-head");
    }
    if is_script(&line.text) || is_part(&line.text) {
        return Sort::Noise("script");
    }
    if is_file(&line.text) {
        return Sort::Noise("strip");
    }
    if let Some(start) = byline.filter(|_| !super::ends_sentence(&line.text) || line.len <= 40) {
        let opens = line.text[..start].chars().all(|c| !c.is_alphanumeric() || c.is_ascii_digit());
        if opens || start > 0 && line.text[..start].ends_with([' ', '（', '【']) {
            return Sort::Byline("source-line");
        }
    }
    if is_credit(&line.text) {
        return Sort::Byline("credit");
    }
    if is_caption(&line.text) {
        return Sort::Byline("caption");
    }
    let mostly = strip * 5 >= line.len * 2 || (strips >= 2 && strip * 4 >= line.len);
    let site = line.len <= 20 && line.text.ends_with("网站") && item_mark(&line.text).is_none();
    if strips > 0 && mostly && !line.text.ends_with('。') || is_bar(&line.text) || site {
        return Sort::Noise("strip");
    }
    Sort::Text
}

/// `1`, `- 12 -`, `第12页`, `12/30`: numbers alone on their line. A bare number counts as a page number where the
/// next bare number is the next page, or the one before was the page before.
fn page_numbers(lines: &[Line]) -> Vec<bool> {
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
type Heads = FxHashMap<String, Head>;

/// A line that comes back.
struct Head {
    weight: usize,
    /// Where it stands first.
    first: usize,
}

fn is_ideograph(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c)
}

/// A running head with its page: 政府工作报告 第3页.
fn is_paged_head(text: &str) -> bool {
    let page = |part: &str| {
        let inside = part.trim().strip_prefix('第').and_then(|rest| rest.strip_suffix('页'));
        inside.is_some_and(|inside| !inside.is_empty() && inside.trim().bytes().all(|b| b.is_ascii_digit()))
    };
    let Some(sign) = text.find('页') else { return false };
    let ends = || text.rfind('第').is_some_and(|at| page(&text[at..]));
    let starts = page(&text[..sign + '页'.len_utf8()]);
    (starts || ends()) && text.chars().count() <= 40 && !text.contains(['。', '，'])
}

/// Lines that come back often, digits aside: how often each, twice over beside a page number. Salutations, headings and
/// sentences may well come back.
fn running_heads(lines: &[Line], numbers: &[bool]) -> Heads {
    let mut heads = Heads::default();
    for (at, line) in lines.iter().enumerate().filter(|(_, line)| (4..=60).contains(&line.len)) {
        let numbered = |text: &str| {
            let words = text.trim_matches(|c: char| c.is_ascii_digit());
            words.len() < text.len()
                && text.len() - words.len() <= 3
                && (words.starts_with(' ') || words.ends_with(' '))
        };
        let paged =
            numbered(&line.text) || at > 0 && numbers[at - 1] || numbers.get(at + 1).is_some_and(|&number| number);
        let framed = line.text.ends_with(['—', '-', '－']);
        let item = item_mark(&line.text).is_some_and(|(mark, _)| !matches!(mark, ItemMark::Dash) || !framed);
        if !item && !super::ends_sentence(&line.text) && !line.text.ends_with(['，', '、']) {
            let head = heads.entry(without_digits(&line.text)).or_insert(Head { weight: 0, first: at });
            head.weight += if paged { 2 } else { 1 };
        }
    }
    heads.retain(|_, head| head.weight >= RUNNING_HEAD);
    heads
}

fn without_digits(text: &str) -> String {
    text.chars().filter(|c| !c.is_ascii_digit() && *c != ' ').collect()
}

/// A line of a table of contents: words, leaders, a page number; or its title.
fn is_contents(text: &str) -> bool {
    let words = text.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, ' ' | '（' | '）' | '-' | '—'));
    let page = words.len() < text.len();
    let led = || ["……", "....", "····", "・・・・", "．．．．", "----"].iter().any(|leader| words.ends_with(leader));
    page && led() && words.chars().any(char::is_alphabetic) || matches!(text, "目录" | "目 录" | "目  录")
}

/// A line that is nothing but an address, with or without a label before it.
fn is_address(text: &str) -> bool {
    let part = |c: char| c.is_ascii_graphic() || matches!(c, '：' | '？' | '，');
    if !text.ends_with(part) {
        return false;
    }
    let Some(at) = text.find("http").or_else(|| text.find("www.")) else { return false };
    let label = text[..at].chars().filter(|c| c.is_alphanumeric()).count();
    label <= 6 && text[at..].chars().all(part)
}

/// The head of a newspaper page: the paper's name or a column with a date, a weekday or a page code.
fn is_page_head(line: &Line) -> bool {
    let text = &line.text;
    if line.len > 80 || super::ends_sentence(text) {
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
    paper && (weekday || code()) || weekday && (code() || dated())
}

/// What someone says into the microphone of a programme, or what is shown meanwhile: 【同期声】代表 甲乙：“…”, （现场画面：…）.
fn is_script(text: &str) -> bool {
    ["【同期", "同期声：", "（现场画面", "（画面", "（镜头"].iter().any(|cue| text.starts_with(cue))
}

/// PART 1, PART.02: the number of a part whose name stands on the next line.
fn is_part(text: &str) -> bool {
    let number =
        text.get(..4).filter(|word| word.eq_ignore_ascii_case("part")).map(|_| text[4..].trim_matches(['.', ' ']));
    number.is_some_and(|number| (1..=2).contains(&number.len()) && number.bytes().all(|b| b.is_ascii_digit()))
}

/// The name of a file that hangs on a page: 附件：某县工作报告.pdf.
fn is_file(text: &str) -> bool {
    [".pdf", ".doc", ".docx", ".xls", ".xlsx", ".wps", ".zip"].iter().any(|end| text.ends_with(end))
}

/// A photograph's caption or its credit: it says what it shows, or ends with 摄.
fn is_caption(text: &str) -> bool {
    if ["图为", "上图", "下图", "左图", "右图", "图①", "图1："].iter().any(|word| text.starts_with(word))
    {
        return true;
    }
    let text = text.trim_end_matches(['）', ' ', '。']);
    text.ends_with(" 摄") || (text.ends_with('摄') && (text.contains("记者") || text.contains("通讯员")))
}

/// A line that only names who wrote it (本报记者 甲乙 通讯员 丙丁).
fn is_credit(text: &str) -> bool {
    if !text.contains(' ') || text.len() > 30 * 4 {
        return false;
    }
    let opens = text.find("记者").or_else(|| text.find("通讯员")).is_some_and(|at| at <= 24);
    let names = || !text.replace("通讯员", "").contains(['。', '，', '：', '、', '讯', '电']);
    opens && text.chars().count() <= 30 && names()
}

/// A bar of links: three or more short words between `|` or `>`.
fn is_bar(text: &str) -> bool {
    let parts = || text.split(['|', '>', '»', '｜']);
    let count = parts().count();
    let path = || {
        parts().take(1).any(|home| ["首页", "网", "网站", "门户", "主页"].iter().any(|end| home.trim().ends_with(end)))
    };
    count >= 2 && (count >= 4 || path()) && parts().all(|part| part.chars().count() <= 14)
}

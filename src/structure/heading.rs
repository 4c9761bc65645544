//! Headings: which blocks are headings, and how deep each stands. A heading stands alone on its line and is no sentence;
//! run-in heads (（一）整治…。后文) are part of their paragraph.

use super::front::asks_of_all;
use super::level::{FIGURES, INNERMOST, ORNAMENTED, REPORT, Rank, SINGLE, alone, rank};
use super::year::{bracketed_year, is_yearly, leading_year};
use crate::clean::{Block, ItemMark, Sort, is_bare, is_pictograph, is_salutation, item_mark};
use crate::rules::{Hit, Row, Rules};
use crate::text::is_ideograph;

/// A heading found.
#[derive(Clone, Debug)]
pub struct Heading {
    /// Index of its block.
    pub block: usize,
    /// 1 is the outermost.
    pub level: u8,
    /// Whether it has a number.
    pub numbered: bool,
    /// Whether it opens one of several reports.
    pub heads_report: bool,
}

/// Characters of the longest heading.
const LONGEST: usize = 60;
/// Characters of the longest heading without a number.
const LONGEST_NUMBERLESS: usize = 50;
/// Characters of the longest question that heads running text, and of the longest with a number.
const LONGEST_QUESTION: usize = 20;
const LONGEST_ASKED: usize = 12;

/// Whether a block can only be a section heading of a report, wherever it stands.
pub fn opens_report(block: &Block, rules: &Rules) -> bool {
    let outer = |mark| {
        is_outer(mark)
            || matches!(mark, ItemMark::Hash(_)) && item_mark(block.words()).is_some_and(|(mark, _)| is_outer(mark))
    };
    let numbered = is_numbered(block) && block.mark.is_some_and(|(mark, _)| outer(mark));
    let titled = || ["报告", "讲话", "公报"].iter().any(|word| block.text.contains(word));
    numbered || is_telling(block, rules) && !titled()
}

fn is_outer(mark: ItemMark) -> bool {
    matches!(mark, ItemMark::Part | ItemMark::Han | ItemMark::HanParen)
}

/// A short line without a number whose words name a part of a report (过去五年工作回顾, 今年工作建议), or that stands in
/// brackets under a year (【2025，怎么干】).
pub fn is_telling(block: &Block, rules: &Rules) -> bool {
    if asks_of_all(&block.text) {
        return false;
    }
    let signed = || block.len <= 30 && bracketed_year(&block.text).is_some();
    let part = || block.len <= 30 && is_part(&block.text) || is_piece(&block.text);
    let unnumbered = || is_ornament(block) || block.mark.is_none_or(|(mark, _)| mark == ItemMark::Arabic);
    if !block.ended && (signed() || unnumbered() && is_yearly(behind_label(block.words())) || part()) {
        return true;
    }
    let marked = block.mark.is_some_and(|(mark, _)| !matches!(mark, ItemMark::Hash(_)) && !is_ornament(block));
    if marked || block.ended || block.len > 30 {
        return false;
    }
    let words = block.words().trim_matches(['【', '】', '「', '」', '·', ' ']);
    // 展望2024：五个关键词划出重点; 过去五年：同舟共济，硕果累累
    let (words, praise) =
        words.split_once('：').filter(|(head, rest)| !head.is_empty() && !rest.is_empty()).unwrap_or((words, ""));
    let unlabelled = behind_label(words);
    if let Some((time, done)) = unlabelled.split_once('，') {
        // 速览 | 这一年，我们这样干
        let labelled = unlabelled.len() < words.len() || is_ornament(block);
        return labelled && (is_half(time, rules) || is_time(time)) && !has_count(done) && !done.contains('，');
    }
    // 2024年：爬坡过坎，交出厚重答卷
    if !praise.is_empty() && is_time(words) && !has_count(praise) {
        return true;
    }
    let closed_up = closed_up(words);
    let words = closed_up.as_deref().unwrap_or(words);
    // 【展望】
    let whole = closed_up.is_some() || block.text.starts_with('【') && block.text.ends_with('】');
    rules.headings.hits(words).any(|hit| {
        let row = &rules.headings.rows()[hit.row];
        let last = hit.end == words.len();
        match row.get("reach") {
            _ if row.class == "label" => hit.start == 0,
            "alone" => last && hit.start == 0,
            "any" => last || hit.start == 0 || block.len <= 14,
            // 主要工作 may head a list; 2022年主要工作 heads a part, and so does 展望2024
            _ if hit.start == 0 => is_time(&words[hit.end..]) || last && whole,
            _ => last && is_time(&words[..hit.start]),
        }
    })
}

/// 速览 | 这一年，我们这样干: the words behind a label.
fn behind_label(words: &str) -> &str {
    let length = |words: &str| words.trim().chars().count();
    let parted = words.split_once(['|', '｜', '丨']);
    parted
        .filter(|(label, rest)| (2..=6).contains(&length(label)) && length(rest) >= 3)
        .map_or(words, |(_, rest)| rest.trim_start())
}

/// PART 01 红色引擎: a part of an account that a post on the net gives.
fn is_part(text: &str) -> bool {
    let number = text.strip_prefix("PART").map(|rest| rest.trim_start_matches(['.', ' ']));
    number.is_some_and(|number| {
        let words = number.trim_start_matches(|c: char| c.is_ascii_digit());
        words.len() < number.len() && words.trim().chars().count() >= 2
    })
}

/// 产业篇, 民生篇: a piece of a digest.
fn is_piece(text: &str) -> bool {
    text.strip_suffix('篇')
        .is_some_and(|words| (2..=4).contains(&words.chars().count()) && words.chars().all(is_ideograph))
}

/// A word of two characters that is set wide: 回　眸.
pub fn closed_up(words: &str) -> Option<String> {
    const WIDEST: usize = 16;
    if words.len() > WIDEST {
        return None;
    }
    let mut parts = words.split_whitespace();
    let (first, last) = (parts.next()?, parts.next()?);
    let single = |part: &str| part.chars().count() == 1;
    (single(first) && single(last) && parts.next().is_none()).then(|| format!("{first}{last}"))
}

/// Signs that adorn a line in print. A hyphen is none.
const ORNAMENTS: &str = "■◆▲★●□○◎◇▶►▍";
/// Pictures that mark the items of a list, and head nothing.
const TICKS: &str = "✅✔☑✓";

/// Whether a sign adorns a line.
pub fn adorns(c: char) -> bool {
    ORNAMENTS.contains(c) || is_pictograph(c) && !TICKS.contains(c)
}

pub fn is_ornament(block: &Block) -> bool {
    ornament(block).is_some()
}

/// ——凝聚共识: a dash adorns a line that stands alone.
fn is_dashed(block: &Block) -> bool {
    matches!(block.mark, Some((ItemMark::Dash, _))) && block.text.starts_with("——") && block.len <= LONGEST_QUESTION
}

/// The sign that adorns a line.
fn ornament(block: &Block) -> Option<char> {
    let sign = block.text.chars().next().filter(|&c| adorns(c))?;
    matches!(block.mark, Some((ItemMark::Bullet, _))).then_some(sign)
}

/// Words that are nothing but a time: 2022年, 2022, 过去一年的, 今年.
fn is_time(words: &str) -> bool {
    let words = words.trim_matches(['·', '・', ' ']).trim_end_matches(['的', '度', '来']);
    let digit = |c: char| c.is_ascii_digit() || "〇○零一二三四五六七八九".contains(c);
    let digits = |number: &str| number.chars().count() == 4 && number.chars().all(digit);
    let year = digits(words.strip_suffix('年').unwrap_or(words));
    let spans = ["一年", "五年", "过去一年", "过去五年", "新的一年", "今后五年", "未来五年"];
    year || ["今年", "去年", "明年"].contains(&words) || spans.contains(&words)
}

/// A numbered line that is no sentence.
pub fn is_numbered(block: &Block) -> bool {
    let Some((mark, _)) = block.mark else { return false };
    let words = block.words();
    // 03 接着怎么干？
    let asks = block.len <= LONGEST_ASKED && words.ends_with('？') && matches!(mark, ItemMark::Arabic | ItemMark::Han);
    let said = if asks { words.trim_end_matches('？') } else { words };
    let short = block.len <= LONGEST && !said.contains(['。', '；', '！', '？']);
    let colon = block.text.ends_with('：');
    let whole = if colon { is_outer(mark) && block.len <= 20 } else { !block.text.ends_with(['，', '、']) };
    let named = words.chars().any(char::is_alphanumeric) || mark == ItemMark::Han;
    mark <= ItemMark::Circled && short && whole && named && (colon || asks || !block.ended)
}

/// Finds the headings from block `body` on, with their levels; `openers` are those that open one of several reports.
pub fn headings(blocks: &[Block], body: usize, openers: &[usize], rules: &Rules) -> Vec<Heading> {
    let texts: Vec<usize> = (body..blocks.len()).filter(|&at| blocks[at].sort == Sort::Text).collect();
    let mut found: Vec<usize> = Vec::new();
    for (i, &at) in texts.iter().enumerate() {
        let block = &blocks[at];
        let next = texts.get(i + 1).map(|&next| &blocks[next]);
        let before = i.checked_sub(1).map(|before| &blocks[texts[before]]);
        let after_heading = found.last() == i.checked_sub(1).as_ref();
        if is_numbered(block)
            || is_telling(block, rules)
            || openers.contains(&at)
            || is_numberless(block, before, next)
            || (after_heading || before.is_some_and(|before| before.ended)) && is_bare_head(block, next, rules)
        {
            found.push(i);
        }
    }
    // one figure alone heads nothing
    let bare = |i: &usize| is_bare(&blocks[texts[*i]].text, rules);
    if found.iter().filter(|i| bare(i)).count() == 1 {
        found.retain(|i| !bare(i));
    }
    drop_items(&mut found, &texts, blocks);
    drop_lists(&mut found, &texts, blocks, rules);
    let single = found.iter().any(|&i| is_telling(&blocks[texts[i]], rules) && !closes(&blocks[texts[i]], rules));
    let mut open: Vec<Rank> = Vec::new();
    let mut headings = Vec::new();
    // where some parts have numbers and no signs, numbers tell the level of all
    let numbered = found.iter().any(|&i| blocks[texts[i]].mark.is_some_and(|(mark, _)| is_outer(mark)));
    let alone = alone(&found, &texts, blocks, rules);
    // of signs that adorn, the one that comes first is the outer one
    let mut ornaments: Vec<char> = Vec::new();
    // a sign that adorns a part of the report adorns parts alone, but where parts stand without a sign
    let telling: Vec<&Block> =
        found.iter().map(|&i| &blocks[texts[i]]).filter(|block| is_telling(block, rules)).collect();
    let unsigned = telling.iter().any(|block| block.mark.is_none() && !closes(block, rules));
    let mut parts: Vec<char> = telling.iter().filter(|_| !unsigned).filter_map(|block| ornament(block)).collect();
    // posts set another picture before each part
    let once = |sign: char| {
        is_pictograph(sign) && found.iter().filter(|&&i| ornament(&blocks[texts[i]]) == Some(sign)).count() == 1
    };
    if parts.iter().filter(|&&sign| once(sign)).count() > 1 {
        parts.extend(found.iter().filter_map(|&i| ornament(&blocks[texts[i]])).filter(|&sign| once(sign)));
    }
    let over = over_figures(&found, &texts, blocks);
    let holders = signs_over_figures(&found, &texts, blocks);
    for (k, i) in found.into_iter().enumerate() {
        let block = &blocks[texts[i]];
        let heads_report = openers.contains(&texts[i]);
        let rank = match ornament(block) {
            _ if heads_report => REPORT,
            Some(sign) if parts.contains(&sign) => SINGLE,
            Some(sign) => {
                let known = ornaments.iter().position(|&known| known == sign).unwrap_or_else(|| {
                    ornaments.push(sign);
                    ornaments.len() - 1
                });
                let outermost = if holders.contains(&sign) { FIGURES - ORNAMENTED } else { INNERMOST - ORNAMENTED };
                outermost + (known as Rank).min(ORNAMENTED - 1)
            }
            // 2023：良法善治 / 履职为民: of one kind, where nothing else names a part
            None if telling.len() == 1 && leading_year(&block.text).is_some() && block.text.contains('：') => {
                INNERMOST
            }
            None if over.is_some_and(|over| k >= over) && block.mark.is_none() => SINGLE,
            None => rank(block, numbered, single && alone[k], rules),
        };
        while open.last().is_some_and(|&top| top >= rank) {
            open.pop();
        }
        open.push(rank);
        headings.push(Heading {
            block: texts[i],
            level: open.len() as u8,
            numbered: block.mark.is_some(),
            heads_report,
        });
    }
    headings
}

/// Where the first of the heads without numbers stands right above those with figures (这一年 / 01 守平安 / … / 下一站): it and
/// the few of its kind behind it head parts.
fn over_figures(found: &[usize], texts: &[usize], blocks: &[Block]) -> Option<usize> {
    const MOST: usize = 4;
    let mark = |i: usize| blocks[texts[i]].mark.map(|(mark, _)| mark);
    let bare = |k: usize| mark(found[k]).is_none();
    let first = (0..found.len()).find(|&k| bare(k))?;
    let above = first + 1 < found.len()
        && found[first + 1] == found[first] + 1
        && matches!(mark(found[first + 1]), Some(ItemMark::Arabic | ItemMark::Decimal(_)));
    let outer = found.iter().any(|&i| mark(i).is_some_and(is_outer));
    (above && !outer && (0..found.len()).filter(|&k| bare(k)).count() <= MOST).then_some(first)
}

/// The signs that adorn a head right above one with figures (◆重点任务 / 1.扩内需): they hold such heads, and do not stand
/// under them.
fn signs_over_figures(found: &[usize], texts: &[usize], blocks: &[Block]) -> Vec<char> {
    let block = |k: usize| &blocks[texts[found[k]]];
    let figured =
        |k: usize| matches!(block(k).mark, Some((ItemMark::Arabic | ItemMark::Decimal(_) | ItemMark::ArabicParen, _)));
    (1..found.len())
        .filter(|&k| found[k] == found[k - 1] + 1 && figured(k))
        .filter_map(|k| ornament(block(k - 1)))
        .collect()
}

/// A short line without a number that heads running text: no sentence, no count, and a sentence before and after it.
pub fn is_numberless(block: &Block, before: Option<&Block>, next: Option<&Block>) -> bool {
    let text = &block.text;
    let shape = (block.mark.is_none() || is_ornament(block) || is_dashed(block))
        && (4..=LONGEST_NUMBERLESS).contains(&block.len)
        && (!block.ended || text.ends_with('？') && block.len <= LONGEST_QUESTION)
        && !text.trim_end_matches('？').contains(['。', '！', '？', '；'])
        && (!text.contains('：') || is_couplet_behind_theme(text))
        && !text.ends_with(['，', '、', '）'])
        && !text.starts_with('（')
        && !has_count(text)
        && !is_salutation(text);
    // ★ 大桥通车 / ★ 水库蓄水: lines with one sign side by side are a list
    let signed = |other: Option<&Block>| ornament(block).is_some() && other.and_then(ornament) == ornament(block);
    if signed(before) || signed(next) {
        return false;
    }
    let headed = next.is_some_and(|next| next.ended && next.len > block.len || is_numbered(next));
    shape
        && headed
        && before
            .is_none_or(|before| before.ended || is_numbered(before) || before.mark.is_none() || is_ornament(before))
}

/// 乡村振兴：稳粮增收，安居乐业: a theme and two halves of equal length that praise it.
fn is_couplet_behind_theme(text: &str) -> bool {
    let Some((theme, praise)) = text.split_once('：') else { return false };
    let halves = praise.split_once('，').filter(|(first, second)| first.len() == second.len() && first.len() >= 4 * 3);
    (2..=8).contains(&theme.chars().count()) && halves.is_some_and(|(_, second)| !second.contains(['，', '：']))
}

/// A figure or a time over the running text that it is about.
fn is_bare_head(block: &Block, next: Option<&Block>, rules: &Rules) -> bool {
    let headed = next.is_some_and(|next| next.ended && next.len > block.len);
    headed && block.mark.is_none() && is_bare(&block.text, rules)
}

/// Digits that count something: no year and no part of a name.
fn has_count(text: &str) -> bool {
    let chars: Vec<char> = text.chars().collect();
    (0..chars.len()).any(|i| {
        let after = chars.get(i + 1).copied().unwrap_or(' ');
        chars[i].is_ascii_digit()
            && !after.is_ascii_digit()
            && !matches!(after, '年' | '.' | '+' | 'G' | '—' | '-' | '”' | '：')
    })
}

/// ① 狠抓项目。开工项目60个 / ② 深化改革 / 办结事项9件: where sentences stand behind some circled numbers, all of them open items, and
/// so does what goes on below them.
fn drop_items(found: &mut Vec<usize>, texts: &[usize], blocks: &[Block]) {
    let circled = |i: usize| matches!(blocks[texts[i]].mark, Some((ItemMark::Circled, _)));
    if (0..texts.len()).any(|i| circled(i) && found.binary_search(&i).is_err()) {
        let below = |i: usize| blocks[texts[i]].mark.is_none() && i > 0 && circled(i - 1);
        found.retain(|&i| !circled(i) && !below(i));
    }
}

/// Three or more numbered lines of one style with nothing between them are a list.
fn drop_lists(found: &mut Vec<usize>, texts: &[usize], blocks: &[Block], rules: &Rules) {
    let mark = |i: usize| blocks[texts[i]].mark.map(|(mark, _)| mark);
    let told = |i: usize| mark(i).is_none() && is_telling(&blocks[texts[i]], rules);
    let style = |i: usize| (mark(i), ornament(&blocks[texts[i]]), told(i));
    let mut keep = vec![true; found.len()];
    let mut start = 0;
    for end in 1..=found.len() {
        let same = |a: usize, b: usize| found[b] == found[a] + 1 && style(found[a]) == style(found[b]);
        if end < found.len() && same(end - 1, end) {
            continue;
        }
        let least = if mark(found[start]).is_none_or(is_outer) { 3 } else { 2 };
        if end - start >= least {
            keep[start..end].fill(false);
        }
        start = end;
    }
    let mut kept = keep.into_iter();
    found.retain(|_| kept.next().unwrap_or(true));
}

/// 看点一, 关键词：what a newspaper's label announces is a theme, whatever its words.
pub fn is_labelled(heading: &str, rules: &Rules) -> bool {
    hits(heading, rules).next().is_some_and(|(hit, row)| hit.start == 0 && row.class == "label")
}

/// 这一年, 下一年: words that tell a time and no more.
pub fn is_half(heading: &str, rules: &Rules) -> bool {
    half(heading, rules).is_some()
}

/// The row of such words.
pub fn half<'a>(heading: &'a str, rules: &'a Rules) -> Option<&'a Row> {
    let whole = |(hit, row): &(Hit, &Row)| row.get("reach") == "alone" && hit.start == 0 && hit.end == heading.len();
    hits(heading, rules).find(whole).map(|(_, row)| row)
}

pub fn closes(block: &Block, rules: &Rules) -> bool {
    block.len <= 8 && hits(&block.text, rules).any(|(_, row)| row.class == "closing")
}

/// The heading words in a text.
pub fn hits<'a>(text: &'a str, rules: &'a Rules) -> impl Iterator<Item = (Hit, &'a Row)> {
    rules.headings.hits(text).map(|hit| (hit, &rules.headings.rows()[hit.row]))
}

//! What follows a report: licences, glossaries, link lists, another article on the same page, adverts. A report ends with
//! its closing call or its last sentence; what stands after that and reads otherwise is noise.

use std::borrow::Cow;

use super::block::Block;
use super::item::ItemMark;
use super::line::Line;
use super::noise::Sort;
use crate::rules::Rules;

/// Characters of running text before which nothing counts as a tail.
const SHORTEST_REPORT: usize = 200;
/// A paragraph of this many characters ends a list of links.
const PARAGRAPH: usize = 80;

/// Characters of the longest title of a glossary, and of a block those in which it may open something.
const GLOSSARY_TITLE: usize = 40;
/// The last of them at which a cue may begin in a block that is no title.
const LAST_CUE: usize = 12;

/// Labels the tail. `chars` are those of the source.
pub fn label_tail(blocks: &mut [Block], lines: &[Line], chars: &[char], rules: &Rules) {
    label_above(blocks);
    label_openers(blocks, lines, chars, rules);
    label_after_call(blocks, rules);
    label_adverts(blocks, rules);
    label_inner_adverts(blocks, rules);
}

/// What is open while the blocks are walked.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Open {
    Nothing,
    /// To the end of the text.
    Rest(&'static str),
    /// Until running text.
    Links,
    /// Until an annex that is the report's.
    Glossary,
}

/// Licences, glossaries, link lists and other articles, each from the block that opens it.
fn label_openers(blocks: &mut [Block], lines: &[Line], chars: &[char], rules: &Rules) {
    let (mut read, mut open) = (0, Open::Nothing);
    let item = news_item(blocks);
    for at in 0..blocks.len() {
        let block = &blocks[at];
        if matches!(block.sort, Sort::Noise("repeated-body")) {
            continue;
        }
        if read >= SHORTEST_REPORT && !matches!(open, Open::Rest(_)) {
            let next = item.is_some() && block.mark.map(|(mark, _)| mark) == item;
            open = if next {
                Open::Rest("article")
            } else {
                opener(block, &head(block, lines, chars), rules).unwrap_or(open)
            };
        }
        if open == Open::Links && block.ended && block.len >= PARAGRAPH || open == Open::Glossary && is_annex(block) {
            open = Open::Nothing;
        }
        let rule = match open {
            Open::Nothing => {
                read += if block.sort == Sort::Text && block.ended { block.len } else { 0 };
                continue;
            }
            Open::Rest(rule) => rule,
            Open::Links => "links",
            Open::Glossary => "glossary",
        };
        match rule {
            "article" => label_headlines(blocks, at),
            "glossary" => label_annex_mark(blocks, at),
            _ => {}
        }
        if blocks[at].sort == Sort::Text || rule == "article" && is_credit(&blocks[at]) {
            blocks[at].sort = Sort::Noise(rule);
        }
    }
}

/// Who wrote or photographed; in another article a part of that.
fn is_credit(block: &Block) -> bool {
    matches!(block.sort, Sort::Byline("credit" | "caption"))
}

/// Another article above the report: paragraphs above its title that tell of no report and no meeting.
fn label_above(blocks: &mut [Block]) {
    let reports = |text: &str| text.trim_end_matches(|c: char| "（摘要登编）".contains(c)).ends_with("报告");
    let is_title =
        |block: &Block| block.sort == Sort::Text && block.len <= 40 && block.mark.is_none() && reports(&block.text);
    let Some(title) = blocks.iter().position(is_title) else { return };
    let told = |block: &Block| ["报告", "会议", "大会", "全会", "开幕"].iter().any(|word| block.text.contains(word));
    let prose = |block: &&Block| block.sort == Sort::Text && block.ended && block.len >= 20;
    let above = &blocks[..title];
    if above.iter().filter(prose).count() == 0 || above.iter().filter(prose).any(told) {
        return;
    }
    let last = above.iter().rposition(|block| prose(&block)).unwrap_or(0);
    let credits = above[last + 1..].iter().take_while(|block| is_credit(block)).count();
    for block in &mut blocks[..=last + credits] {
        if block.sort == Sort::Text || is_credit(block) {
            block.sort = Sort::Noise("article");
        }
    }
}

/// The mark of the items of a news digest, where the text begins with the first of them (## 1. 某会议开幕).
fn news_item(blocks: &[Block]) -> Option<ItemMark> {
    let first = blocks.iter().find(|block| block.sort == Sort::Text)?;
    let (mark, _) = first.mark.filter(|(mark, _)| matches!(mark, ItemMark::Hash(_)))?;
    first.words().starts_with("1.").then_some(mark)
}

/// The first characters of a block's words: where the source writes them so, its own.
fn head<'a>(block: &Block, lines: &[Line], chars: &'a [char]) -> Cow<'a, [char]> {
    match &block.text {
        Cow::Borrowed(_) => {
            let start = lines[block.lines[0]].span.start;
            Cow::Borrowed(&chars[start..start + block.len.min(GLOSSARY_TITLE)])
        }
        Cow::Owned(text) => Cow::Owned(text.chars().take(GLOSSARY_TITLE).collect()),
    }
}

/// What a block opens, by a cue of the noise lexicon at its `head`.
fn opener(block: &Block, head: &[char], rules: &Rules) -> Option<Open> {
    // a cue that stands further in opens something only as the short title of a glossary
    let last = if block.len <= GLOSSARY_TITLE { GLOSSARY_TITLE } else { LAST_CUE };
    for hit in rules.noise.hits_in(head).take_while(|hit| hit.start <= last) {
        let titles = || {
            let rest = &head[hit.end..];
            block.len <= GLOSSARY_TITLE && !block.text.ends_with('。') && (rest.len() <= 4 || rest[0] == '（')
        };
        match rules.noise.rows()[hit.row].class.as_str() {
            "end" if hit.start <= LAST_CUE => return Some(Open::Rest("licence")),
            "links" if hit.start <= 4 && block.len <= 80 => return Some(Open::Links),
            "glossary" if titles() => return Some(Open::Glossary),
            "article" if hit.start <= 2 => return Some(Open::Rest("article")),
            _ => {}
        }
    }
    None
}

/// The headline of an article stands above the line that tells it from the report.
fn label_headlines(blocks: &mut [Block], at: usize) {
    for block in blocks[..at].iter_mut().rev() {
        match block.sort {
            Sort::Text if !block.ended && block.mark.is_none() && block.len <= 50 => {
                block.sort = Sort::Noise("article")
            }
            Sort::Text => return,
            _ => {}
        }
    }
}

/// The mark of the annex that a glossary is (附件1：) stands above its title.
fn label_annex_mark(blocks: &mut [Block], at: usize) {
    if let Some(block) = blocks[..at].last_mut().filter(|block| block.sort == Sort::Text && is_annex_mark(block)) {
        block.sort = Sort::Noise("glossary");
    }
}

/// 附件1： alone on its line.
fn is_annex_mark(block: &Block) -> bool {
    block.len <= 8 && ["附件", "附录", "附："].iter().any(|mark| block.text.starts_with(mark))
}

/// An annex with promises of its own (2025年十件民生实事).
fn is_annex(block: &Block) -> bool {
    block.len <= 40 && !block.ended && block.text.contains("实事")
}

/// After the closing call, everything from the first line that is no sentence.
fn label_after_call(blocks: &mut [Block], rules: &Rules) {
    let Some(call) = blocks.iter().rposition(|block| is_call(block, rules)) else { return };
    let heading = |block: &Block| {
        block.sort == Sort::Text
            && !block.ended
            && (block.mark.is_some_and(|(mark, _)| mark <= ItemMark::HanParen)
                || block.len <= 30 && rules.headings.hits(&block.text).next().is_some())
    };
    let after = &blocks[call + 1..];
    let annex = after.iter().position(is_annex).unwrap_or(after.len());
    if after[..annex].iter().any(heading) {
        return;
    }
    let signed = after.iter().take_while(|block| block.sort == Sort::Text && is_signature(block)).count();
    blocks[call + 1..call + 1 + signed].iter_mut().for_each(|block| block.sort = Sort::Byline("signature"));
    let after = &blocks[call + 1..];
    let loose =
        |block: &Block| block.sort == Sort::Text && (!block.ended || is_annex_mark(block) || is_definition(block));
    let Some(first) = after[..annex].iter().position(loose) else { return };
    for block in &mut blocks[call + 1 + first..call + 1 + annex] {
        if block.sort == Sort::Text || is_credit(block) {
            block.sort = Sort::Noise("after-report");
        }
    }
}

/// The body that signs below its report, or the day.
fn is_signature(block: &Block) -> bool {
    let body =
        ["委员会", "政府", "法院", "检察院", "局", "办公室", "办事处"].iter().any(|end| block.text.ends_with(end));
    let day = block.text.chars().all(|c| c.is_ascii_digit() || "〇○零一二三四五六七八九十年月日 ".contains(c));
    block.mark.is_none() && block.len <= 30 && (body && !block.text.contains(' ') || day && block.text.ends_with('日'))
}

/// A term with its meaning: 1.一网通办：依托一体化在线平台。
fn is_definition(block: &Block) -> bool {
    let numbered = matches!(block.mark, Some((ItemMark::Arabic | ItemMark::Circled | ItemMark::ArabicParen, _)));
    let words = block.words();
    numbered && ["：", "是指", "，指", "，即"].iter().any(|sign| words.find(sign).is_some_and(|at| at <= 60))
}

/// A paragraph whose last sentence calls to strive on (让我们…而奋斗！).
pub fn is_call(block: &Block, rules: &Rules) -> bool {
    let Some(words) = block.text.strip_suffix('！') else { return false };
    let last = words.rfind(['。', '！', '？']).map_or(words, |at| &words[at..]);
    let calls = |class: &str| rules.openings.hits(last).any(|hit| rules.openings.rows()[hit.row].class == class);
    // what has been written is no call: 谱写了发展的新篇章！
    let done = last.replace("为了", "").contains('了');
    block.sort == Sort::Text && calls("closing") && !calls("guidance") && !done
}

/// Lines at the very end that are no sentences, where an advert's words or a wide gap tell them from the report.
fn label_adverts(blocks: &mut [Block], rules: &Rules) {
    let cues = |block: &Block| {
        rules.noise.hits(&block.text).filter(|hit| rules.noise.rows()[hit.row].class == "advert").count()
    };
    // a sentence of the report may speak of a hotline; one that offers has more to say, or where to call
    let is_advert = |block: &Block| match cues(block) {
        0 => false,
        1 => !block.ended || has_telephone(&block.text),
        _ => true,
    };
    let mut first = blocks.len();
    for (at, block) in blocks.iter().enumerate().rev() {
        match block.sort {
            Sort::Text if block.len <= 200 && is_advert(block) => first = at,
            Sort::Text if !block.ended && !block.is_prose() && block.mark.is_none() => first = at,
            Sort::Text => break,
            _ => {}
        }
    }
    let tail = &blocks[first..];
    let told = tail.iter().any(is_advert) || tail.first().is_some_and(|block| block.gap >= 2) && first > 0;
    if !told {
        return;
    }
    for block in &mut blocks[first..] {
        if block.sort == Sort::Text {
            block.sort = Sort::Noise("advert");
        }
    }
}

/// The longest line of an advert, in characters.
const ADVERT_LINE: usize = 60;

/// An advert between two paragraphs: a run of lines that are no sentences, in which as many lines as not offer
/// something.
fn label_inner_adverts(blocks: &mut [Block], rules: &Rules) {
    let mut start = 0;
    while start < blocks.len() {
        let length = blocks[start..].iter().take_while(|block| is_loose(block)).count();
        let run = &blocks[start..start + length];
        let offering = |at: usize| offers(&run[at], rules);
        if let (Some(top), Some(last)) = ((0..length).find(|&at| offering(at)), (0..length).rfind(|&at| offering(at))) {
            // lines right above the first offer belong to it
            let first = (0..=top).rev().take_while(|&at| at == top || run[at + 1].gap == 0).last().unwrap_or(top);
            let told = (first..=last).filter(|&at| offering(at)).count();
            if last > first && told * 2 > last - first {
                for block in &mut blocks[start + first..=start + last] {
                    block.sort = Sort::Noise("advert");
                }
            }
        }
        start += length + 1;
    }
}

/// A line that is no sentence and no item.
fn is_loose(block: &Block) -> bool {
    block.sort == Sort::Text && !block.ended && block.mark.is_none() && block.len <= ADVERT_LINE
}

/// Whether a line offers something: an advert's words, a telephone number, a price.
fn offers(block: &Block, rules: &Rules) -> bool {
    let advert = || rules.noise.hits(&block.text).any(|hit| rules.noise.rows()[hit.row].class == "advert");
    advert() || has_telephone(&block.text)
}

/// A run of ten figures or more, hyphens among them, or a service number behind a hotline's name.
fn has_telephone(text: &str) -> bool {
    if !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return false;
    }
    // 2024-01-30 is a day
    let runs = text.split(|c: char| !c.is_ascii_digit() && c != '-').map(|run| run.trim_start_matches('-'));
    let long = runs.filter(|run| run.len() >= 10).any(|run| !(run.starts_with("20") && run[4..].starts_with('-')));
    long || ["热线", "电话", "致电", "拨打"].iter().any(|word| {
        text.split(word)
            .skip(1)
            .any(|rest| rest.trim_start_matches(['：', ' ']).starts_with(|c: char| c.is_ascii_digit()))
    })
}

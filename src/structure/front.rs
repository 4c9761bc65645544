//! What stands above the report: titles, headlines, datelines, leads and name lines; and where the report begins.

use crate::clean::{Block, ItemMark, Sort, is_salutation, opens_salutation};
use crate::rules::Rules;
use crate::structure::SegmentKind;
use crate::structure::role::{head, tells_plan};
use crate::text::is_ideograph;

/// Words that end or make up a report's title.
const TITLES: [&str; 10] = ["报告", "讲话", "公报", "摘编", "摘登", "摘要", "汇报", "决议", "述职", "成绩单"];
/// Words that end the title of a body's summary of its work.
const SUMMARIES: [&str; 11] = ["总结", "计划", "要点", "情况", "通报", "汇报", "报告", "安排", "打算", "思路", "设想"];
/// Characters that end the name of a body.
const BODIES: &str = "局厅委办会院府村镇乡县市区省旗盟州街道处室站所队部心司社团园组";
/// Words of a paragraph that tells of a meeting, or opens a news item.
const LEADS: [&str; 10] =
    ["开幕", "闭幕", "召开", "举行", "本报讯", "日电", "日讯", "央视网消息", "新华社", "报告工作"];

/// The kind of a block above the report.
pub fn front_kind(block: &Block, first: bool, rules: &Rules) -> (SegmentKind, &'static str) {
    let text = &block.text;
    if is_dateline(text) {
        return (SegmentKind::Lead, "dateline");
    }
    if block.ended && !is_headline(text, first) || block.is_prose() && text.contains('，') {
        return match opens_as_lead(text) {
            true => (SegmentKind::Lead, "lead"),
            false => (SegmentKind::Paragraph, "paragraph"),
        };
    }
    let dense: String = text.chars().filter(|c| *c != ' ').collect();
    let hash = matches!(block.mark, Some((ItemMark::Hash(_), _)));
    if hash && first && !TITLES.iter().any(|word| dense.ends_with(word)) {
        return (SegmentKind::Headline, "first-heading");
    }
    if is_title(&dense) {
        return (SegmentKind::Title, "title-word");
    }
    if is_name_line(text, rules) {
        return (SegmentKind::Byline, "name-line");
    }
    (SegmentKind::Headline, "above-report")
}

/// Whether a paragraph tells of a meeting, or opens a news item; 召开会议3次 is a report's own work.
fn opens_as_lead(text: &str) -> bool {
    let held = |at: usize, word: &str| {
        !matches!(word, "召开" | "举行") || text[at + word.len()..].starts_with(['，', '。', '的', '；', '！'])
    };
    LEADS.iter().any(|word| text.match_indices(word).any(|(at, word)| held(at, word)))
}

/// Whether a line without blanks calls what follows a report or a summary.
pub fn is_title(line: &str) -> bool {
    TITLES.iter().any(|word| line.contains(word)) || SUMMARIES.iter().any(|word| line.ends_with(word))
}

/// A line that only says when and before whom: ——2024年1月16日在…会议上, （2024年1月16日）.
pub fn is_dateline(text: &str) -> bool {
    // > 2025年1月9日在…会议上, as Markdown quotes it
    let text = text.trim_start_matches("> ");
    let day = || text.contains('月') && text.contains('日');
    let short = || text.chars().count() <= 90 && !text.contains(['；', '！']) && text.matches('。').count() <= 1;
    let framed = text.starts_with(['—', '-', '（']);
    let opens = text.starts_with(|c: char| c.is_ascii_digit() || c == '二' || c == '一');
    let meeting = || ["会议", "大会", "全会"].iter().any(|word| text.contains(word));
    let reports = || ["作政府工作报告", "作报告", "工作报告"].iter().any(|word| text.contains(word));
    let says = || meeting() && (!text.contains('，') || reports() && text.matches('，').count() <= 1);
    is_day(text)
        || framed && short() && (says() || day() && text.chars().count() <= 30)
        || opens && short() && day() && says()
        || text.starts_with("新华社") && text.ends_with('电') && short() && day()
}

/// A line that is a day and nothing else: 2024年1月9日, （二〇二四年一月八日）, （2024.1.9）.
fn is_day(text: &str) -> bool {
    let part = |c: char| c.is_ascii_digit() || "〇○零一二三四五六七八九十元年月日（） ".contains(c);
    let named = text.chars().all(part) && text.contains('月') && text.contains('日');
    let mut parts = text.trim_matches(['（', '）', ' ']).split(['.', '-', '/']);
    let figures = |part: Option<&str>, most: usize| {
        part.is_some_and(|part| part.len() <= most && !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()))
    };
    named
        || parts.next().is_some_and(|year| year.len() == 4 && year.starts_with("20"))
            && figures(parts.next(), 2)
            && figures(parts.next(), 2)
            && parts.next().is_none()
}

/// The name of who reports, with or without an office.
pub fn is_name_line(text: &str, rules: &Rules) -> bool {
    let len = text.chars().filter(|c| *c != ' ').count();
    let ideographs = text.chars().all(|c| is_ideograph(c) || matches!(c, ' ' | '·'));
    len <= 40 && rules.offices.hits(text).next().is_some() || len <= 4 && ideographs && len >= 2
}

/// Characters of the longest address of those who hear a report.
const LONGEST_ADDRESS: usize = 40;

/// 现在，我代表…向大会报告工作，请予审议: the sentence that hands the report over.
pub fn is_request(text: &str) -> bool {
    let address = || head(text, LONGEST_ADDRESS).split_inclusive('：').next();
    let address = if opens_salutation(text) { address() } else { None };
    let address = address.filter(|address| address.ends_with('：') && is_salutation(address));
    let text = &text[address.map_or(0, str::len)..];
    let opens = ["现在", "现向", "现将", "我代表", "我受", "受", "我向", "下面", "根据会议安排", "按照会议安排"]
        .iter()
        .any(|word| text.starts_with(word));
    let hands = ["审议", "审查", "报告工作", "作报告", "工作报告", "提出意见", "大会报告", "评议"];
    let reports = || ["报告", "提请", "述职", "汇报"].iter().any(|word| text.contains(word));
    opens && reports() && hands.iter().any(|word| text.contains(word)) && text.chars().count() <= 200
}

/// How many lines the title takes although its words could head a part: it names a body (某局2024年工作总结), stands below
/// the name of one, or has no number where the parts below have.
fn title_lines(blocks: &[Block], rules: &Rules) -> usize {
    let opens = |block: &&Block| super::heading::opens_report(block, rules);
    let mut texts = blocks.iter().filter(|block| block.sort == Sort::Text).peekable();
    // 某街道办事处2025年工作总结 over 及2026年工作打算
    let mut lines = texts.clone().take(2);
    if let (Some(first), Some(second)) = (lines.next(), lines.next())
        && is_title(&first.text)
        && second.text.starts_with(['及', '暨', '和'])
        && is_title(&second.text)
        && !first.ended
        && !second.ended
    {
        return 2;
    }
    let above = texts.next_if(|block| is_bare_body(&block.text, rules));
    let Some(first) = texts.next().filter(opens) else { return 0 };
    let summary = first.mark.is_none() && SUMMARIES.iter().any(|word| first.text.ends_with(word));
    match above {
        Some(_) if summary => return 2,
        Some(_) => return 0,
        None => {}
    }
    let mut parts = texts.filter(opens);
    let numbered = first.mark.is_none()
        && parts.next().is_some_and(|block| block.mark.is_some())
        && parts.all(|block| block.mark.is_some());
    usize::from(names_body(first.words()) || numbered)
}

/// How many short lines stand above the line in brackets that says when the report was given, or above the dateline of a
/// news item: they are its title, whatever they name (某县2024年工作总结 / 暨2025年工作打算 / （2025年1月9日）).
fn headlines(blocks: &[Block]) -> usize {
    const MOST: usize = 6;
    const LONGEST: usize = 40;
    let closes = |block: &Block| {
        block.text.starts_with('（') && is_dateline(&block.text) || block.is_prose() && has_dateline(&block.text)
    };
    let title =
        |block: &Block| block.mark.is_none() && !block.ended && block.len <= LONGEST && !is_salutation(&block.text);
    let texts = || blocks.iter().filter(|block| block.sort == Sort::Text);
    let lines = texts().take(MOST + 1).take_while(|block| title(block) && !closes(block)).count();
    if texts().nth(lines).is_some_and(closes) { lines } else { 0 }
}

/// Whether the title, in the lines above the block `body`, calls the whole a plan: 某县政协2025年工作要点, 年度协商计划, but not
/// 2024年工作总结和2025年工作计划.
pub fn is_plan_alone(blocks: &[Block], body: usize) -> bool {
    const PLANS: [&str; 7] = ["工作要点", "工作计划", "工作打算", "工作安排", "工作方案", "协商计划", "监督计划"];
    const REVIEWS: [&str; 6] = ["总结", "报告", "回顾", "情况", "汇报", "公报"];
    let title: String = blocks[..body]
        .iter()
        .filter(|block| block.sort == Sort::Text && !block.ended && !is_dateline(&block.text))
        .map(|block| block.text.as_ref())
        .collect();
    PLANS.iter().any(|word| title.contains(word)) && !REVIEWS.iter().any(|word| title.contains(word))
}

/// Whether a paragraph opens with the dateline of a news item: 本报讯（记者 …）, 云州新闻社清河1月15日电（记者 …）.
pub fn has_dateline(text: &str) -> bool {
    const LONGEST: usize = 40;
    let opening = head(text, LONGEST);
    text.starts_with("本报讯") || opening.contains("讯（") || opening.contains("电（")
}

/// The name of a body alone on its line: 某市水务局.
fn is_bare_body(line: &str, rules: &Rules) -> bool {
    let name: Vec<char> = line.chars().collect();
    let body = rules.organs.longest_before(&name, name.len());
    (3..=24).contains(&name.len()) && body.is_some_and(|(row, _)| matches!(row.get("name"), "whole" | "office"))
}

/// A body, perhaps a year, and a word for its summary: 某县水利局2024年工作总结和2025年工作计划, 某村2024年工作情况汇报.
fn names_body(words: &str) -> bool {
    let year = words.find(|c: char| c.is_ascii_digit());
    let name = year.or_else(|| words.find("工作")).map_or("", |at| words[..at].trim_end());
    let named = name.chars().count() >= 3 && name.ends_with(|c| BODIES.contains(c));
    named && SUMMARIES.iter().any(|word| words.ends_with(word))
}

/// Index of the first block of the report itself: its salutation, its first heading, or its first running text.
pub fn body_start(blocks: &[Block], rules: &Rules) -> usize {
    let texts = || blocks.iter().enumerate().filter(|(_, block)| block.sort == Sort::Text);
    let titled = title_lines(blocks, rules).max(headlines(blocks));
    let bracketed = bracketed(blocks);
    let opening = texts().skip(titled).find(|(at, block)| {
        let first = titled > 0 && super::heading::is_numbered(block);
        first
            || bracketed == Some(*at)
            || is_salutation(&block.text)
            || is_request(&block.text)
            || super::heading::opens_report(block, rules)
    });
    let first = texts().next().map(|(at, _)| at);
    let prose = |at: usize, block: &Block| {
        block.ended && !is_dateline(&block.text) && !is_headline(&block.text, first == Some(at))
    };
    let running = texts().skip(titled).find(|(at, block)| prose(*at, block)).map(|(at, _)| at);
    match (opening.map(|(at, _)| at), running) {
        // a lead or two may stand above the salutation or first heading; more is the report without headings
        // what stands above the heading of the plan is what was done
        (Some(opening), Some(running)) if tells_plan(blocks[opening].words(), rules) => {
            let told = |at: &usize| !LEADS.iter().any(|word| blocks[*at].text.contains(word));
            let prose = |at: &usize| blocks[*at].sort == Sort::Text && blocks[*at].ended;
            (running..opening).filter(prose).find(told).unwrap_or(opening)
        }
        (Some(opening), Some(running)) => {
            let prose = blocks[running.min(opening)..opening].iter().filter(|block| block.ended).count();
            if prose <= 4 { opening } else { running }
        }
        (Some(opening), None) => opening,
        (None, running) => running.map_or(blocks.len(), |running| headed_from(blocks, running, rules)),
    }
}

/// Whether a line that ends as a sentence does is a headline; `first` of the first line of all.
fn is_headline(text: &str, first: bool) -> bool {
    asks_of_all(text) || first && calls_out(text)
}

/// 去年干了啥？今年怎么干？: a headline that asks of the whole report.
pub fn asks_of_all(text: &str) -> bool {
    const LONGEST: usize = 30;
    text.ends_with('？') && text.matches('？').count() > 1 && !text.contains('。') && text.chars().count() <= LONGEST
}

/// 政府工作报告里的临溪，上新了！: what a headline calls out, as the first line of all.
fn calls_out(text: &str) -> bool {
    const LONGEST: usize = 40;
    text.ends_with(['！', '？']) && !text.contains('。') && text.chars().count() <= LONGEST && !is_salutation(text)
}

/// The first of two or more heads in brackets, each over running text: 【立法】.
fn bracketed(blocks: &[Block]) -> Option<usize> {
    let head = |block: &Block| block.len <= 12 && block.text.starts_with('【') && block.text.ends_with('】');
    let texts: Vec<usize> = (0..blocks.len()).filter(|&at| blocks[at].sort == Sort::Text).collect();
    let over_prose = |pair: &&[usize]| head(&blocks[pair[0]]) && blocks[pair[1]].ended;
    let mut heads = texts.windows(2).filter(over_prose).map(|pair| pair[0]);
    let first = heads.next()?;
    heads.next().map(|_| first)
}

/// Where the report begins whose first running text is at `running`: at the head above it, where heads of that kind go on
/// below (凝心聚力稳增长 经济运行稳中向好).
fn headed_from(blocks: &[Block], running: usize, rules: &Rules) -> usize {
    let texts: Vec<usize> = (0..blocks.len()).filter(|&at| blocks[at].sort == Sort::Text).collect();
    let Some(first) = texts.iter().position(|&at| at == running).filter(|&first| first > 0) else { return running };
    let heads = |i: usize| {
        let block = |i: usize| texts.get(i).map(|&at| &blocks[at]);
        super::heading::is_numberless(&blocks[texts[i]], i.checked_sub(1).and_then(block), block(i + 1))
    };
    let above = &blocks[texts[first - 1]];
    let head = matches!(front_kind(above, false, rules).0, SegmentKind::Headline) && heads(first - 1);
    let length = |i: usize| blocks[texts[i]].len;
    let alike = (first..texts.len()).filter(|&i| heads(i) && length(i) == above.len).count();
    if head && alike > 0 { texts[first - 1] } else { running }
}

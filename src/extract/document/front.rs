//! The front of a report: the lines that tell of the report itself.

use super::body::{first_body, is_body, is_office};
use super::news;
use crate::rules::Rules;
use crate::structure::{Outline, Passage, Role, SegmentKind, has_dateline, is_title};
use crate::text::SourceText;

/// Lines of the front, folded, in the order of the text.
pub struct Front {
    pub titles: Vec<String>,
    /// Datelines and lead paragraphs.
    pub leads: Vec<String>,
    pub bylines: Vec<String>,
    /// The sentences that hand the report over (现在，我代表…).
    pub requests: Vec<String>,
    pub headlines: Vec<String>,
    /// First paragraphs, where nothing else tells.
    pub opening: Vec<String>,
    /// Lines that are no part of the report (a page head with its date, an address).
    pub margins: Vec<String>,
    /// Short lines after the last sentence: who signs, and when.
    pub signed: Vec<String>,
    /// Slogans over two or three lines, where a dateline follows them.
    slogan: Option<String>,
    /// The level of the outermost headings below the title.
    pub top: u8,
    pub name: String,
}

/// Paragraphs that count as the opening.
const OPENING: usize = 3;
/// Paragraphs among which a digest says who gave the report.
const NEWS: usize = 10;
/// Characters of the longest line that signs a report.
const SIGNED: usize = 30;
/// Words of the sentence that hands a report over.
const HANDED: [&str; 3] = ["报告", "审议", "审查"];

impl Front {
    /// Collects the lines.
    pub fn read(source: &SourceText, outline: &Outline, name: &str, rules: &Rules) -> Self {
        let heading = titling(outline);
        let of = |kind: SegmentKind, take: usize| -> Vec<String> {
            let front = |passage: &&Passage| is_front(passage, outline) || heading == Some(passage.section);
            let passages = outline.passages.iter().filter(|passage| passage.kind == kind).filter(front);
            let words = passages.take(take).map(|passage| outline.reading.slice(passage.span));
            words.map(|words| words.trim_start_matches(['#', ' ']).to_owned()).collect()
        };
        let salutations = of(SegmentKind::Salutation, 4);
        let running = |passage: &&Passage| matches!(passage.kind, SegmentKind::Paragraph | SegmentKind::Lead);
        let opening: Vec<String> =
            outline.passages.iter().filter(running).take(OPENING).map(|p| outline.reading.slice(p.span)).collect();
        let mut leads = of(SegmentKind::Lead, 6);
        if leads.is_empty() {
            let short = |passage: &&Passage| matches!(passage.kind, SegmentKind::Headline | SegmentKind::Title);
            let short = outline.passages.iter().filter(short).filter(|passage| is_front(passage, outline)).take(10);
            leads.extend(set_in_lines(&short.map(|passage| outline.reading.slice(passage.span)).collect::<Vec<_>>()));
        }
        // a day alone in brackets tells no meeting
        if leads.iter().all(|line| !line.contains(['会', '报'])) {
            // a digest tells of the meeting and of the report in its own first paragraphs
            let first = outline.passages.iter().filter(running).take(NEWS);
            let plain = first.clone().filter(|passage| outline.sections[passage.section].heading_span.is_empty());
            let mut plain = plain.map(|passage| outline.reading.slice(passage.span));
            let mut first = first.map(|passage| outline.reading.slice(passage.span));
            let said = plain.find(|text| news::speaks(text)).or_else(|| first.find(|text| news::speaks(text)));
            let tells = |text: &&String| news::reports(text) || news::hands_over(text, rules);
            leads.extend(said.or_else(|| opening.iter().find(tells).cloned()));
            // the meeting stands in the first paragraph of a news item, who reported perhaps in the next
            leads.extend(opening.first().filter(|text| has_dateline(text) && !leads.contains(text)).cloned());
        }
        let margins = outline.segments.iter().filter(|segment| {
            segment.kind == SegmentKind::Noise && segment.rule != "scrap" && segment.span.len() <= 120
                || segment.rule == "scrap" && segment.span.len() > 20
        });
        let mut bylines = of(SegmentKind::Byline, 8);
        for line in heading.iter().flat_map(|&at| below(outline, at)) {
            if super::date::days(&dense(&line)).is_empty() { bylines.push(line) } else { leads.push(line) }
        }
        let (mut titles, mut headlines) = (of(SegmentKind::Title, 6), of(SegmentKind::Headline, 6));
        if titles.is_empty() {
            titles.extend(heading.map(|at| outline.sections[at].heading.trim_start_matches(['#', ' ']).to_owned()));
        }
        wrapped(&mut titles, &mut headlines, outline, rules);
        Self {
            slogan: slogan(&titles, outline),
            titles,
            leads,
            bylines,
            requests: salutations.into_iter().filter(|text| HANDED.iter().any(|word| text.contains(word))).collect(),
            headlines,
            opening,
            margins: margins.take(400).map(|segment| source.slice(segment.span).to_owned()).collect(),
            signed: signed(outline),
            top: heading.map_or(1, |at| outline.sections[at].level + 1),
            name: name.rsplit('/').next().unwrap_or(name).to_owned(),
        }
    }

    /// The report's title: the first line that is one, else the first headline.
    pub fn title(&self, rules: &Rules) -> String {
        // a body's name alone on its line is not the title where the title follows
        let bare = self.headlines.first().is_some_and(|line| is_body(line, rules));
        let titled = self.headlines.get(1).filter(|line| bare && is_title(&dense(line)));
        let title = self.titles.first().or(titled).or(self.slogan.as_ref()).or(self.headlines.first());
        let words = title.map_or("", String::as_str);
        // 某县2024年实事完成情况 / 暨2025年实事安排: a title that goes on in the next line
        if let [first, second, ..] = &self.titles[..]
            && continues(second)
        {
            return format!("{}{}", first.trim(), second.trim());
        }
        // 政　府　工　作　报　告
        let wide = words.split(' ').filter(|part| !part.is_empty()).all(|part| part.chars().count() == 1);
        if wide && !words.is_empty() {
            return dense(words);
        }
        // the item of a digest: 1.全国政协…
        words
            .strip_prefix(|c: char| c.is_ascii_digit())
            .and_then(|rest| rest.strip_prefix('.'))
            .unwrap_or(words)
            // a title set as the second line of a headline: ——常委会工作报告摘登
            .trim_start_matches(['—', '-', '－', ' '])
            .trim()
            .to_owned()
    }

    /// Lines that name the body and the meeting, the most telling first.
    pub fn lines(&self) -> impl Iterator<Item = &str> {
        let groups = [&self.leads, &self.titles, &self.bylines, &self.requests, &self.headlines];
        groups.into_iter().flatten().map(String::as_str)
    }
}

/// 1月7日上午 / 政协某县第十一届委员会第四次会议开幕 / 主席甲乙向大会报告工作: the sentence on the meeting that a post sets in short lines,
/// from its day on.
fn set_in_lines(lines: &[String]) -> Option<String> {
    const MOST: usize = 4;
    let dated = |line: &String| !super::date::days(&dense(line)).is_empty() && !line.contains(['版', '期', ':']);
    let from = lines.iter().position(dated)?;
    let said: String = lines[from..].iter().take(MOST).map(String::as_str).collect();
    (said.contains('届') && said.contains("次会议")).then_some(said)
}

/// Whether a line can only be the second one of a title.
fn continues(line: &str) -> bool {
    ["及", "暨", "和20", "总结"].iter().any(|word| line.starts_with(word))
}

/// Whether a passage stands above the first section, or heads a report without headings.
fn is_front(passage: &Passage, outline: &Outline) -> bool {
    let section = &outline.sections[passage.section];
    section.role == Role::Front || section.heading_span.is_empty() && section.role != Role::Noise
}

/// The section whose heading is the report's title: the first words of all, without a number, that call it a report.
fn titling(outline: &Outline) -> Option<usize> {
    if outline.passages.iter().any(|passage| matches!(passage.kind, SegmentKind::Title)) {
        return None;
    }
    let first = outline.passages.first().filter(|passage| passage.kind == SegmentKind::Heading)?;
    let heading = outline.sections[first.section].heading.trim_start_matches(['#', ' ']);
    let numbered = heading.starts_with(|c: char| "一二三四五六七八九十（(第".contains(c))
        && heading.chars().take(4).any(|c| "、.）)".contains(c));
    (is_title(&dense(heading)) && !numbered).then_some(first.section)
}

/// Puts a title together whose first lines were taken for headlines: 关于某县…计划 / 执行情况与…草案的 / 报告; and a body's
/// name with a title that names none: 某县水利局 / 2024年工作总结.
fn wrapped(titles: &mut [String], headlines: &mut Vec<String>, outline: &Outline, rules: &Rules) {
    let Some(title) = titles.first_mut() else { return };
    let torn = title.starts_with(['第', '和', '与', '及', '的', '年']) || dense(title) == "报告";
    let opens = |line: &String| line.starts_with("关于") || line.starts_with('在') || line.starts_with("——在");
    let above = outline.passages.iter().take_while(|passage| passage.kind != SegmentKind::Title);
    let above = above.filter(|passage| passage.kind == SegmentKind::Headline).count().min(headlines.len());
    let nameless = || !title.starts_with(['—', '-']) && first_body(title, rules).is_none();
    let body = |line: &String| is_body(&dense(line), rules) || is_office(&dense(line), rules);
    let named = above.checked_sub(1).filter(|&last| body(&headlines[last]) && nameless());
    // 某街道2023年度工作 / 总结和2024年工作打算
    let goes_on = above.checked_sub(1).filter(|_| continues(title));
    let Some(at) = headlines[..above].iter().position(opens).filter(|_| torn).or(named).or(goes_on) else { return };
    let lines: Vec<String> = headlines.drain(at..above).collect();
    *title = lines.iter().chain([&*title]).map(|line| dense(line)).collect();
}

/// Two or three lines of one slogan above the dateline that names the meeting.
fn slogan(titles: &[String], outline: &Outline) -> Option<String> {
    const MOST: usize = 3;
    let words = |passage: &Passage| outline.reading.slice(passage.span);
    let headline = |passage: &&Passage| passage.kind == SegmentKind::Headline;
    let lines: Vec<String> = outline.passages.iter().take_while(headline).take(MOST).map(words).collect();
    let behind = outline.passages.get(lines.len())?;
    let dated = behind.kind == SegmentKind::Lead && words(behind).starts_with('—');
    let plain = |line: &String| line.chars().all(|c| ('\u{4e00}'..='\u{9fff}').contains(&c) || c == ' ');
    (titles.is_empty() && lines.len() > 1 && dated && lines.iter().all(plain)).then(|| lines.join(" "))
}

/// The lines that sign the report: short ones without a stop, after the last sentence.
fn signed(outline: &Outline) -> Vec<String> {
    let running = |kind| matches!(kind, SegmentKind::Paragraph | SegmentKind::Byline | SegmentKind::Lead);
    let last = outline.passages.iter().rev().take(3);
    let words = last.take_while(|passage| running(passage.kind)).flat_map(|passage| {
        let words = outline.reading.slice(passage.span);
        words.split('\n').rev().map(|line| line.trim().to_owned()).collect::<Vec<_>>()
    });
    let mut lines: Vec<String> = words
        .take_while(|line| line.chars().count() <= SIGNED && !line.contains(['。', '！', '；', '，', '：']))
        .collect();
    lines.reverse();
    lines
}

/// The lines below a heading that is the title, up to the first sentence: who speaks, where and when.
fn below(outline: &Outline, section: usize) -> Vec<String> {
    let lines = outline.passages.iter().skip_while(|passage| passage.section != section).skip(1);
    let lines = lines.take_while(|passage| passage.section == section && passage.kind == SegmentKind::Paragraph);
    let lines = lines.map(|passage| outline.reading.slice(passage.span));
    lines.take_while(|line| line.chars().count() <= 40 && !line.ends_with(['。', '：', '；', '！'])).collect()
}

/// A line without blanks.
pub fn dense(line: &str) -> String {
    let mut words = String::with_capacity(line.len());
    words.extend(line.split_whitespace());
    words
}

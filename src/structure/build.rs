//! The outline put together: kinds of blocks, and sections by their headings.

use super::front::{body_start, front_kind, is_dateline, is_plan_alone, is_request};
use super::heading::{Heading, headings};
use super::passages::Built;
use super::role::{Around, leaves, opened, opens_plan, section_role, tells_plan};
use super::segments::segments;
use super::several;
use super::year::{heading_years, stamped_year, years, years_reached};
use crate::clean::{Block, Cleaned, ItemMark, Sort, clean, is_salutation};
use crate::rules::Rules;
use crate::structure::{Outline, Role, Section, SegmentKind};
use crate::text::{Reading, SourceText, Span};

/// A kind with the rule that decided it.
pub type Kind = (SegmentKind, &'static str);

/// Reads the layout of a report.
pub fn outline(source: &SourceText, rules: &Rules) -> Outline {
    let cleaned = clean(source, rules);
    let blocks = &cleaned.blocks;
    let openers = several::openers(blocks, rules);
    let body = body_start(blocks, rules).min(openers.first().copied().unwrap_or(blocks.len()));
    let headings = headings(blocks, body, &openers, rules);
    let kinds = kinds(blocks, body, &headings, rules);
    let year = given_year(blocks, &kinds, body);
    let turn = turn(blocks, &headings, year, rules);
    let plan_alone = is_plan_alone(blocks, body);
    let given = Given { year, turn, plan_alone };
    let mut sections = sections(&cleaned, &kinds, body, &headings, given, rules);
    let homes = homes(&cleaned, &mut sections, source.len());
    let segments = segments(&cleaned, &kinds, &homes, source.len());
    let mut reading = Reading::with_capacity(source.len());
    let built =
        Built { cleaned: &cleaned, kinds: &kinds, homes: &homes, sections: &sections, year, turn, plan_alone, rules };
    let passages = built.passages(source, &mut reading);
    for section in &mut sections {
        let words = passages.iter().find(|passage| {
            passage.kind == SegmentKind::Heading
                && !section.heading_span.is_empty()
                && reading.to_source(passage.span) == section.heading_span
        });
        section.heading = words.map(|passage| reading.slice(passage.span)).unwrap_or_default();
        if section.heading.starts_with('#') {
            section.heading = section.heading.trim_start_matches(['#', ' ']).to_owned();
        }
    }
    Outline { sections, segments, passages, reading, findings: cleaned.findings }
}

fn kinds(blocks: &[Block], body: usize, headings: &[Heading], rules: &Rules) -> Vec<Kind> {
    let mut kinds: Vec<Kind> = Vec::with_capacity(blocks.len());
    let mut first = true;
    for (at, block) in blocks.iter().enumerate() {
        let kind = match block.sort {
            Sort::Noise(rule) => (SegmentKind::Noise, rule),
            Sort::Byline(rule) => (SegmentKind::Byline, rule),
            Sort::Text if at < body => front_kind(block, first, rules),
            Sort::Text => body_kind(block),
        };
        first &= block.sort != Sort::Text;
        kinds.push(kind);
    }
    for heading in headings {
        kinds[heading.block] = (SegmentKind::Heading, if heading.numbered { "numbered" } else { "numberless" });
    }
    kinds
}

fn body_kind(block: &Block) -> Kind {
    if is_salutation(&block.text) {
        return (SegmentKind::Salutation, "vocative");
    }
    if is_request(&block.text) {
        return (SegmentKind::Salutation, "request");
    }
    match block.mark {
        Some((ItemMark::Hash(_), _)) => (SegmentKind::Headline, "hash"),
        Some((ItemMark::Dash, _)) if is_dateline(&block.text) => (SegmentKind::Lead, "dateline"),
        Some(_) => (SegmentKind::ListItem, "mark"),
        None => (SegmentKind::Paragraph, "paragraph"),
    }
}

/// The place of a block in the source.
pub fn place(cleaned: &Cleaned, block: &Block) -> Span {
    Span::new(cleaned.lines[block.lines[0]].span.start, cleaned.lines[block.last_line()].span.end)
}

/// What is known of a report as a whole.
#[derive(Clone, Copy)]
struct Given {
    /// See [`given_year`].
    year: Option<i32>,
    /// See [`turn`].
    turn: Option<usize>,
    /// Whether its title calls it a plan.
    plan_alone: bool,
}

/// The front, a section for each heading, and one without a heading where a report has running text and no heading.
fn sections(
    cleaned: &Cleaned,
    kinds: &[Kind],
    body: usize,
    headings: &[Heading],
    Given { year, turn, plan_alone }: Given,
    rules: &Rules,
) -> Vec<Section> {
    let blocks = &cleaned.blocks;
    let section = |level, role, heading_span: Span, rule| Section {
        parent: None,
        level,
        role,
        heading: String::new(),
        heading_span,
        span: Span::new(heading_span.start, heading_span.start),
        rule,
    };
    let mut sections = vec![section(1, Role::Front, Span::default(), "above-report")];
    if let Some(at) = running_text(blocks, kinds, body, headings, rules) {
        let start = place(cleaned, &blocks[at]).start;
        let role = if plan_alone { Role::Plan } else { Role::Review };
        sections.push(section(1, role, Span::new(start, start), "no-heading"));
    }
    let mut open: Vec<usize> = Vec::new();
    let mut before: Vec<Option<(Role, Option<i32>)>> = Vec::new();
    // the head of the report of several that is at hand
    let mut report: Option<usize> = None;
    for (i, heading) in headings.iter().enumerate() {
        let level = usize::from(heading.level);
        open.truncate(level - 1);
        before.resize(level, None);
        let parent = open.last().copied();
        if heading.heads_report {
            let mut head = section(heading.level, Role::Review, place(cleaned, &blocks[heading.block]), "report");
            head.parent = parent;
            report = Some(heading.block);
            open.push(sections.len());
            sections.push(head);
            continue;
        }
        // the parts of one report of several stand as deep as those of one alone
        let depth = if report.is_some() { heading.level.max(2) - 1 } else { heading.level };
        let turned = turn.is_some_and(|turn| heading.block > turn && report.is_none_or(|report| report < turn));
        let looks_back = || {
            let first = blocks.get(heading.block + 1);
            first.is_some_and(|block| block.is_prose() && opened(block, year, rules) == Some(Role::Review))
        };
        let around = Around {
            level: depth,
            parent: parent.filter(|_| depth > 1).map(|parent| sections[parent].role),
            before: before[level - 1].map(|(role, _)| role),
            before_year: before[level - 1].and_then(|(_, year)| year),
            year,
            plan_alone,
            turned,
            reopens: turned && looks_back(),
            year_follows: year_follows(blocks, &headings[i..]),
        };
        let next = headings.get(i + 1).map_or(blocks.len(), |next| next.block);
        // what a paragraph below turns to, without a heading, is told by that paragraph
        let next = turn.filter(|&turn| turn > heading.block).map_or(next, |turn| next.min(turn));
        let plans = || blocks.get(heading.block + 1).is_some_and(|block| opens_plan(block, year, rules));
        let content = || content(blocks, heading.block, next, &|block| leaves(block, year, rules));
        let (role, rule) = section_role(blocks[heading.block].words(), plans, content, around, rules);
        before[level - 1] = Some((role, heading_years(blocks[heading.block].words()).next()));
        let mut next = section(heading.level, role, place(cleaned, &blocks[heading.block]), rule);
        next.parent = parent;
        open.push(sections.len());
        sections.push(next);
    }
    sections
}

/// Whether a later heading of the first one's level names the year after that of the first.
fn year_follows(blocks: &[Block], headings: &[Heading]) -> bool {
    let year = |heading: &Heading| heading_years(blocks[heading.block].words()).next();
    let Some(first) = headings.first().and_then(year) else { return false };
    headings[1..].iter().any(|later| later.level == headings[0].level && year(later) == Some(first + 1))
}

/// The year in which the report was given, as its datelines and then the other lines of the front say it.
fn given_year(blocks: &[Block], kinds: &[Kind], body: usize) -> Option<i32> {
    let front = || blocks[..body].iter().zip(kinds).filter(|(_, kind)| kind.0 != SegmentKind::Byline);
    let dated = front().filter(|(block, _)| is_dateline(&block.text)).find_map(|(block, _)| years(&block.text).next());
    let named = || front().find_map(|(block, _)| years(&block.text).next());
    // 原创 某法院 2025年12月30日: the day on which a post appeared
    let posted = || {
        let day = |text: &str| years(text).next().filter(|_| text.contains('月') && text.contains('日'));
        let said = |block: &Block| day(&block.text).filter(|_| block.sort != Sort::Text);
        blocks[..body].iter().find_map(|block| said(block).or_else(|| stamped_year(&block.text)))
    };
    // a digest says no year of its own: the latest that it speaks of is that of its plan
    let latest =
        || blocks[body..].iter().take(20).flat_map(|block| years_reached(&block.text).collect::<Vec<_>>()).max();
    // parts that are headed by a year and by the next: the report stands between
    let headed = || {
        let headings = blocks.iter().zip(kinds).filter(|(_, kind)| kind.0 == SegmentKind::Heading);
        let said = headings.filter_map(|(block, _)| heading_years(&block.text).max());
        let said: Vec<i32> = said.collect();
        said.iter().copied().filter(|year| said.contains(&(year - 1))).max()
    };
    dated.or_else(headed).or_else(named).or_else(posted).or_else(latest)
}

/// The paragraph that opens the plan of a report whose headings do not tell it.
fn turn(blocks: &[Block], headings: &[Heading], year: Option<i32>, rules: &Rules) -> Option<usize> {
    let first = headings.first()?.block;
    if headings.iter().any(|heading| tells_plan(blocks[heading.block].words(), rules)) {
        return None;
    }
    let found = (first..blocks.len()).find(|&at| {
        let block = &blocks[at];
        let running = block.is_prose() || block.text.ends_with('：');
        block.sort == Sort::Text && running && opens_plan(block, year, rules)
    })?;
    // a word of the plan in the first half of a report opens none
    let length = |range: std::ops::Range<usize>| blocks[range].iter().map(|block| block.len).sum::<usize>();
    (length(0..found) * 5 >= length(0..blocks.len()) * 2).then_some(found)
}

/// The first running text, where no heading stands before most of it, or none but that of the plan before any of it.
fn running_text(blocks: &[Block], kinds: &[Kind], body: usize, headings: &[Heading], rules: &Rules) -> Option<usize> {
    let end = headings.first().map_or(blocks.len(), |heading| heading.block);
    let prose = |at: &usize| kinds[*at].0.is_running();
    let length = |range: std::ops::Range<usize>| range.filter(prose).map(|at| blocks[at].len).sum::<usize>();
    let first = (body.min(end)..end).find(prose)?;
    let ahead = || tells_plan(blocks[end].words(), rules);
    (headings.is_empty() || length(first..end) > length(end..blocks.len()) || ahead()).then_some(first)
}

/// The words under a heading, up to `next`, the next one, or to the paragraph that `leaves` what the heading speaks of.
fn content(blocks: &[Block], heading: usize, next: usize, leaves: &dyn Fn(&Block) -> bool) -> String {
    let mut content = String::new();
    for block in blocks[heading + 1..next].iter().filter(|block| block.sort == Sort::Text) {
        if !content.is_empty() && leaves(block) {
            break;
        }
        content.push_str(&block.text);
        if content.len() > 24_000 {
            break;
        }
    }
    content
}

/// The section of each block; a section of noise at the end where noise ends the text; and the spans of all sections.
fn homes(cleaned: &Cleaned, sections: &mut Vec<Section>, length: usize) -> Vec<usize> {
    let blocks = &cleaned.blocks;
    // the editor's line under a report is the report's; bylines of later copies are not
    let last = blocks
        .iter()
        .rposition(|block| block.sort == Sort::Text)
        .map(|last| last + blocks[last + 1..].iter().take_while(|block| matches!(block.sort, Sort::Byline(_))).count());
    if let Some(block) = blocks.get(last.map_or(0, |last| last + 1)).filter(|_| last.is_some()) {
        let start = place(cleaned, block).start;
        sections.push(Section {
            parent: None,
            level: 1,
            role: Role::Noise,
            heading: String::new(),
            heading_span: Span::new(start, start),
            span: Span::new(start, start),
            rule: "after-report",
        });
    }
    for at in 0..sections.len() {
        let start = if at == 0 { 0 } else { sections[at].heading_span.start };
        let level = sections[at].level;
        let next = sections[at + 1..].iter().find(|next| next.level <= level || at == 0);
        sections[at].span = Span::new(start, next.map_or(length, |next| next.heading_span.start));
    }
    let starts: Vec<usize> = sections.iter().map(|section| section.span.start).collect();
    blocks.iter().map(|block| starts.partition_point(|&start| start <= place(cleaned, block).start) - 1).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tiled(text: &str) -> Outline {
        let source = SourceText::new(text);
        let outline = outline(&source, &crate::structure::suite::RULES);
        let mut end = 0;
        for segment in &outline.segments {
            assert_eq!(segment.span.start, end, "segments tile the source: {text:?}");
            assert!(segment.span.end > end, "no segment is empty: {text:?}");
            end = segment.span.end;
        }
        assert_eq!(end, source.len(), "segments reach the end: {text:?}");
        outline
    }

    #[test]
    fn odd_texts_are_tiled() {
        for text in [
            "",
            "\n",
            "一",
            "<p>",
            "　　",
            "\u{200b}\n1\n2\n",
            "<!-- -->\n甲。",
            "[查看](http://a.cn)",
            "（一）\n（二）\n（三）",
        ] {
            tiled(text);
        }
    }

    #[test]
    fn a_page_number_cuts_no_sentence() {
        let text = "一、2023年工作回顾\n\n　　全年开展视察调研十二次，提出建议三十条，其中\n\n1\n\n十条被采纳。\n\n2\n\n二、2024年工作安排\n\n　　要新建协商室。\n\n3\n";
        let outline = tiled(text);
        let words: Vec<String> = outline.passages.iter().map(|p| outline.reading.slice(p.span)).collect();
        assert_eq!(words[1], "全年开展视察调研十二次，提出建议三十条，其中十条被采纳。");
        let noise = outline.segments.iter().filter(|segment| segment.kind == SegmentKind::Noise).count();
        assert_eq!(noise, 3);
    }
}

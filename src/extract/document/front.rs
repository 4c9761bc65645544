//! The front of a report: the lines that tell of the report itself.

use crate::structure::{Outline, Passage, Role, SegmentKind};
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
    pub name: String,
}

/// Paragraphs that count as the opening.
const OPENING: usize = 3;
/// Paragraphs among which a digest says who gave the report.
const NEWS: usize = 10;

impl Front {
    /// Collects the lines.
    pub fn read(source: &SourceText, outline: &Outline, name: &str) -> Self {
        let of = |kind: SegmentKind, take: usize| -> Vec<String> {
            let passages = outline.passages.iter().filter(|passage| passage.kind == kind && is_front(passage, outline));
            let words = passages.take(take).map(|passage| outline.reading.slice(passage.span));
            words.map(|words| words.trim_start_matches(['#', ' ']).to_owned()).collect()
        };
        let salutations = of(SegmentKind::Salutation, 4);
        let running = |passage: &&Passage| matches!(passage.kind, SegmentKind::Paragraph | SegmentKind::Lead);
        let opening: Vec<String> =
            outline.passages.iter().filter(running).take(OPENING).map(|p| outline.reading.slice(p.span)).collect();
        let mut leads = of(SegmentKind::Lead, 6);
        if leads.is_empty() {
            // a digest tells of the meeting and of the report in its own first paragraphs
            let first = outline.passages.iter().filter(running).take(NEWS);
            let first = first.filter(|passage| outline.sections[passage.section].heading_span.is_empty());
            let first = first.map(|passage| outline.reading.slice(passage.span));
            leads.extend(first.into_iter().find(|text| is_news(text)));
        }
        let margins = outline.segments.iter().filter(|segment| {
            segment.kind == SegmentKind::Noise && segment.rule != "scrap" && segment.span.len() <= 120
                || segment.rule == "scrap" && segment.span.len() > 20
        });
        Self {
            titles: of(SegmentKind::Title, 6),
            leads,
            bylines: of(SegmentKind::Byline, 8),
            requests: salutations.into_iter().filter(|text| text.contains("报告")).collect(),
            headlines: of(SegmentKind::Headline, 6),
            opening,
            margins: margins.take(400).map(|segment| source.slice(segment.span).to_owned()).collect(),
            name: name.rsplit('/').next().unwrap_or(name).to_owned(),
        }
    }

    /// The report's title: the first line that is one, else the first headline.
    pub fn title(&self) -> String {
        let title = self.titles.first().or(self.headlines.first());
        let words = title.map_or("", String::as_str);
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

/// Whether a paragraph tells of the meeting at which a report was given, and by whom.
fn is_news(text: &str) -> bool {
    let meets = ["开幕", "召开", "举行", "会议", "报讯", "日电", "全会", "大会"].iter().any(|word| text.contains(word));
    let given = ["作政府工作报告", "作工作报告", "作报告", "作了", "向大会报告", "向全会", "向大会作"];
    let on_behalf = text.contains("代表") || text.contains("委托");
    meets && text.contains("报告") && on_behalf && given.iter().any(|word| text.contains(word))
}

/// Whether a passage stands above the first section, or heads a report without headings.
fn is_front(passage: &Passage, outline: &Outline) -> bool {
    let section = &outline.sections[passage.section];
    section.role == Role::Front || section.heading_span.is_empty() && section.role != Role::Noise
}

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

impl Front {
    /// Collects the lines.
    pub fn read(source: &SourceText, outline: &Outline, name: &str) -> Self {
        let of = |kind: SegmentKind, take: usize| -> Vec<String> {
            let passages = outline.passages.iter().filter(|passage| passage.kind == kind && is_front(passage, outline));
            passages.take(take).map(|passage| outline.reading.slice(passage.span)).collect()
        };
        let salutations = of(SegmentKind::Salutation, 4);
        let margins = outline.segments.iter().filter(|segment| {
            segment.kind == SegmentKind::Noise && segment.rule != "scrap" && segment.span.len() <= 120
                || segment.rule == "scrap" && segment.span.len() > 20
        });
        let running = |passage: &&Passage| matches!(passage.kind, SegmentKind::Paragraph | SegmentKind::Lead);
        Self {
            titles: of(SegmentKind::Title, 6),
            leads: of(SegmentKind::Lead, 6),
            bylines: of(SegmentKind::Byline, 8),
            requests: salutations.into_iter().filter(|text| text.contains("报告")).collect(),
            headlines: of(SegmentKind::Headline, 6),
            opening: outline
                .passages
                .iter()
                .filter(running)
                .take(OPENING)
                .map(|p| outline.reading.slice(p.span))
                .collect(),
            margins: margins.take(400).map(|segment| source.slice(segment.span)).collect(),
            name: name.rsplit('/').next().unwrap_or(name).to_owned(),
        }
    }

    /// The report's title: the first line that is one, else the first headline.
    pub fn title(&self) -> String {
        let title = self.titles.first().or(self.headlines.first());
        title.map(|title| title.trim_start_matches(['#', ' ']).to_owned()).unwrap_or_default()
    }

    /// Lines that name the body and the meeting, the most telling first.
    pub fn lines(&self) -> impl Iterator<Item = &str> {
        let groups = [&self.leads, &self.titles, &self.bylines, &self.requests, &self.headlines];
        groups.into_iter().flatten().map(String::as_str)
    }
}

/// Whether a passage stands above the first section, or heads a report without headings.
fn is_front(passage: &Passage, outline: &Outline) -> bool {
    let section = &outline.sections[passage.section];
    section.role == Role::Front || section.heading_span.is_empty() && section.role != Role::Noise
}

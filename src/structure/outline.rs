//! The types of an outline: what structure finds and everything after it reads.

use crate::text::{Reading, Span, vocabulary};

/// What a stretch of source text is (codebook, "Sections and segments").
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SegmentKind {
    Title,
    Headline,
    Lead,
    Byline,
    Heading,
    Salutation,
    Paragraph,
    ListItem,
    Noise,
    Blank,
}

impl SegmentKind {
    /// Whether words of this kind are running text, read for what they report and promise; headings and titles are not.
    pub fn is_running(self) -> bool {
        matches!(self, Self::Paragraph | Self::ListItem | Self::Lead)
    }
}

/// What a section speaks of (codebook, "Sections and segments").
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    Front,
    Review,
    Problems,
    Guidance,
    Plan,
    Closing,
    Noise,
}

/// A stretch of source text with its kind. Segments tile the source: each begins where the one before ends.
#[derive(Clone, Debug)]
pub struct Segment {
    pub kind: SegmentKind,
    /// Index into [`Outline::sections`].
    pub section: usize,
    /// In the source.
    pub span: Span,
    /// The rule that decided the kind, for the ledger.
    pub rule: &'static str,
}

/// A section of the outline.
#[derive(Clone, Debug)]
pub struct Section {
    /// Index of the enclosing section.
    pub parent: Option<usize>,
    /// 1 is the outermost.
    pub level: u8,
    pub role: Role,
    /// The heading's words joined over wraps, empty where the section has none.
    pub heading: String,
    /// Where the heading stands in the source; empty at the section's start where it has none.
    pub heading_span: Span,
    /// The whole section with its heading and subsections, in the source.
    pub span: Span,
    /// The rule that decided the role.
    pub rule: &'static str,
}

/// A stretch of the reading text that is read as one: a paragraph joined over its wraps, a list item, a
/// heading, a title. Page numbers that cut it are not in it.
#[derive(Clone, Debug)]
pub struct Passage {
    /// Never noise or blank.
    pub kind: SegmentKind,
    /// Index into [`Outline::sections`].
    pub section: usize,
    /// In the reading text, without the LF that ends it.
    pub span: Span,
    /// What the passage speaks of: its section's role, unless its own words open another
    /// (今年要重点做好… in a report without headings).
    pub role: Role,
}

/// All that is known of a report's layout.
#[derive(Clone, Debug, Default)]
pub struct Outline {
    /// In the order of the source; the first is the front.
    pub sections: Vec<Section>,
    /// Tile the source.
    pub segments: Vec<Segment>,
    /// In the order of the reading text.
    pub passages: Vec<Passage>,
    pub reading: Reading,
    /// What a person should look at: a repeated body, a doubtful heading.
    pub findings: Vec<crate::issue::Finding>,
}

vocabulary!(SegmentKind {
    Title => "title", Headline => "headline", Lead => "lead", Byline => "byline", Heading => "heading",
    Salutation => "salutation", Paragraph => "paragraph", ListItem => "list_item", Noise => "noise", Blank => "blank",
});
vocabulary!(Role {
    Front => "front", Review => "review", Problems => "problems", Guidance => "guidance", Plan => "plan",
    Closing => "closing", Noise => "noise",
});

//! Outlines and ledgers of short reports, each with its text beside it.

mod digests;
mod ledger;
mod outline;

use std::sync::LazyLock;

use crate::rules::Rules;
use crate::structure::{Outline, SegmentKind};
use crate::text::SourceText;

/// Loaded once: the lexicons take longer than the reading.
pub static RULES: LazyLock<Rules> = LazyLock::new(Rules::builtin);

fn read(text: &str) -> (SourceText, Outline) {
    let source = SourceText::new(text);
    let outline = crate::structure::outline(&source, &RULES);
    (source, outline)
}

/// Each heading on a line: two blanks a level, the role, the words.
fn headings(text: &str) -> Vec<String> {
    let (_, outline) = read(text);
    let headed = outline.sections.iter().filter(|section| !section.heading.is_empty());
    headed
        .map(|section| {
            let indent = "  ".repeat(usize::from(section.level) - 1);
            format!("{indent}{} {}", section.role.name(), section.heading)
        })
        .collect()
}

/// Each segment that is no white space on a line: its kind and its words without blanks.
fn ledger(text: &str) -> Vec<String> {
    let (source, outline) = read(text);
    let worded = outline.segments.iter().filter(|segment| segment.kind != SegmentKind::Blank);
    worded
        .map(|segment| {
            let words: String = source.slice(segment.span).chars().filter(|c| !c.is_whitespace()).collect();
            format!("{} {words}", segment.kind.name())
        })
        .collect()
}

fn has(ledger: &[String], lines: &[&str]) {
    for line in lines {
        assert!(ledger.iter().any(|found| found == line), "expected {line:?} in {ledger:#?}");
    }
}

//! The year that a report plans for, where no heading says it: 2025年，全市要重点抓好…; 报告提出，2025年力争….

use crate::structure::ahead::{duties, names_plan, will};
use crate::structure::year::{years, years_at};
use crate::structure::{Outline, Role, SegmentKind};

/// Characters into a sentence within which it says which year it is about.
const HEAD: usize = 24;

/// What is said of a year that lies ahead, beside what every plan says.
const COMING: [&str; 5] = ["重点工作", "关键之年", "收官之年", "开局之年", "争取"];

/// The latest year in figures that a sentence of the plan opens with, where it, or the sentence after it, tells of what
/// is to come. `titled` is the year that the title names.
pub fn year(outline: &Outline, titled: Option<i32>) -> Option<i32> {
    let mut told: Vec<(i32, bool)> = titled.into_iter().map(|year| (year, false)).collect();
    for text in running(outline) {
        let sentences: Vec<&str> = sentences(&text).collect();
        for (at, sentence) in sentences.iter().enumerate() {
            let head: String = sentence.chars().take(HEAD).collect();
            let Some((year, place)) = years_at(&head).next() else { continue };
            // 到2026年 and 自2021年 say when, and not for what; 2024年以来 looks back
            let before = &head[..place.start];
            let placed =
                before.ends_with(['到', '至', '自', '从', '于', '比', '在', '过', '的']) && !before.ends_with("谈到");
            let back = sentence.contains("年以来") || sentence.contains("年来");
            let after = sentences.get(at + 1).copied().unwrap_or_default();
            let coming = !placed && !back && (comes(sentence) || comes(after) && sentence.chars().count() <= HEAD);
            // 将 also marks an object: it tells of things to come where an earlier year was spoken of
            let next = !placed && !back && will(sentence) && told.iter().any(|(other, _)| *other < year);
            told.push((year, coming || next));
        }
    }
    told.iter().filter(|(_, coming)| *coming).map(|(year, _)| *year).max()
}

/// Whether a sentence that tells of things to come begins with one of the words: 今年, 明年, 新的一年.
pub fn says(outline: &Outline, words: &[&str]) -> bool {
    running(outline).any(|text| {
        sentences(&text).any(|sentence| {
            let head: String = sentence.chars().take(HEAD / 2).collect();
            let named =
                words.iter().any(|word| head.find(word).is_some_and(|at| !head[at + word.len()..].starts_with("以来")));
            named && (will(sentence) || comes(sentence))
        })
    })
}

/// Whether the report speaks of next year: it was given before that began.
pub fn says_next(outline: &Outline) -> bool {
    outline.sections.iter().any(|section| section.role == Role::Plan && section.heading.contains("明年"))
        || running(outline).any(|text| text.contains("明年"))
}

/// Whether the running text names a year.
pub fn names(outline: &Outline, year: i32) -> bool {
    running(outline).any(|text| years(&text).any(|named| named == year))
}

/// Whether words tell of things to come.
fn comes(words: &str) -> bool {
    duties(words).next().is_some() || names_plan(words) || COMING.iter().any(|word| words.contains(word))
}

/// The running text of a report, paragraph by paragraph.
fn running(outline: &Outline) -> impl Iterator<Item = String> + '_ {
    let kinds = |kind| matches!(kind, SegmentKind::Paragraph | SegmentKind::ListItem | SegmentKind::Lead);
    let passages = outline.passages.iter().filter(move |passage| kinds(passage.kind));
    let passages = passages.filter(|passage| !matches!(passage.role, Role::Closing | Role::Guidance | Role::Noise));
    passages.map(|passage| outline.reading.slice(passage.span))
}

fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.split(['。', '；', '！', '\n']).map(str::trim).filter(|sentence| !sentence.is_empty())
}

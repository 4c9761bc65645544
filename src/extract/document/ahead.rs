//! The year that a report plans for, where no heading says it: 2025年，全市要重点抓好…; 报告提出，2025年力争….

use crate::structure::year::{years, years_at};
use crate::structure::{Outline, Role, SegmentKind};

/// Characters into a sentence within which it says which year it is about.
const HEAD: usize = 24;

/// Words that tell of things to come.
const COMING: [&str; 18] = [
    "力争",
    "打算",
    "计划安排",
    "预期",
    "总体思路",
    "总体要求",
    "主要目标",
    "工作安排",
    "重点任务",
    "重点工作",
    "关键之年",
    "收官之年",
    "开局之年",
    "工作部署",
    "拟开展",
    "拟组织",
    "下一步",
    "争取",
];

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
            let comes = |words: &str| is_modal(words, '要') || COMING.iter().any(|word| words.contains(word));
            let coming = !placed && !back && (comes(sentence) || comes(after) && sentence.chars().count() <= HEAD);
            // 将 also marks an object: it tells of things to come where an earlier year was spoken of
            let next = !placed && !back && is_modal(sentence, '将') && told.iter().any(|(other, _)| *other < year);
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
            named
                && (is_modal(sentence, '要') || is_modal(sentence, '将') || COMING.iter().any(|w| sentence.contains(w)))
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

/// Whether 要 or 将 stands as a word of its own, and not in 主要, 要求, 即将.
fn is_modal(text: &str, word: char) -> bool {
    text.match_indices(word).any(|(at, _)| {
        let inside =
            text[..at].ends_with(['主', '重', '需', '只', '不', '纪', '摘', '概', '次', '首', '必', '简', '即', '须']);
        let before = text[at + word.len_utf8()..].starts_with(['求', '素', '点', '闻', '事', '件', '领']);
        !inside && !before
    })
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

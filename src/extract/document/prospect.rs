//! What the running text says of times to come: 2025年，全市要重点抓好…; 报告提出，2025年力争…. Most reports say in a heading for
//! which year they plan; where none does, their whole text is read for it, once.

use std::cell::OnceCell;

use super::numeral::is_figure;
use crate::structure::ahead::{duties, names_plan, will};
use crate::structure::year::{is_bound, years, years_at};
use crate::structure::{Outline, Role};
use crate::text::compare::begins_with;
use crate::text::string;

/// Characters into a sentence within which it says which year it is about.
const HEAD: usize = 24;

/// What is said of a year that lies ahead, beside what every plan says.
const COMING: [&str; 5] = ["重点工作", "关键之年", "收官之年", "开局之年", "争取"];

/// Words for the time to come, with which a sentence of a plan opens.
const TIMES: [&str; 5] = ["今年", "明年", "新的一年", "来年", "下一步"];

/// What a report says of times to come, read when first asked for.
pub struct Prospect<'a> {
    outline: &'a Outline,
    text: OnceCell<Told>,
}

/// What was found in the running text.
#[derive(Debug, Default)]
struct Told {
    /// The years that sentences open with.
    opened: Vec<Opened>,
    /// Every year that is named.
    named: Vec<i32>,
    /// Which of [`TIMES`] open a sentence that tells of things to come.
    times: [bool; TIMES.len()],
    next_year: bool,
}

/// A sentence that opens with a year.
#[derive(Clone, Copy, Debug)]
struct Opened {
    year: i32,
    /// It, or the sentence after it, tells of what is to come.
    coming: bool,
    /// 将 stands in it, which also marks an object.
    will: bool,
}

impl<'a> Prospect<'a> {
    pub fn of(outline: &'a Outline) -> Self {
        Self { outline, text: OnceCell::new() }
    }

    fn text(&self) -> &Told {
        self.text.get_or_init(|| {
            let mut told = Told::default();
            running(self.outline).for_each(|text| told.read(text));
            told
        })
    }

    /// The latest year in figures that a sentence of the plan opens with. `titled` is the year that the title names.
    pub fn year(&self, titled: Option<i32>) -> Option<i32> {
        let mut earliest = titled;
        let mut latest: Option<i32> = None;
        for &Opened { year, coming, will } in &self.text().opened {
            // 将 tells of things to come where an earlier year was spoken of
            if coming || will && earliest.is_some_and(|earliest| earliest < year) {
                latest = latest.max(Some(year));
            }
            earliest = Some(earliest.map_or(year, |earliest| earliest.min(year)));
        }
        latest
    }

    /// Whether a sentence that tells of things to come opens with one of the words.
    pub fn says(&self, words: &[&str]) -> bool {
        TIMES.iter().zip(self.text().times).any(|(time, told)| told && words.contains(time))
    }

    /// Whether the report speaks of next year: it was given before that began.
    pub fn says_next(&self) -> bool {
        let headed =
            |section: &crate::structure::Section| section.role == Role::Plan && section.heading.contains("明年");
        self.outline.sections.iter().any(headed) || self.text().next_year
    }

    /// Whether the running text names a year.
    pub fn names(&self, year: i32) -> bool {
        self.text().named.contains(&year)
    }
}

impl Told {
    /// Reads one paragraph. Most sentences say nothing of times, and only those that do are written out.
    fn read(&mut self, text: &[char]) {
        // without any of 年 and 下一步
        if !text.iter().any(|c| matches!(c, '年' | '下')) {
            return;
        }
        for (at, _) in text.iter().enumerate().filter(|(_, c)| **c == '年') {
            self.next_year |= text[..at].ends_with(&['明']);
            self.note_year(trim(&text[..at]));
        }
        let sentences = text.split(|c| matches!(c, '。' | '；' | '！' | '\n')).map(trim);
        let mut sentences = sentences.filter(|words| !words.is_empty()).peekable();
        while let Some(sentence) = sentences.next() {
            let head = &sentence[..sentence.len().min(HEAD)];
            if head.contains(&'年') {
                self.opened.extend(opened(sentence, &string(head), sentences.peek().copied()));
            }
            self.note_times(sentence);
        }
    }

    /// Notes the year whose digits end the words in front of 年.
    fn note_year(&mut self, before: &[char]) {
        if !before.last().is_some_and(|&c| is_figure(c)) {
            return;
        }
        // its digits, and one more character: a longer number is none
        let digits = &before[before.len().saturating_sub(5)..];
        for year in years(&(string(digits) + "年")) {
            if !self.named.contains(&year) {
                self.named.push(year);
            }
        }
    }

    fn note_times(&mut self, sentence: &[char]) {
        let head = &sentence[..sentence.len().min(HEAD / 2)];
        // what all of them begin with
        if !head.iter().any(|c| matches!(c, '今' | '明' | '新' | '来' | '下')) {
            return;
        }
        let opens = |time: &str| {
            let at = (0..head.len()).find(|&at| begins_with(&head[at..], time));
            at.is_some_and(|at| !begins_with(&head[at + time.chars().count()..], "以来"))
        };
        for (time, told) in TIMES.iter().zip(&mut self.times) {
            if !*told && opens(time) {
                let sentence = string(sentence);
                *told = will(&sentence) || comes(&sentence);
            }
        }
    }
}

/// Without the blanks around.
fn trim(chars: &[char]) -> &[char] {
    let is_word = |c: &char| !c.is_whitespace();
    let start = chars.iter().position(is_word).unwrap_or(chars.len());
    let end = chars.iter().rposition(is_word).map_or(start, |last| last + 1);
    &chars[start..end]
}

/// The year that opens a sentence as what it is about; `after` is the sentence behind it.
fn opened(sentence: &[char], head: &str, after: Option<&[char]>) -> Option<Opened> {
    let (year, place) = years_at(head).next()?;
    let sentence = string(sentence);
    // 2024年以来 looks back
    let placed = is_bound(&head[..place.start]);
    let back = sentence.contains("年以来") || sentence.contains("年来");
    let ahead = !placed && !back;
    let coming = || comes(&sentence) || sentence == head && after.is_some_and(|after| comes(&string(after)));
    Some(Opened { year, coming: ahead && coming(), will: ahead && will(&sentence) })
}

/// Whether words tell of things to come.
fn comes(words: &str) -> bool {
    duties(words).next().is_some() || names_plan(words) || COMING.iter().any(|word| words.contains(word))
}

/// The running text of a report, paragraph by paragraph.
fn running(outline: &Outline) -> impl Iterator<Item = &[char]> {
    let passages = outline.passages.iter().filter(|passage| passage.kind.is_running());
    let passages = passages.filter(|passage| !matches!(passage.role, Role::Closing | Role::Guidance | Role::Noise));
    passages.map(|passage| &outline.reading.chars()[passage.span.range()])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> Told {
        let mut told = Told::default();
        told.read(&text.chars().collect::<Vec<char>>());
        told
    }

    #[test]
    fn years_and_times_are_read_on_the_characters() {
        assert_eq!(told("自2024 年起，到二〇二五年和12024年，五年共2024年").named, [2024, 2025]);
        assert_eq!(told("全力抓好各项工作").opened.len(), 0);
        let opened = told("全年平稳。 2025年，要新建学校3所").opened;
        assert!(matches!(opened[..], [Opened { year: 2025, coming: true, .. }]));
        assert!(told("展望明年").next_year && !told("文明、年轻").next_year);
        assert_eq!(told("下一步，要抓好落实；今年以来成绩显著").times, [false, false, false, false, true]);
    }
}

//! The same report twice: same bytes, or the same words in another format or encoding. The first one in the order of
//! names is published; the others are named in documents with `duplicate_of`, so that nothing is counted twice.
//!
//! Words are what is no noise: a page number or a menu makes no other report.

use std::collections::BTreeMap;

use super::hash;
use super::manifest::{DocumentEntry, FirstEntry};
use crate::Document;
use crate::issue::{Finding, Severity};
use crate::structure::SegmentKind;
use crate::tables::document_id;
use crate::text::fold;

/// The reports seen so far in a run, by what identifies their words.
#[derive(Default)]
pub struct Seen {
    first: BTreeMap<String, FirstEntry>,
}

impl Seen {
    /// Marks `document` where a report with the same words came before it, and gives its entry in the manifest.
    pub fn mark(&mut self, document: &mut Document) -> DocumentEntry {
        let words = words(document);
        let first = self.first_of(&words, &document_id(document)).cloned();
        if let Some(first) = &first {
            document.records.findings.push(Finding {
                code: "duplicate",
                severity: Severity::Info,
                message: format!(
                    "expected each report once, found the same as in {}; its rows are published for {} alone; \
                     remove one of the two files",
                    first.name, first.doc_id
                ),
                span: None,
            });
            document.duplicate_of = Some(first.doc_id.clone());
        }
        let name = document.source.name.clone();
        let entry = DocumentEntry { doc_id: document_id(document), name, words, first };
        self.see(&entry);
        entry
    }

    /// Whether reports that were known from the last run still repeat, or do not repeat, what they did.
    pub fn agrees(&self, entries: &[DocumentEntry]) -> bool {
        let mut within = Self::default();
        entries.iter().all(|entry| {
            let before = self.first_of(&entry.words, &entry.doc_id);
            let agrees = match (&entry.first, within.first_of(&entry.words, &entry.doc_id)) {
                (Some(first), Some(here)) => before.is_none() && first == here,
                (first, _) => first.as_ref() == before,
            };
            within.see(entry);
            agrees
        })
    }

    /// Remembers a report.
    pub fn see(&mut self, entry: &DocumentEntry) {
        if entry.first.is_some() {
            return;
        }
        for key in [&entry.words, &entry.doc_id].into_iter().filter(|key| !key.is_empty()) {
            let first = FirstEntry { doc_id: entry.doc_id.clone(), name: entry.name.clone() };
            self.first.entry(key.clone()).or_insert(first);
        }
    }

    /// The first report with these words, or with the bytes that its id is made from: bytes that are read as another
    /// format may give other words, and are the same report all the same.
    fn first_of(&self, words: &str, doc_id: &str) -> Option<&FirstEntry> {
        let of_bytes = doc_id.get(..ID_LENGTH).unwrap_or(doc_id);
        self.first.get(words).or_else(|| self.first.get(of_bytes))
    }
}

/// Length of an id without what a repeat has after it.
const ID_LENGTH: usize = "doc-0123456789ab".len();

/// Hash of the words, whatever the line ends, blanks and widths; empty for a text without words, since such texts are
/// not the same report.
fn words(document: &Document) -> String {
    let mut is_word = vec![true; document.text.len()];
    for segment in document.records.segments.iter().filter(|segment| segment.kind == SegmentKind::Noise) {
        is_word[segment.span.range()].fill(false);
    }
    let words: String = std::iter::zip(document.text.chars(), is_word)
        .filter(|(c, is_word)| *is_word && !c.is_whitespace())
        .map(|(&c, _)| fold(c, None, None))
        .collect();
    if words.is_empty() { words } else { hash::bytes(words.as_bytes()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::Source;
    use crate::structure::Segment;
    use crate::text::{SourceText, Span};

    fn document(name: &str, sha256: &str, text: &str) -> Document {
        let source = Source { name: name.into(), sha256: sha256.into(), ..Source::default() };
        Document { source, text: SourceText::new(text), ..Document::default() }
    }

    #[test]
    fn same_words_with_other_breaks_and_widths_are_marked_once() {
        let mut seen = Seen::default();
        let mut first = document("a.txt", "aaaaaaaaaaaaaaaa", "新建学校20所，\n修路3条。");
        let mut again = document("b.docx", "bbbbbbbbbbbbbbbb", "新建学校２０所,修路3条。\n");
        let mut other = document("c.txt", "cccccccccccccccc", "新建学校21所，修路3条。");
        for document in [&mut first, &mut again, &mut other] {
            seen.mark(document);
        }
        assert_eq!(first.duplicate_of, None);
        assert_eq!(again.duplicate_of.as_deref(), Some("doc-aaaaaaaaaaaa"));
        assert!(again.records.findings[0].message.contains("a.txt"));
        assert_eq!(other.duplicate_of, None);
    }

    #[test]
    fn same_bytes_read_as_another_format_are_the_same_report() {
        let mut seen = Seen::default();
        let mut page = document("a.html", "aaaaaaaaaaaaaaaa", "新建学校20所。");
        let mut source = document("b.txt", "aaaaaaaaaaaaaaaa", "<p>新建学校20所。</p>");
        let entries = [seen.mark(&mut page), seen.mark(&mut source)];
        assert_eq!(source.duplicate_of.as_deref(), Some("doc-aaaaaaaaaaaa"));
        assert_ne!(entries[0].doc_id, entries[1].doc_id, "ids are keys");
        assert!(Seen::default().agrees(&entries), "both in one input");
        assert!(seen.agrees(&entries[1..]));
    }

    #[test]
    fn noise_makes_no_other_report() {
        let mut seen = Seen::default();
        let mut pages = document("a.pdf", "aaaaaaaaaaaaaaaa", "新建学校20所。\n— 1 —\n");
        let segment = |kind, span| Segment { kind, section: 0, span, rule: "" };
        pages.records.segments =
            vec![segment(SegmentKind::Paragraph, Span::new(0, 9)), segment(SegmentKind::Noise, Span::new(9, 15))];
        let mut plain = document("b.txt", "bbbbbbbbbbbbbbbb", "新建学校20所。");
        seen.mark(&mut pages);
        seen.mark(&mut plain);
        assert_eq!(plain.duplicate_of.as_deref(), Some("doc-aaaaaaaaaaaa"));
    }

    #[test]
    fn known_report_agrees_while_what_it_repeats_is_the_same() {
        let mut seen = Seen::default();
        let first = seen.mark(&mut document("b.txt", "bbbbbbbbbbbbbbbb", "新建学校20所。"));
        let again = seen.mark(&mut document("c.txt", "cccccccccccccccc", "新建学校20所。"));
        assert!(Seen::default().agrees(std::slice::from_ref(&first)));
        assert!(!Seen::default().agrees(std::slice::from_ref(&again)), "the first one is gone");
        let mut earlier = Seen::default();
        earlier.mark(&mut document("a.txt", "aaaaaaaaaaaaaaaa", "新建学校20所。"));
        assert!(!earlier.agrees(std::slice::from_ref(&first)), "another came before it");
        assert!(!earlier.agrees(std::slice::from_ref(&again)), "another is the first now");
        assert!(seen.agrees(std::slice::from_ref(&again)));
    }
}

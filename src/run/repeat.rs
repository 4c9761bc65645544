//! The same report twice: same bytes, or the same words in another format or encoding. The first one in the order of
//! names is published; the others are named in documents with `duplicate_of`, so that nothing is counted twice.

use std::collections::BTreeMap;

use super::hash;
use super::manifest::{DocumentEntry, FirstEntry};
use crate::Document;
use crate::issue::{Finding, Severity};
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
        let first = self.first.get(&words).cloned();
        if let Some(first) = &first {
            document.records.findings.push(Finding {
                code: "duplicate",
                severity: Severity::Info,
                message: format!(
                    "expected each report once, found the same words as in {}; its rows are published for {} alone; \
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
        let mut within: BTreeMap<&str, &str> = BTreeMap::new();
        entries.iter().all(|entry| {
            let before = self.first.get(&entry.words);
            let agrees = match (&entry.first, within.get(entry.words.as_str())) {
                (Some(first), Some(doc_id)) => before.is_none() && first.doc_id == *doc_id,
                (first, _) => first.as_ref() == before,
            };
            if entry.first.is_none() && !entry.words.is_empty() {
                within.insert(&entry.words, &entry.doc_id);
            }
            agrees
        })
    }

    /// Remembers a report.
    pub fn see(&mut self, entry: &DocumentEntry) {
        if entry.first.is_none() && !entry.words.is_empty() {
            let first = FirstEntry { doc_id: entry.doc_id.clone(), name: entry.name.clone() };
            self.first.entry(entry.words.clone()).or_insert(first);
        }
    }
}

/// Hash of the words, whatever the line ends, blanks and widths; empty for a text without words, since such texts are
/// not the same report.
fn words(document: &Document) -> String {
    let mut words = String::with_capacity(document.text.len() * 3);
    words.extend(document.text.chars().iter().filter(|c| !c.is_whitespace()).map(|&c| fold(c, None, None)));
    if words.is_empty() { words } else { hash::bytes(words.as_bytes()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::Source;
    use crate::text::SourceText;

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

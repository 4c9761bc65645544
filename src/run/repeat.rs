//! The same report twice: same bytes, or the same words in another format or encoding. The first one in the order of
//! names is published; the others are named in documents with `duplicate_of`, so that nothing is counted twice.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use crate::Document;
use crate::issue::{Finding, Severity};
use crate::tables::document_id;
use crate::text::fold;

/// What identifies a text whatever its line ends, blanks and widths.
type Key = [u8; 32];

/// The reports seen so far in a run.
#[derive(Default)]
pub struct Seen {
    /// Id and name of the first report with that text.
    first: BTreeMap<Key, (String, String)>,
}

impl Seen {
    /// Marks `document` where a report with the same words came before it.
    pub fn mark(&mut self, document: &mut Document) {
        let Some(key) = key(document) else { return };
        if let Some((id, name)) = self.first.get(&key) {
            document.records.findings.push(Finding {
                code: "duplicate",
                severity: Severity::Info,
                message: format!(
                    "expected each report once, found the same words as in {name}; its rows are published for {id} \
                     alone; remove one of the two files"
                ),
                span: None,
            });
            document.duplicate_of = Some(id.clone());
        } else {
            self.first.insert(key, (document_id(document), document.source.name.clone()));
        }
    }
}

/// None for a text without words: such texts are not the same report.
fn key(document: &Document) -> Option<Key> {
    let mut words = String::with_capacity(document.text.len() * 3);
    words.extend(document.text.chars().iter().filter(|c| !c.is_whitespace()).map(|&c| fold(c, None, None)));
    (!words.is_empty()).then(|| Sha256::digest(words.as_bytes()).into())
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
}

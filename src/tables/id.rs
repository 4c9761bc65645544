//! Ids: stable when other documents come and go, and never read as a number by a spreadsheet, since each begins with
//! a letter. An id is made from its own document alone: digits of the source's sha256 and an offset.

use std::collections::HashMap;

use sha2::{Digest, Sha256};

use crate::Document;
use crate::intake::Failure;

/// How many hex digits of a sha256 name a document.
const DIGITS: usize = 12;

/// The id of a report: `doc-` and 12 hex digits of its source's sha256. A repeat of bytes that are published under
/// that id already has digits of its name after it.
pub fn document_id(document: &Document) -> String {
    let sha256 = &document.source.sha256;
    let id = format!("doc-{}", sha256.get(..DIGITS).unwrap_or(sha256));
    if document.duplicate_of.as_ref() == Some(&id) {
        return format!("{id}-{}", &hex(&[&document.source.name])[..8]);
    }
    id
}

/// The digits that the ids of a document's rows share.
pub fn digits(document: &Document) -> String {
    document_id(document).trim_start_matches("doc-").to_owned()
}

/// The digits of an input that gave no document.
pub fn failure_digits(failure: &Failure) -> String {
    hex(&[&failure.name, failure.code, &failure.message])[..DIGITS].to_owned()
}

fn hex(parts: &[&str]) -> String {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update(part.as_bytes());
        hash.update([0]);
    }
    hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Gives ids within one document: the second row that would have the same id has `-2` after it.
#[derive(Default)]
pub struct Numbering(HashMap<String, usize>);

impl Numbering {
    /// `id` itself the first time, then `id-2`, `id-3` ….
    pub fn next(&mut self, id: String) -> String {
        let times = self.0.entry(id.clone()).or_insert(0);
        *times += 1;
        if *times == 1 { id } else { format!("{id}-{times}") }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::Source;

    fn document(sha256: &str, name: &str, duplicate_of: Option<&str>) -> Document {
        Document {
            source: Source { sha256: sha256.into(), name: name.into(), ..Source::default() },
            duplicate_of: duplicate_of.map(str::to_owned),
            ..Document::default()
        }
    }

    #[test]
    fn a_document_is_named_by_its_bytes_and_a_repeat_by_its_name_too() {
        let first = document("0123456789abcdef", "a.txt", None);
        assert_eq!(document_id(&first), "doc-0123456789ab");
        let repeat = document_id(&document("0123456789abcdef", "b.txt", Some("doc-0123456789ab")));
        assert!(repeat.starts_with("doc-0123456789ab-") && repeat.len() == 25, "{repeat}");
        let other = document("fedcba9876543210", "c.txt", Some("doc-0123456789ab"));
        assert_eq!(document_id(&other), "doc-fedcba987654", "another file with the same text has bytes of its own");
    }

    #[test]
    fn rows_at_one_place_are_numbered() {
        let mut ids = Numbering::default();
        let given: Vec<String> = ["a-1", "a-2", "a-1", "a-1"].map(|id| ids.next(id.into())).into();
        assert_eq!(given, ["a-1", "a-2", "a-1-2", "a-1-3"]);
    }
}

//! Verifies a published set against itself and the texts that its rows quote, part by part.

use std::path::Path;

use anyhow::Result;

use super::Published;
use crate::tables::{Checker, grounded};
use crate::text::SourceText;

/// Documents that are held in memory together.
const PART: usize = 256;

/// Checks keys, references, vocabularies and required cells of the set in `folder`, and that its rows quote the texts
/// which `text_of` gives by document id. Tells how many documents it holds.
///
/// # Errors
/// [`Violations`](crate::tables::Violations) of the first part that has any, or the error of a file.
pub fn verify(folder: &Path, mut text_of: impl FnMut(&str) -> Result<SourceText>) -> Result<usize> {
    let mut published = Published::open(folder)?;
    let documents = published.documents();
    let mut checker = Checker::default();
    for part in documents.chunks(PART) {
        let set = published.take(part)?;
        checker.check(&set)?;
        grounded(&set, &mut text_of)?;
    }
    Ok(documents.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::{Headers, Options, Sink};
    use crate::tables::Violations;
    use crate::tables::sample::{TEXT, report};

    fn set() -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        let options =
            Options { bom: true, headers: Headers::En, version: "1".into(), rules_fingerprint: "f00d".into() };
        let mut sink = Sink::create(folder.path(), &options).unwrap();
        for (name, digit) in [("a.txt", "a"), ("b.txt", "b")] {
            sink.append(&[Ok(report(name, &digit.repeat(16)))]).unwrap();
        }
        sink.finish().unwrap();
        folder
    }

    #[test]
    fn a_set_as_written_is_sound() {
        assert_eq!(verify(set().path(), |_| Ok(SourceText::new(TEXT))).unwrap(), 2);
    }

    #[test]
    fn a_text_that_was_changed_is_told() {
        let text_of = |id: &str| Ok(SourceText::new(if id.contains('a') { TEXT } else { "二" }));
        let error = verify(set().path(), text_of).unwrap_err().downcast::<Violations>().unwrap();
        assert!(error.to_string().contains("seg-bbbbbbbbbbbb-0"), "{error}");
    }
}

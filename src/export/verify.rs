//! Verifies a published set against itself and the texts that its rows quote, part by part.

use anyhow::Result;

use super::Published;
use crate::tables::{Checker, grounded};
use crate::text::SourceText;

/// Documents that are held in memory together.
const PART: usize = 256;

/// Checks keys, references, vocabularies and required cells of a set whose documents are `documents`, in its order,
/// and that its rows quote the texts which `text_of` gives by document id.
///
/// # Errors
/// [`Violations`](crate::tables::Violations) of the first part that has any, or the error of a file.
pub fn verify(
    mut published: Published,
    documents: &[String],
    mut text_of: impl FnMut(&str) -> Result<SourceText>,
) -> Result<()> {
    let mut checker = Checker::default();
    for part in documents.chunks(PART) {
        let set = published.take(part)?;
        checker.check(&set)?;
        grounded(&set, &mut text_of)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::{Options, Sink};
    use crate::tables::Violations;
    use crate::tables::sample::{TEXT, report};

    fn verified(text_of: impl FnMut(&str) -> Result<SourceText>) -> Result<()> {
        let folder = tempfile::tempdir().unwrap();
        let mut sink = Sink::create(folder.path(), &Options::default()).unwrap();
        for (name, digit) in [("a.txt", "a"), ("b.txt", "b")] {
            sink.append(&[Ok(report(name, &digit.repeat(16)))]).unwrap();
        }
        let ids = ["a", "b"].map(|digit| format!("doc-{}", digit.repeat(12)));
        let written = sink.finish().unwrap();
        let paths = written.iter().map(|file| file.path.as_str());
        let published = Published::open(folder.path(), paths, ids.iter().map(String::as_str)).unwrap();
        verify(published, &ids, text_of)
    }

    #[test]
    fn a_set_as_written_is_sound() {
        verified(|_| Ok(SourceText::new(TEXT))).unwrap();
    }

    #[test]
    fn a_text_that_was_changed_is_told() {
        let text_of = |id: &str| Ok(SourceText::new(if id.contains('a') { TEXT } else { "二" }));
        let error = verified(text_of).unwrap_err().downcast::<Violations>().unwrap();
        assert!(error.to_string().contains("seg-bbbbbbbbbbbb-0"), "{error}");
    }
}

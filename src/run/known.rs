//! What is known from the last run. A report is read again only when its bytes, what is given beside it, the rules,
//! the program or the options of reading have changed; else its rows are taken from the published set, so there is no
//! second store that could disagree with it. What was published is trusted only as far as its hashes hold.

use std::fs;
use std::path::Path;

use rayon::prelude::*;

use super::hash;
use super::manifest::{InputEntry, Manifest, OutputEntry};
use crate::export::Published;
use crate::intake::{self, Input};
use crate::rules::Rules;

/// The last set, as far as this run may build on it.
#[derive(Clone, Copy, Default)]
pub struct Known<'a>(Option<(&'a Path, &'a Manifest)>);

impl<'a> Known<'a> {
    /// What can be taken from the set in `output`, which was read under `last.reading`: nothing where this run reads
    /// otherwise. The tables are given back open, since they are read in one pass.
    pub fn open(output: &'a Path, last: Option<&'a Manifest>, reading: &str) -> Option<(Self, Published)> {
        let last = last.filter(|last| last.reading == reading)?;
        let tables: Vec<&OutputEntry> =
            last.outputs.iter().filter(|entry| entry.path.starts_with("parquet/")).collect();
        if !tables.par_iter().all(|entry| is_unharmed(&output.join(&entry.path), entry)) {
            tracing::warn!("the published tables are not as they were written; every report is read again");
            return None;
        }
        let paths = tables.iter().map(|entry| entry.path.as_str());
        let order = last.documents().map(|document| document.doc_id.as_str());
        let published = Published::open(output, paths, order).inspect_err(|error| {
            tracing::warn!("{error:#}; every report is read again");
        });
        Some((Self(Some((output, last))), published.ok()?))
    }

    /// The entry of an input that was read whole, has not changed since, and whose texts are as they were written.
    pub fn unchanged(&self, input: &Input, sha256: &str) -> Option<&'a InputEntry> {
        let (output, last) = self.0?;
        let entry = last.input(&input.name)?;
        let is_same = entry.sha256 == sha256 && entry.given == given(input);
        let is_complete = entry.failures.is_empty() && !entry.documents.is_empty();
        let has_texts = || {
            entry.documents.iter().all(|document| {
                let path = text_path(&document.doc_id);
                last.output(&path).is_some_and(|text| is_unharmed(&output.join(&path), text))
            })
        };
        (is_same && is_complete && has_texts()).then_some(entry)
    }

    /// Takes the text of a report over into `folder`, without a copy where the file system can do so.
    ///
    /// # Errors
    /// Where the disk refuses.
    pub fn take_text(&self, doc_id: &str, folder: &Path) -> std::io::Result<OutputEntry> {
        let path = text_path(doc_id);
        let (output, last) = self.0.ok_or(std::io::ErrorKind::NotFound)?;
        let (old, new) = (output.join(&path), folder.join(&path));
        fs::hard_link(&old, &new).or_else(|_| fs::copy(&old, &new).map(|_| ()))?;
        last.output(&path).cloned().ok_or_else(|| std::io::ErrorKind::NotFound.into())
    }
}

/// Where the text of a report stands, from the output folder.
pub fn text_path(doc_id: &str) -> String {
    format!("text/{doc_id}.txt")
}

/// What is given beside an input, as one word for the manifest; empty where nothing is.
pub fn given(input: &Input) -> String {
    if input.given.is_empty() {
        return String::new();
    }
    hash::bytes(format!("{:?}", input.given).as_bytes())
}

/// Everything but the input that decides what is read from it, as one word: the rules, the options of reading, the
/// version, and the very build, since a contributor changes code without changing the version.
pub fn reading(rules: &Rules, options: &intake::Options) -> String {
    let build = std::env::current_exe().and_then(fs::metadata).map(|exe| (exe.len(), exe.modified().ok()));
    let told = format!("{} {} {options:?} {:?}", env!("CARGO_PKG_VERSION"), rules.fingerprint(), build.ok());
    hash::bytes(told.as_bytes())
}

/// Whether a published file is as it was written.
pub fn is_unharmed(path: &Path, entry: &OutputEntry) -> bool {
    let is_long_enough = fs::metadata(path).is_ok_and(|found| found.len() == entry.bytes);
    is_long_enough && hash::file(path).is_ok_and(|(sha256, _)| sha256 == entry.sha256)
}

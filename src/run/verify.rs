//! Verifies a published set: that its files are as they were written, that keys, references and vocabularies hold,
//! that every row quotes the words of its text, and that the texts are those of the reports in the raw folder. It
//! takes nobody's word but the manifest's, and tells every fault.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result};
use rayon::prelude::*;

use super::exit::Stop;
use super::hash;
use super::known::text_path;
use super::manifest::{DocumentEntry, InputEntry, Manifest, OutputEntry};
use super::publish;
use crate::export::{self, Published};
use crate::intake::{self, Input};
use crate::tables::Violations;
use crate::text::SourceText;

/// What was verified, and what does not hold.
#[derive(Clone, Debug, Default)]
pub struct Verdict {
    pub files: usize,
    pub inputs: usize,
    pub documents: usize,
    /// Sentences.
    pub faults: Vec<String>,
}

/// Options of the run that published the set in `output`, as its manifest tells them.
///
/// # Errors
/// Where there is no set.
pub fn published_options(output: &Path) -> Result<serde_json::Value, Stop> {
    Ok(manifest(output)?.options)
}

fn manifest(output: &Path) -> Result<Manifest, Stop> {
    let output_name = output.display();
    Manifest::read(output)?.ok_or_else(|| {
        Stop::usage(format!(
            "expected a published set in {output_name}, found none; run baobiao, or name another with --output"
        ))
    })
}

/// Verifies the set in `output` against the reports in `raw`, which are read with `options`.
///
/// # Errors
/// Where there is no set, or another one was published meanwhile.
pub fn verify(raw: &Path, output: &Path, options: &intake::Options) -> Result<Verdict, Stop> {
    let manifest = manifest(output)?;
    if publish::is_pending(output) {
        return Err(Stop::failed(
            "a run was cut while it put its set in place, or does so now; run baobiao to bring it to its end, then verify",
        ));
    }
    let mut faults: Vec<String> =
        manifest.outputs.par_iter().filter_map(|entry| harmed(&output.join(&entry.path), entry)).collect();
    if faults.is_empty() {
        faults.extend(tables(output, &manifest));
    }
    let texts: BTreeMap<&str, &str> =
        manifest.outputs.iter().map(|entry| (entry.path.as_str(), entry.sha256.as_str())).collect();
    let inputs = manifest.inputs.par_iter().filter(|entry| !entry.sha256.is_empty());
    faults.extend(inputs.flat_map_iter(|entry| otherwise(raw, entry, options, &texts)).collect::<Vec<_>>());
    let now = self::manifest(output)?;
    if (&now.started, &now.finished) != (&manifest.started, &manifest.finished) {
        return Err(Stop::failed("a run published another set while this one was verified; verify again"));
    }
    let documents = documents(&manifest).len();
    Ok(Verdict { files: manifest.outputs.len(), inputs: manifest.inputs.len(), documents, faults })
}

fn documents(manifest: &Manifest) -> Vec<String> {
    manifest.documents().map(|document| document.doc_id.clone()).collect()
}

/// What is wrong with a published file.
fn harmed(path: &Path, entry: &OutputEntry) -> Option<String> {
    let (name, bytes, sha256) = (&entry.path, entry.bytes, &entry.sha256);
    match hash::file(path) {
        Ok((found, size)) if (&found, size) == (sha256, bytes) => None,
        Ok((found, size)) => Some(format!(
            "{name}: expected {bytes} bytes with sha256 {sha256}, found {size} bytes with sha256 {found}; it was changed \
             after it was published"
        )),
        Err(error) => Some(format!("{name}: expected the file as published, found none to read: {error}")),
    }
}

/// What is wrong with the tables, whose files are whole.
fn tables(output: &Path, manifest: &Manifest) -> Vec<String> {
    let ids = documents(manifest);
    let paths = manifest.outputs.iter().map(|entry| entry.path.as_str());
    let checked = Published::open(output, paths, ids.iter().map(String::as_str)).and_then(|published| {
        export::verify(published, &ids, |id| {
            let path = text_path(id);
            let text = std::fs::read_to_string(output.join(&path)).with_context(|| format!("cannot read {path}"))?;
            Ok(SourceText::new(&text))
        })
    });
    match checked.map_err(|error| error.downcast::<Violations>()) {
        Ok(()) => Vec::new(),
        Err(Ok(violations)) => violations.to_string().lines().map(str::to_owned).collect(),
        Err(Err(error)) => vec![format!("{error:#}")],
    }
}

/// What is other in an input than what was read from it.
fn otherwise(raw: &Path, entry: &InputEntry, options: &intake::Options, texts: &BTreeMap<&str, &str>) -> Vec<String> {
    let input = Input { name: entry.name.clone(), path: raw.join(&entry.name), ..Input::default() };
    let name = &entry.name;
    match hash::file(&input.path) {
        Ok((sha256, _)) if sha256 == entry.sha256 => {}
        Ok(_) => {
            return vec![format!("{name}: expected the report as it was read, found it changed; run baobiao again")];
        }
        Err(error) => return vec![format!("{name}: expected the report as it was read, found none: {error}")],
    }
    let mut documents = entry.documents.iter();
    let mut faults = Vec::new();
    intake::read(&input, options, &mut |read| {
        let Ok(source) = read else { return };
        faults.extend(another_text(&source, documents.next(), texts));
    });
    if let Some(missing) = documents.next() {
        faults.push(format!("{}: expected a report, found none in the input", missing.name));
    }
    faults
}

fn another_text(
    source: &intake::Source,
    document: Option<&DocumentEntry>,
    texts: &BTreeMap<&str, &str>,
) -> Option<String> {
    let name = &source.name;
    let Some(document) = document.filter(|document| document.name == *name) else {
        return Some(format!("{name}: expected no report but those of the manifest, found one"));
    };
    let path = text_path(&document.doc_id);
    let is_same = texts.get(path.as_str()).is_some_and(|sha256| *sha256 == hash::bytes(source.text.as_bytes()));
    (!is_same).then(|| format!("{name}: expected the text of {path}, found another in the report"))
}

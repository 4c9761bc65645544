//! How things stand: what is published, how the last runs ended, and what a run would do now. It looks and changes
//! nothing, so that it can be asked at any time, also while a run goes on.

use std::collections::BTreeMap;
use std::path::Path;

use rayon::prelude::*;
use serde::Serialize;

use super::exit::Stop;
use super::history::{self, RunLine};
use super::lock::Lock;
use super::manifest::{InputEntry, Manifest, OutputEntry};
use super::{folders, hash, known, publish};
use crate::intake::{self, Input};
use crate::rules::Rules;

/// Runs that are told of.
const RUNS: usize = 10;

/// How things stand with an output folder.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Status {
    /// Who holds the lock now.
    pub running: Option<String>,
    pub published: Option<PublishedSet>,
    /// The last runs, the latest last.
    pub runs: Vec<RunLine>,
    pub stale: Stale,
}

/// The published set, in short.
#[derive(Clone, Debug, Serialize)]
pub struct PublishedSet {
    pub started: String,
    pub finished: String,
    pub exit_code: u8,
    pub version: String,
    pub rules: String,
    pub documents: u64,
    pub rows: BTreeMap<String, u64>,
}

/// What a run would mend.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Stale {
    /// Inputs that were not there at the last run.
    pub new: Vec<String>,
    pub changed: Vec<String>,
    pub deleted: Vec<String>,
    /// Inputs of which something could not be read; each run tries again.
    pub failed: Vec<String>,
    /// Whether rules, program or options of reading are others, so that every report is read again.
    pub reading: bool,
    /// Published files that are not as they were written.
    pub outputs: Vec<String>,
    /// Whether a run was cut while it put a complete set in place, which the next one does.
    pub is_pending: bool,
}

impl Stale {
    /// Whether a run would change anything.
    pub fn is_any(&self) -> bool {
        let lists = [&self.new, &self.changed, &self.deleted, &self.outputs];
        self.reading || self.is_pending || lists.iter().any(|list| !list.is_empty())
    }
}

/// Looks at `raw` and `output`, as a run with these rules and options would.
///
/// # Errors
/// Where a folder cannot be read.
pub fn status(raw: &Path, output: &Path, rules: &Rules, options: &intake::Options) -> Result<Status, Stop> {
    let (inputs, _) = folders::inputs(raw)?;
    let last = Manifest::read(output)?;
    let reading = known::reading(rules, options);
    Ok(Status {
        running: Lock::holder(output),
        runs: history::last(output, RUNS)?,
        stale: stale(&inputs, last.as_ref(), output, &reading),
        published: last.map(|last| PublishedSet {
            started: last.started,
            finished: last.finished,
            exit_code: last.exit_code,
            version: last.version,
            rules: last.rules,
            documents: last.totals.documents,
            rows: last.totals.rows,
        }),
    })
}

fn stale(inputs: &[Input], last: Option<&Manifest>, output: &Path, reading: &str) -> Stale {
    let Some(last) = last else {
        return Stale { new: inputs.iter().map(|input| input.name.clone()).collect(), ..Stale::default() };
    };
    let known: BTreeMap<&str, &InputEntry> = last.inputs.iter().map(|entry| (entry.name.as_str(), entry)).collect();
    let (old, new): (Vec<_>, Vec<_>) = inputs.iter().partition(|input| known.contains_key(input.name.as_str()));
    let names = |inputs: Vec<&Input>| inputs.into_iter().map(|input| input.name.clone()).collect::<Vec<_>>();
    let is_listed = |name: &str| inputs.binary_search_by(|input| input.name.as_str().cmp(name)).is_ok();
    let has_changed = |input: &&Input| is_changed(input, known[input.name.as_str()]);
    let is_harmed = |entry: &&OutputEntry| !known::is_unharmed(&output.join(&entry.path), entry);
    let failed = last.inputs.iter().filter(|entry| !entry.failures.is_empty() && is_listed(&entry.name));
    Stale {
        new: names(new),
        changed: names(old.into_par_iter().filter(has_changed).collect()),
        deleted: last.inputs.iter().map(|entry| entry.name.clone()).filter(|name| !is_listed(name)).collect(),
        failed: failed.map(|entry| entry.name.clone()).collect(),
        reading: last.reading != reading,
        is_pending: publish::is_pending(output),
        outputs: last.outputs.par_iter().filter(is_harmed).map(|entry| entry.path.clone()).collect(),
    }
}

fn is_changed(input: &Input, entry: &InputEntry) -> bool {
    let (sha256, _) = hash::file(&input.path).unwrap_or_default();
    sha256 != entry.sha256 || known::given(input) != entry.given
}

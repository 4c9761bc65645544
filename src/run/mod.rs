//! One run over a folder: discover → process each → tables → check → publish. What is published is whole, whatever
//! happens to the run; one input that cannot be read costs no other.

mod assemble;
mod batch;
mod clock;
mod drift;
mod exit;
mod folders;
mod hash;
mod history;
mod interrupt;
mod known;
mod lock;
mod manifest;
mod notify;
mod progress;
mod publish;
mod repeat;
mod status;
mod verify;

use std::fs;
use std::num::NonZero;
use std::path::{Path, PathBuf};

use anyhow::Context;

use assemble::{Assembled, Assembly};
use batch::{Part, Work};
pub use drift::MAX_DROP;
pub use exit::{Exit, Stop};
pub use history::outcome;
use history::{Course, RunLine};
use interrupt::Interrupt;
use known::Known;
use lock::Lock;
use manifest::Manifest;
pub use notify::notify;
pub use progress::BesideBar;
use progress::Progress;
use publish::Staging;
pub use status::{PublishedSet, Stale, Status, status};
pub use verify::{Verdict, published_options, verify};

use crate::export;
use crate::intake::{self, Failure, Input};
use crate::rules::Rules;

/// Everything that a run is told.
#[derive(Clone, Debug)]
pub struct Settings {
    pub raw: PathBuf,
    pub output: PathBuf,
    /// A folder of rule files that add to or override those that are compiled in.
    pub rules: Option<PathBuf>,
    pub threads: NonZero<usize>,
    /// Whether every report is read, also those that have not changed.
    pub is_full: bool,
    /// Whether to show what goes on; warnings and errors are always said.
    pub is_quiet: bool,
    pub intake: intake::Options,
    /// Whether CSV files begin with a byte-order mark.
    pub has_bom: bool,
    pub headers: export::Headers,
    /// What part files are split by.
    pub split: export::Split,
    /// The most rows of a part file.
    pub part_rows: NonZero<usize>,
    /// Share of a table's rows, in percent, that may go against the last set.
    pub max_drop: f64,
    /// Whether a set that lost more is published all the same.
    pub accepts_drift: bool,
    /// All options by name, for the manifest.
    pub told: serde_json::Value,
}

/// Reads `raw`, writes `output`.
///
/// # Errors
/// Why nothing was published.
pub fn run(settings: &Settings) -> Result<Exit, Stop> {
    let course = Course::start();
    let ready = prepare(settings).and_then(|found| Ok((found, Lock::take(&settings.output)?)));
    let ((rules, inputs, unlisted), lock) = ready.inspect_err(|stop| {
        history::append(&settings.output, &RunLine::stopped(&course, stop), false);
    })?;
    let ended = read_and_publish(settings, &rules, &inputs, unlisted, &lock, &course);
    let line = match &ended {
        Ok(manifest) => RunLine::published(manifest),
        Err(stop) => RunLine::stopped(&course, stop),
    };
    history::append(&settings.output, &line, true);
    let manifest = ended?;
    summarise(&manifest, &settings.output);
    Ok(if manifest.totals.failed > 0 { Exit::InputsFailed } else { Exit::Done })
}

/// What must be in order before anything is begun.
fn prepare(settings: &Settings) -> Result<(Rules, Vec<Input>, Vec<Failure>), Stop> {
    let rules = load_rules(settings.rules.as_deref())?;
    let (inputs, unlisted) = folders::inputs(&settings.raw)?;
    let output = &settings.output;
    folders::check_output(output, &settings.raw)?;
    fs::create_dir_all(output).with_context(|| format!("cannot make the folder {}", output.display()))?;
    Ok((rules, inputs, unlisted))
}

fn read_and_publish(
    settings: &Settings,
    rules: &Rules,
    inputs: &[Input],
    unlisted: Vec<Failure>,
    lock: &Lock,
    course: &Course,
) -> Result<Manifest, Stop> {
    let output = &settings.output;
    mend(output, lock)?;
    let interrupt = Interrupt::listen()?;
    let last = last_manifest(output);
    let staging = Staging::create(output)?;
    let reading = known::reading(rules, &settings.intake);
    let usable = last.as_ref().filter(|_| !settings.is_full);
    let (known, published) = Known::open(output, usable, &reading).unzip();
    let known = known.unwrap_or_default();
    let mut assembly = Assembly::begin(staging.folder(), inputs, published, &export_options(settings, rules))?;
    assembly.take_failures(unlisted)?;
    let pool = pool(settings.threads)?;
    let work = Work { rules, options: &settings.intake, pool: &pool, interrupt: &interrupt, known };
    read_all(inputs, &work, &mut assembly, !settings.is_quiet)?;
    let assembled = assembly.finish()?;
    interrupt.check()?;

    let exit = if assembled.totals.failed > 0 { Exit::InputsFailed } else { Exit::Done };
    let course = Manifest {
        started: course.started.clone(),
        finished: clock::now(),
        seconds: course.seconds(),
        exit_code: exit.code(),
        reading,
        ..Manifest::default()
    };
    let manifest = manifest(settings, rules, assembled, last.as_ref(), course);
    guard(last.as_ref(), &manifest, settings)?;
    manifest.write(staging.folder())?;
    staging.publish(last.map(|last| last.paths()).unwrap_or_default())?;
    Ok(manifest)
}

/// Clears away or brings to its end what a run that was cut has left behind, and says so.
fn mend(output: &Path, lock: &Lock) -> Result<(), Stop> {
    let was_committed = publish::recover(output)?;
    if let Some(cut) = lock.cut() {
        history::append(output, &RunLine::cut(cut.rsplit(' ').next().unwrap_or_default()), true);
        let what_became = if was_committed {
            "its set was complete and has been put in place"
        } else {
            "what it had begun has been cleared away"
        };
        tracing::warn!("the run before was cut ({cut}); {what_became}");
    }
    Ok(())
}

/// Loads the rules that are compiled in, with those of `folder`.
///
/// # Errors
/// All faults of all rule files, as [`Exit::Usage`].
pub fn load_rules(folder: Option<&Path>) -> Result<Rules, Stop> {
    Rules::load(folder).map_err(|faults| {
        let told: Vec<String> = faults.iter().map(ToString::to_string).collect();
        Stop::usage(format!("expected rule files without faults, found {}:\n{}", faults.len(), told.join("\n")))
    })
}

fn last_manifest(output: &Path) -> Option<Manifest> {
    Manifest::read(output).unwrap_or_else(|error| {
        tracing::warn!("{error:#}; this run goes on as the first one");
        None
    })
}

fn export_options(settings: &Settings, rules: &Rules) -> export::Options {
    export::Options {
        bom: settings.has_bom,
        headers: settings.headers,
        split: settings.split,
        part_rows: settings.part_rows,
        version: env!("CARGO_PKG_VERSION").to_owned(),
        rules_fingerprint: rules.fingerprint().to_owned(),
    }
}

fn pool(threads: NonZero<usize>) -> Result<rayon::ThreadPool, Stop> {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads.get()).build();
    Ok(pool.context("cannot start the threads that read reports")?)
}

fn read_all(inputs: &[Input], work: &Work, assembly: &mut Assembly, shows_progress: bool) -> Result<(), Stop> {
    let sizes: Vec<u64> = inputs.iter().map(|input| input.path.metadata().map_or(0, |found| found.len())).collect();
    let progress = Progress::start(sizes.iter().sum(), shows_progress);
    let mut told = 0;
    batch::process_all(inputs, work, |parts: Vec<Part>| {
        let reached = parts.last().map_or(told, |part| part.input + 1);
        assembly.take(parts, work)?;
        progress.advance(sizes[told..reached].iter().sum(), assembly.documents());
        told = reached;
        Ok(())
    })
}

/// Refuses a set that lost much against the last one, unless that was accepted.
fn guard(last: Option<&Manifest>, new: &Manifest, settings: &Settings) -> Result<(), Stop> {
    let losses = last.map(|last| drift::losses(last, new, settings.max_drop)).unwrap_or_default();
    if losses.is_empty() {
        return Ok(());
    }
    let told = losses.iter().cloned().chain(drift::cause(new)).collect::<Vec<_>>().join("\n");
    if settings.accepts_drift {
        tracing::warn!("published as told, though the last set held more:\n{told}");
        return Ok(());
    }
    Err(Stop::refused(format!(
        "expected no loss against the last published set, found {}; not published; look into them, then publish with \
         --accept-drift or allow more with --max-drop\n{told}",
        losses.len()
    )))
}

fn manifest(
    settings: &Settings,
    rules: &Rules,
    assembled: Assembled,
    last: Option<&Manifest>,
    course: Manifest,
) -> Manifest {
    let Assembled { inputs, outputs, totals, filled } = assembled;
    let is_there = |name: &str| inputs.binary_search_by(|input| input.name.as_str().cmp(name)).is_ok();
    let deleted = last.map(|last| last.inputs.iter().map(|input| input.name.clone()).filter(|name| !is_there(name)));
    Manifest {
        tool: env!("CARGO_PKG_NAME").to_owned(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        rules: rules.fingerprint().to_owned(),
        options: settings.told.clone(),
        deleted: deleted.map(Iterator::collect).unwrap_or_default(),
        totals,
        filled,
        inputs,
        outputs,
        ..course
    }
}

fn summarise(manifest: &Manifest, output: &Path) {
    let totals = &manifest.totals;
    let failed =
        if totals.failed > 0 { format!(", {} failed", counted(totals.failed, "input")) } else { String::new() };
    tracing::info!(
        documents = totals.documents,
        failed = totals.failed,
        "{} in {:.1} s ({} read, {} unchanged): {}{failed}; see {}",
        counted(totals.documents, "report"),
        manifest.seconds,
        counted(totals.read, "input"),
        totals.reused,
        assemble::rows_line(&totals.rows),
        output.display()
    );
}

/// `1 report`, `2 reports`.
pub fn counted(count: u64, thing: &str) -> String {
    if count == 1 { format!("1 {thing}") } else { format!("{count} {thing}s") }
}

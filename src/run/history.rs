//! `runs.csv` in the output folder: a line a run, also of those that published nothing, for whoever asks in the
//! morning what happened at night. It is only ever appended to, and a run does not fail for want of it.

use std::fs::{File, OpenOptions};
use std::io::{ErrorKind, Read, Seek, SeekFrom, Write};
use std::path::Path;

use anyhow::{Context, Result};
use csv::StringRecord;
use serde::{Deserialize, Serialize};

use super::clock::{self, Stopwatch};
use super::exit::{Exit, Stop};
use super::manifest::Manifest;

/// Name of the history in the output folder.
pub const FILE: &str = "runs.csv";

/// One run. What a run that published nothing did not get to know is empty.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct RunLine {
    /// ISO 8601, UTC.
    pub started: String,
    pub finished: String,
    pub seconds: Option<f64>,
    /// Empty where the run was cut: killed, or the machine lost power.
    pub exit_code: Option<u8>,
    pub inputs: Option<u64>,
    pub read: Option<u64>,
    pub reused: Option<u64>,
    pub failed: Option<u64>,
    pub deleted: Option<u64>,
    pub documents: Option<u64>,
    pub activities: Option<u64>,
    pub counts: Option<u64>,
    pub commitments: Option<u64>,
    pub issues: Option<u64>,
    pub version: String,
    pub rules: String,
    /// Why nothing was published.
    pub message: String,
}

/// When a run began.
pub struct Course {
    pub started: String,
    pub watch: Stopwatch,
}

impl Course {
    pub fn start() -> Self {
        Self { started: clock::now(), watch: Stopwatch::start() }
    }

    /// To the millisecond: what people and files have use for.
    pub fn seconds(&self) -> f64 {
        (self.watch.elapsed().as_secs_f64() * 1000.0).round() / 1000.0
    }
}

impl RunLine {
    /// Of a run that published.
    pub fn published(manifest: &Manifest) -> Self {
        let totals = &manifest.totals;
        let rows = |table: &str| totals.rows.get(table).copied();
        Self {
            started: manifest.started.clone(),
            finished: manifest.finished.clone(),
            seconds: Some(manifest.seconds),
            exit_code: Some(manifest.exit_code),
            inputs: Some(totals.inputs),
            read: Some(totals.read),
            reused: Some(totals.reused),
            failed: Some(totals.failed),
            deleted: Some(manifest.deleted.len() as u64),
            documents: Some(totals.documents),
            activities: rows("activities"),
            counts: rows("counts"),
            commitments: rows("commitments"),
            issues: rows("issues"),
            version: manifest.version.clone(),
            rules: manifest.rules.clone(),
            message: String::new(),
        }
    }

    /// Of a run that ended early.
    pub fn stopped(course: &Course, stop: &Stop) -> Self {
        Self {
            started: course.started.clone(),
            finished: clock::now(),
            seconds: Some(course.seconds()),
            exit_code: Some(stop.exit.code()),
            version: env!("CARGO_PKG_VERSION").to_owned(),
            // A line a run: one that is torn by a power cut must not take the next ones with it.
            message: stop.message.lines().collect::<Vec<_>>().join("; "),
            ..Self::default()
        }
    }

    /// Of a run that was cut and could say nothing itself; `since` is when it began.
    pub fn cut(since: &str) -> Self {
        let message = "killed, or the machine went down before it ended".to_owned();
        Self { started: since.to_owned(), message, ..Self::default() }
    }
}

/// Appends a line to the history in `output`. Only who holds the lock may begin a history: others may have been
/// pointed at a folder that is none of ours.
pub fn append(output: &Path, line: &RunLine, may_begin: bool) {
    if let Err(error) = try_append(output, line, may_begin) {
        tracing::warn!("cannot write the run into {}: {error:#}", output.join(FILE).display());
    }
}

fn try_append(output: &Path, line: &RunLine, may_begin: bool) -> Result<()> {
    let path = output.join(FILE);
    let mut file = match OpenOptions::new().read(true).append(true).create(may_begin).open(&path) {
        Err(error) if error.kind() == ErrorKind::NotFound && !may_begin => return Ok(()),
        opened => opened?,
    };
    let mut text = mend(&mut file)?.to_owned().into_bytes();
    let has_headers = file.metadata()?.len() == 0;
    let mut writer = csv::WriterBuilder::new().has_headers(has_headers).from_writer(&mut text);
    writer.serialize(line)?;
    writer.flush()?;
    drop(writer);
    // In one piece, since another run may say at this moment that it found the lock held.
    Ok(file.write_all(&text)?)
}

/// What must come before the next line: a line end where the last one was cut in the middle.
fn mend(file: &mut File) -> Result<&'static str> {
    if file.metadata()?.len() == 0 {
        return Ok("");
    }
    let mut last = [0];
    file.seek(SeekFrom::End(-1))?;
    file.read_exact(&mut last)?;
    Ok(if last == *b"\n" { "" } else { "\n" })
}

/// The last `count` runs over `output`, the latest last. Lines that are no runs are passed over.
///
/// # Errors
/// Where there is a history that cannot be read.
pub fn last(output: &Path, count: usize) -> Result<Vec<RunLine>> {
    let path = output.join(FILE);
    let text = match std::fs::read(&path) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
        read => read.with_context(|| format!("cannot read {}", path.display()))?,
    };
    let text = String::from_utf8_lossy(&text);
    let mut lines = text.lines().filter_map(cells);
    let header = lines.next().unwrap_or_default();
    let runs: Vec<RunLine> = lines.filter_map(|line| line.deserialize(Some(&header)).ok()).collect();
    Ok(runs[runs.len().saturating_sub(count)..].to_vec())
}

/// The cells of one line, whatever stands on the others.
fn cells(line: &str) -> Option<StringRecord> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(line.as_bytes());
    reader.records().next()?.ok()
}

/// What became of a run, in a word or two for people.
pub fn outcome(exit_code: Option<u8>) -> &'static str {
    match exit_code {
        None => "cut",
        Some(code) if code == Exit::Done.code() => "published",
        Some(code) if code == Exit::InputsFailed.code() => "published, inputs failed",
        Some(code) if code == Exit::Refused.code() => "refused",
        Some(code) if code == Exit::Locked.code() => "found the lock held",
        Some(_) => "failed",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(second: u8) -> RunLine {
        let started = format!("2026-01-01T00:00:{second:02}Z");
        RunLine { started, exit_code: Some(4), message: "expected, \"found\"".to_owned(), ..RunLine::default() }
    }

    #[test]
    fn lines_come_back_under_one_header_also_after_a_torn_one() {
        let folder = tempfile::tempdir().unwrap();
        append(folder.path(), &line(1), true);
        append(folder.path(), &RunLine::cut("2026-01-01T00:00:02Z"), true);
        let path = folder.path().join(FILE);
        let mut torn = std::fs::read_to_string(&path).unwrap();
        torn.push_str("2026-01-01T00:00:03Z,,,\"torn");
        std::fs::write(&path, &torn).unwrap();
        append(folder.path(), &line(3), true);
        let runs = last(folder.path(), 9).unwrap();
        assert_eq!(runs, [line(1), RunLine::cut("2026-01-01T00:00:02Z"), line(3)]);
        assert_eq!(last(folder.path(), 1).unwrap(), [line(3)]);
        assert_eq!(std::fs::read_to_string(&path).unwrap().matches("started").count(), 1);
    }

    #[test]
    fn only_who_holds_the_lock_begins_a_history() {
        let folder = tempfile::tempdir().unwrap();
        append(folder.path(), &line(1), false);
        assert!(!folder.path().join(FILE).exists());
    }
}

//! `status`: how things stand, for a person in the morning or for a program that watches.

use std::fmt::Write as _;
use std::io::{Write, stdout};

use super::options::{Places, ReadOptions};
use super::written;
use crate::run::{self, Exit, Stale, Status, Stop};

/// Names that are shown of each list.
const SHOWN: usize = 10;
/// Characters that are shown of why a run published nothing.
const MESSAGE: usize = 240;

/// Tells what is published, how the last runs ended and what a run would do now.
///
/// # Errors
/// Where a folder cannot be read.
pub fn show(places: &Places, reading: &ReadOptions, is_json: bool) -> Result<Exit, Stop> {
    let rules = run::load_rules(reading.rules.as_deref())?;
    let status = run::status(&places.raw, &places.output, &rules, &reading.intake()?)?;
    let page = if is_json {
        format!("{}\n", serde_json::to_string_pretty(&status).map_err(anyhow::Error::from)?)
    } else {
        page(&status, places)
    };
    written(stdout().lock().write_all(page.as_bytes()))
}

fn page(status: &Status, places: &Places) -> String {
    let mut page = String::new();
    let output = places.output.display();
    let _ = match &status.published {
        Some(set) => writeln!(
            page,
            "{output}: {}, {} activities, {} counts, {} commitments, published {} by version {}",
            run::counted(set.documents, "report"),
            set.rows.get("activities").unwrap_or(&0),
            set.rows.get("counts").unwrap_or(&0),
            set.rows.get("commitments").unwrap_or(&0),
            set.finished,
            set.version
        ),
        None => writeln!(page, "{output}: nothing is published yet"),
    };
    if let Some(who) = &status.running {
        let _ = writeln!(page, "a run goes on: {who}");
    }
    runs(&mut page, status);
    stale(&mut page, &status.stale, status.published.is_some());
    page
}

fn runs(page: &mut String, status: &Status) {
    if status.runs.is_empty() {
        return;
    }
    let _ = writeln!(page, "\nlast runs (more in runs.csv):");
    for run in &status.runs {
        let code = run.exit_code.map_or("-".to_owned(), |code| code.to_string());
        let seconds = run.seconds.map_or(String::new(), |seconds| format!(" in {seconds:.1} s"));
        let _ = write!(page, "  {}  exit {code:>2}  {}{seconds}", run.started, run::outcome(run.exit_code));
        if let (Some(read), Some(reused), Some(failed)) = (run.read, run.reused, run.failed) {
            let _ = write!(page, ": {} read, {reused} unchanged, {failed} failed", run::counted(read, "input"));
        }
        if !run.message.is_empty() {
            let words: String = run.message.chars().take(MESSAGE).collect();
            let more = if words.len() < run.message.len() { "…" } else { "" };
            let _ = write!(page, "\n      {words}{more}");
        }
        page.push('\n');
    }
}

fn stale(page: &mut String, stale: &Stale, is_published: bool) {
    let verdict = match (stale.is_any(), is_published) {
        (false, true) => "up to date: a run would change nothing",
        (false, false) => "no report in the raw folder",
        (true, _) => "stale: run baobiao",
    };
    let _ = writeln!(page, "\n{verdict}");
    if stale.reading {
        page.push_str(
            "  rules, program or options of reading are others than at the last run: every report is read again\n",
        );
    }
    if stale.is_pending {
        page.push_str("  a run was cut while it put a complete set in place: the next one ends that\n");
    }
    list(page, "new", &stale.new);
    list(page, "changed", &stale.changed);
    list(page, "deleted", &stale.deleted);
    list(page, "published file that was changed or is gone", &stale.outputs);
    list(page, "could not be read, and is tried again", &stale.failed);
}

fn list(page: &mut String, what: &str, names: &[String]) {
    for name in names.iter().take(SHOWN) {
        let _ = writeln!(page, "  {what}: {name}");
    }
    if names.len() > SHOWN {
        let _ = writeln!(page, "  {what}: {} more", names.len() - SHOWN);
    }
}

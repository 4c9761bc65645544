//! `verify`: whether a published set can be trusted, in one line where it can.

use std::io::{Write, stdout};

use super::options::{Places, ReadOptions};
use super::written;
use crate::run::{self, Exit, Stop};

/// Faults that are shown.
const SHOWN: usize = 20;

/// Verifies the published set, with its own options of reading.
///
/// # Errors
/// [`Exit::Refused`] where something does not hold, with what.
pub fn check(places: &Places) -> Result<Exit, Stop> {
    let options = run::published_options(&places.output)?;
    let reading: ReadOptions = serde_json::from_value(options).map_err(|error| {
        Stop::failed(format!(
            "expected options of this version in the manifest, found others: {error}; run baobiao again"
        ))
    })?;
    let verdict = run::verify(&places.raw, &places.output, &reading.intake()?)?;
    let (files, documents, inputs) = (verdict.files, verdict.documents, verdict.inputs);
    if verdict.faults.is_empty() {
        return written(writeln!(
            stdout().lock(),
            "{files} files of {documents} reports are as published; keys and quoted words hold, against {inputs} inputs"
        ));
    }
    let count = verdict.faults.len();
    let mut told = verdict.faults;
    told.truncate(SHOWN);
    if count > SHOWN {
        told.push(format!("and {} more", count - SHOWN));
    }
    let count = run::counted(count as u64, "fault");
    Err(Stop::refused(format!("expected a set that is sound, found {count}:\n{}", told.join("\n"))))
}

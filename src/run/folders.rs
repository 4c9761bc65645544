//! The two folders of a run: the one that reports are read from and the one that tables are written to. What cannot
//! be meant is refused before anything is begun.

use std::path::Path;

use anyhow::Context;

use super::exit::Stop;
use crate::intake::{self, Failure, Input};

/// The inputs in `raw`, and what could not be listed.
///
/// # Errors
/// Where there is no such folder, or it cannot be listed.
pub fn inputs(raw: &Path) -> Result<(Vec<Input>, Vec<Failure>), Stop> {
    if !raw.is_dir() {
        let found = if raw.exists() { "a file" } else { "nothing" };
        let raw = raw.display();
        return Err(Stop::usage(format!(
            "expected a folder of reports at {raw}, found {found}; make it and put reports in, or name another with --raw"
        )));
    }
    intake::discover(raw)
        .with_context(|| format!("cannot list the folder {}; check its permissions", raw.display()))
        .map_err(Stop::from)
}

/// # Errors
/// Where `output` is none that tables can be written to.
pub fn check_output(output: &Path, raw: &Path) -> Result<(), Stop> {
    if output.exists() && !output.is_dir() {
        let output = output.display();
        return Err(Stop::usage(format!("expected a folder at {output}, found a file; name another with --output")));
    }
    if lies_in(output, raw) {
        return Err(Stop::usage(format!(
            "expected the output folder outside of {}, found {} in it: a run would read what it wrote; name another \
             with --output",
            raw.display(),
            output.display()
        )));
    }
    Ok(())
}

/// Whether `inner` is `outer` or lies below it, links followed as far as there is anything.
fn lies_in(inner: &Path, outer: &Path) -> bool {
    let absolute = std::path::absolute(inner).unwrap_or_else(|_| inner.to_owned());
    let existing = absolute.ancestors().find_map(|path| path.canonicalize().ok());
    match (existing, outer.canonicalize()) {
        (Some(inner), Ok(outer)) => inner.starts_with(outer),
        _ => false,
    }
}

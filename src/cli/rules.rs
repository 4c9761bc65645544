//! `rules check`: tells every fault of the rule files, for whoever writes one.

use std::io::{Write, stdout};
use std::path::Path;

use super::written;
use crate::run::{self, Exit, Stop};

/// Loads all rules and says how many there are; all faults otherwise.
///
/// # Errors
/// Where a rule file has a fault.
pub fn check(folder: Option<&Path>) -> Result<Exit, Stop> {
    let rules = run::load_rules(folder)?;
    let mut out = stdout().lock();
    for (name, lexicon) in rules.all() {
        let told = writeln!(out, "{name}.csv: {} rows", lexicon.rows().len());
        if told.is_err() {
            return written(told);
        }
    }
    written(out.flush())
}

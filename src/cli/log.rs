//! Log lines on standard error, for people or as JSON for a collector. Plain lines carry no time: schedulers add their
//! own, and lines that can be compared are worth more.

use std::sync::atomic::{AtomicBool, Ordering};

use clap::ValueEnum;
use serde::{Deserialize, Serialize};
use tracing::level_filters::LevelFilter;

use crate::run::{BesideBar, Stop};

/// How log lines are written: one sentence a line, or one JSON object.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LogFormat {
    #[default]
    Plain,
    Json,
}

/// Whether log lines go through the logger yet.
static STARTED: AtomicBool = AtomicBool::new(false);

/// Starts logging for this process. Quiet means: only what is wrong.
pub fn start(format: LogFormat, is_quiet: bool) {
    let level = if is_quiet { LevelFilter::WARN } else { LevelFilter::INFO };
    let lines = tracing_subscriber::fmt().with_max_level(level).with_writer(|| BesideBar).with_target(false);
    match format {
        LogFormat::Plain => lines.without_time().with_ansi(console::colors_enabled_stderr()).init(),
        LogFormat::Json => lines.json().flatten_event(true).init(),
    }
    STARTED.store(true, Ordering::Relaxed);
}

/// Says why a command ended early.
pub fn fatal(stop: &Stop) {
    if STARTED.load(Ordering::Relaxed) {
        tracing::error!(exit_code = stop.exit.code(), "{stop}");
    } else {
        eprintln!("error: {stop}");
    }
}

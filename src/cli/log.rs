//! Log lines on standard error, for people or as JSON for a collector. Plain lines are sentences and carry no time:
//! schedulers add their own, and lines that can be compared are worth more.

use std::fmt;
use std::sync::atomic::{AtomicBool, Ordering};

use clap::ValueEnum;
use console::style;
use serde::{Deserialize, Serialize};
use tracing::field::{Field, Visit};
use tracing::level_filters::LevelFilter;
use tracing::{Event, Level, Subscriber};
use tracing_subscriber::fmt::format::Writer;
use tracing_subscriber::fmt::{FmtContext, FormatEvent, FormatFields};
use tracing_subscriber::registry::LookupSpan;

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
        LogFormat::Plain => lines.event_format(Sentence).init(),
        LogFormat::Json => lines.json().flatten_event(true).init(),
    }
    STARTED.store(true, Ordering::Relaxed);
}

/// Says why a command ended early.
pub fn fatal(stop: &Stop) {
    if STARTED.load(Ordering::Relaxed) {
        tracing::error!(exit_code = stop.exit.code(), "{stop}");
    } else {
        eprintln!("{}{stop}", label(Level::ERROR));
    }
}

/// What comes before a sentence: nothing where all is well.
fn label(level: Level) -> String {
    match level {
        Level::ERROR => style("error: ").for_stderr().red().bold().to_string(),
        Level::WARN => style("warning: ").for_stderr().yellow().bold().to_string(),
        _ => String::new(),
    }
}

/// Writes what an event says, without the fields that programs read.
struct Sentence;

impl<S, N> FormatEvent<S, N> for Sentence
where
    S: Subscriber + for<'a> LookupSpan<'a>,
    N: for<'a> FormatFields<'a> + 'static,
{
    fn format_event(&self, _: &FmtContext<'_, S, N>, mut line: Writer<'_>, event: &Event<'_>) -> fmt::Result {
        write!(line, "{}", label(*event.metadata().level()))?;
        let mut words = Words(String::new());
        event.record(&mut words);
        writeln!(line, "{}", words.0)
    }
}

struct Words(String);

impl Visit for Words {
    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        if field.name() == "message" {
            self.0 = format!("{value:?}");
        }
    }
}

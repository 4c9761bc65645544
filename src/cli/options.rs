//! The options of a run: each is defined once, here, for the command line, the environment, `baobiao.toml`, the help,
//! the example file and the manifest.

use std::collections::BTreeMap;
use std::num::NonZero;
use std::path::PathBuf;

use clap::{ArgAction, Args, ValueEnum};
use serde::{Deserialize, Serialize};

use super::log::LogFormat;
use crate::export::{self, Split};
use crate::intake;
use crate::run::{self, Settings, Stop};
use crate::text::SourceText;

/// How reports are read.
#[derive(Args, Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct ReadOptions {
    /// Folder of rule files that add to or override the built-in ones
    #[arg(long, value_name = "DIR", env = "BAOBIAO_RULES", hide_env = true)]
    pub rules: Option<PathBuf>,
    /// Encoding of all text inputs, such as gb18030 [default: detected]
    #[arg(long, value_name = "LABEL", env = "BAOBIAO_ENCODING", hide_env = true)]
    encoding: Option<String>,
    /// The most text that one report may hold, in bytes of UTF-8
    #[arg(long, value_name = "BYTES", env = "BAOBIAO_MAX_BYTES", hide_env = true, default_value_t = intake::Options::default().max_bytes)]
    max_bytes: u64,
    /// Column of a CSV, JSONL or Parquet input that holds the report's text [default: found by its name]
    #[arg(long, value_name = "NAME", env = "BAOBIAO_TEXT_COLUMN", hide_env = true)]
    text_column: Option<String>,
    /// Column that holds its title [default: found by its name]
    #[arg(long, value_name = "NAME", env = "BAOBIAO_TITLE_COLUMN", hide_env = true)]
    title_column: Option<String>,
    /// Column that holds its date [default: found by its name]
    #[arg(long, value_name = "NAME", env = "BAOBIAO_DATE_COLUMN", hide_env = true)]
    date_column: Option<String>,
}

impl ReadOptions {
    /// As intake takes them.
    ///
    /// # Errors
    /// Where an encoding of that name is not known.
    pub fn intake(&self) -> Result<intake::Options, Stop> {
        if let Some(label) = &self.encoding
            && encoding_rs::Encoding::for_label(label.as_bytes()).is_none()
        {
            return Err(Stop::usage(format!(
                "expected the name of an encoding after --encoding, such as utf-8, gb18030 or big5, found {label}"
            )));
        }
        let named = [("text", &self.text_column), ("title", &self.title_column), ("date", &self.date_column)];
        let columns: BTreeMap<String, String> =
            named.into_iter().filter_map(|(role, name)| Some((role.to_owned(), name.clone()?))).collect();
        let max_bytes = self.max_bytes.min(SourceText::LARGEST);
        Ok(intake::Options { encoding: self.encoding.clone(), max_bytes, columns })
    }
}

/// Where reports are and where tables go.
#[derive(Args, Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Places {
    /// Folder of reports to read, at any depth
    #[arg(long, value_name = "DIR", env = "BAOBIAO_RAW", hide_env = true, default_value = "raw")]
    pub raw: PathBuf,
    /// Folder to write to
    #[arg(long, value_name = "DIR", env = "BAOBIAO_OUTPUT", hide_env = true, default_value = "output")]
    pub output: PathBuf,
}

/// Everything that `run` can be told.
#[derive(Args, Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct RunOptions {
    #[command(flatten)]
    #[serde(flatten)]
    places: Places,
    #[command(flatten)]
    #[serde(flatten)]
    reading: ReadOptions,
    /// How many reports to read side by side [default: one a core]
    #[arg(long, value_name = "N", env = "BAOBIAO_THREADS", hide_env = true)]
    threads: Option<NonZero<usize>>,
    /// Read every report, also those that have not changed since the last run
    #[arg(long, env = "BAOBIAO_FULL", hide_env = true, action = ArgAction::Set, num_args = 0..=1, require_equals = true, default_value_t = false, default_missing_value = "true", value_name = "false", hide_possible_values = true, hide_default_value = true)]
    full: bool,
    /// Header row of CSV files: names for programs (en) or Chinese labels (zh)
    #[arg(long, value_name = "LANGUAGE", env = "BAOBIAO_HEADERS", hide_env = true, default_value = "en")]
    headers: Headers,
    /// Write CSV files without a byte-order mark (spreadsheets need it to read Chinese)
    #[arg(long, env = "BAOBIAO_NO_BOM", hide_env = true, action = ArgAction::Set, num_args = 0..=1, require_equals = true, default_value_t = false, default_missing_value = "true", value_name = "false", hide_possible_values = true, hide_default_value = true)]
    no_bom: bool,
    /// Write tables in part files: by rows alone, or by last year under review, province or kind of the report too
    #[arg(long, value_name = "BY", env = "BAOBIAO_SPLIT", hide_env = true, default_value = "none")]
    split: SplitBy,
    /// The most rows of a part file; a spreadsheet opens 1048576 with the header
    #[arg(long, value_name = "N", env = "BAOBIAO_PART_ROWS", hide_env = true, default_value = "1000000")]
    part_rows: NonZero<usize>,
    /// Publish nothing where a table lost more than this share of its rows against the last set
    #[arg(long, value_name = "PERCENT", env = "BAOBIAO_MAX_DROP", hide_env = true, default_value_t = run::MAX_DROP)]
    max_drop: f64,
    /// Publish also what lost more than that
    #[arg(long, env = "BAOBIAO_ACCEPT_DRIFT", hide_env = true, action = ArgAction::Set, num_args = 0..=1, require_equals = true, default_value_t = false, default_missing_value = "true", value_name = "false", hide_possible_values = true, hide_default_value = true)]
    accept_drift: bool,
    /// Command that the shell runs where the exit code is not 0, with the manifest's path as its last argument
    #[arg(long, value_name = "COMMAND", env = "BAOBIAO_NOTIFY", hide_env = true)]
    notify: Option<String>,
    /// Say only what is wrong: no progress bar, no summary
    #[arg(long, env = "BAOBIAO_QUIET", hide_env = true, action = ArgAction::Set, num_args = 0..=1, require_equals = true, default_value_t = false, default_missing_value = "true", value_name = "false", hide_possible_values = true, hide_default_value = true)]
    quiet: bool,
    /// How log lines are written to standard error: a sentence or a JSON object each
    #[arg(long, value_name = "FORMAT", env = "BAOBIAO_LOG", hide_env = true, default_value = "plain")]
    log: LogFormat,
}

/// Language of header rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Headers {
    En,
    Zh,
}

/// What part files are split by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum SplitBy {
    None,
    Rows,
    Year,
    Region,
    Kind,
}

impl RunOptions {
    /// The format of log lines.
    pub fn log(&self) -> LogFormat {
        self.log
    }

    /// Whether only what is wrong is said.
    pub fn is_quiet(&self) -> bool {
        self.quiet
    }

    /// Where reports are and where tables go.
    pub fn places(&self) -> &Places {
        &self.places
    }

    /// What to run where the run does not end well.
    pub fn notify(&self) -> Option<&str> {
        self.notify.as_deref()
    }

    /// What the run is told.
    ///
    /// # Errors
    /// Where a value is none that the option can take.
    pub fn settings(&self) -> Result<Settings, Stop> {
        if !(0.0..=100.0).contains(&self.max_drop) {
            let found = self.max_drop;
            return Err(Stop::usage(format!("expected a percentage from 0 to 100 after --max-drop, found {found}")));
        }
        let cores = std::thread::available_parallelism().unwrap_or(NonZero::<usize>::MIN);
        let threads = self.threads.unwrap_or(cores);
        let told = Self { threads: Some(threads), ..self.clone() };
        Ok(Settings {
            raw: self.places.raw.clone(),
            output: self.places.output.clone(),
            rules: self.reading.rules.clone(),
            threads,
            is_full: self.full,
            is_quiet: self.quiet,
            intake: self.reading.intake()?,
            has_bom: !self.no_bom,
            headers: match self.headers {
                Headers::En => export::Headers::En,
                Headers::Zh => export::Headers::Zh,
            },
            split: match self.split {
                SplitBy::None => Split::None,
                SplitBy::Rows => Split::Rows,
                SplitBy::Year => Split::Year,
                SplitBy::Region => Split::Province,
                SplitBy::Kind => Split::Kind,
            },
            part_rows: self.part_rows,
            max_drop: self.max_drop,
            accepts_drift: self.accept_drift,
            told: serde_json::to_value(told).map_err(anyhow::Error::from)?,
        })
    }
}

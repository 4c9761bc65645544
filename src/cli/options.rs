//! The options of a run: each is defined once, for the command line, the environment and the manifest.

use std::collections::BTreeMap;
use std::num::NonZero;
use std::path::PathBuf;

use clap::{Args, ValueEnum};
use serde::{Deserialize, Serialize};

use super::log::LogFormat;
use crate::export;
use crate::intake;
use crate::run::{self, Settings, Stop};

/// How reports are read.
#[derive(Args, Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
pub struct ReadOptions {
    /// Folder of rule files that add to or override the built-in ones
    #[arg(long, value_name = "DIR", env = "BAOBIAO_RULES", hide_env = true)]
    pub rules: Option<PathBuf>,
    /// Encoding of all text inputs, such as gb18030 [default: detected]
    #[arg(long, value_name = "LABEL", env = "BAOBIAO_ENCODING", hide_env = true)]
    encoding: Option<String>,
    /// The most text that one report may hold, in bytes of UTF-8 [default: 67108864]
    #[arg(long, value_name = "BYTES", env = "BAOBIAO_MAX_BYTES", hide_env = true)]
    max_bytes: Option<u64>,
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
        let default = intake::Options::default();
        let max_bytes = self.max_bytes.unwrap_or(default.max_bytes);
        Ok(intake::Options { encoding: self.encoding.clone(), max_bytes, columns })
    }
}

/// Everything that `run` can be told.
#[derive(Args, Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
pub struct RunOptions {
    /// Folder of reports to read, at any depth [default: raw]
    #[arg(long, value_name = "DIR", env = "BAOBIAO_RAW", hide_env = true)]
    raw: Option<PathBuf>,
    /// Folder to write to [default: output]
    #[arg(long, value_name = "DIR", env = "BAOBIAO_OUTPUT", hide_env = true)]
    output: Option<PathBuf>,
    #[command(flatten)]
    #[serde(flatten)]
    reading: ReadOptions,
    /// How many reports to read side by side [default: one a core]
    #[arg(long, value_name = "N", env = "BAOBIAO_THREADS", hide_env = true)]
    threads: Option<NonZero<usize>>,
    /// Read every report, also those that have not changed since the last run
    #[arg(long, env = "BAOBIAO_FULL", hide_env = true, num_args = 0..=1, require_equals = true, default_missing_value = "true", value_name = "false", hide_possible_values = true)]
    full: Option<bool>,
    /// Header row of CSV files: names for programs (en) or Chinese labels (zh) [default: en]
    #[arg(long, value_name = "LANGUAGE", env = "BAOBIAO_HEADERS", hide_env = true)]
    headers: Option<Headers>,
    /// Write CSV files without a byte-order mark (spreadsheets need it to read Chinese)
    #[arg(long, env = "BAOBIAO_NO_BOM", hide_env = true, num_args = 0..=1, require_equals = true, default_missing_value = "true", value_name = "false", hide_possible_values = true)]
    no_bom: Option<bool>,
    /// Publish nothing where a table lost more than this share of its rows against the last set [default: 20]
    #[arg(long, value_name = "PERCENT", env = "BAOBIAO_MAX_DROP", hide_env = true)]
    max_drop: Option<f64>,
    /// Publish also what lost more than that
    #[arg(long, env = "BAOBIAO_ACCEPT_DRIFT", hide_env = true, num_args = 0..=1, require_equals = true, default_missing_value = "true", value_name = "false", hide_possible_values = true)]
    accept_drift: Option<bool>,
    /// Say only what is wrong: no progress bar, no summary
    #[arg(long, env = "BAOBIAO_QUIET", hide_env = true, num_args = 0..=1, require_equals = true, default_missing_value = "true", value_name = "false", hide_possible_values = true)]
    quiet: Option<bool>,
    /// How log lines are written to standard error: a sentence or a JSON object each [default: plain]
    #[arg(long, value_name = "FORMAT", env = "BAOBIAO_LOG", hide_env = true)]
    log: Option<LogFormat>,
}

/// Language of header rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Headers {
    En,
    Zh,
}

impl RunOptions {
    /// The format of log lines.
    pub fn log(&self) -> LogFormat {
        self.log.unwrap_or_default()
    }

    /// Whether only what is wrong is said.
    pub fn is_quiet(&self) -> bool {
        self.quiet.unwrap_or_default()
    }

    /// What the run is told, defaults filled in.
    ///
    /// # Errors
    /// Where a value is none that the option can take.
    pub fn settings(&self) -> Result<Settings, Stop> {
        let cores = std::thread::available_parallelism().unwrap_or(NonZero::<usize>::MIN);
        let headers = match self.headers {
            Some(Headers::Zh) => export::Headers::Zh,
            Some(Headers::En) | None => export::Headers::En,
        };
        Ok(Settings {
            raw: self.raw.clone().unwrap_or_else(|| "raw".into()),
            output: self.output.clone().unwrap_or_else(|| "output".into()),
            rules: self.reading.rules.clone(),
            threads: self.threads.unwrap_or(cores),
            is_full: self.full.unwrap_or_default(),
            is_quiet: self.is_quiet(),
            intake: self.reading.intake()?,
            has_bom: !self.no_bom.unwrap_or_default(),
            headers,
            max_drop: self.max_drop.unwrap_or(run::MAX_DROP),
            accepts_drift: self.accept_drift.unwrap_or_default(),
            told: serde_json::to_value(self).map_err(anyhow::Error::from)?,
        })
    }
}

//! The only place that reads the clock. Times go to the manifest, the run history, logs and the progress bar;
//! no table may hold one, so that the same inputs give the same bytes.

use std::time::{Duration, Instant};

use chrono::{SecondsFormat, Utc};

/// Now, as an ISO 8601 time in UTC to the second.
#[expect(clippy::disallowed_methods, reason = "times for people and the manifest come from here")]
pub fn now() -> String {
    Utc::now().to_rfc3339_opts(SecondsFormat::Secs, true)
}

/// Measures how long something takes.
pub struct Stopwatch(Instant);

impl Stopwatch {
    #[expect(clippy::disallowed_methods, reason = "durations for people and the manifest come from here")]
    pub fn start() -> Self {
        Self(Instant::now())
    }

    pub fn elapsed(&self) -> Duration {
        self.0.elapsed()
    }
}

//! What a person at a terminal sees while a run goes on: one bar on standard error, and log lines above it. Without a
//! terminal there is no bar.

use std::io::{self, Write};
use std::sync::Mutex;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// The bar that is drawn now, so that log lines can be written above it.
static SHOWN: Mutex<Option<ProgressBar>> = Mutex::new(None);

/// A bar over the bytes of all inputs. Dropping it clears it.
pub struct Progress(ProgressBar);

impl Progress {
    /// Draws a bar if `is_wanted` and standard error is a terminal.
    pub fn start(bytes: u64, is_wanted: bool) -> Self {
        let target = if is_wanted { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
        let bar = ProgressBar::with_draw_target(Some(bytes), target).with_style(style());
        *shown() = Some(bar.clone());
        Self(bar)
    }

    /// Moves on by an input of `bytes`; `documents` have been read so far.
    pub fn advance(&self, bytes: u64, documents: u64) {
        self.0.inc(bytes);
        self.0.set_message(format!("{documents} reports"));
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        *shown() = None;
        self.0.finish_and_clear();
    }
}

fn style() -> ProgressStyle {
    ProgressStyle::with_template("{bar:32} {msg}  {bytes} of {total_bytes}  {binary_bytes_per_sec}  {eta} left")
        .unwrap_or_else(|_| ProgressStyle::default_bar())
}

fn shown() -> std::sync::MutexGuard<'static, Option<ProgressBar>> {
    SHOWN.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}

/// Standard error for log lines: the bar steps aside for them.
pub struct BesideBar;

impl Write for BesideBar {
    fn write(&mut self, line: &[u8]) -> io::Result<usize> {
        match shown().as_ref() {
            Some(bar) => bar.suspend(|| io::stderr().write_all(line))?,
            None => io::stderr().write_all(line)?,
        }
        Ok(line.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        io::stderr().flush()
    }
}

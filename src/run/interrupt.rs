//! A clean stop on SIGINT and SIGTERM: the signal sets a flag, the run looks at it between reports and ends before
//! anything is published. A publish that has begun is finished: it takes milliseconds.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use anyhow::Context;
use signal_hook::consts::TERM_SIGNALS;

use super::exit::Stop;

/// Whether someone asked to stop.
#[derive(Clone, Default)]
pub struct Interrupt(Arc<AtomicBool>);

impl Interrupt {
    /// Listens to the signals that ask a process to end. A second one ends it at once.
    ///
    /// # Errors
    /// Where the operating system refuses to register the signals.
    pub fn listen() -> Result<Self, Stop> {
        let interrupt = Self::default();
        for signal in TERM_SIGNALS {
            signal_hook::flag::register_conditional_shutdown(*signal, 1, Arc::clone(&interrupt.0))
                .and_then(|_| signal_hook::flag::register(*signal, Arc::clone(&interrupt.0)))
                .context("cannot listen to signals")?;
        }
        Ok(interrupt)
    }

    /// # Errors
    /// Where a signal has come.
    pub fn check(&self) -> Result<(), Stop> {
        if self.is_set() {
            return Err(Stop::failed(
                "stopped by a signal; nothing was published and the last published set is whole; run again to go on",
            ));
        }
        Ok(())
    }

    /// Whether a signal has come.
    pub fn is_set(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

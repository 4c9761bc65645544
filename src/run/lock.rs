//! One run at a time over an output folder. The operating system holds the lock for the process and lets go of it
//! when the process ends in any way; the file's words only tell people who holds it. A run that comes to its end takes
//! its words back, so words without a lock are those of a run that was cut.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{Read, Seek, Write};
use std::path::Path;
use std::thread::sleep;
use std::time::Duration;

use anyhow::Context;

use super::clock;
use super::exit::{Exit, Stop};

/// Name of the lock file in the output folder.
const FILE: &str = ".lock";
/// How often the lock is tried: `status` holds it for a moment when it looks.
const TRIES: usize = 5;
const BETWEEN_TRIES: Duration = Duration::from_millis(20);

/// A held lock; dropping it lets go.
pub struct Lock {
    file: File,
    /// The words of a run that was cut.
    cut: Option<String>,
}

impl Lock {
    /// Takes the lock of `output`, which must exist.
    ///
    /// # Errors
    /// [`Exit::Locked`] where another process holds it, with who that is.
    pub fn take(output: &Path) -> Result<Self, Stop> {
        let path = output.join(FILE);
        let mut file =
            OpenOptions::new().create(true).truncate(false).read(true).write(true).open(&path).with_context(|| {
                format!("cannot open the lock file {}; check the folder's permissions", path.display())
            })?;
        match try_lock(&file) {
            Ok(()) => {
                let cut = words(&mut file);
                sign(&mut file).with_context(|| format!("cannot write {}", path.display()))?;
                Ok(Self { file, cut })
            }
            Err(TryLockError::WouldBlock) => Err(held(&mut file, output)),
            Err(TryLockError::Error(error)) => {
                let message =
                    format!("cannot lock {}: {error}; is the file system one that knows locks?", path.display());
                Err(Stop::failed(message))
            }
        }
    }

    /// Who held the lock and was cut before it ended, as `process 4711 since 2026-01-01T00:00:00Z`.
    pub fn cut(&self) -> Option<&str> {
        self.cut.as_deref()
    }

    /// Who holds the lock of `output` now, if anyone does.
    pub fn holder(output: &Path) -> Option<String> {
        let mut file = File::open(output.join(FILE)).ok()?;
        match file.try_lock_shared() {
            Err(TryLockError::WouldBlock) => Some(words(&mut file).unwrap_or("another process".to_owned())),
            _ => None,
        }
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Words that stay only make the next run say that this one was cut.
        let _ = self.file.set_len(0);
    }
}

fn try_lock(file: &File) -> Result<(), TryLockError> {
    for _ in 1..TRIES {
        match file.try_lock() {
            Err(TryLockError::WouldBlock) => sleep(BETWEEN_TRIES),
            tried => return tried,
        }
    }
    file.try_lock()
}

fn sign(file: &mut File) -> std::io::Result<()> {
    file.set_len(0)?;
    file.rewind()?;
    writeln!(file, "process {} since {}", std::process::id(), clock::now())
}

/// What the file says, if anything.
fn words(file: &mut File) -> Option<String> {
    let mut words = String::new();
    file.read_to_string(&mut words).ok()?;
    Some(words.trim().to_owned()).filter(|words| !words.is_empty())
}

fn held(file: &mut File, output: &Path) -> Stop {
    let who = words(file).unwrap_or("another process".to_owned());
    let output = output.display();
    let message =
        format!("expected no other run over {output}, found one: {who} holds the lock; wait for it to end or end it");
    Stop { exit: Exit::Locked, message }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn second_taker_is_told_who_holds_the_lock() {
        let folder = tempfile::tempdir().unwrap();
        let first = Lock::take(folder.path()).unwrap();
        let stop = Lock::take(folder.path()).err().unwrap();
        assert_eq!(stop.exit, Exit::Locked);
        let who = format!("process {}", std::process::id());
        assert!(stop.message.contains(&who), "{stop}");
        assert!(Lock::holder(folder.path()).unwrap().starts_with(&who));
        drop(first);
        assert_eq!(Lock::holder(folder.path()), None);
        assert_eq!(Lock::take(folder.path()).unwrap().cut(), None);
    }

    #[test]
    fn words_that_nobody_took_back_are_those_of_a_run_that_was_cut() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join(FILE), "process 4711 since 2026-01-01T00:00:00Z\n").unwrap();
        let lock = Lock::take(folder.path()).unwrap();
        assert_eq!(lock.cut(), Some("process 4711 since 2026-01-01T00:00:00Z"));
    }
}

//! One run at a time over an output folder. The operating system holds the lock for the process and lets go of it
//! when the process ends in any way; the file's words only tell people who holds it.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{Read, Seek, Write};
use std::path::Path;

use anyhow::Context;

use super::clock;
use super::exit::{Exit, Stop};

/// Name of the lock file in the output folder.
const FILE: &str = ".lock";

/// A held lock; dropping it lets go.
pub struct Lock {
    _file: File,
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
        match file.try_lock() {
            Ok(()) => {
                sign(&mut file).with_context(|| format!("cannot write {}", path.display()))?;
                Ok(Self { _file: file })
            }
            Err(TryLockError::WouldBlock) => Err(held(&mut file, output)),
            Err(TryLockError::Error(error)) => {
                let message =
                    format!("cannot lock {}: {error}; is the file system one that knows locks?", path.display());
                Err(Stop::failed(message))
            }
        }
    }
}

fn sign(file: &mut File) -> std::io::Result<()> {
    file.set_len(0)?;
    file.rewind()?;
    writeln!(file, "process {} since {}", std::process::id(), clock::now())
}

fn held(file: &mut File, output: &Path) -> Stop {
    let mut words = String::new();
    let who = match file.read_to_string(&mut words) {
        Ok(_) if !words.trim().is_empty() => words.trim(),
        _ => "another process",
    };
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
        assert!(stop.message.contains(&format!("process {}", std::process::id())), "{stop}");
        drop(first);
        assert!(Lock::take(folder.path()).is_ok());
    }
}

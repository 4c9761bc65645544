//! An output file that knows, once it is written, how long it is and what its sha256 is. It is opened only while
//! bytes go to it: a set may have more part files than a process may hold open.

use std::fs::{File, OpenOptions};
use std::io::{Result, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use sha2::{Digest, Sha256};

use super::Written;

/// Bytes that are held before they go to the file.
const HELD: usize = 32 << 10;

/// A new file below a folder. Clones write to the same file, since encoders keep their writer to themselves.
#[derive(Clone)]
pub struct Output {
    path: String,
    state: Arc<Mutex<State>>,
}

struct State {
    place: PathBuf,
    held: Vec<u8>,
    hash: Sha256,
    bytes: u64,
}

impl Output {
    /// Creates the file at `path` below `folder`, with the folders that lead there.
    pub fn create(folder: &Path, path: &str) -> Result<Self> {
        let place = folder.join(path);
        if let Some(parent) = place.parent() {
            std::fs::create_dir_all(parent)?;
        }
        File::create(&place)?;
        let state = State { place, held: Vec::new(), hash: Sha256::new(), bytes: 0 };
        Ok(Self { path: path.to_owned(), state: Arc::new(Mutex::new(state)) })
    }

    /// Flushes what is left and tells what was written.
    pub fn finish(self, rows: Option<u64>) -> Result<Written> {
        let mut state = self.state();
        state.write_held()?;
        let sha256 = state.hash.clone().finalize().iter().map(|byte| format!("{byte:02x}")).collect();
        Ok(Written { path: self.path.clone(), rows, bytes: state.bytes, sha256 })
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    fn write_held(&mut self) -> Result<()> {
        if !self.held.is_empty() {
            OpenOptions::new().append(true).open(&self.place)?.write_all(&self.held)?;
            self.held.clear();
        }
        Ok(())
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> Result<usize> {
        let mut state = self.state();
        state.hash.update(bytes);
        state.bytes += bytes.len() as u64;
        state.held.extend_from_slice(bytes);
        if state.held.len() >= HELD {
            state.write_held()?;
            // What a large piece has grown is given back.
            state.held.shrink_to(HELD);
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> Result<()> {
        // Encoders flush after each piece; what is held goes to the file when it is enough, and at the end.
        Ok(())
    }
}

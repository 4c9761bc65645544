//! An output file that knows, once it is written, how long it is and what its sha256 is.

use std::fs::File;
use std::io::{BufWriter, Result, Write};
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use sha2::{Digest, Sha256};

use super::Written;

/// A new file below a folder. Clones write to the same file, since encoders keep their writer to themselves.
#[derive(Clone)]
pub struct Output {
    path: String,
    state: Arc<Mutex<State>>,
}

struct State {
    file: BufWriter<File>,
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
        let state = State { file: BufWriter::new(File::create(place)?), hash: Sha256::new(), bytes: 0 };
        Ok(Self { path: path.to_owned(), state: Arc::new(Mutex::new(state)) })
    }

    /// Flushes what is left and tells what was written.
    pub fn finish(mut self, rows: Option<u64>) -> Result<Written> {
        self.flush()?;
        let state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        let sha256 = state.hash.clone().finalize().iter().map(|byte| format!("{byte:02x}")).collect();
        Ok(Written { path: self.path.clone(), rows, bytes: state.bytes, sha256 })
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> Result<usize> {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        state.file.write_all(bytes)?;
        state.hash.update(bytes);
        state.bytes += bytes.len() as u64;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> Result<()> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner).file.flush()
    }
}

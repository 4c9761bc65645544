//! The bytes of a file: no more than allowed, and all of one moment.

use std::fs::{File, Metadata};
use std::io::{self, Read, Seek};
use std::path::Path;
use std::time::SystemTime;

use super::Refusal;

/// All bytes of an open file.
///
/// # Errors
/// Where it cannot be read, is larger than `max_bytes`, or changed while it was read.
pub fn load(file: &File, before: &Stamp, max_bytes: u64) -> Result<Vec<u8>, Refusal> {
    if before.size > max_bytes {
        return Err(Refusal::too_large(max_bytes));
    }
    let bytes = all(file, max_bytes).map_err(|error| unreadable(&error))??;
    before.check(file)?;
    Ok(bytes)
}

/// All bytes that are left in `reader`, up to `max_bytes`; the outer error is the reader's.
///
/// # Errors
/// Where there are more.
pub fn all(reader: impl Read, max_bytes: u64) -> io::Result<Result<Vec<u8>, Refusal>> {
    let mut bytes = Vec::new();
    // One byte more than allowed tells that there is more.
    reader.take(max_bytes.saturating_add(1)).read_to_end(&mut bytes)?;
    Ok(if bytes.len() as u64 > max_bytes { Err(Refusal::too_large(max_bytes)) } else { Ok(bytes) })
}

/// The first bytes of an open file, which stays at its start.
///
/// # Errors
/// Where it cannot be read.
pub fn head(mut file: &File, len: usize) -> Result<Vec<u8>, Refusal> {
    let mut head = Vec::new();
    let read = file.take(len as u64).read_to_end(&mut head).and_then(|_| file.rewind());
    read.map(|()| head).map_err(|error| unreadable(&error))
}

/// What a file was like when it was opened.
pub struct Stamp {
    /// In bytes.
    pub size: u64,
    modified: Option<SystemTime>,
}

impl Stamp {
    fn of(meta: &Metadata) -> Self {
        Self { size: meta.len(), modified: meta.modified().ok() }
    }

    /// # Errors
    /// Where the file is no longer as it was.
    pub fn check(&self, file: &File) -> Result<(), Refusal> {
        let after = Self::of(&file.metadata().map_err(|error| unreadable(&error))?);
        if after.size == self.size && after.modified == self.modified {
            return Ok(());
        }
        let message = "the file changed while it was read, so the text would be of two minds: run again when it is \
                       complete";
        Err(Refusal::new("changed-while-read", message))
    }
}

/// Opens the file at `path`.
///
/// # Errors
/// Where it cannot be opened.
pub fn open(path: &Path) -> Result<(File, Stamp), Refusal> {
    let file = File::open(path).map_err(|error| unreadable(&error))?;
    let meta = file.metadata().map_err(|error| unreadable(&error))?;
    Ok((file, Stamp::of(&meta)))
}

/// That a file cannot be read, and why.
pub fn unreadable(error: &io::Error) -> Refusal {
    Refusal::new("unreadable", format!("the file cannot be read ({error}): check that it is there and its permissions"))
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    #[test]
    fn a_file_is_read_up_to_the_limit() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.txt");
        std::fs::write(&path, "12345").unwrap();
        let (file, stamp) = open(&path).unwrap();
        assert_eq!(head(&file, 2).unwrap(), b"12");
        assert_eq!(load(&file, &stamp, 5).unwrap(), b"12345");
        assert_eq!(load(&file, &stamp, 4).unwrap_err().code, "too-large");
        assert_eq!(open(&folder.path().join("b.txt")).err().unwrap().code, "unreadable");
    }

    #[test]
    fn a_file_that_grows_is_noticed() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.txt");
        std::fs::write(&path, "12345").unwrap();
        let (file, stamp) = open(&path).unwrap();
        assert_eq!(stamp.check(&file), Ok(()));
        std::fs::OpenOptions::new().append(true).open(&path).unwrap().write_all(b"6").unwrap();
        assert_eq!(stamp.check(&file).unwrap_err().code, "changed-while-read");
    }
}

//! A second process of the program: for readers that a damaged file can bring to end their process, which no fence within
//! it holds. What ends the second process is one failed input.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::sync::OnceLock;

use super::{pdf, table};

/// The program itself, where it reads in a second process.
static PROGRAM: OnceLock<PathBuf> = OnceLock::new();

/// Called first by the program: from here on Parquet and PDF files are read in a second process. In that process it does
/// the reading and gives the code to end with.
pub fn isolate() -> Option<ExitCode> {
    let call = std::env::args_os().nth(1);
    if call.as_deref() == Some(OsStr::new(table::CALL)) {
        return Some(table::serve());
    }
    if call.as_deref() == Some(OsStr::new(pdf::CALL)) {
        return Some(pdf::serve());
    }
    if let Ok(program) = std::env::current_exe() {
        let _ = PROGRAM.set(program);
    }
    None
}

/// What to start for a second process; none where the caller is not the program (a test, another program).
pub fn program() -> Option<&'static Path> {
    PROGRAM.get().map(PathBuf::as_path)
}

/// A second process of `program` that is asked for `call`: its answer comes on standard output, and what it says of its
/// own end is not shown.
pub fn command(program: &Path, call: &str) -> Command {
    let mut command = Command::new(program);
    command.arg(call).stdout(Stdio::piped()).stderr(Stdio::null());
    command
}

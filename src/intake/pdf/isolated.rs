//! PDF files in a process of their own: a damaged one can make its reader ask for more memory than there is, which ends a
//! process. The second process takes the file on standard input and writes what it read as JSON.

use std::io::{self, Read, Write};
use std::path::Path;
use std::process::{ExitCode, Stdio};
use std::thread;

use serde::{Deserialize, Serialize};

use super::Text;
use crate::intake::{Refusal, second};

/// What the second process is called with; the most bytes of text follow.
pub const CALL: &str = "--pdf-on-standard-input";
/// Codes of refusals that cross from one process to the other.
const CODES: [&str; 4] = ["damaged", "locked", "too-large", "unreadable"];

#[derive(Serialize, Deserialize)]
enum Answer {
    Read(Text),
    Refused { code: String, message: String },
}

/// Reads the PDF in `bytes`, apart where this is the program.
///
/// # Errors
/// Where it is damaged, locked or too large.
pub fn read(bytes: &[u8], max_bytes: u64) -> Result<Text, Refusal> {
    match second::program() {
        Some(program) => apart(program, bytes, max_bytes),
        None => super::read(bytes, max_bytes),
    }
}

fn apart(program: &Path, bytes: &[u8], max_bytes: u64) -> Result<Text, Refusal> {
    let unstarted = |error: io::Error| {
        Refusal::new("unreadable", format!("the reader of PDF files cannot be started ({error}): run again"))
    };
    let mut command = second::command(program, CALL);
    let mut child = command.arg(max_bytes.to_string()).stdin(Stdio::piped()).spawn().map_err(unstarted)?;
    let answer = thread::scope(|scope| {
        if let Some(mut input) = child.stdin.take() {
            // Where nobody reads on, the answer tells why.
            scope.spawn(move || input.write_all(bytes));
        }
        let mut answer = Vec::new();
        let read = child.stdout.take().map(|mut output| output.read_to_end(&mut answer));
        read.and_then(Result::ok).map(|_| answer)
    });
    let _ = child.wait();
    let cut = || {
        let message =
            "the PDF is damaged in a way that its reader cannot follow: open it and save or print it as PDF again";
        Refusal::new("damaged", message)
    };
    match answer.and_then(|answer| serde_json::from_slice(&answer).ok()).ok_or_else(cut)? {
        Answer::Read(text) => Ok(text),
        Answer::Refused { code, message } => {
            let code = CODES.into_iter().find(|known| *known == code).unwrap_or("damaged");
            Err(Refusal::new(code, message))
        }
    }
}

/// The second process: a PDF file on standard input, an answer on standard output.
pub fn serve() -> ExitCode {
    let max_bytes = std::env::args().nth(2).and_then(|told| told.parse().ok()).unwrap_or(u64::MAX);
    let mut bytes = Vec::new();
    if io::stdin().lock().read_to_end(&mut bytes).is_err() {
        return ExitCode::FAILURE;
    }
    let answer = match super::read(&bytes, max_bytes) {
        Ok(text) => Answer::Read(text),
        Err(refusal) => Answer::Refused { code: refusal.code.to_owned(), message: refusal.message },
    };
    match serde_json::to_writer(io::stdout().lock(), &answer) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}

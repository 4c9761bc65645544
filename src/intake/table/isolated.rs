//! Parquet files in a process of their own.
//!
//! A damaged Parquet file can make its reader ask for more memory than there is, and a file that shrinks while it is
//! mapped takes its reader with it; both end a process, and no fence within it holds. So the program reads such a file
//! in a second process of itself, which writes a line of JSON for its columns and for each row. What ends that process
//! is one failure.

use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Cursor, Read, Write};
use std::path::Path;
use std::process::{Child, ExitCode, Stdio};
use std::thread;

use serde::{Deserialize, Serialize};

use super::parquet::{self, Told};
use super::{Cell, Table};
use crate::intake::{Refusal, second};
use crate::issue::{Finding, Severity};

/// What the second process is called with.
pub const CALL: &str = "--parquet-on-standard-input";
/// A line of JSON may be this many times as long as the texts in it, for its escapes.
const ESCAPES: u64 = 6;

/// Where the bytes of a Parquet file are.
pub enum Bytes<'a> {
    File(&'a File),
    Memory(&'a [u8]),
}

/// Reads the rows of a Parquet file into `table`.
///
/// # Errors
/// Where it is damaged or has no column of text.
pub fn parquet(table: &mut Table, bytes: &Bytes) -> Result<(), Refusal> {
    match (second::program(), bytes) {
        (Some(program), _) => apart(table, program, bytes),
        (None, Bytes::File(file)) => parquet::tell(|| BufReader::new(*file), |told| take(table, told)),
        (None, Bytes::Memory(bytes)) => parquet::tell(|| Cursor::new(*bytes), |told| take(table, told)),
    }
}

fn take(table: &mut Table, told: Told) -> Result<(), Refusal> {
    match told {
        Told::Columns { names, left_out } => {
            table.check_columns(&names.iter().map(String::as_str).collect::<Vec<_>>())?;
            if !left_out.is_empty() {
                let message =
                    format!("columns that hold lists, structures or the like were left out: {}", left_out.join(", "));
                let severity = Severity::Info;
                table.findings.push(Finding { code: "columns-left-out", severity, message, span: None });
            }
        }
        Told::Row { number, cells } => table.row(number, cells),
    }
    Ok(())
}

/// A line between the two processes.
#[derive(Serialize, Deserialize)]
enum Line {
    Columns(Vec<String>, Vec<String>),
    Row(u64, Vec<Cell>),
    Refused(String),
    End,
}

fn apart(table: &mut Table, program: &Path, bytes: &Bytes) -> Result<(), Refusal> {
    let input = match bytes {
        Bytes::File(file) => Stdio::from(file.try_clone().map_err(|error| unstarted(&error))?),
        Bytes::Memory(_) => Stdio::piped(),
    };
    let child = second::command(program, CALL).stdin(input).spawn();
    let mut child = child.map_err(|error| unstarted(&error))?;
    let outcome = thread::scope(|scope| {
        if let (Bytes::Memory(bytes), Some(mut input)) = (bytes, child.stdin.take()) {
            // Where nobody reads on, the lines tell why.
            scope.spawn(move || input.write_all(bytes));
        }
        let outcome = listen(table, &mut child);
        let _ = child.kill();
        outcome
    });
    let _ = child.wait();
    outcome
}

/// Takes the lines of the second process, to the one that says that it is done.
fn listen(table: &mut Table, child: &mut Child) -> Result<(), Refusal> {
    let Some(output) = child.stdout.take() else { return Err(cut()) };
    let mut output = BufReader::new(output);
    let most = table.options.max_bytes.saturating_mul(ESCAPES).saturating_add(1 << 20);
    let mut number = 0;
    loop {
        let mut line = Vec::new();
        (&mut output).take(most).read_until(b'\n', &mut line).map_err(|_| cut())?;
        if line.len() as u64 == most {
            output.skip_until(b'\n').map_err(|_| cut())?;
            number += 1;
            table.refuse(number, Refusal::too_large(table.options.max_bytes));
            continue;
        }
        match serde_json::from_slice(&line).map_err(|_| cut())? {
            Line::Columns(names, left_out) => take(table, Told::Columns { names, left_out })?,
            Line::Row(row, cells) => {
                number = row;
                take(table, Told::Row { number, cells })?;
            }
            Line::Refused(message) => return Err(Refusal::new("damaged", message)),
            Line::End => return Ok(()),
        }
    }
}

fn cut() -> Refusal {
    Refusal::new("damaged", "the Parquet file is damaged in a way that its reader cannot follow: export it again")
}

fn unstarted(error: &io::Error) -> Refusal {
    Refusal::new("unreadable", format!("the reader of Parquet files cannot be started ({error}): run again"))
}

/// The second process: a Parquet file on standard input, lines of JSON on standard output.
pub fn serve() -> ExitCode {
    let mut output = BufWriter::new(io::stdout().lock());
    let told = told(&mut output);
    let last = told.map_or_else(|refusal| Line::Refused(refusal.message), |()| Line::End);
    match write(&mut output, &last).and_then(|()| output.flush()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}

fn told(output: &mut impl Write) -> Result<(), Refusal> {
    let mut tell = |told| {
        let line = match told {
            Told::Columns { names, left_out } => Line::Columns(names, left_out),
            Told::Row { number, cells } => Line::Row(number, cells),
        };
        write(output, &line).map_err(|_| cut())
    };
    let input = standard_input().map_err(|error| unstarted(&error))?;
    if input.metadata().is_ok_and(|meta| meta.is_file()) {
        return parquet::tell(|| BufReader::new(&input), &mut tell);
    }
    let mut bytes = Vec::new();
    (&input).read_to_end(&mut bytes).map_err(|error| unstarted(&error))?;
    parquet::tell(|| Cursor::new(bytes.as_slice()), &mut tell)
}

#[cfg(unix)]
fn standard_input() -> io::Result<File> {
    use std::os::fd::AsFd;
    io::stdin().as_fd().try_clone_to_owned().map(File::from)
}

#[cfg(windows)]
fn standard_input() -> io::Result<File> {
    use std::os::windows::io::AsHandle;
    io::stdin().as_handle().try_clone_to_owned().map(File::from)
}

fn write(output: &mut impl Write, line: &Line) -> io::Result<()> {
    serde_json::to_writer(&mut *output, line)?;
    output.write_all(b"\n")
}

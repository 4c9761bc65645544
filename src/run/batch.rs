//! Reading and processing inputs on all cores, in the order of their names and within bounded memory.
//!
//! Small inputs are read side by side, a chunk at a time; an input that may hold many reports (an archive, a table)
//! is streamed by itself and its reports are processed side by side. While one chunk is processed the one before is
//! written. Where chunks end depends on the inputs alone, never on the number of threads. A panic in a reader is a
//! failure of that input: one bad input must not take the others with it.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::mpsc::{SyncSender, sync_channel};

use rayon::prelude::*;

use super::exit::Stop;
use super::hash;
use super::interrupt::Interrupt;
use super::known::Known;
use super::manifest::InputEntry;
use crate::intake::{self, Failure, Input, Source};
use crate::rules::Rules;
use crate::{Document, process};

/// Bytes of input that are held in memory together.
const CHUNK_BYTES: u64 = 4 << 20;
/// Inputs that are held together: many small ones cost more than their bytes.
const CHUNK_INPUTS: usize = 256;
/// File name endings of inputs that may hold many reports.
const CONTAINERS: [&str; 8] = ["zip", "gz", "csv", "tsv", "jsonl", "ndjson", "parquet", "json"];

/// What all inputs are read with.
pub struct Work<'a> {
    pub rules: &'a Rules,
    pub options: &'a intake::Options,
    pub pool: &'a rayon::ThreadPool,
    pub interrupt: &'a Interrupt,
    /// What need not be read again.
    pub known: Known<'a>,
}

/// What an input gave, or a part of what a large one gave.
#[derive(Debug, Default)]
pub struct Part {
    /// Index of the input.
    pub input: usize,
    /// Of the file's bytes; empty where they could not be read.
    pub sha256: String,
    pub bytes: u64,
    pub gave: Gave,
}

/// What came of an input.
#[derive(Debug)]
pub enum Gave {
    /// Reports, and what could not be read, in the order of the input.
    Read(Vec<Result<Document, Failure>>),
    /// What it gave in the last run, since when it has not changed.
    Known(InputEntry),
}

impl Default for Gave {
    fn default() -> Self {
        Self::Read(Vec::new())
    }
}

/// Reads and processes every input on other threads and hands the parts to `consume`, in order.
///
/// # Errors
/// The first error of `consume`, or that a signal came. What an input does wrong is in its part.
pub fn process_all(
    inputs: &[Input],
    work: &Work,
    mut consume: impl FnMut(Vec<Part>) -> Result<(), Stop>,
) -> Result<(), Stop> {
    std::thread::scope(|scope| {
        let (sender, receiver) = sync_channel(1);
        let producer = scope.spawn(move || produce(inputs, work, &sender));
        // The receiver is gone when this is done, so a producer that would go on hears that nobody listens.
        let consumed = receiver.into_iter().try_for_each(&mut consume);
        let produced = producer.join().unwrap_or_else(|panic| Err(Stop::failed(panic_message(&*panic))));
        consumed.and(produced)
    })
}

fn produce(inputs: &[Input], work: &Work, sender: &SyncSender<Vec<Part>>) -> Result<(), Stop> {
    let sizes: Vec<u64> = inputs.iter().map(|input| input.path.metadata().map_or(0, |found| found.len())).collect();
    let mut next = 0;
    while next < inputs.len() {
        work.interrupt.check()?;
        let count = chunk_length(&inputs[next..], &sizes[next..]);
        let indices = next..next + count;
        next += count;
        // A consumer that has hung up has failed, and says why itself.
        if is_streamed(&inputs[indices.start], sizes[indices.start]) {
            if !stream(indices.start, &inputs[indices.start], work, sender) {
                break;
            }
            continue;
        }
        let parts: Vec<Part> =
            work.pool.install(|| indices.into_par_iter().map(|i| read_whole(i, &inputs[i], work)).collect());
        if sender.send(parts).is_err() {
            break;
        }
    }
    work.interrupt.check()
}

/// How many inputs make the next chunk: at least one, and one alone where it is streamed.
fn chunk_length(inputs: &[Input], sizes: &[u64]) -> usize {
    let mut bytes = 0;
    for (count, (input, &size)) in inputs.iter().zip(sizes).enumerate() {
        bytes += size;
        let is_full = bytes > CHUNK_BYTES || count == CHUNK_INPUTS || is_streamed(input, size);
        if count > 0 && is_full {
            return count;
        }
        if is_streamed(input, size) {
            return 1;
        }
    }
    inputs.len()
}

fn is_streamed(input: &Input, size: u64) -> bool {
    let extension = Path::new(&input.name).extension().map(|ending| ending.to_string_lossy().to_lowercase());
    let is_named_so = extension.is_some_and(|ending| CONTAINERS.contains(&ending.as_str()));
    size > CHUNK_BYTES || is_named_so || intake::may_hold_many(input)
}

/// Reads and processes all of one small input on this thread.
fn read_whole(index: usize, input: &Input, work: &Work) -> Part {
    let part = begin(index, input, work);
    if work.interrupt.is_set() || matches!(part.gave, Gave::Known(_)) {
        return part;
    }
    Part { gave: Gave::Read(read_again(input, work)), ..part }
}

/// Reads and processes all of one input on this thread, whatever is known of it.
pub fn read_again(input: &Input, work: &Work) -> Vec<Result<Document, Failure>> {
    let outcome = guarded(input, || {
        let mut results = Vec::new();
        intake::read(input, work.options, &mut |read| results.push(read));
        results.into_iter().map(|read| read.and_then(|source| process_guarded(source, work.rules))).collect::<Vec<_>>()
    });
    let mut results = outcome.unwrap_or_else(|failure| vec![Err(failure)]);
    if results.is_empty() {
        results.push(Err(nothing(input)));
    }
    results
}

/// Reads an input that may hold many reports and sends it in parts of bounded size. False where nobody listens.
fn stream(index: usize, input: &Input, work: &Work, sender: &SyncSender<Vec<Part>>) -> bool {
    let identity = begin(index, input, work);
    if matches!(identity.gave, Gave::Known(_)) {
        return sender.send(vec![identity]).is_ok();
    }
    let (sha256, bytes_in_file) = (identity.sha256, identity.bytes);
    let mut held: Vec<Result<Source, Failure>> = Vec::new();
    let mut bytes = 0;
    let mut is_heard = true;
    let mut is_empty = true;
    let flush = |held: &mut Vec<Result<Source, Failure>>| {
        let read = std::mem::take(held);
        let results = work.pool.install(|| {
            read.into_par_iter().map(|read| read.and_then(|source| process_guarded(source, work.rules))).collect()
        });
        let part = Part { input: index, sha256: sha256.clone(), bytes: bytes_in_file, gave: Gave::Read(results) };
        sender.send(vec![part]).is_ok()
    };
    let outcome = guarded(input, || {
        intake::read(input, work.options, &mut |read| {
            if !is_heard || work.interrupt.is_set() {
                return;
            }
            is_empty = false;
            bytes += read.as_ref().map_or(0, |source| source.text.len() as u64);
            held.push(read);
            if bytes > CHUNK_BYTES || held.len() >= CHUNK_INPUTS {
                bytes = 0;
                is_heard = flush(&mut held);
            }
        });
    });
    held.extend(outcome.err().map(Err));
    if is_empty && held.is_empty() {
        held.push(Err(nothing(input)));
    }
    is_heard && flush(&mut held)
}

/// Tells an input by its bytes, and what is known of it.
fn begin(index: usize, input: &Input, work: &Work) -> Part {
    let (sha256, bytes) = hash::file(&input.path).unwrap_or_default();
    let known = work.known.unchanged(input, &sha256).cloned();
    Part { input: index, sha256, bytes, gave: known.map_or_else(Gave::default, Gave::Known) }
}

fn process_guarded(source: Source, rules: &Rules) -> Result<Document, Failure> {
    let name = source.name.clone();
    catch_unwind(AssertUnwindSafe(|| process(source, rules))).map_err(|panic| internal(&name, &*panic))
}

fn guarded<T>(input: &Input, read: impl FnOnce() -> T) -> Result<T, Failure> {
    catch_unwind(AssertUnwindSafe(read)).map_err(|panic| internal(&input.name, &*panic))
}

fn nothing(input: &Input) -> Failure {
    let message = "expected at least one report, found none; remove the file or look into it".to_owned();
    Failure { name: input.name.clone(), code: "no-report", message }
}

fn internal(name: &str, panic: &(dyn std::any::Any + Send)) -> Failure {
    let message = format!(
        "expected a report that can be read, found a fault of this program: {}; please report it with the file",
        panic_message(panic)
    );
    Failure { name: name.to_owned(), code: "internal-error", message }
}

fn panic_message(panic: &(dyn std::any::Any + Send)) -> String {
    let words = panic.downcast_ref::<&str>().copied().or(panic.downcast_ref::<String>().map(String::as_str));
    words.unwrap_or("no message").to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn input(name: &str) -> Input {
        Input { name: name.to_owned(), path: name.into(), ..Input::default() }
    }

    #[test]
    fn chunks_end_by_size_and_before_containers() {
        let inputs = [input("a.txt"), input("b.txt"), input("c.zip"), input("d.txt")];
        assert_eq!(chunk_length(&inputs, &[10, 10, 10, 10]), 2);
        assert_eq!(chunk_length(&inputs, &[10, CHUNK_BYTES, 10, 10]), 1);
        assert_eq!(chunk_length(&inputs[2..], &[10, 10]), 1);
        assert_eq!(chunk_length(&inputs[3..], &[10]), 1);
    }

    #[test]
    fn panic_of_a_reader_is_a_failure_of_its_input() {
        let failure = guarded(&input("bad.pdf"), || panic!("page {} has no end", 3)).unwrap_err();
        assert_eq!((failure.name.as_str(), failure.code), ("bad.pdf", "internal-error"));
        assert!(failure.message.contains("page 3 has no end"));
    }
}

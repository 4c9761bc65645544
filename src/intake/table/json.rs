//! JSON: an object a line, an array of objects, or an object that holds a report or an array of them.
//!
//! Lines are read one by one and arrays element by element. In lines a fault costs its own line; in an array it costs
//! what follows, since nothing tells where the next element begins.

use std::cell::Cell as Counter;
use std::fmt;
use std::io::{self, BufRead, Read};
use std::rc::Rc;

use serde::de::{DeserializeSeed, Deserializer as _, SeqAccess, Visitor};
use serde_json::{Map, Value};

use super::{Cell, Table, columns, unreadable};
use crate::intake::Refusal;
use crate::intake::table::columns::Holds;

/// Reads a JSON object a line.
pub fn json_lines(table: &mut Table, bytes: impl Read) -> Result<(), Refusal> {
    let text = table.decoded(bytes)?;
    lines(table, text, 0)
}

/// Reads a file of JSON.
pub fn json(table: &mut Table, bytes: impl Read) -> Result<(), Refusal> {
    let mut text = table.decoded(bytes)?;
    skip_blanks(&mut text).map_err(|error| unreadable(&error))?;
    if text.fill_buf().map_err(|error| unreadable(&error))?.first() == Some(&b'[') {
        return array(table, text);
    }
    let max_bytes = table.options.max_bytes;
    let Some(first) = line(&mut text, max_bytes).map_err(|error| unreadable(&error))? else { return Ok(()) };
    let mut first = first.ok_or_else(|| Refusal::too_large(max_bytes))?;
    // Many call files of lines .json as well.
    if let Ok(value) = serde_json::from_slice(&first) {
        rows(table, value);
        return lines(table, text, 1);
    }
    text.take(max_bytes.saturating_add(1)).read_to_end(&mut first).map_err(|error| unreadable(&error))?;
    if first.len() as u64 > max_bytes {
        return Err(Refusal::too_large(max_bytes));
    }
    rows(table, serde_json::from_slice(&first).map_err(|error| not_json(&error))?);
    Ok(())
}

fn lines(table: &mut Table, mut text: impl BufRead, before: u64) -> Result<(), Refusal> {
    let max_bytes = table.options.max_bytes;
    let mut number = before;
    while let Some(line) = line(&mut text, max_bytes).map_err(|error| unreadable(&error))? {
        number += 1;
        match line {
            None => table.refuse(number, Refusal::too_large(max_bytes)),
            Some(line) if line.trim_ascii().is_empty() => {}
            Some(line) => match serde_json::from_slice(&line) {
                Ok(value) => element(table, number, value),
                Err(error) => table.refuse(number, not_json(&error)),
            },
        }
    }
    Ok(())
}

/// The next line; inner none where it is too long, which is passed over.
fn line(text: &mut impl BufRead, max_bytes: u64) -> io::Result<Option<Option<Vec<u8>>>> {
    let mut line = Vec::new();
    if text.take(max_bytes.saturating_add(1)).read_until(b'\n', &mut line)? == 0 {
        return Ok(None);
    }
    if line.len() as u64 <= max_bytes || line.ends_with(b"\n") {
        return Ok(Some(Some(line)));
    }
    text.skip_until(b'\n')?;
    Ok(Some(None))
}

fn skip_blanks(text: &mut impl BufRead) -> io::Result<()> {
    loop {
        let buffer = text.fill_buf()?;
        let blanks = buffer.iter().take_while(|byte| byte.is_ascii_whitespace()).count();
        let is_done = blanks < buffer.len() || buffer.is_empty();
        text.consume(blanks);
        if is_done {
            return Ok(());
        }
    }
}

/// The rows of one value: an object that is a report, or that holds an array of them.
fn rows(table: &mut Table, value: Value) {
    let Value::Object(object) = value else { return element(table, 1, value) };
    let names: Vec<&str> = object.keys().map(String::as_str).collect();
    let is_report = columns::assign(&names, &table.options.columns).contains(&Holds::Text);
    let is_list = |value: &Value| matches!(value, Value::Array(all) if all.iter().any(Value::is_object));
    let list = object.iter().find(|(_, value)| is_list(value)).map(|(name, _)| name.clone());
    match list.filter(|_| !is_report) {
        Some(name) => {
            let Some(Value::Array(all)) = object.into_iter().find(|(key, _)| *key == name).map(|(_, value)| value)
            else {
                return;
            };
            for (number, value) in (1..).zip(all) {
                element(table, number, value);
            }
        }
        None => element(table, 1, Value::Object(object)),
    }
}

fn element(table: &mut Table, number: u64, value: Value) {
    match value {
        Value::Object(object) => table.row(number, cells(object)),
        _ => {
            let message = "expected a JSON object with the columns of a report, found another value: mend the row";
            table.refuse(number, Refusal::new("not-an-object", message));
        }
    }
}

fn cells(object: Map<String, Value>) -> Vec<Cell> {
    object.into_iter().filter_map(|(name, value)| Some((name, written(value)?))).collect()
}

/// A value as the text of a cell; a list of texts is one line each.
fn written(value: Value) -> Option<String> {
    match value {
        Value::Null => None,
        Value::String(text) => Some(text),
        Value::Array(all) if !all.is_empty() && all.iter().all(Value::is_string) => {
            Some(all.iter().filter_map(Value::as_str).collect::<Vec<_>>().join("\n"))
        }
        other => Some(other.to_string()),
    }
}

fn not_json(error: &serde_json::Error) -> Refusal {
    Refusal::new("damaged", format!("expected JSON, found a fault ({error}): mend it or export it again"))
}

/// Streams the elements of an array.
fn array(table: &mut Table, text: impl BufRead) -> Result<(), Refusal> {
    let max_bytes = table.options.max_bytes;
    let left = Rc::new(Counter::new(max_bytes));
    let bounded = Bounded { text, left: Rc::clone(&left), max_bytes };
    let mut parser = serde_json::Deserializer::from_reader(bounded);
    let outcome = parser.deserialize_seq(Elements { table, left });
    outcome.map_err(|error| {
        let is_large = error.io_error_kind() == Some(io::ErrorKind::FileTooLarge);
        let refusal = if is_large { Refusal::too_large(max_bytes) } else { not_json(&error) };
        Refusal::new(refusal.code, format!("{}; nothing after it in the file was read", refusal.message))
    })
}

struct Elements<'a, 't> {
    table: &'a mut Table<'t>,
    /// Bytes that the element being read may still have.
    left: Rc<Counter<u64>>,
}

impl<'de> Visitor<'de> for Elements<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("an array of objects")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut sequence: A) -> Result<(), A::Error> {
        let max_bytes = self.table.options.max_bytes;
        for number in 1.. {
            self.left.set(max_bytes);
            let Some(value) = sequence.next_element_seed(Element)? else { break };
            element(self.table, number, value);
        }
        Ok(())
    }
}

struct Element;

impl<'de> DeserializeSeed<'de> for Element {
    type Value = Value;

    fn deserialize<D: serde::Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        serde::Deserialize::deserialize(deserializer)
    }
}

/// A reader that ends with an error where one element is too large.
struct Bounded<R> {
    text: R,
    left: Rc<Counter<u64>>,
    max_bytes: u64,
}

impl<R: BufRead> Read for Bounded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.text.read(buffer)?;
        match self.left.get().checked_sub(count as u64) {
            Some(left) => self.left.set(left),
            None => {
                let message = format!("an element of more than {} bytes", self.max_bytes);
                return Err(io::Error::new(io::ErrorKind::FileTooLarge, message));
            }
        }
        Ok(count)
    }
}

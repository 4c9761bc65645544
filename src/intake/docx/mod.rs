//! Word files (DOCX): the text that a reader sees, one paragraph a line, with the numbers that Word draws.
//!
//! We read the XML ourselves, because the ready-made readers drop drawn numbers (一、 （一）), and without them a
//! report has no headings. Headers, footers and comments are not part of the report.

mod body;
mod label;
mod numbering;
mod part;
#[cfg(test)]
mod tests;

use quick_xml::events::Event;

use self::numbering::Numbering;
use super::{Options, Refusal, Source, xml};
use crate::issue::{Finding, Severity};

/// Reads the Word file in `bytes` into the text and findings of `source`.
///
/// # Errors
/// Where it is damaged, too large, or holds no text.
pub fn read_into(source: &mut Source, bytes: &[u8], options: &Options) -> Result<(), Refusal> {
    let mut package = part::open(bytes)?;
    let mut load = |name: &str| part::text(&mut package, name, options.max_bytes);
    let main = main_part(load("_rels/.rels")?.as_deref())?;
    let folder = main.rsplit_once('/').map_or(String::new(), |(folder, _)| format!("{folder}/"));
    let Some(document) = load(&main)? else {
        let message = format!("the Word file has no part {main}: open it in Word and save it again");
        return Err(Refusal::new("damaged", message));
    };
    let mut numbering = Numbering::read(
        load(&format!("{folder}numbering.xml"))?.as_deref(),
        load(&format!("{folder}styles.xml"))?.as_deref(),
    )?;
    let mut body = body::read(&document, &main, &mut numbering)?;
    drop(document);
    for (is_end, part) in [(false, "footnotes.xml"), (true, "endnotes.xml")] {
        if body.references.iter().any(|(end, _)| *end == is_end) {
            let notes = load(&format!("{folder}{part}"))?.unwrap_or_default();
            add_notes(&mut body, is_end, &body::read(&notes, part, &mut numbering)?);
        }
    }
    if body.text.trim().is_empty() {
        let message = "expected text, found none in the Word file: if it holds pictures of pages, recognise their text \
                       (OCR) first";
        return Err(Refusal::new("empty", message));
    }
    if body.contents_lines > 0 {
        let message = format!("{} lines of a table of contents were left out", body.contents_lines);
        source.findings.push(Finding { code: "contents-dropped", severity: Severity::Info, message, span: None });
    }
    source.encoding = "UTF-8".to_owned();
    source.line_ending = "none";
    source.text = body.text;
    Ok(())
}

/// Notes stand after the body in the order of their references, each with the mark that its reference has.
fn add_notes(body: &mut body::Body, is_end: bool, notes: &body::Body) {
    let ids = body.references.iter().filter(|(end, _)| *end == is_end).map(|(_, id)| id);
    for (index, id) in ids.enumerate() {
        let Some(note) = notes.notes.get(id).map(|note| note.trim()).filter(|note| !note.is_empty()) else { continue };
        let number = u32::try_from(index + 1).unwrap_or(0);
        let mark = label::circled(number).unwrap_or_else(|| format!("（{number}）"));
        body.text.push_str(&format!("{mark}{note}\n"));
    }
}

/// The name of the part that holds the document, as the container says.
fn main_part(relations: Option<&str>) -> Result<String, Refusal> {
    let mut target = None;
    part::walk(relations.unwrap_or_default(), "_rels/.rels", |event, _| {
        if let Event::Start(tag) | Event::Empty(tag) = event {
            let kind = xml::attribute(tag, "Type").unwrap_or_default();
            if kind.ends_with("/officeDocument") {
                target = xml::attribute(tag, "Target");
            }
        }
        Ok(())
    })?;
    let target = target.unwrap_or_else(|| "word/document.xml".to_owned());
    Ok(target.trim_start_matches('/').to_owned())
}

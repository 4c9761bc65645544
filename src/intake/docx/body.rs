//! The text of a Word document's body and notes, as Word would show it with all changes accepted.
//!
//! Kept: paragraphs with the numbers that Word draws, tables, text boxes after the paragraph that holds them.
//! Dropped: tracked deletions, hidden text, field codes, phonetic guides, and tables of contents, whose headings
//! would be taken for sections.

use std::collections::BTreeMap;

use quick_xml::events::{BytesStart, Event};

use super::numbering::{ListPlace, Numbering, is_on};
use super::part::walk;
use crate::intake::Refusal;
use crate::intake::lines::Lines;
use crate::intake::xml::{attribute, local, resolve};

/// Elements whose content is not part of the text as shown.
const UNSHOWN: [&str; 12] = [
    "del",
    "moveFrom",
    "Fallback",
    "rt",
    "tabs",
    "instrText",
    "delText",
    "pPrChange",
    "rPrChange",
    "tblPrChange",
    "sectPr",
    "delInstrText",
];
/// More text boxes within text boxes than this are an attack.
const DEEPEST: usize = 64;

/// Which notes are referred to: (is an endnote, id).
pub type NoteKey = (bool, String);

/// What was read of a part.
#[derive(Debug, Default)]
pub struct Body {
    pub text: String,
    /// Notes in the order in which the text refers to them.
    pub references: Vec<NoteKey>,
    /// Notes by id, where the part holds notes.
    pub notes: BTreeMap<String, String>,
    /// Lines of tables of contents that were left out.
    pub contents_lines: usize,
}

/// Reads a part's XML; `part` names it in errors.
pub fn read(xml: &str, part: &str, numbering: &mut Numbering) -> Result<Body, Refusal> {
    let mut reading = Reading::new(numbering);
    walk(xml, part, |event, depth| reading.event(event, depth))?;
    reading.body.text = reading.lines.finish();
    Ok(reading.body)
}

#[derive(Debug, Default)]
struct Paragraph {
    text: String,
    style: Option<String>,
    place: ListPlace,
    /// The mark at its end was deleted: it runs on into the next.
    runs_on: bool,
    /// Text boxes that hang on it.
    after: String,
}

struct Reading<'a> {
    numbering: &'a mut Numbering,
    body: Body,
    lines: Lines,
    /// Innermost last.
    paragraphs: Vec<Paragraph>,
    /// Text whose paragraph mark was deleted.
    carried: String,
    /// Depth of the element whose content is left out.
    skip: Option<usize>,
    in_text: bool,
    in_run: bool,
    is_hidden: bool,
    is_contents: bool,
    note: Option<String>,
}

impl<'a> Reading<'a> {
    fn new(numbering: &'a mut Numbering) -> Self {
        Self {
            numbering,
            body: Body::default(),
            lines: Lines::default(),
            paragraphs: Vec::new(),
            carried: String::new(),
            skip: None,
            in_text: false,
            in_run: false,
            is_hidden: false,
            is_contents: false,
            note: None,
        }
    }

    fn event(&mut self, event: &Event, depth: usize) -> Result<(), Refusal> {
        if let Some(outer) = self.skip {
            if matches!(event, Event::End(_)) && depth == outer {
                self.skip = None;
            }
            return Ok(());
        }
        match event {
            Event::Start(tag) if self.is_unshown(tag) => self.skip = Some(depth),
            Event::Start(tag) => self.start(tag)?,
            Event::Empty(tag) => {
                self.start(tag)?;
                self.end(local(tag));
            }
            Event::End(tag) => self.end(tag.local_name().into_inner()),
            Event::Text(text) if self.in_text => self.push(text),
            Event::CData(text) if self.in_text => self.push(text),
            Event::GeneralRef(reference) if self.in_text => self.push(&resolve(reference)),
            _ => {}
        }
        Ok(())
    }

    fn is_unshown(&self, tag: &BytesStart) -> bool {
        let name = local(tag);
        UNSHOWN.contains(&name) || (name == "sdtContent" && self.is_contents)
    }

    fn start(&mut self, tag: &BytesStart) -> Result<(), Refusal> {
        match local(tag) {
            "p" => self.paragraphs.push(Paragraph::default()),
            "r" => (self.in_run, self.is_hidden) = (true, false),
            "t" => self.in_text = true,
            "tr" => self.lines.open_row(),
            "tc" => self.lines.open_cell(),
            "tab" | "ptab" if self.in_run => self.push("\t"),
            "br" | "cr" if self.in_run => self.push("\n"),
            "noBreakHyphen" => self.push("-"),
            "sym" => self.symbol(tag),
            "vanish" if self.in_run => self.is_hidden = attribute(tag, "val").is_none_or(|value| is_on(&value)),
            "docPartGallery" => {
                self.is_contents = attribute(tag, "val").is_some_and(|value| value.starts_with("Table of Contents"));
            }
            "footnoteReference" | "endnoteReference" => self.note_reference(tag),
            "footnote" | "endnote" => self.note = attribute(tag, "id").filter(|_| attribute(tag, "type").is_none()),
            _ => self.property(tag),
        }
        if self.paragraphs.len() > DEEPEST {
            let message =
                format!("text boxes lie more than {DEEPEST} deep in one another: save the file again in Word");
            return Err(Refusal::new("too-deep", message));
        }
        Ok(())
    }

    /// What a paragraph says of itself.
    fn property(&mut self, tag: &BytesStart) {
        let in_run = self.in_run;
        let Some(paragraph) = self.paragraphs.last_mut() else { return };
        match local(tag) {
            "pStyle" => paragraph.style = attribute(tag, "val"),
            "numId" | "ilvl" => paragraph.place.set(tag),
            // As a property of the paragraph mark it has no content; around runs it has, and is left out whole.
            "del" if !in_run => paragraph.runs_on = true,
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "p" => self.end_paragraph(),
            "r" => (self.in_run, self.is_hidden) = (false, false),
            "t" => self.in_text = false,
            "tr" => self.lines.close_row(),
            "tc" => self.lines.close_cell(),
            "sdt" => self.is_contents = false,
            "footnote" | "endnote" => self.end_note(),
            _ => {}
        }
    }

    fn end_paragraph(&mut self) {
        let Some(mut paragraph) = self.paragraphs.pop() else { return };
        if paragraph.runs_on {
            self.carried.push_str(&paragraph.text);
            self.carried.push_str(&paragraph.after);
            return;
        }
        if !self.carried.is_empty() {
            paragraph.text.insert_str(0, &std::mem::take(&mut self.carried));
        }
        let style = paragraph.style.as_deref();
        if self.numbering.is_contents(style) {
            self.body.contents_lines += 1;
            return;
        }
        let label = self.numbering.label(style, &paragraph.place);
        let text = if paragraph.text.trim().is_empty() { String::new() } else { label + &paragraph.text };
        match self.paragraphs.last_mut() {
            Some(outer) => {
                outer.after.push_str(&text);
                outer.after.push('\n');
                outer.after.push_str(&paragraph.after);
            }
            None => {
                for line in text.lines().chain(paragraph.after.lines()) {
                    self.lines.push(line);
                    self.lines.end_line();
                }
            }
        }
    }

    fn end_note(&mut self) {
        let text = std::mem::take(&mut self.lines).finish();
        if let Some(id) = self.note.take() {
            self.body.notes.insert(id, text);
        }
    }

    fn note_reference(&mut self, tag: &BytesStart) {
        let key = attribute(tag, "id").map(|id| (local(tag) == "endnoteReference", id));
        self.body.references.extend(key);
    }

    /// A sign given by its code in a symbol font; codes of private use have no meaning outside of that font.
    fn symbol(&mut self, tag: &BytesStart) {
        let code = attribute(tag, "char").and_then(|hex| u32::from_str_radix(&hex, 16).ok());
        let sign = code.and_then(char::from_u32).filter(|c| !('\u{E000}'..='\u{F8FF}').contains(c));
        self.push(sign.map(String::from).as_deref().unwrap_or_default());
    }

    fn push(&mut self, text: &str) {
        if self.is_hidden {
            return;
        }
        if let Some(paragraph) = self.paragraphs.last_mut() {
            paragraph.text.push_str(text);
        }
    }
}

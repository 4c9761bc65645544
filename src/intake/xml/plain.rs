//! XML of no kind that is known: its text, an element a line.

use quick_xml::events::Event;

use super::{local, resolve, walk};
use crate::intake::Refusal;
use crate::intake::html::{self, Flow};

/// Elements that stand within a line, in the vocabularies that texts are marked up in.
const INLINE: [&str; 28] = [
    "a",
    "abbr",
    "b",
    "bold",
    "em",
    "font",
    "hi",
    "i",
    "italic",
    "ref",
    "small",
    "span",
    "strong",
    "sub",
    "sup",
    "u",
    "r",
    "t",
    "run",
    "ruby",
    "name",
    "persname",
    "placename",
    "num",
    "date",
    "term",
    "xref",
    "emph",
];
const UNSHOWN: [&str; 4] = ["script", "style", "rt", "rp"];

/// The text of `xml`.
pub fn text(xml: &str) -> Result<String, Refusal> {
    let mut flow = Flow::default();
    let mut skip = None;
    walk(xml, "the XML", |event, depth| {
        if let Some(outer) = skip {
            if matches!(event, Event::End(_)) && depth == outer {
                skip = None;
            }
            return Ok(());
        }
        match event {
            Event::Start(tag) => {
                let name = local(tag).to_lowercase();
                if UNSHOWN.contains(&name.as_str()) {
                    skip = Some(depth);
                }
                begin(&mut flow, &name);
            }
            Event::Empty(tag) => {
                let name = local(tag).to_lowercase();
                begin(&mut flow, &name);
                end(&mut flow, &name);
            }
            Event::End(tag) => end(&mut flow, &tag.local_name().into_inner().to_lowercase()),
            Event::Text(text) => flow.push(text),
            Event::CData(text) if html::is_markup(text) => {
                flow.break_line();
                for line in html::cell(text)?.lines() {
                    flow.push(line);
                    flow.break_line();
                }
            }
            Event::CData(text) => flow.push(text),
            Event::GeneralRef(reference) => flow.push(&resolve(reference)),
            _ => {}
        }
        Ok(())
    })?;
    Ok(flow.finish())
}

fn begin(flow: &mut Flow, name: &str) {
    match name {
        "tr" | "row" => flow.open_row(),
        "td" | "th" | "tc" | "cell" | "entry" => flow.open_cell(),
        _ if INLINE.contains(&name) => {}
        _ => flow.break_line(),
    }
}

fn end(flow: &mut Flow, name: &str) {
    match name {
        "tr" | "row" => flow.close_row(),
        "td" | "th" | "tc" | "cell" | "entry" => flow.close_cell(),
        _ if INLINE.contains(&name) => {}
        _ => flow.break_line(),
    }
}

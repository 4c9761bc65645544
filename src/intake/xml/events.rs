//! The events of XML, one after the other, within bounds and without entities of the file's own.

use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart, Event};

use crate::intake::{Refusal, html};

/// Elements within elements.
const DEEPEST: usize = 1_000;

/// Hands each event of `xml` to `each`, with the number of elements that are open around it; `what` names the XML in
/// sentences.
pub fn walk(xml: &str, what: &str, mut each: impl FnMut(&Event, usize) -> Result<(), Refusal>) -> Result<(), Refusal> {
    let mut reader = Reader::from_str(xml);
    let mut depth = 0_usize;
    loop {
        let event = reader.read_event().map_err(|error| {
            let place = reader.error_position();
            let message = format!("{what} is damaged at byte {place} ({error}): open it and save it again");
            Refusal::new("damaged", message)
        })?;
        match &event {
            Event::Eof if depth > 0 => {
                let message = format!("{what} is damaged: it ends within an element; fetch it again");
                return Err(Refusal::new("damaged", message));
            }
            Event::Eof => return Ok(()),
            Event::DocType(doctype) if doctype.to_ascii_uppercase().contains("<!ENTITY") => {
                let message = format!(
                    "{what} declares entities, which could reach other files or grow without end, and no report needs \
                     them: open it and save it again"
                );
                return Err(Refusal::new("entities", message));
            }
            Event::End(_) => depth = depth.saturating_sub(1),
            _ => {}
        }
        each(&event, depth)?;
        if matches!(event, Event::Start(_)) {
            depth += 1;
        }
        if depth > DEEPEST {
            let message = format!("{what} nests elements more than {DEEPEST} deep: save its text instead");
            return Err(Refusal::new("too-deep", message));
        }
    }
}

/// The element's name without its prefix.
pub fn local<'a>(tag: &'a BytesStart) -> &'a str {
    tag.local_name().into_inner()
}

/// The value of an attribute, by its name without prefix.
pub fn attribute(tag: &BytesStart, name: &str) -> Option<String> {
    let found = tag.attributes().flatten().find(|attribute| attribute.key.local_name().as_ref() == name)?;
    found.normalized_value(quick_xml::XmlVersion::Implicit1_0).ok().map(std::borrow::Cow::into_owned)
}

/// The text that a reference such as `&amp;`, `&#12290;` or `&nbsp;` stands for; empty where nobody knows it.
pub fn resolve(reference: &BytesRef) -> String {
    if let Ok(Some(c)) = reference.resolve_char_ref() {
        return c.to_string();
    }
    if let Some(text) = quick_xml::escape::resolve_xml_entity(reference) {
        return text.to_owned();
    }
    // Feeds use the names of HTML as well.
    let (name, written): (&str, _) = (reference, format!("&{};", &**reference));
    let known = html::fragment(&written);
    if name.len() > 16 || known.trim_end_matches('\n') == written {
        String::new()
    } else {
        known.trim_end_matches('\n').to_owned()
    }
}

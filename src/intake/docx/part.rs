//! The parts of a Word file: XML members of a ZIP container, read within bounds and without outside entities.

use std::io::{Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use crate::intake::Refusal;

/// A Word file that is held in memory.
pub type Package<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// Opens the container.
pub fn open(bytes: &[u8]) -> Result<Package<'_>, Refusal> {
    ZipArchive::new(Cursor::new(bytes)).map_err(|error| {
        let message = format!("the Word file is damaged ({error}): open it in Word and save it again");
        Refusal::new("damaged", message)
    })
}

/// The text of the part called `name`, if there is one.
pub fn text(package: &mut Package<'_>, name: &str, max_bytes: u64) -> Result<Option<String>, Refusal> {
    let Ok(part) = package.by_name(name) else { return Ok(None) };
    let mut bytes = Vec::new();
    part.take(max_bytes.saturating_add(1)).read_to_end(&mut bytes).map_err(|error| {
        Refusal::new("damaged", format!("{name} in the Word file is damaged ({error}): save the file again in Word"))
    })?;
    if bytes.len() as u64 > max_bytes {
        return Err(Refusal::too_large(max_bytes));
    }
    let encoding = encoding_rs::Encoding::for_bom(&bytes).map_or(encoding_rs::UTF_8, |(encoding, _)| encoding);
    Ok(Some(encoding.decode_with_bom_removal(&bytes).0.into_owned()))
}

/// Hands each event of `xml` to `each`, with the number of elements that are open around it.
pub fn walk(xml: &str, part: &str, mut each: impl FnMut(&Event, usize) -> Result<(), Refusal>) -> Result<(), Refusal> {
    let mut reader = Reader::from_str(xml);
    let mut depth = 0_usize;
    loop {
        let event = reader.read_event().map_err(|error| {
            let place = reader.error_position();
            let message =
                format!("{part} in the Word file is damaged at byte {place} ({error}): save it again in Word");
            Refusal::new("damaged", message)
        })?;
        match &event {
            Event::Eof => return Ok(()),
            Event::DocType(_) => {
                let message = format!(
                    "{part} in the Word file declares entities, which Word never writes and which could reach other \
                     files: open it in Word and save it again"
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

//! The parts of a Word file: XML members of a ZIP container, read within bounds and without outside entities.

use std::io::{Cursor, Read};

use quick_xml::events::Event;
use zip::ZipArchive;

use crate::intake::{Refusal, xml};

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

/// Hands each event of a part's XML to `each`, with the number of elements that are open around it.
pub fn walk(xml: &str, part: &str, each: impl FnMut(&Event, usize) -> Result<(), Refusal>) -> Result<(), Refusal> {
    xml::walk(xml, &format!("{part} in the Word file"), each)
}

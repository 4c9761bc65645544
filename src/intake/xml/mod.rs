//! XML: feeds (RSS, Atom) with one report an item, translation memories (TMX) with one report in two languages, pages
//! that are well-formed, and any other markup as its text.
//!
//! Nothing outside of the file is fetched and no entity of a file's own is expanded.

mod events;
mod feed;
mod memory;
mod plain;

pub use self::events::{attribute, local, resolve, walk};
use super::table::Table;
use super::{Refusal, Source, decode, html};

/// What the root element says that a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Feed,
    Memory,
    Page,
    Other,
}

/// Reads the reports in `bytes`; `table` takes the items of a feed, and names what is no feed.
///
/// # Errors
/// Where it is damaged, hostile, or holds no text.
pub fn read(table: &mut Table, bytes: &[u8]) -> Result<(), Refusal> {
    let mut source = Source::of(table.place(), table.format.name(), bytes);
    let guess = decode::markup_into(&mut source, bytes, table.options)?;
    let xml = std::mem::take(&mut source.text);
    match kind(&xml)? {
        Kind::Feed => {
            table.decoded_as(guess);
            return feed::read(table, &xml);
        }
        Kind::Page => return html::page_into(&mut source, xml).map(|()| table.emit(source)),
        Kind::Memory => source.text = memory::text(&xml)?,
        Kind::Other => source.text = plain::text(&xml)?,
    }
    if source.text.trim().is_empty() {
        let message = "expected XML that holds text, found none: look into the file, or save the report as text";
        return Err(Refusal::new("empty", message));
    }
    table.emit(source);
    Ok(())
}

fn kind(xml: &str) -> Result<Kind, Refusal> {
    let mut root = None;
    walk(xml, "the XML", |event, _| {
        if root.is_none()
            && let quick_xml::events::Event::Start(tag) | quick_xml::events::Event::Empty(tag) = event
        {
            root = Some(local(tag).to_lowercase());
        }
        Ok(())
    })?;
    Ok(match root.as_deref() {
        Some("rss" | "feed" | "rdf" | "channel") => Kind::Feed,
        Some("tmx") => Kind::Memory,
        Some("html") => Kind::Page,
        _ => Kind::Other,
    })
}

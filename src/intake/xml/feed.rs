//! Feeds: RSS and Atom, one report an item. Its fields are the cells of a row, so that an item is read as a row of a
//! table is: the title comes first, the address is given, all else is metadata.

use std::collections::BTreeMap;

use quick_xml::events::{BytesStart, Event};

use super::{attribute, local, resolve, walk};
use crate::intake::Refusal;
use crate::intake::table::{Cell, Table};

/// Elements that hold the text, the fullest first.
const TEXTS: [&str; 4] = ["encoded", "content", "description", "summary"];

/// Reads the items of a feed into `table`.
pub fn read(table: &mut Table, xml: &str) -> Result<(), Refusal> {
    let mut number = 0;
    let mut item: Option<Item> = None;
    walk(xml, "the feed", |event, depth| {
        match (event, &mut item) {
            (Event::Start(tag), None) if matches!(local(tag), "item" | "entry") => {
                item = Some(Item { depth, ..Item::default() });
            }
            (Event::End(_), Some(open)) if depth == open.depth => {
                number += 1;
                table.row(number, std::mem::take(open).cells());
                item = None;
            }
            (event, Some(open)) => open.take(event, depth),
            _ => {}
        }
        Ok(())
    })
}

#[derive(Default)]
struct Item {
    depth: usize,
    fields: BTreeMap<String, String>,
    /// The field that is open.
    name: String,
}

impl Item {
    fn take(&mut self, event: &Event, depth: usize) {
        match event {
            Event::Start(tag) if depth == self.depth + 1 => {
                local(tag).clone_into(&mut self.name);
                self.link(tag);
            }
            Event::Empty(tag) if depth == self.depth + 1 => self.link(tag),
            // Atom may hold markup as elements.
            Event::Start(tag) | Event::Empty(tag) => self.push(&format!("<{}>", local(tag))),
            Event::End(tag) if depth > self.depth + 1 => self.push(&format!("</{}>", tag.local_name().into_inner())),
            Event::End(_) => self.name.clear(),
            Event::Text(text) => self.push(text),
            Event::CData(text) => self.push(text),
            Event::GeneralRef(reference) => self.push(&resolve(reference)),
            _ => {}
        }
    }

    fn link(&mut self, tag: &BytesStart) {
        let is_main = attribute(tag, "rel").is_none_or(|rel| rel == "alternate");
        if let Some(href) = attribute(tag, "href").filter(|_| local(tag) == "link" && is_main) {
            self.fields.insert("link".to_owned(), href);
        }
    }

    fn push(&mut self, text: &str) {
        if !self.name.is_empty() {
            self.fields.entry(self.name.clone()).or_default().push_str(text);
        }
    }

    /// As the cells of a row.
    fn cells(mut self) -> Vec<Cell> {
        let text = TEXTS.iter().filter_map(|name| self.fields.remove(*name)).max_by_key(String::len);
        let mut cells = vec![("text".to_owned(), text.unwrap_or_default())];
        cells.extend(self.fields.into_iter().map(|(name, value)| match name.as_str() {
            "title" | "link" => (name, value.trim().to_owned()),
            "pubDate" | "date" | "published" | "updated" => ("published".to_owned(), value.trim().to_owned()),
            _ => (name, value.trim().to_owned()),
        }));
        cells
    }
}

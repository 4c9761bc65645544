//! Numbering that Word draws but does not store as text: `numbering.xml` and the styles that point into it.
//!
//! A list is named by its `numId`; lists that share an abstract list share its counters. A paragraph raises the
//! counter of its level and clears the deeper ones.

use std::collections::{BTreeMap, HashMap};

use quick_xml::events::{BytesStart, Event};

use super::label::ordinal;
use super::part::walk;
use crate::intake::Refusal;
use crate::intake::xml::{attribute, local};

/// Word has nine levels.
const LEVELS: usize = 9;
/// More than this is no label but an attack on memory.
const LONGEST_LABEL: usize = 64;
/// Styles based on one another more often than this go in a circle.
const LONGEST_CHAIN: usize = 32;

/// A paragraph's place in a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListPlace {
    pub num_id: Option<u32>,
    pub level: Option<usize>,
}

/// One paragraph style, as far as it bears on text.
#[derive(Debug, Default)]
pub struct Style {
    name: String,
    based_on: Option<String>,
    place: ListPlace,
}

#[derive(Clone, Debug)]
struct Level {
    start: u32,
    format: String,
    text: String,
    style: Option<String>,
    is_legal: bool,
    /// The level whose step restarts this one; the one above it where nothing is said.
    restart: Option<usize>,
}

impl Default for Level {
    fn default() -> Self {
        Self { start: 1, format: String::new(), text: String::new(), style: None, is_legal: false, restart: None }
    }
}

#[derive(Debug, Default)]
struct List {
    abstract_id: u32,
    starts: BTreeMap<usize, u32>,
    levels: BTreeMap<usize, Level>,
    is_begun: bool,
}

/// All lists of a document with their counters.
#[derive(Debug, Default)]
pub struct Numbering {
    abstracts: HashMap<u32, BTreeMap<usize, Level>>,
    lists: HashMap<u32, List>,
    styles: HashMap<String, Style>,
    default_style: Option<String>,
    counters: HashMap<u32, [Option<u32>; LEVELS]>,
}

impl Numbering {
    /// Reads `numbering.xml` and `styles.xml`; either may be missing.
    pub fn read(numbering: Option<&str>, styles: Option<&str>) -> Result<Self, Refusal> {
        let mut all = Self::default();
        if let Some(xml) = styles {
            all.read_styles(xml)?;
        }
        if let Some(xml) = numbering {
            all.read_lists(xml)?;
        }
        Ok(all)
    }

    /// Whether paragraphs of this style are lines of a table of contents.
    pub fn is_contents(&self, style: Option<&str>) -> bool {
        style.and_then(|id| self.styles.get(id)).is_some_and(|style| style.name.to_lowercase().starts_with("toc "))
    }

    /// The label of the next paragraph of `style` at `place`, empty where Word draws none. Raises the counter.
    pub fn label(&mut self, style: Option<&str>, place: &ListPlace) -> String {
        let Some((num_id, level)) = self.resolve(style, place) else { return String::new() };
        let Some(list) = self.lists.get_mut(&num_id) else { return String::new() };
        let levels = self.abstracts.get(&list.abstract_id);
        let find = |level: usize| list.levels.get(&level).or_else(|| levels.and_then(|levels| levels.get(&level)));
        let Some(definition) = find(level).cloned() else { return String::new() };
        let counters = self.counters.entry(list.abstract_id).or_default();
        if !list.is_begun {
            for &level in list.starts.keys() {
                counters[level] = None;
            }
        }
        let start = |level: usize| list.starts.get(&level).copied().or_else(|| find(level).map(|found| found.start));
        let next = counters[level].map_or_else(|| start(level).unwrap_or(1), |last| last.saturating_add(1));
        counters[level] = Some(next);
        for (index, counter) in counters.iter_mut().enumerate() {
            let restarts = || find(index).and_then(|found| found.restart).is_none_or(|restart| level < restart);
            if index < level {
                counter.get_or_insert_with(|| start(index).unwrap_or(1));
            } else if index > level && restarts() {
                *counter = None;
            }
        }
        let numbers = *counters;
        let text = draw(&definition, &numbers, |level| find(level).map_or("decimal", |found| found.format.as_str()));
        list.is_begun = true;
        text
    }

    /// The list and level that hold for a paragraph: its own, else its style's.
    fn resolve(&self, style: Option<&str>, place: &ListPlace) -> Option<(u32, usize)> {
        let mut place = place.clone();
        let style = style.or(self.default_style.as_deref());
        let mut next = style;
        let mut from_style = None;
        for _ in 0..LONGEST_CHAIN {
            let Some((id, found)) = next.and_then(|id| Some((id, self.styles.get(id)?))) else { break };
            if place.num_id.is_none() && found.place.num_id.is_some() {
                place.num_id = found.place.num_id;
                from_style = Some(id);
            }
            place.level = place.level.or(found.place.level);
            next = found.based_on.as_deref();
        }
        // A list of 0 is how a paragraph leaves the list of its style.
        let num_id = place.num_id.filter(|&id| id != 0)?;
        let by_style = || self.level_of_style(num_id, style.or(from_style)?);
        let level = place.level.or_else(by_style).unwrap_or(0);
        (level < LEVELS).then_some((num_id, level))
    }

    fn level_of_style(&self, num_id: u32, style: &str) -> Option<usize> {
        let levels = self.abstracts.get(&self.lists.get(&num_id)?.abstract_id)?;
        levels.iter().find(|(_, level)| level.style.as_deref() == Some(style)).map(|(&index, _)| index)
    }

    fn read_styles(&mut self, xml: &str) -> Result<(), Refusal> {
        let mut open: Option<(String, Style)> = None;
        walk(xml, "styles", |event, _| {
            match event {
                Event::Start(tag) | Event::Empty(tag) => match (local(tag), &mut open) {
                    ("style", _) => {
                        let id = attribute(tag, "styleId").unwrap_or_default();
                        let is_paragraph = attribute(tag, "type").is_none_or(|kind| kind == "paragraph");
                        if is_paragraph && attribute(tag, "default").is_some_and(|value| is_on(&value)) {
                            self.default_style = Some(id.clone());
                        }
                        open = Some((id, Style::default()));
                    }
                    ("name", Some((_, style))) => style.name = attribute(tag, "val").unwrap_or_default(),
                    ("basedOn", Some((_, style))) => style.based_on = attribute(tag, "val"),
                    ("numId" | "ilvl", Some((_, style))) => style.place.set(tag),
                    _ => {}
                },
                Event::End(tag) if tag.local_name().as_ref() == "style" => self.styles.extend(open.take()),
                _ => {}
            }
            Ok(())
        })
    }

    fn read_lists(&mut self, xml: &str) -> Result<(), Refusal> {
        let (mut abstract_id, mut num_id, mut level) = (None, None, 0);
        walk(xml, "numbering", |event, _| {
            let (Event::Start(tag) | Event::Empty(tag)) = event else {
                if let Event::End(tag) = event {
                    match tag.local_name().as_ref() {
                        "abstractNum" => abstract_id = None,
                        "num" => num_id = None,
                        _ => {}
                    }
                }
                return Ok(());
            };
            match local(tag) {
                "abstractNum" => abstract_id = number(tag, "abstractNumId"),
                "num" => num_id = number(tag, "numId"),
                "lvl" | "lvlOverride" => {
                    level = number(tag, "ilvl").map_or(LEVELS, |level| level as usize);
                }
                _ => {}
            }
            if level < LEVELS {
                if let Some(id) = num_id {
                    self.lists.entry(id).or_default().read(tag, level);
                } else if let Some(id) = abstract_id {
                    self.abstracts.entry(id).or_default().entry(level).or_default().read(tag);
                }
            }
            Ok(())
        })
    }
}

impl ListPlace {
    /// Takes what a `numId` or `ilvl` element says.
    pub fn set(&mut self, tag: &BytesStart) {
        match local(tag) {
            "numId" => self.num_id = number(tag, "val"),
            "ilvl" => self.level = number(tag, "val").map(|level| level as usize),
            _ => {}
        }
    }
}

impl Level {
    fn read(&mut self, tag: &BytesStart) {
        let value = || attribute(tag, "val").unwrap_or_default();
        match local(tag) {
            "start" => self.start = number(tag, "val").unwrap_or(1),
            "numFmt" => self.format = value(),
            "lvlText" => self.text = value().chars().take(LONGEST_LABEL).collect(),
            "pStyle" => self.style = attribute(tag, "val"),
            "isLgl" => self.is_legal = attribute(tag, "val").is_none_or(|value| is_on(&value)),
            "lvlRestart" => self.restart = number(tag, "val").map(|level| level as usize),
            _ => {}
        }
    }
}

impl List {
    fn read(&mut self, tag: &BytesStart, level: usize) {
        match local(tag) {
            "abstractNumId" => self.abstract_id = number(tag, "val").unwrap_or(0),
            "startOverride" => {
                self.starts.insert(level, number(tag, "val").unwrap_or(1));
            }
            "num" | "lvlOverride" => {}
            _ => self.levels.entry(level).or_default().read(tag),
        }
    }
}

/// The label as drawn: `%1` stands for the number of the first level, and so on.
fn draw<'a>(level: &Level, numbers: &[Option<u32>; LEVELS], format: impl Fn(usize) -> &'a str) -> String {
    if level.format == "bullet" {
        // Symbol fonts put their signs where no character is defined.
        let is_private = level.text.chars().any(|c| ('\u{E000}'..='\u{F8FF}').contains(&c));
        return match level.text.trim() {
            "" => String::new(),
            _ if is_private => "•".to_owned(),
            sign => sign.to_owned(),
        };
    }
    let mut label = String::new();
    let mut chars = level.text.chars().peekable();
    while let Some(c) = chars.next() {
        match chars.peek().and_then(|next| next.to_digit(10)).filter(|&digit| c == '%' && digit > 0) {
            Some(digit) => {
                chars.next();
                let index = digit as usize - 1;
                let format = if level.is_legal { "decimal" } else { format(index) };
                label.push_str(&ordinal(numbers[index].unwrap_or(0), format));
            }
            None => label.push(c),
        }
    }
    // What Word leaves as a gap is one blank, and none after a full-width mark.
    if label.ends_with(|c: char| c.is_ascii() && c != ' ') {
        label.push(' ');
    }
    label
}

fn number(tag: &BytesStart, name: &str) -> Option<u32> {
    attribute(tag, name)?.parse().ok()
}

/// Whether a switch of Word is on.
pub fn is_on(value: &str) -> bool {
    !matches!(value, "0" | "false" | "off" | "none")
}

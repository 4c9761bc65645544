//! Regions: the names and GB/T 2260 codes of provinces, prefectures and counties, as they stood at the end of 2020.
//!
//! This is a table and no lexicon: three thousand names that need no example each, so it has a plain loader of its own.
//! `regions.csv` in a rules folder adds rows (a county of another year) or renames a code.

use std::collections::{BTreeMap, HashMap};
use std::path::Path;

use daachorse::MatchKind;
use daachorse::charwise::{CharwiseDoubleArrayAhoCorasick, CharwiseDoubleArrayAhoCorasickBuilder};

use super::load::Fault;

/// One region.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Region {
    /// Six digits.
    pub code: String,
    /// In full: 郑州市.
    pub name: String,
}

impl Region {
    /// Codes of the regions that it lies in, nearest first.
    pub fn parents(&self) -> impl Iterator<Item = String> + '_ {
        [4, 2].into_iter().map(|digits| format!("{:0<6}", &self.code[..digits])).filter(|code| *code != self.code)
    }
}

/// All regions.
pub struct Regions {
    rows: Vec<Region>,
    by_code: HashMap<String, usize>,
    by_name: HashMap<String, Vec<usize>>,
    automaton: CharwiseDoubleArrayAhoCorasick<u32>,
}

impl Regions {
    /// The year whose end the compiled-in table shows.
    pub const YEAR: i32 = 2020;

    /// Reads the compiled-in table and the one in `folder`, and hands all that was read to `hash`.
    ///
    /// # Errors
    /// All faults of both files.
    pub fn load(folder: Option<&Path>, hash: &mut dyn FnMut(&[u8])) -> Result<Self, Vec<Fault>> {
        let mut names = BTreeMap::new();
        let mut faults = Vec::new();
        let builtin = include_str!("regions.csv");
        hash(builtin.as_bytes());
        read("regions.csv", builtin, &mut names, &mut faults);
        if let Some(path) = folder.map(|folder| folder.join("regions.csv")).filter(|path| path.exists()) {
            let file = path.display().to_string();
            match std::fs::read_to_string(&path) {
                Ok(text) => {
                    hash(text.as_bytes());
                    read(&file, &text, &mut names, &mut faults);
                }
                Err(error) => {
                    faults.push(fault(&file, 0, format!("expected a readable UTF-8 CSV file, found: {error}")))
                }
            }
        }
        if faults.is_empty() { Ok(Self::new(names)) } else { Err(faults) }
    }

    fn new(names: BTreeMap<String, String>) -> Self {
        let rows: Vec<Region> = names.into_iter().map(|(code, name)| Region { code, name }).collect();
        let by_code = rows.iter().enumerate().map(|(at, row)| (row.code.clone(), at)).collect();
        let mut by_name: HashMap<String, Vec<usize>> = HashMap::new();
        for (at, row) in rows.iter().enumerate() {
            by_name.entry(row.name.clone()).or_default().push(at);
        }
        let patterns: Vec<(&str, u32)> = rows
            .iter()
            .enumerate()
            .filter(|(at, row)| by_name[&row.name][0] == *at)
            .map(|(at, row)| (row.name.as_str(), at as u32))
            .collect();
        let automaton = CharwiseDoubleArrayAhoCorasickBuilder::new()
            .match_kind(MatchKind::LeftmostLongest)
            .build_with_values(patterns)
            .expect("names are unique and not empty");
        Self { rows, by_code, by_name, automaton }
    }

    /// The region of a code.
    pub fn with_code(&self, code: &str) -> Option<&Region> {
        self.by_code.get(code).map(|&at| &self.rows[at])
    }

    /// The regions of a full name: several where districts share one.
    pub fn named(&self, name: &str) -> impl Iterator<Item = &Region> {
        self.by_name.get(name).into_iter().flatten().map(|&at| &self.rows[at])
    }

    /// Full names in a text, in one pass: bytes where each begins and ends.
    pub fn find<'a>(&'a self, text: &'a str) -> impl Iterator<Item = (&'a str, usize, usize)> + 'a {
        self.automaton
            .leftmost_find_iter(text)
            .map(|m| (self.rows[m.value() as usize].name.as_str(), m.start(), m.end()))
    }
}

fn read(file: &str, text: &str, names: &mut BTreeMap<String, String>, faults: &mut Vec<Fault>) {
    let mut reader = csv::ReaderBuilder::new().from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    for record in reader.records() {
        let Ok(record) = record else {
            faults.push(fault(file, 0, "expected rows of two cells: code,name".to_owned()));
            continue;
        };
        let line = record.position().map_or(0, csv::Position::line);
        let (code, name) = (record.get(0).unwrap_or(""), record.get(1).unwrap_or(""));
        if code.len() != 6 || !code.bytes().all(|b| b.is_ascii_digit()) || name.trim().is_empty() {
            faults.push(fault(file, line, format!("expected six digits and a name, found {code},{name}")));
            continue;
        }
        names.insert(code.to_owned(), name.to_owned());
    }
}

fn fault(file: &str, line: u64, message: String) -> Fault {
    Fault { file: file.to_owned(), line, column: String::new(), message }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn regions() -> Regions {
        Regions::load(None, &mut |_| {}).unwrap_or_else(|faults| panic!("{}", faults[0]))
    }

    #[test]
    fn a_district_lies_in_its_prefecture_and_province() {
        let regions = regions();
        let district = regions.named("海拉尔区").next().expect("a district of that name");
        let parents: Vec<&str> =
            district.parents().filter_map(|code| regions.with_code(&code)).map(|region| region.name.as_str()).collect();
        assert_eq!(parents, ["呼伦贝尔市", "内蒙古自治区"]);
    }

    #[test]
    fn names_are_found_in_one_pass() {
        let found: Vec<String> = regions().find("河南省郑州市和登封市").map(|(name, ..)| name.to_owned()).collect();
        assert_eq!(found, ["河南省", "郑州市", "登封市"]);
    }
}

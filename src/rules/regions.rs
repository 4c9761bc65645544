//! Regions: the names and GB/T 2260 codes of provinces, prefectures and counties: all that stood at the end of 2020, those
//! that came later, and former names of the two decades before. `from` and `to` are the first and last year of a name
//! where it began after, or ended before or after, that day.
//!
//! This is a table and no lexicon: three thousand names that need no example each, so it has a plain loader of its own.
//! `regions.csv` in a rules folder adds rows (a county of another year) or renames a code.

use std::collections::{BTreeMap, HashMap};
use std::path::Path;

use super::load::Fault;
use super::trie::Trie;

/// One region.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Region {
    /// Six digits.
    pub code: String,
    /// In full: 郑州市.
    pub name: String,
    /// First year of the name, where it is younger than the table.
    pub from: Option<i32>,
    /// Last year of the name, where it has ended.
    pub to: Option<i32>,
}

impl Region {
    /// Whether the name stood in `year`; without a year, whether it still stands.
    pub fn stands(&self, year: Option<i32>) -> bool {
        match year {
            Some(year) => self.from.is_none_or(|from| from <= year) && self.to.is_none_or(|to| year <= to),
            None => self.to.is_none(),
        }
    }

    /// Codes of the regions that it lies in, nearest first.
    pub fn parents(&self) -> impl Iterator<Item = String> + '_ {
        [4, 2].into_iter().map(|digits| format!("{:0<6}", &self.code[..digits])).filter(|code| *code != self.code)
    }
}

/// Code and name, and the years of the name.
type Table = BTreeMap<(String, String), (Option<i32>, Option<i32>)>;

/// All regions.
pub struct Regions {
    rows: Vec<Region>,
    by_code: HashMap<String, usize>,
    by_name: HashMap<String, Vec<usize>>,
    names: Trie,
}

impl Regions {
    /// Reads the compiled-in table and the one in `folder`, and hands all that was read to `hash`.
    ///
    /// # Errors
    /// All faults of both files.
    pub fn load(folder: Option<&Path>, hash: &mut dyn FnMut(&[u8])) -> Result<Self, Vec<Fault>> {
        let mut names = Table::new();
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

    fn new(names: Table) -> Self {
        let row = |((code, name), (from, to))| Region { code, name, from, to };
        let rows: Vec<Region> = names.into_iter().map(row).collect();
        let mut by_code: HashMap<String, usize> = HashMap::new();
        // a code means the name that still stands; a former one only where there is no other
        for (at, row) in rows.iter().enumerate() {
            if row.to.is_none() || !by_code.contains_key(&row.code) {
                by_code.insert(row.code.clone(), at);
            }
        }
        let mut by_name: HashMap<String, Vec<usize>> = HashMap::new();
        for (at, row) in rows.iter().enumerate() {
            by_name.entry(row.name.clone()).or_default().push(at);
        }
        let first = rows.iter().zip(0..).filter(|(row, at)| by_name[&row.name][0] == *at as usize);
        let names = Trie::new(first.map(|(row, at)| (row.name.clone(), at)));
        Self { rows, by_code, by_name, names }
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
        self.names.hits(text).map(|(row, start, end)| (self.rows[row as usize].name.as_str(), start, end))
    }
}

fn read(file: &str, text: &str, names: &mut Table, faults: &mut Vec<Fault>) {
    let text = text.trim_start_matches('\u{feff}');
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
    for record in reader.records() {
        let Ok(record) = record else {
            faults.push(fault(file, 0, "expected rows of two to four cells: code,name,from,to".to_owned()));
            continue;
        };
        let line = record.position().map_or(0, csv::Position::line);
        let cell = |at: usize| record.get(at).unwrap_or("");
        let (code, name) = (cell(0), cell(1));
        let years = [cell(2), cell(3)].map(|year| if year.is_empty() { Ok(None) } else { year.parse().map(Some) });
        let ([Ok(from), Ok(to)], 6, true) = (years, code.len(), code.bytes().all(|b| b.is_ascii_digit())) else {
            faults.push(fault(file, line, format!("expected six digits, a name and years or none, found {record:?}")));
            continue;
        };
        if name.trim().is_empty() {
            faults.push(fault(file, line, format!("expected a name for {code}, found none")));
            continue;
        }
        // a name that still stands takes the place of the one that stood there
        if to.is_none() {
            let end = (format!("{code}0"), String::new());
            let old = names.range((code.to_owned(), String::new())..end).filter(|(_, years)| years.1.is_none());
            let old: Vec<(String, String)> = old.map(|(key, _)| key.clone()).collect();
            for key in &old {
                names.remove(key);
            }
        }
        names.insert((code.to_owned(), name.to_owned()), (from, to));
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
    fn a_former_name_has_its_code_and_years() {
        let regions = regions();
        let xiangfan = regions.named("襄樊市").next().expect("襄樊市 is in the table");
        assert_eq!(
            (xiangfan.code.as_str(), xiangfan.stands(Some(2009)), xiangfan.stands(Some(2012))),
            ("420600", true, false)
        );
        assert_eq!(regions.with_code("420600").map(|region| region.name.as_str()), Some("襄阳市"));
        let chaohu: Vec<&str> =
            regions.named("巢湖市").filter(|row| row.stands(Some(2010))).map(|row| row.code.as_str()).collect();
        assert_eq!(chaohu, ["341400"]);
    }

    #[test]
    fn names_are_found_in_one_pass() {
        let found: Vec<String> = regions().find("河南省郑州市和登封市").map(|(name, ..)| name.to_owned()).collect();
        assert_eq!(found, ["河南省", "郑州市", "登封市"]);
    }
}

//! Loading rule files: every fault of every file is told, with file, line and column, before anything is read.

use std::collections::{BTreeMap, HashMap};
use std::fmt;
use std::path::Path;

use sha2::{Digest, Sha256};

use super::lexicon::{Lexicon, Row};
use super::regions::Regions;
use super::syntax::{Syntax, Trait, Traits};
use crate::text::CharSet;

/// A fault of a rule file, as a sentence with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The file's name.
    pub file: String,
    /// Line of the row's first character, counted from 1; 0 for the whole file.
    pub line: u64,
    /// The column's name, empty for the whole row.
    pub column: String,
    pub message: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.file, self.line)?;
        if !self.column.is_empty() {
            write!(f, ", column {}", self.column)?;
        }
        write!(f, ": {}", self.message)
    }
}

/// The columns that every lexicon has.
const COMMON: [&str; 7] = ["id", "term", "class", "example", "expect", "allows", "note"];

macro_rules! lexicons {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {
        /// All lexicons, and the fingerprint of what they were made from.
        pub struct Rules {
            $($(#[$doc])* pub $name: Lexicon,)+
            /// Verbs, adverbs, frames and words in one trie.
            pub syntax: Syntax,
            pub regions: Regions,
            /// What a set phrase may begin with: a row of slogans.csv, but for what only follows a numeral.
            pub phrase_heads: Box<CharSet>,
            fingerprint: String,
        }

        impl Rules {
            /// The file names that can be added to or overridden, without `.csv`.
            pub const NAMES: &'static [&'static str] = &[$(stringify!($name)),+];

            /// The rules that are compiled in, with the rows of `folder` added or overriding by id.
            ///
            /// # Errors
            /// All faults of all files.
            pub fn load(folder: Option<&Path>) -> Result<Self, Vec<Fault>> {
                let mut faults = Vec::new();
                let mut hash = Sha256::new();
                if let Some(folder) = folder {
                    faults.extend(unknown_files(folder, Self::NAMES));
                }
                $(let $name = lexicon(
                    stringify!($name), include_str!(concat!(stringify!($name), ".csv")), folder, &mut hash, &mut faults,
                );)+
                let regions = Regions::load(folder, &mut |bytes| hash.update(bytes));
                let regions = match regions {
                    Ok(regions) if faults.is_empty() => regions,
                    regions => {
                        faults.extend(regions.err().unwrap_or_default());
                        return Err(faults);
                    }
                };
                let fingerprint = hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
                let (syntax, phrase_heads) = (Syntax::default(), Box::default());
                let mut rules = Self { $($name: Lexicon::new($name),)+ syntax, regions, phrase_heads, fingerprint };
                rules.phrase_heads = phrase_heads_of(&rules.slogans);
                rules.syntax = Syntax::build(&rules, &mut faults);
                if faults.is_empty() { Ok(rules) } else { Err(faults) }
            }

            /// Every lexicon with its name.
            pub fn all(&self) -> Vec<(&'static str, &Lexicon)> {
                vec![$((stringify!($name), &self.$name)),+]
            }
        }
    };
}

lexicons! {
    /// Predicates of reports: how each verb takes its object.
    verbs,
    /// Words that hold a verb's characters and are none (建设性, 发展中国家).
    words,
    /// What stands before a verb and is no part of it: manner, degree, time, scope, modality, connectives.
    adverbs,
    /// Prepositions and frame words that open a topic, target, place, basis or purpose.
    frames,
    /// Units and classifiers, and words that begin as one and are none.
    units,
    /// What bounds a number, before it or after it.
    qualifiers,
    /// Slogans, names and words that hold a numeral and count nothing.
    slogans,
    /// How measures move: verbs of change and of reaching, and what a change is measured against.
    movements,
    /// Words of time: before or after a length of time, and whole.
    periods,
    /// Habits of verbs beyond their class.
    traits,
    /// How the names of bodies, offices and groups of people end.
    actors,
    /// What the verb, or the noun at the end, of a phrase tells: of what kind a promise is, where a list or a means ends.
    heads,
    /// Cues of what is no part of a report: page furniture, link lists, adverts, licences, source lines.
    noise,
    /// Words of headings that tell the role of their sections.
    headings,
    /// Words that open a passage of a role: 一年来, 今年要, 我们也清醒地看到.
    openings,
    /// What a report is about and how bodies are called: the kind of report that each tells, the narrower before the wider.
    organs,
    /// Offices whose holders give reports, and who writes for a paper.
    offices,
    /// Family names: the frequent ones of one character, the rare, and those of two.
    families,
    /// How names of places end, and of which level the place is.
    places,
}

impl Rules {
    /// sha256, in hex, of all rule text that was loaded: goes into the manifest.
    pub fn fingerprint(&self) -> &str {
        &self.fingerprint
    }

    /// The class of the doer that a noun phrase names by how it ends, if it does.
    pub fn actor_at_end(&self, phrase: &[char]) -> Option<&str> {
        let (row, _) = self.actors.longest_before(phrase, phrase.len())?;
        (row.class != "thing").then_some(&row.class)
    }

    /// The class of the head that closes a phrase (heads.csv), if one does.
    pub fn head_at_end(&self, phrase: &[char]) -> Option<&str> {
        let (row, _) = self.heads.longest_before(phrase, phrase.len())?;
        Some(&row.class)
    }

    /// Whether a phrase ends in what is measured of something (movements.csv): 粮食产量, 能耗降幅.
    pub fn is_measure_at_end(&self, phrase: &[char]) -> bool {
        let row = self.movements.longest_before(phrase, phrase.len());
        row.is_some_and(|(row, _)| row.class == "attribute" || row.class == "rate")
    }

    /// What the end of a noun tells of it: whether it can act, and whether it is a measure.
    pub fn noun_traits(&self, noun: &[char]) -> Traits {
        let mut traits = Traits::default();
        if self.actor_at_end(noun).is_some() {
            traits = traits.with(Trait::Agent);
        }
        if matches!(noun.last(), Some('率' | '数' | '额' | '量' | '值' | '比')) {
            traits = traits.with(Trait::Gauge);
        }
        traits
    }

    /// The rules that are compiled in.
    ///
    /// # Panics
    /// Where a compiled-in file has a fault; a test loads them, so a build that passed its tests does not.
    pub fn builtin() -> Self {
        Self::load(None).unwrap_or_else(|faults| panic!("{}", faults[0]))
    }
}

/// The class of what is a part of a name only right behind a numeral (slogans.csv).
pub const SUFFIX: &str = "suffix";

fn phrase_heads_of(slogans: &Lexicon) -> Box<CharSet> {
    let whole = slogans.rows().iter().filter(|row| row.class != SUFFIX);
    let heads: Vec<char> = whole.filter_map(|row| row.term.chars().next()).collect();
    Box::new(CharSet::new(&heads))
}

fn lexicon(name: &str, builtin: &str, folder: Option<&Path>, hash: &mut Sha256, faults: &mut Vec<Fault>) -> Vec<Row> {
    let mut rows = BTreeMap::new();
    let file = format!("{name}.csv");
    hash.update(builtin.as_bytes());
    read_rows(&file, builtin, &mut rows, faults);
    if let Some(path) = folder.map(|folder| folder.join(&file)).filter(|path| path.exists()) {
        match std::fs::read_to_string(&path) {
            Ok(text) => {
                hash.update(text.as_bytes());
                let mut own = BTreeMap::new();
                read_rows(&path.display().to_string(), &text, &mut own, faults);
                rows.extend(own);
            }
            Err(error) => faults.push(Fault {
                file: path.display().to_string(),
                line: 0,
                column: String::new(),
                message: format!("expected a readable UTF-8 CSV file, found: {error}"),
            }),
        }
    }
    repeated_terms(&file, &rows, faults);
    rows.into_values().collect()
}

fn read_rows(file: &str, text: &str, rows: &mut BTreeMap<String, Row>, faults: &mut Vec<Fault>) {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
    let headers: Vec<String> = match reader.headers() {
        Ok(headers) => headers.iter().map(str::to_owned).collect(),
        Err(error) => return faults.push(fault(file, 1, "", format!("expected a header row, found: {error}"))),
    };
    for column in COMMON.iter().filter(|column| !headers.iter().any(|header| header == *column)) {
        faults.push(fault(file, 1, column, format!("expected a column named {column}, found none; add it")));
    }
    for record in reader.records() {
        let record = match record {
            Ok(record) => record,
            Err(error) => {
                faults.push(fault(file, 0, "", format!("expected a CSV row, found: {error}")));
                continue;
            }
        };
        let line = record.position().map_or(0, csv::Position::line);
        if record.len() != headers.len() {
            let (want, got) = (headers.len(), record.len());
            faults.push(fault(
                file,
                line,
                "",
                format!("expected {want} cells, found {got}; quote cells that hold commas"),
            ));
            continue;
        }
        let row = row(&headers, &record);
        for problem in row_faults(&row) {
            faults.push(fault(file, line, problem.0, problem.1));
        }
        if let Some(first) = rows.insert(row.id.clone(), row) {
            faults.push(fault(file, line, "id", format!("expected an id of its own, found {} again", first.id)));
        }
    }
}

fn row(headers: &[String], record: &csv::StringRecord) -> Row {
    let mut row = Row::default();
    for (header, cell) in headers.iter().zip(record) {
        let cell = cell.to_owned();
        match header.as_str() {
            "id" => row.id = cell,
            "term" => row.term = cell,
            "class" => row.class = cell,
            "example" => row.example = cell,
            "expect" => row.expect = cell,
            "allows" => row.allows = cell,
            "note" => row.note = cell,
            _ => {
                row.more.insert(header.clone(), cell);
            }
        }
    }
    row
}

/// What is wrong with a row on its own: the column and a sentence.
fn row_faults(row: &Row) -> Vec<(&'static str, String)> {
    let mut faults = Vec::new();
    for (column, cell) in [("id", &row.id), ("term", &row.term), ("example", &row.example)] {
        if cell.trim().is_empty() {
            faults.push((column, format!("expected a {column}, found an empty cell")));
        }
    }
    let marks = (row.example.matches('【').count(), row.example.matches('】').count());
    if !row.example.is_empty() && marks != (1, 1) {
        faults.push(("example", format!("expected one hit in 【】, found {}", row.example)));
    }
    faults
}

fn repeated_terms(file: &str, rows: &BTreeMap<String, Row>, faults: &mut Vec<Fault>) {
    let mut seen: HashMap<&str, &str> = HashMap::new();
    for row in rows.values() {
        if let Some(first) = seen.insert(&row.term, &row.id) {
            faults.push(fault(
                file,
                0,
                "term",
                format!("expected one row a term, found {} in {first} and {}", row.term, row.id),
            ));
        }
    }
}

fn unknown_files(folder: &Path, names: &[&str]) -> Vec<Fault> {
    let Ok(entries) = std::fs::read_dir(folder) else {
        let message = "expected a folder of rule files that can be read; check --rules".to_owned();
        return vec![fault(&folder.display().to_string(), 0, "", message)];
    };
    let mut files: Vec<String> =
        entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    files.sort();
    files.retain(|file| file.strip_suffix(".csv").is_some_and(|name| name != "regions" && !names.contains(&name)));
    let known = names.join(", ");
    files
        .iter()
        .map(|file| fault(file, 0, "", format!("expected the name of a lexicon ({known}), each with .csv")))
        .collect()
}

fn fault(file: &str, line: u64, column: &str, message: String) -> Fault {
    Fault { file: file.to_owned(), line, column: column.to_owned(), message }
}

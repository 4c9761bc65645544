//! What is given beside reports: `NAME.meta.toml` beside one of them, or `metadata.csv` at the top of the raw folder
//! for many. Its fields, called as the columns of documents.csv are, overrule what the text says.
//!
//! `NAME` is the report's file name, with its ending or without. A sidecar wins over `metadata.csv`. One that cannot be
//! read, or that belongs to nothing, is a failure of its own, and the reports are read without it.

use std::collections::BTreeMap;

use super::table::{field, tidy};
use super::{Options, Refusal, Source, decode};

/// The file at the top that holds fields of many reports.
pub const REGISTER: &str = "metadata.csv";
/// A larger one is no sidecar.
pub const LARGEST: u64 = 1 << 20;

const ENDING: &str = ".meta.toml";
/// What the column is called that names the report.
const NAMES: [&str; 8] = ["file", "name", "path", "source_name", "文件", "文件名", "路径", "来源名称"];

/// Document fields, by column name.
pub type Given = BTreeMap<String, String>;

/// Whether a file of this name is a sidecar.
pub fn is_one(name: &str) -> bool {
    name.ends_with(ENDING)
}

/// The sidecars of a folder or archive.
#[derive(Debug, Default)]
pub struct Sidecars {
    /// By the name of the report, with or without its ending.
    given: BTreeMap<String, Given>,
    faults: Vec<(String, Refusal)>,
}

impl Sidecars {
    /// Reads sidecars, by their names.
    pub fn read(files: BTreeMap<String, Result<Vec<u8>, Refusal>>) -> Self {
        let mut all = Self::default();
        for (name, bytes) in files {
            match bytes.and_then(|bytes| fields(&bytes)) {
                Ok(given) => {
                    all.given.insert(name.trim_end_matches(ENDING).to_owned(), given);
                }
                Err(refusal) => all.faults.push((name, refusal)),
            }
        }
        all
    }

    /// What is given for a report.
    pub fn of(&self, report: &str) -> Given {
        self.given.get(report).or_else(|| self.given.get(stem(report))).cloned().unwrap_or_default()
    }

    /// What is wrong with sidecars, one that belongs to none of `reports` included.
    pub fn faults<'a>(&self, reports: impl Iterator<Item = &'a str>) -> Vec<(String, Refusal)> {
        let mut stray: Vec<&String> = self.given.keys().collect();
        for report in reports.filter(|report| !is_one(report)) {
            stray.retain(|name| name.as_str() != report && name.as_str() != stem(report));
        }
        let message = "expected a report of the same name beside the sidecar, found none: rename it or take it away";
        let stray = stray.into_iter().map(|name| (format!("{name}{ENDING}"), Refusal::new("stray-sidecar", message)));
        self.faults.iter().cloned().chain(stray).collect()
    }
}

/// A name without its last ending.
fn stem(name: &str) -> &str {
    let file = name.rfind('/').map_or(0, |slash| slash + 1);
    name[file..].rfind('.').filter(|&dot| dot > 0).map_or(name, |dot| &name[..file + dot])
}

/// The fields of a sidecar.
fn fields(bytes: &[u8]) -> Result<Given, Refusal> {
    let text = String::from_utf8_lossy(bytes);
    let table: toml::Table = text.trim_start_matches('\u{FEFF}').parse().map_err(|error: toml::de::Error| {
        let line = error.span().map_or(1, |span| 1 + text[..span.start.min(text.len())].matches('\n').count());
        unfit(&format!("a fault in line {line} ({})", error.message().trim()))
    })?;
    table.into_iter().map(|(name, value)| Ok(named(&name, &written(&name, value)?))).collect()
}

fn written(name: &str, value: toml::Value) -> Result<String, Refusal> {
    match value {
        toml::Value::String(text) => Ok(text),
        toml::Value::Integer(number) => Ok(number.to_string()),
        toml::Value::Datetime(day) => Ok(day.to_string()),
        other => Err(unfit(&format!("a value of another kind for {name} ({})", other.type_str()))),
    }
}

fn unfit(found: &str) -> Refusal {
    let message = format!(
        "expected fields of documents in TOML, such as region = \"青石县\", found {found}; the report is read without \
         them until it is mended"
    );
    Refusal::new("sidecar", message)
}

/// A field under the name that documents.csv has for it; names that it does not know stay, and are told there.
fn named(name: &str, value: &str) -> (String, String) {
    let field = field(name).map_or_else(|| name.trim().to_owned(), str::to_owned);
    let value = tidy(&field, value);
    (field, value)
}

/// The fields that a register gives, by the name of the report.
///
/// # Errors
/// Where it cannot be read, or has no column with names.
pub fn register(bytes: &[u8], options: &Options) -> Result<BTreeMap<String, Given>, Refusal> {
    let mut decoded = Source::default();
    decode::decode_into(&mut decoded, bytes, options)?;
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(decoded.text.as_bytes());
    let fault = |error: csv::Error| unread(&format!("a fault ({error})"));
    let header: Vec<String> = reader.headers().map_err(fault)?.iter().map(|name| name.trim().to_owned()).collect();
    let is_name = |column: &String| NAMES.iter().any(|usual| usual.eq_ignore_ascii_case(column));
    let Some(at) = header.iter().position(is_name) else {
        return Err(unread(&format!("the columns {}", header.join(", "))));
    };
    let mut all: BTreeMap<String, Given> = BTreeMap::new();
    for record in reader.records() {
        let record = record.map_err(fault)?;
        let name = record.get(at).unwrap_or_default().trim().replace('\\', "/");
        let name = name.trim_start_matches("./").trim_start_matches("raw/");
        let cells = header.iter().zip(record.iter()).enumerate().filter(|(index, _)| *index != at);
        let filled = cells.map(|(_, cell)| cell).filter(|(_, value)| !value.trim().is_empty());
        all.entry(name.to_owned()).or_default().extend(filled.map(|(column, value)| named(column, value)));
    }
    all.remove("");
    Ok(all)
}

fn unread(found: &str) -> Refusal {
    let message = format!(
        "expected a table of document fields with a column file that names each report as it lies in the raw folder, \
         found {found}; the reports are read without it until it is mended"
    );
    Refusal::new("sidecar", message)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn given(pairs: &[(&str, &str)]) -> Given {
        pairs.iter().map(|&(a, b)| (a.to_owned(), b.to_owned())).collect()
    }

    fn sidecars(files: &[(&str, &str)]) -> Sidecars {
        Sidecars::read(files.iter().map(|&(name, text)| (name.to_owned(), Ok(text.as_bytes().to_vec()))).collect())
    }

    #[test]
    fn a_sidecar_belongs_to_the_report_of_its_name() {
        let all = sidecars(&[
            ("县/a.txt.meta.toml", "region = '青石县'\nreport_date = 2024-01-05\nterm = 3"),
            ("b.meta.toml", "\u{FEFF}'报告日期' = '2024年1月6日'"),
        ]);
        let expected = given(&[("region", "青石县"), ("report_date", "2024-01-05"), ("term", "3")]);
        assert_eq!(all.of("县/a.txt"), expected);
        assert_eq!(all.of("b.docx"), given(&[("report_date", "2024-01-06")]));
        assert_eq!(all.of("a.txt"), Given::new());
        assert!(all.faults(["县/a.txt", "b.docx"].into_iter()).is_empty());
    }

    #[test]
    fn faults_are_told_with_what_to_do() {
        let all = sidecars(&[("a.meta.toml", "region = "), ("b.meta.toml", "[region]\nname = 1"), ("c.meta.toml", "")]);
        let faults = all.faults(["a.txt", "b.txt"].into_iter());
        let told: Vec<_> = faults.iter().map(|(name, refusal)| (name.as_str(), refusal.code)).collect();
        assert_eq!(told, [("a.meta.toml", "sidecar"), ("b.meta.toml", "sidecar"), ("c.meta.toml", "stray-sidecar")]);
        assert!(faults[0].1.message.contains("line 1"), "{}", faults[0].1.message);
    }

    #[test]
    fn a_register_names_reports_and_their_fields() {
        let text = "文件,地区,url\nraw/县/a.txt,青石县,https://example.org/1\n.\\b.docx,,\n";
        let all = register(&encoding_rs::GB18030.encode(text).0, &Options::default()).unwrap();
        assert_eq!(all["县/a.txt"], given(&[("region", "青石县"), ("url", "https://example.org/1")]));
        assert_eq!(all["b.docx"], Given::new());
        assert_eq!(register("地区\n青石县\n".as_bytes(), &Options::default()).unwrap_err().code, "sidecar");
    }
}

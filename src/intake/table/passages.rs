//! Tables whose rows are passages: corpora that are aligned by sentence, with a column that numbers them.
//!
//! Their rows are put together again, one line each, or one line for those that a column puts on the same line. A new
//! report begins where the column that names the report changes. Only a column's name says that rows are passages;
//! a table of short reports stays one.

use std::collections::BTreeMap;

use super::columns::{self, Holds};
use super::{Cell, Options};
use crate::intake::Refusal;
use crate::issue::{Finding, Severity};

/// Names of columns that number passages within a report.
const NUMBERS: [&str; 16] = [
    "句序",
    "句号",
    "句子序号",
    "段内对齐序号",
    "对齐序号",
    "全局对齐序号",
    "段序",
    "段落序号",
    "sentence_id",
    "sent_id",
    "sentence_no",
    "segment_id",
    "paragraph_id",
    "para_id",
    "line_no",
    "line_number",
];
/// Names of columns that say which line of the report a passage stands on.
const LINES: [&str; 8] =
    ["行号", "文件内行号", "年度文件内行号", "段号", "paragraph_id", "para_id", "line_no", "line_number"];
/// Names of columns that say which report it is from.
const REPORTS: [&str; 10] =
    ["原始文件", "文件", "文件名", "source_file", "file", "doc_id", "document_id", "report_id", "报告年份", "year"];

/// What is being put together.
#[derive(Debug, Default)]
pub struct Passages {
    open: Option<Joined>,
    last: (Option<String>, Option<String>),
    rows: u64,
}

/// A report that was put together.
#[derive(Debug)]
pub struct Joined {
    /// The first of its rows.
    pub row: u64,
    pub text: String,
    pub metadata: BTreeMap<String, String>,
    pub finding: Finding,
}

impl Passages {
    /// For a table with these columns, if its rows are passages.
    pub fn of(names: &[&str]) -> Option<Self> {
        let is_one = |name: &&str| NUMBERS.iter().any(|usual| usual.eq_ignore_ascii_case(name.trim()));
        names.iter().any(is_one).then(Self::default)
    }

    /// Takes a row; gives the report that ended before it.
    pub fn take(&mut self, number: u64, cells: &[Cell], options: &Options) -> Option<Result<Joined, Refusal>> {
        let value = |wanted: &[&str]| {
            let is_wanted = |name: &str| wanted.iter().any(|usual| usual.eq_ignore_ascii_case(name.trim()));
            wanted.iter().find_map(|_| cells.iter().find(|(name, _)| is_wanted(name))).map(|(_, value)| value.clone())
        };
        let names: Vec<&str> = cells.iter().map(|(name, _)| name.as_str()).collect();
        let holds = columns::assign(&names, &options.columns);
        let text = cells.iter().zip(holds).find(|(_, holds)| *holds == Holds::Text).map(|((_, text), _)| text.trim());
        let place = (value(&REPORTS), value(&LINES));
        let done = if place.0 == self.last.0 { None } else { self.finish(options) };
        let same_line = place.1.is_some() && place == self.last;
        let open = self.open.get_or_insert_with(|| begun(number, &place));
        // What is too large is told when it ends; until then no more of it is held than that takes.
        if open.text.len() as u64 <= options.max_bytes {
            if !open.text.is_empty() && !same_line {
                open.text.push('\n');
            }
            open.text.push_str(text.unwrap_or_default());
        }
        self.last = place;
        self.rows += 1;
        done
    }

    /// Ends the report that is open.
    pub fn finish(&mut self, options: &Options) -> Option<Result<Joined, Refusal>> {
        let rows = std::mem::take(&mut self.rows);
        let mut joined = self.open.take()?;
        if joined.text.len() as u64 > options.max_bytes {
            return Some(Err(Refusal::too_large(options.max_bytes)));
        }
        if joined.text.trim().is_empty() {
            let message = format!("expected a report in the {rows} rows from row {} on, found empty cells", joined.row);
            return Some(Err(Refusal::new("empty", message)));
        }
        joined.finding.message =
            format!("{rows} rows of the table are passages of one report, and were put together in their order");
        joined.text.push('\n');
        Some(Ok(joined))
    }
}

fn begun(row: u64, place: &(Option<String>, Option<String>)) -> Joined {
    let metadata = place.0.iter().map(|report| ("report".to_owned(), report.clone())).collect();
    let finding = Finding { code: "passages-joined", severity: Severity::Info, message: String::new(), span: None };
    Joined { row, text: String::new(), metadata, finding }
}

//! The measure of a run against annotations (codebook, "Counts", "Activities", "Commitments"). A row is found where its
//! span (for activities and commitments its verb) overlaps an annotated one's; rows on optional annotations are passed
//! over; a text column is right at a character F1 of 0.6, a number at a relative 1e-6.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde_json::Value;

use crate::workspace::Workspace;

/// Shares from 0 to 1, by what they are of.
pub type Figures = BTreeMap<String, f64>;
type Row = BTreeMap<String, String>;

/// How a table's rows are compared: columns read as text, as words of a vocabulary, as numbers.
struct Spec {
    table: &'static str,
    texts: &'static [&'static str],
    words: &'static [&'static str],
    numbers: &'static [&'static str],
    /// What must also be right for an exact row.
    exact: &'static [&'static str],
    /// Judged also where the annotation leaves them out.
    always: &'static [&'static str],
    defaults: &'static [(&'static str, &'static str)],
}

const SPECS: [Spec; 3] = [
    Spec {
        table: "counts",
        texts: &["measure"],
        words: &["unit", "bound", "kind", "direction", "comparison", "role"],
        numbers: &["value", "value_low", "value_high"],
        exact: &["value", "value_low", "value_high", "bound", "unit"],
        always: &["value", "value_low", "value_high", "unit", "bound", "kind", "role"],
        defaults: &[("kind", "level"), ("role", "achieved"), ("bound", "exact")],
    },
    Spec {
        table: "activities",
        texts: &["verb", "object", "actor", "topic", "target"],
        words: &[],
        numbers: &[],
        exact: &["object", "actor"],
        always: &["verb", "object"],
        defaults: &[],
    },
    Spec {
        table: "commitments",
        texts: &["verb", "object", "theme"],
        words: &["kind", "modality"],
        numbers: &["value"],
        exact: &["object", "kind"],
        always: &["verb", "object", "kind", "value"],
        defaults: &[("modality", "will"), ("kind", "task")],
    },
];

/// Right and asked, by name.
#[derive(Default)]
struct Tally {
    right: BTreeMap<String, f64>,
    asked: BTreeMap<String, f64>,
}

impl Tally {
    fn add(&mut self, name: impl Into<String>, right: f64, asked: f64) {
        let name = name.into();
        *self.right.entry(name.clone()).or_default() += right;
        *self.asked.entry(name).or_default() += asked;
    }

    fn share(&self, name: &str) -> f64 {
        self.right.get(name).copied().unwrap_or(0.0) / self.asked.get(name).copied().unwrap_or(0.0).max(1.0)
    }
}

/// Judges the tables that lie in a workspace. Annotations of reports that it did not read are passed over.
pub fn judge(here: &Workspace, gold: &Path) -> Figures {
    let documents = here.table("documents");
    let tables: BTreeMap<&str, Vec<Row>> = ["counts", "activities", "commitments", "sections", "segments"]
        .map(|name| (name, here.table(name)))
        .into_iter()
        .collect();
    let mut tally = Tally::default();
    let mut judged = 0;
    for annotation in annotations(gold) {
        let Some(document) = documents.iter().find(|row| annotation["sha256"] == row["source_sha256"].as_str()) else {
            continue;
        };
        judged += 1;
        let own =
            |name: &str| tables[name].iter().filter(|row| row["doc_id"] == document["doc_id"]).collect::<Vec<_>>();
        for spec in &SPECS {
            rows(spec, &annotation, &own(spec.table), &mut tally);
        }
        headings(&annotation, &own("sections"), &mut tally);
        fields(&annotation, document, &mut tally);
        noise(&annotation, &own("segments"), &mut tally);
    }
    assert!(judged > 0, "no annotation in {} is of a report that was read", gold.display());
    figures(&tally)
}

fn annotations(folder: &Path) -> Vec<Value> {
    let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "json"));
    paths.sort();
    paths.iter().map(|path| serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()).collect()
}

fn figures(tally: &Tally) -> Figures {
    let mut figures = Figures::new();
    for name in tally.asked.keys().filter(|name| !name.ends_with(" rows")) {
        figures.insert(name.clone(), tally.share(name));
    }
    for table in SPECS.map(|spec| spec.table) {
        for hit in ["found", "exact"] {
            let hits = tally.right.get(&format!("{table} {hit} rows")).copied().unwrap_or(0.0);
            let wanted = tally.asked.get(&format!("{table} wanted rows")).copied().unwrap_or(0.0);
            let got = tally.asked.get(&format!("{table} got rows")).copied().unwrap_or(0.0);
            let name = if hit == "found" { "f1" } else { hit };
            figures.insert(format!("{table} {name}"), 2.0 * hits / (wanted + got).max(1.0));
        }
    }
    figures
}

fn place(value: &Value, key: &str) -> usize {
    value[key].as_u64().unwrap() as usize
}

fn overlap(a: (usize, usize), b: (usize, usize)) -> usize {
    a.1.min(b.1).saturating_sub(a.0.max(b.0))
}

fn got_span(spec: &Spec, row: &Row) -> (usize, usize) {
    let number = |key: &str| row[key].parse::<usize>().unwrap();
    if spec.table == "counts" {
        return (number("start"), number("end"));
    }
    (number("verb_start"), number("verb_start") + row["verb"].trim_start_matches('\'').chars().count())
}

fn want_span(spec: &Spec, want: &Value) -> (usize, usize) {
    if spec.table == "counts" {
        return (place(want, "start"), place(want, "end"));
    }
    let start = place(want, "verb_start");
    let length = want["verb"].as_str().unwrap().chars().count();
    (start, want["verb_end"].as_u64().map_or(start + length, |end| end as usize))
}

fn rows(spec: &Spec, annotation: &Value, own: &[&Row], tally: &mut Tally) {
    let table = spec.table;
    let ranges = annotation["annotated"].as_array().unwrap();
    let inside = |at: usize| {
        ranges.iter().any(|range| range[0].as_u64().unwrap() as usize <= at && at < range[1].as_u64().unwrap() as usize)
    };
    let got: Vec<((usize, usize), &Row)> =
        own.iter().map(|row| (got_span(spec, row), *row)).filter(|(span, _)| inside(span.0)).collect();
    let want: Vec<((usize, usize), &Value)> =
        annotation[table].as_array().unwrap().iter().map(|want| (want_span(spec, want), want)).collect();
    let pairs = paired(&want, &got);
    let is_optional = |want: &Value| want["optional"] == true;
    for (at, (span, _)) in got.iter().enumerate() {
        let is_paired = pairs.values().any(|&paired| paired == at);
        let is_passed = want.iter().any(|(wanted, value)| is_optional(value) && overlap(*wanted, *span) > 0);
        if !is_paired && !is_passed {
            tally.add(format!("{table} got rows"), 0.0, 1.0);
        }
    }
    for (at, (_, value)) in want.iter().enumerate().filter(|(_, (_, value))| !is_optional(value)) {
        tally.add(format!("{table} wanted rows"), 0.0, 1.0);
        let Some(&paired) = pairs.get(&at) else { continue };
        let row = got[paired].1;
        tally.add(format!("{table} got rows"), 0.0, 1.0);
        tally.add(format!("{table} found rows"), 1.0, 1.0);
        let mut is_exact = true;
        for column in [spec.texts, spec.words, spec.numbers].concat() {
            let is_asked = !value[column].is_null() || spec.always.contains(&column);
            if !is_asked {
                continue;
            }
            let is_right = agrees(spec, column, row, value);
            tally.add(format!("{table} {column}"), f64::from(u8::from(is_right)), 1.0);
            is_exact &= is_right || !spec.exact.contains(&column);
        }
        tally.add(format!("{table} exact rows"), f64::from(u8::from(is_exact)), 1.0);
    }
}

/// Annotations with the rows that overlap them most, each once.
fn paired(want: &[((usize, usize), &Value)], got: &[((usize, usize), &Row)]) -> BTreeMap<usize, usize> {
    let mut pairs = Vec::new();
    for (i, (wanted, _)) in want.iter().enumerate() {
        for (j, (span, _)) in got.iter().enumerate().filter(|(_, (span, _))| overlap(*wanted, *span) > 0) {
            pairs.push((overlap(*wanted, *span), std::cmp::Reverse(wanted.0.abs_diff(span.0)), i, j));
        }
    }
    pairs.sort_unstable_by(|a, b| b.cmp(a));
    let mut taken = BTreeMap::new();
    let mut used = BTreeSet::new();
    for (_, _, i, j) in pairs {
        if !taken.contains_key(&i) && used.insert(j) {
            taken.insert(i, j);
        }
    }
    taken
}

fn agrees(spec: &Spec, column: &str, row: &Row, want: &Value) -> bool {
    let got = row.get(column).map_or("", String::as_str);
    if spec.numbers.contains(&column) {
        return same_number(got, want[column].as_f64());
    }
    let default = spec.defaults.iter().find(|(name, _)| *name == column).map_or("", |(_, default)| default);
    let wanted = want[column].as_str().unwrap_or(default);
    if spec.texts.contains(&column) { alike(got, wanted) } else { got == wanted }
}

fn same_number(got: &str, want: Option<f64>) -> bool {
    match (got.parse::<f64>().ok(), want) {
        (None, None) => true,
        (Some(got), Some(want)) => (got - want).abs() <= 1e-6 * got.abs().max(want.abs()).max(1.0),
        _ => false,
    }
}

/// Character F1 of two phrases as bags; two empty ones are alike.
fn alike(got: &str, want: &str) -> bool {
    let bag = |text: &str| {
        let mut bag: BTreeMap<char, usize> = BTreeMap::new();
        let kept = |c: &char| !c.is_whitespace() && !"“”\"'‘’,，、()（）".contains(*c);
        text.chars().filter(kept).for_each(|c| *bag.entry(c).or_default() += 1);
        bag
    };
    let (got, want) = (bag(got), bag(want));
    let total = got.values().sum::<usize>() + want.values().sum::<usize>();
    let common: usize = got.iter().map(|(c, &count)| count.min(want.get(c).copied().unwrap_or(0))).sum();
    total == 0 || !got.is_empty() && !want.is_empty() && 2.0 * common as f64 / total as f64 >= 0.6
}

fn headings(annotation: &Value, sections: &[&Row], tally: &mut Tally) {
    let wanted = annotation["headings"].as_array().unwrap();
    if wanted.is_empty() {
        return;
    }
    let got: Vec<&&Row> = sections.iter().filter(|row| !row["heading"].is_empty()).collect();
    let starts = |row: &Row| row["start"].parse::<usize>().unwrap();
    let mut found = 0.0;
    for want in wanted {
        let (start, end) = (place(want, "start"), place(want, "end"));
        let hit = got.iter().find(|row| (start.saturating_sub(6)..end).contains(&starts(row)));
        tally.add("headings recall", f64::from(u8::from(hit.is_some())), 1.0);
        let Some(row) = hit else { continue };
        found += 1.0;
        tally.add("headings role", f64::from(u8::from(want["role"] == row["role"].as_str())), 1.0);
        let is_level = row["level"].parse().ok() == want["level"].as_u64();
        tally.add("headings level", f64::from(u8::from(is_level)), 1.0);
    }
    tally.add("headings precision", found, got.len() as f64);
}

fn fields(annotation: &Value, document: &Row, tally: &mut Tally) {
    for (column, want) in annotation["document"].as_object().unwrap() {
        let got = document.get(column).map_or("", String::as_str);
        let is_right = match want.as_f64() {
            Some(number) => same_number(got, Some(number)),
            None => want.as_str() == Some(got),
        };
        tally.add("fields", f64::from(u8::from(is_right)), 1.0);
    }
}

/// Characters of noise, white space that a run says the words of aside.
fn noise(annotation: &Value, segments: &[&Row], tally: &mut Tally) {
    let spans = |key: &str| -> BTreeSet<usize> {
        let spans = annotation[key].as_array().cloned().unwrap_or_default();
        let range = |span: &Value| span[0].as_u64().unwrap() as usize..span[1].as_u64().unwrap() as usize;
        spans.iter().flat_map(range).collect()
    };
    let unscored = spans("unscored");
    let want: BTreeSet<usize> = spans("noise").difference(&unscored).copied().collect();
    let mut got = BTreeSet::new();
    for row in segments.iter().filter(|row| row["kind"] == "noise") {
        let (start, end): (usize, usize) = (row["start"].parse().unwrap(), row["end"].parse().unwrap());
        let words: Vec<char> = row["text"].chars().collect();
        let words = if words.len() == end - start + 1 && words[0] == '\'' { &words[1..] } else { &words[..] };
        let is_whole = words.len() == end - start;
        got.extend((start..end).filter(|at| !is_whole || !words[at - start].is_whitespace()));
    }
    let got: BTreeSet<usize> = got.difference(&unscored).copied().collect();
    let hits = got.intersection(&want).count() as f64;
    tally.add("noise precision", hits, got.len() as f64);
    tally.add("noise recall", hits, want.len() as f64);
}

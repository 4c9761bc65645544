//! How right the rows are, against reports that people annotated by hand: floors that only go up. Two sets: reports that
//! we composed ourselves (`tests/gold`), and the shared annotations of real ones where they lie beside the checkout.

use std::path::Path;

use crate::score::{self, Figures};
use crate::workspace::Workspace;

/// The least that each figure may be, of all composed reports together: where harder ones join them, the figures are those
/// of the larger set.
const COMPOSED: &[(&str, f64)] = &[
    ("counts f1", 0.99),
    ("counts exact", 0.99),
    ("counts measure", 0.92),
    ("counts kind", 0.99),
    ("counts direction", 0.99),
    ("counts comparison", 0.98),
    ("counts role", 0.99),
    ("activities f1", 0.97),
    ("activities exact", 0.95),
    ("activities object", 0.98),
    ("activities actor", 0.97),
    ("activities topic", 0.98),
    ("activities target", 0.93),
    ("commitments f1", 0.97),
    ("commitments exact", 0.94),
    ("commitments kind", 0.97),
    ("commitments theme", 0.95),
    ("commitments modality", 0.98),
    ("commitments value", 0.99),
    ("headings recall", 0.99),
    ("headings precision", 0.99),
    ("headings role", 0.99),
    ("headings level", 0.98),
    ("fields", 0.99),
    ("noise precision", 0.96),
    ("noise recall", 0.98),
];

const SHARED: &[(&str, f64)] = &[
    ("counts f1", 1.0),
    ("counts exact", 1.0),
    ("counts measure", 0.97),
    ("counts kind", 0.99),
    ("counts direction", 0.99),
    ("counts comparison", 0.97),
    ("counts role", 0.99),
    ("activities f1", 0.96),
    ("activities exact", 0.95),
    ("activities object", 0.99),
    ("activities actor", 0.97),
    ("activities topic", 0.94),
    ("activities target", 0.98),
    ("commitments f1", 0.98),
    ("commitments exact", 0.97),
    ("commitments kind", 0.99),
    ("commitments theme", 0.99),
    ("commitments modality", 0.98),
    ("commitments value", 0.98),
    ("headings recall", 0.99),
    ("headings precision", 0.99),
    ("headings role", 0.99),
    ("headings level", 0.99),
    ("fields", 0.99),
    ("noise precision", 0.99),
    ("noise recall", 0.99),
];

/// Runs over the reports of `folders` and judges what came out by the annotations in `gold`.
fn judged(folders: &[&str], gold: &str) -> Figures {
    let here = Workspace::new();
    for entry in folders.iter().flat_map(|folder| std::fs::read_dir(folder).unwrap()) {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        here.write(&format!("raw/{name}"), std::fs::read(&path).unwrap());
    }
    let ran = here.run(&["--quiet"]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    score::judge(&here, Path::new(gold))
}

fn assert_floors(figures: &Figures, floors: &[(&str, f64)]) {
    let low: Vec<String> = floors
        .iter()
        .filter_map(|(name, floor)| {
            let found = figures.get(*name).copied();
            let is_low = found.is_none_or(|found| found < *floor);
            is_low.then(|| format!("{name}: expected {floor} or more, found {found:?}"))
        })
        .collect();
    assert!(low.is_empty(), "{}\nall figures: {figures:#?}", low.join("\n"));
}

#[test]
fn composed_reports_are_read_as_their_annotations_say() {
    assert_floors(&judged(&["raw", "tests/gold/reports"], "tests/gold"), COMPOSED);
}

#[test]
fn shared_reports_are_read_as_their_annotations_say() {
    if !Path::new("../shared/gold").is_dir() {
        eprintln!("SKIPPED: the shared annotations do not lie beside the checkout");
        return;
    }
    assert_floors(&judged(&["../shared/gold/reports", "../shared/seed"], "../shared/gold"), SHARED);
}

#[test]
fn what_is_left_out_or_added_lowers_the_figures() {
    let here = Workspace::new();
    let report = std::fs::read("tests/gold/reports/chengpu-court-2025.txt").unwrap();
    here.write("raw/a.txt", report);
    assert_eq!(here.run(&["--quiet"]).code, 0);
    let whole = score::judge(&here, Path::new("tests/gold"));
    let csv = here.read("output/csv/counts.csv");
    let fewer: Vec<&str> = csv.lines().enumerate().filter(|(at, _)| at % 2 == 0).map(|(_, line)| line).collect();
    here.write("output/csv/counts.csv", fewer.join("\n"));
    let half = score::judge(&here, Path::new("tests/gold"));
    assert!(half["counts f1"] < whole["counts f1"] - 0.2, "{half:?}");
    assert_eq!(half["activities f1"], whole["activities f1"]);
}

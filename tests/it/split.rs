//! Part files: the same rows, in files that a spreadsheet opens, and a data set that others read by its folders.

use std::collections::{BTreeMap, BTreeSet};

use crate::workspace::{REPORT, Workspace};

const COURT: &str = "\
石桥市中级人民法院工作报告

——2024年1月9日在石桥市第七届人民代表大会第三次会议上

一、2023年工作回顾

2023年，受理各类案件4312件，审结4127件。开展巡回审判56次。
";

fn many() -> Workspace {
    let here = Workspace::new();
    for number in 0..6 {
        let text = if number % 2 == 0 { REPORT.to_owned() } else { COURT.to_owned() };
        here.write(
            &format!("raw/{number}.txt"),
            text.replace("126", &(130 + number).to_string()).replace("56", &(50 + number).to_string()),
        );
    }
    here
}

/// Rows of all part files of a table, and the most that one has.
fn rows(here: &Workspace, folder: &str) -> (BTreeSet<BTreeMap<String, String>>, usize) {
    let (mut rows, mut most) = (BTreeSet::new(), 0);
    for (path, bytes) in here.files(folder) {
        let text = String::from_utf8(bytes).unwrap();
        let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
        let part: Vec<_> = reader.deserialize().map(Result::unwrap).collect();
        assert!(!part.is_empty() || folder.ends_with("issues"), "{path} holds nothing");
        most = most.max(part.len());
        rows.extend(part);
    }
    (rows, most)
}

#[test]
fn parts_hold_the_rows_of_the_whole_table_and_no_more_than_was_asked_for() {
    let here = many();
    here.run(&[]);
    let whole: BTreeSet<_> = here.table("counts").into_iter().collect();
    for by in ["rows", "year", "region", "kind"] {
        let ran = here.run(&["--split", by, "--part-rows", "5", "--output", by]);
        assert_eq!(ran.code, 0, "{by}: {}", ran.stderr);
        let (parts, most) = rows(&here, &format!("{by}/csv/counts"));
        assert!(most <= 5, "{by}: a file of {most} rows");
        assert_eq!(parts, whole, "{by}");
    }
    for path in [
        "rows/csv/counts/counts-002.csv",
        "rows/parquet/counts/part-002.parquet",
        "kind/csv/counts/counts-court-001.csv",
        "kind/parquet/counts/by_kind=court/part-001.parquet",
        "kind/parquet/documents/by_kind=cppcc/part-001.parquet",
        "year/parquet/counts/by_year=2023/part-001.parquet",
        "region/parquet/counts/by_province=__HIVE_DEFAULT_PARTITION__/part-001.parquet",
    ] {
        assert!(
            here.path(path).exists(),
            "{path} is not among {:#?}",
            here.files(path.split('/').next().unwrap()).keys()
        );
    }
}

#[test]
fn layout_can_change_from_run_to_run_without_reading_again() {
    let here = many();
    here.run(&["--split", "kind", "--part-rows", "4"]);
    here.write("raw/3b.txt", COURT.replace("56", "77"));
    for (layout, read) in [
        (&["--split", "kind", "--part-rows", "4"][..], 1),
        (&["--split", "year"], 0),
        (&["--split", "rows", "--part-rows", "7"], 0),
        (&[], 0),
    ] {
        assert_eq!(here.run(layout).code, 0, "{layout:?}");
        assert_eq!(here.manifest()["totals"]["read"], read, "{layout:?}");
        let fresh = format!("fresh-{}", layout.join(""));
        assert_eq!(here.run(&[layout, &["--output", &fresh]].concat()).code, 0);
        let published = |output: &str| -> BTreeMap<String, Vec<u8>> {
            let files = here.files(output).into_iter();
            let named =
                files.map(|(path, bytes)| (path.split_once(&format!("/{output}/")).unwrap().1.to_owned(), bytes));
            named.filter(|(path, _)| path.contains('/')).collect()
        };
        let (known, nothing) = (published("output"), published(&fresh));
        assert_eq!(known.keys().collect::<Vec<_>>(), nothing.keys().collect::<Vec<_>>(), "{layout:?}");
        assert!(known == nothing, "{layout:?}: not the bytes of a run from nothing");
    }
}

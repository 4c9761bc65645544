//! Reading only what has changed gives, byte for byte, what reading everything gives.

use std::collections::BTreeMap;
use std::fs;

use crate::workspace::{REPORT, Workspace};

fn report(number: usize) -> String {
    REPORT.replace("126", &(100 + number).to_string()).replace("云溪", "石桥")
}

fn many() -> Workspace {
    let here = Workspace::new();
    for number in 0..12 {
        here.write(&format!("raw/{}/{number:02}.txt", number % 3), report(number));
    }
    here
}

/// What a run published, without the manifest and by path from the output folder.
fn published(here: &Workspace, output: &str) -> BTreeMap<String, Vec<u8>> {
    let files = here.files(output).into_iter();
    let named = files.map(|(path, bytes)| (path.split_once(&format!("/{output}/")).unwrap().1.to_owned(), bytes));
    named.filter(|(path, _)| path != "manifest.json" && path != ".lock" && path != "runs.csv").collect()
}

/// Runs over what is known and over nothing; tells how many inputs the first one read.
#[track_caller]
fn assert_same_as_from_nothing(here: &Workspace, what: &str) -> u64 {
    let ran = here.run(&["--accept-drift", "--quiet"]);
    assert!(matches!(ran.code, 0 | 3), "{what}: {}", ran.stderr);
    let _ = fs::remove_dir_all(here.path("fresh"));
    assert_eq!(here.run(&["--output", "fresh", "--quiet"]).code, ran.code, "{what}");
    let (known, fresh) = (published(here, "output"), published(here, "fresh"));
    assert_eq!(known.keys().collect::<Vec<_>>(), fresh.keys().collect::<Vec<_>>(), "{what}");
    for (path, bytes) in &known {
        assert!(*bytes == fresh[path], "{what}: {path} differs from that of a run from nothing");
    }
    here.manifest()["totals"]["read"].as_u64().unwrap()
}

#[test]
fn only_what_changed_is_read_and_the_tables_are_those_of_a_run_from_nothing() {
    let here = many();
    assert_eq!(assert_same_as_from_nothing(&here, "first run"), 12);
    assert_eq!(assert_same_as_from_nothing(&here, "nothing changed"), 0);

    here.write("raw/0/new.txt", report(50));
    here.write("raw/1/01.txt", report(51));
    assert_eq!(assert_same_as_from_nothing(&here, "one new, one changed"), 2);

    fs::remove_file(here.path("raw/2/02.txt")).unwrap();
    fs::rename(here.path("raw/0/00.txt"), here.path("raw/2/zz.txt")).unwrap();
    assert_eq!(assert_same_as_from_nothing(&here, "one deleted, one renamed"), 1);

    here.write("raw/0/bad.txt", "");
    here.write("raw/2/bad.txt", [0u8, 1, 2, 3, 255, 254, 0, 9]);
    assert_eq!(assert_same_as_from_nothing(&here, "two that cannot be read"), 0);
    assert_eq!(here.manifest()["totals"]["reused"], 12);
}

#[test]
fn report_is_read_again_when_the_one_it_repeats_comes_or_goes() {
    let here = many();
    let (gbk, ..) = encoding_rs::GB18030.encode(REPORT);
    here.write("raw/m.txt", REPORT);
    here.write("raw/n.txt", &gbk);
    assert_same_as_from_nothing(&here, "a repeat");
    here.write("raw/a.txt", REPORT.replace('，', ","));
    assert_same_as_from_nothing(&here, "another comes before it");
    fs::remove_file(here.path("raw/a.txt")).unwrap();
    fs::remove_file(here.path("raw/m.txt")).unwrap();
    assert_same_as_from_nothing(&here, "both are gone");
    assert!(here.table("documents").iter().all(|row| row["duplicate_of"].is_empty()));
}

#[test]
fn everything_is_read_again_when_rules_or_options_change_or_when_asked() {
    let here = many();
    here.run(&["--quiet"]);
    let read = || here.manifest()["totals"]["read"].as_u64().unwrap();
    here.run(&["--quiet", "--full"]);
    assert_eq!(read(), 12, "--full");
    here.run(&["--quiet", "--headers", "zh", "--threads", "1"]);
    assert_eq!(read(), 0, "what does not touch the reading");
    here.run(&["--quiet", "--encoding", "utf-8"]);
    assert_eq!(read(), 12, "--encoding");
    here.write("rules/words.csv", "id,term,class,example,expect,allows,note\n");
    here.run(&["--quiet", "--encoding", "utf-8", "--rules", "rules"]);
    assert_eq!(read(), 12, "--rules");
}

#[test]
fn published_files_that_were_changed_are_not_built_on() {
    let here = many();
    here.run(&["--quiet"]);
    let id = here.table("documents")[0]["doc_id"].clone();
    here.write(&format!("output/text/{id}.txt"), "someone wrote into it");
    assert_eq!(assert_same_as_from_nothing(&here, "a text was changed"), 1);
    let mut bytes = fs::read(here.path("output/parquet/counts.parquet")).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    here.write("output/parquet/counts.parquet", bytes);
    assert_eq!(assert_same_as_from_nothing(&here, "a table was damaged"), 12);
}

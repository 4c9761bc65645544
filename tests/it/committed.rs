//! The tables that are committed with the reports of `raw/`: a run writes exactly them, byte for byte.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::workspace::Workspace;

fn tables(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), fs::read(&path).unwrap())).collect()
}

#[test]
fn a_run_over_the_shipped_reports_writes_the_committed_tables() {
    let here = Workspace::new();
    for entry in fs::read_dir("raw").unwrap() {
        let path = entry.unwrap().path();
        here.write(&format!("raw/{}", path.file_name().unwrap().to_string_lossy()), fs::read(&path).unwrap());
    }
    assert_eq!(here.run(&["--quiet"]).code, 0);
    let (committed, written) = (tables(Path::new("output/csv")), tables(&here.path("output/csv")));
    assert_eq!(committed.keys().collect::<Vec<_>>(), written.keys().collect::<Vec<_>>());
    let other: Vec<&String> =
        committed.iter().filter(|(name, bytes)| written[*name] != **bytes).map(|(n, _)| n).collect();
    assert!(
        other.is_empty(),
        "a run writes other tables than output/csv holds: {other:?}; look at them, then commit them"
    );
}

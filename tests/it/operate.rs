//! What an operator asks in the morning: the history of runs, `status`, `verify`, and the command that speaks up.

use std::fs;

use crate::workspace::{REPORT, Ran, Workspace};

fn three() -> Workspace {
    let here = Workspace::new();
    for number in 0..3 {
        here.write(&format!("raw/{number}.txt"), REPORT.replace("126", &(130 + number).to_string()));
    }
    here
}

#[track_caller]
fn assert_verified(ran: &Ran, words: &str) {
    assert_eq!(ran.code, 4, "{}{}", ran.stdout, ran.stderr);
    assert!(ran.stderr.contains(words), "{words} in {}", ran.stderr);
}

#[test]
fn every_run_leaves_a_line_also_one_that_published_nothing_or_was_cut() {
    let here = three();
    here.run(&[]);
    here.write("raw/bad.txt", "");
    here.run(&[]);
    fs::remove_file(here.path("raw/0.txt")).unwrap();
    assert_eq!(here.run(&[]).code, 4);
    here.write("output/.lock", "process 4711 since 2026-01-01T00:00:00Z\n");
    let ran = here.run(&["--accept-drift"]);
    assert!(ran.stderr.contains("the run before was cut (process 4711 since 2026-01-01T00:00:00Z)"), "{}", ran.stderr);
    assert_eq!(here.run(&["--raw", "gone"]).code, 2);

    let text = here.read("output/runs.csv");
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let runs: Vec<std::collections::BTreeMap<String, String>> = reader.deserialize().map(Result::unwrap).collect();
    let told: Vec<(&str, &str)> =
        runs.iter().map(|run| (run["exit_code"].as_str(), run["documents"].as_str())).collect();
    assert_eq!(told, [("0", "3"), ("3", "3"), ("4", ""), ("", ""), ("3", "2"), ("2", "")]);
    assert!(runs[2]["message"].contains("documents: 3 rows before, 2 now"), "{:?}", runs[2]);
    assert_eq!((runs[3]["started"].as_str(), &runs[1]["failed"][..]), ("2026-01-01T00:00:00Z", "1"));
    assert_eq!(runs[4]["deleted"], "1");

    let status = here.run(&["status"]).stdout;
    for words in
        ["exit  0  published", "exit  4  refused", "exit  -  cut", "could not be read, and is tried again: bad.txt"]
    {
        assert!(status.contains(words), "{words} in {status}");
    }
}

#[test]
fn status_tells_what_is_published_and_what_is_stale() {
    let here = three();
    let nothing = here.run(&["status"]);
    assert_eq!(nothing.code, 0);
    assert!(
        nothing.stdout.contains("nothing is published yet") && nothing.stdout.contains("new: 0.txt"),
        "{}",
        nothing.stdout
    );
    assert!(!here.path("output").exists(), "it looks and changes nothing");

    here.run(&[]);
    let fresh = here.run(&["status"]).stdout;
    assert!(fresh.contains("output: 3 reports") && fresh.contains("up to date"), "{fresh}");

    here.write("raw/1.txt", REPORT.replace("126", "999"));
    here.write("raw/new.txt", REPORT);
    fs::remove_file(here.path("raw/2.txt")).unwrap();
    here.write("output/csv/counts.csv", "mine");
    let stale = here.run(&["status"]).stdout;
    for words in ["stale", "new: new.txt", "changed: 1.txt", "deleted: 2.txt", "gone: csv/counts.csv"] {
        assert!(stale.contains(words), "{words} in {stale}");
    }
    let json: serde_json::Value = serde_json::from_str(&here.run(&["status", "--json"]).stdout).unwrap();
    assert_eq!(json["stale"]["changed"], serde_json::json!(["1.txt"]));
    assert_eq!(json["stale"]["reading"], false);
    assert_eq!(json["published"]["documents"], 3);
    here.write("rules/words.csv", "id,term,class,example,expect,allows,note\n");
    assert!(here.run(&["status", "--rules", "rules"]).stdout.contains("every report is read again"));
}

#[test]
fn status_tells_that_a_run_goes_on() {
    let here = three();
    here.run(&[]);
    here.write("output/.lock", "process 4711 since 2026-01-01T00:00:00Z\n");
    let held = fs::File::open(here.path("output/.lock")).unwrap();
    held.lock().unwrap();
    assert!(here.run(&["status"]).stdout.contains("a run goes on: process 4711"));
    drop(held);
    assert!(!here.run(&["status"]).stdout.contains("a run goes on"));
}

#[test]
fn set_as_published_verifies_whatever_its_layout_and_options() {
    let here = three();
    let (big5, ..) = encoding_rs::BIG5.encode("政協雲溪縣委員會工作報告\n\n一、過去一年工作回顧\n\n立案提案126件。\n");
    here.write("raw/traditional.txt", &big5);
    here.write("raw/copy.txt", here.read("raw/0.txt"));
    here.write("raw/bad.txt", "");
    for arguments in [&["--encoding", "big5"][..], &[], &["--split", "kind"], &["--split", "rows", "--headers", "zh"]] {
        here.run(arguments);
        let verified = here.run(&["verify"]);
        assert_eq!((verified.code, verified.stderr.as_str()), (0, ""), "{arguments:?}");
        assert!(verified.stdout.contains("keys and quoted words hold"), "{}", verified.stdout);
    }
}

#[test]
fn what_was_tampered_with_does_not_verify() {
    let here = three();
    let unpublished = here.run(&["verify"]);
    assert_eq!(unpublished.code, 2);
    assert!(unpublished.stderr.contains("expected a published set in output"), "{}", unpublished.stderr);

    here.run(&[]);
    let counts = here.read("output/csv/counts.csv");
    here.write("output/csv/counts.csv", counts.replace("130", "180"));
    assert_verified(&here.run(&["verify"]), "csv/counts.csv: expected");
    here.write("output/csv/counts.csv", counts);
    assert_eq!(here.run(&["verify"]).code, 0);

    let id = here.table("documents")[0]["doc_id"].clone();
    fs::remove_file(here.path(&format!("output/text/{id}.txt"))).unwrap();
    assert_verified(&here.run(&["verify"]), &format!("text/{id}.txt: expected the file as published, found none"));

    here.run(&[]);
    here.write("raw/1.txt", REPORT.replace("126", "999"));
    fs::remove_file(here.path("raw/2.txt")).unwrap();
    let changed = here.run(&["verify"]);
    assert_verified(&changed, "1.txt: expected the report as it was read, found it changed");
    assert_verified(&changed, "2.txt: expected the report as it was read, found none");
}

#[test]
fn set_whose_hashes_were_made_to_fit_a_changed_text_does_not_verify() {
    use sha2::{Digest, Sha256};
    let here = three();
    here.run(&[]);
    let id = here.table("documents")[0]["doc_id"].clone();
    let path = format!("output/text/{id}.txt");
    let text = here.read(&path).replace("13", "31");
    let sha256: String = Sha256::digest(&text).iter().map(|byte| format!("{byte:02x}")).collect();
    here.write(&path, text);
    let mut manifest = here.manifest();
    for output in manifest["outputs"].as_array_mut().unwrap() {
        if output["path"] == format!("text/{id}.txt") {
            output["sha256"] = sha256.clone().into();
        }
    }
    here.write("output/manifest.json", manifest.to_string());
    let ran = here.run(&["verify"]);
    assert_verified(&ran, "expected the words of the text from start to end");
    assert_verified(&ran, "0.txt: expected the text of");
}

#[test]
fn command_is_run_with_the_manifest_when_the_exit_code_is_not_0() {
    let here = three();
    let notify = "echo \"$BAOBIAO_EXIT_CODE|$BAOBIAO_MESSAGE|\" >> told; echo manifest >> told";
    let told = || fs::read_to_string(here.path("told")).unwrap_or_default();
    assert_eq!(here.run(&["--notify", notify]).code, 0);
    assert_eq!(told(), "", "all is well");

    here.write("raw/bad.txt", "");
    assert_eq!(here.run(&["--notify", notify]).code, 3);
    let manifest = here.path("output/manifest.json");
    assert_eq!(told(), format!("3||\nmanifest {}\n", manifest.display()));

    let ran = here.run(&["--notify", "cat"]);
    assert_eq!((ran.code, ran.stdout.as_str()), (3, ""));
    assert!(ran.stderr.contains("\"exit_code\": 3"), "{} should be shown: {}", manifest.display(), ran.stderr);

    fs::remove_file(here.path("raw/1.txt")).unwrap();
    assert_eq!(here.run(&["--notify", notify]).code, 4);
    assert!(told().contains("4|expected no loss"), "{}", told());
    here.write("baobiao.toml", "nonsense = 1\n");
    assert_eq!(here.run(&["--notify", notify]).code, 2);
    assert!(told().contains("2|baobiao.toml, line 1"), "{}", told());

    fs::remove_file(here.path("baobiao.toml")).unwrap();
    let ran = here.run(&["--accept-drift", "--notify", "no-such-command"]);
    assert_eq!(ran.code, 3, "how the run ended is not changed by it");
    assert!(ran.stderr.contains("the command after --notify ended with"), "{}", ran.stderr);
}

#[test]
fn reports_of_every_format_verify_and_what_is_given_beside_them_makes_them_stale() {
    let here = three();
    for name in ["qingshi.docx", "qingshi.html", "qingshi.pdf", "two.parquet"] {
        here.write(&format!("raw/{name}"), fs::read(format!("tests/samples/{name}")).unwrap());
    }
    let line = |number: &str| serde_json::json!({ "text": REPORT.replace("126", number) }).to_string();
    here.write("raw/lines.jsonl", format!("{}\n{}\n", line("771"), line("772")));
    here.write("raw/0.meta.toml", "region = \"云溪县\"\n");
    let ran = here.run(&[]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    let verified = here.run(&["verify"]);
    assert_eq!((verified.code, verified.stderr.as_str()), (0, ""), "{}", verified.stdout);
    assert!(here.run(&["status"]).stdout.contains("up to date"));

    here.write("raw/0.meta.toml", "region = \"石桥县\"\n");
    here.write("raw/lines.jsonl", format!("{}\n{}\n", line("771"), line("773")));
    let stale = here.run(&["status"]).stdout;
    assert!(stale.contains("changed: 0.txt") && stale.contains("changed: lines.jsonl"), "{stale}");
    let verified = here.run(&["verify"]);
    assert_eq!(verified.code, 4);
    assert!(verified.stderr.contains("lines.jsonl: expected the report as it was read"), "{}", verified.stderr);
}

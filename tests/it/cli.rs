//! The commands, their exit codes and their sentences.

use std::fs::File;

use sha2::{Digest, Sha256};

use crate::workspace::{REPORT, Ran, Workspace};

#[track_caller]
fn assert_code(ran: &Ran, code: i32) {
    assert_eq!(ran.code, code, "standard error:\n{}", ran.stderr);
}

#[test]
fn program_alone_reads_raw_and_publishes_a_whole_set() {
    let here = Workspace::with_report();
    let ran = here.run(&[]);
    assert_code(&ran, 0);
    assert_eq!(ran.stdout, "", "standard output is for data");
    assert_eq!(ran.stderr.lines().count(), 1, "one summary line: {}", ran.stderr);
    assert_eq!(here.table("documents").len(), 1);

    let manifest = here.manifest();
    let outputs = manifest["outputs"].as_array().unwrap();
    for folder in ["csv/", "parquet/", "text/doc-", "datapackage.json"] {
        let is_there = |output: &serde_json::Value| output["path"].as_str().unwrap().starts_with(folder);
        assert!(outputs.iter().any(is_there), "no {folder} among {outputs:#?}");
    }
    for output in outputs {
        let path = format!("output/{}", output["path"].as_str().unwrap());
        let bytes = std::fs::read(here.path(&path)).unwrap();
        let sha256: String = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(output["sha256"], sha256.as_str(), "{path}");
        assert_eq!(output["bytes"], bytes.len(), "{path}");
    }
}

#[test]
fn extracted_text_is_published_under_the_document_id() {
    let here = Workspace::with_report();
    here.run(&[]);
    let id = &here.table("documents")[0]["doc_id"];
    assert_eq!(here.read(&format!("output/text/{id}.txt")), REPORT);
}

#[test]
fn inputs_that_cannot_be_read_are_told_and_cost_no_other() {
    let here = Workspace::with_report();
    here.write("raw/empty.txt", "");
    here.write("raw/picture.txt", [0xff, 0xd8, 0xff, 0xe0, 0, 16, b'J', b'F', b'I', b'F', 0, 1, 2, 0, 0, 7]);
    let ran = here.run(&[]);
    assert_code(&ran, 3);
    for name in ["empty.txt", "picture.txt"] {
        let told: Vec<&str> = ran.stderr.lines().filter(|line| line.contains(name)).collect();
        assert_eq!(told.len(), 1, "one line for {name}: {}", ran.stderr);
        assert!(told[0].contains("expected") && told[0].contains("found"), "{}", told[0]);
        let issues = here.table("issues");
        assert!(issues.iter().any(|issue| issue.values().any(|cell| cell.contains(name))), "no issue for {name}");
    }
    assert_eq!(here.table("documents").len(), 1);
    assert_eq!(here.manifest()["totals"]["failed"], 2);
    assert_eq!(here.manifest()["exit_code"], 3);
}

#[test]
fn file_without_permission_is_one_failed_input() {
    use std::os::unix::fs::PermissionsExt;
    let here = Workspace::with_report();
    here.write("raw/secret.txt", REPORT);
    std::fs::set_permissions(here.path("raw/secret.txt"), PermissionsExt::from_mode(0o000)).unwrap();
    if File::open(here.path("raw/secret.txt")).is_ok() {
        eprintln!("skipped: this user may read every file");
        return;
    }
    let ran = here.run(&[]);
    assert_code(&ran, 3);
    assert!(ran.stderr.contains("secret.txt"));
}

#[test]
fn empty_folder_is_done() {
    let here = Workspace::new();
    assert_code(&here.run(&[]), 0);
    assert!(here.table("documents").is_empty());
}

#[test]
fn wrong_usage_is_told_with_what_to_do() {
    let here = Workspace::with_report();
    for (arguments, words) in [
        (&["--raw", "nowhere"][..], "name another with --raw"),
        (&["--output", "raw/tables"], "expected the output folder outside of raw"),
        (&["--output", "raw/yunxi.txt"], "expected a folder"),
        (&["--encoding", "klingon"], "gb18030"),
        (&["--threads", "0"], "--threads"),
        (&["--nonsense"], "--nonsense"),
        (&["inspect", "nowhere.txt"], "check the path"),
    ] {
        let ran = here.run(arguments);
        assert_eq!((ran.code, ran.stdout.as_str()), (2, ""), "{arguments:?}: {}", ran.stderr);
        assert!(ran.stderr.contains(words), "{arguments:?}: {}", ran.stderr);
    }
    assert!(!here.path("output").exists(), "nothing was begun");
}

#[test]
fn every_fault_of_a_rule_file_is_told() {
    let here = Workspace::with_report();
    here.write("rules/verbs.csv", "id,term,class,example,expect,allows,note\nx-1,,act,没有标记,,,\nx-2,甲,act,,,,\n");
    for arguments in [&["--rules", "rules"][..], &["rules", "check", "--rules", "rules"]] {
        let ran = here.run(arguments);
        assert_code(&ran, 2);
        for place in ["verbs.csv:2, column term", "verbs.csv:2, column example", "verbs.csv:3, column example"] {
            assert!(ran.stderr.contains(place), "{place} in {}", ran.stderr);
        }
    }
}

#[test]
fn run_that_finds_the_lock_held_says_who_holds_it() {
    let here = Workspace::with_report();
    here.write("output/.lock", "process 4711 since 2026-01-01T00:00:00Z\n");
    let held = File::open(here.path("output/.lock")).unwrap();
    held.lock().unwrap();
    let ran = here.run(&[]);
    assert_code(&ran, 75);
    assert!(ran.stderr.contains("process 4711"), "{}", ran.stderr);
    assert!(!here.path("output/manifest.json").exists());
    drop(held);
    assert_code(&here.run(&[]), 0);
}

#[test]
fn threads_do_not_change_a_byte() {
    let here = Workspace::with_report();
    for number in 0..40 {
        let text = REPORT.replace("126件", &format!("{}件", 100 + number)).repeat(1 + number % 5);
        here.write(&format!("raw/{}/{number}.txt", number % 7), text);
    }
    for threads in ["1", "2", "7"] {
        let ran = here.run(&["--threads", threads, "--output", &format!("out-{threads}")]);
        assert_code(&ran, 0);
    }
    let published = |folder: &str| -> Vec<_> {
        let mut files = here.files(&format!("{folder}/csv"));
        files.extend(here.files(&format!("{folder}/parquet")));
        files.extend(here.files(&format!("{folder}/text")));
        files.into_iter().map(|(path, bytes)| (path.split_once(folder).unwrap().1.to_owned(), bytes)).collect()
    };
    let one = published("out-1");
    assert!(one.len() > 50);
    assert!(one == published("out-2") && one == published("out-7"));
}

#[test]
fn only_our_own_files_are_replaced() {
    let here = Workspace::with_report();
    here.run(&[]);
    let old = here.table("documents")[0]["doc_id"].clone();
    here.write("output/notes.md", "mine");
    here.write("output/csv/chart.xlsx", "mine");
    here.write("raw/yunxi.txt", REPORT.replace("126", "127"));
    assert_code(&here.run(&[]), 0);
    assert_eq!(here.read("output/notes.md"), "mine");
    assert_eq!(here.read("output/csv/chart.xlsx"), "mine");
    let new = here.table("documents")[0]["doc_id"].clone();
    assert_ne!(old, new);
    assert!(here.path(&format!("output/text/{new}.txt")).exists());
    assert!(!here.path(&format!("output/text/{old}.txt")).exists(), "what the last run wrote goes with it");
}

#[test]
fn deleted_inputs_disappear_and_are_listed() {
    let here = Workspace::with_report();
    here.write("raw/second.txt", REPORT.replace("云溪", "石门"));
    here.run(&[]);
    std::fs::remove_file(here.path("raw/second.txt")).unwrap();
    assert_code(&here.run(&["--accept-drift"]), 0);
    assert_eq!(here.table("documents").len(), 1);
    assert_eq!(here.manifest()["deleted"], serde_json::json!(["second.txt"]));
}

#[test]
fn same_report_twice_is_published_once() {
    let here = Workspace::with_report();
    let (gbk, ..) = encoding_rs::GB18030.encode(REPORT);
    here.write("raw/yunxi-old-site.txt", &gbk);
    assert_code(&here.run(&[]), 0);
    let documents = here.table("documents");
    assert_eq!(documents.len(), 2);
    let kept: Vec<&str> = documents.iter().map(|row| row["duplicate_of"].as_str()).collect();
    let first = documents.iter().find(|row| row["duplicate_of"].is_empty()).unwrap();
    assert!(kept.contains(&first["doc_id"].as_str()), "{kept:?}");
    let issues = here.table("issues");
    assert!(issues.iter().any(|issue| issue["code"] == "duplicate"), "{issues:?}");
    assert!(here.table("counts").iter().all(|row| row["doc_id"] == first["doc_id"]));
}

#[test]
fn csv_has_the_header_language_and_mark_that_were_asked_for() {
    let here = Workspace::with_report();
    here.run(&[]);
    assert!(here.read("output/csv/counts.csv").starts_with("\u{feff}count_id,doc_id,"));
    here.run(&["--no-bom", "--headers", "zh"]);
    let chinese = here.read("output/csv/counts.csv");
    assert!(chinese.starts_with("数量编号,文档编号,"), "{}", chinese.lines().next().unwrap());
}

#[test]
fn quiet_success_says_nothing_and_json_logs_are_json() {
    let here = Workspace::with_report();
    assert_eq!(here.run(&["--quiet"]).stderr, "");
    here.write("raw/empty.txt", "");
    let ran = here.run(&["--log", "json"]);
    assert_eq!(ran.stderr.lines().count(), 2, "{}", ran.stderr);
    for line in ran.stderr.lines() {
        let line: serde_json::Value = serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"));
        assert!(line["message"].is_string() && line["timestamp"].is_string(), "{line}");
    }
}

#[test]
fn environment_gives_options_and_the_command_line_wins() {
    let here = Workspace::with_report();
    let ran = here.command().env("BAOBIAO_OUTPUT", "elsewhere").env("BAOBIAO_QUIET", "true").output().unwrap();
    assert!(ran.status.success() && ran.stderr.is_empty());
    assert!(here.path("elsewhere/manifest.json").exists());
    here.command().env("BAOBIAO_OUTPUT", "elsewhere").args(["--output", "here"]).assert().success();
    assert!(here.path("here/manifest.json").exists());
}

#[test]
fn inspect_shows_a_report_without_colours_where_there_is_no_terminal() {
    let here = Workspace::with_report();
    let ran = here.run(&["inspect", "raw/yunxi.txt"]);
    assert_code(&ran, 0);
    assert!(ran.stdout.contains("yunxi.txt"), "{}", ran.stdout);
    assert!(!ran.stdout.contains('\u{1b}'), "{}", ran.stdout);
}

#[test]
fn schema_is_told_for_people_and_for_programs() {
    let here = Workspace::new();
    let page = here.run(&["schema"]).stdout;
    let json: serde_json::Value = serde_json::from_str(&here.run(&["schema", "--json"]).stdout).unwrap();
    for table in json["tables"].as_array().unwrap() {
        for column in table["columns"].as_array().unwrap() {
            let name = column["name"].as_str().unwrap();
            assert!(page.contains(&format!("`{name}`")), "{name}");
        }
    }
}

#[test]
fn mentions_answers_each_line_with_one_line_of_json() {
    let here = Workspace::new();
    let mut command = here.command();
    let ran =
        crate::workspace::ran(command.arg("mentions").write_stdin("新建学校20所。\n\n过去五年\n").output().unwrap());
    assert_code(&ran, 0);
    let lines: Vec<serde_json::Value> = ran.stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.iter().map(|line| &line["line"]).collect::<Vec<_>>(), [1, 2, 3]);
    let school = &lines[0]["mentions"][0];
    assert_eq!((&school["start"], &school["end"], &school["text"]), (&4.into(), &7.into(), &"20所".into()));
    assert_eq!(lines[1]["mentions"], serde_json::json!([]));
    assert_eq!(lines[2]["mentions"][0]["kind"], "period");
}

#[test]
fn set_that_lost_much_is_not_published_until_it_is_accepted() {
    let here = Workspace::new();
    for number in 0..4 {
        here.write(&format!("raw/{number}.txt"), REPORT.replace("126", &format!("{}", 130 + number)));
    }
    assert_code(&here.run(&[]), 0);
    let published = here.files("output/csv");
    let manifest = here.read("output/manifest.json");
    std::fs::remove_file(here.path("raw/3.txt")).unwrap();

    let refused = here.run(&[]);
    assert_code(&refused, 4);
    assert!(refused.stderr.contains("documents: 4 rows before, 3 now, 25 % fewer"), "{}", refused.stderr);
    assert!(refused.stderr.contains("since then 1 input went away: 3.txt"), "{}", refused.stderr);
    assert!(here.files("output/csv") == published && here.read("output/manifest.json") == manifest);
    assert!(!here.path("output/.next").exists());

    assert_code(&here.run(&["--max-drop", "30"]), 0);
    std::fs::write(here.path("raw/2.txt"), "").unwrap();
    let lost = here.run(&["--max-drop", "100"]);
    assert_code(&lost, 4);
    assert!(lost.stderr.contains("2.txt: 1 report before, 0 now"), "{}", lost.stderr);
    assert_code(&here.run(&["--accept-drift"]), 3);
}

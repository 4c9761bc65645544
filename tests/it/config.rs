//! `baobiao.toml`: where it is looked for, what overrules it, and how its faults are told.

use crate::workspace::{REPORT, Workspace};

#[test]
fn defaults_are_overruled_by_the_file_the_environment_and_the_command_line_in_this_order() {
    let here = Workspace::with_report();
    let mark = |output: &str| here.read(&format!("{output}/csv/counts.csv")).starts_with('\u{feff}');
    let is_published = |output: &str| here.path(&format!("{output}/manifest.json")).exists();

    here.write("baobiao.toml", "output = 'from-file'\nno-bom = true\n");
    assert_eq!(here.run(&[]).code, 0);
    assert!(is_published("from-file") && !is_published("output") && !mark("from-file"));

    let environment = [("BAOBIAO_OUTPUT", "from-environment"), ("BAOBIAO_NO_BOM", "false")];
    here.command().envs(environment).assert().success();
    assert!(mark("from-environment"));

    here.command().envs(environment).args(["run", "--output", "from-command-line"]).assert().success();
    assert!(mark("from-command-line"));

    let options = |output: &str| -> serde_json::Value {
        serde_json::from_str::<serde_json::Value>(&here.read(&format!("{output}/manifest.json"))).unwrap()["options"]
            .clone()
    };
    assert_eq!(options("from-file")["no-bom"], true);
    assert_eq!(options("from-environment")["no-bom"], false);
    assert_eq!(options("from-file")["max-drop"], 20.0, "defaults are told too");
}

#[test]
fn file_is_found_beside_the_folder_of_reports_and_its_folders_from_there() {
    let here = Workspace::new();
    here.write("site/reports/a.txt", REPORT);
    here.write("site/baobiao.toml", "output = 'tables'\nquiet = true\n");
    let ran = here.run(&["--raw", "site/reports"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
    assert!(here.path("site/tables/manifest.json").exists());

    here.write("elsewhere/nightly.toml", "raw = '../site/reports'\noutput = 'tables'\n");
    assert_eq!(here.run(&["--config", "elsewhere/nightly.toml"]).code, 0);
    assert!(here.path("elsewhere/tables/manifest.json").exists());
    assert!(here.run(&["status", "--config", "elsewhere/nightly.toml"]).stdout.contains("up to date"));
}

#[test]
fn all_faults_of_the_file_are_told_and_nothing_is_begun() {
    let here = Workspace::with_report();
    here.write("baobiao.toml", "# nightly\nmax-dropp = 10\nthreads = 'many'\n[output]\nfolder = 'x'\n");
    for arguments in [&[][..], &["run"], &["status"], &["inspect", "raw/yunxi.txt"]] {
        let ran = here.run(arguments);
        assert_eq!(ran.code, 2, "{arguments:?}: {}", ran.stderr);
        for words in [
            "baobiao.toml, line 2: ",
            "found max-dropp; the nearest is max-drop",
            "line 3: ",
            "'many'",
            "line 4: ",
            "table",
        ] {
            assert!(ran.stderr.contains(words), "{words} in {}", ran.stderr);
        }
    }
    assert!(!here.path("output").exists());
    let example = here.run(&["config"]);
    assert_eq!(example.code, 0, "what the example is needed for must not keep it away: {}", example.stderr);

    let gone = here.run(&["--config", "gone.toml"]);
    assert_eq!(gone.code, 2);
    assert!(gone.stderr.contains("expected a configuration file at gone.toml"), "{}", gone.stderr);
}

#[test]
fn example_can_be_used_as_it_is() {
    let here = Workspace::with_report();
    let example = here.run(&["config"]).stdout;
    here.write("baobiao.toml", &example);
    assert_eq!(here.run(&[]).code, 0);
    assert!(here.path("output/manifest.json").exists());
}

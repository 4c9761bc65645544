//! What the README says of usage, configuration and schedules is what the program says and does.

use std::collections::BTreeSet;
use std::fs;

use crate::workspace::{REPORT, Workspace};

fn readme() -> String {
    fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/README.md")).unwrap()
}

/// The first block of the README that is fenced as `language` and holds `words`.
fn block(language: &str, words: &str) -> String {
    let (readme, fence) = (readme(), format!("```{language}\n"));
    let mut blocks = readme.split(&fence).skip(1).filter_map(|rest| rest.split("\n```").next());
    blocks.find(|block| block.contains(words)).unwrap_or_else(|| panic!("no {language} block with {words}")).to_owned()
}

#[test]
fn usage_is_what_help_says() {
    let help = Workspace::new().run(&["--help"]).stdout;
    assert_eq!(block("text", "Usage: baobiao"), help.trim_end(), "put what `baobiao --help` says into the README");
}

#[test]
fn configuration_is_taken_by_the_program() {
    let here = Workspace::with_report();
    here.write("baobiao.toml", block("toml", "max-drop"));
    let ran = here.run(&["--notify", "true"]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
}

#[test]
fn help_and_example_tell_the_same_options() {
    let here = Workspace::new();
    let of_help: BTreeSet<String> = here
        .run(&["run", "--help"])
        .stdout
        .lines()
        .filter_map(|line| line.split_once("--")?.1.split([' ', '[']).next().map(str::to_owned))
        .filter(|name| !["help", "config"].contains(&name.as_str()))
        .collect();
    let of_example: BTreeSet<String> = here
        .run(&["config"])
        .stdout
        .lines()
        .filter_map(|line| line.strip_prefix('#')?.split_once(" = ").map(|(name, _)| name.to_owned()))
        .filter(|name| !name.starts_with(' '))
        .collect();
    assert!(of_help.len() > 15, "{of_help:?}");
    assert_eq!(of_help, of_example);
}

#[test]
fn cron_line_runs_as_a_scheduler_would_run_it() {
    let here = Workspace::with_report();
    let line = block("crontab", "baobiao");
    let command = line.lines().find(|line| line.contains("baobiao")).unwrap().splitn(6, ' ').last().unwrap();
    // As cron does: sh, a bare environment, % undone.
    let command = command.replace("/srv/reports", here.path("").to_str().unwrap()).replace("\\%", "%");
    let command = command.replace("/usr/local/bin/baobiao", env!("CARGO_BIN_EXE_baobiao"));
    let cron = |command: &str| {
        std::process::Command::new("/bin/sh")
            .args(["-c", command])
            .env_clear()
            .env("PATH", "/usr/bin:/bin")
            .current_dir("/")
            .output()
            .unwrap()
    };
    let ran = cron(&command);
    assert!(ran.status.success() && ran.stderr.is_empty() && ran.stdout.is_empty(), "{ran:?}");
    assert!(here.path("output/manifest.json").exists());
    here.write("raw/bad.txt", "");
    let ran = cron(&command);
    assert_eq!(ran.status.code(), Some(3), "what is wrong is said, so that cron sends mail: {ran:?}");
    assert!(String::from_utf8_lossy(&ran.stderr).contains("bad.txt"));
    here.write("raw/yunxi-2.txt", REPORT.replace("126", "127"));
}

#[test]
fn units_are_such_as_systemd_takes() {
    let here = Workspace::new();
    here.write("baobiao.service", block("ini", "[Service]").replace("/usr/local/bin/baobiao", "/bin/true"));
    here.write("baobiao.timer", block("ini", "[Timer]"));
    let verify = std::process::Command::new("systemd-analyze")
        .args(["verify", "--man=no", "--recursive-errors=no"])
        .args(["baobiao.service", "baobiao.timer"])
        .current_dir(here.path(""))
        .output();
    match verify {
        Ok(told) => assert!(told.status.success() && told.stderr.is_empty(), "{told:?}"),
        Err(error) => eprintln!("skipped: no systemd-analyze here: {error}"),
    }
}

//! Real runs, killed at many moments: what is published is the old set or the new one, and the next run mends the rest.
//! `BAOBIAO_KILLS` sets how many are killed.

use std::collections::BTreeMap;
use std::process::Stdio;
use std::time::{Duration, Instant};

use crate::workspace::{REPORT, Workspace};

fn kills() -> u32 {
    std::env::var("BAOBIAO_KILLS").ok().and_then(|kills| kills.parse().ok()).unwrap_or(8)
}

fn start(here: &Workspace, arguments: &[&str]) -> std::process::Child {
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_baobiao"));
    command.args(arguments).current_dir(here.path("")).stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap()
}

fn published(here: &Workspace) -> BTreeMap<String, Vec<u8>> {
    let mut files = here.files("output/csv");
    files.extend(here.files("output/parquet"));
    files
}

fn fill(here: &Workspace, first: usize) {
    for number in 0..10 {
        let text = REPORT.replace("126", &(first + number).to_string()).repeat(3);
        here.write(&format!("raw/{number}.txt"), text);
    }
}

#[test]
#[expect(clippy::disallowed_methods, reason = "how long a run lasts says when to kill the next one")]
fn run_that_is_killed_leaves_the_old_set_or_the_new_one() {
    let here = Workspace::new();
    fill(&here, 1000);
    assert_eq!(here.run(&["--quiet"]).code, 0);
    let began = Instant::now();
    assert_eq!(here.run(&["--quiet", "--full"]).code, 0);
    let whole = began.elapsed();

    let kills = kills();
    let mut sets = vec![published(&here)];
    let (mut old, mut new) = (0, 0);
    for kill in 0..kills {
        fill(&here, 2000 + 100 * kill as usize);
        let mut run = start(&here, &["--quiet"]);
        // Past the usual end too, so that the publish itself is hit.
        std::thread::sleep(whole.mul_f64(1.2) * kill / kills + Duration::from_micros(u64::from(kill) * 137));
        run.kill().unwrap();
        run.wait().unwrap();
        let left = published(&here);
        if Some(&left) == sets.last() {
            old += 1;
        } else {
            new += 1;
        }
        assert_eq!(here.run(&["--quiet"]).code, 0, "the next run mends what is left behind");
        let mended = published(&here);
        assert!(Some(&left) == sets.last() || left == mended, "kill {kill}: a set that is neither the old nor the new");
        for leftover in [".next", ".swap", ".old"] {
            assert!(!here.path(&format!("output/{leftover}")).exists(), "{leftover}");
        }
        sets = vec![mended];
    }
    eprintln!("{kills} runs killed: {old} left the old set, {new} the new one");
}

#[test]
fn signal_stops_a_run_cleanly() {
    let here = Workspace::new();
    fill(&here, 1000);
    assert_eq!(here.run(&["--quiet"]).code, 0);
    let before = published(&here);
    for number in 0..400 {
        here.write(&format!("raw/more/{number}.txt"), REPORT.replace("126", &(9000 + number).to_string()).repeat(20));
    }
    for signal in ["-TERM", "-INT"] {
        let run = start(&here, &[]);
        while !here.path("output/.next").exists() {
            std::thread::sleep(Duration::from_millis(5));
        }
        let killed = std::process::Command::new("kill").args([signal, &run.id().to_string()]).status().unwrap();
        assert!(killed.success());
        let ended = run.wait_with_output().unwrap();
        let told = String::from_utf8(ended.stderr).unwrap();
        assert_eq!(ended.status.code(), Some(1), "{told}");
        assert!(told.contains("stopped by a signal") && told.contains("run again"), "{told}");
        assert!(published(&here) == before && !here.path("output/.next").exists());
        assert!(here.read("output/runs.csv").lines().last().unwrap().contains("stopped by a signal"));
    }
}

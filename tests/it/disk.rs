//! A disk that is full at any moment: the old set stays whole, and the next run does the work. Needs a file system of
//! its own, which a user namespace can make without being root.

use std::process::Command;

use crate::workspace::{REPORT, Workspace};

/// Runs `script` where `small` is a file system of `kilobytes`; none where this system does not allow it.
fn on_small_disk(here: &Workspace, kilobytes: usize, script: &str) -> Option<(i32, String)> {
    let mounted = format!("mount -t tmpfs -o size={kilobytes}k small small || exit 99\n{script}");
    let ran = Command::new("unshare")
        .args(["--user", "--map-root-user", "--mount", "sh", "-c", &mounted])
        .env("BAOBIAO", env!("CARGO_BIN_EXE_baobiao"))
        .current_dir(here.path(""))
        .output()
        .ok()?;
    let told = format!("{}{}", String::from_utf8_lossy(&ran.stdout), String::from_utf8_lossy(&ran.stderr));
    let code = ran.status.code().unwrap_or(-1);
    let is_refused = code == 99 || told.starts_with("unshare: ");
    (!is_refused).then_some((code, told))
}

/// Publishes three reports on a disk with room for that, fills the disk, runs with more reports, makes room again and
/// runs once more.
const SCRIPT: &str = r#"
sums() { (cd small/output && find csv parquet text manifest.json -type f | sort | xargs sha256sum | sha256sum); }
"$BAOBIAO" --quiet --output small/output || exit 1
old=$(sums)
cp -r more raw/
head -c "$FREE" /dev/zero > small/room
cat /dev/zero > small/filler 2> /dev/null
rm small/room
"$BAOBIAO" --quiet --output small/output
full=$?
[ $full = 0 ] || [ $full = 1 ] || { echo "exit $full on a full disk"; exit 2; }
[ $full = 0 ] || [ "$(sums)" = "$old" ] || { echo "the old set is not whole"; exit 3; }
[ ! -e small/output/.next ] || { echo "something was left behind"; exit 4; }
rm small/filler
"$BAOBIAO" --quiet --output small/output || { echo "the next run failed"; exit 5; }
"$BAOBIAO" verify --output small/output || { echo "the set is not sound"; exit 6; }
echo "full: $full"
"#;

#[test]
fn full_disk_leaves_the_old_set_and_the_next_run_does_the_work() {
    let mut failed = 0;
    for free in [0, 24, 64, 160, 400] {
        let here = Workspace::with_report();
        std::fs::create_dir(here.path("small")).unwrap();
        for number in 0..3 {
            here.write(&format!("raw/{number}.txt"), REPORT.replace("126", &(130 + number).to_string()));
        }
        for number in 0..12 {
            here.write(&format!("more/{number}.txt"), REPORT.replace("126", &(230 + number).to_string()).repeat(3));
        }
        let script = SCRIPT.replace("$FREE", &(free * 1024).to_string());
        let Some((code, told)) = on_small_disk(&here, 8 << 10, &script) else {
            eprintln!("skipped: this system gives a test no file system of its own");
            return;
        };
        assert_eq!(code, 0, "{free} kB free: {told}");
        failed += usize::from(told.contains("full: 1"));
        assert!(told.contains("full: 0") || told.contains("No space left"), "{told}");
    }
    assert!(failed > 1, "the disk was full in {failed} cases only");
}

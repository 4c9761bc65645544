//! A folder for one test, with `raw/` in it, and the program run there.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

use assert_cmd::Command;
use tempfile::TempDir;

/// A short report of our own, with a heading, a review and a plan.
pub const REPORT: &str = "\
政协云溪县委员会常务委员会工作报告

一、过去一年工作回顾

过去一年，县政协召开全体会议1次、常委会议4次，立案提案126件，办复率达100%。围绕乡村振兴开展专题调研8次，形成调研报告6篇。

二、今年工作安排

今年，要聚焦民生实事开展协商议政，力争提案办理满意率达到95%以上。新建委员工作站12个。
";

pub struct Workspace {
    folder: TempDir,
}

/// What a run of the program gave.
pub struct Ran {
    pub code: i32,
    pub stdout: String,
    pub stderr: String,
}

impl Workspace {
    /// An empty `raw/`.
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("raw")).unwrap();
        Self { folder }
    }

    /// With [`REPORT`] in it.
    pub fn with_report() -> Self {
        let workspace = Self::new();
        workspace.write("raw/yunxi.txt", REPORT);
        workspace
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn write(&self, name: &str, bytes: impl AsRef<[u8]>) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    pub fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    /// The program, to be run here, whatever the environment of the tests.
    pub fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_baobiao"));
        for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("BAOBIAO_")) {
            command.env_remove(name);
        }
        command.current_dir(self.folder.path());
        command
    }

    pub fn run(&self, arguments: &[&str]) -> Ran {
        ran(self.command().args(arguments).output().unwrap())
    }

    pub fn manifest(&self) -> serde_json::Value {
        serde_json::from_str(&self.read("output/manifest.json")).unwrap()
    }

    /// The rows of a published table, by column.
    pub fn table(&self, name: &str) -> Vec<BTreeMap<String, String>> {
        let text = self.read(&format!("output/csv/{name}.csv"));
        let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
        reader.deserialize().collect::<Result<_, _>>().unwrap()
    }

    /// Every file below a folder with its bytes.
    pub fn files(&self, folder: &str) -> BTreeMap<String, Vec<u8>> {
        let mut files = BTreeMap::new();
        collect(&self.path(folder), &mut files);
        files
    }
}

pub fn ran(output: Output) -> Ran {
    Ran {
        code: output.status.code().unwrap_or(-1),
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
    }
}

fn collect(folder: &Path, files: &mut BTreeMap<String, Vec<u8>>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, files);
        } else {
            files.insert(path.display().to_string(), fs::read(&path).unwrap());
        }
    }
}

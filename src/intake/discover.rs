//! Which files are inputs: everything below the raw folder that a person put there to be read, with what is given
//! beside it.
//!
//! Policy: sorted by name; hidden files and what editors and systems drop are no inputs; nothing is followed out of
//! the folder; what cannot be an input is a failure with a sentence, and never stops the others.

use std::collections::BTreeMap;
use std::fs::{self, DirEntry, FileType};
use std::io;
use std::path::Path;

use super::sidecar::{self, REGISTER, Sidecars};
use super::{Failure, Input, Options, Refusal, file};

/// Folders deeper than this are refused, so that a runaway tree ends.
const DEEPEST: usize = 64;

/// Lists the inputs below `raw`, sorted by name, and what could not be listed.
///
/// # Errors
/// Where `raw` itself cannot be listed.
pub fn discover(raw: &Path) -> io::Result<(Vec<Input>, Vec<Failure>)> {
    let mut found = Found { root: raw.canonicalize()?, inputs: Vec::new(), failures: Vec::new() };
    found.folder(fs::read_dir(raw)?, "", 0);
    let Found { inputs, mut failures, .. } = found;
    let mut inputs = with_given(inputs, &mut failures);
    inputs.sort();
    failures.sort_by(|a, b| (&a.name, a.code).cmp(&(&b.name, b.code)));
    Ok((inputs, failures))
}

/// The reports among `files`, with the fields that sidecars and the register give for them.
fn with_given(files: Vec<Input>, failures: &mut Vec<Failure>) -> Vec<Input> {
    let (beside, mut reports): (Vec<_>, Vec<_>) = files.into_iter().partition(|file| is_beside(&file.name));
    let (registers, sidecars): (Vec<_>, Vec<_>) = beside.into_iter().partition(|file| file.name == REGISTER);
    for file in registers {
        let register = load(&file).and_then(|bytes| sidecar::register(&bytes, &Options::default()));
        match register {
            Ok(register) => take_register(register, &mut reports, failures),
            Err(refusal) => failures.push(refusal.of(&file.name)),
        }
    }
    let sidecars = Sidecars::read(sidecars.into_iter().map(|file| (file.name.clone(), load(&file))).collect());
    for report in &mut reports {
        report.given.extend(sidecars.of(&report.name));
    }
    let faults = sidecars.faults(reports.iter().map(|report| report.name.as_str()));
    failures.extend(faults.into_iter().map(|(name, refusal)| refusal.of(&name)));
    reports
}

fn is_beside(name: &str) -> bool {
    name == REGISTER || sidecar::is_one(name)
}

fn load(input: &Input) -> Result<Vec<u8>, Refusal> {
    let (file, stamp) = file::open(&input.path)?;
    let most = if input.name == REGISTER { Options::default().max_bytes } else { sidecar::LARGEST };
    file::load(&file, &stamp, most)
}

/// Gives each report what the register has for it, and tells the names that are no reports.
fn take_register(mut register: BTreeMap<String, sidecar::Given>, reports: &mut [Input], failures: &mut Vec<Failure>) {
    for report in reports {
        report.given = register.remove(&report.name).unwrap_or_default();
    }
    if !register.is_empty() {
        let names: Vec<&str> = register.keys().map(String::as_str).take(5).collect();
        let message = format!(
            "expected names of reports in the raw folder, found {} that are none: {} …; mend or remove these rows",
            register.len(),
            names.join(", ")
        );
        failures.push(Refusal::new("stray-sidecar", message).of(REGISTER));
    }
}

struct Found {
    root: std::path::PathBuf,
    inputs: Vec<Input>,
    failures: Vec<Failure>,
}

impl Found {
    fn folder(&mut self, entries: fs::ReadDir, prefix: &str, depth: usize) {
        for entry in entries {
            match entry {
                Ok(entry) => self.entry(&entry, prefix, depth),
                Err(error) => self.fail(prefix.trim_end_matches('/'), "unreadable", unlistable(&error)),
            }
        }
    }

    fn entry(&mut self, entry: &DirEntry, prefix: &str, depth: usize) {
        let raw_name = entry.file_name();
        let name = format!("{prefix}{}", raw_name.to_string_lossy());
        if is_dropping(&raw_name.to_string_lossy()) {
            return;
        }
        if raw_name.to_str().is_none() {
            let message = "the file name is not UTF-8, so no table could hold it: rename the file".to_owned();
            return self.fail(&name, "name-not-utf8", message);
        }
        match entry.file_type() {
            Ok(kind) if kind.is_dir() => self.subfolder(entry, &name, depth),
            Ok(kind) if kind.is_symlink() => self.link(entry, name),
            Ok(kind) => self.file(entry, name, kind),
            Err(error) => self.fail(&name, "unreadable", unlistable(&error)),
        }
    }

    fn subfolder(&mut self, entry: &DirEntry, name: &str, depth: usize) {
        if depth == DEEPEST {
            let message = format!("folders lie deeper than {DEEPEST} levels here: move the reports further up");
            return self.fail(name, "too-deep", message);
        }
        match fs::read_dir(entry.path()) {
            Ok(entries) => self.folder(entries, &format!("{name}/"), depth + 1),
            Err(error) => self.fail(name, "unreadable", unlistable(&error)),
        }
    }

    /// A link is read where it leads to a file inside the folder; a link to a folder could lead in a circle.
    fn link(&mut self, entry: &DirEntry, name: String) {
        let target = match entry.path().canonicalize() {
            Ok(target) => target,
            Err(error) => {
                let message = format!("the symbolic link leads nowhere ({error}): put the file itself here");
                return self.fail(&name, "broken-link", message);
            }
        };
        if !target.starts_with(&self.root) {
            let message = "the symbolic link leads out of the raw folder, and nothing outside of it is read: \
                           copy the file here";
            return self.fail(&name, "link-outside", message.to_owned());
        }
        match target.metadata() {
            Ok(meta) if meta.is_dir() => {
                let message = "the symbolic link leads to a folder, and folders are read where they lie: remove it";
                self.fail(&name, "link-to-folder", message.to_owned());
            }
            Ok(meta) => self.file(entry, name, meta.file_type()),
            Err(error) => self.fail(&name, "unreadable", unlistable(&error)),
        }
    }

    fn file(&mut self, entry: &DirEntry, name: String, kind: FileType) {
        if kind.is_file() {
            self.inputs.push(Input { name, path: entry.path(), ..Input::default() });
        } else {
            let message = "expected a file, found a device, pipe or socket: remove it from the raw folder";
            self.fail(&name, "not-a-file", message.to_owned());
        }
    }

    fn fail(&mut self, name: &str, code: &'static str, message: String) {
        self.failures.push(Failure { name: name.to_owned(), code, message });
    }
}

fn unlistable(error: &io::Error) -> String {
    format!("cannot be listed ({error}): check its permissions")
}

/// Whether a file or folder of this name was left by an editor or a system and is no report.
pub(super) fn is_dropping(name: &str) -> bool {
    let lower = name.to_ascii_lowercase();
    name.starts_with('.')
        || name.starts_with("~$")
        || name.ends_with('~')
        || (name.len() > 1 && name.starts_with('#') && name.ends_with('#'))
        || (name.starts_with('~') && lower.ends_with(".tmp"))
        || matches!(lower.as_str(), "thumbs.db" | "desktop.ini" | "__macosx" | "$recycle.bin")
}

#[cfg(test)]
mod tests {
    use std::os::unix::{ffi::OsStrExt, fs::symlink, net::UnixListener};

    use super::*;

    fn names(inputs: &[Input]) -> Vec<&str> {
        inputs.iter().map(|input| input.name.as_str()).collect()
    }

    fn codes(failures: &[Failure]) -> Vec<(&str, &str)> {
        failures.iter().map(|failure| (failure.name.as_str(), failure.code)).collect()
    }

    #[test]
    fn folders_of_any_depth_are_listed_by_name_without_droppings() {
        let raw = tempfile::tempdir().unwrap();
        fs::create_dir_all(raw.path().join("省/2025")).unwrap();
        fs::create_dir_all(raw.path().join(".git")).unwrap();
        for name in ["b.txt", "a.txt", "省/2025/报告.txt", ".git/config", ".DS_Store", "~$报告.docx", "b.txt~", "#b#"]
        {
            fs::write(raw.path().join(name), "文").unwrap();
        }
        let (inputs, failures) = discover(raw.path()).unwrap();
        assert_eq!(names(&inputs), ["a.txt", "b.txt", "省/2025/报告.txt"]);
        assert_eq!(failures, []);
    }

    #[test]
    fn links_are_read_inside_the_folder_only() {
        let outside = tempfile::tempdir().unwrap();
        fs::write(outside.path().join("secret.txt"), "文").unwrap();
        let raw = tempfile::tempdir().unwrap();
        fs::write(raw.path().join("a.txt"), "文").unwrap();
        symlink("a.txt", raw.path().join("same.txt")).unwrap();
        symlink(outside.path().join("secret.txt"), raw.path().join("out.txt")).unwrap();
        symlink(".", raw.path().join("circle")).unwrap();
        symlink("nowhere", raw.path().join("broken")).unwrap();
        let (inputs, failures) = discover(raw.path()).unwrap();
        assert_eq!(names(&inputs), ["a.txt", "same.txt"]);
        let expected = [("broken", "broken-link"), ("circle", "link-to-folder"), ("out.txt", "link-outside")];
        assert_eq!(codes(&failures), expected);
    }

    #[test]
    fn what_is_given_beside_a_report_comes_with_it() {
        let raw = tempfile::tempdir().unwrap();
        fs::create_dir(raw.path().join("县")).unwrap();
        for (name, text) in [
            ("a.txt", "文"),
            ("县/b.txt", "文"),
            ("metadata.csv", "file,region,term\na.txt,青石县,2\n县/b.txt,白沙县,\nc.txt,黑水县,\n"),
            ("a.meta.toml", "region = '红岩县'"),
            ("县/metadata.csv", "正文\n文\n"),
            ("d.meta.toml", "region = '无名县'"),
        ] {
            fs::write(raw.path().join(name), text).unwrap();
        }
        let (inputs, failures) = discover(raw.path()).unwrap();
        assert_eq!(names(&inputs), ["a.txt", "县/b.txt", "县/metadata.csv"]);
        assert_eq!((inputs[0].given["region"].as_str(), inputs[0].given["term"].as_str()), ("红岩县", "2"));
        assert_eq!(inputs[1].given["region"], "白沙县");
        assert_eq!(codes(&failures), [("d.meta.toml", "stray-sidecar"), ("metadata.csv", "stray-sidecar")]);
    }

    #[test]
    fn odd_names_and_odd_files_fail_alone() {
        let raw = tempfile::tempdir().unwrap();
        fs::write(raw.path().join("a.txt"), "文").unwrap();
        fs::write(raw.path().join(std::ffi::OsStr::from_bytes(b"\xb1\xa8.txt")), "文").unwrap();
        let _socket = UnixListener::bind(raw.path().join("socket")).unwrap();
        let (inputs, failures) = discover(raw.path()).unwrap();
        assert_eq!(names(&inputs), ["a.txt"]);
        let codes: Vec<_> = failures.iter().map(|failure| failure.code).collect();
        assert_eq!(codes, ["not-a-file", "name-not-utf8"]);
    }

    #[test]
    fn a_missing_folder_is_an_error() {
        assert!(discover(Path::new("no/such/folder")).is_err());
    }
}

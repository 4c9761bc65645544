//! Which files are inputs: everything below the raw folder that a person put there to be read.
//!
//! Policy: sorted by name; hidden files and what editors and systems drop are no inputs; nothing is followed out of
//! the folder; what cannot be an input is a failure with a sentence, and never stops the others.

use std::fs::{self, DirEntry, FileType};
use std::io;
use std::path::Path;

use super::{Failure, Input};

/// Folders deeper than this are refused, so that a runaway tree ends.
const DEEPEST: usize = 64;

/// Lists the inputs below `raw`, sorted by name, and what could not be listed.
///
/// # Errors
/// Where `raw` itself cannot be listed.
pub fn discover(raw: &Path) -> io::Result<(Vec<Input>, Vec<Failure>)> {
    let mut found = Found { root: raw.canonicalize()?, inputs: Vec::new(), failures: Vec::new() };
    found.folder(fs::read_dir(raw)?, "", 0);
    let Found { mut inputs, mut failures, .. } = found;
    inputs.sort();
    failures.sort_by(|a, b| (&a.name, a.code).cmp(&(&b.name, b.code)));
    Ok((inputs, failures))
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

//! Publishing, all or nothing. A run writes the new set into a staging folder inside the output folder, syncs it to
//! the disk, and commits by renaming that folder once. Only then do the new files change places with the published
//! ones: folder for folder, each in one step where the system can exchange two names, the manifest last. A run that
//! is cut before the commit leaves the old set as it was; one that is cut after it is brought to its end by the next
//! run, from the journal that lies with the new set. Files that no run of ours wrote stay where they are.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};

/// A set that is being written.
const STAGING: &str = ".next";
/// A set that is complete and committed, on its way to its place.
const COMMITTED: &str = ".swap";
/// What has been replaced, on its way out.
const RETIRED: &str = ".old";
const JOURNAL: &str = "journal.json";
/// The most files that are synced each by itself.
const SYNCED_ONE_BY_ONE: usize = 200;
/// The commit mark that readers look at: what the published set holds.
pub const MANIFEST: &str = "manifest.json";

/// What the committed set needs to know to be put in place, also by another process.
#[derive(Default, Serialize, Deserialize)]
struct Journal {
    /// Files and folders of the new set by name, each with what tells it from the one it replaces.
    entries: BTreeMap<String, u64>,
    /// Paths of the old set's own files: they go with it. All others are foreign and stay.
    ours: BTreeSet<String>,
}

/// A folder in which the next set is written. Dropping it without publishing throws it away.
pub struct Staging {
    output: PathBuf,
    folder: PathBuf,
}

impl Staging {
    /// Makes an empty staging folder in `output`, whose lock the caller holds.
    ///
    /// # Errors
    /// Where the folder cannot be made.
    pub fn create(output: &Path) -> Result<Self> {
        let folder = output.join(STAGING);
        remove(&folder)?;
        fs::create_dir_all(&folder).with_context(|| format!("cannot make the folder {}", folder.display()))?;
        Ok(Self { output: output.to_owned(), folder })
    }

    /// Where the new set is written.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Puts the new set in the place of the old one. `ours` are the paths of the old set's files, from its manifest.
    ///
    /// # Errors
    /// Where the disk refuses. Before the commit the old set stays; after it the next run ends what was begun.
    pub fn publish(self, ours: BTreeSet<String>) -> Result<()> {
        let mut journal = Journal { ours, ..Journal::default() };
        for entry in fs::read_dir(&self.folder)? {
            let entry = entry?;
            journal.entries.insert(entry.file_name().to_string_lossy().into_owned(), identity(&entry.path())?);
        }
        fs::write(self.folder.join(JOURNAL), serde_json::to_vec_pretty(&journal)?)?;
        sync_tree(&self.folder).context("cannot sync the new set to the disk")?;
        fs::rename(&self.folder, self.output.join(COMMITTED)).context("cannot commit the new set")?;
        sync_folder(&self.output)?;
        settle(&self.output)
    }
}

impl Drop for Staging {
    fn drop(&mut self) {
        // A folder that cannot be removed now is removed by the next run.
        let _ = remove(&self.folder);
    }
}

/// Whether a committed set is on its way to its place: a run publishes at this moment, or was cut while it did.
pub fn is_pending(output: &Path) -> bool {
    output.join(COMMITTED).join(JOURNAL).exists()
}

/// Mends what a run that was cut has left behind in `output`, whose lock the caller holds: a committed set is put in
/// its place, a half-written one is thrown away. True where a committed set was found.
///
/// # Errors
/// Where the disk refuses.
pub fn recover(output: &Path) -> Result<bool> {
    let committed = is_pending(output);
    if committed {
        settle(output)?;
    }
    for leftover in [STAGING, COMMITTED, RETIRED] {
        remove(&output.join(leftover))?;
    }
    Ok(committed)
}

/// Moves every entry of the committed set to its place, the manifest last, and then lets go of the old set. Each step
/// can be repeated, so that it may be cut anywhere and begun again.
fn settle(output: &Path) -> Result<()> {
    let committed = output.join(COMMITTED);
    let journal = fs::read(committed.join(JOURNAL)).context("cannot read the journal of the committed set")?;
    let journal: Journal = serde_json::from_slice(&journal).context("cannot read the journal of the committed set")?;
    let mut names: Vec<&String> = journal.entries.keys().collect();
    names.sort_by_key(|name| (name.as_str() == MANIFEST, *name));
    // One right after the other: in between readers find files of both sets, and what takes time can wait.
    for name in &names {
        place(&committed.join(name), &output.join(name), journal.entries[*name])
            .with_context(|| format!("cannot put the new {name} in place; run again to end the publish"))?;
    }
    for name in names {
        restore_foreign(&committed, name, output, &journal.ours)?;
    }
    for path in &journal.ours {
        let top = path.split('/').next().unwrap_or(path);
        if !journal.entries.contains_key(top) {
            remove(&output.join(path))?;
        }
    }
    sync_folder(output)?;
    let retired = output.join(RETIRED);
    remove(&retired)?;
    fs::rename(&committed, &retired)?;
    remove(&retired)
}

/// Puts `new` where `published` is, unless that was done before. What was there comes to lie where `new` was.
fn place(new: &Path, published: &Path, new_identity: u64) -> io::Result<()> {
    match identity(new) {
        Ok(found) if found == new_identity => {}
        Ok(_) => return Ok(()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(error),
    }
    if !new.is_dir() || !published.exists() {
        return fs::rename(new, published);
    }
    match exchange(new, published) {
        Err(error) if cannot_exchange(&error) => {
            let aside = aside(new);
            fs::rename(published, &aside)?;
            fs::rename(new, published)
        }
        done => done,
    }
}

/// Where the old folder lies on systems that cannot exchange two names in one step.
fn aside(new: &Path) -> PathBuf {
    let name = new.file_name().unwrap_or_default().to_string_lossy();
    new.with_file_name(format!(".old-{name}"))
}

/// Gives back what others had put into a folder that was replaced.
fn restore_foreign(committed: &Path, name: &str, output: &Path, ours: &BTreeSet<String>) -> Result<()> {
    let replaced = committed.join(name);
    for old in [aside(&replaced), replaced] {
        if old.is_dir() {
            restore_folder(&old, Path::new(name), output, ours)?;
        }
    }
    Ok(())
}

fn restore_folder(old: &Path, path: &Path, output: &Path, ours: &BTreeSet<String>) -> Result<()> {
    for entry in fs::read_dir(old)? {
        let entry = entry?;
        let path = path.join(entry.file_name());
        let place = output.join(&path);
        if entry.file_type()?.is_dir() {
            restore_folder(&entry.path(), &path, output, ours)?;
        } else if !place.exists() && !ours.contains(&slashed(&path)) {
            fs::create_dir_all(place.parent().unwrap_or(output))?;
            fs::rename(entry.path(), &place).with_context(|| format!("cannot give back {}", place.display()))?;
        }
    }
    Ok(())
}

/// A relative path as the manifest writes it.
fn slashed(path: &Path) -> String {
    path.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/")
}

#[cfg(any(target_os = "linux", target_os = "macos"))]
fn exchange(a: &Path, b: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    Ok(renameat_with(CWD, a, CWD, b, RenameFlags::EXCHANGE)?)
}

#[cfg(not(any(target_os = "linux", target_os = "macos")))]
fn exchange(_a: &Path, _b: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

fn cannot_exchange(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::Unsupported | io::ErrorKind::InvalidInput)
}

/// Tells a new entry from the one that it changes places with: the inode, which a rename keeps. Where there is no
/// inode there is no exchange either, and an entry that is still there has not been moved.
#[cfg(unix)]
fn identity(path: &Path) -> io::Result<u64> {
    use std::os::unix::fs::MetadataExt;
    Ok(fs::symlink_metadata(path)?.ino())
}

#[cfg(not(unix))]
fn identity(path: &Path) -> io::Result<u64> {
    fs::symlink_metadata(path).map(|_| 0)
}

/// Asks the disk to keep every file and folder below `folder`. A disk answers some hundred times a second, so many
/// files, as the texts of a first run are, are synced at once with whatever else waits for it, where the system can.
fn sync_tree(folder: &Path) -> io::Result<()> {
    if new_files(folder)? > SYNCED_ONE_BY_ONE && sync_file_system(folder).is_ok() {
        return Ok(());
    }
    sync_each(folder)
}

/// How many files below `folder` are not the last set's.
fn new_files(folder: &Path) -> io::Result<usize> {
    let mut count = 0;
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        count += match entry.metadata()? {
            found if found.is_dir() => new_files(&entry.path())?,
            found => usize::from(!is_shared(&found)),
        };
    }
    Ok(count)
}

/// Since Linux 5.8 this tells of writes that failed, as the sync of one file does.
#[cfg(target_os = "linux")]
fn sync_file_system(folder: &Path) -> io::Result<()> {
    Ok(rustix::fs::syncfs(File::open(folder)?)?)
}

#[cfg(not(target_os = "linux"))]
fn sync_file_system(_folder: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

fn sync_each(folder: &Path) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            sync_each(&entry.path())?;
        } else if !is_shared(&entry.metadata()?) {
            File::open(entry.path())?.sync_all()?;
        }
    }
    sync_folder(folder)
}

/// Whether a file is one of the last set's, taken over: it was synced when it was published.
#[cfg(unix)]
fn is_shared(file: &fs::Metadata) -> bool {
    std::os::unix::fs::MetadataExt::nlink(file) > 1
}

#[cfg(not(unix))]
fn is_shared(_file: &fs::Metadata) -> bool {
    false
}

#[cfg(unix)]
fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

#[cfg(not(unix))]
fn sync_folder(_folder: &Path) -> io::Result<()> {
    Ok(())
}

/// Removes a file or a folder with all that is in it, if it is there.
fn remove(path: &Path) -> Result<()> {
    let gone = match fs::symlink_metadata(path) {
        Ok(found) if found.is_dir() => fs::remove_dir_all(path),
        Ok(_) => fs::remove_file(path),
        Err(error) => Err(error),
    };
    match gone {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            Err(error).with_context(|| format!("cannot remove {}", path.display()))
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn write(path: &Path, words: &str) {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, words).unwrap();
    }

    fn read(path: &Path) -> String {
        fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    }

    /// An output folder with an old set, a foreign file and folder, and a staged new set.
    fn staged() -> (tempfile::TempDir, Staging, BTreeSet<String>) {
        let folder = tempfile::tempdir().unwrap();
        let output = folder.path();
        for (path, words) in [
            ("csv/counts.csv", "old"),
            ("csv/gone.csv", "old"),
            ("csv/mine.xlsx", "foreign"),
            ("csv/notes/a.txt", "foreign"),
            ("manifest.json", "old"),
            ("README", "foreign"),
        ] {
            write(&output.join(path), words);
        }
        let staging = Staging::create(output).unwrap();
        write(&staging.folder().join("csv/counts.csv"), "new");
        write(&staging.folder().join("text/doc-1.txt"), "new");
        write(&staging.folder().join("manifest.json"), "new");
        let ours = ["csv/counts.csv", "csv/gone.csv", "manifest.json"].map(str::to_owned).into();
        (folder, staging, ours)
    }

    #[test]
    fn few_files_and_many_are_synced() {
        let folder = tempfile::tempdir().unwrap();
        write(&folder.path().join("csv/counts.csv"), "few");
        sync_tree(folder.path()).unwrap();
        for number in 0..=SYNCED_ONE_BY_ONE {
            write(&folder.path().join(format!("text/{number}.txt")), "many");
        }
        assert_eq!(new_files(folder.path()).unwrap(), SYNCED_ONE_BY_ONE + 2);
        sync_tree(folder.path()).unwrap();
    }

    fn assert_published(output: &Path) {
        for path in ["csv/counts.csv", "text/doc-1.txt", "manifest.json"] {
            assert_eq!(read(&output.join(path)), "new", "{path}");
        }
        for path in ["csv/mine.xlsx", "csv/notes/a.txt", "README"] {
            assert_eq!(read(&output.join(path)), "foreign", "{path}");
        }
        assert!(!output.join("csv/gone.csv").exists());
        for leftover in [STAGING, COMMITTED, RETIRED] {
            assert!(!output.join(leftover).exists(), "{leftover}");
        }
    }

    #[test]
    fn new_set_takes_the_place_of_the_old_and_foreign_files_stay() {
        let (folder, staging, ours) = staged();
        staging.publish(ours).unwrap();
        assert_published(folder.path());
    }

    #[test]
    fn set_that_is_not_committed_is_thrown_away() {
        let (folder, staging, _) = staged();
        std::mem::forget(staging);
        assert!(!recover(folder.path()).unwrap());
        assert_eq!(read(&folder.path().join("csv/counts.csv")), "old");
        assert!(!folder.path().join(STAGING).exists());
    }

    #[test]
    fn publish_that_was_cut_after_any_step_is_ended_by_the_next_run() {
        for steps in 0..=3 {
            let (folder, staging, ours) = staged();
            let output = folder.path();
            let committed = output.join(COMMITTED);
            let names = ["csv", "text", "manifest.json"];
            let entries: BTreeMap<String, u64> =
                names.iter().map(|n| (n.to_string(), identity(&staging.folder().join(n)).unwrap())).collect();
            let journal = Journal { entries: entries.clone(), ours };
            fs::write(staging.folder().join(JOURNAL), serde_json::to_vec(&journal).unwrap()).unwrap();
            fs::rename(staging.folder(), &committed).unwrap();
            for name in names.iter().take(steps) {
                place(&committed.join(name), &output.join(name), entries[*name]).unwrap();
            }
            assert!(recover(output).unwrap());
            assert_published(output);
        }
    }
}

//! Archives: `.zip` and `.gz` of any of the formats. A member is called `archive!member`.
//!
//! Names in ZIP files from Chinese systems are in GBK more often than not and do not say so. They are labels here and
//! never paths: nothing is unpacked onto the disk.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Read, Seek};

use flate2::read::MultiGzDecoder;
use zip::ZipArchive;
use zip::result::ZipError;

use super::container::Reading;
use super::discover::is_dropping;
use super::sidecar::{self, Sidecars};
use super::{Place, Refusal, file};

/// Bits of a member's mode that tell what it is, and the value of links.
const KIND: u32 = 0o170_000;
const LINK: u32 = 0o120_000;

/// Reads the file that a `.gz` holds.
pub fn gzip(reading: &mut Reading, place: &Place, packed: &mut dyn Read) -> Result<(), Refusal> {
    let file = place.name.rsplit(['/', '!']).next().unwrap_or_default();
    let inner = match file.rsplit_once('.') {
        Some((stem, ending)) if ending.eq_ignore_ascii_case("tgz") => format!("{stem}.tar"),
        Some((stem, _)) => stem.to_owned(),
        None => file.to_owned(),
    };
    let member = Place { name: format!("{}!{inner}", place.name), given: place.given.clone() };
    let mut unpacked = reading.metered(MultiGzDecoder::new(packed));
    reading.within(|reading| reading.part(&member, &mut unpacked))
}

/// Reads every member of a `.zip`, in the order in which it lists them.
pub fn zip<R: Read + Seek>(reading: &mut Reading, place: &Place, packed: R) -> Result<(), Refusal> {
    let mut archive = ZipArchive::new(packed).map_err(|error| damaged(&error))?;
    if archive.index_for_name_raw(b"[Content_Types].xml").is_some() {
        let message = "expected an archive of reports, found a Word file, workbook or the like under a name that ends \
                       in .zip: rename it to what it is, such as .docx";
        return Err(Refusal::new("wrong-name", message));
    }
    reading.within(|reading| {
        let members = list(&archive);
        let sidecars = sidecars(reading, &mut archive, &members);
        for (name, refusal) in sidecars.faults(members.iter().map(|member| member.label.as_str())) {
            let part = Place { name: format!("{}!{name}", place.name), given: BTreeMap::new() };
            reading.settle(&part, Err(refusal));
        }
        for member in members.iter().filter(|member| !sidecar::is_one(&member.label)) {
            let mut given = place.given.clone();
            given.extend(sidecars.of(&member.label));
            let part = Place { name: format!("{}!{}", place.name, member.label), given };
            let outcome = one(reading, &part, &mut archive, member.index);
            reading.settle(&part, outcome);
            if reading.is_spent() {
                break;
            }
        }
        Ok(())
    })
}

/// A member and what it is called.
struct Member {
    index: usize,
    label: String,
}

/// The members that a person put there.
fn list<R: Read + Seek>(archive: &ZipArchive<R>) -> Vec<Member> {
    let mut seen = BTreeSet::new();
    let mut members = Vec::new();
    for (index, raw) in archive.file_names_raw().enumerate() {
        let mut label = label(raw);
        if label.ends_with('/') || label.split('/').any(is_dropping) {
            continue;
        }
        // Two names may read alike once they are decoded, and a name must tell one report.
        if !seen.insert(label.clone()) {
            label = format!("{label} ({})", index + 1);
            seen.insert(label.clone());
        }
        members.push(Member { index, label });
    }
    members
}

/// A name as text: UTF-8 where it is that, else GBK; without controls and without steps that lead elsewhere.
fn label(raw: &[u8]) -> String {
    let name = match std::str::from_utf8(raw) {
        Ok(name) => name.to_owned(),
        Err(_) => encoding_rs::GB18030.decode_without_bom_handling(raw).0.into_owned(),
    };
    let name: String = name.chars().filter(|c| !c.is_control()).collect();
    let steps = name.split(['/', '\\']).filter(|step| !matches!(*step, "" | "." | ".."));
    let end = if name.ends_with(['/', '\\']) { "/" } else { "" };
    steps.collect::<Vec<_>>().join("/") + end
}

fn one<R: Read + Seek>(
    reading: &mut Reading,
    part: &Place,
    archive: &mut ZipArchive<R>,
    index: usize,
) -> Result<(), Refusal> {
    let member = archive.by_index(index).map_err(|error| damaged(&error))?;
    if member.unix_mode().is_some_and(|mode| mode & KIND == LINK) {
        let message = "expected a file in the archive, found a symbolic link: pack the file itself";
        return Err(Refusal::new("link-in-archive", message));
    }
    let mut unpacked = reading.metered(member);
    reading.part(part, &mut unpacked)
}

/// What is given beside the members, within the archive.
fn sidecars<R: Read + Seek>(reading: &Reading, archive: &mut ZipArchive<R>, members: &[Member]) -> Sidecars {
    let mut texts = BTreeMap::new();
    for member in members.iter().filter(|member| sidecar::is_one(&member.label)) {
        let bytes = archive.by_index(member.index).map_err(|error| damaged(&error)).and_then(|found| {
            file::all(reading.metered(found), sidecar::LARGEST).map_err(|error| reading.broken(&error))?
        });
        texts.insert(member.label.clone(), bytes);
    }
    Sidecars::read(texts)
}

fn damaged(error: &ZipError) -> Refusal {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => {
            Refusal::new("locked", "it is locked by a password: pack it again without one")
        }
        ZipError::UnsupportedArchive(what) => Refusal::new(
            "unsupported-format",
            format!("it is packed in a way that is not read ({what}): pack it again as ordinary ZIP"),
        ),
        error => Refusal::new("damaged", format!("the archive is damaged ({error}): fetch it again")),
    }
}

//! What is broken, too large or means harm: each is one issue with a sentence, and costs nothing else.

use std::os::unix::ffi::OsStrExt;
use std::path::Path;

use crate::workspace::Workspace;
use crate::zipped::zipped;

/// As much as one report may hold in this test.
const MAX_BYTES: usize = 256 << 10;

/// A PDF whose tree of pages leads back to itself.
fn pdf_with_a_cycle() -> Vec<u8> {
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 2 >>",
        "<< /Type /Pages /Kids [2 0 R] /Parent 2 0 R /Count 2 >>",
    ];
    let mut pdf = b"%PDF-1.4\n".to_vec();
    let mut places = Vec::new();
    for (index, object) in objects.iter().enumerate() {
        places.push(pdf.len());
        pdf.extend(format!("{} 0 obj\n{object}\nendobj\n", index + 1).bytes());
    }
    let start = pdf.len();
    pdf.extend(b"xref\n0 4\n0000000000 65535 f \n");
    for place in places {
        pdf.extend(format!("{place:010} 00000 n \n").bytes());
    }
    pdf.extend(format!("trailer << /Size 4 /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n").bytes());
    pdf
}

fn word_file_with_an_external_entity(path: &Path) -> Vec<u8> {
    let xml = format!(
        "<?xml version='1.0'?><!DOCTYPE d [<!ENTITY e SYSTEM 'file://{}'>]><w:document xmlns:w='w'><w:body><w:p><w:r>\
         <w:t>一年来，新建学校3所。&e;</w:t></w:r></w:p></w:body></w:document>",
        path.display()
    );
    zipped(&[("[Content_Types].xml", b"<Types/>"), ("word/document.xml", xml.as_bytes())])
}

#[test]
fn each_is_one_issue_and_nothing_else_is_lost() {
    let here = Workspace::with_report();
    let outside = tempfile::tempdir().unwrap();
    let secret = outside.path().join("secret.txt");
    std::fs::write(&secret, "机密").unwrap();

    let zeros = vec![b'0'; 40 * MAX_BYTES];
    let members: Vec<String> = (0..64).map(|number| format!("{number}.txt")).collect();
    let blanks = vec![b' '; MAX_BYTES / 2];
    let members: Vec<(&str, &[u8])> = members.iter().map(|name| (name.as_str(), blanks.as_slice())).collect();
    here.write("raw/bomb.zip", zipped(&[("../../bomb.txt", &zeros)]));
    here.write("raw/many.zip", zipped(&members));
    here.write("raw/line.txt", "长".repeat(MAX_BYTES));
    here.write("raw/line.csv", format!("正文\n{}\n一年来，新建学校3所。\n", "长".repeat(MAX_BYTES)));
    here.write("raw/deep.html", "<div>".repeat(40_000));
    here.write("raw/deep.json", "[".repeat(40_000));
    here.write("raw/cycle.pdf", pdf_with_a_cycle());
    here.write("raw/entity.docx", word_file_with_an_external_entity(&secret));
    here.write("raw/entity.xml", "<!DOCTYPE a [<!ENTITY b 'ha'><!ENTITY c '&b;&b;'>]><a>&c;</a>");
    here.write("raw/old.doc", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
    std::os::unix::fs::symlink(&secret, here.path("raw/link.txt")).unwrap();
    let odd = here.path("raw").join(std::ffi::OsStr::from_bytes(b"\xb1\xa8\xb8\xe6.txt"));
    let has_odd_name = std::fs::write(odd, "文").is_ok();

    let before = here.files("raw");
    let ran = here.run(&["--quiet", "--max-bytes", &MAX_BYTES.to_string()]);
    assert_eq!(ran.code, 3, "{}", ran.stderr);
    assert!(here.files("raw") == before, "raw is as it was");
    let written: Vec<_> = here.files("").into_keys().filter(|path| !path.contains("/raw/")).collect();
    assert!(written.iter().all(|path| path.contains("/output/")), "{written:?}");
    assert!(!here.read("output/manifest.json").contains("机密"));

    let documents = here.table("documents");
    let names: Vec<&str> = documents.iter().map(|row| row["source_name"].as_str()).collect();
    assert_eq!(names, ["line.csv#2", "yunxi.txt"]);
    let issues = here.table("issues");
    for (name, code) in [
        ("bomb.zip!bomb.txt", "too-large"),
        ("cycle.pdf", "damaged"),
        ("deep.html", "too-deep"),
        ("deep.json", "damaged"),
        ("entity.docx", "entities"),
        ("entity.xml", "entities"),
        ("line.csv#1", "too-large"),
        ("line.txt", "too-large"),
        ("link.txt", "link-outside"),
        ("many.zip!", "unpacks-too-much"),
        ("old.doc", "unsupported-format"),
        ("\u{FFFD}", "name-not-utf8"),
    ] {
        if code == "name-not-utf8" && !has_odd_name {
            eprintln!("skipped: this file system has only names in UTF-8");
            continue;
        }
        let told: Vec<_> =
            issues.iter().filter(|row| row["source_name"].contains(name) && row["code"] == code).collect();
        assert_eq!(told.len(), 1, "{name}, {code}: {issues:#?}");
        let message = &told[0]["message"];
        assert!(message.contains(':') || message.contains(';'), "it says what to do: {message}");
    }
}

/// Damage that makes the reader of Parquet files end its process or go astray; the run goes on.
#[test]
fn damaged_parquet_costs_itself_alone() {
    let good = std::fs::read("tests/samples/two.parquet").unwrap();
    let here = Workspace::with_report();
    for step in 0..60 {
        let mut bytes = good.clone();
        let at = step * bytes.len() / 60;
        bytes[at] ^= 0xFF;
        here.write(&format!("raw/{step:02}.parquet"), bytes);
    }
    here.write("raw/cut.parquet", &good[..good.len() / 2]);
    here.write("raw/whole.zip", zipped(&[("two.parquet", &good), ("cut.parquet", &good[9..])]));
    let ran = here.run(&["--quiet"]);
    assert_eq!(ran.code, 3, "{}", ran.stderr);
    let (documents, issues) = (here.table("documents"), here.table("issues"));
    let has = |table: &[std::collections::BTreeMap<String, String>], name: &str| {
        table.iter().any(|row| row["source_name"].split(['#', '!']).next() == Some(name))
    };
    for name in here.files("raw").keys().map(|path| path.rsplit('/').next().unwrap()) {
        assert!(has(&documents, name) || has(&issues, name), "{name} is neither read nor told");
    }
    for name in ["yunxi.txt", "whole.zip!two.parquet#1", "whole.zip!two.parquet#2"] {
        assert!(documents.iter().any(|row| row["source_name"] == name), "{name}");
    }
    assert!(!issues.iter().any(|issue| issue["code"] == "internal-error"), "{issues:#?}");
}

//! One report in every format and encoding that people have it in: the same rows come out.

use std::collections::BTreeMap;

use encoding_rs::{BIG5, GB18030};

use crate::workspace::{REPORT, Workspace};
use crate::zipped::zipped;

/// What a row of a table says, without where it stands.
type Said = Vec<String>;

const COUNT: [&str; 10] =
    ["measure", "value", "value_low", "value_high", "bound", "unit", "kind", "direction", "comparison", "role"];
const COMMITMENT: [&str; 8] = ["kind", "verb", "object", "measure", "value", "bound", "unit", "modality"];

/// The rows that `files` give, of counts and of commitments.
fn rows(files: &[(&str, &[u8])]) -> (Vec<Said>, Vec<Said>) {
    let here = published(files);
    let said = |table: &str, columns: &[&str]| {
        let rows = here.table(table).into_iter();
        rows.map(|row| columns.iter().map(|column| row[*column].clone()).collect()).collect()
    };
    (said("counts", &COUNT), said("commitments", &COMMITMENT))
}

fn published(files: &[(&str, &[u8])]) -> Workspace {
    let here = Workspace::new();
    for (name, bytes) in files {
        here.write(&format!("raw/{name}"), bytes);
    }
    let ran = here.run(&["--quiet"]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    here
}

fn sample(name: &str) -> Vec<u8> {
    std::fs::read(format!("tests/samples/{name}")).unwrap()
}

#[test]
fn the_same_report_as_text_word_file_pdf_and_page_gives_the_same_rows() {
    let expected = rows(&[("a.txt", &sample("qingshi.txt"))]);
    assert!(expected.0.len() > 50 && expected.1.len() > 20, "{} and {} rows", expected.0.len(), expected.1.len());
    for ending in ["docx", "pdf", "html"] {
        let found = rows(&[(&format!("a.{ending}"), &sample(&format!("qingshi.{ending}")))]);
        assert_eq!(found, expected, "{ending}");
    }
}

#[test]
fn the_same_report_in_other_formats_is_published_once() {
    let names = ["qingshi.docx", "qingshi.html", "qingshi.pdf", "qingshi.txt"];
    let files = names.map(|name| (name, sample(name)));
    let here = published(&files.each_ref().map(|(name, bytes)| (*name, bytes.as_slice())));
    let first: Vec<bool> = here.table("documents").iter().map(|row| row["duplicate_of"].is_empty()).collect();
    assert_eq!(first, [true, false, false, false]);
    let issues = here.table("issues");
    assert_eq!(issues.iter().filter(|issue| issue["code"] == "duplicate").count(), 3);
}

fn utf16(text: &str) -> Vec<u8> {
    [b"\xFF\xFE".to_vec(), text.encode_utf16().flat_map(u16::to_le_bytes).collect()].concat()
}

/// Every published table as text, with the digits that ids are made from taken out.
fn tables(name: &str, bytes: &[u8]) -> BTreeMap<String, String> {
    let here = published(&[(name, bytes)]);
    let id = here.table("documents")[0]["doc_id"].clone();
    let digits = id.trim_start_matches("doc-");
    let file = |(path, bytes): (String, Vec<u8>)| {
        let table = path.rsplit('/').next().unwrap().to_owned();
        (table, String::from_utf8(bytes).unwrap().replace(digits, "DIGITS"))
    };
    here.files("output/csv").into_iter().map(file).collect()
}

#[test]
fn encodings_and_line_ends_change_no_byte_of_the_tables() {
    let text = String::from_utf8(sample("qingshi.txt")).unwrap();
    let mut expected = tables("a.txt", text.as_bytes());
    let own = expected.remove("documents.csv").unwrap();
    let crlf = text.replace('\n', "\r\n");
    for (name, bytes) in [
        ("GB18030", GB18030.encode(&text).0.into_owned()),
        ("UTF-16", utf16(&text)),
        ("UTF-8 with BOM", format!("\u{FEFF}{text}").into_bytes()),
        ("CRLF", crlf.clone().into_bytes()),
        ("GBK with CRLF", GB18030.encode(&crlf).0.into_owned()),
        ("CR", text.replace('\n', "\r").into_bytes()),
    ] {
        let mut found = tables("a.txt", &bytes);
        let documents = found.remove("documents.csv").unwrap();
        assert!(found == expected, "{name}");
        assert_ne!(documents, own, "{name}: encoding or line ends are recorded");
    }
    let traditional = "臨江縣人民政府工作報告\n一、過去一年工作回顧\n去年新建學校3所，改造老舊社區12個。\n";
    let [utf8, big5] = [traditional.as_bytes().to_vec(), BIG5.encode(traditional).0.into_owned()].map(|bytes| {
        let mut tables = tables("a.txt", &bytes);
        tables.remove("documents.csv");
        tables
    });
    assert!(utf8 == big5, "Big5");
}

/// [`REPORT`] of another county.
fn of(county: &str) -> String {
    REPORT.replace("云溪", county)
}

#[test]
fn tables_feeds_and_archives_give_a_document_a_report() {
    let quoted = of("青石").replace('"', "\"\"");
    let csv = format!("标题,正文,日期,网址,编辑\n白沙县政协工作报告,\"{quoted}\",2024/1/9,https://example.org/9,甲\n");
    let json = serde_json::json!({ "text": of("红岩"), "year": 2024 }).to_string();
    let rss = format!(
        "<rss><channel><item><title>黑水</title><description>{}</description></item></channel></rss>",
        of("黑水")
    );
    let here = published(&[
        ("a.csv", csv.as_bytes()),
        ("b.jsonl", json.as_bytes()),
        ("c.parquet", &sample("two.parquet")),
        ("d.rss", rss.as_bytes()),
        ("e.zip", &zipped(&[("县/f.txt", of("石门").as_bytes())])),
    ]);
    let documents = here.table("documents");
    let names: Vec<&str> = documents.iter().map(|row| row["source_name"].as_str()).collect();
    assert_eq!(names, ["a.csv#1", "b.jsonl#1", "c.parquet#1", "c.parquet#2", "d.rss#1", "e.zip!县/f.txt"]);
    let csv = &documents[0];
    assert_eq!((csv["title"].as_str(), csv["report_date"].as_str()), ("白沙县政协工作报告", "2024-01-09"));
    assert_eq!((csv["report_date_basis"].as_str(), csv["url"].as_str()), ("given", "https://example.org/9"));
    assert_eq!(csv["metadata"], "{\"编辑\":\"甲\"}");
    assert_eq!(documents[1]["metadata"], "{\"year\":\"2024\"}");
    let parquet = &documents[2];
    assert_eq!((parquet["region"].as_str(), parquet["given"].as_str()), ("青石县", "region;report_date;title"));
    assert_eq!((parquet["report_date"].as_str(), parquet["format"].as_str()), ("2024-01-18", "parquet"));
    assert_eq!(parquet["metadata"], "{\"抓取时间\":\"2024-02-01 08:30:00\",\"篇幅\":\"1230\",\"编号\":\"1\"}");
    for document in &documents {
        let text = here.read(&format!("output/text/{}.txt", document["doc_id"]));
        assert_eq!(document["characters"], text.chars().count().to_string());
        assert!(here.table("counts").iter().any(|row| row["doc_id"] == document["doc_id"]), "{document:?}");
    }
    let issues = here.table("issues");
    assert!(issues.iter().any(|issue| issue["code"] == "columns-left-out"), "{issues:?}");
}

#[test]
fn sidecars_overrule_what_the_text_says() {
    let here = Workspace::with_report();
    here.write("raw/yunxi.meta.toml", "region = '云上县'\nreport_date = 2024-01-09\nurl = 'https://example.org/1'\n");
    here.write("raw/县/b.txt", of("青石"));
    here.write("raw/metadata.csv", "文件,地区,colour\n县/b.txt,青石新区,红\n");
    assert_eq!(here.run(&["--quiet"]).code, 0);
    let documents = here.table("documents");
    let row = |name: &str| documents.iter().find(|row| row["source_name"] == name).unwrap();
    let first = row("yunxi.txt");
    assert_eq!((first["region"].as_str(), first["region_basis"].as_str()), ("云上县", "given"));
    assert_eq!((first["report_date"].as_str(), first["report_date_basis"].as_str()), ("2024-01-09", "given"));
    assert_eq!((first["given"].as_str(), first["url"].as_str()), ("region;report_date;url", "https://example.org/1"));
    assert_eq!(row("县/b.txt")["region"], "青石新区");
    assert_eq!(documents.len(), 2);
    let issues = here.table("issues");
    assert!(issues.iter().any(|issue| issue["code"] == "given-field" && issue["message"].contains("colour")));
    // What is given is read again when it changes, and nothing else is.
    here.write("raw/yunxi.meta.toml", "region = '云下县'\n");
    assert_eq!(here.run(&["--quiet", "--accept-drift"]).code, 0);
    assert_eq!(
        (here.manifest()["totals"]["read"].as_u64(), here.manifest()["totals"]["reused"].as_u64()),
        (Some(1), Some(1))
    );
    assert!(here.table("documents").iter().any(|row| row["region"] == "云下县"));
}

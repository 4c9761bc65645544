//! What a reader of the files sees.

use std::collections::BTreeMap;
use std::fs;

use polars::prelude::*;
use polars_io::SerReader;
use polars_io::parquet::read::ParquetReader;

use super::*;
use crate::tables::sample::report;

const FIRST: &str = "aaaaaaaaaaaa0001";
const SECOND: &str = "bbbbbbbbbbbb0002";

fn options() -> Options {
    Options { bom: false, version: "1.2.3".into(), rules_fingerprint: "f00d".into(), ..Options::default() }
}

type Inputs = Vec<Result<Document, Failure>>;

/// Two reports, one that repeats the first under another name, and an input that could not be read.
fn inputs() -> Inputs {
    let repeat = Document { duplicate_of: Some("doc-aaaaaaaaaaaa".into()), ..report("c.txt", FIRST) };
    let failure = Failure {
        name: "d.doc".into(),
        code: "old-word-file",
        message: "expected .docx, found .doc; save it as .docx".into(),
    };
    vec![Ok(report("a.txt", FIRST)), Ok(report("b.txt", SECOND)), Ok(repeat), Err(failure)]
}

/// All files of a set by path, written in chunks of `chunk` inputs.
fn written(inputs: Inputs, chunk: usize, options: &Options) -> (BTreeMap<String, Vec<u8>>, Vec<Written>) {
    let folder = tempfile::tempdir().unwrap();
    let mut sink = Sink::create(folder.path(), options).unwrap();
    for part in inputs.chunks(chunk) {
        sink.append(part).unwrap();
    }
    let written = sink.finish().unwrap();
    let read = |file: &Written| (file.path.clone(), fs::read(folder.path().join(&file.path)).unwrap());
    (written.iter().map(read).collect(), written)
}

fn csv_text(inputs: Inputs, table: &str) -> String {
    let (mut files, _) = written(inputs, 10, &options());
    String::from_utf8(files.remove(&format!("csv/{table}.csv")).unwrap()).unwrap()
}

fn one() -> Inputs {
    vec![Ok(report("a.txt", FIRST))]
}

fn lines(text: &[&str]) -> String {
    text.iter().map(|line| format!("{line}\r\n")).collect()
}

#[test]
fn counts_are_linked_and_in_plain_digits() {
    let expected = lines(&[
        "count_id,doc_id,section_id,activity_id,commitment_id,measure,value,value_low,value_high,bound,unit,kind,direction,comparison,role,base_count_id,part_of_count_id,text,start,end,line,rule,needs_review",
        "cnt-aaaaaaaaaaaa-9,doc-aaaaaaaaaaaa,sec-aaaaaaaaaaaa-0,act-aaaaaaaaaaaa-5,,会议,5,5,5,exact,次,level,,,achieved,,,5次,9,11,2,classifier,false",
        "cnt-aaaaaaaaaaaa-14,doc-aaaaaaaaaaaa,sec-aaaaaaaaaaaa-0,,,会议,25,25,25,exact,%,change,up,year_on_year,achieved,cnt-aaaaaaaaaaaa-9,,增长25%,14,19,2,classifier,false",
        "cnt-aaaaaaaaaaaa-34,doc-aaaaaaaaaaaa,sec-aaaaaaaaaaaa-21,,cmt-aaaaaaaaaaaa-30,学校,935670000000,,,about,元,level,,,target,,,9356.7亿元左右,34,44,4,classifier,true",
    ]);
    assert_eq!(csv_text(one(), "counts"), expected);
}

#[test]
fn commitments_carry_their_first_count_and_formulas_are_harmless() {
    let expected = lines(&[
        "commitment_id,doc_id,section_id,kind,theme,actor,actor_basis,verb,verb_start,object,target,measure,value,value_low,value_high,bound,unit,modality,horizon_start,horizon_end,text,start,end,line,rule,needs_review",
        "cmt-aaaaaaaaaaaa-30,doc-aaaaaaaaaaaa,sec-aaaaaaaaaaaa-21,task,建议,市政协,default,新建,30,学校,,学校,935670000000,,,about,元,strive,,2023-12-31,'- 力争新建学校9356.7亿元左右,26,44,4,verb-object,false",
    ]);
    assert_eq!(csv_text(one(), "commitments"), expected);
}

#[test]
fn activities_sections_segments_and_mentions_say_where_they_stand() {
    let rows = |table: &str| csv_text(one(), table).lines().skip(1).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(
        rows("activities"),
        [
            "act-aaaaaaaaaaaa-5,doc-aaaaaaaaaaaa,sec-aaaaaaaaaaaa-0,市政协,default,召开,5,会议5次,,,active,2022-01-01,2022-12-31,召开会议5次,5,11,2,verb-object,false"
        ]
    );
    assert_eq!(
        rows("sections"),
        [
            "sec-aaaaaaaaaaaa-0,doc-aaaaaaaaaaaa,,一、回顾,1,review,0,4,21,1,heading-word",
            "sec-aaaaaaaaaaaa-21,doc-aaaaaaaaaaaa,,二、建议,1,plan,21,25,46,3,heading-word",
        ]
    );
    let segments = csv_text(one(), "segments");
    assert!(segments.contains(",list_item,\"'- 力争新建学校9356.7亿元左右。\n\",26,46,4,line\r\n"), "{segments}");
    assert_eq!(
        rows("mentions"),
        [
            "mnt-aaaaaaaaaaaa-0,doc-aaaaaaaaaaaa,sec-aaaaaaaaaaaa-0,ordinal,,,,,,,,,heading number,一、,0,2,1",
            "mnt-aaaaaaaaaaaa-9,doc-aaaaaaaaaaaa,sec-aaaaaaaaaaaa-0,quantity,5,5,5,exact,次,,,cnt-aaaaaaaaaaaa-9,,5次,9,11,2",
            "mnt-aaaaaaaaaaaa-9-2,doc-aaaaaaaaaaaa,sec-aaaaaaaaaaaa-0,number,5,5,5,exact,,,,,inside a quantity,5,9,10,2",
        ]
    );
}

#[test]
fn documents_tell_their_source_and_a_repeat_has_no_rows_of_its_own() {
    let (files, written) = written(inputs(), 10, &options());
    let documents = String::from_utf8(files["csv/documents.csv"].clone()).unwrap();
    let documents: Vec<&str> = documents.lines().collect();
    assert_eq!(
        documents[1],
        "doc-aaaaaaaaaaaa,a.txt,aaaaaaaaaaaa0001,106,text,UTF-8,lf,0,46,,\"'=工作报告, “草案”\",cppcc,,市政协,,临江市,,prefecture,,14,,,,2023-01-03,inferred,2022,,,,,,,,"
    );
    assert!(documents[3].starts_with("doc-aaaaaaaaaaaa-") && documents[3].contains(",46,doc-aaaaaaaaaaaa,"));
    let rows: BTreeMap<&str, Option<u64>> = written.iter().map(|file| (file.path.as_str(), file.rows)).collect();
    assert_eq!(
        (rows["csv/documents.csv"], rows["csv/counts.csv"], rows["csv/issues.csv"]),
        (Some(3), Some(6), Some(4))
    );
}

#[test]
fn issues_come_in_the_order_of_the_inputs_also_without_a_document() {
    let text = csv_text(inputs(), "issues");
    let issues: Vec<&str> = text.lines().collect();
    assert_eq!(
        issues[1],
        "iss-aaaaaaaaaaaa-odd-heading-21,doc-aaaaaaaaaaaa,a.txt,odd-heading,warning,\"expected a heading of several words, found “二、建议”; look at it\",21,25,3,二、建议"
    );
    assert!(issues[4].ends_with(",,d.doc,old-word-file,error,\"expected .docx, found .doc; save it as .docx\",,,,"));
}

#[test]
fn bytes_do_not_depend_on_how_inputs_are_cut() {
    let (whole, told) = written(inputs(), 10, &options());
    let (parts, _) = written(inputs(), 1, &options());
    assert_eq!(told.len(), 17, "eight tables in two formats, and the package");
    for (path, bytes) in &whole {
        assert_eq!(parts.get(path), Some(bytes), "{path}");
    }
}

#[test]
fn part_files_hold_the_same_rows_however_inputs_are_cut() {
    let (whole, _) = written(inputs(), 10, &options());
    for split in [Split::Rows, Split::Year, Split::Province, Split::Kind] {
        let options = Options { split, part_rows: NonZero::new(4).unwrap(), ..options() };
        let (files, told) = written(inputs(), 10, &options);
        assert_eq!(written(inputs(), 1, &options).0, files, "{split:?}");
        for table in TABLES {
            let name = format!("csv/{}/", table.name);
            let parts: Vec<_> = told.iter().filter(|file| file.path.starts_with(&name)).collect();
            assert!(parts.iter().all(|part| part.rows <= Some(4)), "{split:?}: {parts:?}");
            let mut rows = Vec::new();
            for part in &parts {
                let text = std::str::from_utf8(&files[&part.path]).unwrap();
                let header = text.find("\r\n").unwrap() + 2;
                rows.extend_from_slice(if rows.is_empty() { text } else { &text[header..] }.as_bytes());
            }
            let same = |a: &[u8], b: &[u8]| match split {
                Split::Rows => a == b,
                // Partitions stand one after the other.
                _ => a.len() == b.len(),
            };
            assert!(same(&rows, &whole[&format!("csv/{}.csv", table.name)]), "{split:?} {}", table.name);
        }
    }
}

#[test]
fn package_lists_part_files_with_their_hashes() {
    let options = Options { split: Split::Rows, part_rows: NonZero::new(4).unwrap(), ..options() };
    let (files, told) = written(inputs(), 10, &options);
    let package: serde_json::Value = serde_json::from_slice(&files["datapackage.json"]).unwrap();
    assert_eq!(package["resources"].as_array().unwrap().len(), 16);
    let counts = package["resources"].as_array().unwrap().iter().find(|resource| resource["name"] == "counts").unwrap();
    assert_eq!(counts["path"], serde_json::json!(["csv/counts/counts-001.csv", "csv/counts/counts-002.csv"]));
    assert_eq!((&counts["rows"], counts["parts"][1]["rows"].as_u64()), (&6.into(), Some(2)));
    let second = told.iter().find(|file| file.path == "csv/counts/counts-002.csv").unwrap();
    assert_eq!(counts["parts"][1]["hash"], format!("sha256:{}", second.sha256));
}

#[test]
fn what_is_told_of_a_file_is_so() {
    use sha2::{Digest, Sha256};
    let (files, told) = written(inputs(), 2, &options());
    for file in told {
        let bytes = &files[&file.path];
        let sha256: String = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!((file.bytes, file.sha256), (bytes.len() as u64, sha256), "{}", file.path);
    }
}

#[test]
fn a_byte_order_mark_and_chinese_headers_are_written_where_asked_for() {
    let options = Options { bom: true, headers: Headers::Zh, ..options() };
    let (files, _) = written(one(), 1, &options);
    let segments = String::from_utf8(files["csv/segments.csv"].clone()).unwrap();
    assert!(
        segments.starts_with("\u{feff}文段编号,文档编号,章节编号,类型,原文,起始位置,结束位置,行号,规则\r\n"),
        "{segments}"
    );
    let package: serde_json::Value = serde_json::from_slice(&files["datapackage.json"]).unwrap();
    assert_eq!(package["resources"][0]["schema"]["fields"][0]["name"], "文档编号");
    assert_eq!(package["resources"][1]["schema"]["fields"][0]["name"], "doc_id", "Parquet keeps the column names");
    let reference = |resource: usize| package["resources"][resource]["schema"]["foreignKeys"][0]["reference"].clone();
    assert_eq!(reference(2), serde_json::json!({ "resource": "documents", "fields": "文档编号" }));
    assert_eq!(reference(3), serde_json::json!({ "resource": "documents-parquet", "fields": "doc_id" }));
}

#[test]
fn no_input_gives_headers_alone() {
    let (files, told) = written(Vec::new(), 1, &options());
    assert_eq!(files["csv/issues.csv"], b"issue_id,doc_id,source_name,code,severity,message,start,end,line,text\r\n");
    assert!(told.iter().all(|file| file.rows.is_none_or(|rows| rows == 0)));
    assert_eq!(parquet(&files, "counts").height(), 0);
}

fn parquet(files: &BTreeMap<String, Vec<u8>>, table: &str) -> DataFrame {
    let bytes = std::io::Cursor::new(files[&format!("parquet/{table}.parquet")].clone());
    ParquetReader::new(bytes).finish().unwrap()
}

#[test]
fn parquet_gives_back_the_same_rows_with_types() {
    let (files, _) = written(inputs(), 3, &options());
    for table in TABLES {
        let read = parquet(&files, table.name);
        let rows = String::from_utf8(files[&format!("csv/{}.csv", table.name)].clone()).unwrap();
        let rows = ::csv::Reader::from_reader(rows.as_bytes()).records().count();
        assert_eq!(read.height(), rows, "{}", table.name);
        for column in table.columns {
            let expected = crate::tables::published_type(column).unwrap();
            assert_eq!(*read.column(column.name).unwrap().dtype(), expected, "{}.{}", table.name, column.name);
        }
    }
    let counts = parquet(&files, "counts");
    assert_eq!(counts.column("value").unwrap().f64().unwrap().get(2), Some(935_670_000_000.0));
    assert_eq!(counts.column("direction").unwrap().get(1).unwrap().str_value(), "up");
    assert_eq!(counts.column("direction").unwrap().null_count(), 4);
    let commitments = parquet(&files, "commitments");
    assert_eq!(commitments.column("horizon_end").unwrap().get(0).unwrap().str_value(), "2023-12-31");
    assert_eq!(commitments.column("text").unwrap().str().unwrap().get(0), Some("- 力争新建学校9356.7亿元左右"));
}

#[test]
fn parquet_names_version_and_rules() {
    let (files, _) = written(one(), 1, &options());
    let bytes = std::io::Cursor::new(files["parquet/counts.parquet"].clone());
    let metadata = ParquetReader::new(bytes).get_metadata().unwrap().clone();
    let pairs = metadata.key_value_metadata().clone().unwrap();
    let value = |key: &str| pairs.iter().find(|pair| pair.key == key).and_then(|pair| pair.value.clone());
    assert_eq!(value("baobiao.version").as_deref(), Some("1.2.3"));
    assert_eq!(value("baobiao.rules").as_deref(), Some("f00d"));
    assert_eq!(value("baobiao.table").as_deref(), Some("counts"));
}

#[test]
fn the_package_tells_fields_keys_vocabularies_and_hashes() {
    let (files, told) = written(inputs(), 3, &options());
    let package: serde_json::Value = serde_json::from_slice(&files["datapackage.json"]).unwrap();
    let resources = package["resources"].as_array().unwrap();
    assert_eq!(resources.len(), 16);
    let counts = resources.iter().find(|resource| resource["path"] == "csv/counts.csv").unwrap();
    let file = told.iter().find(|file| file.path == "csv/counts.csv").unwrap();
    assert_eq!(counts["bytes"], file.bytes);
    assert_eq!(counts["hash"], format!("sha256:{}", file.sha256));
    assert_eq!(counts["schema"]["primaryKey"], "count_id");
    let field = |name: &str| {
        let fields = counts["schema"]["fields"].as_array().unwrap();
        fields.iter().find(|field| field["name"] == name).unwrap().clone()
    };
    assert_eq!(field("role")["constraints"], serde_json::json!({ "required": true, "enum": ["achieved", "target"] }));
    assert_eq!(field("value")["type"], "number");
    assert_eq!(field("count_id")["constraints"]["unique"], true);
    let own = serde_json::json!({ "fields": "base_count_id", "reference": { "resource": "", "fields": "count_id" } });
    assert!(counts["schema"]["foreignKeys"].as_array().unwrap().contains(&own));
}

#[test]
fn filled_cells_are_counted() {
    let folder = tempfile::tempdir().unwrap();
    let mut sink = Sink::create(folder.path(), &options()).unwrap();
    for input in inputs() {
        sink.append(&[input]).unwrap();
    }
    let counts = &sink.filled()["counts"];
    assert_eq!((counts["count_id"], counts["value"], counts["direction"], counts["part_of_count_id"]), (6, 6, 2, 0));
    assert_eq!(sink.filled()["issues"]["doc_id"], 3);
}

#[test]
fn a_failing_check_stops_the_set() {
    let folder = tempfile::tempdir().unwrap();
    let mut sink = Sink::create(folder.path(), &options()).unwrap();
    sink.append(&one()).unwrap();
    let error = sink.append(&one()).unwrap_err();
    assert!(error.downcast_ref::<crate::tables::Violations>().is_some(), "{error:#}");
}

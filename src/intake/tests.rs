//! Files of every kind as people have them, read from a folder as a run reads them.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use encoding_rs::GB18030;
use flate2::Compression;
use flate2::write::GzEncoder;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use tempfile::TempDir;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::zipped::zipped;
use super::*;

const PROSE: &str = "一年来，全县新建学校3所，修路120公里。";

/// What reading one file gave: name and text of a report, or name and code of a failure.
#[derive(Debug, PartialEq)]
enum Gave {
    Report(String, String),
    Failure(String, &'static str),
}

fn report(name: &str, text: &str) -> Gave {
    Gave::Report(name.to_owned(), text.to_owned())
}

fn failure(name: &str, code: &'static str) -> Gave {
    Gave::Failure(name.to_owned(), code)
}

fn read_all(name: &str, bytes: &[u8], options: &Options) -> Vec<Result<Source, Failure>> {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("input");
    std::fs::write(&path, bytes).unwrap();
    let mut all = Vec::new();
    read(&Input { name: name.to_owned(), path, ..Input::default() }, options, &mut |read| all.push(read));
    all
}

fn sources(name: &str, bytes: &[u8]) -> Vec<Source> {
    let read = read_all(name, bytes, &Options::default()).into_iter();
    read.map(|read| read.unwrap_or_else(|failure| panic!("{}: {}", failure.name, failure.message))).collect()
}

fn gave_with(name: &str, bytes: &[u8], options: &Options) -> Vec<Gave> {
    let told = read_all(name, bytes, options).into_iter().map(|read| match read {
        Ok(source) => Gave::Report(source.name, source.text),
        Err(failure) => Gave::Failure(failure.name, failure.code),
    });
    told.collect()
}

fn gave(name: &str, bytes: &[u8]) -> Vec<Gave> {
    gave_with(name, bytes, &Options::default())
}

fn small(max_bytes: u64) -> Options {
    Options { max_bytes, ..Options::default() }
}

fn gzipped(bytes: &[u8]) -> Vec<u8> {
    let mut gz = GzEncoder::new(Vec::new(), Compression::default());
    gz.write_all(bytes).unwrap();
    gz.finish().unwrap()
}

#[test]
fn a_table_gives_a_report_a_row() {
    let csv = format!(
        "编号,标题,正文,日期,地区,编辑\n1,青石县政府工作报告,\"{PROSE}\n今年新建学校5所。\",2024年1月5日,青石县,甲\n,,,,,\n2,,,2024,,\n3,,{PROSE},,,\n"
    );
    for bytes in [csv.clone().into_bytes(), GB18030.encode(&csv).0.into_owned(), format!("\u{FEFF}{csv}").into_bytes()]
    {
        let all = read_all("批/报告.csv", &bytes, &Options::default());
        let first = all[0].as_ref().unwrap();
        assert_eq!(first.name, "批/报告.csv#1");
        assert_eq!(first.text, format!("青石县政府工作报告\n{PROSE}\n今年新建学校5所。"));
        assert_eq!((first.format, first.given["report_date"].as_str()), ("csv", "2024-01-05"));
        assert_eq!(first.given["region"], "青石县");
        assert_eq!(
            first.metadata.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect::<Vec<_>>(),
            [("编号", "1"), ("编辑", "甲")]
        );
        let second = all[1].as_ref().unwrap_err();
        assert_eq!((second.name.as_str(), second.code), ("批/报告.csv#3", "empty"));
        assert_eq!(all[2].as_ref().unwrap().text, PROSE);
        assert_eq!(all.len(), 3, "a blank row is none");
    }
    let tsv = csv.replace(',', "\t");
    assert_eq!(sources("a.tsv", tsv.split("\n2\t").next().unwrap().as_bytes())[0].format, "tsv");
}

#[test]
fn columns_can_be_told_and_a_table_without_a_text_is_refused_once() {
    let csv = format!("甲,乙\n{PROSE},x\n{PROSE},y\n");
    assert_eq!(gave("a.csv", csv.as_bytes()), [failure("a.csv", "no-text-column")]);
    let options = Options { columns: [("text".to_owned(), "甲".to_owned())].into(), ..Options::default() };
    assert_eq!(gave_with("a.csv", csv.as_bytes(), &options), [report("a.csv#1", PROSE), report("a.csv#2", PROSE)]);
    assert_eq!(gave("a.csv", b""), [failure("a.csv", "empty")]);
    assert_eq!(gave("a.csv", "正文\n".as_bytes()), [failure("a.csv", "empty")]);
}

#[test]
fn html_in_a_cell_is_its_text() {
    let csv = format!("content\n\"<div><p>{PROSE}</p><p>修路<br>治水</p></div>\"\n");
    assert_eq!(gave("a.csv", csv.as_bytes()), [report("a.csv#1", &format!("{PROSE}\n修路\n治水\n"))]);
}

#[test]
fn json_is_read_in_every_shape() {
    let one =
        format!("{{\"content\":\"{PROSE}\",\"id\":7,\"tags\":[\"甲\",\"乙\"],\"deep\":{{\"a\":null}},\"none\":null}}");
    let expected = report("a#1", PROSE);
    for (name, text) in [
        ("a.jsonl", format!("{one}\n\n")),
        ("a.json", one.clone()),
        ("a.json", format!("\u{FEFF} [{one}]")),
        ("a.json", format!("{{\"total\":1,\"data\":[{one}]}}")),
        ("a.json", one.replace(',', ",\n  ")),
    ] {
        let all = sources(name, text.as_bytes());
        assert_eq!(report(&all[0].name.replace(name, "a"), &all[0].text), expected, "{text}");
        assert_eq!(all[0].metadata["id"], "7");
        assert_eq!((all[0].metadata["tags"].as_str(), all[0].metadata["deep"].as_str()), ("甲\n乙", "{\"a\":null}"));
        assert_eq!(all.len(), 1);
    }
    let lines = format!("{one}\n{{broken\n3\n{one}\n");
    let expected = [
        report("a.json#1", PROSE),
        failure("a.json#2", "damaged"),
        failure("a.json#3", "not-an-object"),
        report("a.json#4", PROSE),
    ];
    assert_eq!(gave("a.json", lines.as_bytes()), expected, "lines in a file that calls itself .json");
    let cut = format!("[{one},{one},{{\"content\":");
    assert_eq!(gave("a.json", cut.as_bytes())[2], failure("a.json", "damaged"));
    let paragraphs = format!("{{\"正文\":[\"{PROSE}\",\"完\"]}}");
    assert_eq!(gave("a.jsonl", paragraphs.as_bytes()), [report("a.jsonl#1", &format!("{PROSE}\n完"))]);
}

#[test]
fn what_is_too_large_in_a_table_costs_no_other_row() {
    let long = "长".repeat(400);
    let options = small(500);
    let csv = format!("正文\n{long}\n{PROSE}\n");
    let lines = format!("{{\"text\":\"{long}\"}}\n{{\"text\":\"{PROSE}\"}}\n");
    for (name, text) in [("a.csv", csv), ("a.jsonl", lines)] {
        let [first, second] = [1, 2].map(|row| format!("{name}#{row}"));
        let expected = [failure(&first, "too-large"), report(&second, PROSE)];
        assert_eq!(gave_with(name, text.as_bytes(), &options), expected);
    }
    let array = format!("[{{\"text\":\"{PROSE}\"}},{{\"text\":\"{long}\"}}]");
    let all = gave_with("a.json", array.as_bytes(), &options);
    assert_eq!(all, [report("a.json#1", PROSE), failure("a.json", "too-large")]);
}

#[test]
fn many_bad_rows_are_told_by_number() {
    let mut lines = "x\n".repeat(300);
    let _ = writeln!(lines, "{{\"text\":\"{PROSE}\"}}");
    let all = gave("a.jsonl", lines.as_bytes());
    assert_eq!(all.len(), 102);
    assert_eq!(all[100], report("a.jsonl#301", PROSE));
    assert_eq!(all[101], failure("a.jsonl", "rows-unread"));
}

#[test]
fn passages_are_put_together_again() {
    let csv = "原始文件,年度文件内行号,段内对齐序号,中文,英文\n\
               a,1,1,青石县政府工作报告,Report\na,2,1,一年来，稳步前行。,x\na,2,2,修路3条。,y\nb,1,1,白沙县,z\n";
    let all = sources("语料.csv", csv.as_bytes());
    assert_eq!(all.len(), 2);
    assert_eq!(all[0].text, "青石县政府工作报告\n一年来，稳步前行。修路3条。\n");
    assert_eq!((all[0].name.as_str(), all[1].name.as_str()), ("语料.csv#1", "语料.csv#4"));
    assert_eq!((all[1].text.as_str(), all[1].metadata["report"].as_str()), ("白沙县\n", "b"));
    assert_eq!(all[0].findings[0].code, "passages-joined");
}

#[test]
fn archives_give_their_members_under_their_names() {
    let csv = format!("正文\n{PROSE}\n");
    let inner = zipped(&[("丙.txt", PROSE.as_bytes())]);
    let bytes = zipped(&[
        ("县/", b""),
        ("县\\甲.txt", PROSE.as_bytes()),
        ("乙.csv", csv.as_bytes()),
        ("__MACOSX/._甲.txt", b"\0\0"),
        ("坏.doc", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"),
        ("内.zip", &inner),
        ("丁.txt.gz", &gzipped(PROSE.as_bytes())),
    ]);
    let expected = [
        report("省.zip!县/甲.txt", PROSE),
        report("省.zip!乙.csv#1", PROSE),
        failure("省.zip!坏.doc", "unsupported-format"),
        report("省.zip!内.zip!丙.txt", PROSE),
        report("省.zip!丁.txt.gz!丁.txt", PROSE),
    ];
    assert_eq!(gave("省.zip", &bytes), expected);
    assert_eq!(gave("甲.txt.gz", &gzipped(PROSE.as_bytes())), [report("甲.txt.gz!甲.txt", PROSE)]);
    assert_eq!(gave("甲.csv.gz", &gzipped(csv.as_bytes())), [report("甲.csv.gz!甲.csv#1", PROSE)]);
    assert_eq!(gave("a.zip", &zipped(&[])), []);
}

#[test]
fn a_word_file_in_an_archive_is_a_word_file() {
    let word = include_bytes!("../../tests/samples/qingshi.docx");
    let stored = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file("县/报告.docx", stored).unwrap();
    zip.write_all(word).unwrap();
    let all = sources("a.zip", &zip.finish().unwrap().into_inner());
    assert_eq!((all[0].name.as_str(), all[0].format), ("a.zip!县/报告.docx", "docx"));
    assert!(all[0].text.starts_with("青石县人民政府工作报告\n") && all[0].text.contains("\n一、2023年工作回顾\n"));
}

#[test]
fn a_table_that_changes_while_it_is_read_is_told() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("a.csv");
    std::fs::write(&path, format!("正文\n{PROSE}\n")).unwrap();
    let mut told = Vec::new();
    let input = Input { name: "a.csv".to_owned(), path: path.clone(), ..Input::default() };
    read(&input, &Options::default(), &mut |read| {
        if told.is_empty() {
            std::fs::OpenOptions::new().append(true).open(&path).unwrap().write_all(PROSE.as_bytes()).unwrap();
        }
        told.push(read.map(|source| source.name).map_err(|failure| failure.code));
    });
    assert_eq!(told, [Ok("a.csv#1".to_owned()), Ok("a.csv#2".to_owned()), Err("changed-while-read")]);
}

#[test]
fn names_in_gbk_are_read() {
    // The writer takes UTF-8 alone: a name of the same length is put in its place, and the mark for UTF-8 is taken out.
    let gbk = GB18030.encode("报告/青石县.txt").0.into_owned();
    let stand_in = "x".repeat(gbk.len());
    let mut bytes = zipped(&[(stand_in.as_str(), PROSE.as_bytes())]);
    let places: Vec<usize> =
        (0..bytes.len() - gbk.len()).filter(|&at| &bytes[at..at + gbk.len()] == stand_in.as_bytes()).collect();
    assert_eq!(places.len(), 2, "in the header and in the directory");
    for at in places {
        bytes[at..at + gbk.len()].copy_from_slice(&gbk);
    }
    assert_eq!(gave("a.zip", &bytes), [report("a.zip!报告/青石县.txt", PROSE)]);
}

#[test]
fn sidecars_within_an_archive_belong_to_its_members() {
    let bytes = zipped(&[
        ("a.txt", PROSE.as_bytes()),
        ("a.meta.toml", "region = '青石县'".as_bytes()),
        ("b.meta.toml", b"region = "),
    ]);
    let all = read_all("c.zip", &bytes, &Options::default());
    assert_eq!(all[0].as_ref().unwrap_err().name, "c.zip!b.meta.toml");
    assert_eq!(all[1].as_ref().unwrap().given["region"], "青石县");
    assert_eq!(all.len(), 2);
}

#[test]
fn bombs_are_stopped() {
    let zeros = vec![b'0'; 8 << 20];
    let options = small(1 << 20);
    let gz = gzipped(&zeros);
    assert!(gz.len() < 1 << 14);
    assert_eq!(gave_with("a.txt.gz", &gz, &options), [failure("a.txt.gz", "too-large")]);
    // Many members, each within bounds, that together unpack to much more than the archive.
    let member = &zeros[..1 << 19];
    let names: Vec<String> = (0..64).map(|number| format!("{number:02}.txt")).collect();
    let members: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), member)).collect();
    let all = gave_with("a.zip", &zipped(&members), &options);
    assert_eq!(all.last(), Some(&failure(&format!("a.zip!{:02}.txt", all.len() - 1), "unpacks-too-much")));
    assert!((2..40).contains(&all.len()), "{}", all.len());
    // Archives in one another.
    let mut nested = zipped(&[("a.txt", PROSE.as_bytes())]);
    for _ in 0..8 {
        nested = zipped(&[("b.zip", &nested)]);
    }
    let Gave::Failure(_, code) = &gave("b.zip", &nested)[0] else { panic!("a report") };
    assert_eq!(*code, "too-deep");
    // A table in an archive is streamed, and bounded all the same.
    let mut rows = "text\n".to_owned();
    for _ in 0..40_000 {
        rows.push_str(&"0".repeat(1000));
        rows.push('\n');
    }
    let all = gave_with("a.csv.gz", &gzipped(rows.as_bytes()), &options);
    assert_eq!(all.last(), Some(&failure("a.csv.gz", "unpacks-too-much")));
}

#[test]
fn broken_archives_are_one_failure() {
    let good = zipped(&[("a.txt", PROSE.as_bytes())]);
    assert_eq!(gave("a.zip", &good[..good.len() / 2]), [failure("a.zip", "damaged")]);
    let gz = gzipped(PROSE.repeat(99).as_bytes());
    assert_eq!(gave("a.txt.gz", &gz[..gz.len() / 2]), [failure("a.txt.gz", "damaged")]);
    let word = zipped(&[("[Content_Types].xml", b"<Types/>"), ("word/document.xml", b"<a/>")]);
    assert_eq!(gave("报告.zip", &word), [failure("报告.zip", "wrong-name")]);
}

#[test]
fn a_feed_gives_a_report_an_item() {
    let rss = format!(
        "<?xml version='1.0' encoding='UTF-8'?><rss xmlns:content='c'><channel><title>站</title>\
         <item><title>青石县政府工作报告</title><link>https://example.org/1</link><pubDate>2024-01-08</pubDate>\
         <description>摘要</description><content:encoded><![CDATA[<p>{PROSE}</p><p>修路&nbsp;3条</p>]]></content:encoded></item>\
         <item><title>二</title><description>&lt;p&gt;{PROSE}&lt;/p&gt;&lt;br&gt;</description></item>\
         <item><title>空</title></item></channel></rss>"
    );
    let all = read_all("news.rss", rss.as_bytes(), &Options::default());
    let first = all[0].as_ref().unwrap();
    assert_eq!(first.name, "news.rss#1");
    assert_eq!(first.text, format!("青石县政府工作报告\n{PROSE}\n修路\u{a0}3条\n"));
    assert_eq!(
        (first.given["url"].as_str(), first.metadata["published"].as_str()),
        ("https://example.org/1", "2024-01-08")
    );
    assert!(all[1].as_ref().unwrap().text.ends_with(&format!("{PROSE}\n")));
    assert_eq!(all[2].as_ref().unwrap_err().code, "empty");
    let atom = format!(
        "<feed xmlns='a'><entry><title>三</title><link href='https://example.org/3'/><content type='xhtml'>\
         <div><p>{PROSE}</p><p>完</p></div></content></entry></feed>"
    );
    let all = sources("a.atom", atom.as_bytes());
    assert!(all[0].text.ends_with(&format!("{PROSE}\n完\n")), "{}", all[0].text);
    assert_eq!(all[0].given["url"], "https://example.org/3");
}

#[test]
fn a_translation_memory_gives_its_chinese_side() {
    let tmx = format!(
        "<?xml version='1.0'?><!DOCTYPE tmx SYSTEM 'tmx14.dtd'><tmx version='1.4'><body><tu><tuv xml:lang='zh-CN'>\
         <seg>青石县<bpt>{{b}}</bpt>政府</seg></tuv><tuv xml:lang='en'><seg>Qingshi</seg></tuv></tu>\
         <tu><tuv xml:lang='EN'><seg>x</seg></tuv><tuv xml:lang='ZH'><seg>{PROSE}&amp;</seg></tuv></tu></body></tmx>"
    );
    assert_eq!(gave("a.tmx", tmx.as_bytes()), [report("a.tmx", &format!("青石县政府\n{PROSE}&\n"))]);
    let english = "<tmx><tu><tuv xml:lang='en'><seg>x</seg></tuv></tu></tmx>";
    assert_eq!(gave("a.tmx", english.as_bytes()), [failure("a.tmx", "empty")]);
}

#[test]
fn other_xml_is_its_text() {
    let xml = format!(
        "<?xml version='1.0'?><doc><title>青石县<b>报告</b></title><p>{PROSE}\n  完&#12290;</p><!-- 注 -->\
         <table><tr><td>收案</td><td>12件</td></tr></table><note><![CDATA[a < b<br>c]]></note></doc>"
    );
    let expected = format!("青石县报告\n{PROSE}完。\n收案\t12件\na < b\nc\n");
    assert_eq!(gave("a.xml", xml.as_bytes()), [report("a.xml", &expected)]);
    let gbk = GB18030.encode(&xml.replace("'1.0'", "'1.0' encoding='GBK'")).0.into_owned();
    assert_eq!(gave("a.xml", &gbk), [report("a.xml", &expected)]);
    let page = format!("<?xml version='1.0'?><!DOCTYPE html><html><body><p>{PROSE}</p></body></html>");
    assert_eq!(gave("a.xml", page.as_bytes()), [report("a.xml", &format!("{PROSE}\n"))]);
    for (xml, code) in [
        ("<a><b></a>", "damaged"),
        ("<a>文", "damaged"),
        ("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "entities"),
        ("<a/>", "empty"),
    ] {
        assert_eq!(gave("a.xml", xml.as_bytes()), [failure("a.xml", code)], "{xml}");
    }
    assert_eq!(gave("a.xml", "<a>".repeat(2000).as_bytes()), [failure("a.xml", "too-deep")]);
}

/// A PDF of a few lines, so that damage hits its structure more often than its fonts.
const PDF: &str = "%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R 6 0 R] \
    /Count 2 >>\nendobj\n3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font \
    << /F 5 0 R >> >> >>\nendobj\n4 0 obj\n<< /Length 62 >>\nstream\nBT /F 12 Tf 72 700 Td (A report of ten words) Tj 0 -20 Td \
    (1) Tj ET\nendstream\nendobj\n5 0 obj\n<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /FirstChar 32 /LastChar 40 \
    /Widths [250 300] >>\nendobj\n6 0 obj\n<< /Type /Page /Parent 2 0 R /Contents [4 0 R 4 0 R] >>\nendobj\nxref\n0 7\n\
    0000000000 65535 f \n0000000009 00000 n \n0000000058 00000 n \n0000000121 00000 n \n0000000238 00000 n \n\
    0000000350 00000 n \n0000000480 00000 n \ntrailer << /Size 7 /Root 1 0 R >>\nstartxref\n550\n%%EOF\n";

/// A small file of each kind, to be damaged by chance; Parquet is read in a process of its own, and damaged in
/// `tests/it/hostile.rs`.
fn samples() -> Vec<(&'static str, Vec<u8>)> {
    let csv = format!("标题,正文\n报告,\"{PROSE}\"\n");
    let json = format!("[{{\"text\":\"{PROSE}\"}}]");
    let page = format!("<html><head><title>报告</title></head><body><div><p>{PROSE}</p></div></body></html>");
    let word = format!("<w:document><w:body><w:p><w:r><w:t>{PROSE}</w:t></w:r></w:p></w:body></w:document>");
    let rss =
        format!("<rss><channel><item><title>报告</title><description>{PROSE}</description></item></channel></rss>");
    vec![
        ("a.txt", GB18030.encode(PROSE).0.into_owned()),
        ("a.csv", csv.clone().into_bytes()),
        ("a.json", json.clone().into_bytes()),
        ("a.jsonl", json.trim_matches(['[', ']']).to_owned().into_bytes()),
        ("a.html", page.into_bytes()),
        ("a.xml", rss.into_bytes()),
        ("a.docx", zipped(&[("word/document.xml", word.as_bytes())])),
        ("a.zip", zipped(&[("a.txt", PROSE.as_bytes()), ("b.csv", csv.as_bytes())])),
        ("a.csv.gz", gzipped(csv.as_bytes())),
        ("a.pdf", include_bytes!("../../tests/samples/qingshi.pdf").to_vec()),
        ("b.pdf", PDF.as_bytes().to_vec()),
    ]
}

/// Bytes changed, cut out and put in.
fn damage() -> impl Strategy<Value = Vec<(prop::sample::Index, u8, u8)>> {
    proptest::collection::vec((any::<prop::sample::Index>(), 0_u8..5, any::<u8>()), 1..12)
}

fn damaged(mut bytes: Vec<u8>, damage: &[(prop::sample::Index, u8, u8)]) -> Vec<u8> {
    for (place, how, byte) in damage {
        if bytes.is_empty() {
            break;
        }
        let at = place.index(bytes.len());
        match how {
            0 => bytes[at] = *byte,
            1 => bytes.truncate(at.max(1)),
            2 => bytes.insert(at, *byte),
            3 => drop(bytes.splice(at..at, b"9999999999".iter().copied())),
            _ => {
                bytes.remove(at);
            }
        }
    }
    bytes
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, rng_seed: RngSeed::Fixed(20261126), ..ProptestConfig::default() })]

    #[test]
    fn damaged_files_of_every_kind_end_well(
        sample in proptest::sample::select(samples()), damage in damage(),
    ) {
        let (name, bytes) = sample;
        for read in read_all(name, &damaged(bytes, &damage), &small(1 << 20)) {
            match read {
                Ok(source) => prop_assert!(!source.text.trim().is_empty() && !source.text.contains('\r')),
                Err(failure) => prop_assert!(!failure.message.is_empty() && failure.code != "internal-error"),
            }
        }
    }
}

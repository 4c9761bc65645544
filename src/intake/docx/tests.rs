//! Whole Word files, made here so that every part can be read.

use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::*;

/// A Word file of these parts.
pub fn package(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn document(body: &str) -> String {
    format!("<?xml version='1.0' encoding='UTF-8'?><w:document xmlns:w='w'><w:body>{body}</w:body></w:document>")
}

fn read(parts: &[(&str, &str)]) -> Result<Source, Refusal> {
    let mut source = Source::default();
    read_into(&mut source, &package(parts), &Options::default()).map(|()| source)
}

fn text_of(body: &str) -> String {
    read(&[("word/document.xml", &document(body))]).unwrap().text
}

fn p(properties: &str, text: &str) -> String {
    format!("<w:p><w:pPr>{properties}</w:pPr><w:r><w:t xml:space='preserve'>{text}</w:t></w:r></w:p>")
}

fn num(id: u32, level: u32) -> String {
    format!("<w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='{id}'/></w:numPr>")
}

const NUMBERING: &str = "<w:numbering xmlns:w='w'><w:abstractNum w:abstractNumId='7'>\
    <w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='chineseCountingThousand'/><w:pStyle w:val='H1'/>\
        <w:lvlText w:val='%1、'/></w:lvl>\
    <w:lvl w:ilvl='1'><w:start w:val='1'/><w:numFmt w:val='chineseCountingThousand'/><w:lvlText w:val='（%2）'/></w:lvl>\
    <w:lvl w:ilvl='2'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:isLgl/><w:lvlText w:val='%1.%2.%3'/></w:lvl>\
    </w:abstractNum><w:abstractNum w:abstractNumId='8'><w:lvl w:ilvl='0'><w:numFmt w:val='bullet'/>\
        <w:lvlText w:val='&#xF0B7;'/></w:lvl></w:abstractNum>\
    <w:num w:numId='1'><w:abstractNumId w:val='7'/></w:num><w:num w:numId='2'><w:abstractNumId w:val='8'/></w:num>\
    <w:num w:numId='3'><w:abstractNumId w:val='7'/><w:lvlOverride w:ilvl='0'><w:startOverride w:val='1'/></w:lvlOverride>\
    </w:num></w:numbering>";

const STYLES: &str = "<w:styles xmlns:w='w'><w:style w:type='paragraph' w:styleId='H1'><w:name w:val='heading 1'/>\
    <w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:style>\
    <w:style w:type='paragraph' w:styleId='H1a'><w:name w:val='我的标题'/><w:basedOn w:val='H1'/></w:style>\
    <w:style w:type='paragraph' w:styleId='T1'><w:name w:val='toc 1'/></w:style></w:styles>";

#[test]
fn numbers_that_word_draws_are_text() {
    let body = [
        p("<w:pStyle w:val='H1'/>", "过去一年工作回顾"),
        p(&num(1, 1), "办好实事"),
        p(&num(1, 1), "改善环境"),
        p(&num(1, 2), "治水"),
        p("<w:pStyle w:val='H1a'/>", "今年工作安排"),
        p(&num(1, 1), "扩大投资"),
        p(&num(2, 0), "修路"),
        p("<w:pStyle w:val='H1'/><w:numPr><w:numId w:val='0'/></w:numPr>", "结语"),
        p(&num(3, 0), "附件"),
    ];
    let parts = [
        ("word/document.xml", document(&body.concat())),
        ("word/numbering.xml", NUMBERING.to_owned()),
        ("word/styles.xml", STYLES.to_owned()),
    ];
    let source = read(&parts.each_ref().map(|(name, text)| (*name, text.as_str()))).unwrap();
    let expected = "一、过去一年工作回顾\n（一）办好实事\n（二）改善环境\n1.2.1 治水\n二、今年工作安排\n（一）扩大投资\n\
                    •修路\n结语\n一、附件\n";
    assert_eq!(source.text, expected);
}

#[test]
fn changes_are_accepted_and_what_is_not_shown_is_dropped() {
    let body = "<w:p><w:r><w:t>新建</w:t></w:r><w:del><w:r><w:delText>学校</w:delText></w:r></w:del>\
        <w:ins><w:r><w:t>医院&amp;诊所</w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>暗</w:t></w:r>\
        <w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:tab/><w:t>3所&#x3002;</w:t></w:r></w:p>\
        <w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>前半句，</w:t></w:r></w:p><w:p><w:r><w:t>后半句。</w:t></w:r></w:p>\
        <w:p><w:r><w:ruby><w:rt><w:r><w:t>bào</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>报</w:t></w:r></w:rubyBase></w:ruby>\
        </w:r><w:r><w:t>告</w:t></w:r></w:p>";
    assert_eq!(text_of(body), "新建医院&诊所\t3所。\n前半句，后半句。\n报告\n");
}

#[test]
fn tables_and_text_boxes_are_lines() {
    let cell = |text: &str| format!("<w:tc>{}</w:tc>", p("", text));
    let body = format!(
        "<w:tbl><w:tr>{}{}</w:tr></w:tbl><w:p><w:r><w:t>正文</w:t></w:r><w:r><mc:AlternateContent><mc:Choice>\
         <w:txbxContent>{}</w:txbxContent></mc:Choice><mc:Fallback>{}</mc:Fallback></mc:AlternateContent></w:r></w:p>",
        cell("收案"),
        cell("1036件"),
        p("", "框内"),
        p("", "框内"),
    );
    assert_eq!(text_of(&body), "收案\t1036件\n正文\n框内\n");
}

#[test]
fn notes_stand_after_the_body_with_their_marks() {
    let body = "<w:p><w:r><w:t>“三小”整治</w:t><w:footnoteReference w:id='5'/></w:r><w:r><w:t>完成。</w:t></w:r></w:p>";
    let notes = "<w:footnotes xmlns:w='w'><w:footnote w:type='separator' w:id='0'><w:p><w:r><w:t>x</w:t></w:r></w:p>\
        </w:footnote><w:footnote w:id='5'><w:p><w:r><w:footnoteRef/><w:t>小餐饮等。</w:t></w:r></w:p></w:footnote></w:footnotes>";
    let source = read(&[("word/document.xml", &document(body)), ("word/footnotes.xml", notes)]).unwrap();
    assert_eq!(source.text, "“三小”整治完成。\n①小餐饮等。\n");
}

#[test]
fn tables_of_contents_are_left_out_and_told() {
    let body = format!(
        "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of Contents'/></w:docPartObj></w:sdtPr>\
         <w:sdtContent>{}</w:sdtContent></w:sdt>{}{}",
        p("", "一、回顾3"),
        p("<w:pStyle w:val='T1'/>", "二、安排9"),
        p("", "一、回顾"),
    );
    let source = read(&[("word/document.xml", &document(&body)), ("word/styles.xml", STYLES)]).unwrap();
    assert_eq!(source.text, "一、回顾\n");
    assert_eq!(source.findings[0].code, "contents-dropped");
}

#[test]
fn the_main_part_is_where_the_container_says() {
    let relations =
        "<Relationships><Relationship Type='http://x/officeDocument' Target='/doc/main.xml'/></Relationships>";
    let parts = [("_rels/.rels", relations), ("doc/main.xml", &document(&p("", "报告")))];
    assert_eq!(read(&parts).unwrap().text, "报告\n");
}

#[test]
fn hostile_and_broken_files_are_refused() {
    let code = |xml: &str| read(&[("word/document.xml", xml)]).unwrap_err().code;
    assert_eq!(
        code("<!DOCTYPE d [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><d><p><r><t>&e;</t></r></p></d>"),
        "entities"
    );
    assert_eq!(code(&document("<w:p></w:r>")), "damaged");
    assert_eq!(code(&document("")), "empty");
    assert_eq!(code(&document(&format!("{}{}", "<w:p>".repeat(100), "</w:p>".repeat(100)))), "too-deep");
    assert_eq!(read(&[]).unwrap_err().code, "damaged");
    let mut bytes = package(&[("word/document.xml", &document(&p("", "报告")))]);
    bytes.truncate(bytes.len() / 2);
    assert_eq!(read_into(&mut Source::default(), &bytes, &Options::default()).unwrap_err().code, "damaged");
}

#[test]
fn a_bomb_stops_at_the_limit() {
    let bytes = package(&[("word/document.xml", &document(&" ".repeat(1 << 20)))]);
    let options = Options { max_bytes: 1 << 16, ..Options::default() };
    assert!(bytes.len() < 1 << 13);
    assert_eq!(read_into(&mut Source::default(), &bytes, &options).unwrap_err().code, "too-large");
}

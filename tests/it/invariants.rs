//! What must hold for every text: nothing lost, every row grounded, no number vanished, the same twice. Tried on the
//! reports of `raw/`, on texts put together by chance from the stuff of reports, and on plain chance.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::LazyLock;

use baobiao::intake::{self, Options, Source};
use baobiao::rules::Rules;
use baobiao::structure::SegmentKind;
use baobiao::text::Span;
use baobiao::{Document, process};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use crate::workspace::Workspace;

static RULES: LazyLock<Rules> = LazyLock::new(Rules::builtin);

fn read(text: &str) -> Document {
    process(Source { name: "test.txt".to_owned(), text: text.to_owned(), ..Source::default() }, &RULES)
}

/// The reports that ship.
fn shipped() -> Vec<(String, String)> {
    let (inputs, failures) = intake::discover(Path::new("raw")).unwrap();
    assert!(failures.is_empty(), "{failures:?}");
    let mut texts = Vec::new();
    for input in &inputs {
        intake::read(input, &Options::default(), &mut |source| {
            let source = source.unwrap_or_else(|failure| panic!("{}: {}", failure.name, failure.message));
            texts.push((source.name, source.text));
        });
    }
    assert!(texts.len() >= 5);
    texts
}

/// Invariant 1: the segments, put together, are the source.
fn lost(document: &Document) -> Option<String> {
    let mut at = 0;
    for segment in &document.records.segments {
        if segment.span.start != at || segment.span.is_empty() {
            return Some(format!("a segment at {:?} after one that ends at {at}", segment.span));
        }
        at = segment.span.end;
    }
    (at != document.text.len()).then(|| format!("segments end at {at}, the text at {}", document.text.len()))
}

/// The words at a row's span; none where it lies past the end of the text.
fn at(document: &Document, span: Span) -> Cow<'_, str> {
    if span.end <= document.text.len() { document.text.slice(span).into() } else { "".into() }
}

/// Every row's quoted words with their span.
fn quotes(document: &Document) -> Vec<(&'static str, Span, Cow<'_, str>)> {
    let records = &document.records;
    let mut quotes = Vec::new();
    quotes.extend(records.activities.iter().map(|row| ("activity", row.span, at(document, row.span))));
    quotes.extend(records.activities.iter().map(|row| ("activity's verb", row.verb_span, document.words(row.verb))));
    quotes.extend(records.counts.iter().map(|row| ("count", row.span, at(document, row.span))));
    quotes.extend(records.commitments.iter().map(|row| ("commitment", row.span, at(document, row.span))));
    quotes.extend(records.commitments.iter().map(|row| ("commitment's verb", row.verb_span, document.words(row.verb))));
    quotes.extend(records.mentions.iter().map(|row| ("mention", row.span, at(document, row.span))));
    quotes.extend(records.sections.iter().map(|row| ("heading", row.heading_span, row.heading.as_str().into())));
    quotes
}

/// Characters that show nothing, which web pages leave within words.
fn is_void(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}' | '\u{202a}'..='\u{202e}')
}

/// Invariant 2: the words at a row's span are those it quotes. A line break or a page number that cuts them lies
/// inside the span and not in the words; nothing else that shows may differ.
fn ungrounded(document: &Document) -> Option<String> {
    quotes(document).into_iter().find_map(|(what, span, words)| {
        let Some(source) = document.text.chars().get(span.range()) else {
            return Some(format!("the {what} “{words}” lies at {span:?}, past the end"));
        };
        let is_cut = source.iter().any(|c| c.is_whitespace() || is_void(*c));
        let mut rest = source.iter();
        let is_in_order = words.chars().all(|c| rest.any(|&found| found == c));
        let is_same = words.chars().eq(source.iter().copied());
        let found: String = source.iter().collect();
        let is_grounded = is_same || is_cut && is_in_order;
        (!is_grounded).then(|| format!("the {what} at {span:?} quotes “{words}”, found “{found}”"))
    })
}

/// Invariant 3: every digit outside noise lies in a mention or an issue.
fn vanished(document: &Document) -> Option<String> {
    let records = &document.records;
    let mut told = vec![false; document.text.len()];
    let noise = records.segments.iter().filter(|s| matches!(s.kind, SegmentKind::Noise | SegmentKind::Blank));
    let spans = noise.map(|segment| segment.span).chain(records.mentions.iter().map(|mention| mention.span));
    for span in spans.chain(records.findings.iter().filter_map(|finding| finding.span)) {
        told[span.range()].fill(true);
    }
    let is_digit = |c: char| c.is_ascii_digit() || ('０'..='９').contains(&c);
    let at = document.text.chars().iter().zip(&told).position(|(&c, &told)| is_digit(c) && !told)?;
    let around = Span::new(at.saturating_sub(12), (at + 12).min(document.text.len()));
    Some(format!("the digit at {at} in “{}”, line {}", document.text.slice(around), document.text.line(at)))
}

#[test]
fn shipped_reports_lose_nothing_and_quote_what_is_there() {
    for (name, text) in shipped() {
        let document = read(&text);
        assert_eq!(lost(&document), None, "{name}");
        assert_eq!(ungrounded(&document), None, "{name}");
        assert_eq!(vanished(&document), None, "{name}");
        assert!(!document.records.counts.is_empty() && !document.records.activities.is_empty(), "{name} gave no rows");
    }
}

#[test]
fn every_count_is_a_mention_that_says_so() {
    for (name, text) in shipped() {
        let document = read(&text);
        let used: BTreeSet<usize> = document.records.mentions.iter().filter_map(|mention| mention.count).collect();
        for count in &document.records.counts {
            assert!(
                used.contains(&count.span.start),
                "{name}: no mention was used by the count {}",
                at(&document, count.span)
            );
        }
        for mention in &document.records.mentions {
            let is_told = mention.count.is_some() || !mention.reason.is_empty();
            assert!(is_told, "{name}: {} is no count and does not say why", at(&document, mention.span));
        }
    }
}

#[test]
fn published_rows_quote_the_published_text() {
    let here = Workspace::new();
    let raw = std::path::absolute("raw").unwrap();
    assert_eq!(here.run(&["--raw", raw.to_str().unwrap(), "--quiet"]).code, 0);
    for table in ["segments", "mentions", "counts", "activities", "commitments"] {
        let rows = here.table(table);
        assert!(!rows.is_empty(), "{table}");
        for row in rows {
            let text: Vec<char> = here.read(&format!("output/text/{}.txt", row["doc_id"])).chars().collect();
            let (start, end): (usize, usize) = (row["start"].parse().unwrap(), row["end"].parse().unwrap());
            let line = 1 + text[..start].iter().filter(|&&c| c == '\n').count();
            assert_eq!(row["line"], line.to_string(), "{table}: {row:?}");
            let words: String = text[start..end].iter().filter(|c| !c.is_whitespace()).collect();
            let quoted: String = row["text"].trim_start_matches('\'').chars().filter(|c| !c.is_whitespace()).collect();
            let mut rest = words.chars();
            assert!(quoted.chars().all(|c| rest.any(|found| found == c)), "{table}: {quoted} is not in {words}");
        }
    }
}

/// The stuff that reports are made of, and what disturbs it.
fn piece() -> impl Strategy<Value = String> {
    let stuff = [
        "一、过去一年工作回顾",
        "（一）",
        "二、今年工作安排",
        "各位代表：",
        "第一部分",
        "——",
        "- ",
        "\n",
        "\n\n",
        "　　",
        "\r",
        "，",
        "。",
        "、",
        "；",
        "：",
        "“",
        "”",
        "《",
        "》",
        "（",
        "）",
        ",",
        ".",
        "(",
        ")",
        "%",
        "％",
        "‰",
        "召开",
        "推进",
        "落实",
        "制定完善",
        "围绕",
        "聚焦",
        "就",
        "向市委",
        "把",
        "将",
        "被",
        "得到",
        "为",
        "的",
        "和",
        "等",
        "力争",
        "确保",
        "会议",
        "提案",
        "改革",
        "项目",
        "社情民意信息",
        "国内生产总值",
        "增长",
        "分别",
        "达到",
        "提高到",
        "同比",
        "其中",
        "5次",
        "4100件",
        "１２３",
        "4,100",
        "1 086件",
        "98. 6%",
        "10~15亿元",
        "6%—6.5%",
        "三成",
        "三分之二",
        "百分之九十八点六",
        "十几个",
        "数百人",
        "一万五千亿",
        "两三",
        "翻一番",
        "余",
        "近",
        "超过",
        "左右",
        "以上",
        "2021年",
        "1月3日",
        "“十四五”",
        "两个确立",
        "第十五届",
        "〔2021〕5号",
        "70周年",
        "5G",
        "一系列",
        "第3版",
        "责任编辑：",
        "- 1 -",
        "http://a.cn/1?b=2",
        "亿",
        "万",
        "点",
        "零",
        "〇",
        "é",
        "𠮷",
        "\u{200b}",
        "\u{feff}",
        "👍🏽",
    ];
    prop_oneof![
        20 => proptest::sample::select(stuff.to_vec()).prop_map(str::to_owned),
        2 => "\\PC{1,4}",
        1 => "[0-9０-９.,，]{1,30}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, rng_seed: RngSeed::Fixed(20261126), ..ProptestConfig::default() })]

    #[test]
    fn texts_of_reports_stuff_keep_the_invariants(pieces in proptest::collection::vec(piece(), 0..120)) {
        let text = pieces.concat().replace('\r', "\n");
        let document = read(&text);
        prop_assert_eq!(lost(&document), None);
        prop_assert_eq!(ungrounded(&document), None);
        prop_assert_eq!(vanished(&document), None);
    }

    #[test]
    fn any_text_at_all_keeps_the_invariants(text in "(?s).{0,200}") {
        let document = read(&text.replace("\r\n", "\n").replace('\r', "\n"));
        prop_assert_eq!(lost(&document), None);
        prop_assert_eq!(ungrounded(&document), None);
    }
}

//! Every row of the lexicons of recognition as a case, and numbers with what they come to.

use std::sync::LazyLock;

use super::{Mention, mentions_in};
use crate::rules::{Lexicon, Row, Rules};

static RULES: LazyLock<Rules> = LazyLock::new(Rules::builtin);

/// The mention that covers exactly these characters.
fn covering(mentions: &[Mention], start: usize, end: usize) -> Option<&Mention> {
    mentions.iter().find(|mention| (mention.span.start, mention.span.end) == (start, end))
}

/// A row's example without its marks, and where its hit lies.
fn example(row: &Row) -> (String, usize, usize) {
    let marked: Vec<char> = row.example.chars().collect();
    let start = marked.iter().position(|&c| c == '【').expect("the loader asks for a marked hit");
    let end = marked.iter().position(|&c| c == '】').expect("the loader asks for a marked hit") - 1;
    (row.example.replace(['【', '】'], ""), start, end)
}

/// Runs `fault` over every row and tells all that fail, by id.
fn each_row(lexicon: &Lexicon, fault: impl Fn(&Row) -> Option<String>) {
    let faults: Vec<String> =
        lexicon.rows().iter().filter_map(|row| fault(row).map(|fault| format!("{}: {fault}", row.id))).collect();
    assert!(faults.is_empty(), "{} rows fail:\n{}", faults.len(), faults.join("\n"));
}

fn amount(mention: &Mention) -> String {
    let Some(quantity) = &mention.quantity else { return String::new() };
    let value = quantity.value.map(|value| value.normalize().to_string()).unwrap_or_default();
    format!("{value} {}", quantity.unit).trim().to_owned()
}

#[test]
fn every_unit_is_read_in_its_example() {
    each_row(&RULES.units, |row| {
        let (text, start, end) = example(row);
        let found = mentions_in(&text, &RULES);
        let Some(hit) = covering(&found, start, end) else {
            return Some(format!("expected a mention of {}, found {found:?}", row.example));
        };
        let got = amount(hit);
        (row.class != "word" && got != row.expect).then(|| format!("expected {}, found {got}", row.expect))
    });
}

#[test]
fn a_passage_ends_what_its_quotes_left_open() {
    let found = mentions_in("建设“三馆\n12个”，双拥\n双碳", &RULES);
    let told: Vec<_> = found.iter().map(|m| (m.span.start, m.span.end, m.kind.name())).collect();
    assert_eq!(told[1..], [(6, 9, "quantity"), (11, 13, "slogan"), (14, 16, "slogan")], "{found:?}");
}

#[test]
fn no_phrase_is_told_inside_what_makes_a_name_of_a_numeral() {
    let told = |line| -> Vec<_> { mentions_in(line, &RULES).iter().map(|m| (m.span.start, m.span.end)).collect() };
    assert_eq!(told("看百年"), [(1, 3)]);
    assert_eq!(told("看个百年"), [(2, 3)]);
    assert_eq!(told("看八个百年"), [(1, 5)]);
}

#[test]
fn every_qualifier_bounds_its_example() {
    each_row(&RULES.qualifiers, |row| {
        let (text, start, end) = example(row);
        let found = mentions_in(&text, &RULES);
        if row.class == "none" {
            let bounded = found.iter().any(|m| m.quantity.as_ref().is_some_and(|q| q.bound.name() != "exact"));
            return bounded.then(|| format!("expected no bound in {text}, found {found:?}"));
        }
        let got = covering(&found, start, end).and_then(|hit| Some(hit.quantity.as_ref()?.bound.name()));
        (got != Some(&row.expect)).then(|| format!("expected {} in {}, found {got:?}", row.expect, row.example))
    });
}

#[test]
fn every_set_phrase_shields_its_numeral() {
    each_row(&RULES.slogans, |row| {
        let (text, start, end) = example(row);
        let found = mentions_in(&text, &RULES);
        let got = covering(&found, start, end).map(|hit| hit.kind.name());
        (got != Some(&row.expect)).then(|| format!("expected {} in {}, found {got:?}", row.expect, row.example))
    });
}

#[test]
fn every_word_of_time_places_its_example() {
    each_row(&RULES.periods, |row| {
        let (text, start, end) = example(row);
        let found = mentions_in(&text, &RULES);
        let got = covering(&found, start, end).map(|hit| hit.kind.name());
        (got != Some(&row.expect)).then(|| format!("expected {} in {}, found {got:?}", row.expect, row.example))
    });
}

#[test]
fn no_row_speaks_where_it_must_be_silent() {
    for lexicon in [&RULES.units, &RULES.qualifiers, &RULES.slogans, &RULES.periods] {
        each_row(lexicon, |row| {
            let found = mentions_in(&row.allows, &RULES);
            let spoken = found.iter().find(|mention| match &*row.class {
                "suffix" => mention.reason == row.get("makes") && mention.span.len() > 2,
                "before" | "before_magnitude" | "after" | "after_measure" => {
                    mention.quantity.as_ref().is_some_and(|q| q.bound.name() == row.get("bound"))
                }
                _ => mention.reason.is_empty() && mention.quantity.as_ref().is_some_and(|q| q.unit == row.term),
            });
            spoken.map(|mention| format!("expected silence in {}, found {mention:?}", row.allows))
        });
    }
}

/// What a line comes to: text, value, low, high, bound, unit of each mention that may be a count.
fn counted(line: &str) -> Vec<String> {
    let chars: Vec<char> = line.chars().collect();
    mentions_in(line, &RULES)
        .into_iter()
        .filter(|mention| mention.reason.is_empty())
        .filter_map(|mention| {
            let quantity = mention.quantity?;
            let number = |n: Option<rust_decimal::Decimal>| n.map(|n| n.normalize().to_string()).unwrap_or_default();
            let text: String = chars[mention.span.range()].iter().collect();
            let (value, low, high) = (number(quantity.value), number(quantity.low), number(quantity.high));
            Some(format!("{text}|{value}|{low}|{high}|{}|{}", quantity.bound.name(), quantity.unit))
        })
        .collect()
}

#[test]
fn quantities_come_out_in_decimals() {
    for (line, want) in [
        ("总产值9356.7亿元，", "9356.7亿元|935670000000|935670000000|935670000000|exact|元"),
        ("受理１，０８６件，", "１，０８６件|1086|1086|1086|exact|件"),
        ("受理1 086件，", "1 086件|1086|1086|1086|exact|件"),
        ("比例98. 6%，", "98. 6%|98.6|98.6|98.6|exact|%"),
        ("投资10~15亿元，", "10~15亿元||1000000000|1500000000|range|元"),
        ("开展3至5件，", "3至5件||3|5|range|件"),
        ("保持6%—6.5%，", "6%—6.5%||6|6.5|range|%"),
        ("百分之九十八点六", "百分之九十八点六|98.6|98.6|98.6|exact|%"),
        ("占三分之一，", "三分之一|33.333333|33.333333|33.333333|exact|%"),
        ("超八成五，", "超八成五|85|85||above|%"),
        ("投资近一万五千亿元，", "近一万五千亿元|1500000000000||1500000000000|below|元"),
        ("投放二十万亿元，", "二十万亿元|20000000000000|20000000000000|20000000000000|exact|元"),
        ("筹集几千万元，", "几千万元||||about|元"),
        ("带动十几万人，", "十几万人|100000|100000||above|人"),
        ("发电300万千瓦时，", "300万千瓦时|3000000|3000000|3000000|exact|千瓦时"),
        ("浓度28微克/立方米左右，", "28微克/立方米左右|28|||about|微克/立方米"),
        ("突破百亿元，", "突破百亿元|10000000000|10000000000||above|元"),
        ("新增两三个点，", "两三个||2|3|range|个"),
        ("提高2.6个百分点，", "2.6个百分点|2.6|2.6|2.6|exact|百分点"),
        ("控制在29%左右，", "控制在29%左右|29|||about|%"),
        ("缩短两年半，", "两年半|2.5|2.5|2.5|exact|年"),
        ("卖货320来万元，", "320来万元|3200000|||about|元"),
        ("来了十来个人，", "十来个|10|||about|个"),
        ("产值过3亿元，", "过3亿元|300000000|300000000||above|元"),
        ("全部过了18万元，", "过了18万元|180000|180000||above|元"),
        ("存栏破了700头，", "破了700头|700|700||above|头"),
        ("突破千万大关，", "突破千万|10000000|10000000||above|"),
        ("用户突破百万，", "突破百万|1000000|1000000||above|"),
        ("设立三百多个点位，", "三百多个|300|300||above|个"),
    ] {
        assert_eq!(counted(line), [want], "{line}");
    }
}

#[test]
fn what_counts_nothing_says_why() {
    for line in [
        "落实四个意识",
        "第十四届",
        "2021年",
        "〔2021〕5号",
        "建会70周年",
        "“三标”活动",
        "过去五年",
        "省市县三级",
        "一村一品",
        "5A级景区",
        "十大工程",
        "80岁以上老人",
        "1+N体系",
        "三会一课",
        "一批项目",
        "一个平台",
        "12345热线",
        "三季度",
        "9:30开会",
        "五四青年节",
        "二期项目",
        "三分规划、七分管护",
        "百里画廊",
        "前三户企业",
        "收案数十二年来首次回落",
        "晚上七点半开放",
        "上午9点开会",
        "迈上一个千亿台阶",
        "城乡收入比降至1.72:1",
        "产业结构比为10:47.5:42.5",
        "三次产业比调整为10:47:43",
        "按1:3配备人员",
    ] {
        assert_eq!(counted(line), [""; 0], "{line}");
    }
    assert_eq!(counted("编号30:5件").last().map(String::as_str), Some("5件|5|5|5|exact|件"));
}

#[test]
fn every_numeral_is_in_one_mention() {
    let line = "一手抓两千三百万亩粮田，10个县、七成村用上5G，百姓千方百计增收3.5%，“十四五”收官。";
    let mentions = mentions_in(line, &RULES);
    for (at, c) in line.chars().enumerate().filter(|&(_, c)| super::numeral::is_numeral(c)) {
        let holding = mentions.iter().filter(|m| m.span.start <= at && at < m.span.end).count();
        assert_eq!(holding, 1, "{c} at {at}");
    }
}

#[test]
fn number_ends_before_two_that_counts_something_else() {
    let found = mentions_in("产值跨上600亿两个台阶。", &RULES);
    let amounts: Vec<String> = found.iter().map(amount).filter(|amount| !amount.is_empty()).collect();
    assert_eq!(amounts, ["60000000000", "2 个台阶"]);
    let found = mentions_in("投入三亿两千万元。", &RULES);
    assert_eq!(found.iter().map(amount).collect::<Vec<_>>(), ["320000000 元"]);
}

//! Names of bodies: how they end (organs.csv), and which one a line speaks for.

use super::place::LABELS;
use crate::rules::Rules;
use crate::structure::year::years_at;

/// Characters of the longest name of a body.
const LONGEST: usize = 40;
/// Characters of the longest label before a title.
const LABEL: usize = 6;
/// Characters of the longest name of an office.
const LONGEST_OFFICE: usize = 24;

/// What the end of a name makes it: the `name` of its row in organs.csv, or nothing.
fn form<'a>(name: &str, rules: &'a Rules) -> &'a str {
    let chars: Vec<char> = name.chars().collect();
    let row = rules.organs.longest_before(&chars, chars.len()).filter(|_| chars.len() <= LONGEST);
    row.map_or("", |(row, _)| row.get("name"))
}

/// Whether a name is that of a body, whole or short: 某县人民政府, 县政府.
pub fn is_body(name: &str, rules: &Rules) -> bool {
    matches!(form(name, rules), "whole" | "short")
}

/// Whether a name is the whole and not the short one: 人民政府, and not 政府.
pub fn is_whole(name: &str, rules: &Rules) -> bool {
    form(name, rules) == "whole"
}

/// Whether a name is that of a department or an office, which reports for itself: 某县水利局, 某省教育厅, 管委会办公室.
pub fn is_office(name: &str, rules: &Rules) -> bool {
    form(name, rules) == "office" && (3..=LONGEST_OFFICE).contains(&name.chars().count())
}

/// Where the first name of a body in text begins, in bytes.
pub fn first_body(text: &str, rules: &Rules) -> Option<usize> {
    let named = |row: usize| matches!(rules.organs.rows()[row].get("name"), "whole" | "short");
    rules.organs.hits(text).find(|hit| named(hit.row)).map(|hit| hit.start)
}

/// The body that a line speaks for: X of 受X委托, 代表X, or of X…提请审议.
pub fn spoken_for(line: &str, rules: &Rules) -> Option<String> {
    let spoken = || {
        line.match_indices("代表").find_map(|(at, word)| {
            let rest = &line[at + word.len()..];
            let end =
                rest.find(['，', '、', '。', '向', '作', '提', '做']).into_iter().chain(rest.find("报告")).min()?;
            is_body(&rest[..end], rules).then(|| rest[..end].to_owned())
        })
    };
    let entrusted = entrusting(line).filter(|body| is_body(body, rules)).map(str::to_owned);
    entrusted.or_else(spoken).or_else(|| handing(line, rules))
}

/// X of 受X委托.
pub fn entrusting(line: &str) -> Option<&str> {
    let (_, rest) = line.split_once('受')?;
    rest.split_once("委托").map(|(body, _)| body.trim_end_matches('的'))
}

/// The body that a sentence has hand over its report: 某市人民政府工作报告提请…审议, 某市…常务委员会向大会报告了工作.
fn handing(line: &str, rules: &Rules) -> Option<String> {
    line.split(['，', '。', '：', '】', ' ']).find_map(|clause| {
        let end = clause.find("工作报告").or_else(|| clause.find('向').filter(|_| clause.contains("报告")))?;
        let body = clause[..end].trim_end_matches('的');
        // who hands it over is a body, and not the sentence that tells of someone who does
        let told = body.contains(['在', '作', '了']) || rules.offices.hits(body).next().is_some();
        (!told && is_whole(body, rules)).then(|| body.to_owned())
    })
}

/// The body that a title begins with: up to 关于, its year or 工作报告.
pub fn titled(title: &str) -> Option<&str> {
    let start = title.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '年' | '—' | '-'));
    // 提请审议：某县人民政府工作报告
    let labelled = start.split_once('：').filter(|(label, _)| label.chars().count() <= LABEL);
    let start = labelled.map_or(start, |(_, rest)| rest);
    // 数说检察丨一张账单读懂某区人民检察院工作报告
    let explained = LABELS.iter().filter_map(|label| start.rfind(label).map(|at| at + label.len())).max();
    let start = explained
        .and_then(|at| start.get(at..))
        .filter(|rest| !rest.starts_with(['丨', '|', '｜', '，']))
        .unwrap_or(start);
    let year = years_at(start).next().map(|(_, place)| place.start).filter(|&at| at > 0);
    let end = start.find("关于").filter(|&at| at > 0).into_iter().chain(year).min();
    let end = end.or_else(|| start.find("工作报告")).or_else(|| start.find("报告"))?;
    Some(&start[..end])
}

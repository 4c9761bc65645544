//! Front matters of many kinds of reports, each with the fields that it tells beside it.

mod fronts;
mod news;
mod years;

use std::sync::LazyLock;

use crate::extract::DocumentFields;
use crate::rules::Rules;
use crate::structure::outline;
use crate::text::SourceText;

/// Below every front: a report of two parts, so that years are told too.
const BODY: &str = "
一、2023年工作回顾
　　完成固定资产投资120亿元，新建学校5所，改造道路12公里，新增就业3000人。
二、2024年工作安排
　　新建学校8所，改造道路20公里，新增就业3500人，建成高标准农田2万亩。
";

fn fields(text: &str) -> DocumentFields {
    static RULES: LazyLock<Rules> = LazyLock::new(Rules::builtin);
    let rules = &*RULES;
    let source = SourceText::new(text);
    super::fields(&source, &outline(&source, rules), "report.txt", rules)
}

/// kind · organ · region level code · term · session · reporter · date basis
fn line(fields: &DocumentFields) -> String {
    let number = |number: Option<u32>| number.map_or("–".to_owned(), |number| number.to_string());
    let or_none = |text: &str| if text.is_empty() { "–".to_owned() } else { text.to_owned() };
    format!(
        "{} · {} · {} {} {} · {} · {}/{} · {} · {} {}",
        fields.report_kind.name(),
        or_none(&fields.organ),
        or_none(&fields.region),
        fields.region_level.map_or("–", |level| level.name()),
        or_none(&fields.region_code),
        number(fields.term),
        number(fields.session_term),
        number(fields.session_meeting),
        or_none(&fields.reporter),
        fields.report_date.map_or("–".to_owned(), |date| date.to_string()),
        fields.report_date_basis.map_or("–", |basis| basis.name()),
    )
}

/// review · plan
fn spans(fields: &DocumentFields) -> String {
    let years = |start: Option<i32>, end: Option<i32>| match (start, end) {
        (Some(start), Some(end)) if start == end => start.to_string(),
        (Some(start), Some(end)) => format!("{start}–{end}"),
        _ => "–".to_owned(),
    };
    let review = years(fields.review_start, fields.review_end);
    format!("{review} · {}", years(fields.plan_start, fields.plan_end))
}

//! Which column of a table holds what, by its name: in English as the tables of this program call it, in Chinese as
//! people do. A column that no name fits is metadata.

use std::collections::BTreeMap;

/// What the column of the text is called, the most telling first.
const TEXT: [&str; 19] = [
    "text",
    "content",
    "body",
    "full_text",
    "fulltext",
    "article",
    "正文",
    "报告正文",
    "报告全文",
    "全文",
    "报告内容",
    "内容",
    "文本",
    "正文内容",
    "文本内容",
    "报告文本",
    "原文",
    "中文",
    "zh",
];

/// Fields of documents, and what columns of them are called. When something was put on the web is not when the report
/// was given, so such dates are metadata.
const FIELDS: [(&str, &[&str]); 16] = [
    ("title", &["title", "标题", "报告标题", "报告名称", "题目", "题名"]),
    ("report_date", &["report_date", "date", "报告日期", "日期", "报告时间"]),
    ("url", &["url", "link", "网址", "链接", "原文链接"]),
    ("report_kind", &["report_kind", "报告类型"]),
    ("organ", &["organ", "报告机关", "机关"]),
    ("region", &["region", "地区", "行政区"]),
    ("region_code", &["region_code", "地区代码", "行政区划代码"]),
    ("region_level", &["region_level", "地区层级"]),
    ("term", &["term", "届次"]),
    ("session_term", &["session_term", "会议届次"]),
    ("session_meeting", &["session_meeting", "会议次数"]),
    ("reporter", &["reporter", "报告人"]),
    ("review_start", &["review_start", "回顾起始年"]),
    ("review_end", &["review_end", "回顾截止年"]),
    ("plan_start", &["plan_start", "计划起始年"]),
    ("plan_end", &["plan_end", "计划截止年"]),
];

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    Text,
    /// A field of documents, by its column there.
    Field(&'static str),
    Metadata,
}

/// What each of the columns called `names` holds. `told` names columns by role (`text`, `title`, `date`); where a
/// table has no column of that name, names decide. Of two that would hold the same the first in the lists wins.
pub fn assign(names: &[&str], told: &BTreeMap<String, String>) -> Vec<Holds> {
    let mut all = vec![Holds::Metadata; names.len()];
    let find = |role: &str, usual: &[&str]| {
        let by_name = |wanted: &str| names.iter().position(|name| name.trim().eq_ignore_ascii_case(wanted));
        told.get(role).and_then(|wanted| by_name(wanted.trim())).or_else(|| usual.iter().find_map(|name| by_name(name)))
    };
    for (field, usual) in FIELDS {
        let role = if field == "report_date" { "date" } else { field };
        if let Some(index) = find(role, usual) {
            all[index] = Holds::Field(field);
        }
    }
    if let Some(index) = find("text", &TEXT) {
        all[index] = Holds::Text;
    }
    all
}

/// The field of documents that a name in a sidecar means.
pub fn field(name: &str) -> Option<&'static str> {
    let name = name.trim();
    FIELDS.iter().find(|(_, names)| names.iter().any(|usual| usual.eq_ignore_ascii_case(name))).map(|(field, _)| *field)
}

/// A given value in the form that its field wants: days as ISO dates, whatever their marks.
pub fn tidy(field: &str, value: &str) -> String {
    let value = value.trim();
    let day = (field == "report_date").then(|| iso_day(value)).flatten();
    day.unwrap_or_else(|| value.to_owned())
}

/// `2024-01-05` of `2024年1月5日`, `2024/1/5`, `20240105` and `2024-01-05 09:00:00`.
fn iso_day(value: &str) -> Option<String> {
    let day = value.split([' ', 'T']).next()?;
    let parts: Vec<&str> = match day.len() {
        8 if day.bytes().all(|byte| byte.is_ascii_digit()) => vec![&day[..4], &day[4..6], &day[6..]],
        _ => day.split(['-', '/', '.', '年', '月', '日']).filter(|part| !part.is_empty()).collect(),
    };
    let [year, month, day] = parts[..] else { return None };
    let day = chrono::NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)?;
    (year.len() == 4).then(|| day.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_found_by_name_or_told() {
        let names = ["ID", "Title", " 正文 ", "date", "发布时间", "摘要"];
        let told = BTreeMap::new();
        let expected = [
            Holds::Metadata,
            Holds::Field("title"),
            Holds::Text,
            Holds::Field("report_date"),
            Holds::Metadata,
            Holds::Metadata,
        ];
        assert_eq!(assign(&names, &told), expected);
        let told =
            [("text", "摘要"), ("date", "发布时间"), ("title", "没有")].map(|(a, b)| (a.to_owned(), b.to_owned()));
        let all = assign(&names, &told.into());
        assert_eq!((all[1], all[2]), (Holds::Field("title"), Holds::Metadata));
        assert_eq!((all[4], all[5]), (Holds::Field("report_date"), Holds::Text));
    }

    #[test]
    fn days_become_iso_dates_and_nothing_else_changes() {
        for written in ["2024年1月5日", "2024/1/5", "20240105", "2024-01-05 09:00:00", "2024-01-05T09:00:00Z"] {
            assert_eq!(tidy("report_date", written), "2024-01-05", "{written}");
        }
        for written in ["去年", "2024", "2024-13-05", "05/01/2024"] {
            assert_eq!(tidy("report_date", written), written);
        }
        assert_eq!(tidy("region", " 青石县 "), "青石县");
    }
}

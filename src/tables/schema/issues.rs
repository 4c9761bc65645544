//! The table `issues`: what a person should look at.

use super::{Column, Table, terms};
use crate::issue::Severity;

/// Something that a person should look at.
pub static ISSUES: Table = Table {
    name: "issues",
    en: "Issues",
    zh: "问题",
    description: "One row for each thing that a person should look at, also for inputs that could not be read.",
    columns: &[
        Column::text("issue_id", "Issue", "问题编号")
            .is("iss-, the document's digits, the code and the place", "iss-5f2a9c01d3e4-repeated-body-2048")
            .required(),
        Column::text("doc_id", "Document", "文档编号")
            .is("The report that it was found in; empty where none could be read", "doc-5f2a9c01d3e4")
            .references("documents"),
        Column::text("source_name", "Source name", "来源名称")
            .is("The input that it was found in", "2023/report.txt")
            .required(),
        Column::text("code", "Code", "代码").is("Stable name of the sort of issue", "repeated-body").required(),
        Column::term("severity", terms!(Severity), "Severity", "严重程度")
            .is("Whether rows are missing (error), may be wrong (warning), or nothing is lost (info)", "warning")
            .required(),
        Column::text("message", "Message", "说明")
            .is(
                "What was expected, what was found, and what to do",
                "The report's body stands twice; its rows are counted once.",
            )
            .required(),
        Column::integer("start", "Start", "起始位置")
            .is("Offset of its first character in the source text, where it has a place", "2048")
            .unit("characters"),
        Column::integer("end", "End", "结束位置").is("Offset just past its last character", "4096").unit("characters"),
        Column::integer("line", "Line", "行号").is("Line of the source text, counted from 1", "31"),
        Column::text("text", "Words", "原文")
            .is("The words that it is about, as the source writes them; empty where they are long", "一、"),
    ],
};

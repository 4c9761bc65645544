//! The table `documents`: one row for each report that was read.

use super::{Column, Table, terms};
use crate::extract::{DateBasis, RegionLevel, ReportKind};

/// A report that was read.
pub static DOCUMENTS: Table = Table {
    name: "documents",
    en: "Documents",
    zh: "文档",
    description: "One row for each report that was read, with where it came from and what it says of itself.",
    columns: &[
        Column::text("doc_id", "Document", "文档编号")
            .is("doc- and the first 12 hex digits of source_sha256; a repeat of the same bytes has 8 digits of its name after it", "doc-5f2a9c01d3e4")
            .required(),
        Column::text("source_name", "Source name", "来源名称")
            .is("Path from the raw folder; a member of an archive follows after !, a row of a table after #", "2023/report.txt")
            .required(),
        Column::text("source_sha256", "SHA-256", "来源校验值")
            .is("sha256 in hex of the bytes of the file, archive member or table row", "5f2a9c01d3e4…")
            .required(),
        Column::integer("bytes", "Bytes", "字节数").is("Size of those bytes", "30412").unit("bytes").required(),
        Column::text("format", "Format", "格式").is("What kind of file it is", "html").required(),
        Column::text("encoding", "Encoding", "编码").is("Encoding that the text was decoded from", "UTF-8"),
        Column::term("line_ending", || vec!["lf", "crlf", "cr", "mixed", "none"], "Line ending", "换行符")
            .is("Line ends as found in the source; the source text has LF alone", "crlf"),
        Column::integer("replacement_chars", "Undecodable characters", "替换字符数")
            .is("Characters that could not be decoded and stand as U+FFFD", "0")
            .unit("characters")
            .required(),
        Column::integer("characters", "Characters", "字符数")
            .is("Length of the source text that offsets point into", "10137")
            .unit("characters")
            .required(),
        Column::text("duplicate_of", "Duplicate of", "重复于")
            .is("The report that has the same bytes or the same text; its rows are published there alone", "doc-5f2a9c01d3e4")
            .references("documents"),
        Column::text("title", "Title", "标题").is("The report's own title", "政府工作报告"),
        Column::term("report_kind", terms!(ReportKind), "Report kind", "报告类型")
            .is("Whose report it is", "cppcc")
            .required(),
        Column::term("report_kind_basis", terms!(DateBasis), "Report kind basis", "报告类型依据").is("Whether the text states it, it was inferred, or it was given beside the report", "stated"),
        Column::text("organ", "Organ", "报告机关")
            .is("The reporting body, in full", "政协郑州市第十四届委员会常务委员会"),
        Column::term("organ_basis", terms!(DateBasis), "Organ basis", "报告机关依据").is("Whether the text states it, it was inferred, or it was given beside the report", "stated"),
        Column::text("region", "Region", "地区").is("Name of the region that the body serves", "郑州市"),
        Column::text("region_code", "Region code", "地区代码").is("Its GB/T 2260 code", "410100"),
        Column::term("region_level", terms!(RegionLevel), "Region level", "地区层级")
            .is("Its rung", "prefecture"),
        Column::term("region_basis", terms!(DateBasis), "Region basis", "地区依据").is("Whether the text states it, it was inferred, or it was given beside the report", "stated"),
        Column::integer("term", "Term", "届次").is("N of 第N届 of the reporting body", "14"),
        Column::integer("session_term", "Session term", "会议届次")
            .is("N of 第N届第M次会议, the meeting that it was given to", "15"),
        Column::integer("session_meeting", "Session meeting", "会议次数").is("M of 第N届第M次会议", "1"),
        Column::text("reporter", "Reporter", "报告人").is("Who gave the report", "杜新军"),
        Column::date("report_date", "Report date", "报告日期").is("The day on which it was given", "2023-01-03"),
        Column::term("report_date_basis", terms!(DateBasis), "Report date basis", "报告日期依据")
            .is("Whether the text states it, it was inferred, or it was given beside the report", "inferred"),
        Column::integer("review_start", "Review from", "回顾起始年").is("First year under review", "2018").unit("year"),
        Column::integer("review_end", "Review to", "回顾截止年").is("Last year under review", "2022").unit("year"),
        Column::term("review_basis", terms!(DateBasis), "Review basis", "回顾年份依据").is("Whether the text states it, it was inferred, or it was given beside the report", "stated"),
        Column::integer("plan_start", "Plan from", "计划起始年").is("First year planned for", "2023").unit("year"),
        Column::integer("plan_end", "Plan to", "计划截止年").is("Last year planned for", "2023").unit("year"),
        Column::term("plan_basis", terms!(DateBasis), "Plan basis", "计划年份依据").is("Whether the text states it, it was inferred, or it was given beside the report", "stated"),
        Column::text("url", "Address", "网址").is("Where it was published, as given beside the report", "https://example.org/1"),
        Column::text("given", "Given fields", "外部给定字段")
            .is("Columns of this row that were given beside the report and overrule its words, with ; between", "region;report_date"),
        Column::text("metadata", "Metadata", "元数据")
            .is("Whatever else came with the report, as a JSON object", "{\"editor\":\"秘书处\"}"),
    ],
};

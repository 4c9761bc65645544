//! The table `sections`: one row for each section of a report's outline.

use super::common::{DOC_ID, LINE, RULE};
use super::{Column, Table, terms};
use crate::structure::Role;

/// A section of the outline.
pub static SECTIONS: Table = Table {
    name: "sections",
    en: "Sections",
    zh: "章节",
    description: "One row for each section of a report's outline. Every character belongs to one innermost section.",
    columns: &[
        Column::text("section_id", "Section", "章节编号")
            .is("sec-, the document's digits and the section's start", "sec-5f2a9c01d3e4-120")
            .required(),
        DOC_ID,
        Column::text("parent_id", "Parent section", "上级章节编号")
            .is("The section that it is a part of; empty for the outermost", "sec-5f2a9c01d3e4-40")
            .references("sections"),
        Column::text("heading", "Heading", "标题").is("Its heading, joined over line wraps", "一、过去五年工作回顾"),
        Column::integer("level", "Level", "层级").is("Its depth: 1 is the outermost", "1").required(),
        Column::term("role", terms!(Role), "Role", "作用")
            .is("What it speaks of: what was done (review), what will be done (plan) …", "review")
            .required(),
        Column::integer("start", "Start", "起始位置")
            .is("Offset in the source text where its heading starts, or the section where it has none", "120")
            .unit("characters")
            .required(),
        Column::integer("heading_end", "Heading end", "标题结束位置")
            .is("Offset just past its heading: source[start:heading_end] is the heading as written", "130")
            .unit("characters")
            .required(),
        Column::integer("end", "End", "结束位置")
            .is("Offset just past its last character, subsections included", "2048")
            .unit("characters")
            .required(),
        LINE,
        RULE,
    ],
};

//! The table `commitments`: one row for each predicate that says what will be done or reached.

use super::common::{
    ACTOR, ACTOR_BASIS, BOUND, DOC_ID, END, LINE, MEASURE, NEEDS_REVIEW, RULE, SECTION_ID, START, TARGET, UNIT, VALUE,
    VALUE_HIGH, VALUE_LOW, VERB, VERB_START,
};
use super::{Column, Table, terms};
use crate::extract::{CommitmentKind, Modality};

/// One promise.
pub static COMMITMENTS: Table = Table {
    name: "commitments",
    en: "Commitments",
    zh: "承诺",
    description: "One row for each predicate that says what will be done or reached. Measure, value and unit are those of its first numeric target.",
    columns: &[
        Column::text("commitment_id", "Commitment", "承诺编号")
            .is("cmt-, the document's digits and verb_start", "cmt-5f2a9c01d3e4-130")
            .required(),
        DOC_ID,
        SECTION_ID,
        Column::term("kind", terms!(CommitmentKind), "Kind", "类型")
            .is("A measure is to reach a value (target), an act (task), or a course to hold (orientation)", "task")
            .required(),
        Column::text("theme", "Theme", "主题")
            .is("X of 聚焦X, 围绕X, 在X上, or the heading that it stands under", "政治引领"),
        ACTOR,
        ACTOR_BASIS,
        VERB,
        VERB_START,
        Column::text("object", "Object", "宾语").is("What is to be done or dealt with, as written", "学校20所"),
        TARGET,
        MEASURE,
        VALUE,
        VALUE_LOW,
        VALUE_HIGH,
        BOUND,
        UNIT,
        Column::term("modality", terms!(Modality), "Modality", "语气")
            .is("How firmly: plain or 将 (will), 力争 (strive), 必须 (must), 建议 (suggest)", "will")
            .required(),
        Column::date("horizon_start", "From", "起始日期").is("First day of the time that it is due in", "2023-01-01"),
        Column::date("horizon_end", "Due", "完成期限").is("Last day of that time", "2023-12-31"),
        Column::text("text", "Clause", "原文").is("The clause, as the source writes it", "新建学校20所").required(),
        START,
        END,
        LINE,
        RULE,
        NEEDS_REVIEW,
    ],
};

//! The table `counts`: one row for each stated quantity of something.

use super::common::{
    BOUND, DOC_ID, END, LINE, MEASURE, NEEDS_REVIEW, RULE, SECTION_ID, START, UNIT, VALUE, VALUE_HIGH, VALUE_LOW,
};
use super::{Column, Table, terms};
use crate::extract::{Comparison, CountKind, CountRole, Direction};

/// One stated quantity.
pub static COUNTS: Table = Table {
    name: "counts",
    en: "Counts",
    zh: "数量",
    description: "One row for each stated quantity of something: a number with a unit, or a bare number that counts.",
    columns: &[
        Column::text("count_id", "Count", "数量编号")
            .is("cnt-, the document's digits and the count's start", "cnt-5f2a9c01d3e4-134")
            .required(),
        DOC_ID,
        SECTION_ID,
        Column::text("activity_id", "Activity", "活动编号")
            .is("The activity whose clause states it", "act-5f2a9c01d3e4-130")
            .references("activities"),
        Column::text("commitment_id", "Commitment", "承诺编号")
            .is("The commitment whose clause states it", "cmt-5f2a9c01d3e4-130")
            .references("commitments"),
        MEASURE,
        VALUE,
        VALUE_LOW,
        VALUE_HIGH,
        BOUND.required(),
        UNIT,
        Column::term("kind", terms!(CountKind), "Kind", "类型")
            .is("How many or how much (level), by how much it moved (change), or a proportion (share)", "level")
            .required(),
        Column::term("direction", terms!(Direction), "Direction", "变动方向").is("Which way a change goes", "up"),
        Column::term("comparison", terms!(Comparison), "Comparison", "比较基准")
            .is("What a change is measured against: 同比, 年均, 累计", "year_on_year"),
        Column::term("role", terms!(CountRole), "Role", "性质")
            .is("Whether it was reached, or is aimed at", "achieved")
            .required(),
        Column::text("base_count_id", "Base count", "基数编号")
            .is("The count that this one changes", "cnt-5f2a9c01d3e4-120")
            .references("counts"),
        Column::text("part_of_count_id", "Part of count", "总数编号")
            .is("The count that this one is a part of", "cnt-5f2a9c01d3e4-110")
            .references("counts"),
        Column::text("text", "Quantity", "原文")
            .is("The quantity with its qualifier, as the source writes it", "100余次")
            .required(),
        START,
        END,
        LINE,
        RULE,
        NEEDS_REVIEW,
    ],
};

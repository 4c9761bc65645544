//! The table `mentions`: everything that was recognised, with what used it or why nothing did.

use super::common::{BOUND, DOC_ID, END, LINE, SECTION_ID, START, UNIT, VALUE, VALUE_HIGH, VALUE_LOW};
use super::{Column, Table, terms};
use crate::recognise::MentionKind;

/// One thing recognised.
pub static MENTIONS: Table = Table {
    name: "mentions",
    en: "Mentions",
    zh: "提及",
    description: "One row for each number, date, period, region, organ, session, slogan or name that was recognised.",
    columns: &[
        Column::text("mention_id", "Mention", "提及编号")
            .is(
                "mnt-, the document's digits and the mention's start; a later one at that start has -2, -3 … after it",
                "mnt-5f2a9c01d3e4-134",
            )
            .required(),
        DOC_ID,
        SECTION_ID,
        Column::term("kind", terms!(MentionKind), "Kind", "类型").is("What it is", "quantity").required(),
        VALUE,
        VALUE_LOW,
        VALUE_HIGH,
        BOUND,
        UNIT,
        Column::date("period_start", "From", "起始日期")
            .is("First day, for a date or period that can be placed", "2022-01-01"),
        Column::date("period_end", "To", "截止日期")
            .is("Last day, for a date or period that can be placed", "2022-12-31"),
        Column::text("count_id", "Count", "数量编号")
            .is("The count that used it", "cnt-5f2a9c01d3e4-134")
            .references("counts"),
        Column::text("reason", "Reason", "原因").is("Why it is no count, or the rule that decided", "slogan"),
        Column::text("text", "Words", "原文").is("The words, as the source writes them", "两个确立").required(),
        START,
        END,
        LINE,
    ],
};

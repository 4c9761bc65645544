//! The table `activities`: one row for each predicate that reports something done.

use super::common::{
    ACTOR, ACTOR_BASIS, DOC_ID, END, LINE, NEEDS_REVIEW, RULE, SECTION_ID, START, TARGET, VERB, VERB_START,
};
use super::{Column, Table, terms};
use crate::extract::Voice;

/// One thing done.
pub static ACTIVITIES: Table = Table {
    name: "activities",
    en: "Activities",
    zh: "活动",
    description: "One row for each predicate that reports something done: one verb group with its object.",
    columns: &[
        Column::text("activity_id", "Activity", "活动编号")
            .is("act-, the document's digits and verb_start", "act-5f2a9c01d3e4-130")
            .required(),
        DOC_ID,
        SECTION_ID,
        ACTOR,
        ACTOR_BASIS,
        VERB,
        VERB_START,
        Column::text("object", "Object", "宾语")
            .is("What was done or dealt with, as written, counts included", "全体会议5次"),
        Column::text("topic", "Topic", "主题").is("X of 围绕X, 就X, 聚焦X, 针对X", "城市更新"),
        TARGET,
        Column::term("voice", terms!(Voice), "Voice", "语态").is("passive where the source is", "active").required(),
        Column::date("period_start", "From", "起始日期")
            .is("First day of the time that the clause or its section places it in", "2022-01-01"),
        Column::date("period_end", "To", "截止日期").is("Last day of that time", "2022-12-31"),
        Column::text("text", "Clause", "原文").is("The clause, as the source writes it", "召开全体会议5次").required(),
        START,
        END,
        LINE,
        RULE,
        NEEDS_REVIEW,
    ],
};

//! Columns that mean the same in every table that has them.

use super::{Column, terms};
use crate::extract::ActorBasis;
use crate::recognise::Bound;

pub const DOC_ID: Column = Column::text("doc_id", "Document", "文档编号")
    .is("The report it is read from: doc- and the first 12 hex digits of its source_sha256", "doc-5f2a9c01d3e4")
    .required()
    .references("documents");
pub const SECTION_ID: Column = Column::text("section_id", "Section", "章节编号")
    .is("The innermost section that it stands in", "sec-5f2a9c01d3e4-120")
    .required()
    .references("sections");
pub const START: Column = Column::integer("start", "Start", "起始位置")
    .is("Offset of its first character in the source text, counted in Unicode characters from 0", "128")
    .unit("characters")
    .required();
pub const END: Column = Column::integer("end", "End", "结束位置")
    .is("Offset just past its last character: source[start:end] gives its words", "133")
    .unit("characters")
    .required();
pub const LINE: Column = Column::integer("line", "Line", "行号")
    .is("Line of the source text that holds its first character, counted from 1", "12")
    .required();
pub const RULE: Column = Column::text("rule", "Rule", "规则").is("Name of the rule that made the row", "verb-object");
pub const NEEDS_REVIEW: Column = Column::boolean("needs_review", "Needs review", "需要复核")
    .is("Whether the reading was uncertain and a person should look at it", "false")
    .required();

pub const ACTOR: Column = Column::text("actor", "Actor", "行为主体")
    .is("Who did it or will do it, as written; see actor_basis for where it comes from", "市政协");
pub const ACTOR_BASIS: Column = Column::term("actor_basis", terms!(ActorBasis), "Actor basis", "主体依据")
    .is("stated in the clause, inherited from an earlier one, or by default the reporting body", "stated")
    .required();
pub const VERB: Column =
    Column::text("verb", "Verb", "谓词").is("The verb group, without adverbs, modals and negations", "召开").required();
pub const VERB_START: Column = Column::integer("verb_start", "Verb start", "谓词位置")
    .is("Offset of the verb group's first character in the source text", "130")
    .unit("characters")
    .required();
pub const TARGET: Column =
    Column::text("target", "Target", "对象").is("Whom it is done to or with: 向X, 为X, 对X, 与X, 会同X", "市委");

pub const MEASURE: Column = Column::text("measure", "Measure", "指标")
    .is("What is measured, as the shortest noun phrase that could head a column", "社情民意信息");
pub const VALUE: Column = Column::real("value", "Value", "数值")
    .is("The number with magnitude words multiplied out, in the unit of the unit column; empty for a range", "4666");
pub const VALUE_LOW: Column = Column::real("value_low", "Lower bound", "数值下限")
    .is("The least that it can be; empty where nothing is known of it", "4666");
pub const VALUE_HIGH: Column = Column::real("value_high", "Upper bound", "数值上限")
    .is("The most that it can be; empty where nothing is known of it", "4666");
pub const BOUND: Column = Column::term("bound", terms!(Bound), "Bound", "精确程度")
    .is("How exact the number is: 余 and 超 are above, 以上 at_least, 近 below, 以内 at_most, 左右 about", "exact");
pub const UNIT: Column = Column::text("unit", "Unit", "单位")
    .is("As written, without the magnitude, full-width letters and signs in ASCII; empty where none is said", "篇");

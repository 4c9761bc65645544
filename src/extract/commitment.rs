//! Commitments: the predicates that say what will be done or reached (codebook, "Commitments").

use chrono::NaiveDate;

use crate::extract::grammar::{Form, Predicate};
use crate::extract::{Commitment, CommitmentKind, Modality};
use crate::structure::{Passage, Role};

use super::report::Report;

/// The commitment that `predicate` makes in `passage`: any in a plan, elsewhere those whose words are of the future.
pub(super) fn commitment(report: &Report<'_>, passage: &Passage, predicate: &Predicate) -> Option<Commitment> {
    let promised = match passage.role {
        Role::Plan => true,
        Role::Review => predicate.is_ahead,
        _ => false,
    };
    if !promised {
        return None;
    }
    let (actor, actor_basis) = report.actor(predicate);
    let (horizon_start, horizon_end) = horizon(report, predicate);
    let span = report.source_span(predicate.clause);
    let object = report.joined(&predicate.object);
    let verb = report.written(predicate.verb);
    Some(Commitment {
        span,
        section: passage.section,
        kind: kind(report, predicate, &verb, &object),
        theme: theme(report, passage, predicate),
        actor,
        actor_basis,
        verb,
        verb_span: report.source_span(predicate.verb),
        object,
        target: report.optional(predicate.target),
        first_count: None,
        modality: modality(predicate),
        horizon_start,
        horizon_end,
        rule: predicate.rule,
        needs_review: predicate.needs_review,
    })
}

/// What it is about: the topic, X of 在X上, or the heading that it stands under.
fn theme(report: &Report<'_>, passage: &Passage, predicate: &Predicate) -> String {
    let said = predicate.topic.or(predicate.ground);
    said.map_or_else(|| report.heading_theme(passage.section), |span| report.written(span))
}

fn modality(predicate: &Predicate) -> Modality {
    predicate.modality.unwrap_or_default()
}

/// Target, task or orientation (settled cases 19, 27, 31).
fn kind(report: &Report<'_>, predicate: &Predicate, verb: &str, object: &str) -> CommitmentKind {
    if predicate.form == Form::Measure || predicate.is_benchmark {
        return CommitmentKind::Target;
    }
    if predicate.is_orientation
        || is_study(verb, object)
        || is_showing(predicate, verb, object)
        || is_attitude(verb, object)
        || is_put_first(report, predicate, verb)
    {
        return CommitmentKind::Orientation;
    }
    let moved =
        predicate.rule == "disposal" && verb.ends_with(['到', '至', '在']) && report.has_number(&[predicate.clause]);
    let reaches = moved || predicate.is_clausal && report.reaches_value(&predicate.object);
    if meets_benchmark(verb, object) || adds_to_indicator(report, verb, object, predicate) {
        return CommitmentKind::Target;
    }
    let invests =
        verb.ends_with("完成") && ["投资", "生产总值", "产值", "收入"].iter().any(|noun| object.contains(noun));
    let realises =
        (verb.starts_with("实现") || invests) && (report.has_number(&predicate.object) || is_complete(object));
    if reaches || realises || predicate.is_clausal && object.contains("全覆盖") {
        return CommitmentKind::Target;
    }
    CommitmentKind::Task
}

/// 学习…精神, 落实…重要讲话精神, 贯彻党代会部署: study is an orientation.
fn is_study(verb: &str, object: &str) -> bool {
    let learns = ["学习", "贯彻", "落实", "领会", "领悟", "传达"].iter().any(|term| verb.contains(term));
    let spirit = ["精神", "思想", "讲话", "理论", "论述", "批示"].iter().any(|term| object.ends_with(term));
    let orders = object.ends_with("部署") && ['委', '会', '党', '央'].iter().any(|&body| object.contains(body));
    learns && (spirit || orders)
}

/// 聚焦…展现新成效, 在…上彰显担当, 开启…新征程.
fn is_showing(predicate: &Predicate, verb: &str, object: &str) -> bool {
    let short = object.chars().count() <= 4;
    let opens_era = ["新征程", "新篇章"].iter().any(|era| object.ends_with(era));
    let shows = ["展现", "彰显", "体现", "展示"].iter().any(|term| verb.starts_with(term));
    opens_era
        || shows && short
        || short && (predicate.topic.is_some() && object.starts_with('新') || predicate.ground.is_some())
}

/// 增强…意识, 坚定…自信, 树立…理念.
fn is_attitude(verb: &str, object: &str) -> bool {
    const MINDS: [&str; 10] = ["意识", "自信", "感", "自觉", "定力", "信念", "信心", "理念", "观念", "观"];
    let minds = ["增强", "树立", "树牢", "铸牢", "强化", "筑牢"].iter().any(|term| verb.ends_with(term));
    minds && MINDS.iter().any(|term| object.ends_with(term)) || verb.starts_with("坚定") || verb.starts_with("坚持")
}

/// 把…作为关键: what it is put as is the clause's last word, and no part of the object.
fn is_put_first(report: &Report<'_>, predicate: &Predicate, verb: &str) -> bool {
    const FIRST: [&str; 9] = ["关键", "首位", "首要", "重点", "核心", "主线", "根本", "工程”", "重中之重"];
    verb == "作为" && {
        let clause = report.written(predicate.clause);
        FIRST.iter().any(|term| clause.ends_with(term))
    }
}

/// 全覆盖, 翻番, 动态清零, “零…”: aims without a value that can be met or missed.
fn is_complete(object: &str) -> bool {
    ["全覆盖", "翻番", "翻一番", "清零", "零增长", "“零", "零发生", "零事故"].iter().any(|term| object.contains(term))
}

/// 同步, 匹配 and their like, as the verb or at the end of what 保持 keeps: a benchmark without a value.
fn meets_benchmark(verb: &str, object: &str) -> bool {
    const BENCHMARKS: [&str; 6] = ["同步", "匹配", "持平", "相适应", "相匹配", "一致"];
    let relates = ['与', '同', '和'].iter().any(|&word| object.contains(word));
    BENCHMARKS.iter().any(|term| verb.ends_with(term) || relates && object.ends_with(term))
}

/// 城镇新增就业1200万人: an indicator's noun behind 新增 (settled case 32); 新增托位2600个 is a task.
fn adds_to_indicator(report: &Report<'_>, verb: &str, object: &str, predicate: &Predicate) -> bool {
    const INDICATORS: [&str; 6] = ["就业", "贷款", "信贷", "融资", "经营主体", "市场主体"];
    verb == "新增"
        && INDICATORS.iter().any(|noun| object.trim_start_matches("城镇").starts_with(noun))
        && report.has_number(&predicate.object)
}

/// When it is due: the time that the clause names (到2025年 is an end alone), else the years planned for.
fn horizon(report: &Report<'_>, predicate: &Predicate) -> (Option<NaiveDate>, Option<NaiveDate>) {
    if let Some((start, end)) = report.time_in(predicate.clause) {
        let start = (!report.is_deadline(predicate.clause)).then_some(start);
        return (start, Some(end));
    }
    report.years(report.fields.plan_start, report.fields.plan_end)
}

//! Sentences with the activities and commitments that a reader finds in them: what the grammar promises beyond the
//! annotated reports.

use std::sync::LazyLock;

use crate::extract::{ActorBasis, Records};
use crate::intake::Source;
use crate::rules::Rules;

static RULES: LazyLock<Rules> = LazyLock::new(Rules::builtin);

fn records(heading: &str, text: &str) -> Records {
    let text = format!("{heading}\n\n{text}\n");
    crate::process(Source { text, ..Source::default() }, &RULES).records
}

/// An actor that the text states, with a colon.
fn named(actor: &str, basis: ActorBasis) -> String {
    if basis == ActorBasis::Default { String::new() } else { format!("{actor}: ") }
}

/// Each row as `actor: verb object`, what is promised with its modality in front.
fn rows(heading: &str, text: &str) -> Vec<String> {
    let records = records(heading, text);
    let done = records
        .activities
        .iter()
        .map(|row| (row.verb_span.start, format!("{}{} {}", named(&row.actor, row.actor_basis), row.verb, row.object)));
    let promised = records.commitments.iter().map(|row| {
        let told = format!("{}{} {}", named(&row.actor, row.actor_basis), row.verb, row.object);
        (row.verb_span.start, format!("{}> {told}", row.modality.name()))
    });
    let mut rows: Vec<(usize, String)> = done.chain(promised).collect();
    rows.sort();
    rows.into_iter().map(|(_, told)| told.trim_end().to_owned()).collect()
}

#[track_caller]
fn assert_review(text: &str, want: &[&str]) {
    assert_eq!(rows("一、过去一年工作回顾", text), want, "{text}");
}

#[track_caller]
fn assert_plan(text: &str, want: &[&str]) {
    assert_eq!(rows("二、今年工作安排", text), want, "{text}");
}

#[test]
fn what_lies_ahead_is_no_activity_though_it_tells_of_effort() {
    assert_review(
        "审判力量仍然不足，我们将采取有力措施，努力加以解决。",
        &["will> 我们: 采取 有力措施", "strive> 我们: 加以 解决"],
    );
    assert_review("全院干警努力化解矛盾纠纷。", &["全院干警: 化解 矛盾纠纷"]);
    assert_plan("今年要抓好春耕，力争改良土壤2万亩。", &["must> 抓好 春耕", "strive> 改良 土壤2万亩"]);
}

#[test]
fn what_a_review_made_sure_of_is_done() {
    assert_review("我们加固堤防12处，确保安全度汛。", &["我们: 加固 堤防12处", "我们: 确保 安全度汛"]);
}

#[test]
fn a_case_that_is_named_before_what_is_done_in_it_is_no_row() {
    assert_review("对需要追究党纪责任的，移送问题线索9条。", &["移送 问题线索9条"]);
    assert_plan("今后，发现问题不整改的，要从严问责。", &["must> 问责"]);
}

/// Study, showing, minds and what comes first make an orientation; sums, indicators and benchmarks a target.
#[test]
fn heads_tell_the_kind_of_a_promise() {
    let kinds = ["orientation", "target"];
    let wrong: Vec<String> = RULES
        .heads
        .rows()
        .iter()
        .filter(|row| kinds.contains(&&*row.expect))
        .filter_map(|row| {
            let text = row.example.replace(['【', '】'], "");
            let found = records("二、今年工作安排", &text).commitments;
            let kind = found.first().map(|promise| promise.kind.name());
            (found.len() != 1 || kind != Some(&*row.expect)).then(|| format!("{}: {text} gives {kind:?}", row.id))
        })
        .collect();
    assert!(wrong.is_empty(), "{} rows fail:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn heads_tell_where_a_list_of_acts_and_a_means_end() {
    let wrong: Vec<String> = RULES
        .heads
        .rows()
        .iter()
        .filter(|row| row.expect == row.term)
        .filter_map(|row| {
            let text = row.example.replace(['【', '】'], "");
            let found = records("一、过去一年工作回顾", &text).activities;
            let right = match (&*row.class, &found[..]) {
                ("acts", [one]) => one.object.ends_with(&row.term),
                (_, [one]) => one.verb == "检查",
                _ => false,
            };
            (!right).then(|| format!("{}: {text} gives {} rows", row.id, found.len()))
        })
        .collect();
    assert!(wrong.is_empty(), "{} rows fail:\n{}", wrong.len(), wrong.join("\n"));
}

//! Rows of the lexicons whose examples a whole reading tests.

use super::{REVIEW, RULES, document, records};

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
fn heads_tell_where_lists_means_topics_and_tests_end() {
    let wrong: Vec<String> = RULES
        .heads
        .rows()
        .iter()
        .filter(|row| row.expect == row.term)
        .filter_map(|row| {
            let text = row.example.replace(['【', '】'], "");
            let read = document(REVIEW, &text);
            let found = &read.records.activities;
            let right = match (&*row.class, &found[..]) {
                ("acts", [one]) => read.words(one.object).ends_with(&row.term),
                ("test", [one]) => read.words(one.verb) == "通过",
                ("between", [one]) => read.words(one.object) == format!("城镇与乡村的{}", row.term),
                ("founds", [one]) => *read.words(one.verb) == *row.term,
                ("institution", [one]) => read.words(one.object) == format!("执行协作{}", row.term),
                ("kind", [one]) => read.words(one.object) == format!("{}视察", row.term),
                ("arranged", [one]) => read.words(one.object) == format!("委员{}", row.term),
                ("campaign", [one]) => read.words(one.object).ends_with(&row.term),
                ("gives", [one]) => read.words(one.target) == "困难学生",
                ("degree", [one]) => read.words(one.object) == format!("项目谋划{}", row.term),
                ("sets_up", [one]) => *read.words(one.verb) == *row.term,
                ("issues", [one]) => *read.words(one.verb) == *row.term,
                ("enacts", [one]) => *read.words(one.verb) == format!("制定{}", row.term),
                ("issue", [one]) => read.words(one.topic).ends_with(&row.term),
                ("manner" | "way", [one]) => matches!(&*read.words(one.verb), "检查" | "研究"),
                _ => false,
            };
            (!right).then(|| format!("{}: {text} gives {} rows", row.id, found.len()))
        })
        .collect();
    assert!(wrong.is_empty(), "{} rows fail:\n{}", wrong.len(), wrong.join("\n"));
}

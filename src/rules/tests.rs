//! What the lexicons of a clause promise: every example hits, every `allows` stays silent, no term stands twice.

use std::collections::{BTreeMap, BTreeSet};

use super::{Lexicon, Row, Rules};

/// The lexicons that segment a clause together, in one automaton.
fn clause_rows(rules: &Rules) -> Vec<&Row> {
    [&rules.verbs, &rules.words, &rules.adverbs].iter().flat_map(|lexicon| lexicon.rows()).collect()
}

/// The terms found in `text`, with the byte offset of each.
fn found<'a>(all: &'a Lexicon, text: &'a str) -> BTreeSet<(usize, &'a str)> {
    all.hits(text).map(|hit| (hit.start, all.rows()[hit.row].term.as_str())).collect()
}

#[test]
fn a_term_stands_in_one_of_verbs_words_and_adverbs() {
    let rules = Rules::builtin();
    let mut seen = BTreeMap::new();
    let twice: Vec<String> = clause_rows(&rules)
        .into_iter()
        .filter_map(|row| seen.insert(&row.term, &row.id).map(|first| format!("{first} and {}: {}", row.id, row.term)))
        .collect();
    assert!(twice.is_empty(), "terms that stand twice:\n{}", twice.join("\n"));
}

#[test]
fn every_example_hits_and_every_exception_is_silent() {
    let rules = Rules::builtin();
    let rows = clause_rows(&rules);
    let all = Lexicon::new(rows.iter().map(|row| (*row).clone()).collect());
    let mut wrong = Vec::new();
    for row in rows {
        let at = row.example.find('【').expect("the loader has checked the marks");
        let text = row.example.replace(['【', '】'], "");
        if !found(&all, &text).contains(&(at, row.term.as_str())) {
            wrong.push(format!("{}: expected {} in {}, found {:?}", row.id, row.term, text, found(&all, &text)));
        }
        if row.expect != row.term {
            wrong.push(format!("{}: expected {}, found {} in the column expect", row.id, row.term, row.expect));
        }
        if found(&all, &row.allows).iter().any(|(_, term)| *term == row.term) {
            wrong.push(format!("{}: expected no {} in {}", row.id, row.term, row.allows));
        }
    }
    assert!(wrong.is_empty(), "{} rows are wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn verbs_have_a_class_and_a_noun_use() {
    let classes =
        ["transitive", "clausal", "intransitive", "become", "change", "stative", "speech", "receive", "single"];
    for row in Rules::builtin().verbs.rows() {
        assert!(classes.contains(&row.class.as_str()), "{}: {}", row.id, row.class);
        assert!(["no", "also", "mostly"].contains(&row.get("noun")), "{}: {}", row.id, row.get("noun"));
        assert!(row.class != "single" || row.term.chars().count() == 1, "{}: one character expected", row.id);
    }
}

//! What the lexicons of a clause promise: every example hits, every `allows` stays silent, no term stands twice.

use std::collections::{BTreeMap, BTreeSet};

use super::{Cutter, Lexicon, Row, Rules, Traits};

/// The lexicons that segment a clause together, in one trie.
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

#[test]
fn traits_belong_to_words_that_are_known() {
    let rules = Rules::builtin();
    let unknown: Vec<&str> = rules
        .traits
        .rows()
        .iter()
        .filter(|row| {
            let (term, mut cutter) = (row.term.chars().collect::<Vec<char>>(), Cutter::default());
            let whole = rules.syntax.words(&term, &mut cutter).next().is_some_and(|(entry, start, end)| {
                start == 0 && end == term.len() && entry.traits != Traits::default()
            });
            !whole
        })
        .map(|row| row.term.as_str())
        .collect();
    assert!(unknown.is_empty(), "no lexicon has the words of these rows of traits.csv: {unknown:?}");
}

#[test]
fn examples_of_traits_frames_and_actors_hold_their_words() {
    let rules = Rules::builtin();
    let rows = [&rules.traits, &rules.frames, &rules.actors].into_iter().flat_map(|lexicon| lexicon.rows());
    let wrong: Vec<&str> = rows
        .filter(|row| !row.example.contains(&format!("【{}】", row.term)) || row.expect != row.term)
        .map(|row| row.id.as_str())
        .collect();
    assert!(wrong.is_empty(), "examples that do not mark their word: {wrong:?}");
}

#[test]
fn every_actor_is_one_at_the_end_of_a_noun_phrase() {
    let rules = Rules::builtin();
    let classes = ["body", "member", "people", "place", "locality", "unit", "class", "thing"];
    for row in rules.actors.rows() {
        let phrase: Vec<char> = format!("某某{}", row.term).chars().collect();
        let found = rules.actors.longest_before(&phrase, phrase.len()).map(|(row, _)| &*row.id);
        assert_eq!(found, Some(&*row.id), "{}", row.term);
        assert!(classes.contains(&&*row.class), "{}: {}", row.id, row.class);
    }
}

#[test]
fn rows_of_bodies_offices_and_places_hit_their_words_and_have_known_classes() {
    let rules = Rules::builtin();
    let kinds = crate::extract::ReportKind::ALL.iter().map(|kind| kind.name());
    let lexicons: [(&Lexicon, Vec<&str>); 4] = [
        (&rules.families, vec!["frequent", "rare", "double"]),
        (&rules.organs, kinds.chain(["any"]).collect()),
        (&rules.offices, vec!["head", "bench", "chair", "press"]),
        (&rules.places, vec!["province", "prefecture", "county", "township", "village", "zone", "town", "part"]),
    ];
    for (lexicon, classes) in lexicons {
        for row in lexicon.rows() {
            let at = row.example.find('【').expect("the loader has checked the marks");
            let text = row.example.replace(['【', '】'], "");
            assert!(found(lexicon, &text).contains(&(at, row.term.as_str())), "{}: {}", row.id, row.example);
            assert!(classes.contains(&row.class.as_str()) && row.expect == row.class, "{}: {}", row.id, row.class);
        }
    }
    let forms = ["", "whole", "short", "office"];
    assert!(rules.organs.rows().iter().all(|row| forms.contains(&row.get("name"))));
}

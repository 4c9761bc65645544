//! Numerals and quantities through `baobiao mentions`: cases of our own, and a shared set of number expressions with
//! their values, where it is there.

use std::path::Path;

use serde_json::Value;

use crate::workspace::{self, Workspace};

/// Expressions of the shared set that are left out, and why.
const LEFT_OUT: &[(&str, &str)] = &[
    ("一半", "the codebook reads it as 50 %"),
    ("一半半", "the codebook reads a half as 50 %"),
    ("1半", "the codebook reads a half as 50 %"),
    ("二分之一", "the codebook reads a fraction as a proportion: 50 %"),
    ("二份一", "the codebook reads a fraction as a proportion: 50 %"),
    ("十份十一", "the codebook reads a fraction as a proportion: 110 %, and none of that form is written in reports"),
    ("個半", "a numeral that is left out: 個 and 半 stand in reports without one"),
    ("個九", "a numeral that is left out: 個 before a numeral ends another word in reports"),
    ("米九", "a numeral that is left out: 米 before a numeral ends another word in reports"),
    ("米九左右", "a numeral that is left out: 米 before a numeral ends another word in reports"),
];

/// The mentions of each line.
fn mentions(lines: &[&str]) -> Vec<Vec<Value>> {
    let here = Workspace::new();
    let mut command = here.command();
    let ran = workspace::ran(command.arg("mentions").write_stdin(lines.join("\n") + "\n").output().unwrap());
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    let answers: Vec<Value> = ran.stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(answers.len(), lines.len(), "one answer for each line");
    answers.into_iter().map(|mut answer| answer["mentions"].as_array_mut().unwrap().split_off(0)).collect()
}

/// What is wrong with the mentions of an expression that is one number from end to end.
fn fault(text: &str, want: f64, found: &[Value]) -> Option<String> {
    let [mention] = found else { return Some(format!("{text}: expected one mention, found {}", found.len())) };
    if mention["start"] != 0 || mention["end"] != text.chars().count() {
        return Some(format!("{text}: expected a mention of all of it, found {}", mention["text"]));
    }
    let got = mention["value"].as_f64();
    let right = got.is_some_and(|got| (got - want).abs() <= 1e-6 * want.abs());
    (!right).then(|| format!("{text}: expected {want}, found {got:?}"))
}

#[track_caller]
fn assert_values(cases: &[(&str, f64)]) {
    let lines: Vec<&str> = cases.iter().map(|(text, _)| *text).collect();
    let found = mentions(&lines);
    let faults: Vec<String> =
        cases.iter().zip(&found).filter_map(|((text, want), found)| fault(text, *want, found)).collect();
    assert!(faults.is_empty(), "{} of {} are wrong:\n{}", faults.len(), cases.len(), faults.join("\n"));
}

#[test]
fn numerals_of_every_script_have_their_value() {
    assert_values(&[
        ("四千零五十", 4050.0),
        ("一万零三", 10_003.0),
        ("三亿两千万", 320_000_000.0),
        ("七千三", 7300.0),
        ("九万五", 95_000.0),
        ("廿六", 26.0),
        ("伍仟陆佰", 5600.0),
        ("二〇二四", 2024.0),
        ("负八十七", -87.0),
        ("六点零四", 6.04),
        ("５，４３２", 5432.0),
        ("12,300.5", 12_300.5),
        ("3千", 3000.0),
        ("2.4亿", 240_000_000.0),
        ("三又四分之一", 3.25),
    ]);
}

#[test]
fn quantities_have_their_value_in_base_units_where_they_stand_alone() {
    assert_values(&[
        ("一万八千亿元", 1.8e12),
        ("9876.5亿元", 987_650_000_000.0),
        ("2 468件", 2468.0),
        ("96. 4%", 96.4),
        ("百分之四十点五", 40.5),
        ("六成半", 65.0),
        ("四分之三", 75.0),
        ("千分之七", 7.0),
        ("五斤四两", 2700.0),
        ("0.3公斤", 300.0),
        ("四角", 40.0),
        ("七块二毛五", 7.25),
        ("近六万人次", 60_000.0),
    ]);
}

/// The shared set lies beside the checkout of those who have it.
#[test]
fn shared_number_expressions_have_their_value() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/numbers/cases.jsonl");
    let Ok(text) = std::fs::read_to_string(&path) else {
        eprintln!("skipped: there is no {}", path.display());
        return;
    };
    let cases: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let is_left_out = |case: &Value| LEFT_OUT.iter().any(|(left_out, _)| case["text"] == *left_out);
    let expected = |case: &Value| case["value"].as_f64().unwrap();
    let lines: Vec<&str> = cases.iter().map(|case| case["text"].as_str().unwrap()).collect();
    let found = mentions(&lines);
    let faults = |left_out: bool| -> Vec<String> {
        let asked = cases.iter().zip(&lines).zip(&found).filter(|((case, _), _)| is_left_out(case) == left_out);
        asked.filter_map(|((case, text), found)| fault(text, expected(case), found)).collect()
    };
    assert!(faults(false).is_empty(), "wrong:\n{}", faults(false).join("\n"));
    assert_eq!(faults(true).len(), LEFT_OUT.len(), "what is right is not to be left out: {LEFT_OUT:?}");
    let share = LEFT_OUT.len() as f64 / cases.len() as f64;
    assert!(share <= 0.03, "{share} of the expressions are left out");
}

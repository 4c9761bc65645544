//! Of what kind a report is: by the words of organs.csv in its title, then in the sentence that hands it over, then in
//! the lines around.

use super::body::{is_office, spoken_for, titled};
use super::front::{Front, dense};
use super::news::given;
use crate::extract::ReportKind;
use crate::rules::Rules;

/// The kind of report. `entrusted` where an office reports for a government.
pub fn kind(front: &Front, entrusted: bool, rules: &Rules) -> ReportKind {
    let told = |lines: &[String]| {
        lines.iter().find_map(|line| {
            let line = dense(line);
            // what an office reports is not the work of the government that it belongs to
            let office = titled(&line).unwrap_or(&line);
            let office = is_office(office, rules) && !["主席团", "人大工委"].iter().any(|end| office.ends_with(end));
            let kind = told_by(&line, rules);
            let own = kind.filter(|kind| matches!(kind, ReportKind::Budget | ReportKind::Plan));
            if office { Some(own.unwrap_or(ReportKind::Other)) } else { kind }
        })
    };
    told(&front.titles)
        .or_else(|| entrusted.then_some(ReportKind::Other))
        .or_else(|| front.requests.iter().find_map(|line| told_by(&spoken_for(line, rules)?, rules)))
        .or_else(|| front.leads.iter().find_map(|line| told_by(given(line)?, rules)))
        .or_else(|| told(&front.leads))
        .or_else(|| told(&front.bylines))
        .or_else(|| told(&front.headlines))
        // a government signs also what is no report of its work
        .or_else(|| told(&front.signed).filter(|kind| *kind != ReportKind::Government))
        .or_else(|| by_office(front, rules))
        .or_else(|| front.titles.iter().chain(&front.requests).any(|line| is_party(line)).then_some(ReportKind::Party))
        .unwrap_or_default()
}

/// The kind that the words of a line tell. The rows of organs.csv stand in order: the narrower before the wider.
fn told_by(line: &str, rules: &Rules) -> Option<ReportKind> {
    let named = |class: &str| ReportKind::ALL.iter().copied().find(|kind| kind.name() == class);
    let rows = rules.organs.hits(line).filter(|hit| named(&rules.organs.rows()[hit.row].class).is_some());
    let told = rows.map(|hit| hit.row).min().and_then(|row| named(&rules.organs.rows()[row].class))?;
    // what is said before a congress is not said by it, and a party committee's work is not a congress's
    let party = line.contains("党代会") || line.contains("共产党") && line.contains("代表大会");
    Some(if party && told == ReportKind::Government { ReportKind::Party } else { told })
}

/// Who heads a government speaks for it before a congress: 省长 in the name line, 人民代表大会 in the dateline.
fn by_office(front: &Front, rules: &Rules) -> Option<ReportKind> {
    let lines = || front.leads.iter().chain(&front.titles);
    let congress = lines().any(|line| ["人民代表大会", "工作报告"].iter().any(|word| dense(line).contains(word)));
    let heads = |word: &str| {
        let chars: Vec<char> = word.chars().collect();
        let office = rules.offices.longest_before(&chars, chars.len());
        office.is_some_and(|(row, _)| row.class == "head") || word.ends_with("自治区主席")
    };
    let governs = |line: &String| line.split([' ', '\u{3000}']).any(heads);
    (congress && front.bylines.iter().any(governs)).then_some(ReportKind::Government)
}

/// Whether a title or request speaks of a party committee: 在县委十四届七次全会上的工作报告.
fn is_party(line: &str) -> bool {
    let committees = ["省委", "市委", "县委", "区委", "州委", "旗委", "盟委", "党委", "镇委", "乡委", "工委"];
    committees.iter().any(|name| line.contains(name))
}

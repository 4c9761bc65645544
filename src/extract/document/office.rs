//! The office that reports for the government that entrusted it: 某县教育局 of 县教育局局长 甲乙, under 受县人民政府委托.

use super::body::{entrusting, is_office};
use super::front::{Front, dense};
use super::place::Place;
use crate::rules::Rules;

/// Characters of the longest line that names who speaks.
const NAME_LINE: usize = 40;

/// The office's name in full, where a line of the front names the office or who heads it.
pub fn office(front: &Front, place: &Place, rules: &Rules) -> Option<String> {
    let governs = |line: &String| {
        entrusting(line).is_some_and(|body| ["政府", "国务院", "公署", "委会"].iter().any(|end| body.ends_with(end)))
    };
    if !front.requests.iter().chain(&front.leads).chain(&front.opening).any(governs) {
        return None;
    }
    let lines = front.bylines.iter().chain(&front.headlines).filter(|line| line.chars().count() <= NAME_LINE);
    lines.flat_map(|line| line.split_whitespace()).find_map(|word| {
        // 县教育局 of 县教育局局长
        let end = rules.offices.hits(word).map(|hit| hit.start).next().unwrap_or(word.len());
        let name = word[..end].trim_end_matches("代理").trim_end_matches('副').trim_end_matches("党组");
        is_office(name, rules).then(|| in_full(&dense(name), place))
    })
}

/// A name that says whose it is by the level alone, with the place: 县教育局 of 桐坪县.
fn in_full(name: &str, place: &Place) -> String {
    let Some(region) = place.tiers.last().filter(|region| !name.contains(region.as_str())) else {
        return name.to_owned();
    };
    let level = region.char_indices().skip(1).map(|(at, _)| &region[at..]).find(|end| name.starts_with(end));
    format!("{region}{}", &name[level.map_or(0, str::len)..])
}

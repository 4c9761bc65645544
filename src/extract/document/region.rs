//! The region of a report: the place that its front names, with its code, where the table knows it, and its level.

use super::front::{Front, dense};
use super::place::{Place, class_of};
use crate::extract::RegionLevel;
use crate::rules::{Region, Rules};
use crate::structure::Outline;

/// The region fields of a document.
#[derive(Clone, Debug, Default)]
pub struct RegionFields {
    pub name: String,
    pub code: String,
    pub level: Option<RegionLevel>,
}

const MUNICIPALITIES: [&str; 4] = ["北京市", "天津市", "上海市", "重庆市"];

/// Name, code and level of a place.
pub fn region(
    place: &Place,
    organ: &str,
    front: &Front,
    outline: &Outline,
    year: Option<i32>,
    rules: &Rules,
) -> RegionFields {
    if place.national {
        return RegionFields { name: "全国".to_owned(), code: String::new(), level: Some(RegionLevel::National) };
    }
    let Some(name) = place.tiers.last() else { return RegionFields::default() };
    let known = known(name, place, front, outline, year, rules);
    // the court of a prefecture is an intermediate one
    let lower = organ.ends_with("市人民法院") && front.lines().any(|line| dense(line).contains(organ));
    let level = known.map(level_of).or_else(|| level_by_name(name, place.tiers.len() > 1 || lower, rules));
    RegionFields { name: name.clone(), code: known.map(|region| region.code.clone()).unwrap_or_default(), level }
}

/// The row of the table that is meant: the only one of that name, or the one whose parent the text names. Where a name
/// stood in the year of the report in one place and in other years in another, the year decides.
fn known<'a>(
    name: &str,
    place: &Place,
    front: &Front,
    outline: &Outline,
    year: Option<i32>,
    rules: &'a Rules,
) -> Option<&'a Region> {
    let mut rows: Vec<&Region> = rules.regions.named(name).collect();
    if rows.iter().any(|row| row.stands(year)) {
        rows.retain(|row| row.stands(year));
    }
    let parents = |row: &Region| -> Vec<String> {
        row.parents().filter_map(|code| rules.regions.with_code(&code)).map(|parent| parent.name.clone()).collect()
    };
    if let Some(upper) = place.tiers.len().checked_sub(2).map(|at| &place.tiers[at]) {
        return rows.into_iter().find(|row| parents(row).contains(upper));
    }
    if rows.len() <= 1 {
        return rows.first().copied();
    }
    let mut text: String = front.lines().collect();
    text.extend(outline.reading.chars().iter().take(6000));
    let named = |row: &&&Region| {
        parents(row)
            .iter()
            .any(|parent| text.contains(parent.as_str()) || text.contains(parent.trim_end_matches(['省', '市'])))
    };
    let mut told = rows.iter().filter(named);
    match (told.next(), told.next()) {
        (Some(row), None) => Some(row),
        _ => None,
    }
}

fn level_of(region: &Region) -> RegionLevel {
    match region.code.as_bytes() {
        [_, _, b'0', b'0', b'0', b'0'] => RegionLevel::Province,
        [.., b'0', b'0'] => RegionLevel::Prefecture,
        _ => RegionLevel::County,
    }
}

/// By how the name ends; a 市 inside another place is a county-level one.
fn level_by_name(name: &str, inside: bool, rules: &Rules) -> Option<RegionLevel> {
    if MUNICIPALITIES.contains(&name) {
        return Some(RegionLevel::Province);
    }
    let class = match class_of(name, rules) {
        "zone" => "county",
        "prefecture" if inside && name.ends_with('市') => "county",
        class => class,
    };
    RegionLevel::ALL.iter().copied().find(|level| level.name() == class)
}

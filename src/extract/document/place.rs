//! The region that a report is given for: read from the names of bodies and meetings in the front, by how Chinese names
//! of places end, so that a place in no table has a name and a level too; and its code, where the table knows it.

use super::front::Front;
use super::organ::{body_in, dense};
use crate::extract::{RegionLevel, ReportKind};
use crate::rules::{Region, Rules};
use crate::structure::Outline;

/// A place as the text names it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// From the widest to the narrowest: 青岚市, 云河区.
    pub tiers: Vec<String>,
    pub national: bool,
}

/// The region fields of a document.
#[derive(Clone, Debug, Default)]
pub struct RegionFields {
    pub name: String,
    pub code: String,
    pub level: Option<RegionLevel>,
}

/// How names of places end, the longer before the shorter.
const ENDS: [(&str, Option<RegionLevel>); 18] = [
    ("特别行政区", Some(RegionLevel::Province)),
    ("自治区", Some(RegionLevel::Province)),
    ("自治州", Some(RegionLevel::Prefecture)),
    ("自治县", Some(RegionLevel::County)),
    ("自治旗", Some(RegionLevel::County)),
    ("地区", Some(RegionLevel::Prefecture)),
    ("街道", Some(RegionLevel::Township)),
    // a new town has no level of its own, and a village stands below the lowest
    ("新城", None),
    ("村", None),
    ("省", Some(RegionLevel::Province)),
    ("市", Some(RegionLevel::Prefecture)),
    ("州", Some(RegionLevel::Prefecture)),
    ("盟", Some(RegionLevel::Prefecture)),
    ("县", Some(RegionLevel::County)),
    ("区", Some(RegionLevel::County)),
    ("旗", Some(RegionLevel::County)),
    ("镇", Some(RegionLevel::Township)),
    ("乡", Some(RegionLevel::Township)),
];
/// Characters of the longest name that is believed although no table has it.
const LONGEST_UNKNOWN: usize = 6;
const MUNICIPALITIES: [&str; 4] = ["北京市", "天津市", "上海市", "重庆市"];
const NATIONAL: [&str; 8] =
    ["全国", "中华人民共和国", "国务院", "最高人民", "中央纪", "中国共产党第", "中央委员会", "党中央"];
/// Words after a place that make the line speak of its body or meeting.
const BODIES: [&str; 17] = [
    "监察委员会",
    "监委",
    "管理委员会",
    "管委会",
    "办事处",
    "人民政府",
    "政府",
    "人民代表大会",
    "人大",
    "政协",
    "委员会",
    "人民法院",
    "法院",
    "人民检察院",
    "检察院",
    "纪委",
    "市委",
];

/// The place that the front names.
pub fn place(front: &Front, kind: ReportKind, rules: &Rules) -> Place {
    let requested = front.requests.iter().filter_map(|line| body_in(line));
    let led = front.leads.iter().filter_map(|line| body_in(line));
    let titles = front.titles.iter().map(|line| dense(line));
    let others = front.leads.iter().chain(&front.bylines).chain(&front.headlines).map(|line| dense(line));
    let lines: Vec<String> = requested.chain(led).chain(titles).chain(others).collect();
    // the narrowest place that a line names, but for a court's the place of the court and not of its congress
    let found: Vec<Place> = lines.iter().filter_map(|line| in_line(line, rules)).collect();
    let Some(first) = found.first().cloned() else { return in_opening(front, kind, rules) };
    let wider = found.iter().find(|place| place.tiers.len() > 1 && place.tiers.last() == first.tiers.last());
    wider.cloned().unwrap_or(first)
}

/// The place before a body's name in a line.
fn in_line(line: &str, rules: &Rules) -> Option<Place> {
    let line = line.trim_start_matches(|c: char| c.is_ascii_digit() || "年月日—-— ".contains(c));
    for (at, _) in line.match_indices(['在', '于']).chain([(0, "")]) {
        let rest = line[at..].trim_start_matches(['在', '于']);
        let rest = ["中国共产党", "中国人民政治协商会议", "中共", "政协"]
            .iter()
            .find_map(|prefix| rest.strip_prefix(prefix))
            .unwrap_or(rest);
        // 政协第九届桑泽县委员会
        let rest = after_term(rest);
        if let Some(place) = leading(rest, rules) {
            return Some(place);
        }
    }
    if NATIONAL.iter().any(|word| line.contains(word)) {
        return Some(Place { national: true, ..Place::default() });
    }
    // 1月3日，政协郑州市第十五届委员会…: a place inside the line, right before its body
    let inside = line.match_indices("政协").find_map(|(at, word)| leading(&line[at + word.len()..], rules));
    // 1月15日，珉州市人民政府工作报告…: at the head of a clause
    inside.or_else(|| body_in(line).and_then(|body| leading(&body, rules)))
}

/// The words after 第N届, where text begins with that.
fn after_term(text: &str) -> &str {
    let numbered = text.strip_prefix('第').and_then(|rest| rest.split_once('届'));
    numbered.filter(|(number, _)| super::integer(number).is_some()).map_or(text, |(_, rest)| rest)
}

/// The place that text begins with, where a body, a meeting or an office follows.
fn leading(text: &str, rules: &Rules) -> Option<Place> {
    let (tiers, end) = tiers(text, rules);
    let unlikely = |name: &String| {
        let odd = name.starts_with(['代', '副', '原', '全', '本', '我', '各', '该'])
            || acts(name, rules)
            || ["政府", "委员", "代表", "大会", "法院"].iter().any(|word| name.contains(word));
        let zone = ["开发区", "高新区", "新区", "示范区", "街道", "新城"].iter().any(|end| name.ends_with(end));
        let part = ["社区", "小区", "校区", "景区", "灌区", "库区", "片区"].iter().any(|end| name.ends_with(end));
        (odd || part || !zone && name.chars().count() > LONGEST_UNKNOWN) && rules.regions.named(name).next().is_none()
    };
    if tiers.iter().any(unlikely) {
        return None;
    }
    let rest = &text[end..];
    let followed = rest.starts_with(['第', '委'])
        || BODIES.iter().any(|body| rest.starts_with(body))
        || ["长", "代", "常务", "工商", "中级", "高级"].iter().any(|word| rest.starts_with(word))
        || rest.starts_with(|c: char| "一二三四五六七八九十".contains(c)) && rest.contains('届');
    // 某市2024年成绩单, 某街道2024年上半年工作总结
    let dated = super::years::first_year(rest) == Some(0);
    let office =
        rest.find(['局', '厅']).is_some_and(|at| rest[..at].chars().count() <= 8 && !rest[..at].contains('，'));
    ((followed || dated || office) && !tiers.is_empty()).then_some(Place { tiers, national: false })
}

/// Whether what stands before the end of a name is a verb: 听取县 of 听取县人大….
fn acts(name: &str, rules: &Rules) -> bool {
    let stem = ENDS.iter().find_map(|(end, _)| name.strip_suffix(end)).unwrap_or(name);
    rules.verbs.hits(stem).any(|hit| hit.start == 0 && hit.end == stem.len() && stem.chars().count() >= 2)
}

/// Cuts the names of places that text begins with; and where they end, in bytes.
fn tiers(text: &str, rules: &Rules) -> (Vec<String>, usize) {
    let mut tiers = Vec::new();
    let mut start = 0;
    while let Some(length) = listed(&text[start..], rules).or_else(|| tier(&text[start..])) {
        tiers.push(text[start..start + length].to_owned());
        start += length;
    }
    (tiers, start)
}

/// Bytes of the name in the table that text begins with.
fn listed(text: &str, rules: &Rules) -> Option<usize> {
    let head = text.char_indices().nth(16).map_or(text, |(end, _)| &text[..end]);
    rules.regions.find(head).next().filter(|(_, start, _)| *start == 0).map(|(_, _, end)| end)
}

/// Bytes of the one name of a place that text begins with.
fn tier(text: &str) -> Option<usize> {
    let mut at = 0;
    for (count, c) in text.chars().take(16).enumerate() {
        if !('\u{4e00}'..='\u{9fff}').contains(&c) || "的在和第届".contains(c) {
            return None;
        }
        at += c.len_utf8();
        let next = text[at..].chars().next();
        // 自治区人民政府 names none
        let ends =
            ENDS.iter().any(|(end, _)| text[..at].ends_with(end)) && !ENDS.iter().any(|(end, _)| text[..at] == **end);
        // 郑州市, 景德镇市, 广州区: the name goes on; 市市中区: it does not
        let goes_on =
            next.is_some_and(|next| "省市县区旗盟州".contains(next) && next != c) || next == Some('区') && c == '地';
        // 东乡族自治县, 家乡建设: a township is one before its body or congress
        let lone = c == '乡' && !next.is_some_and(|next| "人第党政委纪".contains(next));
        // 中关村街道, 新城镇: a village or new town is one before its committee or a year
        let within = (c == '村' || text[..at].ends_with("新城"))
            && !next.is_some_and(|next| "委民党管".contains(next) || next.is_ascii_digit());
        if ends && count >= 1 && !goes_on && !lone && !within {
            return Some(at);
        }
    }
    None
}

/// Where nothing in the front names a place: the region or the nation whose bodies the first paragraphs speak of.
fn in_opening(front: &Front, kind: ReportKind, rules: &Rules) -> Place {
    let text: String = front.titles.iter().chain(&front.headlines).chain(&front.opening).cloned().collect();
    let mut best: Option<(usize, Place)> = None;
    let mut vote = |weight: usize, place: Place| {
        if weight > 0 && best.as_ref().is_none_or(|(most, _)| weight > *most) {
            best = Some((weight, place));
        }
    };
    vote(NATIONAL.iter().map(|word| text.matches(word).count()).sum(), Place { national: true, ..Place::default() });
    let mut seen: Vec<&str> = Vec::new();
    for (name, _, end) in rules.regions.find(&text) {
        if seen.contains(&name) || !BODIES.iter().any(|body| text[end..].starts_with(body)) {
            continue;
        }
        seen.push(name);
        let weight = text
            .match_indices(name)
            .filter(|(at, _)| BODIES.iter().any(|body| text[at + name.len()..].starts_with(body)));
        vote(weight.count(), Place { tiers: vec![name.to_owned()], national: false });
    }
    let _ = kind;
    // a place in no table, at the head of a clause
    let said = || text.split(['，', '。', '：', '；', ' ']).find_map(|clause| leading(clause, rules));
    best.map(|(_, place)| place).or_else(said).unwrap_or_default()
}

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
    let level = known.map(level_of).or_else(|| level_by_name(name, place.tiers.len() > 1 || lower));
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
fn level_by_name(name: &str, inside: bool) -> Option<RegionLevel> {
    if MUNICIPALITIES.contains(&name) {
        return Some(RegionLevel::Province);
    }
    let level = ENDS.iter().find(|(end, _)| name.ends_with(end)).and_then(|(_, level)| *level)?;
    Some(if inside && level == RegionLevel::Prefecture && name.ends_with('市') { RegionLevel::County } else { level })
}

//! The place that a report is given for: read from the names of bodies and meetings in the front, by how Chinese names of
//! places end (places.csv), so that a place in no table has a name too.

use super::body::{first_body, spoken_for};
use super::front::{Front, dense};
use super::numeral::integer;
use super::paper::home_of_paper;
use crate::rules::Rules;
use crate::structure::year::opening_year;

/// A place as the text names it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// From the widest to the narrowest: 青岚市, 云河区.
    pub tiers: Vec<String>,
    pub national: bool,
}

impl Place {
    pub fn of(name: String) -> Self {
        Self { tiers: vec![name], national: false }
    }
}

/// Characters of the longest name that is believed although no table has it, and of the longest that says its people.
const LONGEST_UNKNOWN: usize = 6;
const LONGEST_AUTONOMOUS: usize = 16;
/// Characters within which the body of a place follows its name.
const NEAR: usize = 24;
const NATIONAL: [&str; 10] = [
    "全国",
    "中华人民共和国",
    "国务院",
    "最高人民",
    "最高检",
    "最高法",
    "中央纪",
    "中国共产党第",
    "中央委员会",
    "党中央",
];
/// Words that a paper sets before the name of what it explains, and a sentence before what was heard.
pub(super) const LABELS: [&str; 12] =
    ["读懂", "看懂", "图解", "图说", "速读", "数读", "数说", "速览", "解读", "解码", "听取了", "听取"];

/// How the name of a place ends: the class of its row in places.csv.
pub fn class_of<'a>(name: &str, rules: &'a Rules) -> &'a str {
    let chars: Vec<char> = name.chars().collect();
    rules.places.longest_before(&chars, chars.len()).map_or("", |(row, _)| &row.class)
}

/// The place that the front names.
pub fn place(front: &Front, rules: &Rules) -> Place {
    let requested = front.requests.iter().filter_map(|line| spoken_for(line, rules));
    let led = front.leads.iter().filter_map(|line| spoken_for(line, rules));
    let titles = front.titles.iter().map(|line| dense(line));
    let others = front.leads.iter().chain(&front.bylines).chain(&front.headlines).chain(&front.signed);
    let others = others.map(|line| dense(line));
    let lines = requested.chain(led).chain(titles).chain(others);
    // the narrowest place that a line names, but for a court's the place of the court and not of its congress
    let mut found = lines.filter_map(|line| in_line(&line, rules));
    let Some(first) = found.next() else {
        return home_of_paper(front, rules).map(Place::of).unwrap_or_else(|| in_opening(front, rules));
    };
    if first.tiers.len() != 1 {
        return first;
    }
    found.find(|place| place.tiers.len() > 1 && place.tiers.last() == first.tiers.last()).unwrap_or(first)
}

/// The place before a body's name in a line.
fn in_line(line: &str, rules: &Rules) -> Option<Place> {
    // 2024年1月5日某县…, but 月亮湾区…
    let dated = line.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '—' | '-' | ' '));
    let date = |c: char| dated && (c.is_ascii_digit() || "年度月日—- ".contains(c));
    let line = line.trim_start_matches(date);
    let behind = |words: &'static [&str]| {
        words.iter().flat_map(move |word| line.match_indices(word).map(move |(at, _)| &line[at + word.len()..]))
    };
    // 在政协第九届桑泽县委员会…, 听取了青岚区人民法院…
    let heads = behind(&["在", "于"]).chain([line]).chain(behind(&LABELS));
    if let Some(place) = heads.map(body_behind).find_map(|rest| leading(rest, rules)) {
        return Some(place);
    }
    // 1月15日，珉州市人民政府工作报告…: at the head of a clause
    let clauses = line.split(['，', '。', '：', '；', '）', '】', '、']).skip(1);
    if let Some(place) = clauses.map(body_behind).find_map(|rest| leading(rest, rules)) {
        return Some(place);
    }
    if NATIONAL.iter().any(|word| line.contains(word)) {
        return Some(Place { national: true, ..Place::default() });
    }
    // 1月3日，政协郑州市第十五届委员会…: a place inside the line, right before its body
    let inside = behind(&["政协"]).find_map(|rest| leading(rest, rules));
    inside.or_else(|| spoken_for(line, rules).and_then(|body| leading(&body, rules)))
}

/// What stands behind the name of a party or conference, and behind its term: 桑泽县委员会 of 政协第九届桑泽县委员会.
fn body_behind(text: &str) -> &str {
    let names = ["中国共产党", "中国人民政治协商会议", "中共", "政协", "共青团", "民盟", "民革", "民建", "民进"];
    let rest = names.iter().find_map(|name| text.strip_prefix(name)).unwrap_or(text);
    let numbered = rest.strip_prefix('第').and_then(|rest| rest.split_once('届'));
    numbered.filter(|(number, _)| integer(number).is_some()).map_or(rest, |(_, rest)| rest)
}

/// The place that text begins with, where a body, a meeting or an office follows.
fn leading(text: &str, rules: &Rules) -> Option<Place> {
    let (tiers, end) = tiers(text, rules);
    let rest = start(&text[end..]);
    // 春晓社区居民委员会: residents govern themselves
    let resident =
        |name: &str| name.ends_with("社区") && rest.starts_with('居') && name.chars().count() <= LONGEST_UNKNOWN;
    if tiers.is_empty() || tiers.iter().any(|name| is_unlikely(name, rules) && !resident(name)) {
        return None;
    }
    let within = |at: usize, most: usize| rest[..at].chars().count() <= most && !rest[..at].contains('，');
    let near = |at: usize| within(at, 8);
    let office = |row: usize| rules.organs.rows()[row].get("name") == "office";
    let followed = rest.starts_with(['第', '委', '党'])
        || first_body(rest, rules) == Some(0)
        || rules.offices.hits(rest).next().is_some_and(|office| office.start == 0)
        || ["长", "代", "常务", "工商"].iter().any(|word| rest.starts_with(word))
        || rest.starts_with(|c: char| "一二三四五六七八九十".contains(c)) && rest.contains('届')
        // 某市2024年成绩单, 某街道2024年上半年工作总结
        || opening_year(rest).is_some()
        // 人力资源和社会保障局
        || rules.organs.hits(rest).any(|hit| office(hit.row) && within(hit.start, 12))
        || rest.find("次代表大会").is_some_and(near);
    followed.then_some(Place { tiers, national: false })
}

/// Whether words that end as a place does are none: 听取县, 各县, 某社区, and long ones that no table has.
fn is_unlikely(name: &str, rules: &Rules) -> bool {
    if rules.regions.named(name).next().is_some() {
        return false;
    }
    let longest = match class_of(name, rules) {
        "part" => return true,
        "zone" | "town" => usize::MAX,
        _ if name.ends_with("街道") => usize::MAX,
        _ if name.contains("自治") => LONGEST_AUTONOMOUS,
        _ => LONGEST_UNKNOWN,
    };
    let odd = ["委员", "代表", "大会", "作", "相关", "有关"].iter().chain(&LABELS).any(|word| name.contains(word));
    name.starts_with(['代', '副', '原', '全', '本', '我', '各', '该', '受', '从', '向', '对', '由', '据'])
        || odd
        || name.chars().count() > longest
        || acts(name, rules)
}

/// Whether what stands before the end of a name is a verb: 听取县 of 听取县人大….
fn acts(name: &str, rules: &Rules) -> bool {
    let stem = rules.places.rows().iter().find_map(|row| name.strip_suffix(row.term.as_str())).unwrap_or(name);
    rules.verbs.hits(stem).any(|hit| hit.start == 0 && hit.end == stem.len() && stem.chars().count() >= 2)
}

/// Cuts the names of places that text begins with; and where they end, in bytes.
fn tiers(text: &str, rules: &Rules) -> (Vec<String>, usize) {
    let mut tiers = Vec::new();
    let mut start = 0;
    loop {
        let rest = &text[start..];
        let Some(length) = listed(rest, rules).or_else(|| tier(rest, rules)) else { return (tiers, start) };
        tiers.push(rest[..length].to_owned());
        start += length;
        // 青岩区人民政府凤栖街道办事处: the office of a part of the district
        let part = text[start..].strip_prefix("人民政府").and_then(|rest| Some(&rest[..tier(rest, rules)?]));
        if part.is_some_and(|part| part.ends_with("街道")) {
            start += "人民政府".len();
        }
    }
}

/// As much of a text as a name and what follows it take up: a lead may be a whole page.
fn start(text: &str) -> &str {
    text.char_indices().nth(NEAR).map_or(text, |(end, _)| &text[..end])
}

/// Bytes of the name in the table that text begins with.
fn listed(text: &str, rules: &Rules) -> Option<usize> {
    let head = text.char_indices().nth(16).map_or(text, |(end, _)| &text[..end]);
    rules.regions.find(head).next().filter(|(_, start, _)| *start == 0).map(|(_, _, end)| end)
}

/// Bytes of the one name of a place that text begins with, before the name of its body.
fn tier(text: &str, rules: &Rules) -> Option<usize> {
    let text = start(text);
    // the name of a body may open with the last word of the place's: 街道办事处, 区法院
    let end_of_place = |body: usize| {
        let chars: Vec<char> = text[body..].chars().take(4).collect();
        rules.places.longest_at(&chars, 0).map_or(0, |(row, _)| row.term.len())
    };
    let body = first_body(text, rules).map_or(text.len(), |body| body + end_of_place(body));
    let mut name: Vec<char> = Vec::with_capacity(16);
    for (at, c) in text[..body].char_indices().take(16) {
        if !('\u{4e00}'..='\u{9fff}').contains(&c) || "的在和第届了".contains(c) {
            return None;
        }
        name.push(c);
        let end = at + c.len_utf8();
        let next = text[end..].chars().next();
        // 自治区人民政府 names none
        let Some((row, 1..)) = rules.places.longest_before(&name, name.len()) else { continue };
        // 郑州市, 景德镇市, 广州区: the name goes on; 市市中区: it does not
        let goes_on = next.is_some_and(|next| {
            "省市县区旗盟州".contains(next) && next != c && !(next == '市' && "省县区旗".contains(c))
        }) || next == Some('区') && c == '地';
        // 东乡族自治县, 家乡建设: a township is one before its body or congress
        let lone = c == '乡' && !next.is_some_and(|next| "人第党政委纪".contains(next));
        // 中关村街道, 新城镇: a village or new town is one before its committee or a year
        let within = matches!(&*row.class, "village" | "town")
            && !next.is_some_and(|next| "委民党管".contains(next) || next.is_ascii_digit());
        if !goes_on && !lone && !within {
            return Some(end);
        }
    }
    None
}

/// Where nothing in the front names a place: the region or the nation whose bodies the first paragraphs speak of.
fn in_opening(front: &Front, rules: &Rules) -> Place {
    let text: String = front.titles.iter().chain(&front.headlines).chain(&front.opening).cloned().collect();
    let mut best: Option<(usize, Place)> = None;
    let mut vote = |weight: usize, place: Place| {
        if weight > 0 && best.as_ref().is_none_or(|(most, _)| weight > *most) {
            best = Some((weight, place));
        }
    };
    vote(NATIONAL.iter().map(|word| text.matches(word).count()).sum(), Place { national: true, ..Place::default() });
    let mut seen: Vec<&str> = Vec::new();
    for (name, _, _) in rules.regions.find(&text) {
        if seen.contains(&name) {
            continue;
        }
        seen.push(name);
        let spoken = text.match_indices(name).filter(|(at, _)| first_body(&text[at + name.len()..], rules) == Some(0));
        vote(spoken.count(), Place::of(name.to_owned()));
    }
    // a place in no table, at the head of a clause
    let said = || text.split(['，', '。', '：', '；', ' ']).find_map(|clause| leading(clause, rules));
    best.map(|(_, place)| place).or_else(said).unwrap_or_default()
}

//! The reporting body's name in full: as a line of the front says it, else put together from its region and term.

use super::body::{is_office, is_whole, spoken_for, titled};
use super::front::{Front, dense};
use super::numeral::{number_before, spelled};
use super::place::{Place, class_of};
use crate::extract::ReportKind;
use crate::rules::Rules;

/// The name of the body in full. `session` is the meeting that the report was given to, `office` the one that reports for
/// a government.
pub fn organ(
    front: &Front,
    kind: ReportKind,
    place: &Place,
    session: Option<(u32, u32)>,
    office: Option<String>,
    rules: &Rules,
) -> String {
    if let Some(office) = office.filter(|_| matches!(kind, ReportKind::Budget | ReportKind::Plan | ReportKind::Other)) {
        return office;
    }
    let said = front
        .requests
        .iter()
        .chain(&front.leads)
        .filter_map(|line| spoken_for(line, rules))
        .find(|body| is_whole(body, rules) && is_full(body, place));
    let own = |body: &String| (is_whole(body, rules) || is_office(body, rules)) && is_full(body, place);
    let titled = || {
        front
            .titles
            .iter()
            .chain(&front.headlines)
            .find_map(|title| titled(&dense(title)).map(str::to_owned).filter(own))
    };
    let headed = || front.headlines.iter().map(|line| dense(line)).find(own);
    let signed = || front.signed.iter().map(|line| dense(line)).find(|line| own(line));
    let composed = composed(front, kind, place, rules);
    let termed = composed.as_ref().is_some_and(|name| name.contains('届'));
    let said = said.map(|name| match name.strip_prefix("中共") {
        Some(rest) if kind != ReportKind::Other => format!("中国共产党{rest}"),
        // 中央纪律检查委员会 is the party's
        _ if name.starts_with("中央纪律") => format!("中国共产党{name}"),
        _ => name,
    });
    match kind {
        ReportKind::Other => said
            .or_else(titled)
            .or_else(headed)
            .or_else(signed)
            .or_else(|| governing(front, place, rules))
            .unwrap_or_default(),
        // the presidium of a township's congress
        ReportKind::Congress if titled().is_some_and(|name| name.ends_with("主席团")) => {
            titled().unwrap_or_default()
        }
        ReportKind::Government if place.national => "中华人民共和国国务院".to_owned(),
        ReportKind::Cppcc | ReportKind::Congress if termed => {
            said.filter(|name| name.contains('届')).or_else(|| titled().filter(|name| name.contains('届'))).or(composed)
        }
        .unwrap_or_default(),
        ReportKind::Party if place.national => composed.unwrap_or_default(),
        ReportKind::Cppcc | ReportKind::Congress | ReportKind::Party | ReportKind::Discipline if !termed => {
            // the meeting's term is the body's; that of a congress is not said of its standing committee
            let term = session.filter(|_| kind != ReportKind::Congress).map(|session| own_term(front, kind, session));
            let given = || composed_of(place, kind, term, front, rules);
            said.or_else(titled).or_else(given).unwrap_or_default()
        }
        _ => said.or_else(titled).or(composed).unwrap_or_default(),
    }
}

/// Who governs a zone or a street that a title names as its own: 某新区管理委员会 of 某新区2024年工作总结.
fn governing(front: &Front, place: &Place, rules: &Rules) -> Option<String> {
    let region =
        place.tiers.last().filter(|name| matches!(class_of(name, rules), "zone" | "town") || name.ends_with("街道"))?;
    let own =
        front.titles.iter().any(|title| titled(&dense(title)).is_some_and(|name| name.ends_with(region.as_str())));
    composed_of(place, ReportKind::Government, None, front, rules).filter(|_| own)
}

/// The term of a body that reports to a meeting of its own: to the first meeting of a congress or conference reports the
/// body of the term before.
fn own_term(front: &Front, kind: ReportKind, (term, meeting): (u32, u32)) -> String {
    let outgoing = meeting == 1 && matches!(kind, ReportKind::Cppcc | ReportKind::Congress);
    let own = if outgoing { term.saturating_sub(1) } else { term };
    let numeral = |text: &str| front.lines().any(|line| line.contains(text));
    let spelled = spelled(own);
    if outgoing || numeral(&format!("第{spelled}届")) || numeral(&format!("{spelled}届")) {
        format!("第{spelled}届")
    } else {
        format!("第{own}届")
    }
}

/// Whether a body's name says whose it is: 辽宁省人民政府, and not 省人民政府.
fn is_full(name: &str, place: &Place) -> bool {
    let said = place.tiers.last().is_some_and(|region| name.contains(region.as_str()));
    said || place.national && ["全国", "最高", "中央", "中华", "国务院", "国家"].iter().any(|word| name.contains(word))
}

fn composed(front: &Front, kind: ReportKind, place: &Place, rules: &Rules) -> Option<String> {
    let region = if place.national { "" } else { place.tiers.last()?.as_str() };
    composed_of(place, kind, term_of(front, kind, region), front, rules)
}

/// A body's name made of its region, kind and term.
fn composed_of(place: &Place, kind: ReportKind, term: Option<String>, front: &Front, rules: &Rules) -> Option<String> {
    let region = if place.national { "" } else { place.tiers.last()?.as_str() };
    let full: String = if place.national { String::new() } else { place.tiers.concat() };
    let termed = |term: Option<String>| term.unwrap_or_default();
    Some(match (kind, place.national) {
        (ReportKind::Government | ReportKind::Budget | ReportKind::Plan, true) => "中华人民共和国国务院".to_owned(),
        (ReportKind::Government, false) if region.ends_with("街道") => format!("{region}办事处"),
        (ReportKind::Government, false) if matches!(class_of(region, rules), "zone" | "town") => {
            format!("{region}管理委员会")
        }
        (ReportKind::Government | ReportKind::Budget | ReportKind::Plan, false) => format!("{region}人民政府"),
        (ReportKind::Court, true) => "最高人民法院".to_owned(),
        (ReportKind::Court, false) => format!("{full}{}人民法院", court_grade(front, region)),
        (ReportKind::Procuratorate, true) => "最高人民检察院".to_owned(),
        (ReportKind::Procuratorate, false) => format!("{full}人民检察院"),
        (ReportKind::Congress, true) => format!("{}全国人民代表大会常务委员会", termed(term)),
        (ReportKind::Congress, false) => format!("{region}{}人民代表大会常务委员会", termed(term)),
        (ReportKind::Cppcc, true) => format!("政协{}全国委员会常务委员会", termed(term)),
        (ReportKind::Cppcc, false) => format!("政协{region}{}委员会常务委员会", termed(term)),
        (ReportKind::Discipline, true) => "中国共产党中央纪律检查委员会".to_owned(),
        (ReportKind::Discipline, false) => {
            // 我代表市纪委常委会报告工作: to the plenary reports its standing committee
            let standing = front.requests.iter().any(|line| line.contains("纪委常委会"));
            let standing = if standing { "常务委员会" } else { "" };
            format!("中国共产党{region}{}纪律检查委员会{standing}", termed(term))
        }
        (ReportKind::Party, true) => format!("中国共产党{}中央委员会", termed(term)),
        (ReportKind::Party, false) => format!("中国共产党{region}{}委员会", termed(term)),
        (ReportKind::Other, _) => return None,
    })
}

/// The grade in a court's name: 高级 in a province, 中级 where the front speaks of such a court.
fn court_grade(front: &Front, region: &str) -> &'static str {
    let speaks =
        |word: &str| front.lines().chain(front.opening.iter().map(String::as_str)).any(|line| line.contains(word));
    match () {
        () if region.ends_with(['省']) || region.ends_with("自治区") => "高级",
        () if ["中级人民法院", "中级法院", "中院", "两级法院"].into_iter().any(speaks) => "中级",
        () => "",
    }
}

/// The term of a government, which its name leaves out: 我代表市第四届人民政府报告工作.
pub fn government_term(front: &Front, place: &Place) -> Option<u32> {
    term_of(front, ReportKind::Government, place.tiers.last()?).and_then(|term| super::session::term(&term))
}

/// 第N届 as a line says it of the body itself: 青岚市第五届人大常委会主任, 政协临溪县第十届委员会常务委员会, 第十七届中央委员会.
fn term_of(front: &Front, kind: ReportKind, region: &str) -> Option<String> {
    let bodies: &[&str] = match kind {
        ReportKind::Congress => &["人大常委会", "人民代表大会常务委员会"],
        ReportKind::Cppcc => &["委员会常务委员会", "全国委员会常务委员会", "政协常委会", "委员会主席"],
        ReportKind::Discipline => &["纪律检查委员会", "纪委"],
        ReportKind::Party => &["中央委员会", "委员会"],
        ReportKind::Government => &["人民政府"],
        _ => &[],
    };
    let lines = front.requests.iter().chain(&front.titles).chain(&front.bylines).chain(&front.leads);
    lines.map(|line| dense(line)).find_map(|line| {
        bodies.iter().find_map(|body| {
            let before = line[..line.find(body)?].trim_end_matches("全国").trim_end_matches(region);
            let numeral = before.strip_suffix('届')?;
            let (number, start) = number_before(numeral)?;
            (number < 100).then(|| format!("第{}届", &numeral[start..]))
        })
    })
}

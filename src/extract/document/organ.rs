//! The reporting body: what kind of body it is, and its name in full.

use super::front::Front;
use super::place::Place;
use crate::extract::ReportKind;

/// Words that tell the kind, the narrower before the wider.
const KINDS: [(&str, ReportKind); 40] = [
    ("财政预算", ReportKind::Budget),
    ("预算执行情况", ReportKind::Budget),
    ("预算草案", ReportKind::Budget),
    ("国家预算", ReportKind::Budget),
    ("财政决算", ReportKind::Budget),
    ("国民经济和社会发展计划", ReportKind::Plan),
    ("经济社会发展计划", ReportKind::Plan),
    ("政治协商会议", ReportKind::Cppcc),
    ("政协", ReportKind::Cppcc),
    ("人民检察院", ReportKind::Procuratorate),
    ("检察院", ReportKind::Procuratorate),
    ("人民法院", ReportKind::Court),
    ("中级法院", ReportKind::Court),
    ("法院工作", ReportKind::Court),
    ("区法院", ReportKind::Court),
    ("县法院", ReportKind::Court),
    ("市法院", ReportKind::Court),
    ("人民代表大会常务委员会", ReportKind::Congress),
    ("人大常委会", ReportKind::Congress),
    ("人民代表大会主席团", ReportKind::Congress),
    ("人大主席团", ReportKind::Congress),
    ("纪律检查委员会", ReportKind::Discipline),
    ("纪委", ReportKind::Discipline),
    ("监察委员会", ReportKind::Discipline),
    ("政府工作报告", ReportKind::Government),
    ("政府工作情况", ReportKind::Government),
    ("报告政府工作", ReportKind::Government),
    ("人民政府", ReportKind::Government),
    ("国务院", ReportKind::Government),
    ("市政府", ReportKind::Government),
    ("县政府", ReportKind::Government),
    ("区政府", ReportKind::Government),
    ("省政府", ReportKind::Government),
    ("管理委员会", ReportKind::Government),
    ("管委会", ReportKind::Government),
    ("街道办事处", ReportKind::Government),
    ("乡政府", ReportKind::Government),
    ("中央委员会", ReportKind::Party),
    ("中国共产党", ReportKind::Party),
    ("中共", ReportKind::Party),
];

/// The kind of report: by its title, then by the sentence that hands it over, then by the lines around.
pub fn kind(front: &Front) -> ReportKind {
    let told = |lines: &[String]| {
        lines.iter().find_map(|line| {
            let line = dense(line);
            // what an office reports is not the work of the government that it belongs to
            let office = titled(&line).is_some_and(|body| is_office(&body) && !body.ends_with("主席团"));
            let kind = kind_of(&line);
            let own = kind.filter(|kind| matches!(kind, ReportKind::Budget | ReportKind::Plan));
            if office { Some(own.unwrap_or(ReportKind::Other)) } else { kind }
        })
    };
    told(&front.titles)
        .or_else(|| front.requests.iter().find_map(|line| body_in(line).and_then(|body| kind_of(&body))))
        .or_else(|| told(&front.leads))
        .or_else(|| told(&front.bylines))
        .or_else(|| told(&front.headlines))
        .or_else(|| by_office(front))
        .or_else(|| front.titles.iter().chain(&front.requests).any(|line| is_party(line)).then_some(ReportKind::Party))
        .unwrap_or_default()
}

/// Who heads a government speaks for it before a congress: 省长 in the name line, 人民代表大会 in the dateline.
fn by_office(front: &Front) -> Option<ReportKind> {
    let congress = front.leads.iter().chain(&front.titles).any(|line| dense(line).contains("人民代表大会"));
    let heads = ["省长", "市长", "县长", "区长", "州长", "旗长", "镇长", "乡长", "自治区主席"];
    let governs = |line: &String| line.split([' ', '\u{3000}']).any(|word| heads.iter().any(|h| word.ends_with(h)));
    (congress && front.bylines.iter().any(governs)).then_some(ReportKind::Government)
}

/// Whether a title or request speaks of a party committee: 在县委十四届七次全会上的工作报告.
fn is_party(line: &str) -> bool {
    let committees = ["省委", "市委", "县委", "区委", "州委", "旗委", "盟委", "党委", "镇委", "乡委", "工委"];
    committees.iter().any(|name| line.contains(name))
}

fn kind_of(line: &str) -> Option<ReportKind> {
    let told = KINDS.iter().find(|(word, _)| line.contains(word)).map(|(_, kind)| *kind)?;
    // what is said before a congress is not said by it, and a party committee's work is not a congress's
    let party = line.contains("党代会") || line.contains("共产党") && line.contains("代表大会");
    Some(if party && told == ReportKind::Government { ReportKind::Party } else { told })
}

/// The body that a line speaks for: X of 受X委托, 代表X.
pub fn body_in(line: &str) -> Option<String> {
    let entrusted = line.find('受').and_then(|at| {
        let rest = &line[at + '受'.len_utf8()..];
        rest.find("委托").map(|end| rest[..end].trim_end_matches('的').to_owned())
    });
    let spoken = || {
        line.match_indices("代表").find_map(|(at, word)| {
            let rest = &line[at + word.len()..];
            let end =
                rest.find(['，', '、', '。', '向', '作', '提', '做']).into_iter().chain(rest.find("报告")).min()?;
            is_body(&rest[..end]).then(|| rest[..end].to_owned())
        })
    };
    entrusted.filter(|body| is_body(body)).or_else(spoken).or_else(|| handing(line))
}

/// The body that a sentence has hand over its report: 某市人民政府工作报告提请…审议, 某市…常务委员会向大会报告了工作.
fn handing(line: &str) -> Option<String> {
    line.split(['，', '。', '：', '】', ' ']).find_map(|clause| {
        let end = clause.find("工作报告").or_else(|| clause.find('向').filter(|_| clause.contains("报告")))?;
        let body = clause[..end].trim_end_matches('的');
        is_formal(body).then(|| body.to_owned()).filter(|body| is_body(body))
    })
}

pub fn is_body(name: &str) -> bool {
    let ends =
        ["委员会", "政府", "国务院", "法院", "检察院", "常委会", "政协", "党组", "纪委", "党委", "办事处", "管委会"];
    name.chars().count() <= 40 && ends.iter().any(|end| name.ends_with(end))
}

/// Whether a name is the whole and not the short one: 人民政府, and not 政府.
fn is_formal(name: &str) -> bool {
    ["委员会", "人民政府", "国务院", "人民法院", "人民检察院", "办事处"].iter().any(|end| name.ends_with(end))
}

/// Whether a name is that of a department or an office, which reports for itself: 某县水利局, 某省教育厅, 管委会办公室.
fn is_office(name: &str) -> bool {
    let ends = ["局", "厅", "办公室", "主席团"];
    let own = !["监督", "结", "格", "布", "大", "全"].iter().any(|word| name.trim_end_matches('局').ends_with(word));
    (4..=24).contains(&name.chars().count()) && own && ends.iter().any(|end| name.ends_with(end))
}

/// The body that a title begins with: up to 关于, its year or 工作报告.
fn titled(title: &str) -> Option<String> {
    let start = title.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '年' | '—' | '-'));
    let year = super::years::first_year(start).filter(|&at| at > 0);
    let end = start.find("关于").filter(|&at| at > 0).into_iter().chain(year).min();
    let end = end.or_else(|| start.find("工作报告")).or_else(|| start.find("报告"))?;
    Some(start[..end].to_owned())
}

/// The name of the body in full: as a line of the front says it, else put together from its region and term.
/// `session` is the meeting that the report was given to.
pub fn organ(front: &Front, kind: ReportKind, place: &Place, session: Option<(u32, u32)>) -> String {
    let said = front
        .requests
        .iter()
        .chain(&front.leads)
        .filter_map(|line| body_in(line))
        .find(|body| is_formal(body) && is_full(body, place));
    let own = |body: &String| (is_formal(body) || is_office(body)) && is_full(body, place);
    let titled = || front.titles.iter().chain(&front.headlines).find_map(|title| titled(&dense(title)).filter(own));
    let signed = || front.signed.iter().map(|line| dense(line)).find(|line| own(line));
    let composed = composed(front, kind, place);
    let termed = composed.as_ref().is_some_and(|name| name.contains('届'));
    // 中央纪律检查委员会 is the party's
    let said = said.map(|name| if name.starts_with("中央纪律") { format!("中国共产党{name}") } else { name });
    match kind {
        ReportKind::Other => said.or_else(titled).or_else(signed).unwrap_or_default(),
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
            let given = || composed_of(place, kind, session.map(|session| own_term(front, kind, session)), front);
            said.or_else(titled).or_else(given).unwrap_or_default()
        }
        _ => said.or_else(titled).or(composed).unwrap_or_default(),
    }
}

/// The term of a body that reports to a meeting of its own: to the first meeting of a congress or conference reports the
/// body of the term before.
fn own_term(front: &Front, kind: ReportKind, (term, meeting): (u32, u32)) -> String {
    let outgoing = meeting == 1 && matches!(kind, ReportKind::Cppcc | ReportKind::Congress);
    let own = if outgoing { term.saturating_sub(1) } else { term };
    let numeral = |text: &str| front.lines().any(|line| line.contains(text));
    let spelled = super::spelled(own);
    if outgoing || numeral(&format!("第{spelled}届")) || numeral(&format!("{spelled}届")) {
        format!("第{spelled}届")
    } else {
        format!("第{own}届")
    }
}

/// Whether a body's name says whose it is: 辽宁省人民政府, and not 省人民政府.
fn is_full(name: &str, place: &Place) -> bool {
    let said = place.tiers.last().is_some_and(|region| name.contains(region.as_str()));
    said || place.national && ["全国", "最高", "中央", "中华"].iter().any(|word| name.contains(word))
}

fn composed(front: &Front, kind: ReportKind, place: &Place) -> Option<String> {
    let region = if place.national { "" } else { place.tiers.last()?.as_str() };
    composed_of(place, kind, term_of(front, kind, region), front)
}

/// A body's name made of its region, kind and term.
fn composed_of(place: &Place, kind: ReportKind, term: Option<String>, front: &Front) -> Option<String> {
    let region = if place.national { "" } else { place.tiers.last()?.as_str() };
    let full: String = if place.national { String::new() } else { place.tiers.concat() };
    let termed = |term: Option<String>| term.unwrap_or_default();
    Some(match (kind, place.national) {
        (ReportKind::Government | ReportKind::Budget | ReportKind::Plan, true) => "中华人民共和国国务院".to_owned(),
        (ReportKind::Government, false) if region.ends_with("街道") => format!("{region}办事处"),
        (ReportKind::Government, false) if is_zone(region) => format!("{region}管理委员会"),
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
        (ReportKind::Discipline, false) => format!("中国共产党{region}{}纪律检查委员会", termed(term)),
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

/// A zone that a committee governs: 两江新区, 云溪经济技术开发区. 浦东新区 and the like have governments, and say so.
fn is_zone(region: &str) -> bool {
    ["开发区", "高新区", "新区", "管理区", "示范区", "园区", "新城"].iter().any(|end| region.ends_with(end))
}

/// 第N届 as a line says it of the body itself: 青岚市第五届人大常委会主任, 政协临溪县第十届委员会常务委员会, 第十七届中央委员会.
fn term_of(front: &Front, kind: ReportKind, region: &str) -> Option<String> {
    let bodies: &[&str] = match kind {
        ReportKind::Congress => &["人大常委会", "人民代表大会常务委员会"],
        ReportKind::Cppcc => &["委员会常务委员会", "全国委员会常务委员会", "政协常委会", "委员会主席"],
        ReportKind::Discipline => &["纪律检查委员会", "纪委"],
        ReportKind::Party => &["中央委员会", "委员会"],
        _ => &[],
    };
    let lines = front.requests.iter().chain(&front.titles).chain(&front.bylines).chain(&front.leads);
    lines.map(|line| dense(line)).find_map(|line| {
        bodies.iter().find_map(|body| {
            let before = line[..line.find(body)?].trim_end_matches("全国").trim_end_matches(region);
            let numeral = before.strip_suffix('届')?;
            let (number, start) = super::number_before(numeral)?;
            (number < 100).then(|| format!("第{}届", &numeral[start..]))
        })
    })
}

/// A line without blanks.
pub fn dense(line: &str) -> String {
    line.chars().filter(|c| !c.is_whitespace()).collect()
}

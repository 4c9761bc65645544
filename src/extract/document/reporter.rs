//! Who gave the report.

use super::body::{is_body, is_office};
use super::front::{Front, dense};
use super::person::is_name;
use crate::rules::Rules;
use crate::text::is_ideograph;

/// What may follow a name.
const AFTER: [&str; 21] = [
    "同志",
    "在",
    "关于",
    "就",
    "作",
    "所",
    "代表",
    "向",
    "说",
    "指出",
    "受",
    "主持",
    "做",
    "于",
    "同",
    "委员长",
    "主席",
    "市长",
    "省长",
    "总理",
    "主任",
];
/// Who writes for a paper, and where its lines come from.
const CREDITS: [&str; 7] = ["记者", "通讯员", "编辑", "责编", "来源", "摄像", " 摄"];
/// What a meeting did with the report, in front of who gave it, word by word: 听取和审议了, 审议通过了.
const HEARD: [&str; 6] = ["听取", "和", "并", "审议", "通过", "了"];
/// Characters of a name line that is set wide and looks like a headline, and of the longest line of a name and its body.
const WIDE: usize = 12;
const NAME_LINE: usize = 30;

/// The name of who reports: beside an office in a dateline or name line, alone on a line, or as the subject of a lead.
pub fn reporter(front: &Front, rules: &Rules) -> String {
    let lines = || front.bylines.iter().chain(&front.leads).chain(&front.titles);
    let named = lines().find_map(|line| beside_office(line, rules));
    let alone = || front.bylines.iter().find(|line| is_alone(line, rules)).map(|line| dense(line));
    let subject = || front.leads.iter().chain(&front.opening).find_map(|line| who_represents(line, rules));
    let entrusted = || front.leads.iter().find_map(|line| who_is_entrusted(line, rules));
    let short = |most: usize| front.headlines.iter().filter(move |line| line.chars().count() <= most);
    let wide = || short(WIDE).find_map(|line| beside_office(line, rules));
    let of_body = || front.bylines.iter().chain(short(NAME_LINE)).find_map(|line| behind_body(line, rules));
    let called = || front.titles.iter().find_map(|line| who_is_called(line, rules));
    named
        .or_else(alone)
        .or_else(subject)
        .or_else(entrusted)
        .or_else(wide)
        .or_else(of_body)
        .or_else(called)
        .unwrap_or_default()
}

/// 受常委会委托，卓鹤年4日在大会上作报告; 卓鹤年受常委会委托作工作报告: who stands after the commission, or before it.
fn who_is_entrusted(line: &str, rules: &Rules) -> Option<String> {
    if let Some((who, _)) = line.split_once('受').filter(|(_, rest)| {
        let commission = rest.split(['，', '。']).next().unwrap_or_default();
        commission.split_once("委托").is_some_and(|(_, act)| act.contains("报告"))
    }) {
        let name = who.rsplit(['，', '。', '：', ' ']).next().unwrap_or_default().trim_end_matches("同志");
        let name = rules.offices.hits(name).last().map_or(name, |office| &name[office.end..]);
        return is_name(name, rules).then(|| dense(name));
    }
    let (_, rest) = line.split_once("委托，")?;
    let clause = rest.split(['，', '。']).next()?;
    let end = clause.find(|c: char| c.is_ascii_digit() || "在向作就".contains(c))?;
    (clause.contains("报告") && is_name(&clause[..end], rules)).then(|| dense(&clause[..end]))
}

/// 国务院总理　李克强; 省长 李乐成在…; 龚正市长在…. Of several, who is said to report, else the last.
fn beside_office(line: &str, rules: &Rules) -> Option<String> {
    let line = without_reporters(line)?;
    // 市 长 of a name line that is set wide
    let wide: Vec<char> = line.chars().collect();
    let close = match wide[..] {
        [first, ' ', '长', ' ', ..] if "省市县区州盟旗镇乡院".contains(first) => {
            format!("{first}{}", wide[2..].iter().collect::<String>())
        }
        _ => line,
    };
    let line = close.as_str();
    let mut last = None;
    for hit in rules.offices.hits(line).filter(|hit| rules.offices.rows()[hit.row].class != "press") {
        let rest = line[hit.end..].trim_start_matches([' ', '：']);
        let Some((name, behind)) = name_at(rest, rules)
            .or_else(|| Some((name_before(&line[..hit.start], rules)?, rest)))
            .or_else(|| Some((rare_name(&line[hit.end..])?, "")))
        else {
            continue;
        };
        if behind.split(['，', '。']).next().is_some_and(|clause| clause.contains("报告")) {
            return Some(name);
        }
        last = Some(name);
    }
    last
}

/// A line of the report without the bracket that names who wrote it; none where the whole line does.
fn without_reporters(line: &str) -> Option<String> {
    let credits = |text: &str| CREDITS.iter().any(|word| text.contains(word));
    if !credits(line) {
        return Some(line.to_owned());
    }
    let (before, rest) = line.split_once('（')?;
    let (inside, after) = rest.split_once('）')?;
    (credits(inside) && !credits(before) && !credits(after)).then(|| format!("{before}{after}"))
}

/// A name that ends a name line and stands apart from the office, whatever its family (县长　阙云舒).
fn rare_name(behind: &str) -> Option<String> {
    let name = dense(behind.trim_start_matches('：'));
    let han = name.chars().all(is_ideograph);
    (behind.starts_with([' ', '：']) && han && (2..=4).contains(&name.chars().count())).then_some(name)
}

/// The name that text begins with, up to what may follow a name, and what does.
fn name_at<'a>(text: &'a str, rules: &Rules) -> Option<(String, &'a str)> {
    let first = text.chars().next().map_or(0, char::len_utf8);
    let behind = |word: &&str| text[first..].find(*word).map(|at| first + at);
    let end = AFTER.iter().filter_map(behind).chain(text.find(['，', '。', '（', '）', '：', '\n'])).min();
    let end = text.find(|c: char| c.is_ascii_digit()).into_iter().chain(end).min().unwrap_or(text.len());
    let head = text[..end].trim();
    is_name(head, rules).then(|| (dense(head), &text[end..]))
}

/// The name that text ends with (龚正 of …日龚正): a family name and one or two characters.
fn name_before(text: &str, rules: &Rules) -> Option<String> {
    let chars: Vec<char> = text.chars().collect();
    [3, 2].into_iter().find_map(|length| {
        let start = chars.len().checked_sub(length)?;
        let bounded = start == 0 || matches!(chars[start - 1], '日' | '，' | ' ' | '上');
        let name: String = chars[start..].iter().collect();
        (bounded && is_name(&name, rules)).then_some(name)
    })
}

/// 杜新军代表…向大会报告工作: the subject before 代表.
fn who_represents(line: &str, rules: &Rules) -> Option<String> {
    line.match_indices("代表").find_map(|(at, word)| {
        let reports = line[at + word.len()..].chars().take(60).collect::<String>();
        let head = &line[..at];
        let start = head
            .rfind(['，', '。', '！', '：', ' '])
            .map_or(0, |i| i + head[i..].chars().next().map_or(1, char::len_utf8));
        let subject = HEARD.iter().fold(&head[start..], |subject, word| subject.strip_prefix(word).unwrap_or(subject));
        let name = rules.offices.hits(subject).last().map_or(subject, |office| &subject[office.end..]);
        let tells = reports.contains("报告") || reports.contains("作了");
        let name = name.trim_end_matches("同志");
        (tells && is_name(name, rules)).then(|| dense(name))
    })
}

/// 宁致远同志在…会议上所作的工作报告, 扎西多吉州长在…上的报告: the name that opens a title; before an office one of any
/// family.
fn who_is_called(title: &str, rules: &Rules) -> Option<String> {
    if let Some((name, _)) = title.split_once("同志") {
        return is_name(name, rules).then(|| dense(name));
    }
    let office = rules.offices.hits(title).next().filter(|hit| title[hit.end..].starts_with('在'))?;
    let name = &title[..office.start];
    let body =
        is_body(name, rules) || is_office(name, rules) || name.ends_with(['省', '市', '县', '区', '州', '院', '会']);
    (!body && (2..=4).contains(&name.chars().count()) && name.chars().all(is_ideograph)).then(|| name.to_owned())
}

/// Whether a line is a name and nothing else; one of three characters whatever its family.
fn is_alone(line: &str, rules: &Rules) -> bool {
    let name = dense(line);
    let rare = || {
        let ideographs = name.chars().all(is_ideograph);
        ideographs && name.chars().count() == 3 && !name.ends_with(['报', '版', '网', '讯', '社', '文', '稿', '要'])
    };
    let held = rules.offices.hits(&name).next().is_some() || is_office(&name, rules);
    !held && (is_name(line, rules) || rare())
}

/// 青岩区文化和旅游局 柏舟: the name behind that of a body.
fn behind_body(line: &str, rules: &Rules) -> Option<String> {
    let (body, name) = line.trim().split_once(' ')?;
    ((is_body(body, rules) || is_office(body, rules)) && is_name(name, rules)).then(|| dense(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_may_open_with_who_reports() {
        let rules = Rules::builtin();
        for (title, name) in [
            ("宁致远同志在临溪县第九次党代会上的报告", Some("宁致远")),
            ("扎西多吉州长在州十二届人大二次会议上的政府工作报告", Some("扎西多吉")),
            ("临溪县县长在县人代会上的政府工作报告", None),
            ("市政府市长在市人代会上的政府工作报告", None),
        ] {
            assert_eq!(who_is_called(title, &rules).as_deref(), name, "{title}");
        }
    }

    #[test]
    fn names_stand_beside_offices() {
        let rules = Rules::builtin();
        for (line, name) in [
            ("临溪县人民政府县长　　甘文棠", Some("甘文棠")),
            ("——2025年1月16日省长 季长青在岚江省第十四届人民代表大会第三次会议上的讲话", Some("季长青")),
            ("----2025年1月15日龚远市长在岚江市第十六届人民代表大会第三次会议的政府工作报告", Some("龚远")),
            ("2025年1月14日岚江市市长江河同志作政府工作报告。", Some("江河")),
            ("责任编辑：陆佳禾 主任", None),
            ("市 长 柯 望 舒", Some("柯望舒")),
            ("市委书记林海主持，市长江河代表市人民政府作工作报告，市政协主席高原出席。", Some("江河")),
            ("本报讯（记者 于飞）1月4日，省法院院长齐远山在省十三届人大二次会议上作报告。", Some("齐远山")),
        ] {
            assert_eq!(beside_office(line, &rules).as_deref(), name, "{line}");
        }
    }
}

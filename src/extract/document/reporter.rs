//! Who gave the report.

use super::front::Front;

/// Offices whose holders give reports, the longer before the shorter.
const OFFICES: [&str; 24] = [
    "国务院副总理",
    "国务院总理",
    "副总理兼财政部长",
    "副总理",
    "总理",
    "委员长",
    "主席",
    "主任",
    "省长",
    "市长",
    "县长",
    "区长",
    "州长",
    "盟长",
    "旗长",
    "镇长",
    "乡长",
    "院长",
    "检察长",
    "部长",
    "厅长",
    "局长",
    "书记",
    "行政长官",
];
/// What may follow a name.
const AFTER: [&str; 18] = [
    "同志",
    "在",
    "作",
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
/// Family names of one character, the frequent ones.
const FAMILIES: &str = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪\
田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段漕钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛\
焦向柳邢路岳齐梅莫庄辛管祝左涂谷祁时舒耿牟卜路詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵欧解强柴华车冉\
房边辜吉饶刁瞿戚丘古米池滕晋苑邬臧畅宫来嵺苟全褚廉简娄盖符奚木穆党燕郎邸冀谈姬屠连郜晏栾郁商蒙计喻揭窦迟宇敖糜鄢冷卓花仇艾蓝都巩稽井练仲乐虞卞封\
阙闻蔚越隆师厍晁勾訾阚毋乜养须丰巢蒯荆逯益桓仉督缑亢况归墨谯笪逄亓佘琚仝竺冼原官衣楚佟栗匡宗应台巫鞠僧桑荆谌银扬明沙薄伏岑习胥保和蔺尉慕印帅";

/// Family names of two characters.
const DOUBLES: [&str; 36] = [
    "欧阳", "司马", "上官", "诸葛", "司徒", "慕容", "尉迟", "夏侯", "闻人", "东方", "赫连", "皇甫", "澹台", "公冶",
    "宗政", "濮阳", "淳于", "单于", "太叔", "申屠", "公孙", "轩辕", "令狐", "钟离", "宇文", "长孙", "鲜于", "司空",
    "端木", "南宫", "拓跋", "百里", "东郭", "呼延", "西门", "独孤",
];

/// The name of who reports: beside an office in a dateline or name line, alone on a line, or as the subject of a lead.
pub fn reporter(front: &Front) -> String {
    let lines = || front.bylines.iter().chain(&front.leads).chain(&front.titles);
    let named = lines().find_map(|line| beside_office(line));
    let alone =
        || front.bylines.iter().find(|line| is_name(line) && !line.contains("记者")).map(|line| dense_name(line));
    let subject = || front.leads.iter().chain(&front.opening).find_map(|line| who_represents(line));
    // a name line that is set wide looks like a headline
    let wide = || front.headlines.iter().filter(|line| line.chars().count() <= 12).find_map(|line| beside_office(line));
    let entrusted = || front.leads.iter().find_map(|line| who_is_entrusted(line));
    named.or_else(alone).or_else(subject).or_else(entrusted).or_else(wide).unwrap_or_default()
}

/// 受常委会委托，卓鹤年4日在大会上作报告: who stands after the commission.
fn who_is_entrusted(line: &str) -> Option<String> {
    let (_, rest) = line.split_once("委托，")?;
    let clause = rest.split(['，', '。']).next()?;
    let end = clause.find(|c: char| c.is_ascii_digit() || "在向作就".contains(c))?;
    (clause.contains("报告") && is_name(&clause[..end])).then(|| dense_name(&clause[..end]))
}

/// 国务院总理　李克强; 省长 李乐成在…; 龚正市长在….
fn beside_office(line: &str) -> Option<String> {
    if ["记者", "通讯员", "责任编辑", "责编", "来源", " 摄"].iter().any(|word| line.contains(word)) {
        return None;
    }
    // 市 长 of a name line that is set wide
    let wide: Vec<char> = line.chars().collect();
    let close = match wide[..] {
        [first, ' ', '长', ' ', ..] if "省市县区州盟旗镇乡院".contains(first) => {
            format!("{first}{}", wide[2..].iter().collect::<String>())
        }
        _ => line.to_owned(),
    };
    let line = close.as_str();
    OFFICES.iter().find_map(|office| {
        let at = line.rfind(office)?;
        let rest = line[at + office.len()..].trim_start_matches([' ', '：']);
        name_at(rest).or_else(|| name_before(&line[..at])).or_else(|| rare_name(line, at, office, rest))
    })
}

/// A name that ends a name line and stands apart from the office, whatever its family (县长　阙云舒).
fn rare_name(line: &str, at: usize, office: &str, rest: &str) -> Option<String> {
    let apart = line[at + office.len()..].starts_with([' ', '：']);
    let name = dense_name(rest);
    let han = name.chars().all(|c| ('\u{3400}'..='\u{9fff}').contains(&c));
    (apart && han && (2..=4).contains(&name.chars().count())).then_some(name)
}

/// The name that text begins with: up to what may follow a name.
fn name_at(text: &str) -> Option<String> {
    let end = AFTER.iter().filter_map(|word| text.find(word)).chain(text.find(['，', '。', '（', '\n'])).min();
    let head = text[..end.unwrap_or(text.len())].trim();
    is_name(head).then(|| dense_name(head))
}

/// The name that text ends with (龚正 of …日龚正): a family name and one or two characters.
fn name_before(text: &str) -> Option<String> {
    let chars: Vec<char> = text.chars().collect();
    [3, 2].into_iter().find_map(|length| {
        let start = chars.len().checked_sub(length)?;
        let bounded = start == 0 || matches!(chars[start - 1], '日' | '，' | ' ' | '上');
        let name: String = chars[start..].iter().collect();
        (bounded && is_name(&name)).then_some(name)
    })
}

/// 杜新军代表…向大会报告工作: the subject before 代表.
fn who_represents(line: &str) -> Option<String> {
    line.match_indices("代表").find_map(|(at, word)| {
        let reports = line[at + word.len()..].chars().take(60).collect::<String>();
        let head = &line[..at];
        let start = head
            .rfind(['，', '。', '！', '：', ' '])
            .map_or(0, |i| i + head[i..].chars().next().map_or(1, char::len_utf8));
        let subject = &head[start..];
        let name = OFFICES
            .iter()
            .find_map(|office| subject.rfind(office).map(|i| &subject[i + office.len()..]))
            .unwrap_or(subject);
        let tells = reports.contains("报告") || reports.contains("作了");
        (tells && is_name(name)).then(|| dense_name(name))
    })
}

/// Two to four ideographs that begin with a family name, or a name with a middle dot.
fn is_name(text: &str) -> bool {
    let chars: Vec<char> = text.chars().filter(|c| *c != ' ').collect();
    let han = |c: &char| ('\u{3400}'..='\u{9fff}').contains(c);
    if chars.contains(&'·') {
        return chars.len() <= 16 && chars.iter().all(|c| han(c) || *c == '·');
    }
    let double = DOUBLES.iter().any(|name| text.starts_with(name));
    let family = chars.first().is_some_and(|c| FAMILIES.contains(*c));
    chars.iter().all(han) && ((2..=3).contains(&chars.len()) && family || (3..=4).contains(&chars.len()) && double)
}

fn dense_name(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stand_beside_offices() {
        for (line, name) in [
            ("临溪县人民政府县长　　甘文棠", Some("甘文棠")),
            ("——2025年1月16日省长 季长青在岚江省第十四届人民代表大会第三次会议上的讲话", Some("季长青")),
            ("----2025年1月15日龚远市长在岚江市第十六届人民代表大会第三次会议的政府工作报告", Some("龚远")),
            ("2025年1月14日岚江市市长江河同志作政府工作报告。", Some("江河")),
            ("责任编辑：陆佳禾 主任", None),
            ("市 长 柯 望 舒", Some("柯望舒")),
        ] {
            assert_eq!(beside_office(line).as_deref(), name, "{line}");
        }
    }
}

//! Names of people, told by their families.

use crate::text::is_ideograph;

/// Family names of one character, the frequent ones.
const FAMILIES: &str = "杭鱼元展骆王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪\
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

/// Two to four ideographs that begin with a family name, or a name with a middle dot.
pub fn is_name(text: &str) -> bool {
    let chars: Vec<char> = text.chars().filter(|c| *c != ' ').collect();
    if chars.contains(&'·') {
        return chars.len() <= 16 && chars.iter().all(|c| is_ideograph(*c) || *c == '·');
    }
    let double = DOUBLES.iter().any(|name| text.starts_with(name));
    let family = chars.first().is_some_and(|c| FAMILIES.contains(*c));
    chars.iter().all(|c| is_ideograph(*c))
        && ((2..=3).contains(&chars.len()) && family || (3..=4).contains(&chars.len()) && double)
}

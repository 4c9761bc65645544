//! How a report ends: with a call, with a vow, or by handing itself over.

use crate::clean::{Block, is_call};
use crate::rules::Rules;

/// Characters of the longest paragraph that a call, a vow or a handing over makes up.
const LONGEST_CALL: usize = 300;
const LONGEST_VOW: usize = 160;
/// How a vow opens, and how a report is handed over.
const VOWS: [&str; 9] =
    ["我们决心", "我们坚信", "我们相信", "以上报告", "以上是", "以上汇报", "报告号召", "大会号召", "全会号召"];

/// Whether a paragraph closes the report.
pub fn is_closing(block: &Block, rules: &Rules) -> bool {
    block.len <= LONGEST_VOW && vows(block.words())
        || is_call(block, rules) && (block.len <= LONGEST_CALL || block.words().contains("让我们"))
}

/// Whether words vow or hand the report over. 各位代表，我们将…再立新功！, 各位代表，全市法院将…！: to whom the report is
/// given something is vowed, and not thanked.
fn vows(words: &str) -> bool {
    let said = unaddressed(words);
    let holds = |any: &[&str]| any.iter().any(|word| said.contains(word));
    // 甲乙最后号召，…
    let called = words.split_once('，').is_some_and(|(who, _)| who.ends_with("号召") && who.chars().count() <= 12);
    called
        || VOWS.iter().any(|vow| said.starts_with(vow))
        || said.len() < words.len()
            && words.ends_with('！')
            && holds(&["将", "决心", "我们要", "我们一定", "携手", "奋进", "谱写", "贡献"])
            && !holds(&["感谢", "敬意"])
}

/// The words behind an address: 各位代表，….
fn unaddressed(words: &str) -> &str {
    let behind = |end: usize| words[end..].trim_start_matches(['，', '！', '：', ' ']);
    let addressed = ["各位代表", "各位委员", "同志们", "各位领导"].iter().find(|name| words.starts_with(*name));
    addressed.map_or(words, |name| behind(name.len()))
}

//! The place that a local paper or programme tells by its name: in 岚江日报, 省高级人民法院 is that of 岚江省.

use super::body::first_body;
use super::front::{Front, dense};
use crate::rules::Rules;

/// How papers, programmes and their houses are called.
const PAPERS: [&str; 11] =
    ["日报", "晚报", "早报", "晨报", "广播电视台", "电视台", "卫视", "新闻联播", "新闻", "融媒体", "发布"];
/// Papers and programmes that are called after no place.
const NATIONAL: [&str; 16] = [
    "人民", "光明", "经济", "法治", "法制", "检察", "法院", "农民", "工人", "中国", "新华", "央视", "中央", "青年",
    "科技", "每日",
];
/// Characters of the shortest and longest name.
const LENGTHS: std::ops::RangeInclusive<usize> = 2..=4;
/// Lines of a page head that are looked at, and characters of each line.
const LINES: usize = 20;
const HEAD: usize = 60;

/// The place of the paper, as of the level that the front's bodies are said to have (省法院, 市八届人大).
pub fn home_of_paper(front: &Front, rules: &Rules) -> Option<String> {
    let lines = front.titles.iter().chain(&front.headlines).chain(&front.leads);
    let level = lines.map(|line| dense(line)).find_map(|line| level_of_body(&line, rules))?;
    let heads = front.margins.iter().take(LINES).chain(&front.headlines).chain(&front.bylines).chain(&front.leads);
    // a page head sets its parts apart, a paper's name may be set wide
    let apart = |line: &String| line.split_whitespace().find_map(named_paper);
    let name = heads.into_iter().find_map(|line| apart(line).or_else(|| named_paper(&dense(line))))?;
    Some(if name.ends_with(level) { name } else { format!("{name}{level}") })
}

/// 省 of 省法院, 市 of 市八届人大五次会议.
fn level_of_body(line: &str, rules: &Rules) -> Option<char> {
    let body = first_body(line, rules)?;
    let before = line[..body].trim_end_matches(|c| "第届一二三四五六七八九十".contains(c));
    before.chars().next_back().filter(|c| "省市县区州旗盟镇乡".contains(*c))
}

/// 岚江 of 来源：岚江日报.
fn named_paper(line: &str) -> Option<String> {
    let head = line.char_indices().nth(HEAD).map_or(line, |(end, _)| &line[..end]);
    let at = PAPERS.iter().filter_map(|paper| head.find(paper)).min()?;
    let han = |c: &char| ('\u{4e00}'..='\u{9fff}').contains(c);
    let name: Vec<char> = head[..at].chars().rev().take_while(han).collect();
    let name: String = name.into_iter().rev().collect();
    let own = LENGTHS.contains(&name.chars().count()) && !NATIONAL.iter().any(|word| name.contains(word));
    own.then_some(name)
}

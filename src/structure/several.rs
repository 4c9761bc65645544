//! Digests of several reports: the heads that open each of them by who gives it (省法院：… above its review and its plan,
//! 省政协：… above its own).

use crate::clean::{Block, Sort};
use crate::rules::Rules;

/// Characters of the longest such head, and of the longest name in it.
const LONGEST: usize = 30;
const LONGEST_NAME: usize = 14;

/// Which of `blocks` open a report each: none where fewer than two bodies are named, or one of them again.
pub fn openers(blocks: &[Block], rules: &Rules) -> Vec<usize> {
    let text = |at: &usize| blocks[*at].sort == Sort::Text;
    let named = (0..blocks.len()).filter(text).filter_map(|at| Some((at, reporter(&blocks[at], rules)?)));
    let (openers, mut names): (Vec<usize>, Vec<&str>) = named.unzip();
    names.sort_unstable();
    names.dedup();
    if names.len() < 2 || names.len() < openers.len() { Vec::new() } else { openers }
}

/// The body that a short line names in front of a colon, with words on its report behind it.
fn reporter<'a>(block: &'a Block<'_>, rules: &Rules) -> Option<&'a str> {
    if block.mark.is_some() || block.ended || block.len > LONGEST {
        return None;
    }
    let (name, said) = block.text.split_once('：')?;
    let tells = !said.is_empty() && !said.contains(['：', '。', '；']);
    let chars: Vec<char> = name.chars().collect();
    let (row, _) = rules.organs.longest_before(&chars, chars.len()).filter(|_| chars.len() <= LONGEST_NAME)?;
    let reports = !matches!(row.class.as_str(), "any" | "other" | "budget" | "plan");
    (tells && reports).then_some(name)
}

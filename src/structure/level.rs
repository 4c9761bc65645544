//! How deep a heading stands among the others.

use super::heading::{closes, is_half, is_labelled, is_ornament, is_telling};
use crate::clean::{Block, ItemMark, is_bare, item_mark};
use crate::rules::Rules;

/// Where a style stands among the others; smaller is further out.
pub type Rank = u8;
const CLOSING: Rank = 0;
/// Of a head that holds a whole report of several.
pub const REPORT: Rank = 5;
pub const SINGLE: Rank = 12;
/// Of heads with a figure.
pub const FIGURES: Rank = 40;
pub const INNERMOST: Rank = 70;
/// Ranks that are kept for signs that adorn.
pub const ORNAMENTED: Rank = 9;

/// For each heading whether it is the only one of its kind between two that name parts of the report: one such heading
/// is a part itself (加强政府自身建设), several are subsections of the part before them.
pub fn alone(found: &[usize], texts: &[usize], blocks: &[Block], rules: &Rules) -> Vec<bool> {
    let block = |k: usize| &blocks[texts[found[k]]];
    let mut alone = vec![true; found.len()];
    let mut start = 0;
    for end in 0..=found.len() {
        if end < found.len() && !is_telling(block(end), rules) {
            continue;
        }
        let plain: Vec<usize> =
            (start..end).filter(|&k| is_single(block(k)) && !is_bare(&block(k).text, rules)).collect();
        if plain.len() > 1 && start > 0 {
            plain.into_iter().for_each(|k| alone[k] = false);
        }
        start = end + 1;
    }
    alone
}

/// 第一部分 and 第一篇 hold chapters, and these hold sections.
fn part(block: &Block) -> Rank {
    let number = block.mark.map_or("", |(_, length)| &block.text[..length]);
    match () {
        () if number.ends_with('章') => 11,
        () if number.ends_with('节') => 15,
        () => 10,
    }
}

/// A heading without a number that is one phrase.
fn is_single(block: &Block) -> bool {
    block.mark.is_none() && !block.text.contains([' ', '，'])
}

pub fn rank(block: &Block, numbered: bool, single: bool, rules: &Rules) -> Rank {
    let mark = block.mark.map(|(mark, _)| mark);
    let inner = || item_mark(block.words()).map(|(mark, _)| mark);
    let mark = match mark {
        Some(ItemMark::Hash(_)) if numbered => inner().or(mark),
        mark => mark,
    };
    match mark {
        Some(ItemMark::Hash(signs)) => signs,
        Some(ItemMark::Part) => part(block),
        Some(ItemMark::Han) => 20,
        Some(ItemMark::HanParen) => 30,
        Some(ItemMark::Arabic) => FIGURES,
        Some(ItemMark::Decimal(points)) => FIGURES + points,
        Some(ItemMark::ArabicParen) => 50,
        Some(_) if !is_ornament(block) => 60,
        _ if closes(block, rules) => CLOSING,
        _ if is_labelled(block.words(), rules) => INNERMOST,
        // 这一年 and 下一年 stand under each theme of a digest
        _ if is_half(block.words(), rules) => SINGLE + 1,
        _ if is_telling(block, rules) => SINGLE,
        // a theme in brackets stands under the part that a telling line heads
        _ if block.text.starts_with('【') => INNERMOST,
        // where the parts of a report are named without numbers, so are those whose names tell nothing
        _ if single && is_single(block) && !is_bare(&block.text, rules) => SINGLE,
        _ => INNERMOST,
    }
}

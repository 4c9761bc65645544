//! A body that a faulty scrape wrote down more than once: the first copy is the report, the others are noise.

use rustc_hash::{FxBuildHasher, FxHashMap};

use super::block::Block;
use super::noise::Sort;
use crate::issue::{Finding, Severity};
use crate::text::{Span, Words};

/// A block of fewer characters may well come back in a report (各位代表！).
const TELLING: usize = 40;
/// The least share of the text, in percent, that repeats make up before they are called so.
const LEAST_SHARE: usize = 10;

/// Labels repeated blocks as noise and says so. `span` gives a block's place in the source.
pub fn label_repeats(blocks: &mut [Block], span: impl Fn(&Block) -> Span) -> Option<Finding> {
    let twins = twins(blocks);
    let length = |at: usize| blocks[at].len;
    let repeated: usize = (0..blocks.len()).filter(|&at| twins[at].is_some()).map(length).sum();
    let all: usize = (0..blocks.len()).map(length).sum();
    if repeated * 100 < all * LEAST_SHARE {
        return None;
    }
    let first = twins.iter().position(Option::is_some)?;
    let copies = copies(&twins);
    let place = span(&blocks[first]);
    for (block, twin) in blocks.iter_mut().zip(&twins) {
        if twin.is_some() {
            block.sort = Sort::Noise("repeated-body");
        }
    }
    let message = format!(
        "expected each paragraph once, found {} % of the text repeated, up to {copies} times; \
         the first copy is read and the others are noise: check the source",
        repeated * 100 / all
    );
    Some(Finding { code: "repeated-body", severity: Severity::Warning, message, span: Some(place) })
}

/// For each block the earlier block that it repeats: long blocks by their words, and their neighbours where these
/// repeat the neighbours there.
fn twins(blocks: &[Block]) -> Vec<Option<usize>> {
    let mut first: FxHashMap<Words<'_>, usize> = FxHashMap::with_capacity_and_hasher(blocks.len(), FxBuildHasher);
    let mut twins: Vec<Option<usize>> = vec![None; blocks.len()];
    for (at, block) in blocks.iter().enumerate() {
        let next = if at == 0 { None } else { twins[at - 1].map(|twin| twin + 1) };
        let next = next.filter(|&twin| twin < at && blocks[twin].text == block.text);
        let known = if block.len >= TELLING { *first.entry(Words(&block.text)).or_insert(at) } else { at };
        twins[at] = next.or(Some(known).filter(|&known| known < at));
    }
    for at in (1..blocks.len()).rev() {
        let before = twins[at].filter(|&twin| twin > 0).map(|twin| twin - 1);
        if let Some(before) = before.filter(|&before| twins[at - 1].is_none() && before + 1 < at)
            && blocks[before].text == blocks[at - 1].text
        {
            twins[at - 1] = Some(before);
        }
    }
    twins
}

/// How often the block that is repeated most stands in the text.
fn copies(twins: &[Option<usize>]) -> usize {
    let mut counts = vec![1; twins.len()];
    twins.iter().flatten().for_each(|&twin| counts[twin] += 1);
    counts.into_iter().max().unwrap_or(1)
}

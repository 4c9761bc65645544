//! How common characters are: a number for each, the commonest first.
//!
//! A report is written in some two thousand characters, most of it in a few hundred, and they lie scattered over the
//! twenty thousand of their block. Tables that go by the rank are asked near their beginning, and what is asked of them
//! stays in a processor's nearest memory.

use std::sync::LazyLock;

/// What is counted: a lexicon whose examples are sentences of reports.
const TEXT: &str = include_str!("verbs.csv");
/// The characters of the basic plane.
const PLANE: usize = 1 << 16;

/// A rank for every character, and no other's: in the basic plane by how common it is, beyond it its own code point.
pub struct Ranks([u16; PLANE]);

impl Ranks {
    /// The ranks, counted once.
    pub fn get() -> &'static Self {
        static RANKS: LazyLock<Box<Ranks>> = LazyLock::new(|| Box::new(Ranks::count(TEXT)));
        &RANKS
    }

    /// Ranks by how often a character is in `text`; of those that are as often, and in the end of those that are not in
    /// it, the one with the lower code point comes first.
    fn count(text: &str) -> Self {
        let mut counts = vec![0_usize; PLANE];
        for c in text.chars() {
            if let Some(count) = counts.get_mut(c as usize) {
                *count += 1;
            }
        }
        let mut codes: Vec<u16> = (0..=u16::MAX).collect();
        codes.sort_by_key(|&code| std::cmp::Reverse(counts[usize::from(code)]));
        let mut ranks = [0; PLANE];
        for (rank, code) in (0..=u16::MAX).zip(codes) {
            ranks[usize::from(code)] = rank;
        }
        Self(ranks)
    }

    /// The rank of `c`.
    #[inline]
    pub fn of(&self, c: char) -> u32 {
        self.0.get(c as usize).map_or(c as u32, |&rank| u32::from(rank))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_commoner_character_comes_first_and_no_two_share_a_rank() {
        let ranks = Ranks::count("会议会场会𠮷");
        assert_eq!(['会', '场', '议', '\0', '\u{1}'].map(|c| ranks.of(c)), [0, 1, 2, 3, 4]);
        assert_eq!(ranks.of('𠮷'), '𠮷' as u32);
        let mut all: Vec<u16> = ranks.0.to_vec();
        all.sort_unstable();
        assert!(all.iter().enumerate().all(|(at, &rank)| usize::from(rank) == at));
    }
}

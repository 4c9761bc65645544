//! How often two characters stand side by side in a text: what tells whether a line break stands in the middle of a word.

use rustc_hash::FxHashMap;

use super::line::Line;
use super::noise::Sort;

/// Characters of the shortest line that may be the rest of a word.
pub const SHORTEST: usize = 12;

/// Counts of pairs. Only those are counted that may be asked for: the two characters that a break parts between lines of
/// text of which the first ends no sentence, and the first two of the second.
pub struct Pairs {
    counts: FxHashMap<(char, char), u32>,
}

/// A bit for each pair that may be asked for, by a hash of it: it tells most pairs of a text from those.
struct Filter([u64; 1024]);

impl Filter {
    fn place(before: char, after: char) -> (usize, u64) {
        let hash = (before as u32).wrapping_mul(0x9e37).wrapping_add(after as u32) & 0xffff;
        (hash as usize / 64, 1 << (hash % 64))
    }

    fn insert(&mut self, before: char, after: char) {
        let (word, bit) = Self::place(before, after);
        self.0[word] |= bit;
    }

    fn may_hold(&self, before: char, after: char) -> bool {
        let (word, bit) = Self::place(before, after);
        self.0[word] & bit != 0
    }
}

impl Pairs {
    /// Counts in one pass over all lines, noise too. `chars` are those of the source.
    pub fn count(lines: &[Line], sorts: &[Sort], chars: &[char]) -> Self {
        let (mut counts, mut filter) = (FxHashMap::default(), Filter([0; 1024]));
        let mut ask = |before: char, after: char| {
            counts.insert((before, after), 0);
            filter.insert(before, after);
        };
        let mut last = None;
        for (line, _) in lines.iter().zip(sorts).filter(|(_, sort)| **sort == Sort::Text) {
            let mut head = line.text.chars();
            if let (Some(last), Some(first), Some(second)) = (last, head.next(), head.next())
                && line.len >= SHORTEST
            {
                ask(last, first);
                ask(first, second);
            }
            last = line.text.chars().next_back().filter(|_| !line.ended);
        }
        for line in lines {
            for pair in line.chars(chars).windows(2) {
                let (before, after) = (pair[0], pair[1]);
                if filter.may_hold(before, after)
                    && let Some(count) = counts.get_mut(&(before, after))
                {
                    *count += 1;
                }
            }
        }
        Self { counts }
    }

    /// How often `after` follows `before` within a line; of a pair that is not counted, 0.
    pub fn of(&self, before: char, after: char) -> u32 {
        self.counts.get(&(before, after)).copied().unwrap_or(0)
    }
}

//! How often two characters stand side by side in a text: what tells whether a line break stands in the middle of a word.

use rustc_hash::FxHashMap;

use super::line::Line;
use super::noise::Sort;

/// Characters of the shortest line that may be the rest of a word.
pub const SHORTEST: usize = 12;

/// So many questions are answered by looking through the text each time; a text that asks more has its pairs counted.
const FEW: usize = 4;

/// How often pairs stand in the lines of a text, noise too.
pub struct Pairs<'a> {
    lines: &'a [Line],
    sorts: &'a [Sort],
    asked: usize,
    counts: Option<Counts>,
}

/// Only those pairs are counted that may be asked for: the two characters that a break parts between lines of text of
/// which the first ends no sentence, and the first two of the second.
type Counts = FxHashMap<(char, char), u32>;

impl<'a> Pairs<'a> {
    pub fn new(lines: &'a [Line], sorts: &'a [Sort]) -> Self {
        Self { lines, sorts, asked: 0, counts: None }
    }

    /// How often `after` follows `before` within a line; of a pair that need not be counted, 0 perhaps.
    pub fn of(&mut self, before: char, after: char) -> u32 {
        self.asked += 1;
        if self.asked <= FEW {
            return look(self.lines, before, after);
        }
        let counts = self.counts.get_or_insert_with(|| count(self.lines, self.sorts));
        counts.get(&(before, after)).copied().unwrap_or(0)
    }
}

fn look(lines: &[Line], before: char, after: char) -> u32 {
    let follows = |line: &Line| {
        let behind = line.text.match_indices(before).map(|(at, word)| &line.text[at + word.len()..]);
        behind.filter(|behind| behind.starts_with(after)).count() as u32
    };
    lines.iter().map(follows).sum()
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

/// Counts in one pass over all lines.
fn count(lines: &[Line], sorts: &[Sort]) -> Counts {
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
        let mut chars = line.text.chars();
        let Some(mut before) = chars.next() else { continue };
        for c in chars {
            if filter.may_hold(before, c)
                && let Some(count) = counts.get_mut(&(before, c))
            {
                *count += 1;
            }
            before = c;
        }
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clean::mark::marks;
    use crate::rules::Rules;
    use crate::text::SourceText;

    #[test]
    fn looking_and_counting_agree() {
        let source = SourceText::new("人人人人\n加强队伍建\n设队伍和人人人才建设，设队伍建设\n");
        let lines = super::super::line::lines(&source, &marks(source.chars()), &Rules::builtin());
        let mut pairs = Pairs::new(&lines, &[Sort::Text; 3]);
        for _ in 0..=FEW {
            assert_eq!(pairs.of('建', '设'), 2);
            assert_eq!(pairs.of('设', '队'), 2);
        }
        assert_eq!(look(&lines, '人', '人'), 5);
    }
}

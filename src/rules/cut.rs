//! Cutting text into known words: of all ways to cover it, the one of least cost.
//!
//! Taking the longest word from the left goes wrong where a longer word begins inside it (就学|前|教育 for 就|学前教育,
//! 建设成|绩 for 建设|成绩). So the whole stretch is weighed: fewer words are better, a character that no word covers
//! costs more than a word, a word that is hardly one (a verb of one character) costs a little more than another, and of
//! equals the one with the longer words wins, then the one whose longer word comes first.
//! This is the shortest path over the word lattice that segmenters of Chinese commonly take, without frequencies: the
//! lexicons hold none.

use super::trie::Trie;

/// A word of the cut: the number of its term, and its offsets in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word {
    pub term: u32,
    pub start: usize,
    pub end: usize,
}

const WORD: u32 = 1000;
/// Two words of two characters must stay cheaper than one and three (提高|质量, not 提|高质量).
const WEAK_WORD: u32 = 1050;
const UNKNOWN: u32 = 1400;
/// Of a further character that no word covers: what is unknown side by side is most often one word.
const MORE_UNKNOWN: u32 = 1150;
/// Lengths beyond this win nothing more: the square stays below the cost of a word.
const LONGEST: u32 = 12;
/// The last step is a character that no word covers.
const NONE: u32 = u32::MAX;

/// The cheapest way to a place in the text.
#[derive(Clone, Copy)]
struct Step {
    cost: u32,
    /// Where its last word, or the character that no word covers, begins.
    from: u32,
    /// The term of its last word.
    term: u32,
}

const FAR: Step = Step { cost: u32::MAX, from: 0, term: NONE };

/// Cuts stretch after stretch of text, in the same memory.
#[derive(Default)]
pub struct Cutter {
    steps: Vec<Step>,
    words: Vec<Word>,
}

impl Cutter {
    /// Covers `chars` with terms of `terms`, and gives the words in order. `is_weak` says which terms are hardly words.
    pub fn cheapest(&mut self, chars: &[char], terms: &Trie, is_weak: impl Fn(u32) -> bool) -> &[Word] {
        self.steps.clear();
        self.steps.resize(chars.len() + 1, FAR);
        self.steps[0].cost = 0;
        for at in 0..chars.len() {
            let here = self.steps[at];
            let price = if at > 0 && here.term == NONE { MORE_UNKNOWN } else { UNKNOWN };
            let next = &mut self.steps[at + 1];
            // A word must be cheaper than what no word covers to be taken in its stead.
            if here.cost + price <= next.cost {
                *next = Step { cost: here.cost + price, from: at as u32, term: NONE };
            }
            for (term, length) in terms.prefixes(chars[at..].iter().copied()) {
                let won = (length as u32).min(LONGEST);
                let price = if is_weak(term) { WEAK_WORD } else { WORD };
                let (cost, end) = (here.cost + price - won * won, &mut self.steps[at + length]);
                if cost < end.cost {
                    *end = Step { cost, from: at as u32, term };
                }
            }
        }
        self.trace();
        &self.words
    }

    /// Gathers the words of the cheapest way to the end.
    fn trace(&mut self) {
        self.words.clear();
        let mut end = self.steps.len() - 1;
        while end > 0 {
            let Step { from, term, .. } = self.steps[end];
            let start = from as usize;
            if term != NONE {
                self.words.push(Word { term, start, end });
            }
            end = start;
        }
        self.words.reverse();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Cuts `text` by the words given, and writes the cut with bars.
    fn cut(text: &str, words: &[&str]) -> String {
        let terms = Trie::new(words.iter().map(|&word| word.to_owned()).zip(0..));
        let is_weak = |term: u32| words[term as usize].chars().count() == 1 && words[term as usize] != "就";
        let chars: Vec<char> = text.chars().collect();
        let mut cutter = Cutter::default();
        let cut = cutter.cheapest(&chars, &terms, is_weak);
        cut.iter().map(|word| chars[word.start..word.end].iter().collect::<String>()).collect::<Vec<_>>().join("|")
    }

    #[test]
    fn fewer_words_and_no_character_left_over_win() {
        assert_eq!(cut("就学前教育", &["就", "就学", "教育", "学前教育"]), "就|学前教育");
        assert_eq!(cut("建设成绩", &["建设", "建设成", "成绩"]), "建设|成绩");
        assert_eq!(cut("提高质量", &["提", "提高", "高质量", "质量"]), "提高|质量");
        assert_eq!(cut("人民法院", &["人民", "法院", "人民法院"]), "人民法院");
    }

    #[test]
    fn what_no_word_covers_is_left_out() {
        assert_eq!(cut("龘龘会议", &["会议"]), "会议");
        assert_eq!(cut("", &["会议"]), "");
    }
}

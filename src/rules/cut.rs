//! Cutting text into known words: of all ways to cover it, the one of least cost.
//!
//! Taking the longest word from the left goes wrong where a longer word begins inside it (就学|前|教育 for 就|学前教育,
//! 建设成|绩 for 建设|成绩). So the whole stretch is weighed: fewer words are better, a character that no word covers
//! costs more than a word, a word that is hardly one (a verb of one character) costs a little more than another, and of
//! equals the one with the longer words wins, then the one whose last word is longer.
//! This is the shortest path over the word lattice that segmenters of Chinese commonly take, without frequencies: the
//! lexicons hold none.

use std::hint::select_unpredictable;

use super::trie::{NO_TERM, Trie};

/// The number of a term in the trie: its index, and in the lowest bit whether it is hardly a word, so that weighing
/// looks at nothing else.
pub fn number(index: usize, is_weak: bool) -> u32 {
    (index as u32) << 1 | u32::from(is_weak)
}

/// The index of a term from its number.
pub fn index(number: u32) -> usize {
    (number >> 1) as usize
}

/// A word of the cut: the number of its term, and its offsets in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word {
    pub number: u32,
    pub start: usize,
    pub end: usize,
}

const WORD: u32 = 1000;
/// On top of it where the word is hardly one: two words of two characters must stay cheaper than one and three
/// (提高|质量, not 提|高质量).
const MORE_FOR_WEAK: u32 = 50;
const UNKNOWN: u32 = 1400;
/// Of a further character that no word covers: what is unknown side by side is most often one word.
const MORE_UNKNOWN: u32 = 1150;
/// Lengths beyond this win nothing more: the square stays below the cost of a word.
const LONGEST: usize = 12;

/// The cheapest way to a place in the text, as one number so that the cheaper of two is the smaller: its cost, then
/// 255 less the length of its last word, then the number of that word's term. Of equal costs a character that no word
/// covers is taken (it has neither), then the longer word.
#[derive(Clone, Copy)]
struct Step(u64);

impl Step {
    const FAR: Self = Self(u64::MAX);
    /// Before the first character: no cost, and no character left over.
    const START: Self = Self(1);

    /// With a word of `length` characters at the end. A beginning that is no term leads nowhere.
    #[inline]
    fn word(cost: u32, length: usize, number: u32) -> Self {
        let step = Self(u64::from(cost) << 32 | (255 - length as u64) << 24 | u64::from(number));
        select_unpredictable(number == NO_TERM, Self::FAR, step)
    }

    /// With a character at the end that no word covers.
    #[inline]
    fn unknown(cost: u32) -> Self {
        Self(u64::from(cost) << 32)
    }

    /// The cheaper of two. Which it is hangs on the words alone, so no processor guesses it: both are weighed.
    #[inline]
    fn or(self, other: Self) -> Self {
        select_unpredictable(self.0 <= other.0, self, other)
    }

    fn cost(self) -> u32 {
        (self.0 >> 32) as u32
    }

    /// The length of the last word and its number; none for a character that no word covers.
    fn last(self) -> Option<(usize, u32)> {
        let last = self.0 as u32;
        (last != 0).then_some((255 - (last >> 24) as usize, last & NO_TERM))
    }
}

/// Cuts stretch after stretch of text, in the same memory.
#[derive(Default)]
pub struct Cutter {
    steps: Vec<Step>,
    words: Vec<Word>,
}

impl Cutter {
    /// Covers `chars` with terms of `terms`, whose numbers are made by [`number`], and gives the words in order.
    pub fn cheapest(&mut self, chars: &[char], terms: &Trie) -> &[Word] {
        self.steps.clear();
        self.steps.resize(chars.len() + 1, Step::FAR);
        self.steps[0] = Step::START;
        for at in 0..chars.len() {
            let here = self.steps[at];
            let price = select_unpredictable(here.last().is_none(), MORE_UNKNOWN, UNKNOWN);
            let ahead = &mut self.steps[at + 1..];
            ahead[0] = ahead[0].or(Step::unknown(here.cost() + price));
            // No branch but the walk's own end: where it ends is all that a processor need guess.
            terms.each_step(&chars[at..], |number, length| {
                let won = length.min(LONGEST) as u32;
                let price = WORD + (number & 1) * MORE_FOR_WEAK - won * won;
                ahead[length - 1] = ahead[length - 1].or(Step::word(here.cost() + price, length, number));
            });
        }
        self.trace();
        &self.words
    }

    /// Gathers the words of the cheapest way to the end.
    fn trace(&mut self) {
        self.words.clear();
        let mut end = self.steps.len() - 1;
        while end > 0 {
            let (length, number) = self.steps[end].last().unwrap_or((1, NO_TERM));
            let start = end - length;
            if number != NO_TERM {
                self.words.push(Word { number, start, end });
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
        let is_weak = |word: &str| word.chars().count() == 1 && word != "就";
        let numbered = words.iter().enumerate().map(|(at, &word)| (word.to_owned(), number(at, is_weak(word))));
        let terms = Trie::new(numbered);
        let chars: Vec<char> = text.chars().collect();
        let mut cutter = Cutter::default();
        let cut = cutter.cheapest(&chars, &terms);
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

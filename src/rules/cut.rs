//! Cutting text into known words: of all ways to cover it, the one of least cost.
//!
//! Taking the longest word from the left goes wrong where a longer word begins inside it (就学|前|教育 for 就|学前教育,
//! 建设成|绩 for 建设|成绩). So the whole stretch is weighed: fewer words are better, a character that no word covers
//! costs more than a word, a word that is hardly one (a verb of one character) costs a little more than another, and of
//! equals the one with the longer words wins, then the one whose last word is longer.
//! This is the shortest path over the word lattice that segmenters of Chinese commonly take, without frequencies: the
//! lexicons hold none.

use std::hint::select_unpredictable;

use super::trie::{NO_TERM, Trie, Walk};

/// The number of a term in the trie: its index, and in the lowest bit whether it is hardly a word, so that weighing
/// looks at nothing else. That is asked of terms of one character alone.
pub fn number(index: usize, is_weak: bool) -> u32 {
    (index as u32) << 1 | u32::from(is_weak)
}

/// The index of a term from its number.
pub fn index(number: u32) -> usize {
    (number >> 1) as usize
}

/// A word of the cut: the number of its term, and its offsets in characters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Word {
    pub number: u32,
    pub start: usize,
    pub end: usize,
}

const WORD: u64 = 1000;
/// On top of it where the word is hardly one: two words of two characters must stay cheaper than one and three
/// (提高|质量, not 提|高质量).
const MORE_FOR_WEAK: u64 = 50;
const UNKNOWN: u64 = 1400;
/// Of a further character that no word covers: what is unknown side by side is most often one word.
const MORE_UNKNOWN: u64 = 1150;
/// Lengths beyond this win nothing more: the square stays below the cost of a word.
const LONGEST: usize = 12;

/// The lowest bits of the cost and of the length in a [`Step`].
const COST: u32 = 32;
const LENGTH: u32 = 24;

/// What a word adds to a [`Step`] by its length, its number aside.
static PRICES: [u64; 256] = {
    let mut prices = [0; 256];
    let mut length = 1;
    while length < prices.len() {
        let won = if length < LONGEST { length } else { LONGEST } as u64;
        prices[length] = (WORD - won * won) << COST | (255 - length as u64) << LENGTH;
        length += 1;
    }
    prices
};

/// The cheapest way to a place in the text, as one number so that the cheaper of two is the smaller: its cost, then
/// 255 less the length of its last word, then the number of that word's term. Of equal costs a character that no word
/// covers is taken (it has neither), then the longer word.
#[derive(Clone, Copy)]
struct Step(u64);

impl Step {
    const FAR: Self = Self(u64::MAX);
    /// Before the first character: no cost, and no character left over.
    const START: Self = Self(1);

    /// The way to here and on with a word of `length` characters. What is no term leads nowhere.
    #[inline]
    fn and_word(self, length: usize, number: u32) -> Self {
        let step = (self.0 >> COST << COST) + PRICES[length] + u64::from(number);
        select_unpredictable(number == NO_TERM, Self::FAR, Self(step))
    }

    /// The same with a word of one character, which may be hardly one.
    #[inline]
    fn and_letter(self, number: u32) -> Self {
        let more = select_unpredictable(number & 1 == 1, MORE_FOR_WEAK << COST, 0);
        Self(self.0 + more).and_word(1, number)
    }

    /// The way to here and on with a character that no word covers.
    #[inline]
    fn and_unknown(self) -> Self {
        let price = select_unpredictable(self.is_unknown(), MORE_UNKNOWN, UNKNOWN);
        Self(((self.0 >> COST) + price) << COST)
    }

    /// The cheaper of two. Which it is hangs on the words alone, so no processor guesses it: both are weighed.
    #[inline]
    fn or(self, other: Self) -> Self {
        select_unpredictable(self.0 <= other.0, self, other)
    }

    fn is_unknown(self) -> bool {
        self.0 as u32 == 0
    }

    /// The length of the last word and its number, [`NO_TERM`] for a character that no word covers.
    fn last(self) -> (usize, u32) {
        let last = self.0 as u32;
        let word = (255 - (last >> LENGTH) as usize, last & NO_TERM);
        select_unpredictable(self.is_unknown(), (1, NO_TERM), word)
    }
}

/// The words of one to three characters that end at a place, and where a longer one goes on.
#[derive(Clone, Copy)]
struct Endings {
    numbers: [u32; 3],
    longer: Walk,
}

/// Cuts stretch after stretch of text, in the same memory.
#[derive(Default)]
pub struct Cutter {
    endings: Vec<Endings>,
    steps: Vec<Step>,
    words: Vec<Word>,
}

impl Cutter {
    /// Covers `chars` with terms of `terms`, which hold them from the last character to the first with numbers made by
    /// [`number`], and gives the words in order.
    pub fn cheapest(&mut self, chars: &[char], terms: &Trie) -> &[Word] {
        self.look_up(chars, terms);
        self.steps.clear();
        self.steps.push(Step::START);
        let mut best = Step::START;
        for (at, endings) in self.endings.iter().enumerate() {
            let (end, [one, two, three]) = (at + 1, endings.numbers);
            let way = |length: usize| self.steps[end.saturating_sub(length)];
            best =
                best.and_unknown().or(best.and_letter(one)).or(way(2).and_word(2, two)).or(way(3).and_word(3, three));
            let (mut walk, mut length) = (endings.longer, 3);
            while !walk.is_over() && length < end.min(PRICES.len() - 1) {
                length += 1;
                let number = walk.step(terms, terms.rank(chars[end - length]));
                best = best.or(way(length).and_word(length, number));
            }
            self.steps.push(best);
        }
        self.trace()
    }

    /// Looks up the short words that end at each character, before any is weighed: no look-up waits for another one's
    /// outcome so, and the terms, which are far larger than a processor's nearest memory, are fetched for many places
    /// at once.
    fn look_up(&mut self, chars: &[char], terms: &Trie) {
        // what stands before the first character goes on no term
        let mut before = [terms.rank('\0'); 2];
        self.endings.clear();
        self.endings.extend(chars.iter().map(|&c| {
            let (rank, mut longer) = (terms.rank(c), terms.walk());
            let numbers = [rank, before[0], before[1]].map(|rank| longer.step(terms, rank));
            before = [rank, before[0]];
            Endings { numbers, longer }
        }));
    }

    /// Gathers the words of the cheapest way to the end, from the last to the first.
    fn trace(&mut self) -> &[Word] {
        let mut end = self.steps.len() - 1;
        if self.words.len() < end {
            self.words.resize(end, Word::default());
        }
        let mut first = self.words.len();
        while end > 0 {
            let (length, number) = self.steps[end].last();
            let start = end - length;
            // written over by the one before it where no word covers the character
            self.words[first - 1] = Word { number, start, end };
            first -= usize::from(number != NO_TERM);
            end = start;
        }
        &self.words[first..]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Cuts `text` by the words given, and writes the cut with bars.
    fn cut(text: &str, words: &[&str]) -> String {
        let is_weak = |word: &str| word.chars().count() == 1 && word != "就";
        let numbered =
            words.iter().enumerate().map(|(at, &word)| (word.chars().rev().collect(), number(at, is_weak(word))));
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

    #[test]
    fn what_was_cut_before_leaves_no_words_behind() {
        let terms = Trie::new([("议会".to_owned(), number(0, false))].into_iter());
        let mut cutter = Cutter::default();
        assert_eq!(cutter.cheapest(&['会', '议', '会', '议'], &terms).len(), 2);
        assert_eq!(cutter.cheapest(&['开', '会', '议'], &terms), [Word { number: number(0, false), start: 1, end: 3 }]);
        assert_eq!(cutter.cheapest(&[], &terms), []);
    }
}

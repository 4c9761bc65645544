//! Cutting text into known words: of all ways to cover it, the one of least cost.
//!
//! Taking the longest word from the left goes wrong where a longer word begins inside it (就学|前|教育 for 就|学前教育,
//! 建设成|绩 for 建设|成绩). So the whole stretch is weighed: fewer words are better, a character that no word covers
//! costs more than a word, a word that is hardly one (a verb of one character) costs a little more than another, and of
//! equals the one with the longer words wins, then the one whose longer word comes first.
//! This is the shortest path over the word lattice that segmenters of Chinese commonly take, without frequencies: the
//! lexicons hold none.

use std::num::NonZero;

/// A match: which pattern, and its byte offsets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Match {
    pub value: u32,
    pub start: usize,
    pub end: usize,
}

/// A word of the cut: which pattern, and its offsets in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word {
    pub value: u32,
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

/// The cheapest way to a place in the text. Small, since there is one a byte.
#[derive(Clone, Copy, Default)]
struct Step {
    cost: u32,
    /// Where its last word, or the character that no word covers, begins, in bytes.
    from: u32,
    word: Option<NonZero<u32>>,
    /// Characters before this place.
    at: u32,
}

/// Covers `text` with words of `matches`: all matches, overlapping ones too, in the order of their ends.
/// `is_weak` says of which values the words are hardly words.
pub fn cheapest(text: &str, matches: impl Iterator<Item = Match>, is_weak: impl Fn(u32) -> bool) -> Vec<Word> {
    let mut steps = vec![Step::default(); text.len() + 1];
    let mut reached = 0;
    for found in matches {
        reached = pass(text, &mut steps, reached, found.end);
        let (first, here) = (steps[found.start], steps[found.end]);
        let length = (here.at - first.at).min(LONGEST);
        let price = if is_weak(found.value) { WEAK_WORD } else { WORD };
        let cost = first.cost + price - length * length;
        if cost < here.cost {
            let word = NonZero::new(found.value + 1);
            steps[found.end] = Step { cost, from: found.start as u32, word, at: here.at };
        }
    }
    pass(text, &mut steps, reached, text.len());
    words(&steps)
}

/// Steps from `reached` up to `end` over characters that no word covers. Gives where it came to.
fn pass(text: &str, steps: &mut [Step], mut reached: usize, end: usize) -> usize {
    while reached < end {
        let last = steps[reached];
        let next = reached + text[reached..].chars().next().map_or(1, char::len_utf8);
        let price = if reached > 0 && last.word.is_none() { MORE_UNKNOWN } else { UNKNOWN };
        steps[next] = Step { cost: last.cost + price, from: reached as u32, word: None, at: last.at + 1 };
        reached = next;
    }
    reached
}

/// The words of the cheapest way to the end, in order.
fn words(steps: &[Step]) -> Vec<Word> {
    let mut end = steps.len() - 1;
    let mut words = Vec::with_capacity(steps[end].at as usize / 2 + 1);
    while end > 0 {
        let step = steps[end];
        let (start, stop) = (steps[step.from as usize].at as usize, step.at as usize);
        words.extend(step.word.map(|value| Word { value: value.get() - 1, start, end: stop }));
        end = step.from as usize;
    }
    words.reverse();
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Cuts `text` by the words given, and writes the cut with bars.
    fn cut(text: &str, words: &[&str]) -> String {
        let mut found: Vec<Match> = Vec::new();
        for (value, word) in words.iter().enumerate() {
            let hits = text.match_indices(word);
            found.extend(hits.map(|(start, _)| Match { value: value as u32, start, end: start + word.len() }));
        }
        found.sort_by_key(|word| (word.end, word.start));
        let is_weak = |value: u32| words[value as usize].chars().count() == 1 && words[value as usize] != "就";
        let cut = cheapest(text, found.into_iter(), is_weak);
        let chars: Vec<char> = text.chars().collect();
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

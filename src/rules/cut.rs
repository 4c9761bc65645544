//! Cutting text into known words: of all ways to cover it, the one of least cost.
//!
//! Taking the longest word from the left goes wrong where a longer word begins inside it (就学|前|教育 for 就|学前教育,
//! 建设成|绩 for 建设|成绩). So the whole stretch is weighed: fewer words are better, a character that no word covers
//! costs more than a word, a word that is hardly one (a verb of one character) costs a little more than another, and of
//! equals the one with the longer words wins, then the one whose longer word comes first.
//! This is the shortest path over the word lattice that segmenters of Chinese commonly take, without frequencies: the
//! lexicons hold none.

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
const LONGEST: usize = 12;

/// The cheapest way to each place in the text that was reached so far.
#[derive(Clone, Copy)]
struct Step {
    cost: u32,
    from: usize,
    word: Option<u32>,
    /// Characters before this place.
    at: usize,
}

/// Covers `text` with words of `matches`: all matches, overlapping ones too, in the order of their ends.
/// `is_weak` says of which values the words are hardly words.
pub fn cheapest(text: &str, matches: impl Iterator<Item = Match>, is_weak: impl Fn(u32) -> bool) -> Vec<Word> {
    let mut steps = vec![Step { cost: 0, from: 0, word: None, at: 0 }; text.len() + 1];
    let mut matches = matches.peekable();
    let mut before = 0;
    for (index, c) in text.char_indices() {
        let end = index + c.len_utf8();
        let last = steps[before];
        let price = if index > 0 && last.word.is_none() { MORE_UNKNOWN } else { UNKNOWN };
        let mut best = Step { cost: last.cost + price, from: before, word: None, at: last.at + 1 };
        while let Some(found) = matches.next_if(|found| found.end == end) {
            let first = steps[found.start];
            let length = (best.at - first.at).min(LONGEST) as u32;
            let price = if is_weak(found.value) { WEAK_WORD } else { WORD };
            let cost = first.cost + price - length * length;
            if cost < best.cost {
                best = Step { cost, from: found.start, word: Some(found.value), ..best };
            }
        }
        steps[end] = best;
        before = end;
    }
    let mut words = Vec::with_capacity(steps[before].at / 2 + 1);
    let mut end = before;
    while end > 0 {
        let step = steps[end];
        words.extend(step.word.map(|value| Word { value, start: steps[step.from].at, end: step.at }));
        end = step.from;
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

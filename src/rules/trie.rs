//! Terms by their characters: which terms begin at a place, and which is the longest.
//!
//! A walk takes one step a character over a double array (Aoe: "An efficient digital search algorithm by using a
//! double-array structure", 1989), and ends at the first character that goes on no term: a place where no term begins
//! costs one or two look-ups.

use crate::text::CharSet;

/// Terms with the number that each was given.
#[derive(Default)]
pub struct Trie {
    /// None where there are no terms.
    double_array: Option<crawdad::Trie>,
    /// What terms begin with: most characters of a text begin none, and the double array need not be asked.
    heads: Box<CharSet>,
}

impl Trie {
    /// Takes unique terms that are not empty, and the number that stands for each.
    ///
    /// # Panics
    /// Where a term is empty or stands twice: the loader has refused such files.
    pub fn new(terms: impl Iterator<Item = (String, u32)>) -> Self {
        let mut terms: Vec<(String, u32)> = terms.collect();
        terms.sort_unstable();
        let heads: Vec<char> = terms.iter().filter_map(|(term, _)| term.chars().next()).collect();
        let double_array = (!terms.is_empty())
            .then(|| crawdad::Trie::from_records(terms).expect("the loader gives unique, non-empty terms"));
        Self { double_array, heads: Box::new(CharSet::new(&heads)) }
    }

    /// The number of the term that is exactly `chars`.
    pub fn exact(&self, chars: impl Iterator<Item = char>) -> Option<u32> {
        self.double_array.as_ref()?.exact_match(chars)
    }

    /// Gives `take` every term that `chars` begins with, from the shortest: its number and its length in characters.
    #[inline]
    pub fn each_prefix(&self, chars: &[char], mut take: impl FnMut(u32, usize)) {
        let Some(array) = &self.double_array else { return };
        for (term, length) in array.common_prefix_search(chars.iter().copied()) {
            take(term, length);
        }
    }

    /// The longest term that `chars` begins with: its number and its length in characters.
    #[inline]
    pub fn longest(&self, chars: impl Iterator<Item = char> + Clone) -> Option<(u32, usize)> {
        chars.clone().next().filter(|&first| self.heads.contains(first))?;
        self.double_array.as_ref()?.common_prefix_search(chars).last()
    }

    /// Leftmost-longest terms that do not overlap, in one pass: the number of each, and where it begins and ends in
    /// bytes.
    pub fn hits<'a>(&'a self, text: &'a str) -> impl Iterator<Item = (u32, usize, usize)> + 'a {
        let mut rest = text.chars();
        std::iter::from_fn(move || {
            loop {
                let here = rest.clone();
                rest.next()?;
                if let Some((term, length)) = self.longest(here.clone()) {
                    rest.by_ref().take(length - 1).for_each(drop);
                    return Some((term, text.len() - here.as_str().len(), text.len() - rest.as_str().len()));
                }
            }
        })
    }

    /// The same over characters: where each term begins and ends in characters.
    pub fn hits_in<'a>(&'a self, chars: &'a [char]) -> impl Iterator<Item = (u32, usize, usize)> + 'a {
        let mut at = 0;
        std::iter::from_fn(move || {
            while let Some(length) = chars.get(at..)?.iter().position(|&c| self.heads.contains(c)) {
                at += length;
                let start = at;
                let found = self.longest(chars[start..].iter().copied());
                at += found.map_or(1, |(_, length)| length);
                if let Some((term, _)) = found {
                    return Some((term, start, at));
                }
            }
            None
        })
    }
}

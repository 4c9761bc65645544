//! Terms by their characters: which terms begin at a place, and which is the longest.
//!
//! A walk takes one step a character over a double array (Aoe: "An efficient digital search algorithm by using a
//! double-array structure", 1989), and ends at the first character that goes on no term. The array is our own and not
//! a library's for the sake of the cutter, which walks from every character of a report: a node holds all that is
//! asked of it in one word of memory, the number of its term too. Characters go by their [ranks](super::rank), which all
//! arrays share.

use std::collections::BTreeMap;
use std::hint::select_unpredictable;

use rustc_hash::FxHashSet;

use super::rank::Ranks;
use crate::text::CharSet;

/// What a node without a term holds in place of a number.
pub const NO_TERM: u32 = (1 << NUMBER_BITS) - 1;
const NUMBER_BITS: u32 = 23;
const BASE_BITS: u32 = 20;
/// Bases and places are counted round: a base may lie before the first place.
const ROUND: u32 = (1 << BASE_BITS) - 1;
/// The base of the root, and that of nodes on which no term goes on: no node has a place that follows from it.
const ROOT: u32 = 0;
const NOWHERE: u32 = ROUND;

/// A node: the rank of the character that leads to it (21 bits), the base that its children are found by, and the number
/// of the term that ends in it. No two nodes with children share a base, so a child's place and rank tell its parent.
#[derive(Clone, Copy)]
struct Node(u64);

impl Node {
    /// What no character leads to: no term ends there, and none goes on.
    const NONE: Self = Self(u64::MAX);

    fn new(rank: u32, base: u32, number: u32) -> Self {
        Self(u64::from(number) << (64 - NUMBER_BITS) | u64::from(base) << 21 | u64::from(rank))
    }

    fn is_reached_by(self, rank: u32) -> bool {
        self.0 as u32 & 0x1F_FFFF == rank
    }

    fn base(self) -> u32 {
        (self.0 >> 21) as u32 & ROUND
    }

    fn number(self) -> u32 {
        (self.0 >> (64 - NUMBER_BITS)) as u32
    }
}

/// Terms with the number that each was given.
pub struct Trie {
    nodes: Vec<Node>,
    ranks: &'static Ranks,
    /// What terms begin with: most characters of a text begin none, and the nodes need not be asked.
    heads: Box<CharSet>,
}

impl Default for Trie {
    /// No terms.
    fn default() -> Self {
        Self::new(std::iter::empty())
    }
}

impl Trie {
    /// Takes unique terms that are not empty, and the number that stands for each, below [`NO_TERM`].
    pub fn new(terms: impl Iterator<Item = (String, u32)>) -> Self {
        let (ranks, terms) = (Ranks::get(), terms.collect::<Vec<_>>());
        let heads: Vec<char> = terms.iter().filter_map(|(term, _)| term.chars().next()).collect();
        let ranked = terms.iter().map(|(term, number)| (term.chars().map(|c| ranks.of(c)).collect(), *number));
        Self { nodes: Builder::default().build(&ranked.collect()), ranks, heads: Box::new(CharSet::new(&heads)) }
    }

    /// The rank by which `c` leads on.
    #[inline]
    pub fn rank(&self, c: char) -> u32 {
        self.ranks.of(c)
    }

    /// The number of the term that is exactly `chars`.
    pub fn exact(&self, mut chars: impl Iterator<Item = char>) -> Option<u32> {
        let last = chars.try_fold((ROOT, NO_TERM), |(base, _), c| self.child(base, c))?;
        Some(last.1).filter(|&number| number != NO_TERM)
    }

    /// A walk from the beginning of the terms.
    #[inline]
    pub fn walk(&self) -> Walk {
        Walk { base: ROOT }
    }

    /// The longest term that `chars` begins with: its number and its length in characters.
    #[inline]
    pub fn longest(&self, chars: impl Iterator<Item = char>) -> Option<(u32, usize)> {
        let (mut base, mut longest) = (ROOT, None);
        for (at, c) in chars.enumerate() {
            let Some((next, number)) = self.child(base, c) else { break };
            if number != NO_TERM {
                longest = Some((number, at + 1));
            }
            base = next;
        }
        longest
    }

    /// Leftmost-longest terms that do not overlap, in one pass: the number of each, and where it begins and ends in
    /// bytes.
    pub fn hits<'a>(&'a self, text: &'a str) -> impl Iterator<Item = (u32, usize, usize)> + 'a {
        let mut rest = text.chars();
        std::iter::from_fn(move || {
            loop {
                let here = rest.clone();
                if !self.heads.contains(rest.next()?) {
                    continue;
                }
                if let Some((term, length)) = self.longest(here.clone()) {
                    rest.by_ref().take(length - 1).for_each(drop);
                    return Some((term, text.len() - here.as_str().len(), text.len() - rest.as_str().len()));
                }
            }
        })
    }

    /// The same over characters: where each term begins and ends in characters.
    pub fn hits_in<'a>(&'a self, chars: &'a [char]) -> impl Iterator<Item = (u32, usize, usize)> + 'a {
        let mut free = 0;
        self.heads.places_in(chars).filter_map(move |start| {
            if start < free {
                return None;
            }
            let (term, length) = self.longest(chars[start..].iter().copied())?;
            free = start + length;
            Some((term, start, free))
        })
    }

    /// The base and the number of the node that `c` leads to from the node with `base`.
    #[inline]
    fn child(&self, base: u32, c: char) -> Option<(u32, u32)> {
        let rank = self.rank(c);
        let node = self.nodes.get(place(base, rank)).filter(|node| node.is_reached_by(rank))?;
        Some((node.base(), node.number()))
    }
}

/// A walk that goes on whether or not it has left the terms, without a branch: for one who is at a loss to foresee where
/// it does.
#[derive(Clone, Copy)]
pub struct Walk {
    base: u32,
}

impl Walk {
    /// One character, of this rank, on in the `terms` that it walks: the number of the term that is walked, [`NO_TERM`]
    /// where it is none.
    #[inline]
    pub fn step(&mut self, terms: &Trie, rank: u32) -> u32 {
        // the last node is none: it stands for all that would come behind it
        let node = terms.nodes[place(self.base, rank).min(terms.nodes.len() - 1)];
        let node = select_unpredictable(node.is_reached_by(rank), node, Node::NONE);
        self.base = node.base();
        node.number()
    }

    /// Whether no term goes on from here.
    #[inline]
    pub fn is_over(&self) -> bool {
        self.base == NOWHERE
    }
}

/// Where the child stands that a character of this rank leads to.
fn place(base: u32, rank: u32) -> usize {
    (base.wrapping_add(rank) & ROUND) as usize
}

/// Lays out the nodes: each node's children at the first base where all their places are free.
struct Builder {
    nodes: Vec<Node>,
    is_taken: Vec<bool>,
    bases: FxHashSet<u32>,
    /// No place before it is free.
    free: usize,
}

impl Default for Builder {
    fn default() -> Self {
        Self { nodes: Vec::new(), is_taken: Vec::new(), bases: FxHashSet::from_iter([ROOT, NOWHERE]), free: 0 }
    }
}

impl Builder {
    fn build(mut self, terms: &BTreeMap<Vec<u32>, u32>) -> Vec<Node> {
        let sorted: Vec<(&[u32], u32)> = terms.iter().map(|(term, &number)| (term.as_slice(), number)).collect();
        // the root's children stand where their ranks say; all else is laid out around them
        for &(term, _) in &sorted {
            self.take(place(ROOT, term[0]));
        }
        self.children(&sorted, 0, ROOT);
        self.nodes.push(Node::NONE);
        self.nodes
    }

    /// Writes the nodes that go on from the first `depth` characters that all of `terms` share; their places follow
    /// from `base` and are taken already.
    fn children(&mut self, terms: &[(&[u32], u32)], depth: usize, base: u32) {
        for same in terms.chunk_by(|a, b| a.0[depth] == b.0[depth]) {
            let rank = same[0].0[depth];
            let (own, longer) = same.split_at(usize::from(same[0].0.len() == depth + 1));
            let number = own.first().map_or(NO_TERM, |&(_, number)| number);
            let next = if longer.is_empty() { NOWHERE } else { self.base_for(longer, depth + 1) };
            let at = place(base, rank);
            if self.nodes.len() <= at {
                self.nodes.resize(at + 1, Node::NONE);
            }
            self.nodes[at] = Node::new(rank, next, number);
            if !longer.is_empty() {
                self.children(longer, depth + 1, next);
            }
        }
    }

    /// A base that no other node has, and by which the places of all children are free; takes the places.
    fn base_for(&mut self, terms: &[(&[u32], u32)], depth: usize) -> u32 {
        let mut ranks: Vec<u32> = terms.iter().map(|(term, _)| term[depth]).collect();
        ranks.dedup();
        while self.is_taken.get(self.free).is_some_and(|&taken| taken) {
            self.free += 1;
        }
        let base = (self.free as u32..)
            .map(|place| place.wrapping_sub(ranks[0]) & ROUND)
            .find(|&base| {
                !self.bases.contains(&base)
                    && ranks.iter().all(|&rank| self.is_taken.get(place(base, rank)).is_none_or(|&taken| !taken))
            })
            .expect("places are counted upwards without end");
        self.bases.insert(base);
        ranks.iter().for_each(|&rank| self.take(place(base, rank)));
        base
    }

    fn take(&mut self, place: usize) {
        if self.is_taken.len() <= place {
            self.is_taken.resize(place + 1, false);
        }
        self.is_taken[place] = true;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn trie(terms: &[&str]) -> Trie {
        Trie::new(terms.iter().zip(0..).map(|(term, number)| ((*term).to_owned(), number)))
    }

    #[test]
    fn terms_are_found_whole_and_as_beginnings() {
        let terms = trie(&["会", "会议", "会议室", "提案", "𠮷祥", "A股"]);
        assert_eq!(terms.exact("会议".chars()), Some(1));
        assert_eq!(terms.exact("会场".chars()), None);
        assert_eq!(terms.exact("提".chars()), None);
        assert_eq!(terms.longest("会议厅".chars()), Some((1, 2)));
        assert_eq!(terms.longest("𠮷祥".chars()), Some((4, 2)));
        let found: Vec<_> = terms.hits("开会议提案A股").map(|(number, ..)| number).collect();
        assert_eq!(found, [1, 3, 5]);
        assert_eq!(Trie::default().longest("会".chars()), None);
    }

    #[test]
    fn a_walk_that_has_left_the_terms_finds_none_of_them() {
        let terms = trie(&["会", "会议", "议"]);
        let mut walk = terms.walk();
        assert_eq!(['会', '议'].map(|c| walk.step(&terms, terms.rank(c))), [0, 1]);
        assert!(walk.is_over());
        assert_eq!(['会', '\0', '\u{10FFFF}'].map(|c| walk.step(&terms, terms.rank(c))), [NO_TERM; 3]);
        assert_eq!(Trie::default().walk().step(&Trie::default(), terms.rank('会')), NO_TERM);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(256))]

        /// Whatever the terms, the array finds those, their prefixes as such, and nothing else.
        #[test]
        fn the_array_holds_the_terms_and_nothing_else(
            terms in proptest::collection::btree_set("[一-丏a-c\u{20000}-\u{20002}]{1,4}", 1..60),
            asked in proptest::collection::vec("[一-丏a-c\u{20000}-\u{20002}]{1,4}", 60),
        ) {
            let trie = Trie::new(terms.iter().cloned().zip(0..));
            for word in terms.iter().chain(&asked) {
                let number = terms.iter().position(|term| term == word).map(|at| at as u32);
                prop_assert_eq!(trie.exact(word.chars()), number);
                let mut walk = trie.walk();
                let walked = word.chars().map(|c| walk.step(&trie, trie.rank(c))).last();
                prop_assert_eq!(walked, Some(number.unwrap_or(NO_TERM)));
                let longest = terms.iter().filter(|term| word.starts_with(term.as_str())).map(|t| t.chars().count()).max();
                prop_assert_eq!(trie.longest(word.chars()).map(|(_, length)| length), longest);
            }
        }
    }
}

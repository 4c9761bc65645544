//! Sets of characters that every character of a text is asked about: one look into a table of bits.

/// Words of bits that hold the basic plane.
const PLANE: usize = 1024;
/// How many characters are looked up at a time: a bit each in one word.
const CHUNK: usize = 64;

/// A bit for each character of the basic plane, and one word for all that stand beyond it.
pub struct CharSet([u64; PLANE + 1]);

impl Default for CharSet {
    /// The empty set.
    fn default() -> Self {
        Self::new(&[])
    }
}

impl CharSet {
    /// The set of `members`. One that stands beyond the basic plane makes members of all that do.
    pub const fn new(members: &[char]) -> Self {
        Self([0; PLANE + 1]).with(members)
    }

    /// The set with `members` added.
    pub const fn with(mut self, members: &[char]) -> Self {
        let mut at = 0;
        while at < members.len() {
            let c = members[at] as usize;
            if c / 64 < PLANE {
                self.0[c / 64] |= 1 << (c % 64);
            } else {
                self.0[PLANE] = u64::MAX;
            }
            at += 1;
        }
        self
    }

    /// What is a member of one of both sets.
    pub fn or(&self, other: &Self) -> Self {
        Self(std::array::from_fn(|word| self.0[word] | other.0[word]))
    }

    /// Whether `c` is a member.
    #[inline]
    pub fn contains(&self, c: char) -> bool {
        self.bit(c) == 1
    }

    /// Where members stand among `chars`, in order. A whole chunk is looked up before the first of its members is given:
    /// which character of a text is one cannot be foreseen, and a branch for each would often be guessed wrong.
    #[inline]
    pub fn places_in<'a>(&'a self, chars: &'a [char]) -> impl Iterator<Item = usize> + 'a {
        chars.chunks(CHUNK).zip((0..).step_by(CHUNK)).flat_map(|(chunk, start)| {
            let mut members = chunk.iter().rev().fold(0, |members, &c| members << 1 | self.bit(c));
            std::iter::from_fn(move || {
                let first = (members != 0).then(|| start + members.trailing_zeros() as usize);
                members &= members.wrapping_sub(1);
                first
            })
        })
    }

    /// Whether a member stands among `chars`, of which there are few: all are looked up, without a branch for each.
    #[inline]
    pub fn any_in(&self, chars: &[char]) -> bool {
        chars.iter().fold(0, |found, &c| found | self.bit(c)) == 1
    }

    fn bit(&self, c: char) -> u64 {
        let c = c as usize;
        self.0[(c / 64).min(PLANE)] >> (c % 64) & 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_are_found_wherever_they_stand() {
        let set = CharSet::new(&['一', 'a']).or(&CharSet::new(&['\u{ffff}', '𠮷']));
        for length in [0, 1, 63, 64, 65, 200] {
            let chars: Vec<char> = "一二a\u{ffff}b𠮷".chars().cycle().take(length).collect();
            let members: Vec<usize> = (0..length).filter(|&at| set.contains(chars[at])).collect();
            assert_eq!(set.any_in(&chars), !members.is_empty(), "{length}");
            assert!(set.places_in(&chars).eq(members), "{length}");
        }
        assert_eq!(
            ['一', '二', 'a', 'b', '\u{ffff}', '𠮷'].map(|c| set.contains(c)),
            [true, false, true, false, true, true]
        );
    }
}

//! Sets of characters that every character of a text is asked about: one look into a table of bits.

/// Characters of the basic plane, a bit each.
pub struct CharSet([u64; 1024]);

impl CharSet {
    /// The set of `members`, none of which stands outside the basic plane.
    pub const fn new(members: &[char]) -> Self {
        Self([0; 1024]).with(members)
    }

    /// The set with `members` added.
    pub const fn with(mut self, members: &[char]) -> Self {
        let mut at = 0;
        while at < members.len() {
            let c = members[at] as usize;
            self.0[c / 64] |= 1 << (c % 64);
            at += 1;
        }
        self
    }

    /// Whether `c` is a member.
    #[inline]
    pub fn contains(&self, c: char) -> bool {
        let c = c as usize;
        self.0.get(c / 64).is_some_and(|bits| bits >> (c % 64) & 1 == 1)
    }
}

//! Sets of characters that every character of a text is asked about: one look into a table of bits.

/// A bit for each character of the basic plane, and one for all that stand beyond it.
pub struct CharSet {
    plane: [u64; 1024],
    beyond: bool,
}

impl Default for CharSet {
    /// The empty set.
    fn default() -> Self {
        Self::new(&[])
    }
}

impl CharSet {
    /// The set of `members`. One that stands beyond the basic plane makes members of all that do.
    pub const fn new(members: &[char]) -> Self {
        Self { plane: [0; 1024], beyond: false }.with(members)
    }

    /// The set with `members` added.
    pub const fn with(mut self, members: &[char]) -> Self {
        let mut at = 0;
        while at < members.len() {
            let c = members[at] as usize;
            if c / 64 < self.plane.len() {
                self.plane[c / 64] |= 1 << (c % 64);
            } else {
                self.beyond = true;
            }
            at += 1;
        }
        self
    }

    /// Whether `c` is a member.
    #[inline]
    pub fn contains(&self, c: char) -> bool {
        let c = c as usize;
        self.plane.get(c / 64).map_or(self.beyond, |bits| bits >> (c % 64) & 1 == 1)
    }
}

//! Words as keys of a table, where few are the same and many are long; and words made of characters.

use std::hash::{Hash, Hasher};

/// A line or a paragraph. It is hashed by its length and its last words, which tell nearly all from each other, and
/// compared as a whole only where these are the same.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Words<'a>(pub &'a str);

impl Hash for Words<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        const TELLING: usize = 32;
        let words = self.0.as_bytes();
        state.write_usize(words.len());
        state.write(words.last_chunk::<TELLING>().map_or(words, |last| last));
    }
}

/// The characters as a string. Most are ideographs, of three bytes each: it need not grow.
pub fn string(chars: &[char]) -> String {
    let mut words = String::with_capacity(chars.len() * 3);
    words.extend(chars);
    words
}

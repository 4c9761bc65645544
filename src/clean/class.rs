//! What a character is to cleaning, told by one look into a table instead of by a row of questions: most characters are
//! ideographs, and what stands between them cannot be foreseen by a processor that guesses at branches.

use std::sync::LazyLock;

use super::mark::{Mark, mark};

/// What is known of a character without its neighbours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Class {
    /// What it is where no markup is.
    pub mark: Mark,
    /// Whether markup may begin or end with it.
    pub markup: bool,
    /// Whether it is read as it is written, but between two figures (，：).
    pub parts: bool,
    /// Whether it may be a figure, or may not be read: what parts behind it may part figures.
    pub odd: bool,
}

/// Ideographs, Hangul and private signs stand from here on: all are alike, up to the last of them.
const WIDE: usize = 0x3100;
const LAST_WIDE: usize = 0xfdff;
/// From here on, past the forms of compatibility and the basic plane, all are alike again.
const BEYOND: usize = 0x1_0000;

/// The class of each character up to the first that is wide, and past the last.
pub struct Classes(Vec<Class>);

/// The one table.
pub static CLASSES: LazyLock<Classes> = LazyLock::new(|| {
    let told_apart = (0..=WIDE).chain(LAST_WIDE + 1..=BEYOND);
    Classes(told_apart.filter_map(|c| char::from_u32(c as u32)).map(class).collect())
});

fn class(c: char) -> Class {
    let mark = mark(c);
    Class {
        mark,
        markup: matches!(c, '*' | '\\' | '<' | '[' | ']'),
        parts: matches!(c, '，' | '：'),
        odd: mark != Mark::Text || c.is_ascii(),
    }
}

impl Classes {
    /// The class of `c`.
    #[inline]
    pub fn of(&self, c: char) -> Class {
        let c = c as usize;
        self.0[c.min(WIDE) + c.saturating_sub(LAST_WIDE).min(BEYOND - LAST_WIDE)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_says_of_every_character_what_the_questions_say() {
        for c in '\0'..=char::MAX {
            assert_eq!(CLASSES.of(c), class(c), "{c:?}");
        }
    }
}

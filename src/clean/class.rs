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
}

/// Ideographs, Hangul and private signs stand from here on: all are alike.
const WIDE: usize = 0x3100;
/// Forms of compatibility stand from here on, to the end of the basic plane.
const FORMS: usize = 0xfe00;
const PLANE: usize = 0x1_0000;

/// The class of each character that is not like an ideograph, and of one that is.
pub struct Classes(Vec<Class>);

/// The one table.
pub static CLASSES: LazyLock<Classes> = LazyLock::new(|| {
    let told_apart = [(0..WIDE), (FORMS..PLANE), (WIDE..WIDE + 1)];
    Classes(told_apart.into_iter().flatten().filter_map(|c| char::from_u32(c as u32)).map(class).collect())
});

fn class(c: char) -> Class {
    Class { mark: mark(c), markup: matches!(c, '*' | '\\' | '<' | '[' | ']') }
}

impl Classes {
    /// The class of `c`.
    #[inline]
    pub fn of(&self, c: char) -> Class {
        let c = c as usize;
        let like_ideograph = WIDE + PLANE - FORMS;
        let form = if (FORMS..PLANE).contains(&c) { c - FORMS + WIDE } else { like_ideograph };
        self.0[if c < WIDE { c } else { form }]
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

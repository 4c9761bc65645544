//! What a character is to cleaning, told by one look into a table instead of by a row of questions: most characters are
//! ideographs, and what stands between them cannot be foreseen by a processor that guesses at branches.

use std::sync::LazyLock;

use super::mark::{Mark, mark};

/// What is known of a character without its neighbours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Class {
    /// What it is where no markup is.
    pub mark: Mark,
    /// Where the characters around it must be asked about: [`ALWAYS`], or [`BEHIND_ODD`].
    pub asks: u8,
    /// What may ask behind it.
    pub lets_ask: u8,
}

/// Of a character that markup may begin or end with.
pub const ALWAYS: u8 = 1;
/// Of one that is read as it is written, but between two figures (，：): behind what may be a figure, or may not be read.
pub const BEHIND_ODD: u8 = 2;

/// Ideographs, Hangul and private signs stand from here on: all are alike, up to the last of them.
const WIDE: usize = 0x3100;
const LAST_WIDE: usize = 0xfdff;
/// From here on, past the forms of compatibility and the basic plane, all are alike again.
const BEYOND: usize = 0x1_0000;

/// Where the class of a character stands: that of each up to the first that is wide, and past the last.
fn place(c: usize) -> usize {
    c.min(WIDE) + c.saturating_sub(LAST_WIDE).min(BEYOND - LAST_WIDE)
}

/// The classes by their places. Their number is known, so that no place need be asked whether it lies among them.
pub struct Classes([Class; WIDE + 1 + BEYOND - LAST_WIDE]);

/// The one table.
pub static CLASSES: LazyLock<Classes> = LazyLock::new(|| {
    let at = |place: usize| if place <= WIDE { place } else { place - WIDE + LAST_WIDE };
    Classes(std::array::from_fn(|place| class(char::from_u32(at(place) as u32).unwrap_or_default())))
});

fn class(c: char) -> Class {
    let mark = mark(c);
    let asks = match c {
        '*' | '\\' | '<' | '[' | ']' => ALWAYS,
        '，' | '：' => BEHIND_ODD,
        _ => 0,
    };
    let is_odd = mark != Mark::Text || c.is_ascii();
    Class { mark, asks, lets_ask: if is_odd { ALWAYS | BEHIND_ODD } else { ALWAYS } }
}

impl Classes {
    /// The class of `c`.
    #[inline]
    pub fn of(&self, c: char) -> Class {
        self.0[place(c as usize)]
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

//! A class of characters that every stage asks about: ideographs.

/// Whether `c` is an ideograph of the basic plane (Unicode blocks CJK Unified Ideographs and Extension A, and the
/// hexagram symbols that stand between the two).
pub(crate) fn is_ideograph(c: char) -> bool {
    ('\u{3400}'..='\u{9fff}').contains(&c)
}

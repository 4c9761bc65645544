//! Words against stretches of characters, without a copy of either.

/// Whether `chars` begins with `words`.
pub fn begins_with(chars: &[char], words: &str) -> bool {
    let mut chars = chars.iter();
    words.chars().all(|c| chars.next() == Some(&c))
}

/// Whether `chars` ends with `words`.
pub fn ends_with(chars: &[char], words: &str) -> bool {
    let mut chars = chars.iter().rev();
    words.chars().rev().all(|c| chars.next() == Some(&c))
}

/// Whether `chars` is `words` and nothing else.
pub fn is(chars: &[char], words: &str) -> bool {
    words.chars().eq(chars.iter().copied())
}

/// Whether `words` stands anywhere in `chars`.
pub fn holds(chars: &[char], words: &str) -> bool {
    let Some(first) = words.chars().next() else { return true };
    // most stretches do not even hold the first character, and that is told many at once
    chars.contains(&first) && chars.iter().enumerate().any(|(at, &c)| c == first && begins_with(&chars[at..], words))
}

/// How many items stand before the first that `ends` a stretch. Stretches are long: most items are passed by the chunk.
#[inline]
pub fn length_before<T: Copy>(items: &[T], ends: impl Fn(T) -> bool) -> usize {
    const CHUNK: usize = 32;
    let holds_none = |chunk: &&[T]| !chunk.iter().fold(false, |found, &item| found | ends(item));
    let passed = items.chunks_exact(CHUNK).take_while(holds_none).count() * CHUNK;
    passed + items[passed..].iter().position(|&item| ends(item)).unwrap_or(items.len() - passed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_where_they_stand() {
        let chars: Vec<char> = "力争增长".chars().collect();
        assert!(begins_with(&chars, "力争") && !begins_with(&chars, "争") && !begins_with(&chars, "力争增长了"));
        assert!(ends_with(&chars, "增长") && !ends_with(&chars, "增") && !ends_with(&chars, "全力争增长"));
        assert!(holds(&chars, "争增") && !holds(&chars, "争长") && holds(&chars, "增长"));
        assert!(is(&chars, "力争增长") && !is(&chars, "力争") && !is(&chars, "力争增长了"));
    }

    #[test]
    fn a_stretch_is_as_long_as_what_stands_before_its_end() {
        for length in [0, 1, 31, 32, 33, 70] {
            let mut items = vec![0; length];
            assert_eq!(length_before(&items, |item| item == 1), length);
            items.extend([1, 0, 1]);
            assert_eq!(length_before(&items, |item| item == 1), length);
        }
    }
}

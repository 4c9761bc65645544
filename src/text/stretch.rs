//! How far a stretch of like items goes.

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
    fn a_stretch_is_as_long_as_what_stands_before_its_end() {
        for length in [0, 1, 31, 32, 33, 70] {
            let mut items = vec![0; length];
            assert_eq!(length_before(&items, |item| item == 1), length);
            items.extend([1, 0, 1]);
            assert_eq!(length_before(&items, |item| item == 1), length);
        }
    }
}

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

/// Whether `words` stands anywhere in `chars`.
pub fn holds(chars: &[char], words: &str) -> bool {
    let Some(first) = words.chars().next() else { return true };
    chars.iter().enumerate().any(|(at, &c)| c == first && begins_with(&chars[at..], words))
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
    }
}

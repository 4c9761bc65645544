//! Names of people, told by their families.

use crate::rules::Rules;
use crate::text::is_ideograph;

/// Whether a text, blanks aside, is a family name (families.csv) with one or two ideographs behind it, or a name with a
/// middle dot.
pub fn is_name(text: &str, rules: &Rules) -> bool {
    let chars: Vec<char> = text.chars().filter(|c| *c != ' ').collect();
    if chars.contains(&'·') {
        return chars.len() <= 16 && chars.iter().all(|c| is_ideograph(*c) || *c == '·');
    }
    let given = |family: usize| (1..=2).contains(&(chars.len() - family));
    let families = [1, 2].into_iter().filter(|&length| length < chars.len());
    chars.iter().all(|c| is_ideograph(*c))
        && families.filter(|&length| given(length)).any(|length| rules.families.get_chars(&chars[..length]).is_some())
}

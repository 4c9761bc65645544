//! Names in “” and 《》. What stands inside is a name, and its numerals count nothing, unless the words in
//! quotes are a plain statement.

use crate::text::{CharSet, Span};

/// The longest name in “”, in characters: what is longer states something.
const LONGEST_NAME: usize = 30;

/// What opens or closes a name, or ends a passage.
static MARKS: CharSet = CharSet::new(&['\n', '“', '”', '"', '‘', '’', '《', '》']);

/// Outermost names in quotes or book marks, in order. A passage's end closes what was left open.
pub fn names(chars: &[char]) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::new();
    let mut open: Vec<(usize, char)> = Vec::new();
    for (at, &c) in chars.iter().enumerate().filter(|(_, c)| MARKS.contains(**c)) {
        match c {
            '\n' => open.clear(),
            '“' | '《' | '‘' => open.push((at, c)),
            '"' if open.last().is_some_and(|&(_, mark)| mark == '"') => close(chars, &mut open, &mut found, '"', at),
            '"' if !chars.get(at.wrapping_sub(1)).is_some_and(char::is_ascii_digit) => open.push((at, c)),
            '”' => close(chars, &mut open, &mut found, '“', at),
            '》' => close(chars, &mut open, &mut found, '《', at),
            '’' => close(chars, &mut open, &mut found, '‘', at),
            _ => {}
        }
    }
    found
}

/// Closes the innermost `mark`; names found inside it give way to it.
fn close(chars: &[char], open: &mut Vec<(usize, char)>, found: &mut Vec<Span>, mark: char, at: usize) {
    let Some(index) = open.iter().rposition(|&(_, open)| open == mark) else { return };
    let start = open[index].0;
    open.truncate(index);
    let span = Span::new(start, at + 1);
    let inside = &chars[start + 1..at];
    if mark == '“' && states(inside) || inside.is_empty() {
        return;
    }
    while found.last().is_some_and(|inner| inner.start > start) {
        found.pop();
    }
    found.push(span);
}

/// Whether words in quotes are a statement, not a name.
fn states(inside: &[char]) -> bool {
    let said = |pair: &[char]| matches!(pair, ['增', '长'] | ['达', '到'] | ['超', '过']);
    inside.len() > LONGEST_NAME
        || inside.iter().any(|c| matches!(c, '。' | '；' | '！' | '？'))
        || inside.len() > 16 && inside.contains(&'，')
        || inside.iter().any(char::is_ascii_digit) && inside.windows(2).any(said)
}

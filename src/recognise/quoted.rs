//! Names in “” and 《》. What stands inside is a name, and its numerals count nothing, unless the words in
//! quotes are a plain statement.

use crate::text::{CharSet, Span};

/// The longest name in “”, in characters: what is longer states something.
const LONGEST_NAME: usize = 30;

/// What parts sentences: no name holds it.
static SENTENCE: CharSet = CharSet::new(&['。', '；', '！', '？']);

/// What opens or closes a name.
pub const MARKS: [char; 7] = ['“', '”', '"', '‘', '’', '《', '》'];

/// The outermost names in quotes or book marks of one passage, in order. Its end closes what was left open.
#[derive(Default)]
pub struct Names {
    pub found: Vec<Span>,
    /// Marks that open a name, with their places.
    open: Vec<(usize, char)>,
}

impl Names {
    /// Begins a passage.
    pub fn clear(&mut self) {
        self.found.clear();
        self.open.clear();
    }

    /// Takes the next mark.
    pub fn mark(&mut self, chars: &[char], at: usize) {
        match chars[at] {
            c @ ('“' | '《' | '‘') => self.open.push((at, c)),
            '"' if self.open.last().is_some_and(|&(_, mark)| mark == '"') => self.close(chars, '"', at),
            '"' if !chars.get(at.wrapping_sub(1)).is_some_and(char::is_ascii_digit) => self.open.push((at, '"')),
            '”' => self.close(chars, '“', at),
            '》' => self.close(chars, '《', at),
            '’' => self.close(chars, '‘', at),
            _ => {}
        }
    }

    /// Closes the innermost `mark`; names found inside it give way to it.
    fn close(&mut self, chars: &[char], mark: char, at: usize) {
        let Some(index) = self.open.iter().rposition(|&(_, open)| open == mark) else { return };
        let start = self.open[index].0;
        self.open.truncate(index);
        let inside = &chars[start + 1..at];
        if mark == '“' && states(inside) || inside.is_empty() {
            return;
        }
        while self.found.last().is_some_and(|inner| inner.start > start) {
            self.found.pop();
        }
        self.found.push(Span::new(start, at + 1));
    }
}

/// Whether words in quotes are a statement, not a name.
fn states(inside: &[char]) -> bool {
    let said = |pair: &[char]| matches!(pair, ['增', '长'] | ['达', '到'] | ['超', '过']);
    inside.len() > LONGEST_NAME
        || SENTENCE.any_in(inside)
        || inside.len() > 16 && inside.contains(&'，')
        || inside.iter().any(char::is_ascii_digit) && inside.windows(2).any(said)
}

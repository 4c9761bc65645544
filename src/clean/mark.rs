//! Marks: what each source character is to a reader, before any line is looked at. Tags, comments and escapes that a
//! faulty conversion left in plain text are scraps; what has no width is void. Nothing is removed: marks lie beside the text.

use super::class::{ALWAYS, BEHIND_ODD, CLASSES};
use crate::text::{fold, length_before};

/// What one character is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// A character of a word, or a sign, that is read as it is written.
    Text,
    /// One that may be folded when it is read.
    Folded,
    Blank,
    /// Left over from markup, not words.
    Scrap,
    /// The first character of a scrap that ends a paragraph (`<p>`, `<br>`).
    Break,
    /// A line feed or page feed.
    Feed,
    /// No width and no meaning (U+200B, soft hyphen).
    Void,
}

impl Mark {
    /// Whether the character is read.
    #[inline]
    pub fn is_read(self) -> bool {
        matches!(self, Mark::Text | Mark::Folded)
    }
}

/// How many characters are read as they are written before the first that is not.
pub fn plain_length(marks: &[Mark]) -> usize {
    length_before(marks, |mark| mark != Mark::Text)
}

/// Names of tags that end a paragraph.
const BLOCK_TAGS: [&str; 22] = [
    "p", "br", "div", "li", "ul", "ol", "tr", "td", "th", "table", "tbody", "h1", "h2", "h3", "h4", "h5", "h6",
    "section", "article", "header", "footer", "title",
];
/// Names of tags that stand inside a line.
const INLINE_TAGS: [&str; 16] = [
    "strong", "b", "i", "em", "u", "span", "font", "a", "img", "sup", "sub", "o:p", "center", "small", "big", "center",
];
/// The longest tag that is looked for, in characters.
const LONGEST_TAG: usize = 600;

/// Marks every character.
pub fn marks(chars: &[char]) -> Vec<Mark> {
    let classes = &*CLASSES;
    // what the characters around it must be asked about
    let mut signs: Vec<usize> = Vec::new();
    let mut may_ask = ALWAYS | BEHIND_ODD;
    let marked = chars.iter().enumerate().map(|(at, &c)| {
        let class = classes.of(c);
        if class.asks & may_ask != 0 {
            signs.push(at);
        }
        may_ask = class.lets_ask;
        class.mark
    });
    let mut marks: Vec<Mark> = marked.collect();
    let mut comments_end = true;
    for at in signs {
        if marks[at] == Mark::Scrap {
            continue;
        }
        let scrap = match chars[at] {
            '，' | '：' => {
                marks[at] = Mark::Folded;
                None
            }
            '*' => bold(chars, at, &mut marks),
            '\\' => escaped(chars, at),
            '<' => comment(chars, at, &mut comments_end).or_else(|| escape(chars, at)).or_else(|| tag(chars, at)),
            _ => link_part(chars, at),
        };
        if let Some((end, first)) = scrap {
            // ![图片](/a.jpg)
            if chars[at] == '[' && at > 0 && chars[at - 1] == '!' {
                marks[at - 1] = Mark::Scrap;
            }
            marks[at..end].fill(Mark::Scrap);
            marks[at] = first;
        }
    }
    marks
}

/// What a character is where no markup is looked for.
pub fn mark(c: char) -> Mark {
    match c {
        '\n' | '\u{0b}' | '\u{0c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Mark::Feed,
        '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}' | '\u{202a}'..='\u{202e}' => Mark::Void,
        c if c.is_whitespace() => Mark::Blank,
        c if c.is_control() => Mark::Void,
        // what these are read as depends on the figures beside them, and so it is with ，and ： behind what may be one
        ',' | ':' | '∶' => Mark::Folded,
        c if fold(c, None, None) != c => Mark::Folded,
        _ => Mark::Text,
    }
}

/// `<!-- … -->`. Once a search for the end has failed, none is made again: the whole stays linear.
fn comment(chars: &[char], at: usize, comments_end: &mut bool) -> Option<(usize, Mark)> {
    if !*comments_end || !chars[at..].starts_with(&['<', '!', '-', '-']) {
        return None;
    }
    let close = chars[at + 4..].windows(3).position(|w| w == ['-', '-', '>']);
    *comments_end = close.is_some();
    close.map(|length| (at + 4 + length + 3, Mark::Break))
}

/// `<U+00A0>`: a character that a tool wrote out by its number.
fn escape(chars: &[char], at: usize) -> Option<(usize, Mark)> {
    let rest = &chars[at..chars.len().min(at + 10)];
    let close = rest.iter().position(|&c| c == '>')?;
    let named = rest.starts_with(&['<', 'U', '+']) && close > 3 && rest[3..close].iter().all(char::is_ascii_hexdigit);
    named.then_some((at + close + 1, Mark::Scrap))
}

/// An HTML tag of a known name, on one line.
fn tag(chars: &[char], at: usize) -> Option<(usize, Mark)> {
    let name_at = at + 1 + usize::from(chars.get(at + 1) == Some(&'/'));
    if !chars.get(name_at)?.is_ascii_alphabetic() {
        return None;
    }
    let name: String =
        chars[name_at..].iter().take(8).take_while(|c| c.is_ascii_alphanumeric() || **c == ':').collect();
    let name = name.to_ascii_lowercase();
    let first = match () {
        () if BLOCK_TAGS.contains(&name.as_str()) => Mark::Break,
        () if INLINE_TAGS.contains(&name.as_str()) => Mark::Scrap,
        () => return None,
    };
    let rest = &chars[at + 1..chars.len().min(at + LONGEST_TAG)];
    let close = rest.iter().position(|c| matches!(c, '>' | '<' | '\n'))?;
    (rest[close] == '>').then_some((at + close + 2, first))
}

/// The stars around bold words in Markdown; those behind the words are marked with those before them.
fn bold(chars: &[char], at: usize, marks: &mut [Mark]) -> Option<(usize, Mark)> {
    let rest = &chars[at..chars.len().min(at + LONGEST_TAG)];
    if !rest.starts_with(&['*', '*']) {
        return None;
    }
    let line = &rest[2..rest.iter().position(|&c| c == '\n').unwrap_or(rest.len()).max(2)];
    let close = at + 2 + line.windows(2).position(|pair| pair == ['*', '*']).filter(|&length| length > 0)?;
    marks[close..close + 2].fill(Mark::Scrap);
    Some((at + 2, Mark::Scrap))
}

/// The backslash of Markdown before a sign (`1\.`).
fn escaped(chars: &[char], at: usize) -> Option<(usize, Mark)> {
    chars.get(at + 1).filter(|c| c.is_ascii_punctuation()).map(|_| (at + 1, Mark::Scrap))
}

/// The frame of a Markdown link: `[` before the words and `](address)` after them.
fn link_part(chars: &[char], at: usize) -> Option<(usize, Mark)> {
    if chars[at] == ']' {
        let address = opens_address(&chars[at + 1..]);
        let rest = &chars[at + 1..chars.len().min(at + LONGEST_TAG)];
        let close = rest.iter().position(|c| matches!(c, ')' | '\n'))?;
        // (javascript:window.print())
        let end = close + rest[close..].iter().take_while(|c| **c == ')').count();
        return (address && rest[close] == ')').then_some((at + 1 + end, Mark::Scrap));
    }
    let rest = &chars[at + 1..chars.len().min(at + 80)];
    let close = rest.iter().position(|c| matches!(c, ']' | '[' | '\n'))?;
    (rest[close] == ']' && opens_address(&rest[close + 1..])).then_some((at + 1, Mark::Scrap))
}

/// `(http…`, `(/path`, `(javascript:…`: where a Markdown link leads to.
fn opens_address(chars: &[char]) -> bool {
    const SCRIPT: [char; 5] = ['(', 'j', 'a', 'v', 'a'];
    chars.starts_with(&['(', 'h', 't', 't', 'p']) || chars.starts_with(&['(', '/']) || chars.starts_with(&SCRIPT)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_comma_is_folded_only_where_it_may_part_figures() {
        for (text, folded) in [
            ("甲，3", false),
            ("甲：乙", false),
            ("”，3", false),
            ("5，3", true),
            ("５，3", true),
            ("，3", true),
            ("> ，3", true),
        ] {
            let chars: Vec<char> = text.chars().collect();
            let comma = chars.iter().position(|c| matches!(c, '，' | '：')).expect("a comma");
            assert_eq!(marks(&chars)[comma] == Mark::Folded, folded, "{text}");
        }
    }
}

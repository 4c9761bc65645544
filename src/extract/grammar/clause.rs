//! Clauses: the stretches of tokens between ，。；：！？, and which of them end a sentence.

use std::ops::Range;

use crate::text::{CharSet, Reading};

use super::token::{Token, TokenKind};

/// The marks that end a sentence, and the end of a passage.
static ENDS: CharSet = CharSet::new(&['。', '！', '？', '；', '\0']);

/// A clause as a range of tokens without its mark.
#[derive(Clone, Debug)]
pub struct Clause {
    pub tokens: Range<usize>,
    /// The mark that ends it; `\0` at the end of a passage.
    pub mark: char,
}

impl Clause {
    /// Whether a sentence ends here: what modality and topics do not reach across.
    pub fn ends_sentence(&self) -> bool {
        ENDS.contains(self.mark)
    }
}

/// Parts the tokens of a passage into clauses; empty ones are left out. Quotes and brackets are single tokens
/// already, so no clause ends inside them.
pub fn clauses(reading: &Reading, tokens: &[Token]) -> Vec<Clause> {
    // most clauses have more words than that
    let mut out = Vec::with_capacity(tokens.len() / 4 + 1);
    let mut start = 0;
    for (i, token) in tokens.iter().enumerate().filter(|(_, token)| token.kind == TokenKind::Mark) {
        let mark = match reading.chars()[token.span.start] {
            ',' => '，',
            mark => mark,
        };
        if start < i {
            out.push(Clause { tokens: behind_label(reading, tokens, start..i)..i, mark });
        } else if matches!(mark, '。' | '！' | '？' | '；')
            && let Some(last) = out.last_mut()
        {
            last.mark = mark;
        }
        start = i + 1;
    }
    if start < tokens.len() {
        let start = behind_label(reading, tokens, start..tokens.len());
        out.push(Clause { tokens: start..tokens.len(), mark: '\0' });
    }
    out
}

/// Where the words of a clause begin behind 【强作风】, the label of a digest's item.
fn behind_label(reading: &Reading, tokens: &[Token], clause: Range<usize>) -> usize {
    const LONGEST: usize = 6;
    let chars = reading.chars();
    if chars[tokens[clause.start].span.start] != '【' {
        return clause.start;
    }
    let mut near = clause.start..clause.end.min(clause.start + LONGEST);
    let closes = near.find(|&at| chars[tokens[at].span.end - 1] == '】').filter(|&at| at + 1 < clause.end);
    closes.map_or(clause.start, |at| at + 1)
}

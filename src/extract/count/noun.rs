//! The words that name a measure: before the number back to the verb that acts on it (走访企业52家), or after it up to
//! the verb that it is the subject of (45名民主监督员进驻…).

use std::ops::Range;

use crate::extract::grammar::{Token, TokenKind};
use crate::rules::{NounUse, VerbClass};
use crate::text::Span;

use super::movement::Ground;

/// A noun phrase as tokens; its last token may be cut short.
#[derive(Clone, Debug, Default)]
pub(super) struct Phrase {
    pub spans: Vec<Span>,
    /// Tokens that are verbs used as nouns and nothing else (立案187件).
    pub is_verbal: bool,
    /// A verb stands right before the number and its object does not (推动整改68个).
    pub follows_verb: bool,
}

impl Phrase {
    pub fn is_empty(&self) -> bool {
        self.spans.is_empty()
    }
}

/// The noun phrase that ends at the place `end` and begins at token `from` or later.
pub(super) fn before(ground: Ground<'_>, from: usize, end: usize) -> Phrase {
    let tokens = ground.tokens;
    let to = tokens.partition_point(|token| token.span.start < end).max(from);
    let mut start = to;
    let mut phrase = Phrase::default();
    while start > from {
        let at = start - 1;
        if !continues(ground, from, at, to) {
            phrase.follows_verb = start == to && tokens[at].is_verb();
            break;
        }
        start = at;
    }
    fill(ground, start..to, end, &mut phrase);
    phrase
}

/// Whether the token at `at` belongs to a noun phrase that ends before token `to`.
fn continues(ground: Ground<'_>, from: usize, at: usize, to: usize) -> bool {
    let tokens = ground.tokens;
    let last = at + 1 == to;
    match tokens[at].kind {
        TokenKind::Verb(class, noun) => !governs(ground, from, at, to, class, noun),
        TokenKind::Mark | TokenKind::Time | TokenKind::Frame(_) | TokenKind::Aspect => false,
        TokenKind::Adverb(_) => modifies(tokens, at, to),
        TokenKind::Etc => !last,
        _ => true,
    }
}

/// An adverb between two parts of one noun phrase (群众经常办理事项) stays in it where a noun-like verb follows.
fn modifies(tokens: &[Token], at: usize, to: usize) -> bool {
    at > 0
        && tokens[at - 1].is_nominal()
        && tokens.get(at + 1).is_some_and(|next| next.noun_use().is_some_and(|noun| noun != NounUse::No))
        && at + 2 < to
}

/// Whether a verb acts on what follows it, and so ends the noun phrase.
fn governs(ground: Ground<'_>, from: usize, at: usize, to: usize, class: VerbClass, noun: NounUse) -> bool {
    let tokens = ground.tokens;
    let last = at + 1 == to;
    if kept(ground, &tokens[at]) || class == VerbClass::Single {
        return false;
    }
    match noun {
        NounUse::Mostly => false,
        NounUse::No => !(last && class == VerbClass::Intransitive),
        NounUse::Also => {
            let opens = at == from
                || match tokens[at - 1].kind {
                    TokenKind::Adverb(_) | TokenKind::Mark | TokenKind::Time | TokenKind::Aspect => true,
                    TokenKind::Verb(before, NounUse::No) => before == VerbClass::Clausal,
                    _ => false,
                };
            opens
                && !last
                && tokens[at + 1].kind != TokenKind::De
                && !(at + 2 == to && tokens[at + 1].noun_use().is_some())
        }
    }
}

/// 新增, 净增 and 占 make a measure what it is.
fn kept(ground: Ground<'_>, token: &Token) -> bool {
    let words: String = ground.chars[token.span.range()].iter().collect();
    ground.rules.movements.get(&words).is_some_and(|row| row.class == "keep")
}

/// Trims what no measure begins or ends with, and takes the spans.
fn fill(ground: Ground<'_>, range: Range<usize>, end: usize, phrase: &mut Phrase) {
    let tokens = &ground.tokens[range];
    let trims = |token: &&Token| {
        matches!(
            token.kind,
            TokenKind::Pause
                | TokenKind::And
                | TokenKind::De
                | TokenKind::Etc
                | TokenKind::Adverb(_)
                | TokenKind::Ordinal
        ) && !(token.kind == TokenKind::Ordinal && tokens.len() > 1)
            || is_determiner(ground, token)
    };
    let skip = tokens.iter().take_while(trims).count();
    let tail = tokens[skip..]
        .iter()
        .rev()
        .take_while(|token| matches!(token.kind, TokenKind::Pause | TokenKind::And | TokenKind::De | TokenKind::Paren))
        .count();
    let kept = &tokens[skip..tokens.len() - tail];
    phrase.is_verbal = !kept.is_empty() && kept.iter().all(|token| token.noun_use() == Some(NounUse::Also));
    for token in kept {
        let span = Span::new(token.span.start, token.span.end.min(end));
        match phrase.spans.last_mut() {
            Some(last) if last.end == span.start => last.end = span.end,
            _ => phrase.spans.push(span),
        }
    }
}

/// 各类, 全市, 其中: say which of them, not what they are.
fn is_determiner(ground: Ground<'_>, token: &Token) -> bool {
    let words: String = ground.chars[token.span.range()].iter().collect();
    ground.rules.movements.get(&words).is_some_and(|row| row.class == "determiner")
}

/// The noun phrase that begins at token `from`, and the token that ends it.
pub(super) fn after(ground: Ground<'_>, from: usize, to: usize) -> (Phrase, usize) {
    let tokens = ground.tokens;
    let relative = relative_end(tokens, from, to);
    let mut at = from;
    while at < to {
        let token = &tokens[at];
        let goes_on = match token.kind {
            _ if relative.is_some_and(|de| at <= de) => true,
            TokenKind::Mark
            | TokenKind::Pause
            | TokenKind::Number
            | TokenKind::Time
            | TokenKind::Aspect
            | TokenKind::Frame(_) => false,
            TokenKind::And => at > from && tokens.get(at + 1).is_some_and(Token::is_nominal),
            TokenKind::Adverb(_) => modifies(tokens, at, to),
            TokenKind::Etc => false,
            TokenKind::Verb(class, noun) => goes_on_over(ground, from, at, to, class, noun),
            _ => true,
        };
        if !goes_on {
            break;
        }
        at += 1;
    }
    let mut phrase = Phrase::default();
    let end = tokens[from..at].last().map_or(0, |token| token.span.end);
    fill(ground, from..at, end, &mut phrase);
    (phrase, at)
}

/// A verb inside a noun phrase: used as a noun, and no object of its own follows.
fn goes_on_over(ground: Ground<'_>, from: usize, at: usize, to: usize, class: VerbClass, noun: NounUse) -> bool {
    let tokens = ground.tokens;
    if class == VerbClass::Single || kept(ground, &tokens[at]) {
        return true;
    }
    let ends = at + 1 >= to
        || matches!(tokens[at + 1].kind, TokenKind::Mark | TokenKind::Pause | TokenKind::And | TokenKind::De);
    match noun {
        NounUse::No => false,
        NounUse::Mostly => true,
        NounUse::Also => at == from || ends || tokens[at + 1].is_nominal() && at + 2 < to && tokens[at + 2].is_verb(),
    }
}

/// The 的 that closes a relative clause right after the number (598名自愿认罪认罚的被告人).
fn relative_end(tokens: &[Token], from: usize, to: usize) -> Option<usize> {
    let stop = (from..to)
        .find(|&at| matches!(tokens[at].kind, TokenKind::Mark | TokenKind::Pause | TokenKind::Number))
        .unwrap_or(to);
    let opens = tokens.get(from).is_some_and(|token| token.is_verb() || token.is_adverb());
    (from..stop).find(|&at| tokens[at].kind == TokenKind::De).filter(|&de| opens && de + 1 < stop)
}

/// The conjuncts of a phrase, parted at 、 and 和.
pub(super) fn conjuncts(ground: Ground<'_>, phrase: &Phrase) -> Vec<Span> {
    let mut out: Vec<Span> = Vec::new();
    for &span in &phrase.spans {
        let inside = ground
            .tokens
            .iter()
            .filter(|token| span.contains(token.span) || token.span.start < span.end && span.start <= token.span.start);
        let mut open = false;
        for token in inside {
            match token.kind {
                TokenKind::Pause | TokenKind::And => open = false,
                _ if open => out.last_mut().into_iter().for_each(|last| last.end = token.span.end.min(span.end)),
                _ => {
                    out.push(Span::new(token.span.start, token.span.end.min(span.end)));
                    open = true;
                }
            }
        }
    }
    out
}

//! What its neighbours make of a preposition: a verb (增速为7%), a noun, or how something is done.

use crate::rules::{AdverbClass, FrameClass, NounUse, VerbClass};
use crate::text::Reading;

use super::{behind, ends_clause, is_finished};
use crate::extract::grammar::token::{Token, TokenKind};

/// What its neighbours make of a preposition; none where it stays one.
pub(super) fn settled(reading: &Reading, tokens: &[Token], at: usize, class: FrameClass) -> Option<TokenKind> {
    if is_finished(reading, tokens, at) {
        return Some(TokenKind::Verb(VerbClass::Transitive, NounUse::No));
    }
    if ends_clause(tokens, at) {
        return Some(TokenKind::Noun);
    }
    // 与市工商联联合调研: how it is done
    let word = &reading.chars()[tokens[at].span.range()];
    let joint = class == FrameClass::Target && matches!(word, ['联', '合'] | ['携', '手']);
    if joint && at > 0 && tokens[at - 1].is_nominal() && tokens[at + 1].is_verb() && !names_after(tokens, at + 1) {
        return Some(TokenKind::Adverb(AdverbClass::Manner));
    }
    if class == FrameClass::Place && joins_ends(reading, tokens, at) {
        return Some(TokenKind::Noun);
    }
    if class == FrameClass::Agent && is_place_before(tokens, at) {
        return Some(TokenKind::Frame(FrameClass::Place));
    }
    let measures = class == FrameClass::Target && is_copula(reading, tokens, at);
    measures.then_some(TokenKind::Verb(VerbClass::Change, NounUse::No))
}

/// 青州至朔城高铁: between the names of two places, 至 is a piece of what is named by them.
fn joins_ends(reading: &Reading, tokens: &[Token], at: usize) -> bool {
    let named = |token: &Token| matches!(token.kind, TokenKind::Noun | TokenKind::Text | TokenKind::Name);
    reading.chars()[tokens[at].span.range()] == ['至']
        && at > 0
        && named(&tokens[at - 1])
        && tokens[at - 1].span.end == tokens[at].span.start
        && tokens.get(at + 1).is_some_and(named)
}

/// 由全省第8位升至第5位: from where a measure moves.
fn is_place_before(tokens: &[Token], at: usize) -> bool {
    let moves = tokens[at + 1..].iter().position(|token| token.is_verb()).map(|verb| at + 1 + verb);
    moves.is_some_and(|verb| {
        tokens[verb].verb_class() == Some(VerbClass::Change) && tokens[verb - 1].kind == TokenKind::Ordinal
    })
}

/// Whether the verb at `at` names something with the agent behind it: 联合调研组.
fn names_after(tokens: &[Token], at: usize) -> bool {
    tokens.get(at + 1).is_some_and(|next| next.span.len() == 1 && next.is_nominal())
}

/// 为 between a noun and a number at the end of its clause says what a measure is (增速为7%左右), and behind 分别 so many
/// times another one (分别为上年的3倍和2倍).
fn is_copula(reading: &Reading, tokens: &[Token], at: usize) -> bool {
    if at == 0 || reading.chars()[tokens[at].span.start] != '为' {
        return false;
    }
    let number = tokens.get(at + 1).is_some_and(|next| next.kind == TokenKind::Number);
    let ends = tokens
        .get(at + 2)
        .is_none_or(|next| matches!(next.kind, TokenKind::Mark | TokenKind::Paren | TokenKind::Pause));
    let adverb = matches!(tokens[at - 1].kind, TokenKind::Adverb(AdverbClass::Scope | AdverbClass::Time));
    let times = || {
        behind(tokens, at).last().is_some_and(|last| last.kind == TokenKind::Number)
            && behind(tokens, at).all(|token| {
                token.is_nominal()
                    || matches!(token.kind, TokenKind::Time | TokenKind::De | TokenKind::And | TokenKind::Pause)
            })
    };
    number && ends && (adverb || tokens[at - 1].is_nominal()) || adverb && times()
}

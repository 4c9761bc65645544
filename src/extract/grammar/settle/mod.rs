//! Words that are one thing or another by their neighbours (建议, 提前, 通过, 动态) are settled here, once, before any clause
//! is parsed.

mod adverb;
mod frame;
mod plain;
mod verb;

pub use verb::reaches_sum;

use crate::rules::{FrameClass, NounUse, VerbClass};
use crate::text::{CharSet, Reading};

use super::token::{Token, TokenKind};

/// Suffixes that make a noun of the verb before them: 收案数, 回复率, 审判点.
const SUFFIXES: &[char] = &[
    '量', '数', '额', '值', '度', '性', '者', '员', '型', '式', '制', '区', '户', '品', '费', '站', '点', '网', '厂',
    '库', '场', '馆', '所', '室', '院', '校', '局', '处', '部', '权', '法', '史', '奖', '书', '证', '卡', '税', '款',
    '金', '物', '力', '级', '类', '家', '师', '群', '团', '队', '池', '链', '圈', '带', '街', '桥', '港', '票', '榜',
    '单', '机', '器', '具', '线', '化', '会', '组', '办', '委', '岗', '台', '段',
];

/// What came of an act, as the second of two characters: 摸透, 议实.
const RESULTS: &[char] =
    &['透', '实', '准', '好', '清', '深', '细', '活', '严', '牢', '足', '稳', '优', '强', '大', '住'];

/// Words that are one thing or another by their place in the clause are settled here, once. Most words are what they are
/// wherever they stand: which are not is known of the lexicons' words (see [`Entry`](crate::rules::Entry)), and told of
/// others by [`is_open`].
pub fn settle(reading: &Reading, tokens: &mut [Token]) {
    let mut from = 0;
    while let Some(passed) = tokens[from..].iter().position(|token| token.is_open) {
        let at = from + passed;
        debug_assert!((from..at).all(|closed| settled(reading, tokens, closed).is_none()), "{tokens:?}: one is open");
        if let Some(kind) = settled(reading, tokens, at) {
            tokens[at].turn_into(kind);
        }
        from = at + 1;
    }
    debug_assert!(
        (from..tokens.len()).all(|closed| settled(reading, tokens, closed).is_none()),
        "{tokens:?}: one is open"
    );
}

/// Whether characters that no lexicon knows may be a word by their neighbours, whatever stands behind them.
pub fn is_open(words: &[char]) -> bool {
    static ENDS: CharSet =
        CharSet::new(RESULTS).with(&['中', '翻', '多', '可', '能', '会', '地', '下', '进', '上', '访', '走']);
    words.len() <= 2 && ENDS.contains(words[words.len() - 1])
}

/// Whether characters that no lexicon knows may make another kind of the word before them.
pub fn turns_what_is_before(words: &[char]) -> bool {
    static HEADS: CharSet = CharSet::new(SUFFIXES).with(&['率', '地', '得', '之']);
    HEADS.contains(words[0])
}

/// What its neighbours make of a token; none where it stays what it is.
fn settled(reading: &Reading, tokens: &[Token], at: usize) -> Option<TokenKind> {
    match tokens[at].kind {
        TokenKind::Verb(class, noun) => verb::settled(reading, tokens, at, class, noun),
        TokenKind::Adverb(class) => adverb::settled(reading, tokens, at, class),
        TokenKind::Frame(class) => frame::settled(reading, tokens, at, class),
        TokenKind::Noun => plain::settled_noun(reading, tokens, at),
        TokenKind::Text => plain::settled_text(reading, tokens, at),
        TokenKind::Aspect if becomes_so(reading, tokens, at) => {
            Some(TokenKind::Verb(VerbClass::Transitive, NounUse::No))
        }
        TokenKind::Aspect => plain::passes(reading, tokens, at),
        _ => None,
    }
}

/// An adverb or preposition with 了 behind it is a verb, whatever it is elsewhere: 集中了专家, 通过了决定, 提前了10天.
fn is_finished(reading: &Reading, tokens: &[Token], at: usize) -> bool {
    let finished = tokens.get(at + 1).is_some_and(|next| {
        next.kind == TokenKind::Aspect
            && next.span.start == tokens[at].span.end
            && reading.chars()[next.span.start] == '了'
    });
    finished && tokens[at].span.len() > 1
}

/// 六下库区, 三进村寨: a place gone to so often.
fn goes_so_often(reading: &Reading, tokens: &[Token], at: usize) -> bool {
    let chars = reading.chars();
    let often = |before: &Token| {
        before.kind == TokenKind::Number && before.span.len() == 1 && before.span.end == tokens[at].span.start
    };
    tokens[at].span.len() == 1
        && matches!(chars[tokens[at].span.start], '下' | '进' | '上' | '访' | '走')
        && at > 0
        && often(&tokens[at - 1])
        && tokens.get(at + 1).is_some_and(|place| matches!(place.kind, TokenKind::Noun | TokenKind::Name))
}

/// 把日子过得更红火: behind what 把 disposes of, 得 tells how it comes to be.
fn becomes_so(reading: &Reading, tokens: &[Token], at: usize) -> bool {
    let so = tokens.get(at + 1).is_some_and(|next| next.span.len() == 1 && reading.chars()[next.span.start] == '得');
    so && tokens.get(at + 2).is_some_and(Token::is_adverb) && is_disposed_of(tokens, at)
}

/// Whether 把 or 将 stands in the clause before the word at `at`.
fn is_disposed_of(tokens: &[Token], at: usize) -> bool {
    tokens[..at]
        .iter()
        .rev()
        .take_while(|token| !matches!(token.kind, TokenKind::Mark | TokenKind::Pause))
        .any(|token| token.kind == TokenKind::Frame(FrameClass::Disposal))
}

/// The tokens of its clause before the one at `at`, from it on back.
fn before(tokens: &[Token], at: usize) -> impl Iterator<Item = &Token> {
    tokens[..at].iter().rev().take_while(|token| token.kind != TokenKind::Mark)
}

/// The tokens of its clause behind the one at `at`.
fn behind(tokens: &[Token], at: usize) -> impl Iterator<Item = &Token> {
    tokens[at + 1..].iter().take_while(|token| token.kind != TokenKind::Mark)
}

pub fn ends_clause(tokens: &[Token], at: usize) -> bool {
    tokens.get(at + 1).is_none_or(|next| next.kind == TokenKind::Mark)
}

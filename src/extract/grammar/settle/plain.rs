//! What its neighbours make of nouns, particles and characters that no lexicon knows: adverbs and verbs, above all.

use crate::rules::{AdverbClass, FrameClass, NounUse, Trait, VerbClass};
use crate::text::Reading;

use super::verb::tells_which;
use super::{RESULTS, becomes_so, before, ends_clause, goes_so_often, is_disposed_of};
use crate::extract::grammar::single::{is_done_to, on_ground};
use crate::extract::grammar::token::{Token, TokenKind};

/// What its neighbours make of a noun; none where it stays one.
pub(super) fn settled_noun(reading: &Reading, tokens: &[Token], at: usize) -> Option<TokenKind> {
    let is_adverbial = tokens[at].has(Trait::Adverbial);
    // 为集体追回资金, 为国家和集体追回资金: whom it is done for
    let served = || {
        let joined = at > 2 && tokens[at - 1].kind == TokenKind::And && tokens[at - 2].is_nominal();
        let first = if joined { at - 2 } else { at };
        first > 0 && tokens[first - 1].kind == TokenKind::Frame(FrameClass::Target)
    };
    if is_made_adverb(reading, tokens, at) || is_adverbial && !served() && is_how(reading, tokens, at) {
        return Some(TokenKind::Adverb(AdverbClass::Manner));
    }
    // of nouns, only those that stand right before verbs are words of acts too
    let is_done = is_adverbial && tokens[at].span.len() == 2 && is_done_to(reading, tokens, at);
    is_done.then_some(TokenKind::Verb(VerbClass::Transitive, NounUse::No))
}

/// What its neighbours make of one or two characters that no lexicon knows; none where they stay that.
pub(super) fn settled_text(reading: &Reading, tokens: &[Token], at: usize) -> Option<TokenKind> {
    match reading.chars()[tokens[at].span.range()] {
        // 收入翻一番
        ['翻'] if is_multiplied(reading, tokens, at) => Some(TokenKind::Verb(VerbClass::Change, NounUse::No)),
        ['多'] if is_more(reading, tokens, at) => Some(TokenKind::Adverb(AdverbClass::Degree)),
        ['可' | '能' | '会'] if is_able(reading, tokens, at) => Some(TokenKind::Adverb(AdverbClass::Scope)),
        // 正在逐步落实中
        ['中'] if goes_on(reading, tokens, at) => Some(TokenKind::Aspect),
        // 有力地支持
        ['地'] if at > 0 && tokens[at - 1].is_adverb() => Some(TokenKind::Adverb(AdverbClass::Manner)),
        [_] if becomes_so(reading, tokens, at) => Some(TokenKind::Verb(VerbClass::Transitive, NounUse::No)),
        [_] if goes_so_often(reading, tokens, at) => Some(TokenKind::Frame(FrameClass::Place)),
        [_, _] if is_done_to(reading, tokens, at) || is_brought_to(reading, tokens, at) => {
            Some(TokenKind::Verb(VerbClass::Transitive, NounUse::No))
        }
        _ => None,
    }
}

/// 要过“紧日子”, 坚持过紧日子, 全部过20万元: with nothing before it that could be done once, 过 is no particle.
pub(super) fn passes(reading: &Reading, tokens: &[Token], at: usize) -> Option<TokenKind> {
    if tells_which(reading, tokens, at) {
        return Some(TokenKind::Noun);
    }
    let leads = at == 0
        || tokens[at - 1].kind == TokenKind::Mark
        || tokens[at - 1].has(Trait::Orientation) && tokens[at - 1].has(Trait::Embeds)
        || tokens[at - 1].is_adverb() && tokens[at - 1].kind != TokenKind::Adverb(AdverbClass::Negation)
        // 力争产值过10亿元
        || tokens[at - 1].has(Trait::Gauge) && ends_clause(tokens, at + 1);
    let class = match tokens.get(at + 1)?.kind {
        TokenKind::Number => VerbClass::Change,
        TokenKind::Name | TokenKind::Noun => VerbClass::Transitive,
        _ => return None,
    };
    let passes = leads && reading.chars()[tokens[at].span.start] == '过';
    passes.then_some(TokenKind::Verb(class, NounUse::No))
}

/// 动态, 现场 before what is done so or there: 动态调整政策, 负责人现场应答. Where the word of the act is also a noun, an object
/// tells that it is done: 综合整治低价竞争.
fn is_how(reading: &Reading, tokens: &[Token], at: usize) -> bool {
    let Some(act) = tokens.get(at + 1).filter(|act| act.span.len() > 1) else { return false };
    let opens = || at == 0 || matches!(tokens[at - 1].kind, TokenKind::Mark | TokenKind::Adverb(_));
    let object = || {
        tokens.get(at + 2).is_some_and(|next| next.is_nominal() && next.span.len() > 1)
            && !tokens[at + 2].has(Trait::Compound)
    };
    // 党组集体学习24次; who met is not told by the meeting (常委会会议集体学习)
    let acts = |who: &Token| who.has(Trait::Agent) && !reading.chars()[who.span.range()].ends_with(&['会', '议']);
    let tallied =
        || at > 0 && acts(&tokens[at - 1]) && tokens.get(at + 2).is_some_and(|times| times.kind == TokenKind::Number);
    match act.kind {
        TokenKind::Verb(_, NounUse::No) => true,
        TokenKind::Verb(_, NounUse::Also) if tallied() => true,
        TokenKind::Verb(VerbClass::Transitive, NounUse::Also) => opens() && object(),
        _ => false,
    }
}

/// A noun that 地 makes an adverb, at the head of its clause or behind an adverb: 胜利地结束了.
fn is_made_adverb(reading: &Reading, tokens: &[Token], at: usize) -> bool {
    let leads = || at == 0 || matches!(tokens[at - 1].kind, TokenKind::Mark | TokenKind::Adverb(_));
    let acts = || tokens.get(at + 2).is_some_and(|act| act.noun_use() == Some(NounUse::No) || act.is_adverb());
    before_de(reading, tokens, at) && leads() && acts()
}

/// Whether 地 follows as a word.
fn before_de(reading: &Reading, tokens: &[Token], at: usize) -> bool {
    tokens.get(at + 1).is_some_and(|next| {
        reading.chars()[next.span.start] == '地' && next.span.len() == 1 && next.kind == TokenKind::Text
    })
}

/// 可, 能 and 会 as words of their own before an act: 每年可减少支出, 企业和机构可提供服务.
fn is_able(reading: &Reading, tokens: &[Token], at: usize) -> bool {
    let word = reading.chars()[tokens[at].span.start];
    let parted = match at.checked_sub(1).map(|before| tokens[before].kind) {
        Some(TokenKind::Adverb(_) | TokenKind::Time) => true,
        None | Some(TokenKind::Mark | TokenKind::Pause | TokenKind::And | TokenKind::Number | TokenKind::Noun) => {
            word == '可'
        }
        _ => false,
    };
    parted && tokens.get(at + 1).is_some_and(|next| next.noun_use() == Some(NounUse::No))
}

/// 把问题摸透、把对策议实: two characters of which the second says what came of it close the phrase of 把.
fn is_brought_to(reading: &Reading, tokens: &[Token], at: usize) -> bool {
    let chars = reading.chars();
    let closes = tokens.get(at + 1).is_none_or(|next| matches!(next.kind, TokenKind::Mark | TokenKind::Pause));
    closes && RESULTS.contains(&chars[tokens[at].span.end - 1]) && is_disposed_of(tokens, at)
}

/// 翻 before so many 番, where nothing else is done in the clause.
fn is_multiplied(reading: &Reading, tokens: &[Token], at: usize) -> bool {
    let chars = reading.chars();
    let acts = |token: &Token| token.noun_use() == Some(NounUse::No);
    tokens.get(at + 1).is_some_and(|next| next.kind == TokenKind::Number && chars[next.span.end - 1] == '番')
        && ends_clause(tokens, at + 1)
        && !before(tokens, at).any(acts)
}

/// 正在落实中: what closes the clause behind a verb that is no noun tells that it goes on.
fn goes_on(reading: &Reading, tokens: &[Token], at: usize) -> bool {
    let now = |token: &Token| reading.chars()[token.span.range()] == ['正', '在'];
    at > 0 && tokens[at - 1].noun_use() == Some(NounUse::No) && ends_clause(tokens, at) && before(tokens, at).any(now)
}

/// 在抓落实上多下功夫: how much, right behind such a phrase and before a verb.
fn is_more(reading: &Reading, tokens: &[Token], at: usize) -> bool {
    tokens.get(at + 1).is_some_and(Token::is_verb) && on_ground(reading, tokens, at)
}

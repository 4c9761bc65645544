//! Means: verbs in series without a mark, where what the first does serves the second (采取方式暗访, 走进学校讲课).

use std::ops::Range;

use crate::rules::{FrameClass, NounUse, Trait, VerbClass};
use crate::text::CharSet;

use super::coordination::is_and;
use super::framed;
use super::token::{TokenKind, Tokens};

/// Verbs in series without a mark: behind a verb of means and its object, the verb that the means serve
/// (采取…方式暗访, 投资4.5亿元实施X). Gives where that verb's region begins.
pub fn served(tokens: &Tokens<'_>, clause: &Range<usize>, verb: usize, from: usize) -> Option<usize> {
    if !(tokens[verb].has(Trait::Means) || goes(tokens, verb)) || plays_whole(tokens, clause, verb) {
        return None;
    }
    let end = (from..clause.end).find(|&i| tokens[i].kind == TokenKind::Pause).unwrap_or(clause.end);
    // 推行网上立案服务: before anything but adverbs there are no means yet
    let opens = |at: usize| !tokens[verb].has(Trait::Light) || !tokens[at].is_adverb();
    let first = (from..end).find(|&at| opens(at)).unwrap_or(end);
    // 采取多种方式对22个村开展监督
    let aimed = |at: &usize| {
        matches!(tokens[*at].kind, TokenKind::Frame(FrameClass::Target | FrameClass::Disposal))
            && closes_means(tokens, at - 1)
            && framed::after_frame(tokens, at + 1..end, false).is_some()
    };
    if let Some(frame) = (first + 1..end).find(aimed) {
        return Some(frame);
    }
    (first + 1..end).find(|&at| {
        let closed = || {
            tokens[at - 1].is_adverb() && !is_and(tokens, &tokens[at - 1])
                || goes(tokens, verb) && tokens[at - 1].is_nominal()
                || closes_means(tokens, at - 1)
        };
        let object =
            tokens.get(at + 1).filter(|_| at + 1 < end).is_some_and(|next| next.is_nominal() || next.is_verb());
        // 争取资金支持: a verb that takes a clause is a noun where none follows
        let pivot = tokens[at].verb_class() == Some(VerbClass::Clausal);
        let acts = match tokens[at].noun_use() {
            Some(_) if pivot && !object => false,
            // 统筹山水湖草系统治理
            Some(NounUse::Also) if !object && tokens.is_term(verb, ['统', '筹']) => false,
            // 争取更大突破
            Some(_) if tokens.is_term(verb, ['争', '取']) && tokens.is_term(at, ['突', '破']) => false,
            // 推行精准监管
            Some(NounUse::Also) if !object && tokens[verb].has(Trait::Light) && tokens[at - 1].is_adverb() => false,
            // 出台企业破产指引: what takes no object opens a noun before one
            Some(NounUse::Also) if tokens[at].verb_class() == Some(VerbClass::Intransitive) && object => false,
            Some(NounUse::No) => true,
            Some(NounUse::Also) => object || tokens[at - 1].kind != TokenKind::Number,
            _ => false,
        };
        acts && !tokens[at].has(Trait::Bounding)
            && tokens.get(at + 1).is_none_or(|next| next.kind != TokenKind::De)
            && closed()
    })
}

/// 走进学校讲课, 来到田间指导: where someone goes leads to what they do there.
fn goes(tokens: &Tokens<'_>, verb: usize) -> bool {
    static HEADS: CharSet = CharSet::new(&['走', '来', '前', '奔', '赶', '回', '进']);
    // first what can be foreseen
    HEADS.contains(tokens.first_char(verb))
        && matches!(
            tokens.words(verb),
            ['走', '进' | '入']
                | ['来', '到']
                | ['前', '往']
                | ['奔' | '赶', '赴']
                | ['赶', '到']
                | ['回', '到']
                | ['进', '驻']
        )
}

/// A quantity, or 方式, 形式, 办法, 资金, 基层 …: where the object of a means is complete.
fn closes_means(tokens: &Tokens<'_>, at: usize) -> bool {
    tokens[at].kind == TokenKind::Number || matches!(tokens.head(at), Some("manner" | "way"))
}

/// 发挥专门协商机构作用: the part that is played closes the clause, and no verb before it is served.
fn plays_whole(tokens: &Tokens<'_>, clause: &Range<usize>, verb: usize) -> bool {
    let last = tokens.words(clause.end - 1);
    matches!(tokens.words(verb), ['发', '挥', ..])
        && [['作', '用'], ['优', '势'], ['功', '能'], ['效', '能']].iter().any(|part| last.ends_with(part))
        && !tokens[verb..clause.end].iter().any(|token| token.kind == TokenKind::Pause)
}

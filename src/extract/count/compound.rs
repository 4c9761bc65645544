//! Names that verbs are part of: 污泥处置工程, 新建技术验证中心. Nouns such as 工程, 中心 and 行动 make them.

use crate::extract::grammar::{Token, TokenKind};
use crate::rules::{NounUse, Trait, VerbClass};

use super::ground::Ground;

/// A noun that makes names with the verbs in front of it: 项目, 中心, 行动.
pub(super) fn makes_names(ground: Ground<'_>, token: &Token) -> bool {
    token.has(Trait::Compound) || ground.is_of(token, "named")
}

/// Whether a verb may be, or be part of, a noun.
pub(super) fn may_be_noun(token: &Token) -> bool {
    token.noun_use().is_some_and(|noun| noun != NounUse::No) || token.verb_class() == Some(VerbClass::Intransitive)
}

/// Whether a verb is a noun more often than not (工作, 规划).
pub(super) fn is_mostly_noun(token: &Token) -> bool {
    token.noun_use() == Some(NounUse::Mostly)
}

/// A word that neither acts nor is acted on by itself.
fn is_thing(ground: Ground<'_>, token: &Token) -> bool {
    matches!(token.kind, TokenKind::Noun | TokenKind::Text | TokenKind::Name) && ground.doer(token.span).is_none()
}

/// How many of the tokens, nouns all, run up to one that makes names; none where it does not.
fn run_to_maker(ground: Ground<'_>, tokens: &[Token]) -> usize {
    let noun = |token: &&Token| matches!(token.kind, TokenKind::Noun | TokenKind::Text) || ground.is_of(token, "named");
    let run = tokens.iter().take_while(noun).count();
    let made = run.checked_sub(1).is_some_and(|head| makes_names(ground, &tokens[head]));
    if made { run } else { 0 }
}

/// In front of a number: 新建技术验证中心. Behind the verb that acts, a verb between its noun and one that makes names.
pub(super) fn before(ground: Ground<'_>, from: usize, at: usize, to: usize) -> bool {
    let tokens = ground.tokens;
    let token = &tokens[at];
    // 行动新建管网: building is done to what stands behind it
    let builds = || token.noun_use() == Some(NounUse::No) && (token.has(Trait::Light) || ground.is_of(token, "work"));
    let thing = |token: &Token| is_thing(ground, token) && token.kind != TokenKind::Name;
    if at <= from || !thing(&tokens[at - 1]) || run_to_maker(ground, &tokens[at + 1..to]) == 0 || builds() {
        return false;
    }
    let acts = tokens[from..at].iter().rfind(|token| !thing(token));
    acts.is_some_and(|acts| acts.verb_class() == Some(VerbClass::Transitive) && !acts.has(Trait::Means))
}

/// Behind a number: 产业备份项目, 污泥处置工程. Verbs between a noun that does not act and one that makes names; right
/// before such a noun, any verb.
pub(super) fn behind(ground: Ground<'_>, from: usize, at: usize, to: usize) -> bool {
    let tokens = ground.tokens;
    let token = &tokens[at];
    let is_verb =
        matches!(token.verb_class(), Some(VerbClass::Transitive | VerbClass::Intransitive | VerbClass::Change));
    // 建到园区, 搬进社区: where things come to
    let leads_to = matches!(ground.chars[token.span.end - 1], '到' | '至' | '在' | '进' | '入' | '于' | '成' | '给');
    if at <= from || !is_verb || leads_to && token.noun_use() == Some(NounUse::No) {
        return false;
    }
    let rest = tokens.get(at + 1..to).unwrap_or_default();
    let verbs = rest.iter().take_while(|token| may_be_noun(token)).count();
    let run = run_to_maker(ground, &rest[verbs..]);
    let before = &tokens[at - 1];
    run > 0
        && (may_be_noun(token) || verbs == 0 && run == 1 && !token.has(Trait::Light))
        && (is_thing(ground, before) || may_be_noun(before) || before.is_adverb())
}

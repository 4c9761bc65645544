//! How much speaks for a verb as the predicate of its clause. Chinese marks it by no ending; what tells is whether the
//! form is also a noun, what stands before it (an adverb, 等), and what follows (an object, a number, 的).
//!
//! The weights were set by hand after reading reports and are compared, never added up to a probability.

use std::ops::Range;

use crate::rules::{AdverbClass, FrameClass, NounUse, Trait, VerbClass};

use super::sorts::Sort;
use super::token::{Token, TokenKind, Tokens};

/// How much speaks for the verb at `at` as the predicate of `clause`. Higher is likelier; below [`ENOUGH`] it is
/// taken for a noun or a part of one.
pub fn weight(tokens: &Tokens<'_>, clause: &Range<usize>, at: usize) -> i32 {
    let TokenKind::Verb(class, noun) = tokens[at].kind else { return i32::MIN / 2 };
    let next = tokens.get(at + 1).filter(|_| at + 1 < clause.end);
    let previous = (at > clause.start).then(|| &tokens[at - 1]);
    let mut weight = match noun {
        NounUse::No => 3,
        NounUse::Also => 0,
        NounUse::Mostly => -2,
    };
    weight += match class {
        // 班子成员讲党课7次, 集团新开航线5条
        VerbClass::Single
            if previous.is_some_and(|previous| {
                let newly = previous.kind == TokenKind::Text && previous.span.len() == 1;
                previous.has(Trait::Agent) || newly && tokens[clause.end - 1].kind == TokenKind::Number
            }) =>
        {
            0
        }
        VerbClass::Single => -2,
        VerbClass::Become | VerbClass::Change if noun == NounUse::No => 1,
        _ => 0,
    };
    weight += match previous.map(|token| token.kind) {
        Some(TokenKind::Adverb(AdverbClass::Connective | AdverbClass::Time | AdverbClass::Scope))
            if noun == NounUse::No =>
        {
            2
        }
        Some(TokenKind::Adverb(AdverbClass::Connective | AdverbClass::Time | AdverbClass::Scope)) => 1,
        Some(TokenKind::Adverb(_)) if noun == NounUse::Mostly && next.is_none() => 5,
        Some(TokenKind::Adverb(_)) => 3,
        Some(TokenKind::Etc) => 4,
        Some(TokenKind::Name | TokenKind::Paren | TokenKind::Time) => 1,
        Some(TokenKind::Number) => 1,
        Some(TokenKind::De) => -4,
        Some(TokenKind::Pause | TokenKind::And) => -2,
        _ => 0,
    };
    weight += match next.map(|token| token.kind) {
        Some(TokenKind::De) => -8,
        Some(TokenKind::Number) => 3,
        // 协商议政不少于6次
        Some(TokenKind::Verb(..)) if next.is_some_and(|next| next.has(Trait::Bounding)) => 3,
        // 协商决定了: whatever noun it is elsewhere
        Some(TokenKind::Aspect) if noun == NounUse::Mostly => 6,
        Some(TokenKind::Aspect) => 4,
        Some(TokenKind::Name) => 2,
        Some(TokenKind::Noun | TokenKind::Text) if class != VerbClass::Intransitive => 1,
        Some(TokenKind::Verb(..)) if noun == NounUse::No => 1,
        Some(TokenKind::Etc) => -3,
        Some(TokenKind::Pause | TokenKind::And) if noun != NounUse::No => -2,
        _ => 0,
    };
    if noun == NounUse::Also && previous.is_some_and(Token::is_adverb) && acts_for_agent(tokens, clause, at) {
        weight += 2;
    }
    // 线索移交公安机关处理: who takes over stands behind it, and what they do behind them
    if noun == NounUse::Also && tokens[at].has(Trait::Patient) && next.is_some_and(|next| next.has(Trait::Agent)) {
        weight += 3;
    }
    let rated = || tokens[at + 1..clause.end].iter().any(|token| token.has(Trait::Gauge));
    let tallied =
        || previous.is_some_and(Token::is_adverb) && tokens[clause.end - 1].kind == TokenKind::Number && !rated();
    if class == VerbClass::Intransitive
        && next.is_some_and(takes_no_object)
        && !tallied()
        && !tokens[at + 1..clause.end].iter().all(Token::is_verb)
    {
        weight -= 4;
    }
    if noun == NounUse::No && class == VerbClass::Transitive && opens_list(tokens, clause, at) {
        weight -= 3;
    }
    if noun != NounUse::No && names_rate(tokens, clause, at) {
        weight -= 6;
    }
    if noun != NounUse::No && next.is_some_and(|next| next.has(Trait::Alone)) {
        weight -= 5;
    }
    // 文书自动生成系统覆盖法院: it only names what acts
    let named_by = || {
        next.is_some_and(|next| next.kind == TokenKind::Noun && next.has(Trait::Compound))
            && tokens[clause.end.min(at + 2)..clause.end].iter().any(|token| token.noun_use() == Some(NounUse::No))
    };
    if noun == NounUse::Also && previous.is_some_and(Token::is_adverb) && named_by() {
        weight -= 4;
    }
    if noun != NounUse::No
        && next.is_some_and(Token::is_adverb)
        && tokens[at + 1..clause.end].iter().find(|token| !token.is_adverb()).is_some_and(acts_or_aims)
        && !takes_relative(tokens, clause, at)
    {
        weight -= 5;
    }
    if (noun != NounUse::No || next.is_none()) && behind_light_verb(tokens, clause, at) {
        weight -= 6;
    }
    let named = |next: &Token| {
        matches!(next.kind, TokenKind::Noun | TokenKind::Text) || next.noun_use() == Some(NounUse::Mostly)
    };
    let counted = || {
        tokens[clause.end - 1].kind == TokenKind::Number
            && next.is_some_and(named)
            && (previous.is_none_or(|previous| !previous.is_nominal() || previous.has(Trait::Agent))
                || next.is_some_and(|next| !next.has(Trait::Compound)))
    };
    if noun == NounUse::Also && matches!(class, VerbClass::Transitive | VerbClass::Clausal) && counted() {
        // 中央财政安排就业资金五年累计6亿元: what no other verb competes with
        let by_agent = previous.is_some_and(|previous| previous.has(Trait::Agent))
            && !tokens[at + 1..clause.end].iter().any(|token| token.noun_use() == Some(NounUse::No));
        weight += if by_agent { 3 } else { 2 };
    }
    if relative(tokens, clause, at) {
        weight -= 6;
    }
    // 庆祝县政协成立70周年: what has its day is named
    if next.is_some() && tokens.words(at + 1).ends_with(&['周', '年']) {
        weight -= 8;
    }
    if next.is_none() && names_course(tokens, clause, at) {
        weight -= 8;
    }
    if class == VerbClass::Single && tokens[at].has(Trait::Submits) {
        weight += 3;
    }
    weight
}

/// A verb, or 向 and its like in front of whom an act is for (重点调研主动向县委报告).
fn acts_or_aims(token: &Token) -> bool {
    token.is_verb() || token.kind == TokenKind::Frame(FrameClass::Target)
}

/// Whether only adverbs of manner part the verb that ends the clause from a 的 with a noun before it: 任务的顺利完成 names
/// the course of things, and 构成犯罪的严肃处理 what is done in a case.
fn names_course(tokens: &[Token], clause: &Range<usize>, at: usize) -> bool {
    let Some(de) = (clause.start..at).rev().find(|&at| !tokens[at].is_adverb()) else { return false };
    let adverbs = &tokens[de + 1..at];
    let course = |token: &Token| {
        matches!(token.kind, TokenKind::Adverb(AdverbClass::Manner | AdverbClass::Degree)) && token.has(Trait::Course)
    };
    tokens[de].kind == TokenKind::De
        && de > clause.start
        && !tokens[de - 1].is_verb()
        && !adverbs.is_empty()
        && adverbs.iter().all(course)
}

/// Whether an adverb stands before the verb at `at`, and what follows it is a noun with a clause in front: 坚决执行进一步
/// 压减支出的措施. Then the verb in that clause is none of the predicate.
fn takes_relative(tokens: &[Token], clause: &Range<usize>, at: usize) -> bool {
    let led = at > clause.start && tokens[at - 1].is_adverb();
    let last = &tokens[clause.end - 1];
    let behind_de = tokens[clause.end - 2].kind == TokenKind::De;
    let noun = last.kind == TokenKind::Noun || behind_de || last.noun_use().is_some_and(|noun| noun != NounUse::No);
    led && noun && tokens[at + 1..clause.end].iter().any(|token| token.kind == TokenKind::De)
}

/// Whether only adverbs part the verb at `at` from who does it: 县政府及时研究处理.
pub fn acts_for_agent(tokens: &[Token], clause: &Range<usize>, at: usize) -> bool {
    let before = tokens[clause.start..at].iter().rev().find(|token| !token.is_adverb());
    before.is_some_and(|before| before.has(Trait::Agent))
}

/// Whether a noun follows the 、 right behind the verb: then it closes a noun in a list (国防动员、双拥共建等工作).
fn opens_list(tokens: &[Token], clause: &Range<usize>, at: usize) -> bool {
    let pause = at + 1 < clause.end && tokens[at + 1].kind == TokenKind::Pause;
    let behind_noun = at > clause.start && tokens[at - 1].is_nominal();
    pause && behind_noun && tokens[at + 2..clause.end].iter().any(|token| token.kind == TokenKind::Etc)
}

/// Whether one noun parts the verb at `at` from a number of percent or a verb that reaches it: 改造覆盖率85.6%.
pub fn names_rate(tokens: &[Token], clause: &Range<usize>, at: usize) -> bool {
    let noun = |i: usize| i < clause.end && matches!(tokens[i].kind, TokenKind::Noun | TokenKind::Text);
    let behind_noun = at > clause.start && tokens[at - 1].is_nominal();
    let number = || at + 2 < clause.end && tokens[at + 2].kind == TokenKind::Number;
    noun(at + 1) && (behind_noun && reaches(tokens, clause, at + 2) || tokens[at + 1].has(Trait::Gauge) && number())
}

/// Whether a verb of change with its number stands at `at`.
fn reaches(tokens: &[Token], clause: &Range<usize>, at: usize) -> bool {
    at < clause.end && reaches_number(tokens, clause, at)
}

/// Whether only adverbs part the verb at `at` from a light verb before it: then it is that verb's object (开展专题协商).
fn behind_light_verb(tokens: &[Token], clause: &Range<usize>, at: usize) -> bool {
    let before = tokens[clause.start..at].iter().rev().find(|token| !token.is_adverb());
    before.is_some_and(|before| before.has(Trait::Light) && before.noun_use() == Some(NounUse::No))
}

/// What cannot follow an intransitive verb inside its clause.
fn takes_no_object(next: &Token) -> bool {
    matches!(next.kind, TokenKind::Noun | TokenKind::Text | TokenKind::Name | TokenKind::Verb(..))
}

/// The least weight of a predicate after a noun phrase.
pub const ENOUGH: i32 = 3;

/// Whether the verb at `at` opens a relative clause: …V…的N… with a heavier verb behind the 的.
fn relative(tokens: &Tokens<'_>, clause: &Range<usize>, at: usize) -> bool {
    if !tokens.any(&(at + 1..clause.end), Sort::De) {
        return false;
    }
    let rest = &tokens[at + 1..clause.end];
    let Some(de) = rest.iter().position(|token| token.kind == TokenKind::De) else { return false };
    // 支持委员以灵活的方式参加活动: the 的 belongs to what is done how
    if tokens[at].verb_class() == Some(VerbClass::Clausal)
        && rest[..de].iter().any(|token| token.kind == TokenKind::Frame(FrameClass::Manner))
    {
        return false;
    }
    let before_mark = tokens[at].verb_class() == Some(VerbClass::Stative)
        || !rest[..de].iter().any(|token| token.kind == TokenKind::Pause);
    let verb_behind = rest[de..].iter().enumerate().skip(1).any(|(i, token)| {
        token.noun_use() == Some(NounUse::No)
            && rest.get(de + i + 1).is_none_or(|next| next.kind != TokenKind::De)
            && rest[de + i - 1].kind != TokenKind::De
            && rest[de + i - 1].kind != TokenKind::Pause
    });
    before_mark && verb_behind
}

/// Whether the verb at `at` is one of change right before its number.
pub fn reaches_number(tokens: &[Token], clause: &Range<usize>, at: usize) -> bool {
    let is = |at: usize, kind: TokenKind| at < clause.end && tokens.get(at).is_some_and(|token| token.kind == kind);
    // 产值比上年增长了7%
    let number = || is(at + 1, TokenKind::Number) || is(at + 1, TokenKind::Aspect) && is(at + 2, TokenKind::Number);
    tokens[at].verb_class() == Some(VerbClass::Change) && number()
}

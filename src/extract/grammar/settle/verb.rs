//! What its neighbours make of a verb: a noun (收案数), how something is done, or another kind of verb.

use crate::rules::{AdverbClass, FrameClass, NounUse, Trait, VerbClass};
use crate::text::Reading;

use super::{SUFFIXES, becomes_so, before, ends_clause, goes_so_often, is_finished};
use crate::extract::grammar::single::stands_alone;
use crate::extract::grammar::token::{Token, TokenKind};

/// What its neighbours make of a verb; none where it stays one.
pub(super) fn settled(
    reading: &Reading,
    tokens: &[Token],
    at: usize,
    class: VerbClass,
    noun: NounUse,
) -> Option<TokenKind> {
    let token = &tokens[at];
    let is_benchmark = token.has(Trait::Benchmark);
    if is_benchmark && ends_clause(tokens, at) {
        return Some(TokenKind::Verb(VerbClass::Intransitive, NounUse::No));
    }
    // 稳定控制在25%以下; 同步启动二期工程: when it is done
    if is_steady(reading, tokens, at) || is_benchmark && acts_behind(tokens, at) {
        return Some(TokenKind::Adverb(AdverbClass::Manner));
    }
    if is_stem(reading, tokens, at) {
        return Some(TokenKind::Noun);
    }
    // 对标“四个机关”要求
    let aims = || token.has(Trait::Aim) && ends_clause(tokens, at) && at > 0 && tokens[at - 1].is_nominal();
    if class == VerbClass::Speech && aims() {
        return Some(TokenKind::Noun);
    }
    if token.has(Trait::Patient) && token.span.len() >= 4 && befalls(tokens, at) {
        return Some(TokenKind::Verb(class, NounUse::No));
    }
    if is_sum_of(reading, tokens, at) || class == VerbClass::Change && tells_which(reading, tokens, at) {
        return Some(TokenKind::Noun);
    }
    if noun == NounUse::No && comes_to(reading, tokens, at, class) {
        return Some(TokenKind::Noun);
    }
    match class {
        // 回顾了五年的工作: with 了 it is done, and frames no speech
        VerbClass::Speech if is_finished(reading, tokens, at) => {
            Some(TokenKind::Verb(VerbClass::Transitive, NounUse::No))
        }
        VerbClass::Single if becomes_so(reading, tokens, at) => {
            Some(TokenKind::Verb(VerbClass::Transitive, NounUse::No))
        }
        VerbClass::Single if goes_so_often(reading, tokens, at) => Some(TokenKind::Frame(FrameClass::Place)),
        VerbClass::Single if !stands_alone(reading, tokens, at) => Some(TokenKind::Text),
        VerbClass::Intransitive if noun == NounUse::No && tells_how(reading, tokens, at) => {
            Some(TokenKind::Adverb(AdverbClass::Manner))
        }
        // 主动说明问题: someone tells it
        VerbClass::Stative if tells_of(reading, tokens, at) => Some(TokenKind::Verb(VerbClass::Transitive, noun)),
        VerbClass::Become if comes_to_number(reading, tokens, at) => Some(TokenKind::Verb(VerbClass::Change, noun)),
        _ => None,
    }
}

/// 说明 before 问题 or 情况, which are told and not shown.
fn tells_of(reading: &Reading, tokens: &[Token], at: usize) -> bool {
    let chars = reading.chars();
    chars[tokens[at].span.range()] == ['说', '明']
        && tokens.get(at + 1).is_some_and(|next| matches!(chars[next.span.range()], ['问', '题'] | ['情', '况']))
        && ends_clause(tokens, at + 1)
}

/// 三次产业结构调整为9:48:43, 补助标准调整为350元: with a number alone behind it, what comes to be is a measure.
fn comes_to_number(reading: &Reading, tokens: &[Token], at: usize) -> bool {
    reading.chars()[tokens[at].span.end - 1] == '为'
        && tokens.get(at + 1).is_some_and(|next| next.kind == TokenKind::Number)
        && tokens.get(at + 2).is_none_or(|next| matches!(next.kind, TokenKind::Mark | TokenKind::Pause))
}

/// A verb with a suffix that makes it a noun, where no lexicon has the whole word: 收案数, 回复率, 审判点.
fn is_stem(reading: &Reading, tokens: &[Token], at: usize) -> bool {
    let Some(next) = tokens.get(at + 1).filter(|next| next.kind == TokenKind::Text) else { return false };
    let suffix = reading.chars()[next.span.start];
    if matches!(reading.chars()[tokens[at].span.end - 1], '到' | '在' | '于' | '为' | '作' | '成' | '入') {
        return false;
    }
    // 攻坚之战
    let named = |next: &Token| next.is_nominal() || next.verb_class() == Some(VerbClass::Single);
    if suffix == '之' && next.span.start == tokens[at].span.end && tokens[at].span.len() > 1 {
        return next.span.len() > 1 || tokens.get(at + 2).is_some_and(named);
    }
    // 筹建区第二人民医院, 启动区医院工程: whose it is
    let whose = |next: &Token| next.kind == TokenKind::Ordinal || next.has(Trait::Agent);
    if suffix == '区' && tokens.get(at + 2).is_some_and(whose) {
        return false;
    }
    // 邀请台港澳人士: what opens a clause and is never a noun acts on what follows
    let opens = at == 0 || tokens[at - 1].kind == TokenKind::Mark;
    let verbal = tokens[at].noun_use() == Some(NounUse::No) && suffix != '率';
    if opens
        && verbal
        && tokens.get(at + 2).is_some_and(|noun| noun.kind == TokenKind::Noun && noun.span.start == next.span.end)
    {
        return false;
    }
    next.span.start == tokens[at].span.end && (suffix == '率' || next.span.len() == 1 && SUFFIXES.contains(&suffix))
}

/// 打造一批超百亿、超千亿产业链: with a sum without its unit and a noun, 超 tells of what size the thing is.
fn is_sum_of(reading: &Reading, tokens: &[Token], at: usize) -> bool {
    let word = |at: usize| &reading.chars()[tokens[at].span.range()];
    let sum = |at: usize| at < tokens.len() && matches!(word(at), [.., '百' | '千' | '万' | '亿' | '级']);
    let beyond = |at: usize| at < tokens.len() && word(at) == ['超'];
    let next = |at: usize| tokens.get(at).map(|token| token.kind);
    let closes = match next(at + 2) {
        Some(TokenKind::Noun | TokenKind::Text) => true,
        Some(TokenKind::Pause) => beyond(at + 3) && sum(at + 4),
        _ => false,
    };
    beyond(at) && sum(at + 1) && closes
}

/// Words behind which a sum tells how large things are.
pub fn reaches_sum(words: &[char]) -> bool {
    matches!(words, ['超' | '过' | '逾' | '达'] | ['超', '过'] | ['达', '到'] | ['突', '破'])
}

/// 产值突破亿元的企业: with a number, and a noun behind 的, it tells which things they are; so it does without 的 where the
/// noun is counted (引进超亿元项目12个, 引进12个超亿元项目).
pub(super) fn tells_which(reading: &Reading, tokens: &[Token], at: usize) -> bool {
    let words = |at: usize| &reading.chars()[tokens[at].span.range()];
    let is = |at: usize, kind: TokenKind| tokens.get(at).is_some_and(|token| token.kind == kind);
    // 控制在10%的目标 and 扩大到23%的县 say what it comes to
    if !reaches_sum(words(at)) || at == 0 || !is(at + 1, TokenKind::Number) || words(at + 1).contains(&'%') {
        return false;
    }
    if is(at + 2, TokenKind::De) {
        return tokens.get(at + 3).is_some_and(Token::is_nominal) && tokens[at - 1].may_be_noun();
    }
    let is_noun = |token: &&Token| token.kind == TokenKind::Noun;
    let nouns = tokens[at + 2..].iter().take_while(is_noun).count();
    let counted = is(at + 2 + nouns, TokenKind::Number) || is(at - 1, TokenKind::Number);
    let is_sum = matches!(words(at + 1), [.., '元' | '吨' | '亩']);
    nouns > 0 && counted && is_sum
}

/// 线上参与达3万人次: an act that a number closes the clause of, behind 达, is what is measured.
fn comes_to(reading: &Reading, tokens: &[Token], at: usize, class: VerbClass) -> bool {
    let acts = matches!(class, VerbClass::Transitive | VerbClass::Intransitive)
        && ![Trait::Embeds, Trait::Attain, Trait::Reach].into_iter().any(|one| tokens[at].has(one));
    let reaches = |next: &Token| {
        next.kind != TokenKind::Noun
            && matches!(reading.chars()[next.span.range()], ['达'] | ['达', '到'] | ['突', '破'])
            && next.span.start == tokens[at].span.end
    };
    acts && tokens.get(at + 1).is_some_and(reaches)
        && tokens.get(at + 2).is_some_and(|number| number.kind == TokenKind::Number)
        && ends_clause(tokens, at + 2)
}

/// 稳定 before a verb that says how a measure moves.
fn is_steady(reading: &Reading, tokens: &[Token], at: usize) -> bool {
    reading.chars()[tokens[at].span.range()] == ['稳', '定']
        && tokens.get(at + 1).is_some_and(|next| next.verb_class() == Some(VerbClass::Change))
}

/// Whether a verb with its object stands right behind the word at `at`, and no noun that a measure is told of before it.
fn acts_behind(tokens: &[Token], at: usize) -> bool {
    let leads = at == 0
        || matches!(
            tokens[at - 1].kind,
            TokenKind::Mark | TokenKind::Pause | TokenKind::And | TokenKind::Adverb(_) | TokenKind::Number
        );
    let acts = tokens.get(at + 1).is_some_and(|next| {
        matches!(next.verb_class(), Some(VerbClass::Transitive | VerbClass::Clausal))
            && next.noun_use() != Some(NounUse::Mostly)
    });
    leads && acts && tokens.get(at + 2).is_some_and(|object| object.is_nominal() || object.is_verb())
}

/// 见缝插绿建起公园9座, 干部走村入户讲政策: a phrase of four characters that takes no object tells how the verb right behind
/// it acts.
fn tells_how(reading: &Reading, tokens: &[Token], at: usize) -> bool {
    let agent = at > 0 && tokens[at - 1].has(Trait::Agent);
    let opens = |at: usize| at == 0 || matches!(tokens[at - 1].kind, TokenKind::Mark | TokenKind::Paren);
    // 干部走村入户宣传政策: with who acts before it and nouns alone behind it, what may be a noun is none
    let nouns = || {
        let rest = tokens.get(at + 2..).unwrap_or_default();
        rest.iter().take_while(|token| token.kind != TokenKind::Mark).all(Token::is_nominal)
    };
    let whole = || agent && opens(at - 1) && nouns();
    let acts = |next: &Token| match next.verb_class() {
        Some(VerbClass::Transitive | VerbClass::Clausal) => {
            next.noun_use() == Some(NounUse::No) || next.noun_use() == Some(NounUse::Also) && whole()
        }
        Some(VerbClass::Single) => stands_alone(reading, tokens, at + 1),
        _ => false,
    };
    let behind_agent = || agent && (at == 1 || tokens[at - 2].kind != TokenKind::Pause);
    // 尽锐出战战贫困、尽锐出战拔穷根
    let goes_on = || {
        tokens[at - 1].kind == TokenKind::Pause
            && tokens.get(at + 1).is_some_and(|next| next.verb_class() == Some(VerbClass::Single))
    };
    let leads = opens(at) || matches!(tokens[at - 1].kind, TokenKind::Adverb(_)) || behind_agent() || goes_on();
    // 进村入户开展排查
    let is_light = tokens.get(at + 1).is_some_and(|next| next.has(Trait::Light));
    let takes = |object: &Token| {
        object.is_nominal() && object.kind != TokenKind::Paren || is_light && object.noun_use() == Some(NounUse::Also)
    };
    // 持续发力完善治理体系
    let strives = || reading.chars()[tokens[at].span.range()] == ['发', '力'];
    leads
        && (tokens[at].span.len() >= 4 && !tokens[at].has(Trait::Doer) || strives())
        && !tokens[at].has(Trait::Patient)
        && tokens.get(at + 1).is_some_and(acts)
        && tokens.get(at + 2).is_some_and(takes)
}

/// 文史馆对外开放: what befalls things, at the end of a clause with no other verb, is no noun there.
fn befalls(tokens: &[Token], at: usize) -> bool {
    ends_clause(tokens, at)
        && at > 0
        && tokens[at - 1].is_nominal()
        && !before(tokens, at).any(|token| token.is_verb() || matches!(token.kind, TokenKind::Frame(_)))
}

//! The head behind a preposition's phrase: which verb is the predicate, and which still belong to the phrase.

use std::ops::Range;

use crate::rules::{AdverbClass, NounUse, Trait, VerbClass};

use super::head::only_bounds;
use super::sorts::Sort;
use super::token::{Token, TokenKind, Tokens};
use super::weight::weight;

/// The predicate behind a preposition's phrase that opens at `phrase.start`: the heaviest verb, the later one of equals.
/// The first word of the phrase and what follows 、 in it are most likely parts of the phrase.
pub fn after_frame(tokens: &Tokens<'_>, phrase: Range<usize>, is_disposal: bool) -> Option<usize> {
    if let Some(verb) = is_disposal.then(|| becomes(tokens, &phrase)).flatten() {
        return Some(verb);
    }
    let mut best: Option<(i32, usize)> = None;
    for at in phrase.clone().filter(|&at| tokens[at].is_verb()) {
        if best.is_some_and(|(weight, verb)| weight >= 2 && only_bounds(tokens, verb, at)) {
            continue;
        }
        if best.is_some_and(|(weight, verb)| weight >= 2 && is_carried_out(tokens, &phrase, verb, at)) {
            continue;
        }
        // 对被告人宣告缓刑并实行社区矫正: 并 joins it to the predicate
        let joined = at > phrase.start && tokens[at - 1].kind == TokenKind::Adverb(AdverbClass::Connective);
        if joined && !is_disposal && best.is_some_and(|(weight, verb)| weight >= 2 && verb + 1 < at - 1) {
            continue;
        }
        // 通过协调促使原告撤诉: what someone is made to do is no predicate
        let causes = |verb: usize| {
            tokens[verb].kind == TokenKind::Verb(VerbClass::Clausal, NounUse::No)
                && tokens[verb + 1].kind != TokenKind::Pause
        };
        if best.is_some_and(|(weight, verb)| weight >= 2 && causes(verb)) {
            continue;
        }
        // 以更高质量推进发展: 更 opens what is drawn on, and no verb of the phrase
        let higher = at > phrase.start + 1 && tokens.is_word(phrase.start, '更')
            || tokens.is_word(phrase.start - 1, '以') && tokens.first_char(phrase.start) == '更';
        let opens = !higher && opens_conjunct(tokens, &phrase, at);
        let mut weight = weight(tokens, &phrase, at) - if opens { 6 } else { 0 };
        if at + 1 == phrase.end && tokens[at].noun_use() == Some(NounUse::Also) {
            // 围绕产业升级协商议政, 聚焦产城融合持续议政: four characters name an act that needs no object, and so do two behind
            // an adverb
            let led = || at > phrase.start && tokens[at - 1].is_adverb();
            // 与98个村结对: with whom it was done
            let with = || matches!(tokens.first_char(phrase.start - 1), '与' | '同');
            let deed = tokens[at].has(Trait::Doer) && (tokens[at].span.len() >= 4 || led() || with());
            weight += if deed { 2 } else { -1 };
        }
        if tokens[at].has(Trait::Light) && tokens[at].noun_use() == Some(NounUse::No) {
            weight += 2;
        }
        // 围绕乡村振兴组织专题视察: what kind of act it is stands before the act that is arranged
        if !opens && arranges(tokens, &phrase, at) {
            weight += 8;
        }
        // 聚焦文旅融合等议题组织协商: 等 with its noun closes the phrase
        let listed = || {
            let before = &tokens[phrase.start..at];
            before.iter().rposition(|token| token.kind == TokenKind::Etc).is_some_and(|etc| {
                let noun = &before[etc + 1..];
                (1..=2).contains(&noun.len()) && noun.iter().all(|token| token.kind == TokenKind::Noun)
            })
        };
        if tokens.any(&(phrase.start..at), Sort::Etc)
            && listed()
            && tokens.get(at + 1).is_some_and(|next| at + 1 < phrase.end && next.is_nominal())
        {
            weight += 3;
        }
        let disposes = tokens[at].verb_class() == Some(VerbClass::Become) || tokens[at].has(Trait::Ties);
        if is_disposal && disposes || tokens[at].has(Trait::Serve) && !opens {
            weight += 3;
        }
        // 聚焦全面建成小康社会、开启新征程重大问题献计出力: what takes no object closes the clause for whom it serves
        let offered = tokens[at].has(Trait::Serve) && tokens[at].verb_class() == Some(VerbClass::Intransitive);
        if offered && at + 1 == phrase.end && !opens {
            weight += 3;
        }
        let run = at > phrase.start && tokens[at - 1].is_verb();
        // 为推动经济持续回升向好提供支撑
        let serves = tokens[at].has(Trait::Serve) && at + 1 < phrase.end;
        let wins = match best {
            None => true,
            Some((most, last)) if run && last + 1 == at && !serves => weight > most,
            Some((most, _)) => weight >= most,
        };
        if wins {
            best = Some((weight, at));
        }
    }
    best.filter(|&(weight, _)| weight >= 2).map(|(_, at)| first_of_run(tokens, &phrase, at))
}

/// 就知识产权加强综合履职, 到2028年实现高质量脱贫摘帽: of a verb that is light or embeds what is come to, the intransitive one
/// at `at` that closes the phrase is the object; so is one that is a noun too behind an adverb (以改革推进产城深度融合).
fn is_carried_out(tokens: &[Token], phrase: &Range<usize>, verb: usize, at: usize) -> bool {
    let head = &tokens[verb];
    let is_light = head.has(Trait::Light) && head.noun_use() == Some(NounUse::No);
    let embeds = head.has(Trait::Embeds) && !head.has(Trait::Orientation);
    // 以高质量党建引领高质量履职: what takes an object, and has nothing else, has the act
    let lacks = head.kind == TokenKind::Verb(VerbClass::Transitive, NounUse::No)
        && verb + 1 < at
        && tokens[verb + 1..at].iter().all(Token::is_adverb);
    (is_light || embeds || lacks)
        && at + 1 == phrase.end
        && (tokens[at].verb_class() == Some(VerbClass::Intransitive)
            || verb + 1 < at
                && tokens[at - 1].is_adverb()
                && tokens[at].noun_use() == Some(NounUse::Also)
                && !tokens[at].has(Trait::Doer))
        && tokens[verb + 1..at].iter().all(|token| token.is_nominal() || token.is_adverb())
}

/// Whether the verb at `at` takes an act by its kind, which closes the phrase: 组织专题视察, 新增专项整治3项.
fn arranges(tokens: &Tokens<'_>, phrase: &Range<usize>, at: usize) -> bool {
    let rest = at + 1..phrase.end;
    let noun = |token: &Token| token.may_be_noun();
    // 围绕河湖治理组织委员视察, 组织协商座谈3次: a verb that is a noun too, before nothing but the name of a meeting or an act
    let counted = rest.len() > 1 && tokens[rest.end - 1].kind == TokenKind::Number;
    let arranged = at + 1..rest.end - usize::from(counted);
    if at > phrase.start
        && tokens[at].kind == TokenKind::Verb(VerbClass::Clausal, NounUse::Also)
        && !arranged.is_empty()
        && arranged.clone().all(|at| noun(&tokens[at]) || tokens.head(at) == Some("kind"))
        && matches!(tokens.head(arranged.end - 1), Some("arranged" | "acts"))
    {
        return true;
    }
    rest.len() > 1
        && tokens.head(rest.start) == Some("kind")
        && tokens[rest.start + 1].is_verb()
        && tokens[rest.start + 1..rest.end].iter().all(noun)
}

/// 把X作为Y, 将X纳入Y: what X becomes, whatever verbs Y has (把改革作为深入推进转型的动力). None where several verbs say so.
fn becomes(tokens: &[Token], phrase: &Range<usize>) -> Option<usize> {
    let says =
        |at: usize| tokens[at].verb_class() == Some(VerbClass::Become) && tokens[at].noun_use() == Some(NounUse::No);
    let verb = (phrase.start + 1..phrase.end).find(|&at| says(at))?;
    let goes_on = verb + 1 < phrase.end && tokens[verb + 1].kind != TokenKind::De;
    let alone = !(verb + 1..phrase.end).any(says) && !opens_conjunct(tokens, phrase, verb);
    (goes_on && alone).then_some(verb)
}

/// The first verb behind 被X that is no part of X: heavy enough, and not its first word.
pub fn first_behind(tokens: &Tokens<'_>, phrase: Range<usize>) -> Option<usize> {
    // 被移送纪检监察机关处理: what was done opens the phrase, and by whom is not told
    let (first, behind) = (phrase.start, phrase.start + 1..phrase.end);
    let handed = || {
        let receiver = behind.clone().take_while(|&at| !tokens[at].is_verb()).count();
        tokens.cover(&(behind.start..behind.start + receiver)).is_some_and(|receiver| tokens.is_agent(receiver))
    };
    if tokens[first].is_verb() && tokens[first].has(Trait::Patient) && handed() {
        return Some(first);
    }
    let heavy = |&at: &usize| tokens[at].is_verb() && weight(tokens, &phrase, at) >= 2;
    phrase.clone().find(heavy).or_else(|| phrase.clone().rev().find(|&at| tokens[at].is_verb()))
}

/// Verbs side by side are one group: the first of them that does not open a conjunct.
fn first_of_run(tokens: &Tokens<'_>, phrase: &Range<usize>, mut at: usize) -> usize {
    // 为乡村加快崛起献计出力, 为经济走上良性循环创造了条件: what is done for someone is all the predicate
    // 把得分与评先评优挂钩: what is tied stands before it, acts too
    let done = tokens.get(at + 1).is_some_and(|next| next.kind == TokenKind::Aspect);
    let serves = tokens[at].has(Trait::Serve) && (done || tokens[at].verb_class() == Some(VerbClass::Intransitive))
        || tokens[at].has(Trait::Ties);
    // 围绕政策落地开展检查: what befalls the noun before it is a part of the phrase
    let takes = at + 1 < phrase.end && tokens[at].verb_class() == Some(VerbClass::Transitive);
    let befalls = |at: usize| {
        takes
            && tokens[at].verb_class() == Some(VerbClass::Intransitive)
            && !tokens[at].has(Trait::Doer)
            && at > phrase.start
            && tokens[at - 1].is_nominal()
    };
    while !serves && at > phrase.start && tokens[at - 1].is_verb() && !opens_conjunct(tokens, phrase, at - 1) {
        let served = at + 1 < phrase.end
            && tokens[at].has(Trait::Serve)
            && tokens[at - 1].verb_class() == Some(VerbClass::Intransitive);
        if served
            || tokens[at - 1].noun_use() != Some(NounUse::No)
            || weight(tokens, phrase, at - 1) < 0
            || befalls(at - 1)
        {
            break;
        }
        at -= 1;
    }
    at
}

/// Whether only adverbs stand between `at` and the phrase's start or a 、 or 和.
fn opens_conjunct(tokens: &[Token], phrase: &Range<usize>, at: usize) -> bool {
    let before = &tokens[phrase.start..at];
    // 联合高校高标准、高质量推进项目: what parts adverbs opens nothing
    let parts = |at: usize| {
        before[at].kind == TokenKind::Pause && at > 0 && before[at - 1].is_adverb() && before[at + 1].is_adverb()
    };
    let opener = (0..before.len()).rev().find(|&at| !(before[at].is_adverb() || at + 1 < before.len() && parts(at)));
    opener.map(|at| &before[at]).is_none_or(|token| matches!(token.kind, TokenKind::Pause | TokenKind::And))
}

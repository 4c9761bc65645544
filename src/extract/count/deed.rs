//! Acts that are counted themselves: where no thing was counted, the verb is the measure, with the words that say which
//! act it was.

use crate::extract::grammar::{Token, TokenKind};
use crate::rules::FrameClass;

use super::doer::goes;
use super::ground::{Ground, joins};
use super::phrase::Phrase;

/// Where the act begins that ends at `to`, if one that is told by a verb in front of it does.
pub(super) fn before(ground: Ground<'_>, from: usize, to: usize) -> Option<usize> {
    if to <= from {
        return None;
    }
    sentence(ground, from, to)
        .or_else(|| carried_out(ground, from, to))
        .or_else(|| put_right(ground, from, to))
        .or_else(|| arranged(ground, from, to))
}

/// 判处三年以上有期徒刑、无期徒刑至死刑: where a punishment stands before the number, the verb that passed it and all
/// behind it say what the people counted were sentenced to.
fn sentence(ground: Ground<'_>, from: usize, to: usize) -> Option<usize> {
    let last = ground.tokens[to - 1].span;
    let words = &ground.chars[last.start.saturating_sub(1)..last.end];
    if !matches!(words, [.., '刑'] | [.., '罚', '金']) {
        return None;
    }
    (from..to).rev().find(|&at| ground.is_of(&ground.tokens[at], "sentence"))
}

/// 完成安置房交付, 完成河道清淤疏浚: what was carried out is named by a noun and the verbs behind it.
fn carried_out(ground: Ground<'_>, from: usize, to: usize) -> Option<usize> {
    let tokens = ground.tokens;
    let verbs = tokens[from..to].iter().rev().take_while(|token| token.is_verb()).count();
    if verbs == 0 {
        return None;
    }
    let nouns = tokens[from..to - verbs].iter().rev().take_while(|token| token.is_nominal()).count();
    let first = to - verbs - nouns;
    let completes = |at: usize| matches!(ground.words(&tokens[at]), ['完', '成'] | ['累', '计', '完', '成']);
    (nouns > 0 && first > from && completes(first - 1)).then_some(first)
}

/// 组织明察暗访4轮次: the act that was arranged.
fn arranged(ground: Ground<'_>, from: usize, to: usize) -> Option<usize> {
    let run = ground.tokens[from..to].iter().rev().take_while(|token| token.is_verb()).count();
    let first = (to - run..to).find(|&at| ground.is_term(&ground.tokens[at], ['组', '织']))?;
    (first + 1 < to).then_some(first + 1)
}

/// 纠正不当减刑, 纠正违规取保: the act that was put right, with the word that says what was wrong with it.
fn put_right(ground: Ground<'_>, from: usize, to: usize) -> Option<usize> {
    let wrong = to.checked_sub(2).filter(|&wrong| wrong > from)?;
    let [put, which, act] = &ground.tokens[wrong - 1..to] else { return None };
    let told = (which.is_adverb() || which.is_nominal()) && act.is_verb();
    (told && ground.is_term(put, ['纠', '正'])).then_some(wrong)
}

/// 介入、引导侦查19件次: acts side by side, each without an object, that were done so many times.
pub(super) fn listed(ground: Ground<'_>, from: usize, to: usize) -> Option<usize> {
    let tokens = ground.tokens;
    let last = tokens[from..to].last()?;
    // 引导侦查: an act in a noun
    let noun = ground.is_term(last, ['侦', '查']);
    if !last.is_verb() && !noun {
        return None;
    }
    let unit = &ground.mention_at(tokens.get(to)?.span.start)?.quantity.as_ref()?.unit;
    if !unit.contains('次') {
        return None;
    }
    let act = |token: &&Token| token.is_verb() || token.is_adverb() || joins(token);
    let nouns = usize::from(noun);
    let run = nouns + tokens[from..to - nouns].iter().rev().take_while(act).count();
    let first = tokens[to - run..to].iter().position(Token::is_verb)? + to - run;
    tokens[first..to].iter().any(joins).then_some(first)
}

/// 围绕园区建设协商议政6次: the act behind a topic, which reaches back to the word that opens it.
pub(super) fn on_topic(ground: Ground<'_>, from: usize, start: usize, to: usize) -> Option<usize> {
    let opens = start.checked_sub(1).filter(|&opens| opens >= from && start < to)?;
    let topic = ground.tokens[opens].kind == TokenKind::Frame(FrameClass::Topic);
    if !topic || !ground.tokens[to - 1].is_verb() {
        return None;
    }
    let act = ground.tokens[start..to].iter().rev().take_while(|token| token.is_verb() || token.is_adverb()).count();
    Some(to - act)
}

/// The subject and the verb that stand right before a number without an object of their own (原告撤诉53件), without
/// adverbs but for an average or a denial, which are part of what is measured (人均结案, 不起诉).
pub(super) fn with_subject(ground: Ground<'_>, from: usize, verb: usize) -> Phrase {
    let tokens = ground.tokens;
    let adverbs = tokens[from..verb].iter().rev().take_while(|token| token.is_adverb()).count();
    let stop = verb - adverbs;
    // 无逮捕必要的不批捕: what 的 closes says who they are
    let last = stop.checked_sub(1).filter(|&last| last >= from && tokens[last].kind != TokenKind::De);
    let mut phrase = match last {
        Some(last) => super::before::before(ground, from, tokens[last].span.end),
        None => Phrase::default(),
    };
    // 对移送的嫌疑人提起公诉88人, 运用“四种形态”处理120人次, 深入企业走访20次: to whom, with what or where it was done
    let opens = phrase.spans.first().map(|first| first.start);
    let before = opens.and_then(|start| ground.token_before(start));
    let aside =
        |before: &Token| before.kind == TokenKind::Frame(FrameClass::Target) || ground.is_term(before, ['运', '用']);
    let first = opens.and_then(|start| tokens.get(ground.token_from(start)));
    if before.is_some_and(aside) || first.is_some_and(|first| goes(ground, first)) {
        phrase.spans.clear();
    }
    let kept = |token: &&Token| matches!(ground.chars[token.span.end - 1], '均' | '不' | '未');
    phrase.spans.extend(tokens[stop..verb].iter().find(kept).map(|token| token.span));
    phrase.spans.push(tokens[verb].span);
    phrase
}

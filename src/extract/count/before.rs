//! The noun phrase in front of a number, back to the verb that acts on it (走访企业52家).
//!
//! A [`walk`](super::walk) goes back over all that may be one noun phrase; who acts is left out of it
//! ([`doer`](super::doer)), acts that are counted themselves are told apart ([`deed`](super::deed)), and what is left is
//! trimmed ([`phrase`](super::phrase)).

use crate::extract::grammar::{Token, TokenKind};
use crate::rules::NounUse;
use crate::text::Span;

use super::ground::{Ground, joins};
use super::phrase::Phrase;
use super::walk::Walk;
use super::{deed, doer};

/// The noun phrase that ends at the place `end` and begins at token `from` or later.
pub(super) fn before(ground: Ground<'_>, from: usize, end: usize) -> Phrase {
    let tokens = ground.tokens;
    let to = ground.token_from(end).max(from);
    // 27人主动投案、115人主动交代问题: what stands before 、 is no noun of a number right behind it
    let behind = |number: &Token| number.kind == TokenKind::Number && number.span.start == end;
    if to == from || tokens[to - 1].kind == TokenKind::Pause && tokens.get(to).is_some_and(behind) {
        return Phrase::default();
    }
    let (to, end) = without_examples(ground, from, to).unwrap_or((to, end));
    if let Some(act) = deed::before(ground, from, to) {
        return Phrase { is_verbal: false, ..Phrase::trimmed(ground, act..to, end) };
    }
    let walk = Walk::new(ground, from, to, end);
    let reached = walk.start();
    let verb = to.checked_sub(1).filter(|&verb| reached == to && to > from && tokens[verb].is_verb());
    let listed = deed::listed(ground, from, to).or_else(|| deed::on_topic(ground, from, reached, to));
    let start = listed.unwrap_or_else(|| doer::behind_target(ground, from, reached, to));
    let mut start = doer::behind_case_or_payer(ground, start, to);
    if !walk.attribute || tokens[start..to].iter().any(|token| token.kind == TokenKind::De) {
        start = doer::behind_doer(ground, doer::behind_yearly(ground, start, to), to);
    }
    let mut phrase = Phrase { verb, ..Phrase::trimmed(ground, start..to, end) };
    // 作出决议、决定58项: a verb in front makes them its objects
    let acts = || tokens[start..to].iter().any(|token| token.noun_use() == Some(NounUse::No));
    phrase.is_verbal = phrase.is_verbal && (start == from || !tokens[start - 1].is_verb() || acts());
    phrase
}

/// The subject of a measure that is 新增 or 净增 alone (经营主体每年新增百万户), and that word.
pub(super) fn subject_of_kept(ground: Ground<'_>, from: usize, own: &Phrase) -> Option<(Phrase, Span)> {
    let &[span] = own.spans.as_slice() else { return None };
    ground.token_before(span.end).filter(|token| token.span == span && ground.is_made(token))?;
    let passed = |token: &&Token| token.is_adverb() || token.kind == TokenKind::Time;
    let stop = ground.token_from(span.start);
    let front = ground.tokens.get(from..stop)?;
    let last = front.iter().rev().find(|token| !passed(token))?;
    let subject = before(ground, from, last.span.end);
    (!subject.is_empty()).then_some((subject, span))
}

/// What 等 closes in front of a number, without 等: the noun before quoted examples (文史专辑《古村》等7部), or the list
/// itself where no noun stands behind the number (新增涉税企业和个体工商户等百万户).
fn without_examples(ground: Ground<'_>, from: usize, to: usize) -> Option<(usize, usize)> {
    let tokens = ground.tokens;
    let etc = to.checked_sub(1).filter(|&etc| etc > from && tokens[etc].kind == TokenKind::Etc)?;
    let example = |token: &Token| token.kind == TokenKind::Name || joins(token);
    let noun = (from..etc).rev().find(|&at| !example(&tokens[at]));
    if let Some(noun) = noun.filter(|&noun| noun + 1 < etc && tokens[noun].is_nominal()) {
        return Some((noun + 1, tokens[noun].span.end));
    }
    // 超过 may stand in front of it
    let number = (to..tokens.len()).take(2).find(|&at| tokens[at].kind == TokenKind::Number)?;
    let alone = tokens.get(number + 1).is_none_or(|next| next.kind == TokenKind::Mark || joins(next));
    // names that no lexicon knows are examples: 中科储能等36家
    let is_noun = match tokens[etc - 1].kind {
        TokenKind::Noun => true,
        TokenKind::Text => tokens[from..etc].iter().any(|token| ground.is_made(token)),
        _ => false,
    };
    (alone && is_noun).then_some((etc, tokens[etc - 1].span.end))
}

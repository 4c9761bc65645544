//! What stands around a predicate: who acts and how far their name goes, how long it took, what was named before it, and
//! whether the passage tells of what is done at all.

use std::ops::Range;

use crate::rules::{AdverbClass, FrameClass, NounUse};
use crate::text::Span;

use super::parse::{ClauseState, Parser};
use super::predicate::{Form, Predicate};
use super::token::{TokenKind, Tokens};

impl Parser<'_> {
    /// 同时也要清醒看到, in a clause of its own.
    pub(super) fn admits_shortcomings(&self, clause: &Range<usize>) -> bool {
        let Some(span) = self.tokens.cover(clause).filter(|span| span.len() <= 12) else { return false };
        let words = &self.tokens.reading.chars()[span.range()];
        let sees = matches!(words, [.., '看' | '识', '到']);
        let sober = || words.iter().any(|c| matches!(c, '必' | '要' | '应' | '醒'));
        sees && sober()
    }

    /// Whether the sentence behind the mark at `mark` says that something is done (了, 已) or how much: a call (要…。完善…。)
    /// goes on in the sentences behind it until one does.
    pub(super) fn tells_of_past(&self, mark: usize) -> bool {
        rest_of_sentence(self.tokens, mark + 1).any(|at| {
            let word = self.tokens.first_char(at);
            matches!(self.tokens[at].kind, TokenKind::Aspect | TokenKind::Number) && !matches!(word, '着' | '一')
                || self.tokens[at].kind == TokenKind::Adverb(AdverbClass::Time) && word == '已'
        })
    }

    /// Where who acts ends in a subject: behind 我们, whatever it does before the predicate (我们顶着压力), and behind
    /// 我院 and its like before a word that is no part of a name (我院第一时间派员).
    pub(super) fn doer_end(&self, at: usize, end: usize) -> usize {
        let first = self.tokens[at].span;
        let word = &self.tokens.reading.chars()[first.range()];
        if end == at + 1 || word[0] != '我' || !self.tokens.is_reporting(first) {
            return end;
        }
        let next = &self.tokens[at + 1];
        let joined = matches!(next.kind, TokenKind::De | TokenKind::Pause | TokenKind::And);
        let attribute = self.tokens[at..end].iter().any(|token| token.kind == TokenKind::De);
        let ours = word == ['我', '们'] && !joined && !attribute;
        if ours || next.is_adverb() { at + 1 } else { end }
    }

    /// 五年共投入…, 第三次荣获…: how long it took or the how manieth time it was, before an adverb or the predicate.
    pub(super) fn is_span_of_time(&self, range: &Range<usize>, at: usize) -> bool {
        let last = self.tokens.last_char(at);
        let acts = at + 1 < range.end
            && (self.tokens[at + 1].is_adverb()
                || self.tokens[at + 1].is_verb()
                || matches!(self.tokens[at + 1].kind, TokenKind::Frame(_)));
        // 四赴沿海取经问计
        let goes = self.tokens[at].span.len() == 1 && at + 1 < range.end && self.tokens.is_word(at + 1, '赴');
        let often = last == '次';
        // 连续四次年度考核获评优秀
        let again = often && at > range.start && matches!(self.tokens.words(at - 1), ['连', '续']);
        again || goes || (often || matches!(last, '年' | '月' | '天' | '日' | '内')) && acts
    }

    /// 分三批发放: in how many parts it is done.
    pub(super) fn is_in_parts(&self, range: &Range<usize>, at: usize) -> bool {
        self.tokens.is_word(at, '分') && at + 2 < range.end && self.tokens[at + 1].kind == TokenKind::Number
    }

    /// Whether 全部, 均, 都 is one of the adverbs that close `before`.
    fn is_of_all(&self, before: Range<usize>) -> bool {
        let mut adverbs = before.rev().take_while(|&at| self.tokens[at].is_adverb());
        adverbs.any(|at| is_all(self.tokens.words(at)))
    }

    /// 交办建议30件，已全部办结: what was named before in the sentence is what all of it is done to.
    pub(super) fn dealt_with(&mut self, predicate: &mut Predicate, verb: usize, now: &ClauseState) {
        let act = predicate.form == Form::Act;
        if predicate.object.is_empty() && act && now.subject.is_none() && self.is_of_all(now.first..verb) {
            predicate.object = self.state.named.into();
        }
        let whole = predicate.object.first().copied().filter(|_| predicate.object.len() == 1);
        self.state.named = whole.filter(|_| act || predicate.form == Form::Done);
    }
}

/// 全部, 均, 都.
fn is_all(word: &[char]) -> bool {
    matches!(word, ['全', '部' | '都' | '数', ..] | ['均' | '都', ..] | ['已', '全', '部'])
}

/// The tokens from `from` on up to the mark that ends their sentence.
pub(super) fn rest_of_sentence(tokens: &Tokens<'_>, from: usize) -> impl Iterator<Item = usize> {
    let ends = |at: usize| tokens[at].kind == TokenKind::Mark && matches!(tokens.first_char(at), '。' | '！' | '？');
    (from..tokens.len()).take_while(move |&at| !ends(at))
}

/// Whether a clause that holds `span` alone names a thing (办理的专利案): a noun closes it, and no act stands in it but
/// before 的.
pub(super) fn is_thing(tokens: &Tokens<'_>, span: Span) -> bool {
    let words = tokens.within(span);
    let Some(last) = words.clone().next_back() else { return false };
    let noun = |at: usize| matches!(tokens[at].kind, TokenKind::Noun | TokenKind::Name);
    let named = |at: usize| noun(at) || tokens[at].noun_use().is_some_and(|noun| noun != NounUse::No);
    let closed = noun(last) || tokens[last].kind == TokenKind::Text && last > words.start && named(last - 1);
    let placed = matches!(tokens.last_char(last), '来' | '后' | '前' | '时' | '中' | '下' | '上' | '里' | '内' | '间');
    let de = words.clone().rev().find(|&at| tokens[at].kind == TokenKind::De).unwrap_or(words.start);
    closed && !placed && !tokens[de..words.end].iter().any(|token| token.noun_use() == Some(NounUse::No))
}

/// From 从 to 方面 where what stands between goes over a mark or lists acts (从坚持学习、提升能力；加强建设等5个方面回顾了工作): what is gone
/// over, and no predicates.
pub(super) fn enumerations(tokens: &Tokens<'_>) -> Vec<Range<usize>> {
    let mut out: Vec<Range<usize>> = Vec::new();
    if !tokens.holds('从') {
        return out;
    }
    let places = tokens.iter().enumerate().filter(|(_, token)| token.kind == TokenKind::Frame(FrameClass::Place));
    for from in places.map(|(at, _)| at).filter(|&at| tokens.is_word(at, '从')) {
        let (mut marked, mut paused) = (false, false);
        let close = rest_of_sentence(tokens, from + 1).find(|&at| {
            paused |= tokens[at].kind == TokenKind::Pause;
            marked |= tokens[at].kind == TokenKind::Mark || paused && tokens[at].noun_use() == Some(NounUse::No);
            tokens[at].kind == TokenKind::Etc && marked
        });
        let Some(close) = close else { continue };
        let past = (close..tokens.len().min(close + 4))
            .find(|&at| tokens.reading.chars()[..tokens[at].span.end].ends_with(&['方', '面']));
        if let Some(past) = past.filter(|_| out.last().is_none_or(|last| last.end <= from)) {
            out.push(from..past + 1);
        }
    }
    out
}

//! How far the noun phrase behind a number goes: to the last word for what its unit counts.

use crate::extract::grammar::{Token, TokenKind};
use crate::rules::VerbClass;
use crate::text::Span;
use crate::text::compare::ends_with;

use super::doer::LEADERS;
use super::forward;
use super::ground::joins;
use super::naming::Namer;
use super::phrase::Phrase;
use super::site::Site;

const PEOPLE: [&str; 2] = ["member", "people"];
const ANYONE: [&str; 4] = ["body", "unit", "member", "people"];

impl Namer<'_> {
    /// The noun phrase that begins at token `first`, and the token that ends it.
    pub(super) fn counted(&self, first: usize, has_de: bool) -> (Phrase, usize) {
        let Site { ground, to, .. } = self.site;
        let (phrase, stop) = self.whole_name(first).unwrap_or_else(|| forward::after(ground, first, to));
        let (phrase, stop) = self.behind_clause(&phrase, stop).unwrap_or((phrase, stop));
        let (phrase, stop) = if has_de { self.with_examples(phrase, stop) } else { (phrase, stop) };
        let (phrase, stop) = self.up_to_people(&phrase, stop).unwrap_or((phrase, stop));
        self.whole_list(self.body_alone(phrase), stop)
    }

    /// 实施200个节能降碳改造项目: behind a verb that takes the number, verbs up to the noun that closes the clause are part of
    /// a name.
    fn whole_name(&self, first: usize) -> Option<(Phrase, usize)> {
        let Site { ground, to, .. } = self.site;
        let taken = self.own.verb.is_some_and(|verb| ground.tokens[verb].verb_class() == Some(VerbClass::Transitive));
        if !taken || !self.site.is_classifier() {
            return None;
        }
        let rest = &ground.tokens[first..to];
        let verbs = rest.iter().take_while(|token| token.is_verb()).count();
        let head = rest.get(verbs).filter(|head| verbs > 1 && head.kind == TokenKind::Noun)?;
        let closes = rest.get(verbs + 1).is_none_or(|next| next.kind == TokenKind::Pause);
        closes.then(|| (Phrase::of(Span::new(rest[0].span.start, head.span.end)), first + verbs + 1))
    }

    /// Behind 的 what is counted is named where the words in front of it only say which of them: 160个大企业牵头的联合体,
    /// 100名副高级以上职称的医生, 十面鲜艳的红旗.
    fn behind_clause(&self, phrase: &Phrase, stop: usize) -> Option<(Phrase, usize)> {
        let Site { ground, at, to, .. } = self.site;
        let tokens = &ground.tokens[..to];
        let is_de = |at: usize| tokens.get(at).is_some_and(|token| token.kind == TokenKind::De);
        let person = |phrase: &Phrase| phrase.spans.last().is_some_and(|span| ground.doer(*span).is_some());
        let people = matches!(self.site.unit(), "名" | "位");
        if is_de(stop) {
            // a word that no lexicon knows is most often a quality
            let quality = || {
                self.site.is_classifier() && {
                    stop == at + 2 && tokens[at + 1].kind == TokenKind::Text && tokens[at + 1].span.len() > 1
                }
            };
            if people && !person(phrase) || quality() {
                return Some(forward::after(ground, stop + 1, to))
                    .filter(|(behind, _)| person(behind) || !people && !behind.is_empty());
            }
            return None;
        }
        let acts = self.site.is_classifier() && tokens.get(stop).is_some_and(Token::is_verb) && is_de(stop + 1);
        let (behind, end) = acts.then(|| forward::after(ground, stop + 2, to))?;
        // 18个联系点反馈的意见有41条: what stands behind has a number of its own
        let counted_itself = end < to && self.is_moved(end);
        (!behind.is_empty() && !counted_itself).then_some((behind, end))
    }

    /// 投资9600万元的幼儿园等项目: what the sum was for, with its examples.
    fn with_examples(&self, phrase: Phrase, stop: usize) -> (Phrase, usize) {
        let Site { ground, to, .. } = self.site;
        let etc = stop + 1 < to && ground.tokens[stop].kind == TokenKind::Etc;
        let (behind, end) = if etc { forward::after(ground, stop + 1, to) } else { Default::default() };
        match (phrase.spans.first(), behind.spans.last()) {
            (Some(first), Some(last)) => (Phrase::of(Span::new(first.start, last.end)), end),
            _ => (phrase, stop),
        }
    }

    /// 1.5万名教师城乡双向交流, 对5家企业技术改造给予支持: those are counted who act or for whom it was done, and what they do
    /// or what was done is said of them.
    fn up_to_people(&self, phrase: &Phrase, stop: usize) -> Option<(Phrase, usize)> {
        let Site { ground, at, .. } = self.site;
        let (served, unit) = (self.is_served(), self.site.unit());
        let classes = if served { &ANYONE[..] } else { &PEOPLE[..] };
        let &[span] = phrase.spans.as_slice() else { return None };
        if !served && !matches!(unit, "名" | "位" | "") {
            return None;
        }
        let named = |&at: &usize| {
            let token = &ground.tokens[at];
            token.is_nominal()
                && span.contains(token.span)
                && ground.doer(token.span).is_some_and(|class| classes.contains(&class))
        };
        let last = (at + 1..stop).rfind(named)?;
        let rest = &ground.tokens[last + 1..stop];
        // 12名委员奋战一线: words that no lexicon knows; 困难老年人家庭: no act, and so one name
        let person = matches!(unit, "名" | "位");
        let said = if served {
            rest.iter().any(|token| token.is_verb() || token.is_adverb())
        } else {
            rest.last().is_some_and(Token::is_verb)
                || person && rest.iter().any(|token| token.is_verb() || token.kind == TokenKind::Text)
        };
        said.then(|| (Phrase::of(Span::new(span.start, ground.tokens[last].span.end)), last + 1))
    }

    /// 为87名干部画像, 对5家企业给予支持: whether the number says for how many it was done.
    fn is_served(&self) -> bool {
        let Site { ground, from, at, .. } = self.site;
        ground.tokens[from..at].last().is_some_and(|before| {
            matches!(before.kind, TokenKind::Frame(_)) && matches!(ground.words(before), ['为' | '对' | '给' | '向'])
        })
    }

    /// 9个部门负责人到会: the classifier of a body counts that, and not who came from it.
    fn body_alone(&self, mut phrase: Phrase) -> Phrase {
        let ground = self.site.ground;
        let Some(last) = phrase.spans.last_mut().filter(|_| matches!(self.site.unit(), "个" | "家")) else {
            return phrase;
        };
        let Some(leader) = LEADERS.iter().find(|who| ends_with(&ground.chars[last.range()], who)) else {
            return phrase;
        };
        let end = last.end - leader.chars().count();
        if end > last.start && matches!(ground.doer(Span::new(last.start, end)), Some("body" | "unit")) {
            last.end = end;
        }
        phrase
    }

    /// 50件专利、商标案件: where nothing but nouns stand up to the end of the clause, the number is that of them all.
    fn whole_list(&self, phrase: Phrase, stop: usize) -> (Phrase, usize) {
        let Site { ground, to, .. } = self.site;
        let rest = &ground.tokens[stop.min(to)..to];
        let noun = |token: &Token| matches!(token.kind, TokenKind::Noun | TokenKind::Text) || joins(token);
        let listed = rest.first().is_some_and(|token| token.kind == TokenKind::Pause) && self.site.is_classifier();
        let last = rest.last().filter(|last| listed && last.kind == TokenKind::Noun && rest.iter().all(noun));
        match (phrase.spans.first(), last) {
            (Some(first), Some(last)) => (Phrase::of(Span::new(first.start, last.span.end)), to),
            _ => (phrase, stop),
        }
    }
}

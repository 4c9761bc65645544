//! Numbers that no thing is named for: how often something was done, and how many people it was done to or did it. The
//! act names them (起诉914人, 两次审议修订草案, 近2万人喝上了放心水).

use crate::extract::CountKind;
use crate::extract::grammar::{Token, TokenKind};
use crate::recognise::MentionKind;
use crate::rules::{NounUse, VerbClass};
use crate::text::Span;

use super::before::before;
use super::deed;
use super::memory::Naming;
use super::naming::Namer;
use super::site::Site;

impl Namer<'_> {
    /// Acts in a row, with all that they were done to: how long they took together, or how often people were asked to do
    /// them.
    pub(super) fn course_of_acts(&self) -> Option<Naming> {
        self.invited().or_else(|| self.course()).map(Naming::plain)
    }

    /// 邀请代表列席会议、参加视察210人次: how often people were asked to do what they did.
    fn invited(&self) -> Option<String> {
        let Site { ground, from, at, .. } = self.site;
        let often = matches!(self.site.unit(), "人次" | "次" | "场次") && self.kind != CountKind::Change;
        if !often {
            return None;
        }
        let asked = (from..at).find(|&at| ground.is_term(&ground.tokens[at], ['邀', '请']))?;
        let acts = ground.tokens[asked + 1..at].iter().any(Token::is_verb)
            && ground.tokens[asked].span.end <= self.approach.end;
        acts.then(|| self.written(Span::new(ground.tokens[asked].span.start, self.approach.end)))
    }

    /// 从签约到投产仅用11个月: a time is measured from one act to another.
    fn course(&self) -> Option<String> {
        let Site { ground, from, at, mention, .. } = self.site;
        let timed = mention.kind == MentionKind::Duration && self.kind == CountKind::Level;
        if !timed {
            return None;
        }
        let opens = ground.tokens[from..at].iter().find(|token| ground.is_term(token, ['从']))?.span.start;
        let words = ground.chars.get(opens..self.approach.end)?;
        let to = words.iter().rposition(|c| matches!(c, '到' | '至'))?;
        let course = || self.written(Span::new(opens, self.approach.end));
        (to > 1 && to + 1 < words.len()).then(|| course().trim_end_matches(['仅', '只', '用', '了']).to_owned())
    }

    /// 区政府两次约谈, 条例历经三次审议: whether the number says how often someone did, or something went through, what
    /// stands behind it.
    pub(super) fn tells_how_often(&self) -> bool {
        self.site.unit() == "次" && (self.own_is_doer() || self.goes_through())
    }

    fn goes_through(&self) -> bool {
        let Site { ground, from, at, .. } = self.site;
        let before = ground.tokens[from..at].last();
        before.is_some_and(|before| {
            matches!(ground.words(before), ['历', '经'] | ['经', '过' | '历'] | ['接', '受'] | ['进', '行'])
        })
    }

    /// Whether nothing but a doer stands before the number.
    pub(super) fn own_is_doer(&self) -> bool {
        self.own.spans.last().is_some_and(|&span| self.site.ground.doer(span).is_some())
    }

    /// 近2.1万人喝上了放心水, 两次审议修订草案: people counted by what they do, and acts.
    pub(super) fn predicate_after(&self) -> Option<String> {
        let Site { ground, at, to, .. } = self.site;
        let tokens = ground.tokens;
        if !matches!(self.site.unit(), "人" | "人次" | "户" | "名" | "次") || at + 1 >= to {
            return None;
        }
        // 4人被移送司法机关
        let first = at + 1 + usize::from(ground.is_term(&tokens[at + 1], ['被']));
        let acts = (first..to).find(|&next| !tokens[next].is_adverb()).filter(|&acts| tokens[acts].is_verb())?;
        // 由4200户增加到9600户: how a thing moves is no measure
        let moves = tokens[acts].verb_class() == Some(VerbClass::Change);
        if moves && tokens.get(acts + 1).is_some_and(|next| next.kind == TokenKind::Number) {
            return None;
        }
        let often = self.tells_how_often();
        if !(self.own.is_empty() || self.site.has_clause() || often)
            || !self.own.verb.is_none_or(|verb| self.sets_to_work(verb))
        {
            return None;
        }
        let ends = |&next: &usize| {
            // 县委先后7次召开常委会会议研究…: what it was done for
            let serves = often && next > acts + 1 && tokens[next].noun_use() == Some(NounUse::No);
            serves || matches!(tokens[next].kind, TokenKind::Number | TokenKind::Pause)
        };
        let end = if self.goes_through() { acts + 1 } else { (first..to).find(ends).unwrap_or(to) };
        Some(self.written(Span::new(tokens[first].span.start, tokens[end - 1].span.end)))
    }

    /// 带动320人增收: what those do whom the verb in front sets to work.
    fn sets_to_work(&self, verb: usize) -> bool {
        let token = &self.site.ground.tokens[verb];
        let words = self.site.ground.words(token);
        token.verb_class() == Some(VerbClass::Clausal)
            || matches!(words, ['带', '动'] | ['支' | '扶', '持'] | ['吸', '引'] | ['助', '力'])
    }

    /// 原告撤诉53件: the verb right before the number with its subject.
    pub(super) fn verb_before(&self) -> Option<String> {
        let Site { ground, from, .. } = self.site;
        let verb = self.own.verb.filter(|&verb| self.kind != CountKind::Change && self.stands_for_itself(verb))?;
        let mut phrase = deed::with_subject(ground, from, verb);
        // 某侵权案判赔1500万元: in which case it was
        let case = |span: &Span| ground.chars[span.end.saturating_sub(2)..span.end].contains(&'案');
        if let [.., subject, _] = phrase.spans[..]
            && self.site.unit().ends_with('元')
            && case(&subject)
        {
            phrase.spans.drain(..phrase.spans.len() - 1);
        }
        let words = self.joined(&phrase);
        if let Some(court) = self.closed_by().filter(|_| words == "结案") {
            return Some(court);
        }
        let dealt_with = Some(&*self.memory.dealt_with).filter(|_| self.site.counts_acts());
        Some(format!("{words}{}", dealt_with.unwrap_or_default()))
    }

    /// Whose cases were closed: the court that took them, in the same sentence.
    fn closed_by(&self) -> Option<String> {
        let mut taken = self.memory.here().filter_map(|seen| seen.measure().strip_suffix("收案"));
        taken.find(|court| !court.is_empty()).map(|court| format!("{court}结案"))
    }

    /// Whether a verb right before a number names the measure with its subject: nothing of that unit came before, or
    /// 人均 stands before the verb, or people are counted.
    fn stands_for_itself(&self, verb: usize) -> bool {
        let ground = self.site.ground;
        let token = &ground.tokens[verb];
        let average = verb > 0 && ground.chars[ground.tokens[verb - 1].span.end - 1] == '均';
        // 收案, 追赃挽损: what is done and what it is done to in one word
        let words = ground.words(token);
        let whole =
            words.last().is_some_and(|last| "案判诉".contains(*last)) || !self.site.is_classifier() && words.len() >= 4;
        if average || whole || self.site.counts_acts() || self.has_subject(verb) {
            return true;
        }
        let mut near = self.memory.near(&self.site);
        let taken = self.site.is_classifier() && ground.is_of(token, "taken");
        !near.any(|seen| taken || seen.unit() == self.site.unit() && !seen.is_act)
    }

    /// 造林120万亩、森林抚育86万亩: the verb has what it was done to in front of it, and not who did it.
    fn has_subject(&self, verb: usize) -> bool {
        let Site { ground, from, .. } = self.site;
        let verb = &ground.tokens[verb];
        // 贫困村脱贫96个: a verb that takes no object
        if self.site.is_classifier() && verb.verb_class() != Some(VerbClass::Intransitive) {
            return false;
        }
        let subject = before(ground, from, verb.span.start);
        subject.spans.last().is_some_and(|last| ground.doer(*last).is_none())
    }
}

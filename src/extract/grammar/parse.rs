//! Parsing a passage: clause by clause, with what one clause hands on to the next: a topic or target that stood
//! alone, a subject, a modality that holds to the end of its sentence (settled cases 15, 21, 27).

use std::ops::Range;

use crate::extract::Modality;
use crate::recognise::Mention;
use crate::rules::{AdverbClass, FrameClass, NounUse, Rules, Trait, VerbClass};
use crate::text::{Reading, Span};

use super::clause::{self, Clause};
use super::frame::{self, Frames};
use super::predicate::Predicate;
use super::token::{TokenKind, Tokens};
use super::{build, coordination, group, head};

/// All predicates of the passage at `span`, in order.
pub fn predicates(reading: &Reading, span: Span, mentions: &[Mention], rules: &Rules) -> Vec<Predicate> {
    let tokens = Tokens::of(reading, span, mentions, rules);
    let mut parser = Parser { tokens: &tokens, state: State::default(), found: Vec::new() };
    for clause in clause::clauses(reading, &tokens) {
        parser.clause(&clause);
    }
    parser.found
}

/// What is handed on from clause to clause.
#[derive(Default)]
struct State {
    /// Frames of a clause that had no predicate, and where that clause began.
    pending: Option<(Frames, usize)>,
    /// A subject that has not met its predicate yet, or whose predicates go on.
    subject: Option<Span>,
    /// The last actor stated in the passage.
    actor: Option<Span>,
    /// 要, 必须, 将, 建议: holds to the end of the sentence.
    modality: Option<Modality>,
    /// 力争 in a clause of its own (力争年末，…) holds for the next one.
    strive: bool,
    /// Within 总体要求: everything is an orientation.
    is_orientation: bool,
}

/// What has been read of the clause at hand.
pub(super) struct ClauseState {
    pub start: usize,
    pub subject: Option<Span>,
    pub frames: Frames,
    pub strive: bool,
}

struct Parser<'a> {
    tokens: &'a Tokens<'a>,
    state: State,
    found: Vec<Predicate>,
}

impl Parser<'_> {
    fn clause(&mut self, clause: &Clause) {
        let range = self.skip_enumerator(clause.tokens.clone());
        if range.start < range.end {
            self.read(range, clause);
        }
        if clause.mark == '：' {
            let words = self.tokens.reading.slice(Span::new(
                self.tokens[clause.tokens.start].span.start,
                self.tokens[clause.tokens.end - 1].span.end,
            ));
            self.state.is_orientation |= is_requirement(&words);
        }
        if clause.ends_sentence() {
            let modality = self.state.modality.filter(|_| clause.mark == '；');
            self.state = State { actor: self.state.actor, modality, ..State::default() };
        }
    }

    /// 一是, （一）, 1., 第一， before the words of a clause. 要 of 一要 is left.
    fn skip_enumerator(&self, range: Range<usize>) -> Range<usize> {
        let mut start = range.start;
        while start + 1 < range.end {
            let kind = self.tokens[start].kind;
            let next = self.tokens.reading.chars()[self.tokens[start + 1].span.start];
            let numbers = matches!(kind, TokenKind::Number | TokenKind::Ordinal);
            let leads = kind == TokenKind::Paren && start == range.start
                || numbers && start == range.start && matches!(next, '是' | '.' | '、' | '要');
            let dot = kind == TokenKind::Text
                && self.tokens[start].span.len() == 1
                && matches!(self.tokens.first_char(start), '.' | '-' | '●' | '·');
            let is = start > range.start && self.tokens.first_char(start) == '是' && self.tokens[start].span.len() == 1;
            let pause = start > range.start && kind == TokenKind::Pause;
            if !(leads || dot || is || pause) {
                break;
            }
            start += 1;
        }
        start..range.end
    }

    fn read(&mut self, range: Range<usize>, clause: &Clause) {
        if self.is_praise(&range) {
            return;
        }
        let mut now = ClauseState {
            start: self.tokens[range.start].span.start,
            subject: None,
            frames: Frames::default(),
            strive: std::mem::take(&mut self.state.strive),
        };
        if let Some((frames, start)) = self.state.pending.take() {
            now.frames = frames;
            now.start = start;
        }
        let mut at = range.start;
        while at < range.end {
            match self.tokens[at].kind {
                TokenKind::Adverb(_) | TokenKind::Frame(_) if self.is_dual(&range, at, clause.ends_sentence()) => {
                    self.predicates_from(range, at, now, clause);
                    return;
                }
                TokenKind::Adverb(class) => {
                    self.modality(class, &mut now);
                    at += 1;
                }
                TokenKind::Text
                    if at == range.start && self.tokens.first_char(at) == '新' && self.verb_at(&range, at + 1) =>
                {
                    at += 1
                }
                TokenKind::Frame(class) => match self.frame(&range, at, class, &mut now) {
                    Some(next) => at = next,
                    None => return self.bare(now),
                },
                TokenKind::Verb(..) if self.heads(&range, at, &now) => {
                    self.predicates_from(range, at, now, clause);
                    return;
                }
                TokenKind::Verb(..)
                | TokenKind::Noun
                | TokenKind::Text
                | TokenKind::Name
                | TokenKind::Number
                | TokenKind::Ordinal
                    if now.subject.is_none() =>
                {
                    match self.subject(&range, at, &mut now) {
                        Some(next) => at = next,
                        None => return self.bare(now),
                    }
                }
                _ => at += 1,
            }
        }
        self.bare(now);
    }

    /// Whether the adverb or preposition at `at` is the predicate: a noun follows at once, and no verb takes over.
    fn is_dual(&self, range: &Range<usize>, at: usize, ends_sentence: bool) -> bool {
        let token = &self.tokens[at];
        let noun = at + 1 < range.end
            && match self.tokens[at + 1].kind {
                TokenKind::Noun | TokenKind::Text | TokenKind::Name | TokenKind::Number => true,
                TokenKind::Frame(FrameClass::Target) => token.is_adverb() && self.has_de(at + 1..range.end),
                TokenKind::Verb(VerbClass::Intransitive, _) => {
                    matches!(token.kind, TokenKind::Frame(FrameClass::Topic)) && at + 2 == range.end
                }
                _ => false,
            };
        if !token.has(Trait::Dual) || !noun {
            return false;
        }
        let verb = match token.kind {
            TokenKind::Frame(class) => {
                let stays = match class {
                    FrameClass::Manner => {
                        ends_sentence || (at + 1..range.end).any(|i| self.tokens[i].kind == TokenKind::Number)
                    }
                    FrameClass::Topic => self.state.modality.is_some() && ends_sentence,
                    _ => self.state.modality.is_some(),
                };
                let verbal_noun = |verb: usize| {
                    class == FrameClass::Manner
                        && verb + 1 == range.end
                        && self.tokens[verb].noun_use() == Some(NounUse::Also)
                        && self.tokens[verb - 1].is_nominal()
                };
                head::after_frame(self.tokens, at + 1..range.end, false).is_some_and(|verb| !verbal_noun(verb))
                    || !stays
            }
            _ => {
                let end = (at + 1..range.end).find(|&i| self.tokens[i].kind == TokenKind::Pause).unwrap_or(range.end);
                let takes = |later: usize| later + 1 < range.end || self.tokens[later].has(Trait::Alone);
                (at + 1..end)
                    .any(|later| head::weight(self.tokens, &(at + 1..range.end), later) >= head::ENOUGH && takes(later))
            }
        };
        !verb || token.has(Trait::Means) && coordination::served(self.tokens, range, at, at + 1).is_some()
    }

    fn has_de(&self, range: Range<usize>) -> bool {
        self.tokens[range].iter().any(|token| token.kind == TokenKind::De)
    }

    fn verb_at(&self, range: &Range<usize>, at: usize) -> bool {
        at < range.end && self.tokens[at].is_verb()
    }

    /// A clause without predicate: its frames and subject wait for the next clause.
    fn bare(&mut self, now: ClauseState) {
        if let Some(subject) = now.subject.filter(|&subject| self.tokens.is_agent(subject)) {
            self.note_actor(subject);
        }
        self.state.strive = now.strive && now.subject.is_none();
        if let Some(subject) = now.subject.filter(|&subject| !self.tokens.is_agent(subject)) {
            self.note_leader(subject);
        }
        let frames = now.frames;
        if frames.topic.is_some() || frames.target.is_some() {
            self.state.pending =
                Some((Frames { disposed: None, agent: None, ground: None, is_passive: false, ..frames }, now.start));
        }
    }

    /// Who acts holds for the clauses of the sentence that name nobody, and beyond it where the report is theirs.
    fn note_actor(&mut self, actor: Span) {
        let counted = self.tokens_in(actor).iter().any(|token| token.kind == TokenKind::Number);
        if !counted && (self.tokens.is_agent(actor) || actor.len() >= 4) {
            self.state.subject = Some(actor);
        }
        if self.tokens.is_reporting(actor) {
            self.state.actor = Some(actor);
        }
    }

    fn tokens_in(&self, span: Span) -> &[super::Token] {
        let from = self.tokens.partition_point(|token| token.span.start < span.start);
        let to = self.tokens.partition_point(|token| token.span.start < span.end);
        &self.tokens[from..to]
    }

    /// Of a clause without a predicate that its body opens (我们矢志不渝…), the body is the actor of what follows.
    fn note_leader(&mut self, subject: Span) {
        let leader = self.tokens_in(subject).first().map(|token| token.span);
        if let Some(leader) = leader.filter(|&leader| self.tokens.is_reporting(leader)) {
            self.note_actor(leader);
        }
    }

    fn modality(&mut self, class: AdverbClass, now: &mut ClauseState) {
        match class {
            AdverbClass::Must => self.state.modality = Some(Modality::Must),
            AdverbClass::Will if self.state.modality == Some(Modality::Suggest) => {
                self.state.modality = Some(Modality::Will);
            }
            AdverbClass::Will => self.state.modality = self.state.modality.or(Some(Modality::Will)),
            AdverbClass::Suggest => self.state.modality = Some(Modality::Suggest),
            AdverbClass::Strive => now.strive = true,
            _ => {}
        }
    }

    /// A preposition: takes its phrase, or reads 将 as a modal where a verb or another frame follows.
    fn frame(&mut self, range: &Range<usize>, at: usize, class: FrameClass, now: &mut ClauseState) -> Option<usize> {
        if class == FrameClass::Disposal && self.tokens.first_char(at) == '将' && self.is_modal(range, at) {
            self.modality(AdverbClass::Will, now);
            return Some(at + 1);
        }
        match frame::opens(self.tokens, range, at) {
            Some(class) => frame::take(self.tokens, range, at, class, &mut now.frames),
            None => Some(at + 1),
        }
    }

    fn is_modal(&self, range: &Range<usize>, at: usize) -> bool {
        let disposes = |verb: usize| {
            self.tokens[verb].has(Trait::Patient) && self.tokens[verb].verb_class() != Some(VerbClass::Intransitive)
        };
        if (at + 2..range.end).any(disposes) && self.verb_at(range, at + 1) {
            return false;
        }
        let dual = |next: usize| {
            next + 1 < range.end
                && self.tokens[next].is_adverb()
                && self.tokens[next].has(Trait::Dual)
                && self.tokens[next + 1].is_nominal()
        };
        if dual(at + 1) {
            return true;
        }
        let next = (at + 1..range.end).find(|&next| !self.tokens[next].is_adverb());
        next.is_some_and(|next| {
            let run_on = self.tokens[next].noun_use().is_some_and(|noun| noun != NounUse::No);
            let later = || {
                head::after_frame(self.tokens, next + 1..range.end, true)
                    .is_some_and(|verb| head::weight(self.tokens, range, verb) >= 5)
            };
            matches!(self.tokens[next].kind, TokenKind::Verb(..)) && !(run_on && next == at + 1 && later())
                || matches!(self.tokens[next].kind, TokenKind::Frame(_))
        })
    }

    /// Whether the verb at `at`, with nothing nominal before it, is the predicate and not the head of a subject
    /// (改革取得进展).
    fn heads(&self, range: &Range<usize>, at: usize, now: &ClauseState) -> bool {
        let token = &self.tokens[at];
        let measured = (at + 2..range.end).any(|later| {
            head::reaches_number(self.tokens, range, later)
                && !head::only_bounds(self.tokens, at, later)
                && self.tokens[at + 1..later]
                    .iter()
                    .all(|token| token.is_nominal() || token.is_adverb() || token.noun_use().is_some())
        });
        let rated = token.noun_use() != Some(NounUse::No) && head::names_rate(self.tokens, range, at);
        if (measured || rated) && now.subject.is_none() && head::gives_way(token) {
            return false;
        }
        if now.subject.is_none()
            && token.verb_class() != Some(VerbClass::Clausal)
            && (self.is_done(range, at)
                || self.is_suffered(range, at)
                || head::attained(self.tokens, &(at..range.end)).is_some())
        {
            return false;
        }
        let lame = self.is_lame(range, at);
        let manner = at > range.start
            && matches!(
                self.tokens[at - 1].kind,
                TokenKind::Adverb(
                    AdverbClass::Manner
                        | AdverbClass::Degree
                        | AdverbClass::Negation
                        | AdverbClass::Strive
                        | AdverbClass::Must
                )
            )
            && token.noun_use() != Some(NounUse::Mostly);
        let leads = token.verb_class() == Some(VerbClass::Clausal);
        if now.subject.is_some() || !lame && (token.noun_use() == Some(NounUse::No) || manner || leads) {
            return self.tokens.get(at + 1).is_none_or(|next| at + 1 >= range.end || next.kind != TokenKind::De)
                || self.de_object(range, at);
        }
        let later = head::after_subject(self.tokens, at..range.end);
        let takes_over = later.is_some_and(|later| {
            let verb = &self.tokens[later];
            let bounds = head::only_bounds(self.tokens, at, later);
            let moves = !bounds
                && matches!(
                    verb.verb_class(),
                    Some(VerbClass::Change | VerbClass::Become | VerbClass::Receive | VerbClass::Stative)
                );
            let adverb = self.tokens[later - 1].is_adverb();
            lame || verb.has(Trait::Alone) && later <= at + 3
                || moves
                || token.noun_use() == Some(NounUse::Mostly) && verb.noun_use() == Some(NounUse::No)
                || adverb && head::weight(self.tokens, range, later) > head::weight(self.tokens, range, at) + 3
        });
        let bare_noun = token.noun_use() == Some(NounUse::Mostly)
            && (at + 1 == range.end || self.tokens[at + 1].is_adverb() || self.tokens.is_place_word(at + 1));
        !(takes_over || bare_noun)
    }

    /// Whether the clause ends in an intransitive verb with its adverb behind a noun: what opens it is all subject
    /// (对接规则试点任务全部落地).
    fn is_done(&self, range: &Range<usize>, at: usize) -> bool {
        let last = range.end - 1;
        let verb = &self.tokens[last];
        let completes = verb.has(Trait::Patient)
            && matches!(verb.verb_class(), Some(VerbClass::Intransitive | VerbClass::Transitive))
            && !verb.has(Trait::Light);
        if last < at + 2 || last == at + 2 && !completes || self.tokens[at].has(Trait::Embeds) {
            return false;
        }
        let adverb = self.tokens[last - 1].is_adverb();
        let ends = match verb.verb_class() {
            Some(VerbClass::Intransitive) => {
                verb.noun_use() == Some(NounUse::No) && (adverb || verb.has(Trait::Patient))
            }
            Some(VerbClass::Change) => verb.noun_use() == Some(NounUse::No),
            Some(VerbClass::Transitive) if completes => true,
            Some(VerbClass::Transitive) => {
                let noun = self.tokens[at].noun_use();
                let opens_name = noun == Some(NounUse::Mostly) || self.is_lame(range, at);
                let moves = verb.has(Trait::Vague)
                    && matches!(
                        self.tokens[last - 1].kind,
                        TokenKind::Adverb(AdverbClass::Degree | AdverbClass::Time | AdverbClass::Scope)
                    );
                adverb && (opens_name || moves || noun == Some(NounUse::Also) && verb.noun_use() == Some(NounUse::No))
            }
            _ => false,
        };
        let noun = (at + 1..last).rev().find(|&i| !self.tokens[i].is_adverb());
        let etc = self.tokens[at..last].iter().any(|token| token.kind == TokenKind::Etc);
        let acts = noun.is_some_and(|noun| self.tokens[noun].has(Trait::Agent))
            && verb.verb_class() == Some(VerbClass::Intransitive);
        ends && !acts
            && noun.is_some_and(|noun| self.tokens[noun].is_nominal() && (noun > at + 1 || completes))
            && (etc || !self.tokens[at..last].iter().any(|token| token.kind == TokenKind::Pause))
    }

    /// Whether what opens the clause is what is done to: 交叉执行经验被推广.
    fn is_suffered(&self, range: &Range<usize>, at: usize) -> bool {
        let passive = (at + 2..range.end).find(|&i| self.tokens[i].kind == TokenKind::Frame(FrameClass::Passive));
        passive.is_some_and(|passive| {
            self.tokens[passive - 1].is_nominal()
                && !self.tokens[at..passive].iter().any(|token| token.kind == TokenKind::Pause)
        })
    }

    /// Whether an intransitive verb stands before a noun, or before a verb that is also one: then it belongs to a name.
    fn is_lame(&self, range: &Range<usize>, at: usize) -> bool {
        self.tokens[at].verb_class() == Some(VerbClass::Intransitive)
            && at + 1 < range.end
            && (self.tokens[at + 1].is_nominal()
                || self.tokens[at + 1].noun_use().is_some_and(|noun| noun != NounUse::No))
    }

    /// Whether a clause only praises what it names: 信访积案化解成效明显.
    fn is_praise(&self, range: &Range<usize>) -> bool {
        let last = range.end - 1;
        last > range.start
            && !self.tokens[range.clone()].iter().find(|token| !token.is_adverb()).is_some_and(|first| first.is_verb())
            && self.tokens[last].has(Trait::Praise)
            && self.tokens[last - 1].kind == TokenKind::Noun
            && !self.tokens[range.start..last].iter().any(|token| token.kind == TokenKind::Pause)
    }

    /// V的N at the head of a clause is a noun phrase (提出的建议被采用) unless no other verb follows.
    fn de_object(&self, range: &Range<usize>, at: usize) -> bool {
        !(at + 2..range.end)
            .any(|later| self.tokens[later].is_verb() || matches!(self.tokens[later].kind, TokenKind::Frame(_)))
    }

    /// A noun phrase that opens the clause: it ends before a preposition, a modal or the predicate's adverbs.
    /// Gives where to go on; none where the clause has no predicate.
    fn subject(&mut self, range: &Range<usize>, at: usize, now: &mut ClauseState) -> Option<usize> {
        let rest = at..range.end;
        let predicate = head::after_subject(self.tokens, rest.clone());
        let stop = predicate.unwrap_or(range.end);
        let other = (at + 1..stop).find(|&i| match self.tokens[i].kind {
            TokenKind::Frame(class) => {
                let lone =
                    matches!(class, FrameClass::Place) && self.tokens[i].span.len() == 1 && !self.closes(i, stop);
                frame::opens(self.tokens, &rest, i).is_some() && !lone
            }
            TokenKind::Adverb(AdverbClass::Must | AdverbClass::Will | AdverbClass::Strive) => true,
            _ => false,
        });
        let cut = other.or(predicate);
        let end = frame::adverbs_before(self.tokens, at + 1, cut.unwrap_or(range.end));
        now.subject = self.tokens.cover(&(at..end));
        cut?;
        Some(end)
    }

    /// Whether a one-character preposition of place has a phrase that reaches the predicate or a closing 上, 中, 下.
    fn closes(&self, at: usize, stop: usize) -> bool {
        (at + 1..stop).any(|i| {
            matches!(self.tokens.reading.chars()[self.tokens[i].span.end - 1], '上' | '中' | '下' | '内' | '间')
        }) || self.tokens[at + 1..stop].len() <= 2
    }

    /// The predicate at `at` and those that are joined to it.
    fn predicates_from(&mut self, range: Range<usize>, at: usize, mut now: ClauseState, clause: &Clause) {
        let mut at = at;
        loop {
            let end = match now.subject.filter(|&subject| !self.tokens.is_agent(subject)) {
                Some(_) => group::closing_run(self.tokens, &range, at),
                None => None,
            };
            let end = end.unwrap_or_else(|| group::end(self.tokens, &range, at));
            let mut from = end;
            while from < range.end && self.tokens[from].kind == TokenKind::Aspect {
                from += 1;
            }
            if let Some(served) = coordination::served(self.tokens, &range, at, from) {
                if let Some(next) = self.go_on(&range, served, &mut now) {
                    at = next;
                    continue;
                }
                return;
            }
            let next = coordination::next(self.tokens, &range, at, from);
            let object = from..next.map_or(range.end, |(end, _)| end);
            self.emit(at..end, object.clone(), &now, clause);
            if next.is_none() && matches!(self.tokens[at].kind, TokenKind::Frame(FrameClass::Topic)) {
                let frames = Frames { topic: self.tokens.cover(&object), ..Frames::default() };
                self.state.pending = Some((frames, self.tokens[at].span.start));
            }
            let Some((_, start)) = next else { return };
            now.start = self.tokens[start].span.start;
            if let Some(verb) = coordination::other_agent(self.tokens, &range, start) {
                let agent = self.tokens.cover(&(start..verb));
                if now.frames.is_passive {
                    now.frames.agent = agent
                } else {
                    now.subject = agent
                }
                at = verb;
                continue;
            }
            now.strive = false;
            (now.frames.disposed, now.frames.ground) = (None, None);
            match self.go_on(&range, start, &mut now) {
                Some(next) => at = next,
                None => return,
            }
        }
    }

    /// Over adverbs and frames to the next verb; none where there is none.
    fn go_on(&mut self, range: &Range<usize>, start: usize, now: &mut ClauseState) -> Option<usize> {
        let mut at = start;
        while at < range.end {
            match self.tokens[at].kind {
                TokenKind::Adverb(_) | TokenKind::Frame(_) if self.is_dual(range, at, true) => return Some(at),
                TokenKind::Adverb(class) => {
                    self.modality(class, now);
                    at += 1;
                }
                TokenKind::Frame(class) => at = self.frame(range, at, class, now)?,
                TokenKind::Verb(..) => return Some(at),
                _ => at += 1,
            }
        }
        None
    }

    fn emit(&mut self, verb: Range<usize>, object: Range<usize>, now: &ClauseState, clause: &Clause) {
        let stated = now.subject;
        let inherited = self.state.subject.or(self.state.actor);
        let modality = if now.strive { Some(Modality::Strive) } else { self.state.modality };
        if let Some(mut predicate) = build::predicate(self.tokens, verb, object, now, clause) {
            if predicate.actor.is_none() && predicate.form == super::Form::Act {
                predicate.actor = inherited.filter(|_| stated.is_none());
                predicate.actor_is_stated = false;
            } else if let Some(actor) = predicate.actor.filter(|&actor| stated == Some(actor)) {
                self.note_actor(actor);
            }
            predicate.modality = predicate.modality.or(modality);
            predicate.is_orientation |= self.state.is_orientation;
            self.found.push(predicate);
        }
    }
}

/// 总体要求, 指导思想, 总体思路 before a colon.
fn is_requirement(words: &str) -> bool {
    ["总体要求", "指导思想", "总体思路", "基本思路", "总的要求"].iter().any(|term| words.contains(term))
}

//! Parsing a passage: clause by clause, with what one clause hands on to the next: a topic or target that stood
//! alone, a subject, a modality that holds to the end of its sentence (settled cases 15, 21, 27).

use std::ops::Range;

use crate::clean::is_bullet;
use crate::extract::Modality;
use crate::rules::{AdverbClass, FrameClass, NounUse, Trait, VerbClass};
use crate::structure::Role;
use crate::text::{Span, compare};

use super::clause::Clause;
use super::frame::{self, Frames};
use super::predicate::{Form, Predicate};
use super::token::{Token, TokenKind, Tokens};
use super::{actor, around, build, coordination, group, means, opening};

/// All predicates of a passage of role `role` whose words are `tokens` and their `clauses`, in order.
pub fn predicates(tokens: &Tokens<'_>, clauses: &[Clause], role: Role) -> Vec<Predicate> {
    let suffers = tokens.holds('被') && (0..tokens.len()).any(|at| opening::is_suffered_whole(tokens, at));
    let mut parser = Parser { tokens, role, suffers, admits: false, state: State::default(), found: Vec::new() };
    let enumerated = around::enumerations(tokens);
    let asks = tokens.holds('？');
    for (at, clause) in clauses.iter().enumerate() {
        // 钱拿到手了吗？: what is asked is not done
        if asks && clauses[at..].iter().find(|later| later.ends_sentence()).is_some_and(|last| last.mark == '？') {
            parser.state = State { actor: parser.state.actor, ..State::default() };
            continue;
        }
        let Range { mut start, end } = clause.tokens;
        // what an enumeration goes over is left out; the clause around it is read in pieces
        for span in enumerated.iter().filter(|span| span.start < end && clause.tokens.start < span.end) {
            if start < span.start {
                parser.clause(&Clause {
                    tokens: start..span.start,
                    mark: if span.end < end { '，' } else { clause.mark },
                });
            }
            start = span.end.min(end);
        }
        if start < end {
            parser.clause(&Clause { tokens: start..end, mark: clause.mark });
        }
    }
    parser.found
}

/// What is handed on from clause to clause.
#[derive(Default)]
pub(super) struct State {
    pending: Option<Pending>,
    /// A subject that has not met its predicate yet, or whose predicates go on.
    pub(super) subject: Option<Span>,
    /// What the predicate before was done to, or what a clause without predicate named.
    pub(super) named: Option<Span>,
    /// What the clause before named and said nothing of, behind a comma.
    opened: Option<Span>,
    /// The last actor stated in the passage.
    pub(super) actor: Option<Span>,
    /// 要, 必须, 将, 建议: holds to the end of the sentence.
    pub(super) modality: Option<Modality>,
    /// The sentence before called for something (要), and this one goes on.
    is_carried: bool,
    /// The sentence lists what someone proposed for the time ahead (对今后工作提出六点建议：…；…).
    pub(super) is_proposal: bool,
    /// 力争 in a clause of its own (力争年末，…) holds for the next one.
    strive: bool,
    /// Within 总体要求: everything is an orientation.
    is_orientation: bool,
    /// The sentence calls on everybody: 让我们….
    is_call: bool,
}

/// What the frames of a clause that had no predicate said: it holds for the next one.
struct Pending {
    topic: Option<Span>,
    target: Option<Span>,
    /// Where that clause began.
    start: usize,
}

/// What has been read of the clause at hand.
pub(super) struct ClauseState {
    pub start: usize,
    /// Its first token.
    pub first: usize,
    pub subject: Option<Span>,
    /// The subject is what the predicate draws on or stresses, and nobody who acts: 集中资金办大事.
    pub is_drawn_on: bool,
    pub frames: Frames,
    pub strive: bool,
    /// 没有, 未 stand before the predicate.
    pub is_denied: bool,
    /// A colon ends the clause: what it brings in follows.
    pub introduces: bool,
}

pub(super) struct Parser<'a> {
    pub(super) tokens: &'a Tokens<'a>,
    pub(super) role: Role,
    /// 被列为 or its like stands in the passage: few have any, and every clause asks.
    pub(super) suffers: bool,
    /// The passage has come to shortcomings (同时必须看到，…): nothing behind that is done.
    admits: bool,
    pub(super) state: State,
    found: Vec<Predicate>,
}

impl Parser<'_> {
    fn clause(&mut self, clause: &Clause) {
        self.admits |= self.role == Role::Review && self.admits_shortcomings(&clause.tokens);
        let range = self.skip_enumerator(clause.tokens.clone());
        let opened = self.state.opened.take();
        if range.start < range.end && !self.is_condition(clause) && !self.is_stated_of(clause) {
            self.read(range, clause, opened);
        }
        if clause.mark == '：' {
            let first = self.tokens[clause.tokens.start].span.start;
            let last = self.tokens[clause.tokens.end - 1].span.end;
            self.state.is_orientation |= is_requirement(&self.tokens.reading.chars()[first..last]);
            // 主席汪明总结了三条经验：必须坚持…: what a person says is not done by them
            self.state.subject = self.state.subject.filter(|&subject| !actor::is_person(self.tokens, subject));
        }
        if clause.ends_sentence() {
            let semicolon = clause.mark == '；';
            let holds = |&modality: &Modality| semicolon && (self.role != Role::Review || modality == Modality::Must);
            // 建议…；三是完善制度: what is suggested to others ends with its item
            let suggests = |&modality: &Modality| modality == Modality::Suggest && self.begins_item(clause.tokens.end);
            let proposal = semicolon && self.state.is_proposal;
            let held = |modality: &Modality| proposal || holds(modality) && !suggests(modality);
            let modality = self.state.modality.filter(held);
            let was_ahead = self.state.modality == Some(Modality::Must) || self.state.is_carried;
            let is_carried =
                self.role == Role::Review && was_ahead && !semicolon && !self.tells_of_past(clause.tokens.end);
            let modality = modality.filter(|_| !self.admits);
            let is_carried = is_carried && !self.admits;
            self.state =
                State { actor: self.state.actor, modality, is_carried, is_proposal: proposal, ..State::default() };
        }
    }

    /// Whether 三是 or 四是 stands behind the mark at `mark`.
    fn begins_item(&self, mark: usize) -> bool {
        let next = mark + 1;
        next < self.tokens.len() && matches!(self.tokens.words(next), [.., '是']) && self.tokens[next].span.len() == 2
            || next + 1 < self.tokens.len() && self.tokens.is_word(next + 1, '是')
    }

    /// 一是, （一）, 1., 第一， before the words of a clause. 要 of 一要 is left.
    fn skip_enumerator(&self, range: Range<usize>) -> Range<usize> {
        let mut start = self.past_dateline(&range);
        while start + 1 < range.end {
            let leads = start == range.start;
            let skips = match self.tokens[start].kind {
                TokenKind::Paren => leads,
                TokenKind::Number | TokenKind::Ordinal => {
                    let acts = self.tokens[start].span.len() == 1
                        && self.tokens[start + 1].verb_class() == Some(VerbClass::Single)
                        && self.tokens.first_char(start + 1) != '审';
                    leads && (acts || matches!(self.tokens.first_char(start + 1), '是' | '.' | '、' | '要'))
                }
                TokenKind::Pause => !leads,
                TokenKind::Text if matches!(self.tokens.words(start), &[sign] if ".-".contains(sign) || is_bullet(sign)) => {
                    true
                }
                _ => !leads && self.tokens.is_word(start, '是'),
            };
            if !skips {
                break;
            }
            start += 1;
        }
        start..range.end
    }

    /// Behind 云州新闻社清河1月15日电（记者 …）, 本报讯（记者 …） at the head of a passage: who brings the news did none of it.
    fn past_dateline(&self, range: &Range<usize>) -> usize {
        const LONGEST: usize = 12;
        if range.start > 0 {
            return range.start;
        }
        let chars = self.tokens.reading.chars();
        let ends = |&at: &usize| {
            let token = &self.tokens[at];
            token.kind == TokenKind::Paren && matches!(chars[token.span.start - 1], '电' | '讯')
        };
        (1..range.end.min(LONGEST)).find(ends).map_or(0, |dateline| dateline + 1)
    }

    /// Reads a clause; `opened` is what the one before only named.
    fn read(&mut self, range: Range<usize>, clause: &Clause, opened: Option<Span>) {
        self.state.is_call |= self.is_call(&range);
        if self.state.is_call
            || self.is_only_if(range.start)
            || self.is_praise(&range)
            || self.is_proportion(&range)
            || self.is_statement(&range)
        {
            return;
        }
        let mut now = ClauseState {
            start: self.tokens[range.start].span.start,
            first: range.start,
            subject: None,
            is_drawn_on: false,
            frames: Frames::default(),
            strive: std::mem::take(&mut self.state.strive),
            is_denied: false,
            introduces: clause.mark == '：',
        };
        if let Some(pending) = self.state.pending.take() {
            (now.frames.topic, now.frames.target, now.start) = (pending.topic, pending.target, pending.start);
        }
        let mut at = range.start;
        while at < range.end {
            match self.tokens[at].kind {
                TokenKind::Adverb(_) | TokenKind::Frame(_) if self.is_dual(&range, at, clause.ends_sentence()) => {
                    return self.predicates_from(&range, at, &mut now);
                }
                TokenKind::Adverb(AdverbClass::Suggest) if self.role == Role::Review && at + 1 < range.end => {
                    self.emit(at..at + 1, at + 1..range.end, &now);
                    return;
                }
                TokenKind::Adverb(class) => {
                    self.modality(class, &mut now);
                    // 我们将 is one word of the lexicon
                    if now.subject.is_none() && actor::opens_with_we(self.tokens, at) {
                        let start = self.tokens[at].span.start;
                        now.subject = Some(Span::new(start, start + 2));
                    }
                    at += 1;
                }
                TokenKind::Text
                    if at == range.start
                        && matches!(self.tokens.first_char(at), '新' | '年')
                        && self.verb_at(&range, at + 1) =>
                {
                    at += 1
                }
                // 年度完成投资: over what time
                TokenKind::Noun if self.tokens.is_term(at, ['年', '度']) && self.verb_at(&range, at + 1) => at += 1,
                TokenKind::Text if now.subject.is_none() && self.is_in_parts(&range, at) => at += 2,
                TokenKind::Frame(_)
                    if now.subject.is_none() && frame::past_attribute(self.tokens, &range, at).is_some() =>
                {
                    match self.subject(&range, at, &mut now) {
                        Some(next) => at = next,
                        None => return self.bare(&now, clause),
                    }
                }
                TokenKind::Frame(class) => match self.frame(&range, at, class, &mut now) {
                    Some(next) => at = next,
                    None => return self.bare(&now, clause),
                },
                TokenKind::Number | TokenKind::Ordinal if now.subject.is_none() && self.is_span_of_time(&range, at) => {
                    at += 1
                }
                TokenKind::Verb(..) if now.subject.is_none() && self.is_done_newly(&range, at) => at += 1,
                TokenKind::Verb(VerbClass::Stative, _) if now.subject.is_none() && self.presents(&range, at) => at += 1,
                TokenKind::Verb(..) if self.heads(&range, at, &now) => {
                    if let Some(must) = self.must_behind(&range, at) {
                        at = must;
                        continue;
                    }
                    if now.subject.is_none() && opened.is_some() && self.is_told_of(at, &now) {
                        now.subject = opened;
                    }
                    return self.predicates_from(&range, at, &mut now);
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
                        None => return self.bare(&now, clause),
                    }
                }
                _ => at += 1,
            }
        }
        self.bare(&now, clause);
    }

    /// A clause without predicate: its frames and subject wait for the next clause.
    fn bare(&mut self, now: &ClauseState, clause: &Clause) {
        self.state.opened =
            now.subject.filter(|&subject| clause.mark == '，' && around::is_thing(self.tokens, subject));
        self.state.strive = now.strive && now.subject.is_none();
        if let Some(subject) = now.subject.and_then(|subject| actor::doer(self.tokens, subject)) {
            if self.tokens.is_agent(subject) || actor::is_person(self.tokens, subject) {
                self.note_actor(subject);
            } else {
                self.note_leader(subject);
                self.state.named = self.state.named.or(now.subject);
            }
        }
        let Frames { topic, target, .. } = now.frames;
        if topic.is_some() || target.is_some() {
            self.state.pending = Some(Pending { topic, target, start: now.start });
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
            AdverbClass::Negation => now.is_denied = true,
            _ => {}
        }
    }

    /// A preposition: takes its phrase, or reads 将 as a modal where a verb or another frame follows.
    fn frame(&mut self, range: &Range<usize>, at: usize, class: FrameClass, now: &mut ClauseState) -> Option<usize> {
        if class == FrameClass::Disposal && self.tokens.first_char(at) == '将' && self.is_modal(range, at) {
            self.modality(AdverbClass::Will, now);
            return Some(at + 1);
        }
        // 聚力打造品牌, 两部门联合印发通知: how it is done
        let strives = matches!(self.tokens.words(at), ['聚', '力'] | ['联', '合'] | ['携', '手'])
            && self.tokens.get(at + 1).is_some_and(|next| next.noun_use() == Some(NounUse::No) || next.is_adverb());
        if strives && at + 2 < range.end {
            return Some(at + 1);
        }
        match frame::opens(self.tokens, range, at) {
            Some(class) => frame::take(self.tokens, range, at, class, &mut now.frames),
            None => Some(at + 1),
        }
    }

    /// The predicate at `at` and those that are joined to it.
    fn predicates_from(&mut self, range: &Range<usize>, at: usize, now: &mut ClauseState) {
        let mut at = at;
        loop {
            let run = now.subject.and_then(|subject| {
                group::closing_run(self.tokens, range, at).filter(|_| !self.tokens.is_agent(subject))
            });
            let end = run.unwrap_or_else(|| group::end(self.tokens, range, at));
            let mut from = end;
            while from < range.end && self.tokens[from].kind == TokenKind::Aspect {
                from += 1;
            }
            // 梳理归并后报送: what was done first
            if let Some(later) = self.behind_first(range, from) {
                at = later;
                continue;
            }
            if let Some(served) = means::served(self.tokens, range, at, from) {
                if let Some(next) = self.go_on(range, served, now) {
                    at = next;
                    continue;
                }
                return;
            }
            let next = coordination::next(self.tokens, range, at, from);
            let object = from..next.map_or(range.end, |(end, _)| end);
            self.emit(at..end, object.clone(), now);
            if next.is_none() && matches!(self.tokens[at].kind, TokenKind::Frame(FrameClass::Topic)) {
                let topic = self.tokens.cover(&object);
                self.state.pending = Some(Pending { topic, target: None, start: self.tokens[at].span.start });
            }
            let Some((_, start)) = next else { return };
            now.start = self.tokens[start].span.start;
            (now.strive, now.is_denied) = (false, false);
            if let Some(verb) = coordination::other_agent(self.tokens, range, at, start) {
                let agent = self.tokens.cover(&(start..verb));
                if now.frames.is_passive {
                    now.frames.agent = agent
                } else {
                    now.subject = agent
                }
                at = verb;
                continue;
            }
            now.frames.ground = None;
            if !self.puts_too(end - 1, start) {
                now.frames.disposed = None;
            }
            // 每个乡镇建成处理站1座并投入运行: what was built
            if self.tokens[start - 1].is_adverb() && self.befalls(range, start) {
                now.subject = self.found.last().and_then(|last| last.object.last().copied()).or(now.subject);
            }
            match self.go_on(range, start, now) {
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

    /// The verb that 后 at `at` brings in, with nothing but adverbs between the two.
    fn behind_first(&self, range: &Range<usize>, at: usize) -> Option<usize> {
        if at >= range.end || !(self.tokens.is_word(at, '后') || self.tokens.is_term(at, ['之', '后'])) {
            return None;
        }
        let verb = (at + 1..range.end).find(|&at| !self.tokens[at].is_adverb())?;
        (self.tokens[verb].noun_use() == Some(NounUse::No)).then_some(verb)
    }

    /// 把民生放在心上、抓在手上: whether the verb right behind 、 at `start` puts what `first` puts somewhere.
    fn puts_too(&self, first: usize, start: usize) -> bool {
        let puts = |at: usize| {
            let verb = &self.tokens[at];
            verb.is_verb() && verb.span.len() > 1 && matches!(self.tokens.last_char(at), '在' | '入' | '到')
        };
        self.tokens[start - 1].kind == TokenKind::Pause && puts(first) && puts(start)
    }

    /// Whether nothing but adverbs and a verb that befalls things stands from `start` to the end of the clause.
    fn befalls(&self, range: &Range<usize>, start: usize) -> bool {
        let last = &self.tokens[range.end - 1];
        last.verb_class() == Some(VerbClass::Intransitive)
            && last.has(Trait::Patient)
            && self.tokens[start..range.end - 1].iter().all(Token::is_adverb)
    }

    /// What a verb with a joint right behind it acts on: nothing, where it takes no object (项目落地、投资8亿元), or else it
    /// is a noun among others, and no predicate (任何组织、任何事业).
    fn behind_joint(&self, verb: &Range<usize>, object: Range<usize>, now: &ClauseState) -> Option<Range<usize>> {
        let joint = self.tokens.get(object.start).filter(|_| !object.is_empty()).map(|token| token.kind);
        let head = &self.tokens[verb.end - 1];
        match joint {
            Some(TokenKind::And)
                if head.noun_use() == Some(NounUse::No)
                    && matches!(head.verb_class(), Some(VerbClass::Transitive | VerbClass::Clausal)) =>
            {
                Some(object)
            }
            Some(TokenKind::Pause) => {
                let lists = object.clone().any(|at| matches!(self.tokens[at].kind, TokenKind::De | TokenKind::Etc));
                let named = now.subject.is_some() && self.tokens[verb.start - 1].span.len() > 1;
                let done = named
                    && (head.verb_class() == Some(VerbClass::Intransitive)
                        || head.has(Trait::Patient)
                        || head.has(Trait::Vague));
                (!lists && (done || head.span.len() >= 4)).then_some(object.start..object.start)
            }
            Some(TokenKind::And) => None,
            _ => Some(object),
        }
    }

    fn emit(&mut self, verb: Range<usize>, object: Range<usize>, now: &ClauseState) {
        let Some(object) = self.behind_joint(&verb, object, now) else { return };
        if build::states(self.tokens, &verb, &object) {
            return;
        }
        // 试点探索、分类建立机制: what stands before 、 or 和 goes on behind it, and is nobody who acts
        let joined = |actor: &Span| {
            let last = self.tokens.within(*actor).next_back().map(|last| self.tokens[last].kind);
            matches!(last, Some(TokenKind::Pause | TokenKind::And))
        };
        let stated = now.subject.filter(|_| !now.is_drawn_on).and_then(|subject| actor::doer(self.tokens, subject));
        let stated = stated.filter(|actor| !joined(actor));
        let modality = if now.strive { Some(Modality::Strive) } else { self.state.modality };
        let mut predicate = build::predicate(self.tokens, verb.clone(), object, now);
        if predicate.actor == now.subject {
            predicate.actor = stated;
        }
        if predicate.actor.is_none() && predicate.form == Form::Act {
            let is_object = stated.is_some() && predicate.object.first().copied() == stated;
            let inherited = || self.state.subject.or(self.state.actor);
            predicate.actor = if stated.is_none() || is_object { inherited() } else { None };
            predicate.actor_is_stated = false;
        } else if let Some(actor) = predicate.actor.filter(|&actor| stated == Some(actor)) {
            // 9个部门应答: how many answered is told of this act alone; 20名委员与农户结对 is told of those who go on
            // 1286名代表进站，梳理诉求: so many people go on to act, too
            let told_once = predicate.form == Form::Deed
                && predicate.target.is_none()
                && self.tokens.has_number(actor)
                && !self.names_people(actor);
            if !told_once && (!self.progresses(&self.tokens[verb.start]) || self.tokens.is_agent(actor)) {
                self.note_actor(actor);
            }
        } else if let Some(agent) = now.frames.agent.filter(|_| !now.frames.is_passive) {
            // 由检查组暗访，发现…: who was sent goes on to act, in this sentence
            self.state.subject = Some(agent).filter(|&agent| self.tokens.is_agent(agent)).or(self.state.subject);
        } else if predicate.form == Form::Done && !self.is_built(verb.end - 1) {
            // 实验室投入运行，集聚科研人员698人: what is opened goes on to act.
            // 47个贫困县摘帽: how many there are is told of this alone
            let acts = |&subject: &Span| self.tokens.is_agent(subject) && !self.tokens.has_number(subject);
            self.state.subject = stated.filter(acts).or(self.state.subject);
        }
        if let Some(agent) = stated.and_then(|stated| self.moved_by(stated, &verb, &predicate)) {
            self.state.subject = Some(agent);
        }
        self.dealt_with(&mut predicate, verb.start, now);
        predicate.modality = predicate.modality.or(modality);
        predicate.is_ahead = self.state.modality.is_some() || self.state.is_carried;
        predicate.is_orientation |= self.state.is_orientation;
        let ours = |actor| actor::is_ours(self.tokens.reading, actor);
        if self.admits && !(predicate.is_ahead && predicate.actor.is_some_and(ours)) {
            return;
        }
        if !self.is_no_act(&predicate, now) && self.put_forward(&mut predicate, now, modality) {
            self.found.push(predicate);
        }
    }

    /// 《提案》推动县政府投入资金，改造管网: whom a paper moves to act, and who goes on to.
    fn moved_by(&self, paper: Span, verb: &Range<usize>, predicate: &Predicate) -> Option<Span> {
        let moves = self.tokens[verb.end - 1].verb_class() == Some(VerbClass::Clausal)
            || self.tokens.is_term(verb.start, ['引', '起']);
        let object = predicate.object.first().filter(|_| moves && self.tokens.reading.chars()[paper.start] == '《')?;
        let within = self.tokens.within(*object);
        let named = self.tokens[within.clone()].iter().take_while(|token| token.is_nominal()).count();
        self.tokens.cover(&(within.start..within.start + named)).filter(|&agent| self.tokens.is_agent(agent))
    }

    /// Whether it is people that are named, and not only how many.
    fn names_people(&self, actor: Span) -> bool {
        let class = self.tokens.rules.actor_at_end(&self.tokens.reading.chars()[actor.range()]);
        matches!(class, Some("people" | "member"))
            && self.tokens.within(actor).next_back().is_some_and(|last| self.tokens[last].kind != TokenKind::Number)
    }

    /// 改革取得进展，建成学校3所: what progresses builds no school; what is to improve (煤炭工业要提高质量) may do more.
    fn progresses(&self, verb: &Token) -> bool {
        verb.has(Trait::Attain)
            || match verb.verb_class() {
                Some(VerbClass::Become | VerbClass::Receive) => true,
                Some(VerbClass::Change) => self.state.modality.is_none(),
                _ => false,
            }
    }

    /// 建设, 推进, 打造: what is built, though it may act once it stands.
    fn is_built(&self, at: usize) -> bool {
        matches!(self.tokens.words(at), [.., '建', '设'] | ['推', '进'] | ['打', '造'])
    }
}

/// 总体要求, 指导思想, 总体思路 before a colon.
fn is_requirement(words: &[char]) -> bool {
    ["总体要求", "指导思想", "总体思路", "基本思路", "总的要求"].iter().any(|term| compare::holds(words, term))
}

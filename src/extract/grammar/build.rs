//! From a verb group and its surroundings to a predicate: which form it has, and who is actor and what object.

use std::ops::Range;

use crate::extract::{Modality, Voice};
use crate::rules::{FrameClass, NounUse, Trait, VerbClass};
use crate::text::Span;

use super::frame;
use super::parse::ClauseState;
use super::predicate::{Form, Object, Predicate};
use super::token::{Token, TokenKind, Tokens};

/// Whether the verb group `verb` with `object` behind it only states what is, or says which thing the noun behind 的 is.
pub(super) fn states(tokens: &[Token], verb: &Range<usize>, object: &Range<usize>) -> bool {
    let headless = !object.is_empty() && tokens[object.start].kind == TokenKind::De;
    matches!(tokens[verb.start].verb_class(), Some(VerbClass::Stative | VerbClass::Speech)) || headless
}

/// The predicate of the verb group `verb` with `object` behind it.
pub(super) fn predicate(tokens: &Tokens<'_>, verb: Range<usize>, object: Range<usize>, now: &ClauseState) -> Predicate {
    let head = &tokens[verb.start];
    let class = head.verb_class().unwrap_or(VerbClass::Transitive);
    let end = object.end.max(verb.end);
    let mut out = Predicate {
        form: Form::Act,
        clause: Span::new(now.start, tokens[end - 1].span.end),
        verb: Span::new(head.span.start, tokens[verb.end - 1].span.end),
        object: tokens.cover(&object).into(),
        actor: None,
        actor_is_stated: true,
        topic: now.frames.topic,
        target: now.frames.target,
        ground: now.frames.ground,
        voice: Voice::Active,
        modality: if head.has(Trait::Duty) { Some(Modality::Must) } else { now.strive.then_some(Modality::Strive) },
        is_ahead: false,
        is_past: false,
        is_orientation: head.has(Trait::Orientation),
        is_clausal: class == VerbClass::Clausal,
        is_benchmark: head.has(Trait::Benchmark) || head.has(Trait::Reach),
        rule: "verb-object",
        needs_review: is_doubtful(tokens, head, &object),
    };
    if class == VerbClass::Receive && !head.has(Trait::Light) {
        receive(tokens, object, now, &mut out);
        return out;
    }
    if now.frames.is_passive {
        passive(tokens, class, object, now, &mut out);
        return out;
    }
    if !head.has(Trait::Orientation) && class != VerbClass::Clausal {
        inner_target(tokens, &object, &mut out);
        if tokens.head(verb.end - 1) == Some("gives") {
            given(tokens, &object, &mut out);
        }
    }
    out.actor = now.frames.agent.or(now.subject);
    if head.has(Trait::Submits) && submit(tokens, &object, now, &mut out) {
        return out;
    }
    if let Some(disposed) = now.frames.disposed {
        // 将时限由15天缩短到10天: from where it moves, and nobody
        out.actor = out.actor.filter(|&actor| now.frames.agent != Some(actor) || !tokens.has_number(actor));
        out.object = Some(disposed).into();
        out.rule = "disposal";
        if head.has(Trait::Ties) {
            tie(tokens, disposed, &mut out);
        }
        return out;
    }
    if let Some(agent) = now.frames.agent.filter(|&agent| tokens.has_number(agent)) {
        // 由612亿元跃升到945亿元: from where a measure comes, and nobody who acts.
        let moves = out.actor == Some(agent) && opens_with_number(tokens, &object);
        if moves {
            measure(tokens, &object, &mut out);
            return out;
        }
    }
    if let (Some(agent), Some(subject)) = (now.frames.agent, now.subject) {
        // 审批由串联改为并联: what it was before, and nobody who acts
        if class == VerbClass::Become && !tokens.is_agent(agent) && !tokens.is_agent(subject) {
            (out.actor, out.object, out.form) = (None, Some(subject).into(), Form::Done);
            return out;
        }
        out.object.open_with(subject);
        return out;
    }
    if let Some(subject) = now.subject.map(|subject| without_pause(tokens, subject)) {
        let agent = tokens.is_agent(subject);
        with_subject(tokens, &verb, &object, subject, agent, &mut out);
        if out.form == Form::Done {
            out.actor = now.frames.agent;
        }
        // A doer that no lexicon knows for one is often the beginning of what is done.
        out.needs_review |= out.form == Form::Act && out.actor == now.subject && !agent;
    } else if head.has(Trait::Reach)
        || class == VerbClass::Change && opens_with_number(tokens, &object) && !adds(tokens, head, &object)
    {
        measure(tokens, &object, &mut out);
    }
    if now.is_denied && out.form == Form::Done {
        (out.form, out.rule) = (Form::Quality, "state");
    }
    out
}

/// 债务风险可控、有序化解: no 、 closes what is named.
fn without_pause(tokens: &Tokens<'_>, subject: Span) -> Span {
    let words = tokens.within(subject);
    let last = words.clone().next_back().filter(|&last| last > words.start && tokens[last].kind == TokenKind::Pause);
    last.map_or(subject, |last| Span::new(subject.start, tokens[last - 1].span.end))
}

/// Whether the parse may well be another: of the rows of the annotated reports that are wrong, many have a verb of one
/// character or one that is mostly a noun, or an intransitive verb before a noun.
fn is_doubtful(tokens: &Tokens<'_>, head: &Token, object: &Range<usize>) -> bool {
    let lame = head.verb_class() == Some(VerbClass::Intransitive)
        && object.clone().next().is_some_and(|first| tokens[first].kind != TokenKind::Number);
    head.span.len() == 1 || head.noun_use() == Some(NounUse::Mostly) || lame
}

/// 得到X肯定: the verb is what X did. 得到加强 without X reports no act.
fn receive(tokens: &Tokens<'_>, object: Range<usize>, now: &ClauseState, out: &mut Predicate) {
    out.rule = "receive";
    let act = object.clone().rev().find(|&at| tokens[at].is_verb()).or_else(|| praise(tokens, &object));
    let acted = act.filter(|&act| act + 1 == object.end && act > object.start);
    match (acted.and_then(|act| acts_of_agent(tokens, &object, act)), act) {
        (Some(first), _) => {
            out.verb = Span::new(tokens[first].span.start, tokens[object.end - 1].span.end);
            out.actor = tokens.cover(&(object.start..first));
            out.object = now.subject.into();
            (out.form, out.voice) = (Form::Passive, Voice::Passive);
        }
        (None, Some(act)) if act == object.start => {
            out.verb = Span::new(tokens[act].span.start, tokens[object.end - 1].span.end);
            (out.form, out.rule) = (Form::Quality, "quality");
            out.object = now.subject.into();
        }
        _ => out.actor = now.subject,
    }
}

/// Where the acts that end in the one at `act` begin, if who acts stands before them (得到X肯定); 省级以上 in
/// 受到省级以上表彰 is nobody.
fn acts_of_agent(tokens: &Tokens<'_>, object: &Range<usize>, act: usize) -> Option<usize> {
    // 市级领导批示: 领导 is who, and a verb elsewhere
    let acts = |&at: &usize| tokens[at].is_verb() && !tokens.is_agent(tokens[at].span);
    let first = (object.start + 1..act).rev().take_while(acts).last().unwrap_or(act);
    let agent = || tokens.cover(&(object.start..first)).is_some_and(|span| tokens.is_agent(span));
    (tokens[first - 1].kind == TokenKind::Name || agent()).then_some(first)
}

/// 得到X好评: behind an agent the last word is what it did, also where no lexicon has it as a verb.
fn praise(tokens: &Tokens<'_>, object: &Range<usize>) -> Option<usize> {
    let last = object.end.checked_sub(1).filter(|&last| last > object.start)?;
    let agent = tokens.cover(&(object.start..last))?;
    (tokens[last].span.len() == 2 && tokens.is_agent(agent)).then_some(last)
}

/// 年度计划报市委审定: what stands before the verb is brought to who decides. False where nobody decides, or where an
/// agent or nothing stands before it.
fn submit(tokens: &Tokens<'_>, object: &Range<usize>, now: &ClauseState, out: &mut Predicate) -> bool {
    let decides = (object.start + 1..object.end).find(|&at| tokens[at].is_verb());
    let agent = decides.filter(|&at| tokens[at - 1].has(Trait::Agent)).and_then(|at| tokens.cover(&(object.start..at)));
    let brought = now.frames.disposed.or(now.subject.filter(|&subject| !tokens.is_agent(subject)));
    let (Some(agent), Some(brought)) = (agent, brought) else { return false };
    (out.target, out.object, out.rule) = (Some(agent), Some(brought).into(), "disposal");
    out.actor = now.frames.agent.or(now.subject.filter(|&subject| subject != brought));
    true
}

/// X被Y采用: actor Y, object X. X被评为Z reads as X获评Z (settled case 28).
fn passive(tokens: &Tokens<'_>, class: VerbClass, object: Range<usize>, now: &ClauseState, out: &mut Predicate) {
    out.rule = "passive";
    // 被上级作为典型推广: what was done with it closes the clause, and 作为 only says as what
    let last = object.end.saturating_sub(1);
    let done = object.len() > 1
        && tokens[last].verb_class() == Some(VerbClass::Transitive)
        && tokens[last].noun_use() != Some(NounUse::Mostly);
    if done && tokens.reading.chars()[out.verb.range()] == ['作', '为'] {
        (out.form, out.voice, out.actor) = (Form::Passive, Voice::Passive, now.frames.agent);
        (out.verb, out.object) = (tokens[last].span, now.subject.into());
        return;
    }
    // 被表彰为, 被命名为 read as 获评 too
    // but what was 写入 or 列入 something is what was done to, and so is who was 选派到 a place, and what was 转送
    let entered = matches!(tokens.reading.chars()[out.verb.end - 1], '入' | '进' | '到' | '往' | '送' | '交')
        && now.subject.is_some();
    if class == VerbClass::Become && !entered || !object.is_empty() && tokens.reading.chars()[out.verb.end - 1] == '为'
    {
        out.actor = now.subject;
        return;
    }
    (out.form, out.voice, out.actor) = (Form::Passive, Voice::Passive, now.frames.agent);
    // 被责令限期整改: what they are to do is no part of who they are.
    // 被移送司法机关, 被吸收进规划: nor is where they come to.
    let counted = object.clone().any(|at| tokens[at].kind == TokenKind::Number);
    let rest = tokens.cover(&object).filter(|_| now.subject.is_none() || counted && class != VerbClass::Clausal);
    out.object = Object::of(now.subject, rest);
}

/// 加强与X的合作, 加强对X的监督: X is the target, and the object is what follows.
fn inner_target(tokens: &Tokens<'_>, object: &Range<usize>, out: &mut Predicate) {
    let Some(TokenKind::Frame(FrameClass::Target)) =
        tokens.get(object.start).filter(|_| !object.is_empty()).map(|token| token.kind)
    else {
        return;
    };
    // 严控面向基层的检查: whom it is meant for says which
    if frame::opens(tokens, object, object.start).is_none() || tokens.words(object.start) == ['面', '向'] {
        return;
    }
    let body = object.start + 1..object.end;
    let de = body.clone().rev().find(|&at| tokens[at].kind == TokenKind::De);
    let verbal = |at: usize| {
        tokens[at].noun_use().is_some_and(|noun| noun != NounUse::No)
            || matches!(tokens.words(at), ['往' | '交', '往' | '来'] | ['交' | '友' | '团' | '务', _, '合', '作'])
    };
    let named = |at: usize| tokens[at].kind == TokenKind::Noun && at + 1 == body.end && verbal(at - 1);
    let tail = body.clone().rev().take_while(|&at| verbal(at) || named(at)).last();
    // 健全与企业常态化沟通交流机制
    let tail = tail.map(|tail| frame::adverbs_before(tokens, body.start + 1, tail));
    // 健全向人大报告工作的机制: who it is done to is told of the act before 的
    let acted = de.is_some_and(|de| {
        matches!(tokens.first_char(object.start), '向' | '为')
            && de > body.start + 1
            && tokens[de + 1..object.end].iter().all(Token::is_nominal)
    });
    // 纠正与上位法不一致的文件: how it stands to something says which
    let related = de.is_some_and(|de| de > body.start + 1 && tokens.head(de - 1) == Some("relation"));
    if acted || related {
        return;
    }
    // 完成对县道的改造: what is completed is the whole of it
    if de.is_some() && tokens.reading.chars()[out.verb.range()] == ['完', '成'] {
        return;
    }
    let (end, start) = match (de, tail) {
        (Some(de), Some(tail)) if tail > de + 1 && tokens[tail - 1].has(Trait::Agent) => (tail, tail),
        (Some(de), _) => (de, de + 1),
        (None, Some(tail)) if tail > body.start => (tail, tail),
        _ => return,
    };
    out.target = tokens.cover(&(body.start..end)).map(|whole| frame::person(tokens, &(body.start..end), whole));
    out.object = tokens.cover(&(start..object.end)).into();
}

/// 给予27名当事人司法救助: whom it was given is the target, and what was given follows.
fn given(tokens: &Tokens<'_>, object: &Range<usize>, out: &mut Predicate) {
    let given = &tokens[object.clone()];
    let number = given.iter().take(1).filter(|token| token.kind == TokenKind::Number).count();
    let named = given[number..].iter().take_while(|token| token.is_nominal()).count();
    let Some(whom) = given[..number + named].iter().rposition(|token| token.has(Trait::Agent)) else { return };
    let thing = |token: &Token| token.is_nominal() || token.noun_use() > Some(NounUse::No) || token.is_adverb();
    if given.get(whom + 1).is_some_and(thing) {
        let thing = object.start + whom + 1;
        out.target = tokens.cover(&(object.start..thing));
        out.object = tokens.cover(&(thing..object.end)).into();
    }
}

/// 将考核结果与奖惩挂钩: what it is tied to is the target.
fn tie(tokens: &Tokens<'_>, disposed: Span, out: &mut Predicate) {
    let within = tokens.within(disposed);
    let with = (within.start + 1..within.end.saturating_sub(1))
        .find(|&at| tokens[at].span.len() == 1 && matches!(tokens.first_char(at), '与' | '同' | '和'));
    let Some(with) = with else { return };
    out.object = tokens.cover(&(within.start..with)).into();
    out.target = tokens.cover(&(with + 1..within.end));
}

/// A noun phrase stands before the verb: a doer (an `agent`, if it is one by its name), what is done, or a measure.
fn with_subject(
    tokens: &Tokens<'_>,
    verb: &Range<usize>,
    object: &Range<usize>,
    subject: Span,
    agent: bool,
    out: &mut Predicate,
) {
    let head = &tokens[verb.start];
    let class = head.verb_class().unwrap_or(VerbClass::Transitive);
    let only_number = object.len() == 1 && tokens[object.start].kind == TokenKind::Number;
    if object.is_empty() {
        let ours = tokens.reading.chars()[subject.range()] == ['我', '们'];
        let deed = ours
            || agent
                && !head.has(Trait::Light)
                && !is_owed(tokens.words(verb.end - 1))
                && !tokens[verb.end - 1].has(Trait::Patient)
                && !is_founded(tokens, &tokens[verb.end - 1], subject)
            || tokens[verb.end - 1].has(Trait::Doer)
            || head.has(Trait::Doer);
        if deed {
            (out.form, out.rule) = (Form::Deed, "deed");
            return;
        }
        let quality = class == VerbClass::Change && verb.len() == 1 || tokens[verb.end - 1].has(Trait::Vague);
        out.form = if quality { Form::Quality } else { Form::Done };
        out.rule = if quality { "quality" } else { "done" };
        (out.object, out.actor) = (Some(subject).into(), None);
    } else if head.has(Trait::Reach)
        || class == VerbClass::Change
            && (opens_with_number(tokens, object) && !adds(tokens, head, object)
                || !agent && matches!(tokens.last_char(verb.end - 1), '到' | '至'))
    {
        measure(tokens, object, out);
        if out.form == Form::Quality {
            out.object.open_with(subject);
        }
    } else if only_number
        && (head.has(Trait::State) || head.has(Trait::Embeds) && !agent && !tokens.has_number(subject))
    {
        measure(tokens, object, out);
    } else if is_state(tokens, verb, object) || head.has(Trait::State) && !agent {
        (out.form, out.rule) = (Form::Quality, "state");
    } else if only_number && lessens(tokens, verb, object, subject, agent) {
        // 三公经费压减18%: an amount by which something moves, whatever moves it
        measure(tokens, object, out);
    } else if only_number && !agent {
        (out.form, out.rule) = (Form::Done, "done");
        out.object.open_with(subject);
        out.actor = None;
    } else if head.has(Trait::Patient)
        && !acts_on(tokens, verb, object)
        && (!agent || class == VerbClass::Become && tokens.has_number(subject))
    {
        (out.form, out.rule) = (Form::Done, "done");
        (out.object, out.actor) = (Some(subject).into(), None);
    }
}

/// 三公经费压减18%, 审理天数压缩5天: whether the number is an amount by which something moves. 会议压减10%: who would act may be
/// what is made less.
fn lessens(tokens: &Tokens<'_>, verb: &Range<usize>, object: &Range<usize>, subject: Span, agent: bool) -> bool {
    let reduces = || tokens.head(verb.end - 1) == Some("reduce");
    let gauge = || {
        let last = tokens.within(subject).rev().find(|&at| !tokens[at].is_adverb());
        last.is_some_and(|last| tokens[last].has(Trait::Gauge))
    };
    match is_share(tokens.words(object.start)) {
        true => !agent || reduces(),
        false => !agent && reduces() && gauge(),
    }
}

/// 应保尽保: what is done to all to whom it is due.
fn is_owed(verb: &[char]) -> bool {
    matches!(verb, ['应', due, '尽', done] if due == done)
}

/// 18%, 5%以上, 2个百分点, 三成, 三分之一: an amount by which something moves, or a part of it.
pub(super) fn is_share(number: &[char]) -> bool {
    number.contains(&'%')
        || number.last().is_some_and(|last| matches!(last, '成' | '点'))
        || number.windows(2).any(|words| words == ['分', '之'])
}

/// 三个村建成文化站: behind a verb that makes something or takes it into use stands what is made. 移交公安机关 and 上缴国库 tell
/// where things went.
fn acts_on(tokens: &Tokens<'_>, verb: &Range<usize>, object: &Range<usize>) -> bool {
    let head = &tokens[verb.end - 1];
    let made = object.clone().rev().map(|at| &tokens[at]).find(|token| token.kind != TokenKind::Number);
    head.verb_class() == Some(VerbClass::Transitive)
        && matches!(tokens.last_char(verb.end - 1), '成' | '用')
        && made.is_some_and(|made| {
            matches!(made.kind, TokenKind::Noun | TokenKind::Name | TokenKind::Text) && !made.has(Trait::Agent)
        })
}

/// 重点实验室正式组建: a place of work is what is founded, built or opened by a verb that takes an object and has none.
fn is_founded(tokens: &Tokens<'_>, verb: &Token, subject: Span) -> bool {
    let words = &tokens.reading.chars()[subject.range()];
    let place = [
        "中心",
        "实验室",
        "基地",
        "园区",
        "集聚区",
        "学校",
        "医院",
        "研究院",
        "公园",
        "大学",
        "街区",
        "市场",
        "示范区",
        "聚集区",
        "试验区",
        "合作区",
        "先行区",
        "引领区",
        "口岸",
        "枢纽",
        "车站",
        "电站",
        "工厂",
        "产业园",
        "博物馆",
        "文化馆",
    ];
    let named = || place.iter().any(|place| words.ends_with(&place.chars().collect::<Vec<_>>()));
    verb.verb_class() == Some(VerbClass::Transitive) && !verb.has(Trait::Doer) && named()
}

/// 保持和谐稳定, 呈现良好态势: a statement of what is (settled case 10).
fn is_state(tokens: &Tokens<'_>, verb: &Range<usize>, object: &Range<usize>) -> bool {
    let last = &tokens[object.end - 1];
    let ranks = object.clone().any(|at| tokens[at].kind == TokenKind::Ordinal);
    tokens[verb.start].has(Trait::State) && (ranks || last.has(Trait::Praise) || last.has(Trait::State))
}

/// A measure with its value; without a number it is a quality that is reached (达到标准).
fn measure(tokens: &Tokens<'_>, object: &Range<usize>, out: &mut Predicate) {
    let counted = object.clone().any(|at| tokens[at].kind == TokenKind::Number);
    out.actor = None;
    out.form = if counted { Form::Measure } else { Form::Quality };
    out.rule = if counted { "measure" } else { "quality" };
    out.object = Object::default();
}

/// 增加学位3万个: of a light verb what it adds to or takes from stands between it and the number.
fn adds(tokens: &[Token], head: &Token, object: &Range<usize>) -> bool {
    head.has(Trait::Light) && tokens[object.start].is_nominal() && tokens[object.start].kind != TokenKind::Number
}

/// A number comes first, or behind one word or a time (提升到2023年的36%).
fn opens_with_number(tokens: &Tokens<'_>, object: &Range<usize>) -> bool {
    let lead = |at: usize| {
        matches!(tokens[at].kind, TokenKind::Time | TokenKind::De | TokenKind::Adverb(_)) || tokens[at].span.len() == 2
    };
    let number = object.clone().take(5).find(|&at| tokens[at].kind == TokenKind::Number);
    // 提升9家机构服务水平: a noun behind the number is what is dealt with, and no measure
    let counts = |number: usize| {
        number + 2 < object.end
            && matches!(tokens[number + 1].kind, TokenKind::Noun | TokenKind::Text | TokenKind::Name)
    };
    number.is_some_and(|number| !counts(number) && (number <= object.start + 1 || (object.start..number).all(lead)))
}

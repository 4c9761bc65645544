//! Frames: the prepositional phrases before a predicate (围绕X, 向X, 把X, 通过X, 在X中), what they say of it, and
//! where they end.

use std::ops::Range;

use crate::rules::{AdverbClass, FrameClass, NounUse, Trait, VerbClass};
use crate::text::Span;

use super::framed;
use super::head;
use super::sorts::{Sort, SortSet};
use super::token::{Token, TokenKind, Tokens};
use super::weight::weight;

/// What the frames before a predicate gave.
#[derive(Clone, Debug, Default)]
pub struct Frames {
    pub topic: Option<Span>,
    pub target: Option<Span>,
    /// X of 在X上.
    pub ground: Option<Span>,
    /// X of 把X.
    pub disposed: Option<Span>,
    /// X of 被X or 由X.
    pub agent: Option<Span>,
    pub is_passive: bool,
}

/// Whether the token at `at` opens a frame here. One-character prepositions are also parts of words that no
/// lexicon knows, so they need a neighbour that is a word.
pub fn opens(tokens: &Tokens<'_>, clause: &Range<usize>, at: usize) -> Option<FrameClass> {
    let TokenKind::Frame(class) = tokens[at].kind else { return None };
    if at + 1 >= clause.end {
        return None;
    }
    let long = tokens[at].span.len() > 1;
    let letter = |token: &Token| tokens.reading.chars()[token.span.start].is_alphanumeric();
    let broken = |token: &Token| token.kind == TokenKind::Text && token.span.len() == 1 && letter(token);
    // 市商务局与企业签约: the last character of a name is no piece of an unknown word
    let named = || at > clause.start + 1 && tokens.cover(&(at - 2..at)).is_some_and(|name| tokens.is_agent(name));
    let c = tokens.first_char(at);
    // 受贿案由我院宣判: nor is anything before 由 with who acts behind it
    let led = || c == '由' && tokens[at + 1].has(Trait::Agent);
    let before = at > clause.start && broken(&tokens[at - 1]) && !tokens.is_word(at - 1, '们') && !named() && !led();
    let closed = || {
        (at + 1..clause.end).any(|at| matches!(tokens.last_char(at), '时' | '前' | '后' | '天' | '年' | '中' | '地'))
    };
    if c == '当' && !long && !closed() {
        return None;
    }
    // 案件被改判率为1%: what befell things is how the measure is called
    let measured = || {
        let last = clause.end - 1;
        tokens[last].kind == TokenKind::Number
            && last > at + 2
            && tokens.is_word(last - 1, '为')
            && tokens[last - 2].has(Trait::Gauge)
    };
    if class == FrameClass::Passive && measured() {
        return None;
    }
    let joins_nouns = matches!(c, '与' | '同') && at > clause.start && tokens[at - 1].is_nominal() && !long;
    let body = at + 1..clause.end;
    let shared = || behind_agent(tokens, &body).filter(|&verb| verb + 1 < body.end && tokens[verb + 1].is_nominal());
    let acts = || framed::after_frame(tokens, body.clone(), false).or_else(shared);
    if joins_nouns && (acts().is_none_or(|verb| is_between(tokens, at + 1..verb)) || head::is_done(tokens, clause)) {
        return None;
    }
    // 工作法被推广: 被 is a piece of few words, and the lexicons know them
    (long || !before || class == FrameClass::Passive).then_some(class)
}

/// 城镇居民与农村居民的收入差距逐步缩小: whether what stands in `phrase`, before a predicate, lies between two.
fn is_between(tokens: &Tokens<'_>, phrase: Range<usize>) -> bool {
    let end = adverbs_before(tokens, phrase.start, phrase.end);
    end > phrase.start
        && tokens.head(end - 1) == Some("between")
        && tokens[phrase.start..end].iter().any(|token| token.kind == TokenKind::De)
}

/// Takes the frame at `at` into `frames`. Gives where the next frame or the predicate region begins, or none where
/// the phrase reaches the clause's end (a bare frame, which holds for the clause after it).
pub fn take(
    tokens: &Tokens<'_>,
    clause: &Range<usize>,
    at: usize,
    class: FrameClass,
    frames: &mut Frames,
) -> Option<usize> {
    let body = at + 1..repeated(tokens, clause, at).unwrap_or(clause.end);
    if let Some(past) = past_part(tokens, at, &body) {
        let verb = (past..body.end).find(|&at| !tokens[at].is_adverb())?;
        return (tokens[verb].is_verb() || matches!(tokens[verb].kind, TokenKind::Frame(_))).then_some(past);
    }
    let predicate = match class {
        FrameClass::Passive => framed::first_behind(tokens, body.clone()),
        _ if is_bare(tokens, &body, class) && (class != FrameClass::Manner || tokens[at].span.len() > 1)
            || is_taking_as(tokens, at, &body) =>
        {
            None
        }
        FrameClass::Place if tokens.first_char(at) == '在' => {
            let inside = || framed::after_frame(tokens, body.clone(), false).or_else(|| only_act(tokens, &body, class));
            past_place(tokens, &body).or_else(|| inside().filter(|&at| !is_within_place(tokens, &body, at)))
        }
        _ => reported(tokens, at, &body)
            .or_else(|| handed_up(tokens, &body, class))
            .or_else(|| behind_headless(tokens, at, &body))
            .or_else(|| framed::after_frame(tokens, body.clone(), class == FrameClass::Disposal))
            .or_else(|| by_means(tokens, at, &body))
            .or_else(|| {
                (class == FrameClass::Target || goes(tokens, at)).then(|| behind_agent(tokens, &body)).flatten()
            })
            .or_else(|| only_act(tokens, &body, class)),
    };
    // 被依法追缴: how it was done, and nobody who did it
    let first = if class == FrameClass::Passive { at + 1 } else { at + 2 };
    let region = predicate.map(|predicate| adverbs_before(tokens, first, predicate));
    let stop = region.unwrap_or(body.end);
    let inner = inner_frame(tokens, at, stop);
    let end = inner.unwrap_or(stop);
    // 对查实的立行立改，对一时难改的列出计划: whom the clause before was about is done with
    let opens = class == FrameClass::Target && at == clause.start && tokens.is_word(at, '对');
    frames.target = frames.target.filter(|target| !(opens && target.end <= tokens[at].span.start));
    keep(tokens, at + 1..end, class, frames);
    inner.or(region)
}

/// 把问题摸透、把对策议实: where a 、 with 把 or 将 behind it ends the phrase of such a one.
fn repeated(tokens: &[Token], clause: &Range<usize>, at: usize) -> Option<usize> {
    let disposes = |at: usize| tokens[at].kind == TokenKind::Frame(FrameClass::Disposal);
    let mut rest = at + 1..clause.end.saturating_sub(1);
    if disposes(at) { rest.find(|&at| tokens[at].kind == TokenKind::Pause && disposes(at + 1)) } else { None }
}

/// Whether the phrase reaches the clause's end, whatever verbs stand in it: a list that 等 and its noun close
/// (围绕…清洁高效利用等重大课题), an aim (围绕…增长6.5%的目标), a place or time that 下, 中, 时 close (在政策感召下).
fn is_bare(tokens: &Tokens<'_>, body: &Range<usize>, class: FrameClass) -> bool {
    let Some(last) = body.clone().next_back().filter(|&last| last > body.start) else { return false };
    match class {
        FrameClass::Topic => {
            let goes_on = body.end < tokens.len() && tokens.first_char(body.end) == '，';
            let asks = body.clone().any(|at| tokens[at].kind != TokenKind::Mark && is_how(tokens, at));
            // 围绕“生活圈”补齐设施短板，: what is named is over before the verb
            let named = tokens[body.start].kind == TokenKind::Name
                && tokens[body.start + 1].kind == TokenKind::Verb(VerbClass::Transitive, NounUse::No)
                && body.len() > 2;
            if goes_on && !named && (tokens.head(last) == Some("issue") || asks) {
                return true;
            }
            let etc = body.clone().rev().find(|&at| tokens[at].kind == TokenKind::Etc);
            // 围绕教育、养老等协商议题，: an act may say of what kind the noun is
            let kind = |token: &Token| token.is_nominal() || tokens[last].has(Trait::Aim) && token.may_be_noun();
            let listed = etc.is_some_and(|etc| tokens[etc + 1..body.end].iter().all(kind));
            let aim = tokens[last].has(Trait::Aim)
                && (tokens[last - 1].kind == TokenKind::De
                    || tokens[last - 1].noun_use().is_some_and(|noun| noun != NounUse::No)
                    || tokens[last - 1].is_nominal());
            let acts = || body.clone().any(|at| tokens[at].noun_use() == Some(NounUse::No) && at > body.start);
            let short = body.len() == 2
                && tokens[last].noun_use().is_some_and(|noun| noun != NounUse::No)
                && tokens[body.start].kind == TokenKind::Noun;
            goes_on && listed
                || short
                || aim && (tokens[last - 1].kind == TokenKind::De || !acts())
                || is_undergone(tokens, body)
        }
        // 通过相互访问，发展了关系: the act is the means of what follows the comma
        FrameClass::Manner => {
            let goes_on = body.end < tokens.len() && tokens.first_char(body.end) == '，';
            let acts = body.clone().skip(1).any(|at| tokens[at].noun_use() == Some(NounUse::No));
            goes_on && !acts && tokens[last].noun_use().is_some_and(|noun| noun != NounUse::No)
        }
        // 对落实督察反馈问题不力的2个县区，: what the 的 before the last nouns ties to them tells which they are
        FrameClass::Target => {
            let goes_on = body.end < tokens.len() && tokens.first_char(body.end) == '，';
            let named = body.clone().rev().take_while(|&at| tokens[at].is_nominal()).last();
            goes_on
                && tokens.first_char(body.start - 1) == '对'
                && named.is_some_and(|named| named > body.start && tokens[named - 1].kind == TokenKind::De)
                && !tokens.any(&(body.start..named.map_or(body.end, |named| named - 1)), Sort::De)
                && !body.clone().any(|at| tokens[at].kind == TokenKind::Aspect)
        }
        FrameClass::Place => {
            // 在完善制度的同时
            let meanwhile = tokens[last - 1].kind == TokenKind::De && tokens.words(last) == ['同', '时'];
            // 在上级重视和坚强领导下
            // 在支持创新、强化激励等方面综合施策: what stands behind it only says how
            let how =
                || body.clone().rev().find(|&at| !tokens[at].is_adverb()).is_some_and(|at| names_fields(tokens, at));
            // 在给出第一个答案基础上，
            let ground = tokens.is_word(last, '上') && tokens.is_term(last - 1, ['基', '础']);
            meanwhile
                || ground
                || tokens.any(body, Sort::Etc) && how()
                || tokens[last].kind == TokenKind::Noun
                    && tokens[last].span.len() == 3
                    && tokens.last_char(last) == '下'
                || tokens[last].span.len() == 1
                    && matches!(tokens.first_char(last), '下' | '中' | '时' | '后' | '前' | '间')
                    && tokens[last].is_nominal()
        }
        _ => false,
    }
}

/// 如何, 怎样.
fn is_how(tokens: &Tokens<'_>, at: usize) -> bool {
    matches!(tokens.words(at), ['如' | '为', '何'] | ['怎', '样' | '么'])
}

/// 以接受督察为契机: 以X为Y with one noun behind 为 to the clause's end.
fn is_taking_as(tokens: &Tokens<'_>, at: usize, body: &Range<usize>) -> bool {
    let last = body.end.saturating_sub(1);
    tokens.first_char(at) == '以'
        && body.len() > 2
        && (last.saturating_sub(2)..last).any(|at| tokens.is_word(at, '为'))
        && tokens[last].is_nominal()
}

/// Past the 的 of 以X为Y的N, 关于X的N or 由X承建的N: then it belongs to a noun phrase (以企业为主体的创新体系加快形成).
pub fn past_attribute(tokens: &Tokens<'_>, clause: &Range<usize>, at: usize) -> Option<usize> {
    if tokens[at].kind == TokenKind::Frame(FrameClass::Topic) {
        let mut rest = at + 2..clause.end.saturating_sub(1);
        let about = tokens.words(at) == ['关', '于'];
        return rest.find(|&de| about && tokens[de].kind == TokenKind::De).map(|de| de + 1);
    }
    if at == clause.start && tokens.is_word(at, '由') {
        return past_maker(tokens, clause, at);
    }
    let past = as_part(tokens, at, &(at + 1..clause.end))?;
    (past + 1 < clause.end && tokens[past].kind == TokenKind::De).then_some(past + 1)
}

/// Past the 的 of 由城投公司承建的水厂: who made it and a verb, with a noun and its predicate behind them.
fn past_maker(tokens: &Tokens<'_>, clause: &Range<usize>, at: usize) -> Option<usize> {
    let count = |from: usize, holds: fn(&Token) -> bool| {
        tokens[from..clause.end].iter().take_while(|token| holds(token)).count()
    };
    let makers = |token: &Token| token.is_nominal() || matches!(token.kind, TokenKind::Pause | TokenKind::And);
    let verb = at + 1 + count(at + 1, makers);
    let de = verb + count(verb, Token::is_verb);
    let attribute = verb > at + 1 && de > verb && de < clause.end && tokens[de].kind == TokenKind::De;
    if !attribute {
        return None;
    }
    // 由市领导包案的12件积案: how many
    let named = de + 1 + count(de + 1, |token| token.kind == TokenKind::Number);
    let noun = count(named, Token::is_nominal);
    (noun > 0 && named + noun < clause.end).then_some(de + 1)
}

/// Where 以X为Y ends, and its clause goes on with no 的.
fn past_part(tokens: &Tokens<'_>, at: usize, body: &Range<usize>) -> Option<usize> {
    as_part(tokens, at, body).filter(|&past| past == body.end || tokens[past].kind != TokenKind::De)
}

/// Where 以X为Y ends, if Y is what something is commonly taken as: 以项目为牵引优化布局.
fn as_part(tokens: &Tokens<'_>, at: usize, body: &Range<usize>) -> Option<usize> {
    if tokens.first_char(at) != '以' || tokens[at].span.len() > 1 {
        return None;
    }
    let part = |at: usize| at < body.end && tokens[at].has(Trait::Part);
    let long = |at: usize| if part(at) { Some(at + 1) } else { part(at + 1).then_some(at + 2) };
    (body.start + 1..body.end).filter(|&at| tokens.is_word(at, '为')).find_map(|at| long(at + 1))
}

/// 紧盯政策兑现、项目落地，: what the phrase ends in befalls the noun right before it, and a clause follows.
fn is_undergone(tokens: &Tokens<'_>, body: &Range<usize>) -> bool {
    let last = body.end - 1;
    let goes_on = body.end < tokens.len() && tokens.first_char(body.end) == '，';
    goes_on
        && (matches!(tokens[last].verb_class(), Some(VerbClass::Intransitive | VerbClass::Change))
            || tokens[last].is_verb()
                && tokens[last].span.len() == 2
                && !tokens[body.start..last].iter().any(|token| token.noun_use() == Some(NounUse::No)))
        && !tokens[last].has(Trait::Doer)
        && last > body.start
        && (tokens[last - 1].is_nominal()
            || tokens[last - 1].is_verb()
                && !tokens[body.start..last].iter().any(|token| token.noun_use() == Some(NounUse::No)))
}

/// The verb behind 在…上, 在…中, 在…等方面: what stands before the word of place is no predicate.
fn past_place(tokens: &Tokens<'_>, body: &Range<usize>) -> Option<usize> {
    let closes = body.clone().skip(1).find(|&at| tokens.is_place_word(at) || names_fields(tokens, at))?;
    (closes + 1..body.end).find(|&at| !tokens[at].is_adverb()).filter(|&at| tokens[at].is_verb())
}

/// 等方面.
fn names_fields(tokens: &Tokens<'_>, at: usize) -> bool {
    tokens[at].kind == TokenKind::Etc && tokens.words(at).ends_with(&['方', '面'])
}

/// Whether the verb at `at` stands before the 上 that closes the phrase: 在强化武装上.
fn is_within_place(tokens: &Tokens<'_>, body: &Range<usize>, at: usize) -> bool {
    at + 1 < body.end && tokens.is_word(at + 1, '上')
}

/// 向班子反馈审计发现问题, 联合市税务局出台破产办理指引: right behind the nouns that name to whom, the first verb is the predicate, whatever verbs its
/// object has.
fn reported(tokens: &Tokens<'_>, at: usize, body: &Range<usize>) -> Option<usize> {
    if !tokens.is_word(at, '向') && !matches!(tokens.words(at), ['联', '合'] | ['会', '同'] | ['携', '手']) {
        return None;
    }
    let verb = body.clone().find(|&at| !tokens[at].is_nominal() && tokens[at].kind != TokenKind::Pause)?;
    let hands = tokens[verb].verb_class() == Some(VerbClass::Transitive)
        && tokens.cover(&(body.start..verb)).is_some_and(|whom| tokens.is_agent(whom));
    let object = tokens.get(verb + 1).filter(|_| verb + 1 < body.end)?;
    let noun = tokens[verb].noun_use();
    // 向常委会报告办理进展: though it is mostly a noun
    let may_act = noun != Some(NounUse::Mostly) || tokens.is_term(verb, ['报', '告']);
    let acts = noun == Some(NounUse::No) && object.is_nominal() || may_act && object.is_verb();
    (hands && acts).then_some(verb)
}

/// 对命案提请最高检核准追诉, 将结果送交区委作为依据: what is done with it is to lay it before someone, whatever they do with
/// it.
fn handed_up(tokens: &Tokens<'_>, body: &Range<usize>, class: FrameClass) -> Option<usize> {
    let as_what = |verb: usize| (verb + 2..body.end).any(|at| tokens.words(at) == ['作', '为']);
    if !matches!(class, FrameClass::Target | FrameClass::Disposal) {
        return None;
    }
    let before = |verb: usize| match class {
        FrameClass::Target => tokens[verb].has(Trait::Submits),
        FrameClass::Disposal => {
            tokens[verb].kind == TokenKind::Verb(VerbClass::Transitive, NounUse::No) && as_what(verb)
        }
        _ => false,
    };
    (body.start + 1..body.end.saturating_sub(2))
        .find(|&verb| tokens[verb + 1].has(Trait::Agent) && tokens[verb - 1].is_nominal() && before(verb))
}

/// 对构成犯罪的移送司法机关, 对短期难以解决的列出计划: 的 stands for those of whom something is told before it, and the act
/// behind it is the predicate.
fn behind_headless(tokens: &Tokens<'_>, at: usize, body: &Range<usize>) -> Option<usize> {
    if !tokens.is_word(at, '对') || !tokens.any(body, Sort::De) {
        return None;
    }
    let de = body.clone().find(|&at| tokens[at].kind == TokenKind::De)?;
    let verb = (de + 1..body.end).find(|&at| !tokens[at].is_adverb())?;
    // 对项目的跟踪服务: a noun has a noun behind it; 对农户提供了有力的支持: what is done to them is told before it
    let tells = |token: &Token| {
        token.is_adverb() || token.noun_use() == Some(NounUse::No) && token.verb_class() != Some(VerbClass::Change)
    };
    let told = tokens[body.start..de].iter().any(tells) && !tokens.any(&(body.start..de), Sort::Aspect);
    // 对扰乱市场秩序的打击力度不断加大
    let measured =
        verb + 1 < body.end && matches!(tokens.words(verb + 1), ['力' | '强' | '效', '度' | '果'] | ['作', '用']);
    let whole = verb + 1 < body.end || tokens[verb].span.len() >= 4;
    let acts = match tokens[verb].kind {
        TokenKind::Verb(VerbClass::Stative, _) => false,
        TokenKind::Verb(_, NounUse::No) => whole,
        TokenKind::Verb(_, NounUse::Also) => {
            tokens.get(verb + 1).is_some_and(|next| next.has(Trait::Agent) || next.is_verb())
        }
        _ => false,
    };
    let only = !tokens.any(&(verb..body.end), Sort::De);
    (told && acts && only && !measured).then_some(verb)
}

/// 对逃犯执行死刑。, 在我区建设资源库。, 着眼数字化重组省数据局，: with nothing else that could be the predicate, the verb
/// between two nouns, though it is also one itself. A short noun behind it makes a compound with it (在农田水利建设方面，)
/// unless the sentence ends there.
fn only_act(tokens: &Tokens<'_>, body: &Range<usize>, class: FrameClass) -> Option<usize> {
    let mut acts = (body.start + 1..body.end).filter(|&at| tokens[at].is_verb());
    let verb = acts.next().filter(|_| class != FrameClass::Disposal)?;
    let ends =
        || tokens.get(body.end).is_none_or(|mark| mark.kind == TokenKind::Mark && tokens.first_char(body.end) != '，');
    let told = matches!(class, FrameClass::Target | FrameClass::Place) && ends();
    let object = verb + 1 < body.end && tokens[verb + 1].is_nominal() && !tokens.is_place_word(verb + 1);
    let transitive = tokens[verb].verb_class() == Some(VerbClass::Transitive);
    let act = match tokens[verb].verb_class() {
        Some(VerbClass::Transitive) => tokens[verb].noun_use() == Some(NounUse::Also),
        // 在开发区挂牌成立检察室: what befalls things stands before them
        Some(VerbClass::Intransitive) => tokens[verb].has(Trait::Patient),
        _ => false,
    };
    // 依据环境容量调整产业布局: what the object's noun does is a noun with it
    let last = body.end - 1;
    let mut later =
        acts.filter(|&at| at != last || !tokens[last - 1].is_nominal() || tokens[last].noun_use() == Some(NounUse::No));
    let alone = act && object && later.next().is_none() && tokens[verb - 1].is_nominal();
    // 聚力产业升级献良策: of what befalls things only a place tells
    let takes = || (class == FrameClass::Place || transitive) && is_object(tokens, verb + 1..body.end);
    // 赴11个市州检查污染防治法实施情况, 赴外地考察学习
    let learns = || verb + 1 < body.end && tokens[verb..body.end].iter().all(Token::is_verb);
    let there = goes(tokens, body.start - 1)
        && (act && object || (act || tokens[verb].has(Trait::Doer)) && learns())
        && tokens[adverbs_before(tokens, body.start + 1, verb) - 1].is_nominal();
    // 编制向基层倾斜: nothing is acted on
    let toward = act
        && class == FrameClass::Target
        && tokens.is_word(body.start - 1, '向')
        && verb + 1 == body.end
        && tokens[body.start..verb].iter().all(Token::is_nominal);
    // 为大局服务
    let serves = verb + 1 == body.end && tokens.is_term(verb, ['服', '务']) && tokens.is_word(body.start - 1, '为');
    (alone && (told || takes()) || there || toward || serves).then_some(verb)
}

/// Whether the words behind a verb are too long a noun phrase to make a compound with it, and no phrase of place.
fn is_object(tokens: &Tokens<'_>, object: Range<usize>) -> bool {
    let last = object.end - 1;
    let named = |at: usize| tokens[at].is_nominal() || tokens[at].kind == TokenKind::Pause;
    object.len() > 1
        && (object.start..last).all(named)
        && (named(last) || tokens[last].noun_use() == Some(NounUse::Also) && tokens[last - 1].is_nominal())
        && !closes_place(tokens, &tokens[last])
}

/// 赴, 到.
fn goes(tokens: &Tokens<'_>, at: usize) -> bool {
    matches!(tokens.words(at), ['赴' | '到'] | ['分', '赴'])
}

/// 向人大报告, 与高校共建: the first verb right behind whom it is done to or with, though it is also a noun.
fn behind_agent(tokens: &Tokens<'_>, body: &Range<usize>) -> Option<usize> {
    (body.start + 1..body.end).find(|&at| tokens[at].is_verb() && tokens[at - 1].has(Trait::Agent))
}

/// 以 and 用 with what serves something that is also a noun: 以司法保障发展.
fn by_means(tokens: &Tokens<'_>, at: usize, body: &Range<usize>) -> Option<usize> {
    if !matches!(tokens.first_char(at), '以' | '用') {
        return None;
    }
    (body.start + 1..body.end.saturating_sub(1)).find(|&verb| {
        tokens[verb].noun_use() == Some(NounUse::Also)
            && tokens[verb - 1].is_nominal()
            && weight(tokens, body, verb) >= 0
    })
}

/// Steps back over the adverbs before the predicate at `at`, not below `floor`.
pub fn adverbs_before(tokens: &Tokens<'_>, floor: usize, mut at: usize) -> usize {
    let often = |at: usize| tokens[at].kind == TokenKind::Number && matches!(tokens.last_char(at), '次' | '度');
    // 高标准、高质量做好
    let joined = |at: usize| {
        at > floor + 1
            && tokens[at - 1].kind == TokenKind::Pause
            && tokens[at - 2].is_adverb()
            && tokens.get(at).is_some_and(Token::is_adverb)
    };
    while at > floor
        && (joined(at) || tokens[at - 1].is_adverb() || tokens[at - 1].kind == TokenKind::Time || often(at - 1))
    {
        at -= 1;
    }
    at
}

/// A second frame behind the first one's phrase: 就X等向Y报告, 在X下向Y通报.
fn inner_frame(tokens: &Tokens<'_>, at: usize, stop: usize) -> Option<usize> {
    let disposes = tokens[at].kind == TokenKind::Frame(FrameClass::Disposal);
    let by_agent = tokens[at].kind == TokenKind::Frame(FrameClass::Agent);
    if !tokens.any(&(at + 2..stop), SortSet::FRAMES) {
        return None;
    }
    (at + 2..stop).find(|&inner| {
        let Some(class) = opens(tokens, &(at + 1..stop), inner) else { return false };
        // 就算力产业赴外地考察
        if tokens.is_word(at, '就') && tokens.is_word(inner, '赴') {
            return true;
        }
        if class == FrameClass::Place {
            return false;
        }
        let before = &tokens[inner - 1];
        let closed = matches!(before.kind, TokenKind::Etc | TokenKind::Adverb(_) | TokenKind::Time)
            || closes_place(tokens, before)
            || tokens.head(inner - 1) == Some("manner");
        // 就打假向主管部门提出建议
        let told = tokens.is_word(at, '就')
            && tokens.is_word(inner, '向')
            && tokens.get(inner + 1).is_some_and(|whom| whom.has(Trait::Agent));
        let closed = closed
            || told
            || before.has(Trait::Agent) && (class == FrameClass::Disposal || by_agent)
            || disposes && tokens.is_word(inner, '向') && before.is_nominal();
        // 因瑕疵文书被约谈
        let suffered = class == FrameClass::Passive && tokens.is_word(at, '因');
        closed || suffered
    })
}

/// 上, 中, 下, 方面 … at the end of a phrase of place.
fn closes_place(tokens: &Tokens<'_>, token: &Token) -> bool {
    let last = tokens.reading.chars()[token.span.end - 1];
    token.is_nominal() && matches!(last, '上' | '中' | '下' | '面' | '间' | '时' | '后' | '前')
}

/// 从50%、75%, 从每人每年600元, 由现有的9个: the number from which something moves, if the preposition at `at` leads to one
/// before `end`.
pub fn whence(tokens: &[Token], at: usize, end: usize) -> Option<usize> {
    let leads = |token: &Token| token.is_nominal() || token.is_adverb() || token.kind == TokenKind::De;
    let opens = matches!(tokens[at].kind, TokenKind::Frame(FrameClass::Place | FrameClass::Agent));
    let told = |&at: &usize| tokens[at].kind == TokenKind::Number || !leads(&tokens[at]);
    (at + 1..end).find(told).filter(|&number| opens && tokens[number].kind == TokenKind::Number)
}

/// Notes what the phrase `body` of a frame says of the predicate. A closing 等 or 等方面 is dropped (settled case 18).
fn keep(tokens: &Tokens<'_>, body: Range<usize>, class: FrameClass, frames: &mut Frames) {
    let mut body = body;
    while body.end > body.start && matches!(tokens[body.end - 1].kind, TokenKind::Adverb(AdverbClass::Connective)) {
        body.end -= 1;
    }
    // 将占比分别从50%、75%提高到…: from where it moves is no part of what is moved
    let from = || (body.start + 1..body.end.saturating_sub(1)).find(|&at| whence(tokens, at, body.end).is_some());
    if class == FrameClass::Disposal
        && let Some(from) = from()
    {
        body.end = adverbs_before(tokens, body.start + 1, from);
    }
    // 住建等部门: only with the words behind 等 it names someone
    let names = |etc: usize| {
        let whole = tokens.cover(&body).is_some_and(|whole| tokens.is_agent(whole));
        class == FrameClass::Target
            && whole
            && !tokens.cover(&(body.start..etc)).is_some_and(|part| tokens.is_agent(part))
    };
    if let Some(etc) = body.clone().rev().take(3).find(|&at| tokens[at].kind == TokenKind::Etc)
        && etc > body.start
        && !names(etc)
        && body.end - etc <= 2
        && tokens[etc + 1..body.end].iter().all(|token| token.span.len() <= 2)
    {
        body.end = etc;
    }
    // 部门被责令整改: nobody is named who did it
    frames.is_passive |= class == FrameClass::Passive;
    let Some(span) = tokens.cover(&body) else { return };
    match class {
        FrameClass::Topic => frames.topic = frames.topic.or(Some(span)),
        FrameClass::Target => frames.target = frames.target.or(Some(person(tokens, &body, span))),
        FrameClass::Disposal => frames.disposed = frames.disposed.or(Some(span)),
        FrameClass::Passive => frames.agent = Some(span),
        FrameClass::Agent => frames.agent = frames.agent.or(Some(span)),
        FrameClass::Place => frames.ground = ground(tokens, &body),
        FrameClass::Manner => {}
    }
}

/// X of 在X上.
fn ground(tokens: &Tokens<'_>, body: &Range<usize>) -> Option<Span> {
    let on = body.end.checked_sub(1).filter(|&last| tokens.is_place_word(last) && tokens.first_char(last) == '上')?;
    tokens.cover(&(body.start..on))
}

/// Of 为X在Y发挥作用 the target is X: a place inside the phrase ends it.
pub(super) fn person(tokens: &Tokens<'_>, body: &Range<usize>, whole: Span) -> Span {
    if !tokens.any(body, Sort::Frame) {
        return whole;
    }
    let place = (body.start + 1..body.end).find(|&at| {
        matches!(opens(tokens, body, at), Some(FrameClass::Place))
            && tokens[at].span.len() == 1
            && tokens[at - 1].is_nominal()
    });
    place.map_or(whole, |at| Span::new(whole.start, tokens[at - 1].span.end))
}

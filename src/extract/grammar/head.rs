//! The head of a clause: which of its verbs is the predicate. Chinese marks it by no ending; what tells is whether
//! the form is also a noun, what stands before it (an adverb, 等), and what follows (an object, a number, 的).
//!
//! The weights were set by hand after reading reports and are compared, never added up to a probability.

use std::ops::Range;

use crate::rules::{AdverbClass, FrameClass, NounUse, Trait, VerbClass};

use super::sorts::{Sort, SortSet};
use super::token::{Token, TokenKind, Tokens};

/// How much speaks for the verb at `at` as the predicate of `clause`. Higher is likelier; below [`ENOUGH`] it is
/// taken for a noun or a part of one.
pub fn weight(tokens: &Tokens<'_>, clause: &Range<usize>, at: usize) -> i32 {
    let TokenKind::Verb(class, noun) = tokens[at].kind else { return i32::MIN / 2 };
    let next = tokens.get(at + 1).filter(|_| at + 1 < clause.end);
    let previous = (at > clause.start).then(|| &tokens[at - 1]);
    let mut weight = match noun {
        NounUse::No => 3,
        NounUse::Also => 0,
        NounUse::Mostly => -2,
    };
    weight += match class {
        // 班子成员讲党课7次, 集团新开航线5条
        VerbClass::Single
            if previous.is_some_and(|previous| {
                let newly = previous.kind == TokenKind::Text && previous.span.len() == 1;
                previous.has(Trait::Agent) || newly && tokens[clause.end - 1].kind == TokenKind::Number
            }) =>
        {
            0
        }
        VerbClass::Single => -2,
        VerbClass::Become | VerbClass::Change if noun == NounUse::No => 1,
        _ => 0,
    };
    weight += match previous.map(|token| token.kind) {
        Some(TokenKind::Adverb(AdverbClass::Connective | AdverbClass::Time | AdverbClass::Scope))
            if noun == NounUse::No =>
        {
            2
        }
        Some(TokenKind::Adverb(AdverbClass::Connective | AdverbClass::Time | AdverbClass::Scope)) => 1,
        Some(TokenKind::Adverb(_)) if noun == NounUse::Mostly && next.is_none() => 5,
        Some(TokenKind::Adverb(_)) => 3,
        Some(TokenKind::Etc) => 4,
        Some(TokenKind::Name | TokenKind::Paren | TokenKind::Time) => 1,
        Some(TokenKind::Number) => 1,
        Some(TokenKind::De) => -4,
        Some(TokenKind::Pause | TokenKind::And) => -2,
        _ => 0,
    };
    weight += match next.map(|token| token.kind) {
        Some(TokenKind::De) => -8,
        Some(TokenKind::Number) => 3,
        // 协商议政不少于6次
        Some(TokenKind::Verb(..)) if next.is_some_and(|next| next.has(Trait::Bounding)) => 3,
        // 协商决定了: whatever noun it is elsewhere
        Some(TokenKind::Aspect) if noun == NounUse::Mostly => 6,
        Some(TokenKind::Aspect) => 4,
        Some(TokenKind::Name) => 2,
        Some(TokenKind::Noun | TokenKind::Text) if class != VerbClass::Intransitive => 1,
        Some(TokenKind::Verb(..)) if noun == NounUse::No => 1,
        Some(TokenKind::Etc) => -3,
        Some(TokenKind::Pause | TokenKind::And) if noun != NounUse::No => -2,
        _ => 0,
    };
    if noun == NounUse::Also && previous.is_some_and(Token::is_adverb) && acts_for_agent(tokens, clause, at) {
        weight += 2;
    }
    // 线索移交公安机关处理: who takes over stands behind it, and what they do behind them
    if noun == NounUse::Also && tokens[at].has(Trait::Patient) && next.is_some_and(|next| next.has(Trait::Agent)) {
        weight += 3;
    }
    let rated = || tokens[at + 1..clause.end].iter().any(|token| token.has(Trait::Gauge));
    let tallied =
        || previous.is_some_and(Token::is_adverb) && tokens[clause.end - 1].kind == TokenKind::Number && !rated();
    if class == VerbClass::Intransitive
        && next.is_some_and(takes_no_object)
        && !tallied()
        && !tokens[at + 1..clause.end].iter().all(Token::is_verb)
    {
        weight -= 4;
    }
    if noun == NounUse::No && class == VerbClass::Transitive && opens_list(tokens, clause, at) {
        weight -= 3;
    }
    if noun != NounUse::No && names_rate(tokens, clause, at) {
        weight -= 6;
    }
    if noun != NounUse::No && next.is_some_and(|next| next.has(Trait::Alone)) {
        weight -= 5;
    }
    // 文书自动生成系统覆盖法院: it only names what acts
    let named_by = || {
        next.is_some_and(|next| next.kind == TokenKind::Noun && next.has(Trait::Compound))
            && tokens[clause.end.min(at + 2)..clause.end].iter().any(|token| token.noun_use() == Some(NounUse::No))
    };
    if noun == NounUse::Also && previous.is_some_and(Token::is_adverb) && named_by() {
        weight -= 4;
    }
    if noun != NounUse::No
        && next.is_some_and(Token::is_adverb)
        && tokens[at + 1..clause.end].iter().find(|token| !token.is_adverb()).is_some_and(Token::is_verb)
        && !takes_relative(tokens, clause, at)
    {
        weight -= 5;
    }
    if (noun != NounUse::No || next.is_none()) && behind_light_verb(tokens, clause, at) {
        weight -= 6;
    }
    let named = |next: &Token| {
        matches!(next.kind, TokenKind::Noun | TokenKind::Text) || next.noun_use() == Some(NounUse::Mostly)
    };
    let counted = || {
        tokens[clause.end - 1].kind == TokenKind::Number
            && next.is_some_and(named)
            && (previous.is_none_or(|previous| !previous.is_nominal() || previous.has(Trait::Agent))
                || next.is_some_and(|next| !next.has(Trait::Compound)))
    };
    if noun == NounUse::Also && matches!(class, VerbClass::Transitive | VerbClass::Clausal) && counted() {
        // 中央财政安排就业资金五年累计6亿元: what no other verb competes with
        let by_agent = previous.is_some_and(|previous| previous.has(Trait::Agent))
            && !tokens[at + 1..clause.end].iter().any(|token| token.noun_use() == Some(NounUse::No));
        weight += if by_agent { 3 } else { 2 };
    }
    if relative(tokens, clause, at) {
        weight -= 6;
    }
    if next.is_none() && names_course(tokens, clause, at) {
        weight -= 8;
    }
    if class == VerbClass::Single && tokens[at].has(Trait::Submits) {
        weight += 3;
    }
    weight
}

/// Whether only adverbs of manner part the verb that ends the clause from a 的 with a noun before it: 任务的顺利完成 names
/// the course of things, and 构成犯罪的严肃处理 what is done in a case.
fn names_course(tokens: &[Token], clause: &Range<usize>, at: usize) -> bool {
    let Some(de) = (clause.start..at).rev().find(|&at| !tokens[at].is_adverb()) else { return false };
    let adverbs = &tokens[de + 1..at];
    let course = |token: &Token| {
        matches!(token.kind, TokenKind::Adverb(AdverbClass::Manner | AdverbClass::Degree)) && token.has(Trait::Course)
    };
    tokens[de].kind == TokenKind::De
        && de > clause.start
        && !tokens[de - 1].is_verb()
        && !adverbs.is_empty()
        && adverbs.iter().all(course)
}

/// Whether an adverb stands before the verb at `at`, and what follows it is a noun with a clause in front: 坚决执行进一步
/// 压减支出的措施. Then the verb in that clause is none of the predicate.
fn takes_relative(tokens: &[Token], clause: &Range<usize>, at: usize) -> bool {
    let led = at > clause.start && tokens[at - 1].is_adverb();
    let last = &tokens[clause.end - 1];
    let behind_de = tokens[clause.end - 2].kind == TokenKind::De;
    let noun = last.kind == TokenKind::Noun || behind_de || last.noun_use().is_some_and(|noun| noun != NounUse::No);
    led && noun && tokens[at + 1..clause.end].iter().any(|token| token.kind == TokenKind::De)
}

/// Whether only adverbs part the verb at `at` from who does it: 县政府及时研究处理.
fn acts_for_agent(tokens: &[Token], clause: &Range<usize>, at: usize) -> bool {
    let before = tokens[clause.start..at].iter().rev().find(|token| !token.is_adverb());
    before.is_some_and(|before| before.has(Trait::Agent))
}

/// Whether a noun follows the 、 right behind the verb: then it closes a noun in a list (国防动员、双拥共建等工作).
fn opens_list(tokens: &[Token], clause: &Range<usize>, at: usize) -> bool {
    let pause = at + 1 < clause.end && tokens[at + 1].kind == TokenKind::Pause;
    let behind_noun = at > clause.start && tokens[at - 1].is_nominal();
    pause && behind_noun && tokens[at + 2..clause.end].iter().any(|token| token.kind == TokenKind::Etc)
}

/// Whether one noun parts the verb at `at` from a number of percent or a verb that reaches it: 改造覆盖率85.6%.
pub fn names_rate(tokens: &[Token], clause: &Range<usize>, at: usize) -> bool {
    let noun = |i: usize| i < clause.end && matches!(tokens[i].kind, TokenKind::Noun | TokenKind::Text);
    let behind_noun = at > clause.start && tokens[at - 1].is_nominal();
    let number = || at + 2 < clause.end && tokens[at + 2].kind == TokenKind::Number;
    noun(at + 1) && (behind_noun && reaches(tokens, clause, at + 2) || tokens[at + 1].has(Trait::Gauge) && number())
}

/// Whether a verb of change with its number stands at `at`.
fn reaches(tokens: &[Token], clause: &Range<usize>, at: usize) -> bool {
    at < clause.end && reaches_number(tokens, clause, at)
}

/// Whether only adverbs part the verb at `at` from a light verb before it: then it is that verb's object (开展专题协商).
fn behind_light_verb(tokens: &[Token], clause: &Range<usize>, at: usize) -> bool {
    let before = tokens[clause.start..at].iter().rev().find(|token| !token.is_adverb());
    before.is_some_and(|before| before.has(Trait::Light) && before.noun_use() == Some(NounUse::No))
}

/// What cannot follow an intransitive verb inside its clause.
fn takes_no_object(next: &Token) -> bool {
    matches!(next.kind, TokenKind::Noun | TokenKind::Text | TokenKind::Name | TokenKind::Verb(..))
}

/// The least weight of a predicate after a noun phrase.
pub const ENOUGH: i32 = 3;

/// Whether the verb at `at` opens a relative clause: …V…的N… with a heavier verb behind the 的.
fn relative(tokens: &Tokens<'_>, clause: &Range<usize>, at: usize) -> bool {
    if !tokens.any(&(at + 1..clause.end), Sort::De) {
        return false;
    }
    let rest = &tokens[at + 1..clause.end];
    let Some(de) = rest.iter().position(|token| token.kind == TokenKind::De) else { return false };
    // 支持委员以灵活的方式参加活动: the 的 belongs to what is done how
    if tokens[at].verb_class() == Some(VerbClass::Clausal)
        && rest[..de].iter().any(|token| token.kind == TokenKind::Frame(FrameClass::Manner))
    {
        return false;
    }
    let before_mark = tokens[at].verb_class() == Some(VerbClass::Stative)
        || !rest[..de].iter().any(|token| token.kind == TokenKind::Pause);
    let verb_behind = rest[de..].iter().enumerate().skip(1).any(|(i, token)| {
        token.noun_use() == Some(NounUse::No)
            && rest.get(de + i + 1).is_none_or(|next| next.kind != TokenKind::De)
            && rest[de + i - 1].kind != TokenKind::De
            && rest[de + i - 1].kind != TokenKind::Pause
    });
    before_mark && verb_behind
}

/// The predicate after a noun phrase that opens `clause`: the first verb that weighs enough, not the first token. It
/// yields to a later one that is no noun where it is itself also a noun and weighs far less (平均审理天数压缩至45天), and
/// to 取得 and its like with their short object (企业建立制度取得进展).
pub fn after_subject(tokens: &Tokens<'_>, clause: Range<usize>) -> Option<usize> {
    let weights = |at: usize| weight(tokens, &clause, at);
    let known = held(tokens, &clause).or_else(|| attained(tokens, &clause)).or_else(|| closing(tokens, &clause));
    if known.is_some() {
        return known;
    }
    let verbs = |from: usize| (from..clause.end).filter(|&at| tokens[at].is_verb());
    let heavy = verbs(clause.start + 1).find(|&at| weights(at) >= ENOUGH);
    let mut best = heavy.or_else(|| only_verb(tokens, &clause))?;
    for at in verbs(best + 1) {
        let parted =
            || tokens[best + 1..at].iter().any(|token| matches!(token.kind, TokenKind::Pause | TokenKind::And));
        let bounds = || only_bounds(tokens, best, at);
        // 产业投资占全部投资比重保持在50%: what it is a share of is part of the measure
        let shares = || tokens[best].has(Trait::Reach) && tokens[best + 1].kind != TokenKind::Number;
        let reaches = || reaches_number(tokens, &clause, at) && (gives_way(&tokens[best]) || shares());
        let outweighs = |by: i32| weights(at) >= weights(best) + by;
        let heavier = || tokens[best].noun_use() != Some(NounUse::No) && outweighs(3);
        let names = || at == best + 2 && tokens[best + 1].kind == TokenKind::Noun && outweighs(2);
        let awarded = || is_awarded(tokens, &clause, best, at) && !parted();
        if (reaches() || heavier()) && !parted() && !bounds()
            || names()
            || awarded()
            || moves_over_time(tokens, &clause, best, at)
            || yields(tokens, &clause, best, at)
        {
            best = at;
        }
    }
    let best = if acts_together(tokens, &clause, best) { best - 1 } else { best };
    Some(first_of_closing_run(tokens, &clause, best))
}

/// 坚持以市场为导向, 坚持把稳增长摆在突出位置: all that follows such a verb and a preposition is what is held to.
fn held(tokens: &Tokens<'_>, clause: &Range<usize>) -> Option<usize> {
    if !tokens.any(clause, SortSet::FRAMES) {
        return None;
    }
    let holds = |verb: &usize| {
        let held = |next: &Token| matches!(next.kind, TokenKind::Frame(_));
        tokens[*verb].has(Trait::Orientation) && tokens[*verb].has(Trait::Embeds) && held(&tokens[verb + 1])
    };
    (clause.start + 1..clause.end.saturating_sub(1)).find(holds)
}

/// 纠纷收案连续三年下降: only times and adverbs part the verb that closes the clause from the one that names what moves.
fn moves_over_time(tokens: &[Token], clause: &Range<usize>, first: usize, at: usize) -> bool {
    let between = &tokens[first + 1..at];
    at + 1 == clause.end
        && tokens[at].verb_class() == Some(VerbClass::Change)
        && gives_way(&tokens[first])
        && !between.is_empty()
        && between.iter().all(|token| {
            token.is_adverb() || matches!(token.kind, TokenKind::Time | TokenKind::Number | TokenKind::Ordinal)
        })
}

/// 县委书记6次约谈负责人: between someone who acts and whom or what they act on, the only verb of the clause, though it is also
/// a noun.
fn only_verb(tokens: &[Token], clause: &Range<usize>) -> Option<usize> {
    let last = &tokens[clause.end - 1];
    let mut verbs = (clause.start + 1..clause.end - 1).filter(|&at| tokens[at].is_verb());
    let verb = verbs.next().filter(|_| verbs.next().is_none())?;
    // 市政府统筹发展和安全
    let dual = tokens[verb].has(Trait::Dual) && last.kind == TokenKind::Noun;
    if !(dual || last.has(Trait::Agent) || matches!(last.kind, TokenKind::Name | TokenKind::Number)) {
        return None;
    }
    let joint = |token: &Token| dual && matches!(token.kind, TokenKind::And | TokenKind::Pause);
    let plain = |token: &Token| token.is_nominal() || token.is_adverb() || token.is_verb() || joint(token);
    let doer = tokens[clause.start..verb].iter().rev().find(|token| token.kind != TokenKind::Number)?;
    let acts = tokens[verb].verb_class() == Some(VerbClass::Transitive)
        && tokens[verb].noun_use() == Some(NounUse::Also)
        && doer.has(Trait::Agent)
        && tokens[verb + 1].is_nominal()
        && !names_rate(tokens, clause, verb);
    (acts && tokens[clause.clone()].iter().all(plain)).then_some(verb)
}

/// 生态扶贫替代种植获评优秀案例: whoever is chosen or honoured is all that stands before it, verb and object too.
fn is_awarded(tokens: &[Token], clause: &Range<usize>, first: usize, at: usize) -> bool {
    let honours = tokens[at].verb_class() == Some(VerbClass::Become) && tokens[at].has(Trait::Attain);
    honours
        && at > first + 1
        && at + 1 < clause.end
        && tokens[first].verb_class() == Some(VerbClass::Transitive)
        && !tokens[first - 1].is_adverb()
}

/// Whether the verb before the one at `at`, though also a noun, is the first thing that an agent does: 县政府研究处理,
/// 党中央团结带领人民.
fn acts_together(tokens: &[Token], clause: &Range<usize>, at: usize) -> bool {
    let transitive = |at: usize| tokens[at].verb_class() == Some(VerbClass::Transitive);
    let supports = tokens[at].verb_class() == Some(VerbClass::Clausal) && at + 1 == clause.end;
    at > clause.start + 1
        && (transitive(at) || supports)
        && ![Trait::Alone, Trait::Embeds, Trait::Light].into_iter().any(|one| tokens[at].has(one))
        && transitive(at - 1)
        && tokens[at - 1].noun_use() == Some(NounUse::Also)
        && acts_for_agent(tokens, clause, at - 1)
}

/// The verb of 取得…进展, 迈出…步伐 at the end of the clause: all that stands before it is its subject, verbs and all
/// (国有企业建立现代企业制度取得重大进展).
pub fn attained(tokens: &[Token], clause: &Range<usize>) -> Option<usize> {
    let last = clause.end.checked_sub(1).filter(|&last| tokens[last].has(Trait::Progress))?;
    let verb = (clause.start + 1..last).rev().find(|&at| tokens[at].has(Trait::Attain))?;
    let bare = tokens[verb + 1..last]
        .iter()
        .all(|token| token.is_nominal() || token.is_adverb() || token.kind == TokenKind::De);
    // 防控平稳转段、取得重大胜利: behind a pause it is one predicate of two
    let before = tokens[clause.start..verb].iter().rev().find(|token| !token.is_adverb());
    let parted = before.is_some_and(|before| before.kind == TokenKind::Pause);
    (bare && !parted && last - verb <= 4).then_some(verb)
}

/// Whether the clause ends in a verb that says that what stands before it is done (试点任务全部落地, 重组有序推进).
pub fn is_done(tokens: &Tokens<'_>, clause: &Range<usize>) -> bool {
    closing(tokens, clause).is_some()
}

/// The verb that closes a clause and says of all before it that it is done or moves: behind a noun, with an adverb before
/// it (战略性重组有序推进, 能力显著增强), or two verbs side by side (支持政策出台实施).
fn closing(tokens: &Tokens<'_>, clause: &Range<usize>) -> Option<usize> {
    let bare = |at: usize| {
        let token = &tokens[at];
        let class =
            matches!(token.verb_class(), Some(VerbClass::Transitive | VerbClass::Intransitive | VerbClass::Change));
        class && token.noun_use() != Some(NounUse::Mostly) && !token.has(Trait::Doer) && !token.has(Trait::Light)
    };
    let last = clause.end.checked_sub(1).filter(|&last| last > clause.start + 1 && bare(last))?;
    let first =
        (clause.start + 1..last).rev().take_while(|&at| bare(at) && tokens[at].noun_use() == Some(NounUse::No)).last();
    let run = first.filter(|&first| tokens[first].verb_class() == Some(VerbClass::Transitive));
    let start = run.unwrap_or(last);
    let region = (clause.start + 1..start).rev().take_while(|&at| tokens[at].is_adverb()).last();
    let noun = region.unwrap_or(start).checked_sub(1)?;
    let behind_noun =
        matches!(tokens[noun].kind, TokenKind::Noun | TokenKind::Name | TokenKind::Text | TokenKind::Number)
            && tokens[noun].span.len() > 1
            && noun > clause.start;
    let long = || tokens[last].span.len() >= 4 && tokens[last].noun_use() == Some(NounUse::No);
    let by_adverb = region.is_some() || long();
    if !behind_noun || !by_adverb && run.is_none() {
        return None;
    }
    let moved = tokens[last].has(Trait::Vague) || tokens[last].verb_class() == Some(VerbClass::Intransitive);
    let acts = |token: &Token| {
        token.noun_use() == Some(NounUse::No)
            || matches!(token.kind, TokenKind::Frame(FrameClass::Disposal | FrameClass::Passive | FrameClass::Target))
    };
    let before = clause.start..noun;
    let inside = || tokens.any(&before, SortSet::ACTS.and(SortSet::FRAMES)) && tokens[before.clone()].iter().any(acts);
    if !(by_adverb && moved) && inside() {
        return None;
    }
    let pauses = tokens.any(&(clause.start..start), Sort::Pause);
    let parted = pauses
        && (clause.start + 1..start).any(|at| {
            tokens[at].kind == TokenKind::Pause
                && tokens[at - 1].verb_class() == Some(VerbClass::Intransitive)
                && tokens[at - 1].noun_use() == Some(NounUse::No)
        });
    // 问题已移交部门限期整改: 已 and 全部 stand before the predicate
    let told = tokens.any(&(clause.start..noun), SortSet::ADVERBS);
    let begun = told
        && (clause.start + 2..noun).any(|at| {
            tokens[at].noun_use() == Some(NounUse::No)
                && tokens[at].has(Trait::Patient)
                && tokens[at - 1].kind == TokenKind::Adverb(AdverbClass::Time)
        });
    (!parted && !begun).then_some(start)
}

/// 落地实施 at the end of a clause: the run of verbs begins before the heaviest.
fn first_of_closing_run(tokens: &[Token], clause: &Range<usize>, mut at: usize) -> usize {
    let closes = tokens[at..clause.end].iter().all(Token::is_verb);
    while closes
        && at > clause.start + 1
        && tokens[at - 1].noun_use() == Some(NounUse::No)
        && !tokens[at - 1].has(Trait::Embeds)
    {
        at -= 1;
    }
    at
}

/// Whether the verb at `at` is one of change right before its number.
pub fn reaches_number(tokens: &[Token], clause: &Range<usize>, at: usize) -> bool {
    let number = tokens.get(at + 1).filter(|_| at + 1 < clause.end).is_some_and(|next| next.kind == TokenKind::Number);
    tokens[at].verb_class() == Some(VerbClass::Change) && number
}

/// Whether 不少于 and its like at `at` only bound the number of what the verb at `verb` does (举办学习不少于12次): no measure
/// stands between them (办结时间不超过30天).
pub fn only_bounds(tokens: &[Token], verb: usize, at: usize) -> bool {
    let between = &tokens[verb + 1..at];
    let noun = tokens[verb].noun_use();
    let bounds = tokens[at].has(Trait::Bounding) && noun != Some(NounUse::Mostly)
        || tokens[at].has(Trait::Exceeding) && noun == Some(NounUse::No);
    bounds && !between.iter().any(|token| token.has(Trait::Gauge))
}

/// Whether a verb before a measure and its number is part of the measure's name (执行案款发放时间压缩至12天), and does not
/// take what is reached as its object (推动…达到, 实现…增长).
pub fn gives_way(verb: &Token) -> bool {
    verb.verb_class() != Some(VerbClass::Clausal)
        && verb.verb_class() != Some(VerbClass::Change)
        && !verb.has(Trait::Embeds)
}

/// Whether the verb at `first` with its object is the subject of 取得, 得到, 迈出 … at `at`.
fn yields(tokens: &[Token], clause: &Range<usize>, first: usize, at: usize) -> bool {
    let token = &tokens[at];
    let lists = tokens[first + 1..at].iter().any(|token| token.kind == TokenKind::Etc);
    let within = |token: &Token| {
        token.is_nominal()
            || token.is_adverb()
            || token.is_verb()
            || lists && matches!(token.kind, TokenKind::Pause | TokenKind::And | TokenKind::Etc)
    };
    let inside = tokens[first + 1..at].iter().all(within);
    let short = clause.end - at <= 4;
    // 某市入选生态产品价值实现机制试点
    let honoured = tokens[first].verb_class() == Some(VerbClass::Become) && tokens[first].has(Trait::Attain);
    token.has(Trait::Alone)
        && !honoured
        && token.noun_use() == Some(NounUse::No)
        && inside
        && at > first + 1
        && short
        && !token.has(Trait::Light)
}

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
        let higher = tokens.is_word(phrase.start, '更') && at > phrase.start + 1;
        let opens = !higher && opens_conjunct(tokens, &phrase, at);
        let mut weight = weight(tokens, &phrase, at) - if opens { 6 } else { 0 };
        if at + 1 == phrase.end && tokens[at].noun_use() == Some(NounUse::Also) {
            // 围绕产业升级协商议政, 聚焦产城融合持续议政: four characters name an act that needs no object, and so do two behind
            // an adverb
            let led = || at > phrase.start && tokens[at - 1].is_adverb();
            let deed = tokens[at].has(Trait::Doer) && (tokens[at].span.len() >= 4 || led());
            weight += if deed { 2 } else { -1 };
        }
        if tokens[at].has(Trait::Light) && tokens[at].noun_use() == Some(NounUse::No) {
            weight += 2;
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
    (is_light || embeds)
        && at + 1 == phrase.end
        && (tokens[at].verb_class() == Some(VerbClass::Intransitive)
            || verb + 1 < at
                && tokens[at - 1].is_adverb()
                && tokens[at].noun_use() == Some(NounUse::Also)
                && !tokens[at].has(Trait::Doer))
        && tokens[verb + 1..at].iter().all(|token| token.is_nominal() || token.is_adverb())
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
    let before = tokens[phrase.start..at].iter().rev().find(|token| !token.is_adverb());
    before.is_none_or(|token| matches!(token.kind, TokenKind::Pause | TokenKind::And))
}

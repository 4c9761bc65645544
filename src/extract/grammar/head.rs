//! The head of a clause: which of its verbs is the predicate behind a noun phrase, and what closes a clause.

use std::ops::Range;

use crate::rules::{AdverbClass, FrameClass, NounUse, Trait, VerbClass};

use super::sorts::{Sort, SortSet};
use super::token::{Token, TokenKind, Tokens};
use super::weight::{ENOUGH, acts_for_agent, names_rate, reaches_number, weight};

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
    // 提出的改造管网、增设车位等9条建议写进方案: what was proposed is all before it
    let listed = || told_of_list(tokens, &clause).unwrap_or(clause.start + 1);
    let heavy = verbs(listed()).find(|&at| weights(at) >= ENOUGH);
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
        // 创新民生实事遴选机制: what is made anew is a way of doing something
        let way = || at + 2 == clause.end && tokens.last_char(at + 1) == '制' && tokens[at + 1].kind == TokenKind::Noun;
        let names = || at == best + 2 && tokens[best + 1].kind == TokenKind::Noun && outweighs(2) && !way();
        let awarded = || is_awarded(tokens, &clause, best, at) && !parted();
        if (reaches() || heavier()) && !parted() && !bounds()
            || names()
            || awarded()
            || moves_over_time(tokens, &clause, best, at)
            || is_fulfilled(tokens, &clause, best, at)
            || yields(tokens, &clause, best, at)
        {
            best = at;
        }
    }
    let best = if acts_together(tokens, &clause, best) { best - 1 } else { best };
    Some(first_of_closing_run(tokens, &clause, best))
}

/// Behind the 等 and the number of a list that a verb with its 的 says which it is, if another verb follows it.
fn told_of_list(tokens: &Tokens<'_>, clause: &Range<usize>) -> Option<usize> {
    if !tokens.any(clause, Sort::Etc) || tokens.get(clause.start + 1).is_none_or(|next| next.kind != TokenKind::De) {
        return None;
    }
    let etc = clause.clone().rev().find(|&at| tokens[at].kind == TokenKind::Etc)?;
    let counted = etc + 2 < clause.end && tokens[etc + 1].kind == TokenKind::Number;
    let goes_on = || tokens[etc + 2..clause.end].iter().any(|token| token.noun_use() == Some(NounUse::No));
    (tokens[clause.start].is_verb() && counted && goes_on()).then_some(etc + 2)
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

/// 农房重建任务提前完成: the verb before 任务 and its like tells of what kind the task is that is fulfilled.
fn is_fulfilled(tokens: &Tokens<'_>, clause: &Range<usize>, first: usize, at: usize) -> bool {
    at + 1 == clause.end
        && first + 2 < at
        && tokens[first].verb_class() == Some(VerbClass::Transitive)
        && (tokens[first + 1].has(Trait::Aim) || tokens[first + 1].has(Trait::Compound))
        && tokens[first + 2..at].iter().all(Token::is_adverb)
        && tokens.head(at) == Some("enacts")
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
    // 防控平稳转段、取得重大胜利, 完成布展并实现开放: behind a pause or 并 it is one predicate of two
    let before = tokens[clause.start..verb].iter().rev().find(|token| !token.is_adverb() || is_joint(token));
    let parted = before.is_some_and(|before| before.kind == TokenKind::Pause || is_joint(before));
    (bare && !parted && last - verb <= 4).then_some(verb)
}

/// 并.
fn is_joint(token: &Token) -> bool {
    token.kind == TokenKind::Adverb(AdverbClass::Connective)
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
    // 建成处理站1座并投入运行: 并 joins it to the act before it
    let joined = tokens.any(&(noun + 1..start), Sort::Connective);
    if (joined || !(by_adverb && moved)) && inside() {
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
    let inside = tokens[first + 1..at].iter().all(|token| within(token) && !is_joint(token));
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

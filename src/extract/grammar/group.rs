//! Verb groups: verbs that share an object with no comma between them (制定完善, 承办并参加, 修改、废止,
//! 深入学习、全面领会、准确把握) are one predicate (codebook, "Activities" and settled case 11).

use std::ops::Range;

use crate::rules::{AdverbClass, FrameClass, NounUse, Trait, VerbClass};

use super::token::{Token, TokenKind, Tokens};

/// The end (exclusive) of the verb group that begins at `at`, inside `clause`.
pub fn end(tokens: &Tokens<'_>, clause: &Range<usize>, at: usize) -> usize {
    let mut end = at + 1;
    loop {
        let next = adjacent(tokens, clause, at, end).or_else(|| conjoined(tokens, clause, end));
        match next {
            Some(next) => end = next,
            None => return end,
        }
    }
}

/// The end of a run of verbs that closes the clause behind what is done (研究院启动建设, 医学中心落地实施): all of them
/// are one predicate. None where anything but verbs stands there, or where the first takes what is done as its object.
pub fn closing_run(tokens: &[Token], clause: &Range<usize>, at: usize) -> Option<usize> {
    let run = &tokens[at..clause.end];
    if run.len() < 2 || !run.iter().all(Token::is_verb) {
        return None;
    }
    let head = &tokens[at];
    let takes = [Trait::Alone, Trait::Attain, Trait::Vague].into_iter().any(|one| head.has(one))
        || matches!(
            head.verb_class(),
            Some(VerbClass::Clausal | VerbClass::Become | VerbClass::Receive | VerbClass::Change | VerbClass::Single)
        );
    // 桥梁景观提升改造: what improves what is rebuilt
    let improves =
        head.verb_class() == Some(VerbClass::Change) && run.len() == 2 && run[1].noun_use() == Some(NounUse::Also);
    let closes = run
        .iter()
        .all(|token| (improves || token.verb_class() != Some(VerbClass::Change)) && !token.has(Trait::Benchmark));
    (closes && (improves || !takes)).then_some(clause.end)
}

/// V V: the second verb belongs to the group unless it heads the first one's object.
fn adjacent(tokens: &Tokens<'_>, clause: &Range<usize>, first: usize, end: usize) -> Option<usize> {
    let token = tokens.get(end).filter(|_| end < clause.end)?;
    let TokenKind::Verb(class, noun) = token.kind else { return None };
    // 在改革上求突破: what a verb of one character is after is its object
    if tokens[first].verb_class() == Some(VerbClass::Single) && end + 1 == clause.end {
        return None;
    }
    // 让监督走进生活: 让 and 使 stand before whoever is made to act
    if tokens[first].verb_class() == Some(VerbClass::Clausal) && tokens[first].span.len() == 1 {
        return None;
    }
    let hastens = tokens[first].has(Trait::Hastens) && end == first + 1;
    let alone = token.has(Trait::Alone) && !(hastens && token.has(Trait::Embeds));
    if alone || matches!(class, VerbClass::Stative | VerbClass::Speech) {
        return None;
    }
    if class == VerbClass::Change && tokens.get(end + 1).is_some_and(|next| next.kind == TokenKind::Number) {
        return None;
    }
    // 协商决定了名单: 了 closes the group
    let finished = tokens.get(end + 1).is_some_and(|next| end + 2 < clause.end && next.kind == TokenKind::Aspect);
    if finished && class == VerbClass::Transitive && tokens[first].noun_use() == Some(NounUse::Also) {
        return Some(end + 1);
    }
    let head = &tokens[first];
    // 报告办理进展: how something goes
    if tokens.is_term(first, ['报', '告']) && end + 1 < clause.end {
        return None;
    }
    // 达到消除疟疾标准: what is reached is named by a noun
    if head.has(Trait::Reach) && class == VerbClass::Transitive {
        return None;
    }
    // 出台支持就业措施: of what kind the paper is
    let issued = |at: usize| tokens.head(at) == Some("issues");
    let issues = || issued(end - 1) || issued(first) && tokens.head(end - 1) == Some("enacts");
    let on_papers = || matches!(tokens.head(end), Some("issues" | "enacts" | "study"));
    if end + 1 < clause.end && issues() && !on_papers() {
        return None;
    }
    // 健全执行协作机制: what the institution is for
    let founds = || {
        matches!(tokens.head(end - 1), Some("founds" | "enacts")) && tokens.head(clause.end - 1) == Some("institution")
    };
    let carries_out = matches!(tokens.words(end), ['落', '实']);
    if (noun == NounUse::Also || carries_out) && end + 1 < clause.end && founds() {
        return None;
    }
    // 设立司法救助专项资金: what is set up is named by a noun
    let named = || {
        let last = &tokens[clause.end - 1];
        tokens[end + 1].is_nominal() && (last.is_nominal() || last.kind == TokenKind::Number)
    };
    if tokens.head(end - 1) == Some("sets_up") && noun == NounUse::Also && end + 1 < clause.end && named() {
        return None;
    }
    // 当好贯彻落实部署的执行者: what someone is to be is named by a noun
    let is_someone = matches!(tokens.words(first), [.., '当', '好'] | ['争', '当']);
    if is_someone && tokens[end + 1..clause.end].iter().any(|token| token.kind == TokenKind::De) {
        return None;
    }
    // 作为发展经济的重点: what something is taken as stands behind it
    if head.verb_class() == Some(VerbClass::Become) && noun == NounUse::No {
        return None;
    }
    if holds_clause(tokens, clause, head, end) {
        return None;
    }
    let opens_object =
        |at: usize| tokens.get(at).filter(|_| at < clause.end).is_some_and(|next| next.is_nominal() || next.is_verb());
    // 巩固完善基本药物制度: what is an adverb elsewhere stands before a noun; 细化落实进一步促进消费清单: or before a verb of it
    let names = |at: usize| {
        at + 1 < clause.end
            && tokens[at].is_adverb()
            && (tokens[at + 1].kind == TokenKind::Noun || tokens[at + 1].noun_use() == Some(NounUse::No))
    };
    // 加快发展多层次、多支柱保险体系
    let names_kinds = |at: usize| {
        at + 2 < clause.end
            && tokens[at].kind == TokenKind::Adverb(AdverbClass::Manner)
            && (tokens[at + 1].kind == TokenKind::Pause && tokens[at + 2].is_nominal() || names(at))
    };
    if end + 1 == clause.end && head.has(Trait::Doer) && (token.has(Trait::Doer) || class == VerbClass::Intransitive) {
        return Some(end + 1);
    }
    // 赴县区暗访督导: two acts of one kind
    let both = noun == NounUse::Also && head.noun_use() == Some(NounUse::Also) && end == first + 1;
    if both && end + 1 == clause.end && names_arranged(tokens, first) && names_arranged(tokens, end) {
        return Some(end + 1);
    }
    // 弘扬埋头苦干、求真务实的作风: what takes no object says of what kind the noun behind 的 is
    let de = || tokens[end + 1..clause.end].iter().any(|token| token.kind == TokenKind::De);
    // 完善生育支持政策: so does it in front of a noun
    let noun_behind = tokens.get(end + 1).is_some_and(|next| {
        matches!(next.kind, TokenKind::Noun | TokenKind::Text | TokenKind::Name)
            || next.noun_use() == Some(NounUse::Also)
    });
    if class == VerbClass::Intransitive && end + 1 < clause.end && (de() || noun_behind && noun == NounUse::No) {
        return None;
    }
    // 数据中心揭牌投运
    let befalls = |token: &Token| token.verb_class() == Some(VerbClass::Intransitive) && token.has(Trait::Patient);
    if befalls(head) && befalls(token) && end + 1 == clause.end {
        return Some(end + 1);
    }
    // 联盟组建运行
    let whole = head.verb_class() == Some(VerbClass::Transitive)
        && ![Trait::Light, Trait::Embeds, Trait::Attain].into_iter().any(|one| head.has(one));
    if whole && end + 1 == clause.end && class == VerbClass::Intransitive && token.has(Trait::Patient) {
        return Some(end + 1);
    }
    let takes_clause = head.verb_class() == Some(VerbClass::Clausal) || head.has(Trait::Embeds);
    let hastens = head.has(Trait::Hastens) && noun == NounUse::No && class == VerbClass::Transitive;
    let far = tokens.get(end + 1).is_some_and(|next| end + 2 < clause.end && next.is_adverb());
    // 加快打造以国潮为引领的品牌, 加快组建由龙头牵头的联合体
    let by_means = tokens.get(end + 1).is_some_and(|next| {
        end + 2 < clause.end
            && matches!(next.kind, TokenKind::Frame(FrameClass::Manner | FrameClass::Place | FrameClass::Agent))
    });
    // 加快修订和完善法律
    let joined = || {
        matches!(tokens[end + 1].kind, TokenKind::And | TokenKind::Pause)
            && tokens.get(end + 2).is_some_and(|next| next.kind == TokenKind::Verb(VerbClass::Transitive, NounUse::No))
            && opens_object(end + 3)
    };
    let hastened = end > first + 1 && tokens[first].has(Trait::Hastens);
    // 加快形成覆盖城乡的体系: it is the hastened verb that takes the object
    let relates = (!takes_clause || hastened) && relates(tokens, clause, end);
    if hastens
        && !(hastened && relates)
        && (far || by_means || opens_object(end + 1) || end + 3 < clause.end && joined())
    {
        return Some(end + 1);
    }
    if class == VerbClass::Intransitive && takes_clause || relates || attributive(tokens, clause, end) {
        return None;
    }
    let joins = match noun {
        NounUse::No => {
            // 深化拓展“双减”成果
            let deepens = head.has(Trait::Vague)
                && class == VerbClass::Transitive
                && !token.has(Trait::Relates)
                && tokens.get(end + 1).is_some_and(|next| matches!(next.kind, TokenKind::Noun | TokenKind::Name));
            (!head.has(Trait::Light) || deepens)
                && !names_office(tokens, clause, end)
                && (opens_object(end + 1)
                    || !takes_clause && names(end + 1)
                    || end + 1 == clause.end
                    || class == VerbClass::Intransitive)
        }
        NounUse::Also if token.has(Trait::Settles) && end + 1 == clause.end => !head.has(Trait::Light),
        // 采取抽查方式检查: a means is named by a noun, and the verb that it serves follows
        NounUse::Also
            if head.has(Trait::Means)
                && tokens
                    .get(end + 2)
                    .filter(|_| end + 2 < clause.end)
                    .is_some_and(|next| next.noun_use() == Some(NounUse::No)) =>
        {
            false
        }
        NounUse::Also => {
            !head.has(Trait::Light)
                && tokens.get(end + 1).filter(|_| end + 1 < clause.end).is_some_and(|next| {
                    matches!(
                        next.kind,
                        TokenKind::Name | TokenKind::Number | TokenKind::Noun | TokenKind::Text | TokenKind::Aspect
                    ) || head.has(Trait::Hastens) && names_kinds(end + 1)
                })
                && !compound(tokens, clause, end)
                // 增强投资关键作用: whose part it is
                && !tokens.words(clause.end - 1).ends_with(&['作', '用'])
                && !attributive(tokens, clause, end + 1)
        }
        NounUse::Mostly => false,
    };
    joins.then_some(end + 1)
}

/// Whether what follows 坚持, or 推动 and its like, is a clause of its own (坚持放管结合, 推动诉前调解成功率提高): then no verb
/// in it joins theirs. 推动整改 alone is a group (settled case 12).
fn holds_clause(tokens: &[Token], clause: &Range<usize>, head: &Token, second: usize) -> bool {
    let rest = &tokens[second..clause.end];
    let end = rest.iter().position(|token| token.kind == TokenKind::Pause).unwrap_or(rest.len());
    let later = || rest[1..end].iter().any(|token| token.noun_use() == Some(NounUse::No));
    head.has(Trait::Embeds) && head.has(Trait::Orientation) || head.verb_class() == Some(VerbClass::Clausal) && later()
}

/// Whether the word at `at` names an act such as bodies arrange: 视察, 协商, 检查.
fn names_arranged(tokens: &Tokens<'_>, at: usize) -> bool {
    tokens.head(at) == Some("arranged")
}

/// Whether the verb at `at` only opens an attribute: 打通贯彻执行中的堵点.
fn attributive(tokens: &Tokens<'_>, clause: &Range<usize>, at: usize) -> bool {
    let de = |at: usize| at < clause.end && tokens[at].kind == TokenKind::De;
    // 走好创新引领之路
    let path = |at: usize| {
        at < clause.end && matches!(tokens.reading.chars()[tokens[at].span.start..], ['之', '路' | '道' | '举', ..])
    };
    de(at + 1) || de(at + 2) && tokens[at + 1].span.len() == 1 || path(at + 1) || path(at + 2)
}

/// Whether the verb at `at` says, before a 的 or a plan, a measure, an event, of what kind the object is: 完善促进贸易发展的制度,
/// 制定促进消费方案, 办好庆祝建校活动.
fn relates(tokens: &[Token], clause: &Range<usize>, at: usize) -> bool {
    let last = clause.clone().rev().find(|&at| !matches!(tokens[at].kind, TokenKind::Number | TokenKind::Paren));
    let plans = last.is_some_and(|last| last > at + 1 && tokens[last].has(Trait::Plan));
    tokens[at].has(Trait::Relates)
        && at + 2 < clause.end
        && (plans || tokens[at + 2..clause.end - 1].iter().any(|token| token.kind == TokenKind::De))
}

/// Whether a verb that is no noun by itself names something with the noun that ends its phrase: 请示报告制度.
fn names_office(tokens: &[Token], clause: &Range<usize>, at: usize) -> bool {
    compound(tokens, clause, at) && tokens[at + 1].has(Trait::Aim)
}

/// Whether the verb at `at` with the one word behind it, at the end of its phrase, is a compound noun (监督机制).
fn compound(tokens: &[Token], clause: &Range<usize>, at: usize) -> bool {
    let Some(next) = tokens.get(at + 1) else { return false };
    let closes = tokens.get(at + 2).filter(|_| at + 2 < clause.end).is_none_or(|token| {
        matches!(token.kind, TokenKind::Pause | TokenKind::And | TokenKind::Etc | TokenKind::Number)
    });
    closes && next.kind != TokenKind::Name && next.span.len() <= 2
}

/// V 和 V, V、V, V 并 V with nothing between them but adverbs: one group where the later one takes the object
/// (or where both stand at the end).
fn conjoined(tokens: &[Token], clause: &Range<usize>, end: usize) -> Option<usize> {
    let joint = tokens.get(end).filter(|_| end < clause.end)?;
    let joins = matches!(joint.kind, TokenKind::Pause | TokenKind::And | TokenKind::Adverb(AdverbClass::Connective));
    if !joins {
        return None;
    }
    let mut at = end + 1;
    while at < clause.end && tokens[at].is_adverb() {
        // 既要依法行政、也要紧抓快办: what has to be done is told of each
        if tokens[at].kind == TokenKind::Adverb(AdverbClass::Must) {
            return None;
        }
        at += 1;
    }
    let verb = tokens.get(at).filter(|_| at < clause.end)?;
    // 考虑和运用规律, 配置并利用资源: a preposition that is the verb before a noun
    let taken = tokens.get(at + 1).is_some_and(|next| at + 1 < clause.end && next.is_nominal());
    if taken && verb.has(Trait::Dual) && verb.kind == TokenKind::Frame(FrameClass::Manner) {
        return Some(at + 1);
    }
    let TokenKind::Verb(class, _) = verb.kind else { return None };
    let takes = !matches!(class, VerbClass::Stative | VerbClass::Speech | VerbClass::Single);
    let before = &tokens[end - 1];
    // 深入学习、全面领会: verbs with an adverb each share the object of the last
    let alone = before.has(Trait::Doer) && at == end + 1 || before.verb_class() == Some(VerbClass::Intransitive);
    let object = at + 1 < clause.end && matches!(class, VerbClass::Transitive | VerbClass::Change);
    (takes && !(alone && object)).then_some(at + 1)
}

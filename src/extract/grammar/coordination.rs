//! Coordination: whether a 、, 和 or 并 behind a predicate's object opens another predicate (增强意识、坚定自信) or
//! goes on with a list of nouns (协商座谈和民主监督). Codebook, "Activities": clauses split at 、 or 和 where these
//! join verb phrases.

use std::ops::Range;

use crate::rules::{AdverbClass, FrameClass, NounUse, Trait, VerbClass};

use super::framed;
use super::lists::{holds_list, lists_aims, lists_attributes, plays_part, sums_list};
use super::sorts::{Sort, SortSet};
use super::token::{Token, TokenKind, Tokens, length};
use super::weight::reaches_number;

/// Where the next predicate's region (its adverbs first) begins behind the verb group that ends at `from`, with
/// the end of this predicate's object. None where the object goes on to the clause's end.
pub fn next(tokens: &Tokens<'_>, clause: &Range<usize>, verb: usize, from: usize) -> Option<(usize, usize)> {
    const JOINTS: SortSet = SortSet::of(&[Sort::Pause, Sort::And, Sort::Connective]);
    let rest = from..clause.end;
    let holds_list = || holds_list(tokens, clause, verb, from);
    let beside = side_by_side(tokens, clause, verb, from).or_else(|| behind_sum(tokens, clause, verb, from));
    let beside = beside.map(|second| (second, second));
    // most predicates are the only ones of their clauses
    if !tokens.any(&rest, JOINTS) {
        return beside.filter(|_| !holds_list());
    }
    let lists = || {
        lists_attributes(tokens, clause, from)
            || lists_aims(tokens, clause, from)
            || plays_part(tokens, clause, verb, from)
            || sums_list(tokens, clause, from)
    };
    if tokens.any(&rest, Sort::Pause) && lists() || holds_list() {
        return None;
    }
    if beside.is_some() {
        return beside;
    }
    let etc = list_end(tokens, clause, from);
    for at in rest {
        let joint = tokens[at].kind;
        if at == from && joint != TokenKind::Pause {
            continue;
        }
        let opens = match joint {
            TokenKind::Pause if other_measure(tokens, clause, verb, at) => true,
            TokenKind::Pause => {
                etc.is_none_or(|etc| at > etc) && opens_predicate(tokens, clause, verb, from..at, at + 1, false)
            }
            TokenKind::And => opens_predicate(tokens, clause, verb, from..at, at + 1, true),
            TokenKind::Adverb(AdverbClass::Connective) => {
                let bare = at + 1 < clause.end && is_and(tokens, &tokens[at]);
                // 完成土地报批并开工: what befalls a thing once its object is done with
                let begins = || {
                    let head = &tokens[verb];
                    let is_done = !head.has(Trait::Embeds) || head.has(Trait::Light);
                    head.kind == TokenKind::Verb(VerbClass::Transitive, NounUse::No)
                        && is_done
                        && tokens[at + 1].has(Trait::Patient)
                        && tokens[at + 1].noun_use() == Some(NounUse::No)
                };
                let deed =
                    at + 2 == clause.end && tokens[at + 1].is_verb() && (tokens[at + 1].has(Trait::Doer) || begins());
                bare && (deed || opens_predicate(tokens, clause, verb, from..at, at + 1, false))
            }
            _ => false,
        };
        if opens {
            return Some((at, at + 1));
        }
    }
    None
}

/// 深化改革扩大开放: verb and noun twice over without a mark, each of two characters; gives the second verb.
fn side_by_side(tokens: &Tokens<'_>, clause: &Range<usize>, verb: usize, from: usize) -> Option<usize> {
    if from != verb + 1 || from + 3 != clause.end {
        return None;
    }
    let noun = |at: usize| {
        let token = &tokens[at];
        token.span.len() == 2 && token.may_be_noun()
    };
    let acts = |at: usize| {
        let takes = matches!(tokens[at].verb_class(), Some(VerbClass::Transitive | VerbClass::Change));
        tokens[at].span.len() == 2 && takes && tokens[at].noun_use() == Some(NounUse::No)
    };
    // 稳就业促增收: the same with verbs of one character
    let single = |at: usize| tokens[at].span.len() == 1 && tokens[at].is_verb();
    let thing = |at: usize| {
        tokens[at].kind == TokenKind::Name
            || tokens[at].span.len() == 2 && (tokens[at].is_nominal() || tokens[at].is_verb())
    };
    // 建好阵地学理论, 服务大局促发展
    let leads =
        || tokens[verb].kind == TokenKind::Verb(VerbClass::Transitive, NounUse::Also) && tokens[verb].span.len() == 2;
    // 一是补齐短板兴农业
    let opens =
        verb == clause.start || verb == clause.start + 1 && matches!(tokens.last_char(clause.start), '是' | '要');
    let first = single(verb) || opens && (acts(verb) || leads());
    if first && thing(from) && single(from + 1) && thing(from + 2) {
        return Some(from + 1);
    }
    let second = from + 1;
    let agent = tokens[from].has(Trait::Agent);
    // 完成国家下达任务: what is fulfilled was set by someone
    let fulfils = tokens[verb].has(Trait::Light) && tokens[verb].has(Trait::Embeds);
    // 反馈巡察发现问题: what was found by an act is one thing
    let found = tokens[from].is_verb() && tokens.words(second) == ['发', '现'];
    // 进入国家核准程序: verb and noun are one name
    let named = tokens[second + 1].has(Trait::Compound);
    // 提升项目谋划质量: what is told of an act is its measure
    let measured = || tokens.head(second + 1) == Some("degree") || tokens.is_measure(tokens[second + 1].span);
    // 服务大局促进发展: with nothing before it, the first verb may be a noun too where the second may not
    let leads = || {
        let class = tokens[second].verb_class();
        verb == clause.start
            && tokens[verb].kind == TokenKind::Verb(VerbClass::Transitive, NounUse::Also)
            && tokens[verb].span.len() == 2
            && tokens[second].span.len() == 2
            && matches!(class, Some(VerbClass::Transitive | VerbClass::Clausal))
            && tokens[second].noun_use() == Some(NounUse::No)
    };
    let both = acts(verb) && acts(second) || leads();
    (!agent && !found && !fulfils && !named && noun(from) && both && noun(second + 1) && !measured()).then_some(second)
}

/// 出动警力300人次对重点场所开展检查: behind so many, whom or what the next act is about opens it. What someone led to act
/// does is the object of who leads them. Gives the preposition.
fn behind_sum(tokens: &Tokens<'_>, clause: &Range<usize>, verb: usize, from: usize) -> Option<usize> {
    let leads = tokens[verb].verb_class() != Some(VerbClass::Transitive) || tokens[verb].has(Trait::Embeds);
    let opens = |at: &usize| {
        matches!(tokens[*at].kind, TokenKind::Frame(FrameClass::Target | FrameClass::Disposal))
            && tokens[at - 1].kind == TokenKind::Number
            && framed::after_frame(tokens, at + 1..clause.end, false).is_some()
    };
    (from + 1..clause.end).find(opens).filter(|_| !leads)
}

/// 并, 并且, 从而 … inside a clause part predicates.
pub fn is_and(tokens: &Tokens<'_>, token: &Token) -> bool {
    matches!(tokens.reading.chars()[token.span.start], '并' | '且' | '从' | '进')
}

/// Where a list of the first verb's objects ends with 等 or 等活动, if one does: no 、 before it opens a predicate.
fn list_end(tokens: &Tokens<'_>, clause: &Range<usize>, from: usize) -> Option<usize> {
    if !tokens.any(&(from..clause.end), Sort::Etc) {
        return None;
    }
    let etc = (from..clause.end).rev().find(|&at| tokens[at].kind == TokenKind::Etc)?;
    let rest = &tokens[etc + 1..clause.end];
    let head = rest.iter().take_while(|token| !matches!(token.kind, TokenKind::Pause)).collect::<Vec<_>>();
    let length: usize = head.iter().map(|token| token.span.len()).sum();
    // 用地、用林等报批联审机制: what is done with them is part of how it is called
    let way = || head.last().is_some_and(|last| last.has(Trait::Plan) && last.has(Trait::Compound));
    let nominal = head.iter().all(|token| token.noun_use() != Some(NounUse::No)) || way();
    (nominal && length <= 16).then_some(etc)
}

/// Whether a predicate begins at `at`, behind a 、 (or 和 where `weak`), given the object so far.
fn opens_predicate(
    tokens: &Tokens<'_>,
    clause: &Range<usize>,
    verb: usize,
    object: Range<usize>,
    at: usize,
    weak: bool,
) -> bool {
    let mut head = at;
    while head < clause.end && tokens[head].is_adverb() {
        let noun = tokens.get(head + 1).filter(|_| head + 1 < clause.end).is_some_and(|next| next.is_nominal());
        if tokens[head].has(Trait::Dual) && noun && !weak && !open_frame(tokens, &object, |_| true) {
            return true;
        }
        head += 1;
    }
    let Some(token) = tokens.get(head).filter(|_| head < clause.end) else { return false };
    // 关闭浪费资源、不具备条件的厂矿: what they do not do says which they are
    let denies = |at: usize| tokens[at].kind == TokenKind::Adverb(AdverbClass::Negation);
    if (at..head).any(denies) && tokens.any(&(head..clause.end), Sort::De) {
        return false;
    }
    let leads = tokens[verb].verb_class() == Some(VerbClass::Clausal) || tokens[verb].has(Trait::Embeds);
    if !weak && (!leads || tokens[verb].has(Trait::State)) && other_agent(tokens, clause, verb, head).is_some() {
        return true;
    }
    if let TokenKind::Frame(_) = token.kind {
        let behind = framed::after_frame(tokens, head + 1..clause.end, false);
        // 开通线上购药并在全国率先试点“钱包”: an adverb tells that it is done
        let joined = at > clause.start && is_and(tokens, &tokens[at - 1]);
        let acts = |verb: usize| {
            tokens[verb].noun_use() == Some(NounUse::No)
                || joined && verb > head + 1 && tokens[verb - 1].is_adverb() && verb + 1 < clause.end
        };
        return !weak && behind.is_some_and(acts);
    }
    let TokenKind::Verb(class, noun) = token.kind else { return false };
    // 推进改机制、改作风: what the object is made of goes on
    // 坚持抓项目、兴产业: so does what is held
    let listed = |first: usize| {
        is_same(tokens, first, head) || tokens[verb].has(Trait::Orientation) && tokens[first].span.len() == 1
    };
    if class == VerbClass::Single && !object.is_empty() && listed(object.start) {
        return false;
    }
    // 参与重大工程和补短板项目建设: behind 和 a verb of one character is a piece of a name, but for an adverb
    if weak && class == VerbClass::Single && head == at {
        return false;
    }
    // 把资金用于改善民生和促进发展上: 上 closes what it is used for
    if weak && tokens[verb].verb_class() == Some(VerbClass::Become) && tokens.is_word(clause.end - 1, '上') {
        return false;
    }
    // 锻造让党放心、让人民满意的铁军
    let same = !object.is_empty() && is_same(tokens, object.start, head);
    if same && tokens[head + 1..clause.end].iter().any(|token| token.kind == TokenKind::De) {
        return false;
    }
    let adverb = head > at;
    let end = (head + 1..clause.end).find(|&i| matches!(tokens[i].kind, TokenKind::Pause)).unwrap_or(clause.end);
    let rest = &tokens[head + 1..end];
    if matches!(class, VerbClass::Stative) || rest.first().is_some_and(|next| next.kind == TokenKind::De) {
        return false;
    }
    // 推动职能向优化环境、服务群众转变: 向 is open until what turns to it
    let turns = tokens[verb].verb_class() == Some(VerbClass::Clausal)
        && tokens[clause.end - 1].verb_class() == Some(VerbClass::Intransitive);
    let about = |at: usize| match tokens.words(at) {
        _ if weak => true,
        ['关', '于'] => true,
        ['向'] => turns && !object.clone().any(|i| i > at && tokens[i].verb_class() == Some(VerbClass::Intransitive)),
        _ => false,
    };
    let open = open_frame(tokens, &object, about);
    if object_is_open(tokens, verb, &object) && !tokens[verb].has(Trait::Patient) || open {
        return false;
    }
    // 推动吊销、注销违规企业3户: what is brought about lacks what it is done to
    let bare = object.len() == 1 && tokens[object.start].kind == TokenKind::Verb(VerbClass::Transitive, NounUse::No);
    if !weak && tokens[verb].verb_class() == Some(VerbClass::Clausal) && bare && head == at {
        return false;
    }
    // 任命28人、免职17人: so many each time
    let only = |tokens: &[Token]| matches!(tokens, [number] if number.kind == TokenKind::Number);
    if !weak && noun != NounUse::Mostly && only(&tokens[object.clone()]) && only(rest) {
        return true;
    }
    // 签约项目31个、开工22个: so many of them have come so far
    if class == VerbClass::Intransitive && !rest.is_empty() {
        let so_many = |at: usize| tokens[at].kind == TokenKind::Number;
        let befall = token.has(Trait::Patient) && (object.len() > 1 || tokens[verb].has(Trait::Patient));
        return !weak && !leads && befall && rest.len() == 1 && so_many(head + 1) && so_many(object.end - 1);
    }
    // 追缴和纠正力度: two verbs in front of one noun that neither of them acts on
    let verbal = object.end > object.start && tokens[object.end - 1].is_verb();
    // 提升金融的支持和推动作用
    let part =
        || object.len() > 1 && tokens[object.end - 2].kind == TokenKind::De && tokens.words(head + 1) == ['作', '用'];
    // 提出否定或暂缓意见: so are two that are no nouns
    if weak && object.len() == 1 && tokens[object.start].noun_use() == Some(NounUse::No) {
        return false;
    }
    if weak && verbal && rest.len() == 1 && rest[0].span.len() == 2 && (tokens[verb].has(Trait::Light) || part()) {
        return false;
    }
    if !weak && parallel(tokens, verb, &object, head, rest) {
        return true;
    }
    // 举办读书班3期、专题辅导9场: what is held goes on
    if noun == NounUse::Also
        && tokens[verb].has(Trait::Light)
        && is_event(tokens, object.end - 1)
        && rest.len() == 1
        && is_event(tokens, head + 1)
    {
        return false;
    }
    // 加大人才培养、引进力度: only what makes more of something acts on 力度
    if rest.len() == 1
        && matches!(tokens.words(head + 1), ['力', '度'] | ['步', '伐'])
        && !tokens[head].has(Trait::Vague)
        && tokens[verb].has(Trait::Vague)
    {
        return false;
    }
    if !adverb && names_measure(tokens, head, end) || lists_acts(tokens, clause, verb, &object) {
        return false;
    }
    let holds = tokens[verb].has(Trait::Orientation) && tokens[verb].has(Trait::Embeds);
    // 坚持一手抓硬件、一手抓软件
    let opens = object.clone().find(|&at| !tokens[at].is_adverb());
    if holds && opens.is_some_and(|at| tokens[at].is_verb()) {
        return false;
    }
    let inside = in_pivot(tokens, verb, &object) || token.span.len() == 1 && leads_agent(tokens, verb, &object);
    if inside && class != VerbClass::Clausal {
        return false;
    }
    // 促进各民族共同奋斗、共同发展: the same adverb goes on with what they do
    let same = adverb && object.clone().any(|i| tokens[i].is_adverb() && is_same(tokens, i, at));
    // 确保政策直达快享、精准落地: an act without object behind what is led to act is theirs too
    // 坚持原则、敢于斗争: who holds to something acts
    let held = tokens[verb].has(Trait::Orientation) && !tokens[object.clone()].iter().any(Token::is_verb);
    let theirs = leads && adverb && rest.is_empty() && !object.is_empty() && !held;
    // 推动实事更贴民意、更合民需
    let compared = same && leads && tokens.is_word(at, '更');
    if theirs || compared || inside && same || shares_attribute(tokens, verb, &object, rest) {
        return false;
    }
    let has_object = rest.iter().any(|next| next.is_nominal() || next.is_verb());
    // 推出更多精品、冲击更多大奖
    let alike = || {
        let more = object.clone().next().filter(|&more| tokens[more].is_adverb());
        more.is_some_and(|more| head + 1 < end && is_same(tokens, more, head + 1))
    };
    // 防风险、保安全: what is an adverb elsewhere
    let safe = || {
        tokens[verb].span.len() == 1
            && object.len() == 1
            && rest.len() == 1
            && length(rest) == length(&tokens[object.clone()])
    };
    match noun {
        NounUse::No if weak => {
            // 争取上级资金和吸引社会投资: what is an adverb elsewhere is a verb here
            let plain = tokens[verb].noun_use().is_none_or(|noun| noun == NounUse::No);
            has_object && (adverb || plain) && !modifies(rest)
        }
        NounUse::No if class == VerbClass::Single => (has_object || safe()) && length(rest) <= 6,
        // 抢抓机遇、争先创优: four characters that take no object
        NounUse::No if class == VerbClass::Intransitive && token.span.len() >= 4 && !leads => {
            tokens[object].iter().all(Token::is_nominal) || adverb || token.has(Trait::Doer)
        }
        NounUse::No => (has_object && !modifies(rest)) || adverb || token.has(Trait::Doer),
        NounUse::Also => {
            let counted = || counted(tokens, &object) && counted_tokens(rest);
            // 提出意见、移送公安机关: who takes over is told
            let mut whom = rest.iter().take_while(|token| token.is_nominal());
            let mut handed = || token.has(Trait::Patient) && whom.any(|whom| whom.has(Trait::Agent));
            has_object && (adverb || !weak && (counted() || alike() || handed()))
        }
        NounUse::Mostly => false,
    }
}

/// 采用1篇、省政协采用12篇: another agent with its verb and number; 突破500列、货运量超过1亿吨: another measure with its
/// own; 竣工、三期项目全面开工: another thing that is done.
/// `head` is the verb of the predicate before. Gives the verb.
pub fn other_agent(tokens: &Tokens<'_>, clause: &Range<usize>, head: usize, at: usize) -> Option<usize> {
    if let Some(verb) = other_done(tokens, clause, at).or_else(|| others_act(tokens, clause, head, at)) {
        return Some(verb);
    }
    let verb = (at..clause.end).find(|&i| !matches!(tokens[i].kind, TokenKind::Noun | TokenKind::Text))?;
    let counted =
        tokens.get(verb + 1).filter(|_| verb + 1 < clause.end).is_some_and(|next| next.kind == TokenKind::Number);
    let agent = || tokens.cover(&(at..verb)).is_some_and(|span| tokens.is_agent(span));
    // 盘活土地2万亩、房产超过1万平方米: what is acted on goes on, but for what it all comes to (总数达98家)
    let measured = tokens[head].verb_class() == Some(VerbClass::Change)
        || tokens[head].has(Trait::State)
        || tokens.first_char(at) == '总';
    let listed = matches!(&tokens[..at], [.., before, joint] if before.kind == TokenKind::Number && joint.kind == TokenKind::Pause);
    let moves = measured && listed && verb > at && tokens[verb].verb_class() == Some(VerbClass::Change);
    (tokens[verb].is_verb() && counted && (moves || agent())).then_some(verb)
}

/// 27人主动投案、115人主动交代问题: so many others, and what they did. `head` is the verb before.
fn others_act(tokens: &[Token], clause: &Range<usize>, head: usize, at: usize) -> Option<usize> {
    let many = |at: usize| tokens.get(at).is_some_and(|token| token.kind == TokenKind::Number);
    let led = head > clause.start && many(clause.start) && many(at) && tokens[at - 1].kind == TokenKind::Pause;
    let told = |token: &Token| token.is_adverb() || token.is_nominal();
    let verb = (at + 1..clause.end).find(|&i| !told(&tokens[i])).filter(|_| led)?;
    let object = || verb + 1 < clause.end && tokens[verb + 1].is_nominal() && tokens[verb - 1].is_adverb();
    let acts = tokens[verb].noun_use() == Some(NounUse::No) || tokens[verb].is_verb() && object();
    acts.then_some(verb)
}

/// A noun phrase with an intransitive verb at the end of the conjunct that begins at `at`, behind such a one.
fn other_done(tokens: &[Token], clause: &Range<usize>, at: usize) -> Option<usize> {
    let before = at.checked_sub(2).filter(|&before| before > clause.start)?;
    let done = |at: usize| {
        let class = tokens[at].verb_class();
        (class == Some(VerbClass::Intransitive)
            || class == Some(VerbClass::Transitive) && tokens[at].has(Trait::Patient))
            && tokens[at].noun_use() == Some(NounUse::No)
    };
    let end = (at..clause.end).find(|&i| tokens[i].kind == TokenKind::Pause).unwrap_or(clause.end);
    let verb = end.checked_sub(1).filter(|&verb| verb > at && done(verb) && done(before))?;
    let named = tokens[at..verb].iter().any(Token::is_nominal);
    (named && tokens[at..verb].iter().all(|token| token.is_nominal() || token.is_adverb())).then_some(verb)
}

/// Whether the object so far is empty, of a verb that takes one, or ends where a noun must still come (…的).
fn object_is_open(tokens: &[Token], verb: usize, object: &Range<usize>) -> bool {
    if object.is_empty() {
        let whole = tokens[verb].has(Trait::Doer) || tokens[verb].span.len() >= 4;
        return tokens[verb].verb_class() != Some(VerbClass::Intransitive) && !whole;
    }
    tokens[object.end - 1].kind == TokenKind::De
}

/// Whether the verb at `head` and the nouns behind it name a measure that moves (研发投入增长34.4%): no predicate.
fn names_measure(tokens: &[Token], head: usize, end: usize) -> bool {
    let range = head..end;
    super::head::gives_way(&tokens[head])
        && (head + 2..end).any(|later| {
            reaches_number(tokens, &range, later)
                && !tokens[later].has(Trait::Bounding)
                && tokens[head + 1..later].iter().all(|token| token.is_nominal() || token.is_adverb())
        })
}

/// 起诉假冒注册商标、侵犯商业秘密犯罪27人: the object opens with a verb, and a noun of acts closes the clause.
fn lists_acts(tokens: &Tokens<'_>, clause: &Range<usize>, verb: usize, object: &Range<usize>) -> bool {
    let head = &tokens[verb];
    if head.verb_class() == Some(VerbClass::Clausal) || head.has(Trait::Orientation) {
        return false;
    }
    let last = clause.clone().rev().find(|&at| !matches!(tokens[at].kind, TokenKind::Number | TokenKind::Paren));
    match last.and_then(|last| tokens.head(last)) {
        // 非法吸收存款、集资诈骗案件
        Some("acts" | "manner") => {
            let first = object.clone().find(|&at| !tokens[at].is_adverb());
            first.is_some_and(|first| tokens[first].is_verb())
        }
        // 开展清河、清违、清障行动: whether a lexicon knows them or not
        Some("campaign") => object.clone().all(|at| match tokens[at].kind {
            TokenKind::Text | TokenKind::Pause => true,
            _ => tokens[at].is_verb(),
        }),
        _ => false,
    }
}

/// 发动群众、统筹资源: verb and noun twice over in words of the same length, where the second verb is also a noun.
fn parallel(tokens: &[Token], verb: usize, object: &Range<usize>, head: usize, rest: &[Token]) -> bool {
    let nominal = |tokens: &[Token]| !tokens.is_empty() && tokens.iter().all(Token::is_nominal);
    nominal(&tokens[object.clone()])
        && nominal(rest)
        && object.len() == rest.len()
        && length(&tokens[object.clone()]) == length(rest)
        && tokens[verb].span.len() == tokens[head].span.len()
        && length(rest) <= 4
        && tokens[head].noun_use() == Some(NounUse::Also)
}

/// Whether a preposition's phrase of which `tells` holds has begun in the object and no 的 has closed it
/// (加强以保障和改善…为重点的建设, 执行关于改进作风、联系群众的规定).
fn open_frame(tokens: &Tokens<'_>, object: &Range<usize>, tells: impl Fn(usize) -> bool) -> bool {
    object
        .clone()
        .rev()
        .take_while(|&at| tokens[at].kind != TokenKind::De)
        .any(|at| matches!(tokens[at].kind, TokenKind::Frame(_)) && tells(at))
}

/// Whether the main verb leads someone to act and their act has begun (引导委员建言献策、参与治理): then what follows
/// 、 is most likely theirs too.
fn in_pivot(tokens: &Tokens<'_>, verb: usize, object: &Range<usize>) -> bool {
    // 监督公安机关立案9件、撤案4件
    let oversees = tokens.words(verb) == ['监', '督'] && counted(tokens, object);
    let leads = tokens[verb].verb_class() == Some(VerbClass::Clausal);
    if !leads && !oversees {
        return false;
    }
    // 邀请代表12人次列席会议、参加视察: 代表 is a verb too, and here it is who
    let who = |at: usize| at == object.start && tokens.is_agent(tokens[at].span);
    let inner = object.clone().find(|&at| tokens[at].is_verb() && !who(at));
    let Some(inner) = inner.filter(|&inner| inner > object.start) else { return false };
    let passed = |at: usize| tokens[at].is_adverb() || tokens[at].kind == TokenKind::Number && at > object.start;
    let end = (object.start..inner).rev().find(|&at| !passed(at)).map_or(inner, |at| at + 1);
    let someone = &tokens[end - 1];
    (someone.is_nominal() || who(end - 1))
        && tokens.cover(&(object.start..end)).is_some_and(|span| tokens.is_agent(span))
}

/// 支持企业稳产能、拓市场: someone led to act by a verb of one character that is told from a noun by the next one alone.
fn leads_agent(tokens: &Tokens<'_>, verb: usize, object: &Range<usize>) -> bool {
    let broken = |at: usize| tokens[at].kind == TokenKind::Text && tokens[at].span.len() == 1 && at + 1 < object.end;
    tokens[verb].verb_class() == Some(VerbClass::Clausal)
        && object
            .clone()
            .skip(1)
            .find(|&at| broken(at))
            .is_some_and(|act| tokens.cover(&(object.start..act)).is_some_and(|someone| tokens.is_agent(someone)))
}

/// V…的N, or V N with N a head that verbs modify.
fn modifies(rest: &[Token]) -> bool {
    rest.last().is_some_and(|last| last.kind == TokenKind::De)
}

/// 接待游客12万人次、旅游收入3亿元: behind what is done, an income or output with its number is told beside it.
fn other_measure(tokens: &Tokens<'_>, clause: &Range<usize>, verb: usize, at: usize) -> bool {
    let rest = at + 1..clause.end;
    let plain = rest.len() > 1 && tokens[rest.start..rest.end - 1].iter().all(|token| token.kind == TokenKind::Noun);
    let head = &tokens[verb];
    let achieves =
        head.has(Trait::Embeds) || head.has(Trait::Light) || head.verb_class() != Some(VerbClass::Transitive);
    let income = || {
        let word = tokens.words(rest.end - 2);
        [['收', '入'], ['营', '收'], ['产', '值'], ['税', '收']].iter().any(|one| word.ends_with(one))
    };
    plain
        && !achieves
        && tokens[at - 1].kind == TokenKind::Number
        && tokens[rest.end - 1].kind == TokenKind::Number
        && income()
}

/// A number of times or sessions.
fn is_event(tokens: &Tokens<'_>, at: usize) -> bool {
    let last = tokens.last_char(at);
    tokens[at].kind == TokenKind::Number && matches!(last, '期' | '场' | '次' | '班' | '轮')
}

fn is_same(tokens: &Tokens<'_>, one: usize, other: usize) -> bool {
    let chars = tokens.reading.chars();
    chars[tokens[one].span.range()] == chars[tokens[other].span.range()]
}

/// 汇聚起全县人民同心奋斗、共创未来的力量: someone and what they do, before and behind 、, say of what kind the noun behind 的 is.
fn shares_attribute(tokens: &Tokens<'_>, verb: usize, object: &Range<usize>, rest: &[Token]) -> bool {
    let leads = tokens[verb].verb_class() == Some(VerbClass::Clausal) || tokens[verb].has(Trait::Embeds);
    let last = &tokens[object.end - 1];
    let acts = last.verb_class() == Some(VerbClass::Intransitive) && last.noun_use() == Some(NounUse::No);
    let de = rest.iter().rposition(|token| token.kind == TokenKind::De);
    let closed = de.is_some_and(|de| {
        de + 1 < rest.len() && rest[de + 1..].iter().all(|token| token.is_nominal() || token.is_adverb())
    });
    !leads && object.len() > 1 && acts && closed
}

fn counted(tokens: &[Token], range: &Range<usize>) -> bool {
    counted_tokens(&tokens[range.clone()])
}

fn counted_tokens(tokens: &[Token]) -> bool {
    tokens.iter().any(|token| token.kind == TokenKind::Number)
}

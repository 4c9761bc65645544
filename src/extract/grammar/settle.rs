//! Words that are one thing or another by their neighbours (建议, 提前, 通过, 动态) are settled here, once, before any clause
//! is parsed.

use crate::rules::{AdverbClass, FrameClass, NounUse, Trait, VerbClass};
use crate::text::{CharSet, Reading};

use super::single::{is_done_to, on_ground, stands_alone};
use super::token::{Token, TokenKind};

/// Suffixes that make a noun of the verb before them: 收案数, 回复率, 审判点.
const SUFFIXES: &[char] = &[
    '量', '数', '额', '值', '度', '性', '者', '员', '型', '式', '制', '区', '户', '品', '费', '站', '点', '网', '厂',
    '库', '场', '馆', '所', '室', '院', '校', '局', '处', '部', '权', '法', '史', '奖', '书', '证', '卡', '税', '款',
    '金', '物', '力', '级', '类', '家', '师', '群', '团', '队', '池', '链', '圈', '带', '街', '桥', '港', '票', '榜',
    '单', '机', '器', '具', '线', '化', '会', '组', '办', '委', '岗', '台',
];

/// What came of an act, as the second of two characters: 摸透, 议实.
const RESULTS: &[char] =
    &['透', '实', '准', '好', '清', '深', '细', '活', '严', '牢', '足', '稳', '优', '强', '大', '住'];

/// Words that are one thing or another by their place in the clause are settled here, once. Most words are what they are
/// wherever they stand: which are not is known of the lexicons' words (see [`Entry`](crate::rules::Entry)), and told of
/// others by [`is_open`].
pub fn settle(reading: &Reading, tokens: &mut [Token]) {
    let mut from = 0;
    while let Some(passed) = tokens[from..].iter().position(|token| token.is_open) {
        let at = from + passed;
        debug_assert!((from..at).all(|closed| settled(reading, tokens, closed).is_none()), "{tokens:?}: one is open");
        if let Some(kind) = settled(reading, tokens, at) {
            tokens[at].turn_into(kind);
        }
        from = at + 1;
    }
    debug_assert!(
        (from..tokens.len()).all(|closed| settled(reading, tokens, closed).is_none()),
        "{tokens:?}: one is open"
    );
}

/// Whether characters that no lexicon knows may be a word by their neighbours, whatever stands behind them.
pub fn is_open(words: &[char]) -> bool {
    static ENDS: CharSet =
        CharSet::new(RESULTS).with(&['中', '翻', '多', '可', '能', '会', '地', '下', '进', '上', '访', '走']);
    words.len() <= 2 && ENDS.contains(words[words.len() - 1])
}

/// Whether characters that no lexicon knows may make another kind of the word before them.
pub fn turns_what_is_before(words: &[char]) -> bool {
    static HEADS: CharSet = CharSet::new(SUFFIXES).with(&['率', '地', '得', '之']);
    HEADS.contains(words[0])
}

/// What its neighbours make of a token; none where it stays what it is.
fn settled(reading: &Reading, tokens: &[Token], at: usize) -> Option<TokenKind> {
    match tokens[at].kind {
        TokenKind::Verb(class, noun) => settled_verb(reading, tokens, at, class, noun),
        TokenKind::Adverb(class) => settled_adverb(reading, tokens, at, class),
        TokenKind::Frame(class) => settled_frame(reading, tokens, at, class),
        TokenKind::Noun => settled_noun(reading, tokens, at),
        TokenKind::Text => settled_text(reading, tokens, at),
        TokenKind::Aspect if becomes_so(reading, tokens, at) => {
            Some(TokenKind::Verb(VerbClass::Transitive, NounUse::No))
        }
        TokenKind::Aspect => passes(reading, tokens, at),
        _ => None,
    }
}

/// What its neighbours make of a verb; none where it stays one.
fn settled_verb(reading: &Reading, tokens: &[Token], at: usize, class: VerbClass, noun: NounUse) -> Option<TokenKind> {
    let token = &tokens[at];
    let is_benchmark = token.has(Trait::Benchmark);
    if is_benchmark && ends_clause(tokens, at) {
        return Some(TokenKind::Verb(VerbClass::Intransitive, NounUse::No));
    }
    // 稳定控制在25%以下; 同步启动二期工程: when it is done
    if is_steady(reading, tokens, at) || is_benchmark && acts_behind(tokens, at) {
        return Some(TokenKind::Adverb(AdverbClass::Manner));
    }
    if is_stem(reading, tokens, at) {
        return Some(TokenKind::Noun);
    }
    // 对标“四个机关”要求
    let aims = || token.has(Trait::Aim) && ends_clause(tokens, at) && at > 0 && tokens[at - 1].is_nominal();
    if class == VerbClass::Speech && aims() {
        return Some(TokenKind::Noun);
    }
    if token.has(Trait::Patient) && token.span.len() >= 4 && befalls(tokens, at) {
        return Some(TokenKind::Verb(class, NounUse::No));
    }
    if is_sum_of(reading, tokens, at) {
        return Some(TokenKind::Noun);
    }
    match class {
        // 回顾了五年的工作: with 了 it is done, and frames no speech
        VerbClass::Speech if is_finished(reading, tokens, at) => {
            Some(TokenKind::Verb(VerbClass::Transitive, NounUse::No))
        }
        VerbClass::Single if becomes_so(reading, tokens, at) => {
            Some(TokenKind::Verb(VerbClass::Transitive, NounUse::No))
        }
        VerbClass::Single if goes_so_often(reading, tokens, at) => Some(TokenKind::Frame(FrameClass::Place)),
        VerbClass::Single if !stands_alone(reading, tokens, at) => Some(TokenKind::Text),
        VerbClass::Intransitive if noun == NounUse::No && tells_how(tokens, at) => {
            Some(TokenKind::Adverb(AdverbClass::Manner))
        }
        _ => None,
    }
}

/// What its neighbours make of an adverb; none where it stays one.
fn settled_adverb(reading: &Reading, tokens: &[Token], at: usize, class: AdverbClass) -> Option<TokenKind> {
    let token = &tokens[at];
    match class {
        AdverbClass::Suggest if asks_for(reading, tokens, at) => {
            return Some(TokenKind::Verb(VerbClass::Clausal, NounUse::No));
        }
        AdverbClass::Suggest | AdverbClass::Will
            if token.span.len() > 1 && !holds_will(reading, tokens, at) && !proposes(reading, tokens, at) =>
        {
            return Some(TokenKind::Noun);
        }
        _ => {}
    }
    if token.has(Trait::Benchmark) && ends_clause(tokens, at) {
        return Some(TokenKind::Verb(VerbClass::Intransitive, NounUse::No));
    }
    match class {
        AdverbClass::Strive if is_obtaining(tokens, at) => {
            return Some(TokenKind::Verb(VerbClass::Transitive, NounUse::No));
        }
        AdverbClass::Manner if is_machine(reading, tokens, at) || is_priority(reading, tokens, at) => {
            return Some(TokenKind::Noun);
        }
        AdverbClass::Must if is_inside_name(reading, tokens, at) => return Some(TokenKind::Text),
        _ => {}
    }
    if token.has(Trait::Progress) && closes_object(tokens, at) {
        return Some(TokenKind::Noun);
    }
    let acts = token.has(Trait::Dual) && ends_clause(tokens, at) && is_led(tokens, at);
    // 对乱象要露头就打
    if class == AdverbClass::Manner && token.span.len() >= 4 && ends_clause(tokens, at) && is_aimed(reading, tokens, at)
    {
        return Some(TokenKind::Verb(VerbClass::Intransitive, NounUse::No));
    }
    (acts || is_finished(reading, tokens, at)).then_some(TokenKind::Verb(VerbClass::Transitive, NounUse::No))
}

/// What its neighbours make of a preposition; none where it stays one.
fn settled_frame(reading: &Reading, tokens: &[Token], at: usize, class: FrameClass) -> Option<TokenKind> {
    if is_finished(reading, tokens, at) {
        return Some(TokenKind::Verb(VerbClass::Transitive, NounUse::No));
    }
    if ends_clause(tokens, at) {
        return Some(TokenKind::Noun);
    }
    // 与市工商联联合调研: how it is done
    let word = &reading.chars()[tokens[at].span.range()];
    let joint = class == FrameClass::Target && matches!(word, ['联', '合'] | ['携', '手']);
    if joint && at > 0 && tokens[at - 1].is_nominal() && tokens[at + 1].is_verb() && !names_after(tokens, at + 1) {
        return Some(TokenKind::Adverb(AdverbClass::Manner));
    }
    if class == FrameClass::Place && joins_ends(reading, tokens, at) {
        return Some(TokenKind::Noun);
    }
    if class == FrameClass::Agent && is_place_before(tokens, at) {
        return Some(TokenKind::Frame(FrameClass::Place));
    }
    let measures = class == FrameClass::Target && is_copula(reading, tokens, at);
    measures.then_some(TokenKind::Verb(VerbClass::Change, NounUse::No))
}

/// 青州至朔城高铁: between the names of two places, 至 is a piece of what is named by them.
fn joins_ends(reading: &Reading, tokens: &[Token], at: usize) -> bool {
    let named = |token: &Token| matches!(token.kind, TokenKind::Noun | TokenKind::Text | TokenKind::Name);
    reading.chars()[tokens[at].span.range()] == ['至']
        && at > 0
        && named(&tokens[at - 1])
        && tokens[at - 1].span.end == tokens[at].span.start
        && tokens.get(at + 1).is_some_and(named)
}

/// 由全省第8位升至第5位: from where a measure moves.
fn is_place_before(tokens: &[Token], at: usize) -> bool {
    let moves = tokens[at + 1..].iter().position(|token| token.is_verb()).map(|verb| at + 1 + verb);
    moves.is_some_and(|verb| {
        tokens[verb].verb_class() == Some(VerbClass::Change) && tokens[verb - 1].kind == TokenKind::Ordinal
    })
}

/// Whether the verb at `at` names something with the agent behind it: 联合调研组.
fn names_after(tokens: &[Token], at: usize) -> bool {
    tokens.get(at + 1).is_some_and(|next| next.span.len() == 1 && next.is_nominal())
}

/// What its neighbours make of a noun; none where it stays one.
fn settled_noun(reading: &Reading, tokens: &[Token], at: usize) -> Option<TokenKind> {
    let is_adverbial = tokens[at].has(Trait::Adverbial);
    if is_made_adverb(reading, tokens, at) || is_adverbial && is_how(tokens, at) {
        return Some(TokenKind::Adverb(AdverbClass::Manner));
    }
    // of nouns, only those that stand right before verbs are words of acts too
    let is_done = is_adverbial && tokens[at].span.len() == 2 && is_done_to(reading, tokens, at);
    is_done.then_some(TokenKind::Verb(VerbClass::Transitive, NounUse::No))
}

/// What its neighbours make of one or two characters that no lexicon knows; none where they stay that.
fn settled_text(reading: &Reading, tokens: &[Token], at: usize) -> Option<TokenKind> {
    match reading.chars()[tokens[at].span.range()] {
        // 收入翻一番
        ['翻'] if is_multiplied(reading, tokens, at) => Some(TokenKind::Verb(VerbClass::Change, NounUse::No)),
        ['多'] if is_more(reading, tokens, at) => Some(TokenKind::Adverb(AdverbClass::Degree)),
        ['可' | '能' | '会'] if is_able(reading, tokens, at) => Some(TokenKind::Adverb(AdverbClass::Scope)),
        // 正在逐步落实中
        ['中'] if goes_on(reading, tokens, at) => Some(TokenKind::Aspect),
        // 有力地支持
        ['地'] if at > 0 && tokens[at - 1].is_adverb() => Some(TokenKind::Adverb(AdverbClass::Manner)),
        [_] if becomes_so(reading, tokens, at) => Some(TokenKind::Verb(VerbClass::Transitive, NounUse::No)),
        [_] if goes_so_often(reading, tokens, at) => Some(TokenKind::Frame(FrameClass::Place)),
        [_, _] if is_done_to(reading, tokens, at) || is_brought_to(reading, tokens, at) => {
            Some(TokenKind::Verb(VerbClass::Transitive, NounUse::No))
        }
        _ => None,
    }
}

/// 要过“紧日子”, 坚持过紧日子, 全部过20万元: with nothing before it that could be done once, 过 is no particle.
fn passes(reading: &Reading, tokens: &[Token], at: usize) -> Option<TokenKind> {
    let leads = at == 0
        || tokens[at - 1].kind == TokenKind::Mark
        || tokens[at - 1].has(Trait::Orientation) && tokens[at - 1].has(Trait::Embeds)
        || tokens[at - 1].is_adverb() && tokens[at - 1].kind != TokenKind::Adverb(AdverbClass::Negation);
    let class = match tokens.get(at + 1)?.kind {
        TokenKind::Number => VerbClass::Change,
        TokenKind::Name | TokenKind::Noun => VerbClass::Transitive,
        _ => return None,
    };
    let passes = leads && reading.chars()[tokens[at].span.start] == '过';
    passes.then_some(TokenKind::Verb(class, NounUse::No))
}

/// Whether a verb with its object stands right behind the word at `at`, and no noun that a measure is told of before it.
fn acts_behind(tokens: &[Token], at: usize) -> bool {
    let leads = at == 0
        || matches!(
            tokens[at - 1].kind,
            TokenKind::Mark | TokenKind::Pause | TokenKind::And | TokenKind::Adverb(_) | TokenKind::Number
        );
    let acts = tokens.get(at + 1).is_some_and(|next| {
        matches!(next.verb_class(), Some(VerbClass::Transitive | VerbClass::Clausal))
            && next.noun_use() != Some(NounUse::Mostly)
    });
    leads && acts && tokens.get(at + 2).is_some_and(|object| object.is_nominal() || object.is_verb())
}

/// 取得胜利并全面巩固: a word that is an adverb before verbs is what was come to before a pause or 并.
fn closes_object(tokens: &[Token], at: usize) -> bool {
    tokens.get(at + 1).is_none_or(|next| {
        matches!(
            next.kind,
            TokenKind::Mark | TokenKind::Pause | TokenKind::And | TokenKind::Adverb(AdverbClass::Connective)
        )
    })
}

/// 见缝插绿建起公园9座: a phrase of four characters that takes no object tells how the verb right behind it acts.
fn tells_how(tokens: &[Token], at: usize) -> bool {
    let acts = |next: &Token| {
        next.noun_use() == Some(NounUse::No)
            && matches!(next.verb_class(), Some(VerbClass::Transitive | VerbClass::Clausal))
    };
    let leads = at == 0 || matches!(tokens[at - 1].kind, TokenKind::Mark | TokenKind::Adverb(_));
    leads
        && tokens[at].span.len() >= 4
        && !tokens[at].has(Trait::Patient)
        && !tokens[at].has(Trait::Doer)
        && tokens.get(at + 1).is_some_and(acts)
        && tokens.get(at + 2).is_some_and(|object| object.is_nominal() && object.kind != TokenKind::Paren)
}

/// Whether only a preposition's phrase stands before the word at `at`: 向社会公开.
fn is_led(tokens: &[Token], at: usize) -> bool {
    let led = |token: &Token| {
        matches!(token.kind, TokenKind::Frame(FrameClass::Target | FrameClass::Disposal | FrameClass::Passive))
    };
    at > 1 && tokens[at - 1].is_nominal() && led(&tokens[at - 2])
}

/// 向部门争取资金95万元: behind a preposition's phrase, with nouns and numbers alone to the end of the clause, 争取 is what is
/// done.
fn is_obtaining(tokens: &[Token], at: usize) -> bool {
    let framed = before(tokens, at).any(|token| token.kind == TokenKind::Frame(FrameClass::Target));
    let mut rest = behind(tokens, at).peekable();
    let named = rest.peek().is_some_and(|next| matches!(next.kind, TokenKind::Noun | TokenKind::Name));
    tokens[at].has(Trait::Dual)
        && framed
        && named
        && rest.all(|token| token.is_nominal() || token.kind == TokenKind::Pause)
}

/// Whether 对 with nouns is all that stands in the clause before the word at `at`, adverbs aside.
fn is_aimed(reading: &Reading, tokens: &[Token], at: usize) -> bool {
    let clause = tokens[..at].iter().rposition(|token| token.kind == TokenKind::Mark).map_or(0, |mark| mark + 1);
    let names = |token: &Token| {
        token.may_be_noun()
            || token.is_adverb()
            || matches!(token.kind, TokenKind::Pause | TokenKind::And | TokenKind::Etc | TokenKind::De)
    };
    at > clause + 1
        && tokens[clause].kind == TokenKind::Frame(FrameClass::Target)
        && reading.chars()[tokens[clause].span.range()] == ['对']
        && tokens[clause + 1..at].iter().all(names)
}

/// A verb with a suffix that makes it a noun, where no lexicon has the whole word: 收案数, 回复率, 审判点.
fn is_stem(reading: &Reading, tokens: &[Token], at: usize) -> bool {
    let Some(next) = tokens.get(at + 1).filter(|next| next.kind == TokenKind::Text) else { return false };
    let suffix = reading.chars()[next.span.start];
    if matches!(reading.chars()[tokens[at].span.end - 1], '到' | '在' | '于' | '为' | '作' | '成' | '入') {
        return false;
    }
    // 攻坚之战
    let named = |next: &Token| next.is_nominal() || next.verb_class() == Some(VerbClass::Single);
    if suffix == '之' && next.span.start == tokens[at].span.end && tokens[at].span.len() > 1 {
        return next.span.len() > 1 || tokens.get(at + 2).is_some_and(named);
    }
    // 筹建区第二人民医院, 启动区医院工程: whose it is
    let whose = |next: &Token| next.kind == TokenKind::Ordinal || next.has(Trait::Agent);
    if suffix == '区' && tokens.get(at + 2).is_some_and(whose) {
        return false;
    }
    // 邀请台港澳人士: what opens a clause and is never a noun acts on what follows
    let opens = at == 0 || tokens[at - 1].kind == TokenKind::Mark;
    let verbal = tokens[at].noun_use() == Some(NounUse::No) && suffix != '率';
    if opens
        && verbal
        && tokens.get(at + 2).is_some_and(|noun| noun.kind == TokenKind::Noun && noun.span.start == next.span.end)
    {
        return false;
    }
    next.span.start == tokens[at].span.end && (suffix == '率' || next.span.len() == 1 && SUFFIXES.contains(&suffix))
}

/// 可, 能 and 会 as words of their own before an act: 每年可减少支出, 企业和机构可提供服务.
fn is_able(reading: &Reading, tokens: &[Token], at: usize) -> bool {
    let word = reading.chars()[tokens[at].span.start];
    let parted = match at.checked_sub(1).map(|before| tokens[before].kind) {
        Some(TokenKind::Adverb(_) | TokenKind::Time) => true,
        None | Some(TokenKind::Mark | TokenKind::Pause | TokenKind::And | TokenKind::Number | TokenKind::Noun) => {
            word == '可'
        }
        _ => false,
    };
    parted && tokens.get(at + 1).is_some_and(|next| next.noun_use() == Some(NounUse::No))
}

/// 打造一批超百亿、超千亿产业链: with a sum without its unit and a noun, 超 tells of what size the thing is.
fn is_sum_of(reading: &Reading, tokens: &[Token], at: usize) -> bool {
    let word = |at: usize| &reading.chars()[tokens[at].span.range()];
    let sum = |at: usize| at < tokens.len() && matches!(word(at), [.., '百' | '千' | '万' | '亿' | '级']);
    let beyond = |at: usize| at < tokens.len() && word(at) == ['超'];
    let next = |at: usize| tokens.get(at).map(|token| token.kind);
    let closes = match next(at + 2) {
        Some(TokenKind::Noun | TokenKind::Text) => true,
        Some(TokenKind::Pause) => beyond(at + 3) && sum(at + 4),
        _ => false,
    };
    beyond(at) && sum(at + 1) && closes
}

/// 文史馆对外开放: what befalls things, at the end of a clause with no other verb, is no noun there.
fn befalls(tokens: &[Token], at: usize) -> bool {
    ends_clause(tokens, at)
        && at > 0
        && tokens[at - 1].is_nominal()
        && !before(tokens, at).any(|token| token.is_verb() || matches!(token.kind, TokenKind::Frame(_)))
}

/// 文书生成系统: right behind what it does, a system is no manner.
fn is_machine(reading: &Reading, tokens: &[Token], at: usize) -> bool {
    let named =
        |before: &Token| before.noun_use().is_some() || before.kind == TokenKind::Noun && !before.has(Trait::Agent);
    let acts = || tokens.get(at + 1).is_some_and(|next| next.noun_use() == Some(NounUse::No));
    reading.chars()[tokens[at].span.range()] == ['系', '统'] && at > 0 && named(&tokens[at - 1]) && acts()
}

/// 民生类重点支出80亿元: before what is hardly ever done, 重点 says what it goes to.
fn is_priority(reading: &Reading, tokens: &[Token], at: usize) -> bool {
    reading.chars()[tokens[at].span.range()] == ['重', '点']
        && tokens.get(at + 1).is_some_and(|next| next.noun_use() == Some(NounUse::Mostly))
}

/// The 得 of 彼得, the 须 of 龙须沟: a modal word of one character right behind one that no lexicon knows.
fn is_inside_name(reading: &Reading, tokens: &[Token], at: usize) -> bool {
    let broken = |before: &Token| {
        before.kind == TokenKind::Text && before.span.len() == 1 && before.span.end == tokens[at].span.start
    };
    matches!(reading.chars()[tokens[at].span.start], '得' | '须')
        && tokens[at].span.len() == 1
        && at > 0
        && broken(&tokens[at - 1])
}

/// 稳定 before a verb that says how a measure moves.
fn is_steady(reading: &Reading, tokens: &[Token], at: usize) -> bool {
    reading.chars()[tokens[at].span.range()] == ['稳', '定']
        && tokens.get(at + 1).is_some_and(|next| next.verb_class() == Some(VerbClass::Change))
}

/// 动态, 现场 before what is done so or there: 动态调整政策, 负责人现场应答. Where the word of the act is also a noun, an object
/// tells that it is done: 综合整治低价竞争.
fn is_how(tokens: &[Token], at: usize) -> bool {
    let Some(act) = tokens.get(at + 1).filter(|act| act.span.len() > 1) else { return false };
    let opens = || at == 0 || matches!(tokens[at - 1].kind, TokenKind::Mark | TokenKind::Adverb(_));
    let object = || {
        tokens.get(at + 2).is_some_and(|next| next.is_nominal() && next.span.len() > 1)
            && !tokens[at + 2].has(Trait::Compound)
    };
    match act.kind {
        TokenKind::Verb(_, NounUse::No) => true,
        TokenKind::Verb(VerbClass::Transitive, NounUse::Also) => opens() && object(),
        _ => false,
    }
}

/// An adverb or preposition with 了 behind it is a verb, whatever it is elsewhere: 集中了专家, 通过了决定, 提前了10天.
fn is_finished(reading: &Reading, tokens: &[Token], at: usize) -> bool {
    let finished = tokens.get(at + 1).is_some_and(|next| {
        next.kind == TokenKind::Aspect
            && next.span.start == tokens[at].span.end
            && reading.chars()[next.span.start] == '了'
    });
    finished && tokens[at].span.len() > 1
}

/// 六下库区, 三进村寨: a place gone to so often.
fn goes_so_often(reading: &Reading, tokens: &[Token], at: usize) -> bool {
    let chars = reading.chars();
    let often = |before: &Token| {
        before.kind == TokenKind::Number && before.span.len() == 1 && before.span.end == tokens[at].span.start
    };
    tokens[at].span.len() == 1
        && matches!(chars[tokens[at].span.start], '下' | '进' | '上' | '访' | '走')
        && at > 0
        && often(&tokens[at - 1])
        && tokens.get(at + 1).is_some_and(|place| matches!(place.kind, TokenKind::Noun | TokenKind::Name))
}

/// A noun that 地 makes an adverb, at the head of its clause or behind an adverb: 胜利地结束了.
fn is_made_adverb(reading: &Reading, tokens: &[Token], at: usize) -> bool {
    let leads = || at == 0 || matches!(tokens[at - 1].kind, TokenKind::Mark | TokenKind::Adverb(_));
    let acts = || tokens.get(at + 2).is_some_and(|act| act.noun_use() == Some(NounUse::No) || act.is_adverb());
    before_de(reading, tokens, at) && leads() && acts()
}

/// Whether 地 follows as a word.
fn before_de(reading: &Reading, tokens: &[Token], at: usize) -> bool {
    tokens.get(at + 1).is_some_and(|next| {
        reading.chars()[next.span.start] == '地' && next.span.len() == 1 && next.kind == TokenKind::Text
    })
}

/// 把日子过得更红火: behind what 把 disposes of, 得 tells how it comes to be.
fn becomes_so(reading: &Reading, tokens: &[Token], at: usize) -> bool {
    let so = tokens.get(at + 1).is_some_and(|next| next.span.len() == 1 && reading.chars()[next.span.start] == '得');
    so && tokens.get(at + 2).is_some_and(Token::is_adverb) && is_disposed_of(tokens, at)
}

/// Whether 把 or 将 stands in the clause before the word at `at`.
fn is_disposed_of(tokens: &[Token], at: usize) -> bool {
    tokens[..at]
        .iter()
        .rev()
        .take_while(|token| !matches!(token.kind, TokenKind::Mark | TokenKind::Pause))
        .any(|token| token.kind == TokenKind::Frame(FrameClass::Disposal))
}

/// 把问题摸透、把对策议实: two characters of which the second says what came of it close the phrase of 把.
fn is_brought_to(reading: &Reading, tokens: &[Token], at: usize) -> bool {
    let chars = reading.chars();
    let closes = tokens.get(at + 1).is_none_or(|next| matches!(next.kind, TokenKind::Mark | TokenKind::Pause));
    closes && RESULTS.contains(&chars[tokens[at].span.end - 1]) && is_disposed_of(tokens, at)
}

/// The tokens of its clause before the one at `at`, from it on back.
fn before(tokens: &[Token], at: usize) -> impl Iterator<Item = &Token> {
    tokens[..at].iter().rev().take_while(|token| token.kind != TokenKind::Mark)
}

/// The tokens of its clause behind the one at `at`.
fn behind(tokens: &[Token], at: usize) -> impl Iterator<Item = &Token> {
    tokens[at + 1..].iter().take_while(|token| token.kind != TokenKind::Mark)
}

pub fn ends_clause(tokens: &[Token], at: usize) -> bool {
    tokens.get(at + 1).is_none_or(|next| next.kind == TokenKind::Mark)
}

/// 还将, 将于: words that are no nouns wherever they stand.
fn holds_will(reading: &Reading, tokens: &[Token], at: usize) -> bool {
    let words = &reading.chars()[tokens[at].span.range()];
    tokens[at].kind == TokenKind::Adverb(AdverbClass::Will) && words.contains(&'将')
}

/// 建议, 计划, 预期 speak of the future where they open a clause and words follow, or stand after an adverb; elsewhere
/// they are nouns (提出建议80条, 年度协商计划).
fn proposes(reading: &Reading, tokens: &[Token], at: usize) -> bool {
    let labelled = at > 0 && reading.chars()[tokens[at - 1].span.end - 1] == '】';
    let opens = at == 0
        || labelled
        || matches!(tokens[at - 1].kind, TokenKind::Mark | TokenKind::Paren | TokenKind::Adverb(_) | TokenKind::Time);
    let asked = at > 0
        && tokens[at].kind == TokenKind::Adverb(AdverbClass::Suggest)
        && (tokens[at - 1].has(Trait::Agent) || reading.chars()[tokens[at - 1].span.range()].ends_with(&['会', '议']))
        && tokens.get(at + 1).is_some_and(|next| next.has(Trait::Agent));
    asked || opens && tokens.get(at + 1).is_some_and(|next| !matches!(next.kind, TokenKind::Mark | TokenKind::Number))
}

/// 对9人建议从轻处理: behind so many people, and before what is to be done with them.
fn asks_for(reading: &Reading, tokens: &[Token], at: usize) -> bool {
    let people = |before: &Token| {
        before.kind == TokenKind::Number && matches!(reading.chars()[before.span.end - 1], '人' | '名' | '位')
    };
    at > 0 && people(&tokens[at - 1]) && tokens.get(at + 1).is_some_and(|next| next.noun_use() == Some(NounUse::No))
}

/// 为 between a noun and a number at the end of its clause says what a measure is (增速为7%左右), and behind 分别 so many
/// times another one (分别为上年的3倍和2倍).
fn is_copula(reading: &Reading, tokens: &[Token], at: usize) -> bool {
    if at == 0 || reading.chars()[tokens[at].span.start] != '为' {
        return false;
    }
    let number = tokens.get(at + 1).is_some_and(|next| next.kind == TokenKind::Number);
    let ends = tokens
        .get(at + 2)
        .is_none_or(|next| matches!(next.kind, TokenKind::Mark | TokenKind::Paren | TokenKind::Pause));
    let adverb = matches!(tokens[at - 1].kind, TokenKind::Adverb(AdverbClass::Scope | AdverbClass::Time));
    let times = || {
        behind(tokens, at).last().is_some_and(|last| last.kind == TokenKind::Number)
            && behind(tokens, at).all(|token| {
                token.is_nominal()
                    || matches!(token.kind, TokenKind::Time | TokenKind::De | TokenKind::And | TokenKind::Pause)
            })
    };
    number && ends && (adverb || tokens[at - 1].is_nominal()) || adverb && times()
}

/// 翻 before so many 番, where nothing else is done in the clause.
fn is_multiplied(reading: &Reading, tokens: &[Token], at: usize) -> bool {
    let chars = reading.chars();
    let acts = |token: &Token| token.noun_use() == Some(NounUse::No);
    tokens.get(at + 1).is_some_and(|next| next.kind == TokenKind::Number && chars[next.span.end - 1] == '番')
        && ends_clause(tokens, at + 1)
        && !before(tokens, at).any(acts)
}

/// 正在落实中: what closes the clause behind a verb that is no noun tells that it goes on.
fn goes_on(reading: &Reading, tokens: &[Token], at: usize) -> bool {
    let now = |token: &Token| reading.chars()[token.span.range()] == ['正', '在'];
    at > 0 && tokens[at - 1].noun_use() == Some(NounUse::No) && ends_clause(tokens, at) && before(tokens, at).any(now)
}

/// 在抓落实上多下功夫: how much, right behind such a phrase and before a verb.
fn is_more(reading: &Reading, tokens: &[Token], at: usize) -> bool {
    tokens.get(at + 1).is_some_and(Token::is_verb) && on_ground(reading, tokens, at)
}

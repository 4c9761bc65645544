//! Verbs of one character: what stands around them tells whether they are verbs at all.

use crate::rules::{FrameClass, NounUse, Trait, VerbClass};
use crate::text::Reading;

use super::settle::ends_clause;
use super::token::{Token, TokenKind};

/// A single character is a verb only behind a pause, an adverb or a preposition's phrase, and before a known word: 建学校.
pub fn stands_alone(reading: &Reading, tokens: &[Token], at: usize) -> bool {
    if names_turn(reading, tokens, at) {
        return false;
    }
    let before = at == 0
        || matches!(
            tokens[at - 1].kind,
            TokenKind::Mark
                | TokenKind::Pause
                | TokenKind::Adverb(_)
                | TokenKind::Paren
                | TokenKind::Name
                | TokenKind::And
        )
        || is_newly(reading, tokens, at - 1)
        // 一抓产业，二抓民生
        || tokens[at - 1].kind == TokenKind::Number
            && tokens[at - 1].span.len() == 1
            // 一审, 二审
            && reading.chars()[tokens[at].span.start] != '审'
            && (at == 1 || tokens[at - 2].kind == TokenKind::Mark)
        // 走村入户讲政策
        || tokens[at - 1].kind == TokenKind::Verb(VerbClass::Intransitive, NounUse::No) && tokens[at - 1].span.len() >= 4
        || matches!(reading.chars()[tokens[at - 1].span.range()], ['我', '们'] | ['聚', '力']);
    let after = tokens.get(at + 1).is_some_and(|next| {
        matches!(
            next.kind,
            TokenKind::Noun | TokenKind::Name | TokenKind::Number | TokenKind::Aspect | TokenKind::Adverb(_)
        ) || next.is_verb() && next.span.len() > 1
            || next.kind == TokenKind::Text && next.span.len() > 1
    });
    let beside = || {
        before
            || pairs(reading, tokens, at)
            || means_before(tokens, at)
            || on_ground(reading, tokens, at)
            || is_done_by(tokens, at)
            || helps(reading, tokens, at)
            || is_done_where_one_goes(reading, tokens, at)
            || lists_deeds(tokens, at)
    };
    after && beside() || submits(tokens, at) || is_done_to(reading, tokens, at)
}

/// 下一届, 上一年: which one in a row it is.
fn names_turn(reading: &Reading, tokens: &[Token], at: usize) -> bool {
    let first = |at: usize| reading.chars()[tokens[at].span.start];
    // 下一线 leads somewhere
    let counted = |next: &Token| !matches!(next.kind, TokenKind::Noun | TokenKind::Mark);
    matches!(first(at), '上' | '下') && tokens.get(at + 1).is_some_and(counted) && first(at + 1) == '一'
}

/// 新开航线5条: 新 tells that it is done for the first time.
fn is_newly(reading: &Reading, tokens: &[Token], at: usize) -> bool {
    tokens[at].span.len() == 1 && reading.chars()[tokens[at].span.start] == '新'
}

/// 在县域经济上求突破: the place word that closes the phrase of 在 stands right before.
pub fn on_ground(reading: &Reading, tokens: &[Token], at: usize) -> bool {
    let word = |token: &Token, c: char| token.span.len() == 1 && reading.chars()[token.span.start] == c;
    at > 1
        && word(&tokens[at - 1], '上')
        && tokens[..at - 1]
            .iter()
            .rev()
            .take_while(|token| token.kind != TokenKind::Mark)
            .any(|token| token.kind == TokenKind::Frame(FrameClass::Place) && word(token, '在'))
}

/// 学校换了新锅炉: 了 tells that the character before it is a verb, whatever noun stands in front; 一卖了之 is a phrase.
pub fn is_done_to(reading: &Reading, tokens: &[Token], at: usize) -> bool {
    let chars = reading.chars();
    let done = tokens.get(at + 1).is_some_and(|next| next.kind == TokenKind::Aspect && chars[next.span.start] == '了');
    done && at > 0
        && tokens[at - 1].is_nominal()
        && tokens[at - 1].span.end == tokens[at].span.start
        && tokens.get(at + 2).is_some_and(|object| object.is_nominal() && chars[object.span.start] != '之')
}

/// 稳外贸稳外资: a verb of one character and a noun of two stand before it, and one such noun behind it.
fn pairs(reading: &Reading, tokens: &[Token], at: usize) -> bool {
    let noun = |at: usize| tokens.get(at).is_some_and(|noun| noun.span.len() == 2 && noun.may_be_noun());
    let numbered =
        |at: usize| at > 1 && tokens[at - 1].kind == TokenKind::Pause && tokens[at - 2].kind == TokenKind::Number;
    // 一是补齐短板兴农业
    let item = |at: usize| {
        let words = &reading.chars()[..tokens[at - 1].span.end];
        matches!(words, [.., n, '是' | '要'] if "一二三四五六七八九十".contains(*n))
    };
    let opens = |at: usize| {
        at == 0
            || matches!(tokens[at - 1].kind, TokenKind::Mark | TokenKind::Ordinal | TokenKind::Paren)
            || numbered(at)
            || item(at)
    };
    let acts = |at: usize| match tokens[at].verb_class() {
        Some(VerbClass::Single) => true,
        // 建好阵地学理论
        Some(VerbClass::Transitive) => {
            opens(at) && tokens[at].noun_use() < Some(NounUse::Mostly) && !tokens[at].has(Trait::Orientation)
        }
        _ => false,
    };
    let thing = |at: usize| noun(at) || tokens.get(at).is_some_and(|act| act.span.len() == 2 && act.is_verb());
    at >= 2 && noun(at - 1) && thing(at + 1) && acts(at - 2) && ends_clause(tokens, at + 1)
}

/// 委员听民声、察民情: right behind who opens the clause, where a second one follows with its noun.
fn lists_deeds(tokens: &[Token], at: usize) -> bool {
    let opens = || tokens[..at].iter().rev().take_while(|token| token.kind != TokenKind::Mark).all(Token::is_nominal);
    let [noun, pause, verb, other] = [1, 2, 3, 4].map(|behind| tokens.get(at + behind));
    let noun_of = |token: Option<&Token>| token.is_some_and(|noun| noun.span.len() > 1 && noun.may_be_noun());
    at > 0
        && tokens[at - 1].has(Trait::Agent)
        && opens()
        && pause.is_some_and(|token| token.kind == TokenKind::Pause)
        && verb.is_some_and(|verb| verb.verb_class() == Some(VerbClass::Single))
        && noun_of(noun)
        && noun_of(other)
}

/// 以 and a few nouns: 以优质供给促消费. 为, 与, 围绕 with them, where a noun or two close the clause or stand before 、:
/// 为企业解难题, 围绕任务建台账、列清单.
fn means_before(tokens: &[Token], at: usize) -> bool {
    let opens = |token: &Token| {
        matches!(token.kind, TokenKind::Frame(FrameClass::Manner | FrameClass::Target)) && token.span.len() == 1
            || token.kind == TokenKind::Frame(FrameClass::Topic)
    };
    const FAR: usize = 6;
    let near = at.saturating_sub(FAR);
    let Some(means) = tokens[near..at].iter().rposition(opens).map(|means| near + means) else { return false };
    let between = &tokens[means + 1..at];
    let quoted = tokens[means].kind == TokenKind::Frame(FrameClass::Topic);
    // 以良法促发展
    let unknown = |token: &Token| {
        (token.kind == TokenKind::Text || token.is_verb()) && token.span.len() == 2 && between.len() == 1
    };
    let plain = |token: &Token| {
        token.kind == TokenKind::Noun
            || unknown(token) && tokens[means].kind == TokenKind::Frame(FrameClass::Manner)
            || token.noun_use().is_some_and(|noun| noun != NounUse::No)
            || quoted && token.kind == TokenKind::Name
    };
    // 围绕产业抓招商: an act is a thing to see to
    let thing = |next: &&Token| next.kind == TokenKind::Noun || quoted && next.may_be_noun();
    let object = tokens[at + 1..].iter().take_while(thing).count();
    let closed = || {
        let next = tokens.get(at + 1 + object);
        (1..=2).contains(&object) && next.is_none_or(|next| matches!(next.kind, TokenKind::Mark | TokenKind::Pause))
    };
    (1..=if quoted { 5 } else { 3 }).contains(&between.len())
        && between.iter().all(plain)
        && (tokens[means].kind == TokenKind::Frame(FrameClass::Manner) || closed())
}

/// 工作队帮石桥村接通自来水: between who helps and whom.
fn helps(reading: &Reading, tokens: &[Token], at: usize) -> bool {
    reading.chars()[tokens[at].span.start] == '帮'
        && at > 0
        && tokens[at - 1].has(Trait::Agent)
        && tokens.get(at + 1).is_some_and(|whom| whom.is_nominal() && whom.span.len() > 1)
}

/// 班子成员讲党课7次: right behind someone who acts, where no other verb stands in the clause and a number closes it.
fn is_done_by(tokens: &[Token], at: usize) -> bool {
    let start = tokens[..at].iter().rposition(|token| token.kind == TokenKind::Mark).map_or(0, |mark| mark + 1);
    let end =
        tokens[at..].iter().position(|token| token.kind == TokenKind::Mark).map_or(tokens.len(), |mark| at + mark);
    at > start
        && tokens[at - 1].has(Trait::Agent)
        && tokens[end - 1].kind == TokenKind::Number
        && tokens[at + 1].kind == TokenKind::Noun
        && tokens[start..end]
            .iter()
            .enumerate()
            .all(|(i, token)| start + i == at || token.noun_use() != Some(NounUse::No))
}

/// 走进29所学校讲法治课: where someone goes and what closes the clause stand around it.
fn is_done_where_one_goes(reading: &Reading, tokens: &[Token], at: usize) -> bool {
    let place = tokens[..at].iter().rev().take_while(|token| token.is_nominal()).count();
    let object = tokens[at + 1..].iter().take_while(|next| next.is_nominal()).count();
    let goes = (at - place).checked_sub(1).map(|goes| &reading.chars()[tokens[goes].span.range()]);
    (1..=3).contains(&place)
        && matches!(goes, Some(['走', '进'] | ['走', '入'] | ['来', '到'] | ['深', '入'] | ['进', '驻']))
        && (1..=2).contains(&object)
        && ends_clause(tokens, at + object)
}

/// 报 before someone who decides: 年度计划报市委审定.
fn submits(tokens: &[Token], at: usize) -> bool {
    let agents = tokens[at + 1..].iter().take_while(|next| next.has(Trait::Agent)).count();
    tokens[at].has(Trait::Submits) && agents > 0 && tokens.get(at + 1 + agents).is_some_and(Token::is_verb)
}

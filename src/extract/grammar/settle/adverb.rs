//! What its neighbours make of an adverb: a noun (提出建议), a piece of a name, or what is done (争取资金).

use crate::rules::{AdverbClass, FrameClass, NounUse, Trait, VerbClass};
use crate::text::Reading;

use super::{before, behind, ends_clause, is_finished};
use crate::extract::grammar::single::on_ground;
use crate::extract::grammar::token::{Token, TokenKind};

/// What its neighbours make of an adverb; none where it stays one.
pub(super) fn settled(reading: &Reading, tokens: &[Token], at: usize, class: AdverbClass) -> Option<TokenKind> {
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
    let strives = || token.span.len() >= 4 || reading.chars()[token.span.range()] == ['用', '力'];
    let ends = || ends_clause(tokens, at) || tokens[at + 1].kind == TokenKind::Pause;
    if class == AdverbClass::Manner && strives() && ends() && is_striven_for(reading, tokens, at) {
        return Some(TokenKind::Verb(VerbClass::Intransitive, NounUse::No));
    }
    // 以案释法37场: so often it was done
    let is_tallied = class == AdverbClass::Manner
        && token.span.len() >= 4
        && (at == 0 || matches!(tokens[at - 1].kind, TokenKind::Mark | TokenKind::Adverb(AdverbClass::Connective)))
        && tokens.get(at + 1).is_some_and(|next| next.kind == TokenKind::Number)
        && ends_clause(tokens, at + 1);
    if is_tallied {
        return Some(TokenKind::Verb(VerbClass::Intransitive, NounUse::No));
    }
    (acts || is_finished(reading, tokens, at)).then_some(TokenKind::Verb(VerbClass::Transitive, NounUse::No))
}

/// 建议, 计划, 预期 speak of the future where they open a clause and words follow, or stand after an adverb; elsewhere
/// they are nouns (提出建议80条, 年度协商计划).
fn proposes(reading: &Reading, tokens: &[Token], at: usize) -> bool {
    let labelled = at > 0 && reading.chars()[tokens[at - 1].span.end - 1] == '】';
    let opens = at == 0
        || labelled
        || matches!(tokens[at - 1].kind, TokenKind::Mark | TokenKind::Paren | TokenKind::Adverb(_) | TokenKind::Time);
    // 遴选12件重点建议: so many
    let counted = at > 1 && tokens[at - 1].is_adverb() && tokens[at - 2].kind == TokenKind::Number;
    let opens = opens && !counted;
    let asked = at > 0
        && tokens[at].kind == TokenKind::Adverb(AdverbClass::Suggest)
        && (tokens[at - 1].has(Trait::Agent) || reading.chars()[tokens[at - 1].span.range()].ends_with(&['会', '议']))
        && tokens.get(at + 1).is_some_and(|next| next.has(Trait::Agent));
    asked || opens && tokens.get(at + 1).is_some_and(|next| !matches!(next.kind, TokenKind::Mark | TokenKind::Number))
}

/// 还将, 将于: words that are no nouns wherever they stand.
fn holds_will(reading: &Reading, tokens: &[Token], at: usize) -> bool {
    let words = &reading.chars()[tokens[at].span.range()];
    tokens[at].kind == TokenKind::Adverb(AdverbClass::Will) && words.contains(&'将')
}

/// 对9人建议从轻处理: behind so many people, and before what is to be done with them.
fn asks_for(reading: &Reading, tokens: &[Token], at: usize) -> bool {
    let people = |before: &Token| {
        before.kind == TokenKind::Number && matches!(reading.chars()[before.span.end - 1], '人' | '名' | '位')
    };
    at > 0 && people(&tokens[at - 1]) && tokens.get(at + 1).is_some_and(|next| next.noun_use() == Some(NounUse::No))
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

/// Whether only a preposition's phrase stands before the word at `at`: 向社会公开.
fn is_led(tokens: &[Token], at: usize) -> bool {
    let led = |token: &Token| {
        matches!(token.kind, TokenKind::Frame(FrameClass::Target | FrameClass::Disposal | FrameClass::Passive))
    };
    at > 1 && tokens[at - 1].is_nominal() && led(&tokens[at - 2])
}

/// Whether 对 with nouns, or with words that 的 closes, is all that stands in the clause before the word at `at`, adverbs
/// aside.
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
        && (tokens[at - 1].kind == TokenKind::De || tokens[clause + 1..at].iter().all(names))
}

/// 在维护稳定上持续用力, 在改善民生上久久为功: whether only adverbs stand between the place word that closes the phrase of 在
/// and the word at `at`.
fn is_striven_for(reading: &Reading, tokens: &[Token], at: usize) -> bool {
    let adverbs = tokens[..at].iter().rev().take_while(|token| token.is_adverb()).count();
    // 激励我们在道路上奋勇前进: who is made to strive does so in the object
    let place = || tokens[..at].iter().rposition(|token| token.kind == TokenKind::Frame(FrameClass::Place));
    let is_made = |place: usize| before(tokens, place).any(|token| token.noun_use() == Some(NounUse::No));
    on_ground(reading, tokens, at - adverbs) && place().is_some_and(|place| !is_made(place))
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

//! Lists inside an object: phrases with verbs that 的, a plan or a part that is played holds together, so that no 、
//! between them opens a predicate.

use std::ops::Range;

use crate::rules::{NounUse, Trait};

use super::sorts::Sort;
use super::token::{Token, TokenKind, Tokens, length};

/// 锻造政治坚定、服务人民、发扬民主的队伍: phrases of one length, parted by 、, before 的 and the noun that ends the clause.
pub fn lists_attributes(tokens: &Tokens<'_>, clause: &Range<usize>, from: usize) -> bool {
    if !tokens.any(&(from..clause.end), Sort::De) {
        return false;
    }
    let Some(de) = (from..clause.end).rev().find(|&at| tokens[at].kind == TokenKind::De) else { return false };
    let noun =
        de + 1 < clause.end && tokens[de + 1..clause.end].iter().all(|token| token.is_nominal() || token.is_verb());
    let mut phrases = tokens[from..de].split(|token| token.kind == TokenKind::Pause).map(length);
    let Some(first) = phrases.next() else { return false };
    // 建立覆盖全域、统一衔接的管制制度: what such a verb says of a thing needs its 的
    let open = tokens[from].has(Trait::Relates) && tokens[from].noun_use() == Some(NounUse::No) && {
        let pause = (from..de).find(|&at| tokens[at].kind == TokenKind::Pause);
        pause.is_some_and(|pause| !tokens.any(&(from..pause), Sort::De))
    };
    if noun && open {
        return true;
    }
    let mut rest = phrases.peekable();
    noun && (3..=5).contains(&first) && rest.peek().is_some() && rest.all(|length| length == first)
}

/// 完善防风险、强监管、促发展机制: phrases of three characters before the noun that ends the clause, or of four of which the
/// last holds verbs alone that may be nouns (健全动态跟踪、限期办结、督查问责机制).
pub fn lists_aims(tokens: &Tokens<'_>, clause: &Range<usize>, from: usize) -> bool {
    let last = clause.end - 1;
    let task =
        || matches!(tokens.words(last), ['工', '作'] | ['任', '务'] | ['措', '施'] | ['举', '措'] | ['关', '系']);
    if from + 2 > last || !(tokens[last].has(Trait::Plan) || tokens[last].has(Trait::Compound) || task()) {
        return false;
    }
    let Some(pause) = (from..last).find(|&at| tokens[at].kind == TokenKind::Pause) else { return false };
    let object = tokens[from].span.start;
    let size = tokens[pause].span.start - object;
    let mut start = object;
    for token in tokens[pause..clause.end].iter().filter(|token| token.kind == TokenKind::Pause) {
        if token.span.start - start != size {
            return false;
        }
        start = token.span.end;
    }
    let closes = match size {
        3 => true,
        4 => {
            let mut phrase = tokens[from..last].iter().filter(|token| token.span.start >= start);
            // 健全工作机制、完善配套制度: the last of those verbs may be a noun
            let named = |token: &Token| token.is_adverb() || token.is_verb() && token.may_be_noun();
            tokens.head(last) == Some("institution") && phrase.all(named)
        }
        _ => false,
    };
    let tail = |token: &&Token| token.span.start >= start + size;
    let rest = tokens[from..clause.end].iter().filter(tail).all(Token::is_nominal);
    closes && rest && tokens[from..clause.end].iter().any(|token| token.span.start == start + size)
}

/// 开展提质增效、降本增利等四大行动, 提质增效、降本增利四大行动: how many plans there are sums up the list before it.
pub fn sums_list(tokens: &Tokens<'_>, clause: &Range<usize>, from: usize) -> bool {
    let counts = |at: usize| {
        matches!(tokens[at].kind, TokenKind::Number | TokenKind::Name)
            && tokens[at].span.len() == 2
            && tokens.last_char(at) == '大'
    };
    let Some(number) = (from..clause.end.saturating_sub(1)).rev().find(|&at| counts(at)) else { return false };
    let named = tokens[number + 1..clause.end].iter().all(|token| token.is_nominal() || token.is_adverb());
    let pauses = tokens[from..number].iter().filter(|token| token.kind == TokenKind::Pause).count();
    named && pauses > 1 && tokens[clause.end - 1].has(Trait::Plan)
}

/// 抓好减轻农民负担、清理乱收费的工作: what a light verb does is the noun at the end, and the verbs before 的 say which.
pub fn holds_list(tokens: &Tokens<'_>, clause: &Range<usize>, verb: usize, from: usize) -> bool {
    // 统筹好有为政府、培育新动能和更新旧动能的关系
    let relation = || tokens.is_term(clause.end - 1, ['关', '系']);
    from + 2 < clause.end
        && (tokens[verb].has(Trait::Light) && tokens[from].noun_use() == Some(NounUse::No) || relation())
        && tokens[clause.end - 2].kind == TokenKind::De
        && (tokens[clause.end - 1].kind == TokenKind::Noun || relation())
}

/// 发挥协调关系、汇聚力量、服务大局作用: the verbs say which part is played, where the noun that ends the clause is one.
pub fn plays_part(tokens: &Tokens<'_>, clause: &Range<usize>, verb: usize, from: usize) -> bool {
    let role = |at: usize| {
        let word = tokens.words(at);
        word.ends_with(&['作', '用']) || word.ends_with(&['职', '能']) || word.ends_with(&['职', '责'])
    };
    let plays = matches!(tokens.words(verb), ['发', '挥', ..] | ['履', '行', ..]);
    let mut rest = from..clause.end;
    plays
        && rest.find(|&at| tokens[at].kind == TokenKind::Pause).is_some_and(|pause| !role(pause - 1))
        && role(clause.end - 1)
        && tokens[from].is_verb()
}

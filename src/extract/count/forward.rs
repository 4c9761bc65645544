//! The noun phrase behind a number, up to the verb that it is the subject of (45名民主监督员进驻…).

use crate::extract::grammar::{Token, TokenKind};
use crate::rules::{AdverbClass, FrameClass, NounUse, VerbClass};

use super::compound;
use super::eligible;
use super::ground::Ground;
use super::phrase::Phrase;

/// The noun phrase that begins at token `from`, and the token that ends it.
pub(super) fn after(ground: Ground<'_>, from: usize, to: usize) -> (Phrase, usize) {
    let tokens = ground.tokens;
    let relative = relative_end(tokens, from, to);
    // 15个以县城为载体的试点
    if let Some(de) = relative.filter(|_| matches!(tokens[from].kind, TokenKind::Frame(_))) {
        return after(ground, de + 1, to);
    }
    let mut at = from;
    while at < to {
        let token = &tokens[at];
        let goes_on = match token.kind {
            _ if relative.is_some_and(|de| at <= de) => true,
            // 147项检查结果全省互认: where it holds opens what is said of it
            TokenKind::Noun if at > from && ground.is_determiner(token) => false,
            // 75个亿元以上项目: a bound that belongs to the name of what is counted.
            TokenKind::Number => names_group(ground, token),
            TokenKind::Mark | TokenKind::Pause | TokenKind::Time | TokenKind::Aspect | TokenKind::Frame(_) => false,
            TokenKind::And => at > from && tokens.get(at + 1).is_some_and(Token::is_nominal),
            // 23个问题已完成整改: when and how far it is done is said of it
            TokenKind::Adverb(AdverbClass::Time | AdverbClass::Scope) if at > from => false,
            // 盯住117个问题不放: what is denied is said of it
            TokenKind::Adverb(AdverbClass::Negation) if at > from && ends(tokens, at + 2, to) => false,
            // 2家企业“云签”合同: what those do who are counted, in quotation marks
            TokenKind::Name if at > from => !quotes_act(ground, at, to),
            // 先进制造业集群: no adverb ends a clause; 购物广场正式营业: how it goes is said of it
            TokenKind::Adverb(_) if at > from && ground.is_of(token, "course") => false,
            TokenKind::Adverb(_) if at > from && ends(tokens, at + 1, to) => true,
            // 为3万名女生免费接种疫苗: for whom it was done is told by nouns
            TokenKind::Adverb(_) if at > from && is_served(ground, from) && !tokens[at + 1].is_nominal() => false,
            TokenKind::Adverb(_) => qualifies_noun(tokens, at, to),
            TokenKind::Etc | TokenKind::De => false,
            TokenKind::Verb(..) if at > from && is_led(ground, from, at) => false,
            // 与8个村结对
            TokenKind::Verb(..) if at > from && at + 1 == to && is_joined(ground, from) => false,
            TokenKind::Verb(class, noun) => goes_on_over(ground, from, at, to, class, noun),
            _ => true,
        };
        if !goes_on {
            break;
        }
        at += 1;
    }
    // 40名代表均已到会, 49个问题中45个已解决: what is said of them begins in front of the verb
    let trails =
        |token: &Token| token.span.len() == 1 && "新重再均各又都也共互中".contains(ground.chars[token.span.start]);
    let mut last = at;
    while last > from + 1 && last < to && !ends(tokens, last, to) && trails(&tokens[last - 1]) {
        last -= 1;
    }
    // 5部法律执行情况: how it stands with what is counted
    if let [_, .., state] = &tokens[from..last]
        && let [_, _, .., '情', '况'] = ground.words(state)
    {
        last -= 1;
    }
    let end = tokens[from..last].last().map_or(0, |token| token.span.end);
    (Phrase::trimmed(ground, from..last, end), at)
}

/// Whether the number in front of the token `from` opens what was done for or with someone or something: 为3万名女生.
fn is_served(ground: Ground<'_>, from: usize) -> bool {
    let frame = from.checked_sub(2).map(|frame| ground.tokens[frame].kind);
    matches!(frame, Some(TokenKind::Frame(FrameClass::Target | FrameClass::Disposal)))
}

/// Whether it tells with whom something was done: 与8个村.
fn is_joined(ground: Ground<'_>, from: usize) -> bool {
    from.checked_sub(2).is_some_and(|frame| matches!(ground.words(&ground.tokens[frame]), ['与' | '同']))
}

/// 引导5家企业重整: whether those counted are someone whom a verb in front leads to act, and the verb at `at` is what they do.
fn is_led(ground: Ground<'_>, from: usize, at: usize) -> bool {
    let tokens = ground.tokens;
    let Some(lead) = from.checked_sub(2).map(|lead| &tokens[lead]) else { return false };
    let number = ground.mention_at(tokens[from - 1].span.start).and_then(|mention| mention.quantity.as_ref());
    lead.verb_class() == Some(VerbClass::Clausal)
        && number.is_some_and(|quantity| matches!(&*quantity.unit, "家" | "名" | "人" | "位" | "户"))
        && ground.doer(tokens[at - 1].span).is_some()
        && ground.doer(tokens[at].span).is_none()
}

/// Whether a short quotation stands between someone who acts and what it is done to.
fn quotes_act(ground: Ground<'_>, at: usize, to: usize) -> bool {
    let (token, doer) = (&ground.tokens[at], &ground.tokens[at - 1]);
    token.span.len() <= 4 && !ends(ground.tokens, at + 1, to) && ground.doer(doer.span).is_some()
}

/// Whether a clause or an item of a list ends at token `at`.
fn ends(tokens: &[Token], at: usize, to: usize) -> bool {
    let closes = |token: &Token| {
        matches!(token.kind, TokenKind::Mark | TokenKind::Pause | TokenKind::And | TokenKind::De | TokenKind::Etc)
    };
    at >= to || closes(&tokens[at])
}

/// Adverbs that stand before a noun, or before a verb that belongs to one: 超长期特别国债, 重点合作事项.
pub(super) fn qualifies_noun(tokens: &[Token], at: usize, to: usize) -> bool {
    let Some(next) = (at..to).find(|&next| !tokens[next].is_adverb()) else { return false };
    let head = |at: usize| at < to && tokens[at].is_nominal();
    let verbal = tokens[next].noun_use().is_some_and(|noun| noun != NounUse::No)
        || tokens[next].verb_class() == Some(VerbClass::Intransitive);
    head(next) || tokens[next].noun_use() == Some(NounUse::Mostly) || verbal && head(next + 1)
}

/// A number that is no count itself and so defines what it stands before.
pub(super) fn names_group(ground: Ground<'_>, token: &Token) -> bool {
    ground.mention_at(token.span.start).is_some_and(|mention| !eligible::counts(mention, ground.chars, ground.rules))
}

/// A verb inside a noun phrase: used as a noun, and no object of its own follows.
fn goes_on_over(ground: Ground<'_>, from: usize, at: usize, to: usize, class: VerbClass, noun: NounUse) -> bool {
    let tokens = ground.tokens;
    if class == VerbClass::Single || ground.is_kept(&tokens[at]) {
        return class == VerbClass::Single || at == from;
    }
    let ends = ends(tokens, at + 1, to);
    let attributive = at == from
        && class == VerbClass::Intransitive
        && tokens.get(at + 1).is_some_and(|next| at + 1 < to && next.is_nominal());
    // 新任命人员
    let named = at == from + 1
        && ground.is_term(&tokens[at - 1], ['新'])
        && tokens.get(at + 1).is_some_and(|next| at + 1 < to && next.is_nominal());
    match noun {
        _ if attributive || named => true,
        _ if compound::behind(ground, from, at, to) => true,
        // 6批任命人员宪法宣誓: acts are counted
        NounUse::No => ends && at > from && counts_acts(ground, from),
        NounUse::Mostly => true,
        NounUse::Also => {
            at == from
                || ends
                || is_subject(tokens, at, to)
                || tokens[at + 1].is_nominal() && at + 2 < to && tokens[at + 2].is_verb()
        }
    }
}

/// Whether the number in front of the token counts acts: 两轮, 6批, 3场.
fn counts_acts(ground: Ground<'_>, from: usize) -> bool {
    let number = from.checked_sub(1).and_then(|number| ground.mention_at(ground.tokens[number].span.start));
    let unit = number.and_then(|mention| mention.quantity.as_ref()).map_or("", |quantity| &*quantity.unit);
    matches!(unit, "批" | "批次" | "轮" | "轮次" | "场" | "场次" | "次")
}

/// 管网改造完工: a verb that takes no object and closes the clause has the one before it for its subject.
fn is_subject(tokens: &[Token], at: usize, to: usize) -> bool {
    at + 2 == to && tokens[at + 1].verb_class() == Some(VerbClass::Intransitive)
}

/// The 的 that closes a relative clause right after the number (598名自愿认罪认罚的被告人).
pub(super) fn relative_end(tokens: &[Token], from: usize, to: usize) -> Option<usize> {
    let framed = tokens.get(from).is_some_and(|token| matches!(token.kind, TokenKind::Frame(_)));
    let stop = (from..to)
        .find(|&at| match tokens[at].kind {
            TokenKind::Mark | TokenKind::Number => true,
            TokenKind::Pause => !framed,
            _ => false,
        })
        .unwrap_or(to);
    // 12家濒临倒闭的企业: a word that no lexicon knows, and a verb
    let unknown = tokens.get(from).is_some_and(|token| token.kind == TokenKind::Text)
        && tokens.get(from + 1).is_some_and(Token::is_verb);
    let opens = framed
        || unknown
        || tokens
            .get(from)
            .is_some_and(|token| token.is_verb() || token.is_adverb() && !qualifies_noun(tokens, from, to));
    (from..stop).find(|&at| tokens[at].kind == TokenKind::De).filter(|&de| opens && de + 1 < stop)
}

/// The phrase without the attributes that it ends in: 重点产业 of 17个重点产业增加值增长8%, 开发区 of 30个开发区产值占比达80%.
pub(super) fn without_attribute(ground: Ground<'_>, mut phrase: Phrase) -> Phrase {
    let Some(last) = phrase.spans.last_mut() else { return phrase };
    let within = |end: usize| ground.token_before(end).filter(|token| token.span.start > last.start);
    let mut end = last.end;
    while let Some(token) = within(end).filter(|token| ground.names_attribute(token, token.span.end)) {
        // 3件纠纷持续时间超过半年: an adverb says what the time is of
        let how = within(token.span.start).filter(|token| token.is_adverb());
        end = how.map_or(token.span.start, |how| how.span.start);
    }
    last.end = end;
    phrase
}

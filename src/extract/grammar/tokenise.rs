//! Cutting a passage into tokens: the mentions shield what they hold, the lexicons know the words in between, and marks
//! part what is left.

use crate::recognise::{Mention, MentionKind};
use crate::rules::{AdverbClass, Cutter, NounUse, Rules, Syntax, Trait, Traits, VerbClass};
use crate::text::{Reading, Span};

use super::settle::settle;
use super::token::{Token, TokenKind};

/// Cuts the passage at `span` into tokens that tile it, blanks aside: along the mentions that shield their insides, and
/// between them into the words that the lexicons know. `cutter` lends its memory.
pub fn tokens(reading: &Reading, span: Span, mentions: &[Mention], rules: &Rules, cutter: &mut Cutter) -> Vec<Token> {
    let mut out = Vec::with_capacity(span.len() / 2);
    let mut at = span.start;
    for (shield, kind) in shields(span, mentions)
        .iter()
        .filter_map(|mention| Some((shielded(reading, mention, &rules.syntax), shield_kind(mention.kind)?)))
    {
        // where a paragraph turns inside a name in 《》, the name shields neither part
        if shield.start < at || shield.end > span.end {
            continue;
        }
        words(reading, Span::new(at, shield.start), rules, cutter, &mut out);
        out.push(Token { kind, span: shield, traits: Traits::default() });
        at = shield.end;
    }
    words(reading, Span::new(at, span.end), rules, cutter, &mut out);
    let mut out = parentheses(reading, span, out);
    names(reading, &mut out, rules);
    // 第一时间 is shielded since it counts nothing, and is an adverb all the same
    for at in 0..out.len() {
        let token = &out[at];
        if token.kind != TokenKind::Name {
            continue;
        }
        let words = &reading.chars()[token.span.range()];
        let acts = || out.get(at + 1).is_some_and(|next| next.noun_use() == Some(NounUse::No));
        match rules.syntax.get(words).map(|entry| entry.kind) {
            Some(kind @ TokenKind::Adverb(_)) => out[at].kind = kind,
            _ if names_way(words) && acts() => out[at].kind = TokenKind::Adverb(AdverbClass::Manner),
            _ => {}
        }
    }
    settle(reading, &mut out);
    out
}

/// “一企一策”, “点对点”, “组团式”: a quoted name of a way to do things.
fn names_way(words: &[char]) -> bool {
    matches!(words, ['“', '一', _, '一', _, '”'] | ['“', _, '对', _, '”'] | ['“', .., '式', '”'])
}

/// 在转作风上下功夫: 上 closes the phrase of place and 下 is the verb, though 上下 is a word too.
fn effort(reading: &Reading, word: Span, out: &mut Vec<Token>) {
    let chars = reading.chars();
    if chars[word.start] != '功' || chars[word.range()] != ['功', '夫'] {
        return;
    }
    let Some(before) = out.last_mut() else { return };
    let span = before.span;
    if span.end != word.start || chars[span.range()] != ['上', '下'] {
        return;
    }
    before.span = Span::new(span.start, span.end - 1);
    let kind = TokenKind::Verb(VerbClass::Transitive, NounUse::No);
    out.push(Token { kind, span: Span::new(span.end - 1, span.end), traits: Traits::default() });
}

/// The mentions that lie inside `span`, by binary search.
fn shields(span: Span, mentions: &[Mention]) -> &[Mention] {
    let from = mentions.partition_point(|mention| mention.span.start < span.start);
    let to = mentions.partition_point(|mention| mention.span.start < span.end);
    &mentions[from..to]
}

/// A number with what bounds it, but for a verb of change that bounds it (控制在5%以内, 突破百亿元, 过千亿元): that is read as one.
fn shielded(reading: &Reading, mention: &Mention, syntax: &Syntax) -> Span {
    let before = &reading.chars()[mention.span.start..mention.core.start.max(mention.span.start)];
    let entry = (!before.is_empty()).then(|| syntax.get(before)).flatten();
    let is_change = entry.is_some_and(|entry| matches!(entry.kind, TokenKind::Verb(VerbClass::Change, _)));
    if is_change || before == ['过'] { Span::new(mention.core.start, mention.span.end) } else { mention.span }
}

fn shield_kind(kind: MentionKind) -> Option<TokenKind> {
    Some(match kind {
        MentionKind::Number | MentionKind::Quantity | MentionKind::Percent | MentionKind::Duration => TokenKind::Number,
        MentionKind::Date | MentionKind::Period => TokenKind::Time,
        MentionKind::Ordinal => TokenKind::Ordinal,
        MentionKind::Structural | MentionKind::Region | MentionKind::Organ => return None,
        _ => TokenKind::Name,
    })
}

/// Cuts text without shields.
fn words(reading: &Reading, span: Span, rules: &Rules, cutter: &mut Cutter, out: &mut Vec<Token>) {
    if span.is_empty() {
        return;
    }
    let mut at = span.start;
    for (entry, start, end) in rules.syntax.words(&reading.chars()[span.range()], cutter) {
        let word = Span::new(span.start + start, span.start + end);
        if at < word.start {
            gap(reading, Span::new(at, word.start), rules, out);
        }
        if goes_with(reading, word, out) {
            at = word.end;
            continue;
        }
        effort(reading, word, out);
        out.push(Token { kind: entry.kind, span: word, traits: entry.traits });
        at = word.end;
    }
    if at < span.end {
        gap(reading, Span::new(at, span.end), rules, out);
    }
}

/// 管起来, 坚持下去: which way an act goes is told by 起来 and its like right behind the verb, and is part of it. Lengthens
/// the verb and says whether it did.
fn goes_with(reading: &Reading, word: Span, out: &mut [Token]) -> bool {
    let chars = reading.chars();
    // the end is asked for first: few words end so, but how many characters one has is as good as chance
    if !matches!(chars[word.end - 1], '来' | '去')
        || !matches!(chars[word.range()], ['起' | '下' | '上' | '出' | '进' | '开', '来'] | ['下' | '上', '去'])
    {
        return false;
    }
    let Some(verb) = out.last_mut().filter(|last| last.span.end == word.start) else { return false };
    let TokenKind::Verb(class, _) = verb.kind else { return false };
    let class = if class == VerbClass::Single { VerbClass::Transitive } else { class };
    (verb.kind, verb.span) = (TokenKind::Verb(class, NounUse::No), Span::new(verb.span.start, word.end));
    true
}

/// Characters that no lexicon knows. What a noun that one knows is told by its end, it has from there.
fn unknown(reading: &Reading, span: Span, rules: &Rules) -> Token {
    Token { kind: TokenKind::Text, span, traits: rules.noun_traits(&reading.chars()[span.range()]) }
}

/// Parts the characters between known words at marks and blanks.
fn gap(reading: &Reading, span: Span, rules: &Rules, out: &mut Vec<Token>) {
    let mut start = span.start;
    let text = |start, end, out: &mut Vec<Token>| {
        if start < end {
            out.push(unknown(reading, Span::new(start, end), rules));
        }
    };
    for at in span.range() {
        let c = reading.chars()[at];
        let kind = match c {
            '、' => Some(TokenKind::Pause),
            ' ' => None,
            '—' if is_tie(reading, at) => continue,
            '，' | '。' | '；' | '：' | '！' | '？' | '（' | '）' | '…' | '—' => Some(TokenKind::Mark),
            _ => continue,
        };
        text(start, at, out);
        start = at + 1;
        if let Some(kind) = kind {
            out.push(Token { kind, span: Span::new(at, at + 1), traits: Traits::default() });
        }
    }
    text(start, span.end, out);
}

/// Joins a name whose characters are words elsewhere (周正声): three of one character where a clause begins or behind an
/// office, the first a frequent family name, with a longer word or a preposition behind them.
fn names(reading: &Reading, tokens: &mut Vec<Token>, rules: &Rules) {
    let single = |token: &Token| token.span.len() == 1;
    // an office is one that a lexicon knows
    let opens =
        |token: &Token| token.kind == TokenKind::Mark || token.kind != TokenKind::Text && token.has(Trait::Agent);
    let mut at = 0;
    while at + 3 < tokens.len() {
        let (name, next) = (&tokens[at..at + 3], &tokens[at + 3]);
        let text = |token: &Token| token.kind == TokenKind::Text && single(token);
        let named = text(&name[0])
            && single(&name[1])
            && text(&name[2])
            && !matches!(name[1].kind, TokenKind::Mark | TokenKind::Pause | TokenKind::And | TokenKind::De)
            && (!single(next) || matches!(next.kind, TokenKind::Frame(_)))
            && next.kind != TokenKind::Text
            && (at == 0 || opens(&tokens[at - 1]));
        let family = |c: char| rules.families.get_chars(&[c]).is_some_and(|row| row.class == "frequent");
        if named && family(reading.chars()[name[0].span.start]) {
            let span = Span::new(name[0].span.start, name[2].span.end);
            tokens.splice(at..at + 3, [unknown(reading, span, rules)]);
        }
        at += 1;
    }
}

/// 中国—东盟: one dash between words ties them to a name, two part clauses.
fn is_tie(reading: &Reading, at: usize) -> bool {
    let word = |at: usize| reading.chars().get(at).is_some_and(|c| c.is_alphanumeric());
    at > 0 && word(at - 1) && word(at + 1)
}

/// Joins what stands in （…） to one token, so that no clause ends inside. An open bracket without its partner stays a mark.
fn parentheses(reading: &Reading, span: Span, tokens: Vec<Token>) -> Vec<Token> {
    let opens = |token: &Token| token.kind == TokenKind::Mark && reading.chars()[token.span.start] == '（';
    let closes = |token: &Token| token.kind == TokenKind::Mark && reading.chars()[token.span.start] == '）';
    if !reading.chars()[span.range()].contains(&'（') {
        return tokens;
    }
    let mut out: Vec<Token> = Vec::with_capacity(tokens.len());
    let mut open: Vec<usize> = Vec::new();
    for token in tokens {
        if opens(&token) {
            open.push(out.len());
            out.push(token);
        } else if let Some(from) = closes(&token).then(|| open.pop()).flatten() {
            let span = Span::new(out[from].span.start, token.span.end);
            out.truncate(from);
            out.push(Token { kind: TokenKind::Paren, span, traits: Traits::default() });
        } else {
            out.push(token);
        }
    }
    out
}

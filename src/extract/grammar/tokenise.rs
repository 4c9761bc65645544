//! Cutting a passage into tokens: the mentions shield what they hold, the lexicons know the words in between, and marks
//! part what is left.

use crate::recognise::{Mention, MentionKind};
use crate::rules::{AdverbClass, Cutter, NounUse, Rules, Syntax, Trait, Traits, VerbClass, WordClass};
use crate::text::{Reading, Span};

use super::settle::settle;
use super::token::{Token, TokenKind};

/// Cuts the passage at `span` into tokens that tile it, blanks aside: along the mentions that shield their insides, and
/// between them into the words that the lexicons know. `cutter` lends its memory.
pub fn tokens(reading: &Reading, span: Span, mentions: &[Mention], rules: &Rules, cutter: &mut Cutter) -> Vec<Token> {
    let syntax = &rules.syntax;
    let mut out = Vec::with_capacity(span.len() / 2);
    let mut at = span.start;
    for (shield, kind) in shields(span, mentions)
        .iter()
        .filter_map(|mention| Some((shielded(reading, mention, syntax), shield_kind(mention.kind)?)))
    {
        // where a paragraph turns inside a name in 《》, the name shields neither part
        if shield.start < at || shield.end > span.end {
            continue;
        }
        words(reading, Span::new(at, shield.start), syntax, cutter, &mut out);
        out.push(Token { kind, span: shield, traits: Traits::default() });
        at = shield.end;
    }
    words(reading, Span::new(at, span.end), syntax, cutter, &mut out);
    let mut out = parentheses(reading, out);
    names(reading, &mut out, rules);
    // the nouns that a lexicon knows have theirs from there
    for token in out.iter_mut().filter(|token| token.kind == TokenKind::Text) {
        token.traits = token.traits.and(rules.noun_traits(&reading.chars()[token.span.range()]));
    }
    // 第一时间 is shielded since it counts nothing, and is an adverb all the same
    for at in 0..out.len() {
        let token = &out[at];
        if token.kind != TokenKind::Name {
            continue;
        }
        let words = &reading.chars()[token.span.range()];
        let acts = || out.get(at + 1).is_some_and(|next| next.noun_use() == Some(NounUse::No));
        match syntax.get(words).map(|entry| entry.class) {
            Some(WordClass::Adverb(class)) => out[at].kind = TokenKind::Adverb(class),
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
    let is_change = entry.is_some_and(|entry| matches!(entry.class, WordClass::Verb(VerbClass::Change, _)));
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
fn words(reading: &Reading, span: Span, syntax: &Syntax, cutter: &mut Cutter, out: &mut Vec<Token>) {
    if span.is_empty() {
        return;
    }
    let mut at = span.start;
    for (entry, start, end) in syntax.words(&reading.chars()[span.range()], cutter) {
        let word = Span::new(span.start + start, span.start + end);
        gap(reading, Span::new(at, word.start), out);
        if goes_with(reading, word, out) {
            at = word.end;
            continue;
        }
        effort(reading, word, out);
        out.push(Token {
            kind: word_kind(entry.class, &reading.chars()[word.range()]),
            span: word,
            traits: entry.traits,
        });
        at = word.end;
    }
    gap(reading, Span::new(at, span.end), out);
}

/// 管起来, 坚持下去: which way an act goes is told by 起来 and its like right behind the verb, and is part of it. Lengthens
/// the verb and says whether it did.
fn goes_with(reading: &Reading, word: Span, out: &mut [Token]) -> bool {
    let ways =
        matches!(reading.chars()[word.range()], ['起' | '下' | '上' | '出' | '进' | '开', '来'] | ['下' | '上', '去']);
    let Some(verb) = out.last_mut().filter(|last| ways && last.span.end == word.start) else { return false };
    let TokenKind::Verb(class, _) = verb.kind else { return false };
    let class = if class == VerbClass::Single { VerbClass::Transitive } else { class };
    (verb.kind, verb.span) = (TokenKind::Verb(class, NounUse::No), Span::new(verb.span.start, word.end));
    true
}

fn word_kind(class: WordClass, term: &[char]) -> TokenKind {
    match class {
        WordClass::Verb(verb, noun) => TokenKind::Verb(verb, noun),
        WordClass::Adverb(class) => TokenKind::Adverb(class),
        WordClass::Frame(class) => TokenKind::Frame(class),
        WordClass::Noun => TokenKind::Noun,
        WordClass::Particle => match term {
            ['的'] => TokenKind::De,
            ['了' | '着' | '过'] => TokenKind::Aspect,
            ['等', ..] => TokenKind::Etc,
            _ => TokenKind::And,
        },
    }
}

/// Parts the characters between known words at marks and blanks.
fn gap(reading: &Reading, span: Span, out: &mut Vec<Token>) {
    let mut start = span.start;
    let text = |start, end, out: &mut Vec<Token>| {
        if start < end {
            out.push(Token { kind: TokenKind::Text, span: Span::new(start, end), traits: Traits::default() });
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
            && (at == 0 || tokens[at - 1].kind == TokenKind::Mark || tokens[at - 1].has(Trait::Agent));
        let family = |c: char| rules.families.get_chars(&[c]).is_some_and(|row| row.class == "frequent");
        if named && family(reading.chars()[name[0].span.start]) {
            let span = Span::new(name[0].span.start, name[2].span.end);
            tokens.splice(at..at + 3, [Token { kind: TokenKind::Text, span, traits: Traits::default() }]);
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
fn parentheses(reading: &Reading, tokens: Vec<Token>) -> Vec<Token> {
    let opens = |token: &Token| token.kind == TokenKind::Mark && reading.chars()[token.span.start] == '（';
    let closes = |token: &Token| token.kind == TokenKind::Mark && reading.chars()[token.span.start] == '）';
    if !tokens.iter().any(opens) {
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

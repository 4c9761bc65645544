//! Cutting a passage into tokens: the mentions shield what they hold, the lexicons know the words in between, and marks
//! part what is left.

use std::hint::select_unpredictable;

use crate::recognise::{Mention, MentionKind};
use crate::rules::{AdverbClass, Cutter, FrameClass, NounUse, Rules, Syntax, Trait, VerbClass};
use crate::text::{CharSet, Reading, Span};

use super::settle::{is_open, settle, turns_what_is_before};
use super::token::{Token, TokenKind};

/// Cuts the passage at `span` into tokens that tile it, blanks aside: along the mentions that shield their insides, and
/// between them into the words that the lexicons know. `cutter` lends its memory.
pub fn tokens(reading: &Reading, span: Span, mentions: &[Mention], rules: &Rules, cutter: &mut Cutter) -> Vec<Token> {
    let out = Vec::with_capacity(span.len() / 2);
    let mut cut =
        Cut { reading, rules, out, has_bracket: false, has_family: false, has_sufferer: false, has_part: false };
    let (mut at, mut has_name) = (span.start, false);
    for (shield, kind) in shields(span, mentions)
        .iter()
        .filter_map(|mention| Some((shielded(reading, mention, &rules.syntax), shield_kind(mention.kind)?)))
    {
        // where a paragraph turns inside a name in 《》, the name shields neither part
        if shield.start < at || shield.end > span.end {
            continue;
        }
        cut.words(Span::new(at, shield.start), cutter);
        cut.out.push(Token::new(kind, shield));
        has_name |= kind == TokenKind::Name;
        at = shield.end;
    }
    cut.words(Span::new(at, span.end), cutter);
    let Cut { mut out, has_bracket, has_family, has_sufferer, has_part, .. } = cut;
    if has_bracket {
        out = parentheses(reading, out);
    }
    if has_family {
        names(reading, &mut out, rules);
    }
    if has_name {
        ways(reading, &mut out, rules);
    }
    if has_sufferer {
        sufferers(&mut out);
    }
    if has_part {
        parts(reading, &mut out);
    }
    settle(reading, &mut out);
    out
}

/// 第一时间 is shielded since it counts nothing, and is an adverb all the same; so is a name of a way, before an act.
fn ways(reading: &Reading, tokens: &mut [Token], rules: &Rules) {
    for at in 0..tokens.len() {
        let token = &tokens[at];
        if token.kind != TokenKind::Name {
            continue;
        }
        let words = &reading.chars()[token.span.range()];
        // 实行“一对一”包联服务: of what kind the service is
        let led = at > 0 && tokens[at - 1].noun_use() == Some(NounUse::No);
        let opens = at == 0 || tokens[at - 1].kind == TokenKind::Mark;
        let acts = || {
            tokens.get(at + 1).is_some_and(|next| match next.noun_use() {
                Some(NounUse::No) => !led,
                // “一对一”帮扶困难群众
                Some(NounUse::Also) => opens && tokens.get(at + 2).is_some_and(|whom| whom.kind == TokenKind::Noun),
                _ => false,
            })
        };
        let kind = match rules.syntax.get(words).map(|entry| entry.kind) {
            Some(kind @ TokenKind::Adverb(_)) => kind,
            _ if names_way(words) && acts() => TokenKind::Adverb(AdverbClass::Manner),
            _ => continue,
        };
        tokens[at].turn_into(kind);
        tokens[at].is_open = true;
    }
}

/// “一企一策”, “点对点”, “组团式”: a quoted name of a way to do things.
fn names_way(words: &[char]) -> bool {
    matches!(words, ['“', '一', _, '一', _, '”'] | ['“', _, '对', _, '”'] | ['“', .., '式', '”'])
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

/// What parts the characters that no lexicon knows. A comma between figures is read as `,` and parts them where it groups
/// none (降至2.31，17个区).
static PARTS: CharSet = CharSet::new(&['、', ' ', '，', ',', '。', '；', '：', '！', '？', '（', '）', '…', '—']);

/// What opens the words on a part of what was counted.
const PART: [char; 2] = ['其', '中'];

/// A passage as far as it is cut.
struct Cut<'a> {
    reading: &'a Reading,
    rules: &'a Rules,
    out: Vec<Token>,
    /// Whether a bracket opens, and whether a frequent family name stands alone: few passages have either.
    has_bracket: bool,
    has_family: bool,
    /// Whether 被 stands right behind a verb.
    has_sufferer: bool,
    /// Whether 其中 opens a clause.
    has_part: bool,
}

impl Cut<'_> {
    /// Cuts text without shields.
    fn words(&mut self, span: Span, cutter: &mut Cutter) {
        if span.is_empty() {
            return;
        }
        let mut at = span.start;
        for (entry, start, end) in self.rules.syntax.words(&self.reading.chars()[span.range()], cutter) {
            let word = Span::new(span.start + start, span.start + end);
            if at < word.start {
                self.gap(Span::new(at, word.start));
            }
            at = word.end;
            if entry.minds_last {
                self.has_sufferer |= is_passive(entry.kind) && self.out.last().is_some_and(Token::is_verb);
                self.has_part |= self.reading.chars()[word.range()] == PART;
                if self.minds_last(word) {
                    continue;
                }
            }
            self.out.push(Token::word(entry, word));
        }
        if at < span.end {
            self.gap(Span::new(at, span.end));
        }
    }

    /// Does to the last token what `word` does to it, and says whether it has become one with it.
    fn minds_last(&mut self, word: Span) -> bool {
        self.open_last();
        self.effort(word);
        self.goes_with(word)
    }

    /// Parts the characters between known words at marks and blanks.
    fn gap(&mut self, span: Span) {
        let chars = self.reading.chars();
        let mut start = span.start;
        // 1.抓党建促发展: the point behind the number of an item
        let numbered =
            matches!(&self.out[..], [number] if number.kind == TokenKind::Number && number.span.end == start);
        if numbered && chars[start] == '.' {
            self.out.push(Token::new(TokenKind::Mark, Span::new(start, start + 1)));
            start += 1;
        }
        for (at, &c) in (start..span.end).zip(&chars[start..span.end]) {
            if !PARTS.contains(c) || c == '—' && is_tie(self.reading, at) {
                continue;
            }
            if start < at {
                self.text(Span::new(start, at));
            }
            start = at + 1;
            if c != ' ' {
                let kind = select_unpredictable(c == '、', TokenKind::Pause, TokenKind::Mark);
                self.out.push(Token::new(kind, Span::new(at, start)));
                self.has_bracket |= c == '（';
            }
        }
        if start < span.end {
            self.text(Span::new(start, span.end));
        }
    }

    /// Characters that no lexicon knows.
    fn text(&mut self, span: Span) {
        let words = &self.reading.chars()[span.range()];
        if turns_what_is_before(words) {
            self.open_last();
        }
        self.has_family |= words.len() == 1 && is_family(words[0], self.rules);
        self.out.push(unknown(self.reading, span, self.rules));
    }

    /// Lets the last token be settled by what stands behind it.
    fn open_last(&mut self) {
        if let Some(last) = self.out.last_mut() {
            last.is_open = true;
        }
    }

    /// 在转作风上下功夫: 上 closes the phrase of place and 下 is the verb, though 上下 is a word too.
    fn effort(&mut self, word: Span) {
        let chars = self.reading.chars();
        if chars[word.range()] != ['功', '夫'] {
            return;
        }
        let Some(before) = self.out.last_mut() else { return };
        let span = before.span;
        if span.end != word.start || chars[span.range()] != ['上', '下'] {
            return;
        }
        before.span = Span::new(span.start, span.end - 1);
        let kind = TokenKind::Verb(VerbClass::Transitive, NounUse::No);
        self.out.push(Token::new(kind, Span::new(span.end - 1, span.end)));
    }

    /// 管起来, 坚持下去: which way an act goes is told by 起来 and its like right behind the verb, and is part of it. Lengthens
    /// the verb and says whether it did.
    fn goes_with(&mut self, word: Span) -> bool {
        let chars = self.reading.chars();
        if !matches!(chars[word.range()], ['起' | '下' | '上' | '出' | '进' | '开', '来'] | ['下' | '上', '去'])
        {
            return false;
        }
        let Some(verb) = self.out.last_mut().filter(|last| last.span.end == word.start) else { return false };
        let TokenKind::Verb(class, _) = verb.kind else { return false };
        let class = if class == VerbClass::Single { VerbClass::Transitive } else { class };
        verb.turn_into(TokenKind::Verb(class, NounUse::No));
        (verb.span, verb.is_open) = (Span::new(verb.span.start, word.end), true);
        true
    }
}

fn is_passive(kind: TokenKind) -> bool {
    kind == TokenKind::Frame(FrameClass::Passive)
}

/// 恢复被毁林地3亩、被占耕地2亩: behind a verb or a 、, 被 with its own verb says which of the things named behind them are acted
/// on. Joins the two to a piece of that noun.
fn sufferers(tokens: &mut Vec<Token>) {
    let mut at = 1;
    while at + 2 < tokens.len() {
        let [before, passive, verb, thing] = &tokens[at - 1..at + 3] else { break };
        let acted_on = before.is_verb() || before.kind == TokenKind::Pause;
        let suffers = verb.is_verb() || verb.kind == TokenKind::Text && verb.span.len() <= 2;
        let thing = matches!(thing.kind, TokenKind::Noun | TokenKind::Text) && thing.span.start == verb.span.end;
        if is_passive(passive.kind) && acted_on && suffers && thing {
            let span = Span::new(passive.span.start, verb.span.end);
            tokens.splice(at..at + 2, [Token::new(TokenKind::Noun, span)]);
        }
        at += 1;
    }
}

/// 其中护理、家政培训5期, 其中投资10亿元以上项目7个: a verb that is a noun too only names the part that is counted.
fn parts(reading: &Reading, tokens: &mut [Token]) {
    let chars = reading.chars();
    for at in 0..tokens.len() {
        if chars[tokens[at].span.range()] != PART {
            continue;
        }
        let ends = |token: &Token| token.kind == TokenKind::Mark;
        let end = tokens[at..].iter().position(ends).map_or(tokens.len(), |mark| at + mark);
        let number = |at: usize| at < end && tokens[at].kind == TokenKind::Number;
        let mut verbs = (at + 1..end).filter(|&verb| tokens[verb].is_verb());
        let Some(verb) = verbs.next().filter(|_| verbs.next().is_none()) else { continue };
        // 其中县委书记批示18件: someone acts
        let last = verb + 2 == end && tokens[verb - 1].is_nominal() && !tokens[verb - 1].has(Trait::Agent);
        let first = verb == at + 1 && verb + 2 < end && number(end - 1);
        let may_be_noun = tokens[verb].kind == TokenKind::Verb(VerbClass::Transitive, NounUse::Also);
        if may_be_noun && number(verb + 1) && (last || first) {
            tokens[verb].turn_into(TokenKind::Noun);
        }
    }
}

/// Characters that no lexicon knows. What a noun that one knows is told by its end, it has from there.
fn unknown(reading: &Reading, span: Span, rules: &Rules) -> Token {
    let words = &reading.chars()[span.range()];
    let mut token = Token::new(TokenKind::Text, span);
    (token.traits, token.is_open) = (rules.noun_traits(words), is_open(words));
    token
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
        if named && is_family(reading.chars()[name[0].span.start], rules) {
            let span = Span::new(name[0].span.start, name[2].span.end);
            tokens.splice(at..at + 3, [unknown(reading, span, rules)]);
        }
        at += 1;
    }
}

fn is_family(c: char, rules: &Rules) -> bool {
    rules.families.get_chars(&[c]).is_some_and(|row| row.class == "frequent")
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
    let mut out: Vec<Token> = Vec::with_capacity(tokens.len());
    let mut open: Vec<usize> = Vec::new();
    for token in tokens {
        if opens(&token) {
            open.push(out.len());
            out.push(token);
        } else if let Some(from) = closes(&token).then(|| open.pop()).flatten() {
            let span = Span::new(out[from].span.start, token.span.end);
            out.truncate(from);
            out.push(Token::new(TokenKind::Paren, span));
        } else {
            out.push(token);
        }
    }
    out
}

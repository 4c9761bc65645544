//! The words that name a measure: before the number back to the verb that acts on it (走访企业52家), or after it up to
//! the verb that it is the subject of (45名民主监督员进驻…).

use std::ops::Range;

use crate::extract::grammar::{Token, TokenKind};
use crate::rules::{AdverbClass, NounUse, VerbClass};
use crate::text::Span;

use super::eligible;
use super::movement::Ground;

/// A noun phrase as tokens; its last token may be cut short.
#[derive(Clone, Debug, Default)]
pub(super) struct Phrase {
    pub spans: Vec<Span>,
    /// Verbs and nothing else (立案187件, 罚款、拘留419人).
    pub is_verbal: bool,
    /// The verb that stands right before the number, its object elsewhere (推动整改68个).
    pub verb: Option<usize>,
}

impl Phrase {
    pub fn is_empty(&self) -> bool {
        self.spans.is_empty()
    }
}

/// The noun phrase that ends at the place `end` and begins at token `from` or later.
pub(super) fn before(ground: Ground<'_>, from: usize, end: usize) -> Phrase {
    let tokens = ground.tokens;
    let to = tokens.partition_point(|token| token.span.start < end).max(from);
    let (to, end) = without_examples(tokens, from, to).unwrap_or((to, end));
    let attribute = to > from && names_attribute(ground, &tokens[to - 1], end);
    let named = ground.rules.movements.longest_before(ground.chars, end);
    let tail = named.filter(|(row, _)| matches!(&*row.class, "attribute" | "rate")).map_or(end, |(_, start)| start);
    let back = Back { ground, from, to, attribute, tail };
    let mut start = to;
    let mut phrase = Phrase::default();
    if let Some(sentence) = sentence_passed(ground, from, to) {
        fill(ground, sentence..to, end, &mut phrase);
        return phrase;
    }
    while start > from {
        if !back.continues(start - 1) {
            phrase.verb = (start == to && tokens[start - 1].is_verb()).then_some(start - 1);
            break;
        }
        start -= 1;
    }
    fill(ground, start..to, end, &mut phrase);
    // 作出决议、决定58项: a verb in front makes them its objects.
    let plain = tokens[start..to].iter().any(|token| token.noun_use() == Some(NounUse::No));
    phrase.is_verbal &= plain || start == from || !tokens[start - 1].is_verb();
    phrase
}

/// 文史专辑《古村》等7部: quoted examples in front of 等, and the noun in front of them.
fn without_examples(tokens: &[Token], from: usize, to: usize) -> Option<(usize, usize)> {
    let etc = to.checked_sub(1).filter(|&etc| etc > from && tokens[etc].kind == TokenKind::Etc)?;
    let example = |token: &Token| token.kind == TokenKind::Name || joins(token);
    let noun = (from..etc).rev().find(|&at| !example(&tokens[at])).filter(|&at| at + 1 < etc)?;
    tokens[noun].is_nominal().then(|| (noun + 1, tokens[noun].span.end))
}

/// 判处三年以上有期徒刑、无期徒刑至死刑: where a punishment stands before the number, the verb that passed it and all
/// behind it say what the people counted were sentenced to.
fn sentence_passed(ground: Ground<'_>, from: usize, to: usize) -> Option<usize> {
    let last = ground.tokens.get(to.checked_sub(1)?).filter(|_| to > from)?;
    let punishment = ground.chars[last.span.end - 1] == '刑';
    let passed = |at: &usize| is_of(ground, &ground.tokens[*at], "sentence");
    (from..to).rev().find(passed).filter(|_| punishment)
}

/// The subject of a measure that is 新增 or 净增 alone (经营主体每年新增百万户), and that word.
pub(super) fn subject_of_kept(ground: Ground<'_>, from: usize, own: &Phrase) -> Option<(Phrase, Span)> {
    let &[span] = own.spans.as_slice() else { return None };
    let kept = ground.token_before(span.end).filter(|token| token.span == span && kept(ground, token))?;
    if ground.words(kept) == "占" {
        return None;
    }
    let mut stop = ground.tokens.partition_point(|token| token.span.start < span.start);
    while stop > from && (ground.tokens[stop - 1].is_adverb() || ground.tokens[stop - 1].kind == TokenKind::Time) {
        stop -= 1;
    }
    let subject = before(ground, from, ground.tokens.get(stop.checked_sub(1)?)?.span.end);
    (stop > from && !subject.is_empty()).then_some((subject, span))
}

/// The subject and the verb that stand right before a number without an object of their own (原告撤诉53件).
pub(super) fn subject_and_verb(ground: Ground<'_>, from: usize, verb: usize) -> Phrase {
    let tokens = ground.tokens;
    let mut stop = verb;
    while stop > from && tokens[stop - 1].is_adverb() {
        stop -= 1;
    }
    let mut phrase = match stop.checked_sub(1).filter(|&last| last >= from) {
        Some(last) => before(ground, from, tokens[last].span.end),
        None => Phrase::default(),
    };
    // 人均结案, 不起诉: an average or a denial is part of what is measured.
    let kept = |token: &&Token| matches!(ground.chars[token.span.end - 1], '均' | '不' | '未');
    phrase.spans.extend(tokens[stop..verb].iter().find(kept).map(|token| token.span));
    phrase.spans.push(tokens[verb].span);
    phrase
}

/// Whether the last word before a number is what is measured of something (时间, 率, 面积, 总额).
pub(super) fn names_attribute(ground: Ground<'_>, token: &Token, end: usize) -> bool {
    let words: Vec<char> = ground.chars[token.span.start..token.span.end.min(end)].to_vec();
    ground
        .rules
        .movements
        .longest_before(&words, words.len())
        .is_some_and(|(row, _)| row.class == "attribute" || row.class == "rate")
}

/// A walk backwards over a noun phrase.
struct Back<'a> {
    ground: Ground<'a>,
    from: usize,
    to: usize,
    /// It ends in what is measured of something: verbs inside it are parts of a name (企业开办时间).
    attribute: bool,
    /// Where the words begin that say what is measured (下降幅度, 用时): verbs in them are none.
    tail: usize,
}

impl Back<'_> {
    /// Whether the token at `at` belongs to the noun phrase.
    fn continues(&self, at: usize) -> bool {
        let tokens = self.ground.tokens;
        let last = at + 1 == self.to;
        match tokens[at].kind {
            _ if tokens[at].span.start >= self.tail => true,
            _ if !last && (self.acts_itself(at) || self.sent_to(at)) => false,
            // 逮捕各类嫌疑人: 各类 opens the noun phrase.
            TokenKind::Verb(..) if !last && !is_made(self.ground, &tokens[at]) && self.opens_kinds(at + 1) => false,
            // 打击犯罪、挽回损失22万元: such a verb begins a measure of its own.
            TokenKind::Pause | TokenKind::And if !last && is_made(self.ground, &tokens[at + 1]) => false,
            TokenKind::Verb(class, noun) => !self.governs(at, class, noun),
            TokenKind::Mark | TokenKind::Time | TokenKind::Frame(_) | TokenKind::Aspect => false,
            TokenKind::Adverb(class) => self.modifies(at, class),
            TokenKind::Etc => !last,
            _ => true,
        }
    }

    /// 省法院受理案件, 中心接待干部: a body at the head of its clause, and a verb with a noun behind it, which is measured
    /// without who does it.
    fn acts_itself(&self, at: usize) -> bool {
        let tokens = self.ground.tokens;
        let verb = tokens[at + 1].verb_class() == Some(VerbClass::Transitive);
        let object = at + 2 < self.to && tokens[at + 2].is_nominal();
        if self.attribute
            || !verb
            || !object
            || self.makes_word(at + 1)
            || !tokens[self.from..=at].iter().all(Token::is_nominal)
        {
            return false;
        }
        self.is_actor(at, &["body", "unit"])
    }

    /// 组织中心组集体学习: someone whom a verb sets to work, in front of what they do.
    fn sent_to(&self, at: usize) -> bool {
        let tokens = self.ground.tokens;
        let does = tokens[at + 1].is_verb() || tokens[at + 1].is_adverb();
        let sent = |token: &Token| token.verb_class() == Some(VerbClass::Clausal);
        let nominal = tokens[at].is_nominal() && does && !self.attribute;
        nominal && tokens[self.from..at].iter().any(sent) && self.is_actor(at, &["body", "unit", "member", "people"])
    }

    fn is_actor(&self, at: usize, classes: &[&str]) -> bool {
        let words = self.ground.words(&self.ground.tokens[at]);
        let length = words.chars().count();
        (1..=length.min(4)).any(|count| {
            let tail: String = words.chars().skip(length - count).collect();
            self.ground.rules.actors.get(&tail).is_some_and(|row| classes.contains(&&*row.class))
        })
    }

    /// 各类, 各项: whether such a word stands at `at`.
    fn opens_kinds(&self, at: usize) -> bool {
        let token = &self.ground.tokens[at];
        self.ground.chars[token.span.start] == '各' && is_determiner(self.ground, token)
    }

    /// An adverb inside a noun phrase: before a noun (高标准农田), or between a noun and a noun-like verb (常委会专题议政).
    fn modifies(&self, at: usize, class: AdverbClass) -> bool {
        let tokens = self.ground.tokens;
        let noun_before = at > self.from && tokens[at - 1].is_nominal();
        let Some(next) = tokens.get(at + 1).filter(|_| at + 1 < self.to) else {
            // 产业集群4个: a word of manner that stands where a noun does is one.
            return class == AdverbClass::Manner && noun_before;
        };
        let quality = matches!(class, AdverbClass::Manner | AdverbClass::Degree);
        let led = noun_before;
        let words = self.ground.words(&tokens[at]);
        // 不批准逮捕, 非中共委员: what it denies is another thing.
        if matches!(&*words, "不" | "未" | "非") {
            return true;
        }
        let average = words.ends_with('均');
        let shared = at > self.from && kept(self.ground, &tokens[at - 1]);
        let noun_use = next.noun_use().is_some_and(|noun| noun != NounUse::No);
        (quality || average) && next.is_nominal()
            || shared && (next.is_nominal() || noun_use)
            || led && (self.attribute || average || next.noun_use().is_some_and(|noun| noun != NounUse::No))
    }

    /// Whether a verb acts on what follows it, and so ends the noun phrase.
    fn governs(&self, at: usize, class: VerbClass, noun: NounUse) -> bool {
        let tokens = self.ground.tokens;
        let last = at + 1 == self.to;
        if at > self.from + 1 && tokens[at - 1].is_adverb() && kept(self.ground, &tokens[at - 2]) {
            return false;
        }
        if kept(self.ground, &tokens[at]) || class == VerbClass::Single || self.makes_word(at) {
            return false;
        }
        if self.in_case_name(at) || self.lists_verbs(at) || self.modifies_head(at, class) || self.continues_kept(at) {
            return false;
        }
        if self.attribute && class != VerbClass::Clausal && class != VerbClass::Stative && self.follows_noun(at) {
            return false;
        }
        match noun {
            NounUse::Mostly => self.opens(at) && !last && names_people(self.ground, &tokens[at + 1]),
            NounUse::No => !(last && class == VerbClass::Intransitive),
            NounUse::Also => {
                !last
                    && (class == VerbClass::Clausal || !self.compounds(at))
                    && self.opens(at)
                    && tokens[at + 1].kind != TokenKind::De
                    && !self.only_verb_follows(at)
            }
        }
    }

    /// 起诉假冒商标、侵犯商业秘密犯罪: behind the verb that acts on them, verbs are part of what crimes are called.
    fn in_case_name(&self, at: usize) -> bool {
        let tokens = self.ground.tokens;
        is_of(self.ground, &tokens[self.to - 1], "known_by") && tokens[self.from..at].iter().any(Token::is_verb)
    }

    /// 罚款、拘留419人: verbs alone, side by side, name what was done to those counted.
    fn lists_verbs(&self, at: usize) -> bool {
        let rest = &self.ground.tokens[at..self.to];
        let also = rest[0].noun_use() != Some(NounUse::No);
        rest.len() > 1
            && (also || joins(&rest[1]))
            && rest.iter().any(joins)
            && rest.iter().all(|token| token.is_verb() || joins(token))
    }

    /// 入库人数, 获奖作品, “同心”帮教基地: a verb that takes no object, or that follows a quoted name, belongs to the
    /// noun behind it.
    fn modifies_head(&self, at: usize, class: VerbClass) -> bool {
        let tokens = self.ground.tokens;
        let head = at + 1 < self.to && tokens[at + 1].is_nominal() && tokens[at + 1].kind != TokenKind::Paren;
        let named = at > self.from + 1 && tokens[at - 1].kind == TokenKind::Name && tokens[at - 2].is_verb();
        // 司法协助案件: what cases are known by.
        let case = at + 2 == self.to && at > self.from && tokens[at - 1].is_nominal();
        let case = case && is_of(self.ground, &tokens[at + 1], "known_by");
        head && (class == VerbClass::Intransitive || named && class == VerbClass::Transitive || case)
    }

    /// 挽回和避免损失, 新增减免税费: goes with a verb that makes the measure what it is.
    fn continues_kept(&self, at: usize) -> bool {
        let tokens = self.ground.tokens;
        let before = |back: usize| at >= self.from + back && is_made(self.ground, &tokens[at - back]);
        at > self.from && (before(1) || joins(&tokens[at - 1]) && before(2))
    }

    /// A verb and a last character after it are one word: 审查率, 审判点.
    fn makes_word(&self, at: usize) -> bool {
        at + 2 == self.to && self.ground.tokens[at + 1].is_nominal() && self.ground.tokens[at + 1].span.len() == 1
    }

    /// 调解撤诉率, 发电装机容量: the verb and what stands behind it name together what is measured.
    fn compounds(&self, at: usize) -> bool {
        let rate = at + 3 == self.to && self.ground.tokens[at + 2].span.len() == 1;
        self.attribute && (rate || at + 2 == self.to)
    }

    fn only_verb_follows(&self, at: usize) -> bool {
        at + 2 == self.to && self.ground.tokens[at + 1].noun_use().is_some_and(|noun| noun != NounUse::Mostly)
    }

    /// A noun stands before the verb: it is the subject of a predicate, or the verb is part of a name.
    fn follows_noun(&self, at: usize) -> bool {
        let mut before = at;
        while before > self.from && self.ground.tokens[before - 1].is_adverb() {
            before -= 1;
        }
        before > self.from
            && (self.ground.tokens[before - 1].is_nominal()
                || self.ground.tokens[before - 1].noun_use().is_some_and(|noun| noun != NounUse::No))
    }

    /// A verb that may be a noun is a predicate where it opens its clause or item, after an adverb or a clausal verb, or
    /// after someone that such a verb sets to work (督促责任单位整改问题).
    fn opens(&self, at: usize) -> bool {
        let tokens = self.ground.tokens;
        if tokens[self.from..at].iter().all(joins) {
            return true;
        }
        match tokens[at - 1].kind {
            TokenKind::Adverb(_) | TokenKind::Mark | TokenKind::Time | TokenKind::Aspect => true,
            TokenKind::Verb(before, NounUse::No) => before == VerbClass::Clausal,
            _ => self.set_to_work(at),
        }
    }

    fn set_to_work(&self, at: usize) -> bool {
        let tokens = self.ground.tokens;
        let caused = tokens[self.from..at]
            .iter()
            .any(|token| token.verb_class() == Some(VerbClass::Clausal) && token.noun_use() == Some(NounUse::No));
        let words = self.ground.words(&tokens[at - 1]);
        let length = words.chars().count();
        let agent = (1..=4.min(length)).any(|count| {
            let tail: String = words.chars().skip(length - count).collect();
            self.ground.rules.actors.get(&tail).is_some()
        });
        caused && agent
    }
}

/// 、 or 和.
fn joins(token: &Token) -> bool {
    matches!(token.kind, TokenKind::Pause | TokenKind::And)
}

/// Someone who can be organised or trained: 代表, 委员, 干部. Not 人员, which such verbs make kinds of (管理人员).
fn names_people(ground: Ground<'_>, token: &Token) -> bool {
    let row = ground.rules.actors.get(&ground.words(token));
    row.is_some_and(|row| row.class == "member" || matches!(&*row.term, "代表" | "干部" | "群众" | "党员" | "职工"))
}

/// 新增, 净增 and 占 make a measure what it is.
fn kept(ground: Ground<'_>, token: &Token) -> bool {
    is_of(ground, token, "keep")
}

/// 新增, 净增 and 挽回, but not 占.
fn is_made(ground: Ground<'_>, token: &Token) -> bool {
    kept(ground, token) && ground.words(token) != "占"
}

pub(super) fn is_of(ground: Ground<'_>, token: &Token, class: &str) -> bool {
    ground.rules.movements.get(&ground.words(token)).is_some_and(|row| row.class == class)
}

/// Trims what no measure begins or ends with, and takes the spans.
fn fill(ground: Ground<'_>, range: Range<usize>, end: usize, phrase: &mut Phrase) {
    let mut tokens = &ground.tokens[range];
    if let Some(etc) = tokens.iter().rposition(|token| token.kind == TokenKind::Etc) {
        // What stands before 等 are examples of the noun behind it, unless they are what it is known by.
        let known_by = tokens.last().is_some_and(|head| etc + 2 == tokens.len() && is_of(ground, head, "known_by"));
        if etc + 1 < tokens.len() && !known_by {
            tokens = &tokens[etc + 1..];
        }
    }
    let trims = |token: &&Token| {
        matches!(token.kind, TokenKind::Pause | TokenKind::And | TokenKind::De | TokenKind::Etc | TokenKind::Paren)
            || token.kind == TokenKind::Ordinal && tokens.len() == 1
            || token.is_adverb() && ground.words(token) == "约"
            || ground.chars[token.span.end - 1] == '有' && is_of(ground, token, "reach")
            || is_determiner(ground, token)
    };
    let skip = tokens.iter().take_while(trims).count();
    let mut kept = &tokens[skip..];
    let tails = |token: &Token| matches!(token.kind, TokenKind::Pause | TokenKind::And | TokenKind::De);
    while let Some((last, rest)) = kept.split_last().filter(|(last, _)| tails(last)) {
        let _ = last;
        kept = rest;
    }
    kept = if kept.last().is_some_and(|head| names_attribute(ground, head, end)) { kept } else { after_clause(kept) };
    let mostly_noun = kept.len() == 1 && kept[0].noun_use() == Some(NounUse::Mostly);
    phrase.is_verbal = !kept.is_empty()
        && !mostly_noun
        && !kept.iter().any(|token| is_made(ground, token))
        && kept.iter().all(|token| token.is_verb() || joins(token));
    for token in kept {
        let span = Span::new(token.span.start, token.span.end.min(end).max(token.span.start));
        match phrase.spans.last_mut() {
            Some(last) if last.end == span.start => last.end = span.end,
            _ => phrase.spans.push(span),
        }
    }
}

/// 履职不力的代表: a clause in front of 的 says which of them, but for what is measured of something (所占的比重).
fn after_clause(tokens: &[Token]) -> &[Token] {
    let Some(de) = tokens.iter().rposition(|token| token.kind == TokenKind::De) else { return tokens };
    let acts = |token: &Token| token.noun_use() == Some(NounUse::No) || token.is_adverb();
    if tokens[..de].iter().any(acts) { &tokens[de + 1..] } else { tokens }
}

/// 各类, 全市, 其中: say which of them, not what they are.
fn is_determiner(ground: Ground<'_>, token: &Token) -> bool {
    is_of(ground, token, "determiner")
}

/// The noun phrase that begins at token `from`, and the token that ends it.
pub(super) fn after(ground: Ground<'_>, from: usize, to: usize) -> (Phrase, usize) {
    let tokens = ground.tokens;
    let relative = relative_end(tokens, from, to);
    let mut at = from;
    while at < to {
        let token = &tokens[at];
        let goes_on = match token.kind {
            _ if relative.is_some_and(|de| at <= de) => true,
            // 75个亿元以上项目: a bound that belongs to the name of what is counted.
            TokenKind::Number => names_group(ground, token),
            TokenKind::Mark | TokenKind::Pause | TokenKind::Time | TokenKind::Aspect | TokenKind::Frame(_) => false,
            TokenKind::And => at > from && tokens.get(at + 1).is_some_and(Token::is_nominal),
            TokenKind::Adverb(_) => qualifies_noun(tokens, at, to),
            TokenKind::Etc | TokenKind::De => false,
            TokenKind::Verb(class, noun) => goes_on_over(ground, from, at, to, class, noun),
            _ => true,
        };
        if !goes_on {
            break;
        }
        at += 1;
    }
    let mut phrase = Phrase::default();
    let end = tokens[from..at].last().map_or(0, |token| token.span.end);
    fill(ground, from..at, end, &mut phrase);
    (phrase, at)
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
    if class == VerbClass::Single || kept(ground, &tokens[at]) {
        return class == VerbClass::Single || at == from;
    }
    let ends = at + 1 >= to
        || matches!(tokens[at + 1].kind, TokenKind::Mark | TokenKind::Pause | TokenKind::And | TokenKind::De);
    let attributive = at == from
        && class == VerbClass::Intransitive
        && tokens.get(at + 1).is_some_and(|next| at + 1 < to && next.is_nominal());
    match noun {
        _ if attributive => true,
        NounUse::No => false,
        NounUse::Mostly => true,
        NounUse::Also => {
            at == from
                || ends
                || is_subject(tokens, at, to)
                || tokens[at + 1].is_nominal() && at + 2 < to && tokens[at + 2].is_verb()
        }
    }
}

/// 管网改造完工: a verb without an object behind it has it for its subject.
fn is_subject(tokens: &[Token], at: usize, to: usize) -> bool {
    let next = tokens.get(at + 1).filter(|_| at + 1 < to);
    next.is_some_and(|next| next.verb_class() == Some(VerbClass::Intransitive)) && at + 2 == to
}

/// The 的 that closes a relative clause right after the number (598名自愿认罪认罚的被告人).
fn relative_end(tokens: &[Token], from: usize, to: usize) -> Option<usize> {
    let stop = (from..to)
        .find(|&at| matches!(tokens[at].kind, TokenKind::Mark | TokenKind::Pause | TokenKind::Number))
        .unwrap_or(to);
    let opens =
        tokens.get(from).is_some_and(|token| token.is_verb() || token.is_adverb() && !qualifies_noun(tokens, from, to));
    (from..stop).find(|&at| tokens[at].kind == TokenKind::De).filter(|&de| opens && de + 1 < stop)
}

/// The phrase without the attribute that it ends in: 重点产业 of 17个重点产业增加值增长8%.
pub(super) fn without_attribute(ground: Ground<'_>, mut phrase: Phrase) -> Phrase {
    let Some(last) = phrase.spans.last_mut() else { return phrase };
    let token = ground.token_before(last.end).filter(|token| names_attribute(ground, token, token.span.end));
    if let Some(token) = token.filter(|token| token.span.start > last.start) {
        last.end = token.span.start;
    }
    phrase
}

/// The words at the end of a conjunct that say what is measured of it (零售额 of 家电类零售额).
pub(super) fn attribute_of(ground: Ground<'_>, conjunct: Span) -> Option<Span> {
    let last = ground.token_before(conjunct.end).filter(|token| names_attribute(ground, token, conjunct.end))?;
    let stem = ground.token_before(last.span.start).filter(|_| last.span.len() == 1);
    let start = stem.map_or(last.span.start, |stem| stem.span.start);
    (start > conjunct.start).then(|| Span::new(start, conjunct.end))
}

/// The conjuncts of a phrase, parted at 、 and 和.
pub(super) fn conjuncts(ground: Ground<'_>, phrase: &Phrase) -> Vec<Span> {
    let mut out: Vec<Span> = Vec::new();
    for &span in &phrase.spans {
        let inside = ground
            .tokens
            .iter()
            .filter(|token| span.contains(token.span) || token.span.start < span.end && span.start <= token.span.start);
        let mut open = false;
        for token in inside {
            match token.kind {
                TokenKind::Pause | TokenKind::And => open = false,
                _ if open => out.last_mut().into_iter().for_each(|last| last.end = token.span.end.min(span.end)),
                _ => {
                    out.push(Span::new(token.span.start, token.span.end.min(span.end)));
                    open = true;
                }
            }
        }
    }
    out
}

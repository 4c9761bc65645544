//! The noun phrase in front of a number, back to the verb that acts on it (走访企业52家), trimmed to the words that name
//! what is counted.

use std::ops::Range;

use crate::extract::grammar::{Token, TokenKind};

use crate::rules::{FrameClass, NounUse, VerbClass};

use crate::text::{Span, compare};

use super::back::Back;

use super::ground::{Ground, joins};

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
    let (to, end) = without_examples(tokens, from, to).or_else(|| without_etc(ground, from, to)).unwrap_or((to, end));
    let attribute = to > from && ground.names_attribute(&tokens[to - 1], end);
    let named = ground.rules.movements.longest_before(ground.chars, end);
    let tail = named.filter(|(row, _)| matches!(&*row.class, "attribute" | "rate")).map_or(end, |(_, start)| start);
    let back = Back { ground, from, to, attribute, tail };
    let mut start = to;
    let mut phrase = Phrase::default();
    if let Some(sentence) = sentence_passed(ground, from, to) {
        fill(ground, sentence..to, end, &mut phrase);
        return phrase;
    }
    if let Some(done) = carried_out(ground, from, to) {
        fill(ground, done..to, end, &mut phrase);
        return phrase;
    }
    if let Some(wrong) = undone(ground, from, to) {
        fill(ground, wrong..to, end, &mut phrase);
        phrase.is_verbal = false;
        return phrase;
    }
    while start > from {
        if !back.continues(start - 1) {
            phrase.verb = (start == to && tokens[start - 1].is_verb()).then_some(start - 1);
            break;
        }
        start -= 1;
    }
    start = acts_listed(ground, from, to).unwrap_or_else(|| behind_target(ground, from, start, to));
    start = behind_case_or_payer(ground, start, to);
    // 依法决定不起诉: the verb in front says who denied it
    let denied = |at: &usize| tokens[*at - 1].is_verb() && ["不", "未"].iter().any(|no| ground.is(&tokens[*at], no));
    if to > start + 2 && tokens[to - 1].is_verb() && denied(&(to - 2)) && !joins(&tokens[start]) {
        start = to - 2;
    }
    if !attribute || tokens[start..to].iter().any(|token| token.kind == TokenKind::De) {
        start = behind_doer(ground, behind_yearly(ground, start, to), to);
    }
    fill(ground, start..to, end, &mut phrase);
    // 作出决议、决定58项: a verb in front makes them its objects.
    let plain = tokens[start..to].iter().any(|token| token.noun_use() == Some(NounUse::No));
    phrase.is_verbal &= plain || start == from || !tokens[start - 1].is_verb();
    phrase
}

/// 为企业减负, 向常委会报告工作: for whom it was done, in front of the verb.
fn behind_target(ground: Ground<'_>, from: usize, start: usize, to: usize) -> usize {
    let tokens = ground.tokens;
    let led = start > from
        && matches!(tokens[start - 1].kind, TokenKind::Frame(_))
        && ["为", "给", "替", "向"].iter().any(|word| ground.is(&tokens[start - 1], word));
    if !led || start == to {
        return start;
    }
    let whom = tokens[start..to].iter().take_while(|token| token.is_nominal()).count();
    let verb = start + whom;
    let someone = whom > 0 && verb < to && tokens[verb].is_verb() && ground.doer(tokens[verb - 1].span).is_some();
    let doer = (start..verb.min(to - 1)).rev().find(|&at| ground.doer(tokens[at].span).is_some());
    match tokens.get(verb + 1) {
        // 向常委会报告工作: in one word
        _ if !someone && ground.is(&tokens[start - 1], "向") => doer.map_or(start, |at| at + 1),
        _ if !someone => start,
        // 为当事人减免诉讼费
        Some(next) if verb + 1 < to && next.is_nominal() && acts_on(ground, verb, to) => verb + 1,
        _ => verb,
    }
}

/// 介入、引导侦查19件次: acts side by side, each without an object, that were done so many times.
fn acts_listed(ground: Ground<'_>, from: usize, to: usize) -> Option<usize> {
    let tokens = ground.tokens;
    let unit = &ground.mention_at(tokens.get(to)?.span.start)?.quantity.as_ref()?.unit;
    // 引导侦查: an act in a noun
    let noun = to > from && ground.is(&tokens[to - 1], "侦查");
    if to <= from || !unit.contains('次') || !tokens[to - 1].is_verb() && !noun {
        return None;
    }
    let act = |token: &&Token| token.is_verb() || token.is_adverb() || joins(token);
    let nouns = usize::from(noun);
    let run = nouns + tokens[from..to - nouns].iter().rev().take_while(act).count();
    let listed = tokens[to - run..to].iter().position(Token::is_verb).map(|skip| to - run + skip)?;
    tokens[listed..to].iter().any(joins).then_some(listed)
}

/// 某受贿案涉案金额, 投资人注资: in which case it was, and who paid, when what was paid is said behind it.
fn behind_case_or_payer(ground: Ground<'_>, start: usize, to: usize) -> usize {
    let tokens = ground.tokens;
    let case = |at: &usize| {
        ground.chars[tokens[*at - 1].span.end - 1] == '案'
            && (ground.chars[tokens[*at].span.start] == '涉' || ground.is(&tokens[*at], "判赔"))
    };
    if let Some(sum) = (start + 1..to).find(case) {
        return sum;
    }
    let last = to.saturating_sub(1);
    let pays = ["注资", "投资", "让利", "出资", "捐资", "捐款", "融资", "垫资", "判赔", "退赔", "获赔"];
    let paid = last > start && pays.iter().any(|word| ground.is(&tokens[last], word));
    let names = &tokens[start..last.max(start)];
    let someone = |token: &Token| {
        let class = ground.doer(token.span);
        matches!(class, Some("member" | "people" | "unit")) || "人商户".contains(ground.chars[token.span.end - 1])
    };
    let payer = paid && names.last().is_some_and(someone);
    if payer { last } else { start }
}

/// Whether the object of the verb is what is counted, and not how often it was dealt with (报告工作13次).
fn acts_on(ground: Ground<'_>, verb: usize, to: usize) -> bool {
    let number = ground.tokens.get(to).and_then(|token| ground.mention_at(token.span.start));
    let often = number.and_then(|mention| mention.quantity.as_ref()).is_some_and(|q| q.unit.contains('次'));
    let token = &ground.tokens[verb];
    !often && !ground.is_made(token) && token.noun_use() != Some(NounUse::Mostly)
}

/// 景区年接待游客, 年培训人才, 新发展刺梨: how many a year or that they are new, and a verb with its object.
fn behind_yearly(ground: Ground<'_>, start: usize, to: usize) -> usize {
    let tokens = ground.tokens;
    let yearly = |&at: &usize| {
        ["年", "日", "月"].iter().any(|word| ground.is(&tokens[at], word))
            && tokens[at + 1].verb_class() == Some(VerbClass::Transitive)
            && tokens[at + 2].is_nominal()
    };
    // 新发展刺梨6万亩; 新收案件 and 新登记经营主体 are kinds of them
    let made = |at: usize| {
        if at + 2 >= to {
            return false;
        }
        let kind = ["收", "收治", "登记", "注册", "设", "签约", "招聘", "招录", "入职"]
            .iter()
            .any(|word| ground.is(&tokens[at + 1], word));
        ground.is(&tokens[at], "新") && tokens[at + 1].is_verb() && !kind && tokens[at + 2].is_nominal()
    };
    if made(start) {
        return start + 2;
    }
    (start..to.saturating_sub(2)).find(yearly).map_or(start, |at| at + 2)
}

/// 县政府投入资金, 界别委员巡诊: who acts at the head of the phrase and the verb that no noun is made of: the measure begins
/// behind them, or with the verb where that is all.
fn behind_doer(ground: Ground<'_>, start: usize, to: usize) -> usize {
    let tokens = ground.tokens;
    // 县委领导批示22次
    let leads = |at: &usize| {
        let words = &ground.chars[tokens[*at - 1].span.range()];
        let leader = ["领导", "书记", "负责人", "负责同志"].iter().any(|leader| compare::ends_with(words, leader));
        leader && tokens[*at].is_verb()
    };
    if let Some(verb) = (start + 1..to).find(leads) {
        return verb;
    }
    let acts = |at: &usize| {
        let token = &tokens[*at];
        token.noun_use() == Some(NounUse::No) && !ground.is_kept(token) && token.verb_class() != Some(VerbClass::Single)
    };
    let Some(verb) = (start + 1..to).find(acts) else { return start };
    let doer = (start..verb).rev().find(|&at| !tokens[at].is_adverb()).filter(|&at| {
        tokens[start..=at].iter().all(|token| token.is_nominal() || joins(token))
            && ground.doer(tokens[at].span).is_some()
    });
    let member = |at: usize| {
        let class = ground.doer(tokens[at].span);
        matches!(class, Some("member" | "people"))
    };
    match doer {
        Some(_) if verb + 1 < to && tokens[verb + 1..to].iter().all(|token| !joins(token)) => verb + 1,
        Some(at) if verb + 1 == to && member(at) => verb,
        _ => start,
    }
}

/// 文史专辑《古村》等7部: quoted examples in front of 等, and the noun in front of them.
fn without_examples(tokens: &[Token], from: usize, to: usize) -> Option<(usize, usize)> {
    let etc = to.checked_sub(1).filter(|&etc| etc > from && tokens[etc].kind == TokenKind::Etc)?;
    let example = |token: &Token| token.kind == TokenKind::Name || joins(token);
    let noun = (from..etc).rev().find(|&at| !example(&tokens[at])).filter(|&at| at + 1 < etc)?;
    tokens[noun].is_nominal().then(|| (noun + 1, tokens[noun].span.end))
}

/// 新增涉税企业和个体工商户等百万户: where no noun stands behind the number, the list in front of 等 is what is counted.
fn without_etc(ground: Ground<'_>, from: usize, to: usize) -> Option<(usize, usize)> {
    let tokens = ground.tokens;
    let etc = to.checked_sub(1).filter(|&etc| etc > from && tokens[etc].kind == TokenKind::Etc)?;
    // 超过 may stand in front of it
    let at = (to..tokens.len()).take(2).find(|&at| tokens[at].kind == TokenKind::Number)?;
    let alone = tokens.get(at + 1).is_none_or(|next| next.kind == TokenKind::Mark || joins(next));
    // names that no lexicon knows are examples: 中科储能等36家
    let made = tokens[from..etc].iter().any(|token| ground.is_made(token));
    let noun = tokens[etc - 1].kind == TokenKind::Noun || made && tokens[etc - 1].kind == TokenKind::Text;
    (alone && noun).then_some((etc, tokens[etc - 1].span.end))
}

/// 完成安置房交付, 完成河道清淤疏浚: what was carried out is named by a noun and the verbs behind it.
fn carried_out(ground: Ground<'_>, from: usize, to: usize) -> Option<usize> {
    let tokens = ground.tokens;
    let verbs = tokens[from..to].iter().rev().take_while(|token| token.is_verb()).count();
    let nouns = tokens[from..to - verbs].iter().rev().take_while(|token| token.is_nominal()).count();
    let first = to - verbs - nouns;
    let light = first > from && ["完成", "累计完成"].iter().any(|word| ground.is(&tokens[first - 1], word));
    (verbs > 0 && nouns > 0 && light).then_some(first)
}

/// 纠正不当减刑, 纠正违规取保: the act that was put right, with the word that says what was wrong with it.
fn undone(ground: Ground<'_>, from: usize, to: usize) -> Option<usize> {
    let tokens = ground.tokens;
    let first = to.checked_sub(2).filter(|&first| first > from)?;
    let wrong = tokens[first].is_adverb() || tokens[first].is_nominal();
    (wrong && tokens[first + 1].is_verb() && ground.is(&tokens[first - 1], "纠正")).then_some(first)
}

/// 判处三年以上有期徒刑、无期徒刑至死刑: where a punishment stands before the number, the verb that passed it and all
/// behind it say what the people counted were sentenced to.
fn sentence_passed(ground: Ground<'_>, from: usize, to: usize) -> Option<usize> {
    let last = ground.tokens.get(to.checked_sub(1)?).filter(|_| to > from)?;
    let words = &ground.chars[last.span.start.saturating_sub(1)..last.span.end];
    let punishment = words.ends_with(&['刑']) || words.ends_with(&['罚', '金']);
    let passed = |at: &usize| ground.is_of(&ground.tokens[*at], "sentence");
    (from..to).rev().find(passed).filter(|_| punishment)
}

/// 将问题线索移送主管部门9条: what was put or handed somewhere, in front of the verb and the place.
pub(super) fn handed_on(ground: Ground<'_>, from: usize, end: usize) -> Option<Phrase> {
    let to = ground.tokens.partition_point(|token| token.span.start < end);
    let own = ground.tokens.get(from..to)?;
    let opens = own.iter().position(|token| token.kind == TokenKind::Frame(FrameClass::Disposal))?;
    let named = |token: &&Token| token.is_nominal() || token.noun_use() == Some(NounUse::Mostly);
    let place = own.iter().rev().take_while(named).count();
    let verb = own.len().checked_sub(place + 1).filter(|&verb| place > 0 && verb > opens + 1)?;
    let acts = own[verb].verb_class() == Some(VerbClass::Transitive) && own[verb - 1].is_nominal();
    let thing = before(ground, from + opens + 1, own[verb - 1].span.end);
    (acts && !thing.is_empty()).then_some(thing)
}

/// The subject of a measure that is 新增 or 净增 alone (经营主体每年新增百万户), and that word.
pub(super) fn subject_of_kept(ground: Ground<'_>, from: usize, own: &Phrase) -> Option<(Phrase, Span)> {
    let &[span] = own.spans.as_slice() else { return None };
    let kept = ground.token_before(span.end).filter(|token| token.span == span && ground.is_kept(token))?;
    if ground.is(kept, "占") {
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

/// Trims what no measure begins or ends with, and takes the spans.
pub(super) fn fill(ground: Ground<'_>, range: Range<usize>, end: usize, phrase: &mut Phrase) {
    let mut tokens = &ground.tokens[range];
    if let Some(etc) = tokens.iter().rposition(|token| token.kind == TokenKind::Etc) {
        // What stands before 等 are examples of the noun behind it, unless they are what it is known by.
        let known_by = tokens.last().is_some_and(|head| {
            etc + 2 == tokens.len() && ["known_by", "vague"].iter().any(|class| ground.is_of(head, class))
        });
        if etc + 1 < tokens.len() && !known_by {
            tokens = &tokens[etc + 1..];
        }
    }
    let trims = |token: &&Token| {
        matches!(token.kind, TokenKind::Pause | TokenKind::And | TokenKind::De | TokenKind::Etc | TokenKind::Paren)
            || token.kind == TokenKind::Ordinal && tokens.len() == 1 && ground.chars[token.span.end - 1] != '奖'
            || token.is_adverb() && ground.is(token, "约")
            || ground.chars[token.span.end - 1] == '有' && ground.is_of(token, "reach")
            || ground.is_determiner(token)
    };
    // 县委任期内巡察覆盖率: over what time
    if let Some(term) = tokens.iter().rposition(|token| ends_term(ground, token)).filter(|&at| at + 1 < tokens.len()) {
        tokens = &tokens[term + 1..];
    }
    // 所占的比重: what is measured of something is said in front of it
    let of = tokens.last().is_some_and(|head| ground.names_attribute(head, end));
    let acted = tokens.iter().filter(|token| token.noun_use() == Some(NounUse::No)).count() > 1;
    // 民营经济占全县税收的比重: of what it is a share
    let share = of && tokens.iter().any(|token| ground.is(token, "占"));
    if (!of || acted) && !share {
        tokens = after_clause(tokens);
    }
    if !of {
        tokens = behind_asked(ground, tokens);
    }
    let skip = tokens.iter().take_while(trims).count();
    let mut kept = &tokens[skip..];
    let tails = |token: &Token| matches!(token.kind, TokenKind::Pause | TokenKind::And | TokenKind::De);
    while let Some((last, rest)) = kept.split_last().filter(|(last, _)| tails(last)) {
        let _ = last;
        kept = rest;
    }
    let mostly_noun = kept.len() == 1 && kept[0].noun_use() == Some(NounUse::Mostly);
    phrase.is_verbal = !kept.is_empty()
        && !mostly_noun
        && !kept.iter().any(|token| ground.is_made(token))
        && kept.iter().all(|token| token.is_verb() || joins(token));
    for token in kept {
        let span = Span::new(token.span.start, token.span.end.min(end).max(token.span.start));
        match phrase.spans.last_mut() {
            Some(last) if last.end == span.start => last.end = span.end,
            _ => phrase.spans.push(span),
        }
    }
}

/// 任期内, in one word or in two.
fn ends_term(ground: Ground<'_>, token: &Token) -> bool {
    ground.chars[token.span.end - 1] == '内' && compare::ends_with(&ground.chars[..token.span.end], "任期内")
}

/// 代表委员所提意见: 所 and its verb say whose they are.
fn behind_asked<'t>(ground: Ground<'_>, tokens: &'t [Token]) -> &'t [Token] {
    let asked = |token: &Token| {
        let words = ground.words(token);
        words.first() == Some(&'所') && words.len() == 2 && "提办议列涉".contains(words[1])
    };
    let alone = |at: &usize| {
        ground.is(&tokens[*at], "所")
            && tokens.get(at + 1).is_some_and(|token| token.is_verb() || token.span.len() == 1)
    };
    let end =
        (0..tokens.len()).find_map(|at| if alone(&at) { Some(at + 2) } else { asked(&tokens[at]).then_some(at + 1) });
    match end {
        Some(end) if end < tokens.len() => &tokens[end..],
        _ => tokens,
    }
}

/// 履职不力的代表: a clause in front of 的 says which of them, but for what is measured of something (所占的比重).
fn after_clause(tokens: &[Token]) -> &[Token] {
    let Some(de) = tokens.iter().rposition(|token| token.kind == TokenKind::De) else { return tokens };
    let acts = |token: &Token| token.noun_use() == Some(NounUse::No) || token.is_adverb();
    if tokens[..de].iter().any(acts) { &tokens[de + 1..] } else { tokens }
}

/// The words at the end of a conjunct that say what is measured of it (零售额 of 家电类零售额).
pub(super) fn attribute_of(ground: Ground<'_>, conjunct: Span) -> Option<Span> {
    let last = ground.token_before(conjunct.end).filter(|token| ground.names_attribute(token, conjunct.end))?;
    let stem = ground.token_before(last.span.start).filter(|_| last.span.len() == 1);
    let start = stem.map_or(last.span.start, |stem| stem.span.start);
    (start > conjunct.start).then(|| Span::new(start, conjunct.end))
}

/// The conjuncts of a phrase, parted at 、 and 和.
pub(super) fn conjuncts(ground: Ground<'_>, phrase: &Phrase) -> Vec<Span> {
    let mut out: Vec<Span> = Vec::new();
    for &span in &phrase.spans {
        let from = ground.tokens.partition_point(|token| token.span.start < span.start);
        let to = ground.tokens.partition_point(|token| token.span.start < span.end);
        let mut open = false;
        for token in &ground.tokens[from..to] {
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

//! Who acts, for whom, and in which case: none of these is part of what is counted, so the measure begins behind them.

use crate::extract::grammar::{Token, TokenKind};
use crate::rules::{FrameClass, NounUse, VerbClass};
use crate::text::compare::ends_with;

use super::before::before;
use super::ground::{Ground, joins};
use super::phrase::Phrase;

/// Those whose word is counted, whatever verb it is told with (县委领导批示22次).
pub(super) const LEADERS: [&str; 4] = ["领导", "书记", "负责人", "负责同志"];

/// Verbs of paying: who stands before them paid, and what was paid is said behind (投资人注资3亿元).
fn is_paying(verb: &[char]) -> bool {
    matches!(
        verb,
        ['注' | '投' | '出' | '捐' | '融' | '垫', '资'] | ['让', '利'] | ['捐', '款'] | ['判' | '退' | '获', '赔']
    )
}

/// 省法院受理案件: where the object begins that a body at token `at`, the head of its clause, acts on; the phrase ends at
/// `to`. People must do what no noun is made of, several things (界别委员结对帮扶学子), or something to people: 委员视察活动
/// is a name.
pub(super) fn object(ground: Ground<'_>, from: usize, at: usize, to: usize) -> Option<usize> {
    let tokens = ground.tokens;
    let run = tokens[at + 1..to].iter().take_while(|token| token.is_verb() || token.is_adverb()).count();
    let Some([first, .., last] | [first @ last]) = tokens.get(at + 1..at + 1 + run) else { return None };
    let object = at + 1 + run;
    // 审查率: a verb and a last character after it are one word
    let word = object + 1 == to && tokens[to - 1].span.len() == 1;
    // 代表接待选民: deputies are called by a word that is also a verb
    let named = |token: &Token| token.is_nominal() || joins(token) || token.noun_use() == Some(NounUse::Mostly);
    if !first.is_verb()
        || last.verb_class() != Some(VerbClass::Transitive)
        || object >= to
        || word
        || !tokens[object].is_nominal()
        || !tokens[from..=at].iter().all(named)
    {
        return None;
    }
    let acts = match ground.doer(tokens[at].span)? {
        "body" | "unit" => true,
        "member" | "people" => {
            let someone = || matches!(ground.doer(tokens[to - 1].span), Some("member" | "people"));
            let noun = first.noun_use();
            run > 1 || noun == Some(NounUse::No) || noun == Some(NounUse::Also) && someone()
        }
        _ => false,
    };
    acts.then_some(object)
}

/// 组织中心组集体学习: someone at token `at` whom a verb in front sets to work, before what they do.
pub(super) fn is_set_to_work(ground: Ground<'_>, from: usize, at: usize, to: usize) -> bool {
    let tokens = ground.tokens;
    let does = tokens[at + 1].is_verb() || tokens[at + 1].is_adverb();
    let sets = |token: &Token| token.verb_class() == Some(VerbClass::Clausal);
    // 组织代表接待选民: deputies are called by a word that is also a verb
    let deputies = || tokens[at].noun_use() == Some(NounUse::Mostly) && tokens[to - 1].is_nominal();
    (tokens[at].is_nominal() || deputies())
        && does
        && tokens[from..at].iter().any(sets)
        && matches!(ground.doer(tokens[at].span), Some("body" | "unit" | "member" | "people"))
}

/// 县政府投入资金: who acts at the head of the phrase and a verb that no noun is made of, with its object: the measure
/// begins behind them.
pub(super) fn behind_doer(ground: Ground<'_>, start: usize, to: usize) -> usize {
    let tokens = ground.tokens;
    if !tokens[start..to].iter().skip(1).any(Token::is_verb) {
        return start;
    }
    let leads = |&at: &usize| {
        let words = ground.words(&tokens[at - 1]);
        tokens[at].is_verb() && LEADERS.iter().any(|leader| ends_with(words, leader))
    };
    if let Some(verb) = (start + 1..to).find(leads) {
        return verb;
    }
    if let Some(act) = how_often(ground, start, to) {
        return act;
    }
    // 委员每人固定联系群众: what each of them does
    let each = |&at: &usize| {
        tokens[at].noun_use() == Some(NounUse::No)
            && tokens[start..at].iter().rfind(|token| !token.is_adverb()).is_some_and(|token| is_each(ground, token))
    };
    if let Some(verb) = (start + 1..to.saturating_sub(1)).find(each) {
        return verb + 1;
    }
    let acts = |&at: &usize| {
        let token = &tokens[at];
        token.noun_use() == Some(NounUse::No) && !ground.is_kept(token) && token.verb_class() != Some(VerbClass::Single)
    };
    let Some(verb) = (start + 1..to).find(acts) else { return start };
    let Some(doer) = (start..verb).rev().find(|&at| !tokens[at].is_adverb()) else { return start };
    if !tokens[start..=doer].iter().all(|token| token.is_nominal() || joins(token)) {
        return start;
    }
    match ground.doer(tokens[doer].span) {
        Some(_) if verb + 1 < to && !tokens[verb + 1..to].iter().any(joins) => verb + 1,
        _ => start,
    }
}

/// 每人, 每名, 每户.
fn is_each(ground: Ground<'_>, token: &Token) -> bool {
    matches!(ground.words(token), ['每', '人' | '名' | '位' | '户' | '家' | '个' | '年'])
}

/// 界别委员巡诊1100人次: what people did so many times; 干部培训 is a noun.
fn how_often(ground: Ground<'_>, start: usize, to: usize) -> Option<usize> {
    let acts = ground.tokens[start..to].iter().rev().take_while(|token| token.is_verb()).count();
    let doer = to.checked_sub(acts + 1).filter(|&doer| acts > 0 && doer >= start && is_often(ground, to))?;
    let did = ground.tokens[doer + 1..to].iter().all(|token| token.noun_use() != Some(NounUse::Mostly));
    let person = matches!(ground.doer(ground.tokens[doer].span), Some("member"));
    // 联合审计、税务等部门检查20次: who took part
    let part = |token: &Token| matches!(ground.words(token), ['联', '合'] | ['会', '同']);
    let joined = || ground.tokens[start.saturating_sub(1)..doer].iter().any(part);
    (did && (person || joined())).then_some(doer + 1)
}

/// Whether the number at `to` says how often something was done.
fn is_often(ground: Ground<'_>, to: usize) -> bool {
    let number = ground.tokens.get(to).and_then(|token| ground.mention_at(token.span.start));
    let quantity = number.and_then(|number| number.quantity.as_ref());
    quantity.is_some_and(|quantity| quantity.unit.contains(['次', '场', '轮']))
}

/// 为企业减负, 向常委会报告工作, 对嫌疑人提起公诉: for whom or to whom it was done, in front of the verb.
pub(super) fn behind_target(ground: Ground<'_>, from: usize, start: usize, to: usize) -> usize {
    let front = start.checked_sub(1).filter(|&front| front >= from && start < to).map(|front| &ground.tokens[front]);
    // 赴区外考察5次: where they went
    if front.is_some_and(|front| goes(ground, front)) && is_often(ground, to) {
        return behind_joined(ground, start, to);
    }
    let frame = front.filter(|front| matches!(front.kind, TokenKind::Frame(_)));
    match frame.map(|frame| ground.words(frame)) {
        Some(['为' | '给' | '替' | '向']) => behind_served(ground, start, to),
        Some(['对']) => behind_acted_on(ground, start, to),
        // 与下级“一把手”谈话130人次
        Some(['与' | '同']) => behind_joined(ground, start, to),
        _ => start,
    }
}

/// 赴, 深入, 走进: words before where someone goes.
pub(super) fn goes(ground: Ground<'_>, token: &Token) -> bool {
    matches!(ground.words(token), ['赴'] | ['深', '入'] | ['走', '进'])
}

/// The acts that close the phrase, behind with whom they were done.
fn behind_joined(ground: Ground<'_>, start: usize, to: usize) -> usize {
    let acts = ground.tokens[start..to].iter().rev().take_while(|token| token.is_verb()).count();
    let is_told = ground.tokens[start..to].iter().any(|token| token.kind == TokenKind::De);
    if acts > 0 && acts < to - start && !is_told { to - acts } else { start }
}

/// 对监委移送的嫌疑人提起公诉88人: the acts that close the phrase, behind who they were done to.
fn behind_acted_on(ground: Ground<'_>, start: usize, to: usize) -> usize {
    let tokens = ground.tokens;
    let acts = to - tokens[start..to].iter().rev().take_while(|token| token.is_verb()).count();
    let person = |token: &Token| ground.doer(token.span).is_some() || ground.chars[token.span.end - 1] == '人';
    if acts < to && acts > start && person(&tokens[acts - 1]) { acts } else { start }
}

/// 为企业减负, 为当事人减免诉讼费: the verb behind whom it was done for, or its object.
fn behind_served(ground: Ground<'_>, start: usize, to: usize) -> usize {
    let tokens = ground.tokens;
    let someone = |at: &usize| ground.doer(tokens[*at].span).is_some();
    let verb = start + tokens[start..to].iter().take_while(|token| token.is_nominal() || joins(token)).count();
    // 为国家和集体挽回损失, 为其释放资金
    let whole = |at: usize| matches!(ground.words(&tokens[at]), ['国', '家'] | ['集', '体'] | ['其']);
    if verb > start && verb < to && tokens[verb].is_verb() && (someone(&(verb - 1)) || whole(verb - 1)) {
        // 为当事人减免诉讼费
        let takes = verb + 1 < to && tokens[verb + 1].is_nominal() && acts_on(ground, verb, to);
        return verb + usize::from(takes);
    }
    // 向常委会报告工作: in one word
    let told = ground.is_term(&tokens[start - 1], ['向']);
    (start..verb.min(to - 1)).rev().find(someone).filter(|_| told).map_or(start, |at| at + 1)
}

/// Whether the object of the verb is what is counted, and not how often it was dealt with (报告工作13次).
fn acts_on(ground: Ground<'_>, verb: usize, to: usize) -> bool {
    let number = ground.tokens.get(to).and_then(|token| ground.mention_at(token.span.start));
    let often = number.and_then(|mention| mention.quantity.as_ref()).is_some_and(|q| q.unit.contains('次'));
    let token = &ground.tokens[verb];
    !often && !ground.is_made(token) && token.noun_use() != Some(NounUse::Mostly)
}

/// 某受贿案涉案金额, 投资人注资: in which case it was, and who paid, when what was paid is said behind it.
pub(super) fn behind_case_or_payer(ground: Ground<'_>, start: usize, to: usize) -> usize {
    let tokens = ground.tokens;
    let in_case = |&at: &usize| {
        ground.chars[tokens[at - 1].span.end - 1] == '案'
            && (ground.chars[tokens[at].span.start] == '涉' || ground.is_term(&tokens[at], ['判', '赔']))
    };
    if let Some(sum) = (start + 1..to).find(in_case) {
        return sum;
    }
    let Some(last) = to.checked_sub(1).filter(|&last| last > start) else { return start };
    let payer = &tokens[last - 1];
    let pays = is_paying(ground.words(&tokens[last]))
        && (matches!(ground.doer(payer.span), Some("member" | "people" | "unit"))
            || "人商户".contains(ground.chars[payer.span.end - 1]));
    if pays { last } else { start }
}

/// 景区年接待游客, 年培训人才, 新发展刺梨: how many a year or that they are new, and a verb with its object.
pub(super) fn behind_yearly(ground: Ground<'_>, start: usize, to: usize) -> usize {
    let tokens = ground.tokens;
    let words = |at: usize| ground.words(&tokens[at]);
    // 新收案件 and 新登记经营主体 are kinds of them
    let kind = |verb: &[char]| {
        matches!(
            verb,
            ['收' | '设']
                | ['收', '治']
                | ['登', '记']
                | ['注', '册']
                | ['签', '约']
                | ['招', '聘' | '录']
                | ['入', '职']
        )
    };
    let made = |at: usize| {
        ground.is_term(&tokens[at], ['新'])
            && tokens[at + 1].is_verb()
            && tokens[at + 2].is_nominal()
            && !kind(words(at + 1))
    };
    let yearly = |&at: &usize| {
        matches!(ground.first_char(&tokens[at]), '年' | '日' | '月')
            && tokens[at].span.len() == 1
            && tokens[at + 1].verb_class() == Some(VerbClass::Transitive)
            && tokens[at + 2].is_nominal()
    };
    if start + 2 < to && made(start) {
        return start + 2;
    }
    (start..to.saturating_sub(2)).find(yearly).map_or(start, |at| at + 2)
}

/// 将问题线索移送主管部门9条: what was put or handed somewhere, in front of the verb and the place.
pub(super) fn handed_on(ground: Ground<'_>, from: usize, end: usize) -> Option<Phrase> {
    let own = ground.tokens.get(from..ground.token_from(end))?;
    let opens = own.iter().position(|token| token.kind == TokenKind::Frame(FrameClass::Disposal))?;
    let named = |token: &&Token| token.is_nominal() || token.noun_use() == Some(NounUse::Mostly);
    let place = own.iter().rev().take_while(named).count();
    let verb = own.len().checked_sub(place + 1).filter(|&verb| place > 0 && verb > opens + 1)?;
    let acts = own[verb].verb_class() == Some(VerbClass::Transitive) && own[verb - 1].is_nominal();
    let thing = before(ground, from + opens + 1, own[verb - 1].span.end);
    (acts && !thing.is_empty()).then_some(thing)
}

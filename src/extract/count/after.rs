//! The noun behind a number: 45名民主监督员, 90%以上的政务服务, 投资3500万元的管网改造.

use crate::extract::CountKind;
use crate::extract::grammar::{Token, TokenKind};
use crate::recognise::MentionKind;
use crate::rules::{NounUse, Trait, VerbClass};
use crate::text::Span;
use crate::text::compare::ends_with;

use super::forward;
use super::ground::joins;
use super::memory::Naming;
use super::naming::{Namer, Siblings};
use super::noun::{self, Phrase};
use super::site::Site;

impl Namer<'_> {
    /// The noun behind the number, and the token where the next number's words begin.
    pub(super) fn noun_after(&self, siblings: &mut Siblings) -> Option<(Naming, usize)> {
        let Site { ground, at, to, .. } = self.site;
        let next = ground.tokens.get(at + 1).filter(|_| at + 1 < to)?;
        if self.kind == CountKind::Change || self.is_moved(at + 1) {
            return None;
        }
        if let Some(naming) = self.place() {
            return Some((naming, at + 1));
        }
        // 区政府两次约谈负责同志: how often someone did it
        if next.is_verb() && self.site.unit() == "次" && self.own_is_doer() {
            return None;
        }
        let has_de = next.kind == TokenKind::De;
        let relative = next.is_adverb() && !forward::qualifies_noun(ground.tokens, at + 1, to);
        // 90%以上村庄达标: at the head of its clause
        let opens = at == self.site.from && (at == 0 || ground.tokens[at - 1].kind == TokenKind::Mark);
        let opens = opens || self.is_acted_on();
        // 近七成搬迁群众实现就业
        let kind = next.verb_class() == Some(VerbClass::Intransitive)
            || next.noun_use().is_some_and(|noun| noun != NounUse::No);
        let kind = kind && ground.tokens.get(at + 2).is_some_and(|head| at + 2 < to && head.kind == TokenKind::Noun);
        let whole = opens && (matches!(next.kind, TokenKind::Noun | TokenKind::Text) || kind);
        let whole = whole && !ground.is(next, "可以");
        if !has_de && (self.site.is_percent() && !whole || !relative && !self.opens_noun()) {
            return None;
        }
        let (after, stop) = forward::after(ground, at + 1 + usize::from(has_de), to);
        let clause = || ground.tokens[at + 1..stop].iter().any(|token| token.kind == TokenKind::De);
        if after.is_empty() || relative && !(self.site.is_classifier() && clause()) {
            return None;
        }
        let (after, stop) =
            self.whole_name(at + 1).or_else(|| self.people_behind(&after, stop)).unwrap_or((after, stop));
        let (after, stop) = if has_de { self.with_examples(after, stop) } else { (after, stop) };
        let (after, stop) = self.carried_by(after, stop);
        let (after, stop) = self.people_alone(after, stop);
        let (after, stop) = self.those_served(after, stop);
        let after = self.bodies(after);
        let (after, stop) = self.whole_list(after, stop);
        let moved = stop < to && !has_de && self.is_moved(stop);
        let (after, stop) = if moved { (forward::without_attribute(ground, after), at + 1) } else { (after, stop) };
        let mut noun = self.joined(&after);
        // 1100万人口: the unit is the first half of the noun
        if self.site.unit() == "人" && noun.starts_with('口') {
            noun.insert(0, '人');
        }
        if (has_de || !self.site.is_classifier()) && self.is_aim(&noun) {
            return None;
        }
        if let Some(source) = self.source().filter(|_| !has_de) {
            return Some((Naming::of(noun.clone(), format!("{source}{noun}")), stop));
        }
        // 履职不达标的5名委员: what stands in front of 的 says which of them.
        let bare = (self.own.is_verbal || self.site.has_clause()) && !has_de;
        // 大型水电站和690万千瓦火电项目: another item of the list. 省代表团出访26个国家: a verb with its doer
        let apart = at > self.site.from && joins(&ground.tokens[at - 1])
            || self.own_is_done()
            || !has_de && self.own_acts_on_it();
        // 更新改造和质量提升4项行动: a list names the things that the noun sums up
        let lists = self.site.is_classifier()
            && ground.tokens[self.site.from..at].iter().any(|token| {
                joins(token)
                    && self.own.spans.iter().any(|span| span.start < token.span.start && token.span.end < span.end)
            });
        let lead = if bare || apart || !has_de && self.own_is_part_of_act() || lists && !has_de {
            String::new()
        } else {
            self.joined(self.own)
        };
        let measure = self.measure_of(&noun, lead, has_de, siblings);
        Some((Naming::of(noun, measure), stop))
    }

    /// The last word in front of the number and what bounds it.
    fn last_in_front(&self) -> Option<usize> {
        let Site { ground, from, at, .. } = self.site;
        (from..at).rev().find(|&before| ground.tokens[before].span.end <= self.site.mention.span.start)
    }

    /// Whether what stands before the number is a verb behind someone who acts.
    fn own_is_done(&self) -> bool {
        let Site { ground, from, .. } = self.site;
        let Some(verb) = self.last_in_front().filter(|&verb| verb > from && ground.tokens[verb].is_verb()) else {
            return false;
        };
        // 财政每年安排不少于3亿元资金
        let acts_when = |token: &&Token| !token.is_adverb() && token.kind != TokenKind::Time;
        let doer = ground.tokens[from..verb].iter().rfind(acts_when);
        let acts = |token: &Token| ground.doer(token.span).is_some();
        !ground.is_kept(&ground.tokens[verb]) && doer.is_some_and(|token| token.is_nominal() && acts(token))
    }

    /// 惠及90%以上人口, 集聚全国30%以上企业: what a verb right in front acts on.
    fn is_acted_on(&self) -> bool {
        let Site { ground, from, at, .. } = self.site;
        let where_it_is = |&before: &usize| !ground.is_determiner(&ground.tokens[before]);
        let verb = (from..at).rev().find(where_it_is).map(|verb| &ground.tokens[verb]);
        let bounded = self.site.mention.span != self.site.mention.core;
        bounded && verb.is_some_and(|verb| verb.verb_class() == Some(VerbClass::Transitive) && !ground.is(verb, "占"))
    }

    /// 课题组深入8个乡镇, 围绕主导产业建设6个学院: the last word in front takes the noun behind for its object.
    fn own_acts_on_it(&self) -> bool {
        let Site { ground, .. } = self.site;
        let last = self.last_in_front().map(|last| &ground.tokens[last]);
        // 代表所提15条意见: whose they are; 砍掉4个环节: a verb that no lexicon knows, with what came of it
        let told = |last: &Token| {
            let words = ground.words(last);
            words.len() == 2 && words[0] == '所' && last.is_verb()
                || matches!(words, ['掉'] | [_, '掉'])
                || ground.chars[last.span.start.saturating_sub(1)] == '所' && words.len() == 1
        };
        last.is_some_and(|last| {
            told(last) || ground.is(last, "深入") || ground.is(last, "布局") || ground.is_of(last, "work")
        })
    }

    /// 批复建设22个实验室: one verb behind another, with the number for their object.
    fn own_is_part_of_act(&self) -> bool {
        let Site { ground, from, at, .. } = self.site;
        let verb = at.checked_sub(1).filter(|&verb| verb > from && ground.tokens[verb].is_verb());
        verb.is_some_and(|verb| {
            let alone = self.own.spans.as_slice() == [ground.tokens[verb].span];
            alone && ground.tokens[verb - 1].is_verb() && !ground.is_kept(&ground.tokens[verb])
        })
    }

    /// 实施200个节能降碳改造项目: behind a verb that takes the number, verbs up to the noun that closes the clause are part of
    /// a name.
    fn whole_name(&self, from: usize) -> Option<(Phrase, usize)> {
        let Site { ground, to, .. } = self.site;
        let taken = self.own.verb.is_some_and(|verb| ground.tokens[verb].verb_class() == Some(VerbClass::Transitive));
        let end = (from..to).find(|&at| ground.tokens[at].kind == TokenKind::Pause).unwrap_or(to);
        let run = (from..end).take_while(|&at| ground.tokens[at].is_verb()).count();
        let head = end.checked_sub(1).filter(|&head| head == from + run && run > 1)?;
        let noun = ground.tokens[head].kind == TokenKind::Noun && self.site.is_classifier();
        let span = Span::new(ground.tokens[from].span.start, ground.tokens[head].span.end);
        (taken && noun).then(|| (Phrase { spans: vec![span], ..Phrase::default() }, end))
    }

    /// 100名副高级以上职称的医生: people are counted, and what stands in front of 的 are none.
    fn people_behind(&self, after: &Phrase, stop: usize) -> Option<(Phrase, usize)> {
        let Site { ground, to, .. } = self.site;
        let actor = |phrase: &Phrase| {
            let last = phrase.spans.last();
            last.is_some_and(|span| ground.doer(*span).is_some())
        };
        let people = matches!(self.site.unit(), "名" | "位") && !actor(after);
        let of = stop < to && ground.tokens[stop].kind == TokenKind::De;
        (people && of).then(|| forward::after(ground, stop + 1, to)).filter(|(phrase, _)| actor(phrase))
    }

    /// 投资9600万元的幼儿园等项目: what the sum was for, with its examples.
    fn with_examples(&self, after: Phrase, stop: usize) -> (Phrase, usize) {
        let Site { ground, to, .. } = self.site;
        let etc = stop + 1 < to && ground.tokens[stop].kind == TokenKind::Etc;
        let (behind, end) = if etc { forward::after(ground, stop + 1, to) } else { Default::default() };
        match (after.spans.first(), behind.spans.last()) {
            (Some(first), Some(last)) => (Phrase { spans: vec![Span::new(first.start, last.end)], ..after }, end),
            _ => (after, stop),
        }
    }

    /// 160个大企业牵头的联合体: who does it stands in front of the verb, and what is counted behind 的.
    fn carried_by(&self, after: Phrase, stop: usize) -> (Phrase, usize) {
        let Site { ground, to, .. } = self.site;
        let clause = stop + 2 < to
            && self.site.is_classifier()
            && ground.tokens[stop].is_verb()
            && ground.tokens[stop + 1].kind == TokenKind::De;
        if !clause {
            return (after, stop);
        }
        let (behind, end) = forward::after(ground, stop + 2, to);
        if behind.is_empty() { (after, stop) } else { (behind, end) }
    }

    /// 1.5万名教师城乡双向交流: people are counted, and what they do is said of them.
    fn people_alone(&self, after: Phrase, stop: usize) -> (Phrase, usize) {
        let Site { ground, at, .. } = self.site;
        let &[span] = after.spans.as_slice() else { return (after, stop) };
        let acts = |token: &Token| {
            let class = ground.doer(token.span);
            token.is_nominal() && matches!(class, Some("member" | "people"))
        };
        let inside = |&next: &usize| ground.tokens[next].span.end <= span.end;
        let people = (at + 1..stop).take_while(inside).filter(|&next| acts(&ground.tokens[next])).last();
        // 12名委员奋战一线: words that no lexicon knows
        let said = |last: usize| {
            let rest = &ground.tokens[last + 1..stop];
            let person = matches!(self.site.unit(), "名" | "位");
            rest.last().is_some_and(Token::is_verb)
                || person && rest.iter().any(|token| token.is_verb() || token.kind == TokenKind::Text)
        };
        match people.filter(|&last| matches!(self.site.unit(), "名" | "位" | "") && said(last)) {
            Some(last) => {
                let cut = Span::new(span.start, ground.tokens[last].span.end);
                (Phrase { spans: vec![cut], ..after }, last + 1)
            }
            None => (after, stop),
        }
    }

    /// 为87名干部精准画像, 对5家企业技术改造给予支持: for whom or to whom it was done, up to the last word for them.
    fn those_served(&self, after: Phrase, stop: usize) -> (Phrase, usize) {
        let Site { ground, from, at, .. } = self.site;
        let before = at.checked_sub(1).filter(|&before| before >= from);
        let served = before.is_some_and(|before| {
            matches!(ground.tokens[before].kind, TokenKind::Frame(_))
                && ["为", "对", "给", "向"].iter().any(|word| ground.is(&ground.tokens[before], word))
        });
        let &[span] = after.spans.as_slice() else { return (after, stop) };
        let classes = ["body", "unit", "member", "people"];
        let doer = |&next: &usize| {
            let token = &ground.tokens[next];
            token.is_nominal() && ground.doer(token.span).is_some_and(|class| classes.contains(&class))
        };
        // 困难老年人家庭: no act, and so one name
        let acts = |last: usize| {
            let rest = &ground.tokens[last + 1..stop];
            rest.iter().any(|token| token.is_verb() || token.is_adverb() || ground.is(token, "画像"))
        };
        let last = (at + 1..stop).rfind(doer).filter(|_| served);
        match last.filter(|&last| ground.tokens[last].span.end < span.end && acts(last)) {
            Some(last) => {
                (Phrase { spans: vec![Span::new(span.start, ground.tokens[last].span.end)], ..after }, last + 1)
            }
            None => (after, stop),
        }
    }

    /// 9个部门负责人到会: the classifier of a body counts that, and not who came from it.
    fn bodies(&self, mut after: Phrase) -> Phrase {
        let Site { ground, .. } = self.site;
        let Some(last) = after.spans.last_mut().filter(|_| matches!(self.site.unit(), "个" | "家")) else {
            return after;
        };
        let person = ["负责人", "负责同志", "领导"].iter().find(|who| ends_with(&ground.chars[last.range()], who));
        let end = last.end - person.map_or(0, |who| who.chars().count());
        let body = person.is_some()
            && end > last.start
            && matches!(ground.doer(Span::new(last.start, end)), Some("body" | "unit"));
        if body {
            last.end = end;
        }
        after
    }

    /// 50件专利、商标案件: where nothing but nouns stand up to the end of the clause, the number is that of them all.
    fn whole_list(&self, after: Phrase, stop: usize) -> (Phrase, usize) {
        let Site { ground, to, .. } = self.site;
        let listed = stop < to && ground.tokens[stop].kind == TokenKind::Pause && self.site.is_classifier();
        let rest = &ground.tokens[stop.min(to)..to];
        let noun = |token: &Token| matches!(token.kind, TokenKind::Noun | TokenKind::Text) || joins(token);
        let ends = rest.last().is_some_and(|last| last.kind == TokenKind::Noun);
        match (after.spans.first(), rest.last()) {
            (Some(first), Some(last)) if listed && ends && rest.iter().all(noun) => {
                (Phrase { spans: vec![Span::new(first.start, last.span.end)], ..after }, to)
            }
            _ => (after, stop),
        }
    }

    /// 巡察反馈 of 整改巡察反馈的29个问题: who found them says which they are.
    fn source(&self) -> Option<String> {
        let Site { ground, from, at, .. } = self.site;
        let verb = at.checked_sub(2).filter(|&verb| verb >= from && self.site.has_clause())?;
        let row = ground.rules.movements.longest_before(ground.chars, ground.tokens[verb].span.end);
        let found = row.is_some_and(|(row, _)| row.class == "source");
        let names = |&at: &usize| {
            let token = &ground.tokens[at];
            let word = matches!(token.kind, TokenKind::Noun | TokenKind::Text | TokenKind::Name);
            (word || token.noun_use().is_some_and(|noun| noun != NounUse::No)) && !ground.is_determiner(token)
        };
        let start = (from..verb).rev().take_while(names).last().unwrap_or(verb);
        // 整改 is done to the problems; 巡察 may stand in one word with 反馈 or in front of it
        let own = verb - usize::from(ground.tokens[verb].span.len() == 2 && verb > start);
        let start = (start..own).find(|&at| !ground.tokens[at].is_verb()).unwrap_or(own);
        let span = Span::new(ground.tokens[start].span.start, ground.tokens[verb].span.end);
        found.then(|| self.written(span))
    }

    /// The noun with what stands before the number: 制度型开放试点33项任务, and 投资 of 投资800万元的改造 behind it.
    fn measure_of(&self, noun: &str, lead: String, has_de: bool, siblings: &mut Siblings) -> String {
        // 制度覆盖80%以上村卫生室
        if self.site.is_percent() {
            let Site { ground, from, at, .. } = self.site;
            let covers = at > from && ground.is(&ground.tokens[at - 1], "覆盖");
            let lead = if covers { self.joined(&noun::subject_and_verb(ground, from, at - 1)) } else { String::new() };
            return format!("{lead}{noun}");
        }
        if has_de {
            if siblings.tail.is_empty() {
                siblings.tail = lead;
            }
            return format!("{noun}{}", siblings.tail);
        }
        if self.site.ends_list() || self.sums_up() {
            return noun.to_owned();
        }
        format!("{lead}{noun}{}", siblings.tail)
    }

    /// Whether a noun phrase begins right behind the number.
    fn opens_noun(&self) -> bool {
        let Site { ground, at, to, .. } = self.site;
        let next = &ground.tokens[at + 1];
        // 捐资2870万元改造水渠: what the means serve
        if next.is_verb() && at > 0 && ground.tokens[at - 1].has(Trait::Means) && !self.site.is_classifier() {
            return false;
        }
        // 10份有分量的报告, 12家濒临倒闭的企业
        if self.site.is_classifier() && forward::relative_end(ground.tokens, at + 1, to).is_some() {
            return true;
        }
        let head = ground.tokens.get(at + 2).is_some_and(|after| at + 2 < to && after.is_nominal());
        match next.kind {
            TokenKind::Noun | TokenKind::Text | TokenKind::Name | TokenKind::Adverb(_) => true,
            TokenKind::Number => forward::names_group(ground, next),
            TokenKind::Verb(class, noun) => noun != NounUse::No || class == VerbClass::Intransitive && head,
            _ => false,
        }
    }

    /// 控制在12万户以内的目标, 突破10亿元大关: the noun says what the number is to the measure, and not what is counted.
    fn is_aim(&self, noun: &str) -> bool {
        let row = self.site.ground.rules.movements.get(noun.trim_end_matches('上'));
        row.is_some_and(|row| row.get("direction") == "aim")
    }

    /// 铝材、纺织、种业三条产业链: the number says how many were named, and the noun behind it what they are.
    fn sums_up(&self) -> bool {
        let named = noun::conjuncts(self.site.ground, self.own).len();
        let value = self.site.mention.quantity.as_ref().and_then(|quantity| quantity.value);
        named > 1 && value == Some(named.into())
    }

    /// 3个乡镇税收不足百万元, 5家法院结案率低于均值: what is said of each of those counted.
    fn falls_short(&self, stop: usize) -> bool {
        let Site { ground, .. } = self.site;
        let token = &ground.tokens[stop];
        let compares =
            ["不足", "不到", "低于", "高于", "超过", "少于", "多于"].iter().any(|word| ground.is(token, word));
        compares && stop > 0 && ground.names_attribute(&ground.tokens[stop - 1], ground.tokens[stop - 1].span.end)
    }

    /// Whether what stands at `stop` says how the noun before it moves or what share it has (17个行业增加值增长8%).
    fn is_moved(&self, stop: usize) -> bool {
        let Site { ground, to, .. } = self.site;
        if self.falls_short(stop) {
            return true;
        }
        let Some(number) = (stop..to).find(|&at| ground.tokens[at].kind == TokenKind::Number) else { return false };
        let between = Span::new(ground.tokens[stop].span.start, ground.tokens[number].span.start);
        let share = ground.mention_at(between.end).is_some_and(|mention| mention.kind == MentionKind::Percent);
        let movement = ground.rules.movements.longest_before(ground.chars, between.end);
        let holds = ground.is(&ground.tokens[stop], "占");
        (between.is_empty() || holds) && share
            || movement.is_some_and(|(row, start)| start <= between.start && matches!(&*row.class, "move" | "reach"))
    }

    /// 相邻3市: the unit is the noun.
    fn place(&self) -> Option<Naming> {
        let lead = self.joined(self.own);
        let names = self.site.unit_class() == "place" && !lead.is_empty() && !self.own.is_verbal;
        names.then(|| Naming::plain(format!("{lead}{}", self.site.unit())))
    }
}

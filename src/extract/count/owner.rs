//! What a bare measure belongs to: the thing whose 总数, 降幅 or 净增 it is, and the verb that makes 司法机关 one.

use crate::extract::CountKind;
use crate::extract::grammar::{Token, TokenKind};
use crate::rules::VerbClass;
use crate::text::Span;

use super::before::before;
use super::compound::is_mostly_noun;
use super::ground::Ground;
use super::memory::Naming;
use super::naming::Namer;
use super::site::Site;

impl Namer<'_> {
    /// The words to put in front of a measure that is an attribute alone.
    pub(super) fn owner(&self, measure: &str) -> Option<String> {
        let ground = self.site.ground;
        let start = self.own.spans.first()?.start;
        if let Some(verb) = ground.token_before(start) {
            let verb_start = verb.span.start;
            match (ground.words(verb), self.kind) {
                (['实', '现'], _) if verb_start > self.first() => return self.attained(verb_start),
                (['完', '成'], CountKind::Level) if measure == "投资" => {
                    return self.invested_in(self.without_adverbs(verb_start));
                }
                // 税收完成预算数的92%
                (['完', '成'], CountKind::Share) => {
                    return self.memory.here().next().map(|seen| format!("{}完成", seen.measure()));
                }
                _ if verb.verb_class() != Some(VerbClass::Transitive) => {}
                _ if self.is_paid_to(verb) || self.is_handed_to(verb) => return Some(self.written(verb.span)),
                _ => {}
            }
        }
        if measure.starts_with('占') { self.share_of(measure, start) } else { self.attribute_of(measure, start) }
    }

    /// Where the words of the number begin.
    fn first(&self) -> usize {
        self.site.ground.tokens[self.site.from].span.start
    }

    /// 城镇失业人员实现再就业2000人: the subject in front of the verb; how long it took (提前一年实现) is none.
    fn attained(&self, verb: usize) -> Option<String> {
        let over = self.site.ground.token_before(verb).is_some_and(|token| token.kind == TokenKind::Number);
        if over { None } else { self.subject_before(verb) }
    }

    /// 占全国1/5: what it is a share of: the clause in front of 的, the subject, or what was counted before.
    fn share_of(&self, measure: &str, start: usize) -> Option<String> {
        let first = self.first();
        let before = self.site.ground.token_before(start);
        let clause = before.filter(|token| token.kind == TokenKind::De && token.span.start > first);
        if let Some(de) = clause {
            return Some(self.written(Span::new(first, de.span.start)));
        }
        let subject = || self.subject_before(self.without_adverbs(start)).filter(|_| measure == "占");
        // 产量增长41%、占全国1/5: where no level was said, the measure that moved
        let level = || self.memory.here().find(|seen| seen.kind() == CountKind::Level).or(self.memory.here().next());
        // what it was a share of before is not its name
        let name = |measure: &str| measure.split('占').next().unwrap_or(measure).to_owned();
        subject().or_else(|| level().map(|seen| name(seen.measure())))
    }

    /// 增速, 总数, 净增 alone: of the thing or the measure that was counted before.
    fn attribute_of(&self, measure: &str, start: usize) -> Option<String> {
        let ground = self.site.ground;
        let row = ground.rules.movements.get(measure)?;
        let mut here = self.memory.here();
        match (&*row.class, row.get("direction")) {
            ("rate", _) => here.next().map(|seen| seen.measure().to_owned()),
            ("keep", _) => {
                let noun = |noun: &str| if measure == "净增" { noun.to_owned() } else { bare_noun(ground, noun) };
                self.subject_before(start).or_else(|| Some(noun(&self.memory.here().next()?.noun)))
            }
            (_, "owned") => Some(bare_noun(ground, &here.find(|seen| seen.kind() == CountKind::Level)?.noun)),
            _ => None,
        }
    }

    /// 城市建设完成投资, 重大项目867个，完成投资: what is built with it, in the clause or counted before it.
    fn invested_in(&self, end: usize) -> Option<String> {
        let built = |noun: &String| ["项目", "工程"].iter().any(|word| noun.ends_with(word));
        let counted = || self.memory.here().map(|seen| bare_noun(self.site.ground, &seen.noun)).find(built);
        let names = |subject: &String| {
            subject.chars().count() >= 4 && !["年度", "计划", "任务", "机制"].iter().any(|word| subject.ends_with(word))
        };
        self.subject_before(end).filter(names).or_else(counted)
    }

    /// 投资3亿元实施管网改造工程: the works that the sum was invested in, in front of any number of theirs.
    pub(super) fn invested_in_works(&self) -> Option<Naming> {
        let Site { ground, from, at, to, .. } = self.site;
        let invests = ground.tokens[from..at].last().is_some_and(|token| ground.is_term(token, ['投', '资']));
        if !invests || !self.site.unit().ends_with('元') {
            return None;
        }
        let rest = &ground.tokens[at + 1..to];
        let acts = rest.iter().take_while(|token| token.is_verb() && !is_mostly_noun(token)).count();
        let number = rest.get(acts).is_some_and(|token| token.kind == TokenKind::Number);
        let first = at + 1 + acts + usize::from(number);
        let ends = |token: &Token| {
            matches!(token.kind, TokenKind::Mark | TokenKind::Pause | TokenKind::Etc | TokenKind::Number)
        };
        let works = ground.tokens.get(first..to)?;
        let works = &works[..works.iter().position(ends).unwrap_or(works.len())];
        let last =
            works.last().filter(|last| acts > 0 && works[0].is_nominal() && (last.is_nominal() || last.is_verb()))?;
        let noun = self.written(Span::new(works[0].span.start, last.span.end));
        Some(Naming::of(noun.clone(), format!("{noun}投资")))
    }

    /// The end of the last word before `end` that is no adverb.
    fn without_adverbs(&self, end: usize) -> usize {
        let tokens = &self.site.ground.tokens[self.site.from..];
        let before = tokens.iter().rev().filter(|token| token.span.end <= end);
        before.skip_while(|token| token.is_adverb()).map(|token| token.span.end).next().unwrap_or(end)
    }

    /// The noun phrase of the clause that ends at `end`.
    fn subject_before(&self, end: usize) -> Option<String> {
        let subject = before(self.site.ground, self.site.from, end);
        Some(self.joined(&subject)).filter(|subject| !subject.is_empty())
    }

    /// 退还群众900万元: money is counted by what was done with it where the noun is who got it.
    fn is_paid_to(&self, verb: &Token) -> bool {
        let &[span] = self.own.spans.as_slice() else { return false };
        self.kind == CountKind::Level
            && verb.span.start >= self.site.floor()
            && self.site.unit().ends_with('元')
            && matches!(self.site.ground.doer(span), Some("member" | "people" | "unit"))
    }

    /// 移送司法机关21人: people are counted by what was done to them where the noun is the body that took them.
    fn is_handed_to(&self, verb: &Token) -> bool {
        let Some(&last) = self.own.spans.last().filter(|_| verb.span.start >= self.first()) else { return false };
        let words = self.written(last);
        ["机关", "法院", "检察院", "部门"].iter().any(|body| words.ends_with(body))
    }
}

/// A noun without the verb that made it a measure, and without what is measured of it: 企业 of 新增企业, of
/// 企业净增 and of 企业产值.
pub(super) fn bare_noun(ground: Ground<'_>, noun: &str) -> String {
    let noun = noun.rsplit('等').next().unwrap_or(noun);
    let noun = noun.trim_start_matches("新增").trim_start_matches("净增").trim_start_matches("新登记");
    let noun = noun.trim_end_matches("净增");
    let chars: Vec<char> = noun.chars().collect();
    let row = ground.rules.movements.longest_before(&chars, chars.len());
    let end = row.filter(|(row, start)| row.class == "attribute" && *start > 1).map_or(chars.len(), |(_, start)| start);
    chars[..end].iter().collect()
}

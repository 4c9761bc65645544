//! What a verb in front of a number takes: whether it acts on the words behind it, and so ends the noun phrase, or is
//! part of what they are called.
//!
//! A verb that is most often a noun is one (工作, 规划); one that never is a noun acts; one that may be either acts where a
//! predicate opens: at the head of its clause or item, behind an adverb, or behind a verb that takes a clause.

use crate::extract::grammar::{Token, TokenKind};
use crate::rules::{FrameClass, NounUse, Trait, VerbClass};
use crate::text::compare::ends_with;

use super::compound::{self, makes_names};
use super::doer;
use super::forward::names_group;
use super::ground::joins;
use super::walk::Walk;

impl Walk<'_> {
    /// Whether a verb acts on what follows it, and so ends the noun phrase.
    pub fn governs(&self, at: usize, class: VerbClass, noun: NounUse) -> bool {
        let Self { ground, from, to, .. } = *self;
        let token = &ground.tokens[at];
        if ground.is_kept(token) {
            return false;
        }
        // 提前一年实现人均收入: how long it took stands in front of the verb
        if at > from && ground.is_length_of_time(&ground.tokens[at - 1]) {
            return true;
        }
        // 速裁案件占同期刑事案件的62%: all that has the share is its name
        let mut rest = ground.tokens[at + 1..to].iter();
        let stop = rest.find(|token| token.kind == TokenKind::De || ground.is_term(token, ['占']));
        if (!self.attribute || noun != NounUse::No) && stop.is_some_and(|token| token.kind != TokenKind::De) {
            return false;
        }
        if class == VerbClass::Single || self.is_part_of_name(at, class) {
            return false;
        }
        if self.attribute && self.names_attribute_of(at, class, noun) {
            return false;
        }
        let Some(next) = ground.tokens[..to].get(at + 1) else {
            return noun == NounUse::No && class != VerbClass::Intransitive;
        };
        if ground.is_of(token, "outlay") && self.pays(next) {
            return true;
        }
        match noun {
            NounUse::Mostly => false,
            NounUse::No => true,
            NounUse::Also => {
                // 信访办理
                let noun_behind = at + 2 == to && next.noun_use().is_some_and(|noun| noun != NounUse::Mostly);
                (class == VerbClass::Clausal || !self.compounds(at))
                    && next.kind != TokenKind::De
                    && !noun_behind
                    && self.opens(at)
            }
        }
    }

    /// 专项执行行动43次: whether the verb at `at` says what a campaign of that kind is for.
    pub(super) fn names_campaign(&self, at: usize) -> bool {
        let Self { ground, from, to, .. } = *self;
        let head = |at: usize| ground.rules.head_at_end(ground.words(&ground.tokens[at]));
        at > from
            && at + 2 == to
            && ground.tokens[at].is_verb()
            && matches!(head(at + 1), Some("campaign" | "acts"))
            && ground.tokens[at - 1].is_adverb()
            && head(at - 1) == Some("kind")
    }

    /// Whether a verb is part of a name that the words around it make.
    fn is_part_of_name(&self, at: usize, class: VerbClass) -> bool {
        self.makes_word(at)
            || self.follows_threshold(at)
            || compound::before(self.ground, self.from, at, self.to)
            || self.in_case_name(at)
            || self.lists_verbs(at)
            || self.lists_kinds(at)
            || self.modifies_head(at, class)
            || self.names_campaign(at)
            || self.continues_made(at)
    }

    /// A verb and a last character after it are one word: 审查率, 审判点.
    fn makes_word(&self, at: usize) -> bool {
        at + 2 == self.to && self.ground.tokens[at + 1].is_nominal() && self.ground.tokens[at + 1].span.len() == 1
    }

    /// 百万元以上技改项目: a threshold in front of a verb opens the name that both belong to.
    fn follows_threshold(&self, at: usize) -> bool {
        let Self { ground, from, to, .. } = *self;
        let Some(token) = at.checked_sub(1).filter(|&before| before >= from && at + 1 < to) else { return false };
        let token = &ground.tokens[token];
        token.kind == TokenKind::Number && ground.chars[token.span.end - 1] == '上' && names_group(ground, token)
    }

    /// 起诉假冒商标、侵犯商业秘密犯罪: behind the verb that acts on them, verbs are part of what crimes are called.
    fn in_case_name(&self, at: usize) -> bool {
        let tokens = self.ground.tokens;
        tokens[self.from..at].iter().any(Token::is_verb) && self.ground.is_of(&tokens[self.to - 1], "known_by")
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

    /// 提出暂缓或否定意见: behind the verb that acts, verbs side by side say of which kinds they are.
    fn lists_kinds(&self, at: usize) -> bool {
        let Self { ground, from, to, .. } = *self;
        let alternative = |at: usize| matches!(ground.words(&ground.tokens[at]), ['或'] | ['或', '者']);
        let first = match at {
            _ if at > from + 1 && alternative(at - 1) => at - 2,
            _ if at + 2 < to && alternative(at + 1) => at,
            _ => return false,
        };
        let Some(acts) = first.checked_sub(1).filter(|&acts| acts >= from) else { return false };
        let (acts, kind) = (&ground.tokens[acts], &ground.tokens[first]);
        (kind.is_verb() || kind.is_adverb())
            && acts.verb_class() == Some(VerbClass::Transitive)
            && acts.noun_use() == Some(NounUse::No)
    }

    /// 入库人数, 获奖作品, “同心”帮教基地: a verb that takes no object, that says what something is for, or that follows a
    /// quoted name, belongs to the noun behind it.
    fn modifies_head(&self, at: usize, class: VerbClass) -> bool {
        let Self { ground, from, to, .. } = *self;
        let tokens = ground.tokens;
        let head = tokens[..to].get(at + 1).filter(|head| head.is_nominal() && head.kind != TokenKind::Paren);
        let Some(head) = head else { return false };
        let named = || {
            class == VerbClass::Transitive
                && at > from + 1
                && tokens[at - 1].kind == TokenKind::Name
                && tokens[at - 2].is_verb()
        };
        // 司法协助案件: what cases are known by
        let case = || at + 2 == to && at > from && tokens[at - 1].is_nominal() && ground.is_of(head, "known_by");
        // 开工重点项目37个: what befalls things is done to one that more words name
        let befalls = || at + 2 < to && tokens[at].has(Trait::Patient) && (at == from || tokens[at - 1].is_adverb());
        class == VerbClass::Intransitive && !befalls() || named() || case() || ground.is_of(&tokens[at], "serves")
    }

    /// Whether the verb at `at` belongs to what is measured of something, in a phrase that ends in that.
    fn names_attribute_of(&self, at: usize, class: VerbClass, noun: NounUse) -> bool {
        let tokens = self.ground.tokens;
        // 签约金额, 成交额: what a sum is of
        let sum = || {
            at + 2 == self.to
                && tokens[at].span.len() == 2
                && matches!(self.ground.words(&tokens[at + 1]), ['额'] | ['金', '额'])
        };
        // 绿色建筑占新建建筑比例: of what it is a share
        let share = || tokens[self.from..at].iter().any(|token| self.ground.is_term(token, ['占']));
        let follows = || {
            !matches!(class, VerbClass::Clausal | VerbClass::Stative)
                && self.follows_noun(at)
                && !self.acts_before_sum(at, class, noun)
        };
        // 将发放时间由15天缩短到10天
        let moves_from = || {
            let next = self.ground.tokens.get(self.to);
            at + 2 == self.to
                && at > 0
                && tokens[at - 1].kind == TokenKind::Frame(FrameClass::Disposal)
                && next.is_some_and(|next| matches!(self.ground.words(next), ['由' | '从']))
        };
        sum() || share() || moves_from() || follows()
    }

    /// A noun stands before the verb: it is the subject of a predicate, or the verb is part of a name.
    fn follows_noun(&self, at: usize) -> bool {
        let before = self.ground.tokens[self.from..at].iter().rfind(|token| !token.is_adverb());
        before.is_some_and(Token::may_be_noun)
    }

    /// 县级财政偿还企业贷款: a verb that no noun is made of, with a noun behind it of which an amount is said. What is a
    /// share or a time of something may have a clause for its name (企业使用外资比例).
    fn acts_before_sum(&self, at: usize, class: VerbClass, noun: NounUse) -> bool {
        let tokens = self.ground.tokens;
        let last = &tokens[self.to - 1];
        let of_acts =
            ["率", "比例", "比重", "占比", "度", "幅", "速", "时间", "时限", "时长", "周期", "天数", "期限", "数"];
        class == VerbClass::Transitive
            && noun == NounUse::No
            && at + 1 < self.to
            && tokens[at + 1].is_nominal()
            && tokens[at + 1].span.start < self.tail
            // 工程承包营业额
            && (at + 2 < self.to || last.span.len() > 3)
            && !of_acts.iter().any(|word| ends_with(self.ground.words(last), word))
    }

    /// 调解撤诉率, 发电装机容量: the verb and what stands behind it name together what is measured.
    fn compounds(&self, at: usize) -> bool {
        let rate = at + 3 == self.to && self.ground.tokens[at + 2].span.len() == 1;
        self.attribute && (rate || at + 2 == self.to)
    }

    /// 对口支援投入帮扶资金: what is paid out stands behind such a verb.
    fn pays(&self, next: &Token) -> bool {
        let last = &self.ground.tokens[self.to - 1];
        next.is_nominal() || ["paid", "named"].iter().any(|class| self.ground.is_of(last, class))
    }

    /// Whether a predicate opens with the verb at `at`.
    fn opens(&self, at: usize) -> bool {
        let Self { ground, from, to, .. } = *self;
        let tokens = ground.tokens;
        let before = &tokens[from..at];
        // 全省接待游客: where it was done
        let times = || matches!(ground.words(&tokens[to - 1]), ['人', '次' | '数']);
        if before.iter().all(|token| joins(token) || ground.is_determiner(token) && !times()) {
            return true;
        }
        // 围绕“六项纪律”组织学习: behind a topic
        if before.iter().any(|token| token.kind == TokenKind::Frame(FrameClass::Topic)) {
            return true;
        }
        match tokens[at - 1].kind {
            TokenKind::Adverb(_) | TokenKind::Mark | TokenKind::Time | TokenKind::Aspect => true,
            TokenKind::Verb(VerbClass::Clausal, NounUse::No) => true,
            _ => self.is_set_to_work(at) || self.works_beside(at),
        }
    }

    /// 督促责任单位整改问题: what someone is set to do, with an object.
    fn is_set_to_work(&self, at: usize) -> bool {
        let object = self.ground.tokens[..self.to].get(at + 1).is_some_and(Token::is_nominal);
        object && doer::is_set_to_work(self.ground, self.from, at - 1, self.to)
    }

    /// 新建改造农村公路: side by side with a verb that opens the predicate.
    fn works_beside(&self, at: usize) -> bool {
        let Self { ground, from, to, .. } = *self;
        let tokens = ground.tokens;
        if !ground.is_of(&tokens[at], "work") {
            return false;
        }
        let joined = at > from + 1 && joins(&tokens[at - 1]);
        let first = at - 1 - usize::from(joined);
        let leads = |token: &Token| {
            joins(token) || token.is_adverb() || token.kind == TokenKind::Time || ground.is_term(token, ['新'])
        };
        tokens[first].is_verb()
            && !tokens[first].has(Trait::Light)
            && !ground.is_kept(&tokens[first])
            && tokens[from..first].last().is_none_or(leads)
            // 改造项目: a noun that makes names with verbs
            && !tokens[at + 1..to].iter().any(|token| makes_names(ground, token))
    }
}

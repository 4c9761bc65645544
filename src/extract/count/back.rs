//! The walk backwards over the noun phrase in front of a number: which words belong to it, and where the verb, the body
//! or the clause stands that it ends at.

use crate::extract::grammar::{Token, TokenKind};
use crate::rules::{AdverbClass, FrameClass, NounUse, Trait, VerbClass};
use crate::text::compare::ends_with;

use super::forward::{makes_names, names_group};
use super::ground::{Ground, joins};

/// A walk backwards over a noun phrase.
pub(super) struct Back<'a> {
    pub ground: Ground<'a>,
    pub from: usize,
    pub to: usize,
    /// It ends in what is measured of something: verbs inside it are parts of a name (企业开办时间).
    pub attribute: bool,
    /// Where the words begin that say what is measured (下降幅度, 用时): verbs in them are none.
    pub tail: usize,
}

impl Back<'_> {
    /// Whether the token at `at` belongs to the noun phrase.
    pub fn continues(&self, at: usize) -> bool {
        let tokens = self.ground.tokens;
        let last = at + 1 == self.to;
        match tokens[at].kind {
            _ if tokens[at].span.start >= self.tail => true,
            _ if !last && (self.acts_itself(at) || self.sent_to(at)) => false,
            // 逮捕各类嫌疑人: 各类 opens the noun phrase.
            TokenKind::Verb(..) if !last && !self.ground.is_made(&tokens[at]) && self.opens_kinds(at + 1) => false,
            // 打击犯罪、挽回损失22万元: such a verb begins a measure of its own.
            TokenKind::Pause | TokenKind::And if !last && self.ground.is_kept(&tokens[at + 1]) => false,
            TokenKind::Verb(class, noun) => !self.governs(at, class, noun),
            TokenKind::Mark | TokenKind::Time | TokenKind::Frame(_) | TokenKind::Aspect => false,
            TokenKind::Adverb(class) => self.modifies(at, class),
            TokenKind::Etc => !last,
            // 五年累计报告97次: how long it took opens the clause
            TokenKind::Number => {
                let acts = !last && (tokens[at + 1].is_verb() || tokens[at + 1].is_adverb());
                !(at == self.from && acts && self.ground.is_length_of_time(&tokens[at]))
            }
            _ => true,
        }
    }

    /// 省法院受理案件, 中心接待干部: a body at the head of its clause, and a verb with a noun behind it, which is measured
    /// without who does it.
    fn acts_itself(&self, at: usize) -> bool {
        let tokens = self.ground.tokens;
        // 界别委员结对帮扶学子: verbs side by side
        let run = tokens[at + 1..self.to].iter().take_while(|token| token.is_verb() || token.is_adverb()).count();
        let acts = &tokens[at + 1..at + 1 + run];
        let verb = acts.last().is_some_and(|token| token.verb_class() == Some(VerbClass::Transitive));
        let verb = verb && acts.first().is_some_and(Token::is_verb);
        let object = at + 1 + run < self.to && tokens[at + 1 + run].is_nominal();
        if self.attribute
            || !verb
            || !object
            || self.makes_word(at + run)
            || !tokens[self.from..=at].iter().all(|token| token.is_nominal() || joins(token))
        {
            return false;
        }
        self.is_actor(at, &["body", "unit"])
            || acts.iter().any(|token| token.noun_use() == Some(NounUse::No))
                && self.is_actor(at, &["member", "people"])
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
        self.ground.doer(self.ground.tokens[at].span).is_some_and(|class| classes.contains(&class))
    }

    /// 各类, 这些: whether such a word stands at `at`.
    fn opens_kinds(&self, at: usize) -> bool {
        let token = &self.ground.tokens[at];
        matches!(self.ground.chars[token.span.start], '各' | '这' | '那') && self.ground.is_determiner(token)
    }

    /// An adverb inside a noun phrase: before a noun (高标准农田), or between a noun and a noun-like verb (常委会专题议政).
    fn modifies(&self, at: usize, class: AdverbClass) -> bool {
        let tokens = self.ground.tokens;
        let noun_before = at > self.from && tokens[at - 1].is_nominal();
        let Some(next) = tokens.get(at + 1).filter(|_| at + 1 < self.to) else {
            // 产业集群4个: a word of manner that stands where a noun does is one.
            return class == AdverbClass::Manner && noun_before;
        };
        // 检察机关共受理: how much it comes to is said of the act
        let sums = ["共", "累计", "共计", "合计", "总计", "一共", "总共"];
        let whole = !noun_before || self.ground.doer(tokens[at - 1].span).is_some();
        if whole && sums.iter().any(|sum| self.ground.is(&tokens[at], sum)) {
            return false;
        }
        let quality = matches!(class, AdverbClass::Manner | AdverbClass::Degree);
        let led = noun_before;
        let words = self.ground.words(&tokens[at]);
        // 不批准逮捕, 非中共委员: what it denies is another thing.
        if matches!(words, ['不' | '未' | '非']) || words == ['无'] && next.is_nominal() {
            return true;
        }
        // 旅游总花费
        if words == ['总'] && (next.is_nominal() || next.noun_use().is_some_and(|noun| noun != NounUse::No)) {
            return noun_before || at > self.from && tokens[at - 1].noun_use() == Some(NounUse::Mostly);
        }
        let average = words.ends_with(&['均']);
        let shared = at > self.from && self.ground.is_kept(&tokens[at - 1]);
        let noun_use = next.noun_use().is_some_and(|noun| noun != NounUse::No);
        (quality || average) && next.is_nominal()
            || shared && (next.is_nominal() || noun_use)
            || led && (self.attribute || average || next.noun_use().is_some_and(|noun| noun != NounUse::No))
    }

    /// Whether a verb acts on what follows it, and so ends the noun phrase.
    fn governs(&self, at: usize, class: VerbClass, noun: NounUse) -> bool {
        let tokens = self.ground.tokens;
        let last = at + 1 == self.to;
        if at > self.from + 1 && tokens[at - 1].is_adverb() && self.ground.is_kept(&tokens[at - 2]) {
            return false;
        }
        // 提前一年实现人均收入: how long it took stands in front of the verb
        if !self.ground.is_kept(&tokens[at])
            && at > self.from
            && tokens[at - 1].kind == TokenKind::Number
            && self.ground.is_length_of_time(&tokens[at - 1])
        {
            return true;
        }
        if self.ground.is_kept(&tokens[at]) || class == VerbClass::Single || self.makes_word(at) {
            return false;
        }
        // 百万元以上技改项目: a threshold in front of a verb opens the name that both belong to
        if !last && at > self.from && tokens[at - 1].kind == TokenKind::Number && self.is_threshold(at - 1) {
            return false;
        }
        // 绿色建筑占新建建筑比例: of what it is a share
        if self.attribute && tokens[self.from..at].iter().any(|token| self.ground.is(token, "占")) {
            return false;
        }
        if self.names_compound(at)
            || self.in_case_name(at)
            || self.lists_verbs(at)
            || self.lists_kinds(at)
            || self.modifies_head(at, class)
            || self.continues_kept(at)
        {
            return false;
        }
        // 签约金额, 成交额: what a sum is of
        let sum = |token: &Token| self.ground.is(token, "金额") || self.ground.is(token, "额");
        if at + 2 == self.to && sum(&tokens[at + 1]) && tokens[at].span.len() == 2 {
            return false;
        }
        if self.attribute
            && class != VerbClass::Clausal
            && class != VerbClass::Stative
            && self.follows_noun(at)
            && !self.acts_before_sum(at, class, noun)
        {
            return false;
        }
        // 对口支援投入帮扶资金: what is paid out stands behind such a verb
        let paid = || {
            tokens[at + 1].is_nominal()
                || ["paid", "named"].iter().any(|class| self.ground.is_of(&tokens[self.to - 1], class))
        };
        if !last && self.ground.is_of(&tokens[at], "outlay") && paid() {
            return true;
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

    /// 亿元以上, 百万元以上: an amount that is no count.
    fn is_threshold(&self, at: usize) -> bool {
        let token = &self.ground.tokens[at];
        names_group(self.ground, token) && self.ground.chars[token.span.end - 1] == '上'
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

    /// 新建技术验证中心: behind the verb that acts, between its noun and one that makes names with verbs.
    fn names_compound(&self, at: usize) -> bool {
        let tokens = self.ground.tokens;
        let run = tokens[at + 1..self.to]
            .iter()
            .take_while(|token| matches!(token.kind, TokenKind::Noun | TokenKind::Text))
            .count();
        let made = run > 0 && makes_names(self.ground, &tokens[at + run]);
        // 行动新建管网: building is done to what stands behind it
        let builds = tokens[at].noun_use() == Some(NounUse::No)
            && (self.ground.is_of(&tokens[at], "work") || tokens[at].has(Trait::Light));
        let made = made && !builds;
        let thing = |at: usize| {
            matches!(tokens[at].kind, TokenKind::Noun | TokenKind::Text)
                && !self.is_actor(at, &["body", "unit", "member", "people", "region"])
        };
        if !made || at <= self.from || !thing(at - 1) {
            return false;
        }
        let head = (self.from..at).rev().find(|&before| !thing(before));
        head.is_some_and(|head| {
            tokens[head].verb_class() == Some(VerbClass::Transitive) && !tokens[head].has(Trait::Means)
        })
    }

    /// 起诉假冒商标、侵犯商业秘密犯罪: behind the verb that acts on them, verbs are part of what crimes are called.
    fn in_case_name(&self, at: usize) -> bool {
        let tokens = self.ground.tokens;
        self.ground.is_of(&tokens[self.to - 1], "known_by") && tokens[self.from..at].iter().any(Token::is_verb)
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
        let tokens = self.ground.tokens;
        let alternative = |at: usize| self.ground.is(&tokens[at], "或") || self.ground.is(&tokens[at], "或者");
        let first = match at {
            _ if at > self.from + 1 && alternative(at - 1) => at.checked_sub(2),
            _ if at + 2 < self.to && alternative(at + 1) => Some(at),
            _ => None,
        };
        first.is_some_and(|first| {
            first > self.from
                && (tokens[first].is_verb() || tokens[first].is_adverb())
                && tokens[first - 1].verb_class() == Some(VerbClass::Transitive)
                && tokens[first - 1].noun_use() == Some(NounUse::No)
        })
    }

    /// 入库人数, 获奖作品, “同心”帮教基地: a verb that takes no object, or that follows a quoted name, belongs to the
    /// noun behind it.
    fn modifies_head(&self, at: usize, class: VerbClass) -> bool {
        let tokens = self.ground.tokens;
        let head = at + 1 < self.to && tokens[at + 1].is_nominal() && tokens[at + 1].kind != TokenKind::Paren;
        let named = at > self.from + 1 && tokens[at - 1].kind == TokenKind::Name && tokens[at - 2].is_verb();
        // 司法协助案件: what cases are known by.
        let case = at + 2 == self.to && at > self.from && tokens[at - 1].is_nominal();
        let case = case && self.ground.is_of(&tokens[at + 1], "known_by");
        // 供水管道: what it is for
        let serves = self.ground.is_of(&tokens[at], "serves");
        head && (class == VerbClass::Intransitive || serves || named && class == VerbClass::Transitive || case)
    }

    /// 挽回和避免损失, 新增减免税费: goes with a verb that makes the measure what it is.
    fn continues_kept(&self, at: usize) -> bool {
        let tokens = self.ground.tokens;
        let before = |back: usize| at >= self.from + back && self.ground.is_made(&tokens[at - back]);
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
        // 全省完成产值: where it was
        let place = before == self.from + 1 && self.ground.is_determiner(&self.ground.tokens[self.from]);
        before > self.from
            && !place
            && (self.ground.tokens[before - 1].is_nominal()
                || self.ground.tokens[before - 1].noun_use().is_some_and(|noun| noun != NounUse::No))
    }

    /// A verb that may be a noun is a predicate where it opens its clause or item, after an adverb or a clausal verb, or
    /// after someone that such a verb sets to work (督促责任单位整改问题).
    fn opens(&self, at: usize) -> bool {
        let tokens = self.ground.tokens;
        // 全省接待游客: where it was done
        let times = ["人次", "人数"].iter().any(|word| self.ground.is(&tokens[self.to - 1], word));
        let place = |token: &Token| !times && self.ground.is_determiner(token);
        if tokens[self.from..at].iter().all(|token| joins(token) || place(token)) {
            return true;
        }
        // 围绕“六项纪律”组织学习: behind a topic
        let topic = |token: &Token| token.kind == TokenKind::Frame(FrameClass::Topic);
        if tokens[self.from..at].iter().any(topic) {
            return true;
        }
        // 新建改造农村公路: side by side with a verb that opens it
        let work = self.ground.is_of(&tokens[at], "work");
        let first = at - 1 - usize::from(at > self.from + 1 && joins(&tokens[at - 1]));
        let beside = work && tokens[first].is_verb() && !tokens[first].has(Trait::Light);
        if beside && !self.named_by(at + 1) && !self.ground.is_kept(&tokens[first]) && self.opens_alone(first) {
            return true;
        }
        match tokens[at - 1].kind {
            TokenKind::Adverb(_) | TokenKind::Mark | TokenKind::Time | TokenKind::Aspect => true,
            TokenKind::Verb(before, NounUse::No) => before == VerbClass::Clausal,
            _ => self.set_to_work(at),
        }
    }

    /// A noun that makes names with verbs: 改造项目.
    fn named_by(&self, at: usize) -> bool {
        self.ground.tokens[at..self.to].iter().any(|token| makes_names(self.ground, token))
    }

    /// Whether a verb stands at the head of its clause or item, behind an adverb at most.
    fn opens_alone(&self, at: usize) -> bool {
        let before = &self.ground.tokens[self.from..at];
        let leads = |token: &Token| token.is_adverb() || token.kind == TokenKind::Time || self.ground.is(token, "新");
        before.last().is_none_or(|token| joins(token) || leads(token))
    }

    fn set_to_work(&self, at: usize) -> bool {
        let tokens = self.ground.tokens;
        let caused = tokens[self.from..at]
            .iter()
            .any(|token| token.verb_class() == Some(VerbClass::Clausal) && token.noun_use() == Some(NounUse::No));
        caused && self.ground.doer(tokens[at - 1].span).is_some()
    }
}

/// Someone who can be organised or trained: 代表, 委员, 干部. Not 人员, which such verbs make kinds of (管理人员).
fn names_people(ground: Ground<'_>, token: &Token) -> bool {
    let row = ground.rules.actors.get_chars(ground.words(token));
    row.is_some_and(|row| row.class == "member" || matches!(&*row.term, "代表" | "干部" | "群众" | "党员" | "职工"))
}

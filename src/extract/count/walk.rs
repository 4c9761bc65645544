//! The walk backwards over the noun phrase in front of a number: which words belong to it, and where the verb, the body
//! or the clause stands that it ends at.

use crate::extract::grammar::{Token, TokenKind, reaches_sum};
use crate::rules::{AdverbClass, NounUse};

use super::doer;
use super::ground::{Ground, joins};

/// A walk backwards over a noun phrase.
pub(super) struct Walk<'a> {
    pub ground: Ground<'a>,
    pub from: usize,
    pub to: usize,
    /// It ends in what is measured of something: verbs inside it are parts of a name (企业开办时间).
    pub attribute: bool,
    /// Where the words begin that say what is measured (下降幅度, 用时): verbs in them are none.
    pub tail: usize,
}

impl<'a> Walk<'a> {
    /// The walk from the token `to` back to `from`; the phrase ends at the place `end`.
    pub fn new(ground: Ground<'a>, from: usize, to: usize, end: usize) -> Self {
        let named = ground.rules.movements.longest_before(ground.chars, end);
        // a word that stands right in front of `end` is none where no row ends there
        let attribute = ground.tokens[from..to]
            .last()
            .is_some_and(|last| (named.is_some() || last.span.end < end) && ground.names_attribute(last, end));
        let tail = named.filter(|(row, _)| matches!(&*row.class, "attribute" | "rate")).map_or(end, |(_, start)| start);
        Self { ground, from, to, attribute, tail }
    }

    /// The first token of the phrase; behind the verb where someone in front of it acts.
    pub fn start(&self) -> usize {
        let start = self.to - (self.from..self.to).rev().take_while(|&at| self.continues(at)).count();
        let doer = start.checked_sub(1).filter(|&doer| doer >= self.from && start < self.to);
        doer.and_then(|doer| self.object_of(doer)).unwrap_or(start)
    }

    /// Where the object begins that someone at token `at` acts on.
    fn object_of(&self, at: usize) -> Option<usize> {
        if self.attribute { None } else { doer::object(self.ground, self.from, at, self.to) }
    }

    /// Whether the token at `at` belongs to the noun phrase.
    fn continues(&self, at: usize) -> bool {
        let Self { ground, from, to, .. } = *self;
        let token = &ground.tokens[at];
        if token.span.start >= self.tail {
            return true;
        }
        let next = ground.tokens[..to].get(at + 1);
        let acts = || self.object_of(at).is_some() || !self.attribute && doer::is_set_to_work(ground, from, at, to);
        if next.is_some_and(|next| next.is_verb() || next.is_adverb()) && acts() {
            return false;
        }
        match token.kind {
            // 逮捕各类嫌疑人: 各类 opens the noun phrase
            TokenKind::Verb(..) if next.is_some_and(|next| self.opens_kinds(next)) && !ground.is_made(token) => false,
            // 投资超十亿元的项目: it is what comes to so much
            TokenKind::Verb(_, noun) if noun != NounUse::No && next.is_some_and(|next| self.tells_which(next)) => true,
            TokenKind::Verb(class, noun) => !self.governs(at, class, noun),
            // 打击犯罪、挽回损失22万元: such a verb begins a measure of its own
            TokenKind::Pause | TokenKind::And => !next.is_some_and(|next| ground.is_kept(next)),
            TokenKind::Mark | TokenKind::Time | TokenKind::Frame(_) | TokenKind::Aspect => false,
            TokenKind::Adverb(class) => self.modifies(at, class),
            TokenKind::Etc => next.is_some(),
            // 分4批通报典型案例16起: in how many turns it was done
            TokenKind::Number if at > from && ground.is_term(&ground.tokens[at - 1], ['分']) => false,
            // 五年累计报告97次: how long it took opens the clause
            TokenKind::Number if at == from => {
                let acts = next.is_some_and(|next| next.is_verb() || next.is_adverb());
                !(acts && ground.is_length_of_time(token))
            }
            _ => true,
        }
    }

    /// 超 and its like, where the grammar has found that they tell which things are counted.
    fn tells_which(&self, token: &Token) -> bool {
        token.kind == TokenKind::Noun && reaches_sum(self.ground.words(token))
    }

    /// 各类, 这些: whether such a word is the token.
    fn opens_kinds(&self, token: &Token) -> bool {
        matches!(self.ground.chars[token.span.start], '各' | '这' | '那') && self.ground.is_determiner(token)
    }

    /// An adverb inside a noun phrase: before a noun (高标准农田), or between a noun and a noun-like verb (常委会专题议政).
    fn modifies(&self, at: usize, class: AdverbClass) -> bool {
        let Self { ground, from, .. } = *self;
        let tokens = ground.tokens;
        let before = at.checked_sub(1).filter(|&before| before >= from).map(|before| &tokens[before]);
        let noun_before = before.is_some_and(Token::is_nominal);
        let Some(next) = tokens[..self.to].get(at + 1) else {
            // 产业集群4个: a word of manner that stands where a noun does is one
            return class == AdverbClass::Manner && noun_before;
        };
        let words = ground.words(&tokens[at]);
        let may_be_noun = next.noun_use().is_some_and(|noun| noun != NounUse::No);
        // 检察机关共受理: how much it comes to is said of the act
        let subject = || before.filter(|_| noun_before).is_none_or(|before| ground.doer(before.span).is_some());
        match words {
            ['共'] | ['累' | '共' | '合' | '总', '计'] | ['一' | '总', '共'] if subject() => return false,
            // 不批准逮捕, 非中共委员: what it denies is another thing
            ['不' | '未' | '非'] => return true,
            ['无'] if next.is_nominal() => return true,
            // 占判决总人数的两成
            ['总'] if next.is_nominal() && tokens[from..at].iter().any(|token| ground.is_term(token, ['占'])) => {
                return true;
            }
            // 旅游总花费
            ['总'] if next.is_nominal() || may_be_noun => {
                return noun_before || before.is_some_and(|token| token.noun_use() == Some(NounUse::Mostly));
            }
            _ => {}
        }
        // 开展专项治理6次: of what kind the act is
        let kind = at + 2 == self.to && may_be_noun && ground.rules.head_at_end(words) == Some("kind");
        if self.names_campaign(at + 1)
            || kind && before.is_some_and(|before| before.is_verb() || before.kind == TokenKind::Etc)
        {
            return true;
        }
        let average = words.ends_with(&['均']);
        let quality = matches!(class, AdverbClass::Manner | AdverbClass::Degree);
        let made = before.is_some_and(|before| ground.is_kept(before));
        (quality || average || made) && next.is_nominal()
            || made && may_be_noun
            || noun_before && (self.attribute || average || may_be_noun)
    }

    /// The verb at `at` belongs to one that makes the measure what it is: 挽回和避免损失, 新增减免税费.
    pub fn continues_made(&self, at: usize) -> bool {
        let tokens = &self.ground.tokens[self.from..at];
        match tokens {
            [.., made, joint] if joins(joint) => self.ground.is_made(made),
            [.., made] => self.ground.is_made(made),
            [] => false,
        }
    }
}

//! Clauses that only state or name something: praise, a field, a condition, a share, a call, what is. They hold no
//! predicate that is a row (settled case 10).

use std::ops::Range;

use crate::rules::{AdverbClass, NounUse, Trait, VerbClass};
use crate::structure::Role;

use super::Token;
use super::around::rest_of_sentence;
use super::build::is_share;
use super::clause::Clause;
use super::parse::Parser;
use super::sorts::Sort;
use super::token::TokenKind;

impl Parser<'_> {
    /// Whether a clause only names the field that what follows is about: 养老服务方面，…
    fn is_field(&self, range: &Range<usize>, last: usize) -> bool {
        let plain = |token: &Token| token.is_nominal() || token.is_verb() || token.kind == TokenKind::Pause;
        let counts = || matches!(self.tokens[last - 1].kind, TokenKind::Number | TokenKind::De | TokenKind::Ordinal);
        self.tokens.is_term(last, ['方', '面'])
            && !counts()
            && self.tokens[range.start..last].iter().all(plain)
            && self.tokens[range.start].noun_use() != Some(NounUse::No)
    }

    /// 日常监督要更加精准: what work should be like, and nothing that is done in it.
    fn asks_quality(&self, range: &Range<usize>) -> bool {
        let is = |token: &Token, class| token.kind == TokenKind::Adverb(class);
        let asks = |must: &Token, degree: &Token| is(degree, AdverbClass::Degree) && is(must, AdverbClass::Must);
        let must = match &self.tokens[range.clone()] {
            // 更加扎实 is one word of the lexicon
            [named @ .., must, degree] if asks(must, degree) => (degree.span.len() > 2).then_some(named.len()),
            [named @ .., must, degree, quality] if asks(must, degree) => {
                let tells = quality.is_nominal() || quality.is_adverb() && !is(quality, AdverbClass::Must);
                tells.then_some(named.len())
            }
            _ => None,
        };
        // 发展得比较快
        must.is_some_and(|must| must > 0 && !self.tokens.is_word(range.start + must, '得'))
    }

    /// 产业培育步伐加快: how fast something goes.
    fn hastens(&self, last: usize) -> bool {
        (self.tokens.is_term(last, ['加', '快']) || self.tokens.is_term(last, ['放', '缓']))
            && matches!(self.tokens.words(last - 1), ['步', '伐'] | ['进', '程'] | ['速', '度'] | ['节', '奏'])
    }

    /// Whether a clause only praises what it names: 信访积案化解成效明显, 打击电信诈骗成效显著, 氛围更加浓厚.
    pub(super) fn is_praise(&self, range: &Range<usize>) -> bool {
        let last = range.end - 1;
        if last > range.start && (self.states(range, last) || self.is_field(range, last) || self.asks_quality(range)) {
            return true;
        }
        if last > range.start + 1 && self.hastens(last) {
            return true;
        }
        if last == range.start || !self.tokens[last].has(Trait::Praise) {
            return false;
        }
        let noun = (range.start..last).rev().find(|&at| !self.tokens[at].is_adverb());
        let Some(noun) = noun.filter(|&noun| self.tokens[noun].kind == TokenKind::Noun) else { return false };
        let first = self.tokens[range.clone()].iter().find(|token| !token.is_adverb());
        let takes = |first: &Token| first.is_verb() && first.verb_class() != Some(VerbClass::Intransitive);
        let acts = first.is_some_and(takes) && !self.tokens[noun].has(Trait::Progress);
        !acts && !self.tokens[range.start..last].iter().any(|token| token.kind == TokenKind::Pause)
    }

    /// Whether what the clause opens with, verb and object, is the subject of 是: 抓好项目是稳增长的保障. What is held, or
    /// led, or closed by 理念 may have a 是 of its own (坚持实践是检验真理的标准, 树立绿水青山就是金山银山的理念).
    pub(super) fn is_statement(&self, range: &Range<usize>) -> bool {
        if !self.tokens.any(range, Sort::Stative) {
            return false;
        }
        let timed = |at: usize| self.tokens[at].is_adverb() || self.tokens[at].kind == TokenKind::Time;
        let Some(first) = range.clone().find(|&at| !timed(at)) else { return false };
        let verb = &self.tokens[first];
        // 过去五年是奋发有为、取得实绩的五年
        if self.is_copula(first) {
            return true;
        }
        if !verb.is_verb() && self.is_named_by(range) {
            return true;
        }
        let holds = verb.has(Trait::Orientation)
            || verb.verb_class() == Some(VerbClass::Clausal) && !self.tokens.is_word(first, '让')
            || matches!(verb.verb_class(), Some(VerbClass::Stative | VerbClass::Speech));
        if !verb.is_verb() || holds {
            return false;
        }
        let is = (first + 1..range.end.saturating_sub(1)).find(|&at| self.is_copula(at));
        let named = |is: usize| {
            let idea = matches!(self.tokens.head(range.end - 1), Some("mind" | "spirit"));
            idea || self.tokens[range.end - 1].has(Trait::Aim) || self.tokens[is + 1].kind == TokenKind::Mark
        };
        is.is_some_and(|is| !named(is))
    }

    /// 是, 就是, 也是.
    fn is_copula(&self, at: usize) -> bool {
        // in this order: whether a token is a verb cannot be foreseen
        self.tokens.last_char(at) == '是' && self.tokens[at].verb_class() == Some(VerbClass::Stative)
    }

    /// X是…的必然选择: what closes the clause is a noun, though its word is also a verb.
    fn is_named_by(&self, range: &Range<usize>) -> bool {
        let last = range.end - 1;
        let Some(is) = range.clone().find(|&at| self.is_copula(at)) else { return false };
        let de = (is + 1..last).rev().find(|&at| !self.tokens[at].is_adverb() && !self.tokens[at].is_nominal());
        let early = self.tokens[range.start..is].iter().any(|token| token.noun_use() == Some(NounUse::No));
        let verbal = self.tokens[last].is_verb();
        verbal && !early && de.is_some_and(|de| self.tokens[de].kind == TokenKind::De)
    }

    /// 让我们…, and what comes of it if only something is done (只要坚定信心，就一定能…, but not 只要违纪，都要严惩): no more of its
    /// sentence tells of work.
    pub(super) fn is_call(&self, range: &Range<usize>) -> bool {
        let calls = |at: usize| {
            at + 1 < range.end && self.tokens.is_word(at, '让') && self.tokens.is_term(at + 1, ['我', '们'])
        };
        calls(range.start) || calls(range.start + 1) || self.is_promised_if(range.start)
    }

    /// Whether 只要 stands at `at`, and nothing behind it in its sentence has to be done.
    fn is_promised_if(&self, at: usize) -> bool {
        let must = |at: usize| self.tokens[at].kind == TokenKind::Adverb(AdverbClass::Must);
        self.is_only_if(at) && !rest_of_sentence(self.tokens, at).any(must)
    }

    /// 只要.
    pub(super) fn is_only_if(&self, at: usize) -> bool {
        self.tokens.is_term(at, ['只', '要'])
    }

    /// 抓消费既要盯区内: where the verb and object at `at` are what something has to be done about, the 要 or 必须 behind them.
    pub(super) fn must_behind(&self, range: &Range<usize>, at: usize) -> Option<usize> {
        let verb = &self.tokens[at];
        if !self.tokens.any(&(at..range.end), Sort::Modal) {
            return None;
        }
        // 坚持管行业必须管安全: what is held to may be a clause
        let acts = |class| matches!(class, VerbClass::Transitive | VerbClass::Single | VerbClass::Clausal);
        if !verb.verb_class().is_some_and(acts) || verb.has(Trait::Embeds) && verb.has(Trait::Orientation) {
            return None;
        }
        let object = |token: &Token| {
            token.may_be_noun()
                || matches!(token.kind, TokenKind::De | TokenKind::Time | TokenKind::Adverb(AdverbClass::Time))
        };
        let must = (at + 1..range.end).find(|&at| !object(&self.tokens[at]))?;
        let due = self.tokens[must].kind == TokenKind::Adverb(AdverbClass::Must)
            && matches!(self.tokens.last_char(must), '要' | '须');
        // 要求各部门要加强监管: whom it is asked of
        let asked = self.tokens[must - 1].has(Trait::Agent);
        let behind = must + 1..range.end;
        let last = range.end - 1;
        let aim = self.tokens[last].has(Trait::Aim) && self.tokens[last - 1].kind == TokenKind::De;
        let done = self.tokens[behind].iter().any(Token::is_verb) && !aim;
        (due && must > at + 1 && !asked && done).then_some(must)
    }

    /// Whether a clause names a case and what follows tells what is done in it: 对拒不整改的，依法立案.
    pub(super) fn is_condition(&self, clause: &Clause) -> bool {
        // in this order: few clauses end so, and many before a comma
        self.tokens[clause.tokens.end - 1].kind == TokenKind::De && clause.mark == '，'
    }

    /// 加强社会建设，是和谐稳定的保证: verb and object are what the next clause states something of. 完成投资8亿元，是上年的2倍
    /// tells of what was done.
    pub(super) fn is_stated_of(&self, clause: &Clause) -> bool {
        let range = &clause.tokens;
        if clause.mark != '，' {
            return false;
        }
        // 仍然是
        let mut behind = range.end + 1..self.tokens.len();
        let states = behind.find(|&at| !self.tokens[at].is_adverb()).is_some_and(|next| self.is_copula(next));
        states
            && self.tokens[range.clone()].iter().any(Token::is_verb)
            && !self.tokens[range.clone()]
                .iter()
                .any(|token| matches!(token.kind, TokenKind::Number | TokenKind::Aspect))
    }

    /// Whether a clause says how many of those that act there are: 享受低保的达2950人, 已解决的占七成.
    pub(super) fn is_proportion(&self, range: &Range<usize>) -> bool {
        if !self.tokens.any(range, Sort::Number) {
            return false;
        }
        // 适用简易程序审结案件占全部案件的90%: which part of all it is; in a plan that is an aim
        let part = || {
            let other = |token: &Token| {
                token.verb_class() == Some(VerbClass::Clausal)
                    || token.has(Trait::Embeds)
                    || matches!(token.kind, TokenKind::Number | TokenKind::Pause)
            };
            let last = range.end - 1;
            is_share(self.tokens.words(last))
                && (range.start + 1..last)
                    .find(|&at| self.tokens.is_word(at, '占'))
                    .is_some_and(|holding| !self.tokens[range.start..holding].iter().any(other))
        };
        if self.role == Role::Review && part() {
            return true;
        }
        if !self.tokens.any(range, Sort::De) {
            return false;
        }
        (range.start + 1..range.end.saturating_sub(2)).any(|at| {
            let reaches = self.tokens[at + 1].has(Trait::Reach) || self.tokens.is_word(at + 1, '有');
            self.tokens[at].kind == TokenKind::De && reaches && self.tokens[at + 2].kind == TokenKind::Number
        })
    }

    /// Whether the last word states of all before it how it is: 打击诈骗成效显著. What a verb leads or keeps is its object
    /// (推动经济稳中向好).
    fn states(&self, range: &Range<usize>, last: usize) -> bool {
        let holds = |token: &Token| {
            token.verb_class() == Some(VerbClass::Clausal) || token.has(Trait::Embeds) || token.has(Trait::State)
        };
        let inside = || &self.tokens[range.start..last];
        // 完成任务责任重大、使命光荣: so does one that stands before a pause
        let stative = |token: &Token| token.verb_class() == Some(VerbClass::Stative);
        let parts = |at: usize| {
            self.tokens[at].kind == TokenKind::Pause && !(at > range.start && stative(&self.tokens[at - 1]))
        };
        let short = || self.tokens.is_term(last, ['不', '足']);
        (stative(&self.tokens[last]) && (self.tokens[last].span.len() >= 4 || self.tokens.first_char(last) == '不')
            || short())
            && !inside().iter().any(holds)
            && !(range.start..last).any(parts)
    }
}

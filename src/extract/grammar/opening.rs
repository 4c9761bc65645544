//! Openings of a clause: whether the verb at hand is the predicate, or still belongs to what stands before it (改革取得进展,
//! 试点任务全部落地).

use std::ops::Range;

use crate::rules::{AdverbClass, FrameClass, NounUse, Trait, VerbClass};

use super::parse::{ClauseState, Parser};
use super::sorts::Sort;
use super::token::{Token, TokenKind, Tokens};
use super::weight::{names_rate, reaches_number, weight};
use super::{frame, head, means};

impl Parser<'_> {
    /// Whether the verb at `at`, with nothing nominal before it, is the predicate and not the head of a subject
    /// (改革取得进展).
    pub(super) fn heads(&self, range: &Range<usize>, at: usize, now: &ClauseState) -> bool {
        let token = &self.tokens[at];
        // 提出的建议: it says which thing
        if at + 1 < range.end && self.tokens[at + 1].kind == TokenKind::De {
            return false;
        }
        if now.subject.is_some() {
            return true;
        }
        // 由企业自行决定: behind whoever it is left to
        let left = now.frames.agent.is_some() && at > range.start && self.tokens[at - 1].is_adverb();
        if left && at + 1 == range.end {
            return true;
        }
        // 代表工作不断线: deputies, where nobody speaks for anyone
        if self.tokens.is_term(at, ['代', '表']) && token.noun_use() == Some(NounUse::Mostly) {
            return false;
        }
        // 交叉执行让积案化解: what is done makes something happen
        if at + 2 < range.end
            && self.makes(at + 1)
            && token.noun_use() != Some(NounUse::No)
            && !self.has_de(at + 2..range.end)
        {
            return false;
        }
        // 带动了农业增效、农民增收: 了 tells that it is the predicate, whatever ends the clause
        if at + 2 < range.end && self.tokens[at + 1].kind == TokenKind::Aspect && self.tokens.is_word(at + 1, '了') {
            return true;
        }
        // 探索将园区纳入范围: what is tried is a clause with 把 or 将 of its own
        if self.acts_twice(range, at)
            || self.begins_so_many(range, at)
            || self.tries(range, at)
            || self.unites(range, at)
        {
            return true;
        }
        // 投入资金3亿元对小区进行改造
        let served = token.has(Trait::Means).then(|| means::served(self.tokens, range, at, at + 1)).flatten();
        if served.is_some_and(|served| matches!(self.tokens[served].kind, TokenKind::Frame(_))) {
            return true;
        }
        // 投资58亿元的项目开工: how large it is says which one
        let sized = at + 3 < range.end
            && self.tokens[at + 2].kind == TokenKind::De
            && self.tokens[at + 1].kind == TokenKind::Number
            && token.noun_use() != Some(NounUse::No);
        if sized && (at + 4..range.end).any(|later| self.tokens[later].is_verb()) {
            return false;
        }
        let is_attribute = self.has_de(at + 1..range.end) && self.says_which(range, at);
        if is_attribute || self.hands_result(range, at) || head::gives_way(token) && self.names_measure(range, at) {
            return false;
        }
        if token.verb_class() != Some(VerbClass::Clausal)
            && (self.is_done(range, at)
                || self.suffered_at(range, at).is_some()
                || head::attained(self.tokens, &(at..range.end)).is_some())
        {
            return false;
        }
        let lame = self.is_lame(range, at);
        if !lame && token.noun_use() == Some(NounUse::No) {
            return true;
        }
        let manner = at > range.start
            && matches!(
                self.tokens[at - 1].kind,
                TokenKind::Adverb(
                    AdverbClass::Manner
                        | AdverbClass::Degree
                        | AdverbClass::Negation
                        | AdverbClass::Strive
                        | AdverbClass::Must
                )
            )
            && token.noun_use() != Some(NounUse::Mostly)
            // 力争投资突破万亿元
            && !(at + 1 < range.end && range.end <= at + 4 && reaches_number(self.tokens, range, at + 1));
        let clausal = |at: usize| self.tokens[at].verb_class() == Some(VerbClass::Clausal);
        // 改革推动了发展: 了 tells which of the two is the predicate
        let finished = |at: usize| at < range.end && self.tokens[at].kind == TokenKind::Aspect;
        let also = token.noun_use() == Some(NounUse::Also) && at + 1 < range.end;
        let leads = clausal(at) || also && clausal(at + 1) && !finished(at + 2);
        if !lame && (manner || leads) {
            return true;
        }
        // 起诉320人、同比上升7%, 安排债券3亿元、增加2000万元: 、 behind a number parts what was done from how it moved
        let parts = |pause: usize| {
            let next = (pause + 1..range.end).find(|&next| !self.tokens[next].is_adverb());
            let moves = || next.is_some_and(|next| self.tokens[next].verb_class() == Some(VerbClass::Change));
            self.tokens[pause - 1].kind == TokenKind::Number && (pause == at + 2 || moves())
        };
        let pause = (at + 2..range.end).find(|&pause| self.tokens[pause].kind == TokenKind::Pause);
        let end = pause.filter(|&pause| parts(pause)).unwrap_or(range.end);
        let later = head::after_subject(self.tokens, at..end);
        let takes_over = later.is_some_and(|later| {
            let verb = &self.tokens[later];
            let bounds = self.only_bounds(at, later);
            let moves = !bounds
                && matches!(
                    verb.verb_class(),
                    Some(VerbClass::Change | VerbClass::Become | VerbClass::Receive | VerbClass::Stative)
                );
            let adverb = self.tokens[later - 1].is_adverb();
            // 立案大厅开通电话
            let place = later == at + 2
                && self.tokens[at + 1].has(Trait::Compound)
                && token.noun_use() == Some(NounUse::Also)
                && verb.noun_use() == Some(NounUse::No);
            lame || place
                || later == at + 1 && finished(later + 1) && verb.noun_use() == Some(NounUse::No)
                // 发行新增债券: what is new is an attribute right behind a verb
                || verb.has(Trait::Alone)
                    && later <= at + 3
                    && !(later == at + 1 && self.tokens.is_term(later, ['新', '增']))
                || moves
                || token.noun_use() == Some(NounUse::Mostly) && verb.noun_use() == Some(NounUse::No)
                || adverb && weight(self.tokens, range, later) > weight(self.tokens, range, at) + 3
        });
        // 立法专班, 执法人员: who does it is named by what they do
        let office = lame
            && token.noun_use() != Some(NounUse::No)
            && self.tokens[at + 1].has(Trait::Agent)
            && self.tokens[at + 1].span.len() > 1
            && self.tokens[range.end - 1].kind != TokenKind::Number;
        let bare_noun = office
            || token.noun_use() == Some(NounUse::Mostly)
                && (at + 1 == range.end || self.tokens[at + 1].is_adverb() || self.tokens.is_place_word(at + 1));
        !(takes_over || bare_noun)
    }

    /// Whether the verb at `at`, with a 的 behind it, says which thing it is that the clause tells of.
    fn says_which(&self, range: &Range<usize>, at: usize) -> bool {
        self.hands_over(range, at)
            || self.tells_origin(range, at)
            || self.lies_where(range, at)
            || self.is_of_what_moves(range, at)
    }

    /// 来自乡村的代表宣讲精神: where someone is from says who acts, if anything is done.
    fn tells_origin(&self, range: &Range<usize>, at: usize) -> bool {
        let acts =
            |later: usize| self.tokens[later].is_verb() || matches!(self.tokens[later].kind, TokenKind::Frame(_));
        self.tokens.is_term(at, ['来', '自'])
            && (at + 1..range.end)
                .find(|&later| self.tokens[later].kind == TokenKind::De)
                .is_some_and(|de| (de + 2..range.end).any(acts))
    }

    /// 共有12家企业上市: 有 only brings in so many that act, and a predicate follows them.
    pub(super) fn presents(&self, range: &Range<usize>, at: usize) -> bool {
        self.tokens.last_char(at) == '有'
            && at + 2 < range.end
            && self.tokens[at + 1].kind == TokenKind::Number
            && head::after_subject(self.tokens, at + 1..range.end).is_some()
    }

    /// Whether the verb at `at` tells what becomes of something or what it causes: then a noun phrase that stood alone
    /// before the comma is its subject (办理的专利案，入选典型案例; 一份提案，促使部门改进).
    pub(super) fn is_told_of(&self, at: usize, now: &ClauseState) -> bool {
        let verb = &self.tokens[at];
        let becomes = match verb.verb_class() {
            Some(VerbClass::Become) => !matches!(self.tokens.words(at), ['作', '为'] | [_, '于']),
            Some(VerbClass::Receive) => true,
            _ => verb.has(Trait::Attain),
        };
        let befalls = now.frames.is_passive || becomes && !verb.has(Trait::Light);
        let causes = || matches!(self.tokens.words(at), ['使' | '让'] | ['促' | '致', '使'] | ['引', '发' | '起']);
        // 工资形式，由企业自行决定
        let acts = || verb.noun_use() == Some(NounUse::No) || self.tokens[at - 1].is_adverb();
        let left_to = || now.frames.agent.is_some() && self.ends_clause(at) && acts();
        now.frames.disposed.is_none() && (befalls || causes() || left_to())
    }

    /// 开展改造的家庭较上年增加54户, 决战贫困的誓言变成现实: the verb at `at` says which things there are more of, or become
    /// something.
    fn is_of_what_moves(&self, range: &Range<usize>, at: usize) -> bool {
        let verb = &self.tokens[at];
        let holds = verb.verb_class() == Some(VerbClass::Clausal) || verb.has(Trait::Embeds);
        if holds {
            return false;
        }
        let Some(de) = (at + 2..range.end).find(|&i| self.tokens[i].kind == TokenKind::De) else { return false };
        let named = self.tokens[de + 1..range.end].iter().take_while(|token| token.is_nominal()).count();
        let compared = |token: &Token| {
            token.is_nominal() || token.is_adverb() || matches!(token.kind, TokenKind::Time | TokenKind::Frame(_))
        };
        let rest = de + 1 + named;
        let moves = rest + self.tokens[rest..range.end].iter().take_while(|token| compared(token)).count();
        let counted = || moves + 2 == range.end && self.tokens[moves + 1].kind == TokenKind::Number;
        named > 0
            && moves < range.end
            && match self.tokens[moves].verb_class() {
                Some(VerbClass::Change) => counted() && !self.only_bounds(at, moves),
                Some(VerbClass::Become) => self.tokens[moves].noun_use() == Some(NounUse::No),
                _ => false,
            }
    }

    /// Whether the verb at `at` with the nouns behind it names a measure, and its value follows (改造覆盖率85.6%,
    /// 发放时间压缩至12天), or its share (上缴税金占全县收入的三成).
    fn names_measure(&self, range: &Range<usize>, at: usize) -> bool {
        // with nothing but such tokens between the two
        let behind =
            |plain: fn(&Token) -> bool| (at + 2..range.end).take_while(move |&later| plain(&self.tokens[later - 1]));
        let shares =
            || behind(Token::is_nominal).any(|later| self.tokens.is_word(later, '占') && later + 1 < range.end);
        let named = |token: &Token| {
            // 反馈问题整改率由89%提高到96%: from where it moves
            let whence = token.kind == TokenKind::Frame(FrameClass::Agent) && token.span.len() == 1;
            token.is_nominal() || token.is_adverb() || token.is_verb() || whence
        };
        let measured =
            || behind(named).any(|later| reaches_number(self.tokens, range, later) && !self.only_bounds(at, later));
        let may_be_noun = self.tokens[at].noun_use() != Some(NounUse::No);
        let rated = || {
            may_be_noun && names_rate(self.tokens, range, at)
                || (may_be_noun || self.tokens[at].has(Trait::Settles)) && self.ends_in_rate(range, at)
        };
        self.tokens.any(&(at..range.end), Sort::Number) && measured() || shares() || rated()
    }

    /// 抗诉意见采纳率73%, 办理落实率86%: nouns and acts up to a rate, and its number.
    fn ends_in_rate(&self, range: &Range<usize>, at: usize) -> bool {
        let number = (at + 2..range.end).find(|&at| self.tokens[at].kind == TokenKind::Number);
        number.is_some_and(|number| {
            let words = &self.tokens[at + 1..number];
            self.tokens.last_char(number - 1) == '率' && words.iter().all(Token::may_be_noun)
        })
    }

    /// 改造和提高现有工厂: behind 和 stands a verb that is no noun, with the object of both.
    fn acts_twice(&self, range: &Range<usize>, at: usize) -> bool {
        at + 3 < range.end
            && self.tokens[at + 1].kind == TokenKind::And
            && self.tokens[at].verb_class() == Some(VerbClass::Transitive)
            && self.tokens[at + 2].noun_use() == Some(NounUse::No)
            && matches!(self.tokens[at + 2].verb_class(), Some(VerbClass::Transitive | VerbClass::Change))
            && matches!(self.tokens[at + 3].kind, TokenKind::Noun | TokenKind::Text | TokenKind::Name)
            && !self.is_done(range, at)
    }

    /// 让, 使, 促使.
    fn makes(&self, at: usize) -> bool {
        self.tokens.is_word(at, '让') || self.tokens.is_word(at, '使') || self.tokens.is_term(at, ['促', '使'])
    }

    /// 探索开展, 创新开展: before a verb that is never the second of a group, how it is done.
    pub(super) fn is_done_newly(&self, range: &Range<usize>, at: usize) -> bool {
        let newly = self.tokens.is_term(at, ['探', '索']) || self.tokens.is_term(at, ['创', '新']);
        newly && at + 2 < range.end && {
            let act = &self.tokens[at + 1];
            act.has(Trait::Alone) && act.noun_use() == Some(NounUse::No) && !act.has(Trait::Attain)
        }
    }

    /// 探索把, 尝试将, 研究将 before what is disposed of.
    fn tries(&self, range: &Range<usize>, at: usize) -> bool {
        at + 2 < range.end
            && matches!(self.tokens[at + 1].kind, TokenKind::Frame(FrameClass::Disposal))
            && matches!(self.tokens.words(at), ['探', '索'] | ['尝', '试'] | ['研', '究'] | ['考', '虑'] | ['建', '议'])
            && self.tokens[at + 2].is_nominal()
    }

    /// 统筹山水湖草系统治理: the verb that closes its object is a noun.
    fn unites(&self, range: &Range<usize>, at: usize) -> bool {
        at + 2 < range.end
            && self.tokens.is_term(at, ['统', '筹'])
            && self.tokens[at + 1].is_nominal()
            && self.tokens[range.end - 1].noun_use() == Some(NounUse::Also)
    }

    /// 开工城中村改造11个: what befalls things stands before them where they are counted.
    fn begins_so_many(&self, range: &Range<usize>, at: usize) -> bool {
        let ends = |i: usize| i + 1 == range.end || self.tokens[i + 1].kind == TokenKind::Pause;
        let counted = |&i: &usize| self.tokens[i].kind == TokenKind::Number && ends(i);
        let Some(last) = (at + 1..range.end).find(counted) else { return false };
        let rest = at + 1..last;
        let head = &self.tokens[at];
        head.has(Trait::Patient)
            && head.verb_class() == Some(VerbClass::Intransitive)
            && !rest.is_empty()
            && !matches!(self.tokens.last_char(last), '%' | '元' | '米' | '里' | '亩' | '吨')
            && self.tokens[rest].iter().all(|token| {
                token.is_nominal() && !token.has(Trait::Gauge)
                    || token.noun_use().is_some_and(|noun| noun != NounUse::No)
                    // 开工亿元以上项目46个
                    || matches!(token.kind, TokenKind::Pause | TokenKind::And | TokenKind::Number)
            })
    }

    /// 检查发现的线索移交公安机关处理: the verb at `at` only says which things were handed over.
    fn hands_over(&self, range: &Range<usize>, at: usize) -> bool {
        let to_agent = |later: usize| {
            self.tokens[later].has(Trait::Patient)
                && self.tokens[later].noun_use() == Some(NounUse::Also)
                && self.tokens[later + 1].has(Trait::Agent)
                && self.tokens[later - 1].kind != TokenKind::De
        };
        let de = (at + 1..range.end).find(|&i| self.tokens[i].kind == TokenKind::De);
        de.is_some_and(|de| (de + 2..range.end.saturating_sub(1)).any(to_agent))
    }

    /// 评议结果抄送组织部: so does it of the one noun before the verb that hands it over, or that makes it known somewhere
    /// (评议结果在县电视台公布).
    fn hands_result(&self, range: &Range<usize>, at: usize) -> bool {
        let last = &self.tokens[range.end - 1];
        let known = || {
            self.tokens.is_word(at + 2, '在')
                && last.verb_class() == Some(VerbClass::Transitive)
                && last.noun_use() == Some(NounUse::No)
        };
        at + 3 < range.end
            && (self.tokens[at + 2].has(Trait::Patient) && self.tokens[at + 3].has(Trait::Agent) || known())
            && self.tokens[at].noun_use() == Some(NounUse::Also)
            && self.tokens[at + 1].kind == TokenKind::Noun
    }

    /// 设在校园的12个服务站，: where it lies says which thing the clause only names. 列入清单的9个问题销号8个: so does where it was
    /// put, of what the predicate behind tells.
    fn lies_where(&self, range: &Range<usize>, at: usize) -> bool {
        let last = range.end - 1;
        let lies = self.tells_of_it_next(range, at)
            || matches!(self.tokens.last_char(at), '在' | '自')
                && self.tokens[last].kind == TokenKind::Noun
                && self.tokens.get(range.end).is_some_and(|_| self.tokens.first_char(range.end) == '，')
                && self.has_de(at + 1..last)
            || self.tokens[at].has(Trait::Patient) && self.goes_on_behind_de(at + 1..range.end);
        lies && self.tokens[range.start..at].iter().all(Token::is_adverb)
    }

    /// 参与办理的案件，入选典型案例: whether two verbs say which thing it is, and what became of it follows the comma.
    fn tells_of_it_next(&self, range: &Range<usize>, at: usize) -> bool {
        let attribute = at + 3 < range.end
            && self.tokens[at + 1].verb_class() == Some(VerbClass::Transitive)
            && self.tokens[at + 2].kind == TokenKind::De;
        let next = range.end + 1;
        let becomes = |next: &Token| {
            matches!(next.verb_class(), Some(VerbClass::Become | VerbClass::Receive))
                || next.kind == TokenKind::Frame(FrameClass::Passive)
        };
        attribute
            && self.tokens[next.min(self.tokens.len())..].iter().find(|next| !next.is_adverb()).is_some_and(becomes)
    }

    /// Whether behind the 的 in `rest` only nouns part a verb from it, and the verb acts or is counted.
    fn goes_on_behind_de(&self, rest: Range<usize>) -> bool {
        let Some(de) = rest.clone().find(|&at| self.tokens[at].kind == TokenKind::De) else { return false };
        let verb = (de + 1..rest.end).find(|&at| !self.tokens[at].is_nominal() && !self.tokens[at].is_adverb());
        verb.is_some_and(|verb| verb > de + 1 && self.tokens[verb].noun_use() == Some(NounUse::No))
    }

    /// Whether the clause ends in an intransitive verb with its adverb behind a noun: what opens it is all subject
    /// (对接规则试点任务全部落地).
    pub(super) fn is_done(&self, range: &Range<usize>, at: usize) -> bool {
        let last = range.end - 1;
        let verb = &self.tokens[last];
        if !verb.is_verb() {
            return false;
        }
        let completes = verb.has(Trait::Patient)
            && (verb.noun_use() == Some(NounUse::No) || last > at && self.tokens[last - 1].is_adverb())
            && matches!(verb.verb_class(), Some(VerbClass::Intransitive | VerbClass::Transitive))
            && !verb.has(Trait::Light);
        if last < at + 2 || last == at + 2 && !completes || self.tokens[at].has(Trait::Embeds) {
            return false;
        }
        // 建成处理站1座并投入运行: two acts
        if self.tokens.any(&(at + 1..last), Sort::Connective) {
            return false;
        }
        let adverb = self.tokens[last - 1].is_adverb();
        let ends = match verb.verb_class() {
            Some(VerbClass::Intransitive) => {
                verb.noun_use() == Some(NounUse::No) && (adverb || verb.has(Trait::Patient))
            }
            Some(VerbClass::Change) => verb.noun_use() == Some(NounUse::No),
            Some(VerbClass::Transitive) if completes => true,
            Some(VerbClass::Transitive) => {
                let noun = self.tokens[at].noun_use();
                let opens_name = noun == Some(NounUse::Mostly) || self.is_lame(range, at);
                let how_far = matches!(
                    self.tokens[last - 1].kind,
                    TokenKind::Adverb(AdverbClass::Degree | AdverbClass::Time | AdverbClass::Scope)
                );
                let moves = verb.has(Trait::Vague) && how_far;
                // 交办转办的建议全部办结: two acts tell which things
                let tells = how_far && self.tokens[at + 1].is_verb() && self.tokens[at + 2].kind == TokenKind::De;
                let done = noun == Some(NounUse::Also) && verb.noun_use() == Some(NounUse::No);
                adverb && (opens_name || moves || tells || done)
            }
            _ => false,
        };
        if !ends {
            return false;
        }
        let noun = (at + 1..last).rev().find(|&i| !self.tokens[i].is_adverb());
        let etc = self.tokens.any(&(at..last), Sort::Etc);
        let acts = noun.is_some_and(|noun| self.tokens[noun].has(Trait::Agent))
            && verb.verb_class() == Some(VerbClass::Intransitive);
        !acts
            && noun.is_some_and(|noun| self.tokens[noun].is_nominal() && (noun > at + 1 || completes))
            && (etc || !self.tokens.any(&(self.behind_attributes(at, last)..last), Sort::Pause))
    }

    /// Behind the last 的 between `at` and `last`: the pauses before it part attributes (覆盖城乡、功能齐全的体系建成).
    fn behind_attributes(&self, at: usize, last: usize) -> usize {
        let names = |token: &Token| token.is_nominal() || token.is_adverb() || token.noun_use() > Some(NounUse::No);
        let goes_on = |de: &usize| self.tokens[de + 1..last].iter().all(names);
        (at..last).rev().find(|&de| self.tokens[de].kind == TokenKind::De).filter(goes_on).unwrap_or(at)
    }

    /// Where the 被 stands by which what opens the clause is done to (交叉执行经验被推广); 被列为 is one verb.
    pub(super) fn suffered_at(&self, range: &Range<usize>, at: usize) -> Option<usize> {
        let mut rest = at + 2..range.end;
        let passive = match self.tokens.any(&(at..range.end), Sort::Passive) {
            true => rest
                .find(|&i| self.tokens[i].kind == TokenKind::Frame(FrameClass::Passive))
                .filter(|&i| frame::opens(self.tokens, range, i).is_some()),
            false if self.suffers => rest.find(|&i| is_suffered_whole(self.tokens, i)),
            false => None,
        };
        passive.filter(|&passive| {
            let before = &self.tokens[at..passive];
            let noun = before.iter().rposition(|token| !token.is_adverb());
            let etc = before.iter().position(|token| token.kind == TokenKind::Etc).unwrap_or(0);
            // 改造老旧管网、增设车位等9条建议均被采纳: what 等 closes is one list
            let parted = before[etc..].iter().any(|token| token.kind == TokenKind::Pause);
            noun.is_some_and(|noun| before[noun].is_nominal()) && !parted
        })
    }

    /// Whether an intransitive verb stands before a noun, or before a verb that is also one: then it belongs to a name.
    pub(super) fn is_lame(&self, range: &Range<usize>, at: usize) -> bool {
        // 捐款捐物92万元: how much came of a deed
        let deed = || self.tokens[at].has(Trait::Doer) && self.tokens[at + 1].kind == TokenKind::Number;
        self.tokens[at].verb_class() == Some(VerbClass::Intransitive)
            && at + 1 < range.end
            && !deed()
            && (self.tokens[at + 1].is_nominal()
                || self.tokens[at + 1].noun_use().is_some_and(|noun| noun != NounUse::No))
    }

    /// Whether the verb at `later` only bounds the number of what the one at `verb` does; so does one that exceeds a number of
    /// times, lengths or areas (接待游客逾3万人次, 改造公路超4000公里), or a sum of what is no measure (节约资金超3亿元).
    fn only_bounds(&self, verb: usize, later: usize) -> bool {
        let times = || {
            self.tokens[later].has(Trait::Exceeding)
                && self.tokens.get(later + 1).is_some_and(|number| number.kind == TokenKind::Number)
                && match self.tokens.last_char(later + 1) {
                    '次' | '里' | '亩' | '米' | '顷' => true,
                    '元' => self.tokens.cover(&(verb + 1..later)).is_some_and(|sum| !self.tokens.is_measure(sum)),
                    _ => false,
                }
                && !self.tokens[verb..later].iter().any(|token| token.has(Trait::Gauge))
        };
        head::only_bounds(self.tokens, verb, later) || times()
    }

    /// Whether a clause ends behind the token at `at`.
    fn ends_clause(&self, at: usize) -> bool {
        self.tokens.get(at + 1).is_none_or(|next| next.kind == TokenKind::Mark)
    }

    pub(super) fn has_de(&self, range: Range<usize>) -> bool {
        self.tokens.any(&range, Sort::De)
    }

    pub(super) fn verb_at(&self, range: &Range<usize>, at: usize) -> bool {
        at < range.end && self.tokens[at].is_verb()
    }
}

/// 被列为, 被评为: one verb.
pub(super) fn is_suffered_whole(tokens: &Tokens<'_>, at: usize) -> bool {
    // in this order: whether a token is a verb cannot be foreseen
    tokens.first_char(at) == '被' && tokens[at].verb_class() == Some(VerbClass::Become)
}

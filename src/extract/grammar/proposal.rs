//! What someone puts forward before a colon (对今后工作提出六点建议：…): it is done though it stands in a plan, and what follows
//! is suggested. What a text only brings in, and as what someone acts, is no row.

use crate::extract::Modality;
use crate::structure::Role;
use crate::text::Span;

use super::actor;
use super::parse::{ClauseState, Parser};
use super::predicate::Predicate;
use super::token::Tokens;

impl Parser<'_> {
    /// Whether a predicate tells of no act: 报告提出，…; 纪委作为专责机关，….
    pub(super) fn is_no_act(&self, predicate: &Predicate, now: &ClauseState) -> bool {
        self.is_told_by_text(predicate, now) || self.is_in_office(predicate, now)
    }

    /// Notes what `predicate`, of its clause's own `modality`, puts forward: a colon ends the clause. False where it is no
    /// row.
    pub(super) fn put_forward(
        &mut self,
        predicate: &mut Predicate,
        now: &ClauseState,
        modality: Option<Modality>,
    ) -> bool {
        if !now.introduces || modality.is_some() || !proposes(self.tokens, predicate) {
            return true;
        }
        let asked = asks(self.tokens, predicate);
        match self.role {
            Role::Review if asked && self.is_of_future(predicate) => {
                self.state.modality = Some(Modality::Suggest);
                self.state.is_proposal = true;
            }
            Role::Plan => {
                // 对今年工作，报告提出：what a text brings in is told by what follows
                let acts = |actor| self.tokens.is_agent(actor) || actor::is_person(self.tokens, actor);
                if !predicate.actor.is_some_and(acts) {
                    return false;
                }
                predicate.is_past = true;
                self.state.modality = asked.then_some(Modality::Suggest);
            }
            _ => {}
        }
        true
    }

    /// 报告提出，下一步…: what a text brings in is told by what follows.
    fn is_told_by_text(&self, predicate: &Predicate, now: &ClauseState) -> bool {
        let chars = self.tokens.reading.chars();
        let text = |subject: Span| {
            let words = &chars[subject.range()];
            words.ends_with(&['报', '告']) || words.ends_with(&['决', '议']) || words.ends_with(&['公', '报'])
        };
        let alone = || predicate.clause.end == predicate.verb.end;
        chars[predicate.verb.range()] == ['提', '出'] && alone() && now.subject.is_some_and(text)
    }

    /// 纪委作为专责机关，…: as what someone acts, and not what they make of something.
    fn is_in_office(&self, predicate: &Predicate, now: &ClauseState) -> bool {
        let stands = now.frames.disposed.is_none() && !now.frames.is_passive && now.frames.agent.is_none();
        let agent = || now.subject.is_some_and(|subject| self.tokens.is_agent(subject));
        self.tokens.reading.chars()[predicate.verb.range()] == ['作', '为'] && stands && agent()
    }

    /// Whether the clause of a predicate speaks of the time ahead: 今后, 下一步.
    fn is_of_future(&self, predicate: &Predicate) -> bool {
        let words = &self.tokens.reading.chars()[predicate.clause.range()];
        let ahead: [&[char]; 4] = [&['今', '后'], &['下', '一', '步'], &['新', '一', '年'], &['来', '年']];
        ahead.iter().any(|ahead| words.windows(ahead.len()).any(|window| window == *ahead))
    }
}

/// Whether someone puts something forward: 提出五点建议, 作出部署.
fn proposes(tokens: &Tokens<'_>, predicate: &Predicate) -> bool {
    matches!(&tokens.reading.chars()[predicate.verb.range()], ['提' | '作', '出'] | ['进', '行'])
}

/// Whether it is something asked of others: 建议, 希望, 意见.
fn asks(tokens: &Tokens<'_>, predicate: &Predicate) -> bool {
    let last = predicate.object.last().map(|&object| &tokens.reading.chars()[object.range()]);
    matches!(last, Some([.., '建', '议'] | [.., '希', '望'] | [.., '意', '见']))
}

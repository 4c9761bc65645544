//! Kind, direction and comparison of a number: a level, a share, or a change and against what (settled cases 1 to 4
//! and 31).

use crate::extract::{Comparison, CountKind, Direction};

use super::approach::Approach;
use super::ground::Ground;
use super::phrase::Phrase;
use super::site::Site;

/// What a number says of its measure.
#[derive(Clone, Copy)]
pub(super) struct Facts {
    pub kind: CountKind,
    pub direction: Option<Direction>,
    pub comparison: Option<Comparison>,
    pub rule: &'static str,
}

impl Facts {
    /// `pending` is the comparison that an earlier clause left (与去年相比, 五年来).
    pub fn of(site: &Site<'_>, approach: &Approach, own: &Phrase, pending: Option<Comparison>) -> Self {
        let percent = site.is_percent() || site.unit() == "‰";
        if let Some(change) = approach.change {
            return Self::change(change.direction, approach.comparison.or(pending), "change");
        }
        if percent && let Some(direction) = rate(site.ground, approach.end) {
            let comparison = approach.comparison.or_else(|| annual(site.ground, approach.end));
            return Self::change(direction, comparison, "rate_of_change");
        }
        if site.unit() == "倍" && approach.copula {
            return Self::change(Direction::Up, Some(Comparison::Cumulative), "ratio_to_base");
        }
        if let Some(direction) = moved_object(site, own).filter(|_| percent) {
            return Self::change(direction, approach.comparison.or(pending), "change_of_object");
        }
        let (kind, rule) = if percent { (CountKind::Share, "share") } else { (CountKind::Level, "level") };
        Self { kind, direction: None, comparison: None, rule }
    }

    fn change(direction: Direction, comparison: Option<Comparison>, rule: &'static str) -> Self {
        Self { kind: CountKind::Change, direction: Some(direction), comparison, rule }
    }
}

/// 压减一般性支出10%: the verb in front of the noun says which way a proportion of it moves.
fn moved_object(site: &Site<'_>, own: &Phrase) -> Option<Direction> {
    let ground = site.ground;
    let verb = ground.token_before(own.spans.first()?.start).filter(|token| token.span.start >= site.floor())?;
    let row = ground.rules.movements.get_chars(ground.words(verb)).filter(|row| row.class == "move")?;
    Some(if row.get("direction") == "down" { Direction::Down } else { Direction::Up })
}

/// 增速, 涨幅, 降幅 right before the number: the measure is itself a movement.
fn rate(ground: Ground<'_>, end: usize) -> Option<Direction> {
    let (row, _) = ground.rules.movements.longest_before(ground.chars, end).filter(|(row, _)| row.class == "rate")?;
    Some(if row.get("direction") == "down" { Direction::Down } else { Direction::Up })
}

/// 年均 a few characters before a rate of change.
fn annual(ground: Ground<'_>, end: usize) -> Option<Comparison> {
    let before = &ground.chars[end.saturating_sub(14)..end];
    before.windows(2).any(|pair| pair == ['年', '均']).then_some(Comparison::AnnualAverage)
}

//! The row of one count: its words in the source, the cells that its number and its clause fill, and what it belongs to.

use crate::extract::{Count, CountKind, CountRole};
use crate::recognise::{Bound, MentionKind};
use crate::structure::Role;
use crate::text::Span;

use super::approach::Approach;
use super::clause::Reader;
use super::facts::Facts;
use super::memory::{Naming, Seen};
use super::naming::Named;
use super::site::Site;

impl Reader<'_> {
    /// Writes the row of a number, and remembers it for those behind it.
    pub(super) fn push(&mut self, site: &Site<'_>, approach: &Approach, mut named: Named, facts: Facts, is_part: bool) {
        let mention = site.mention;
        let Some(mut quantity) = mention.quantity.clone() else { return };
        // 每年至少开展1次
        if quantity.bound == Bound::Exact && site.says_at_least() {
            (quantity.bound, quantity.high) = (Bound::AtLeast, None);
        }
        // 提升3.1个、2.7个百分点: no thing is there by fractions
        if quantity.unit == "个" && quantity.value.is_some_and(|value| value.scale() > 0) && site.precedes_points() {
            quantity.unit = "百分点".into();
        }
        let start = approach.change.map_or(mention.span.start, |change| change.start.min(mention.span.start));
        let span = self.source_span(Span::new(start, mention.span.end), mention.core);
        let measure = tidied(std::mem::take(&mut named.naming.measure));
        let is_part = is_part || self.memory.in_part;
        let part_of_count = if is_part { self.memory.whole(&quantity.unit) } else { None };
        let moves = facts.kind == CountKind::Change;
        let base_count = if moves { named.naming.base.or_else(|| self.memory.stated(&measure)) } else { None };
        let is_aim = self.passage.role == Role::Plan || self.memory.aims;
        let count = Count {
            span,
            section: self.passage.section,
            quantity,
            needs_review: measure.is_empty() || !named.sure || mention.kind == MentionKind::Number,
            measure,
            kind: facts.kind,
            direction: facts.direction,
            comparison: facts.comparison,
            role: if is_aim { CountRole::Target } else { CountRole::Achieved },
            verb_start: None,
            base_count,
            part_of_count,
            rule: facts.rule,
        };
        let Naming { noun, is_act, .. } = named.naming;
        self.memory.push(Seen { count, noun, sentence: self.memory.sentence, is_part, is_act });
    }

    /// The count's words in the source, up to the page number or header that cuts the number (settled case 7).
    fn source_span(&self, span: Span, core: Span) -> Span {
        let reading = &self.report.outline.reading;
        let gap = |at: usize| {
            let (here, next) =
                (reading.to_source(Span::new(at, at + 1)).end, reading.to_source(Span::new(at + 1, at + 2)).start);
            self.report.text.chars()[here..next].iter().any(|c| !c.is_whitespace())
        };
        let cut = (core.start..span.end.saturating_sub(1)).find(|&at| gap(at));
        reading.to_source(Span::new(span.start, cut.map_or(span.end, |at| at + 1)))
    }
}

/// The measure without what it has by the way that it was found.
fn tidied(mut measure: String) -> String {
    // 占73%: of what it is a share, the words do not say
    if measure.ends_with('占') && measure.len() > '占'.len_utf8() {
        measure.pop();
    }
    // “1家国家实验室、8个装置”: a quotation that ends elsewhere
    if measure.starts_with('“') && !measure.contains('”') {
        measure.remove(0);
    }
    measure
}

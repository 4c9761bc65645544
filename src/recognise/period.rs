//! Lengths of time that place an event (过去五年, 连续三年, 五年来, 三年行动) against those that are a result.

use super::mention::{Mention, MentionKind};
use super::scan::Scan;

/// Turns a duration into a period where the words beside it place an event by it. A year count is a period unless
/// something says how long (缩短, 延长): that is left to the counts, which see the clause.
pub fn placed(scan: &Scan, mut mention: Mention) -> Mention {
    if mention.kind != MentionKind::Duration {
        return mention;
    }
    let before =
        scan.rules.periods.longest_before(scan.chars, mention.core.start).filter(|(row, _)| row.class == "before");
    let after = scan.rules.periods.longest_at(scan.chars, mention.core.end).filter(|(row, _)| row.class == "after");
    let before = before.filter(|&(_, start)| start >= scan.floor);
    if before.is_none() && after.is_none() {
        return mention;
    }
    mention.span = mention.core;
    if let Some((_, start)) = before {
        mention.span.start = mention.span.start.min(start);
    }
    let named = after.is_some_and(|(row, _)| row.get("makes") == "name");
    if let Some((_, end)) = after {
        mention.span.end = mention.span.end.max(end);
    }
    (mention.kind, mention.reason) = if named { (MentionKind::Name, "name") } else { (MentionKind::Period, "period") };
    mention
}

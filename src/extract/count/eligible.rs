//! Which mentions are counts: not those that carry a reason, nor thresholds in names, nor lengths of time that place
//! an event and measure nothing.

use crate::recognise::{Bound, Mention, MentionKind};
use crate::rules::{Row, Rules};
use crate::text::compare::{ends_with, holds};

/// Whether the mention states a quantity of something.
pub(super) fn counts(mention: &Mention, chars: &[char], rules: &Rules) -> bool {
    let Some(quantity) = &mention.quantity else { return false };
    let before = &chars[mention.span.start.saturating_sub(8)..mention.span.start];
    match mention.reason {
        "" => {}
        "age" => {
            let moved = rules.movements.longest_before(chars, mention.span.start);
            return moved.is_some_and(|(row, _)| row.class == "move")
                || ends_with_any(before, &["寿命", "寿命达", "寿命达到", "寿命为", "平均年龄", "寿命提高到"]);
        }
        _ => return false,
    }
    match mention.kind {
        MentionKind::Number => states_number(mention, before) || moves_to(mention, chars, rules),
        MentionKind::Duration => is_result(mention, chars, rules),
        MentionKind::Quantity | MentionKind::Percent => {
            !is_threshold(mention, chars, rules)
                && (quantity.value.is_some() || quantity.low.is_some() || vague(mention))
        }
        _ => false,
    }
}

/// 几千万元 and 数百人 say a magnitude; 几个 says none.
fn vague(mention: &Mention) -> bool {
    mention.core.len() > 2
}

/// A bare number counts where something says that a measure reaches it, or where it has a magnitude or a bound.
fn states_number(mention: &Mention, before: &[char]) -> bool {
    let Some(quantity) = &mention.quantity else { return false };
    let reached =
        ends_with_any(before, &["达", "达到", "增至", "降至", "升至", "小至", "大至", "总数为", "数为", "突破"]);
    let large = quantity.value.is_some_and(|value| value >= 10_000.into());
    reached || large || quantity.bound != Bound::Exact && quantity.bound != Bound::Range
}

/// 从38.2下降到35.1: a figure with a fraction that something moves to, or from.
fn moves_to(mention: &Mention, chars: &[char], rules: &Rules) -> bool {
    let value = mention.quantity.as_ref().and_then(|quantity| quantity.value);
    let moves = |row: &Row| row.class == "reach" && row.term.chars().count() > 1 && row.term.ends_with(['到', '至']);
    let to = rules.movements.longest_before(chars, mention.span.start).is_some_and(|(row, _)| moves(row));
    let led = mention.span.start.checked_sub(1).is_some_and(|at| matches!(chars[at], '从' | '由'));
    let from = led && rules.movements.longest_at(chars, mention.span.end).is_some_and(|(row, _)| moves(row));
    value.is_some_and(|value| value.scale() > 0) && (to || from)
}

/// 2000万元以上工业企业, 300平方米以下的: a bound that defines a group stands before its noun.
fn is_threshold(mention: &Mention, chars: &[char], rules: &Rules) -> bool {
    let bounded = mention.span.end > mention.core.end;
    let classifier = mention.quantity.as_ref().is_some_and(|quantity| {
        let class = rules.units.get(&quantity.unit).map_or("", |row| &*row.class);
        matches!(class, "classifier" | "place" | "" | "ratio" | "freight")
    });
    let next = chars.get(mention.span.end);
    let noun_follows = next.is_some_and(|&c| c.is_alphabetic() && !matches!(c, '和' | '及' | '用' | '，'));
    // 20层以上高层13栋: the noun behind it is counted by a number of its own.
    let counted = mention.span.end > mention.core.end && classifier && noun_follows && {
        let rest = &chars[mention.span.end..chars.len().min(mention.span.end + 14)];
        let stop = rest.iter().position(|c| !c.is_alphabetic()).unwrap_or(rest.len());
        rest.get(stop).is_some_and(char::is_ascii_digit)
    };
    // 其中50亿元以上12个: by which some of them are told from the others.
    let told_apart = next.is_some_and(char::is_ascii_digit);
    bounded && (!classifier || counted) && mention.kind != MentionKind::Percent && (noun_follows || told_apart)
}

/// A length of time is a result where a measure reaches it or moves by it, or where its noun is one of time.
fn is_result(mention: &Mention, chars: &[char], rules: &Rules) -> bool {
    let start = mention.span.start;
    let next = chars.get(mention.span.end).copied();
    let inside =
        chars.get(mention.span.end - 1) == Some(&'内') && chars.get(mention.span.end.wrapping_sub(2)) != Some(&'以');
    let frames_noun = next.is_some_and(|c| {
        c.is_alphabetic() && !matches!(c, '压' | '缩' | '减' | '和' | '降' | '提' | '以' | '至' | '，')
    });
    if inside && frames_noun {
        return false;
    }
    let bounded_before = mention.core.start > start;
    let before = &chars[start.saturating_sub(10)..start];
    let moved = rules.movements.longest_before(chars, start).is_some_and(|(row, _)| match &*row.class {
        "move" => true,
        "reach" => {
            !matches!(&*row.term, "是" | "有" | "到" | "至" | "由" | "从" | "自" | "实现" | "居" | "首次" | "已")
                || shortened(chars, start)
                || names_time(chars, start)
        }
        _ => false,
    });
    let timed = ends_with_any(
        before,
        &[
            "时间",
            "时限",
            "周期",
            "天数",
            "时长",
            "工期",
            "期限",
            "用时",
            "仅用",
            "只用",
            "仅用了",
            "只用了",
            "只花",
            "仅花了",
            "只花了",
            "仅花",
            "时间由",
            "时间从",
            "时限由",
            "时限从",
            "周期由",
            "周期从",
            "多用",
        ],
    );
    let long =
        mention.quantity.as_ref().is_some_and(|quantity| matches!(&*quantity.unit, "年" | "学年" | "世纪" | "年头"));
    let named = frames_noun && !timed && !moved;
    if long {
        names_time(chars, start) && (moved || timed) || moved && !frames_noun && !placed_by_reach(chars, start)
    } else {
        (moved || timed || bounded_before) && !named
    }
}

/// Whether the clause measures something in time: 受教育年限, 服役期限, 平均工龄.
fn names_time(chars: &[char], at: usize) -> bool {
    let from = (at.saturating_sub(16)..at)
        .rev()
        .find(|&i| matches!(chars[i], '，' | '。' | '；'))
        .unwrap_or(at.saturating_sub(16));
    let clause = &chars[from..at];
    ["年限", "期限", "时限", "周期", "工龄", "教龄", "寿命", "时长"].iter().any(|word| holds(clause, word))
}

/// Whether a verb of shortening or lengthening stands right before 至 or 到, or 由 and 从 begin such a pair.
fn shortened(chars: &[char], at: usize) -> bool {
    let before = &chars[at.saturating_sub(5)..at];
    let after = &chars[at..chars.len().min(at + 24)];
    let verbs = ["缩短", "压缩", "减少", "压减", "延长", "缩减", "缩至", "缩到", "压至", "降", "减", "增"];
    verbs.iter().any(|verb| holds(before, verb))
        || ["由", "从"].iter().any(|word| ends_with_any(before, &[word]))
            && verbs[..9].iter().chain(&["减至", "降至", "降到"]).any(|verb| holds(after, verb))
}

/// 为期三年, 长达五年: reached, and yet it only places an event.
fn placed_by_reach(chars: &[char], at: usize) -> bool {
    let before = &chars[at.saturating_sub(4)..at];
    !ends_with_any(before, &["延长", "缩短", "延长至", "延长到", "缩短至", "缩短到", "提前"])
}

fn ends_with_any(chars: &[char], words: &[&str]) -> bool {
    words.iter().any(|word| ends_with(chars, word))
}

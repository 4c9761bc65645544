//! Lengths of time that are a result: where a measure reaches one or moves by it, or where the noun is one of time. All
//! others place an event and count nothing.

use crate::recognise::Mention;
use crate::rules::Rules;
use crate::text::compare::{ends_with, holds};

use super::comparison::base_before;

/// Nouns and verbs that are said of a length of time right before it, 由, 从 or 了 between them at most.
const TIMED: [&str; 13] =
    ["时间", "时限", "周期", "天数", "时长", "工期", "期限", "用时", "仅用", "只用", "只花", "仅花", "多用"];

/// Nouns that measure something in time wherever they stand in the clause: 受教育年限, 服役期限, 平均工龄.
const MEASURED: [&str; 8] = ["年限", "期限", "时限", "周期", "工龄", "教龄", "寿命", "时长"];

/// Verbs of shortening and lengthening.
const SHORTENING: [&str; 12] =
    ["缩短", "压缩", "减少", "压减", "延长", "缩减", "缩至", "缩到", "压至", "降", "减", "增"];

/// Verbs of reaching that place an event as well (是, 到): a result only with such a noun or verb.
const PLACING: [&str; 11] = ["是", "有", "到", "至", "由", "从", "自", "实现", "居", "首次", "已"];

/// Whether a length of time measures something.
pub(super) fn is_result(mention: &Mention, chars: &[char], rules: &Rules) -> bool {
    let (start, end) = (mention.span.start, mention.span.end);
    let next = chars.get(end).copied();
    let frames_noun = next.is_some_and(|c| c.is_alphabetic() && !"压缩减和降提以至，".contains(c));
    // 三年内建成: within which time
    let within = chars[..end].ends_with(&['内']) && !chars[..end].ends_with(&['以', '内']);
    if within && frames_noun {
        return false;
    }
    let moved = rules.movements.longest_before(chars, start).is_some_and(|(row, _)| match &*row.class {
        "move" => true,
        "reach" => !PLACING.contains(&&*row.term) || is_shortened(chars, start) || names_time(chars, start),
        _ => false,
    });
    let moved = moved || is_more(chars, start, rules);
    let timed = is_timed(chars, start);
    let unit = mention.quantity.as_ref().map_or("", |quantity| &quantity.unit);
    if matches!(unit, "年" | "学年" | "世纪" | "年头") {
        return names_time(chars, start) && (moved || timed) || moved && !frames_noun && is_changed(chars, start);
    }
    timed || moved || mention.core.start > start && !frames_noun
}

/// 比上年多12天, 同比少9天.
fn is_more(chars: &[char], at: usize, rules: &Rules) -> bool {
    let word = at.checked_sub(1).filter(|&word| matches!(chars[word], '多' | '少'));
    word.is_some_and(|word| base_before(rules, chars, word).is_some())
}

fn is_timed(chars: &[char], at: usize) -> bool {
    let before = &chars[at.saturating_sub(4)..at];
    let before = before.strip_suffix(&['由']).or_else(|| before.strip_suffix(&['从'])).unwrap_or(before);
    let before = before.strip_suffix(&['了']).unwrap_or(before);
    TIMED.iter().any(|word| ends_with(before, word))
}

/// Whether the clause in front of `at` measures something in time.
fn names_time(chars: &[char], at: usize) -> bool {
    let before = &chars[at.saturating_sub(16)..at];
    let clause = before.iter().rposition(|c| matches!(c, '，' | '。' | '；')).map_or(before, |mark| &before[mark..]);
    MEASURED.iter().any(|word| holds(clause, word))
}

/// Whether a verb of shortening or lengthening stands right before 至 or 到, or 由 and 从 begin such a pair.
fn is_shortened(chars: &[char], at: usize) -> bool {
    let before = &chars[at.saturating_sub(5)..at];
    let after = &chars[at..chars.len().min(at + 24)];
    SHORTENING.iter().any(|verb| holds(before, verb))
        || matches!(before, [.., '由' | '从'])
            && SHORTENING[..9].iter().chain(&["减至", "降至", "降到"]).any(|verb| holds(after, verb))
}

/// 为期三年, 长达五年 are reached, and yet only place an event; what is said to be longer or shorter is a result.
fn is_changed(chars: &[char], at: usize) -> bool {
    let before = &chars[at.saturating_sub(4)..at];
    let before = before.strip_suffix(&['至']).or_else(|| before.strip_suffix(&['到'])).unwrap_or(before);
    ["延长", "缩短", "提前"].iter().any(|word| ends_with(before, word))
}

//! Which mentions are counts: not those that carry a reason, nor thresholds in names, nor lengths of time that place
//! an event and measure nothing.

use crate::recognise::{Bound, Mention, MentionKind, is_numeral};
use crate::rules::{Row, Rules};
use crate::text::compare::ends_with;

use super::duration;

/// Characters of the longest noun that is looked past.
const LONGEST_NOUN: usize = 14;

/// Whether the mention states a quantity of something.
pub(super) fn counts(mention: &Mention, chars: &[char], rules: &Rules) -> bool {
    let Some(quantity) = &mention.quantity else { return false };
    match mention.reason {
        "" => {}
        "age" => return measures_age(mention, chars, rules),
        _ => return false,
    }
    match mention.kind {
        MentionKind::Number => states_number(mention, chars) || moves_to(mention, chars, rules),
        MentionKind::Duration => duration::is_result(mention, chars, rules),
        MentionKind::Quantity | MentionKind::Percent => {
            !is_threshold(mention, chars, rules)
                && (quantity.value.is_some() || quantity.low.is_some() || vague(mention))
        }
        _ => false,
    }
}

/// 平均年龄40岁, 寿命达到79岁: an age counts where it is the measure, or where that moves by it.
fn measures_age(mention: &Mention, chars: &[char], rules: &Rules) -> bool {
    let row = rules.movements.longest_before(chars, mention.span.start);
    let reached = row.filter(|(row, _)| row.class == "reach").map_or(mention.span.start, |(_, start)| start);
    row.is_some_and(|(row, _)| row.class == "move") || ends_with_any(&chars[..reached], &["寿命", "平均年龄"])
}

/// 几千万元 and 数百人 say a magnitude; 几个 says none.
fn vague(mention: &Mention) -> bool {
    mention.core.len() > 2
}

/// A bare number counts where something says that a measure reaches it, or where it has a magnitude or a bound.
fn states_number(mention: &Mention, chars: &[char]) -> bool {
    let Some(quantity) = &mention.quantity else { return false };
    let before = &chars[..mention.span.start];
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
    let end = mention.span.end;
    // 其中超十亿元的6个: so does one in front of 的 and a number
    let beyond = mention.kind == MentionKind::Quantity && matches!(chars[mention.span.start], '超' | '过');
    if beyond && !counts_things(mention, rules) && matches!(chars[end..], ['的', next, ..] if is_numeral(next)) {
        return true;
    }
    if defines_counted(mention, chars, rules) || is_behind_number(mention, chars, rules) {
        return true;
    }
    if end == mention.core.end || mention.kind == MentionKind::Percent {
        return false;
    }
    let rest = &chars[end..chars.len().min(end + LONGEST_NOUN)];
    let words = rest.iter().take_while(|c| c.is_alphabetic()).count();
    // 其中50亿元以上12个: by which some of them are told from the others
    let told_apart = rest.first().is_some_and(char::is_ascii_digit);
    let noun_follows = words > 0 && !matches!(rest[0], '和' | '及' | '用');
    if !counts_things(mention, rules) {
        return noun_follows || told_apart;
    }
    // 20层以上高层13栋: the noun behind it is counted by a number of its own
    noun_follows && rest.get(words).is_some_and(char::is_ascii_digit)
}

/// 产值突破亿元的企业5家, 超亿元项目12个: a sum that a measure comes to, of things that are counted behind it.
fn defines_counted(mention: &Mention, chars: &[char], rules: &Rules) -> bool {
    if mention.kind != MentionKind::Quantity || counts_things(mention, rules) {
        return false;
    }
    let reached = || {
        let row = rules.movements.longest_before(chars, mention.span.start);
        row.is_some_and(|(row, _)| row.class == "reach")
    };
    let exceeds = mention.span.start < mention.core.start
        && mention.quantity.as_ref().is_some_and(|quantity| quantity.bound == Bound::Above);
    let behind = &chars[mention.span.end..];
    let rest = match behind {
        ['的', rest @ ..] if exceeds || reached() => rest,
        // 投资超10亿元建成学校3所: it is no sum of theirs where something is done with it
        _ if exceeds && rules.verbs.longest_at(behind, 0).is_none() => behind,
        _ => return false,
    };
    let rest = &rest[..rest.len().min(LONGEST_NOUN)];
    let noun = rest.iter().take_while(|&&c| c.is_alphabetic() && !is_numeral(c)).count();
    noun > 1 && rest.get(noun).is_some_and(|&c| is_numeral(c))
}

/// 12个过亿元项目: a sum that is exceeded, between how many there are and what they are.
fn is_behind_number(mention: &Mention, chars: &[char], rules: &Rules) -> bool {
    let [.., number, unit] = &chars[..mention.span.start] else { return false };
    let classifier = rules.units.get_chars(&[*unit]).is_some_and(|row| row.class == "classifier");
    mention.span.start < mention.core.start
        && !counts_things(mention, rules)
        && is_numeral(*number)
        && classifier
        && chars.get(mention.span.end).is_some_and(|c| c.is_alphabetic())
}

/// Whether the unit is one that things are counted by, and not one that they are measured in.
fn counts_things(mention: &Mention, rules: &Rules) -> bool {
    mention.quantity.as_ref().is_some_and(|quantity| {
        let class = rules.units.get(&quantity.unit).map_or("", |row| &*row.class);
        matches!(class, "classifier" | "place" | "" | "ratio" | "freight")
    })
}

fn ends_with_any(chars: &[char], words: &[&str]) -> bool {
    words.iter().any(|word| ends_with(chars, word))
}

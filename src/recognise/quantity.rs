//! Quantities: a numeral with its unit, proportions, ranges, and the words that bound it.

use rust_decimal::Decimal;

use super::mention::{Bound, Mention, MentionKind, Quantity};
use super::numeral::{Looseness, Numeral, Script, is_numeral, past_blanks};
use super::part::{Part, part};
use super::scan::Scan;
use crate::rules::Row;
use crate::text::Span;

/// Reads the quantity, proportion or bare number at `at`, with its range and bounds; `first` is what has been read there.
pub fn read(scan: &Scan, at: usize, first: Part) -> Option<Mention> {
    let second = range_end(scan, &first);
    let last = second.as_ref().unwrap_or(&first);
    let (class, end) = (last.class(), last.end);
    let mut unit = last.unit_text().to_owned();
    let core = Span::new(at, end);
    let (mut span, mut bounds) = (core, Vec::new());
    match first.numeral.looseness {
        Looseness::Near => bounds.push(Bound::About),
        Looseness::More => bounds.push(Bound::Above),
        _ if last.unit.as_ref().is_some_and(|unit| unit.loose) => bounds.push(Bound::Above),
        _ => {}
    }
    name_unit_before(scan, &mut span, &mut unit);
    qualify_before(scan, &mut span, &mut bounds);
    qualify_after(scan, class, &mut span, &mut bounds);
    if first.numeral.implied_one && !says_number(scan, &first, &bounds) {
        return None;
    }
    let some = first.numeral.looseness == Looseness::Some;
    let quantity = bounded(&first, second.as_ref(), some, &bounds, unit);
    let kind = match (class, quantity.unit.as_str()) {
        ("proportion", _) => MentionKind::Percent,
        ("time", _) => MentionKind::Duration,
        (_, "") => MentionKind::Number,
        _ => MentionKind::Quantity,
    };
    let reason = reason(scan, &first, class, kind, span);
    Some(Mention { kind, span, core, quantity: Some(quantity), period: None, reason })
}

/// Why the quantity counts nothing, empty where it may.
fn reason(scan: &Scan, part: &Part, class: &str, kind: MentionKind, span: Span) -> &'static str {
    let numeral = &part.numeral;
    let one = || numeral.low == Decimal::ONE && numeral.high == Decimal::ONE;
    let chinese = numeral.script == Script::Chinese;
    let bare = span.len() == part.end - numeral.start;
    if chinese && numeral.end == numeral.start + 1 && bare && matches!(class, "classifier" | "place" | "group") && one()
    {
        return "article";
    }
    if scan.chars[numeral.start] == '二' && numeral.end == numeral.start + 1 && bare && class == "classifier" {
        return "ordinal";
    }
    if class == "age" {
        return "age";
    }
    if is_name(scan, part, class) {
        return "name";
    }
    if is_rank(scan, part, span) {
        return "rank";
    }
    let magnitude_said = || numeral.end > numeral.start + 1 && numeral.high >= Decimal::TEN;
    if kind == MentionKind::Number && chinese && (numeral.digits > 0 || !magnitude_said()) {
        return "no_unit";
    }
    let phase = part.unit.as_ref().is_some_and(|unit| unit.text == "期");
    if chinese && phase && scan.chars[numeral.start] != '两' && numeral.high < Decimal::TEN {
        return "ordinal";
    }
    if chinese && class == "place" {
        return "structural";
    }
    let before = scan.chars.get(span.start.wrapping_sub(1));
    if before == Some(&'每') && class != "time" {
        return "per";
    }
    ""
}

/// 2.0版, 千万级, 220千伏线路, 胜利三路, 二里头: a quantity that is part of a name.
fn is_name(scan: &Scan, part: &Part, class: &str) -> bool {
    let next = scan.chars.get(part.end).copied();
    let Some(unit) = &part.unit else { return part.numeral.magnitude > Decimal::ONE && next == Some('级') };
    let chinese = || part.numeral.script == Script::Chinese && part.numeral.high <= Decimal::TEN;
    match &*unit.text {
        "金" | "银" | "铜" => part.numeral.script != Script::Arabic || next.is_some_and(|c| c.is_alphabetic()),
        "版" => part.numeral.low.scale() > 0,
        "路" => chinese(),
        // 三分部署、七分落实
        "分" => chinese() && next.is_some_and(|c| c.is_alphabetic() && c != '以'),
        "院" => chinese() && part.numeral.high > Decimal::TWO,
        "里" => is_place_of_miles(&part.numeral, next),
        _ => {
            next == Some('级')
                || class == "rating" && next.is_some_and(|c| c.is_alphabetic() && !matches!(c, '和' | '及' | '的'))
        }
    }
}

/// 二里头, 三里屯; 十里画廊, 百里长廊: so many miles are what a place is called.
fn is_place_of_miles(numeral: &Numeral, next: Option<char>) -> bool {
    let round = [10, 100, 1_000].iter().any(|&miles| numeral.low == Decimal::from(miles));
    numeral.script == Script::Chinese
        && next.is_some_and(|c| {
            numeral.high <= Decimal::TEN && "头川河店铺桥堡屯沟岗庄坡坪镇村".contains(c)
                || round && numeral.low == numeral.high && c.is_alphabetic() && !"外以内路".contains(c)
        })
}

/// 居全国前5位, 前三名, 前三户企业: which places, not how many.
fn is_rank(scan: &Scan, part: &Part, span: Span) -> bool {
    let [front @ .., '前'] = &scan.chars[..span.start] else { return false };
    let places = part.unit.as_ref().is_some_and(|unit| matches!(&*unit.text, "位" | "名" | "强" | "席"));
    let before = front.last();
    // 诉前3件: 前 may close another word, where any classifier follows
    let opens = before.is_none_or(|&c| !c.is_alphabetic() || "的对将把被给向在为由".contains(c));
    let few = part.numeral.script == Script::Chinese && part.numeral.high <= Decimal::TEN && part.unit.is_some();
    places && !before.is_some_and(|&c| "目以之日此从空".contains(c)) || few && opens
}

/// 百, 千, 万 or 亿 with no figure in front is a number where a bound, 余 or a second magnitude says so.
fn says_number(scan: &Scan, part: &Part, bounds: &[Bound]) -> bool {
    let numeral = &part.numeral;
    let longer = numeral.end > numeral.start + 1;
    let whole = numeral.start == 0 && part.end == scan.chars.len();
    whole
        || part.unit.is_none()
            && longer
            && numeral.high >= Decimal::from(1_000_000)
            && is_round_mark(scan, part, bounds)
        || part.unit.is_some() && (!bounds.is_empty() || longer && numeral.high >= Decimal::from(10_000))
        || matches!(numeral.looseness, Looseness::More | Looseness::Near)
}

/// 突破百万, 突破千万大关, 迈上千亿台阶: a round figure that is passed, or the mark that it sets.
fn is_round_mark(scan: &Scan, part: &Part, bounds: &[Bound]) -> bool {
    let rest = &scan.chars[part.end..];
    let before = scan.chars[..part.numeral.start].last();
    // 连跨两个百亿台阶 counts the marks
    let mark = matches!(rest, ['大', '关', ..] | ['台', '阶', ..] | ['关', '口', ..])
        && matches!(before, Some('破' | '上' | '过' | '越' | '入' | '到' | '近' | '超'));
    mark || !bounds.is_empty() && rest.first().is_none_or(|next| !next.is_alphanumeric())
}

/// The second number of a range that begins where `first` ends. Writes nothing; magnitude and unit are carried back by
/// [`bounded`].
fn range_end<'a>(scan: &Scan<'a>, first: &Part<'a>) -> Option<Part<'a>> {
    let chars = scan.chars;
    let mut at = past_blanks(chars, first.end);
    match chars.get(at)? {
        '-' | '—' | '–' | '―' | '~' | '─' => {
            at += 1;
            at += usize::from(chars.get(at) == chars.get(at - 1));
        }
        '至' | '到' => at += 1,
        _ => return None,
    }
    at = past_blanks(chars, at);
    if !chars.get(at).is_some_and(|&c| is_numeral(c)) || first.numeral.looseness == Looseness::Some {
        return None;
    }
    let mut second = part(scan, at)?;
    let spoken = first.proportion && first.numeral.script == Script::Chinese && scan.chars[first.end - 1] != '成';
    if spoken && second.unit.is_none() && !second.proportion && second.numeral.script == Script::Chinese {
        second.proportion = true;
    }
    let stated = first.unit.is_some() || first.proportion;
    let from = chars.get(first.numeral.start.wrapping_sub(1)).is_some_and(|c| matches!(c, '由' | '从' | '自'));
    let same = first.unit_text() == second.unit_text();
    let nothing_named = !stated && second.unit_text().is_empty();
    if stated && (from || !same) || nothing_named && first.numeral.script != second.numeral.script {
        return None;
    }
    Some(second)
}

/// 人民币3.14, 摄氏37度: a currency before a bare number is its unit; a scale before degrees belongs to them.
fn name_unit_before(scan: &Scan, span: &mut Span, unit: &mut String) {
    let Some((row, start)) = scan.rules.qualifiers.longest_before(scan.chars, span.start) else { return };
    let fits = match &*row.class {
        "currency" => unit.is_empty() || unit == "個",
        "scale" => matches!(unit.as_str(), "°" | "度"),
        _ => false,
    };
    if fits && start >= scan.floor {
        span.start = start;
        if row.class == "currency" {
            unit.clone_from(&row.term);
        }
    }
}

/// Takes the qualifiers that end where the number begins.
fn qualify_before(scan: &Scan, span: &mut Span, bounds: &mut Vec<Bound>) {
    for _ in 0..2 {
        let edge = span.start;
        let trimmed = (scan.floor..edge).rev().find(|&i| scan.chars[i] != ' ').map_or(edge, |i| i + 1);
        let Some((row, start)) = scan.rules.qualifiers.longest_before(scan.chars, trimmed) else { return };
        let fits = match &*row.class {
            "before" => true,
            "before_magnitude" => {
                scan.chars.get(edge).is_some_and(|&c| matches!(c, '百' | '千' | '万' | '亿'))
                    || row.term.starts_with('过') && is_passed(scan, start)
            }
            _ => false,
        };
        if !fits || start < scan.floor {
            return;
        }
        span.start = start;
        bounds.extend(bound(row));
    }
}

/// 收入过20万元, 全部过了15万元: what 过 stands behind is a measure or says how many reach it, and no verb.
fn is_passed(scan: &Scan, at: usize) -> bool {
    at > scan.floor && "入值量额数积均都部".contains(scan.chars[at - 1])
}

/// Takes the qualifiers that follow.
fn qualify_after(scan: &Scan, class: &str, span: &mut Span, bounds: &mut Vec<Bound>) {
    for _ in 0..2 {
        let Some((row, end)) = scan.rules.qualifiers.longest_at(scan.chars, span.end) else { return };
        let fits = match &*row.class {
            "after" => true,
            "after_measure" => matches!(class, "time" | "ratio" | "mass" | "length" | "area" | "money" | "proportion"),
            _ => false,
        };
        if !fits {
            return;
        }
        span.end = end;
        bounds.extend(bound(row));
    }
}

fn bound(row: &Row) -> Option<Bound> {
    Bound::ALL.iter().copied().find(|bound| bound.name() == row.get("bound"))
}

/// Puts numbers and bounds together. Where bounds meet, the one that says less wins.
fn bounded(first: &Part, second: Option<&Part>, some: bool, bounds: &[Bound], unit: String) -> Quantity {
    if let Some(second) = second {
        let carried = first.unit.is_none() && !first.proportion && first.numeral.magnitude == Decimal::ONE;
        let scale = if carried { second.numeral.magnitude } else { Decimal::ONE };
        let tenfold = carried && second.proportion && second.high >= Decimal::TEN && second.numeral.high < Decimal::TEN;
        let scale = if tenfold && second.unit.is_none() { Decimal::TEN } else { scale };
        let low = first.low.checked_mul(scale).filter(|low| *low <= second.high).unwrap_or(first.low);
        return Quantity { value: None, low: Some(low), high: Some(second.high), bound: Bound::Range, unit };
    }
    if some {
        return Quantity { value: None, low: None, high: None, bound: Bound::About, unit };
    }
    if first.low != first.high && bounds.is_empty() {
        return Quantity { value: None, low: Some(first.low), high: Some(first.high), bound: Bound::Range, unit };
    }
    let bound = weakest(bounds);
    let value = first.low;
    let (low, high) = match bound {
        Bound::Exact | Bound::Range => (Some(value), Some(value)),
        Bound::Above | Bound::AtLeast => (Some(value), None),
        Bound::Below | Bound::AtMost => (None, Some(value)),
        Bound::About => (None, None),
    };
    Quantity { value: Some(value), low, high, bound, unit }
}

/// Of the bounds said, the one that claims least; opposite ones leave about.
fn weakest(bounds: &[Bound]) -> Bound {
    let has = |bound| bounds.contains(&bound);
    let (up, down) = (has(Bound::Above) || has(Bound::AtLeast), has(Bound::Below) || has(Bound::AtMost));
    match (has(Bound::About) || up && down, up, down) {
        (true, ..) => Bound::About,
        (_, true, _) if has(Bound::AtLeast) => Bound::AtLeast,
        (_, true, _) => Bound::Above,
        (_, _, true) if has(Bound::AtMost) => Bound::AtMost,
        (_, _, true) => Bound::Below,
        _ => Bound::Exact,
    }
}

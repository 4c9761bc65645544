//! Quantities: a numeral with its unit, proportions, ranges, and the words that bound it.

use rust_decimal::Decimal;

use super::mention::{Bound, Mention, MentionKind, Quantity};
use super::numeral::{self, Looseness, Numeral, Script, is_numeral, past_blanks};
use super::scan::Scan;
use crate::rules::Row;
use crate::text::Span;

/// A unit as it stands after a number.
#[derive(Clone, Debug)]
pub struct Unit<'a> {
    /// As written, without the magnitude.
    pub text: String,
    pub class: &'a str,
    pub end: usize,
    /// 个多月 says more than its number.
    loose: bool,
    /// 个半月 adds half.
    half: bool,
    /// Lower units that may follow: 元 takes 角 and 分.
    lower: &'a str,
}

/// A number with its unit, before ranges and bounds.
#[derive(Clone, Debug)]
pub struct Part<'a> {
    pub numeral: Numeral,
    pub unit: Option<Unit<'a>>,
    pub low: Decimal,
    pub high: Decimal,
    pub end: usize,
    proportion: bool,
}

impl Part<'_> {
    fn unit_text(&self) -> &str {
        if self.proportion { "%" } else { self.unit.as_ref().map_or("", |unit| &unit.text) }
    }

    fn class(&self) -> &str {
        if self.proportion { "proportion" } else { self.unit.as_ref().map_or("", |unit| unit.class) }
    }
}

/// The unit that stands at `at`, blanks before it passed over.
pub fn unit_at<'a>(scan: &Scan<'a>, at: usize) -> Option<Unit<'a>> {
    let at = past_blanks(scan.chars, at);
    let (row, end) = scan.rules.units.longest_at(scan.chars, at)?;
    if row.class == "word" || latin_runs_on(scan.chars, end) || is_two(scan, row, end) {
        return None;
    }
    let (row, end) = measure_after_ge(scan, row, end).unwrap_or((row, end));
    let canonical = row.get("unit");
    let text = if canonical.is_empty() { row.term.clone() } else { canonical.to_owned() };
    let (loose, half) = (row.get("adds") == "more", row.get("adds") == "half");
    let mut unit = Unit { text, class: &row.class, end, loose, half, lower: row.get("lower") };
    while let Some((_, row, end)) = per(scan, unit.end) {
        unit.text.push('/');
        unit.text.push_str(&row.term);
        unit.end = end;
        unit.class = "rate";
    }
    Some(unit)
}

/// 两 before another unit is a numeral and no weight (2022、2023两年, 市县两级).
fn is_two(scan: &Scan, row: &Row, end: usize) -> bool {
    matches!(row.term.as_str(), "两" | "兩")
        && (scan.rules.units.longest_at(scan.chars, end).is_some()
            || scan.chars.get(end).is_some_and(|c| "级会岸院大".contains(*c)))
}

/// 个 before a unit of measure gives way to it (六个加仑).
fn measure_after_ge<'a>(scan: &Scan<'a>, row: &Row, end: usize) -> Option<(&'a Row, usize)> {
    if !matches!(row.term.as_str(), "个" | "個") {
        return None;
    }
    scan.rules.units.longest_at(scan.chars, end).filter(|(row, _)| {
        matches!(row.class.as_str(), "volume" | "energy" | "freight") && row.term.chars().count() > 1
    })
}

/// `/` and a unit after it.
fn per<'a>(scan: &Scan<'a>, at: usize) -> Option<(usize, &'a Row, usize)> {
    if scan.chars.get(at) != Some(&'/') {
        return None;
    }
    let (row, end) = scan.rules.units.longest_at(scan.chars, at + 1)?;
    (row.class != "word").then_some((at, row, end))
}

/// A unit in Latin letters ends where its letters end.
fn latin_runs_on(chars: &[char], end: usize) -> bool {
    let latin = |c: Option<&char>| c.is_some_and(char::is_ascii_alphabetic);
    latin(chars.get(end.wrapping_sub(1))) && latin(chars.get(end))
}

/// Reads the quantity, proportion or bare number at `at`, with its range and bounds.
pub fn read(scan: &Scan, at: usize) -> Option<Mention> {
    let first = part(scan, at)?;
    let (second, end) = match range_end(scan, &first) {
        Some(second) => (Some(second.clone()), second.end),
        None => (None, first.end),
    };
    let last = second.as_ref().unwrap_or(&first);
    let mut unit = last.unit_text().to_owned();
    let class = last.class().to_owned();
    let core = Span::new(at, end);
    let (mut span, mut bounds) = (core, Vec::new());
    if first.numeral.looseness == Looseness::More || last.unit.as_ref().is_some_and(|unit| unit.loose) {
        bounds.push(Bound::Above);
    }
    name_unit_before(scan, &mut span, &mut unit);
    qualify_before(scan, &mut span, &mut bounds);
    qualify_after(scan, &class, &mut span, &mut bounds);
    if first.numeral.implied_one && !says_number(scan, &first, &bounds) {
        return None;
    }
    let some = first.numeral.looseness == Looseness::Some;
    let quantity = bounded(&first, second.as_ref(), some, &bounds, unit);
    let kind = match (&*class, quantity.unit.as_str()) {
        ("proportion", _) => MentionKind::Percent,
        ("time", _) => MentionKind::Duration,
        (_, "") => MentionKind::Number,
        _ => MentionKind::Quantity,
    };
    let reason = reason(scan, &first, &class, kind, span);
    Some(Mention { kind, span, core, quantity: Some(quantity), period: None, reason })
}

/// Why the quantity counts nothing, empty where it may.
fn reason(scan: &Scan, part: &Part, class: &str, kind: MentionKind, span: Span) -> &'static str {
    let numeral = &part.numeral;
    let one = numeral.low == Decimal::ONE && numeral.high == Decimal::ONE;
    let chinese = numeral.script == Script::Chinese;
    let bare = span.len() == part.end - numeral.start;
    if chinese && one && numeral.end == numeral.start + 1 && bare && matches!(class, "classifier" | "place" | "group") {
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
    let magnitude_said = numeral.high >= Decimal::TEN && numeral.end > numeral.start + 1;
    if kind == MentionKind::Number && chinese && (!magnitude_said || numeral.digits > 0) {
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
    let chinese = part.numeral.script == Script::Chinese && part.numeral.high <= Decimal::TEN;
    match &*unit.text {
        "金" | "银" | "铜" => part.numeral.script != Script::Arabic || next.is_some_and(|c| c.is_alphabetic()),
        "版" => part.numeral.low.scale() > 0,
        "路" => chinese,
        "院" => chinese && part.numeral.high > Decimal::TWO,
        "里" => chinese && next.is_some_and(|c| "头川河店铺桥堡屯沟岗庄坡坪镇村".contains(c)),
        _ => {
            next == Some('级')
                || class == "rating" && next.is_some_and(|c| c.is_alphabetic() && !matches!(c, '和' | '及' | '的'))
        }
    }
}

/// 居全国前5位, 前三名: which places, not how many.
fn is_rank(scan: &Scan, part: &Part, span: Span) -> bool {
    let places = part.unit.as_ref().is_some_and(|unit| matches!(&*unit.text, "位" | "名" | "强" | "席"));
    let before = span.start.checked_sub(2).and_then(|at| scan.chars.get(at));
    let front = span.start > 0 && scan.chars[span.start - 1] == '前';
    places && front && !before.is_some_and(|&c| "目以之日此从空".contains(c))
}

/// 百, 千, 万 or 亿 with no figure in front is a number where a bound, 余 or a second magnitude says so.
fn says_number(scan: &Scan, part: &Part, bounds: &[Bound]) -> bool {
    let numeral = &part.numeral;
    let longer = numeral.end > numeral.start + 1;
    let whole = numeral.start == 0 && part.end == scan.chars.len();
    whole
        || part.unit.is_some() && (!bounds.is_empty() || longer && numeral.high >= Decimal::from(10_000))
        || numeral.looseness == Looseness::More
}

/// One number with its unit.
fn part<'a>(scan: &Scan<'a>, at: usize) -> Option<Part<'a>> {
    if let Some(half) = halves(scan, at) {
        return Some(half);
    }
    let numeral = numeral::read(scan.chars, at, &scan.rules.units)?;
    if let Some(fraction) = fraction(scan, &numeral).or_else(|| mixed(scan, &numeral)) {
        return Some(fraction);
    }
    if let Some(tenths) = tenths(scan, &numeral) {
        return Some(tenths);
    }
    let mut part =
        Part { low: numeral.low, high: numeral.high, end: numeral.end, numeral, unit: None, proportion: false };
    let far = part.high >= Decimal::ONE_THOUSAND;
    if let Some(unit) = unit_at(scan, part.end).filter(|unit| !(far && unit.class == "place")) {
        attach(scan, &mut part, unit);
    }
    Some(part)
}

fn attach<'a>(scan: &Scan<'a>, part: &mut Part<'a>, unit: Unit<'a>) {
    part.end = unit.end;
    part.proportion = unit.class == "proportion" && unit.text == "%";
    if unit.half {
        add(part, Decimal::new(5, 1));
    }
    lower_units(scan, part, unit.lower);
    let after = scan.chars.get(part.end + 1).copied();
    let half = scan.chars.get(part.end) == Some(&'半') && !after.is_some_and(|c| "年天月日小价径".contains(c));
    if half
        && !unit.half
        && matches!(unit.class, "time" | "mass" | "length" | "area" | "money" | "classifier" | "ratio")
    {
        let step = Decimal::new(5, 1);
        add(part, step);
        part.end += 1;
    }
    part.unit = Some(unit);
}

fn add(part: &mut Part, amount: Decimal) {
    part.low = part.low.checked_add(amount).unwrap_or(part.low);
    part.high = part.high.checked_add(amount).unwrap_or(part.high);
}

/// 两角五分, 三斤五两, 一块二, 三块零四: lower units add their part of the first.
fn lower_units(scan: &Scan, part: &mut Part, lower: &str) {
    let steps: Vec<(&str, Decimal)> = lower
        .split_whitespace()
        .filter_map(|step| step.split_once(':'))
        .filter_map(|(unit, share)| Some((unit, Decimal::from_str_exact(share).ok()?)))
        .collect();
    let Some(&(_, first_share)) = steps.first() else { return };
    let mut last_share: Option<Decimal> = None;
    while let Some(next) = numeral::read(scan.chars, part.end, &scan.rules.units) {
        let named = steps
            .iter()
            .find(|(unit, _)| unit.chars().enumerate().all(|(i, c)| scan.chars.get(next.end + i) == Some(&c)));
        if let Some((unit, share)) = named {
            let Some(amount) = next.low.checked_mul(*share) else { return };
            add(part, amount);
            part.end = next.end + unit.chars().count();
            last_share = Some(*share);
            continue;
        }
        let zero = scan.chars.get(part.end) == Some(&'零');
        // What follows without a unit is a tenth of the unit before it (三块一毛四), or a hundredth after 零.
        let share =
            if zero { first_share * first_share } else { last_share.map_or(first_share, |last| last / Decimal::TEN) };
        let lone = next.script == Script::Chinese && next.end == part.end + 1 + usize::from(zero);
        if lone && !scan.chars.get(next.end).is_some_and(|c| c.is_alphanumeric()) {
            add(part, next.low * share);
            part.end = next.end;
        }
        break;
    }
    if scan.chars.get(part.end).is_some_and(|c| matches!(c, '整' | '正'))
        && !scan.chars.get(part.end + 1).is_some_and(|c| c.is_alphanumeric())
    {
        part.end += 1;
    }
}

/// 三分之二, 百分之九十八点六, 四分一.
fn fraction<'a>(scan: &Scan<'a>, denominator: &Numeral) -> Option<Part<'a>> {
    let chars = scan.chars;
    let at = denominator.end;
    let cut = match (chars.get(at)?, chars.get(at + 1)?) {
        ('分' | '份', '之') => at + 2,
        ('分' | '份', &c) if denominator.script == Script::Chinese && numeral::digit(c).is_some() => at + 1,
        ('/', c) if c.is_ascii_digit() && denominator.script == Script::Arabic => return slash(scan, denominator),
        _ => return None,
    };
    let mut over = numeral::read(chars, cut, &scan.rules.units)?;
    let spoken = cut == at + 2;
    if !spoken && (over.high >= denominator.low || over.end != cut + 1) {
        return None;
    }
    let hundred = Decimal::ONE_HUNDRED;
    let whole = denominator.low;
    if spoken && (whole == hundred || whole == Decimal::ONE_THOUSAND) && over.looseness != Looseness::Some {
        over.implied_one = false;
    }
    let permille = spoken && whole == Decimal::ONE_THOUSAND;
    let share = |over: Decimal| over.checked_mul(hundred)?.checked_div(whole).map(|share| share.round_dp(6));
    let mut numeral = over.clone();
    (numeral.start, numeral.implied_one) = (denominator.start, false);
    let unit = unit_at(scan, over.end)
        .filter(|unit| !matches!(unit.class, "classifier" | "place" | "proportion" | "time" | "group"));
    if let Some(unit) = unit.filter(|_| whole != hundred && !permille) {
        let value = |over: Decimal| over.checked_div(whole);
        let (low, high) = (value(over.low)?, value(over.high)?);
        let end = unit.end;
        return Some(Part { numeral, unit: Some(unit), low, high, end, proportion: false });
    }
    if permille {
        let unit =
            Unit { text: "‰".into(), class: "proportion", end: over.end, loose: false, half: false, lower: "" };
        return Some(Part {
            numeral,
            unit: Some(unit),
            low: over.low,
            high: over.high,
            end: over.end,
            proportion: false,
        });
    }
    Some(Part { numeral, unit: None, low: share(over.low)?, high: share(over.high)?, end: over.end, proportion: true })
}

/// 一又二分之一: a whole number and a fraction are a number, and no proportion.
fn mixed<'a>(scan: &Scan<'a>, whole: &Numeral) -> Option<Part<'a>> {
    let at = whole.end + 1;
    if scan.chars.get(whole.end) != Some(&'又') || !scan.chars.get(at).is_some_and(|&c| is_numeral(c)) {
        return None;
    }
    let share = fraction(scan, &numeral::read(scan.chars, at, &scan.rules.units)?).filter(|part| part.proportion)?;
    let value = whole.low.checked_add(share.low.checked_div(Decimal::ONE_HUNDRED)?)?;
    let mut part =
        Part { numeral: whole.clone(), unit: None, low: value, high: value, end: share.end, proportion: false };
    if let Some(unit) = unit_at(scan, part.end) {
        attach(scan, &mut part, unit);
    }
    Some(part)
}

/// 1/3 as a proportion.
fn slash<'a>(scan: &Scan<'a>, over: &Numeral) -> Option<Part<'a>> {
    let whole = numeral::read(scan.chars, over.end + 1, &scan.rules.units)?;
    let proper = over.low < whole.low && whole.low <= Decimal::TEN && over.script == Script::Arabic;
    if !proper || scan.chars.get(whole.end).is_some_and(|&c| c == '/') {
        return None;
    }
    let share = over.low.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(whole.low)?.round_dp(6);
    Some(Part { numeral: over.clone(), unit: None, low: share, high: share, end: whole.end, proportion: true })
}

/// 三成, 八成五, 七成半, 六七成.
fn tenths<'a>(scan: &Scan<'a>, numeral: &Numeral) -> Option<Part<'a>> {
    let chars = scan.chars;
    let (row, end) = scan.rules.units.longest_at(chars, numeral.end)?;
    if row.term != "成" || numeral.high > Decimal::TEN {
        return None;
    }
    let (mut low, mut high, mut end) = (numeral.low * Decimal::TEN, numeral.high * Decimal::TEN, end);
    let tail = match chars.get(end) {
        Some('半') => Some(5),
        Some(&c) => numeral::digit(c).filter(|_| !chars.get(end + 1).is_some_and(|&c| is_numeral(c))),
        None => None,
    };
    let named = unit_at(scan, end + 1).is_some() && tail.is_some() && chars.get(end) != Some(&'半');
    if let Some(tail) = tail.filter(|_| !named) {
        let tail = Decimal::from(tail);
        (low, high, end) = (low + tail, high + tail, end + 1);
    }
    Some(Part { numeral: numeral.clone(), unit: None, low, high, end, proportion: true })
}

/// 半年, 半个, 一半, 半数.
fn halves<'a>(scan: &Scan<'a>, at: usize) -> Option<Part<'a>> {
    let chars = scan.chars;
    let one = matches!(chars.get(at)?, '一' | '1');
    let half_at = if one { at + 1 } else { at };
    if chars.get(half_at) != Some(&'半') {
        return None;
    }
    let numeral = Numeral {
        start: at,
        end: half_at + 1,
        low: Decimal::ONE,
        high: Decimal::ONE,
        looseness: Looseness::Plain,
        script: Script::Mixed,
        magnitude: Decimal::ONE,
        digits: 0,
        implied_one: false,
    };
    let (fifty, half) = (Decimal::from(50), Decimal::new(5, 1));
    if one || chars.get(half_at + 1) == Some(&'数') {
        let end = half_at + 1 + usize::from(chars.get(half_at + 1) == Some(&'数'));
        let end = end + usize::from(one && chars.get(end) == Some(&'半'));
        return Some(Part { numeral, unit: None, low: fifty, high: fifty, end, proportion: true });
    }
    let unit = unit_at(scan, half_at + 1)?;
    let measures =
        matches!(unit.class, "time" | "mass" | "length" | "area" | "volume") || unit.text == "个" || unit.text == "個";
    let end = unit.end;
    measures.then_some(Part { numeral, unit: Some(unit), low: half, high: half, end, proportion: false })
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
            "before_magnitude" => scan.chars.get(edge).is_some_and(|&c| matches!(c, '百' | '千' | '万' | '亿')),
            _ => false,
        };
        if !fits || start < scan.floor {
            return;
        }
        span.start = start;
        bounds.extend(bound(row));
    }
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

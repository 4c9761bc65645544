//! Numerals: Arabic, Chinese, financial and mixed, with 万 and 亿 multiplied out, in decimals.
//!
//! A numeral is read in one pass from where it begins. Two values are carried, the lowest and the highest that
//! it can mean, so that 十三四万 and 几千 need no second reading. Blanks and line breaks inside a number belong to it.

use rust_decimal::Decimal;

use super::figures::{Figures, Run, approximate};
use crate::rules::Lexicon;
use crate::text::CharSet;

/// A numeral with what it says of its value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Numeral {
    pub start: usize,
    /// One past its last character, 余 and 多 inside it included.
    pub end: usize,
    pub low: Decimal,
    pub high: Decimal,
    pub looseness: Looseness,
    pub script: Script,
    /// What 万 and 亿 at its end multiply by: a range carries it back (10~15亿).
    pub magnitude: Decimal,
    /// Figures before the point where it is one run of digits (2021, 二〇二一), else 0.
    pub digits: usize,
    /// It begins with 百, 千, 万 or 亿: a number only where other words say so (近百, 百余).
    pub implied_one: bool,
}

/// How loosely a numeral is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Looseness {
    Plain,
    /// 余, 多 or 几 follow: more than said.
    More,
    /// 来 follows: about as many as said.
    Near,
    /// 几 or 数 in front: no figure is said.
    Some,
}

/// What it is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Script {
    Arabic,
    Chinese,
    Mixed,
}

/// The figure that a Chinese digit stands for.
pub fn digit(c: char) -> Option<u8> {
    Some(match c {
        '〇' | '零' | '○' => 0,
        '一' | '壹' => 1,
        '二' | '两' | '貳' | '贰' | '兩' => 2,
        '三' | '叁' | '參' | '叄' => 3,
        '四' | '肆' => 4,
        '五' | '伍' => 5,
        '六' | '陆' | '陸' => 6,
        '七' | '柒' => 7,
        '八' | '捌' => 8,
        '九' | '玖' => 9,
        _ => return None,
    })
}

fn small_magnitude(c: char) -> Option<u32> {
    Some(match c {
        '十' | '拾' => 10,
        '百' | '佰' => 100,
        '千' | '仟' => 1_000,
        _ => return None,
    })
}

fn great_magnitude(c: char) -> Option<u32> {
    Some(match c {
        '万' | '萬' => 10_000,
        '亿' | '億' => 100_000_000,
        _ => return None,
    })
}

fn tens(c: char) -> Option<u32> {
    Some(match c {
        '廿' => 20,
        '卅' => 30,
        '卌' => 40,
        _ => return None,
    })
}

/// What numerals are written with: figures, magnitudes and tens.
pub const NUMERALS: [char; 50] = [
    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '〇', '零', '○', '一', '壹', '二', '两', '貳', '贰', '兩', '三',
    '叁', '參', '叄', '四', '肆', '五', '伍', '六', '陆', '陸', '七', '柒', '八', '捌', '九', '玖', '十', '拾', '百',
    '佰', '千', '仟', '万', '萬', '亿', '億', '廿', '卅', '卌',
];
static IS_NUMERAL: CharSet = CharSet::new(&NUMERALS);

/// Whether a numeral may be written with this character.
pub fn is_numeral(c: char) -> bool {
    IS_NUMERAL.contains(c)
}

/// The place of the next character that is no blank.
pub fn past_blanks(chars: &[char], mut at: usize) -> usize {
    while chars.get(at).is_some_and(|c| matches!(c, ' ' | '\n' | '\r' | '\u{200b}')) {
        at += 1;
    }
    at
}

/// Reads the numeral that begins at `at`. `units` tells 千瓦 from 千 and 瓦. None where there is none, or where it
/// has more figures than a decimal holds.
pub fn read(chars: &[char], at: usize, units: &Lexicon) -> Option<Numeral> {
    Reader { chars, units, at, low: Decimal::ZERO, high: Decimal::ZERO, looseness: Looseness::Plain }.read(at)
}

struct Reader<'a> {
    chars: &'a [char],
    units: &'a Lexicon,
    at: usize,
    /// What has been read up to the last 亿.
    low: Decimal,
    high: Decimal,
    looseness: Looseness,
}

/// A stretch below 万.
struct Section {
    low: Decimal,
    high: Decimal,
    script: Script,
    digits: usize,
    /// A single Chinese digit with no 零 before it: 十三万五 is 135000.
    lone_digit: bool,
    fraction: bool,
    implied_one: bool,
}

impl Reader<'_> {
    fn peek(&self) -> Option<char> {
        self.chars.get(self.at).copied()
    }

    fn read(mut self, start: usize) -> Option<Numeral> {
        let negative = self.sign();
        let (mut below, mut below_high) = (Decimal::ZERO, Decimal::ZERO);
        let (mut last_great, mut parts, mut digits) = (None, 0, 0);
        let (mut script, mut magnitude, mut implied_one) = (None, Decimal::ONE, false);
        loop {
            let mark = self.at;
            let Some(mut section) = self.section(parts) else { break };
            if let Some(last) = last_great {
                let limit = Decimal::from(last);
                if section.lone_digit && self.great().is_none() && self.free_end() {
                    section.low = section.low.checked_mul(limit / Decimal::TEN)?;
                    section.high = section.low;
                }
                // 40万3岁以下儿童: figures behind 万 are its lower part only where they fill it (1亿3000万, 3万5千).
                let short = section.script == Script::Arabic && section.high < Decimal::ONE_HUNDRED;
                if section.high >= limit || (section.fraction || short) && self.great().is_none() {
                    self.at = mark;
                    break;
                }
            }
            script = Some(match script {
                None => section.script,
                Some(known) if known == section.script => known,
                Some(_) => Script::Mixed,
            });
            digits = if parts == 0 { section.digits } else { 0 };
            implied_one |= parts == 0 && section.implied_one;
            parts += 1;
            below = plus(below, section.low)?;
            below_high = plus(below_high, section.high)?;
            self.more();
            let mut great = None;
            magnitude = Decimal::ONE;
            while let Some(step) = self.great() {
                let step_value = Decimal::from(step);
                self.at = past_blanks(self.chars, self.at) + 1;
                (below, below_high) = (below.checked_mul(step_value)?, below_high.checked_mul(step_value)?);
                magnitude = magnitude.checked_mul(step_value)?;
                if step > 10_000 {
                    self.low = plus(self.low, below)?;
                    self.high = plus(self.high, below_high)?;
                    (below, below_high) = (Decimal::ZERO, Decimal::ZERO);
                }
                great = Some(step);
                digits = 0;
                self.more();
                if step > 10_000 {
                    break;
                }
            }
            if great.is_none() || self.is_loose() || self.at >= self.chars.len() {
                break;
            }
            last_great = great;
        }
        if parts == 0 {
            return None;
        }
        let (mut low, mut high) = (plus(self.low, below)?, plus(self.high, below_high)?);
        if negative {
            (low, high) = (-high, -low);
        }
        let script = script.unwrap_or(Script::Chinese);
        Some(Numeral {
            start,
            end: self.at,
            low,
            high,
            looseness: self.looseness,
            script,
            magnitude,
            digits,
            implied_one,
        })
    }

    /// 负, or a minus that parts nothing.
    fn sign(&mut self) -> bool {
        let before = self.at.checked_sub(1).and_then(|i| self.chars.get(i)).copied();
        let minus = match self.peek() {
            Some('负' | '負') => !before.is_some_and(|c| {
                c.is_alphabetic() && !matches!(c, '为' | '是' | '由' | '从' | '到' | '至' | '達' | '达')
            }),
            Some('-' | '−') => !before.is_some_and(|c| c.is_ascii_alphanumeric() || "%‰-—)）".contains(c)),
            _ => false,
        };
        if minus {
            self.at = past_blanks(self.chars, self.at + 1);
        }
        minus
    }

    /// 万 or 亿 that is no part of a unit. After 万 comes 亿 alone.
    fn great(&self) -> Option<u32> {
        let at = past_blanks(self.chars, self.at);
        let step = great_magnitude(*self.chars.get(at)?)?;
        (!self.unit_at(at)).then_some(step)
    }

    fn unit_at(&self, at: usize) -> bool {
        self.units.longest_at(self.chars, at).is_some()
    }

    /// Nothing that the numeral could run on into.
    fn free_end(&self) -> bool {
        self.peek().is_none_or(|c| !is_numeral(c) && !"点點".contains(c))
    }

    /// Takes 余, 多, 几 or 来 where a magnitude, a unit or the end follows.
    fn more(&mut self) {
        let Some(c) = self.peek() else { return };
        if !matches!(c, '余' | '多' | '几' | '来' | '來' | '餘') || self.is_loose() {
            return;
        }
        let last = self.at.checked_sub(1).and_then(|i| self.chars.get(i)).copied();
        if !last.is_some_and(|c| is_numeral(c) && !matches!(digit(c), Some(1..)) && !matches!(c, '1'..='9')) {
            return;
        }
        let next = past_blanks(self.chars, self.at + 1);
        let follows = match self.chars.get(next) {
            None => true,
            Some(&next_char) => {
                great_magnitude(next_char).is_some()
                    || self.unit_at(next)
                    || c != '来' && !next_char.is_alphanumeric()
                    || matches!(c, '余') && next_char != '年'
                    // 3万多居民: no unit, and no word such as 多元 or 多式联运
                    || c == '多' && next == self.at + 1 && !"元式功层媒边样维头党点级年么少极重".contains(next_char)
            }
        };
        if follows {
            self.looseness = if matches!(c, '来' | '來') { Looseness::Near } else { Looseness::More };
            self.at += 1;
        }
    }

    fn is_loose(&self) -> bool {
        matches!(self.looseness, Looseness::More | Looseness::Near)
    }

    fn section(&mut self, parts: usize) -> Option<Section> {
        let start = self.at;
        if let Some(section) = self.arabic(parts) {
            return Some(section);
        }
        self.at = start;
        let section = self.chinese(parts);
        if section.is_none() {
            self.at = start;
        }
        section
    }

    /// 1,100.9 or 1 086 or 98. 6, and 3千 or 5百.
    fn arabic(&mut self, parts: usize) -> Option<Section> {
        if parts > 0 && !self.peek()?.is_ascii_digit() {
            return None;
        }
        let mut figures = Figures::default();
        self.figures(&mut figures);
        let whole = figures.count;
        if whole > 0 {
            self.groups(&mut figures);
        }
        let digits = figures.count;
        let dot = past_blanks(self.chars, self.at);
        let mut fraction = false;
        if self.chars.get(dot) == Some(&'.') {
            let mark = self.at;
            self.at = past_blanks(self.chars, dot + 1);
            let blank_before = dot > mark;
            if self.peek().is_some_and(|c| c.is_ascii_digit()) && !(whole == 0 && blank_before) {
                fraction = true;
                self.figures(&mut figures);
            } else {
                self.at = mark;
            }
        }
        if figures.count == 0 {
            return None;
        }
        let mut value = figures.decimal(figures.count - digits)?;
        let mut digits = if fraction { 0 } else { digits };
        let mut script = Script::Arabic;
        while let Some(step) = self.peek().and_then(small_magnitude).filter(|_| !self.unit_at(self.at)) {
            value = value.checked_mul(Decimal::from(step))?;
            self.at += 1;
            digits = 0;
            script = Script::Mixed;
        }
        if let Some(step) = self.latin_magnitude() {
            value = value.checked_mul(step)?;
            self.at += 1;
            digits = 0;
        }
        Some(Section { low: value, high: value, script, digits, lone_digit: false, fraction, implied_one: false })
    }

    fn figures(&mut self, figures: &mut Figures) {
        while let Some(figure) = self.peek().and_then(|c| c.to_digit(10)) {
            figures.push(figure);
            self.at += 1;
        }
    }

    /// Groups of three after a comma or a blank.
    fn groups(&mut self, figures: &mut Figures) {
        if figures.count > 3 {
            return;
        }
        loop {
            let parted = match self.peek() {
                Some(',') => self.at + 1,
                Some(' ' | '\n') if self.chars.get(self.at + 1) != Some(&' ') => self.at + 1,
                _ => return,
            };
            let digit_at = |i: usize| self.chars.get(parted + i).is_some_and(char::is_ascii_digit);
            let led_by_zero = figures.is_zero();
            if !(digit_at(0) && digit_at(1) && digit_at(2)) || digit_at(3) || led_by_zero {
                return;
            }
            self.at = parted;
            self.figures(figures);
        }
    }

    /// K, M or G right after a figure, with no letter after it.
    fn latin_magnitude(&self) -> Option<Decimal> {
        let step = match self.peek()? {
            'K' | 'k' => 1_000,
            'M' => 1_000_000,
            'G' => 1_000_000_000,
            _ => return None,
        };
        let next = self.chars.get(self.at + 1);
        (!next.is_some_and(|c| c.is_alphanumeric())).then(|| Decimal::from(step))
    }

    /// 一千二百, 二十五, 二〇二一, 三四十, 几千, 百.
    fn chinese(&mut self, parts: usize) -> Option<Section> {
        let start = self.at;
        let (mut low, mut high) = (0u64, 0u64);
        let mut last = 10_000u32;
        let mut run = Run::default();
        let (mut zero, mut implied_one, mut units_seen) = (false, false, 0);
        if matches!(self.peek(), Some('几' | '数' | '幾' | '數')) {
            let next = *self.chars.get(self.at + 1)?;
            if small_magnitude(next).is_none() && great_magnitude(next).is_none() {
                return None;
            }
            self.looseness = Looseness::Some;
            self.at += 1;
            run.push(1);
        }
        while let Some(c) = self.peek() {
            if let Some(figure) = digit(c) {
                if figure == 0 && run.is_empty() {
                    let next = self.chars.get(self.at + 1).copied();
                    let leads = next.is_some_and(is_numeral);
                    if self.at > start || parts > 0 {
                        if !leads {
                            break;
                        }
                        zero = true;
                        self.at += 1;
                        continue;
                    }
                }
                // 两 is a unit of weight behind a digit, and behind 亿 or 万 it counts something else (600亿两个台阶)
                let next = self.chars.get(self.at + 1).copied();
                let multiplies = next.is_some_and(|c| small_magnitude(c).or(great_magnitude(c)).is_some());
                let goes_on = self.at > start || parts > 0;
                let apart = matches!(c, '两' | '兩') && (!run.is_empty() || goes_on && !multiplies);
                if apart || !run.is_empty() && units_seen > 0 && !run.goes_on_about(figure) {
                    break;
                }
                run.push(figure);
                self.at += 1;
            } else if let Some(step) = small_magnitude(c) {
                if step >= last || self.unit_at(self.at) && !(run.is_empty() && self.at == start) {
                    break;
                }
                let (a, b) = match run.known() {
                    [] if self.at == start && parts == 0 => {
                        implied_one = step > 10;
                        (1, 1)
                    }
                    [] if step == 10 && units_seen > 0 || zero => (1, 1),
                    &[one] => (u64::from(one), u64::from(one)),
                    &[one, two] if run.count == 2 && approximate(one, two) => (u64::from(one), u64::from(two)),
                    _ => break,
                };
                low += a * u64::from(step);
                high += b * u64::from(step);
                (last, units_seen, zero) = (step, units_seen + 1, false);
                run = Run::default();
                self.at += 1;
                if self.looseness == Looseness::Some {
                    break;
                }
            } else if let Some(amount) = tens(c).filter(|_| run.is_empty()) {
                low += u64::from(amount);
                high += u64::from(amount);
                (last, units_seen, zero) = (10, units_seen + 1, false);
                self.at += 1;
            } else {
                break;
            }
        }
        self.bare_great(start, &mut low, &mut high, &mut implied_one);
        if self.at == start && !implied_one {
            return None;
        }
        let lone_digit = units_seen == 0 && !zero && matches!(run.known(), &[one] if one > 0);
        let digits = if units_seen == 0 && run.count > 1 { run.count } else { 0 };
        match run.known() {
            [] => {}
            &[one, two] if run.count == 2 && approximate(one, two) => {
                low += u64::from(one);
                high += u64::from(two);
            }
            &[one]
                if units_seen > 0
                    && !zero
                    && last > 10
                    && (self.free_end() || last == 100 && self.great().is_some()) =>
            {
                let scaled = u64::from(one) * u64::from(last / 10);
                low += scaled;
                high += scaled;
            }
            _ => {
                let value = run.value?;
                low += value;
                high += value;
            }
        }
        let (mut low, mut high, mut fraction) = (Decimal::from(low), Decimal::from(high), false);
        if let Some(part) = self.point() {
            low = low.checked_add(part)?;
            high = low;
            fraction = true;
        }
        let digits = if fraction { 0 } else { digits };
        Some(Section { low, high, script: Script::Chinese, digits, lone_digit, fraction, implied_one })
    }

    /// 万 or 亿 with nothing before it counts as one of it; the caller multiplies.
    fn bare_great(&self, start: usize, low: &mut u64, high: &mut u64, implied_one: &mut bool) {
        if self.at == start && self.great().is_some() && past_blanks(self.chars, self.at) == self.at {
            (*low, *high, *implied_one) = (1, 1, true);
        }
    }

    /// 点五, 点123.
    fn point(&mut self) -> Option<Decimal> {
        let value_of = |c: char| c.to_digit(10).or_else(|| digit(c).map(u32::from));
        if !matches!(self.peek(), Some('点' | '點')) || value_of(*self.chars.get(self.at + 1)?).is_none() {
            return None;
        }
        let mark = self.at;
        self.at += 1;
        let mut figures = Figures::default();
        while let Some(figure) = self.peek().and_then(value_of) {
            figures.push(figure);
            self.at += 1;
        }
        let value = figures.decimal(figures.count);
        if value.is_none() {
            self.at = mark;
        }
        value
    }
}

/// A sum whose first part is most often nothing yet.
fn plus(sum: Decimal, more: Decimal) -> Option<Decimal> {
    if sum.is_zero() && sum.scale() == 0 { Some(more) } else { sum.checked_add(more) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_a_value_is_in_the_set_of_numerals() {
        for c in '\0'..=char::MAX {
            let valued = c.is_ascii_digit()
                || digit(c).is_some()
                || small_magnitude(c).is_some()
                || great_magnitude(c).is_some()
                || tens(c).is_some();
            assert_eq!(is_numeral(c), valued, "{c}");
        }
    }
}

//! The mark that opens an item: 一、 （一） 1. （1） ① —— and bullets.

/// The style of a mark, outermost first; the order is that of official documents.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ItemMark {
    /// `## `, with its number of signs.
    Hash(u8),
    /// 第一部分
    Part,
    /// 一、 or a numeral that stands alone
    Han,
    /// （一）
    HanParen,
    /// 1.
    Arabic,
    /// 1.1 or 1.1.1, with its number of points
    Decimal(u8),
    /// （1） or 1）
    ArabicParen,
    /// ①
    Circled,
    /// ——
    Dash,
    /// - • ●
    Bullet,
}

fn is_han_digit(c: char) -> bool {
    matches!(c, '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '百')
}

/// A sign that opens items and counts nothing.
pub fn is_bullet(c: char) -> bool {
    "•●·■◆▲★□○◎▍".contains(c) || is_pictograph(c) || ('\u{e000}'..='\u{f8ff}').contains(&c)
}

/// A picture that posts on the net set before their lines. Source: the blocks of pictographs, dingbats and miscellaneous symbols
/// of the Unicode Standard.
pub fn is_pictograph(c: char) -> bool {
    matches!(c, '\u{1f300}'..='\u{1faff}' | '\u{2b50}' | '\u{2b55}')
        || matches!(c, '\u{2600}'..='\u{27bf}') && !"★☆".contains(c)
}

/// What tells how a picture is drawn, behind it.
const DRAWN: char = '\u{fe0f}';
/// What makes a key of the figure before it: 1️⃣.
const KEY: char = '\u{20e3}';

/// The mark at the start of folded text, and its length in bytes.
pub fn item_mark(text: &str) -> Option<(ItemMark, usize)> {
    let first = text.chars().next()?;
    match first {
        '第' => part(text),
        '（' => parenthesised(text),
        '#' => hashes(text),
        '0'..='9' => arabic(text),
        '①'..='⑳' => Some((ItemMark::Circled, first.len_utf8())),
        '㈠'..='㈩' => Some((ItemMark::HanParen, first.len_utf8())),
        '⑴'..='⒇' => Some((ItemMark::ArabicParen, first.len_utf8())),
        '⒈'..='⒛' => Some((ItemMark::Arabic, first.len_utf8())),
        '—' | '-' | '─' | '－' => dash(text, first),
        _ if is_bullet(first) => {
            let rest = &text[first.len_utf8()..];
            Some((ItemMark::Bullet, text.len() - rest.trim_start_matches(DRAWN).len()))
        }
        '*' if text.starts_with("* ") => Some((ItemMark::Bullet, 2)),
        c if is_han_digit(c) => han(text),
        c if FORMAL.contains(c) => formal(text),
        _ => None,
    }
}

/// The numerals of deeds and cheques, which posts set before their parts.
const FORMAL: &str = "壹贰叁肆伍陆柒捌玖拾";

/// 壹 总览, 贰、刑事检察.
fn formal(text: &str) -> Option<(ItemMark, usize)> {
    let rest = text.trim_start_matches(|c| FORMAL.contains(c));
    let words = rest.strip_prefix(['、', ' ', '·', '.'])?;
    words.chars().next().filter(|c| c.is_alphabetic()).map(|_| (ItemMark::Han, text.len() - words.len()))
}

/// Bytes of the leading Chinese numeral.
fn han_length(text: &str) -> usize {
    text.find(|c| !is_han_digit(c)).unwrap_or(text.len())
}

fn digits_length(text: &str) -> usize {
    text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len())
}

fn part(text: &str) -> Option<(ItemMark, usize)> {
    let rest = &text["第".len()..];
    let number = han_length(rest).max(digits_length(rest));
    let named = ["部分", "章", "节", "篇"].into_iter().find(|name| number > 0 && rest[number..].starts_with(name))?;
    Some((ItemMark::Part, "第".len() + number + named.len()))
}

fn han(text: &str) -> Option<(ItemMark, usize)> {
    let number = han_length(text);
    let rest = &text[number..];
    if rest.is_empty() {
        return Some((ItemMark::Han, number));
    }
    let blank = rest.len() - rest.trim_start().len();
    let sign = rest.trim_start().chars().next().filter(|c| matches!(c, '、' | '.'))?;
    Some((ItemMark::Han, number + blank + sign.len_utf8()))
}

fn parenthesised(text: &str) -> Option<(ItemMark, usize)> {
    let open = "（".len();
    let inside = text[open..].trim_start();
    let (number, mark) = match han_length(inside) {
        0 => (digits_length(inside), ItemMark::ArabicParen),
        number => (number, ItemMark::HanParen),
    };
    let closes = number > 0 && number <= 9 && inside[number..].trim_start().starts_with('）');
    let close = text.find('）')?;
    closes.then_some((mark, close + "）".len()))
}

fn arabic(text: &str) -> Option<(ItemMark, usize)> {
    let number = digits_length(text);
    let mut rest = text[number..].chars();
    let (sign, after) = (rest.next()?, rest.next());
    match sign {
        _ if number > 3 => None,
        DRAWN | KEY => {
            let words = text[number..].trim_start_matches(DRAWN).strip_prefix(KEY)?;
            Some((ItemMark::Circled, text.len() - words.len()))
        }
        // 01 经济稳
        ' ' if number == 2 && text.starts_with('0') && after.is_some_and(char::is_alphabetic) => {
            Some((ItemMark::Arabic, number + 1))
        }
        '）' => Some((ItemMark::ArabicParen, number + sign.len_utf8())),
        '.' if after.is_some_and(|c| c.is_ascii_digit()) && !is_year(&text[number + 1..]) => decimal(text),
        '.' | '、' if !after.is_some_and(|c| c.is_ascii_digit()) || is_year(&text[number + sign.len_utf8()..]) => {
            Some((ItemMark::Arabic, number + sign.len_utf8()))
        }
        _ => None,
    }
}

/// 1.1 工程建设: the number of a part of a part, and no quantity, with a blank behind it.
fn decimal(text: &str) -> Option<(ItemMark, usize)> {
    let (number, words) = text.split_once(' ')?;
    let plain = number.split('.').all(|part| (1..=2).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit()));
    let points = number.matches('.').count();
    let named = words.starts_with(|c: char| ('\u{4e00}'..='\u{9fff}').contains(&c));
    (plain && named && (1..=3).contains(&points)).then_some((ItemMark::Decimal(points as u8), number.len() + 1))
}

/// 1.2024年工作: the digits behind the point are a year and no decimals.
fn is_year(text: &str) -> bool {
    digits_length(text) == 4 && text.starts_with("20") && text[4..].starts_with('年')
}

fn hashes(text: &str) -> Option<(ItemMark, usize)> {
    let signs = text.len() - text.trim_start_matches('#').len();
    (signs <= 6 && text[signs..].starts_with(' ')).then_some((ItemMark::Hash(signs as u8), signs + 1))
}

fn dash(text: &str, sign: char) -> Option<(ItemMark, usize)> {
    let length = text.len() - text.trim_start_matches(sign).len();
    let one = sign.len_utf8();
    match length / one {
        1 if sign == '-' && text[1..].starts_with(' ') => Some((ItemMark::Bullet, 2)),
        1 if sign == '—' && !text[one..].is_empty() => Some((ItemMark::Dash, one)),
        2.. => Some((ItemMark::Dash, length)),
        _ => None,
    }
}

//! Whole numbers as fronts write them: in figures, in Chinese numerals, digit by digit.

/// The whole number that folded text spells, in figures or Chinese numerals, up to 9999; none where it holds else.
pub fn integer(text: &str) -> Option<u32> {
    if text.is_empty() || text.len() > 24 {
        return None;
    }
    if let Ok(number) = text.parse() {
        return Some(number);
    }
    let digit = |c: char| {
        "〇一二三四五六七八九".chars().position(|d| d == c).or(match c {
            '零' | '○' => Some(0),
            '两' => Some(2),
            _ => None,
        })
    };
    if text.chars().count() > 1 && text.chars().all(|c| digit(c).is_some()) {
        return text.chars().try_fold(0_u32, |number, c| Some(number * 10 + digit(c)? as u32));
    }
    let (mut number, mut figure) = (0_u32, None);
    for c in text.chars() {
        match c {
            '十' => number += figure.take().unwrap_or(1) * 10,
            '百' => number += figure.take()? * 100,
            _ => figure = Some(digit(c)? as u32),
        }
    }
    Some(number + figure.unwrap_or(0))
}

/// A number below a hundred in Chinese numerals.
pub fn spelled(number: u32) -> String {
    let digit = |number: u32| "〇一二三四五六七八九".chars().nth(number as usize % 10).unwrap_or('〇');
    match (number / 10, number % 10) {
        (0, ones) => digit(ones).to_string(),
        (tens, ones) => {
            let tens = if tens == 1 { String::new() } else { digit(tens).to_string() };
            let ones = if ones == 0 { String::new() } else { digit(ones).to_string() };
            format!("{tens}十{ones}")
        }
    }
}

/// Whether a year may be written with the character.
pub fn is_figure(c: char) -> bool {
    matches!(c, '0'..='9' | '〇' | '零' | '○' | '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九')
}

/// The numeral that ends a text, and where it begins, in bytes.
pub fn number_before(text: &str) -> Option<(u32, usize)> {
    let numeral = |c: char| c.is_ascii_digit() || "〇零○一二三四五六七八九十百".contains(c);
    let start = text.char_indices().rev().take_while(|(_, c)| numeral(*c)).last()?.0;
    integer(&text[start..]).map(|number| (number, start))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numerals_of_sessions_are_read() {
        for (text, number) in
            [("十四", 14), ("二十三", 23), ("10", 10), ("二〇二四", 2024), ("一百零二", 102), ("十", 10)]
        {
            assert_eq!(integer(text), Some(number), "{text}");
        }
        for number in [1, 10, 14, 20, 23] {
            assert_eq!(integer(&spelled(number)), Some(number));
        }
        assert_eq!(integer("甲"), None);
        assert_eq!(number_before("市第十五"), Some((15, "市第".len())));
    }
}

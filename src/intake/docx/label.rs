//! The numbers that Word draws in front of paragraphs, in the ways that Chinese documents number.

/// `number` in the format that Word calls `format` (`w:numFmt`); decimal where the format is not known.
pub fn ordinal(number: u32, format: &str) -> String {
    let nth = |list: &str| list.chars().nth(number.wrapping_sub(1) as usize).map(String::from);
    let named = match format {
        "none" => Some(String::new()),
        "chineseCounting"
        | "chineseCountingThousand"
        | "taiwaneseCounting"
        | "taiwaneseCountingThousand"
        | "japaneseCounting"
        | "ideographDigital"
        | "koreanCounting" => Some(han(number, &PLAIN)),
        "chineseLegalSimplified" => Some(han(number, &LEGAL)),
        "ideographLegalTraditional" => Some(han(number, &LEGAL_TRADITIONAL)),
        "ideographTraditional" => nth("甲乙丙丁戊己庚辛壬癸"),
        "ideographZodiac" => nth("子丑寅卯辰巳午未申酉戌亥"),
        "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" => circled(number),
        "decimalEnclosedParen" if number <= 20 => offset(number, 0x2474),
        "decimalEnclosedFullstop" if number <= 20 => offset(number, 0x2488),
        "decimalFullWidth" | "decimalFullWidth2" => Some(full_width(number)),
        "decimalZero" => Some(format!("{number:02}")),
        "upperLetter" => Some(letters(number, b'A')),
        "lowerLetter" => Some(letters(number, b'a')),
        "upperRoman" => Some(roman(number)),
        "lowerRoman" => Some(roman(number).to_lowercase()),
        _ => None,
    };
    named.unwrap_or_else(|| number.to_string())
}

/// `number` in a circle, as far as there are such characters.
pub fn circled(number: u32) -> Option<String> {
    match number {
        1..=20 => offset(number, 0x2460),
        21..=35 => offset(number - 20, 0x3251),
        36..=50 => offset(number - 35, 0x32B1),
        _ => None,
    }
}

fn offset(number: u32, first: u32) -> Option<String> {
    char::from_u32(first + number.checked_sub(1)?).map(String::from)
}

/// Digits 0 to 9, then ten, hundred, thousand and ten thousand.
type HanDigits = [char; 14];
const PLAIN: HanDigits = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '百', '千', '万'];
const LEGAL: HanDigits = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖', '拾', '佰', '仟', '万'];
const LEGAL_TRADITIONAL: HanDigits =
    ['零', '壹', '貳', '參', '肆', '伍', '陸', '柒', '捌', '玖', '拾', '佰', '仟', '萬'];

/// Chinese numerals up to 99999; beyond, digits.
fn han(number: u32, digits: &HanDigits) -> String {
    if number == 0 || number > 99_999 {
        return if number == 0 { digits[0].to_string() } else { number.to_string() };
    }
    let zero = if digits[0] == '〇' { '零' } else { digits[0] };
    let mut text = String::new();
    let mut gap = false;
    for (power, place) in [(10_000, Some(13)), (1_000, Some(12)), (100, Some(11)), (10, Some(10)), (1, None)] {
        let digit = number / power % 10;
        if digit == 0 {
            gap = !text.is_empty();
            continue;
        }
        if gap {
            text.push(zero);
            gap = false;
        }
        // 十二, not 一十二, where nothing stands before.
        let is_bare_ten = power == 10 && digit == 1 && text.is_empty() && digits[0] == '〇';
        if !is_bare_ten {
            text.push(digits[digit as usize]);
        }
        text.extend(place.map(|index| digits[index]));
    }
    text
}

fn full_width(number: u32) -> String {
    number.to_string().bytes().filter_map(|digit| char::from_u32(0xFF10 + u32::from(digit - b'0'))).collect()
}

/// a … z, aa, bb … as Word counts; more than a few rounds are digits.
fn letters(number: u32, first: u8) -> String {
    let Some(index) = number.checked_sub(1).filter(|&index| index < 26 * 8) else { return number.to_string() };
    let letter = char::from(first + u8::try_from(index % 26).unwrap_or(0));
    std::iter::repeat_n(letter, index as usize / 26 + 1).collect()
}

fn roman(mut number: u32) -> String {
    if number == 0 || number > 3_999 {
        return number.to_string();
    }
    let steps = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    let mut text = String::new();
    for (value, sign) in steps {
        while number >= value {
            text.push_str(sign);
            number -= value;
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_drawn_as_word_draws_them() {
        let cases = [
            (1, "chineseCounting", "一"),
            (10, "chineseCountingThousand", "十"),
            (12, "chineseCountingThousand", "十二"),
            (20, "taiwaneseCountingThousand", "二十"),
            (105, "chineseCountingThousand", "一百零五"),
            (110, "chineseCountingThousand", "一百一十"),
            (2, "chineseLegalSimplified", "贰"),
            (3, "ideographTraditional", "丙"),
            (11, "ideographTraditional", "11"),
            (2, "decimalEnclosedCircle", "②"),
            (21, "decimalEnclosedCircleChinese", "㉑"),
            (3, "decimalEnclosedParen", "⑶"),
            (12, "decimalFullWidth", "１２"),
            (28, "lowerLetter", "bb"),
            (14, "upperRoman", "XIV"),
            (7, "decimalZero", "07"),
            (0, "ideographZodiac", "0"),
            (4, "somethingNew", "4"),
        ];
        for (number, format, expected) in cases {
            assert_eq!(ordinal(number, format), expected, "{format}");
        }
    }
}

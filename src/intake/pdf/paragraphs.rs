//! From lines to paragraphs: where a line ends because the page was full, it runs on.
//!
//! A line was broken by the page's width where the next word would not have fitted after it. Indents and wider gaps
//! begin a paragraph. Page numbers and running heads are set aside until the paragraph that they interrupt has ended.

use std::collections::HashMap;

use super::layout::Line;

/// A line that starts this many em right of the margin is indented.
const INDENT: f64 = 1.2;
/// What may be missing at the end of a full line, in em: punctuation that was squeezed or moved.
const SLACK: f64 = 1.1;
/// A gap this many times the usual one begins a paragraph.
const WIDE_GAP: f64 = 1.7;
/// A running head stands on this many pages.
const HEAD_PAGES: usize = 3;

/// The text of a document.
pub struct Paragraphs {
    /// One paragraph a line.
    pub text: String,
    /// Characters of page numbers and running heads in it, blanks left out.
    pub furniture_chars: usize,
}

/// Puts the lines of all pages together.
pub fn join(mut pages: Vec<Vec<Line>>) -> Paragraphs {
    let furniture = take_furniture(&mut pages);
    let page = Measure::of(&pages);
    let mut text = String::new();
    let mut pending = String::new();
    let mut last: Option<Line> = None;
    let mut furniture_chars = 0;
    for (lines, aside) in pages.into_iter().zip(furniture) {
        for (index, line) in lines.into_iter().enumerate() {
            match &last {
                Some(before) if page.runs_on(before, &line, index == 0) => join_line(&mut text, &line.text),
                _ => {
                    end_paragraph(&mut text, &mut pending);
                    text.push_str(&line.text);
                }
            }
            last = Some(line);
        }
        for line in aside {
            furniture_chars += line.chars().filter(|c| !c.is_whitespace()).count();
            pending.push_str(&line);
            pending.push('\n');
        }
    }
    end_paragraph(&mut text, &mut pending);
    Paragraphs { text, furniture_chars }
}

fn end_paragraph(text: &mut String, pending: &mut String) {
    if !text.is_empty() && !text.ends_with('\n') {
        text.push('\n');
    }
    text.push_str(&std::mem::take(pending));
}

/// Adds a line that continues the paragraph; a blank only between words of letters.
fn join_line(text: &mut String, line: &str) {
    let is_word = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphabetic());
    if is_word(text.chars().next_back()) && is_word(line.chars().next()) {
        text.push(' ');
    }
    text.push_str(line.trim_start());
}

/// What is usual in a document, in points.
struct Measure {
    left: f64,
    right: f64,
    /// From baseline to baseline.
    pitch: f64,
}

impl Measure {
    fn of(pages: &[Vec<Line>]) -> Self {
        let lines = || pages.iter().flatten();
        // Margins are where most text begins and ends; both are taken from long lines alone.
        let longest = lines().map(|line| line.right - line.left).fold(0.0, f64::max);
        let long = || lines().filter(|line| line.right - line.left > 0.7 * longest);
        let pitches = pages.iter().flat_map(|page| page.windows(2)).map(|pair| pair[0].y - pair[1].y);
        Self {
            left: usual(long().map(|line| line.left)).unwrap_or(0.0),
            right: usual(long().map(|line| line.right)).unwrap_or(0.0),
            pitch: usual(pitches.filter(|&pitch| pitch > 0.0)).unwrap_or(0.0),
        }
    }

    /// Whether `line` continues the paragraph of `before`.
    fn runs_on(&self, before: &Line, line: &Line, is_new_page: bool) -> bool {
        let em = before.size;
        let same_letters = (before.size - line.size).abs() < 0.12 * em;
        let is_indented = line.left - self.left > INDENT * em || line.text.starts_with(char::is_whitespace);
        let drop = before.y - line.y;
        let is_near = is_new_page || drop <= 0.0 || drop < WIDE_GAP * self.pitch;
        let is_table = before.text.contains('\t') || line.text.contains('\t');
        let room = self.right - before.right;
        same_letters && !is_indented && is_near && !is_table && room < (first_word(&line.text) + SLACK) * em
    }
}

/// The value that most of `numbers` are near.
fn usual(numbers: impl Iterator<Item = f64>) -> Option<f64> {
    let mut counts: HashMap<i64, (usize, f64)> = HashMap::new();
    for number in numbers {
        // Within two points is the same.
        #[expect(clippy::cast_possible_truncation, reason = "places on a page are small")]
        let entry = counts.entry((number / 2.0).round() as i64).or_insert((0, number));
        entry.0 += 1;
    }
    let best = counts.into_iter().max_by(|a, b| a.1.0.cmp(&b.1.0).then(b.0.cmp(&a.0)));
    best.map(|(_, (_, number))| number)
}

/// How much room, in em, the start of a line needs that cannot be broken: a number or word, or one character, with
/// the marks that may not begin a line.
fn first_word(text: &str) -> f64 {
    let mut width = 0.0;
    let mut in_word = false;
    for c in text.chars().take(40) {
        let is_word = c.is_ascii_alphanumeric() || matches!(c, '.' | ',' | '%' | '-');
        let is_closing = "，。、；：？！”’）》」』％…".contains(c);
        if width > 0.0 && !is_closing && !(in_word && is_word) {
            break;
        }
        width += if is_word { 0.55 } else { 1.0 };
        in_word = is_word;
    }
    width
}

/// Takes page numbers and running heads out of the pages: for each page, its own.
fn take_furniture(pages: &mut [Vec<Line>]) -> Vec<Vec<String>> {
    let mut seen: HashMap<String, usize> = HashMap::new();
    for page in pages.iter() {
        for line in edges(page) {
            *seen.entry(without_digits(&page[line].text)).or_default() += 1;
        }
    }
    let is_furniture = |line: &Line| {
        let key = without_digits(&line.text);
        is_page_number(&line.text) || (seen.get(&key).is_some_and(|&count| count >= HEAD_PAGES) && !key.is_empty())
    };
    pages.iter_mut().map(|page| strip(page, &is_furniture)).collect()
}

/// Takes furniture from the top and the bottom of a page, in this order.
fn strip(page: &mut Vec<Line>, is_furniture: &dyn Fn(&Line) -> bool) -> Vec<String> {
    let mut at_edges: Vec<usize> = edges(page).filter(|&index| is_furniture(&page[index])).collect();
    at_edges.sort_unstable();
    at_edges.dedup();
    let mut aside = Vec::new();
    for index in at_edges.into_iter().rev() {
        aside.push(page.remove(index).text);
    }
    aside.reverse();
    aside
}

/// The first two and the last two lines of a page.
fn edges(page: &[Line]) -> impl Iterator<Item = usize> + use<> {
    let len = page.len();
    (0..len.min(2)).chain(len.saturating_sub(2).max(2.min(len))..len)
}

fn without_digits(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !c.is_ascii_digit() && !"０１２３４５６７８９".contains(*c)).collect()
}

/// `3`, `- 3 -`, `—３—`, `第3页 共20页`, `3/20`.
fn is_page_number(text: &str) -> bool {
    let digits = text.chars().filter(|c| c.is_ascii_digit() || "０１２３４５６７８９".contains(*c)).count();
    let rest = without_digits(text);
    let is_frame = rest.chars().all(|c| "-—–―－·•.．/第页頁共，,".contains(c));
    (1..=8).contains(&digits) && is_frame && rest.chars().count() <= 8
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A page of 20 em: an indent of 2, lines 20 apart, letters of 10.
    fn page(lines: &[(f64, &str)]) -> Vec<Line> {
        let width = |text: &str| text.chars().map(|c| if c.is_ascii() { 5.5 } else { 10.0 }).sum::<f64>();
        let line = |(index, (left, text)): (usize, &(f64, &str))| Line {
            text: (*text).to_owned(),
            left: *left,
            right: left + width(text),
            y: 800.0 - 20.0 * f64::from(u32::try_from(index).unwrap()),
            size: 10.0,
        };
        lines.iter().enumerate().map(line).collect()
    }

    const FIRST: [(f64, &str); 5] = [
        (80.0, "青石县政府工作报告"),
        (20.0, "一年来，我们坚持稳中求进，办好实事，全"),
        (0.0, "县新建学校三所，改造老旧小区十二个，发放补"),
        (0.0, "贴一千万元。"),
        (20.0, "今年要着力办好以下几件大事，新建道路长"),
    ];

    #[test]
    fn full_lines_run_on_and_indents_begin_a_paragraph() {
        let text = join(vec![page(&FIRST)]).text;
        let expected = "青石县政府工作报告\n\
                        一年来，我们坚持稳中求进，办好实事，全县新建学校三所，改造老旧小区十二个，发放补贴一千万元。\n\
                        今年要着力办好以下几件大事，新建道路长\n";
        assert_eq!(text, expected);
    }

    #[test]
    fn page_numbers_and_heads_wait_for_the_end_of_the_paragraph() {
        let mut first = FIRST.to_vec();
        first.push((100.0, "— 1 —"));
        let second = [(0.0, "度120公里。"), (20.0, "二是办好教育。"), (100.0, "— 2 —")];
        let joined = join(vec![page(&first), page(&second)]);
        assert!(joined.text.ends_with("新建道路长度120公里。\n— 1 —\n二是办好教育。\n— 2 —\n"), "{}", joined.text);
        assert_eq!(joined.furniture_chars, 6);
    }

    #[test]
    fn a_line_that_repeats_on_pages_is_a_running_head() {
        let body = |text: &'static str| page(&[(60.0, "政府工作报告"), (0.0, text)]);
        let joined = join(vec![
            body("甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己庚辛壬癸"),
            body("子丑寅卯辰巳午未申酉戌亥子丑寅卯辰巳午未"),
            body("东南西北中东南西北中东南西北中东南西北中"),
        ]);
        assert_eq!(joined.furniture_chars, 18);
        assert!(joined.text.starts_with("甲乙丙丁"), "{}", joined.text);
    }

    #[test]
    fn page_numbers_are_told_from_figures() {
        for text in ["3", "- 12 -", "—３—", "第 3 页 共 20 页", "3/20"] {
            assert!(is_page_number(text), "{text}");
        }
        for text in ["12.5%", "3件", "2023年", "共3项"] {
            assert!(!is_page_number(text), "{text}");
        }
    }
}

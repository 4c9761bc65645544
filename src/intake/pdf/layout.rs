//! From words with places to lines in reading order.
//!
//! Words on one baseline are a line. A page in columns is read column by column, between lines that cross them; a
//! gutter makes columns only where running text stands on both sides of it, else it is the gap of a table.

use oxidize_pdf::text::TextFragment;

/// Two baselines closer than this many em are one.
const SAME_LINE: f64 = 0.45;
/// A wider gap, in em, stands between the cells of a table.
const CELL_GAP: f64 = 2.0;
/// A wider gap is a blank; narrower ones come from justified lines and from digits among characters.
const WORD_GAP: f64 = 0.6;
/// The same between words of letters.
const LETTER_GAP: f64 = 0.15;
/// A gutter is at least this many em wide.
const GUTTER: f64 = 1.2;
/// A column has this many lines, and this many characters a line.
const COLUMN_LINES: usize = 5;
const COLUMN_CHARS: usize = 8;

/// One line of a page. Lengths are in points.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    pub text: String,
    pub left: f64,
    pub right: f64,
    /// Baseline, counted from the bottom of the page.
    pub y: f64,
    /// Size of its letters.
    pub size: f64,
}

/// The lines of a page, in reading order.
pub fn lines(fragments: &[TextFragment]) -> Vec<Line> {
    let mut words: Vec<&TextFragment> = fragments.iter().filter(|word| is_sound(word)).collect();
    words.sort_by(|a, b| b.y.total_cmp(&a.y));
    let mut rows: Vec<Vec<&TextFragment>> = Vec::new();
    for word in words {
        match rows.last_mut() {
            Some(row) if (row[0].y - word.y).abs() < SAME_LINE * size(row[0]).max(size(word)) => row.push(word),
            _ => rows.push(vec![word]),
        }
    }
    for row in &mut rows {
        row.sort_by(|a, b| a.x.total_cmp(&b.x));
    }
    match gutter(&rows) {
        Some(gutter) => by_column(&rows, gutter),
        None => rows.iter().map(|row| line(row)).collect(),
    }
}

fn is_sound(word: &TextFragment) -> bool {
    !word.text.trim().is_empty() && [word.x, word.y, word.width].iter().all(|number| number.is_finite())
}

fn size(word: &TextFragment) -> f64 {
    word.font_size.abs().max(word.height.abs()).clamp(1.0, 1000.0)
}

/// Where a gutter lies between two columns of running text.
fn gutter(rows: &[Vec<&TextFragment>]) -> Option<f64> {
    let mut gaps: Vec<(f64, f64)> = Vec::new();
    for row in rows {
        for pair in row.windows(2) {
            let (from, to) = (pair[0].x + pair[0].width, pair[1].x);
            let is_text = [pair[0], pair[1]].iter().all(|word| word.text.chars().count() >= COLUMN_CHARS);
            if is_text && to - from > GUTTER * size(pair[0]) {
                gaps.push((from, to));
            }
        }
    }
    // The stretch that most gaps share is found at the right end of one of them.
    let crossed = |x: f64| gaps.iter().filter(|(from, to)| *from < x && x <= *to).count();
    let best = gaps.iter().map(|&(_, to)| (crossed(to), to)).max_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)))?;
    let (count, to) = best;
    if count < COLUMN_LINES || count * 3 < rows.len() {
        return None;
    }
    let from = gaps.iter().filter(|(from, end)| *from < to && to <= *end).map(|gap| gap.0).fold(f64::MIN, f64::max);
    Some(f64::midpoint(from, to))
}

/// Lines left of the gutter, then right of it, for each stretch between lines that cross it.
fn by_column(rows: &[Vec<&TextFragment>], gutter: f64) -> Vec<Line> {
    let (mut all, mut right) = (Vec::new(), Vec::new());
    for row in rows {
        if row.iter().any(|word| word.x < gutter && gutter < word.x + word.width) {
            all.append(&mut right);
            all.push(line(row));
            continue;
        }
        let split = row.partition_point(|word| word.x < gutter);
        all.extend((split > 0).then(|| line(&row[..split])));
        right.extend((split < row.len()).then(|| line(&row[split..])));
    }
    all.append(&mut right);
    all
}

fn line(words: &[&TextFragment]) -> Line {
    let first = words[0];
    let mut line = Line { text: String::new(), left: first.x, right: first.x, y: first.y, size: size(first) };
    for word in words {
        if !line.text.is_empty() {
            line.text.push_str(gap(&line, word));
        }
        line.text.push_str(word.text.trim_matches(['\n', '\r']));
        line.right = line.right.max(word.x + word.width);
        line.size = line.size.max(size(word));
    }
    line.text.truncate(line.text.trim_end().len());
    line
}

/// What stands between a line and its next word.
fn gap(line: &Line, word: &TextFragment) -> &'static str {
    let em = (word.x - line.right) / size(word);
    let is_letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    let between_letters = is_letter(line.text.chars().next_back()) && is_letter(word.text.chars().next());
    match em {
        _ if em > CELL_GAP => "\t",
        _ if em > WORD_GAP || (between_letters && em > LETTER_GAP) => " ",
        _ => "",
    }
}

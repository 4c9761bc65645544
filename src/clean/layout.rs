//! Layout: how this file writes its paragraphs. Measured once over all lines, so that one odd line decides nothing.

use super::line::Line;
use super::noise::Sort;

/// The habits of a file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Layout {
    /// Columns at which lines are broken; none where a paragraph is a line.
    pub wrap: Option<usize>,
    /// Characters at which they are: where lines are cut by those, one with many digits falls short in columns.
    letters: usize,
    /// Paragraphs open with an indent.
    pub indented: bool,
    /// Paragraphs are parted by empty lines.
    pub spaced: bool,
    /// An empty line follows every line, also inside a paragraph.
    pub airy: bool,
}

/// Lines shorter than this, in columns, say nothing about a wrap.
const SHORTEST_WRAP: usize = 24;
/// How many columns short of the wrap a full line may be: no line starts with a comma, and no word is cut.
pub const SLACK: usize = 7;
/// How many characters apart full lines may be where lines are cut by those.
const HANGING: usize = 1;

impl Layout {
    /// Measures the lines of text.
    pub fn measure(lines: &[Line], sorts: &[Sort]) -> Self {
        let texts: Vec<&Line> =
            lines.iter().zip(sorts).filter(|(_, sort)| **sort == Sort::Text).map(|(line, _)| line).collect();
        let (wrap, letters) = (wrap(&texts), letters(&texts));
        let pairs = || texts.windows(2).map(|pair| (pair[0], pair[1]));
        let full = |line: &Line| wrap.is_some_and(|wrap| is_full(line, wrap, letters));
        // where empty lines part paragraphs, a line right below another need not open one
        let gapped = wrap.is_none() && share(pairs().map(|(_, line)| line.gap > 0)) >= 0.3;
        let opens = pairs().filter(|(before, line)| match wrap {
            Some(_) => before.ended && !full(before),
            None => line.len >= 30 && (!gapped || line.gap > 0),
        });
        let indented = share(opens.map(|(_, line)| line.indent >= 2)) >= 0.55;
        let parted = pairs().filter(|(before, line)| {
            let item = line.mark.is_some();
            let opens = if indented && wrap.is_none() { line.indent >= 2 } else { true };
            !full(before) && opens && !item && before.ended && line.len >= 12
        });
        let spaced = share(parted.map(|(_, line)| line.gap > 0)) >= 0.6;
        let inside = pairs().filter(|(before, line)| full(before) && !before.ended && line.indent < 2);
        let airy = wrap.is_some() && share(inside.map(|(_, line)| line.gap > 0)) >= 0.5;
        Self { wrap, letters, indented, spaced, airy }
    }

    /// Whether a line reaches the wrap.
    pub fn full(&self, line: &Line) -> bool {
        self.wrap.is_some_and(|wrap| is_full(line, wrap, self.letters))
    }
}

fn is_full(line: &Line, wrap: usize, letters: usize) -> bool {
    line.reach() + SLACK >= wrap || line.letters() >= letters
}

/// The characters that most lines have which end within a sentence; more than any line has where those differ.
fn letters(texts: &[&Line]) -> usize {
    let mut counts = [0_usize; 160];
    for line in texts.iter().filter(|line| !line.ended && (SHORTEST_WRAP..160).contains(&line.reach())) {
        counts[line.letters().min(159)] += 1;
    }
    // a mark may hang behind the last of them, or take one with it to the next line
    let band = |end: usize| counts[end.saturating_sub(HANGING)..=end].iter().sum::<usize>();
    let most = (0..160).max_by_key(|&end| (band(end), std::cmp::Reverse(end))).unwrap_or_default();
    let common = band(most) >= 6 && band(most) * 10 >= counts.iter().sum::<usize>() * 6;
    if common { most - HANGING } else { usize::MAX }
}

/// The columns at which lines are broken: most lines that end within a sentence are equally long, and hardly any is longer.
fn wrap(texts: &[&Line]) -> Option<usize> {
    let mut counts = [0_usize; 160];
    let mut open = 0;
    for line in texts {
        if (SHORTEST_WRAP..160).contains(&line.reach()) && !line.ended {
            counts[line.reach()] += 1;
            open += 1;
        }
    }
    let band = |end: usize| counts[end.saturating_sub(SLACK)..=end].iter().sum::<usize>();
    let wrap = (SHORTEST_WRAP..160).max_by_key(|&end| (band(end), std::cmp::Reverse(end)))?;
    let longer = texts.iter().filter(|line| line.reach() > wrap + 2).count();
    let wide = texts.iter().filter(|line| line.reach() >= SHORTEST_WRAP).count();
    (open >= 6 && band(wrap) * 10 >= open * 6 && longer * 8 <= wide).then_some(wrap)
}

/// The share of trues; 0 where there is nothing.
fn share(values: impl Iterator<Item = bool>) -> f64 {
    let (mut yes, mut all) = (0_u32, 0_u32);
    for value in values {
        yes += u32::from(value);
        all += 1;
    }
    if all == 0 { 0.0 } else { f64::from(yes) / f64::from(all) }
}

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
/// And so do those that are as long or longer.
const LONGEST_WRAP: usize = 160;
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
            // what is not full ends a paragraph or heads one; that a heading follows says nothing of how a paragraph opens
            Some(_) => !full(before) && (line.ended || full(line)),
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
    // a mark may hang behind the last of them, or take one with it to the next line
    let common = commonest(open(texts).map(|line| line.letters()), HANGING);
    if common.hits >= 6 && common.is_usual() { common.end - HANGING } else { usize::MAX }
}

/// The columns at which lines are broken: most lines that end within a sentence are equally long, and hardly any is longer.
fn wrap(texts: &[&Line]) -> Option<usize> {
    let common = commonest(open(texts).map(|line| line.reach()), SLACK);
    let wrap = common.end;
    let longer = texts.iter().filter(|line| line.reach() > wrap + 2).count();
    let wide = texts.iter().filter(|line| line.reach() >= SHORTEST_WRAP).count();
    (common.all >= 6 && common.is_usual() && longer * 8 <= wide).then_some(wrap)
}

/// The lines that end within a sentence and may tell where lines are broken.
fn open<'a>(texts: &'a [&'a Line]) -> impl Iterator<Item = &'a Line<'a>> {
    let tells = |line: &&Line| !line.ended && (SHORTEST_WRAP..LONGEST_WRAP).contains(&line.reach());
    texts.iter().copied().filter(tells)
}

/// The longest of the lengths that are commonest, how many lie no further below it than is allowed, and of how many.
struct Common {
    end: usize,
    hits: usize,
    all: usize,
}

impl Common {
    /// Whether most lines are that long.
    fn is_usual(&self) -> bool {
        self.hits * 10 >= self.all * 6
    }
}

/// The commonest of lengths that may differ by `slack`, the least one of equals.
fn commonest(lengths: impl Iterator<Item = usize>, slack: usize) -> Common {
    let mut counts = [0_usize; LONGEST_WRAP];
    let mut all = 0;
    for length in lengths {
        counts[length.min(LONGEST_WRAP - 1)] += 1;
        all += 1;
    }
    let hits = |end: usize| counts[end.saturating_sub(slack)..=end].iter().sum::<usize>();
    let end = (0..LONGEST_WRAP).max_by_key(|&end| (hits(end), std::cmp::Reverse(end))).unwrap_or_default();
    Common { end, hits: hits(end), all }
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

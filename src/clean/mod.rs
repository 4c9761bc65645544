//! Cleaning: from the source text to blocks of words, each a paragraph, a heading or an item, and everything that is
//! no part of the report labelled as noise or byline. Nothing is removed: blocks hold source spans, and what no block
//! holds is white space or a scrap of markup.

mod bare;
mod blanks;
mod block;
mod class;
mod front_line;
mod item;
mod layout;
mod line;
mod mark;
mod noise;
mod page;
mod pairs;
mod repeat;
mod running_line;
mod tail;

pub use bare::is_bare;
pub use blanks::read;
pub use block::Block;
pub use item::{ItemMark, is_bullet, is_pictograph, item_mark};
pub use line::Line;
pub use mark::Mark;
pub use noise::Sort;
pub use tail::is_call;

use crate::issue::Finding;
use crate::rules::Rules;
use crate::text::{SourceText, Span};

/// A source text taken apart.
#[derive(Clone, Debug, Default)]
pub struct Cleaned<'a> {
    /// One a source character.
    pub marks: Vec<Mark>,
    pub lines: Vec<Line<'a>>,
    /// In the order of their first lines; together they hold every line.
    pub blocks: Vec<Block<'a>>,
    pub findings: Vec<Finding>,
}

/// Takes a source text apart. In one pass a stage; no stage looks at a character more than a few times.
pub fn clean<'a>(source: &'a SourceText, rules: &Rules) -> Cleaned<'a> {
    let marks = mark::marks(source.chars());
    let lines = line::lines(source, &marks, rules);
    let sorts = noise::sorts(&lines, source.chars(), rules);
    let layout = layout::Layout::measure(&lines, &sorts);
    let mut blocks = block::blocks(&lines, &sorts, layout, source.chars());
    let span = |block: &Block| Span::new(lines[block.lines[0]].span.start, lines[block.last_line()].span.end);
    let findings = repeat::label_repeats(&mut blocks, span).into_iter().collect();
    tail::label_tail(&mut blocks, &lines, source.chars(), rules);
    Cleaned { marks, lines, blocks, findings }
}

/// Whether folded text ends as a sentence does, closing quotes and brackets aside; a remark in brackets may follow the
/// sentence: ….（某某 摄）.
pub fn ends_sentence(text: &str) -> bool {
    // an arrow points to what is told below
    let ends = |text: &str| text.ends_with(['。', '！', '？', '；', '：', '…', '↓']);
    let remark = || text.strip_suffix('）').and_then(|words| words.rsplit_once('（'));
    ends(text.trim_end_matches(['”', '’', '）', '》', '」', '】', ' ']))
        || remark().is_some_and(|(before, _)| ends(before))
}

/// Whether a line only addresses those present: 各位代表： 同志们！
pub fn is_salutation(text: &str) -> bool {
    if !text.ends_with(['：', '！', '，']) {
        return false;
    }
    let words = text.trim_end_matches(['：', '！', '，', '。', ' ']);
    words.len() <= 90
        && opens_salutation(words)
        && words.split(['，', '、', '！']).all(|part| {
            let part = part.trim();
            ADDRESSED.iter().any(|name| part.ends_with(name)) && part.chars().count() <= 10
        })
}

/// Whether a text opens as a salutation does.
pub fn opens_salutation(text: &str) -> bool {
    OPENINGS.iter().any(|word| text.starts_with(word))
}

/// How a salutation opens.
const OPENINGS: [&str; 9] = ["各位", "同志们", "尊敬的", "朋友们", "主席团", "女士们", "全体", "主任，", "主任、"];
/// Whom it addresses.
const ADDRESSED: [&str; 20] = [
    "代表",
    "委员",
    "同志",
    "同志们",
    "朋友们",
    "朋友",
    "常委",
    "来宾",
    "先生们",
    "女士们",
    "主席团",
    "同胞们",
    "领导",
    "嘉宾",
    "主任",
    "副主任",
    "秘书长",
    "乡亲们",
    "主席",
    "副主席",
];

//! Noise by the line: page numbers, running heads, button strips, navigation, links; and bylines. A line is noise only
//! where it is mostly made of such cues: a sentence of the report that mentions one stays.

use std::borrow::Cow;

use rustc_hash::{FxBuildHasher, FxHashSet};

use super::line::Line;
use super::page::{
    Head, Heads, is_contents, is_ideograph, is_page_head, is_paged_head, page_numbers, running_heads, without_digits,
};
use crate::rules::Rules;
use crate::text::Words;

/// What a line is before it is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    Text,
    /// With the rule that decided.
    Noise(&'static str),
    Byline(&'static str),
}

/// A line longer than this, in characters, is no strip or byline.
const LONGEST_STRIP: usize = 120;
/// A sentence of more characters is no byline, and no cue makes up the whole of it.
const LONGEST_CUED: usize = 40;
/// The longest name of a site, in characters.
const LONGEST_SITE: usize = 20;
/// A line of this many characters is running text.
const PARAGRAPH: usize = 60;
/// Sorts every line. `chars` are those of the source.
pub fn sorts(lines: &[Line], chars: &[char], rules: &Rules) -> Vec<Sort> {
    // where whole paragraphs come back, so do titles and headings: nothing can be told from that
    let numbers = page_numbers(lines);
    let heads = if repeats_paragraphs(lines) { Heads::default() } else { running_heads(lines, &numbers) };
    let mut sorts: Vec<Sort> = Vec::with_capacity(lines.len());
    for (at, line) in lines.iter().enumerate() {
        let closer = line.len <= 2 && !line.text.contains(char::is_alphanumeric);
        let before = sorts.last().copied().filter(|before| closer && *before != Sort::Text);
        sorts.push(before.unwrap_or_else(|| sort((at, line), chars, (&numbers, &heads), rules)));
    }
    if names_site(lines, &sorts) {
        sorts[0] = Sort::Noise("strip");
    }
    sorts
}

/// Whether the first line is the name of the site, right above its strip of buttons.
fn names_site(lines: &[Line], sorts: &[Sort]) -> bool {
    let [first, second, ..] = lines else { return false };
    let above = sorts[0] == Sort::Text && sorts[1] == Sort::Noise("strip") && second.gap == 0;
    above && first.len <= LONGEST_SITE && !first.ended && first.mark.is_none() && !first.text.contains("报告")
}

/// Whether a good part of the long lines stand in the text more than once.
fn repeats_paragraphs(lines: &[Line]) -> bool {
    let long: Vec<&Line> = lines.iter().filter(|line| line.len >= PARAGRAPH).collect();
    let mut seen = FxHashSet::with_capacity_and_hasher(long.len(), FxBuildHasher);
    let again = long.iter().filter(|line| !seen.insert(Words(&line.text))).count();
    again >= 3 && again * 10 >= long.len()
}

fn sort((at, line): (usize, &Line), chars: &[char], (numbers, heads): (&[bool], &Heads), rules: &Rules) -> Sort {
    if numbers[at] {
        return Sort::Noise("page-number");
    }
    // a rule across the page
    if line.len >= 3 && line.text.bytes().all(|byte| matches!(byte, b'-' | b'_' | b'=' | b'*')) {
        return Sort::Noise("strip");
    }
    if is_contents(&line.text) {
        return Sort::Noise("contents");
    }
    if line.link || is_address(&line.text) {
        return Sort::Noise("link");
    }
    if line.len > LONGEST_STRIP {
        return Sort::Text;
    }
    if is_paged_head(line) {
        return Sort::Noise("page-head");
    }
    // the title that is set again at the top of each page is the title where it stands first
    let title = |head: &Head| line.text.ends_with("报告") && head.first == at && line.text.starts_with(is_ideograph);
    let head = if heads.is_empty() { None } else { heads.get(&without_digits(&line.text)) };
    if head.is_some_and(|head| !title(head)) && !super::is_bare(&line.text, rules) {
        return Sort::Noise("running-head");
    }
    cued(line, chars, rules)
}

/// By the cues of the noise lexicon.
fn cued(line: &Line, chars: &[char], rules: &Rules) -> Sort {
    let (mut strip, mut strips, mut menu, mut byline) = (0, 0, 0, None);
    // no cue tells anything of a whole sentence
    let sentence = line.len > LONGEST_CUED && line.text.ends_with('。');
    let words = if sentence { Cow::Borrowed(&[][..]) } else { line.chars(chars) };
    for hit in rules.noise.hits_in(&words) {
        let row = &rules.noise.rows()[hit.row];
        match row.class.as_str() {
            "strip" => {
                strip += row.term.chars().count();
                strips += 1;
            }
            "menu" => menu += 1,
            "cue" if line.text.trim_matches(['【', '】', '（', '）', ' ']) == row.term => {
                return Sort::Noise("cue");
            }
            "turn" if line.len <= 20 && line.text.contains('版') => return Sort::Noise("turn"),
            "byline" if byline.is_none() => byline = Some(hit.start),
            _ => {}
        }
    }
    if is_page_head(line) {
        return Sort::Noise("page-head");
    }
    if is_script(&line.text) || is_part(&line.text) {
        return Sort::Noise("script");
    }
    if is_file(&line.text) || is_player(&line.text) || is_pointer(line) {
        return Sort::Noise("strip");
    }
    if let Some(start) = byline.filter(|_| !line.ended || line.len <= LONGEST_CUED) {
        let opens = words[..start].iter().all(|c| !c.is_alphanumeric() || c.is_ascii_digit());
        if opens || matches!(words[..start], [.., ' ' | '（' | '【']) {
            return Sort::Byline("source-line");
        }
    }
    if is_credit(&line.text) {
        return Sort::Byline("credit");
    }
    if is_caption(&line.text) {
        return Sort::Byline("caption");
    }
    let mostly = strip * 5 >= line.len * 2 || (strips >= 2 && strip * 4 >= line.len);
    let site = line.len <= LONGEST_SITE && line.text.ends_with("网站") && line.mark.is_none();
    let owned = line.len <= LONGEST_CUED && line.text.ends_with("版权所有");
    if strips > 0 && mostly && !line.text.ends_with('。')
        || is_bar(&line.text)
        || menu >= 2 && is_menu(&line.text)
        || site
        || owned
    {
        return Sort::Noise("strip");
    }
    Sort::Text
}

/// A line that is nothing but an address, with or without a label before it.
fn is_address(text: &str) -> bool {
    let part = |c: char| c.is_ascii_graphic() || matches!(c, '：' | '？' | '，');
    if !text.ends_with(part) || !text.contains('.') {
        return false;
    }
    let Some(at) = text.find("http").or_else(|| text.find("www.")) else { return false };
    let label = text[..at].chars().filter(|c| c.is_alphanumeric()).count();
    label <= 6 && text[at..].chars().all(part)
}

/// What someone says into the microphone of a programme, or what is shown meanwhile: 【同期声】代表 甲乙：“…”, （现场画面：…）.
fn is_script(text: &str) -> bool {
    ["【同期", "同期声：", "（现场画面", "（画面", "（镜头"].iter().any(|cue| text.starts_with(cue))
}

/// PART 1, PART.02: the number of a part whose name stands on the next line.
fn is_part(text: &str) -> bool {
    let number =
        text.get(..4).filter(|word| word.eq_ignore_ascii_case("part")).map(|_| text[4..].trim_matches(['.', ' ']));
    number.is_some_and(|number| (1..=2).contains(&number.len()) && number.bytes().all(|b| b.is_ascii_digit()))
}

/// The name of a file that hangs on a page: 附件：某县工作报告.pdf.
fn is_file(text: &str) -> bool {
    [".pdf", ".doc", ".docx", ".xls", ".xlsx", ".wps", ".zip"].iter().any(|end| text.ends_with(end))
}

/// What a player shows, and the sign that an item is over: 00:00 / 03:42, — END —.
fn is_player(text: &str) -> bool {
    let clock = text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b':' | b'/' | b' '));
    let sign = |c: char| !c.is_alphanumeric();
    let words = text.trim_end_matches(sign);
    clock && text.contains(':') && text.contains('/')
        || words.ends_with(['d', 'D'])
            && words.len() < text.len()
            && words.trim_start_matches(sign).eq_ignore_ascii_case("end")
}

/// A line that points to other pages: ↓↓↓ 更多报道，请戳专题.
fn is_pointer(line: &Line) -> bool {
    let points = line.text.trim_start_matches(['↓', '▼', '👇', '☟', '⬇']);
    // ↓3.6% is a figure that fell
    line.len <= 40 && points.len() < line.text.len() && !points.starts_with(|c: char| c.is_ascii_digit())
}

/// A photograph's caption or its credit: it says what it shows, or ends with 摄.
fn is_caption(text: &str) -> bool {
    if ["图为", "上图", "下图", "左图", "右图", "图①", "图1："].iter().any(|word| text.starts_with(word))
    {
        return true;
    }
    let text = text.trim_end_matches(['）', ' ', '。']);
    text.ends_with(" 摄") || (text.ends_with('摄') && (text.contains("记者") || text.contains("通讯员")))
}

/// A line that only names who wrote it (本报记者 甲乙 通讯员 丙丁).
fn is_credit(text: &str) -> bool {
    if text.len() > 30 * 4 || !text.contains(' ') {
        return false;
    }
    let opens = text.find("记者").or_else(|| text.find("通讯员")).is_some_and(|at| at <= 24);
    let names = || !text.replace("通讯员", "").contains(['。', '，', '：', '、', '讯', '电']);
    opens && text.chars().count() <= 30 && names()
}

/// What a site calls its pages, set side by side: 临溪县人民法院 新闻中心 视频 直播.
fn is_menu(text: &str) -> bool {
    let mut pages = text.split(' ').filter(|word| !word.is_empty());
    let named = |word: &str, longest: usize| word.chars().count() <= longest && word.chars().all(is_ideograph);
    pages.next().is_some_and(|site| named(site, 14)) && pages.clone().count() >= 4 && pages.all(|page| named(page, 6))
}

/// A bar of links: three or more short words between `|` or `>`, or behind 首页.
fn is_bar(text: &str) -> bool {
    let words = || text.split(' ').filter(|word| !word.is_empty());
    if ["当前位置：", "您的位置："].iter().any(|place| text.starts_with(place)) && text.chars().count() <= 40
    {
        return true;
    }
    if ["首页 ", "网站首页 "].iter().any(|home| text.starts_with(home))
        && words().count() >= 3
        && words().all(|word| word.chars().count() <= 8)
    {
        return true;
    }
    const LONGEST_PART: usize = 14;
    const SIGNS: [char; 4] = ['|', '>', '»', '｜'];
    if !text.chars().take(LONGEST_PART + 1).any(|c| SIGNS.contains(&c)) {
        return false;
    }
    let parts = || text.split(SIGNS);
    let count = parts().count();
    let path = || {
        parts().take(1).any(|home| ["首页", "网", "网站", "门户", "主页"].iter().any(|end| home.trim().ends_with(end)))
    };
    // 临溪县人民检察院 检务公开 > 计划总结
    let column = || {
        let site = parts().next().unwrap_or_default().trim_end();
        site.rsplit_once(' ').is_some_and(|(_, page)| page.ends_with("公开")) && !text.contains('，')
    };
    count >= 2 && (count >= 4 || path() || column()) && parts().all(|part| part.chars().count() <= LONGEST_PART)
}

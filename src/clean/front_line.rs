//! Lines above a report that are broken off: titles of several lines, datelines that break before their meeting is named,
//! and lines in the middle of the page, each of which stands for itself.

use super::block::Block;
use super::ends_sentence;
use super::line::Line;

/// Columns of indent from which a line stands in the middle of the page.
const CENTRED: usize = 6;
/// A title begins within so many lines.
const FRONT: usize = 40;

/// Bytes of a dateline of 60 characters at the most: what is longer need not be read through, line by line of a paragraph.
const LONGEST_DATELINE: usize = 60 * 4;

/// Whether the first of `lines` goes on with the block, where the two are a title or a dateline; none where they are not.
/// `plain` says that no mark opens the line.
pub fn joins_front(block: &Block, lines: &[Line], plain: bool) -> Option<bool> {
    let line = lines.first()?;
    if plain && is_half_title(block, lines) || is_half_dateline(&block.text) {
        return Some(true);
    }
    if is_rest_of_dateline(&block.text, &line.text) {
        return Some(true);
    }
    let titled = !block.is_prose() && block.text.contains("报告");
    let dated = titled && (is_half_dateline(&line.text) || is_dateline(&line.text));
    let centred = line.indent >= CENTRED && block.mark.is_none() && !block.is_prose();
    (dated || centred).then_some(false)
}

/// Whether the block is the upper half of a title whose lower half begins here: a body's name above 工作报告, or 关于… with
/// 报告 some lines below.
fn is_half_title(block: &Block, lines: &[Line]) -> bool {
    let titled = |line: &Line| line.text.contains("报告") && line.len <= 40 && !line.ended;
    let possible = block.len <= 80 && block.mark.is_none() && block.lines[0] <= FRONT;
    if !possible || block.ended || block.text.contains("报告") {
        return false;
    }
    let body = ["委员会", "政府", "法院", "检察院", "委会"].iter().any(|name| block.text.ends_with(name));
    if body {
        let names = ["工作报告", "政府工作报告", "常务委员会工作报告", "关于", "第"];
        return titled(&lines[0]) && names.iter().any(|name| lines[0].text.starts_with(name));
    }
    let mut spread = lines.iter().take(3).take_while(|line| line.len <= 40 && !line.ended);
    block.text.contains("关于") && spread.any(titled)
}

/// ——2024年1月5日在临溪县第三届人民代表大会第一次会议上
pub fn is_dateline(text: &str) -> bool {
    let framed = text.starts_with(['—', '-', '（']) || text.starts_with(|c: char| c.is_ascii_digit());
    let words = text.trim_end_matches(['）', ' ']);
    framed
        && text.len() <= LONGEST_DATELINE
        && text.chars().count() <= 60
        && ["会议上", "大会上", "全会上", "会上"].iter().any(|end| words.ends_with(end))
}

/// ——2024年1月5日在临溪县第三届人民代表: a dateline that breaks off before its meeting is named.
fn is_half_dateline(text: &str) -> bool {
    if text.len() > LONGEST_DATELINE {
        return false;
    }
    let framed = text.starts_with(['—', '-', '（']) || text.starts_with(|c: char| c.is_ascii_digit());
    if !framed {
        return false;
    }
    let head = text.trim_start_matches(['—', '-', '（', ' ']);
    let day = head.find('日').filter(|&at| head[..at].contains('月') && at <= 30).map(|at| at + '日'.len_utf8());
    // ——在中国共产党云溪县第六届纪律检查
    let body = text.contains('第') && ["届", "代表", "委员会", "中国共产党"].iter().any(|word| text.contains(word));
    let day = day.or_else(|| (text.starts_with('—') && head.starts_with('在') && body).then_some(0));
    let Some(day) = day.filter(|_| text.chars().count() <= 60) else { return false };
    let place = head[day..].trim_start();
    let Some(at) = place.find(['在', '于']).filter(|&at| at <= 60) else { return false };
    let named = ["会议", "会上", "全会"].iter().any(|word| place[at..].contains(word));
    let met = named || place[at..].contains(['，', '。', '）', '；']);
    // …会议上市长甲乙作政府工: what was given there is still to be named
    let given = named && place.contains('作') && !place.contains("报告") && !place.contains('。');
    !met || given
}

/// …第三次会议上市长甲乙作政府工 + 作报告。
fn is_rest_of_dateline(text: &str, line: &str) -> bool {
    if text.len() > LONGEST_DATELINE {
        return false;
    }
    let open = text.starts_with(|c: char| c.is_ascii_digit() || c == '—') && text.chars().count() <= 60;
    open && text.contains("会议上")
        && !ends_sentence(text)
        && !is_dateline(text)
        && line.chars().count() <= 24
        && (line.ends_with("报告") || line.contains("报告") && line.ends_with('。'))
}

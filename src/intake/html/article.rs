//! Where on a page the article is: from the first of its lines to the last.

use std::collections::HashSet;

/// A line with this many Chinese characters and a mark is running text.
const PROSE: usize = 16;
/// The article must hold this share of the page's running text.
const MOST: f64 = 0.7;
/// So many lines that the measure left out may lie between two that it kept, before the first running text.
const GAP: usize = 2;

/// What the titles of reports and of their like end with.
const REPORTS: [&str; 10] = ["报告", "報告", "总结", "總結", "讲话", "公报", "要点", "摘编", "摘要", "全文"];
/// So many lines above the article may hold its title, with a source line and the like between.
const TITLE_LINES: usize = 8;
/// A title is no longer than this.
const LONGEST_TITLE: usize = 40;
/// What the names of sites end with, which pages have for titles as well.
const SITES: [&str; 6] = ["网", "网站", "门户", "首页", "平台", "人民政府"];

/// Shorter ones are words such as 首页.
const SHORTEST_TITLE: usize = 4;
/// A line with the title may have this many characters besides.
const TITLE_SLACK: usize = 12;

/// The part of `page` that is the article, from its title on, if `article` holds most of the page's running text.
pub fn cut<'a>(page: &'a str, article: &str, title: &str) -> Option<&'a str> {
    let kept: HashSet<String> = article.lines().map(key).filter(|line| !line.is_empty()).collect();
    let lines: Vec<&str> = page.split_inclusive('\n').collect();
    let is_kept: Vec<bool> = lines.iter().map(|line| kept.contains(&key(line))).collect();
    let prose: Vec<usize> = (0..lines.len()).filter(|&index| is_prose(lines[index])).collect();
    let weight = |indices: &[usize]| indices.iter().map(|&index| lines[index].len()).sum::<usize>();
    let kept_prose: Vec<usize> = prose.iter().copied().filter(|&index| is_kept[index]).collect();
    #[expect(clippy::cast_precision_loss, reason = "a share of a page")]
    let share = weight(&kept_prose) as f64 / weight(&prose).max(1) as f64;
    let (&first, &last) = (kept_prose.first()?, kept_prose.last()?);
    if share < MOST {
        return None;
    }
    let start = reach((0..first).rev(), first, &is_kept);
    let start = titled(&lines[..start], title).or_else(|| headed(&lines[..start])).unwrap_or(start);
    let end = reach(last + 1..lines.len(), last, &is_kept);
    let offset = |index: usize| lines[..index].iter().map(|line| line.len()).sum::<usize>();
    Some(&page[offset(start)..offset(end + 1)])
}

/// The farthest line along `way` that the article kept, with no more than a few left out in a row.
fn reach(way: impl Iterator<Item = usize>, from: usize, is_kept: &[bool]) -> usize {
    let mut farthest = from;
    for index in way {
        if is_kept[index] {
            farthest = index;
        } else if index.abs_diff(farthest) > GAP {
            break;
        }
    }
    farthest
}

/// The last of `lines` that has the title.
fn titled(lines: &[&str], title: &str) -> Option<usize> {
    let title = key(main_part(title));
    let len = title.chars().count();
    let has_title = |line: &&str| {
        let line = key(line);
        line.contains(&title) && line.chars().count() <= len + TITLE_SLACK && !line.contains(['>', '»', '＞'])
    };
    lines.iter().rposition(has_title).filter(|_| len >= SHORTEST_TITLE)
}

/// The last of the lines right above the article that reads as the title of a report.
fn headed(lines: &[&str]) -> Option<usize> {
    let from = lines.len().saturating_sub(TITLE_LINES);
    let is_title = |line: &&str| {
        let line = key(line);
        let line = line.trim_end_matches(['）', ')']);
        let len = line.chars().count();
        let is_path = line.contains(['>', '»', '＞', '•']);
        REPORTS.iter().any(|end| line.ends_with(end)) && len > SHORTEST_TITLE && len <= LONGEST_TITLE && !is_path
    };
    lines[from..].iter().rposition(is_title).map(|index| from + index)
}

/// What follows these marks in a page's title is the site.
fn main_part(title: &str) -> &str {
    title.split(['_', '|']).next().unwrap_or(title).trim()
}

/// `text` with the title as its first line, unless it already opens with it, or it names the site and no report.
pub fn with_title(text: &str, title: &str) -> String {
    let title = main_part(title);
    let opening: String = text.lines().take(8).map(key).collect();
    let is_site = SITES.iter().any(|end| title.ends_with(end));
    if title.chars().count() < SHORTEST_TITLE || is_site || opening.contains(&key(title)) {
        return text.to_owned();
    }
    format!("{title}\n{text}")
}

fn is_prose(line: &str) -> bool {
    let han = line.chars().filter(|c| ('\u{4E00}'..='\u{9FFF}').contains(c)).count();
    han >= PROSE && line.contains(['，', '。', '；', '、', '：'])
}

/// A line for comparing: without blanks and list marks.
fn key(line: &str) -> String {
    line.chars().filter(|c| !c.is_whitespace() && *c != '•').collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const PROSE: &str = "一年来，全县上下坚持稳中求进，扎实办好民生实事。\n";

    #[test]
    fn the_article_runs_from_its_title_to_its_last_line() {
        let page = format!(
            "首页 > 政府工作报告\n青石县政府工作报告\n字体：大 小\n一、回顾\n{PROSE}表一\n{PROSE}完\n上一篇\n版权\n"
        );
        let article = format!("一、回顾\n{PROSE}{PROSE}完\n");
        let expected = format!("青石县政府工作报告\n字体：大 小\n一、回顾\n{PROSE}表一\n{PROSE}完\n");
        assert_eq!(cut(&page, &article, "政府工作报告_青石县"), Some(expected.as_str()));
        assert_eq!(cut(&page, "完\n", "政府工作报告"), None);
    }

    #[test]
    fn a_heading_above_the_article_is_its_title_where_the_page_is_called_as_the_site() {
        let page = format!("首页\n2006年政府工作报告\n发布时间：2006-2-20\n点击：10\n各位代表：\n{PROSE}【打印】\n");
        let expected = format!("2006年政府工作报告\n发布时间：2006-2-20\n点击：10\n各位代表：\n{PROSE}");
        let text = cut(&page, PROSE, "青石县人民政府门户网站").unwrap();
        assert_eq!(text, expected);
        assert_eq!(with_title(text, "青石县人民政府门户网站"), expected);
    }

    #[test]
    fn a_title_that_the_text_lacks_is_put_first() {
        assert_eq!(with_title(PROSE, "青石县政府工作报告_青石县"), format!("青石县政府工作报告\n{PROSE}"));
        assert_eq!(with_title("青石县\n政府工作报告\n", "青石县政府工作报告"), "青石县\n政府工作报告\n");
        assert_eq!(with_title(PROSE, "首页"), PROSE);
    }
}

//! Roles: what a section speaks of, told by its heading's words, the year in it, its place and its parent; and what a
//! passage speaks of where its own words open something else.

use crate::clean::Block;
use crate::rules::{Hit, Row, Rules};
use crate::structure::ahead::{duties, looks_ahead, names_plan, will, words_alone};
use crate::structure::closing::is_closing;
use crate::structure::quoted::{after_frame, attends, is_delegated};
use crate::structure::turn::{sober, turns};
use crate::structure::year::{heading_years, opening_year, years};
use crate::structure::{Role, heading};

/// The rule of a section that looks back though the plan was opened above it.
pub const REOPENED: &str = "reopened";

/// What is known around a heading.
#[derive(Clone, Copy, Debug, Default)]
pub struct Around {
    pub level: u8,
    pub parent: Option<Role>,
    /// The role of the section of the same level before it.
    pub before: Option<Role>,
    /// The year that its heading names.
    pub before_year: Option<i32>,
    /// The year in which the report was given.
    pub year: Option<i32>,
    /// Whether the title calls the whole a plan.
    pub plan_alone: bool,
    /// Whether a paragraph above has opened the plan.
    pub turned: bool,
    /// Whether its first paragraph looks back (一年来，…) though one above has opened the plan.
    pub reopens: bool,
    /// Whether a later section of its level names the year after its own: 一、关于2024年工作, 二、关于2025年工作.
    pub year_follows: bool,
}

/// The role of a section by its heading and, where that tells nothing, by its first words: whether they open the plan
/// (`plans`), and whether they look ahead or back (`content`).
pub fn section_role(
    heading: &str,
    plans: impl FnOnce() -> bool,
    content: impl FnOnce() -> String,
    around: Around,
    rules: &Rules,
) -> (Role, &'static str) {
    let closed_up = heading::closed_up(heading);
    let heading = closed_up.as_deref().unwrap_or(heading);
    if let Some(role) = by_words(heading, around, rules) {
        let named = heading_years(heading).next();
        // 2025年主要工作 behind 2024年工作回顾
        let next = || named > around.before_year && around.before_year.is_some();
        // 2024年主要工作 behind 过去一年工作 in a report of 2024
        let own = || {
            named.is_some() && named >= around.year && ["主要工作", "重点工作"].iter().any(|end| heading.ends_with(end))
        };
        // 2024年怎么干 in a report of 2025
        let over = || heading_years(heading).max().zip(around.year).is_some_and(|(named, year)| named < year);
        if role == Role::Plan && around.level == 1 && over() {
            return (Role::Review, "heading-year");
        }
        let goes_on = role == Role::Review && around.before == Some(Role::Review) && (next() || own());
        return (if goes_on && !is_past(heading, around.year) { Role::Plan } else { role }, "heading-words");
    }
    if around.plan_alone {
        return (Role::Plan, "title");
    }
    if around.level > 1
        && let Some(parent) = around.parent
    {
        return (parent, "parent");
    }
    if let Some(role) = by_year(heading, around.year) {
        return (if around.year_follows { Role::Review } else { role }, "heading-year");
    }
    // 以检察之力 解群众之忧 / 一年来，全市检察机关…: of another body, in a digest of two reports
    if around.reopens {
        return (Role::Review, REOPENED);
    }
    if around.turned || matches!(around.before, Some(Role::Review | Role::Problems | Role::Guidance)) && plans() {
        return (Role::Plan, "after-opening");
    }
    // 2023：良法善治 / 履职为民，再启新程
    let over = || around.before_year.zip(around.year).is_some_and(|(before, year)| before < year);
    if around.before == Some(Role::Review) && over() && ONWARD.iter().any(|word| heading.contains(word)) {
        return (Role::Plan, "onward");
    }
    match around.before {
        Some(Role::Plan) => (Role::Plan, "after-plan"),
        before => match by_tense(&content()) {
            Some(role) => (role, "tense"),
            None => (before.filter(|role| *role != Role::Front).unwrap_or(Role::Review), "place"),
        },
    }
}

/// Whether the heading's own words tell that a plan begins.
pub fn tells_plan(heading: &str, rules: &Rules) -> bool {
    by_words(heading, Around { level: 1, ..Around::default() }, rules) == Some(Role::Plan)
}

/// By the heading's words: each part of it votes with its length.
fn by_words(heading: &str, around: Around, rules: &Rules) -> Option<Role> {
    let inner = around.level > 1;
    if inner && heading.contains(['，', ' ']) || heading::is_labelled(heading, rules) {
        return None;
    }
    let mut votes: Vec<(Role, usize)> = Vec::new();
    // 问题和不足 is one name
    let joined = heading::hits(heading, rules).find(|(_, row)| row.term.contains(['和', '与']));
    if let Some((hit, row)) = joined.filter(|(hit, row)| names_part(heading, *hit, row, rules))
        && let Some(role) = role_of(row, inner, hit.end == heading.len())
    {
        return Some(role);
    }
    // 速览 | 这一年，我们这样干: whatever else it says, it says over what time
    if let Some(time) = heading.split(['，', ' ']).find_map(|part| heading::half(part, rules)) {
        return named(&time.class);
    }
    for part in heading.split(['和', '与', '及', '、', '，', '；', ' ']) {
        let told = heading::hits(part, rules).filter(|(_, row)| matches!(row.get("reach"), "any" | "alone") || !inner);
        let told = told.filter(|(hit, row)| names_part(part, *hit, row, rules)).last();
        // among themes the study of a congress is one more deed: 一、深入学习贯彻…精神，坚持正确方向
        let told = told.filter(|(_, row)| !(is_study(row) && heading.contains('，')));
        let Some((hit, row)) = told else { continue };
        let Some(role) = role_of(row, inner, hit.end == part.len()) else { continue };
        // 去年怎么干; 2024年怎么干的: 的 at the end tells that it is done
        let done = || part[hit.end..].trim_end_matches('？') == "的" && part[..hit.end].ends_with(['干', '做', '办']);
        let past = role == Role::Plan && (LAST.iter().any(|word| part[..hit.start].contains(word)) || done());
        let role = if past { Role::Review } else { role };
        let weight = part.chars().count();
        match votes.iter_mut().find(|(voted, _)| *voted == role) {
            Some(vote) => vote.1 += weight,
            None => votes.push((role, weight)),
        }
    }
    let most = votes.iter().map(|vote| vote.1).max()?;
    votes.into_iter().find(|vote| vote.1 == most).map(|vote| vote.0)
}

/// Words that place what a heading asks in the past, whatever else it says.
const LAST: [&str; 4] = ["去年", "上年", "过去一年", "过去五年"];
/// What is said of setting out anew: behind a head that names the year that is over, such a one heads what lies ahead.
const ONWARD: [&str; 10] =
    ["再出发", "再启程", "再启新程", "再启航", "启新程", "启新航", "新征程", "再奋进", "开新局", "向未来"];
/// Words that place a heading in time.
const TIMES: [&str; 14] =
    ["今年", "明年", "去年", "过去", "今后", "未来", "下一", "新的", "本届", "年来", "当前", "目前", "时期", "以来"];

/// Whether the words name a part of the report, and are not what a verb before them deals with: 2024年主要任务 is a plan,
/// 圆满完成主要任务 and 贯彻上级决策部署 are deeds.
fn names_part(part: &str, hit: Hit, row: &Row, rules: &Rules) -> bool {
    let before = &part[..hit.start];
    let timed = years(part).next().is_some() || TIMES.iter().any(|word| part.contains(word));
    let topic = || rules.frames.hits(before).any(|hit| hit.start == 0 && rules.frames.rows()[hit.row].class == "topic");
    let acted = || {
        topic()
            || rules.verbs.hits(before).any(|verb| {
                let row = &rules.verbs.rows()[verb.row];
                let stands = ["存在", "面临", "面对"].contains(&row.term.as_str());
                !stands && row.term.chars().count() >= 2 && (verb.start == 0 || row.get("noun") == "no")
            })
    };
    // 取得的主要成效: a verb before 的 tells what the noun is of
    hit.start == 0 && row.get("reach") == "any" || timed || before.ends_with('的') || !acted()
}

/// The role that a row tells. Inside a section only words that end their part tell another role.
fn role_of(row: &crate::rules::Row, inner: bool, ends: bool) -> Option<Role> {
    let role = named(&row.class)?;
    (!inner || ends && !is_study(row)).then_some(role)
}

fn is_study(row: &Row) -> bool {
    row.class == "guidance" && row.term.starts_with("学习")
}

fn named(class: &str) -> Option<Role> {
    Role::ALL.iter().copied().find(|role| role.name() == class)
}

/// Whether a heading names a year before that of the report.
fn is_past(heading: &str, year: Option<i32>) -> bool {
    heading_years(heading).next().zip(year).is_some_and(|(named, year)| named < year)
}

/// 2023年… in a report of 2024 looks back, 2024年… ahead.
fn by_year(heading: &str, year: Option<i32>) -> Option<Role> {
    let named = heading_years(heading).next()?;
    year.map(|year| if named < year { Role::Review } else { Role::Plan })
}

/// Whether the words look ahead (要, 必须) or back (了, 已).
fn by_tense(content: &str) -> Option<Role> {
    let count = |words: &[&str]| words.iter().map(|word| content.matches(word).count()).sum::<usize>();
    let ahead = duties(content).count() + count(&["必须", "应当", "应该", "力争", "务必"]);
    let back =
        words_alone(content, "了", "为除罢", "解").count() + count(&["已经", "取得", "以来", "年来", "完成", "达到"]);
    match (ahead, back) {
        (ahead, back) if ahead > back && ahead >= 2 => Some(Role::Plan),
        (ahead, back) if back > ahead && back >= 2 => Some(Role::Review),
        _ => None,
    }
}

/// The role of a passage in a section of role `section`. `open` is the role that an earlier passage of a section
/// without a heading opened; `words` are those of the block as they are read.
pub fn passage_role(
    block: &Block,
    words: &[char],
    section: Role,
    open: Option<Role>,
    year: Option<i32>,
    rules: &Rules,
) -> Role {
    let role = open.unwrap_or(section);
    if matches!(section, Role::Front | Role::Noise | Role::Closing) {
        return role;
    }
    if is_closing(block, rules) {
        return Role::Closing;
    }
    if role == Role::Problems {
        return turns(block.words(), role, year, rules).unwrap_or(role);
    }
    // most paragraphs hold no word that opens anything
    if !matches!(role, Role::Review | Role::Guidance) || rules.openings.hits_in(words).next().is_none() {
        return role;
    }
    if admits(head(block.words(), 70), rules) {
        return Role::Problems;
    }
    if role == Role::Review && block.len <= 400 && reflects(&block.text, rules) {
        return Role::Guidance;
    }
    role
}

/// Whether a paragraph speaks of something else than the part that it stands under: of shortcomings, of what was learnt, or
/// of the plan.
pub fn leaves(block: &Block, year: Option<i32>, rules: &Rules) -> bool {
    admits(head(block.words(), 70), rules) || opens_plan(block, year, rules) || reflects(&block.text, rules)
}

/// Whether the opening words admit shortcomings: they say so soberly, or that these stand.
fn admits(head: &str, rules: &Rules) -> bool {
    rules.openings.hits(head).any(|hit| {
        let row = &rules.openings.rows()[hit.row];
        let stands = ["存在", "面临", "还有", "仍有", "不少", "尚有"];
        let told = hit.start == 0
            || row.term.starts_with(['还', '仍', '尚']) && !row.term.starts_with("还不")
            || row.term.starts_with("存在") && head[hit.end..].starts_with(['主', '是', '有'])
            || stands.iter().any(|word| head[..hit.start].contains(word));
        // behind the first sentence the paragraph turns: see `turn`
        let sober = sober(&row.term) && !head[..hit.start].contains(['。', '！']);
        row.class == "problems" && (sober || told)
    })
}

/// Whether a paragraph gives thanks, says whose merit the results are, or draws a lesson.
fn reflects(text: &str, rules: &Rules) -> bool {
    rules.openings.hits(text).any(|hit| {
        let row = &rules.openings.rows()[hit.row];
        row.class == "guidance"
            && match row.term.as_str() {
                "的结果" | "结果，是" => text.matches("的结果").count() >= 2,
                // 在实践中深切体会到
                term if term.ends_with('到') => hit.start <= 90 && text[..hit.start].ends_with(['们', '中', '我']),
                _ => true,
            }
    })
}

/// The first `length` characters, one at the least.
pub fn head(words: &str, length: usize) -> &str {
    let mut rest = words.chars();
    // steps over characters without reading them
    rest.nth(length - 1);
    &words[..words.len() - rest.as_str().len()]
}

/// Whether a paragraph opens the plan of a report that has no heading for it: 2024年，常委会工作的总体要求是…
pub fn opens_plan(block: &Block, year: Option<i32>, rules: &Rules) -> bool {
    let head = head(block.words(), 50);
    let dated = year.is_some_and(|year| head.starts_with(&format!("{year}年")));
    dated && plans(head) || opened(block, year, rules) == Some(Role::Plan) && !head.contains("明年")
}

/// Whether a paragraph opens with this year, and with what will be done in it: 今年，我们将…; 今年是关键之年，要…
fn plans_this_year(words: &str) -> bool {
    let words = ["同志们，", "各位代表，"].iter().find_map(|address| words.strip_prefix(address)).unwrap_or(words);
    let behind = ["今年", "新的一年"].iter().find_map(|time| words.strip_prefix(time));
    behind.is_some_and(|behind| {
        let asked = head(behind.trim_start_matches('，'), 12);
        !behind.starts_with(['以', '来']) && (plans(head(behind, 50)) || duties(asked).next().is_some() || will(asked))
    })
}

/// Whether the opening words of a paragraph, which say its year, name a part of a plan.
fn plans(head: &str) -> bool {
    names_plan(head) || head.contains("之年") && looks_ahead(head)
}

/// The role that a passage opens in a section without headings (今年要…: plan), for it and those after it. `year` is the
/// year of the report.
pub fn opened(block: &Block, year: Option<i32>, rules: &Rules) -> Option<Role> {
    let words = after_frame(block.words());
    if is_delegated(words) {
        return Some(Role::Review);
    }
    let start = head(words, 24);
    if attends(block.words()) || ["进行回顾", "回顾了"].iter().any(|word| start.contains(word)) {
        return Some(Role::Review);
    }
    let hit = rules.openings.hits(start).next();
    let told = hit.and_then(|hit| named(&rules.openings.rows()[hit.row].class));
    told.filter(|role| matches!(role, Role::Review | Role::Plan))
        .or_else(|| by_opening_year(start, year, head(words, 60)))
        .or_else(|| plans_this_year(words).then_some(Role::Plan))
}

/// Whether a paragraph above the first heading sums up the time under review: 上半年，全镇…圆满完成….
pub fn sums_up(words: &str) -> bool {
    const TIMES: [&str; 7] = ["今年，", "上半年", "前三季度", "今年以来", "一季度", "全年", "去年"];
    const DONE: [&str; 6] = ["完成", "实现", "取得", "达到", "受理", "办结"];
    let dated = TIMES.iter().any(|time| words.starts_with(time)) || opening_year(words).is_some();
    let sentence = words.split('。').next().unwrap_or_default();
    dated && !looks_ahead(words) && DONE.iter().any(|word| sentence.contains(word))
}

/// What a paragraph or sentence with this `opening` and these `words` speaks of by the year that opens it, in a report of
/// `year`: of the report's own year only what lies ahead in it, since a report at the end of a year looks back on it.
pub fn by_opening_year(opening: &str, year: Option<i32>, words: &str) -> Option<Role> {
    match opening_year(opening)? - year? {
        1 => Some(Role::Plan),
        0 => looks_ahead(words).then_some(Role::Plan),
        -1 => Some(Role::Review),
        _ => None,
    }
}

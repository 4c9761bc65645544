//! Turns inside a paragraph: a sentence that admits shortcomings (成绩来之不易。同时也要看到，…), says what will be done
//! about them (对这些问题，我们要…), or looks ahead (下一步，…). What follows it goes on so to the paragraph's end.

use crate::rules::Rules;
use crate::structure::Role;
use crate::structure::quoted::{after_frame, arranges, attends, is_told, tells_of_meeting};
use crate::structure::role::by_opening_year;
use crate::text::{Reading, Span, length_before, string};

/// Characters of a sentence's opening within which it says what it speaks of.
const OPENING: usize = 24;

/// The stretches of a paragraph at `span` with what each speaks of; `role` is that of its beginning.
/// `news` of a news item, whose paragraphs quote; `year` is that of the report.
pub fn stretches(
    reading: &Reading,
    span: Span,
    role: Role,
    (news, year): (bool, Option<i32>),
    rules: &Rules,
) -> Vec<(Span, Role)> {
    let chars = reading.chars();
    // 报告提出，今年…。报告在回顾去年工作时说，…
    let back = role == Role::Plan && news && looks_back(&chars[span.range()]);
    if role == Role::Plan && news && !back {
        return met(chars, span);
    }
    let mut out = vec![(span, role)];
    if !back && !matches!(role, Role::Review | Role::Guidance | Role::Problems) {
        return out;
    }
    let mut start = span.start;
    loop {
        start += length_before(&chars[start..span.end], |c| matches!(c, '。' | '！' | '？')) + 1;
        if start >= span.end {
            return out;
        }
        let opening = &chars[start..span.end.min(start + OPENING)];
        if !news && !may_turn(opening, rules) {
            continue;
        }
        let opening = string(opening);
        let open = out.last().map_or(role, |last| last.1);
        let told = news && open != Role::Guidance && (is_told(&opening) || arranges(&opening, year));
        let next = match () {
            () if told => Some(Role::Plan),
            () if open == Role::Plan => {
                looks_back(&chars[start..span.end.min(start + OPENING)]).then_some(Role::Review)
            }
            () => turns(&opening, open, year, rules),
        };
        let Some(next) = next.filter(|&next| next != open) else { continue };
        if let Some(last) = out.last_mut() {
            last.0.end = start;
        }
        out.push((Span::new(start, span.end), next));
    }
}

/// 报告在回顾2024年工作时说，…: whether words are said when looking back.
fn looks_back(words: &[char]) -> bool {
    let at = words.windows(2).position(|pair| pair == ['回', '顾']);
    at.is_some_and(|at| words[at..].iter().take(OPENING).take_while(|c| **c != '。').any(|c| *c == '时'))
}

/// Whether a sentence that opens so may turn to anything. Hardly any may: the others are not read as words.
pub fn may_turn(opening: &[char], rules: &Rules) -> bool {
    opening.contains(&'年') || rules.openings.hits_in(opening).next().is_some()
}

/// The sentences of a news item's paragraph on what lies ahead; those that tell what the meeting did (会议还听取了…) are of
/// the review.
fn met(chars: &[char], span: Span) -> Vec<(Span, Role)> {
    let mut out: Vec<(Span, Role)> = Vec::new();
    let mut start = span.start;
    for sentence in chars[span.range()].split_inclusive(|c| matches!(c, '。' | '！' | '？')) {
        // few sentences end so, and none but they are read as words
        let sits = || attends(&string(sentence));
        let told = tells_of_meeting(sentence) || sentence.ends_with(&['会', '议', '。']) && sits();
        let role = if told { Role::Review } else { Role::Plan };
        let end = start + sentence.len();
        match out.last_mut() {
            Some(last) if last.1 == role => last.0.end = end,
            _ => out.push((Span::new(start, end), role)),
        }
        start = end;
    }
    out
}

/// What a sentence that opens with these words turns to, in a paragraph that speaks of `role` in a report of `year`.
pub fn turns(opening: &str, role: Role, year: Option<i32>, rules: &Rules) -> Option<Role> {
    let clause = after_frame(opening.split(['。', '！', '？', '；']).next().unwrap_or_default());
    if by_opening_year(clause, year, clause) == Some(Role::Plan) {
        return Some(Role::Plan);
    }
    let found = rules.openings.hits(clause).map(|hit| (hit.start, &rules.openings.rows()[hit.row]));
    for (start, row) in found {
        match (&*row.class, role) {
            ("problems", Role::Review | Role::Guidance) if sober(&row.term) => return Some(Role::Problems),
            ("remedy", Role::Problems) if start == 0 => return Some(Role::Plan),
            ("plan", Role::Review | Role::Problems) if start == 0 && leads_on(&row.term) => {
                return Some(Role::Plan);
            }
            _ => {}
        }
    }
    None
}

/// 下一步, 明年: what follows lies ahead, wherever it stands.
fn leads_on(term: &str) -> bool {
    ["下", "明年", "新的一年", "接下来", "今年怎么", "今年如何"].iter().any(|word| term.starts_with(word))
}

/// 清醒看到, 也要看到: words that admit, whatever stands around them.
pub fn sober(term: &str) -> bool {
    [
        "认识到",
        "存在不足",
        "清醒",
        "清楚",
        "深知",
        "看到",
        "直言",
        "坦言",
        "回避",
        "不足之处",
        "诚然",
        "还不",
        "等不足",
        "也指出",
        "需求不足",
    ]
    .iter()
    .any(|word| term.contains(word))
}

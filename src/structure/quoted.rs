//! How a news item quotes a report: who said it (甲乙指出，…), who asks for what, who only sat there.

use super::role::head;
use super::year::years_at;

/// 受常委会委托，甲向大会报告提案工作: another report is told, from its review on.
pub fn is_delegated(words: &str) -> bool {
    let told = || head(words, 70).split_once("委托，").is_some_and(|(_, rest)| rest.contains("报告"));
    words.starts_with('受') && told()
}

/// Whether a paragraph of a news item only tells who sat in the meeting that it reports.
pub fn attends(words: &str) -> bool {
    const SEATS: [&str; 9] =
        ["会议由", "出席会议", "列席", "旁听", "就座", "参加会议", "出席大会", "会议应出席", "根据会议议程"];
    let first = words.split(['。', '；']).next().unwrap_or_default();
    SEATS.iter().any(|seat| first.contains(seat)) && after_frame(words) == words
}

/// The words after a news item's frame: 甲乙指出，….
pub fn after_frame(words: &str) -> &str {
    let Some(at) = words.find(['，', '：']).filter(|&at| at <= 120) else { return words };
    let speaks = ["指出", "强调", "提出", "表示", "要求", "说", "认为", "介绍", "显示", "明确", "透露"];
    let framed = speaks.iter().any(|verb| words[..at].ends_with(verb)) && !words[..at].contains(['。', '？']);
    if framed { words[at..].trim_start_matches(['，', '：']) } else { words }
}

/// Whether someone is quoted who says what is to be done: 甲乙强调，要….
pub fn is_told(words: &str) -> bool {
    let said = after_frame(words);
    // 按照…的要求 asks nothing
    let asks = || {
        let frame = words[..words.len() - said.len()].trim_end_matches(['，', '：']);
        frame.ends_with("要求") && frame.chars().count() <= 10 && !frame.contains(['的', '按'])
    };
    said != words
        && (asks() || ["要", "我们要", "必须", "我们必须", "务必", "应当"].iter().any(|word| said.starts_with(word)))
}

/// Whether a news item says that its report arranges what lies ahead: 甲乙对2025年工作提出建议：…; 报告围绕做好今年工作作出部署.
/// `year` is that of the report.
pub fn arranges(words: &str, year: Option<i32>) -> bool {
    // 今后 is left to the grammar: what is proposed for the time ahead is suggested
    const AHEAD: [&str; 8] = ["今年", "明年", "新一年", "新的一年", "下一步", "下一年", "下半年", "下一阶段"];
    const ARRANGES: [&str; 6] = ["建议", "部署", "安排", "谋划", "打算", "目标"];
    const LONGEST: usize = 40;
    // 对于2025年工作，报告部署了多项任务
    let clause = head(words.split(['：', '。', '；']).next().unwrap_or_default(), LONGEST);
    if ["回顾", "总结"].iter().any(|word| clause.contains(word)) {
        return false;
    }
    clause.match_indices(['对', '就', '绕']).any(|(at, word)| {
        let about = clause[at + word.len()..].trim_start_matches('于').trim_start_matches("做好");
        let named = years_at(about).next().filter(|(_, place)| place.start == 0);
        let ahead = match named {
            Some((named, _)) => year.is_none_or(|year| named >= year),
            None => AHEAD.iter().any(|time| about.starts_with(time)),
        };
        ahead && about.contains("工作") && ARRANGES.iter().any(|word| about.contains(word))
    })
}

/// Whether a sentence tells what a meeting has done, or what was done there: 会议还听取了…, 大会表彰了…, 会议期间，代表们….
pub fn tells_of_meeting(sentence: &[char]) -> bool {
    const MEETINGS: [&[char]; 5] = [&['会', '议'], &['大', '会'], &['全', '会'], &['与', '会'], &['闭', '幕', '会']];
    const NEAR: usize = 10;
    let clause = sentence.split(|c| *c == '，').next().unwrap_or_default();
    let done = clause.iter().take(NEAR).position(|c| *c == '了');
    let meanwhile = clause.ends_with(&['期', '间']) && clause.len() <= NEAR;
    MEETINGS.iter().any(|meeting| clause.starts_with(meeting))
        && (meanwhile || done.is_some_and(|at| clause[at - 1] != '为'))
}

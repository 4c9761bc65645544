//! How a news item quotes a report: who said it (甲乙指出，…), who asks for what, who only sat there.

use super::role::head;

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
    let speaks = ["指出", "强调", "提出", "表示", "要求", "说", "认为", "介绍"];
    let framed = speaks.iter().any(|verb| words[..at].ends_with(verb)) && !words[..at].contains('。');
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

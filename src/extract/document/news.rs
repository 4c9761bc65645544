//! Paragraphs that tell of the meeting at which a report was given, and by whom.

use super::body::spoken_for;
use crate::rules::Rules;

/// Words of a meeting.
const MEETS: [&str; 9] = ["开幕", "召开", "举行", "会议", "报讯", "日电", "全会", "大会", "日讯"];
/// Characters between 作 and the report that is given: 作市人大常委会工作报告.
const NAME: usize = 24;

fn meets(text: &str) -> bool {
    MEETS.iter().any(|word| text.contains(word))
}

/// Whether someone is said to speak for a body before a meeting: 甲乙代表…向大会作工作报告.
pub fn speaks(text: &str) -> bool {
    let given = ["作政府工作报告", "作工作报告", "作报告", "作了", "所作的", "向大会报告", "向全会", "向大会作"];
    let on_behalf = text.contains("代表") || text.contains("委托");
    meets(text) && text.contains("报告") && on_behalf && given.iter().any(|word| text.contains(word))
}

/// Whether a report is said to be given or heard at a meeting: 甲乙在…会议上作法院工作报告, 听取了甲乙所作的工作报告.
pub fn reports(text: &str) -> bool {
    let told = || ["报告工作", "报告政府工作", "会议上获悉", "会议获悉"].iter().any(|word| text.contains(word));
    meets(text) && (given(text).is_some() || told())
}

/// The name of the report that is said to be given: 市人大常委会工作报告 of 甲乙作市人大常委会工作报告.
pub fn given(text: &str) -> Option<&str> {
    text.match_indices(['作', '做']).find_map(|(at, word)| {
        let rest = &text[at + word.len()..];
        let clause = rest.split(['，', '。', '；']).next().unwrap_or(rest);
        let end = clause.find("报告").filter(|&end| clause[..end].chars().count() <= NAME)?;
        Some(&clause[..end + "报告".len()])
    })
}

/// Whether a paragraph hands the report to a meeting without saying who speaks: 某市人民政府工作报告提请市十届人大五次会议审议,
/// 某区人民法院院长某某向区第六届人民代表大会第三次会议报告工作.
pub fn hands_over(text: &str, rules: &Rules) -> bool {
    let meets = ["次会议", "全会", "大会"].iter().any(|word| text.contains(word));
    let handed = ["报告提请", "报告提交", "报告了工作", "报告工作", "的工作报告", "作工作报告"];
    let handed = handed.iter().any(|word| text.contains(word));
    handed && (meets || spoken_for(text, rules).is_some())
}

//! Whether words look ahead: by 要 and 将 that stand as words of their own, and by what a plan calls its parts.

/// What a plan calls its parts, and how it opens them.
const PLANS: [&str; 25] = [
    "总的要求",
    "总体要求",
    "总体思路",
    "指导思想",
    "工作思路",
    "主要任务",
    "重点任务",
    "总体安排",
    "工作安排",
    "计划安排",
    "工作部署",
    "主要目标",
    "预期目标",
    "预期",
    "重点抓好",
    "重点做好",
    "要重点",
    "将重点",
    "要抓好",
    "要做好",
    "下一步",
    "力争",
    "打算",
    "拟开展",
    "拟组织",
];

/// Whether words look ahead.
pub fn looks_ahead(words: &str) -> bool {
    duties(words).next().is_some() || will(words) || words.contains('拟') || names_plan(words)
}

/// Whether words name a part of a plan, and not what was carried out: 完成主要任务.
pub fn names_plan(words: &str) -> bool {
    let done = |at: usize| words[..at].rsplit('，').next().is_some_and(|clause| clause.contains("完成"));
    PLANS.iter().any(|name| words.match_indices(name).any(|(at, _)| !done(at)))
}

/// Where 要 asks for something, and is not part of 主要, 需要, 要求.
pub fn duties(text: &str) -> impl Iterator<Item = usize> + '_ {
    words_alone(text, "要", "主需重纲必首只概摘提紧将想不纪次简即须", "求素点害闻么事件领")
}

/// Whether 将 tells of what will be, and is not part of 即将, 将来, 将近.
pub fn will(text: &str) -> bool {
    words_alone(text, "将", "现即必", "来近领军").next().is_some()
}

/// Where `word` stands in a text, and not in a longer word with one of the characters `before` or `after` it.
pub fn words_alone<'a>(
    text: &'a str,
    word: &'a str,
    before: &'static str,
    after: &'static str,
) -> impl Iterator<Item = usize> + 'a {
    text.match_indices(word).map(|(at, _)| at).filter(move |&at| {
        let head = text[..at].chars().next_back();
        let tail = text[at + word.len()..].chars().next();
        !head.is_some_and(|c| before.contains(c)) && !tail.is_some_and(|c| after.contains(c))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_the_future_stand_alone() {
        for text in ["2025年要新建学校3所", "明年将修路", "主要预期目标是", "拟组织视察"] {
            assert!(looks_ahead(text), "{text}");
        }
        for text in ["主要成绩", "圆满完成主要任务", "按照上级要求", "即将竣工", "简要回顾", "将近三成"]
        {
            assert!(!looks_ahead(text), "{text}");
        }
    }
}

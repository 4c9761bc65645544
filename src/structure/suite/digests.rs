//! Digests of papers, posts and news: heads that ask, plans told before the review, what a report is said to arrange.

use super::{headings, ledger, read};

/// The role of the passage that begins with `words`.
fn role_at(text: &str, words: &str) -> &'static str {
    let (_, outline) = read(text);
    let passage = outline.passages.iter().find(|passage| outline.reading.slice(passage.span).starts_with(words));
    passage.map_or("none", |passage| passage.role.name())
}

#[test]
fn headline_that_asks_of_past_and_future_heads_nothing() {
    let text = "澜阳晚报　A02版　2024年1月18日　星期四
去年做了啥？今年怎么办？
一文看懂市政府工作报告
　　1月17日，澜阳市第九届人民代表大会第三次会议开幕，市长柏舟作政府工作报告。
去年做了啥？
　　建成学校6所，新增学位9000个；改造老旧小区41个。
今年怎么办？
　　新建口袋公园20个，加装电梯150部。
";
    assert_eq!(headings(text), ["review 去年做了啥？", "plan 今年怎么办？"]);
    assert!(ledger(text).contains(&"headline 去年做了啥？今年怎么办？".to_owned()));
}

#[test]
fn what_a_news_item_says_is_arranged_lies_ahead() {
    let text = "县政协全会听取工作报告
　　2024年12月20日，政协临溪县第十届委员会第四次会议开幕。卓鹤年受常委会委托作工作报告。
　　卓鹤年对2025年工作提出建议：组织专题调研8项，办好读书活动12期。
　　一年来，常委会召开协商会9次，提出建议86条。
　　报告也指出了调研不够深、活动不够活等不足。
　　卓鹤年最后号召，全体委员团结奋进，迎接新的任务。
";
    assert_eq!(role_at(text, "卓鹤年对2025年"), "plan");
    assert_eq!(role_at(text, "一年来，常委会"), "review");
    assert_eq!(role_at(text, "报告也指出"), "problems");
    assert_eq!(role_at(text, "卓鹤年最后"), "closing");
}

#[test]
fn question_about_this_year_turns_to_the_plan() {
    let text = "全市法院去年结案六万件
　　1月20日，在澜阳市第八届人民代表大会第三次会议上，市中级人民法院院长柏舟作工作报告。
　　报告说，2023年，全市法院审结案件6万件。
　　今年怎么做？报告明确，全市法院开展集中清理，化解积案210件。
";
    assert_eq!(role_at(text, "报告说"), "review");
    assert_eq!(role_at(text, "今年怎么做"), "plan");
}

#[test]
fn heads_of_a_post_over_figures_are_parts() {
    let text = "一图看懂，县法院这一年！
原创　临溪法院　2025年12月29日 08:20　岚江
　　12月28日，临溪县十九届人大五次会议举行，县人民法院院长柏舟向大会报告工作。
这一年，我们这样走来
01　护平安
　　审结刑事案件310件，开展公益服务考察26人。
02　促发展
　　审结涉企案件980件，帮助企业走出困境6家。
下一站，整装再出发
　　2026年，抓实公正与效率。
　　开展涉民生案件集中执行，兑现案款6000万元。
";
    assert_eq!(
        headings(text),
        ["review 这一年，我们这样走来", "  review 01 护平安", "  review 02 促发展", "plan 下一站，整装再出发",]
    );
}

#[test]
fn shortcomings_and_insights_are_told_by_their_first_words() {
    let text = "临溪县人民法院工作报告
——2025年1月9日在临溪县第九届人民代表大会第四次会议上
一、2024年工作回顾
　　审结案件3200件。各位代表，成绩来之不易。但对照新要求，办案质效还不高，宣传培训有待加强。
　　回顾一年来的实践，我们得到三点启示：必须坚持党的领导，必须服务群众。
　　上半年工作存在的不足主要是：建设数字法院手段单一，开展宣传不多。
二、2025年工作思路
　　要抓实公正与效率。
";
    assert_eq!(role_at(text, "但对照新要求"), "problems");
    assert_eq!(role_at(text, "回顾一年来的实践"), "guidance");
    assert_eq!(role_at(text, "上半年工作存在的不足"), "problems");
}

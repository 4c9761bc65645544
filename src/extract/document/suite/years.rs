//! The years under review and planned for.

use super::{fields, spans};

#[test]
fn years_of_a_report_whose_headings_are_themes_stand_above_them() {
    let text = "清河区人大常委会工作报告
——2024年1月11日在清河区第九届人民代表大会第三次会议上
各位代表：
2023年，区人大常委会召开常委会会议9次，听取专项工作报告23项。
一、坚持党的全面领导
向区委请示报告36次，组织集体学习24次，督办审议意见56条。
二、发挥代表主体作用
办理代表建议134件，办结率98.5%，组织代表活动45次。
2024年，常委会工作的总体要求是：深入贯彻党的二十大精神，推动高质量发展。
一、在服务大局上展现新作为
听取审议专项工作报告20项，开展执法检查4次。
";
    let fields = fields(text);
    assert_eq!((fields.review_start, fields.review_end), (Some(2023), Some(2023)));
    assert_eq!((fields.plan_start, fields.plan_end), (Some(2024), Some(2024)));
}

#[test]
fn five_years_reach_into_the_year_of_an_autumn_congress() {
    let text = "在中国共产党云溪县第十三次代表大会上的报告
（2021年9月28日）
陆景行
同志们：
现在，我代表中国共产党云溪县第十二届委员会，向大会作报告。
一、过去五年的工作
地区生产总值突破200亿元，新建学校12所，改造道路120公里。
二、今后五年的奋斗目标和主要任务
地区生产总值突破300亿元，新建学校15所，改造道路150公里。
";
    let fields = fields(text);
    assert_eq!((fields.review_start, fields.review_end), (Some(2016), Some(2021)));
    assert_eq!((fields.plan_start, fields.plan_end), (Some(2021), Some(2026)));
}

#[test]
fn five_years_end_with_the_year_in_whose_last_month_they_are_looked_back_upon() {
    let text = "政府工作报告
（2021年12月22日在云溪县第十八届人民代表大会第一次会议上）
各位代表：
一、五年工作回顾
五年来，新建学校12所，改造道路120公里。
二、今后五年的工作
今后五年，新建学校15所，改造道路150公里。
";
    let fields = fields(text);
    assert_eq!((fields.review_start, fields.review_end), (Some(2017), Some(2021)));
    assert_eq!((fields.plan_start, fields.plan_end), (Some(2022), Some(2026)));
}

#[test]
fn a_digest_takes_its_year_from_the_figures_of_its_page_head() {
    let text = "云溪日报 2024.01.23 星期二 05版·两会特刊

政协云溪省第十三届委员会常务委员会工作报告(摘登)

1月22日上午,省政协十三届二次会议开幕,省政协主席蓝若谷代表常委会作报告。

【去年怎么干】

开办读书角118处,组织学习座谈6.2万人次。

【今年怎么办】

推动书香政协建设,建设读书角200处。
";
    let fields = fields(text);
    assert_eq!(fields.report_date.map(|date| date.to_string()).as_deref(), Some("2024-01-22"));
    assert_eq!((fields.review_start, fields.plan_start), (Some(2023), Some(2024)));
}

#[test]
fn a_report_at_the_end_of_a_year_reviews_that_year() {
    let found = fields(
        "青石镇政府工作报告
2024年12月26日在青石镇第十九届人民代表大会第六次会议上

各位代表：

一年来，主要干了这么几件事。

全镇种植玉米3.4万亩，推广滴灌技术1.1万亩。

2025年，我们打算办好三件实事：一要把黑土地保护好。二是再修村路9公里。
",
    );
    assert_eq!((found.review_start, found.plan_start), (Some(2024), Some(2025)));
}

#[test]
fn year_by_which_something_is_due_dates_no_report() {
    let found = fields(
        "岚江市政协常委会工作报告摘要
　　本报讯 1月9日，政协岚江市委员会全体会议开幕，主席卓鹤年报告常委会工作。
去年干了什么
　　征集提案260件，举办协商会12场。
今年怎么干
　　选派委员进社区200人次，到2029年每个社区有一名委员。
",
    );
    assert_eq!((found.report_date, found.review_start, found.plan_start), (None, None, None));
}

#[test]
fn reports_without_a_date_tell_their_years() {
    let cases = [
        (
            "石桥镇人民政府2023年工作报告
　　2023年，在县委、县政府的领导下，石桥镇完成了各项任务，现将工作报告如下。
　　一、抓产业。一年来，种植药材3200亩，建成冷库2座，带动农户460户。
　　二、明年打算。2024年，镇政府将新建烘干线1条，力争产值达到1500万元。",
            "2023 · 2024",
        ),
        (
            "2023年度街道工作报告
北滩街道办事处
各位居民代表：
　　过去一年，街道完成搬迁180户，更换电线12公里，举办招聘会9场。
　　新的一年，街道将新建食堂3处，增设充电棚30个。",
            "2023 · 2024",
        ),
        // what a title names bounds what a report plans for
        (
            "2023年政府工作报告
各位代表：
一、过去五年的工作
　　新建学校50所，改造道路800公里。
二、今后五年的任务
　　2025年全市要基本建成高速公路网，新建学校60所。",
            "2018–2022 · 2023–2027",
        ),
    ];
    for (text, years) in cases {
        assert_eq!(spans(&fields(text)), years, "{text}");
    }
}

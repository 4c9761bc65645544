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

#[test]
fn paragraph_on_this_year_behind_one_on_last_year_is_planned() {
    let text = "产业、民生……政府工作报告里的澜阳，上新了！
澜阳融媒　2024-02-02 20:31　岚江
点击▲关注“澜阳融媒”　置顶更方便
　　2月2日上午，澜阳市第十六届人民代表大会第四次会议开幕，市长柏舟代表市人民政府作工作报告。
关于产业
　　去年，引进项目19个，企业智能化改造完成48家。
　　今年，开工建设新材料产业园，建成数字车间30个。
关于民生
　　去年，新增学位1.3万个。
　　今年，办好民生实事15项。
";
    assert_eq!(headings(text), ["review 关于产业", "review 关于民生"]);
    assert_eq!(role_at(text, "去年，引进"), "review");
    assert_eq!(role_at(text, "今年，开工"), "plan");
    assert_eq!(role_at(text, "去年，新增"), "review");
    assert_eq!(role_at(text, "今年，办好"), "plan");
}

#[test]
fn heads_with_figures_may_ask() {
    let text = "一文速读｜县委全会报告
临溪发布　2024年12月27日 07:56　岚江
　　12月26日，临溪县委全会召开，县委书记柏舟代表县委常委会作工作报告。
01　这一年咋干的？
　　2024年，谋划项目214个，新建农村公路97公里。
02　接着咋干？
　　明年全县经济增速保持在6%左右，创建现代农业产业园。
";
    assert_eq!(headings(text), ["review 01 这一年咋干的？", "plan 02 接着咋干？"]);
}

#[test]
fn head_that_sets_out_anew_behind_one_of_last_year_looks_ahead() {
    let text = "2026年1月21日　星期三　澜阳报　03　两会特刊
实干兴县见真章
——县政府工作报告亮点扫描
　　1月19日，澜阳县第十七届人民代表大会第六次会议开幕，县长柏舟代表县人民政府作工作报告。
2025：爬坡过坎勇争先
　　生产总值达到168亿元，引进项目37个。
策马扬鞭再出发
　　建设现代农业产业园，新建农村公路60公里。
";
    assert_eq!(headings(text), ["review 2025：爬坡过坎勇争先", "plan 策马扬鞭再出发"]);
}

#[test]
fn news_item_may_turn_back_inside_its_paragraph() {
    let text = "省人代会开幕
2025-01-16 06:12　来源：岚江日报
　　1月15日上午，岚江省第十四届人民代表大会第三次会议开幕。省长柏舟代表省人民政府作政府工作报告。
　　报告提出，今年的主要预期目标是：地区生产总值增长5.5%以上。报告在回顾2024年工作时说，建成高速铁路216公里。对于2025年工作，报告部署了多项任务：提振消费，建设和美乡村2000个。
";
    assert_eq!(role_at(text, "报告提出，今年"), "plan");
    assert_eq!(role_at(text, "报告在回顾"), "review");
    assert_eq!(role_at(text, "对于2025年"), "plan");
}

#[test]
fn each_of_several_reports_has_its_own_review_and_plan() {
    let text = "岚江日报数字报　电脑版 | 手机版
第05版:两会　　上一版 下一版　　放大 缩小 默认
——市检察院工作报告和市政协常委会工作报告摘要
　　本报讯（记者 柏舟）1月9日，市人大会议举行第二次全体会议。
市检察院:守护一方平安
过去一年
　　起诉各类犯罪嫌疑人930人。办理公益诉讼案件84件。
今年怎么干
　　开展专项监督3项。到2029年办案点实现全覆盖。
市政协:议政建言开新局
履职答卷
　　征集提案260件。举办协商会12场。
新年部署
　　选派委员进社区200人次。建设议事厅18个。
";
    assert_eq!(
        headings(text),
        [
            "review 市检察院：守护一方平安",
            "  review 过去一年",
            "  plan 今年怎么干",
            "review 市政协：议政建言开新局",
            "  review 履职答卷",
            "  plan 新年部署",
        ]
    );
    assert_eq!(role_at(text, "征集提案"), "review");
    let strip = ledger(text).into_iter().find(|line| line.contains("放大")).unwrap_or_default();
    assert!(strip.starts_with("noise"), "{strip}");
}

#[test]
fn pictures_head_the_parts_of_a_post_and_labels_stand_before_their_times() {
    let post = "\
清溪政协　2025年1月9日 18:05
县政协常委会工作报告速览

1月8日，政协清溪县第九届委员会第四次会议开幕，主席作工作报告。

📊 数说2024

✅ 收到提案210件，立案190件

🔍 速览 | 这一年，我们这样干

🔹 学深悟透
开办读书班6期，培训委员150人次。
🔹 建言献策
召开协商会8次，提出建议76条。

🙋 短板也不遮掩
调研选题还不够精准。

🚩 划重点 | 2025，我们这么干

1️⃣ 固本，突出一个“学”字
全年组织集中学习不少于10次。
2️⃣ 惠民，突出一个“办”字
年内新建议事点20个。
";
    assert_eq!(
        headings(post),
        [
            "review 📊数说2024",
            "review 🔍速览|这一年，我们这样干",
            "  review 🔹学深悟透",
            "  review 🔹建言献策",
            "problems 🙋短板也不遮掩",
            "plan 🚩划重点|2025，我们这么干",
            "  plan 1️⃣固本，突出一个“学”字",
            "  plan 2️⃣惠民，突出一个“办”字",
        ]
    );
}

#[test]
fn what_looks_back_behind_a_plan_is_of_another_body() {
    let digest = "\
市“两院”工作报告摘登

1月9日，市中级人民法院院长、市人民检察院检察长分别向大会报告工作。两份报告的要点如下。

市中级人民法院

过去一年，市中院受理案件6845件，审执结6593件，结案率96.3%。全年执行到位4.8亿元。

2025年，市中院将紧扣公正与效率主题，力争结案率保持在95%以上。

以检察之力 解群众之忧

一年来，全市检察机关办结案件1.2万件。起诉诈骗等犯罪214人，督促企业整改32家。

今年，市检察院将持续发力，开展专项行动3次。
";
    assert_eq!(headings(digest), ["review 市中级人民法院", "review 以检察之力 解群众之忧"]);
    let told = ["过去一年，", "2025年，", "一年来，", "今年，"].map(|opening| role_at(digest, opening));
    assert_eq!(told, ["review", "plan", "review", "plan"]);
}

#[test]
fn a_question_in_front_of_a_quotation_opens_the_plan() {
    let news = "\
清河新闻社1月15日电（记者 高远）清河省第十四届人民代表大会第三次会议开幕，省长作政府工作报告。

报告显示，2024年，全省地区生产总值增长5.4%，城镇新增就业38万人，粮食产量再创新高。

今年怎么干？报告提出，全省主要预期目标是：地区生产总值增长5.5%左右，城镇新增就业36万人以上。
";
    assert_eq!(role_at(news, "今年怎么干"), "plan");
}

#[test]
fn lines_above_the_bracket_or_the_dateline_are_the_title() {
    let matters = "\
民之所盼 政之所向
清溪县2024年民生实事完成情况
暨2025年民生实事安排
（摘自2025年1月9日在县第十七届人民代表大会第五次会议上的政府工作报告）

各位代表：

一、2024年民生实事完成情况
开发公益性岗位64个，改造老旧小区7个。
二、2025年民生实事安排
新建学校6所，改造老旧小区9个。
";
    assert_eq!(headings(matters), ["review 一、2024年民生实事完成情况", "plan 二、2025年民生实事安排"]);
    let plenum = "\
守廉护航启新程
中共清河市第六届纪律检查委员会
第四次全体会议召开

本报讯（记者 高远）2月18日，中共清河市第六届纪律检查委员会第四次全体会议召开。

会议指出，过去一年，全市纪检监察机关立案412件，处分365人。

会议明确，2025年全市纪检监察工作的总体要求是：坚持以党的创新理论为指导，推进正风肃纪。
";
    assert_eq!(headings(plenum), Vec::<String>::new());
    assert_eq!(["会议指出", "会议明确"].map(|opening| role_at(plenum, opening)), ["review", "plan"]);
}

#[test]
fn lines_with_one_sign_are_a_list_and_so_are_circled_sentences() {
    let picture = "\
一图读懂政府工作报告

【去年成绩单】

01 工业经济向新向优
★ 锂电产业园建成投产
★ 高新技术企业总数增至308家
★ 政务服务做法被省政府通报表扬

02 城乡焕新气象更足
★ 澄江大桥通车
★ 清溪水库下闸蓄水

【今年任务书】

八件大事这样干
① 狠抓项目攻坚。开工重大项目60个
② 深化一件事改革
推动净增经营主体1.5万户
③ 打好碧水保卫战
优良天数比例不低于90%
";
    assert_eq!(
        headings(picture),
        [
            "review 【去年成绩单】",
            "  review 01工业经济向新向优",
            "  review 02城乡焕新气象更足",
            "plan 【今年任务书】",
            "plan 八件大事这样干",
        ]
    );
}

#[test]
fn a_title_that_names_a_plan_makes_all_of_it_one() {
    let plan = "\
政协清溪县委员会常务委员会
2025年工作要点
（2025年2月18日政协清溪县第九届委员会常务委员会第十次会议通过）

2025年，县政协常委会工作的总体要求是：坚持党的领导，围绕中心聚力献策。
一、强化政治引领，筑牢思想基础
1.持续凝心铸魂。举办读书班2期。
二、围绕中心大局，提升协商质效
2.开好常委会会议。形成建议案2份。
";
    assert_eq!(headings(plan), ["plan 一、强化政治引领，筑牢思想基础", "plan 二、围绕中心大局，提升协商质效"]);
    assert_eq!(role_at(plan, "2025年，县政协"), "plan");
}

#[test]
fn numerals_of_deeds_head_parts() {
    let list = "\
数说检察丨一张账单读懂清河区人民检察院工作报告

1月15日，清河区第四届人民代表大会第五次会议举行，区人民检察院检察长向大会作工作报告。

壹　总览
2024年，区检察院办理案件231件。

贰　刑事检察：守护平安
批准逮捕312人。

★ 2025，我们这样干
开展专项监督3次。
";
    assert_eq!(headings(list), ["review 壹 总览", "review 贰 刑事检察：守护平安", "plan ★2025，我们这样干"]);
}

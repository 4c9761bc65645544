//! Headings with their levels and roles.

use super::{has, headings, ledger, read};

#[test]
fn parts_without_numbers_hold_couplets() {
    let text = "清河县人大常委会工作报告（摘要）

2月16日，清河县第九届人民代表大会第三次会议举行。县人大常委会主任沈怀远向大会报告工作。记者 温以宁 通讯员 骆青禾

2023年主要工作

过去一年，县人大常委会召开常委会会议9次，听取专项工作报告23项。

坚定政治方向 把牢履职航向

始终坚持党的领导，向县委请示报告36次，开展集体学习24次。

聚焦中心大局 彰显监督实效

开展执法检查4次，专题询问2次，督办审议意见56条。

2024年工作安排

2024年，常委会要抓好以下工作，推动全县高质量发展。

在服务大局上展现新作为

围绕高质量发展听取专项报告10项，开展执法检查3次。

在自身建设上树立新形象

加强机关建设，提高履职能力，打造高素质人大干部队伍。
";
    assert_eq!(
        headings(text),
        [
            "review 2023年主要工作",
            "  review 坚定政治方向 把牢履职航向",
            "  review 聚焦中心大局 彰显监督实效",
            "plan 2024年工作安排",
            "  plan 在服务大局上展现新作为",
            "  plan 在自身建设上树立新形象",
        ]
    );
    has(&ledger(text), &["byline 记者温以宁通讯员骆青禾", "title 清河县人大常委会工作报告（摘要）"]);
}

#[test]
fn themes_are_no_plans_and_a_paragraph_opens_the_plan() {
    let text = "清河区人大常委会工作报告
——2024年1月11日在清河区第九届人民代表大会第三次会议上
各位代表：
受区人大常委会委托，我向大会报告工作，请予审议。
一、坚持党的全面领导，坚决贯彻上级决策部署
始终把政治建设摆在首位，向区委请示报告36次，组织集体学习24次。
二、聚焦中心工作任务，推动经济社会发展
围绕重点任务开展调研12次，形成调研报告8篇，提出意见建议67条。
三、着力补齐短板弱项，提升监督工作质效
组织专题询问2次，满意度测评15次，督办审议意见56条。
2024年，区人大常委会工作的总体要求是：深入贯彻党的二十大精神，推动高质量发展。
一、在坚定政治方向上展现新作为
坚持党的领导，严格落实请示报告制度，确保人大工作正确方向。
二、在服务发展大局上体现新担当
听取审议专项工作报告20项，开展执法检查4次，推动高质量发展。
";
    assert_eq!(
        headings(text),
        [
            "review 一、坚持党的全面领导，坚决贯彻上级决策部署",
            "review 二、聚焦中心工作任务，推动经济社会发展",
            "review 三、着力补齐短板弱项，提升监督工作质效",
            "plan 一、在坚定政治方向上展现新作为",
            "plan 二、在服务发展大局上体现新担当",
        ]
    );
    let (_, outline) = read(text);
    let opening = outline.passages.iter().find(|passage| outline.reading.slice(passage.span).starts_with("2024年，"));
    assert_eq!(opening.map(|passage| passage.role.name()), Some("plan"));
}

#[test]
fn a_deed_in_a_subheading_keeps_the_role_of_its_part() {
    let text = "一、2023年工作回顾
（一）圆满完成年度目标任务
地区生产总值增长6.1%，财政收入增长5%。
（二）着力破解突出问题
化解债务12亿元，整改问题230个。
1.工业经济提速
规上工业增加值增长8%。
2.农业根基夯实
粮食产量20万吨。
二、存在的主要问题
产业层次不高，财政收支矛盾突出。
三、2024年工作安排
（一）总体要求
坚持稳中求进，推动高质量发展。
（二）抓项目扩投资
新开工项目50个。
四、加强政府自身建设
坚持依法行政，过紧日子。
";
    assert_eq!(
        headings(text),
        [
            "review 一、2023年工作回顾",
            "  review （一）圆满完成年度目标任务",
            "  review （二）着力破解突出问题",
            "    review 1.工业经济提速",
            "    review 2.农业根基夯实",
            "problems 二、存在的主要问题",
            "plan 三、2024年工作安排",
            "  plan （一）总体要求",
            "  plan （二）抓项目扩投资",
            "plan 四、加强政府自身建设",
        ]
    );
}

#[test]
fn run_in_heads_are_no_headings() {
    let text = "第一部分　2023年工作回顾
（一）坚持项目为王，发展后劲持续增强。实施重点项目120个，完成投资85亿元。
（二）坚持产业强县，经济结构持续优化。新增规上工业企业12家。
一是扩大投资。新开工项目30个。
第二部分　2024年工作安排
一、抓产业，增后劲
新建大棚300座。
二、抓民生，促和谐
改造危房50户。
结束语
各位代表！让我们为建设家乡而努力奋斗！
";
    assert_eq!(
        headings(text),
        [
            "review 第一部分　2023年工作回顾",
            "plan 第二部分　2024年工作安排",
            "  plan 一、抓产业，增后劲",
            "  plan 二、抓民生，促和谐",
            "closing 结束语",
        ]
        .map(|line| line.replace('\u{3000}', " "))
    );
}

#[test]
fn headings_wrap_in_a_narrow_column() {
    let text = "岚江市中级人民法院工作报告
2023年1月5日在岚江市第十五届
人民代表大会第三次会议上
岚江市中级人民法院院长　周明远
各位代表：
  现在，我代表岚江市中级人民法院
向大会报告工作，请予审议。
  一、2022年工作回顾
  2022年，全市法院受理案件12.3万
件，审结11.8万件，同比分别上升5.2%
和6.1%。
（一）围绕中心大局，以高质量司法服
务保障高质量发展
  审结一审民商事案件5.6万件，标的
额234亿元。审结破产案件45件，盘活
资产12亿元。
（二）坚持司法为民，以实际行动回应
人民群众新期待
  建成诉讼服务站点56个，网上立案率
达87.5%。
  二、2023年工作安排
  2023年，全市法院将重点做好以下工
作，持续推进从严治院，锻造过硬队伍，
服务高质量发展。
";
    assert_eq!(
        headings(text),
        [
            "review 一、2022年工作回顾",
            "  review （一）围绕中心大局，以高质量司法服务保障高质量发展",
            "  review （二）坚持司法为民，以实际行动回应人民群众新期待",
            "plan 二、2023年工作安排",
        ]
    );
    has(&ledger(text), &["lead 2023年1月5日在岚江市第十五届人民代表大会第三次会议上"]);
}

#[test]
fn an_indent_parts_paragraphs_though_headings_have_none() {
    let text = "岚江县人民政府工作报告
一、2023年工作回顾
　　全县扎实推进各项工作，地区生产总值增长6.1%，新建学校
3所，改造农村公路12公里，新增就业3000人，发放贷款9亿
元。
（一）产业发展稳步推进
　　实施重点项目120个，完成投资85亿元，到位资金43亿元，
新增规上工业企业12家，技改项目投产9个，培育服务业龙头企业
5家。
（二）民生福祉持续改善
　　发放救助金560万元，改造危房80户，建成养老服务站点
16个，惠及老年居民4300余人，发放助学金90万元。
二、2024年工作安排
　　（一）办好民生实事。新建幼儿园2所，改造老旧小区12个，
新增城镇就业3500人，让全县居民生活得更加安心舒心放心。
　　各位代表！让我们携手同心，为建设美好家乡而努力奋斗！
";
    let (_, outline) = read(text);
    let words: Vec<String> = outline.passages.iter().map(|passage| outline.reading.slice(passage.span)).collect();
    let item =
        "（一）办好民生实事。新建幼儿园2所，改造老旧小区12个，新增城镇就业3500人，让全县居民生活得更加安心舒心放心。";
    assert!(words.iter().any(|words| words == item), "{words:?}");
}

#[test]
fn markdown_marks_are_no_words() {
    let text = "# 2024年岚江市政府工作报告

**——2024年1月9日在岚江市第七届人民代表大会第三次会议上**

各位代表：

**一、2023年工作回顾**

2023年，完成投资120亿元，新增企业230家。

### （一）稳增长，经济运行向好

新增企业230家，新增规上企业12家。

**二、2024年工作安排**

1\\. 抓好项目。新开工项目50个。
";
    let found = headings(text);
    assert!(found.contains(&"review 一、2023年工作回顾".to_owned()), "{found:?}");
    assert!(found.contains(&"plan 二、2024年工作安排".to_owned()), "{found:?}");
    let (_, outline) = read(text);
    let words: Vec<String> = outline.passages.iter().map(|passage| outline.reading.slice(passage.span)).collect();
    assert!(words.contains(&"1.抓好项目。新开工项目50个。".to_owned()), "{words:?}");
}

#[test]
fn a_report_on_one_line_with_blanks_is_read() {
    let filler = "全县新建学校3所，改造道路12公里，新增就业3000人，粮食总产量达到18万吨。".repeat(40);
    let text = format!(
        "政府工作报告 ——2024年1月9日在临溪县第十八届人民代表大会第三次会议上 县长 巩怀瑾 各位代表： 现在，我代表县人民政府向大会报告工作，请予审议。 一、2023年工作回顾 过去一年，我们做了以下工作。 （一）抓产业，增后劲 {filler} 二、2024年工作安排 {filler}"
    );
    assert_eq!(
        headings(&text),
        ["review 一、2023年工作回顾", "  review （一）抓产业，增后劲", "plan 二、2024年工作安排"]
    );
    has(&ledger(&text), &["lead ——2024年1月9日在临溪县第十八届人民代表大会第三次会议上", "byline 县长巩怀瑾"]);
}

#[test]
fn ornaments_and_bracketed_signs_head_too() {
    let text = "■2023年工作回顾
2023年，全县地区生产总值增长6.1%，新建学校3所，改造道路12公里。
◆坚持项目为王 发展动能持续增强
实施重点项目120个，完成投资85亿元，到位资金43亿元。
◆坚持民生为本 群众福祉持续增进
新增就业3000人，发放救助金560万元，改造危房80户。
■2024年工作安排
㈠抓项目扩投资
新开工项目30个，完成投资15亿元，新签约项目20个。
（ 二 ）抓民生促和谐
新建幼儿园2所，改造老旧小区12个，新增就业3500人。
";
    assert_eq!(
        headings(text),
        [
            "review ■2023年工作回顾",
            "  review ◆坚持项目为王 发展动能持续增强",
            "  review ◆坚持民生为本 群众福祉持续增进",
            "plan ■2024年工作安排",
            "  plan ㈠抓项目扩投资",
            "  plan （ 二 ）抓民生促和谐",
        ]
        .map(|line| line.replace("（ 二 ）", "（二）"))
    );
}

#[test]
fn the_study_of_a_congress_is_a_part_alone_and_a_deed_among_themes() {
    let alone = "一、2023年工作回顾
开展调研12次，形成调研报告8篇，提出意见建议67条。
二、学习贯彻党的二十大精神
党的二十大是一次十分重要的大会，擘画了宏伟蓝图。
三、2024年工作安排
围绕高质量发展开展协商议政10次。
";
    assert_eq!(headings(alone)[1], "guidance 二、学习贯彻党的二十大精神");
    let theme = "一、深入学习贯彻党的二十大精神，坚持正确政治方向
组织集体学习24次，向县委请示报告36次，开展宣讲18场。
二、围绕中心服务大局，积极建言资政
开展调研12次，形成调研报告8篇，提出意见建议67条。
三、2024年工作安排
围绕高质量发展开展协商议政10次。
";
    assert_eq!(headings(theme)[0], "review 一、深入学习贯彻党的二十大精神，坚持正确政治方向");
}

#[test]
fn a_digest_names_its_parts_by_year() {
    let text = "同心绘蓝图 履职谱新篇
——政协清河市第九届委员会常务委员会工作报告摘登

1月12日，政协清河市第九届委员会第三次会议开幕。

回眸2023

■凝聚共识 画出最大同心圆

走访界别群众120人次，举办“委员讲堂”8期，3000余人次走进课堂。

■建言资政 议到关键要害处

开展专题协商6次，提出意见建议67条，促成项目签约12个。

展望2024

今年是政协成立75周年，市政协要办好系列活动，推动协商向基层延伸。
";
    assert_eq!(
        headings(text),
        ["review 回眸2023", "  review ■凝聚共识 画出最大同心圆", "  review ■建言资政 议到关键要害处", "plan 展望2024",]
    );
}

#[test]
fn a_digest_with_labelled_heads_reviews_under_them_and_plans_under_a_bracketed_year() {
    let text = "港城晚报
2025年2月12日 星期三

市政协常委会工作报告看点

本报讯 市政协主席代表常务委员会向大会报告工作，会场响起阵阵掌声。

看点一　走出来的建议

一年来，组织委员走访船厂和院所，形成主报告1份，6个部门据此修订了政策。

看点二　看得见的目标

民主监督小组夜访工地37处，下发监督意见书15份，约谈施工企业9家。（某某 制图）

【2025，市政协这样干】

今年市政协将锚定目标献计出力，新建委员会客厅10个，深化联谊。
";
    assert_eq!(
        headings(text),
        ["review 看点一 走出来的建议", "review 看点二 看得见的目标", "plan 【2025，市政协这样干】"]
    );
}

#[test]
fn a_report_at_the_end_of_a_year_plans_for_the_next() {
    let text = "青石镇政府工作报告
2024年12月26日在青石镇第十九届人民代表大会第六次会议上

各位代表：

一年来，主要干了这么几件事。

粮食丰收，腰包鼓了。全镇种植玉米3.4万亩，推广滴灌技术1.1万亩。

2025年，我们打算办好三件实事：一要把黑土地保护好。二是再修村路9公里。三是改造户厕200个。
";
    assert_eq!(roles(text).last().map(String::as_str), Some("plan 2025年，我们"));
}

#[test]
fn of_signs_that_adorn_the_first_is_the_outer_and_years_part_the_report() {
    let text = "一图读懂政府工作报告

★2024，这些数字很提气
◆经济向好
全区规上工业增加值增长9.9%，新增上市企业1家。
◆城市更新
改造老旧小区12个，新建口袋公园8处，打通断头路6条。
★2025，这样干
◆抓项目
推进98个重点项目，完成年度投资150亿元，盘活用地1800亩。
";
    assert_eq!(
        headings(text),
        [
            "review ★2024，这些数字很提气",
            "  review ◆经济向好",
            "  review ◆城市更新",
            "plan ★2025，这样干",
            "  plan ◆抓项目"
        ]
    );
}

#[test]
fn wide_words_and_questions_head_and_themes_look_ahead_by_themselves() {
    let wide = "政协清河市委员会常务委员会工作报告摘要

回　眸

开展专题协商6次，提出意见建议67条，促成项目签约12个。

展　望

举办主席讲堂6期，组织委员研学2批，建立委员工作室30个。
";
    assert_eq!(headings(wide), ["review 回 眸", "plan 展 望"]);
    let themes = "一、产业发展
全年新建茶园3000亩，培育龙头企业5家，举办展销会4场。
明年，改造低产茶园4000亩，打造茶坊5家。
二、乡村建设
全年新建示范村8个，整治河道12公里，改厕1200户。
";
    assert_eq!(roles(themes), ["review 全年新建茶园30", "plan 明年，改造低产茶", "review 全年新建示范村8"]);
}

#[test]
fn a_year_in_words_opens_the_plan_and_what_stands_above_the_plan_is_the_review() {
    let spelled = "过去一年，新建学校三十所，选派骨干教师二百名支教。
二〇二五年，是教育强省建设的关键之年。要新建幼儿园一百所。
";
    let text = format!("坪东省教育厅工作报告\n（二〇二五年一月十日）\n\n{spelled}");
    assert_eq!(roles(&text), ["review 过去一年，新建学", "plan 二〇二五年，是教"]);
    let summary = "某某检察院工作报告（摘要）
　　2023年，共办理各类案件4253件，提出抗诉78件。
护航高质量发展
　　起诉金融诈骗犯罪27人，督促办结积案36件。
2024年检察工作安排
　　要依法惩治各类犯罪，做实检护民生。
";
    assert_eq!(headings(summary), ["review 护航高质量发展", "plan 2024年检察工作安排"]);
}

#[test]
fn a_bodys_summary_is_titled_by_its_name() {
    let text = "云溪县水利局2024年工作总结和2025年工作计划
1.2024年工作完成情况
新建水库2座，加固堤防12公里，整治河道8条。
2.2025年工作计划
要新建水库1座，加固堤防6公里。
";
    assert_eq!(headings(text), ["review 1.2024年工作完成情况", "plan 2.2025年工作计划"]);
}

#[test]
fn couplets_head_from_the_first_paragraph_on_and_years_with_a_noun_are_parts() {
    let couplets = "政府工作报告（摘要）
——2025年1月20日在平山市第六届人民代表大会第四次会议上
市长 骆成

凝心聚力稳增长 经济运行稳中向好
　　过去一年，兑现惠企资金4.8亿元，新增经营主体3.2万户。
创新驱动强动能 产业升级步履铿锵
　　新认定高新技术企业68家，与7所高校共建研究院。
";
    assert_eq!(
        headings(couplets),
        ["review 凝心聚力稳增长 经济运行稳中向好", "review 创新驱动强动能 产业升级步履铿锵"]
    );
    let boards = "市政府工作报告看点

2024成绩单

【经济】

全市签约项目187个，新增上市企业2家。

2025任务书

【经济】

签约亿元以上项目200个，盘活用地1800亩。
";
    assert_eq!(headings(boards), ["review 2024成绩单", "  review 【经济】", "plan 2025任务书", "  plan 【经济】"]);
}

/// The role of each passage of running text, with its first words.
fn roles(text: &str) -> Vec<String> {
    let (_, outline) = read(text);
    let running = outline.passages.iter().filter(|passage| {
        matches!(passage.kind, crate::structure::SegmentKind::Paragraph | crate::structure::SegmentKind::ListItem)
    });
    running
        .map(|passage| {
            let words: String = outline.reading.slice(passage.span).chars().take(8).collect();
            format!("{} {words}", passage.role.name())
        })
        .collect()
}

#[test]
fn the_last_theme_of_a_review_holds_neither_its_problems_nor_the_plan() {
    let text = "清河县人民检察院工作报告
（2025年1月9日在清河县第九届人民代表大会第四次会议上）
各位代表：
现向大会报告县人民检察院2024年主要工作和2025年安排，请审议。
2024年，县检察院办结各类案件1280件，同比上升4.2%。
（一）守牢安全之责
批捕120人，起诉310人，移送线索14件，发出检察建议21份，整改问题34个。
（二）锤炼过硬队伍
围绕规矩意识组织专题学习9次，开展案件评查37件，发现瑕疵21处，逐一整改销号。
我们深知，工作与群众期待相比还有差距。要害是办案力量偏弱，少数建议质量不高，必须正视。
2025年，我们将落实县委部署，做好以下工作：
一要更加有力维护稳定。常态化开展扫黑除恶，要严惩电信诈骗，要加强未成年人保护。
二要更加严格锻造队伍。选送20名干警跟班学习。
";
    assert_eq!(headings(text), ["review （一）守牢安全之责", "review （二）锤炼过硬队伍"]);
    assert_eq!(
        roles(text),
        [
            "review 2024年，县检",
            "review 批捕120人，起",
            "review 围绕规矩意识组织",
            "problems 我们深知，工作与",
            "plan 2025年，我们",
            "plan 一要更加有力维护",
            "plan 二要更加严格锻造",
        ]
    );
}

#[test]
fn a_paragraph_may_turn_to_problems_and_to_what_is_done_about_them() {
    let text = "一、2023年工作回顾
全年新建学校3所，改造道路12公里。
成绩来之不易，值得倍加珍惜。同时也要看到，发展不足的市情没有改变，有的干部本领不强。对这些问题，我们要采取有力措施，认真研究解决。
二、2024年工作安排
新建学校5所。
";
    assert_eq!(roles(text)[1..4], ["review 成绩来之不易，值", "problems 同时也要看到，发", "plan 对这些问题，我们"]);
}

#[test]
fn a_news_item_quotes_what_is_to_be_done_and_tells_who_sat_there() {
    let text = "清河市纪委全会召开
本报讯 清河市纪委第二次全体会议1月9日召开。
袁述说，2023年全市立案320件，处分290人。
袁述强调，要持续纠治作风问题。深化整治重点领域腐败，通报典型案例。
袁述要求，各级纪委加强学习，改进作风。
今天的会议由纪委副书记柳岸主持。市纪委委员32人出席会议。
";
    assert_eq!(
        roles(text)[1..],
        ["review 袁述说，2023", "plan 袁述强调，要持续", "plan 袁述要求，各级纪", "review 今天的会议由纪委"]
    );
}

#[test]
fn figures_and_months_head_what_they_are_about() {
    let text = "数说法院这一年
来源：临溪融媒　2024-01-17

1月16日，临溪县人民法院院长阙望舒向县第六届人民代表大会第三次会议报告工作。

2023亮点
18642
2023年受理案件18642件，审结17985件。
97.3%
一审服判息诉率97.3%，超审限案件全部清零。
2024看点
2个
今年，法院将新设巡回审判点2个，力争执行完毕率达到42%。
";
    assert_eq!(headings(text), ["review 2023亮点", "  review 18642", "  review 97.3%", "plan 2024看点", "  plan 2个"]);
    let text = "云溪县纪委监委2024年大事记
这一年，纪检监察机关步履不停。
1月—3月
召开县纪委全会，部署27项任务，签订责任书84份。
4月—6月
启动专项整治，立案92人，留置3人。
7月—9月
开展第七轮巡察，发现问题463个。
10月—12月
通报典型案例6起，办结线索38件。
";
    assert_eq!(headings(text), ["review 1月—3月", "review 4月—6月", "review 7月—9月", "review 10月—12月"]);
}

#[test]
fn numbers_with_points_are_levels() {
    let text = "石滩县水利局2024年工作总结和2025年工作计划
1. 2024年工作完成情况
1.1 工程建设
（1）水库除险加固
完成小型水库除险加固23座，投资4860万元。
1.2 河湖管护
整治问题39个，清淤河道16公里。
2. 2025年工作计划
2.1 工程建设
开工建设水库1座，完成投资1.2亿元。
";
    assert_eq!(
        headings(text),
        [
            "review 1.2024年工作完成情况",
            "  review 1.1工程建设",
            "    review （1）水库除险加固",
            "  review 1.2河湖管护",
            "plan 2.2025年工作计划",
            "  plan 2.1工程建设",
        ]
    );
}

#[test]
fn a_theme_with_its_couplet_behind_a_colon_heads_what_follows() {
    let text = "县第九次党代会开幕
　　本报讯　12月6日，县第九次党代会开幕，书记代表上届县委作报告。
过去五年：同舟共济，硕果累累
　　报告指出，五年来，全县新建学校12所，改造农村公路300公里。
　　报告指出，全县干部作风还不够扎实。
今后五年：乘势而上，奋楫争先
　　今后五年，要新建医院3家，培训干部9000人次。
管党治党：正本清源，激浊扬清
　　要轮训党员4000人次，开展县委巡察9轮。
";
    assert_eq!(
        headings(text),
        [
            "review 过去五年：同舟共济，硕果累累",
            "plan 今后五年：乘势而上，奋楫争先",
            "  plan 管党治党：正本清源，激浊扬清",
        ]
    );
}

#[test]
fn heads_in_brackets_open_the_report_and_a_couplet_over_the_plan_plans() {
    let text = "——市人大常委会工作报告摘要
□ 本报记者　温以宁
　　1月21日，岚江市第八届人民代表大会第四次会议举行第二次全体会议，市人大常委会主任章若谷向大会报告工作。
【立法】
　　去年，常委会制定地方性法规3部，修改2部。
【监督】
　　听取审议专项工作报告17项，抽检市场138家。
【数读2024】
　　任免国家机关工作人员83人次。
【展望】
　　2025年，常委会将安排审议项目9件，开展执法检查5次。
";
    assert_eq!(headings(text), ["review 【立法】", "review 【监督】", "review 【数读2024】", "plan 【展望】"]);
    let text = "政府工作报告（摘要）
——2025年1月20日在岚江市第六届人民代表大会第四次会议上
市长 江河

凝心聚力稳增长 经济运行稳中向好
　　过去一年，兑现惠企资金4.8亿元，新增经营主体3.2万户。
城乡融合促振兴 山乡面貌焕然一新
　　建成高标准农田14.5万亩，创建示范村52个。
乘势而上谱新篇 真抓实干启新程
　　今年，经济社会发展主要预期目标是：地区生产总值增长6%以上，固定资产投资增长8%。
　　推进重点项目320个，开工改造城中村11个。
";
    assert_eq!(
        headings(text),
        [
            "review 凝心聚力稳增长 经济运行稳中向好",
            "review 城乡融合促振兴 山乡面貌焕然一新",
            "plan 乘势而上谱新篇 真抓实干启新程",
        ]
    );
}

#[test]
fn a_card_has_pieces_with_numbers_and_years_with_a_word() {
    let text = "临溪县2024年政府工作报告“明白卡”
2025年1月10日
回顾篇
01 经济稳
全县生产总值完成168亿元，新增规上企业12家。
02 民生暖
新建学校6所，改造老旧小区24个。
展望篇
01 目标
今年，全县生产总值增长6%，新增规上企业15家。
02 实事
新建改建学校8所，改造老旧小区30个。
";
    assert_eq!(
        headings(text),
        ["review 回顾篇", "  review 01经济稳", "  review 02民生暖", "plan 展望篇", "  plan 01目标", "  plan 02实事",]
    );
    let text = "PART 1
2024，我们这样走过
★经济运行稳
新建厂房12万平方米，引进企业36家。
★民生底色暖
新建学校6所，改造老旧小区24个。
PART 2
2025，我们这样干
★拼经济
新建厂房20万平方米，引进企业40家。
★惠民生
新建学校8所，改造老旧小区30个。
";
    assert_eq!(
        headings(text),
        [
            "review 2024，我们这样走过",
            "  review ★经济运行稳",
            "  review ★民生底色暖",
            "plan 2025，我们这样干",
            "  plan ★拼经济",
            "  plan ★惠民生",
        ]
    );
}

#[test]
fn a_part_that_names_the_next_year_plans_and_one_of_two_halves_goes_by_the_longer() {
    let text = "岚江市人民检察院工作报告
（2025年1月9日）
一、2024年主要工作
批捕1200人，起诉3400人，提出抗诉36件。
二、2025年主要工作
开展专项监督3次，制发检察建议200份。
";
    assert_eq!(headings(text), ["review 一、2024年主要工作", "plan 二、2025年主要工作"]);
    let text = "岚江区审计局2024年工作情况
一、审计监督：今年做法与明年打算
全年完成审计项目26个，查出问题金额5.7亿元。
二、自身建设
举办培训12期，培训干部120人次。
";
    assert_eq!(headings(text)[0], "review 一、审计监督：今年做法与明年打算");
}

#[test]
fn pieces_of_a_digest_hold_this_year_and_the_next() {
    let text = "林川县政府工作报告看点

产业篇

这一年

新建茶园1200亩，培育龙头企业3家，茶产业产值增长9%。

下一年

新建竹材加工点6个，新增规上企业4家，建设冷链仓储2万立方米。

蓝图2026

开通城乡公交线路4条，改造农村学校5所，建成口袋公园3个。
";
    assert_eq!(headings(text), ["review 产业篇", "  review 这一年", "  plan 下一年", "plan 蓝图2026"]);
}

#[test]
fn a_title_below_its_body_and_chapters_of_parts() {
    let text = "岚江市水务局
2024年工作总结和2025年工作思路
2024年，市水务局认真履职。
【2024年工作总结】
■水利建设提速
完成水利投资12亿元，除险加固水库23座。
【2025年工作思路】
■抓建设
开工水库2座，完成投资15亿元。
";
    assert_eq!(
        headings(text),
        ["review 【2024年工作总结】", "  review ■水利建设提速", "plan 【2025年工作思路】", "  plan ■抓建设"]
    );
    let text = "第一部分：2024年工作
第一章　稳增长
新增规上企业12家，完成投资86亿元。
第二章　惠民生
新建学校6所。
第二部分：2025年工作
第一章　拼经济
新增规上企业15家。
";
    assert_eq!(
        headings(text),
        [
            "review 第一部分：2024年工作",
            "  review 第一章 稳增长",
            "  review 第二章 惠民生",
            "plan 第二部分：2025年工作",
            "  plan 第一章 拼经济",
        ]
    );
}

#[test]
fn this_year_opens_the_plan_of_a_report_without_headings() {
    let text = "临溪县人民法院工作报告
（2025年1月9日）
各位代表：
一年来，我们主要做了以下工作：
一是服务大局有为。审结涉企案件320件，为企业挽回损失1.2亿元。
二是司法为民有感。设立服务站12个，调解案件1800件。
今年，我们将重点抓好以下工作：
一是聚焦中心。审结案件4000件以上。
二是聚焦民生。新设巡回审判点3个。
以上报告，请予审议。
";
    let (_, outline) = read(text);
    let roles: Vec<&str> = outline.passages.iter().map(|passage| passage.role.name()).collect();
    assert_eq!(roles[3..], ["review", "review", "review", "plan", "plan", "plan", "closing"]);
}

#[test]
fn signs_adorn_themes_where_parts_stand_without_one() {
    let text = "一图读懂青溪县政府工作报告

2025年成绩单

●产业更旺

新增规上企业11家，引进省外资金18亿元，建成绿色工厂2家。

●城乡更美

完成老旧小区改造4个，新建停车场6处，拆除违建1.2万平方米。

2026年任务书

●预期目标

地区生产总值增长6%，居民收入增长6.5%，粮食产量18万吨以上。

●重点任务

新建标准厂房5万平方米，改造农村公路60公里，建设社区食堂3家。
";
    assert_eq!(
        headings(text),
        [
            "review 2025年成绩单",
            "  review ●产业更旺",
            "  review ●城乡更美",
            "plan 2026年任务书",
            "  plan ●预期目标",
            "  plan ●重点任务",
        ]
    );
}

#[test]
fn lines_over_longer_ones_and_behind_a_dash_are_heads() {
    let text = "\
一起来看！青石区政府工作报告里的民生事

2023，我们的日子更好
城镇新增就业1.2万人，援助困难人员930人，发放返还资金700万元，建起就业超市5家。

2023，我们的出行更顺
开通社区巴士线路8条，优化公交站点63处，新增停车泊位200个，贯通滨江步道7公里。

2024，我们期待更好的学校
区政府将新改扩建中小学7所，招聘教师350人，新增普惠托位100个，课后服务全覆盖。
";
    assert_eq!(
        headings(text),
        ["review 2023，我们的日子更好", "review 2023，我们的出行更顺", "plan 2024，我们期待更好的学校"]
    );
    let dashed = "\
政协青石县委员会常务委员会工作报告

一年来的工作

——凝聚思想共识

举办读书班3期，召开学习会28次。

——助推产业发展

围绕产业转型开展视察调研18次，形成建议案5份。
";
    assert_eq!(headings(dashed), ["review 一年来的工作", "  review ——凝聚思想共识", "  review ——助推产业发展"]);
}

#[test]
fn parts_are_told_by_plain_words_by_the_next_year_and_by_what_follows_problems() {
    let plain = "\
青石村2023年工作报告

今年做了哪些事

硬化村道3公里，安装路灯60盏。

还有哪些不够

部分村民对工作不够了解，服务还要更细。

明年打算怎么干

新建文化广场1处，改造危房6户。
";
    assert_eq!(headings(plain), ["review 今年做了哪些事", "problems 还有哪些不够", "plan 明年打算怎么干"]);
    let asked = "【去年怎么干】\n　　开办读书角118处。\n【今年怎么干】\n　　建设读书角200处。\n";
    assert_eq!(headings(asked), ["review 【去年怎么干】", "plan 【今年怎么干】"]);
    let years = "\
中共青石县委常委会工作报告
（2025年12月20日）

一、关于2025年工作

签约项目52个，建成铁路专线18公里。

二、关于2026年工作

新签约项目60个，建成产业园区2个。
";
    assert_eq!(headings(years), ["review 一、关于2025年工作", "plan 二、关于2026年工作"]);
}

#[test]
fn years_in_words_and_a_report_of_its_own_year_tell_the_parts() {
    let text = "\
青石市中级人民法院工作报告
二〇二五年一月十日在青石市第六届人民代表大会第四次会议上

二〇二四年主要工作

全市法院受理案件784件，审执结751件。

维护社会安定有力度

审结一审刑事案件291件，判处罪犯384人。

兑现胜诉权益有速度

执行到位4.6亿元，司法拘留37人。

二〇二五年工作任务

要严格公正司法，组建审判庭3个。

各位代表，我们将砥砺奋进，为青石发展提供有力司法服务！
";
    assert_eq!(
        headings(text),
        [
            "review 二〇二四年主要工作",
            "  review 维护社会安定有力度",
            "  review 兑现胜诉权益有速度",
            "plan 二〇二五年工作任务",
        ]
    );
    let (_, outline) = read(text);
    assert_eq!(outline.passages.last().map(|passage| passage.role.name()), Some("closing"));
    let own = "\
青石省人民政府工作报告
2024年1月23日在青石省第十四届人民代表大会第二次会议上

一、过去一年工作

组建实验室5家，技术合同成交额突破3000亿元。

二、2024年主要工作

推进产业集群建设，新增规上企业25家。
";
    assert_eq!(headings(own), ["review 一、过去一年工作", "plan 二、2024年主要工作"]);
    let paper = "\
利剑高悬正风气
2月27日，市纪委全会举行，市纪委书记作工作报告。

回眸2023：一组数字见证力度

全年立案1173件，处分1096人。

展望2024：五个关键词划出重点

开展嵌入式监督，督促职能部门主动服务。
";
    assert_eq!(headings(paper), ["review 回眸2023：一组数字见证力度", "plan 展望2024：五个关键词划出重点"]);
}

#[test]
fn a_year_with_praise_heads_a_part_and_a_sign_above_figures_holds_them() {
    let paper = "\
县政府工作报告速读
2月3日，县长在会上作政府工作报告。

2023年：稳中向好，答卷亮眼

◆家底更厚
全县地区生产总值增长6.1%。

2024年：再接再厉，干字当头

◆预期目标
地区生产总值增长6%左右。

◆重点工作

1.兴产业，聚链成群
新开工产业项目40个。

2.惠民生，用心用情
新建幼儿园3所。
";
    assert_eq!(
        headings(paper),
        [
            "review 2023年：稳中向好，答卷亮眼",
            "  review ◆家底更厚",
            "plan 2024年：再接再厉，干字当头",
            "  plan ◆预期目标",
            "  plan ◆重点工作",
            "    plan 1.兴产业，聚链成群",
            "    plan 2.惠民生，用心用情",
        ]
    );
}

#[test]
fn what_stands_above_the_plan_is_the_review_and_a_title_may_take_two_lines() {
    let digest = "\
读报告 看发展
10月9日，中共沙浦市第六次代表大会开幕。江望川同志作报告。本报摘登如下：

五年成就

五年来，我们办成了一批打基础的大事。

经济实力跃上台阶。引进项目7个。

今后五年

今后五年，要建设海洋强市，深化开发区改革，推动产业升级。到2026年，建成中心渔港3座，修复岸线80公里。
";
    assert_eq!(headings(digest), ["review 五年成就", "plan 今后五年"]);
    let headless = "\
10月9日，中共沙浦市第六次代表大会开幕。

五年来，我们办成了一批打基础的大事，引进项目7个。

今后五年

今后五年，要建设海洋强市，深化开发区改革，推动产业升级。到2026年，建成中心渔港3座，修复岸线80公里。
";
    let (_, outline) = read(headless);
    let told = outline.passages.iter().find(|passage| outline.reading.slice(passage.span).starts_with("五年来"));
    assert_eq!(told.map(|passage| passage.role.name()), Some("review"));
    let title = "\
梧桐街道办事处2025年工作总结
及2026年工作打算

一、2025年主要工作

新建社区食堂2处，加装电梯14部。

二、2026年工作打算

加装电梯20部，建设口袋公园2处。
";
    assert_eq!(headings(title), ["review 一、2025年主要工作", "plan 二、2026年工作打算"]);
    has(&ledger(title), &["title 及2026年工作打算"]);
}

#[test]
fn year_that_is_spoken_of_opens_the_plan_of_a_news_item() {
    let text = "\
云屏省人大常委会：立良法护发展
本报云屏1月25日讯 今天，省十四届人大二次会议举行第二次全体会议。

报告指出，2023年，省人大常委会召开会议8次，审议法规37件。

谈到2024年的工作安排，报告提出，常委会将紧紧围绕中心任务依法履职。

——加强重点领域立法。制定低空经济条例。

会议期间，代表们对报告给予充分肯定。
";
    let (_, outline) = read(text);
    let role = |words: &str| {
        let told = outline.passages.iter().find(|passage| outline.reading.slice(passage.span).contains(words));
        told.map(|passage| passage.role.name())
    };
    assert_eq!(role("审议法规"), Some("review"));
    assert_eq!(role("制定低空经济条例"), Some("plan"));
    assert_eq!(role("充分肯定"), Some("review"));
}

#[test]
fn what_a_heading_asks_of_a_year_that_is_over_looks_back() {
    let text = "\
《沙浦报》2025年1月9日 第2版
县长林闻笛作政府工作报告
2024年交出好答卷 2025年再出发

本报讯 1月8日，沙浦县第十七届人民代表大会第四次会议开幕，县长林闻笛作政府工作报告。

2024年怎么干的

去年，新建渔港2座，打通断头路5条。

2025年怎么干

今年要新建渔港3座，改造老旧小区32个。
";
    assert_eq!(headings(text), ["review 2024年怎么干的", "plan 2025年怎么干"]);
    has(&ledger(text), &["noise 《沙浦报》2025年1月9日第2版"]);
}

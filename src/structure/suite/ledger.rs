//! What is of the report, and what stands around it.

use super::{has, headings, ledger, read};

#[test]
fn page_furniture_and_contents_are_noise_and_the_title_is_not() {
    let page = |n: usize| format!("- {n} -\n政府工作报告\n");
    let text = format!(
        "政府工作报告
——2024年1月10日在临溪县第十八届人民代表大会第三次会议上
县长　巩怀瑾
目    录
一、2023年工作回顾……………………1
二、2024年工作安排……………………5
各位代表：
    一、2023年工作回顾
    2023年，地区生产总值增长6.2%，城乡居民收入分
{}别增长5.1%和7.2%。
    实施重点项目120个，完成投资85亿元，到位资金
{}43亿元，茶叶综合产值突破20亿元。
    二、2024年工作安排
    主要预期目标是：地区生产总值增长6%左右。
{}",
        page(1),
        page(2),
        page(3)
    );
    let ledger = ledger(&text);
    assert_eq!(ledger[0], "title 政府工作报告");
    assert_eq!(ledger.iter().filter(|line| *line == "noise 政府工作报告").count(), 3);
    has(&ledger, &["noise 目录", "noise 一、2023年工作回顾……………………1", "byline 县长巩怀瑾"]);
    assert_eq!(headings(&text), ["review 一、2023年工作回顾", "plan 二、2024年工作安排"]);
    let (_, outline) = read(&text);
    let words: Vec<String> = outline.passages.iter().map(|passage| outline.reading.slice(passage.span)).collect();
    assert!(words.contains(&"2023年，地区生产总值增长6.2%，城乡居民收入分别增长5.1%和7.2%。".to_owned()), "{words:?}");
}

#[test]
fn a_web_copy_is_parted_from_its_page() {
    let text = "首页 > 政务公开 > 政府工作报告
清河区2024年政府工作报告
来源 : 清河日报　发布时间：2024-01-20 08:00
——2024年1月15日在清河区第十七届人民代表大会第四次会议上
各位代表：
一、2023年工作回顾
一年来，全区地区生产总值增长6.1%，新增规上企业56家，新建社区食堂12家，改造老旧小区34个，城镇新增就业8600人，办理民生实事10件，城乡居民收入分别增长5.2%和6.8%，空气优良天数比例达到88.6%，粮食总产量达到12.3万吨，茶叶产值突破20亿元，接待游客320万人次，新签约项目45个。
二、2024年工作安排
新建社区中心8个，新增学位3000个，改造危旧房屋200户，新建公园6个，新开工项目80个，完成固定资产投资120亿元，新增规上企业30家，城镇新增就业8000人，建成高标准农田2万亩。
各位代表，让我们携手并肩，为建设美好清河而努力奋斗！
附件1：
名词解释
1．一网通办：依托一体化在线平台。
扫一扫在手机打开当前页
【打印】【关闭】
上一篇：清河区召开经济工作会议
";
    let ledger = ledger(text);
    has(
        &ledger,
        &[
            "noise 首页>政务公开>政府工作报告",
            "byline 来源:清河日报发布时间：2024-01-2008:00",
            "noise 附件1：",
            "noise 名词解释",
            "noise 1．一网通办：依托一体化在线平台。",
            "noise 扫一扫在手机打开当前页",
            "noise 【打印】【关闭】",
            "noise 上一篇：清河区召开经济工作会议",
        ],
    );
}

#[test]
fn an_advert_below_the_call_is_noise() {
    let text = "一、2023年工作情况
共办理各类案件3946件，同比上升12.6%。
二、2024年工作安排
聘请观察员100名。
各位代表，区检察院将真抓实干，为建设现代化桐汀作出更大检察贡献！

桐汀万象城 年货节
全场满300元减60元
地址：望桐大道168号
";
    has(&ledger(text), &["noise 桐汀万象城年货节", "noise 全场满300元减60元", "noise 地址：望桐大道168号"]);
}

#[test]
fn another_article_on_the_page_is_noise() {
    let report = "清河县政府工作报告
（2024年1月8日）
县长 甘文棠
各位代表：
一、2023年工作回顾
全县地区生产总值增长6.1%，新建学校3所，改造道路12公里，新增就业3000人。
二、2024年工作安排
新建学校5所，改造道路20公里，新增就业3500人，建成高标准农田2万亩。
各位代表！让我们团结奋斗，为建设美丽清河而不懈努力！
";
    let above = "县领导走访老党员
1月5日，县委书记陆景行走访老党员12名，送去慰问金2万元。
（记者 温以宁）

";
    let below = "
全县春播准备就绪
2月3日，全县备足种子3000吨，可播种120万亩，农机具检修完毕。
（记者 骆青禾）
";
    let ledger = ledger(&format!("{above}{report}{below}"));
    has(
        &ledger,
        &[
            "noise 县领导走访老党员",
            "noise （记者温以宁）",
            "title 清河县政府工作报告",
            "noise 全县春播准备就绪",
            "noise （记者骆青禾）",
        ],
    );
}

#[test]
fn definitions_below_the_call_are_noise_and_a_signature_is_not() {
    let text = "一、2023年工作情况
共办理各类案件3946件，同比上升12.6%。
二、2024年工作安排
聘请观察员100名。
各位代表，让我们为建设现代化桐汀而努力奋斗！
桐汀区人民检察院
2024年1月12日
1.公益诉讼：检察机关为保护公共利益提起的诉讼，全年共67件。
";
    has(
        &ledger(text),
        &[
            "byline 桐汀区人民检察院",
            "byline 2024年1月12日",
            "noise 1.公益诉讼：检察机关为保护公共利益提起的诉讼，全年共67件。",
        ],
    );
}

#[test]
fn an_advert_between_paragraphs_is_noise_and_a_heading_is_not() {
    let text = "过去五年工作回顾

五年来，召开全体会议5次，组织视察调研120次，提出意见建议860条。

岚江电信 千兆宽带大回馈
全家享套餐 每月仅需99元
咨询热线：0000-1234567

聚焦中心大局 服务经济社会发展

围绕乡村振兴开展协商36次，形成调研报告48篇，得到批示25件。
";
    has(
        &ledger(text),
        &[
            "noise 岚江电信千兆宽带大回馈",
            "noise 全家享套餐每月仅需99元",
            "noise 咨询热线：0000-1234567",
            "heading 聚焦中心大局服务经济社会发展",
        ],
    );
}

#[test]
fn a_news_digest_ends_where_its_next_item_begins() {
    let filler = "会议听取了常务委员会工作报告，审议了提案工作情况的报告，委员们围绕经济社会发展协商议政。".repeat(6);
    let text = format!("## 1. 市政协会议开幕\n\n{filler}\n\n## 2. 【两会特写】携手新时代\n\n{filler}今天天气晴朗。\n");
    let ledger = ledger(&text);
    assert!(ledger[0].starts_with("headline"), "{ledger:#?}");
    has(&ledger, &["noise ##2.【两会特写】携手新时代"]);
}

#[test]
fn what_is_said_into_a_microphone_is_no_report_and_a_vow_closes_it() {
    let text = "政府工作报告
——2025年1月8日在临溪县第十八届人民代表大会第五次会议上
各位代表：
按照会议安排，现将工作报告如下，请予审议。
一、2024年工作回顾
　　全年新建学校5所，改造道路12公里。
【同期声】代表 林小满：“学校修到了家门口。”
二、2025年工作安排
　　新建学校8所，改造道路20公里。
　　各位代表，我们决心以求真务实的作风，为家乡发展贡献力量。
附件：临溪县政府工作报告.pdf
";
    let (_, outline) = read(text);
    let last = outline.passages.iter().rfind(|passage| passage.kind == crate::structure::SegmentKind::Paragraph);
    assert_eq!(last.map(|passage| passage.role), Some(crate::structure::Role::Closing));
    has(
        &ledger(text),
        &[
            "noise 【同期声】代表林小满：“学校修到了家门口。”",
            "noise 附件：临溪县政府工作报告.pdf",
            "salutation 按照会议安排，现将工作报告如下，请予审议。",
        ],
    );
}

#[test]
fn a_vow_may_be_made_by_a_body_in_its_own_name() {
    let text = "临溪县人民法院工作报告
各位代表：
一、2024年工作回顾
　　审结各类案件5802件。
二、2025年工作安排
　　设立巡回审判点8处。
　　各位代表，新的一年，全县法院将忠于职守，让群众感到公平就在身边！
";
    let (_, outline) = read(text);
    let last = outline.passages.last().map(|passage| passage.role);
    assert_eq!(last, Some(crate::structure::Role::Closing));
}

#[test]
fn links_and_pictures_of_a_page_in_markdown_are_noise() {
    let text = "\
[首页](/) > [政务公开](/zwgk/) > [部门文件](/zwgk/bmwj/)

# 青石县水利局2024年工作总结

![图片](/upload/p1.jpg)

全年新建水库[两座](/sk/)，改造泵站9处。

[打印本页](javascript:window.print()) [关闭窗口]
";
    let words = |kind: &str| ledger(text).into_iter().filter(|line| line.starts_with(kind)).collect::<Vec<_>>();
    assert_eq!(words("headline"), ["headline #青石县水利局2024年工作总结"]);
    assert_eq!(words("paragraph").concat().matches("全年新建水库").count(), 1);
    assert!(!words("paragraph").concat().contains(['首', '图', '打']));
}

/// Some programs break lines at so many characters: one with many digits falls short in columns, and is full all the same.
#[test]
fn lines_that_are_cut_by_the_character_are_joined() {
    let text = "　　去年全县生产总值达到186亿元，增长5.1%，
固定资产投资增长12%以上，城乡居民收入分别增
长4.5%、7.2%，财政总收入比上年增加1.3
亿元。
　　全年流转土地148.36万亩，其中村集体52
家56.3万亩，建成连片千亩以上油茶基地6个，带
动1.1万户农户增收。
　　一年来，全县上下齐心协力应对困难挑战，坚持稳
中求进工作总基调，完整准确全面贯彻新发展理念，推
动各项事业取得新的进展和成效。
　　围绕群众急难愁盼的问题，办好一批民生实事，改
造提升老旧小区，建设便民服务设施，城乡面貌持续改
善，群众获得感不断增强。";
    has(
        &ledger(text),
        &[
            "paragraph 全年流转土地148.36万亩，其中村集体52家56.3万亩，建成连片千亩以上油茶基地6个，带动1.1万户农户增收。",
        ],
    );
}

#[test]
fn name_of_a_site_above_its_buttons_is_noise() {
    let found = ledger(
        "青岭清风网\n首页 | 要闻 | 巡察工作 | 我要举报\n今日天气：晴转多云 -3℃~7℃　登录　注册\n\
         青岭县人民政府工作报告\n全年建成学校3所，新增学位2000个。",
    );
    has(&found, &["noise 青岭清风网", "noise 今日天气：晴转多云-3℃~7℃登录注册", "title 青岭县人民政府工作报告"]);
}

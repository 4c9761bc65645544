//! News items, digests and programmes about a report.

use super::{fields, line, spans};

#[test]
fn a_paper_of_the_day_after_dates_the_report() {
    let found = fields(
        "港城晚报
2025年2月12日 星期三

为港城聚智
——市政协九届常委会工作报告看点

本报讯 昨日上午，市政协主席温岚代表政协云山市第九届委员会常务委员会向大会报告工作，会场响起阵阵掌声。

看点一　走出来的建议

2024年，组织委员走访船厂和院所，形成主报告1份，6个部门据此修订了政策。
",
    );
    assert_eq!(found.title, "市政协九届常委会工作报告看点");
    assert_eq!(found.report_date.map(|date| date.to_string()).as_deref(), Some("2025-02-11"));
    assert_eq!(found.report_date_basis.map(|basis| basis.name()), Some("inferred"));
}

#[test]
fn items_say_who_hands_the_report_over() {
    let cases = [
        (
            "看懂政府工作报告
　　1月18日，岚江市人民政府工作报告提请市八届人大四次会议审议。
　　2023年，全市新建学校12所，改造管网210公里，新增床位900张。
　　今年，全市要新建学校15所，改造管网180公里。",
            "government · 岚江市人民政府 · 岚江市 prefecture – · – · 8/4 · – · 2024-01-18 inferred",
            "2023 · 2024",
        ),
        (
            "云渡区人民法院工作报告速读
　　1月12日，云渡区人民法院院长欧阳澄向区第七届人民代表大会第四次会议报告工作。
　　报告显示，2023年，全区法院受理案件9800件，审结9650件。
　　报告提出，今年将设立巡回审判点3个，到2026年实现乡镇全覆盖。",
            "court · 云渡区人民法院 · 云渡区 county – · – · 7/4 · 欧阳澄 · 2024-01-12 inferred",
            "2023 · 2024",
        ),
        (
            "云渡区人民法院工作报告速读
　　1月12日，云渡区人民法院院长欧阳澄向区第七届人民代表大会第四次会议报告工作。
　　2023年受理案件9800件，审结9650件，执行到位2.1亿元。
　　今年，区法院将设立巡回审判点3个，力争结案率达到98%。",
            "court · 云渡区人民法院 · 云渡区 county – · – · 7/4 · 欧阳澄 · 2024-01-12 inferred",
            "2023 · 2024",
        ),
        (
            "临溪县长甘文棠报告政府工作
　　本报临溪12月28日讯　今天，临溪县第十三届人民代表大会第五次会议开幕，县长甘文棠代表县人民政府作工作报告。报告指出，2023年，\
临溪县新建厂房6万平方米，发放补贴3100万元。报告提出，2024年要力争新建学校4所，改造公路36公里。",
            "government · 临溪县人民政府 · 临溪县 county – · – · 13/5 · 甘文棠 · 2023-12-28 inferred",
            "2023 · 2024",
        ),
        (
            "《云山新闻》
政协五届三次会议开幕 章若谷作常委会工作报告
　　政协云山市五届三次会议今天上午开幕，出席委员320名。
　　章若谷代表政协云山市第五届委员会常务委员会作工作报告时说，2023年，市政协组织协商21场，提出建议310条，其中6条被全国政协采用。
　　谈到2024年工作，报告提出，要安排协商议题7个，力争征集意见800条。",
            "cppcc · 政协云山市第五届委员会常务委员会 · 云山市 prefecture – · 5 · 5/3 · 章若谷 · – –",
            "2023 · 2024",
        ),
    ];
    for (text, told, years) in cases {
        let found = fields(text);
        assert_eq!((line(&found).as_str(), spans(&found).as_str()), (told, years), "{text}");
    }
}

#[test]
fn items_tell_of_the_meeting_at_which_the_report_was_given() {
    let cases = [
        // a place and its session in the words of the item
        (
            "县长报告里的民生账
　　1月9日，在临溪县十八届人大五次会议上，县长甘文棠作政府工作报告。
　　2024年，全县新建学校5所，改造道路12公里。
　　2025年，全县要新建学校8所，改造道路20公里。",
            "government · 临溪县人民政府 · 临溪县 county – · – · 18/5 · 甘文棠 · 2025-01-09 inferred",
            "2024 · 2025",
        ),
        // what was heard, and from whom
        (
            "区法院向人代会报告工作
　　本报云河1月10日讯（记者 林小满）今天下午，云河区第六届人民代表大会第五次会议举行全体会议，听取了区人民法院院长于慎行所作的区人民法院工作报告。
　　2024年，全区法院审结案件1.2万件，执行到位3.1亿元。
　　2025年，区法院将新设速裁团队5个。",
            "court · 云河区人民法院 · 云河区 county – · – · 6/5 · 于慎行 · 2025-01-10 inferred",
            "2024 · 2025",
        ),
        // the paper tells whose 省法院 it is
        (
            "省法院：去年结案98万件
来源：临江日报　　时间：2024-01-25
　　本报讯（记者 林小满）1月24日，省高级人民法院院长阙望舒在省十三届人大二次会议上作法院工作报告。
　　2023年，全省法院受理案件102万件，审结98万件。
　　2024年，全省法院要新设巡回法庭6个。",
            "court · 临江省高级人民法院 · 临江省 province – · – · 13/2 · 阙望舒 · 2024-01-24 inferred",
            "2023 · 2024",
        ),
        (
            "《岚江新闻联播》　20250114
岚江市八届人大五次会议开幕
　　岚江市第八届人民代表大会第五次会议今天上午开幕，市长江河作政府工作报告。
　　2024年，全市新建学校12所，改造管网210公里。
　　2025年，要新建学校15所，改造管网180公里。",
            "government · 岚江市人民政府 · 岚江市 prefecture – · – · 8/5 · 江河 · 2025-01-14 inferred",
            "2024 · 2025",
        ),
        (
            "一图读懂县政府工作报告
2025年02月12日 19:06
　　今天上午，临溪县第十九届人民代表大会第五次会议开幕，县长甘文棠作政府工作报告。
　　2024年，全县招引项目52个，新建学校6所。
　　2025年，要建设厂房20万平方米，力争入园企业突破150家。",
            "government · 临溪县人民政府 · 临溪县 county – · – · 19/5 · 甘文棠 · 2025-02-12 inferred",
            "2024 · 2025",
        ),
    ];
    for (text, told, years) in cases {
        let found = fields(text);
        assert_eq!((line(&found).as_str(), spans(&found).as_str()), (told, years), "{text}");
    }
}

#[test]
fn the_day_of_the_meeting_goes_before_that_of_the_dispatch() {
    let found = fields(
        "人民日报 1998年1月22日 第1版
中央纪委二次全会在京举行
　　新华社北京1月21日电　中国共产党中央纪律检查委员会第二次全体会议1月20日在北京举行。林远山代表中央纪委常委会作工作报告。
　　1997年，全国纪检监察机关立案12万件，处分10万人。
",
    );
    assert_eq!(found.report_date.map(|date| date.to_string()).as_deref(), Some("1998-01-20"));
}

#[test]
fn a_national_session_tells_its_year() {
    let found = fields(
        "全国人民代表大会常务委员会工作报告（摘要）
　　新华社北京3月8日电　受全国人大常委会委托，林远山8日向十三届全国人大二次会议作工作报告。
一年来的主要工作
　　审议通过法律8件，听取审议报告23个。
今后一年的主要任务
　　2018年的成绩打下了基础。要检查就业促进法等6部法律实施情况。
",
    );
    assert_eq!(found.report_date.map(|date| date.to_string()).as_deref(), Some("2019-03-08"));
    assert_eq!(spans(&found), "2018 · 2019");
}

#[test]
fn the_first_paragraph_tells_the_meeting_and_the_next_who_reported() {
    let found = fields(
        "守廉护航启新程
中共清河市第六届纪律检查委员会
第四次全体会议召开

　　本报讯（记者 高远）2月18日，中共清河市第六届纪律检查委员会第四次全体会议在会议中心召开。

　　全会总结了2024年全市纪检监察工作，部署了2025年任务，审议通过了章若谷代表市纪委常委会所作的工作报告。

　　会议指出，过去一年，全市纪检监察机关立案412件，处分365人。
",
    );
    assert_eq!((found.session_term, found.session_meeting), (Some(6), Some(4)));
    assert_eq!(found.reporter, "章若谷");
    let wrapped = fields(
        "　　　清河区人民政府柳溪街道办事处2023年度工作
　　　总结和2024年工作打算
　　　　　（2023年12月26日）

　　2023年，柳溪街道完成了年度任务。
一、主要工作开展情况
改造老旧小区3个。
二、2024年工作打算
新建公园2个。
",
    );
    assert_eq!(wrapped.title, "清河区人民政府柳溪街道办事处2023年度工作总结和2024年工作打算");
}

#[test]
fn a_post_sets_the_sentence_on_its_meeting_in_short_lines() {
    let found = fields(
        "一图读懂
2025年云川市政府工作报告
2025年1月9日，云川市第七届人民代表大会
第五次会议开幕，市长章若谷代表市人民政府作报告

【去年成绩单】
新建学校6所。

【今年任务书】
新建学校8所。
",
    );
    assert_eq!((found.session_term, found.session_meeting), (Some(7), Some(5)));
    assert_eq!(found.report_date.map(|date| date.to_string()).as_deref(), Some("2025-01-09"));
}

#[test]
fn what_a_paper_explains_stands_behind_its_label() {
    let found = fields(
        "数说检察丨一张账单读懂清河区人民检察院工作报告

1月15日，清河区第四届人民代表大会第五次会议举行，区人民检察院检察长章若谷向大会作工作报告。

2024年，区检察院办理案件231件。
",
    );
    assert_eq!(found.organ, "清河区人民检察院");
}

//! Front matters of many kinds of reports, each with the fields that it tells beside it.

use std::sync::LazyLock;

use crate::extract::DocumentFields;
use crate::rules::Rules;
use crate::structure::outline;
use crate::text::SourceText;

/// Below every front: a report of two parts, so that years are told too.
const BODY: &str = "
一、2023年工作回顾
　　完成固定资产投资120亿元，新建学校5所，改造道路12公里，新增就业3000人。
二、2024年工作安排
　　新建学校8所，改造道路20公里，新增就业3500人，建成高标准农田2万亩。
";

fn fields(text: &str) -> DocumentFields {
    static RULES: LazyLock<Rules> = LazyLock::new(Rules::builtin);
    let rules = &*RULES;
    let source = SourceText::new(text);
    super::fields(&source, &outline(&source, rules), "report.txt", rules)
}

/// kind · organ · region level code · term · session · reporter · date basis
fn line(fields: &DocumentFields) -> String {
    let number = |number: Option<u32>| number.map_or("–".to_owned(), |number| number.to_string());
    let or_none = |text: &str| if text.is_empty() { "–".to_owned() } else { text.to_owned() };
    format!(
        "{} · {} · {} {} {} · {} · {}/{} · {} · {} {}",
        fields.report_kind.name(),
        or_none(&fields.organ),
        or_none(&fields.region),
        fields.region_level.map_or("–", |level| level.name()),
        or_none(&fields.region_code),
        number(fields.term),
        number(fields.session_term),
        number(fields.session_meeting),
        or_none(&fields.reporter),
        fields.report_date.map_or("–".to_owned(), |date| date.to_string()),
        fields.report_date_basis.map_or("–", |basis| basis.name()),
    )
}

#[test]
fn fronts_tell_whose_report_it_is() {
    let cases = [
        (
            "临江省高级人民法院工作报告
——2024年1月24日在临江省第十四届人民代表大会第二次会议上
临江省高级人民法院院长　　阙望舒
各位代表：
现在，我代表临江省高级人民法院，向大会报告工作，请予审议。",
            "court · 临江省高级人民法院 · 临江省 province – · – · 14/2 · 阙望舒 · 2024-01-24 stated",
        ),
        (
            "岚江市人民检察院工作报告
（2024年2月8日在岚江市第八届人民代表大会第三次会议上）
岚江市人民检察院检察长　温如玉
各位代表：
　　我代表岚江市人民检察院向大会报告工作，请审议。",
            "procuratorate · 岚江市人民检察院 · 岚江市 prefecture – · – · 8/3 · 温如玉 · 2024-02-08 stated",
        ),
        (
            "牢记使命 感恩奋进
——在中国共产党云溪市第九次代表大会上的报告
（2023年9月26日）
陆景行
同志们：
现在，我代表中国共产党云溪市第八届委员会向大会作报告。",
            "party · 中国共产党云溪市第八届委员会 · 云溪市 prefecture – · 8 · 9/– · 陆景行 · 2023-09-26 stated",
        ),
        (
            "关于临溪县2023年预算执行情况
和2024年预算草案的报告
——2024年1月10日在临溪县第十八届人民代表大会第三次会议上
临溪县财政局局长　　巩怀瑾
各位代表：
受县人民政府委托，现将2023年预算执行情况和2024年预算草案提请大会审查。",
            "budget · 临溪县人民政府 · 临溪县 county – · – · 18/3 · 巩怀瑾 · 2024-01-10 stated",
        ),
        (
            "关于岚江市2023年国民经济和社会发展计划
执行情况与2024年国民经济和社会发展
计划草案的报告
——2024年1月18日在岚江市第十六届人民代表大会第三次会议上
岚江市发展和改革委员会主任　　施远征
各位代表：",
            "plan · 岚江市人民政府 · 岚江市 prefecture – · – · 16/3 · 施远征 · 2024-01-18 stated",
        ),
        (
            "坚定不移推进全面从严治党
——在中国共产党云溪县第十四届纪律检查委员会第三次全体会议上的工作报告
（2024年1月30日）
中共云溪县委常委、县纪委书记、县监委主任　纪长风
同志们：
我代表中国共产党云溪县第十四届纪律检查委员会常务委员会向全会作工作报告，请予审议。",
            "discipline · 中国共产党云溪县第十四届纪律检查委员会常务委员会 · 云溪县 county – · 14 · 14/3 · 纪长风 · 2024-01-30 stated",
        ),
        (
            "清溪镇人民政府工作报告
——2024年1月8日在清溪镇第十八届人民代表大会第四次会议上
清溪镇人民政府镇长　华新雨
各位代表：",
            "government · 清溪镇人民政府 · 清溪镇 township – · – · 18/4 · 华新雨 · 2024-01-08 stated",
        ),
        (
            "在青岚市云河区望江街道人大工委议政会上的工作报告
望江街道办事处主任 夏知秋
（2024年1月5日）
各位代表、同志们：
下面，我代表望江街道办事处报告工作，请予评议。",
            "government · 望江街道办事处 · 望江街道 township – · – · –/– · 夏知秋 · 2024-01-05 stated",
        ),
        (
            "两江新区管理委员会2023年工作报告
2024年1月9日",
            "government · 两江新区管理委员会 · 两江新区 county – · – · –/– · – · 2024-01-09 stated",
        ),
        (
            "鄂温克族自治旗人民政府工作报告
——2024年1月6日在鄂温克族自治旗第十四届人民代表大会第三次会议上
鄂温克族自治旗人民政府旗长　何万成
各位代表：",
            "government · 鄂温克族自治旗人民政府 · 鄂温克族自治旗 county 150724 · – · 14/3 · 何万成 · 2024-01-06 stated",
        ),
        (
            "巴音郭楞蒙古自治州人民政府工作报告
——2024年1月16日在巴音郭楞蒙古自治州第十五届人民代表大会第三次会议上
自治州州长 巴德玛·才仁
各位代表:",
            "government · 巴音郭楞蒙古自治州人民政府 · 巴音郭楞蒙古自治州 prefecture 652800 · – · 15/3 · 巴德玛·才仁 · 2024-01-16 stated",
        ),
        (
            "中国人民政治协商会议第十四届全国委员会
常务委员会工作报告
——在政协第十四届全国委员会第二次会议上
（2024年3月4日）
各位委员：
　　我代表中国人民政治协商会议第十四届全国委员会常务委员会，向大会报告工作，请予审议。",
            "cppcc · 中国人民政治协商会议第十四届全国委员会常务委员会 · 全国 national – · 14 · 14/2 · – · 2024-03-04 stated",
        ),
        (
            "政协岚江市委员会常务委员会工作报告（摘要）
本报讯（记者 温以宁）1月9日，政协岚江市第十四届委员会第三次会议开幕，市政协主席章若谷代表政协岚江市第十四届委员会常务委员会作工作报告。",
            "cppcc · 政协岚江市第十四届委员会常务委员会 · 岚江市 prefecture – · 14 · 14/3 · 章若谷 · 2024-01-09 inferred",
        ),
        (
            "枫渡县人大常委会工作报告
——2024年1月10日在枫渡县第十七届人民代表大会第三次会议上
县人大常委会主任　尉迟嘉禾
各位代表：",
            "congress · 枫渡县第十七届人民代表大会常务委员会 · 枫渡县 county – · 17 · 17/3 · 尉迟嘉禾 · 2024-01-10 stated",
        ),
        (
            "青石乡人民政府工作报告
——2024年1月3日在青石乡第十五届人民代表大会第四次会议上
乡长　阮秋石
各位代表：",
            "government · 青石乡人民政府 · 青石乡 township – · – · 15/4 · 阮秋石 · 2024-01-03 stated",
        ),
        (
            "津市市人民政府工作报告
——2024年1月3日在津市市第十八届人民代表大会第三次会议上
市长　侯文远
各位代表：",
            "government · 津市市人民政府 · 津市市 county 430781 · – · 18/3 · 侯文远 · 2024-01-03 stated",
        ),
        (
            "岚江经济技术开发区管理委员会工作报告
（2024年1月5日）
岚江经济技术开发区管委会主任　万长山
同志们：",
            "government · 岚江经济技术开发区管理委员会 · 岚江经济技术开发区 county – · – · –/– · 万长山 · 2024-01-05 stated",
        ),
        (
            "积石山保安族东乡族撒拉族自治县人民法院工作报告
——2024年1月5日在积石山保安族东乡族撒拉族自治县第十九届人民代表大会第三次会议上
县人民法院院长　马明德
各位代表：",
            "court · 积石山保安族东乡族撒拉族自治县人民法院 · 积石山保安族东乡族撒拉族自治县 county 622927 · – · 19/3 · 马明德 · 2024-01-05 stated",
        ),
        (
            "在县委十四届七次全会上的工作报告
（2024年1月3日）
云溪县委书记 陆景行
同志们：
我受县委常委会委托，向全会报告工作。",
            "party · 中国共产党云溪县第十四届委员会 · 云溪县 county – · 14 · 14/7 · 陆景行 · 2024-01-03 stated",
        ),
        (
            "政协第九届松溪谷县委员会常务委员会工作报告
——在政协第九届松溪谷县委员会第四次会议上
（2024年1月20日）
皇甫远
各位委员：
　　我代表政协第九届松溪谷县委员会常务委员会，向大会作工作报告，请予审议。",
            "cppcc · 政协第九届松溪谷县委员会常务委员会 · 松溪谷县 county – · 9 · 9/4 · 皇甫远 · 2024-01-20 stated",
        ),
        (
            "襄樊市人民政府工作报告
——2009年2月10日在襄樊市第十四届人民代表大会第六次会议上
市长　李新华
各位代表：",
            "government · 襄樊市人民政府 · 襄樊市 prefecture 420600 · – · 14/6 · 李新华 · 2009-02-10 stated",
        ),
        (
            "新华社北京2024年3月12日电
政府工作报告
——2024年3月5日在第十四届全国人民代表大会第二次会议上
国务院总理　季长青
各位代表：
现在，我代表国务院，向大会报告政府工作，请予审议。",
            "government · 中华人民共和国国务院 · 全国 national – · – · 14/2 · 季长青 · 2024-03-05 stated",
        ),
    ];
    for (front, told) in cases {
        assert_eq!(line(&fields(&format!("{front}{BODY}"))), told, "{front}");
    }
}

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

/// review · plan
fn spans(fields: &DocumentFields) -> String {
    let years = |start: Option<i32>, end: Option<i32>| match (start, end) {
        (Some(start), Some(end)) if start == end => start.to_string(),
        (Some(start), Some(end)) => format!("{start}–{end}"),
        _ => "–".to_owned(),
    };
    let review = years(fields.review_start, fields.review_end);
    format!("{review} · {}", years(fields.plan_start, fields.plan_end))
}

#[test]
fn departments_and_half_years_sign_at_the_end() {
    let cases = [
        (
            "石滩县林业局2023年工作总结和2024年工作计划
一、2023年工作完成情况
　　完成造林2.3万亩，抚育森林4.1万亩，管护天然林12万亩。
二、2024年工作计划
　　造林1.8万亩，新建苗圃3处，培训护林员200名。
石滩县林业局
2023年12月18日",
            "other · 石滩县林业局 · 石滩县 county – · – · –/– · – · 2023-12-18 stated",
            "2023 · 2024",
        ),
        (
            "北滩街道2023年上半年工作总结及下半年工作安排
一、上半年主要工作
　　今年以来，新引进企业16家，改造老旧小区5个，走访居民1200户。
二、下半年工作安排
　　新建养老驿站2处，调解纠纷100件，举办招聘会6场。
北滩街道办事处
2023年7月11日",
            "other · 北滩街道办事处 · 北滩街道 township – · – · –/– · – · 2023-07-11 stated",
            "2023 · 2023",
        ),
        (
            "临江省民政厅工作报告
（二〇二三年十二月二十五日）
厅长　阙望舒
同志们：
　　下面，我代表厅党组作工作报告，请予审议。
　　二〇二三年，全省新建养老机构八十六家，新增床位九千张，救助困难群众四十一万人次。
　　二〇二四年，要抓好三件事。新建社区食堂一百二十家，培训护理员五千名。",
            "other · 临江省民政厅 · 临江省 province – · – · –/– · 阙望舒 · 2023-12-25 stated",
            "2023 · 2024",
        ),
        (
            "云岭新城管委会办公室2023年工作情况
　　现将一年来的工作报告如下：
1.政务服务
　　设立服务窗口8个，办结事项3200件。下一步，将再设自助区2处，培训人员90名。
2.督查督办
　　开展督查12次，办结批示件86件。下一步，建立台账1套，通报典型10起。",
            "other · 云岭新城管委会办公室 · 云岭新城 – – · – · –/– · – · – –",
            "2023 · 2024",
        ),
        (
            "溪口乡人民代表大会主席团工作报告
（2023年12月20日在溪口乡第十二届人民代表大会第六次会议上）
温如玉
第一部分　2023年工作情况
　　今年以来，乡人大主席团组织视察4次，接待选民160人次，提出审议意见12条。
第二部分　2024年工作安排
　　新的一年，主席团拟组织视察5次，督办建议9件，培训代表60人次。",
            "congress · 溪口乡人民代表大会主席团 · 溪口乡 township – · – · 12/6 · 温如玉 · 2023-12-20 stated",
            "2023 · 2024",
        ),
    ];
    for (text, told, years) in cases {
        let found = fields(text);
        assert_eq!((line(&found).as_str(), spans(&found).as_str()), (told, years), "{text}");
    }
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
fn torn_titles_are_put_together() {
    let cases = [
        (
            "在中国共产党岚江市第六届纪律检查委员会
第三次全体会议上的工作报告
温如玉
（二〇二四年二月六日）",
            "在中国共产党岚江市第六届纪律检查委员会第三次全体会议上的工作报告",
        ),
        (
            "牢牢守住一江碧水
为建成宜居新云溪而奋斗
——在中国共产党云溪县第十次代表大会上的报告
（2021年9月6日）",
            "牢牢守住一江碧水 为建成宜居新云溪而奋斗",
        ),
        (
            "岚江市中级人民法院
全市法院2023年上半年执行工作情况通报
（2023年7月20日）",
            "全市法院2023年上半年执行工作情况通报",
        ),
    ];
    for (front, title) in cases {
        assert_eq!(fields(&format!("{front}{BODY}")).title, title);
    }
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

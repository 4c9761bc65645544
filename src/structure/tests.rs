//! Outlines and ledgers of short reports, each with its text beside it.

use crate::rules::Rules;
use crate::structure::{Outline, SegmentKind, outline};
use crate::text::SourceText;

fn read(text: &str) -> (SourceText, Outline) {
    let source = SourceText::new(text);
    let outline = outline(&source, &Rules::builtin());
    (source, outline)
}

/// Each heading on a line: two blanks a level, the role, the words.
fn headings(text: &str) -> Vec<String> {
    let (_, outline) = read(text);
    let headed = outline.sections.iter().filter(|section| !section.heading.is_empty());
    headed
        .map(|section| {
            let indent = "  ".repeat(usize::from(section.level) - 1);
            format!("{indent}{} {}", section.role.name(), section.heading)
        })
        .collect()
}

/// Each segment that is no white space on a line: its kind and its words without blanks.
fn ledger(text: &str) -> Vec<String> {
    let (source, outline) = read(text);
    let worded = outline.segments.iter().filter(|segment| segment.kind != SegmentKind::Blank);
    worded
        .map(|segment| {
            let words: String = source.slice(segment.span).chars().filter(|c| !c.is_whitespace()).collect();
            format!("{} {words}", segment.kind.name())
        })
        .collect()
}

fn has(ledger: &[String], lines: &[&str]) {
    for line in lines {
        assert!(ledger.iter().any(|found| found == line), "expected {line:?} in {ledger:#?}");
    }
}

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
二、存在的困难和问题
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
            "problems 二、存在的困难和问题",
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

//! Sentences with the activities and commitments that a reader finds in them: what the grammar promises beyond the
//! annotated reports.

use std::sync::LazyLock;

use crate::Document;
use crate::extract::Records;
use crate::intake::Source;
use crate::rules::Rules;
use crate::text::Quote;

pub(super) static RULES: LazyLock<Rules> = LazyLock::new(Rules::builtin);

/// A heading of what was done.
pub(super) const REVIEW: &str = "一、过去一年工作回顾";

/// The report of one paragraph under a heading; the reporting body is not known.
pub(super) fn document(heading: &str, text: &str) -> Document {
    let text = format!("{heading}\n\n{text}\n");
    crate::process(Source { text, ..Source::default() }, &RULES)
}

fn records(heading: &str, text: &str) -> Records {
    document(heading, text).records
}

/// `actor: verb object`, without the actor where the reporting body is meant.
fn told(document: &Document, actor: Quote, verb: Quote, object: Quote) -> String {
    let actor = if actor.is_empty() { String::new() } else { format!("{}: ", document.words(actor)) };
    format!("{actor}{} {}", document.words(verb), document.words(object))
}

/// Each row as `actor: verb object`, what is promised with its modality in front.
fn rows(heading: &str, text: &str) -> Vec<String> {
    let document = document(heading, text);
    let done = document
        .records
        .activities
        .iter()
        .map(|row| (row.verb_span.start, told(&document, row.actor, row.verb, row.object)));
    let promised = document.records.commitments.iter().map(|row| {
        let told = told(&document, row.actor, row.verb, row.object);
        (row.verb_span.start, format!("{}> {told}", row.modality.name()))
    });
    let mut rows: Vec<(usize, String)> = done.chain(promised).collect();
    rows.sort();
    rows.into_iter().map(|(_, told)| told.trim_end().to_owned()).collect()
}

#[track_caller]
fn assert_review(text: &str, want: &[&str]) {
    assert_eq!(rows(REVIEW, text), want, "{text}");
}

#[track_caller]
fn assert_plan(text: &str, want: &[&str]) {
    assert_eq!(rows("二、今年工作安排", text), want, "{text}");
}

#[test]
fn what_lies_ahead_is_no_activity_though_it_tells_of_effort() {
    assert_review(
        "审判力量仍然不足，我们将采取有力措施，努力加以解决。",
        &["will> 我们: 采取 有力措施", "strive> 我们: 加以 解决"],
    );
    assert_review("全院干警努力化解矛盾纠纷。", &["全院干警: 化解 矛盾纠纷"]);
    assert_plan("今年要抓好春耕，力争改良土壤2万亩。", &["must> 抓好 春耕", "strive> 改良 土壤2万亩"]);
}

#[test]
fn what_a_review_made_sure_of_is_done() {
    assert_review("我们加固堤防12处，确保安全度汛。", &["我们: 加固 堤防12处", "我们: 确保 安全度汛"]);
}

#[test]
fn a_case_that_is_named_before_what_is_done_in_it_is_no_row() {
    assert_review("对需要追究党纪责任的，移送问题线索9条。", &["移送 问题线索9条"]);
    assert_plan("今后，发现问题不整改的，要从严问责。", &["must> 问责"]);
}

/// Study, showing, minds and what comes first make an orientation; sums, indicators and benchmarks a target.
#[test]
fn heads_tell_the_kind_of_a_promise() {
    let kinds = ["orientation", "target"];
    let wrong: Vec<String> = RULES
        .heads
        .rows()
        .iter()
        .filter(|row| kinds.contains(&&*row.expect))
        .filter_map(|row| {
            let text = row.example.replace(['【', '】'], "");
            let found = records("二、今年工作安排", &text).commitments;
            let kind = found.first().map(|promise| promise.kind.name());
            (found.len() != 1 || kind != Some(&*row.expect)).then(|| format!("{}: {text} gives {kind:?}", row.id))
        })
        .collect();
    assert!(wrong.is_empty(), "{} rows fail:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn heads_tell_where_lists_means_topics_and_tests_end() {
    let wrong: Vec<String> = RULES
        .heads
        .rows()
        .iter()
        .filter(|row| row.expect == row.term)
        .filter_map(|row| {
            let text = row.example.replace(['【', '】'], "");
            let read = document(REVIEW, &text);
            let found = &read.records.activities;
            let right = match (&*row.class, &found[..]) {
                ("acts", [one]) => read.words(one.object).ends_with(&row.term),
                ("test", [one]) => read.words(one.verb) == "通过",
                ("issue", [one]) => read.words(one.topic).ends_with(&row.term),
                ("manner" | "way", [one]) => matches!(&*read.words(one.verb), "检查" | "研究"),
                _ => false,
            };
            (!right).then(|| format!("{}: {text} gives {} rows", row.id, found.len()))
        })
        .collect();
    assert!(wrong.is_empty(), "{} rows fail:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn call_goes_on_until_something_is_done() {
    assert_review(
        "会议强调，要坚定方向。持续深化改革，完善监管机制。",
        &["must> 坚定 方向", "will> 深化 改革", "will> 完善 监管机制"],
    );
    assert_review("要看到形势。全年完成了改造项目9个。", &["完成 改造项目9个"]);
}

#[test]
fn shortcoming_that_is_admitted_is_promised_to_be_mended() {
    let told = rows("三、存在的问题", "基层力量薄弱。对这些问题，我们将采取措施加以改进。");
    assert!(told.first().is_some_and(|row| row.starts_with("will> 我们: 采取")), "{told:?}");
}

#[test]
fn who_acts_is_told_from_what_stands_beside_it() {
    assert_review("我们顶着压力关停了9座小煤窑，种下树苗。", &["我们: 关停 9座小煤窑", "我们: 种下 树苗"]);
    assert_review("我院第一时间制发通报。", &["我院: 制发 通报"]);
    assert_review("示范区新推出举措8项。", &["示范区: 推出 举措8项"]);
    assert_review("县政府及时研究处理。", &["县政府: 研究处理"]);
    assert_review("议题由常委会主任审定。", &["常委会主任: 审定 议题"]);
    assert_review("五年共修建公路9公里。", &["修建 公路9公里"]);
}

#[test]
fn verb_before_a_relative_clause_takes_all_of_it() {
    assert_plan("完善促进民营经济发展的制度。", &["will> 完善 促进民营经济发展的制度"]);
    assert_plan("建立覆盖城乡的救助网络。", &["will> 建立 覆盖城乡的救助网络"]);
    assert_plan("抓好减轻企业负担、清理乱收费的工作。", &["will> 抓好 减轻企业负担、清理乱收费的工作"]);
    assert_plan("启动实施新一轮行动计划。", &["will> 启动实施 新一轮行动计划"]);
    assert_review("各乡镇坚决执行进一步压减支出的要求。", &["各乡镇: 执行 进一步压减支出的要求"]);
}

#[test]
fn what_is_handed_over_is_the_object_whoever_deals_with_it() {
    assert_review("检查中发现的线索移交公安机关处理。", &["移交 检查中发现的线索"]);
    assert_review("发现的97个问题已移交有关部门整改。", &["移交 发现的97个问题"]);
}

#[test]
fn verb_that_takes_a_clause_is_a_noun_where_none_follows() {
    assert_review("争取上级资金支持。", &["争取 上级资金支持"]);
    assert_review("保障群众享有更好的服务。", &["保障 群众享有更好的服务"]);
}

#[test]
fn what_is_stated_or_denied_is_no_act() {
    assert_review("打击电信诈骗成效显著。", &[]);
    assert_review("干事创业氛围更加浓厚。", &[]);
    assert_review("改革没有停滞。", &[]);
    assert_review("所提问题已经解决的占八成。", &[]);
    assert_review("生产总值由2016年的80亿元跃升到120亿元。", &[]);
}

#[test]
fn what_was_named_before_is_all_dealt_with() {
    assert_review("交办建议30件，并全部办结。", &["交办 建议30件", "办结 建议30件"]);
    assert_review("年度计划报市委审定。", &["报 年度计划"]);
    assert_review("园区通过省级验收。", &["园区: 通过 省级验收"]);
}

#[test]
fn topic_goes_to_the_end_of_a_clause_that_is_all_phrase() {
    assert_review("紧盯政策兑现、项目落地，开展监督检查。", &["开展 监督检查"]);
    assert_review("针对农田违规使用农药问题，制发检察建议。", &["制发 检察建议"]);
    assert_review("以接受督察为契机，整改问题9个。", &["整改 问题9个"]);
    assert_review("围绕作风建设开展暗访不少于6轮。", &["开展 暗访不少于6轮"]);
}

#[test]
fn advice_that_was_given_is_an_act_of_a_review() {
    assert_review("建议区政府抓紧出台措施，区政府采纳建议。", &["建议 区政府抓紧出台措施", "区政府: 采纳 建议"]);
}

#[test]
fn who_acts_is_handed_on_only_where_someone_acts() {
    assert_review("各级政府重视春耕，增加农业投入。", &["各级政府: 重视 春耕", "各级政府: 增加 农业投入"]);
    assert_review("融资和资金运作取得突破，争取上级资金9亿元。", &["融资和资金运作: 取得 突破", "争取 上级资金9亿元"]);
    assert_review("第三次荣获平安县称号。", &["荣获 平安县称号"]);
    assert_review("9名委员走进社区，接待群众。", &["9名委员: 走进 社区", "9名委员: 接待 群众"]);
}

#[test]
fn aim_is_the_value_of_what_rises_from_a_baseline() {
    let found = records("二、今年工作安排", "就业率由42%提高到46%。");
    let first = found.commitments.first().and_then(|promise| promise.first_count);
    let aim = found.counts.iter().find(|count| Some(count.span.start) == first);
    assert_eq!(aim.and_then(|count| count.quantity.value), Some(46.into()));
}

#[test]
fn shortcomings_told_in_the_midst_of_a_review_are_no_acts() {
    assert_review("一年来，建成学校3所。同时必须看到，产业结构偏重，人才流失较多。", &["建成 学校3所"]);
}

#[test]
fn statement_call_or_field_is_no_act() {
    assert_plan("修好水渠是稳产的保障。", &[]);
    assert_plan("坚持实践是检验真理的标准。", &["will> 坚持 实践是检验真理的标准"]);
    assert_plan("让我们携手同心，谱写新篇章！", &[]);
    assert_plan("水利建设方面，修建水渠8条。", &["will> 修建 水渠8条"]);
    assert_review("居民收入与经济增长同步。", &[]);
}

#[test]
fn what_is_taken_as_something_is_no_predicate() {
    assert_plan("以河湖治理为牵引优化城市布局。", &["will> 优化 城市布局"]);
    assert_plan("以古镇保护为重点，修缮民居30处。", &["will> 修缮 民居30处"]);
    assert_review("以企业为主体的创新体系加快形成。", &["加快形成 以企业为主体的创新体系"]);
}

#[test]
fn course_of_things_is_told_by_a_noun() {
    assert_plan("为确保工程的顺利实施，县政府增派人手。", &["will> 县政府: 增派 人手"]);
}

#[test]
fn finished_act_is_a_verb_though_its_word_is_an_adverb_elsewhere() {
    assert_review("新班子集中了各方面人才。", &["新班子: 集中 各方面人才"]);
    assert_review("专业合作社有力地带动了农业增效、农民增收。", &["专业合作社: 带动 农业增效、农民增收"]);
}

#[test]
fn joint_right_behind_a_verb_tells_what_it_is() {
    assert_review("水厂项目落地、投资8亿元。", &["落地 水厂项目"]);
    assert_plan("更好统筹发展和安全。", &["will> 统筹 发展和安全"]);
    assert_plan("合理配置和利用水资源。", &["will> 配置和利用 水资源"]);
    assert_plan("弘扬埋头苦干、求真务实的作风。", &["will> 弘扬 埋头苦干、求真务实的作风"]);
}

#[test]
fn verb_before_a_plan_or_event_tells_of_what_kind_it_is() {
    assert_plan("制定促进夜间消费实施方案。", &["will> 制定 促进夜间消费实施方案"]);
    assert_plan("办好庆祝建县70周年系列活动。", &["will> 办好 庆祝建县70周年系列活动"]);
    assert_plan("加快推进更高标准的开放。", &["will> 加快推进 更高标准的开放"]);
    assert_plan("健全向人大报告工作的机制。", &["will> 健全 向人大报告工作的机制"]);
}

#[test]
fn list_of_one_kind_goes_on_in_its_object() {
    assert_plan("推进改机制、改作风。", &["will> 推进 改机制、改作风"]);
    assert_review("我们举办培训班3期、专题辅导9场。", &["我们: 举办 培训班3期、专题辅导9场"]);
    assert_review("充分发挥协调关系、汇聚力量作用。", &["发挥 协调关系、汇聚力量作用"]);
    assert_plan("促进各民族共同奋斗、共同发展。", &["will> 促进 各民族共同奋斗、共同发展"]);
}

#[test]
fn to_obtain_is_a_verb_and_to_strive_is_none() {
    assert_plan("争取上级支持增设站点。", &["will> 争取 上级支持增设站点"]);
    assert_plan("积极争取更多项目。", &["will> 争取 更多项目"]);
    assert_plan("争取年内开工。", &["strive> 开工"]);
}

#[test]
fn what_is_done_to_is_the_object_whatever_becomes_of_it() {
    assert_review("涉案公司经理被移送司法机关。", &["移送 涉案公司经理"]);
    assert_review("3个部门被责令限期整改。", &["责令 3个部门"]);
    assert_review("128名村医纳入编制管理。", &["纳入 128名村医"]);
    assert_review("新能源实验室挂牌运行。", &["挂牌运行 新能源实验室"]);
    assert_plan("把更多矛盾化解在萌芽状态。", &["will> 化解在 更多矛盾"]);
    assert_review("将养老保险缴费比例分别从20%、18%降至16%。", &["降至 养老保险缴费比例"]);
    assert_review("种业总部落户石桥。", &["种业总部: 落户 石桥"]);
    assert_plan("为芦荡加快崛起献计出力。", &["will> 献计出力"]);
}

#[test]
fn means_and_what_is_gone_over_are_no_predicates() {
    assert_plan("以优质供给促消费。", &["will> 促 消费"]);
    assert_review("通过相互走访，增进了友谊。", &["增进 友谊"]);
    assert_review("韩某从坚持学习，提升能力；加强建设等5个方面总结了常委会工作。", &["韩某: 总结 常委会工作"]);
    assert_review("接待游客12万人次、旅游收入3亿元。", &["接待 游客12万人次"]);
    assert_plan("和平发展是我们的必然选择。", &[]);
    assert_plan("鼓足干事创业劲头。", &["will> 鼓足 干事创业劲头"]);
    assert_plan("高标准、高质量做好移民安置。", &["will> 做好 移民安置"]);
}

#[test]
fn what_says_which_thing_is_no_predicate() {
    assert_review("参与办理的电信诈骗案，入选典型案例。", &["参与办理的电信诈骗案: 入选 典型案例"]);
    assert_review("评议结果抄送组织部。", &["抄送 评议结果"]);
    assert_review("代表提出的意见有18条写进条例。", &["写进 代表提出的意见有18条"]);
    assert_review("彼得国际酒店投入使用。", &["投入使用 彼得国际酒店"]);
    assert_review("老码头桥梁景观提升改造。", &["提升改造 老码头桥梁景观"]);
    assert_review("紧盯钱袋子、菜篮子。", &["紧盯 钱袋子、菜篮子"]);
    assert_review("累计接待游客逾3万人次。", &["接待 游客逾3万人次"]);
    assert_plan("同步完善考评制度。", &["will> 完善 考评制度"]);
    assert_plan("一条一条啃下来。", &["will> 啃下来"]);
    assert_plan("锻造让群众放心、让社会满意的队伍。", &["will> 锻造 让群众放心、让社会满意的队伍"]);
    assert_plan("二是建议增设站点；三是完善考评制度。", &["suggest> 增设 站点", "will> 完善 考评制度"]);
    assert_plan("在壮大集体经济上求突破。", &["will> 求 突破"]);
    assert_plan("在便民服务上多下功夫。", &["will> 下 功夫"]);
    assert_plan("建议各单位支持委员以灵活的方式参加活动。", &["suggest> 各单位: 支持 委员以灵活的方式参加活动"]);
    assert_plan("建议有关部门增设站点。要完善考评制度。", &["suggest> 有关部门: 增设 站点", "must> 完善 考评制度"]);
    assert_plan("平均审理天数压缩5天。", &["will> 压缩"]);
}

#[test]
fn what_something_is_made_into_takes_its_clause_to_the_end() {
    assert_plan("把节水作为深入推进转型的抓手。", &["will> 作为 节水"]);
    assert_plan("把量的增长和质的提升统一于全过程。", &["will> 统一于 量的增长和质的提升"]);
    assert_plan("将考核等次与奖金挂钩。", &["will> 挂钩 考核等次"]);
    assert_review("河东镇麻编技艺替代种植获评优秀案例。", &["河东镇麻编技艺替代种植: 获评 优秀案例"]);
}

#[test]
fn single_verbs_stand_beside_quoted_names_and_one_another() {
    assert_plan("坚决纠“四风”树新风。", &["will> 纠 “四风”", "will> 树 新风"]);
    assert_plan("破陋习、树新风。", &["will> 破 陋习", "will> 树 新风"]);
    assert_review("在抓落实上下功夫，整改问题9个。", &["下 功夫", "整改 问题9个"]);
}

#[test]
fn verbs_inside_an_object_open_no_row() {
    assert_plan("加大人才培养、引进力度。", &["will> 加大 人才培养、引进力度"]);
    assert_plan("确保惠企政策快享、精准落地。", &["must> 确保 惠企政策快享、精准落地"]);
    assert_plan("完善防风险、强监管、促发展机制。", &["will> 完善 防风险、强监管、促发展机制"]);
    assert_plan("发挥基层协商阵地作用。", &["will> 发挥 基层协商阵地作用"]);
    assert_plan("执行关于改进作风、联系群众的规定。", &["will> 执行 关于改进作风、联系群众的规定"]);
    assert_plan("完成对县道的改造。", &["will> 完成 对县道的改造"]);
}

#[test]
fn what_the_next_clause_states_something_of_is_no_act() {
    assert_plan("办好学校，是最大的民生。", &[]);
    assert_review("在建设新城的同时，改造旧街8条。", &["改造 旧街8条"]);
    assert_review("河湖水质保持Ⅲ类。", &[]);
    assert_review("负债率降到警戒线以下。", &[]);
}

#[test]
fn hastened_and_deepened_verbs_go_together() {
    assert_plan("加快打造以米酒为龙头的品牌。", &["will> 加快打造 以米酒为龙头的品牌"]);
    assert_plan("巩固完善基本药物制度。", &["will> 巩固完善 基本药物制度"]);
    assert_plan("改造和提高现有工厂。", &["will> 改造和提高 现有工厂"]);
}

#[test]
fn what_is_founded_or_begun_is_the_object() {
    assert_review("水稻重点实验室正式组建。", &["组建 水稻重点实验室"]);
    assert_review("开工城中村改造11个。", &["开工 城中村改造11个"]);
    assert_review("安置点建到了园区边上。", &["建到 安置点"]);
}

#[test]
fn four_characters_before_a_verb_tell_how() {
    assert_review("见缝插绿建起公园9座。", &["建起 公园9座"]);
    assert_review("狠抓提质增效。", &["狠抓 提质增效"]);
    assert_review("参加中国—东盟博览会。", &["参加 中国—东盟博览会"]);
}

#[test]
fn phrase_of_place_or_share_before_the_predicate_is_no_part_of_the_object() {
    assert_review("积分养老制度在40%的山区村组实施。", &["实施 积分养老制度"]);
    assert_review("上缴税金占全县收入的三成。", &[]);
    assert_review("会议经费压减18%。", &[]);
    assert_review("四赴沿海取经问计。", &["取经问计"]);
}

#[test]
fn clause_that_is_led_runs_to_its_end() {
    assert_plan("推动职能向优化环境、服务群众转变。", &["will> 推动 职能向优化环境、服务群众转变"]);
    assert_plan("让农民平等参与建设、共同分享成果。", &["will> 让 农民平等参与建设、共同分享成果"]);
    assert_plan("争取更多展会落户石桥。", &["will> 争取 更多展会落户石桥"]);
    assert_plan("做好防风险、保安全、护稳定各项工作。", &["will> 做好 防风险、保安全、护稳定各项工作"]);
}

#[test]
fn word_that_is_a_particle_or_preposition_elsewhere_tells_how_or_acts() {
    assert_plan("要过“紧日子”。", &["must> 过 “紧日子”"]);
    assert_plan("聚力打造水城品牌。", &["will> 打造 水城品牌"]);
}

#[test]
fn bound_of_what_is_obtained_and_pairs_of_single_verbs_are_read() {
    assert_plan("争取上级资金不少于9亿元。", &["will> 争取 上级资金不少于9亿元"]);
    assert_plan("稳外贸稳外资。", &["will> 稳 外贸", "will> 稳 外资"]);
    assert_plan("坚持抓项目、兴产业。", &["will> 坚持 抓项目、兴产业"]);
    assert_review("县教育局、县财政局联合印发通知。", &["县教育局、县财政局: 印发 通知"]);
    assert_review("长塘湿地被列入保护名录。", &["被列入 长塘湿地"]);
    assert_plan("向县人大报告工作。", &["will> 报告 工作"]);
    assert_plan("适当调整收费标准。", &["will> 调整 收费标准"]);
}

#[test]
fn single_verb_before_the_aspect_acts_whoever_stands_before_it() {
    assert_review("镇卫生所换了新门牌。", &["镇卫生所: 换 新门牌"]);
    assert_review("工作小组带着清单夜查工地9处。", &["工作小组: 夜查 工地9处"]);
    assert_review("副县长到会当面听取建议。", &["副县长: 听取 建议"]);
    assert_review("书记员三赴外省取证。", &["书记员: 取证"]);
    assert_review("三级河长巡河9次，清淤河道6公里。", &["三级河长: 巡河 9次", "三级河长: 清淤 河道6公里"]);
}

#[test]
fn phrase_before_the_predicate_ends_where_whom_or_what_it_names_ends() {
    assert_review("调查组向镇党委反馈审计发现问题。", &["调查组: 反馈 审计发现问题"]);
    assert_review("就农机补贴向主管部门提出建议7件。", &["提出 建议7件"]);
    assert_review("围绕新法落地开展执法检查。", &["开展 执法检查"]);
    assert_review("围绕种业、渔业加强专利综合履职。", &["加强 专利综合履职"]);
    assert_review("对逃犯孙某执行死刑。", &["执行 死刑"]);
    assert_review("市水务局与四家企业签订供水协议。", &["市水务局: 签订 供水协议"]);
    assert_plan("务必把底数摸透、把办法议实。", &["must> 摸透 底数", "must> 议实 办法"]);
}

#[test]
fn what_was_proposed_or_entered_is_the_object() {
    assert_review("所提改造管网、增设车位等9条建议均被县政府采纳。", &["县政府: 采纳 所提改造管网、增设车位等9条建议"]);
    assert_review("东湾做法被写入全国经验汇编。", &["写入 东湾做法"]);
}

#[test]
fn where_someone_is_from_says_who_acts() {
    assert_review("来自侗乡的代表杨某用侗语宣讲政策。", &["来自侗乡的代表杨某: 宣讲 政策"]);
    assert_review("老乡们搬进了新居，住上了楼房。", &["老乡们: 搬进 新居", "老乡们: 住上 楼房"]);
}

#[test]
fn where_someone_goes_leads_to_what_they_do_there() {
    assert_review("委员走进社区接待居民700人次。", &["委员: 接待 居民700人次"]);
    assert_review("▲在学思践悟中锤炼作风。", &["锤炼 作风"]);
}

#[test]
fn word_that_the_aspect_or_an_agent_makes_a_verb_is_one() {
    assert_review("巡查组拽住了3名儿童。", &["巡查组: 拽住 3名儿童"]);
    assert_review("我们统筹乡村建设。", &["我们: 统筹 乡村建设"]);
    assert_review("5家企业全部通过验收。", &["5家企业: 通过 验收"]);
}

#[test]
fn paragraph_that_turns_inside_a_name_is_no_fault() {
    assert_review("编印《成绩不易。下一步，要加快修路》读本3册。", &["编印 《成绩不易", "must> 加快 修路》读本3册"]);
}

#[test]
fn clause_that_breaks_off_behind_a_pause_is_no_fault() {
    assert_review("全县乡镇积极、", &[]);
}

#[test]
fn what_moves_over_time_closes_its_clause() {
    assert_review("劳动争议收案连续两年下降。", &[]);
}

#[test]
fn what_is_tried_or_seen_holds_a_clause() {
    assert_plan("探索将旧厂房纳入更新范围。", &["will> 探索 将旧厂房纳入更新范围"]);
    assert_plan("深刻认识反对浪费的重要性。", &["will> 认识 反对浪费的重要性"]);
    assert_plan("把积分与评先评优挂钩。", &["will> 挂钩 积分"]);
    assert_plan("不搞形式主义、不递条子。", &["will> 不搞 形式主义", "will> 不递 条子"]);
}

#[test]
fn only_verb_between_two_nouns_ends_the_phrase_before_it() {
    assert_plan("根据市场变化调整产品结构。", &["will> 调整 产品结构"]);
    assert_plan("在种业领域建设全市重点实验室，引进团队。", &["will> 建设 全市重点实验室", "will> 引进 团队"]);
    assert_plan("在农田水利建设方面，增加投入。", &["will> 增加 投入"]);
}

#[test]
fn what_someone_is_made_to_do_is_no_predicate_behind_a_phrase() {
    assert_review("通过调解促使双方撤诉21件。", &["促使 双方撤诉21件"]);
    assert_plan("在用地、支持、融资贷款等方面加大帮扶力度。", &["will> 加大 帮扶力度"]);
}

#[test]
fn word_of_an_act_that_is_also_a_noun_is_done_with_an_object() {
    assert_plan("动态调整高风险地区名单。", &["will> 调整 高风险地区名单"]);
    assert_plan("综合治理成效要巩固。", &["must> 巩固 综合治理成效"]);
}

#[test]
fn what_work_should_be_like_is_no_task() {
    assert_plan("日常监督要更加精准。听取专项报告6项。", &["will> 听取 专项报告6项"]);
    assert_plan("代表工作要更加扎实。", &[]);
}

#[test]
fn single_verb_acts_for_whom_a_phrase_names_or_right_behind_a_doer() {
    assert_plan("真心实意为企业解难题。", &["will> 解 难题"]);
    assert_review("班子成员讲党课7次。", &["班子成员: 讲 党课7次"]);
    assert_review("港务集团新开航线5条。", &["港务集团: 开 航线5条"]);
}

#[test]
fn verb_between_an_agent_and_what_is_counted_acts() {
    assert_review("市级财政安排就业补助资金五年累计6亿元。", &["市级财政: 安排 就业补助资金五年累计6亿元"]);
    assert_review("市一院与省医院共建区域医疗中心。", &["市一院: 共建 区域医疗中心"]);
    assert_review("联合市税务局出台企业破产事项办理指引。", &["出台 企业破产事项办理指引"]);
    assert_review("覆盖城乡、功能齐全的救治体系基本建成。", &["建成 覆盖城乡、功能齐全的救治体系"]);
}

#[test]
fn what_is_put_forward_before_a_colon_is_done_and_suggests() {
    let plan = "二、今年工作安排";
    let text = "周正声对今后工作提出三点建议：加强自身建设；拓宽协商渠道。";
    assert_eq!(rows(plan, text), ["周正声: 提出 三点建议", "suggest> 加强 自身建设", "suggest> 拓宽 协商渠道"]);
    assert_plan("对新一年工作，报告提出：加强自身建设。", &["will> 加强 自身建设"]);
}

#[test]
fn whom_a_phrase_names_only_with_its_last_word_is_named_whole() {
    let targets = |text: &str| {
        let read = document(REVIEW, text);
        read.records.activities.iter().map(|row| read.words(row.target).into_owned()).collect::<Vec<String>>()
    };
    assert_eq!(targets("向住建等部门发出建议书6份。"), ["住建等部门"]);
    assert_eq!(targets("替36名工人要回工钱8万元。"), ["36名工人"]);
    assert_eq!(targets("对落实督察反馈问题不力的2个县，由市纪委约谈其书记。"), ["落实督察反馈问题不力的2个县"]);
}

#[test]
fn verbs_beside_one_another_are_one_predicate_where_nothing_follows_or_the_aspect() {
    assert_review("数据中心揭牌投运。", &["揭牌投运 数据中心"]);
    assert_review("本次会议协商决定了委员名单。", &["本次会议: 协商决定 委员名单"]);
    assert_review("着力办实事、守底线。", &["办 实事", "守 底线"]);
    assert_plan("要坚持原则、勇于亮剑。", &["must> 坚持 原则", "must> 亮剑"]);
}

#[test]
fn what_is_proposed_for_the_time_ahead_in_a_review_is_suggested() {
    assert_review(
        "周正声对今后工作提出三点建议：加强自身建设；拓宽协商渠道。",
        &["周正声: 提出 三点建议", "suggest> 加强 自身建设", "suggest> 拓宽 协商渠道"],
    );
}

#[test]
fn single_verbs_act_on_a_topic_where_one_goes_and_beside_one_another() {
    assert_review("围绕“十项攻坚”任务建台账、守底线。", &["建 台账", "守 底线"]);
    assert_review("检察官走进29所学校讲法治课。", &["检察官: 讲 法治课"]);
    assert_review("用心用情为群众办实事、解难事。", &["办 实事", "解 难事"]);
    assert_plan("银行要为企业技术改造开绿灯。", &["must> 银行: 开 绿灯"]);
}

#[test]
fn what_is_left_to_someone_was_named_in_the_clause_before() {
    assert_plan("企业内部的工资形式，由企业自行决定。", &["will> 企业: 决定 企业内部的工资形式"]);
    assert_review("全县38个贫困村全部出列。", &["出列 全县38个贫困村"]);
}

#[test]
fn words_with_will_are_modal_behind_whoever_acts() {
    let will = |text: &str, actor: &str| {
        let told = rows("二、今年工作安排", text);
        assert!(told.iter().all(|row| row.starts_with(&format!("will> {actor}: "))) && !told.is_empty(), "{told:?}");
    };
    will("青石县将继续扩大开放，还将参与区域合作。", "青石县");
    will("检察机关还将自觉接受监督，邀请代表视察。", "检察机关");
    will("全市法院将以公正司法为主线，推行繁简分流。", "全市法院");
}

#[test]
fn deputies_at_the_head_of_a_clause_speak_for_nobody() {
    assert_plan("代表工作不断线。", &[]);
    assert_review("县长周文代表县政府作报告。", &["县长周文: 作 报告"]);
}

#[test]
fn next_step_and_what_a_report_puts_forward_are_no_acts() {
    assert_plan("下一步，检察机关将加强监督。", &["will> 检察机关: 加强 监督"]);
    assert_plan("下一届常委会将加强监督。", &["will> 下一届常委会: 加强 监督"]);
    assert_plan("报告提出，下一步加强日常监督。", &["will> 加强 日常监督"]);
}

#[test]
fn verbs_that_are_nouns_too_act_behind_agents() {
    assert_review("常委会组织委员视察团14个。", &["常委会: 组织 委员视察团14个"]);
    assert_review("市政府统筹高质量发展和高水平安全。", &["市政府: 统筹 高质量发展和高水平安全"]);
    assert_review("赴11个市州检查污染防治法实施情况。", &["检查 污染防治法实施情况"]);
    assert_plan("坚决遏制房价过快上涨。", &["will> 遏制 房价过快上涨"]);
    assert_plan("各高校要突出就业导向。", &["must> 各高校: 突出 就业导向"]);
}

#[test]
fn passive_behind_a_cause_tells_what_befell_whom() {
    assert_review("2名法官因瑕疵文书被约谈。", &["约谈 2名法官"]);
}

#[test]
fn what_befalls_the_noun_before_it_closes_a_topic() {
    let topics = |text: &str| {
        let read = document(REVIEW, text);
        read.records.activities.iter().map(|row| read.words(row.topic).into_owned()).collect::<Vec<String>>()
    };
    assert_eq!(topics("围绕“六稳”任务落实，开展专项监督。"), ["“六稳”任务落实"]);
    assert_eq!(topics("围绕铝产业链延伸，赴9个州市开展联合调研。"), ["铝产业链延伸"]);
    assert_eq!(topics("围绕产业升级协商议政，提出建议。"), ["产业升级", ""]);
}

#[test]
fn what_is_joined_behind_a_phrase_or_goes_fast_opens_no_other_reading() {
    assert_review("对183名被告人宣告缓刑并实行社区矫正。", &["宣告 缓刑", "实行 社区矫正"]);
    assert_review("产业培育步伐加快。", &[]);
    assert_review("“零工驿站”服务灵活就业人员9万人次。", &["“零工驿站”: 服务 灵活就业人员9万人次"]);
}

#[test]
fn single_verbs_stand_behind_we_and_lists_of_topics_end_at_their_noun() {
    assert_review("五年来，我们补短板、拓空间。", &["我们: 补 短板", "我们: 拓 空间"]);
    assert_plan("聚焦文旅融合、职业教育等议题组织对口协商。", &["will> 组织 对口协商"]);
    assert_plan("纪委作为专责机关，要加强监督。", &["must> 纪委: 加强 监督"]);
}

#[test]
fn heads_of_two_verbs_and_their_nouns_are_two_predicates() {
    assert_plan("建好平台学政策。", &["will> 建好 平台", "will> 学 政策"]);
    assert_plan("抓审判提质效。", &["will> 抓 审判", "will> 提 质效"]);
    assert_plan("坚持开门编规划。", &["will> 坚持 开门编规划"]);
    assert_review("聚力护稳定。", &["护 稳定"]);
    assert_review("以良法促发展。", &["促 发展"]);
}

#[test]
fn how_things_stand_to_something_says_which_they_are() {
    assert_review("纠正与上位法不一致的文件11件。", &["纠正 与上位法不一致的文件11件"]);
    assert_review("加强与友城的合作。", &["加强 合作"]);
    assert_review("卫健系统开展集中自查。", &["卫健系统: 开展 集中自查"]);
}

#[test]
fn what_there_is_more_of_or_what_becomes_something_is_told_by_no_act() {
    assert_review("开展适老化改造的家庭较上年增加54户。", &[]);
    assert_review("决战贫困的誓言变成现实。", &["决战贫困的誓言: 变成 现实"]);
    assert_review("一审裁判被改判发回重审率为1.06%。", &[]);
    assert_plan("万人成讼率再降5%以上。", &["will> 降"]);
    assert_review("金盛轴承建成全市首个智能工厂。", &["金盛轴承: 建成 全市首个智能工厂"]);
    assert_review("青石镇建成蔬菜大棚700亩。", &["青石镇: 建成 蔬菜大棚700亩"]);
}

#[test]
fn each_measure_of_a_list_is_a_target_of_its_own() {
    assert_plan(
        "到发班列突破500列、口岸货运量超过1亿吨、进出口总额超过2200亿元。",
        &["will> 突破", "will> 超过", "will> 超过"],
    );
    assert_plan("盘活土地2万亩、房产超过1万平方米。", &["will> 盘活 土地2万亩、房产超过1万平方米"]);
    assert_plan("居民人均可支配收入翻一番。", &["will> 翻"]);
}

#[test]
fn what_is_laid_before_someone_is_done_with_it() {
    assert_review("对一起陈年命案提请最高检核准追诉。", &["提请 最高检核准追诉"]);
    assert_review("将评议结果送交区委作为考核依据。", &["送交 评议结果"]);
    assert_review("就算力产业布局赴外地考察学习。", &["考察学习"]);
    assert_review("非遗传承发展提案被列为领办提案。", &["非遗传承发展提案: 被列为 领办提案"]);
    assert_review("露天矿项目已进入国家核准程序。", &["露天矿项目: 进入 国家核准程序"]);
    assert_review("常委会连续三年检查《青荻条例》贯彻执行情况。", &["常委会: 检查 《青荻条例》贯彻执行情况"]);
    assert_plan("决不让一个困难群众掉队。", &["will> 让 一个困难群众掉队"]);
}

#[test]
fn what_is_joined_by_and_serves_nothing_and_what_is_come_to_is_an_object() {
    assert_review("县委召开人大工作会议并印发实施意见。", &["县委: 召开 人大工作会议", "县委: 印发 实施意见"]);
    assert_review("开通线上购药并在全国率先试点“钱包”。", &["开通 线上购药", "试点 “钱包”"]);
    assert_review("我们把绿水青山当作金饭碗。", &["我们: 当作 绿水青山"]);
    assert_review("常委会坚持用创新理论固本培元。", &["常委会: 坚持 用创新理论固本培元"]);
    assert_plan("到2028年实现高质量脱贫摘帽。", &["will> 实现 高质量脱贫摘帽"]);
    assert_plan("文书自动生成系统覆盖全部基层法院。", &["will> 文书自动生成系统: 覆盖 全部基层法院"]);
    assert_plan("机关编制向基层倾斜。", &["will> 倾斜 机关编制"]);
}

#[test]
fn what_a_hall_is_for_and_what_a_case_is_about_are_names() {
    assert_review("立案大厅开通服务热线。", &["立案大厅: 开通 服务热线"]);
    assert_review("审结婚姻、邻里、赡养案件1642件。", &["审结 婚姻、邻里、赡养案件1642件"]);
    assert_review("捐款捐物92万元。", &["捐款捐物 92万元"]);
    assert_review("赴外地上门招商。", &["上门招商"]);
}

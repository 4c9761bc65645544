//! Which clauses hold a predicate, who acts, and what one clause hands on to the next.

use super::{assert_plan, assert_review, records, rows};

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
fn what_is_stated_or_denied_is_no_act() {
    assert_review("打击电信诈骗成效显著。", &[]);
    assert_review("干事创业氛围更加浓厚。", &[]);
    assert_review("改革没有停滞。", &[]);
    assert_review("所提问题已经解决的占八成。", &[]);
    assert_review("起诉320人、同比上升7%。", &["起诉 320人"]);
    assert_review("安排债券3亿元、增加2000万元。", &["安排 债券3亿元"]);
    assert_review("查处案件90件，留置12人、较上年下降一成。", &["查处 案件90件", "留置 12人"]);
    assert_review("生产总值由2016年的80亿元跃升到120亿元。", &[]);
}

#[test]
fn what_was_named_before_is_all_dealt_with() {
    assert_review("交办建议30件，并全部办结。", &["交办 建议30件", "办结 建议30件"]);
    assert_review("年度计划报市委审定。", &["报 年度计划"]);
    assert_review("园区通过省级验收。", &["园区: 通过 省级验收"]);
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
    assert_eq!(last_aim("就业率由42%提高到46%。"), Some(46.into()));
    assert_eq!(last_aim("推动产能由11万吨扩大到16万吨。"), Some(160_000.into()));
}

#[test]
fn aim_is_what_the_object_counts_where_it_counts() {
    assert_eq!(last_aim("安排5000万元更新供水管网80公里。"), Some(80.into()));
    assert_eq!(last_aim("对10类企业新发放贷款不低于30亿元。"), Some(3_000_000_000_u64.into()));
    assert_eq!(last_aim("对10类企业开展培训。"), Some(10.into()));
}

/// The value of the last commitment that a plan's `text` makes.
fn last_aim(text: &str) -> Option<rust_decimal::Decimal> {
    let found = records("二、今年工作安排", text);
    let first = found.commitments.last().and_then(|promise| promise.first_count);
    found.counts.iter().find(|count| Some(count.span.start) == first).and_then(|count| count.quantity.value)
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
fn course_of_things_is_told_by_a_noun() {
    assert_plan("为确保工程的顺利实施，县政府增派人手。", &["will> 县政府: 增派 人手"]);
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
fn what_the_next_clause_states_something_of_is_no_act() {
    assert_plan("办好学校，是最大的民生。", &[]);
    assert_review("在建设新城的同时，改造旧街8条。", &["改造 旧街8条"]);
    assert_review("河湖水质保持Ⅲ类。", &[]);
    assert_review("负债率降到警戒线以下。", &[]);
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
fn what_work_should_be_like_is_no_task() {
    assert_plan("日常监督要更加精准。听取专项报告6项。", &["will> 听取 专项报告6项"]);
    assert_plan("代表工作要更加扎实。", &[]);
}

#[test]
fn what_is_put_forward_before_a_colon_is_done_and_suggests() {
    let plan = "二、今年工作安排";
    let text = "周正声对今后工作提出三点建议：加强自身建设；拓宽协商渠道。";
    assert_eq!(rows(plan, text), ["周正声: 提出 三点建议", "suggest> 加强 自身建设", "suggest> 拓宽 协商渠道"]);
    assert_plan("对新一年工作，报告提出：加强自身建设。", &["will> 加强 自身建设"]);
}

#[test]
fn what_is_proposed_for_the_time_ahead_in_a_review_is_suggested() {
    assert_review(
        "周正声对今后工作提出三点建议：加强自身建设；拓宽协商渠道。",
        &["周正声: 提出 三点建议", "suggest> 加强 自身建设", "suggest> 拓宽 协商渠道"],
    );
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
fn what_is_promised_if_only_something_is_done_is_no_row() {
    assert_plan("只要我们守住初心，就一定能建成美丽家园。", &[]);
    assert_plan("只要触碰红线，都要追究责任。", &["must> 追究 责任"]);
    assert_review("实践证明，改革推动了发展。", &["改革: 推动 发展"]);
}

#[test]
fn what_a_clause_praises_as_weighty_is_no_act() {
    assert_plan("做好收官之年工作意义重大。", &[]);
    assert_plan("抓好节水刻不容缓。", &[]);
    assert_plan("创新主体活力不足。", &[]);
    assert_review("做好融资工作，仍然是稳增长的引擎。", &[]);
    assert_review("农场推行股份制，是搞活机制的路子。", &[]);
    assert_review("理论学习永无止境。", &[]);
}

#[test]
fn what_has_to_be_done_is_told_of_each_verb() {
    assert_plan("既要依法行政、也要履职尽责。", &["must> 依法行政", "must> 履职尽责"]);
    assert_plan("一抓产业，二抓民生。", &["will> 抓 产业", "will> 抓 民生"]);
}

#[test]
fn what_tells_how_one_strives_for_something_is_the_predicate() {
    assert_plan("在维护稳定上持续用力。", &["will> 用力"]);
    assert_plan("在兴办教育上靠前发力。", &["will> 发力"]);
    assert_plan("在培养人才上久久为功。", &["will> 久久为功"]);
    assert_plan("要激励干部在新征程上奋勇前进。", &["must> 激励 干部在新征程上奋勇前进"]);
    assert_plan("持续发力完善治理体系。", &["will> 完善 治理体系"]);
    assert_plan("用力守护绿水青山。", &["will> 守护 绿水青山"]);
}

#[test]
fn so_many_people_go_on_to_act_and_so_many_bodies_do_not() {
    assert_review("320名代表进站，梳理诉求91条。", &["320名代表: 进站", "320名代表: 梳理 诉求91条"]);
    assert_review("9个部门现场应答，解决问题6个。", &["9个部门: 应答", "解决 问题6个"]);
    assert_review("四级代表联动视察水利工程。", &["四级代表: 视察 水利工程"]);
}

#[test]
fn what_was_done_first_tells_when_and_how_it_was_done_names_nobody() {
    assert_review("梳理归并后报送调研报告。", &["报送 调研报告"]);
    assert_review("涉案赃款被追缴后发还被害人。", &["发还 涉案赃款"]);
    assert_review("8名嫌疑人被依法逮捕。", &["逮捕 8名嫌疑人"]);
    assert_review("失职干部被点名道姓通报。", &["通报 失职干部"]);
}

#[test]
fn what_tells_which_papers_and_tasks_there_are_is_no_predicate() {
    assert_review("交办转办的议案全部办结。", &["办结 交办转办的议案"]);
    assert_review("由副县长、县长助理包案的9件积案全部办结。", &["办结 由副县长、县长助理包案的9件积案"]);
    assert_review("灾后重建任务提前完成。", &["完成 灾后重建任务"]);
    assert_review(
        "提出的翻修校舍、引入名师等14条建议转化为政策。",
        &["提出的翻修校舍、引入名师等14条建议: 转化为 政策"],
    );
}

#[test]
fn what_is_arranged_is_named_by_an_act_and_two_acts_of_one_kind_are_one() {
    assert_plan("围绕河湖治理组织委员视察。", &["will> 组织 委员视察"]);
    assert_plan("就养老服务组织专项民主监督。", &["will> 组织 专项民主监督"]);
    assert_review("赴各县暗访督导。", &["暗访督导"]);
    assert_review("为国家和集体追回资金3万元。", &["追回 资金3万元"]);
}

#[test]
fn who_brings_the_news_did_none_of_it() {
    assert_review("云州新闻社清河1月15日电（记者 高远）县政协视察企业3家。", &["县政协: 视察 企业3家"]);
    assert_review("本报讯（记者 高远）县政协视察企业3家。", &["县政协: 视察 企业3家"]);
}

#[test]
fn the_point_behind_the_number_of_an_item_is_no_word_of_it() {
    assert_plan("1.抓党建促发展。", &["will> 抓 党建", "will> 促 发展"]);
    assert_plan("12.新建学校3所。", &["will> 新建 学校3所"]);
}

#[test]
fn what_is_asked_is_not_done() {
    assert_review("打赢官司，钱拿到手了吗？法院追回案款3万元。", &["法院: 追回 案款3万元"]);
    assert_plan("出台哪些措施？新建学校3所。", &["will> 新建 学校3所"]);
}

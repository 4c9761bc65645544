//! What belongs to a predicate: its group, its object, the phrases before it.

use super::{REVIEW, assert_plan, assert_review, document};

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
fn topic_goes_to_the_end_of_a_clause_that_is_all_phrase() {
    assert_review("紧盯政策兑现、项目落地，开展监督检查。", &["开展 监督检查"]);
    assert_review("针对农田违规使用农药问题，制发检察建议。", &["制发 检察建议"]);
    assert_review("以接受督察为契机，整改问题9个。", &["整改 问题9个"]);
    assert_review("围绕作风建设开展暗访不少于6轮。", &["开展 暗访不少于6轮"]);
}

#[test]
fn what_is_taken_as_something_is_no_predicate() {
    assert_plan("以河湖治理为牵引优化城市布局。", &["will> 优化 城市布局"]);
    assert_plan("以古镇保护为重点，修缮民居30处。", &["will> 修缮 民居30处"]);
    assert_review("以企业为主体的创新体系加快形成。", &["加快形成 以企业为主体的创新体系"]);
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
fn hastened_and_deepened_verbs_go_together() {
    assert_plan("加快打造以米酒为龙头的品牌。", &["will> 加快打造 以米酒为龙头的品牌"]);
    assert_plan("巩固完善基本药物制度。", &["will> 巩固完善 基本药物制度"]);
    assert_plan("改造和提高现有工厂。", &["will> 改造和提高 现有工厂"]);
}

#[test]
fn verb_of_one_character_is_one_behind_who_acts_or_how() {
    assert_review("委员听民声、察民情。", &["委员: 听 民声", "委员: 察 民情"]);
    assert_review("市县干部讲政策、办实事。", &["市县干部: 讲 政策", "市县干部: 办 实事"]);
    assert_review("以高水平党建引领高质量履职。", &["引领 高质量履职"]);
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
    assert_review("村干部走村入户发放明白纸800份。", &["村干部: 发放 明白纸800份"]);
    assert_review("工作队进村入户开展排查。", &["工作队: 开展 排查"]);
    assert_review("党员走街串巷宣传惠农政策。", &["党员: 宣传 惠农政策"]);
    assert_review("（一）尽锐出战战贫困、尽锐出战拔穷根。", &["战 贫困", "拔 穷根"]);
    assert_review("参加中国—东盟博览会。", &["参加 中国—东盟博览会"]);
}

#[test]
fn phrase_of_place_or_share_before_the_predicate_is_no_part_of_the_object() {
    assert_review("积分养老制度在40%的山区村组实施。", &["实施 积分养老制度"]);
    assert_review("上缴税金占全县收入的三成。", &[]);
    assert_review("会议经费压减18%。", &[]);
    assert_review("检查事项压减三分之一。", &[]);
    assert_review("适用简易程序审结案件占全部案件的90%。", &[]);
    assert_review("将受理时限由15日缩短到10日。", &["缩短到 受理时限"]);
    assert_review("将发放时间由20个工作日缩短到12个工作日。", &["缩短到 发放时间"]);
    assert_review("8名教师被选派到山村支教。", &["选派到 8名教师"]);
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
fn single_verbs_act_on_a_topic_where_one_goes_and_beside_one_another() {
    assert_review("围绕“十项攻坚”任务建台账、守底线。", &["建 台账", "守 底线"]);
    assert_review("检察官走进29所学校讲法治课。", &["检察官: 讲 法治课"]);
    assert_review("用心用情为群众办实事、解难事。", &["办 实事", "解 难事"]);
    assert_plan("银行要为企业技术改造开绿灯。", &["must> 银行: 开 绿灯"]);
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

#[test]
fn what_is_new_is_an_attribute_behind_another_verb() {
    assert_plan("坚决遏制新增欠薪案件。", &["will> 遏制 新增欠薪案件"]);
    assert_plan("加快形成覆盖城乡的养老网络。", &["will> 加快形成 覆盖城乡的养老网络"]);
    assert_plan("加快修订和完善地方性法规。", &["will> 加快修订和完善 地方性法规"]);
    assert_plan("完善生育支持政策体系。", &["will> 完善 生育支持政策体系"]);
}

#[test]
fn what_something_does_not_do_says_which_it_is() {
    assert_plan("关停浪费资源、不具备条件的小矿。", &["will> 关停 浪费资源、不具备条件的小矿"]);
    assert_plan("建立同人口变化相协调的服务机制。", &["will> 建立 同人口变化相协调的服务机制"]);
    assert_plan("推出更多精品、冲击更多大奖。", &["will> 推出 更多精品", "will> 冲击 更多大奖"]);
}

#[test]
fn place_and_baseline_are_no_part_of_what_is_disposed_of() {
    assert_plan("把补助标准从每人每年600元提高到700元。", &["will> 提高到 补助标准"]);
    assert_plan("把边疆屏障筑得更牢，把日子过得更红火。", &["will> 筑 边疆屏障", "will> 过 日子"]);
    assert_plan("把资金用于改善民生和促进发展上。", &["will> 用于 资金"]);
    assert_plan("在保障经费、创新方式、强化激励等方面综合施策。", &[]);
    assert_review("在给出第一份答卷基础上，又给出第二份答卷。", &["给出 第二份答卷"]);
}

#[test]
fn word_that_tells_how_acts_at_the_end_of_its_phrase() {
    assert_plan("对违建乱象要露头就打。", &["must> 露头就打"]);
    assert_review("向市级部门争取救灾资金95万元。", &["争取 救灾资金95万元"]);
    assert_review("就优化营商环境与工商联联合调研。", &["调研"]);
    assert_review("检察院为大局服务，提升办案质效。", &["检察院: 服务", "检察院: 提升 办案质效"]);
    assert_plan("坚持过紧日子。", &["will> 坚持 过紧日子"]);
}

#[test]
fn heads_of_two_short_phrases_are_two_acts() {
    assert_review("服务大局促进发展。", &["服务 大局", "促进 发展"]);
    assert_plan("一是补齐短板兴农业。", &["will> 补齐 短板", "will> 兴 农业"]);
    assert_plan("（二）练好内功强自身。", &["will> 练好 内功", "will> 强 自身"]);
    assert_plan("统筹城乡促协调。", &["will> 统筹 城乡", "will> 促 协调"]);
    assert_plan("统筹山水林田系统治理。", &["will> 统筹 山水林田系统治理"]);
}

#[test]
fn what_is_done_to_is_told_from_who_is_asked() {
    assert_review("邀请台港澳侨人士参加联谊活动。", &["邀请 台港澳侨人士参加联谊活动"]);
    assert_review("启动区医院扩建工程。", &["启动 区医院扩建工程"]);
    assert_review("“红色邻里”工作法被省委推广。", &["省委: 推广 “红色邻里”工作法"]);
    assert_review("南川市入选首批价值实现机制试点。", &["南川市: 入选 首批价值实现机制试点"]);
    assert_review("依据环境容量调整产业布局。", &["调整 产业布局"]);
    assert_review("聚焦减煤降碳启动东升、永安等企业搬迁改造。", &["启动 东升、永安等企业搬迁改造"]);
    assert_review("产品入境2690万吨，分别为上年的3.4倍和2.2倍，增进了友谊。", &["增进 友谊"]);
}

#[test]
fn verb_before_a_plan_says_what_it_is_laid_down_for() {
    assert_plan("健全解决欠薪问题长效机制。", &["will> 健全 解决欠薪问题长效机制"]);
    assert_plan("用好支持小微企业融资协调机制。", &["will> 用好 支持小微企业融资协调机制"]);
    assert_plan("开展好摸排工作。", &["will> 开展好 摸排工作"]);
    assert_plan("引导民企参与水利工程和补短板项目建设。", &["will> 引导 民企参与水利工程和补短板项目建设"]);
    assert_plan("升级改造农村公路超4000公里。", &["will> 升级改造 农村公路超4000公里"]);
}

#[test]
fn what_serves_is_used_or_striven_for_closes_what_stands_before_it() {
    assert_plan("为推动消费持续回升向好提供支撑。", &["will> 提供 支撑"]);
    assert_plan("争取青朔铁路年底通车。", &["strive> 通车 青朔铁路"]);
    assert_plan("力争投资突破万亿元大关。", &["strive> 突破"]);
    assert_plan("加快组建由龙头牵头的联合体。", &["will> 加快组建 由龙头牵头的联合体"]);
    assert_review("集中清理超三年未结破产案件11件。", &["清理 超三年未结破产案件11件"]);
    assert_plan("以更高质量推进港产城深度融合发展。", &["will> 推进 港产城深度融合发展"]);
    assert_plan("统筹好有为政府、培育新动能和做优增量的关系。", &["will> 统筹好 有为政府、培育新动能和做优增量的关系"]);
    assert_review("聚焦海岸整治和产城融合持续议政。", &["议政"]);
    assert_review("发行新增专项债券12亿元。", &["发行 新增专项债券12亿元"]);
    assert_review("债务风险总体可控、有序化解。", &["化解 债务风险总体可控"]);
}

#[test]
fn what_has_come_so_far_is_told_stage_by_stage() {
    assert_review("签约项目31个、开工22个、竣工15个。", &["签约 项目31个", "开工 22个", "竣工 15个"]);
    assert_review("提出否定或暂缓使用意见4人次。", &["提出 否定或暂缓使用意见4人次"]);
    assert_plan("加大防范和打击非法集资力度。", &["will> 加大 防范和打击非法集资力度"]);
    assert_plan("每个乡镇建成处理站1座并投入运行。", &["will> 每个乡镇: 建成 处理站1座", "will> 投入运行 处理站1座"]);
    assert_plan("年度完成投资9亿元以上。", &["will> 完成 投资9亿元以上"]);
}

#[test]
fn what_is_due_is_done_to_whom_it_is_due() {
    assert_plan("困难群众应救尽救。", &["will> 应救尽救 困难群众"]);
    assert_plan("防风险、保安全、护稳定。", &["will> 防 风险", "will> 保 安全", "will> 护 稳定"]);
    assert_plan("办结率保持100%、采纳率达到98%左右。", &["will> 保持", "will> 达到"]);
    assert_plan("将网点由现有的26个增加到50个。", &["will> 增加到 网点"]);
}

#[test]
fn who_made_a_thing_is_part_of_it_and_who_deals_with_it_acts() {
    assert_review("由城投公司承建的水厂竣工通水。", &["竣工通水 由城投公司承建的水厂"]);
    assert_review("李某受贿案由市中级法院公开宣判。", &["市中级法院: 宣判 李某受贿案"]);
    assert_review("其中3条被省政协转送有关部门研办。", &["省政协: 转送 3条"]);
    assert_plan("各部门每季度向区人大常委会报告办理进展。", &["will> 各部门: 报告 办理进展"]);
}

#[test]
fn whom_a_paper_moves_goes_on_to_act() {
    assert_review(
        "《改造管网的提案》推动县政府投入资金6300万元，改造管网57公里。",
        &["《改造管网的提案》: 推动 县政府投入资金6300万元", "县政府: 改造 管网57公里"],
    );
    assert_review("给予27名困难学生生活补助。", &["给予 生活补助"]);
    assert_review("开展清河、清违、清障行动。", &["开展 清河、清违、清障行动"]);
    assert_review("提出检察意见、移送公安机关。", &["提出 检察意见", "移送 公安机关"]);
    assert_review("提出检察意见、移送税务机关处罚。", &["提出 检察意见", "移送 税务机关处罚"]);
    assert_review("为集体追回资金300万元。", &["追回 资金300万元"]);
}

#[test]
fn measure_does_not_go_on_to_act_and_others_do() {
    assert_review("粮食总产实现“十连丰”，建成高标准农田3万亩。", &["粮食总产: 实现 “十连丰”", "建成 高标准农田3万亩"]);
    assert_review("7人主动投案、5人主动交代问题。", &["7人: 投案", "5人: 交代 问题"]);
}

#[test]
fn what_is_named_in_quotation_marks_is_over_before_the_verb() {
    assert_review("围绕“生活圈”补齐设施短板，每个街道布局食堂1处。", &["补齐 设施短板", "每个街道: 布局 食堂1处"]);
    assert_review("对63件涉企案件快立快审快执。", &["快立快审快执"]);
}

#[test]
fn what_something_was_before_and_what_is_set_up_are_told_from_who_acts() {
    assert_review("项目审批由串联改为并联。", &["改为 项目审批"]);
    assert_review("设立司法救助专项资金5万元。", &["设立 司法救助专项资金5万元"]);
    assert_review("调整不适宜担任现职干部14人。", &["调整 不适宜担任现职干部14人"]);
}

#[test]
fn what_is_made_known_or_made_less_does_not_act() {
    assert_review("评议结果在县电视台公布。", &["公布 评议结果"]);
    assert_review("会议压减10%。", &[]);
    assert_review("开工亿元以上项目46个、竣工31个。", &["开工 亿元以上项目46个", "竣工 31个"]);
    assert_review("健全落实工作机制。", &["健全 落实工作机制"]);
}

#[test]
fn two_short_phrases_side_by_side_are_two_acts_unless_the_last_noun_measures_the_second() {
    assert_review("三是深化改革扩大开放。", &["深化 改革", "扩大 开放"]);
    assert_plan("提升项目谋划质量。", &["will> 提升 项目谋划质量"]);
}

#[test]
fn what_those_led_to_act_do_is_one_object() {
    assert_review("邀请代表12人次列席会议、参加调研。", &["邀请 代表12人次列席会议、参加调研"]);
    assert_review("扶持种养大户建冷库、拓电商、创品牌。", &["扶持 种养大户建冷库、拓电商、创品牌"]);
    assert_review("带领全县干部打硬仗、闯难关。", &["带领 全县干部打硬仗、闯难关"]);
    assert_review("推动吊销、注销违规企业3户。", &["推动 吊销、注销违规企业3户"]);
}

#[test]
fn those_of_whom_something_is_told_are_acted_on_without_a_noun() {
    assert_review("对构成犯罪的移送司法机关。", &["移送 司法机关"]);
    assert_review("对群众反映强烈的严肃查处，对一时难以解决的列出计划。", &["查处", "列出 计划"]);
    assert_review("对农户提供了有力的支持。", &["提供 有力的支持"]);
    assert_review("对扰乱市场秩序的打击力度不断加大。", &["加大"]);
}

#[test]
fn so_many_of_one_and_so_many_of_another_are_two() {
    assert_review("任命8人、免职7人。", &["任命 8人", "免职 7人"]);
}

#[test]
fn part_of_what_was_counted_is_no_act() {
    assert_review("举办培训12期，其中护理、家政培训5期。", &["举办 培训12期"]);
    assert_review(
        "新建项目8个，其中投资2亿元以上项目3个，其中县委书记批示1件。",
        &["新建 项目8个", "县委书记: 批示 1件"],
    );
}

#[test]
fn measure_that_is_adjusted_to_a_number_is_no_act() {
    assert_review("三次产业结构由12:45:43调整为10:46:44。", &[]);
    assert_review("补助标准调整为350元，机构调整为正处级。", &["机构: 调整为 正处级"]);
    assert_review("将审批环节由12个精简为5个。", &["精简为 审批环节"]);
}

#[test]
fn what_an_act_was_says_which_ones_come_to_be_something() {
    assert_review("将不予采纳的12件转作社情民意信息。", &["转作 不予采纳的12件"]);
}

#[test]
fn how_long_it_took_is_no_part_of_who_acted() {
    assert_review("全市法院五年共受理案件12万件。", &["全市法院: 受理 案件12万件"]);
}

#[test]
fn acts_that_an_institution_is_for_are_one_list() {
    assert_review("健全动态跟踪、限期办结、督查问责机制。", &["健全 动态跟踪、限期办结、督查问责机制"]);
    assert_review("健全工作机制、完善配套制度。", &["健全 工作机制", "完善 配套制度"]);
}

#[test]
fn what_serves_an_aimed_act_is_left_out() {
    assert_review("采取多种方式对22个村开展监督。", &["开展 监督"]);
    assert_review("出动警力300人次对重点场所开展检查。", &["出动 警力300人次", "开展 检查"]);
    assert_review("反馈问题整改率由89%提高到96%。", &[]);
    assert_review("以实绩庆祝县政协成立70周年。", &["庆祝 县政协成立70周年"]);
    assert_review("重要会议、重点调研主动向县委报告。", &["报告 重要会议、重点调研"]);
}

#[test]
fn nobody_who_acts_ends_in_a_joint() {
    assert_review("试点探索、分类建立帮扶机制。", &["建立 帮扶机制"]);
}

#[test]
fn what_begins_once_a_thing_is_fulfilled_is_an_act_of_its_own() {
    assert_review("完成土地报批并开工。", &["完成 土地报批", "开工 土地报批"]);
    assert_review("推动泵站完工并投入使用。", &["推动 泵站完工并投入使用"]);
}

#[test]
fn who_is_handed_over_to_whom_suffers_it() {
    assert_review("2人被移送纪检监察机关处理。", &["移送 2人"]);
    assert_review("12条意见被写进报告。", &["写进 12条意见"]);
}

#[test]
fn act_that_is_told_by_its_times_is_done_by_who_stands_before_it() {
    assert_review("党组集体学习24次。", &["党组: 学习 24次"]);
    assert_review("班子成员集体谈话30人次。", &["班子成员: 谈话 30人次"]);
}

#[test]
fn sum_that_tells_which_things_are_counted_is_no_predicate() {
    assert_plan("培育年产值超亿元的茶企3家。", &["will> 培育 年产值超亿元的茶企3家"]);
    assert_plan("引进超亿元项目12个。", &["will> 引进 超亿元项目12个"]);
    assert_review("新增营业收入突破十亿元的企业2家。", &["新增 营业收入突破十亿元的企业2家"]);
}

#[test]
fn name_of_a_way_tells_of_what_kind_a_service_is_and_how_someone_is_helped() {
    assert_review("对规上企业实行“一对一”包联服务。", &["实行 “一对一”包联服务"]);
    assert_review("“一对一”帮扶困难群众320户。", &["帮扶 困难群众320户"]);
    assert_review("“一户一表”改造76万平方米。", &["改造 “一户一表”76万平方米"]);
}

#[test]
fn what_is_put_somewhere_is_put_elsewhere_too() {
    assert_plan("把矛盾化解在基层、解决在萌芽。", &["will> 化解在 矛盾", "will> 解决在 矛盾"]);
    assert_plan("将项目列入计划、建成学校3所。", &["will> 列入 项目", "will> 建成 学校3所"]);
}

#[test]
fn act_whose_number_is_said_behind_it_is_a_measure() {
    assert_review("线上参与达3万人次。", &[]);
    assert_review("受益达2.6万人。", &[]);
    assert_review("确保贯通达到12公里。", &["确保 贯通达到12公里"]);
}

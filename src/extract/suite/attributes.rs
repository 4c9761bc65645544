//! Words that tell how something is done or of what kind a thing is, and what lies between two.

use super::{assert_plan, assert_review};

#[test]
fn what_tells_how_before_a_verb_tells_which_before_a_noun() {
    assert_review("高标准农田建成3万亩。", &["建成 高标准农田3万亩"]);
    assert_review("高效节水灌溉工程建成投用。", &["建成投用 高效节水灌溉工程"]);
    assert_review("高水平大学加快建设。", &["加快建设 高水平大学"]);
    assert_review("民生类重点支出80亿元。", &[]);
    assert_review("突出市场化导向举办梨花节。", &["举办 梨花节"]);
}

#[test]
fn word_of_sternness_tells_how_before_a_verb_and_acts_on_a_noun() {
    assert_review("严肃查处、严厉整治违规收费。", &["查处、严厉整治 违规收费"]);
    assert_review("严肃查处截留挪用案件，严肃换届纪律。", &["查处 截留挪用案件", "严肃 换届纪律"]);
}

#[test]
fn size_without_its_unit_tells_which_things_they_are() {
    assert_plan("打造一批超百亿、超千亿产业链。", &["will> 打造 一批超百亿、超千亿产业链"]);
    assert_plan("打造超百亿级产业集群。", &["will> 打造 超百亿级产业集群"]);
}

#[test]
fn what_lies_between_two_is_one_phrase() {
    assert_review("城镇居民与农村居民的收入差距逐步缩小。", &["缩小 城镇居民与农村居民的收入差距"]);
    assert_review("县农业局与合作社签订协议。", &["县农业局: 签订 协议"]);
}

#[test]
fn where_a_measure_moves_from_does_not_act() {
    assert_review("外贸总额由全省第9位跃升至第4位。", &[]);
    assert_review("由分管县长带队督导。", &["分管县长: 督导"]);
}

#[test]
fn whom_one_goes_hand_in_hand_with_is_no_doer() {
    assert_plan("携手港澳高标准、高质量做好办赛工作。", &["will> 做好 办赛工作"]);
    assert_plan("携手推进流域治理。", &["will> 推进 流域治理"]);
    assert_review("书记亲临现场督办3次。", &["书记: 督办 3次"]);
}

#[test]
fn how_something_is_practised_stays_in_the_object() {
    assert_plan("推行包容审慎监管。", &["will> 推行 包容审慎监管"]);
    assert_plan("推行精准监管和柔性执法。", &["will> 推行 精准监管和柔性执法"]);
}

#[test]
fn verb_behind_one_that_issues_says_of_what_kind_the_paper_is() {
    assert_review("出台打造消费新场景等政策。", &["出台 打造消费新场景等政策"]);
    assert_plan("制定实施推进产业升级行动方案。", &["will> 制定实施 推进产业升级行动方案"]);
    assert_review("制定修改规章7件，废止、宣布失效5件。", &["制定修改 规章7件", "废止、宣布失效 5件"]);
    assert_plan("细化落实进一步扩大开放任务清单。", &["will> 细化落实 进一步扩大开放任务清单"]);
    assert_plan("深化铸牢中华民族共同体意识宣传教育。", &["will> 深化 铸牢中华民族共同体意识宣传教育"]);
}

#[test]
fn act_of_one_character_behind_what_it_is_about_sees_to_another() {
    assert_plan("围绕骨干企业抓配套、扩规模。", &["will> 抓 配套", "will> 扩 规模"]);
    assert_plan("在机制创新上发挥更大作用。", &["will> 发挥 更大作用"]);
}

#[test]
fn what_has_to_be_done_about_something_is_told_behind_it() {
    assert_plan("抓消费既要盯区内、也要盯区外。", &["must> 盯 区内", "must> 盯 区外"]);
    assert_plan("做好今年工作必须坚持党的领导。", &["must> 坚持 党的领导"]);
    assert_plan("坚持管行业必须管安全。", &["will> 坚持 管行业必须管安全"]);
    assert_plan("落实经济要稳住、发展要安全的要求。", &["will> 落实 经济要稳住、发展要安全的要求"]);
}

#[test]
fn line_between_two_places_is_named_by_both() {
    assert_review("青州至朔城高铁建成通车。", &["建成通车 青州至朔城高铁"]);
    assert_review("青州至望海公路改线段年底通车。", &["通车 青州至望海公路改线段"]);
    assert_review("打好攻坚之战，走好创新引领之路。", &["打好 攻坚之战", "走好 创新引领之路"]);
    assert_review("升级改造代表之家13个。", &["升级改造 代表之家13个"]);
}

#[test]
fn list_of_what_a_thing_is_like_goes_on_to_its_noun() {
    assert_plan("建立覆盖全域、统一衔接的用途管制制度。", &["will> 建立 覆盖全域、统一衔接的用途管制制度"]);
    assert_plan("支持外贸企业稳产能、拓市场。", &["will> 支持 外贸企业稳产能、拓市场"]);
    assert_plan("抢抓机遇、争先创优。", &["will> 抢抓 机遇", "will> 争先创优"]);
    assert_plan("在调结构上争取更大突破。", &["will> 争取 更大突破"]);
}

#[test]
fn what_is_joined_by_and_is_read_on_both_sides() {
    assert_plan("提升金融对经济发展的支持和推动作用。", &["will> 提升 金融对经济发展的支持和推动作用"]);
    assert_plan("积极争取上级资金和吸引社会投资。", &["will> 争取 上级资金", "will> 吸引 社会投资"]);
    assert_review("临溪博物馆完成布展并实现开放。", &["临溪博物馆: 完成 布展", "临溪博物馆: 实现 开放"]);
    assert_review("审计建议正在逐步落实中。", &["落实 审计建议"]);
}

#[test]
fn light_verb_takes_what_stands_behind_an_adverb() {
    assert_review("全面推行跨域立案服务。", &["推行 跨域立案服务"]);
    assert_plan("加快发展多层次、多支柱保险体系。", &["will> 加快发展 多层次、多支柱保险体系"]);
    assert_plan("当好贯彻落实决策部署的执行者。", &["will> 当好 贯彻落实决策部署的执行者"]);
    assert_plan("推动民生实事更贴民意、更合民需。", &["will> 推动 民生实事更贴民意、更合民需"]);
    assert_review("驻村工作队帮石桥村接通自来水。", &["驻村工作队: 帮 石桥村接通自来水"]);
    assert_review("交付率94.7%、超额完成上级任务。", &["完成 上级任务"]);
}

#[test]
fn what_goes_into_the_name_of_a_way_of_doing_opens_nothing() {
    assert_plan("建立重大项目用地、用林等报批联审机制。", &["will> 建立 重大项目用地、用林等报批联审机制"]);
    assert_plan("健全要素平等交换、双向流动政策体系。", &["will> 健全 要素平等交换、双向流动政策体系"]);
    assert_review("整合压缩专项转移支付。", &["整合压缩 专项转移支付"]);
    assert_review("过去五年是改革取得重大进展的五年。", &[]);
    assert_review("安全风险隐患不容忽视。", &[]);
}

#[test]
fn what_an_atmosphere_or_so_many_plans_are_of_is_one_list() {
    assert_plan("营造尊重劳动、尊重知识、尊重创造的氛围。", &["will> 营造 尊重劳动、尊重知识、尊重创造的氛围"]);
    assert_review("开展提质增效、降本增利、扩能增量三大行动。", &["开展 提质增效、降本增利、扩能增量三大行动"]);
    assert_review("增强投资关键作用。", &["增强 投资关键作用"]);
    assert_plan("建好建强市域产教联合体。", &["will> 建好建强 市域产教联合体"]);
}

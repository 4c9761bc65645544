//! Every row of the lexicon of movements as a case, and counts as a reader would write them.

use crate::extract::Count;
use crate::extract::suite::{REVIEW, RULES, document};
use crate::rules::Row;

/// The counts of a text under a heading of a review, each with its words.
fn counts(text: &str) -> Vec<(Count, String)> {
    let document = document(REVIEW, text);
    let words = |count: &Count| document.text.slice(count.span).to_owned();
    document.records.counts.iter().map(|count| (count.clone(), words(count))).collect()
}

/// The count at the mark of an example, or the one count of its text.
fn at_mark(row: &Row) -> Option<(Count, String)> {
    let hit = row.example.split(['【', '】']).nth(1).unwrap_or_default();
    let found = counts(&row.example.replace(['【', '】'], ""));
    let one = if found.len() == 1 { found.first().cloned() } else { None };
    found.into_iter().find(|(_, words)| words == hit).or(one)
}

/// What is wrong with a row, if anything.
fn fault(row: &Row) -> Option<String> {
    let Some((count, words)) = at_mark(row) else { return Some(format!("no count in {}", row.example)) };
    let hit = row.example.split(['【', '】']).nth(1).unwrap_or_default();
    let (kind, measure) = (count.kind.name(), &count.measure);
    let direction = count.direction.map_or("", |direction| direction.name());
    let comparison = count.comparison.map_or("", |comparison| comparison.name());
    let right = match &*row.class {
        "reach" => kind == row.expect && !measure.contains(&row.term) && measure.chars().count() > 1,
        "move" => direction == row.expect && words == hit && row.get("comparison") == comparison,
        "base" => comparison == row.expect && words == hit,
        "rate" => direction == row.expect && measure.ends_with(&row.term),
        "determiner" => kind == "level" && !measure.contains(&row.term),
        "attribute" => kind == "level" && measure.ends_with(&row.term),
        "known_by" => measure.contains('等') && measure.ends_with(&row.term),
        "work" => *measure == "农村公路",
        "vague" => measure.contains('等') && measure.ends_with(&row.term),
        "named" | "serves" => *measure == row.expect,
        "outlay" => *measure == "帮扶资金",
        "course" => *measure == row.expect,
        "taken" => kind == row.expect && measure == "信息",
        "source" => *measure == row.expect,
        "sentence" => kind == row.expect && measure.starts_with(&row.term),
        "beside" => kind == row.expect && measure == "产量增速",
        "keep" => kind == "level" && measure.contains(&row.term),
        _ => kind == "level",
    };
    (!right).then(|| format!("{} of {}: {kind} {direction} {comparison} {measure} {words}", row.class, row.example))
}

#[test]
fn every_movement_is_read_in_its_example() {
    let faults: Vec<String> = RULES
        .movements
        .rows()
        .iter()
        .filter_map(|row| fault(row).map(|fault| format!("{}: {fault}", row.id)))
        .collect();
    assert!(faults.is_empty(), "{} rows fail:\n{}", faults.len(), faults.join("\n"));
}

/// Measure, text, kind, direction and comparison of each count.
#[track_caller]
fn assert_counts(text: &str, want: &[&str]) {
    let told = |(count, words): &(Count, String)| {
        let direction = count.direction.map_or("", |direction| direction.name());
        let comparison = count.comparison.map_or("", |comparison| comparison.name());
        let told = format!("{} {words} {} {direction} {comparison}", count.measure, count.kind.name());
        told.trim_end().to_owned()
    };
    let got: Vec<String> = counts(text).iter().map(told).collect();
    assert_eq!(got, want, "{text}");
}

#[test]
fn measure_is_the_noun_that_is_counted() {
    assert_counts("走访困难家庭37户，发放慰问金5.2万元。", &["困难家庭 37户 level", "慰问金 5.2万元 level"]);
    assert_counts("选派26名科技特派员下乡。", &["科技特派员 26名 level"]);
    assert_counts("投资800万元的老街管网改造完工。", &["老街管网改造投资 800万元 level"]);
    assert_counts("约谈履职不达标的6名委员。", &["委员 6名 level"]);
    assert_counts("起诉假冒商标、侵犯商业秘密犯罪14人。", &["假冒商标、侵犯商业秘密犯罪 14人 level"]);
    assert_counts("出版文史专辑《青石桥》等3部。", &["文史专辑 3部 level"]);
    assert_counts("引进饮料加工、竹木家具等项目9个。", &["项目 9个 level"]);
    assert_counts("起诉盗窃、诈骗等犯罪58人。", &["盗窃、诈骗等犯罪 58人 level"]);
    assert_counts("开工建设13个亿元以上产业项目。", &["亿元以上产业项目 13个 level"]);
    assert_counts("新建18层以上高层住宅7栋。", &["18层以上高层住宅 7栋 level"]);
    assert_counts("茶叶、蚕桑两个产业加快发展。", &["产业 两个 level"]);
}

#[test]
fn measure_is_inherited_where_it_is_left_out() {
    assert_counts("编报信息96篇，其中12篇被采用。", &["信息 96篇 level", "信息 12篇 level"]);
    assert_counts(
        "提出建议31条。区政府采纳24条，其余7条正在研究。",
        &["建议 31条 level", "建议 24条 level", "建议 7条 level"],
    );
    assert_counts("新增规上企业14家，总数达到260家。", &["新增规上企业 14家 level", "规上企业总数 260家 level"]);
    assert_counts(
        "法规、规章分别新增3部、8部，累计达到40部、75部。",
        &["新增法规 3部 level", "新增规章 8部 level", "法规 40部 level", "规章 75部 level"],
    );
    assert_counts("水稻、玉米分别完成计划的104%和131%。", &["水稻 104% share", "玉米 131% share"]);
    assert_counts("审结案件73件91人。", &["审结案件 73件 level", "审结案件 91人 level"]);
    assert_counts("从严惩治抢夺等严重暴力犯罪，起诉23人。", &["起诉严重暴力犯罪 23人 level"]);
    assert_counts("依法严惩盗窃、抢夺犯罪，审结案件66件。", &["盗窃、抢夺犯罪案件 66件 level"]);
}

#[test]
fn verb_names_what_was_done_to_people() {
    assert_counts("批准逮捕犯罪嫌疑人91人，不起诉17人。", &["犯罪嫌疑人 91人 level", "不起诉 17人 level"]);
    assert_counts(
        "查处问题52起，处理80人，移送司法机关3人。",
        &["问题 52起 level", "处理 80人 level", "移送司法机关 3人 level"],
    );
    assert_counts("罚款、拘留44人。", &["罚款、拘留 44人 level"]);
    assert_counts(
        "9人主动投案，较上年增加4人。",
        &["主动投案 9人 level", "主动投案 较上年增加4人 change up year_on_year"],
    );
}

#[test]
fn change_has_direction_and_comparison() {
    assert_counts(
        "粮食产量46万吨，同比增长3.1%。",
        &["粮食产量 46万吨 level", "粮食产量 同比增长3.1% change up year_on_year"],
    );
    assert_counts(
        "汽车、家电类零售额分别增长21%、14%。",
        &["汽车零售额 增长21% change up", "家电类零售额 14% change up"],
    );
    assert_counts("开行班列52列，是上年的3倍。", &["班列 52列 level", "班列 3倍 change up cumulative"]);
    assert_counts("压减会议活动经费12%。", &["会议活动经费 12% change down"]);
    assert_counts("能耗强度从41.5下降到37.9。", &["能耗强度 41.5 level", "能耗强度 37.9 level"]);
    assert_counts("补助标准由每生每年800元提高到950元。", &["补助标准 800元 level", "补助标准 950元 level"]);
    assert_counts("五年来，耕地面积增加8%。", &["耕地面积 增加8% change up cumulative"]);
    assert_counts("城区绿化率由31%提高到38%。", &["城区绿化率 31% share", "城区绿化率 38% share"]);
    assert_counts(
        "平均受教育年限从9.8年提高到10.6年。",
        &["平均受教育年限 9.8年 level", "平均受教育年限 10.6年 level"],
    );
}

#[test]
fn what_names_or_places_something_is_no_count() {
    for text in [
        "建成220千伏线路并投运。",
        "推广“掌上办”3.0版。",
        "培育千万级商圈。",
        "综合排名居全省前5位。",
        "深入学习中央纪委三次全会精神。",
        "市五届人大二次会议闭幕。",
        "改造胜利三路。",
        "下午3点整开会。",
    ] {
        assert_counts(text, &[]);
    }
}

#[test]
fn part_and_change_are_linked_to_what_they_belong_to() {
    let found = counts("受理提案128件，其中集体提案19件，比上年增长6%。");
    let [all, part, _] = &found[..] else { panic!("{found:?}") };
    assert_eq!(part.0.part_of_count, Some(all.0.span.start));
    let found = counts("茶园面积达到3.4万亩，增长5%。");
    assert_eq!(found[1].0.base_count, Some(found[0].0.span.start));
}

#[test]
fn measure_leaves_out_who_acts_when_and_where() {
    assert_counts("五年累计报告97次。", &["累计报告 97次 level"]);
    assert_counts("围绕“六项纪律”组织专题学习9次。", &["专题学习 9次 level"]);
    assert_counts("县教育局选派教师30名。", &["教师 30名 level"]);
    assert_counts("147项检查结果全省互认。", &["检查结果 147项 level"]);
    assert_counts(
        "全市财政收入85亿元，同口径增长7.9%。",
        &["财政收入 85亿元 level", "财政收入 同口径增长7.9% change up"],
    );
    assert_counts("法律、财经类人才仅占21%。", &["法律、财经类人才 21% share"]);
}

#[test]
fn measure_says_which_they_are() {
    assert_counts("整改巡察反馈的29个问题。", &["巡察反馈问题 29个 level"]);
    assert_counts("形成10份有分量的调研报告。", &["调研报告 10份 level"]);
    assert_counts("实施200个节能降碳改造项目。", &["节能降碳改造项目 200个 level"]);
    assert_counts("选派100名副高级以上职称的退休医生。", &["退休医生 100名 level"]);
    assert_counts("组织41名新任命人员宣誓。", &["新任命人员 41名 level"]);
    assert_counts("邀请代表列席会议、参加视察检查210人次。", &["邀请代表列席会议、参加视察检查 210人次 level"]);
    assert_counts("实施重点项目86个，完成投资61亿元。", &["重点项目 86个 level", "重点项目投资 61亿元 level"]);
    assert_counts("11家企业落户、签约金额38亿元。", &["企业 11家 level", "签约金额 38亿元 level"]);
}

#[test]
fn verbs_inside_a_name_belong_to_the_measure() {
    assert_counts("新建技术验证中心和中试基地18家。", &["技术验证中心和中试基地 18家 level"]);
    assert_counts("建设2个国家重大产业备份项目。", &["国家重大产业备份项目 2个 level"]);
    assert_counts("投资3100万元的河道清理工程年内完工。", &["河道清理工程投资 3100万元 level"]);
    assert_counts("实施6条乡间小路改造等民生工程。", &["乡间小路改造 6条 level"]);
    assert_counts("扶持7个市级先进纺织业集群。", &["市级先进纺织业集群 7个 level"]);
    assert_counts("新建改造农村公路55公里。", &["农村公路 55公里 level"]);
    assert_counts("改造供热管网9公里。", &["供热管网 9公里 level"]);
}

#[test]
fn what_a_list_or_a_doer_says_is_no_part_of_the_measure() {
    assert_counts("建设大型水电站、6个火电项目。", &["火电项目 6个 level"]);
    assert_counts("省代表团出访6个国家。", &["国家 6个 level"]);
    assert_counts("新增小微企业和种养大户等超过3万户。", &["新增小微企业和种养大户 超过3万户 level"]);
    assert_counts(
        "建成标准化车间13个，其中新建4个、改造9个。",
        &["标准化车间 13个 level", "新建标准化车间 4个 level", "改造标准化车间 9个 level"],
    );
    assert_counts("每年至少开展2次演练。", &["演练 2次 level"]);
    assert_counts("县供销社原主任等4人被移送司法机关。", &["移送司法机关 4人 level"]);
    assert_counts(
        "全市接待人次、旅游总花费、过夜人次分别增长10%、13%、8%。",
        &["接待人次 增长10% change up", "旅游总花费 13% change up", "过夜人次 8% change up"],
    );
    assert_counts("税收占比由上年的62%提高到68%。", &["税收占比 62% share", "税收占比 68% share"]);
}

#[test]
fn reports_of_courts_and_discipline_name_whose_and_which() {
    assert_counts("省法院收案2.1万件，结案1.8万件。", &["省法院收案 2.1万件 level", "省法院结案 1.8万件 level"]);
    assert_counts(
        "第一种至第四种形态分别占69%、23%、5%、3%。",
        &["第一种形态 69% share", "第二种形态 23% share", "第三种形态 5% share", "第四种形态 3% share"],
    );
    assert_counts("诉前化解纠纷718件。", &["诉前化解纠纷 718件 level"]);
    assert_counts("新建农田25万亩、改造提升4万亩。", &["农田 25万亩 level", "改造提升农田 4万亩 level"]);
    assert_counts("改造提升农田43万亩。", &["农田 43万亩 level"]);
    assert_counts("消费价格指数涨幅在2%左右。", &["消费价格指数涨幅 2%左右 change up"]);
    assert_counts("采纳代表委员所提意见15条。", &["意见 15条 level"]);
    assert_counts("投资2700万元的敬老院等项目开工。", &["敬老院等项目投资 2700万元 level"]);
    assert_counts("判处缓刑、管制或者单处罚金45人。", &["判处缓刑、管制或者单处罚金 45人 level"]);
    assert_counts("园区二期建设仅用11个月。", &["园区二期建设 11个月 level"]);
}

#[test]
fn measure_leaves_out_for_whom_and_how_often_it_was_done() {
    assert_counts("为小微企业减负6亿元。", &["减负 6亿元 level"]);
    assert_counts("向县人大常委会报告工作7次。", &["报告工作 7次 level"]);
    assert_counts("景区年接待游客62万人次。", &["游客 62万人次 level"]);
    assert_counts("建议财政每年安排不少于4000万元专项资金。", &["专项资金 不少于4000万元 level"]);
    assert_counts("全市纪检监察机关共立案371件。", &["立案 371件 level"]);
    assert_counts("为7家重点企业“活封”机床设备。", &["重点企业 7家 level"]);
    assert_counts("批复建设14个重点实验室。", &["重点实验室 14个 level"]);
}

#[test]
fn what_was_carried_out_or_put_right_is_the_measure() {
    assert_counts("实施旧房改造3600户，完成安置房交付910户。", &["旧房改造 3600户 level", "安置房交付 910户 level"]);
    assert_counts("累计完成红树林营造修复36公顷。", &["红树林营造修复 36公顷 level"]);
    assert_counts("办理减刑案件74件，纠正不当减刑3件。", &["减刑案件 74件 level", "不当减刑 3件 level"]);
    assert_counts("提出抗诉17件，法院改判6件。", &["抗诉 17件 level", "法院改判 6件 level"]);
    assert_counts("追缴资金830万元，其中退还群众610万元。", &["资金 830万元 level", "退还群众 610万元 level"]);
    assert_counts("《停车条例》历经三次审议后通过。", &["审议 三次 level"]);
}

#[test]
fn totals_and_shares_go_on_from_what_was_counted() {
    assert_counts("新增绿色园区2个、累计达11个。", &["新增绿色园区 2个 level", "绿色园区 11个 level"]);
    assert_counts(
        "新增园区3家、研发中心7家，累计分别达到46家、91家。",
        &["新增园区 3家 level", "新增研发中心 7家 level", "园区 46家 level", "研发中心 91家 level"],
    );
    assert_counts("经营主体净增4万户、达到51万户。", &["经营主体净增 4万户 level", "经营主体 51万户 level"]);
    assert_counts("机床产量增长31%、占全国1/4。", &["机床产量 增长31% change up", "机床产量占全国 1/4 share"]);
    assert_counts(
        "承办建议95件、提案72件，分别占建议、提案总数的93%、96%。",
        &["建议 95件 level", "提案 72件 level", "建议 93% share", "提案 96% share"],
    );
    assert_counts(
        "住宅销售面积环比、同比分别增长12%、7%。",
        &["住宅销售面积 增长12% change up year_on_year", "住宅销售面积 7% change up year_on_year"],
    );
    assert_counts(
        "三次产业增加值分别增长3%、7%和6%。",
        &["第一产业增加值 增长3% change up", "第二产业增加值 7% change up", "第三产业增加值 6% change up"],
    );
    assert_counts("二、三产业分别增长7%、6%。", &["二产业 增长7% change up", "三产业 6% change up"]);
    assert_counts("解决率比上届高4个百分点。", &["解决率 比上届高4个百分点 change up cumulative"]);
    assert_counts("人口自然增长率控制在7‰以内。", &["人口自然增长率 控制在7‰以内 share"]);
}

#[test]
fn noun_behind_is_that_of_every_number_in_front() {
    assert_counts("推出两批37项助企政策。", &["助企政策 两批 level", "助企政策 37项 level"]);
    assert_counts("开展首批11个以县城为载体的建设试点。", &["建设试点 11个 level"]);
    assert_counts("办好62件有影响的专利、商标案件。", &["专利、商标案件 62件 level"]);
    assert_counts("片区集聚全省30%以上软件企业。", &["软件企业 30%以上 share"]);
    assert_counts("获金牌6块、一等奖13项。", &["金牌 6块 level", "一等奖 13项 level"]);
    assert_counts("项目从签约到投产仅用9个月。", &["从签约到投产 9个月 level"]);
    assert_counts("企业开办平均用时由8天缩至2.5天。", &["企业开办平均用时 8天 level", "企业开办平均用时 2.5天 level"]);
}

#[test]
fn what_is_said_of_those_counted_is_no_part_of_their_name() {
    assert_counts("86名工商界委员奋战一线。", &["工商界委员 86名 level"]);
    assert_counts("课题组深入7个乡镇走访。", &["乡镇 7个 level"]);
    assert_counts("围绕主导产业建设6个现代产业学院。", &["现代产业学院 6个 level"]);
    assert_counts("为61名干部精准画像。", &["干部 61名 level"]);
    assert_counts("36个问题中31个已得到解决。", &["问题 36个 level", "问题 31个 level"]);
    assert_counts("主动向县委请示报告，全年计18次。", &["请示报告 18次 level"]);
    assert_counts("获县委领导批示13篇次。", &["批示 13篇次 level"]);
    assert_counts("新发展油茶2万亩。", &["油茶 2万亩 level"]);
    assert_counts("医疗联合体覆盖70%以上卫生院。", &["医疗联合体覆盖卫生院 70%以上 share"]);
    assert_counts("羁押率比2019年低近8个百分点。", &["羁押率 比2019年低近8个百分点 change down cumulative"]);
}

#[test]
fn sums_acts_and_rates_are_told_without_case_payer_or_term() {
    assert_counts("某受贿案涉案金额近4000万元。", &["涉案金额 近4000万元 level"]);
    assert_counts("某侵权案判赔700万元。", &["判赔 700万元 level"]);
    assert_counts("市场主体让利6亿元。", &["让利 6亿元 level"]);
    assert_counts("代表所提13条意见逐条落实。", &["意见 13条 level"]);
    assert_counts("本届县委任期内巡察覆盖率达90%。", &["巡察覆盖率 90% share"]);
    assert_counts("对重大案件提前介入、引导侦查17件次。", &["介入、引导侦查 17件次 level"]);
    assert_counts("提出否定或暂缓意见6人次。", &["否定或暂缓意见 6人次 level"]);
    assert_counts("7个部门负责人到会听取意见。", &["部门 7个 level"]);
    assert_counts("近七成搬迁群众实现就业。", &["搬迁群众 近七成 share"]);
    assert_counts("实施产业项目3100个，贫困村脱贫96个。", &["产业项目 3100个 level", "贫困村脱贫 96个 level"]);
    assert_counts("绿色建筑占新建建筑比例达71%。", &["绿色建筑占新建建筑比例 71% share"]);
    assert_counts("推动部门开展专项治理6次。", &["专项治理 6次 level"]);
    assert_counts("污水处理行动新建管网36公里。", &["管网 36公里 level"]);
}

#[test]
fn people_are_counted_without_a_unit() {
    assert_counts("4万多居民受益。", &["居民 4万多 level"]);
    assert_counts("近2万群众搬迁。", &["群众 近2万 level"]);
    assert_counts("组织6批新任命人员宪法宣誓。", &["新任命人员宪法宣誓 6批 level"]);
}

#[test]
fn who_acts_on_what_is_counted_is_left_out() {
    assert_counts("全乡栽种烤烟1.2万亩。", &["烤烟 1.2万亩 level"]);
    assert_counts("临溪县完成地区生产总值76亿元。", &["地区生产总值 76亿元 level"]);
    assert_counts("药品集中采购减轻患者用药负担3亿元。", &["患者用药负担 3亿元 level"]);
    assert_counts("对外工程承包营业额达9亿美元。", &["对外工程承包营业额 9亿美元 level"]);
    assert_counts("将违建线索移送主管部门27条。", &["违建线索 27条 level"]);
    assert_counts("区政府两次约谈物业企业负责人。", &["约谈物业企业负责人 两次 level"]);
    assert_counts("地区生产总值跨过900亿元台阶。", &["地区生产总值 900亿元 level"]);
}

#[test]
fn threshold_share_or_denial_belongs_to_the_name() {
    assert_counts("确保百万元以上新开工技改项目不少于90个。", &["百万元以上新开工技改项目 不少于90个 level"]);
    assert_counts(
        "数字经济占全县税收的比重由11%提高到15%。",
        &["数字经济占全县税收的比重 11% share", "数字经济占全县税收的比重 15% share"],
    );
    assert_counts("培育年产值突破亿元的茶企5家。", &["年产值突破亿元的茶企 5家 level"]);
    assert_counts("税收过千万元的企业增加到18家。", &["税收过千万元的企业 18家 level"]);
    assert_counts("引进投资超十亿元项目6个。", &["投资超十亿元项目 6个 level"]);
    assert_counts("投资超3亿元建成学校2所。", &["投资 超3亿元 level", "学校 2所 level"]);
    assert_counts("速裁案件占同期案件的62%。", &["速裁案件占同期案件 62% share"]);
    assert_counts(
        "调解案件占结案总数的七成，占全部案件的40%。",
        &["调解案件占结案总数 七成 share", "调解案件占全部案件 40% share"],
    );
    assert_counts("将发放时间由20日压缩至12日。", &["发放时间 20日 level", "发放时间 12日 level"]);
    assert_counts("户均存栏达到30头，较上年净增6头。", &["户均存栏 30头 level", "户均存栏净增 6头 level"]);
    assert_counts("5个乡镇税收不足百万元。", &["乡镇 5个 level", "乡镇税收 不足百万元 level"]);
    assert_counts("3件纠纷持续时间超过半年。", &["纠纷 3件 level"]);
    assert_counts("查封无证作坊16家。", &["无证作坊 16家 level"]);
    assert_counts("拆除残墙和废弃圈舍64处。", &["残墙和废弃圈舍 64处 level"]);
}

#[test]
fn what_a_sum_was_invested_in_or_taken_off_from_is_told_behind_or_in_front() {
    assert_counts("投资3亿元建设学校2所。", &["学校投资 3亿元 level", "学校 2所 level"]);
    assert_counts("投资1.2亿元实施城乡供水一体化工程。", &["城乡供水一体化工程投资 1.2亿元 level"]);
    assert_counts("公共预算收入扣除一次性因素后增长4.1%。", &["公共预算收入 增长4.1% change up"]);
    assert_counts("地区生产总值迈上500亿元新台阶。", &["地区生产总值 500亿元 level"]);
    assert_counts("审批环节由9个砍到4个。", &["审批环节 9个 level", "审批环节 4个 level"]);
}

#[test]
fn list_shares_what_is_said_behind_its_last_noun() {
    assert_counts("国家级、省级示范园区分别达到2个、3个。", &["国家级示范园区 2个 level", "省级示范园区 3个 level"]);
    assert_counts(
        "一二三产业分别增长4%、7%和5%。",
        &["第一产业 增长4% change up", "第二产业 7% change up", "第三产业 5% change up"],
    );
}

#[test]
fn who_acted_where_and_on_what_topic_is_left_out() {
    assert_counts("界别委员巡诊300人次。", &["巡诊 300人次 level"]);
    assert_counts("界别委员结对帮扶学生41名。", &["学生 41名 level"]);
    assert_counts("推动县政府投入资金360万元。", &["资金 360万元 level"]);
    assert_counts("督促责任单位整改问题83个。", &["问题 83个 level"]);
    assert_counts("某贩毒案9名被告人获刑。", &["被告人 9名 level"]);
    assert_counts("围绕都市农业协商议政7次。", &["协商议政 7次 level"]);
    assert_counts("20个园区产值占比达80%。", &["园区 20个 level", "园区产值占比 80% share"]);
    assert_counts("清理规章，修改5件、废止2件。", &["修改 5件 level", "废止 2件 level"]);
}

#[test]
fn how_a_measure_moves_is_no_part_of_it() {
    assert_counts("群众满意率稳步提高到95%。", &["群众满意率 95% share"]);
    assert_counts("诉前羁押率稳定控制在25%以下。", &["诉前羁押率 控制在25%以下 share"]);
}

#[test]
fn how_many_days_more_or_less_there_were_is_a_change() {
    assert_counts(
        "优良天数330天，比上年多12天。",
        &["优良天数 330天 level", "优良天数 比上年多12天 change up year_on_year"],
    );
    assert_counts("降雨日同比少9天。", &["降雨日 同比少9天 change down year_on_year"]);
}

#[test]
fn whom_it_was_done_to_or_for_is_no_part_of_an_act() {
    assert_counts("对监委移送的犯罪嫌疑人提起公诉8人。", &["提起公诉 8人 level"]);
    assert_counts("对涉罪未成年人附条件不起诉23人。", &["附条件不起诉 23人 level"]);
    assert_counts("为国家挽回经济损失8亿余元。", &["挽回经济损失 8亿余元 level"]);
    assert_counts("帮助4家困境企业渡过难关。", &["困境企业 4家 level"]);
    assert_counts("审议审计整改、国有资产等专项报告17项。", &["专项报告 17项 level"]);
}

#[test]
fn who_has_an_income_is_told_once_for_all() {
    assert_counts(
        "城镇、农村居民人均收入分别增长5%、7%。",
        &["城镇居民人均收入 增长5% change up", "农村居民人均收入 7% change up"],
    );
    assert_counts(
        "居民人均收入3万元，其中农村居民1.7万元。",
        &["居民人均收入 3万元 level", "农村居民人均收入 1.7万元 level"],
    );
    assert_counts(
        "事故起数、死亡人数降幅分别为31%和28%。",
        &["事故起数降幅 31% change down", "死亡人数降幅 28% change down"],
    );
}

#[test]
fn what_has_a_rank_is_what_moves_by_it() {
    assert_counts("工业增加值增速居全国第3位、提升5位。", &["工业增加值增速 提升5位 change up"]);
    assert_counts("7人主动投案、5人主动交代问题。", &["主动投案 7人 level", "主动交代问题 5人 level"]);
    assert_counts("审结非法吸收公众存款、集资诈骗案件26件。", &["非法吸收公众存款、集资诈骗案件 26件 level"]);
    assert_counts("出版文史资料3辑。", &["文史资料 3辑 level"]);
}

#[test]
fn how_far_things_have_come_is_told_of_the_same_things() {
    assert_counts(
        "签约项目52个，开工40个，竣工投产23个。",
        &["项目 52个 level", "项目开工 40个 level", "项目竣工投产 23个 level"],
    );
    assert_counts(
        "办结率、满意率分别提升3.1个、2.7个百分点。",
        &["办结率 提升3.1个 change up", "满意率 2.7个百分点 change up"],
    );
}

#[test]
fn what_a_sum_is_for_is_no_part_of_it() {
    assert_counts("整合涉农资金9亿元发展扶贫产业。", &["涉农资金 9亿元 level"]);
    assert_counts(
        "宣告2名公诉案件被告人和1名自诉案件被告人无罪。",
        &["公诉案件被告人 2名 level", "自诉案件被告人 1名 level"],
    );
}

#[test]
fn growth_that_reaches_more_is_a_change() {
    assert_counts("生产总值增长5%以上，力争达到6%。", &["生产总值 增长5%以上 change up", "生产总值 6% change up"]);
    assert_counts("城镇化率提高2%，达到65%。", &["城镇化率 提高2% change up", "城镇化率 65% share"]);
}

#[test]
fn what_is_counted_ends_before_what_is_done_with_it() {
    assert_counts("把12个联络点建到园区。", &["联络点 12个 level"]);
    assert_counts("把3公里臭水沟治理成景观河。", &["臭水沟 3公里 level"]);
    assert_counts("为3万名老人免费接种疫苗。", &["老人 3万名 level"]);
    assert_counts("引导5家困难企业重整。", &["困难企业 5家 level"]);
    assert_counts("对4部法规执行情况开展检查。", &["法规 4部 level"]);
    assert_counts("委员每人固定联系困难群众不少于3户。", &["困难群众 不少于3户 level"]);
    assert_counts("为其减免费用12万元。", &["费用 12万元 level"]);
}

#[test]
fn what_was_undergone_and_what_a_campaign_is_for_belong_to_the_measure() {
    assert_counts("恢复被毁草地30亩、被占湿地20亩。", &["被毁草地 30亩 level", "被占湿地 20亩 level"]);
    assert_counts("开展专项执行行动4次。", &["专项执行行动 4次 level"]);
    assert_counts("荣立一等功1次。", &["一等功 1次 level"]);
    assert_counts("不起诉12人，占审结总人数的8%。", &["不起诉 12人 level", "不起诉占审结总人数 8% share"]);
    assert_counts("开工亿元以上项目37个。", &["亿元以上项目 37个 level"]);
    assert_counts(
        "高新技术企业净增6家，总数达到80家。",
        &["高新技术企业净增 6家 level", "高新技术企业总数 80家 level"],
    );
}

#[test]
fn share_beside_an_earlier_one_is_compared_with_it() {
    assert_counts("女干部占比较2020年提高2个百分点。", &["女干部占比 较2020年提高2个百分点 change up cumulative"]);
}

#[test]
fn what_measures_are_for_belongs_to_their_name() {
    assert_counts("出台优化用水环境36条措施。", &["优化用水环境措施 36条 level"]);
    assert_counts("制定加强队伍管理五项措施。", &["加强队伍管理措施 五项 level"]);
}

#[test]
fn each_of_several_has_what_is_told_in_its_turn() {
    assert_counts("刑事检察、民事检察分别占71%、9%。", &["刑事检察 71% share", "民事检察 9% share"]);
    assert_counts("书记、县长分别督办重点提案2件、3件。", &["重点提案 2件 level", "重点提案 3件 level"]);
    assert_counts("新增国家级园区3家、省级2家。", &["新增国家级园区 3家 level", "新增省级园区 2家 level"]);
    assert_counts(
        "工业投资增长17%、民间投资增长9%，分别高于全省平均水平6.2个、3.1个百分点。",
        &[
            "工业投资 增长17% change up",
            "民间投资 增长9% change up",
            "工业投资 6.2个 level",
            "民间投资 3.1个百分点 level",
        ],
    );
    assert_counts(
        "幼儿园覆盖率、公办园幼儿占比分别达91%和58%。",
        &["幼儿园覆盖率 91% share", "公办园幼儿占比 58% share"],
    );
    assert_counts("分4批通报问题16起。", &["通报问题 4批 level", "通报问题 16起 level"]);
}

#[test]
fn with_whom_or_whose_it_is_stays_outside() {
    assert_counts("与下级负责人谈话30人次。", &["谈话 30人次 level"]);
    assert_counts("市政府将12座古桥纳入名录。", &["古桥 12座 level"]);
    assert_counts("全省法院结案率98%。", &["结案率 98% share"]);
    assert_counts("对无逮捕必要的不批捕46人。", &["不批捕 46人 level"]);
    assert_counts("组织明察暗访7轮次。", &["明察暗访 7轮次 level"]);
}

#[test]
fn where_someone_went_and_what_was_used_stay_outside_too() {
    assert_counts("先后赴市外考察7次。", &["考察 7次 level"]);
    assert_counts("深入企业走访20次。", &["走访 20次 level"]);
    assert_counts("联合税务、审计等部门抽查9轮。", &["抽查 9轮 level"]);
    assert_counts("运用“三本台账”约谈提醒120人次。", &["约谈提醒 120人次 level"]);
    assert_counts("为国家和集体挽回损失30万元。", &["挽回损失 30万元 level"]);
    assert_counts("盯住17个问题不放。", &["问题 17个 level"]);
    assert_counts("●粮食产量稳定在60亿斤以上。", &["粮食产量 60亿斤以上 level"]);
}

#[test]
fn what_moves_from_one_number_to_another_is_measured_twice() {
    assert_counts("服务对象由上年的420户增加到960户。", &["服务对象 420户 level", "服务对象 960户 level"]);
    assert_counts(
        "办复率、满意率分别为99%和97%，后者同比提高2个百分点。",
        &["办复率 99% share", "满意率 97% share", "满意率 同比提高2个百分点 change up year_on_year"],
    );
}

#[test]
fn sums_between_a_number_and_its_noun_count_nothing() {
    assert_counts("引进12个超亿元项目。", &["超亿元项目 12个 level"]);
    assert_counts("抓实34个过亿元项目。", &["过亿元项目 34个 level"]);
}

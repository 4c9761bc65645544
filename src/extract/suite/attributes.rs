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

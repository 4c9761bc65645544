//! Of what kind a promise is: target, task or orientation (settled cases 19, 27, 31). The words that tell stand in
//! heads.csv.

use crate::extract::CommitmentKind;
use crate::extract::grammar::{Form, Predicate};
use crate::recognise::{Mention, MentionKind};
use crate::rules::{Row, TokenKind, VerbClass};
use crate::text::Span;

use super::report::Report;

/// The kind of what `predicate` promises.
pub(super) fn of(report: &Report<'_>, predicate: &Predicate) -> CommitmentKind {
    if predicate.form == Form::Measure || predicate.is_benchmark {
        return CommitmentKind::Target;
    }
    let mut words =
        Words { report, predicate, chars: report.outline.reading.chars(), verb_head: None, object_head: None };
    words.verb_head = words.closing(predicate.verb);
    words.object_head = predicate.object.last().and_then(|&span| words.closing(span));
    if predicate.is_orientation || words.is_study() || words.is_showing() || words.is_attitude() || words.is_put_first()
    {
        return CommitmentKind::Orientation;
    }
    if words.reaches() || words.realises() || words.meets_benchmark() || words.adds_to_indicator() {
        return CommitmentKind::Target;
    }
    CommitmentKind::Task
}

/// A promise with its words.
struct Words<'a> {
    report: &'a Report<'a>,
    predicate: &'a Predicate,
    chars: &'a [char],
    /// The class of the head that closes the verb group, and of the one that closes the object.
    verb_head: Option<&'a str>,
    object_head: Option<&'a str>,
}

impl<'a> Words<'a> {
    /// The characters of the verb group.
    fn verb(&self) -> &'a [char] {
        &self.chars[self.predicate.verb.range()]
    }

    /// The rows of heads.csv whose words stand in `span`.
    fn heads(&self, span: Span) -> impl Iterator<Item = &'a Row> + use<'a> {
        let heads = &self.report.rules.heads;
        heads.hits_in(&self.chars[span.range()]).map(|hit| &heads.rows()[hit.row])
    }

    fn verb_holds(&self, class: &str) -> bool {
        self.heads(self.predicate.verb).any(|row| row.class == class)
    }

    fn object_holds(&self, class: &str) -> bool {
        self.predicate.object.iter().any(|&span| self.heads(span).any(|row| row.class == class))
    }

    /// The class of the head that closes `span`.
    fn closing(&self, span: Span) -> Option<&'a str> {
        self.report.rules.head_at_end(&self.chars[span.range()])
    }

    fn object_ends(&self, class: &str) -> bool {
        self.object_head == Some(class)
    }

    fn object_length(&self) -> usize {
        self.predicate.object.iter().map(|span| span.len()).sum()
    }

    fn has_number(&self) -> bool {
        self.report.has_number(&self.predicate.object)
    }

    /// 学习…精神, 落实…重要讲话精神, 贯彻党代会部署: study is an orientation.
    fn is_study(&self) -> bool {
        let of_party = |span: &Span| self.chars[span.range()].iter().any(|c| matches!(c, '委' | '会' | '党' | '央'));
        let orders = || self.object_ends("orders") && self.predicate.object.iter().any(of_party);
        (self.object_ends("spirit") || orders()) && self.verb_holds("study")
    }

    /// 聚焦…展现新成效, 在…上彰显担当, 开启…新征程.
    fn is_showing(&self) -> bool {
        let predicate = self.predicate;
        let short = self.object_length() <= 4;
        let new = predicate.object.first().is_some_and(|span| self.chars[span.start] == '新');
        self.object_ends("era")
            || short && (self.verb_holds("show") || predicate.topic.is_some() && new || self.is_on_ground())
    }

    /// 在为民服务上作表率; 在自愿的基础上签约 tells how, and 在抓落实上下功夫 is a task.
    fn is_on_ground(&self) -> bool {
        let ground = self.predicate.ground.map(|ground| &self.chars[ground.range()]);
        let works = |span: &Span| self.chars[span.range()] == ['功', '夫'];
        ground.is_some_and(|ground| !ground.ends_with(&['基', '础'])) && !self.predicate.object.iter().any(works)
    }

    /// 增强…意识, 坚定…自信, 树立…理念.
    fn is_attitude(&self) -> bool {
        self.object_ends("mind") && self.verb_head == Some("instil")
            || self.verb().starts_with(&['坚', '定'])
            || self.verb().starts_with(&['坚', '持'])
    }

    /// 把…作为关键: what it is put as is the clause's last word, and no part of the object.
    fn is_put_first(&self) -> bool {
        matches!(self.verb(), ['作', '为'] | ['挺' | '放' | '摆', '在'] | ['置', '于'])
            && self.closing(self.predicate.clause) == Some("first")
    }

    /// 把…控制在5%, 推动…提高到9成, 推动…全覆盖.
    fn reaches(&self) -> bool {
        let predicate = self.predicate;
        let to = matches!(self.verb().last(), Some('到' | '至' | '在'));
        let disposes = || predicate.rule == "disposal" && self.report.has_number(&[predicate.clause]);
        let has_mention = || predicate.object.iter().any(|&span| !self.report.mentions_in(span).is_empty());
        let led = || self.report.reaches_value(&predicate.object) || self.cuts();
        let reduces = || self.verb_head == Some("reduce");
        // 确保填报率100%: a rate with its value closes what is made sure of
        let rated = || predicate.object.last().is_some_and(|&span| self.ends_in_rate(span));
        let comes_to = || predicate.object.iter().any(|&span| self.holds_end_value(span));
        // in this order: few predicates put something somewhere, and whether it is a number's is cheap to know
        disposes() && (to || self.verb_moves() || reduces())
            || predicate.is_clausal
                && (has_mention() && (led() || rated() || comes_to() || self.leads_indicator())
                    || self.object_holds("complete"))
            || reduces() && self.has_number()
    }

    /// 确保城镇新增就业5200人.
    fn leads_indicator(&self) -> bool {
        let adds = |span: &Span| self.chars[span.range()].windows(4).any(|words| words == ['新', '增', '就', '业']);
        self.has_number() && self.predicate.object.iter().any(adds)
    }

    /// 确保资源量恢复到12万吨.
    fn holds_end_value(&self, span: Span) -> bool {
        let counts = |mention: &&Mention| matches!(mention.kind, MentionKind::Quantity | MentionKind::Percent);
        let reached = |mention: &Mention| matches!(self.chars[..mention.span.start].last(), Some('到' | '至'));
        self.report.mentions_in(span).iter().filter(counts).any(reached)
    }

    fn ends_in_rate(&self, span: Span) -> bool {
        let mentions = self.report.mentions_in(span);
        let Some(last) = mentions.last().filter(|last| last.quantity.is_some() && last.span.end >= span.end) else {
            return false;
        };
        // 完成率在96%以上
        let before = &self.chars[span.start..last.span.start];
        let before = before.strip_suffix(&['在']).or_else(|| before.strip_suffix(&['达', '到'])).unwrap_or(before);
        self.chars[last.span.range()].contains(&'%') && matches!(before.last(), Some('率' | '度' | '比' | '重'))
    }

    /// 将低保标准提高5%.
    fn verb_moves(&self) -> bool {
        let entry = self.report.rules.syntax.get(self.verb());
        entry.is_some_and(|entry| matches!(entry.kind, TokenKind::Verb(VerbClass::Change, _)))
    }

    /// 推动会议再压减10%.
    fn cuts(&self) -> bool {
        self.object_holds("reduce") && self.has_number()
    }

    /// 实现产值2亿元, 完成投资3亿元, 实现全覆盖.
    fn realises(&self) -> bool {
        let reached = || self.closes_with_number() || self.object_holds("complete");
        let told = match self.verb() {
            ['实', '现', ..] | ['做', '到'] | ['达', '到' | '成'] => reached(),
            [.., '完', '成'] => self.object_holds("sum") && reached(),
            // 迈上200亿元台阶
            [.., '上'] => self.has_number() && self.object_holds("complete"),
            _ => false,
        };
        told || self.verb_head == Some("complete")
    }

    /// A number closes the object: 实现产值2亿元, but not 实现800所学校转型.
    fn closes_with_number(&self) -> bool {
        self.predicate.object.last().is_some_and(|span| {
            let last = self.report.mentions_in(*span).iter().rfind(|mention| mention.quantity.is_some());
            last.is_some_and(|mention| span.end.saturating_sub(mention.span.end) <= 2)
        })
    }

    /// 同步, 匹配 and their like, as the verb or at the end of what 保持 keeps: a benchmark without a value.
    fn meets_benchmark(&self) -> bool {
        let is_benchmark = |span: Span| self.report.rules.syntax.ends_in_benchmark(&self.chars[span.range()]);
        let relates = |span: &Span| self.chars[span.range()].iter().any(|c| matches!(c, '与' | '同' | '和'));
        // a verb of one word has said so itself
        self.verb().len() > 2 && is_benchmark(self.predicate.verb)
            || self.predicate.object.last().is_some_and(|&span| is_benchmark(span))
                && self.predicate.object.iter().any(relates)
    }

    /// 城镇新增就业1200万人: an indicator's noun behind 新增 (settled case 32); 新增托位2600个 is a task.
    fn adds_to_indicator(&self) -> bool {
        let number = || {
            self.predicate.object.iter().find_map(|&span| {
                let mention = self.report.mentions_in(span).iter().find(|mention| mention.quantity.is_some())?;
                Some(Span::new(span.start, mention.span.start))
            })
        };
        self.verb() == ['新', '增'] && number().is_some_and(|noun| self.closing(noun) == Some("indicator"))
    }
}

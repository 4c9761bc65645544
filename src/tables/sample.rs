//! A small report with a record of each sort, made by hand: what the tests of tables and files start from.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::Document;
use crate::extract::{
    Activity, ActorBasis, Commitment, CommitmentKind, Comparison, Count, CountKind, CountRole, DateBasis, Direction,
    DocumentFields, MentionRow, Modality, Records, RegionLevel, ReportKind, Voice,
};
use crate::intake::Source;
use crate::issue::{Finding, Severity};
use crate::recognise::{Bound, MentionKind, Quantity};
use crate::structure::{Role, Section, Segment, SegmentKind};
use crate::text::{Quote, Quotes, Reading, SourceText, Span};

/// What the report says. Offsets below are found by their words.
pub const TEXT: &str = "一、回顾\n召开会议5次，同比增长25%。\n二、建议\n- 力争新建学校9356.7亿元左右。\n";

/// The report, as a file of that name and sha256 (at least 12 hex digits).
pub fn report(name: &str, sha256: &str) -> Document {
    let source = Source {
        name: name.into(),
        sha256: sha256.into(),
        bytes: TEXT.len() as u64,
        format: "text",
        encoding: "UTF-8".into(),
        line_ending: "lf",
        ..Source::default()
    };
    Document { source, text: SourceText::new(TEXT), records: records(), duplicate_of: None }
}

/// The span of the first `words` in [`TEXT`].
pub fn span(words: &str) -> Span {
    let start = TEXT.split(words).next().unwrap_or_default().chars().count();
    Span::new(start, start + words.chars().count())
}

fn day(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month, day)
}

fn records() -> Records {
    let fields = DocumentFields {
        title: "=工作报告, “草案”".into(),
        report_kind: ReportKind::Cppcc,
        organ: "市政协".into(),
        region: "临江市".into(),
        region_level: Some(RegionLevel::Prefecture),
        term: Some(14),
        report_date: day(2023, 1, 3),
        report_date_basis: Some(DateBasis::Inferred),
        review_start: Some(2022),
        ..DocumentFields::default()
    };
    let finding = Finding {
        code: "odd-heading",
        severity: Severity::Warning,
        message: "expected a heading of several words, found “二、建议”; look at it".into(),
        span: Some(span("二、建议")),
    };
    let mut quotes = Quotes::default();
    let mut reading = Reading::default();
    reading.extend(SourceText::new(TEXT).chars(), 0);
    let mut quote = |words: &str| quotes.quote(&[span(words)], &reading);
    let (activities, commitments) = (vec![activity(&mut quote)], vec![commitment(&mut quote)]);
    Records {
        fields,
        sections: sections(),
        themes: vec!["回顾".into(), "建议".into()],
        quotes,
        segments: segments(),
        activities,
        counts: counts(),
        commitments,
        mentions: mentions(),
        findings: vec![finding],
    }
}

fn sections() -> Vec<Section> {
    let section = |heading: &str, role, from: &str, to: &str| Section {
        parent: None,
        level: 1,
        role,
        heading: heading.into(),
        heading_span: span(heading),
        span: Span::new(span(from).start, span(to).end),
        rule: "heading-word",
    };
    vec![section("一、回顾", Role::Review, "一、", "25%。\n"), section("二、建议", Role::Plan, "二、", "左右。\n")]
}

fn segments() -> Vec<Segment> {
    let segment = |kind, section, words: &str| Segment { kind, section, span: span(words), rule: "line" };
    vec![
        segment(SegmentKind::Heading, 0, "一、回顾\n"),
        segment(SegmentKind::Paragraph, 0, "召开会议5次，同比增长25%。\n"),
        segment(SegmentKind::Heading, 1, "二、建议\n"),
        segment(SegmentKind::ListItem, 1, "- 力争新建学校9356.7亿元左右。\n"),
    ]
}

fn activity(quote: &mut impl FnMut(&str) -> Quote) -> Activity {
    Activity {
        span: span("召开会议5次"),
        section: 0,
        actor: Quote::default(),
        actor_basis: ActorBasis::Default,
        verb: quote("召开"),
        verb_span: span("召开"),
        object: quote("会议5次"),
        topic: Quote::default(),
        target: Quote::default(),
        voice: Voice::Active,
        period_start: day(2022, 1, 1),
        period_end: day(2022, 12, 31),
        rule: "verb-object",
        needs_review: false,
    }
}

fn exact(number: Decimal, unit: &str) -> Quantity {
    Quantity { value: Some(number), low: Some(number), high: Some(number), bound: Bound::Exact, unit: unit.into() }
}

fn counts() -> Vec<Count> {
    let meetings = Count {
        span: span("5次"),
        section: 0,
        quantity: exact(Decimal::from(5), "次"),
        measure: "会议".into(),
        kind: CountKind::Level,
        direction: None,
        comparison: None,
        role: CountRole::Achieved,
        verb_start: Some(span("召开").start),
        base_count: None,
        part_of_count: None,
        rule: "classifier",
        needs_review: false,
    };
    let growth = Count {
        span: span("增长25%"),
        quantity: exact(Decimal::from(25), "%"),
        kind: CountKind::Change,
        direction: Some(Direction::Up),
        comparison: Some(Comparison::YearOnYear),
        verb_start: None,
        base_count: Some(span("5次").start),
        ..meetings.clone()
    };
    let money = Count {
        span: span("9356.7亿元左右"),
        section: 1,
        quantity: Quantity {
            value: Some(Decimal::from(935_670_000_000_u64)),
            bound: Bound::About,
            unit: "元".into(),
            ..Quantity::default()
        },
        measure: "学校".into(),
        role: CountRole::Target,
        verb_start: Some(span("新建").start),
        needs_review: true,
        ..meetings.clone()
    };
    vec![meetings, growth, money]
}

fn commitment(quote: &mut impl FnMut(&str) -> Quote) -> Commitment {
    Commitment {
        span: span("- 力争新建学校9356.7亿元左右"),
        section: 1,
        kind: CommitmentKind::Task,
        theme: Quote::default(),
        actor: Quote::default(),
        actor_basis: ActorBasis::Default,
        verb: quote("新建"),
        verb_span: span("新建"),
        object: quote("学校"),
        target: Quote::default(),
        first_count: Some(span("9356.7").start),
        modality: Modality::Strive,
        horizon_start: None,
        horizon_end: day(2023, 12, 31),
        rule: "verb-object",
        needs_review: false,
    }
}

fn mentions() -> Vec<MentionRow> {
    let mention = |kind, words: &str, quantity, count, reason| MentionRow {
        span: span(words),
        section: 0,
        kind,
        quantity,
        period_start: None,
        period_end: None,
        count,
        reason,
    };
    vec![
        mention(MentionKind::Ordinal, "一、", None, None, "heading number"),
        mention(MentionKind::Quantity, "5次", Some(exact(Decimal::from(5), "次")), Some(span("5次").start), ""),
        mention(MentionKind::Number, "5", Some(exact(Decimal::from(5), "")), None, "inside a quantity"),
    ]
}

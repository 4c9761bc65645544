//! The records of one report, in source offsets, as the tables publish them (codebook, "Counts", "Activities",
//! "Commitments", "Documents").

use chrono::NaiveDate;

use crate::issue::Finding;
use crate::recognise::{MentionKind, Quantity};
use crate::structure::{Section, Segment};
use crate::text::{Quote, Quotes, Span, vocabulary};

/// Whose report it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum ReportKind {
    Cppcc,
    Government,
    Congress,
    Court,
    Procuratorate,
    Party,
    Discipline,
    Budget,
    Plan,
    #[default]
    Other,
}

vocabulary!(ReportKind {
    Cppcc => "cppcc", Government => "government", Congress => "congress", Court => "court",
    Procuratorate => "procuratorate", Party => "party", Discipline => "discipline", Budget => "budget",
    Plan => "plan", Other => "other",
});

/// The rung of a region.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RegionLevel {
    National,
    Province,
    Prefecture,
    County,
    Township,
}

vocabulary!(RegionLevel {
    National => "national", Province => "province", Prefecture => "prefecture", County => "county",
    Township => "township",
});

/// Where a date or field came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DateBasis {
    /// The text says it in full.
    Stated,
    /// Concluded from other words of the text.
    Inferred,
    /// Given beside the report, in a sidecar or a column.
    Given,
}

vocabulary!(DateBasis { Stated => "stated", Inferred => "inferred", Given => "given" });

/// The fields of documents.csv that are read from the text. Empty where the text does not tell.
#[derive(Clone, Debug, Default)]
pub struct DocumentFields {
    pub title: String,
    pub report_kind: ReportKind,
    pub report_kind_basis: Option<DateBasis>,
    pub organ: String,
    pub organ_basis: Option<DateBasis>,
    pub region: String,
    pub region_code: String,
    pub region_level: Option<RegionLevel>,
    /// Of name, code and rung.
    pub region_basis: Option<DateBasis>,
    /// 第N届 of the reporting body.
    pub term: Option<u32>,
    /// 第N届 and 第M次 of the meeting it was given to.
    pub session_term: Option<u32>,
    pub session_meeting: Option<u32>,
    pub reporter: String,
    pub report_date: Option<NaiveDate>,
    pub report_date_basis: Option<DateBasis>,
    pub review_start: Option<i32>,
    pub review_end: Option<i32>,
    pub review_basis: Option<DateBasis>,
    pub plan_start: Option<i32>,
    pub plan_end: Option<i32>,
    pub plan_basis: Option<DateBasis>,
}

/// Where the actor of a row comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum ActorBasis {
    Stated,
    Inherited,
    #[default]
    Default,
}

vocabulary!(ActorBasis { Stated => "stated", Inherited => "inherited", Default => "default" });

/// Active or passive.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Voice {
    #[default]
    Active,
    Passive,
}

vocabulary!(Voice { Active => "active", Passive => "passive" });

/// One thing done.
#[derive(Clone, Debug)]
pub struct Activity {
    /// The clause, in the source.
    pub span: Span,
    /// Index into the outline's sections.
    pub section: usize,
    /// Empty where it is the reporting body.
    pub actor: Quote,
    pub actor_basis: ActorBasis,
    pub verb: Quote,
    /// The verb group, in the source.
    pub verb_span: Span,
    pub object: Quote,
    pub topic: Quote,
    pub target: Quote,
    pub voice: Voice,
    pub period_start: Option<NaiveDate>,
    pub period_end: Option<NaiveDate>,
    pub rule: &'static str,
    pub needs_review: bool,
}

/// How a measure stands to its number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum CountKind {
    #[default]
    Level,
    Change,
    Share,
}

vocabulary!(CountKind { Level => "level", Change => "change", Share => "share" });

/// Which way a change goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Direction {
    Up,
    Down,
}

vocabulary!(Direction { Up => "up", Down => "down" });

/// What a change is measured against.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Comparison {
    YearOnYear,
    AnnualAverage,
    Cumulative,
}

vocabulary!(Comparison { YearOnYear => "year_on_year", AnnualAverage => "annual_average", Cumulative => "cumulative" });

/// Whether a count was reached or is aimed at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum CountRole {
    #[default]
    Achieved,
    Target,
}

vocabulary!(CountRole { Achieved => "achieved", Target => "target" });

/// One stated quantity.
#[derive(Clone, Debug)]
pub struct Count {
    /// The quantity with its qualifier, in the source.
    pub span: Span,
    pub section: usize,
    pub quantity: Quantity,
    pub measure: String,
    pub kind: CountKind,
    pub direction: Option<Direction>,
    pub comparison: Option<Comparison>,
    pub role: CountRole,
    /// `verb_span.start` of the activity or commitment whose clause states it: the key of the join that links them.
    pub verb_start: Option<usize>,
    /// Start of the count that this one changes.
    pub base_count: Option<usize>,
    /// Start of the count that this one is a part of.
    pub part_of_count: Option<usize>,
    pub rule: &'static str,
    pub needs_review: bool,
}

/// What sort of promise it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum CommitmentKind {
    Target,
    #[default]
    Task,
    Orientation,
}

vocabulary!(CommitmentKind { Target => "target", Task => "task", Orientation => "orientation" });

/// How firmly it is promised.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Modality {
    #[default]
    Will,
    Strive,
    Must,
    Suggest,
}

vocabulary!(Modality { Will => "will", Strive => "strive", Must => "must", Suggest => "suggest" });

/// One promise.
#[derive(Clone, Debug)]
pub struct Commitment {
    pub span: Span,
    pub section: usize,
    pub kind: CommitmentKind,
    /// The topic, or X of 在X上; empty where the heading that it stands under is the theme.
    pub theme: Quote,
    /// Empty where it is the reporting body.
    pub actor: Quote,
    pub actor_basis: ActorBasis,
    pub verb: Quote,
    pub verb_span: Span,
    pub object: Quote,
    pub target: Quote,
    /// Start of the count that is its first numeric target, which gives it its measure, value and unit.
    pub first_count: Option<usize>,
    pub modality: Modality,
    pub horizon_start: Option<NaiveDate>,
    pub horizon_end: Option<NaiveDate>,
    pub rule: &'static str,
    pub needs_review: bool,
}

/// A mention as published: what was recognised, and what used it or why nothing did.
#[derive(Clone, Debug)]
pub struct MentionRow {
    pub span: Span,
    pub section: usize,
    pub kind: MentionKind,
    pub quantity: Option<Quantity>,
    pub period_start: Option<NaiveDate>,
    pub period_end: Option<NaiveDate>,
    /// Start of the count that used it.
    pub count: Option<usize>,
    /// Why it is no count.
    pub reason: &'static str,
}

/// Everything that one report gives.
#[derive(Clone, Debug, Default)]
pub struct Records {
    pub fields: DocumentFields,
    pub sections: Vec<Section>,
    /// Of each section, the words of its heading without the number.
    pub themes: Vec<String>,
    pub segments: Vec<Segment>,
    /// What the cells of activities and commitments quote.
    pub quotes: Quotes,
    pub activities: Vec<Activity>,
    pub counts: Vec<Count>,
    pub commitments: Vec<Commitment>,
    pub mentions: Vec<MentionRow>,
    pub findings: Vec<Finding>,
}

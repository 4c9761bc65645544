//! The types of mentions: what recognise finds and extraction reads.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::text::{Span, vocabulary};

/// What kind of thing was recognised.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MentionKind {
    /// A bare number.
    Number,
    /// A number with a unit or classifier.
    Quantity,
    /// A proportion (98.6%, 三成, 三分之一).
    Percent,
    /// 第三, 首批, a rank.
    Ordinal,
    /// A day, month or year.
    Date,
    /// A stretch of time that places an event (过去五年, “十四五”期间).
    Period,
    /// A length of time (3天, 5个工作日).
    Duration,
    /// 第十五届, 第一次会议, 十二届三次全会.
    Session,
    /// 〔2021〕5号.
    DocumentNumber,
    /// 成立70周年.
    Anniversary,
    /// A slogan or set phrase with a numeral (两个确立, 双碳).
    Slogan,
    /// A name in “” or 《》.
    Quoted,
    /// A name with a numeral that is not quoted (5G, 211工程, 三峡).
    Name,
    /// A numeral that counts nothing (一系列, 市县两级, 一方面).
    Structural,
    Region,
    Organ,
}

vocabulary!(MentionKind {
    Number => "number", Quantity => "quantity", Percent => "percent", Ordinal => "ordinal", Date => "date",
    Period => "period", Duration => "duration", Session => "session", DocumentNumber => "document_number",
    Anniversary => "anniversary", Slogan => "slogan", Quoted => "quoted", Name => "name",
    Structural => "structural", Region => "region", Organ => "organ",
});

/// How exact a quantity is (codebook, "Counts").
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Bound {
    #[default]
    Exact,
    About,
    Above,
    AtLeast,
    Below,
    AtMost,
    Range,
}

vocabulary!(Bound {
    Exact => "exact", About => "about", Above => "above", AtLeast => "at_least", Below => "below",
    AtMost => "at_most", Range => "range",
});

/// A number with what is known of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Quantity {
    /// The number with magnitude words multiplied out; none for a range or where only 几 or 数 is said.
    pub value: Option<Decimal>,
    pub low: Option<Decimal>,
    pub high: Option<Decimal>,
    pub bound: Bound,
    /// As written, without the magnitude, full-width letters and signs in ASCII; empty where none is said.
    pub unit: String,
}

/// One thing recognised.
#[derive(Clone, Debug)]
pub struct Mention {
    pub kind: MentionKind,
    /// In the reading text, with qualifiers (超过, 余, 左右).
    pub span: Span,
    /// The bare number and unit inside `span`, without qualifiers.
    pub core: Span,
    /// For numbers, quantities, percents and durations.
    pub quantity: Option<Quantity>,
    /// First and last day, for dates and periods that can be placed.
    pub period: Option<(NaiveDate, NaiveDate)>,
    /// Why it is no count, or the lexicon row that decided; a stable name.
    pub reason: &'static str,
}

impl Mention {
    /// A mention that counts nothing: what it is, where, and why.
    pub fn uncounted(kind: MentionKind, span: Span, reason: &'static str) -> Self {
        Self { kind, span, core: span, quantity: None, period: None, reason }
    }
}

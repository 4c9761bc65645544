//! Something that a person should look at. Below intake nothing fails: what is wrong with a text becomes a finding.

use crate::text::{Span, vocabulary};

/// How grave a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Severity {
    /// Worth knowing; nothing was lost.
    Info,
    /// Some rows may be wrong or missing.
    Warning,
    /// The input gave no rows.
    Error,
}

vocabulary!(Severity { Info => "info", Warning => "warning", Error => "error" });

/// One finding: a stable code, a sentence for people (what was expected, what was found, what to do) and where.
#[derive(Clone, Debug)]
pub struct Finding {
    /// Stable name in kebab-case, such as `repeated-body`.
    pub code: &'static str,
    pub severity: Severity,
    pub message: String,
    /// In the source text, where it has a place.
    pub span: Option<Span>,
}

//! The fields of a report that its front tells: whose it is, for which region, before whom, by whom, when, and of which
//! years. Read from titles, datelines, leads, name lines and the sentence that hands the report over; never from what a
//! report says of others. Empty where the text does not tell.

mod body;
mod clock;
mod date;
mod front;
mod kind;
mod news;
mod numeral;
mod office;
mod organ;
mod paper;
mod person;
mod place;
mod prospect;
mod region;
mod reporter;
mod session;
#[cfg(test)]
mod suite;
mod titled;
mod years;

use chrono::Datelike;

use crate::extract::{DocumentFields, ReportKind};
use crate::rules::Rules;
use crate::structure::Outline;
use crate::text::SourceText;

use front::Front;
use prospect::Prospect;

/// Reads the fields of a report. `name` is what its input is called: it may tell a date that the text leaves out.
pub fn fields(source: &SourceText, outline: &Outline, name: &str, rules: &Rules) -> DocumentFields {
    let front = Front::read(source, outline, name, rules);
    let place = place::place(&front, rules);
    let office = office::office(&front, &place, rules);
    let kind = kind::kind(&front, office.is_some(), rules);
    let session = session::session(&front, kind);
    let organ = organ::organ(&front, kind, &place, session, office, rules);
    let prospect = Prospect::of(outline);
    let met = session.filter(|_| place.national).and_then(session::national_year);
    let (date, basis) = date::date(&front, outline, &prospect, met).unzip();
    let region = region::region(&place, &organ, &front, outline, date.map(|date| date.year()), rules);
    let spans = years::years_of(&front, outline, &prospect, date);
    DocumentFields {
        title: front.title(rules),
        report_kind: kind,
        term: session::term(&organ)
            .or_else(|| (kind == ReportKind::Government).then(|| organ::government_term(&front, &place)).flatten()),
        organ,
        region: region.name,
        region_code: region.code,
        region_level: region.level,
        session_term: session.map(|session| session.0).or_else(|| session::congress(&front)),
        session_meeting: session.map(|session| session.1),
        reporter: reporter::reporter(&front, rules),
        report_date: date,
        report_date_basis: basis,
        review_start: spans.review.map(|span| span.0),
        review_end: spans.review.map(|span| span.1),
        plan_start: spans.plan.map(|span| span.0),
        plan_end: spans.plan.map(|span| span.1),
        ..DocumentFields::default()
    }
}

//! Document fields that were given beside a report, in a sidecar or a column: they overrule what its words say, and the
//! basis says so. A value that its column cannot hold is a finding, and the words of the report stand.

use std::collections::BTreeMap;
use std::str::FromStr;

use super::{DateBasis, DocumentFields, RegionLevel, ReportKind};
use crate::issue::{Finding, Severity};

/// The address of a report stands in its row as it is given.
const ADDRESS: &str = "url";

impl DocumentFields {
    /// Puts what was given, by column name of documents.csv, in the place of what was read.
    pub fn overrule(&mut self, given: &BTreeMap<String, String>) -> Vec<Finding> {
        given.iter().filter_map(|(column, value)| self.set(column, value.trim()).err()).collect()
    }

    fn set(&mut self, column: &str, value: &str) -> Result<(), Finding> {
        let basis = Some(DateBasis::Given);
        match column {
            "title" => value.clone_into(&mut self.title),
            "report_kind" => {
                self.report_kind = term(column, value, ReportKind::ALL, ReportKind::name)?;
                self.report_kind_basis = basis;
            }
            "organ" => (self.organ, self.organ_basis) = (value.to_owned(), basis),
            "region" => (self.region, self.region_basis) = (value.to_owned(), basis),
            "region_code" => (self.region_code, self.region_basis) = (value.to_owned(), basis),
            "region_level" => {
                self.region_level = Some(term(column, value, RegionLevel::ALL, RegionLevel::name)?);
                self.region_basis = basis;
            }
            "term" => self.term = Some(parsed(column, value, "a whole number")?),
            "session_term" => self.session_term = Some(parsed(column, value, "a whole number")?),
            "session_meeting" => self.session_meeting = Some(parsed(column, value, "a whole number")?),
            "reporter" => value.clone_into(&mut self.reporter),
            "report_date" => {
                self.report_date = Some(parsed(column, value, "a day such as 2023-01-03")?);
                self.report_date_basis = basis;
            }
            "review_start" => (self.review_start, self.review_basis) = (Some(year(column, value)?), basis),
            "review_end" => (self.review_end, self.review_basis) = (Some(year(column, value)?), basis),
            "plan_start" => (self.plan_start, self.plan_basis) = (Some(year(column, value)?), basis),
            "plan_end" => (self.plan_end, self.plan_basis) = (Some(year(column, value)?), basis),
            ADDRESS => (),
            _ => return Err(unknown(column)),
        }
        Ok(())
    }
}

fn term<T: Copy>(column: &str, value: &str, all: &[T], name: fn(T) -> &'static str) -> Result<T, Finding> {
    let names: Vec<&str> = all.iter().map(|&term| name(term)).collect();
    let found = all.iter().copied().find(|&term| name(term) == value);
    found.ok_or_else(|| unfit(column, value, &format!("one of {}", names.join(", "))))
}

fn year(column: &str, value: &str) -> Result<i32, Finding> {
    parsed(column, value, "a year such as 2023")
}

fn parsed<T: FromStr>(column: &str, value: &str, expected: &str) -> Result<T, Finding> {
    value.parse().map_err(|_| unfit(column, value, expected))
}

fn unfit(column: &str, value: &str, expected: &str) -> Finding {
    let message = format!(
        "expected {expected} for the given field {column}, found {value}; the words of the report stand until it is mended"
    );
    Finding { code: "given-field", severity: Severity::Warning, message, span: None }
}

fn unknown(column: &str) -> Finding {
    let message = format!(
        "expected a given field that is a column of documents.csv read from the text, found {column}; rename it or take \
         it away"
    );
    Finding { code: "given-field", severity: Severity::Warning, message, span: None }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn overruled(given: &[(&str, &str)]) -> (DocumentFields, Vec<String>) {
        let mut fields = DocumentFields { region: "临江市".into(), term: Some(3), ..DocumentFields::default() };
        let given = given.iter().map(|&(column, value)| (column.to_owned(), value.to_owned())).collect();
        let findings = fields.overrule(&given).into_iter().map(|finding| finding.message).collect();
        (fields, findings)
    }

    #[test]
    fn what_is_given_overrules_and_says_so() {
        let (fields, findings) = overruled(&[
            ("region", "云山县"),
            ("report_date", "2024-02-01"),
            ("report_kind", "court"),
            ("plan_end", " 2024 "),
            ("url", "https://example.org/1"),
        ]);
        assert!(findings.is_empty(), "{findings:?}");
        assert_eq!((fields.region.as_str(), fields.region_basis), ("云山县", Some(DateBasis::Given)));
        assert_eq!(fields.report_date, chrono::NaiveDate::from_ymd_opt(2024, 2, 1));
        assert_eq!((fields.report_kind, fields.report_kind_basis), (ReportKind::Court, Some(DateBasis::Given)));
        assert_eq!((fields.plan_end, fields.plan_basis), (Some(2024), Some(DateBasis::Given)));
        assert_eq!((fields.term, fields.organ_basis), (Some(3), None), "what was not given stays as read");
    }

    #[test]
    fn what_does_not_fit_is_told_and_changes_nothing() {
        let (fields, findings) =
            overruled(&[("term", "三"), ("report_kind", "法院"), ("report_date", "去年"), ("colour", "红")]);
        assert_eq!((fields.term, fields.report_date, fields.report_kind_basis), (Some(3), None, None));
        assert_eq!(findings.len(), 4);
        assert!(findings[0].contains("found colour"), "{findings:?}");
        assert!(findings[2].contains("expected one of cppcc, government,"), "{findings:?}");
    }
}

//! baobiao (报表) turns Chinese work reports (报告) into tables.

pub mod clean;
pub mod cli;
pub mod export;
pub mod extract;
pub mod intake;
pub mod issue;
pub mod recognise;
pub mod rules;
pub mod run;
pub mod structure;
pub mod tables;
pub mod text;

use extract::Records;
use intake::Source;
use rules::Rules;
use text::SourceText;

/// One report with everything that was read from it.
#[derive(Clone, Debug, Default)]
pub struct Document {
    /// Where it came from. Its text has moved to `text`.
    pub source: Source,
    pub text: SourceText,
    pub records: Records,
    /// The id of the document that has the same bytes or the same text and is published in its stead.
    pub duplicate_of: Option<String>,
}

/// The whole flow for one report: source text in, records out. It does not fail: what is wrong with a text is a finding.
pub fn process(mut source: Source, rules: &Rules) -> Document {
    let text = SourceText::new(&std::mem::take(&mut source.text));
    let outline = structure::outline(&text, rules);
    let mentions = recognise::mentions(&outline.reading, rules);
    let mut fields = extract::fields(&text, &outline, &source.name, rules);
    let given = fields.overrule(&source.given);
    let mut records = extract::rows(&text, &outline, &mentions, &fields, rules);
    records.fields = fields;
    records.findings = outline.findings;
    records.findings.extend(given);
    records.sections = outline.sections;
    records.segments = outline.segments;
    Document { source, text, records, duplicate_of: None }
}

//! baobiao (报表) turns Chinese work reports (报告) into tables.
//!
//! ```text
//! bytes ─ intake ─> Source ─ structure ─> Outline ─ recognise ─> Mentions ─ extract ─> Records ─ tables ─> frames ─ export ─> files
//! ```
//!
//! [`process`] is the flow for one report and reads from top to bottom; [`run`](run::run) wraps it for a folder:
//! discover → process each → tables → check → publish. Below intake nothing fails: what is wrong with a text is a
//! [`Finding`](issue::Finding) with its place.
//!
//! # Where things are
//!
//! A module depends on those below it in this list alone.
//!
//! | module | owns |
//! |---|---|
//! | [`cli`] | the commands and their help, the options, exit codes |
//! | [`run`] | one run over a folder: all cores, staging and publishing, manifest, lock, drift guard |
//! | [`export`] | one small file a format: tables to CSV, Parquet, `datapackage.json` |
//! | [`tables`] | `schema`, THE definition of every table and column; frames, links, checks |
//! | [`extract`] | records: document fields, activities, counts, commitments |
//! | [`recognise`] | mentions: numbers with units, dates, periods, slogans, quoted names |
//! | [`structure`] | headings, sections, roles, passages |
//! | [`clean`] | what each line is: noise, furniture, paragraphs joined over breaks |
//! | [`intake`] | files to source texts: discover, decode, one file a format |
//! | [`rules`] | DATA: one CSV a lexicon, and the loader |
//! | [`text`] | spans, source text, reading text: the ground that all stand on |
//!
//! A wrong row is most often mended by a line in `src/rules/`. What a row is, a column's description says (`baobiao
//! schema`); what a file decides, its first lines say.
//!
//! # Invariants
//!
//! Each has a test that could fail, in `tests/it/invariants.rs`, `tests/it/cli.rs` or beside the code.
//!
//! 1. **Nothing is lost.** The segments tile the source text: put together they are the source text.
//! 2. **Grounded.** For every row `source[start..end]` is the text that it quotes. Offsets are Unicode scalar values,
//!    half-open.
//! 3. **No number vanishes.** Every numeral outside noise ends as a count, or as a mention with the reason why it is
//!    none, or as an issue.
//! 4. **Nothing is invented.** Unknown is empty. What is inferred says so in a `_basis` column.
//! 5. **Deterministic.** The same inputs, rules and version give byte-identical tables, on any number of threads. No
//!    clock, no random ids, no hash order: times live in the manifest alone (`clippy.toml` refuses the rest).
//! 6. **Isolated.** One bad input is one failed entry; every other input is still published.
//! 7. **All or nothing.** A reader sees the old complete set or the new complete set, also if the machine loses power
//!    in between.
//! 8. **Keys hold.** Primary keys are unique, foreign keys resolve, closed vocabularies are closed: checked before
//!    anything is published.

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

use std::borrow::Cow;

use extract::{Commitment, Records};
use intake::Source;
use rules::Rules;
use text::{Quote, SourceText, Span};

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

impl Document {
    /// The words of a row's cell, as the text writes them.
    pub fn words(&self, quote: Quote) -> Cow<'_, str> {
        self.records.quotes.words(quote, &self.text)
    }

    /// Who acts in a row: the words that it quotes, or the reporting body.
    pub fn actor(&self, actor: Quote) -> Cow<'_, str> {
        if actor.is_empty() { Cow::Borrowed(&self.records.fields.organ) } else { self.words(actor) }
    }

    /// What a commitment is about: the words that it quotes, or its heading's.
    pub fn theme(&self, commitment: &Commitment) -> Cow<'_, str> {
        match self.records.themes.get(commitment.section) {
            Some(theme) if commitment.theme.is_empty() => Cow::Borrowed(theme),
            _ => self.words(commitment.theme),
        }
    }
}

/// The whole flow for one report: source text in, records out. It does not fail: what is wrong with a text is a finding.
pub fn process(mut source: Source, rules: &Rules) -> Document {
    let text = SourceText::new(std::mem::take(&mut source.text));
    let outline = structure::outline(&text, rules);
    let mentions = recognise::mentions(&outline.reading, rules);
    let mut fields = extract::fields(&text, &outline, &source.name, rules);
    let given = fields.overrule(&source.given);
    let mut records = extract::rows(&text, &outline, &mentions, &fields, rules);
    records.fields = fields;
    records.findings = outline.findings;
    records.findings.extend(given);
    records.sections = outline.sections;
    quote_headings(&text, &mut records);
    records.segments = outline.segments;
    Document { source, text, records, duplicate_of: None }
}

/// Headings are published as the source writes them, wraps and the marks of Markdown aside; until here they were
/// folded, as rules read them.
fn quote_headings(text: &SourceText, records: &mut Records) {
    for section in records.sections.iter_mut().filter(|section| !section.heading_span.is_empty()) {
        let written = text.slice(section.heading_span);
        let words = written.trim_start_matches(['#', ' ']);
        let marks = written.len() - words.len();
        section.heading_span = Span::new(section.heading_span.start + marks, section.heading_span.end);
        section.heading = words.replace('\n', "");
    }
}

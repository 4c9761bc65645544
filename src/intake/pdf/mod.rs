//! PDF files with a text layer: words by their place on the page, put together into the paragraphs that were broken
//! into lines.
//!
//! Page numbers and running heads stay in the text, on lines of their own after the paragraph that they interrupt, so
//! that a sentence runs on over the page and nothing is lost.

mod isolated;
mod layout;
mod lengths;
mod paragraphs;

use std::io::Cursor;

use oxidize_pdf::parser::{ParseOptions, PdfDocument, PdfReader};
use oxidize_pdf::text::{ExtractionOptions, TextExtractor};
use serde::{Deserialize, Serialize};

pub use self::isolated::{CALL, serve};
use self::layout::Line;
use super::guard::fenced;
use super::plausible::plausibility;
use super::{Options, Refusal, Source};
use crate::issue::{Finding, Severity};

/// Fewer characters a page than this, page numbers aside, and the pages are pictures.
const THINNEST_PAGE: usize = 10;
/// Text less plausible than this has glyphs without characters.
const GARBLED: f64 = 0.1;

/// Reads the PDF in `bytes` into the text and findings of `source`.
///
/// # Errors
/// Where it is damaged, locked, scanned, or too large.
pub fn read_into(source: &mut Source, bytes: &[u8], options: &Options) -> Result<(), Refusal> {
    let Text { text, furniture_chars, page_count, failed } = isolated::read(bytes, options.max_bytes)?;
    let prose = text.chars().filter(|c| !c.is_whitespace()).count().saturating_sub(furniture_chars);
    if prose < THINNEST_PAGE * page_count.max(1) {
        let message = format!(
            "expected a PDF with a text layer, found {prose} characters on {page_count} pages, so it is scanned: \
             recognise its text (OCR) first"
        );
        return Err(Refusal::new("scanned", message));
    }
    if prose > 100 && plausibility(&text) < GARBLED {
        let message = "the PDF does not say which characters its glyphs are, so its text would be garbled: \
                       recognise its text (OCR), or get the report as .docx or .html";
        return Err(Refusal::new("garbled", message));
    }
    if !failed.is_empty() {
        let message = format!("pages {} of the PDF could not be read: compare with the file", failed.join(", "));
        source.findings.push(Finding { code: "pages-unreadable", severity: Severity::Warning, message, span: None });
    }
    source.line_ending = "none";
    source.replacement_chars = text.chars().filter(|&c| c == char::REPLACEMENT_CHARACTER).count();
    source.text = text;
    Ok(())
}

/// What was read from the pages of a PDF.
#[derive(Serialize, Deserialize)]
struct Text {
    text: String,
    /// Characters of page numbers and running heads.
    furniture_chars: usize,
    page_count: usize,
    /// Numbers of the pages that could not be read.
    failed: Vec<String>,
}

/// Reads the PDF in `bytes` in this process.
fn read(bytes: &[u8], max_bytes: u64) -> Result<Text, Refusal> {
    if let Some(length) = lengths::impossible(bytes) {
        let message = format!(
            "expected a stream within the PDF's {} bytes, found one of {length}: open it and save or print it as PDF again",
            bytes.len()
        );
        return Err(Refusal::new("damaged", message));
    }
    let pages = fenced("PDF", || pages(bytes, max_bytes))?;
    let page_count = pages.lines.len();
    let paragraphs = paragraphs::join(pages.lines);
    let (text, furniture_chars) = (paragraphs.text, paragraphs.furniture_chars);
    Ok(Text { text, furniture_chars, page_count, failed: pages.failed })
}

/// The lines of each page, and the numbers of pages that could not be read.
struct Pages {
    lines: Vec<Vec<Line>>,
    failed: Vec<String>,
}

fn pages(bytes: &[u8], max_bytes: u64) -> Result<Pages, Refusal> {
    let damaged = |error: &dyn std::fmt::Display| {
        Refusal::new("damaged", format!("the PDF is damaged ({error}): open it and save or print it as PDF again"))
    };
    let mut reader =
        PdfReader::new_with_options(Cursor::new(bytes), ParseOptions::tolerant()).map_err(|e| damaged(&e))?;
    if reader.is_encrypted() && !reader.try_empty_password().unwrap_or(false) {
        let message = "the PDF is locked by a password: open it and save it without one";
        return Err(Refusal::new("locked", message));
    }
    let document = PdfDocument::new(reader);
    let count = document.page_count().map_err(|e| damaged(&e))?;
    let mut pages = Pages { lines: Vec::new(), failed: Vec::new() };
    let mut left = usize::try_from(max_bytes).unwrap_or(usize::MAX);
    for index in 0..count {
        let mut extractor = TextExtractor::with_options(ExtractionOptions {
            preserve_layout: true,
            max_extracted_bytes: Some(left),
            ..ExtractionOptions::default()
        });
        match extractor.extract_from_page(&document, index) {
            Ok(page) if page.truncated => return Err(Refusal::too_large(max_bytes)),
            Ok(page) => {
                left = left.saturating_sub(page.text.len());
                pages.lines.push(layout::lines(&page.fragments));
            }
            Err(_) => pages.failed.push((index + 1).to_string()),
        }
    }
    if pages.lines.is_empty() {
        return Err(damaged(&"no page can be read"));
    }
    Ok(pages)
}

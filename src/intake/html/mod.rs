//! Web pages: the article, not the page.
//!
//! A readability measure finds where on the page the article is; its text is then taken from the page itself, from the
//! article's first line to its last, because such measures also throw away tables and headings. Where it finds no
//! article that holds the page's running text, the whole page is the text, and the noise stage sorts it.

mod article;
mod limits;
mod render;

use dom_query::Document;
use dom_smoothie::Readability;

pub use self::article::with_title;
pub use self::render::{Flow, fragment};
use super::guard::fenced;
use super::{Options, Refusal, Source, decode};
use crate::issue::{Finding, Severity};

/// Meta fields that government sites give, and what metadata calls them.
const META: [(&str, &str); 6] = [
    ("PubDate", "published"),
    ("ContentSource", "source"),
    ("SiteName", "site"),
    ("ColumnName", "column"),
    ("Author", "author"),
    ("Url", "url"),
];

/// What a page gives.
struct Page {
    text: String,
    is_whole: bool,
    metadata: Vec<(String, String)>,
}

/// Reads the page in `bytes` into the text, encoding and findings of `source`.
///
/// # Errors
/// Where it is no text, nested too deeply, or empty.
pub fn read_into(source: &mut Source, bytes: &[u8], options: &Options) -> Result<(), Refusal> {
    decode::markup_into(source, bytes, options)?;
    let html = std::mem::take(&mut source.text);
    page_into(source, html)
}

/// Whether a cell or an element holds HTML and not plain text.
pub fn is_markup(text: &str) -> bool {
    let text = text.to_ascii_lowercase();
    ["</p>", "<br>", "<br/>", "<br />", "</div>", "</td>", "</span>", "</h1>", "</h2>"]
        .iter()
        .any(|tag| text.contains(tag))
}

/// The text of HTML that is a report alone, without a page around it.
///
/// # Errors
/// Where it is nested too deeply.
pub fn cell(html: &str) -> Result<String, Refusal> {
    limits::check(html)?;
    fenced("HTML", || Ok(fragment(html)))
}

/// Reads a decoded page into `source`.
///
/// # Errors
/// Where it is nested too deeply, or empty.
pub fn page_into(source: &mut Source, html: String) -> Result<(), Refusal> {
    limits::check(&html)?;
    let page = fenced("page", move || page(html))?;
    if page.text.trim().is_empty() {
        let message = "expected a page with text, found none: it may need a browser to load it; save the page from \
                       there, or its text";
        return Err(Refusal::new("empty", message));
    }
    if page.is_whole {
        let message = "no article stood out on the page, so all of its text was read, menus included: look whether \
                       what is no report is labelled noise";
        let finding = Finding { code: "whole-page", severity: Severity::Info, message: message.to_owned(), span: None };
        source.findings.push(finding);
    }
    source.text = page.text;
    source.metadata.extend(page.metadata);
    Ok(())
}

fn page(html: String) -> Result<Page, Refusal> {
    let document = Document::from(html);
    let whole = render::text(&document.root());
    let (metadata, stated_title) = meta(&document);
    let found = Readability::with_document(document, None, None).and_then(|mut readable| readable.parse()).ok();
    let article = found.as_ref().map(|found| fragment(&found.content)).unwrap_or_default();
    let title = stated_title.or(found.map(|found| found.title)).unwrap_or_default();
    let cut = article::cut(&whole, &article, &title);
    let is_whole = cut.is_none();
    let text = article::with_title(cut.unwrap_or(&whole), &title);
    Ok(Page { text, is_whole, metadata })
}

/// What the page's head says of it: metadata, and the article's title.
fn meta(document: &Document) -> (Vec<(String, String)>, Option<String>) {
    let (mut metadata, mut title) = (Vec::new(), None);
    for tag in document.select("meta").nodes() {
        let (Some(name), Some(content)) = (tag.attr("name"), tag.attr("content")) else { continue };
        let content = content.trim();
        if content.is_empty() {
            continue;
        }
        if name.eq_ignore_ascii_case("ArticleTitle") {
            title = Some(content.to_owned());
        }
        if let Some((_, key)) = META.iter().find(|(field, _)| name.eq_ignore_ascii_case(field)) {
            metadata.push(((*key).to_owned(), content.to_owned()));
        }
    }
    (metadata, title)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PROSE: &str = "一年来，全县上下坚持稳中求进，扎实办好民生实事，各项工作取得新的进展，群众满意度稳步提高。";

    fn page_of(body: &str) -> String {
        format!(
            "<!DOCTYPE html><html><head><title>政府工作报告_青石县人民政府</title>\
             <meta name='PubDate' content='2024-01-20'><script>var a='菜单';</script></head><body>\
             <div class='nav'><ul><li><a href='/'>首页</a></li><li><a href='/news'>政务公开</a></li></ul></div>\
             {body}<div class='footer'>版权所有：青石县人民政府办公室</div></body></html>"
        )
    }

    fn read(html: &[u8]) -> Source {
        let mut source = Source::default();
        read_into(&mut source, html, &Options::default()).unwrap();
        source
    }

    #[test]
    fn the_article_is_taken_with_its_headings_and_tables() {
        let body = format!(
            "<div class='content'><h1>青石县政府工作报告</h1><div class='TRS_Editor'><p>{PROSE}</p><h2>一、工作回顾</h2>\
             <p>{PROSE}</p><p>{PROSE}</p><table><tr><td>收案</td><td>1036件</td></tr></table><h2>二、今年安排</h2>\
             <p>{PROSE}<br>{PROSE}</p></div></div>"
        );
        let source = read(page_of(&body).as_bytes());
        let expected = format!(
            "青石县政府工作报告\n{PROSE}\n一、工作回顾\n{PROSE}\n{PROSE}\n收案\t1036件\n二、今年安排\n{PROSE}\n{PROSE}\n"
        );
        assert_eq!(source.text, expected);
        assert_eq!(source.metadata["published"], "2024-01-20");
        assert!(source.findings.is_empty(), "{:?}", source.findings);
    }

    #[test]
    fn a_page_without_an_article_is_read_whole_and_told() {
        let source = read(page_of("<p>甲</p><p>乙</p>").as_bytes());
        assert!(source.text.contains("首页") && source.text.contains("甲\n乙\n"), "{}", source.text);
        assert_eq!(source.findings[0].code, "whole-page");
    }

    #[test]
    fn a_page_in_gbk_is_decoded() {
        let html = page_of(&format!("<div><p>{PROSE}</p><p>{PROSE}</p></div>"));
        let bytes = encoding_rs::GB18030.encode(&html).0.into_owned();
        let source = read(&bytes);
        assert_eq!(source.encoding, "gb18030");
        assert!(source.text.contains(PROSE));
    }

    #[test]
    fn a_page_that_is_only_script_is_empty() {
        let refusal = read_into(&mut Source::default(), b"<html><script>load()</script></html>", &Options::default());
        assert_eq!(refusal.unwrap_err().code, "empty");
    }
}

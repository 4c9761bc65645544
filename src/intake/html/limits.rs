//! What a page may ask of the parser: looked at before parsing, since a tree of markup takes many times its size in
//! memory, and unclosed elements make the parser slow.

use crate::intake::Refusal;

/// Elements on one page.
const MOST_TAGS: usize = 1 << 20;
/// Elements within elements.
const DEEPEST: usize = 1_000;

/// Elements that need no end tag, so that a missing one is no nesting.
const OPTIONAL_END: [&str; 32] = [
    "p", "li", "td", "th", "tr", "tbody", "thead", "tfoot", "dt", "dd", "option", "optgroup", "colgroup", "rt", "rp",
    "br", "hr", "img", "input", "meta", "link", "col", "area", "base", "wbr", "source", "track", "embed", "param",
    "html", "head", "body",
];

/// # Errors
/// Where the markup is too much, or nested too deeply.
pub fn check(html: &str) -> Result<(), Refusal> {
    let (mut tags, mut depth) = (0_usize, 0_usize);
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        let is_end = rest.starts_with('/');
        let name = name(rest.trim_start_matches('/'));
        if name.is_empty() {
            continue;
        }
        tags += 1;
        if OPTIONAL_END.iter().any(|optional| name.eq_ignore_ascii_case(optional)) {
            continue;
        }
        depth = if is_end { depth.saturating_sub(1) } else { depth + 1 };
        if depth > DEEPEST {
            return Err(refusal("elements nested", DEEPEST));
        }
        if tags > MOST_TAGS {
            return Err(refusal("elements in all", MOST_TAGS));
        }
    }
    Ok(())
}

fn name(tag: &str) -> &str {
    let end = tag.bytes().position(|byte| !byte.is_ascii_alphanumeric()).unwrap_or(tag.len());
    &tag[..end]
}

fn refusal(what: &str, most: usize) -> Refusal {
    let message = format!("expected a page with at most {most} {what}, found more: save its text instead");
    Refusal::new("too-deep", message)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn deep_and_endless_markup_is_refused() {
        assert!(check(&"<div>".repeat(1_001)).is_err());
        assert!(check(&"<div></div>".repeat(10_000)).is_ok());
        assert!(check(&"<P class=a>文<br>".repeat(10_000)).is_ok());
        assert!(check(&"<br>".repeat(MOST_TAGS + 1)).is_ok());
        assert!(check(&"<b></b>".repeat(MOST_TAGS)).is_err());
        assert!(check("a < b <").is_ok());
    }
}

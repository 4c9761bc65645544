//! From elements to lines: what a browser would show, without its looks.
//!
//! Blanks are folded as browsers fold them, but a line break in the source between two Chinese characters is no
//! blank. Numbers and bullets that a browser draws before list items become text.

use dom_query::{Document, NodeRef};

use crate::intake::lines::Lines;

/// Elements that show nothing, or controls.
const UNSHOWN: [&str; 18] = [
    "head", "script", "style", "noscript", "template", "iframe", "svg", "math", "select", "button", "textarea",
    "object", "audio", "video", "canvas", "datalist", "rt", "rp",
];

/// Elements that begin and end a line.
const BLOCKS: [&str; 40] = [
    "p",
    "div",
    "section",
    "article",
    "header",
    "footer",
    "main",
    "aside",
    "nav",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "ul",
    "ol",
    "li",
    "dl",
    "dt",
    "dd",
    "blockquote",
    "pre",
    "table",
    "caption",
    "form",
    "fieldset",
    "address",
    "figure",
    "figcaption",
    "hr",
    "center",
    "body",
    "html",
    "details",
    "summary",
    "dir",
    "menu",
    "legend",
    "hgroup",
];

/// The text of a piece of HTML.
pub fn fragment(html: &str) -> String {
    text(&Document::fragment(html).root())
}

/// The text below `root`, one block a line.
pub fn text(root: &NodeRef) -> String {
    let mut page = Rendering::default();
    let mut next = root.first_child();
    let mut open: Vec<NodeRef> = Vec::new();
    loop {
        match next {
            Some(node) => {
                let is_entered = page.enter(&node);
                let child = node.first_child().filter(|_| is_entered);
                if child.is_some() {
                    open.push(node);
                    next = child;
                } else {
                    if is_entered {
                        page.leave(&node);
                    }
                    next = node.next_sibling();
                }
            }
            None => {
                let Some(node) = open.pop() else { break };
                page.leave(&node);
                next = node.next_sibling();
            }
        }
    }
    page.flow.finish()
}

/// Running text that becomes lines, with its blanks folded.
#[derive(Default)]
pub struct Flow {
    lines: Lines,
    /// A blank waits, and whether it came with a line break.
    blank: Option<bool>,
}

impl Flow {
    /// Adds text to the line that is open.
    pub fn push(&mut self, text: &str) {
        for part in text.split_inclusive(is_foldable) {
            let word = part.trim_end_matches(is_foldable);
            if !word.is_empty() {
                self.put_blank(word);
                self.lines.push(word);
            }
            if word.len() < part.len() {
                self.blank = Some(self.blank.unwrap_or(false) || part.ends_with(['\n', '\r']));
            }
        }
    }

    /// Writes the blank that waits before `word`, where one is due.
    fn put_blank(&mut self, word: &str) {
        let Some(was_break) = self.blank.take() else { return };
        let at_start = self.lines.last().is_none_or(|c| c.is_whitespace());
        let ends_han = self.lines.last().is_some_and(|c| !c.is_ascii());
        let meets_han = word.starts_with(|c: char| !c.is_ascii());
        if !at_start && !(was_break && (ends_han || meets_han)) {
            self.lines.push(" ");
        }
    }

    pub fn break_line(&mut self) {
        self.blank = None;
        self.lines.end_line();
    }

    pub fn open_row(&mut self) {
        self.lines.open_row();
    }

    pub fn close_row(&mut self) {
        self.lines.close_row();
    }

    pub fn open_cell(&mut self) {
        self.lines.open_cell();
    }

    pub fn close_cell(&mut self) {
        self.blank = None;
        self.lines.close_cell();
    }

    /// The text.
    pub fn finish(self) -> String {
        self.lines.finish()
    }
}

#[derive(Default)]
struct Rendering {
    flow: Flow,
    /// Within `pre`, blanks stand as they are.
    verbatim: usize,
    /// For each open list, the number of its next item, or none for bullets.
    lists: Vec<Option<u32>>,
}

impl Rendering {
    /// Whether what is inside is shown.
    fn enter(&mut self, node: &NodeRef) -> bool {
        if node.is_text() {
            self.push(&node.text());
            return false;
        }
        let Some(name) = node.node_name() else { return true };
        if UNSHOWN.contains(&&*name) || is_hidden(node) {
            return false;
        }
        if BLOCKS.contains(&&*name) {
            self.flow.break_line();
        }
        match &*name {
            "br" => self.flow.break_line(),
            "tr" => self.flow.open_row(),
            "td" | "th" => self.flow.open_cell(),
            "pre" => self.verbatim += 1,
            "ul" | "menu" | "dir" => self.lists.push(None),
            "ol" => self.lists.push(Some(node.attr("start").and_then(|start| start.parse().ok()).unwrap_or(1))),
            "li" => self.item(),
            _ => {}
        }
        true
    }

    fn leave(&mut self, node: &NodeRef) {
        let Some(name) = node.node_name() else { return };
        match &*name {
            "tr" => self.flow.close_row(),
            "td" | "th" => self.flow.close_cell(),
            "pre" => self.verbatim = self.verbatim.saturating_sub(1),
            "ul" | "ol" | "menu" | "dir" => {
                self.lists.pop();
            }
            _ => {}
        }
        if BLOCKS.contains(&&*name) {
            self.flow.break_line();
        }
    }

    fn item(&mut self) {
        match self.lists.last_mut() {
            Some(Some(number)) => {
                let label = format!("{number}. ");
                *number = number.saturating_add(1);
                self.flow.lines.push(&label);
            }
            Some(None) => self.flow.lines.push("• "),
            None => {}
        }
    }

    fn push(&mut self, text: &str) {
        if self.verbatim == 0 {
            return self.flow.push(text);
        }
        for line in text.split_inclusive('\n') {
            self.flow.lines.push(line.trim_end_matches('\n'));
            if line.ends_with('\n') {
                self.flow.lines.end_line();
            }
        }
    }
}

/// What HTML calls white space; an ideographic or no-break space is a character.
fn is_foldable(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{c}')
}

fn is_hidden(node: &NodeRef) -> bool {
    node.has_attr("hidden")
        || node.attr("style").is_some_and(|style| {
            let style: String = style.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_lowercase();
            style.contains("display:none") || style.contains("visibility:hidden")
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_are_lines_and_blanks_are_folded() {
        let cases = [
            ("<p>新建\n  学校</p><p> 3 所 </p>", "新建学校\n3 所\n"),
            ("甲<br>乙<br/><br>丙", "甲\n乙\n丙\n"),
            ("<b>new </b> <i>school</i>", "new school\n"),
            ("<p>　　首行&nbsp;缩进&emsp;&amp;&#12290;</p>", "　　首行\u{a0}缩进\u{2003}&。\n"),
            ("<p>甲<span style='DISPLAY: none'>暗</span><script>x</script><!-- 注 -->乙</p>", "甲乙\n"),
            ("<ol start=3><li>修路<li>治水</ol><ul><li>办学</ul>", "3. 修路\n4. 治水\n• 办学\n"),
            ("<pre>甲\n  乙</pre>丙", "甲\n  乙\n丙\n"),
            ("<div>甲<div>乙</div>丙</div>", "甲\n乙\n丙\n"),
            ("<p>甲<p>乙", "甲\n乙\n"),
            ("<ruby>报<rt>bào</rt></ruby>告", "报告\n"),
        ];
        for (html, expected) in cases {
            assert_eq!(fragment(html), expected, "{html}");
        }
    }

    #[test]
    fn tables_are_lines_also_within_tables() {
        let inner = "<table><tr><th>项目</th><th>件数</th></tr><tr><td>民事<br>案件</td><td> 12 </td></tr></table>";
        let expected = "项目\t件数\n民事案件\t12\n";
        assert_eq!(fragment(inner), expected);
        assert_eq!(fragment(&format!("<table><tr><td>{inner}</td></tr></table>")), expected);
    }
}

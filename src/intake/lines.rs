//! Text under construction: blocks become lines, and the cells of a table row stand on one line.
//!
//! Web pages and Word files use tables both for figures and for the layout of a whole page. A row of short cells is
//! written as one line with tabs between the cells; a row with one filled cell, or with cells that hold running text,
//! is layout, and its cells are written one below the other.

/// A cell with more lines than this holds running text.
const SHORT_CELL: usize = 3;

/// Collects text line by line.
#[derive(Debug, Default)]
pub struct Lines {
    out: String,
    rows: Vec<Row>,
}

#[derive(Debug, Default)]
struct Row {
    cells: Vec<String>,
    open: String,
}

impl Lines {
    /// Adds to the line that is open.
    pub fn push(&mut self, text: &str) {
        self.sink().push_str(text);
    }

    /// What the open line, or the open cell, ends with.
    pub fn last(&self) -> Option<char> {
        self.rows.last().map_or(&self.out, |row| &row.open).chars().next_back()
    }

    /// Ends the open line; an empty line is not begun.
    pub fn end_line(&mut self) {
        let sink = self.sink();
        sink.truncate(sink.trim_end_matches([' ', '\t', '\u{3000}', '\u{a0}']).len());
        if !sink.is_empty() && !sink.ends_with('\n') {
            sink.push('\n');
        }
    }

    pub fn open_row(&mut self) {
        self.end_line();
        self.rows.push(Row::default());
    }

    /// Begins a cell; what stood in the row before it is a cell of its own.
    pub fn open_cell(&mut self) {
        self.close_cell();
    }

    pub fn close_cell(&mut self) {
        if let Some(row) = self.rows.last_mut() {
            let cell = std::mem::take(&mut row.open);
            if !cell.trim().is_empty() {
                row.cells.push(cell);
            }
        }
    }

    pub fn close_row(&mut self) {
        self.close_cell();
        let Some(row) = self.rows.pop() else { return };
        let is_layout = row.cells.len() == 1 || row.cells.iter().any(|cell| cell.trim().lines().count() > SHORT_CELL);
        if is_layout {
            for cell in &row.cells {
                self.push(cell);
                self.end_line();
            }
        } else {
            let cells: Vec<String> = row.cells.iter().map(|cell| on_one_line(cell)).collect();
            self.push(&cells.join("\t"));
            self.end_line();
        }
    }

    /// The text, with every row closed.
    pub fn finish(mut self) -> String {
        while !self.rows.is_empty() {
            self.close_row();
        }
        self.end_line();
        self.out
    }

    fn sink(&mut self) -> &mut String {
        self.rows.last_mut().map_or(&mut self.out, |row| &mut row.open)
    }
}

/// The lines of a short cell put together, with a blank only between words of letters.
fn on_one_line(cell: &str) -> String {
    let mut line = String::with_capacity(cell.len());
    for part in cell.lines().map(str::trim).filter(|part| !part.is_empty()) {
        let meets_letter = part.starts_with(|c: char| c.is_ascii_alphanumeric());
        if meets_letter && line.ends_with(|c: char| c.is_ascii_alphanumeric()) {
            line.push(' ');
        }
        line.push_str(part);
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(lines: &mut Lines, cells: &[&str]) {
        lines.open_row();
        for cell in cells {
            lines.open_cell();
            lines.push(cell);
            lines.close_cell();
        }
        lines.close_row();
    }

    #[test]
    fn a_row_of_figures_is_one_line() {
        let mut lines = Lines::default();
        lines.push("附表 ");
        row(&mut lines, &["收案\n总数", "1036", "", "件"]);
        assert_eq!(lines.finish(), "附表\n收案总数\t1036\t件\n");
    }

    #[test]
    fn a_layout_table_keeps_its_paragraphs() {
        let mut lines = Lines::default();
        row(&mut lines, &["一、回顾\n一年来，稳步前行。\n"]);
        row(&mut lines, &["导航", "甲\n乙\n丙\n丁\n"]);
        assert_eq!(lines.finish(), "一、回顾\n一年来，稳步前行。\n导航\n甲\n乙\n丙\n丁\n");
    }

    #[test]
    fn rows_that_stay_open_are_not_lost() {
        let mut lines = Lines::default();
        lines.open_row();
        lines.open_cell();
        lines.push("外");
        row(&mut lines, &["内一", "内二"]);
        assert_eq!(lines.finish(), "外\n内一\t内二\n");
    }
}

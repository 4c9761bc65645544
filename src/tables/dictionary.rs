//! The data dictionary: the schema for people, as Markdown, and for programs, as JSON.

use serde_json::{Value, json as object};

use super::schema::{Column, TABLES, Table};

/// One Markdown section a table: its name, what a row is, and a line a column.
pub fn markdown() -> String {
    TABLES.iter().map(|table| table_markdown(table)).collect::<Vec<_>>().join("\n")
}

fn table_markdown(table: &Table) -> String {
    let mut page = format!("## {} ({})\n\n{}\n\n", table.name, table.zh, table.description);
    page.push_str(
        "| column | 中文 | type | unit | empty | key | description | example |\n|---|---|---|---|---|---|---|---|\n",
    );
    for column in table.columns {
        let cells = [
            format!("`{}`", column.name),
            column.zh.to_owned(),
            kind(column),
            column.unit.unwrap_or_default().to_owned(),
            if column.required { "no" } else { "yes" }.to_owned(),
            key(table, column),
            column.description.to_owned(),
            column.example.to_owned(),
        ];
        let cells = cells.map(|cell| cell.replace('|', "\\|"));
        page.push_str(&format!("| {} |\n", cells.join(" | ")));
    }
    page
}

fn kind(column: &Column) -> String {
    column.terms().map_or_else(|| column.kind.name().to_owned(), |terms| terms.join(", "))
}

fn key(table: &Table, column: &Column) -> String {
    if table.key().name == column.name {
        return "primary".to_owned();
    }
    column.references.map_or(String::new(), |target| format!("→ {target}"))
}

/// The same as JSON: `{"tables": [{"name", …, "columns": [{"name", "type", …}]}]}`.
pub fn json() -> Value {
    object!({ "tables": TABLES.iter().map(|table| table_json(table)).collect::<Vec<_>>() })
}

fn table_json(table: &Table) -> Value {
    object!({
        "name": table.name,
        "label": { "en": table.en, "zh": table.zh },
        "description": table.description,
        "primary_key": table.key().name,
        "columns": table.columns.iter().map(column_json).collect::<Vec<_>>(),
    })
}

fn column_json(column: &Column) -> Value {
    object!({
        "name": column.name,
        "type": column.kind.name(),
        "terms": column.terms(),
        "unit": column.unit,
        "required": column.required,
        "references": column.references,
        "label": { "en": column.en, "zh": column.zh },
        "description": column.description,
        "example": column.example,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_tells_each_column_in_a_line() {
        let page = markdown();
        assert!(page.contains("## counts (数量)\n\nOne row for each stated quantity of something"));
        assert!(page.contains("\n| `count_id` | 数量编号 | text |  | no | primary | cnt-, the document's digits"));
        assert!(page.contains("\n| `direction` | 变动方向 | up, down |  | yes |  | Which way a change goes | up |\n"));
        assert!(page.contains("\n| `base_count_id` | 基数编号 | text |  | yes | → counts |"));
        let columns: usize = TABLES.iter().map(|table| table.columns.len()).sum();
        assert_eq!(page.lines().filter(|line| line.starts_with("| `")).count(), columns);
        let cells = |line: &str| line.replace("\\|", "").matches('|').count();
        assert!(page.lines().filter(|line| line.starts_with('|')).all(|line| cells(line) == 9));
    }

    #[test]
    fn the_json_tells_the_same() {
        let tables = json();
        assert_eq!(tables["tables"].as_array().map(Vec::len), Some(TABLES.len()));
        let start = &tables["tables"][2]["columns"][5];
        assert_eq!(start["name"], "start");
        assert_eq!(
            (&start["type"], &start["unit"], &start["required"]),
            (&"integer".into(), &"characters".into(), &true.into())
        );
        assert_eq!(tables["tables"][3]["columns"][10]["terms"], object!(["active", "passive"]));
    }
}

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

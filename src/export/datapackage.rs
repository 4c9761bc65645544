//! `datapackage.json`: the published files told to programs, as a Frictionless Data Package: resources with fields,
//! types, keys and vocabularies, bytes and sha256. It holds no times, so that the same tables give the same file.

use std::io::Write;
use std::path::Path;

use anyhow::Result;
use serde_json::{Map, Value, json};

use super::output::Output;
use super::{Headers, Options, Written};
use crate::tables::schema::{Column, Kind, TABLES, Table};

const PATH: &str = "datapackage.json";
const DESCRIPTION: &str = "What bodies say in their work reports that they did, how much of it, and what they promise. Offsets count \
    Unicode characters of the source text. In CSV files, a text cell that a spreadsheet would run as a formula has a ' \
    before it.";

/// Writes `datapackage.json` about the files that were written.
pub fn write(folder: &Path, written: &[Written], options: &Options) -> Result<Written> {
    let mut output = Output::create(folder, PATH)?;
    serde_json::to_writer_pretty(&mut output, &package(written, options))?;
    output.write_all(b"\n")?;
    Ok(output.finish(None)?)
}

fn package(written: &[Written], options: &Options) -> Value {
    let resources: Vec<Value> = written.iter().filter_map(|file| resource(file, options)).collect();
    json!({
        "profile": "data-package",
        "name": "baobiao",
        "title": "Tables from Chinese work reports",
        "description": DESCRIPTION,
        "version": options.version,
        "rules_sha256": options.rules_fingerprint,
        "resources": resources,
    })
}

/// The resource of a table's file; none for a file of another sort.
fn resource(file: &Written, options: &Options) -> Option<Value> {
    let (_, name) = file.path.rsplit_once('/')?;
    let (name, format) = name.rsplit_once('.')?;
    let table = TABLES.iter().find(|table| table.name == name)?;
    let is_csv = format == "csv";
    let headers = if is_csv { options.headers } else { Headers::En };
    let mut resource = json!({
        "name": resource_name(name, is_csv),
        "path": file.path,
        "profile": if is_csv { "tabular-data-resource" } else { "data-resource" },
        "title": table.en,
        "description": table.description,
        "format": format,
        "mediatype": if is_csv { "text/csv" } else { "application/vnd.apache.parquet" },
        "bytes": file.bytes,
        "hash": format!("sha256:{}", file.sha256),
        "rows": file.rows,
        "schema": schema(table, headers, is_csv),
    });
    if is_csv {
        resource["encoding"] = "utf-8".into();
        resource["dialect"] = json!({ "delimiter": ",", "lineTerminator": "\r\n", "quoteChar": "\"" });
    }
    Some(resource)
}

/// A table stands in the package once a format.
fn resource_name(table: &str, is_csv: bool) -> String {
    if is_csv { table.to_owned() } else { format!("{table}-parquet") }
}

fn schema(table: &Table, headers: Headers, is_csv: bool) -> Value {
    let keys = table.references().filter_map(|(column, target)| {
        let key = headers.of(TABLES.iter().find(|table| table.name == target)?.key());
        // Table Schema refers to the table itself by an empty name.
        let resource = if target == table.name { String::new() } else { resource_name(target, is_csv) };
        Some(json!({
            "fields": headers.of(column),
            "reference": { "resource": resource, "fields": key },
        }))
    });
    json!({
        "fields": table.columns.iter().map(|column| field(table, column, headers)).collect::<Vec<_>>(),
        "primaryKey": headers.of(table.key()),
        "foreignKeys": keys.collect::<Vec<_>>(),
        "missingValues": [""],
    })
}

fn field(table: &Table, column: &Column, headers: Headers) -> Value {
    let mut constraints = Map::new();
    if column.required {
        constraints.insert("required".into(), true.into());
    }
    if table.key().name == column.name {
        constraints.insert("unique".into(), true.into());
    }
    if let Some(terms) = column.terms() {
        constraints.insert("enum".into(), terms.into());
    }
    let mut field = json!({
        "name": headers.of(column),
        "type": kind(column.kind),
        "title": match headers { Headers::En => column.en, Headers::Zh => column.name },
        "description": column.description,
        "example": column.example,
        "constraints": constraints,
    });
    if let Some(unit) = column.unit {
        field["unit"] = unit.into();
    }
    field
}

/// The type as Table Schema calls it.
fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Text | Kind::Term(_) => "string",
        Kind::Integer => "integer",
        Kind::Real => "number",
        Kind::Boolean => "boolean",
        Kind::Date => "date",
    }
}

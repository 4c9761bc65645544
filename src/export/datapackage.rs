//! `datapackage.json`: the published files told to programs, as a Frictionless Data Package: resources with fields,
//! types, keys and vocabularies, bytes and sha256. It holds no times, so that the same tables give the same file.

use std::io::Write;
use std::path::Path;

use anyhow::Result;
use serde_json::{Map, Value, json};

use super::output::Output;
use super::{Headers, Options, Written, table_of};
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
    let mut files: Vec<(&str, &'static Table, Vec<&Written>)> = Vec::new();
    for file in written {
        let Some((format, table)) = table_of(&file.path) else { continue };
        match files.iter_mut().find(|(found, of, _)| (*found, of.name) == (format, table.name)) {
            Some((.., parts)) => parts.push(file),
            None => files.push((format, table, vec![file])),
        }
    }
    let resources = files.iter().map(|(format, table, files)| resource(format, table, files, options));
    json!({
        "profile": "data-package",
        "name": "baobiao",
        "title": "Tables from Chinese work reports",
        "description": DESCRIPTION,
        "version": options.version,
        "rules_sha256": options.rules_fingerprint,
        "resources": resources.collect::<Vec<_>>(),
    })
}

/// The resource of a table in one format. One of several files lists them, each with its own bytes, hash and rows.
fn resource(format: &str, table: &Table, files: &[&Written], options: &Options) -> Value {
    let is_csv = format == "csv";
    let headers = if is_csv { options.headers } else { Headers::En };
    let mut resource = json!({
        "name": resource_name(table.name, is_csv),
        "path": files.iter().map(|file| &file.path).collect::<Vec<_>>(),
        "profile": if is_csv { "tabular-data-resource" } else { "data-resource" },
        "title": table.en,
        "description": table.description,
        "format": format,
        "mediatype": if is_csv { "text/csv" } else { "application/vnd.apache.parquet" },
        "bytes": files.iter().map(|file| file.bytes).sum::<u64>(),
        "rows": files.iter().filter_map(|file| file.rows).sum::<u64>(),
        "schema": schema(table, headers, is_csv),
    });
    match files {
        [file] => {
            resource["path"] = file.path.clone().into();
            resource["hash"] = hash(file).into();
        }
        parts => {
            let part = |file: &&Written| json!({ "path": file.path, "bytes": file.bytes, "hash": hash(file), "rows": file.rows });
            resource["parts"] = parts.iter().map(part).collect();
        }
    }
    if is_csv {
        resource["encoding"] = "utf-8".into();
        resource["dialect"] = json!({ "delimiter": ",", "lineTerminator": "\r\n", "quoteChar": "\"", "header": true });
    }
    resource
}

fn hash(file: &Written) -> String {
    format!("sha256:{}", file.sha256)
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

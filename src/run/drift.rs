//! The drift guard: a set that lost much against the last published one is not published until a person accepts it.
//! Nobody watches a nightly run, and a broken upload or a wrong rule must not replace good tables in silence.
//! The table of issues may shrink freely, and repeats may go: that is what mending does.

use std::collections::BTreeMap;

use super::counted;
use super::manifest::Manifest;

/// Share of a table's rows, in percent, that may go from one set to the next.
pub const MAX_DROP: f64 = 20.0;

/// Names of deleted inputs that are told.
const SHOWN: usize = 5;

/// Every loss of `new` against `last` that a person should accept first, as sentences.
pub fn losses(last: &Manifest, new: &Manifest, max_drop: f64) -> Vec<String> {
    let mut losses = fewer_rows(last, new, max_drop);
    losses.extend(emptied_columns(last, new));
    losses.extend(lost_documents(last, new));
    losses
}

/// What explains losses most often: inputs that were taken away.
pub fn cause(new: &Manifest) -> Option<String> {
    let deleted = &new.deleted;
    let names = deleted.iter().take(SHOWN).map(String::as_str).collect::<Vec<_>>().join(", ");
    let more = if deleted.len() > SHOWN { " …" } else { "" };
    (!deleted.is_empty())
        .then(|| format!("since then {} went away: {names}{more}", counted(deleted.len() as u64, "input")))
}

fn fewer_rows(last: &Manifest, new: &Manifest, max_drop: f64) -> Vec<String> {
    let rows = |manifest: &Manifest, table: &String| manifest.totals.rows.get(table).copied().unwrap_or(0);
    let tables = last.totals.rows.keys().filter(|table| *table != "issues");
    tables
        .filter_map(|table| {
            let (before, now) = (rows(last, table), rows(new, table));
            let drop = 100.0 * before.saturating_sub(now) as f64 / before.max(1) as f64;
            (drop > max_drop).then(|| format!("{table}: {before} rows before, {now} now, {drop:.0} % fewer"))
        })
        .collect()
}

fn emptied_columns(last: &Manifest, new: &Manifest) -> Vec<String> {
    let mut emptied = Vec::new();
    for (table, columns) in &last.filled {
        let has_rows = new.totals.rows.get(table).is_some_and(|&rows| rows > 0);
        let now = |column: &String| new.filled.get(table).and_then(|now| now.get(column)).copied().unwrap_or(0);
        let is_emptied =
            |column: &String, cells: u64| has_rows && cells > 0 && now(column) == 0 && column != "duplicate_of";
        for (column, &cells) in columns.iter().filter(|(column, cells)| is_emptied(column, **cells)) {
            emptied.push(format!("{table}.{column}: {} before, none now", counted(cells, "value")));
        }
    }
    emptied
}

/// Inputs that are still there and give fewer reports than they gave. Those that were taken away are meant to go.
fn lost_documents(last: &Manifest, new: &Manifest) -> Vec<String> {
    let now: BTreeMap<&str, usize> =
        new.inputs.iter().map(|input| (input.name.as_str(), input.documents.len())).collect();
    let lost = last.inputs.iter().filter_map(|input| {
        let documents = *now.get(input.name.as_str())?;
        let before = input.documents.len();
        let was = counted(before as u64, "report");
        (documents < before).then(|| format!("{}: {was} before, {documents} now", input.name))
    });
    lost.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::run::manifest::{DocumentEntry, Fate, InputEntry};

    fn manifest(counts: u64, documents: usize, filled: &[&str]) -> Manifest {
        let mut manifest = Manifest::default();
        manifest.totals.rows.insert("counts".to_owned(), counts);
        manifest.totals.rows.insert("issues".to_owned(), counts);
        manifest.filled.insert("counts".to_owned(), filled.iter().map(|&column| (column.to_owned(), 9)).collect());
        let document = DocumentEntry { doc_id: String::new(), name: String::new(), words: String::new(), first: None };
        let documents = vec![document; documents];
        manifest.inputs.push(InputEntry { documents, fate: Fate::Read, ..InputEntry::unread("a.txt") });
        manifest
    }

    #[test]
    fn rows_columns_and_documents_that_went_are_told() {
        let last = manifest(100, 2, &["unit", "value"]);
        assert!(losses(&last, &manifest(80, 2, &["unit", "value"]), MAX_DROP).is_empty(), "a fifth may go");
        let told = losses(&last, &manifest(79, 1, &["value"]), MAX_DROP);
        assert_eq!(told.len(), 3, "{told:?}");
        assert!(told[0].contains("100 rows before, 79 now"), "{told:?}");
        assert!(told[1].starts_with("counts.unit"), "{told:?}");
        assert!(told[2].contains("2 reports before, 1 now"), "{told:?}");
    }

    #[test]
    fn issues_and_repeats_may_go() {
        let last = manifest(100, 1, &["unit", "duplicate_of"]);
        let mut now = manifest(100, 1, &["unit"]);
        now.totals.rows.insert("issues".to_owned(), 0);
        assert!(losses(&last, &now, MAX_DROP).is_empty());
    }

    #[test]
    fn inputs_that_were_taken_away_are_no_lost_documents() {
        let mut now = manifest(100, 1, &["unit"]);
        now.inputs[0].name = "b.txt".to_owned();
        assert!(losses(&manifest(100, 1, &["unit"]), &now, MAX_DROP).is_empty());
        assert_eq!(cause(&now), None);
        now.deleted.push("a.txt".to_owned());
        assert_eq!(cause(&now).as_deref(), Some("since then 1 input went away: a.txt"));
    }
}

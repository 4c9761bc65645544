//! Rules are data: one CSV a lexicon beside this file, compiled in, and the loader.
//!
//! Every lexicon has the columns `id, term, class, example, expect, allows, note`, and may have more of its own.
//! `example` is a sentence of our own with the hit in 【】, `expect` its canonical value, `allows` a sentence where
//! the rule must stay silent. `--rules DIR` adds rows, or overrides them by id.

mod cut;
mod kind;
mod lexicon;
mod load;
mod rank;
mod regions;
mod syntax;
#[cfg(test)]
mod tests;
mod trie;

pub use cut::Cutter;
pub use kind::{AdverbClass, FrameClass, NounUse, Sort, TokenKind, VerbClass};
pub use lexicon::{Hit, Lexicon, Row};
pub use load::{Fault, Rules, SUFFIX};
pub use regions::{Region, Regions};
pub use syntax::{Entry, Syntax, Trait, Traits};

//! The grammar of predicates: from the words of a passage to its verbs with their objects, actors, topics and
//! targets (codebook, "Activities", "Commitments" and the settled cases 9 to 32).
//!
//! A passage is cut into [`token`]s along one trie ([`tokenise`]), words are settled by their neighbours ([`settle`]), and
//! tokens are cut into clauses ([`clause`]). In each clause the leading [`frame`]s and the [`subject`] are taken off and
//! the predicate is found ([`opening`], [`dual`], [`head`], [`framed`], by its [`weight`]; a [`statement`] has none). It
//! is joined to a verb [`group`], and what follows is parted into objects and further predicates ([`coordination`], which
//! [`lists`] do not open and [`means`] lead to). [`parse`] holds what one clause hands on to the next, [`proposal`] what
//! someone puts forward, [`around`] what the words beside a predicate tell of it.

mod actor;
mod around;
mod build;
mod clause;
mod coordination;
mod dual;
mod frame;
mod framed;
mod group;
mod head;
mod lists;
mod means;
mod opening;
mod parse;
mod predicate;
mod proposal;
mod settle;
mod single;
mod sorts;
mod statement;
mod subject;
mod token;
mod tokenise;
mod weight;

pub use actor::is_ours;
pub use clause::{Clause, clauses};
pub use parse::predicates;
pub use predicate::{Form, Predicate};
pub use settle::reaches_sum;
pub use token::{Token, TokenKind, Tokens};

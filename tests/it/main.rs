//! What a user sees: the program as it is run, and what it promises. One binary, since each one links all of polars.

mod accuracy;
mod cli;
mod committed;
mod config;
mod disk;
mod formats;
mod hostile;
mod incremental;
mod invariants;
mod kill;
mod numbers;
mod operate;
mod readme;
mod score;
mod split;
mod workspace;
mod zipped;

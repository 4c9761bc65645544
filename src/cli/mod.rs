//! The commands and their help. Arguments become options here, and a command's end becomes an exit code; what the
//! commands do is done elsewhere.

mod inspect;
mod log;
mod mentions;
mod options;
mod rules;
mod schema;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::intake;
use crate::run::{self, Exit, Stop};
use options::RunOptions;

/// Turns Chinese work reports (报告) into tables (报表): what a body did, how much of it, and what it promises next
#[derive(Parser)]
#[command(name = "baobiao", version, args_conflicts_with_subcommands = true, after_help = MORE)]
struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    run: RunOptions,
}

const MORE: &str = "\
Options of `run` can also be set in the environment: BAOBIAO_RAW, BAOBIAO_MAX_BYTES and so on.

Exit codes:
  0   done, also when there was nothing to do
  1   failed, nothing published
  2   wrong usage, configuration or rules
  3   published, but some inputs failed
  4   a check or the drift guard failed, not published
  75  another run holds the lock";

#[derive(Subcommand)]
enum Command {
    /// Read the reports in raw/ and write the tables to output/ (the default)
    Run(RunOptions),
    /// Show one report's outline and rows, with the quoted words highlighted
    Inspect {
        /// The report
        file: PathBuf,
        #[command(flatten)]
        reading: options::ReadOptions,
    },
    /// Read lines on standard input and write one JSON line each with its mentions
    Mentions {
        /// Folder of rule files that add to or override the built-in ones
        #[arg(long, value_name = "DIR")]
        rules: Option<PathBuf>,
    },
    /// Show the data dictionary: every table and column
    Schema {
        /// As JSON
        #[arg(long)]
        json: bool,
    },
    /// Work with rule files
    #[command(subcommand)]
    Rules(RulesCommand),
}

#[derive(Subcommand)]
enum RulesCommand {
    /// Tell every fault of the rule files and try every row's examples
    Check {
        /// Folder of rule files that add to or override the built-in ones
        #[arg(long, value_name = "DIR")]
        rules: Option<PathBuf>,
    },
}

/// Parses the command line, does what it says, tells why it ended early if it did, and gives the exit code.
pub fn main() -> ExitCode {
    if let Some(code) = intake::isolate() {
        return code;
    }
    let cli = Cli::parse();
    let exit = dispatch(cli).unwrap_or_else(|stop| {
        log::fatal(&stop);
        stop.exit
    });
    ExitCode::from(exit.code())
}

fn dispatch(cli: Cli) -> Result<Exit, Stop> {
    match cli.command.unwrap_or(Command::Run(cli.run)) {
        Command::Run(options) => {
            log::start(options.log(), options.is_quiet());
            run::run(&options.settings()?)
        }
        Command::Inspect { file, reading } => inspect::show(&file, &reading),
        Command::Mentions { rules } => mentions::answer(rules.as_deref()),
        Command::Schema { json } => schema::show(json),
        Command::Rules(RulesCommand::Check { rules }) => rules::check(rules.as_deref()),
    }
}

/// Writing to standard output: a reader that has seen enough (`baobiao schema | head`) is no failure.
fn written(result: std::io::Result<()>) -> Result<Exit, Stop> {
    match result {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => {
            Err(Stop::failed(format!("cannot write to standard output: {error}")))
        }
        _ => Ok(Exit::Done),
    }
}

//! The commands and their help. Arguments become options here, and a command's end becomes an exit code; what the
//! commands do is done elsewhere.

mod config;
mod inspect;
mod log;
mod mentions;
mod options;
mod rules;
mod schema;
mod status;
mod verify;

use std::io::{Write, stdout};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{CommandFactory, FromArgMatches, Parser, Subcommand};

use crate::intake;
use crate::run::{self, Exit, Stop};
use options::{Places, ReadOptions, RunOptions};

/// Turns Chinese work reports (报告) into tables (报表): what a body did, how much of it, and what it promises next
#[derive(Parser)]
#[command(name = "baobiao", bin_name = "baobiao", version, args_conflicts_with_subcommands = true, after_help = MORE)]
struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
    /// Configuration file [default: baobiao.toml beside the folder of reports]
    #[arg(long, value_name = "FILE", env = "BAOBIAO_CONFIG", hide_env = true, global = true)]
    config: Option<PathBuf>,
    #[command(flatten)]
    run: RunOptions,
}

const MORE: &str = "\
Options of `run` can also be set in baobiao.toml (`baobiao config` shows one) and in the environment: BAOBIAO_RAW,
BAOBIAO_MAX_BYTES and so on. The environment overrules the file, the command line overrules both.

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
    /// Tell what is published, how the last runs ended, and what a run would do now
    Status {
        #[command(flatten)]
        places: Places,
        #[command(flatten)]
        reading: ReadOptions,
        /// As JSON
        #[arg(long)]
        json: bool,
    },
    /// Check hashes, keys and quoted words of the published tables, against the reports that they were read from
    Verify {
        #[command(flatten)]
        places: Places,
    },
    /// Show one report's outline and rows, with the quoted words highlighted
    Inspect {
        /// The report
        file: PathBuf,
        #[command(flatten)]
        reading: ReadOptions,
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
    /// Show an example baobiao.toml: every option, what it does and its default
    Config,
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

/// Parses the command line, over what the environment and the configuration file say, does what it says, tells why it
/// ended early if it did, and gives the exit code.
pub fn main() -> ExitCode {
    if let Some(code) = intake::isolate() {
        return code;
    }
    let command = Cli::command();
    let given = command.clone().get_matches();
    let configured = config::apply(command, &given).map(|command| command.get_matches());
    // Whom to notify can be known even where the file is at fault.
    let cli = Cli::from_arg_matches(configured.as_ref().unwrap_or(&given)).unwrap_or_else(|error| error.exit());
    let watched = cli.watched_run().map(|(command, output)| (command.to_owned(), output.to_owned()));
    let (exit, message) = match configured.and_then(|_| dispatch(cli)) {
        Ok(exit) => (exit, String::new()),
        Err(stop) => {
            log::fatal(&stop);
            (stop.exit, stop.message)
        }
    };
    if let Some((command, output)) = watched.filter(|_| exit != Exit::Done) {
        run::notify(&command, &output, exit, &message);
    }
    ExitCode::from(exit.code())
}

impl Cli {
    /// What to run where a run does not end well, and the output folder of that run.
    fn watched_run(&self) -> Option<(&str, &Path)> {
        let run = match &self.command {
            None => &self.run,
            Some(Command::Run(run)) => run,
            Some(_) => return None,
        };
        Some((run.notify()?, &run.places().output))
    }
}

fn dispatch(cli: Cli) -> Result<Exit, Stop> {
    match cli.command.unwrap_or(Command::Run(cli.run)) {
        Command::Run(options) => {
            log::start(options.log(), options.is_quiet());
            run::run(&options.settings()?)
        }
        Command::Status { places, reading, json } => status::show(&places, &reading, json),
        Command::Verify { places } => verify::check(&places),
        Command::Inspect { file, reading } => inspect::show(&file, &reading),
        Command::Mentions { rules } => mentions::answer(rules.as_deref()),
        Command::Schema { json } => schema::show(json),
        Command::Config => written(stdout().lock().write_all(config::example(&Cli::command()).as_bytes())),
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

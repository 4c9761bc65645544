//! `baobiao.toml`: every option of a run can stand in it. Its values take the place of the built-in defaults, so that
//! the environment and the command line overrule them. It lies beside the folder of reports, or where `--config` says;
//! folders that it names are looked for from where it lies, since a scheduled job starts anywhere. What it holds is
//! checked by the same parser as the command line, and all its faults are told at once.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fmt::Write as _;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use clap::{Arg, ArgMatches, Command, ValueHint};
use toml::de::{DeTable, DeValue};

use crate::run::Stop;

const FILE: &str = "baobiao.toml";

/// Options that have no default, with what may stand in the example.
const EXAMPLES: [(&str, &str); 7] = [
    ("rules", "my-rules"),
    ("encoding", "gb18030"),
    ("text-column", "正文"),
    ("title-column", "标题"),
    ("date-column", "日期"),
    ("threads", "2"),
    ("notify", "logger -t baobiao"),
];

/// The command with the values of the configuration file as its defaults. `given` is what the command line and the
/// environment say, which tell where the file is.
///
/// # Errors
/// All faults of the file, as [`Exit::Usage`](crate::run::Exit::Usage).
pub fn apply(command: Command, given: &ArgMatches) -> Result<Command, Stop> {
    let given = innermost(given);
    if given.try_get_one::<PathBuf>("raw").is_err() && given.try_get_one::<PathBuf>("rules").is_err() {
        // It takes no option of a run, and must answer also where the file is at fault.
        return Ok(command);
    }
    let named = given.try_get_one::<PathBuf>("config").ok().flatten();
    let raw = given.try_get_one::<PathBuf>("raw").ok().flatten();
    let beside = raw.and_then(|raw| raw.parent()).unwrap_or(Path::new("")).join(FILE);
    let path = named.unwrap_or(&beside);
    let text = match fs::read_to_string(path) {
        Err(error) if error.kind() == ErrorKind::NotFound && named.is_none() => return Ok(command),
        Err(error) => {
            let path = path.display();
            return Err(Stop::usage(format!("expected a configuration file at {path}, found none to read: {error}")));
        }
        Ok(text) => text,
    };
    let values = read(&text, path, &options(&command))?;
    Ok(with_defaults(command, &values))
}

/// The matches of the command that was given.
fn innermost(matches: &ArgMatches) -> &ArgMatches {
    matches.subcommand().map_or(matches, |(_, inner)| innermost(inner))
}

/// Options that can stand in the file, by name: those of a run.
fn options(command: &Command) -> BTreeMap<String, Arg> {
    let is_option = |arg: &&Arg| !matches!(arg.get_id().as_str(), "help" | "version" | "config");
    let options = command.get_arguments().filter(is_option);
    options.filter_map(|arg| Some((arg.get_long()?.to_owned(), arg.clone()))).collect()
}

fn with_defaults(command: Command, values: &BTreeMap<String, OsString>) -> Command {
    let command = command.mut_args(|arg| match arg.get_long().and_then(|name| values.get(name)) {
        Some(value) => arg.default_value(value.clone()),
        None => arg,
    });
    command.mut_subcommands(|inner| with_defaults(inner, values))
}

/// The values of the file by option, as the command line would give them.
fn read(text: &str, path: &Path, options: &BTreeMap<String, Arg>) -> Result<BTreeMap<String, OsString>, Stop> {
    let at = |offset: usize| format!("{}, line {}", path.display(), 1 + text[..offset].matches('\n').count());
    let table = DeTable::parse(text).map_err(|error| {
        let place = at(error.span().map_or(0, |span| span.start));
        Stop::usage(format!("{place}: expected TOML, such as max-drop = 10, found: {}", error.message()))
    })?;
    let mut entries: Vec<_> = table.get_ref().iter().collect();
    entries.sort_by_key(|(key, _)| key.span().start);
    let (mut values, mut faults) = (BTreeMap::new(), Vec::new());
    for (key, value) in entries {
        let name = key.get_ref().as_ref();
        let read = match options.get(name) {
            Some(option) => checked(option, value.get_ref(), path),
            None => Err(unknown(name, options)),
        };
        match read {
            Ok(value) => _ = values.insert(name.to_owned(), value),
            Err(fault) => faults.push(format!("{}: {fault}", at(key.span().start))),
        }
    }
    if faults.is_empty() { Ok(values) } else { Err(Stop::usage(faults.join("\n"))) }
}

fn unknown(name: &str, options: &BTreeMap<String, Arg>) -> String {
    let likeness = |option: &&String| strsim::normalized_damerau_levenshtein(name, option);
    let nearest = options.keys().max_by(|a, b| likeness(a).total_cmp(&likeness(b)));
    let nearest = nearest.map_or("", String::as_str);
    format!("expected the name of an option, found {name}; the nearest is {nearest}, `baobiao config` shows all")
}

/// The value as the command line would give it, where the option takes it.
fn checked(option: &Arg, value: &DeValue, file: &Path) -> Result<OsString, String> {
    let name = option.get_long().unwrap_or_default();
    let words = match value {
        DeValue::String(words) => words.to_string(),
        DeValue::Integer(number) => number.as_str().replace('_', ""),
        DeValue::Float(number) => number.as_str().replace('_', ""),
        DeValue::Boolean(is_so) => is_so.to_string(),
        other => return Err(format!("expected one value for {name}, found a TOML {}", other.type_str())),
    };
    let is_path = matches!(option.get_value_hint(), ValueHint::AnyPath | ValueHint::DirPath);
    let value = match file.parent() {
        Some(folder) if is_path => folder.join(words).into_os_string(),
        _ => words.into(),
    };
    let mut argument = OsString::from(format!("--{name}="));
    argument.push(&value);
    let probe = Command::new("probe").no_binary_name(true).disable_help_flag(true).arg(option.clone());
    match probe.try_get_matches_from([argument]) {
        Ok(_) => Ok(value),
        Err(error) => {
            let told = error.to_string();
            let told = told.split("\n\n").next().unwrap_or_default().trim_start_matches("error: ");
            let told = told.lines().map(str::trim).collect::<Vec<_>>().join(" ");
            Err(format!("expected a value that {name} takes: {told}"))
        }
    }
}

/// An example file with every option at its default.
pub fn example(command: &Command) -> String {
    let mut page = format!(
        "# {FILE}, beside raw/: options of baobiao. Take the # from a line to set it.\n\
         # The environment (BAOBIAO_RAW …) overrules this file, the command line overrules both.\n"
    );
    let options = options(command);
    let in_order = command.get_arguments().filter_map(|arg| options.get(arg.get_long()?));
    for option in in_order {
        let name = option.get_long().unwrap_or_default();
        let help = option.get_help().map(ToString::to_string).unwrap_or_default();
        let terms: Vec<String> = option.get_possible_values().iter().map(|value| value.get_name().to_owned()).collect();
        let terms =
            if terms.is_empty() || is_boolean(&terms) { String::new() } else { format!(": {}", terms.join(", ")) };
        let _ = write!(page, "\n# {help}{terms}\n#{name} = {}\n", toml_value(&default(option)));
    }
    page
}

fn is_boolean(terms: &[String]) -> bool {
    terms == ["true", "false"]
}

fn default(option: &Arg) -> String {
    let built_in = option.get_default_values().first().map(|value| value.to_string_lossy().into_owned());
    let example = EXAMPLES.iter().find(|(name, _)| Some(*name) == option.get_long());
    built_in.or(example.map(|(_, value)| (*value).to_owned())).unwrap_or_default()
}

/// Numbers and booleans as such, everything else in quotes.
fn toml_value(value: &str) -> String {
    if value.parse::<f64>().is_ok() || value.parse::<bool>().is_ok() { value.to_owned() } else { format!("{value:?}") }
}

#[cfg(test)]
mod tests {
    use clap::{CommandFactory, Parser};

    use super::*;
    use crate::cli::Cli;

    fn read_text(text: &str) -> Result<BTreeMap<String, OsString>, String> {
        read(text, Path::new("deep/baobiao.toml"), &options(&Cli::command())).map_err(|stop| stop.message)
    }

    #[test]
    fn every_option_has_a_value_in_the_example_and_all_are_accepted() {
        let example = example(&Cli::command());
        let set: String = example
            .lines()
            .map(|line| if line.starts_with("# ") { line } else { line.trim_start_matches('#') })
            .map(|line| format!("{line}\n"))
            .collect();
        let values = read_text(&set).unwrap();
        assert_eq!(values.len(), options(&Cli::command()).len());
        assert!(values.values().all(|value| !value.is_empty()), "{values:?}");
    }

    #[test]
    fn the_example_as_it_is_sets_nothing() {
        assert_eq!(read_text(&example(&Cli::command())), Ok(BTreeMap::new()));
    }

    #[test]
    fn folders_are_looked_for_from_where_the_file_lies() {
        let values = read_text("raw = 'reports'\noutput = '/srv/tables'\nencoding = 'big5'").unwrap();
        assert_eq!(values["raw"], "deep/reports");
        assert_eq!(values["output"], "/srv/tables");
        assert_eq!(values["encoding"], "big5");
    }

    #[test]
    fn all_faults_are_told_with_their_lines_and_the_nearest_name() {
        let told =
            read_text("max-drop = 10\nouptut = 'x'\nthreads = 0\n\nheaders = 'fr'\nfull = [true]\n").unwrap_err();
        let lines: Vec<&str> = told.lines().collect();
        assert_eq!(lines.len(), 4, "{told}");
        assert!(
            lines[0].starts_with("deep/baobiao.toml, line 2: ")
                && lines[0].contains("found ouptut; the nearest is output"),
            "{told}"
        );
        assert!(lines[1].contains("line 3: ") && lines[1].contains("'0'"), "{told}");
        assert!(lines[2].contains("line 5: ") && lines[2].contains("[possible values: en, zh]"), "{told}");
        assert!(lines[3].contains("line 6: ") && lines[3].contains("array"), "{told}");
        assert!(read_text("raw = ").unwrap_err().contains("line 1: expected TOML"));
    }

    #[test]
    fn file_is_overruled_by_the_command_line() {
        let values = read_text("max-drop = 10\nquiet = true\n").unwrap();
        let command = with_defaults(Cli::command(), &values);
        let options = |arguments: &[&str]| {
            let matches = command.clone().try_get_matches_from(arguments).unwrap();
            <Cli as clap::FromArgMatches>::from_arg_matches(&matches).unwrap().run
        };
        let (from_file, told) = (options(&["baobiao"]), options(&["baobiao", "--quiet=false"]));
        assert_eq!((from_file.is_quiet(), from_file.settings().unwrap().max_drop), (true, 10.0));
        assert_eq!((told.is_quiet(), told.settings().unwrap().max_drop), (false, 10.0));
        assert!(!Cli::parse_from(["baobiao"]).run.is_quiet());
    }
}

//! Speaking up: a command that the operator names is run when a run did not end well.

use std::io;
use std::path::Path;
use std::process::{Command, Stdio};

use super::exit::Exit;
use super::publish::MANIFEST;

/// Has the shell run `command` with the path of the manifest in `output` as its last argument. The environment says
/// more: `BAOBIAO_EXIT_CODE`, `BAOBIAO_MESSAGE` and `BAOBIAO_MANIFEST`. Where nothing was published the manifest is
/// that of the last set, if there is one. What becomes of the command does not change how the run ended.
pub fn notify(command: &str, output: &Path, exit: Exit, message: &str) {
    let manifest = output.join(MANIFEST);
    let manifest = std::path::absolute(&manifest).unwrap_or(manifest);
    let ended = shell(command, &manifest)
        .env("BAOBIAO_EXIT_CODE", exit.code().to_string())
        .env("BAOBIAO_MESSAGE", message)
        .env("BAOBIAO_MANIFEST", &manifest)
        .stdin(Stdio::null())
        // Standard output is for data.
        .stdout(Stdio::from(io::stderr()))
        .status();
    match ended {
        Ok(status) if status.success() => {}
        Ok(status) => tracing::warn!("the command after --notify ended with {status}: {command}"),
        Err(error) => tracing::warn!("the command after --notify could not be run: {error}: {command}"),
    }
}

#[cfg(not(windows))]
fn shell(command: &str, manifest: &Path) -> Command {
    let mut shell = Command::new("sh");
    shell.arg("-c").arg(format!("{command} \"$1\"")).arg("baobiao").arg(manifest);
    shell
}

#[cfg(windows)]
fn shell(command: &str, manifest: &Path) -> Command {
    let mut shell = Command::new("cmd");
    shell.arg("/C").arg(command).arg(manifest);
    shell
}

//! How a command ends. Scripts and schedulers read the exit code, people read the sentence; both are decided here.

use std::fmt;

/// The exit codes of every command.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// Done, also when there was nothing to do.
    Done = 0,
    /// Failed; nothing was published.
    Failed = 1,
    /// Wrong usage, configuration or rules; nothing was begun.
    Usage = 2,
    /// Published, but some inputs failed.
    InputsFailed = 3,
    /// A check or the drift guard failed; not published.
    Refused = 4,
    /// Another run holds the lock.
    Locked = 75,
}

impl Exit {
    /// The number that the process ends with.
    pub fn code(self) -> u8 {
        self as u8
    }
}

/// Why a command ended early: the exit code and a sentence that says what was expected, what was found, where,
/// and what to do.
#[derive(Debug)]
pub struct Stop {
    pub exit: Exit,
    pub message: String,
}

impl Stop {
    /// Wrong usage, configuration or rules.
    pub fn usage(message: impl Into<String>) -> Self {
        Self { exit: Exit::Usage, message: message.into() }
    }

    /// A failure of the machine or of this program.
    pub fn failed(message: impl Into<String>) -> Self {
        Self { exit: Exit::Failed, message: message.into() }
    }

    /// A check that did not hold.
    pub fn refused(message: impl Into<String>) -> Self {
        Self { exit: Exit::Refused, message: message.into() }
    }
}

impl fmt::Display for Stop {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Stop {}

/// Anything unforeseen is a failure; its chain of causes becomes the sentence.
impl From<anyhow::Error> for Stop {
    fn from(error: anyhow::Error) -> Self {
        let mut causes: Vec<String> = error.chain().map(ToString::to_string).collect();
        causes.dedup();
        let mut message = causes.join(": ");
        if message.contains("os error 28") {
            message.push_str("; the disk is full, and what was published before is whole: make room and run again");
        }
        Self::failed(message)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_those_that_schedulers_know() {
        let codes = [Exit::Done, Exit::Failed, Exit::Usage, Exit::InputsFailed, Exit::Refused, Exit::Locked];
        assert_eq!(codes.map(Exit::code), [0, 1, 2, 3, 4, 75]);
    }

    #[test]
    fn full_disk_is_told_once_and_with_what_to_do() {
        let full = || std::io::Error::from_raw_os_error(28);
        let error = anyhow::Error::from(full()).context(full()).context("writing the table counts");
        let told = Stop::from(error).message;
        assert_eq!(told.matches("os error 28").count(), 1, "{told}");
        assert!(told.starts_with("writing the table counts: ") && told.ends_with("make room and run again"), "{told}");
    }
}

//! A fence around parsers that are not ours: they run on a thread of their own with a large stack, so that deep
//! nesting does not end the program, and a panic in them is one failed input.

use std::any::Any;
use std::sync::Once;
use std::thread;

use super::Refusal;

const STACK: usize = 256 << 20;
const NAME: &str = "fenced parser";

/// Runs `parse`; `what` names the format in the sentence for a panic.
///
/// # Errors
/// Those of `parse`, and where it panics.
pub fn fenced<T: Send>(what: &str, parse: impl FnOnce() -> Result<T, Refusal> + Send) -> Result<T, Refusal> {
    hush_panics();
    thread::scope(|scope| {
        let thread = thread::Builder::new().name(NAME.to_owned()).stack_size(STACK).spawn_scoped(scope, parse);
        match thread.map(thread::ScopedJoinHandle::join) {
            Ok(Ok(outcome)) => outcome,
            Ok(Err(panic)) => Err(broken(what, panic.as_ref())),
            Err(error) => Err(Refusal::new("unreadable", format!("no thread could be started ({error}): run again"))),
        }
    })
}

fn broken(what: &str, panic: &(dyn Any + Send)) -> Refusal {
    let text = panic.downcast_ref::<String>().map(String::as_str).or_else(|| panic.downcast_ref::<&str>().copied());
    let message = format!(
        "the {what} is built in a way that its reader cannot follow ({}): open it and save it again, or save its text",
        text.unwrap_or("no reason given")
    );
    Refusal::new("damaged", message)
}

#[expect(clippy::disallowed_methods, reason = "the thread's name decides what is printed, never what is read")]
/// A panic in the fence is told as a failure; its trace on standard error would only alarm.
fn hush_panics() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let usual = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |info| {
            if thread::current().name() != Some(NAME) {
                usual(info);
            }
        }));
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_one_failure() {
        let refusal = fenced("page", || -> Result<(), Refusal> { panic!("index out of bounds") }).unwrap_err();
        assert_eq!(refusal.code, "damaged");
        assert!(refusal.message.contains("index out of bounds"), "{}", refusal.message);
        assert_eq!(fenced("page", || Ok(1)), Ok(1));
    }

    #[test]
    fn deep_recursion_has_room() {
        fn depth(n: u32) -> u32 {
            if n == 0 { 0 } else { std::hint::black_box(depth(n - 1)) + 1 }
        }
        assert_eq!(fenced("page", || Ok(depth(200_000))), Ok(200_000));
    }
}

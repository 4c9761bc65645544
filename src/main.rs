//! Arguments → options → run → exit code; all of it is in the library.

fn main() -> std::process::ExitCode {
    baobiao::cli::main()
}

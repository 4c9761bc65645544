//! Arguments → options → run → exit code; all of it is in the library.

/// A run over a large folder takes and gives back memory for hours: this allocator stays flat, where the system's grows
/// with every report by what it cannot put together again.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    baobiao::cli::main()
}

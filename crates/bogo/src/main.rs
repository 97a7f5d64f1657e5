//! The `bogo` program.

use std::process::ExitCode;

/// Deeply nested data is read by recursion; the main thread of some systems
/// has a stack of one megabyte only.
const STACK_BYTES: usize = 64 << 20;

fn main() -> ExitCode {
    let run = || bogo::run(std::env::args_os());
    let worker = std::thread::Builder::new().stack_size(STACK_BYTES).spawn(run);
    match worker.map(std::thread::JoinHandle::join) {
        Ok(Ok(code)) => code,
        _ => ExitCode::from(bogo::COULD_NOT_RUN),
    }
}

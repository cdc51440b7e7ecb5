//! The program. Everything it does is in the library; only here is the environment read.

use std::process::ExitCode;

fn main() -> ExitCode {
    // A variable that is no text can't be one of ours.
    let environment = std::env::vars_os()
        .filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?)));
    translokaal::server::run(std::env::args_os(), environment.collect())
}

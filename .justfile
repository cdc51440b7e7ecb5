# The few commands of every day; `.ci/run` is what counts.

# Three neighbourhoods side by side, with a story to look around in.
demo *arguments:
    cargo run --release -- demo {{arguments}}

# All tests on SQLite.
test *arguments:
    cargo test --workspace {{arguments}}

# The same tests on PostgreSQL.
test-postgres *arguments:
    DATABASE=postgres cargo test --workspace {{arguments}}

# Formatting and lints.
check:
    cargo fmt --all --check
    cargo clippy --workspace --all-targets -- -D warnings

# Everything, as on a fresh machine.
ci:
    bash .ci/run

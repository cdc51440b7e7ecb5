//! Voting under stress, in some seconds; `src/bin/stress` says what happens.

use std::process::Command;

#[test]
fn under_stress_no_ballot_is_lost_or_doubled() {
    let stress = Command::new(env!("CARGO_BIN_EXE_stress")).arg("--short").output().unwrap();
    let told = String::from_utf8_lossy(&stress.stdout);
    let why = String::from_utf8_lossy(&stress.stderr);
    assert!(stress.status.success(), "{told}{why}");
}

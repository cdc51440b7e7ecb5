//! How long this room waits, and when it tries again.

use std::time::Duration;

use chrono::TimeDelta;

/// How often a worker looks by itself, when nobody rang.
pub const POLL: Duration = Duration::from_secs(1);

/// How long a worker takes breath when it was rung: what happens in the meantime is dealt with in one
/// go, and a busy vote doesn't make every worker look after each ballot.
pub const BREATH: Duration = Duration::from_millis(40);

/// The longest pause between two tries.
pub const PAUSE_MOST: TimeDelta = TimeDelta::hours(6);

/// How long a host may fail before nothing is tried any more until it is heard of.
pub const FAILING_MOST: TimeDelta = TimeDelta::days(7);

/// The pause after the `n`th failure: a quarter of a minute at first, hours later.
#[must_use]
pub fn after(n: i32) -> TimeDelta {
    let n = i64::from(n.clamp(0, 100));
    TimeDelta::seconds(n.pow(4) + 15).min(PAUSE_MOST)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_grow_to_six_hours() {
        let seconds: Vec<i64> = [1, 2, 3, 5, 12, 13, 1000].map(|n| after(n).num_seconds()).into();
        assert_eq!(seconds, [16, 31, 96, 640, 20_751, 21_600, 21_600]);
    }
}

//! Waiting for what must come.

use std::time::{Duration, Instant};

/// How long anything may take; two cores may be busy with many tests.
const LIMIT: Duration = Duration::from_secs(30);

/// Looks again and again until there is something to see.
///
/// # Errors
/// It didn't come, or looking failed.
pub async fn eventually<T>(
    what: &str,
    mut look: impl AsyncFnMut() -> anyhow::Result<Option<T>>,
) -> anyhow::Result<T> {
    let began = Instant::now();
    while began.elapsed() < LIMIT {
        if let Some(seen) = look().await? {
            return Ok(seen);
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    anyhow::bail!("this never came: {what}")
}

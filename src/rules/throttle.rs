//! How often something may be tried: a bucket that fills again with time.

use chrono::{DateTime, TimeDelta, Utc};

/// What is allowed: `burst` tries at once, and one more each `refill_seconds`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limit {
    pub burst: u32,
    pub refill_seconds: i64,
}

/// Tries of one voting code, right or wrong.
pub const PER_CODE: Limit = Limit { burst: 10, refill_seconds: 60 };
/// Tries to sign in from one address: a community centre has one address for everybody.
pub const PER_ADDRESS: Limit = Limit { burst: 30, refill_seconds: 20 };
/// Mails with a link to one member.
pub const PER_MAILBOX: Limit = Limit { burst: 3, refill_seconds: 300 };

/// What is left for one code, address or mailbox.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bucket {
    /// When the bucket is full again; in the past means full.
    pub full_at: DateTime<Utc>,
}

/// Tried too often.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("tried too often; again from {again_at}")]
pub struct TooOften {
    pub again_at: DateTime<Utc>,
}

/// Takes one try out of a bucket (`None` is a new one).
///
/// # Errors
/// [`TooOften`] with the moment at which the next try is allowed; the bucket stays as it was.
pub fn take(bucket: Option<Bucket>, now: DateTime<Utc>, limit: Limit) -> Result<Bucket, TooOften> {
    let step = TimeDelta::seconds(limit.refill_seconds);
    let full_at = bucket.map_or(now, |bucket| bucket.full_at.max(now));
    let next = later(full_at, step);
    let furthest =
        later(now, TimeDelta::seconds(limit.refill_seconds.saturating_mul(i64::from(limit.burst))));
    if next > furthest {
        let wait = next.signed_duration_since(furthest);
        return Err(TooOften { again_at: later(now, wait) });
    }
    Ok(Bucket { full_at: next })
}

fn later(at: DateTime<Utc>, span: TimeDelta) -> DateTime<Utc> {
    at.checked_add_signed(span).unwrap_or(DateTime::<Utc>::MAX_UTC)
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIMIT: Limit = Limit { burst: 3, refill_seconds: 10 };

    #[test]
    fn three_tries_then_one_each_ten_seconds() {
        let now = DateTime::<Utc>::UNIX_EPOCH;
        let mut bucket = None;
        for _ in 0..3 {
            bucket = Some(take(bucket, now, LIMIT).unwrap());
        }
        let again_at = now + TimeDelta::seconds(10);
        assert_eq!(take(bucket, now, LIMIT), Err(TooOften { again_at }));
        bucket = Some(take(bucket, again_at, LIMIT).unwrap());
        assert!(take(bucket, again_at, LIMIT).is_err());
    }

    #[test]
    fn a_bucket_never_holds_more_than_the_burst() {
        let now = DateTime::<Utc>::UNIX_EPOCH;
        let old = Some(Bucket { full_at: now - TimeDelta::days(30) });
        let mut bucket = old;
        for _ in 0..3 {
            bucket = Some(take(bucket, now, LIMIT).unwrap());
        }
        assert!(take(bucket, now, LIMIT).is_err());
    }
}

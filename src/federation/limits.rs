//! How much others may ask of this server. Kept in memory: after a restart everybody begins anew.

use std::{
    collections::BTreeMap,
    sync::{Mutex, PoisonError},
};

use chrono::TimeDelta;

use crate::{
    clock::Instant,
    rules::throttle::{self, Bucket, Limit, TooOften},
};

/// How many buckets are kept before the full ones are forgotten.
const KEPT_MOST: usize = 10_000;

/// What is allowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Requests from one address that don't come from an actor we know.
    pub source: Limit,
    /// Activities of actors of one host.
    pub host: Limit,
    /// Actors that we never saw before, fetched for whoever asks.
    pub strangers: Limit,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            source: Limit { burst: 120, refill_seconds: 1 },
            host: Limit { burst: 600, refill_seconds: 1 },
            strangers: Limit { burst: 30, refill_seconds: 2 },
        }
    }
}

/// The buckets.
#[derive(Debug, Default)]
pub struct Buckets {
    buckets: Mutex<BTreeMap<String, Bucket>>,
    /// When something was last done that is done once in a while.
    done: Mutex<BTreeMap<String, Instant>>,
    /// The last moment that was given to something that came in.
    last: Mutex<Option<Instant>>,
}

impl Buckets {
    /// Takes one try from the bucket of `name`.
    ///
    /// # Errors
    /// [`TooOften`].
    pub fn take(&self, name: String, now: Instant, limit: Limit) -> Result<(), TooOften> {
        let mut buckets = self.buckets.lock().unwrap_or_else(PoisonError::into_inner);
        if buckets.len() >= KEPT_MOST {
            buckets.retain(|_, bucket| bucket.full_at > now);
        }
        let bucket = throttle::take(buckets.get(&name).copied(), now, limit)?;
        buckets.insert(name, bucket);
        Ok(())
    }

    /// The present moment, a millisecond later for each time that it is asked for: what comes in
    /// during one millisecond keeps its order.
    pub fn in_order(&self, now: Instant) -> Instant {
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        let next = last.map_or(now, |last| now.max(last + TimeDelta::milliseconds(1)));
        *last = Some(next);
        next
    }

    /// Lets `name` count as done at another moment: what is wanted soon, as done long ago.
    pub fn count_as_done(&self, name: &str, at: Instant) {
        let mut done = self.done.lock().unwrap_or_else(PoisonError::into_inner);
        done.insert(name.to_owned(), at);
    }

    /// Whether `name` was not done during the last `span`; from now on it was.
    pub fn is_time_for(&self, name: &str, now: Instant, span: TimeDelta) -> bool {
        let mut done = self.done.lock().unwrap_or_else(PoisonError::into_inner);
        if done.len() >= KEPT_MOST {
            done.retain(|_, at| now - *at < span);
        }
        let is_time = done.get(name).is_none_or(|at| now - *at >= span);
        if is_time {
            done.insert(name.to_owned(), now);
        }
        is_time
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_has_a_bucket_of_its_own() {
        let (it, now) = (Buckets::default(), Instant::UNIX_EPOCH);
        let limit = Limit { burst: 1, refill_seconds: 60 };
        assert!(it.take("one".to_owned(), now, limit).is_ok());
        assert!(it.take("one".to_owned(), now, limit).is_err());
        assert!(it.take("other".to_owned(), now, limit).is_ok());
    }

    #[test]
    fn what_comes_at_once_keeps_its_order() {
        let (it, now) = (Buckets::default(), Instant::UNIX_EPOCH);
        let moments = [it.in_order(now), it.in_order(now), it.in_order(now)];
        assert!(moments.is_sorted_by(|a, b| a < b));
        let later = now + TimeDelta::hours(1);
        assert_eq!(it.in_order(later), later);
    }

    #[test]
    fn once_in_ten_minutes_is_once() {
        let (it, now) = (Buckets::default(), Instant::UNIX_EPOCH);
        let span = TimeDelta::minutes(10);
        assert!(it.is_time_for("actor", now, span));
        assert!(!it.is_time_for("actor", now + TimeDelta::minutes(9), span));
        assert!(it.is_time_for("actor", now + span, span));
    }
}

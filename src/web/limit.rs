//! How often somebody may try. Kept in memory under keyed hashes, so that neither codes nor
//! addresses are readable in it; never larger than a fixed number of entries.

use std::{
    collections::BTreeMap,
    sync::{Mutex, PoisonError},
};

use crate::{
    clock::Instant,
    rules::throttle::{self, Bucket, Limit, TooOften},
    secret::Secret,
};

/// Most buckets that are remembered.
const MOST: usize = 50_000;

/// The buckets of everybody who tried lately.
#[derive(Debug, Default)]
pub struct Limiter {
    buckets: Mutex<BTreeMap<String, Bucket>>,
}

impl Limiter {
    /// Takes one try of `what` (a code, an address, a mailbox).
    ///
    /// # Errors
    /// [`TooOften`] with the moment from which it may be tried again.
    pub fn take(
        &self,
        secret: &Secret,
        now: Instant,
        what: (&str, &str),
        limit: Limit,
    ) -> Result<(), TooOften> {
        let key = secret.hash(what.0, what.1);
        let mut buckets = self.buckets.lock().unwrap_or_else(PoisonError::into_inner);
        if buckets.len() >= MOST && !buckets.contains_key(&key) {
            make_room(&mut buckets, now);
        }
        let bucket = throttle::take(buckets.get(&key).copied(), now, limit)?;
        buckets.insert(key, bucket);
        Ok(())
    }
}

/// Forgets those who may try at will again, and if that is not enough, the ones nearest to it.
fn make_room(buckets: &mut BTreeMap<String, Bucket>, now: Instant) {
    buckets.retain(|_, bucket| bucket.full_at > now);
    if buckets.len() >= MOST {
        let mut moments: Vec<Instant> = buckets.values().map(|bucket| bucket.full_at).collect();
        moments.sort_unstable();
        if let Some(middle) = moments.get(moments.len() / 2).copied() {
            buckets.retain(|_, bucket| bucket.full_at > middle);
        }
    }
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, TimeDelta};

    use super::*;

    #[test]
    fn one_who_tries_too_often_waits_and_others_do_not() {
        let (limiter, secret) = (Limiter::default(), Secret::fresh());
        let now = DateTime::from_timestamp(1_000_000, 0).unwrap();
        let limit = Limit { burst: 2, refill_seconds: 60 };
        let tried = |who, now| limiter.take(&secret, now, ("code", who), limit);
        assert!(tried("alice", now).is_ok() && tried("alice", now).is_ok());
        let again_at = now + TimeDelta::seconds(60);
        assert_eq!(tried("alice", now), Err(TooOften { again_at }));
        assert!(tried("bob", now).is_ok());
        assert!(tried("alice", again_at).is_ok());
    }

    #[test]
    fn it_never_grows_beyond_its_size() {
        let now = DateTime::from_timestamp(1_000_000, 0).unwrap();
        let mut buckets: BTreeMap<String, Bucket> = (0..MOST)
            .map(|n| (n.to_string(), Bucket { full_at: now + TimeDelta::seconds(n as i64) }))
            .collect();
        make_room(&mut buckets, now);
        assert!(buckets.len() < MOST && !buckets.is_empty());
    }
}

//! The seal on a form: ties it to the browser it was shown in, and lets it expire.

use chrono::TimeDelta;

use crate::{clock::Instant, secret::Secret};

/// How long a form can lie on the table, in hours.
const HOURS: i64 = 12;

/// Keeps the hash of a form apart from others.
const PURPOSE: &str = "form";

/// Why a form is not taken as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Broken {
    /// It lay on the table too long.
    Expired,
    /// It was shown to somebody else, or before signing in or out.
    OfAnother,
}

/// Seals a form for the one who holds this cookie.
#[must_use]
pub fn press(secret: &Secret, now: Instant, holder: &str) -> String {
    let pressed = now.timestamp_millis().to_string();
    let print = secret.hash(PURPOSE, &text(holder, &pressed));
    format!("{pressed}.{print}")
}

/// Checks the seal of a form that comes back.
///
/// # Errors
/// [`Broken`].
pub fn check(secret: &Secret, now: Instant, holder: &str, seal: &str) -> Result<(), Broken> {
    let (pressed, found) = seal.split_once('.').ok_or(Broken::OfAnother)?;
    let is_ours = secret.is_hash(PURPOSE, &text(holder, pressed), found);
    if holder.is_empty() || !is_ours {
        return Err(Broken::OfAnother);
    }
    let age = now.timestamp_millis().saturating_sub(pressed.parse().unwrap_or_default());
    if age > TimeDelta::hours(HOURS).num_milliseconds() {
        return Err(Broken::Expired);
    }
    Ok(())
}

/// What is hashed: the moment and the holder.
fn text(holder: &str, pressed: &str) -> String {
    format!("{pressed}.{holder}")
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;

    use super::*;

    #[test]
    fn a_form_is_taken_from_the_one_it_was_shown_to_and_in_time() {
        let secret = Secret::fresh();
        let now = DateTime::from_timestamp(1_000_000, 0).unwrap();
        let seal = press(&secret, now, "alice");
        let in_time = now + TimeDelta::hours(12);
        let late = in_time + TimeDelta::milliseconds(1);
        assert_eq!(check(&secret, in_time, "alice", &seal), Ok(()));
        assert_eq!(check(&secret, late, "alice", &seal), Err(Broken::Expired));
        assert_eq!(check(&secret, now, "bob", &seal), Err(Broken::OfAnother));
        assert_eq!(check(&secret, now, "", &press(&secret, now, "")), Err(Broken::OfAnother));
        assert_eq!(check(&secret, now, "alice", "nonsense"), Err(Broken::OfAnother));
    }
}

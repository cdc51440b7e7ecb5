//! Who may cast this ballot now: the vote, the roll, the seat, in that order.

use chrono::{DateTime, Utc};

use super::{
    ballot::{BodyKind, Channel, Secrecy},
    proxy, seat, vote,
};
use crate::ids::MemberId;

/// A vote as far as a ballot is concerned.
#[derive(Clone, Copy, Debug)]
pub struct Booth {
    pub body: BodyKind,
    pub stage: vote::Stage,
    pub opens_at: DateTime<Utc>,
    pub closes_at: DateTime<Utc>,
    pub closed_at: Option<DateTime<Utc>>,
}

/// Why a ballot is not accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    #[error(transparent)]
    Vote(#[from] vote::Refusal),
    #[error("not on the roll of this vote")]
    NotOnTheRoll,
    #[error("has an interest of her own in this vote")]
    Recused,
    #[error("took part already: {channel}")]
    TookPart { channel: Channel },
    #[error("this doesn't stand on the ballot paper")]
    NotOnThePaper,
    #[error(transparent)]
    Seat(#[from] seat::Refusal),
    #[error(transparent)]
    Proxy(#[from] proxy::Refusal),
}

/// Whether `member` may cast the ballot of an entry on the roll at `now`.
///
/// # Errors
/// The first reason that holds.
pub fn may_cast(
    booth: &Booth,
    now: DateTime<Utc>,
    entry: Option<&seat::Occupancy>,
    member: MemberId,
) -> Result<(), Refusal> {
    vote::accepts_ballots(booth.stage, now, booth.opens_at, booth.closes_at, booth.closed_at)?;
    let entry = entry.ok_or(Refusal::NotOnTheRoll)?;
    match booth.body {
        BodyKind::Assembly if entry.holder == Some(member) => Ok(()),
        BodyKind::Assembly => Err(Refusal::NotOnTheRoll),
        BodyKind::Council => Ok(seat::may_cast(entry, member)?),
    }
}

/// Whether the holder of a proxy may cast the ballot of its giver at `now`, of which `before` says how
/// it came in before. While the holder of a seat is marked absent, its alternate votes.
///
/// # Errors
/// The first reason that holds.
pub fn may_cast_for(
    (booth, secrecy): (&Booth, Secrecy),
    now: DateTime<Utc>,
    entry: &seat::Occupancy,
    holder: Option<MemberId>,
    (before, by): (Option<Channel>, MemberId),
) -> Result<(), Refusal> {
    vote::accepts_ballots(booth.stage, now, booth.opens_at, booth.closes_at, booth.closed_at)?;
    let mandate = entry.holder.zip(holder).filter(|(_, holder)| *holder == by);
    let (giver, holder) = mandate.ok_or(proxy::Refusal::NoMandate)?;
    if entry.absent_since.is_some() {
        return Err(proxy::Refusal::AlternateVotes.into());
    }
    let cast_by = before.map(|channel| if channel == Channel::Proxy { holder } else { giver });
    let ballot = proxy::Ballot { cast_by, is_replaceable: secrecy == Secrecy::Open };
    Ok(proxy::may_cast(&[proxy::Mandate { giver, holder }], giver, by, ballot)?)
}

/// Whether a ballot of the voter herself may come in where one came in before: one mark per voter,
/// whichever channel comes first. In an open vote what was cast on the web may be replaced on the web,
/// and what was cast by proxy through every channel: by voting herself she cancels the mandate. In a
/// secret vote nothing is replaced.
///
/// # Errors
/// [`Refusal::TookPart`] with the channel of the first.
pub fn may_replace(
    secrecy: Secrecy,
    before: Option<Channel>,
    channel: Channel,
) -> Result<(), Refusal> {
    match before {
        None => Ok(()),
        Some(Channel::Web) if secrecy == Secrecy::Open && channel == Channel::Web => Ok(()),
        Some(Channel::Proxy) if secrecy == Secrecy::Open => Ok(()),
        Some(before) => Err(Refusal::TookPart { channel: before }),
    }
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;
    use uuid::Uuid;

    use super::*;

    const ALICE: MemberId = MemberId(Uuid::from_u128(1));
    const BOB: MemberId = MemberId(Uuid::from_u128(2));

    fn booth(body: BodyKind) -> Booth {
        let opens_at = DateTime::<Utc>::UNIX_EPOCH;
        let closes_at = opens_at + TimeDelta::days(1);
        Booth { body, stage: vote::Stage::Open, opens_at, closes_at, closed_at: None }
    }

    fn entry() -> seat::Occupancy {
        seat::Occupancy {
            holder: Some(ALICE),
            alternate: Some(BOB),
            absent_since: None,
            cast: None,
        }
    }

    #[test]
    fn the_clock_comes_first() {
        let it = booth(BodyKind::Assembly);
        let late = may_cast(&it, it.closes_at, Some(&entry()), ALICE);
        let closed_at = it.closes_at;
        assert_eq!(late, Err(Refusal::Vote(vote::Refusal::Closed { closed_at })));
    }

    #[test]
    fn in_the_assembly_there_are_no_alternates() {
        let it = booth(BodyKind::Assembly);
        assert_eq!(may_cast(&it, it.opens_at, Some(&entry()), ALICE), Ok(()));
        assert_eq!(may_cast(&it, it.opens_at, Some(&entry()), BOB), Err(Refusal::NotOnTheRoll));
        assert_eq!(may_cast(&it, it.opens_at, None, ALICE), Err(Refusal::NotOnTheRoll));
    }

    #[test]
    fn in_the_council_the_seat_decides() {
        let it = booth(BodyKind::Council);
        let refused = may_cast(&it, it.opens_at, Some(&entry()), BOB);
        assert_eq!(refused, Err(Refusal::Seat(seat::Refusal::HolderPresent)));
    }

    #[test]
    fn one_voter_takes_part_through_one_channel() {
        let may = |secrecy, before, now| may_replace(secrecy, before, now);
        assert_eq!(may(Secrecy::Secret, None, Channel::Paper), Ok(()));
        assert_eq!(may(Secrecy::Open, Some(Channel::Web), Channel::Web), Ok(()));
        let (web, paper, proxy) = (Channel::Web, Channel::Paper, Channel::Proxy);
        for channel in [web, paper, Channel::Post, Channel::Hands] {
            assert_eq!(may(Secrecy::Open, Some(proxy), channel), Ok(()));
            let refused = Err(Refusal::TookPart { channel: proxy });
            assert_eq!(may(Secrecy::Secret, Some(proxy), channel), refused);
        }
        for (secrecy, before, now) in [
            (Secrecy::Open, web, proxy),
            (Secrecy::Secret, web, web),
            (Secrecy::Open, paper, web),
            (Secrecy::Open, web, paper),
            (Secrecy::Open, paper, paper),
        ] {
            assert_eq!(may(secrecy, Some(before), now), Err(Refusal::TookPart { channel: before }));
        }
    }

    #[test]
    fn a_holder_votes_for_her_giver_until_the_giver_votes_herself() {
        let it = booth(BodyKind::Assembly);
        let may = |secrecy, entry: &seat::Occupancy, holder, before, by| {
            may_cast_for((&it, secrecy), it.opens_at, entry, holder, (before, by))
        };
        let (open, secret, held) = (Secrecy::Open, Secrecy::Secret, Some(BOB));
        let (web, proxy) = (Some(Channel::Web), Some(Channel::Proxy));
        assert_eq!(may(open, &entry(), held, None, BOB), Ok(()));
        assert_eq!(may(open, &entry(), held, proxy, BOB), Ok(()));
        let refused = |refusal: proxy::Refusal| Err(Refusal::Proxy(refusal));
        assert_eq!(may(open, &entry(), held, web, BOB), refused(proxy::Refusal::GiverVoted));
        assert_eq!(may(secret, &entry(), held, proxy, BOB), refused(proxy::Refusal::Used));
        // Her own vote is not cast through this channel.
        for (holder, by) in [(None, BOB), (held, ALICE)] {
            let refusal = refused(proxy::Refusal::NoMandate);
            assert_eq!(may(open, &entry(), holder, None, by), refusal);
        }
        let absent = seat::Occupancy { absent_since: Some(it.opens_at), ..entry() };
        let refusal = refused(proxy::Refusal::AlternateVotes);
        assert_eq!(may(open, &absent, held, None, BOB), refusal);
    }
}

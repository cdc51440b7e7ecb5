//! Proxies (*volmachten*): a voter has another one vote for her, in one vote, with a ballot of her
//! own.
//!
//! Source: art. 2:38(4)(5) BW (in writing, an electronic record is enough) and the charter, which
//! says how many a holder may have. Giver and holder stand on the same roll and in the same group;
//! what is given can't be passed on, and nobody is giver and holder both. Mandates are frozen when
//! the vote opens, and can be taken back until they are used. Who votes herself needs no proxy: her
//! own vote cancels the mandate.

use std::collections::BTreeMap;

use super::word::words;
use crate::ids::MemberId;

/// Mandates that one holder may have, unless the charter sets another number.
pub const MOST: u32 = 1;

/// A proxy that was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mandate {
    pub giver: MemberId,
    pub holder: MemberId,
}

/// The roll of a vote: every voter with the group in which she votes, if any.
pub type Roll = BTreeMap<MemberId, Option<String>>;

/// Why a mandate can't be given, taken back or used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    #[error("not on the roll")]
    NotOnTheRoll,
    #[error("votes in another group")]
    OtherGroup,
    #[error("nobody is her own proxy")]
    Herself,
    #[error("has given a proxy already")]
    HasGiven,
    #[error("holds a proxy, and can't pass it on or give one")]
    IsHolder,
    #[error("has given a proxy, and can't hold one")]
    HolderHasGiven,
    #[error("holds {most} already")]
    TooMany { most: u32 },
    #[error("the vote has opened")]
    Frozen,
    #[error("there is no such mandate")]
    NoMandate,
    #[error("the giver voted herself")]
    GiverVoted,
    #[error("the ballot was cast")]
    Used,
    #[error("the alternate votes for this seat")]
    AlternateVotes,
}

words! {
    /// Why a mandate is none any more.
    pub enum Ending {
        /// The giver took it back.
        TakenBack = "taken_back",
        /// When the vote opened, one of the two didn't stand on the roll.
        NotOnTheRoll = "not_on_the_roll",
        /// When the vote opened, the two were in different groups.
        OtherGroup = "other_group",
        /// When the vote opened, the charter didn't allow it.
        NotAllowed = "not_allowed",
    }
}

impl From<Refusal> for Ending {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::NotOnTheRoll => Self::NotOnTheRoll,
            Refusal::OtherGroup => Self::OtherGroup,
            _ => Self::NotAllowed,
        }
    }
}

/// Whether a mandate may be given.
///
/// # Errors
/// The first fault.
pub fn may_give(
    most: u32,
    roll: &Roll,
    given: &[Mandate],
    mandate: Mandate,
    is_open: bool,
) -> Result<(), Refusal> {
    let Mandate { giver, holder } = mandate;
    if is_open {
        return Err(Refusal::Frozen);
    }
    if giver == holder {
        return Err(Refusal::Herself);
    }
    let (of_giver, of_holder) = (roll.get(&giver), roll.get(&holder));
    if of_giver.is_none() || of_holder.is_none() {
        return Err(Refusal::NotOnTheRoll);
    }
    if of_giver != of_holder {
        return Err(Refusal::OtherGroup);
    }
    if given.iter().any(|it| it.giver == giver) {
        return Err(Refusal::HasGiven);
    }
    if given.iter().any(|it| it.holder == giver) {
        return Err(Refusal::IsHolder);
    }
    if given.iter().any(|it| it.giver == holder) {
        return Err(Refusal::HolderHasGiven);
    }
    let held = given.iter().filter(|it| it.holder == holder).count();
    if u32::try_from(held).is_ok_and(|held| held < most) {
        Ok(())
    } else {
        Err(Refusal::TooMany { most })
    }
}

/// Freezes what was given when the vote opens, the first one given first: the mandates that stand, and
/// those that fall away, each with its reason.
#[must_use]
pub fn freeze(most: u32, roll: &Roll, given: &[Mandate]) -> (Vec<Mandate>, Vec<(Mandate, Ending)>) {
    let (mut standing, mut fallen) = (Vec::new(), Vec::new());
    for mandate in given {
        match may_give(most, roll, &standing, *mandate, false) {
            Ok(()) => standing.push(*mandate),
            Err(refusal) => fallen.push((*mandate, refusal.into())),
        }
    }
    (standing, fallen)
}

/// What has happened to a ballot so far.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ballot {
    /// Who cast it last, if anybody.
    pub cast_by: Option<MemberId>,
    /// Whether a ballot that was cast can be replaced: never in a secret vote.
    pub is_replaceable: bool,
}

/// Whether somebody may cast the ballot of a voter now. The voter herself always may, and cancels
/// the mandate by it; after that the holder can't. In a secret vote the first one who casts it is
/// the only one.
///
/// # Errors
/// There is no mandate, or the ballot is out of reach.
pub fn may_cast(
    mandates: &[Mandate],
    voter: MemberId,
    by: MemberId,
    ballot: Ballot,
) -> Result<(), Refusal> {
    if by != voter && !mandates.contains(&Mandate { giver: voter, holder: by }) {
        return Err(Refusal::NoMandate);
    }
    match ballot.cast_by {
        Some(cast_by) if cast_by == voter && by != voter => Err(Refusal::GiverVoted),
        Some(_) if !ballot.is_replaceable => Err(Refusal::Used),
        _ => Ok(()),
    }
}

/// Whether a giver may take a mandate back: until it is used, also after the opening.
///
/// # Errors
/// There is none, or the ballot was cast.
pub fn may_revoke(mandates: &[Mandate], giver: MemberId, ballot: Ballot) -> Result<(), Refusal> {
    if !mandates.iter().any(|it| it.giver == giver) {
        return Err(Refusal::NoMandate);
    }
    if ballot.cast_by.is_some() { Err(Refusal::Used) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;

    const fn member(n: u128) -> MemberId {
        MemberId(Uuid::from_u128(n))
    }

    const ALICE: MemberId = member(1);
    const BOB: MemberId = member(2);
    const CAROL: MemberId = member(3);
    const DORA: MemberId = member(4);

    fn roll() -> Roll {
        let residents = Some("residents".to_owned());
        let business = Some("business".to_owned());
        [(ALICE, residents.clone()), (BOB, residents.clone()), (CAROL, residents), (DORA, business)]
            .into_iter()
            .collect()
    }

    const fn from(giver: MemberId, holder: MemberId) -> Mandate {
        Mandate { giver, holder }
    }

    fn give(most: u32, given: &[Mandate], mandate: Mandate) -> Result<(), Refusal> {
        may_give(most, &roll(), given, mandate, false)
    }

    #[test]
    fn a_proxy_is_given_within_the_group_and_never_passed_on() {
        assert_eq!(give(1, &[], from(ALICE, BOB)), Ok(()));
        assert_eq!(give(1, &[], from(ALICE, ALICE)), Err(Refusal::Herself));
        assert_eq!(give(1, &[], from(ALICE, DORA)), Err(Refusal::OtherGroup));
        assert_eq!(give(1, &[], from(ALICE, member(9))), Err(Refusal::NotOnTheRoll));
        let given = [from(ALICE, BOB)];
        assert_eq!(give(1, &given, from(BOB, CAROL)), Err(Refusal::IsHolder));
        assert_eq!(give(1, &given, from(CAROL, ALICE)), Err(Refusal::HolderHasGiven));
        assert_eq!(give(1, &given, from(ALICE, CAROL)), Err(Refusal::HasGiven));
    }

    #[test]
    fn a_holder_has_at_most_so_many() {
        let given = [from(ALICE, BOB)];
        assert_eq!(give(1, &given, from(CAROL, BOB)), Err(Refusal::TooMany { most: 1 }));
        assert_eq!(give(2, &given, from(CAROL, BOB)), Ok(()));
        assert_eq!(give(0, &[], from(CAROL, BOB)), Err(Refusal::TooMany { most: 0 }));
    }

    #[test]
    fn the_opening_freezes_what_was_given() {
        let late = may_give(1, &roll(), &[], from(ALICE, BOB), true);
        assert_eq!(late, Err(Refusal::Frozen));
    }

    #[test]
    fn a_mandate_of_or_for_somebody_who_is_not_on_the_roll_falls_away_and_makes_room() {
        let strange = from(member(9), BOB);
        let given = [strange, from(DORA, BOB), from(CAROL, BOB), from(ALICE, BOB)];
        let (standing, fallen) = freeze(1, &roll(), &given);
        assert_eq!(standing, [from(CAROL, BOB)]);
        let why: Vec<Ending> = fallen.iter().map(|(_, why)| *why).collect();
        assert_eq!(why, [Ending::NotOnTheRoll, Ending::OtherGroup, Ending::NotAllowed]);
    }

    #[test]
    fn the_last_act_wins_in_an_open_vote_and_the_first_in_a_secret_one() {
        let given = [from(ALICE, BOB)];
        let open = |cast_by| Ballot { cast_by, is_replaceable: true };
        let secret = |cast_by| Ballot { cast_by, is_replaceable: false };
        let cast = |by, ballot| may_cast(&given, ALICE, by, ballot);
        assert_eq!(cast(BOB, open(None)), Ok(()));
        assert_eq!(cast(ALICE, open(Some(BOB))), Ok(()));
        assert_eq!(cast(BOB, open(Some(ALICE))), Err(Refusal::GiverVoted));
        assert_eq!(cast(ALICE, secret(Some(BOB))), Err(Refusal::Used));
        assert_eq!(cast(BOB, secret(Some(ALICE))), Err(Refusal::GiverVoted));
        assert_eq!(cast(CAROL, open(None)), Err(Refusal::NoMandate));
    }

    #[test]
    fn a_mandate_is_taken_back_until_it_is_used() {
        let given = [from(ALICE, BOB)];
        assert_eq!(may_revoke(&given, ALICE, Ballot::default()), Ok(()));
        let used = Ballot { cast_by: Some(BOB), is_replaceable: true };
        assert_eq!(may_revoke(&given, ALICE, used), Err(Refusal::Used));
        assert_eq!(may_revoke(&given, CAROL, Ballot::default()), Err(Refusal::NoMandate));
    }

    proptest! {
        #[test]
        fn no_vote_is_lost_or_doubled(pairs in proptest::collection::vec((1_u128..5, 1_u128..5), 0..8)) {
            let mut given = Vec::new();
            for (giver, holder) in pairs {
                let mandate = from(member(giver), member(holder));
                if give(2, &given, mandate).is_ok() {
                    given.push(mandate);
                }
            }
            prop_assert_eq!(freeze(2, &roll(), &given), (given.clone(), Vec::new()));
            for it in &given {
                prop_assert_eq!(given.iter().filter(|other| other.giver == it.giver).count(), 1);
                prop_assert!(given.iter().filter(|other| other.holder == it.holder).count() <= 2);
                prop_assert!(given.iter().all(|other| other.holder != it.giver));
            }
        }
    }
}

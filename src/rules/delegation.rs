//! Delegation in open votes: a member has another one speak for her, on a topic or in one vote.
//!
//! Source: the charter. One level only: a delegate's ballot carries those who chose her, never those
//! who chose them. It can be taken back at any time, the delegate sees it, and who votes herself
//! overrides it. A delegate who doesn't vote carries nobody. In secret votes there is none; there a
//! proxy has a ballot of its own.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::{
    ballot::{BodyKind, Secrecy},
    word::words,
};
use crate::ids::{MemberId, VoteId};

/// Members whom one ballot may carry beside its voter, unless the charter sets another number: none.
/// The law gives every member a vote and knows proxies (art. 2:38 BW), not this; so a neighbourhood
/// has it when it writes it in its charter, and not before.
pub const MOST: u32 = 0;

/// For what somebody speaks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// Every vote on a topic.
    Topic(String),
    /// One vote. It goes before a topic.
    Vote(VoteId),
}

/// A delegation that stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Delegation {
    pub giver: MemberId,
    pub delegate: MemberId,
    pub scope: Scope,
    /// Its place in the journal: what was given first counts first.
    pub given: u64,
}

/// A vote, as far as delegation goes.
#[derive(Clone, Copy, Debug)]
pub struct Question<'a> {
    pub vote: VoteId,
    pub topic: Option<&'a str>,
    pub is_secret: bool,
}

/// Why a delegation can't be given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    #[error("not on the roll")]
    NotOnTheRoll,
    #[error("nobody speaks for herself by delegation")]
    Herself,
    #[error("speaks for {most} already")]
    TooMany { most: u32 },
    #[error("there is one for this already")]
    Exists,
    #[error("not in this vote: it is secret, or of the council")]
    NotHere,
    #[error("there is none")]
    None,
}

/// Whether there is delegation in a vote at all: where everybody may see by whom a vote was cast, and
/// where people vote for themselves. A seat votes for its sector and has an alternate.
///
/// # Errors
/// [`Refusal::NotHere`].
pub fn may_be_in(body: BodyKind, secrecy: Secrecy) -> Result<(), Refusal> {
    match (body, secrecy) {
        (BodyKind::Assembly, Secrecy::Open) => Ok(()),
        _ => Err(Refusal::NotHere),
    }
}

words! {
    /// Why a delegation carries nothing in a vote.
    pub enum Idle {
        /// The giver votes herself.
        OwnVote = "own_vote",
        /// One for this very vote goes before it.
        OtherGoesBefore = "other_goes_before",
        /// The delegate doesn't vote herself; what she delegated isn't passed on.
        DelegateSilent = "delegate_silent",
        /// The delegate carries as many as the charter allows.
        TooMany = "too_many",
        /// One of the two doesn't stand on the roll.
        NotOnTheRoll = "not_on_the_roll",
        /// The vote is secret.
        Secret = "secret",
    }
}

/// Whom the ballots of a vote carry.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Carried {
    /// By everybody who votes: those whom her ballot carries beside herself.
    pub by: BTreeMap<MemberId, BTreeSet<MemberId>>,
    /// Givers whom nobody carries by this delegation, and why; by its place in the journal.
    pub idle: BTreeMap<u64, Idle>,
}

impl Carried {
    /// How many votes a ballot counts for: its voter and those whom it carries.
    #[must_use]
    pub fn weight(&self, voter: MemberId) -> u64 {
        let carried = self.by.get(&voter).map_or(0, BTreeSet::len);
        u64::try_from(carried).unwrap_or(u64::MAX).saturating_add(1)
    }
}

/// Whether a delegation may be given, with those that stand.
///
/// # Errors
/// The first fault.
pub fn may_give(
    most: u32,
    roll: &BTreeSet<MemberId>,
    standing: &[Delegation],
    delegation: &Delegation,
) -> Result<(), Refusal> {
    let Delegation { giver, delegate, scope, .. } = delegation;
    if giver == delegate {
        return Err(Refusal::Herself);
    }
    if !roll.contains(giver) || !roll.contains(delegate) {
        return Err(Refusal::NotOnTheRoll);
    }
    if standing.iter().any(|it| it.giver == *giver && it.scope == *scope) {
        return Err(Refusal::Exists);
    }
    let same = standing.iter().filter(|it| it.delegate == *delegate && it.scope == *scope).count();
    if u32::try_from(same).is_ok_and(|same| same < most) {
        Ok(())
    } else {
        Err(Refusal::TooMany { most })
    }
}

/// Says whom the ballots of a vote carry. `voted` are those who cast a ballot of their own.
#[must_use]
pub fn carry(
    most: u32,
    question: Question<'_>,
    roll: &BTreeSet<MemberId>,
    standing: &[Delegation],
    voted: &BTreeSet<MemberId>,
) -> Carried {
    let mut carried = Carried::default();
    let mut ours: Vec<&Delegation> =
        standing.iter().filter(|it| question.is_in(&it.scope)).collect();
    ours.sort_unstable_by_key(|it| it.given);
    let for_this_vote: BTreeSet<MemberId> =
        ours.iter().filter(|it| matches!(it.scope, Scope::Vote(_))).map(|it| it.giver).collect();
    for it in ours {
        let goes_after = matches!(it.scope, Scope::Topic(_)) && for_this_vote.contains(&it.giver);
        let idle = if question.is_secret {
            Some(Idle::Secret)
        } else if !roll.contains(&it.giver) || !roll.contains(&it.delegate) {
            Some(Idle::NotOnTheRoll)
        } else if voted.contains(&it.giver) {
            Some(Idle::OwnVote)
        } else if goes_after {
            Some(Idle::OtherGoesBefore)
        } else if !voted.contains(&it.delegate) {
            Some(Idle::DelegateSilent)
        } else {
            let of_delegate = carried.by.entry(it.delegate).or_default();
            if u32::try_from(of_delegate.len()).is_ok_and(|many| many < most) {
                of_delegate.insert(it.giver);
                None
            } else {
                Some(Idle::TooMany)
            }
        };
        carried.idle.extend(idle.map(|idle| (it.given, idle)));
    }
    carried
}

impl Question<'_> {
    fn is_in(self, scope: &Scope) -> bool {
        match scope {
            Scope::Topic(topic) => self.topic == Some(topic.as_str()),
            Scope::Vote(vote) => self.vote == *vote,
        }
    }
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
    const VOTE: VoteId = VoteId(Uuid::from_u128(7));
    const QUESTION: Question<'_> =
        Question { vote: VOTE, topic: Some("traffic"), is_secret: false };

    fn roll() -> BTreeSet<MemberId> {
        (1..=6).map(member).collect()
    }

    fn topic(giver: MemberId, delegate: MemberId, given: u64) -> Delegation {
        Delegation { giver, delegate, scope: Scope::Topic("traffic".to_owned()), given }
    }

    fn carried(most: u32, standing: &[Delegation], voted: &[MemberId]) -> Carried {
        carry(most, QUESTION, &roll(), standing, &voted.iter().copied().collect())
    }

    #[test]
    fn a_ballot_carries_those_who_chose_its_voter_and_nobody_further() {
        let chain = [topic(ALICE, BOB, 1), topic(BOB, CAROL, 2)];
        let it = carried(3, &chain, &[CAROL]);
        assert_eq!((it.weight(CAROL), it.weight(BOB)), (2, 1));
        assert_eq!(it.idle, [(1, Idle::DelegateSilent)].into_iter().collect());
    }

    #[test]
    fn who_votes_herself_is_not_carried() {
        let it = carried(3, &[topic(ALICE, BOB, 1)], &[ALICE, BOB]);
        assert_eq!(it.weight(BOB), 1);
        assert_eq!(it.idle.get(&1), Some(&Idle::OwnVote));
    }

    #[test]
    fn one_for_this_vote_goes_before_one_for_its_topic() {
        let for_vote = Delegation { scope: Scope::Vote(VOTE), ..topic(ALICE, CAROL, 2) };
        let it = carried(3, &[topic(ALICE, BOB, 1), for_vote.clone()], &[BOB, CAROL]);
        assert_eq!((it.weight(BOB), it.weight(CAROL)), (1, 2));
        assert_eq!(it.idle.get(&1), Some(&Idle::OtherGoesBefore));
        // Also when that delegate stays silent: the giver chose her for this.
        let silent = carried(3, &[topic(ALICE, BOB, 1), for_vote], &[BOB]);
        assert_eq!(silent.weight(BOB), 1);
    }

    #[test]
    fn beyond_the_most_the_first_ones_given_count() {
        let all = [topic(ALICE, DORA, 3), topic(BOB, DORA, 1), topic(CAROL, DORA, 2)];
        let it = carried(2, &all, &[DORA]);
        assert_eq!(it.by[&DORA], [BOB, CAROL].into_iter().collect());
        assert_eq!(it.idle, [(3, Idle::TooMany)].into_iter().collect());
    }

    #[test]
    fn a_secret_vote_knows_no_delegation() {
        let secret = Question { is_secret: true, ..QUESTION };
        let voted = [BOB].into_iter().collect();
        let it = carry(3, secret, &roll(), &[topic(ALICE, BOB, 1)], &voted);
        assert_eq!(it.weight(BOB), 1);
    }

    #[test]
    fn there_is_none_in_the_council_or_in_secret() {
        let may = |body, secrecy| may_be_in(body, secrecy);
        assert_eq!(may(BodyKind::Assembly, Secrecy::Open), Ok(()));
        assert_eq!(may(BodyKind::Assembly, Secrecy::Secret), Err(Refusal::NotHere));
        assert_eq!(may(BodyKind::Council, Secrecy::Open), Err(Refusal::NotHere));
    }

    #[test]
    fn another_topic_is_another_matter() {
        let parks = Question { topic: Some("parks"), ..QUESTION };
        let voted = [BOB].into_iter().collect();
        let it = carry(3, parks, &roll(), &[topic(ALICE, BOB, 1)], &voted);
        assert_eq!(it, Carried::default());
    }

    #[test]
    fn it_is_given_once_to_somebody_else_on_the_roll() {
        let give = |standing: &[Delegation], it| may_give(1, &roll(), standing, &it);
        assert_eq!(give(&[], topic(ALICE, BOB, 1)), Ok(()));
        assert_eq!(give(&[], topic(ALICE, ALICE, 1)), Err(Refusal::Herself));
        assert_eq!(give(&[], topic(ALICE, member(99), 1)), Err(Refusal::NotOnTheRoll));
        let standing = [topic(ALICE, BOB, 1)];
        assert_eq!(give(&standing, topic(ALICE, CAROL, 2)), Err(Refusal::Exists));
        assert_eq!(give(&standing, topic(CAROL, BOB, 2)), Err(Refusal::TooMany { most: 1 }));
    }

    proptest! {
        #[test]
        fn nobody_is_counted_twice(
            pairs in proptest::collection::vec((1_u128..7, 1_u128..7, any::<bool>()), 0..20),
            voted in proptest::collection::btree_set(1_u128..7, 0..6),
            most in 0_u32..4,
        ) {
            let mut standing: Vec<Delegation> = Vec::new();
            for (given, (giver, delegate, one_vote)) in (1_u64..).zip(pairs) {
                let mut it = topic(member(giver), member(delegate), given);
                if one_vote {
                    it.scope = Scope::Vote(VOTE);
                }
                if may_give(9, &roll(), &standing, &it).is_ok() {
                    standing.push(it);
                }
            }
            let voted: BTreeSet<MemberId> = voted.into_iter().map(member).collect();
            let it = carry(most, QUESTION, &roll(), &standing, &voted);
            let counted: u64 = voted.iter().map(|voter| it.weight(*voter)).sum();
            prop_assert!(counted <= 6);
            let mut seen: Vec<MemberId> = it.by.values().flatten().copied().collect();
            seen.extend(&voted);
            let all: BTreeSet<MemberId> = seen.iter().copied().collect();
            prop_assert_eq!(seen.len(), all.len());
            prop_assert!(it.by.values().all(|carried| carried.len() <= most as usize));
            let mut turned = standing.clone();
            turned.reverse();
            prop_assert_eq!(carry(most, QUESTION, &roll(), &turned, &voted), it);
        }
    }
}

//! The life of a proposal: one transition table.

use super::{
    outcome::Outcome,
    transition,
    word::words,
    wording::{self, Field},
};

words! {
    /// Where a proposal stands.
    pub enum Stage {
        Draft = "draft",
        Open = "open",
        Supported = "supported",
        InVote = "in_vote",
        Adopted = "adopted",
        Rejected = "rejected",
        Withdrawn = "withdrawn",
        Lapsed = "lapsed",
    }
}

words! {
    /// What is done with a proposal.
    pub enum Step {
        /// The submitter puts it before the neighbourhood.
        Open = "open",
        /// Enough members support it.
        ReachThreshold = "reach_threshold",
        /// Support was taken back until there is not enough.
        LoseThreshold = "lose_threshold",
        EnterVote = "enter_vote",
        /// A new vote opens, since the outcome of the one that decided about it is disputed (art. 2:13(4)
        /// BW): what was decided loses its effect.
        EnterNewVote = "enter_new_vote",
        Adopt = "adopt",
        Reject = "reject",
        /// The vote on it decided nothing: it is put to the vote again.
        ComeBack = "come_back",
        /// The vote on it was cancelled: back to where it was.
        LeaveVote = "leave_vote",
        Withdraw = "withdraw",
        Lapse = "lapse",
    }
}

words! {
    /// What kind of decision is asked for.
    pub enum Kind {
        Proposal = "proposal",
        /// Expresses a wish; it is not a proposal.
        Motion = "motion",
        /// *Uitdaagrecht*: residents take over a public task.
        RightToChallenge = "right_to_challenge",
        /// *Biedingsrecht*: a first bid on a building or plot.
        RightToBid = "right_to_bid",
        /// *Buurtplanrecht*.
        NeighbourhoodPlan = "neighbourhood_plan",
        /// *Publiek-civiele samenwerking*.
        Partnership = "partnership",
        Purchase = "purchase",
        FundRequest = "fund_request",
        /// Who will sit in the council. Called by the secretary, written by nobody.
        Election = "election",
    }
}

impl Kind {
    /// Whether it belongs to an election: it needs no support, and only the election changes it.
    #[must_use]
    pub const fn is_election(self) -> bool {
        matches!(self, Self::Election)
    }

    /// Those that people write.
    pub fn written() -> impl Iterator<Item = Self> {
        Self::ALL.iter().copied().filter(|kind| !kind.is_election())
    }
}

words! {
    /// A value that a proposal serves: the default indicators of a neighbourhood.
    pub enum Value {
        Money = "money",
        Jobs = "jobs",
        LocalEnterprise = "local_enterprise",
        Safety = "safety",
        Equality = "equality",
        Cooperation = "cooperation",
        Training = "training",
        Health = "health",
        Nature = "nature",
        Liveability = "liveability",
        SocialNetworks = "social_networks",
    }
}

/// Every step that exists, from where to where. What is not here can't happen.
pub const TRANSITIONS: &[(Stage, Step, Stage)] = &[
    (Stage::Draft, Step::Open, Stage::Open),
    (Stage::Draft, Step::Withdraw, Stage::Withdrawn),
    (Stage::Open, Step::ReachThreshold, Stage::Supported),
    (Stage::Open, Step::Withdraw, Stage::Withdrawn),
    (Stage::Open, Step::Lapse, Stage::Lapsed),
    (Stage::Supported, Step::LoseThreshold, Stage::Open),
    (Stage::Supported, Step::EnterVote, Stage::InVote),
    (Stage::Supported, Step::Withdraw, Stage::Withdrawn),
    (Stage::InVote, Step::Adopt, Stage::Adopted),
    (Stage::InVote, Step::Reject, Stage::Rejected),
    (Stage::InVote, Step::ComeBack, Stage::Supported),
    (Stage::InVote, Step::LeaveVote, Stage::Supported),
    (Stage::Adopted, Step::EnterNewVote, Stage::InVote),
    (Stage::Rejected, Step::EnterNewVote, Stage::InVote),
];

/// Why the rules say no.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    #[error("{step} can't follow {stage}")]
    NotNow { stage: Stage, step: Step },
    #[error("only the submitter may do this")]
    NotTheSubmitter,
    #[error("the text is frozen since the vote opened")]
    Frozen { stage: Stage },
    #[error("{0:?}")]
    Wording(Vec<wording::Refusal>),
    #[error("a proposal is supported while it is open, not when it is {0}")]
    NotOpenForSupport(Stage),
    #[error("a proposal that is {0} takes no comments")]
    NotOpenForComments(Stage),
    #[error("this belongs to an election")]
    OfAnElection,
}

/// Takes a step.
///
/// # Errors
/// [`Refusal::NotNow`] when the table has no such step.
pub fn step(stage: Stage, step: Step) -> Result<Stage, Refusal> {
    transition::follow(TRANSITIONS, stage, step).ok_or(Refusal::NotNow { stage, step })
}

/// The step that the outcome of a vote asks for.
#[must_use]
pub const fn after(outcome: Outcome) -> Step {
    match outcome {
        _ if outcome.is_adopted() => Step::Adopt,
        _ if outcome.comes_back() => Step::ComeBack,
        _ => Step::Reject,
    }
}

/// The step that the number of supporters asks for at this stage, if any.
#[must_use]
pub const fn support_step(stage: Stage, supporters: u64, threshold: u32) -> Option<Step> {
    let enough = supporters >= widened(threshold);
    match stage {
        Stage::Open if enough => Some(Step::ReachThreshold),
        Stage::Supported if !enough => Some(Step::LoseThreshold),
        _ => None,
    }
}

const fn widened(number: u32) -> u64 {
    #[expect(clippy::as_conversions, reason = "u64::from is not const, and u32 always fits")]
    {
        number as u64
    }
}

/// Support is given and taken back until a vote opens.
///
/// # Errors
/// [`Refusal::NotOpenForSupport`].
pub const fn may_support(stage: Stage) -> Result<(), Refusal> {
    match stage {
        Stage::Open | Stage::Supported => Ok(()),
        _ => Err(Refusal::NotOpenForSupport(stage)),
    }
}

/// People talk about a proposal from the moment it is open; after a decision too.
///
/// # Errors
/// [`Refusal::NotOpenForComments`] for a draft and for what was withdrawn.
pub const fn may_comment(stage: Stage) -> Result<(), Refusal> {
    match stage {
        Stage::Draft | Stage::Withdrawn => Err(Refusal::NotOpenForComments(stage)),
        _ => Ok(()),
    }
}

/// The submitter may change the text until a vote opens.
///
/// # Errors
/// [`Refusal::NotTheSubmitter`] or [`Refusal::Frozen`].
pub const fn may_revise(stage: Stage, is_submitter: bool) -> Result<(), Refusal> {
    match stage {
        _ if !is_submitter => Err(Refusal::NotTheSubmitter),
        Stage::Draft | Stage::Open | Stage::Supported => Ok(()),
        _ => Err(Refusal::Frozen { stage }),
    }
}

/// The submitter may take it back until a vote opens.
///
/// # Errors
/// [`Refusal::NotTheSubmitter`] or [`Refusal::NotNow`].
pub fn withdraw(stage: Stage, is_submitter: bool) -> Result<Stage, Refusal> {
    if !is_submitter {
        return Err(Refusal::NotTheSubmitter);
    }
    step(stage, Step::Withdraw)
}

/// What belongs to an election is not for its submitter to write, change or withdraw.
///
/// # Errors
/// [`Refusal::OfAnElection`].
pub const fn check_kind(kind: Kind) -> Result<(), Refusal> {
    if kind.is_election() { Err(Refusal::OfAnElection) } else { Ok(()) }
}

/// Whether others than the submitter see it.
#[must_use]
pub const fn is_public(stage: Stage) -> bool {
    !matches!(stage, Stage::Draft)
}

/// Checks the texts of a proposal.
///
/// # Errors
/// [`Refusal::Wording`] with every fault.
pub fn check_texts(title: &str, summary: &str, text: &str, addressee: &str) -> Result<(), Refusal> {
    wording::check_all(&[
        (Field::Title, title),
        (Field::Summary, summary),
        (Field::Text, text),
        (Field::Addressee, addressee),
    ])
    .map_err(Refusal::Wording)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_decided_stays_decided_unless_a_new_vote_opens() {
        for stage in [Stage::Adopted, Stage::Rejected, Stage::Withdrawn, Stage::Lapsed] {
            let is_voted = matches!(stage, Stage::Adopted | Stage::Rejected);
            for taken in Step::ALL {
                let expected = match taken {
                    Step::EnterNewVote if is_voted => Ok(Stage::InVote),
                    _ => Err(Refusal::NotNow { stage, step: *taken }),
                };
                assert_eq!(step(stage, *taken), expected);
            }
        }
        for stage in Stage::ALL {
            let is_voted = matches!(stage, Stage::Adopted | Stage::Rejected);
            assert_eq!(step(*stage, Step::EnterNewVote).is_ok(), is_voted, "{stage}");
        }
    }

    #[test]
    fn every_stage_but_the_draft_is_reached_by_a_step() {
        for stage in Stage::ALL.iter().filter(|stage| **stage != Stage::Draft) {
            assert!(TRANSITIONS.iter().any(|(_, _, to)| to == stage), "{stage}");
        }
    }

    #[test]
    fn a_step_leads_to_one_stage_only() {
        for (i, (from, taken, _)) in TRANSITIONS.iter().enumerate() {
            let same = TRANSITIONS.iter().skip(i + 1).any(|(f, t, _)| (f, t) == (from, taken));
            assert!(!same, "{from} {taken}");
        }
    }

    #[test]
    fn what_came_back_can_be_put_to_the_vote_again() {
        for outcome in [Outcome::Postponed, Outcome::NextRound, Outcome::ToVote] {
            let back = step(Stage::InVote, after(outcome)).unwrap();
            assert_eq!(step(back, Step::EnterVote), Ok(Stage::InVote), "{outcome}");
        }
        for outcome in [Outcome::Tied, Outcome::NoQuorum, Outcome::NoConsent] {
            assert_eq!(step(Stage::InVote, after(outcome)), Ok(Stage::Rejected), "{outcome}");
        }
    }

    #[test]
    fn the_threshold_is_reached_and_lost() {
        assert_eq!(support_step(Stage::Open, 9, 10), None);
        assert_eq!(support_step(Stage::Open, 10, 10), Some(Step::ReachThreshold));
        assert_eq!(support_step(Stage::Supported, 9, 10), Some(Step::LoseThreshold));
        assert_eq!(support_step(Stage::InVote, 0, 10), None);
    }

    #[test]
    fn nobody_else_withdraws_and_nobody_withdraws_during_a_vote() {
        assert_eq!(withdraw(Stage::Open, false), Err(Refusal::NotTheSubmitter));
        assert_eq!(withdraw(Stage::Open, true), Ok(Stage::Withdrawn));
        assert!(withdraw(Stage::InVote, true).is_err());
        assert!(matches!(may_revise(Stage::InVote, true), Err(Refusal::Frozen { .. })));
    }
}

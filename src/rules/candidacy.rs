//! Elections of persons: the life of an election, who may stand for the seats of a sector, and who
//! votes for them.
//!
//! Nobody stands who didn't consent herself. Who has a seat already stands for no other one at the
//! same time: one person, one ballot in the council.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use super::{
    age_quota, seat,
    sector::Usual,
    transition,
    word::words,
    wording::{self, Field},
};

words! {
    /// Where an election stands.
    pub enum Stage {
        /// People stand, or are nominated.
        Nominating = "nominating",
        /// The candidates are known; the vote comes, or is under way.
        Voting = "voting",
        /// Who was elected has a seat.
        Seated = "seated",
        /// Nobody stood, or the vote chose nobody.
        Failed = "failed",
        CalledOff = "called_off",
    }
}

words! {
    /// What is done with an election.
    pub enum Step {
        CloseNominations = "close_nominations",
        Seat = "seat",
        Fail = "fail",
        CallOff = "call_off",
    }
}

words! {
    /// How the seats are filled.
    pub enum Way {
        Ballot = "ballot",
        /// By lot among those who are willing, where the charter says so.
        Lot = "lot",
    }
}

words! {
    /// Who votes.
    pub enum Electorate {
        /// The members of the sector whose seats they are.
        Sector = "sector",
        All = "all",
    }
}

/// Every step that exists.
pub const TRANSITIONS: &[(Stage, Step, Stage)] = &[
    (Stage::Nominating, Step::CloseNominations, Stage::Voting),
    // No more stand than there are seats, or the lot chose.
    (Stage::Nominating, Step::Seat, Stage::Seated),
    (Stage::Nominating, Step::Fail, Stage::Failed),
    (Stage::Nominating, Step::CallOff, Stage::CalledOff),
    (Stage::Voting, Step::Seat, Stage::Seated),
    (Stage::Voting, Step::Fail, Stage::Failed),
    (Stage::Voting, Step::CallOff, Stage::CalledOff),
];

/// The shortest time in which people can stand, in hours.
pub const HOURS_LEAST: i64 = 24;
/// Most nominations of others by one member in one election.
pub const NOMINATIONS_MOST: usize = 10;

/// Why the rules say no.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    #[error("{step} can't follow {stage}")]
    NotNow { stage: Stage, step: Step },
    #[error("an election is for one seat at least")]
    NoSeats,
    #[error("{free} seats of this sector are free then")]
    SeatsTaken { free: u32 },
    #[error("people have {HOURS_LEAST} hours at least to stand")]
    Hurried,
    #[error("the term ends before it begins")]
    Backwards,
    #[error("nobody stands any more since {at}")]
    NominationsClosed { at: DateTime<Utc> },
    #[error("candidates were final when the vote opened")]
    VoteOpened,
    #[error("not a member of this sector")]
    NotInSector,
    #[error("not old enough to vote")]
    TooYoung,
    #[error("has a seat at that time")]
    HasASeat,
    #[error("doesn't stand")]
    NotACandidate,
    #[error("the result isn't there yet")]
    NoResultYet,
    #[error("sits in the council; the secretary ends a term")]
    Sits,
    #[error("no seat of this election is vacant")]
    NoVacancy,
    #[error("nobody is left who can take the seat; a new election is needed")]
    NobodyLeft,
    #[error(transparent)]
    Quotas(#[from] age_quota::Refusal),
    #[error(transparent)]
    Wording(#[from] wording::Refusal),
}

/// Takes a step.
///
/// # Errors
/// [`Refusal::NotNow`] when the table has no such step.
pub fn step(stage: Stage, step: Step) -> Result<Stage, Refusal> {
    transition::follow(TRANSITIONS, stage, step).ok_or(Refusal::NotNow { stage, step })
}

/// The days of a term; without a last day it goes on.
pub type Term = (NaiveDate, Option<NaiveDate>);

/// Checks an election that is called: `free` seats of the sector are free when the term begins.
///
/// # Errors
/// No seats or too many, too little time to stand, or a term that ends before it begins.
pub fn check_call(
    now: DateTime<Utc>,
    nominate_until: DateTime<Utc>,
    (seats, free): (u32, u32),
    (from_on, until_on): Term,
) -> Result<(), Refusal> {
    if seats == 0 {
        return Err(Refusal::NoSeats);
    }
    if seats > free {
        return Err(Refusal::SeatsTaken { free });
    }
    if nominate_until.signed_duration_since(now) < TimeDelta::hours(HOURS_LEAST) {
        return Err(Refusal::Hurried);
    }
    if until_on.is_some_and(|until_on| until_on < from_on) {
        return Err(Refusal::Backwards);
    }
    Ok(())
}

/// Whether a member of this sector belongs to the voters of `sector`. Who has no sector on the roll
/// is a resident.
#[must_use]
pub fn belongs(of_member: Option<&str>, sector: &str) -> bool {
    of_member.unwrap_or(Usual::Residents.word()) == sector
}

/// What the rules look at when somebody stands.
#[derive(Clone, Debug)]
pub struct Person<'a> {
    pub sector: Option<&'a str>,
    pub is_old_enough: bool,
    /// The terms of the seats that she holds, now or later.
    pub held: &'a [Term],
}

/// Whether somebody may stand for a seat of a sector.
///
/// # Errors
/// [`Refusal::NotInSector`], [`Refusal::TooYoung`] or [`Refusal::HasASeat`].
pub fn may_stand(person: &Person<'_>, sector: &str, term: Term) -> Result<(), Refusal> {
    if !belongs(person.sector, sector) {
        return Err(Refusal::NotInSector);
    }
    if !person.is_old_enough {
        return Err(Refusal::TooYoung);
    }
    may_sit(person.held, term)
}

/// Whether somebody who holds these seats can take another one.
///
/// # Errors
/// [`Refusal::HasASeat`].
pub fn may_sit(held: &[Term], term: Term) -> Result<(), Refusal> {
    if held.iter().any(|it| seat::overlap(*it, term)) { Err(Refusal::HasASeat) } else { Ok(()) }
}

/// Whether people can still stand or be nominated, and candidates change what they say. The clock
/// decides, not the job that closes the list.
///
/// # Errors
/// [`Refusal::NominationsClosed`].
pub fn takes_nominations(
    stage: Stage,
    now: DateTime<Utc>,
    nominate_until: DateTime<Utc>,
) -> Result<(), Refusal> {
    if stage == Stage::Nominating && now < nominate_until {
        Ok(())
    } else {
        Err(Refusal::NominationsClosed { at: nominate_until })
    }
}

/// Whether a candidate can still withdraw: until the vote opens.
///
/// # Errors
/// [`Refusal::VoteOpened`].
pub fn may_withdraw(
    stage: Stage,
    now: DateTime<Utc>,
    vote_opens_at: Option<DateTime<Utc>>,
) -> Result<(), Refusal> {
    let in_time = vote_opens_at.is_none_or(|opens_at| now < opens_at);
    match stage {
        Stage::Nominating => Ok(()),
        Stage::Voting if in_time => Ok(()),
        _ => Err(Refusal::VoteOpened),
    }
}

/// Checks what a candidate says of herself.
///
/// # Errors
/// It is too short or too long. Who is willing to be drawn by lot needn't say anything.
pub fn check_statement(way: Way, statement: &str) -> Result<(), Refusal> {
    match way {
        Way::Lot if statement.trim().is_empty() => Ok(()),
        Way::Ballot | Way::Lot => Ok(wording::check(Field::Statement, statement)?),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: DateTime<Utc> = DateTime::<Utc>::UNIX_EPOCH;

    fn day(n: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 1, n).unwrap()
    }

    #[test]
    fn nothing_follows_the_end() {
        for stage in [Stage::Seated, Stage::Failed, Stage::CalledOff] {
            assert!(Step::ALL.iter().all(|taken| step(stage, *taken).is_err()));
        }
    }

    #[test]
    fn an_election_has_seats_that_are_free_and_time_to_stand() {
        let (soon, in_time) = (NOW + TimeDelta::hours(23), NOW + TimeDelta::hours(24));
        let term = (day(10), Some(day(20)));
        assert_eq!(check_call(NOW, in_time, (2, 2), term), Ok(()));
        assert_eq!(check_call(NOW, in_time, (0, 2), term), Err(Refusal::NoSeats));
        assert_eq!(check_call(NOW, in_time, (3, 2), term), Err(Refusal::SeatsTaken { free: 2 }));
        assert_eq!(check_call(NOW, soon, (2, 2), term), Err(Refusal::Hurried));
        let backwards = (day(10), Some(day(9)));
        assert_eq!(check_call(NOW, in_time, (2, 2), backwards), Err(Refusal::Backwards));
    }

    #[test]
    fn who_has_no_sector_on_the_roll_is_a_resident() {
        assert!(belongs(None, "residents") && belongs(Some("business"), "business"));
        assert!(!belongs(None, "business") && !belongs(Some("business"), "residents"));
    }

    #[test]
    fn a_holder_stands_again_for_after_her_term_and_for_no_second_seat() {
        let held = [(day(1), Some(day(9)))];
        let alice = Person { sector: None, is_old_enough: true, held: &held };
        let stands = |from_on| may_stand(&alice, "residents", (from_on, None));
        assert_eq!(stands(day(10)), Ok(()));
        assert_eq!(stands(day(9)), Err(Refusal::HasASeat));
        let young = Person { is_old_enough: false, ..alice.clone() };
        let term = (day(10), None);
        assert_eq!(may_stand(&young, "residents", term), Err(Refusal::TooYoung));
        assert_eq!(may_stand(&alice, "business", term), Err(Refusal::NotInSector));
    }

    #[test]
    fn nobody_stands_after_the_list_closed_and_nobody_withdraws_after_the_opening() {
        let until = NOW + TimeDelta::days(1);
        let early = until - TimeDelta::milliseconds(1);
        let closed = Err(Refusal::NominationsClosed { at: until });
        assert_eq!(takes_nominations(Stage::Nominating, early, until), Ok(()));
        assert_eq!(takes_nominations(Stage::Nominating, until, until), closed);
        assert_eq!(takes_nominations(Stage::Voting, early, until), closed);
        assert_eq!(may_withdraw(Stage::Voting, early, Some(until)), Ok(()));
        assert_eq!(may_withdraw(Stage::Voting, until, Some(until)), Err(Refusal::VoteOpened));
        assert_eq!(may_withdraw(Stage::Seated, early, None), Err(Refusal::VoteOpened));
    }

    #[test]
    fn a_candidate_says_something_and_one_who_is_drawn_needn_t() {
        assert_eq!(check_statement(Way::Lot, " "), Ok(()));
        assert!(check_statement(Way::Ballot, "").is_err());
        assert!(check_statement(Way::Lot, &"a".repeat(5_000)).is_err());
        assert_eq!(check_statement(Way::Ballot, &"I live here. ".repeat(5)), Ok(()));
    }
}

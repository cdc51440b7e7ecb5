use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::{Answer, Event, Outcome, Refusal, Rules, Silence, Step, Tally, Turn};
use crate::rules::word::words;

words! {
    /// What is going on.
    pub enum Phase {
        Clarifying = "clarifying",
        Reacting = "reacting",
        /// The consent round.
        Answering = "answering",
        /// The round is over, and objections stand.
        Objected = "objected",
        /// The round is over without an objection, but too few took part.
        WithoutQuorum = "without_quorum",
        Over = "over",
    }
}

/// An objection that stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Objection {
    pub argument: String,
    /// Who found it not argued.
    pub not_argued_by: BTreeSet<String>,
}

/// A proposal in its present round.
#[derive(Clone, Debug)]
pub struct Round<'a> {
    rules: &'a Rules,
    participants: &'a BTreeSet<String>,
    number: u32,
    version: u32,
    evaluate_on: NaiveDate,
    /// Meetings that ended without a decision.
    meetings: u32,
    phase: Phase,
    answers: BTreeMap<String, Answer>,
    /// Objections that stand, also from rounds before, by author.
    standing: BTreeMap<String, Objection>,
    /// The day on which the round was closed.
    closed_on: Option<NaiveDate>,
    outcome: Outcome,
    steps: Vec<Step>,
}

impl<'a> Round<'a> {
    /// The first round, on the first version.
    #[must_use]
    pub fn first(
        rules: &'a Rules,
        participants: &'a BTreeSet<String>,
        evaluate_on: NaiveDate,
    ) -> Self {
        Self {
            rules,
            participants,
            number: 1,
            version: 1,
            evaluate_on,
            meetings: 0,
            phase: Phase::Clarifying,
            answers: BTreeMap::new(),
            standing: BTreeMap::new(),
            closed_on: None,
            outcome: Outcome::Open,
            steps: vec![Step::Began { round: 1, version: 1, evaluate_on }],
        }
    }

    /// A round that goes on from what earlier ones left, as soon as people may answer.
    #[must_use]
    pub fn resumed(turn: &'a Turn, participants: &'a BTreeSet<String>) -> Self {
        let (round, version, evaluate_on) = (turn.round, turn.version, turn.evaluate_on);
        let standing = turn.standing.iter().filter(|(by, _)| participants.contains(*by));
        let objection = |argument: &String| Objection {
            argument: argument.clone(),
            not_argued_by: BTreeSet::new(),
        };
        Self {
            number: round,
            version,
            phase: Phase::Answering,
            meetings: turn.meetings,
            standing: standing.map(|(by, argument)| (by.clone(), objection(argument))).collect(),
            steps: vec![Step::Began { round, version, evaluate_on }],
            ..Self::first(&turn.rules, participants, evaluate_on)
        }
    }

    /// Whether nothing can happen any more.
    #[must_use]
    pub fn is_over(&self) -> bool {
        self.phase == Phase::Over
    }

    /// What is going on.
    #[must_use]
    pub const fn phase(&self) -> Phase {
        self.phase
    }

    /// Objections that stand, by author.
    #[must_use]
    pub const fn standing(&self) -> &BTreeMap<String, Objection> {
        &self.standing
    }

    /// How it stands, with all steps so far.
    #[must_use]
    pub fn tally(self) -> Tally {
        let concerns = self.answers.into_iter().filter_map(|(by, answer)| match answer {
            Answer::ConsentWithConcern { concern } => Some((by, concern)),
            _ => None,
        });
        Tally { outcome: self.outcome, concerns: concerns.collect(), steps: self.steps }
    }

    /// Lets something happen.
    ///
    /// # Errors
    /// It can't happen now, or not by this participant.
    pub fn happen(&mut self, event: &Event) -> Result<(), Refusal> {
        match (self.phase, event) {
            (Phase::Clarifying, Event::Clarified) => self.phase = Phase::Reacting,
            (Phase::Reacting, Event::Reacted) => self.phase = Phase::Answering,
            (Phase::Answering, Event::Answered { by, answer }) => self.answer(by, answer)?,
            (Phase::Answering, Event::RoundClosed { on }) => self.close(*on)?,
            (Phase::Objected, Event::Withdrawn { by }) => {
                let withdrawn = self.standing.remove(by);
                withdrawn.ok_or_else(|| Refusal::NoObjection(by.clone()))?;
                self.steps.push(Step::Withdrawn { by: by.clone() });
                self.settle();
            }
            (Phase::Objected, Event::NotArgued { objector, by }) => {
                self.find_not_argued(objector, by)?;
            }
            (Phase::Objected | Phase::WithoutQuorum, Event::Amended { version, evaluate_on }) => {
                self.amend(*version, *evaluate_on)?;
            }
            (Phase::Objected | Phase::WithoutQuorum, Event::HeldAgain) => self.again()?,
            (Phase::Objected | Phase::WithoutQuorum, Event::GivenUp) if !self.has_rounds_left() => {
                self.give_up();
            }
            (Phase::Over, _) => return Err(Refusal::NotNow(self.phase)),
            (_, Event::MeetingEnded) => {
                self.meetings = self.meetings.saturating_add(1);
                self.steps.push(Step::MeetingEnded { meeting: self.meetings });
                if self.meetings >= self.rules.meetings {
                    self.give_up();
                }
            }
            (phase, _) => return Err(Refusal::NotNow(phase)),
        }
        Ok(())
    }

    fn answer(&mut self, by: &str, answer: &Answer) -> Result<(), Refusal> {
        self.known(by)?;
        if let Answer::Objection { argument } = answer
            && argument.trim().is_empty()
        {
            return Err(Refusal::NoArgument);
        }
        self.answers.insert(by.to_owned(), answer.clone());
        Ok(())
    }

    fn known(&self, who: &str) -> Result<(), Refusal> {
        if self.participants.contains(who) {
            Ok(())
        } else {
            Err(Refusal::Stranger(who.to_owned()))
        }
    }

    fn close(&mut self, on: NaiveDate) -> Result<(), Refusal> {
        if self.evaluate_on <= on {
            return Err(Refusal::EvaluationPast);
        }
        self.closed_on = Some(on);
        for (by, answer) in &self.answers {
            match answer {
                Answer::Objection { argument } => {
                    let objection =
                        Objection { argument: argument.clone(), not_argued_by: BTreeSet::new() };
                    self.standing.insert(by.clone(), objection);
                }
                // Answering an amended version without objecting accepts it.
                _ if self.standing.remove(by).is_some() => {
                    self.steps.push(Step::Accepted { by: by.clone() });
                }
                _ => {}
            }
        }
        let ended = self.ended();
        self.steps.push(ended);
        if let Some(share) = self.rules.quorum {
            let (have, all) = (number(self.took_part().len()), number(self.participants.len()));
            let (least, met) = (share.least(all), share.is_reached(have, all));
            self.steps.push(Step::Quorum { share, least, have, met });
        }
        self.settle();
        Ok(())
    }

    /// Who takes part in this round.
    fn took_part(&self) -> BTreeSet<&str> {
        match self.rules.silence {
            Silence::Explicit => self.answers.keys().map(String::as_str).collect(),
            Silence::Lazy => self.participants.iter().map(String::as_str).collect(),
        }
    }

    fn has_quorum(&self) -> bool {
        let (have, all) = (number(self.took_part().len()), number(self.participants.len()));
        self.rules.quorum.is_none_or(|share| share.is_reached(have, all)) && have > 0
    }

    fn ended(&self) -> Step {
        let of = |is: fn(&Answer) -> bool| {
            number(self.answers.values().filter(|answer| is(answer)).count())
        };
        Step::Ended {
            round: self.number,
            consent: of(|it| matches!(it, Answer::Consent)),
            concerns: of(|it| matches!(it, Answer::ConsentWithConcern { .. })),
            aside: of(|it| matches!(it, Answer::StandAside)),
            objections: of(|it| matches!(it, Answer::Objection { .. })),
            silent: number(self.participants.len().saturating_sub(self.answers.len())),
        }
    }

    fn find_not_argued(&mut self, objector: &str, by: &str) -> Result<(), Refusal> {
        if objector == by {
            return Err(Refusal::OwnObjection);
        }
        self.known(by)?;
        // Whoever takes part in the round has a say, and only they: also other objectors.
        let mut everybody_else = self.took_part();
        everybody_else.remove(objector);
        if !everybody_else.contains(by) {
            return Err(Refusal::NotInRound(by.to_owned()));
        }
        let everybody_else: BTreeSet<String> =
            everybody_else.into_iter().map(ToOwned::to_owned).collect();
        let objection = self
            .standing
            .get_mut(objector)
            .ok_or_else(|| Refusal::NoObjection(objector.to_owned()))?;
        objection.not_argued_by.insert(by.to_owned());
        // One other alone, the chair for one, is not the round.
        if everybody_else.len() > 1 && everybody_else.is_subset(&objection.not_argued_by) {
            self.standing.remove(objector);
            self.steps.push(Step::NotArgued { objector: objector.to_owned() });
            self.settle();
        }
        Ok(())
    }

    fn amend(&mut self, version: u32, evaluate_on: NaiveDate) -> Result<(), Refusal> {
        let expected = self.version.saturating_add(1);
        if version != expected {
            return Err(Refusal::Version { expected });
        }
        if self.closed_on.is_some_and(|on| evaluate_on <= on) {
            return Err(Refusal::EvaluationPast);
        }
        self.version = version;
        self.evaluate_on = evaluate_on;
        self.again()
    }

    /// Begins a new round for everybody. Objections stand on until their authors answer.
    fn again(&mut self) -> Result<(), Refusal> {
        if !self.has_rounds_left() {
            return Err(Refusal::RoundsOver { rounds: self.rules.rounds });
        }
        self.number = self.number.saturating_add(1);
        self.answers.clear();
        self.phase = Phase::Clarifying;
        let (version, evaluate_on) = (self.version, self.evaluate_on);
        self.steps.push(Step::Began { round: self.number, version, evaluate_on });
        Ok(())
    }

    const fn has_rounds_left(&self) -> bool {
        self.number < self.rules.rounds
    }

    /// Decides what follows once the round is over: adopted without an objection that stands.
    fn settle(&mut self) {
        if self.standing.is_empty() && self.has_quorum() {
            self.phase = Phase::Over;
            self.outcome = Outcome::Adopted;
            let (version, evaluate_on) = (self.version, self.evaluate_on);
            self.steps.push(Step::Adopted { version, evaluate_on });
            return;
        }
        self.phase = Phase::WithoutQuorum;
        if !self.standing.is_empty() {
            self.phase = Phase::Objected;
            let objectors = self.standing.keys().cloned().collect();
            self.steps.push(Step::Stands { objectors });
        }
    }

    fn give_up(&mut self) {
        let fallback = self.rules.fallback;
        self.phase = Phase::Over;
        self.outcome = fallback.map_or(Outcome::NoConsent, |_| Outcome::ToVote);
        let (rounds, meetings) = (self.number, self.meetings);
        self.steps.push(Step::GivenUp { rounds, meetings, fallback });
    }
}

fn number(many: usize) -> u64 {
    u64::try_from(many).unwrap_or(u64::MAX)
}

//! What a closed vote waits for, on its page: the chair, or what becomes of the objections, each with
//! its argument.

use askama::Template;

use super::{booth, sheet};
use crate::{
    error::Result,
    ids::VoterId,
    rules::{outcome::Outcome, permission::Deed},
    votes::{
        self,
        entity::{vote, voter},
        store,
    },
    web::{sectors::Sectors, visit::Visit},
};

/// What it waits for.
#[derive(Debug, Template)]
#[template(path = "votes/waiting.html")]
pub struct Waiting<'a> {
    visit: &'a Visit,
    number: i64,
    pub outcome: Outcome,
    objections: Vec<Objection>,
    /// The answers of everybody, by seat.
    answers: Vec<(String, String)>,
}

/// An objection that stands.
#[derive(Debug)]
struct Objection {
    voter: VoterId,
    seat: String,
    argument: String,
    /// Seats that found it not argued.
    not_argued_by: Vec<String>,
    /// Whether the visitor may take it back.
    is_hers: bool,
    /// The seats for which the visitor may find it not argued.
    judges: Vec<(VoterId, String)>,
}

impl<'a> Waiting<'a> {
    /// What a vote waits for, if it does.
    ///
    /// # Errors
    /// What the database says.
    pub async fn of(
        visit: &'a Visit,
        row: &vote::Model,
        sectors: &Sectors,
    ) -> Result<Option<Self>> {
        let reader = visit.app().db.read();
        let Some(outcome) = votes::pending(reader, row).await? else { return Ok(None) };
        let (mut objections, mut answers) = (Vec::new(), Vec::new());
        if outcome == Outcome::ObjectionsStand {
            answers = all(visit, row, sectors).await?;
            objections = standing(visit, row, sectors).await?;
        }
        Ok(Some(Self { visit, number: row.number, outcome, objections, answers }))
    }

    /// What the chair and the secretary can do about it, as links.
    #[must_use]
    pub fn acts(&self) -> Vec<(String, String)> {
        let act = |deed, what: &str, key: &str| {
            let path = format!("/votes/{}/{what}", self.number);
            self.visit.may(deed).then(|| (path, self.visit.say(key)))
        };
        let act = match self.outcome {
            Outcome::ChairDecides => act(Deed::RuleOnTie, "tie", "vote-rule-on-tie"),
            _ => act(Deed::CloseVote, "round", "vote-end-round"),
        };
        act.into_iter().collect()
    }
}

/// What everybody answered in a round of consent, by seat; what was written stands with it.
///
/// # Errors
/// What the database says.
pub async fn all(
    visit: &Visit,
    row: &vote::Model,
    sectors: &Sectors,
) -> Result<Vec<(String, String)>> {
    let reader = visit.app().db.read();
    let ballots = store::ballots(reader, row.id).await?;
    let mut answers = Vec::new();
    for voter in store::voters(reader, row.id).await? {
        let ballot = ballots.iter().find(|ballot| ballot.voter_id == voter.id);
        let told = match ballot {
            Some(ballot) => sheet::told(visit, &ballot.mark, &[]),
            None => visit.say("consent-silent"),
        };
        answers.push((name(visit, sectors, &voter), told));
    }
    Ok(answers)
}

async fn standing(visit: &Visit, row: &vote::Model, sectors: &Sectors) -> Result<Vec<Objection>> {
    let reader = visit.app().db.read();
    let voters = store::voters(reader, row.id).await?;
    let Ok(round) = votes::round(reader, row, None).await? else { return Ok(Vec::new()) };
    let by_label = |label: &str| voters.iter().find(|voter| voter.seat.as_deref() == Some(label));
    let mut mine = Vec::new();
    if let Some(member) = &visit.member {
        for voter in store::voters_for(reader, row.id, member.id).await? {
            let ballot = store::ballot(reader, row.id, voter.id).await?;
            let answered = ballot.is_some_and(|ballot| ballot.member_id == member.id);
            mine.push((voter, answered));
        }
    }
    let mut objections = Vec::new();
    for (label, objection) in round.standing {
        let Some(voter) = by_label(&label) else { continue };
        let judged = |it: &voter::Model| {
            it.seat.as_ref().is_some_and(|label| objection.not_argued_by.contains(label))
        };
        let judges = mine
            .iter()
            .filter(|(it, answered)| *answered && it.id != voter.id && !judged(it))
            .map(|(it, _)| (it.id, name(visit, sectors, it)));
        let by = objection.not_argued_by.iter().filter_map(|label| by_label(label));
        objections.push(Objection {
            voter: voter.id,
            seat: name(visit, sectors, voter),
            argument: objection.argument.clone(),
            not_argued_by: by.map(|it| name(visit, sectors, it)).collect(),
            is_hers: mine.iter().any(|(it, _)| it.id == voter.id),
            judges: judges.collect(),
        });
    }
    Ok(objections)
}

/// What a seat is called.
pub(super) fn name(visit: &Visit, sectors: &Sectors, voter: &voter::Model) -> String {
    booth::seat(visit, sectors, voter).unwrap_or_else(|| voter.number.to_string())
}

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{again::came_back, entity::vote, store};
use crate::{
    bodies,
    clock::Instant,
    db::Tx,
    error::{Conflict, Error, Result},
    ids::{MemberId, ProposalId, VoteId},
    journal::{self, Event},
    members, proposals,
    rules::{
        ballot::{BodyKind, Secrecy},
        charter::{BodyRules, Charter, ConsentRules},
        deadline, paper,
        permission::Deed,
        proposal::{self, Step},
        tally::{
            consent::{self, Turn},
            group_majority::{self, Condition, Silent},
            majority_v2,
            method::{Method, Opt, Rules},
        },
        vote::{self as rule, Closing, Stage},
    },
};

/// What the secretary or chair sets for a vote. The id comes from the form.
#[derive(Clone, Debug)]
pub struct Preparation {
    pub id: VoteId,
    pub proposal: ProposalId,
    pub body: BodyKind,
    pub closing: Closing,
    pub opens_at: Instant,
    pub closes_at: Instant,
    pub paper: Paper,
}

/// What is asked, and who may know who voted what. By default: for or against the proposal, open.
#[derive(Clone, Debug)]
pub struct Paper {
    pub secrecy: Secrecy,
    /// How the options are counted; nothing is for or against, by the majority of the charter.
    pub rules: Option<Rules>,
    /// What must hold besides a majority of everybody and what the charter asks for.
    pub conditions: Vec<Condition>,
    /// When it is looked at again, if the council is asked for its consent.
    pub consent: Option<NaiveDate>,
    /// What there is to spend, in cents, where money is divided.
    pub budget: Option<u64>,
    pub options: Vec<Opt>,
    /// Persons are elected; who they are is known by the opening.
    pub election: Option<Election>,
}

/// An election of persons.
#[derive(Clone, Debug)]
pub struct Election {
    /// The sector whose members alone vote.
    pub sector: Option<String>,
}

impl Default for Paper {
    fn default() -> Self {
        Self {
            secrecy: Secrecy::Open,
            rules: None,
            conditions: Vec::new(),
            consent: None,
            budget: None,
            options: Vec::new(),
            election: None,
        }
    }
}

/// Announces a vote. From here on its rules are those of the charter in force now.
///
/// # Errors
/// She may not, the proposal isn't up for a vote, has one coming or comes back from one, or the reading
/// or notice period of the charter is cut short.
pub async fn prepare(tx: &Tx, now: Instant, by: MemberId, new: Preparation) -> Result<vote::Model> {
    members::permit(tx, by, Deed::PrepareVote).await?;
    let proposal = ready(tx, new.proposal, Step::EnterVote).await?;
    if came_back(tx, new.proposal).await?.is_some() {
        return Err(rule::Refusal::ComesBack.into());
    }
    let in_force = bodies::charter(tx).await?;
    let version = counted(proposal.version, proposal.id)?;
    let method = combine(in_force.charter, new.body, &new.paper, version);
    let closes_on = new.closes_at.date_naive();
    if new.paper.consent.is_some_and(|day| day <= closes_on) {
        return Err(paper::Refusal::EvaluationPast.into());
    }
    let Paper { secrecy, options, election, .. } = new.paper;
    let Preparation { id, body, closing, opens_at, closes_at, .. } = new;
    let (earlier, is_at_once) = (None, false);
    let announced = Announced {
        id,
        body,
        closing,
        opens_at,
        closes_at,
        secrecy,
        election,
        earlier,
        is_at_once,
    };
    announce(tx, (now, by), proposal, announced, (&method, &options)).await
}

/// A proposal that is up for a vote, which it will enter by this step, and has none coming; the
/// neighbourhood is locked.
pub(super) async fn ready(
    tx: &Tx,
    id: ProposalId,
    step: Step,
) -> Result<proposals::entity::proposal::Model> {
    bodies::store::lock_neighbourhood(tx).await?;
    let proposal = proposals::store::lock(tx, id).await?;
    proposal::step(proposal.stage, step)?;
    let coming = store::of_proposal(tx, id).await?;
    if coming.iter().any(|vote| matches!(vote.stage, Stage::Prepared | Stage::Open)) {
        return Err(Error::Conflict(Conflict::Already));
    }
    Ok(proposal)
}

/// Who is up for a vote was opened, or it can't be said how long it was read.
pub(super) fn unopened(id: ProposalId) -> Error {
    Error::contradiction("proposals", "opened_at", id)
}

/// What is announced, but for what is asked.
pub(super) struct Announced {
    pub id: VoteId,
    pub body: BodyKind,
    pub closing: Closing,
    pub opens_at: Instant,
    pub closes_at: Instant,
    pub secrecy: Secrecy,
    pub election: Option<Election>,
    /// The vote from which it goes on, or whose place it takes.
    pub earlier: Option<VoteId>,
    /// It needs no time to read and no notice.
    pub is_at_once: bool,
}

/// Announces a vote on a proposal that is ready for it.
pub(super) async fn announce(
    tx: &Tx,
    (now, by): (Instant, MemberId),
    proposal: proposals::entity::proposal::Model,
    new: Announced,
    (method, options): (&Method, &[Opt]),
) -> Result<vote::Model> {
    rule::check_times(now, new.opens_at, new.closes_at)?;
    let opens_at = new.opens_at.max(now);
    let began_with = bodies::charter_version(tx, proposal.charter_version).await?.charter;
    let opened_at = proposal.opened_at.ok_or_else(|| unopened(proposal.id))?;
    let in_force = bodies::charter(tx).await?;
    if !new.is_at_once {
        deadline::check_reading(opened_at, opens_at, began_with.reading_days)?;
        deadline::check_notice(now, opens_at, in_force.charter.notice_days)?;
    }
    if proposal.kind.is_election() != new.election.is_some() {
        return Err(proposal::Refusal::OfAnElection.into());
    }
    if new.election.is_none() {
        paper::check((new.body, new.secrecy), method, options)?;
    }
    let row = vote::Model {
        id: new.id,
        number: store::next_number(tx).await?,
        proposal_id: proposal.id,
        proposal_version: proposal.version,
        text_hash: String::new(),
        title: proposal.title,
        body: new.body,
        stage: Stage::Prepared,
        closing: new.closing,
        rules: written(method, new.id)?,
        charter_version: in_force.version,
        prepared_at: now,
        opens_at,
        closes_at: new.closes_at,
        opened_at: None,
        closed_at: None,
        close_reason: None,
        salt: None,
        roll_hash: None,
        secrecy: new.secrecy,
        lot: None,
        is_election: new.election.is_some(),
        sector: new.election.and_then(|it| it.sector),
        earlier_id: new.earlier,
    };
    let row = store::insert(tx, row).await?;
    let nobody = |option: &Opt| (option.clone(), None);
    store::insert_options(tx, row.id, &options.iter().map(nobody).collect::<Vec<_>>()).await?;
    journal::record(tx, now, Some(by), Event::VotePrepared { vote: row.id }).await?;
    Ok(row)
}

/// A method as it stands in the table.
fn written(method: &Method, id: VoteId) -> Result<String> {
    serde_json::to_string(method).map_err(|_| Error::contradiction("votes", "rules", id))
}

/// The rules as the vote opens: a round of consent is about the text as it is then.
pub(super) fn at_opening(row: &vote::Model, version: i32) -> Result<String> {
    let mut method = method(row)?;
    if let Rules::Consent(turn) = &mut method.rules {
        turn.version = counted(version, row.proposal_id)?;
        return written(&method, row.id);
    }
    Ok(row.rules.clone())
}

/// The version of a proposal, as a round of consent names it: from 1.
fn counted(version: i32, proposal: ProposalId) -> Result<u32> {
    let version = u32::try_from(version).ok().filter(|version| *version > 0);
    version.ok_or_else(|| Error::contradiction("proposals", "version", proposal))
}

/// The method by which a vote is counted. Votes that were prepared before there were several hold the
/// rules of `majority` alone.
///
/// # Errors
/// The row contradicts the rules.
pub fn method(row: &vote::Model) -> Result<Method> {
    let read = serde_json::from_str(&row.rules)
        .or_else(|_| serde_json::from_str(&row.rules).map(Method::majority));
    read.map_err(|_| Error::contradiction("votes", "rules", row.id))
}

/// The rules of the charter for a body, and what is asked.
fn combine(charter: Charter, body: BodyKind, asked: &Paper, version: u32) -> Method {
    let BodyRules { quorum, majority, sector_majorities, base, tie, missing } = match body {
        BodyKind::Council => charter.council,
        BodyKind::Assembly => charter.assembly,
    };
    if let Some(evaluate_on) = asked.consent {
        let ConsentRules { rounds, silence, fallback } = charter.consent;
        let (meetings, standing) = (consent::MEETINGS, BTreeMap::new());
        let rules = consent::Rules { quorum, silence, rounds, meetings, fallback };
        return Method::new(Rules::Consent(Turn {
            rules,
            round: 1,
            version,
            evaluate_on,
            standing,
            meetings: 0,
        }));
    }
    if let Some(rules) = asked.rules.clone() {
        return Method { quorum, missing, budget: asked.budget, ..Method::new(rules) };
    }
    let majority = majority_v2::Rules { quorum, majority, base, tie, missing };
    let groups = sector_majorities;
    let each = (!groups.is_empty()).then_some(Condition::Each { groups });
    let more: Vec<Condition> = each.into_iter().chain(asked.conditions.iter().cloned()).collect();
    Method::new(if more.is_empty() {
        Rules::MajorityV2(majority)
    } else {
        let conditions = [Condition::Overall { majority }].into_iter().chain(more).collect();
        Rules::GroupMajority(group_majority::Rules { conditions, silent: Silent::default() })
    })
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;
    use sea_orm::ConnectionTrait;

    use super::*;
    use crate::world::World;

    /// A vote by consent on a proposal that somebody wrote nonsense about into the table.
    async fn on_nonsense(sql: &str) -> (World, Result<vote::Model>) {
        let world = World::founded().await;
        let secretary = world.secretary().await;
        let proposal = world.open_proposal(secretary, "A bench").await.id;
        for name in ["Alice", "Bob"] {
            world.supports(world.member(name).await.id, proposal).await;
        }
        world.write(async |tx| Ok(tx.execute_unprepared(sql).await?)).await.unwrap();
        let now = world.now();
        let evaluate_on = Some(world.today() + TimeDelta::days(90));
        let new = Preparation {
            id: VoteId::fresh(now),
            proposal,
            body: BodyKind::Council,
            closing: Closing::ByHand,
            opens_at: now,
            closes_at: now + TimeDelta::days(7),
            paper: Paper { consent: evaluate_on, ..Paper::default() },
        };
        let done = world.write(async |tx| prepare(tx, now, secretary, new).await).await;
        (world, done)
    }

    #[tokio::test]
    async fn a_proposal_without_a_version_or_an_opening_is_a_contradiction() {
        for wrong in ["version = -1", "version = 0", "opened_at = NULL"] {
            let (world, done) = on_nonsense(&format!("UPDATE proposals SET {wrong}")).await;
            assert!(matches!(done, Err(Error::Database(_))), "{wrong}: {done:?}");
            assert!(!world.journal().await.contains(&"vote-prepared"), "{wrong}");
        }
    }

    #[tokio::test]
    async fn a_version_that_became_nonsense_does_not_open() {
        let (_, done) = on_nonsense("UPDATE proposals SET version = version").await;
        let vote = done.unwrap();
        assert!(matches!(at_opening(&vote, -3), Err(Error::Database(_))));
        assert!(at_opening(&vote, 3).unwrap().contains("\"version\":3"));
    }
}

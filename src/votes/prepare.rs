use super::{entity::vote, store};
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
        charter::BodyRules,
        deadline, paper,
        permission::Deed,
        proposal::{self, Step},
        tally::{
            majority,
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
        let (options, election) = (Vec::new(), None);
        Self { secrecy: Secrecy::Open, rules: None, budget: None, options, election }
    }
}

/// Announces a vote. From here on its rules are those of the charter in force now.
///
/// # Errors
/// She may not, the proposal isn't up for a vote or has one coming, or the reading or notice period
/// of the charter is cut short.
pub async fn prepare(tx: &Tx, now: Instant, by: MemberId, new: Preparation) -> Result<vote::Model> {
    members::permit(tx, by, Deed::PrepareVote).await?;
    bodies::store::lock_neighbourhood(tx).await?;
    let proposal = proposals::store::lock(tx, new.proposal).await?;
    proposal::step(proposal.stage, Step::EnterVote)?;
    let coming = store::of_proposal(tx, new.proposal).await?;
    if coming.iter().any(|vote| matches!(vote.stage, Stage::Prepared | Stage::Open)) {
        return Err(Error::Conflict(Conflict::Already));
    }
    rule::check_times(now, new.opens_at, new.closes_at)?;
    let opens_at = new.opens_at.max(now);
    let began_with = bodies::charter_version(tx, proposal.charter_version).await?.charter;
    let opened_at = proposal.opened_at.unwrap_or(now);
    deadline::check_reading(opened_at, opens_at, began_with.reading_days)?;
    let in_force = bodies::charter(tx).await?;
    deadline::check_notice(now, opens_at, in_force.charter.notice_days)?;
    let of_body = match new.body {
        BodyKind::Council => in_force.charter.council,
        BodyKind::Assembly => in_force.charter.assembly,
    };
    let Paper { secrecy, rules, budget, options, election } = new.paper;
    let method = combine(of_body, rules, budget);
    if proposal.kind.is_election() != election.is_some() {
        return Err(proposal::Refusal::OfAnElection.into());
    }
    if election.is_none() {
        paper::check(secrecy, &method, &options)?;
    }
    let row = vote::Model {
        id: new.id,
        number: store::next_number(tx).await?,
        proposal_id: new.proposal,
        proposal_version: proposal.version,
        text_hash: String::new(),
        title: proposal.title,
        body: new.body,
        stage: Stage::Prepared,
        closing: new.closing,
        rules: serde_json::to_string(&method)
            .map_err(|_| Error::contradiction("votes", "rules", new.id))?,
        charter_version: in_force.version,
        prepared_at: now,
        opens_at,
        closes_at: new.closes_at,
        opened_at: None,
        closed_at: None,
        close_reason: None,
        salt: None,
        roll_hash: None,
        secrecy,
        lot: None,
        is_election: election.is_some(),
        sector: election.and_then(|it| it.sector),
    };
    let row = store::insert(tx, row).await?;
    store::insert_options(tx, row.id, &options).await?;
    journal::record(tx, now, Some(by), Event::VotePrepared { vote: row.id }).await?;
    Ok(row)
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

/// The rules of the charter for a body, and how the options are counted if there are any.
fn combine(of_body: BodyRules, rules: Option<Rules>, budget: Option<u64>) -> Method {
    let BodyRules { quorum, majority, sector_majorities } = of_body;
    match rules {
        None => Method::majority(majority::Rules { quorum, majority, sector_majorities }),
        Some(rules) => Method { quorum, budget, ..Method::new(rules) },
    }
}

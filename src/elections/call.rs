use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{entity::election, store};
use crate::{
    bodies, chance,
    clock::Instant,
    db::Tx,
    error::{Conflict, Error, Result},
    ids::{ElectionId, MemberId, ProposalId, VoteId},
    journal::{self, Event},
    members, proposals,
    rules::{
        age_quota::AgeQuotas,
        ballot::{BodyKind, Secrecy},
        candidacy::{self as rule, Electorate, Refusal, Stage, Way},
        deadline,
        permission::Deed,
        proposal::Kind,
        tally::{method::Rules, stv_scottish},
        vote::Closing,
    },
    votes::{self, Paper, Preparation},
};

/// An election that the secretary calls. The id comes from the form.
#[derive(Clone, Debug)]
pub struct NewElection {
    pub id: ElectionId,
    /// The key of the sector.
    pub sector: String,
    pub seats: u32,
    pub from_on: NaiveDate,
    /// The last day of the term.
    pub until_on: Option<NaiveDate>,
    /// Asked of a drawing by lot.
    pub quotas: AgeQuotas,
    pub calling: Calling,
    pub texts: Texts,
}

/// When people stand and vote, and who votes how. Where the charter says that the lot decides, only
/// the time to stand matters.
#[derive(Clone, Copy, Debug)]
pub struct Calling {
    pub nominate_until: Instant,
    pub opens_at: Instant,
    pub closes_at: Instant,
    pub secrecy: Secrecy,
    pub electorate: Electorate,
}

/// What everybody reads about it, in the language of the neighbourhood.
#[derive(Clone, Debug)]
pub struct Texts {
    pub title: String,
    pub summary: String,
    pub text: String,
    pub language: String,
    pub phrases: Phrases,
}

/// What is written later, when nobody is there to choose the words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Phrases {
    /// The text without the candidates.
    pub text: String,
    /// Stands above their names.
    pub heading: String,
    /// Why no vote is held when there are no more candidates than seats.
    pub uncontested: String,
    /// Why no vote is held when nobody stands.
    pub nobody: String,
}

/// Calls an election: from here on members of the sector can stand. The vote is announced with it,
/// by the charter in force now; where that says so the lot decides instead.
///
/// # Errors
/// She may not, there aren't so many free seats, the times are too short for people to stand and to
/// read, or it was called already.
pub async fn call(
    tx: &Tx,
    now: Instant,
    by: MemberId,
    new: NewElection,
) -> Result<election::Model> {
    members::permit(tx, by, Deed::FillSeats).await?;
    bodies::store::lock_neighbourhood(tx).await?;
    if store::exists(tx, new.id).await? {
        return Err(Error::Conflict(Conflict::Already));
    }
    let in_force = bodies::charter(tx).await?;
    let free = bodies::store::free_seats(tx, &new.sector, new.from_on).await?.len();
    let asked = asked_for(tx, &new.sector).await?;
    let free = u32::try_from(free).unwrap_or(u32::MAX).saturating_sub(asked);
    let term = (new.from_on, new.until_on);
    let calling = new.calling;
    rule::check_call(now, calling.nominate_until, (new.seats, free), term)?;
    let is_by_lot = in_force.charter.sortition.contains(&new.sector);
    let way = if is_by_lot { Way::Lot } else { Way::Ballot };
    new.quotas.check(way, new.seats).map_err(Refusal::from)?;
    let unwritable =
        |column| move |_: serde_json::Error| Error::contradiction("elections", column, new.id);
    let phrases = serde_json::to_string(&new.texts.phrases).map_err(unwritable("phrases"))?;
    let (proposal_id, vote_id) = if is_by_lot {
        (None, None)
    } else {
        // Voters read who stands for as long as they are told of the vote beforehand.
        let notice_days = in_force.charter.notice_days;
        deadline::check_notice(calling.nominate_until, calling.opens_at, notice_days)?;
        let (proposal, vote) = announce(tx, now, by, &new).await?;
        (Some(proposal), Some(vote))
    };
    let row = election::Model {
        id: new.id,
        number: store::next_number(tx).await?,
        sector: new.sector,
        seats: i32::try_from(new.seats).map_err(|_| Refusal::SeatsTaken { free })?,
        way,
        stage: Stage::Nominating,
        proposal_id,
        vote_id,
        charter_version: in_force.version,
        called_by: by,
        called_at: now,
        nominate_until: calling.nominate_until,
        from_on: new.from_on,
        until_on: new.until_on,
        seed: chance::token(),
        secret: chance::token(),
        phrases,
        quotas: serde_json::to_string(&new.quotas).map_err(unwritable("quotas"))?,
    };
    let row = store::insert(tx, row).await?;
    let called = Event::ElectionCalled { election: row.id, seats: new.seats };
    journal::record(tx, now, Some(by), called).await?;
    Ok(row)
}

/// How many seats of a sector other elections fill already.
async fn asked_for(tx: &Tx, sector: &str) -> Result<u32> {
    let mut asked = 0_u32;
    for stage in [Stage::Nominating, Stage::Voting] {
        let those = store::in_stage(tx, stage).await?;
        for it in those.iter().filter(|it| it.sector == sector) {
            asked = asked.saturating_add(it.asked()?);
        }
    }
    Ok(asked)
}

/// Writes the proposal that the vote is about, and announces the vote.
async fn announce(
    tx: &Tx,
    now: Instant,
    by: MemberId,
    new: &NewElection,
) -> Result<(ProposalId, VoteId)> {
    let texts = &new.texts;
    let draft = proposals::Draft {
        id: ProposalId::fresh(now),
        kind: Kind::Election,
        title: texts.title.clone(),
        summary: texts.summary.clone(),
        text: texts.text.clone(),
        served: Vec::new(),
        addressee: String::new(),
        language: texts.language.clone(),
    };
    let proposal = proposals::announce(tx, now, by, draft).await?.id;
    let Calling { opens_at, closes_at, secrecy, electorate, .. } = new.calling;
    let rules = Rules::StvScottish(stv_scottish::Rules { seats: new.seats, withdrawn: Vec::new() });
    let sector = (electorate == Electorate::Sector).then(|| new.sector.clone());
    let paper = Paper {
        secrecy,
        rules: Some(rules),
        election: Some(votes::Election { sector }),
        ..Paper::default()
    };
    let vote = Preparation {
        id: VoteId::fresh(now),
        proposal,
        body: BodyKind::Assembly,
        closing: Closing::AtTime,
        opens_at,
        closes_at,
        paper,
    };
    Ok((proposal, votes::prepare(tx, now, by, vote).await?.id))
}

/// What is written later about an election.
///
/// # Errors
/// The row contradicts the rules.
pub(super) fn phrases(row: &election::Model) -> Result<Phrases> {
    let read = serde_json::from_str(&row.phrases);
    read.map_err(|_| Error::contradiction("elections", "phrases", row.id))
}

#[cfg(test)]
mod tests {
    use crate::{
        elections::{
            self, NewElection,
            tests::{Trial, new},
        },
        error::{Conflict, Error, Refusal},
        proposals,
        rules::{
            ballot::Secrecy,
            candidacy::{self, Stage, Way},
            proposal, vote,
        },
        votes,
        world::World,
    };

    #[tokio::test]
    async fn an_election_is_called_together_with_its_secret_vote() {
        let it = Trial::called(2).await;
        let (row, db) = (it.row().await, it.world.app.db.read());
        assert_eq!((row.number, row.stage, row.way), (1, Stage::Nominating, Way::Ballot));
        let vote = votes::store::get(db, row.vote_id.unwrap()).await.unwrap();
        assert_eq!((vote.stage, vote.secrecy), (vote::Stage::Prepared, Secrecy::Secret));
        assert_eq!((vote.is_election, vote.sector.as_deref()), (true, Some("residents")));
        let about = proposals::store::get(db, row.proposal_id.unwrap()).await.unwrap();
        assert_eq!(
            (about.kind, about.stage),
            (proposal::Kind::Election, proposal::Stage::Supported)
        );
        let told = ["proposal-drafted", "proposal-opened", "vote-prepared", "election-called"];
        assert!(it.world.journal().await.ends_with(&told));
    }

    #[tokio::test]
    async fn nobody_but_the_secretary_calls_one_and_only_for_seats_that_are_free() {
        let world = World::founded().await;
        let (alice, secretary) = (world.member("Alice").await.id, world.secretary().await);
        let now = world.now();
        let calls = async |by, seats| {
            let new = new(&world, "residents", seats);
            world.write(async |tx| elections::call(tx, now, by, new).await).await
        };
        let before = world.journal().await;
        assert!(matches!(calls(alice, 1).await, Err(Error::Refused(Refusal::Permission(_)))));
        let taken = |error| match error {
            Err(Error::Refused(Refusal::Candidacy(it))) => it,
            other => panic!("{other:?}"),
        };
        let seven = candidacy::Refusal::SeatsTaken { free: 7 };
        assert_eq!(taken(calls(secretary, 8).await), seven);
        assert_eq!(world.journal().await, before);
        let (form, twice) = (new(&world, "residents", 5), new(&world, "residents", 5));
        let twice = NewElection { id: form.id, ..twice };
        world.write(async |tx| elections::call(tx, now, secretary, form).await).await.unwrap();
        let again = world.write(async |tx| elections::call(tx, now, secretary, twice).await).await;
        assert!(matches!(again, Err(Error::Conflict(Conflict::Already))));
        // Two are left that no other election fills.
        let two = candidacy::Refusal::SeatsTaken { free: 2 };
        assert_eq!(taken(calls(secretary, 3).await), two);
    }

    #[tokio::test]
    async fn what_belongs_to_an_election_is_nobody_s_to_withdraw_or_to_vote_on_otherwise() {
        let it = Trial::called(1).await;
        let (now, secretary) = (it.world.now(), it.world.secretary().await);
        let proposal = it.row().await.proposal_id.unwrap();
        let withdrawn = it
            .world
            .write(async |tx| {
                proposals::withdraw(tx, now, secretary, proposal, "Toch maar niet").await
            })
            .await;
        let refused = proposal::Refusal::OfAnElection;
        assert!(matches!(withdrawn, Err(Error::Refused(Refusal::Proposal(it))) if it == refused));
        let mut draft = crate::world::draft(now, "Verkiezing van mijzelf");
        draft.kind = proposal::Kind::Election;
        let drafted =
            it.world.write(async |tx| proposals::draft(tx, now, secretary, draft).await).await;
        assert!(matches!(drafted, Err(Error::Refused(Refusal::Proposal(it))) if it == refused));
    }
}

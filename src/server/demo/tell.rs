//! Telling a story: every act of it, in order, at the time it says.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate, TimeDelta};

use super::{
    Story, choose, elect,
    story::{Told, marks},
};
use crate::{
    app::App,
    bodies::{self, Arrangement, Founding, NewTenure},
    clock::Instant,
    db::Tx,
    error::{Error, Result},
    ids::{CommentId, MemberId, ProposalId, VoteId},
    members,
    proposals::{self, Draft, NewComment},
    rules::{
        ballot::{BodyKind, Channel},
        member::Entry,
        proposal::Stage,
        role::Role,
        vote::Closing,
    },
    votes::{self, Casting, Origin, Paper, Preparation},
};

/// How long ago a demonstration neighbourhood was founded, in days.
const FOUNDED_DAYS_AGO: i64 = 120;
/// Who is who in a story.
pub(super) struct Cast<'a> {
    pub(super) now: Instant,
    pub(super) story: &'a Story,
    pub(super) app: &'a App,
    people: BTreeMap<String, MemberId>,
}

/// Tells a story from its founding to `now`.
///
/// # Errors
/// An act of the story is refused: the story contradicts the rules.
pub async fn tell(tx: &Tx, now: Instant, story: &Story, app: &App) -> Result<()> {
    let founded_at = now - TimeDelta::days(FOUNDED_DAYS_AGO);
    let people = gather(tx, founded_at, story).await?;
    let cast = Cast { now, story, app, people };
    seat(tx, founded_at, &cast).await?;
    let mut told: Vec<&Told> = story.proposals.iter().collect();
    told.sort_by_key(|told| -told.days_ago);
    for told in told {
        propose(tx, &cast, told).await?;
    }
    for told in &story.elections {
        elect::elect(tx, &cast, told).await?;
    }
    Ok(())
}

/// Everybody is invented, and named so.
pub(super) fn full_name(name: &str) -> String {
    format!("{name} Voorbeeld")
}

impl Cast<'_> {
    pub(super) fn member(&self, name: &str) -> Result<MemberId> {
        self.people.get(name).copied().ok_or(Error::NotFound("a person of the story"))
    }

    pub(super) fn day(&self, at: Instant) -> NaiveDate {
        self.app.settings.neighbourhood.day(at)
    }

    pub(super) fn days_ago(&self, days: i64) -> Instant {
        self.now - TimeDelta::days(days)
    }
}

fn entry(name: &str, i: usize) -> Entry {
    let born_in = i32::try_from(1950 + i * 2 % 55).unwrap_or(1980);
    Entry {
        number: Some(format!("{:03}", i + 1)),
        name: full_name(name),
        address: Some(format!("Voorbeeldstraat {}", i + 1)),
        language: "nl".to_owned(),
        born_in: Some(born_in),
        sector: Some("residents".to_owned()),
        ..Entry::default()
    }
}

async fn gather(tx: &Tx, at: Instant, story: &Story) -> Result<BTreeMap<String, MemberId>> {
    let mut people = BTreeMap::new();
    let (first, others) = story.people.split_first().ok_or(Error::NotFound("people"))?;
    let founding = Founding {
        name: story.name.clone(),
        handle: story.handle.clone(),
        language: "nl".to_owned(),
        first: entry(first, 0),
        charter: story.charter.clone(),
    };
    people.insert(first.clone(), bodies::found(tx, at, founding).await?);
    let sectors = bodies::store::sector_keys(tx).await?;
    for (i, name) in others.iter().enumerate() {
        let member = members::add(tx, at, None, entry(name, i + 1), &sectors).await?;
        people.insert(name.clone(), member.id);
    }
    if let Some(chair) = people.get(&story.chair) {
        members::appoint(tx, at, None, *chair, Role::Chair).await?;
    }
    for teller in story.tellers.iter().filter_map(|name| people.get(name)) {
        members::appoint(tx, at, None, *teller, Role::Teller).await?;
    }
    Ok(people)
}

async fn seat(tx: &Tx, at: Instant, cast: &Cast<'_>) -> Result<()> {
    let names: BTreeMap<_, _> = cast.story.sector_names.iter().cloned().collect();
    let usual = bodies::store::sector_keys(tx).await?;
    let gone = usual.into_iter().filter(|key| cast.story.sectors.iter().all(|(it, _)| it != key));
    let arranged = cast.story.sectors.iter().cloned();
    for (key, seats) in arranged.chain(gone.map(|key| (key, 0))).collect::<Vec<_>>() {
        let name = names.get(&key).cloned();
        bodies::arrange(tx, at, None, Arrangement { key, name, seats }).await?;
    }
    for (sector, holder, alternate, organisation) in &cast.story.seats {
        let from_on = cast.day(at);
        let seating = bodies::store::seating(tx, from_on).await?;
        let free = seating
            .iter()
            .find(|place| place.sector.key == *sector && place.tenure.is_none())
            .ok_or(Error::NotFound("a free seat of the story"))?;
        let alternate = Some(alternate).filter(|name| !name.is_empty());
        let new = NewTenure {
            seat: free.seat.id,
            holder: cast.member(holder)?,
            alternate: alternate.map(|name| cast.member(name)).transpose()?,
            organisation: Some(organisation.clone()).filter(|it| !it.is_empty()),
            from_on,
            until_on: from_on.with_year(from_on.year() + 4),
        };
        bodies::fill(tx, at, from_on, None, new).await?;
    }
    Ok(())
}

async fn propose(tx: &Tx, cast: &Cast<'_>, told: &Told) -> Result<()> {
    let opened_at = cast.days_ago(told.days_ago);
    let by = cast.member(&told.by)?;
    let draft = Draft {
        id: ProposalId::fresh(opened_at),
        kind: told.kind,
        title: told.title.clone(),
        summary: told.summary.clone(),
        text: told.text.clone(),
        served: told.values.clone(),
        addressee: told.addressee.clone(),
        language: "nl".to_owned(),
    };
    let id = proposals::draft(tx, opened_at, by, draft).await?.id;
    proposals::open(tx, opened_at, by, id).await?;
    // The resident of the story has supported nothing yet: whoever tries the code can.
    let others = cast.story.people.iter().filter(|name| **name != cast.story.resident);
    for (name, hour) in others.take(told.supporters).zip(1..) {
        let at = opened_at + TimeDelta::hours(hour);
        proposals::support(tx, at, cast.member(name)?, id).await?;
    }
    for (said, hour) in told.comments.iter().zip(1..) {
        discuss(tx, cast, id, said, opened_at + TimeDelta::hours(30 + hour)).await?;
    }
    match told.stage {
        Stage::Withdrawn => {
            let at = opened_at + TimeDelta::days(3);
            proposals::withdraw(tx, at, by, id, &told.reason).await
        }
        Stage::InVote | Stage::Adopted | Stage::Rejected => vote(tx, cast, told, id).await,
        _ => Ok(()),
    }
}

async fn discuss(
    tx: &Tx,
    cast: &Cast<'_>,
    proposal: ProposalId,
    said: &[String],
    at: Instant,
) -> Result<()> {
    let mut parent = None;
    for turn in said.chunks(2) {
        let [name, text] = turn else { continue };
        let at = at + TimeDelta::minutes(if parent.is_some() { 45 } else { 0 });
        let id = CommentId::fresh(at);
        let new = NewComment { id, proposal, parent, text: text.clone() };
        proposals::comment(tx, at, cast.member(name)?, new).await?;
        parent = Some(id);
    }
    Ok(())
}

async fn vote(tx: &Tx, cast: &Cast<'_>, told: &Told, proposal: ProposalId) -> Result<()> {
    let is_running = told.stage == Stage::InVote;
    let secretary = cast.member(&cast.story.secretary)?;
    let closes_at = if is_running {
        cast.now + TimeDelta::days(told.open_days)
    } else {
        cast.days_ago(told.closed_days_ago)
    };
    let opens_at =
        if is_running { cast.now - TimeDelta::days(2) } else { closes_at - TimeDelta::days(7) };
    let id = VoteId::fresh(opens_at);
    let closing = Closing::ByHand;
    let (body, paper) = match &told.asked {
        Some(asked) => (BodyKind::Assembly, choose::paper(asked)),
        None => {
            let again = told.again_in_days.map(|days| cast.day(closes_at + TimeDelta::days(days)));
            let conditions = told.conditions.clone();
            (BodyKind::Council, Paper { conditions, consent: again, ..Paper::default() })
        }
    };
    let new = Preparation { id, proposal, body, closing, opens_at, closes_at, paper };
    votes::prepare(tx, opens_at, secretary, new).await?;
    votes::open(tx, opens_at, cast.day(opens_at), Some(secretary), id).await?;
    match &told.asked {
        Some(asked) => {
            let marks = marks(&asked.marks).ok_or(Error::NotFound("a mark of the story"))?;
            choose::cast(tx, cast, (id, opens_at, is_running), asked.secrecy, marks).await?;
        }
        None => answer(tx, told, id, opens_at).await?,
    }
    if !is_running {
        votes::finish(tx, closes_at, None, id, "", &Origin::of(cast.app)).await?;
    }
    Ok(())
}

/// What the seats of the council answer.
async fn answer(tx: &Tx, told: &Told, vote: VoteId, opens_at: Instant) -> Result<()> {
    let voters = votes::store::voters(tx, vote).await?;
    for ((voter, mark), hour) in voters.iter().zip(choose::answers(told)).zip(1..) {
        let Some((mark, holder)) = mark.zip(voter.holder_id) else { continue };
        let (channel, receipt) = (Channel::Web, String::new());
        let new = Casting { vote, voter: voter.id, mark, channel, receipt, helped: false };
        votes::cast(tx, opens_at + TimeDelta::hours(hour), holder, new).await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{super::stories, *};
    use crate::{elections, rules::candidacy, world::World};

    #[tokio::test]
    async fn every_story_can_be_told_by_the_rules() {
        for story in stories().unwrap() {
            let world = World::new().await;
            world.write(async |tx| tell(tx, world.now(), &story, &world.app).await).await.unwrap();
            let db = world.app.db.read();
            for told in &story.proposals {
                let all =
                    proposals::store::Filter { text: told.title.clone(), ..Default::default() };
                let found = proposals::store::list(db, &all).await.unwrap().0;
                let it = found.iter().find(|it| it.title == told.title).unwrap();
                assert_eq!(it.stage, told.stage, "{}", told.title);
            }
            let held = elections::store::list(db, 20).await.unwrap();
            assert_eq!(held.len(), story.elections.len());
            for it in held.iter().filter(|it| it.stage == candidacy::Stage::Seated) {
                assert_eq!(elections::store::seatings(db, it.id).await.unwrap().len(), 1);
            }
        }
    }
}

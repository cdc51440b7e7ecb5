use chrono::NaiveDate;

use super::{
    able, close,
    entity::{candidacy, election},
    give, store,
};
use crate::{
    clock::Instant,
    db::Tx,
    error::{Error, Result},
    ids::{ElectionId, MemberId, VoteId},
    journal::{self, Event},
    members,
    rules::{
        candidacy::{self as rule, Refusal, Step},
        canonical,
        endorsement::Purpose,
        permission::Deed,
        record::{
            succession::{self, Succession},
            v2,
        },
        tally::succession::Followed,
    },
    signet,
    votes::{self, Origin},
};

/// Gives the seats to those whom the vote elected, in that order, and puts the others in order as
/// alternates. Whoever can't take the seat by now is passed over: the same papers say who comes in
/// her place. `by` nobody is the clock.
///
/// # Errors
/// She may not, the result isn't there yet, or there are too few free seats.
pub async fn seat(
    tx: &Tx,
    now: Instant,
    today: NaiveDate,
    by: Option<MemberId>,
    id: ElectionId,
    origin: &Origin<'_>,
) -> Result<()> {
    if let Some(by) = by {
        members::permit(tx, by, Deed::FillSeats).await?;
    }
    let election = store::lock(tx, id).await?;
    let stage = rule::step(election.stage, Step::Seat)?;
    let record = match election.vote_id {
        Some(vote) => record(tx, vote).await?,
        None => None,
    };
    let record = record.ok_or(Refusal::NoResultYet)?;
    let winners = record.record.tally.winners.clone();
    if winners.is_empty() {
        return close::fail(tx, now, election).await;
    }
    let free = give::free(tx, today, &election, winners.len()).await?;
    let all = store::candidacies(tx, id).await?;
    let gone = gone(tx, today, &election, &all, &[]).await?;
    let sitting: Vec<String> = winners.into_iter().filter(|key| !gone.contains(key)).collect();
    let (followed, hash) = count(tx, now, &election, &record, (&sitting, gone), origin).await?;
    let elected = [sitting, followed.elected].concat();
    let election = election::Model { stage, ..election };
    store::save(tx, election.clone()).await?;
    let seats = elected.len() as u64;
    let given = Event::SeatsGiven { election: id, seats, hash };
    journal::record(tx, now, by, given).await?;
    let (elected, alternates) =
        (give::of_keys(&all, &elected), give::of_keys(&all, &followed.alternates));
    give::give(tx, now, today, &election, &free, (elected, alternates)).await
}

/// The published record of a vote.
///
/// # Errors
/// The row contradicts the rules.
pub(super) async fn record(tx: &Tx, vote: VoteId) -> Result<Option<v2::Published>> {
    let result = votes::store::result(tx, vote).await?.filter(|it| it.published_at.is_some());
    let Some(result) = result else { return Ok(None) };
    let read = serde_json::from_str(&result.record);
    read.map(Some).map_err(|_| Error::contradiction("results", "record", vote))
}

/// The keys of those who can't sit, apart from those who do.
///
/// # Errors
/// What the database says.
pub(super) async fn gone(
    tx: &Tx,
    today: NaiveDate,
    election: &election::Model,
    all: &[candidacy::Model],
    sitting: &[String],
) -> Result<Vec<String>> {
    let mut gone = Vec::new();
    for it in all.iter().filter(|it| it.stands() && !sitting.contains(&it.key)) {
        // Who had a seat and left it doesn't come back in the same term.
        if it.elected_place.is_some() || !able::can_sit(tx, today, election, it).await? {
            gone.push(it.key.clone());
        }
    }
    Ok(gone)
}

/// Counts who follows, and publishes it; gives its hash too.
///
/// # Errors
/// A record that can't be counted again.
pub(super) async fn count(
    tx: &Tx,
    now: Instant,
    election: &election::Model,
    record: &v2::Published,
    (sitting, gone): (&[String], Vec<String>),
    origin: &Origin<'_>,
) -> Result<(Followed, String)> {
    let id = election.id;
    let followed = succession::count(&record.record, sitting, &gone)
        .map_err(|stop| Error::contradiction("results", "record", format!("{id}: {stop}")))?;
    let succession = Succession {
        schema: succession::SCHEMA.to_owned(),
        version: succession::VERSION,
        program: concat!("translokaal ", env!("CARGO_PKG_VERSION")).to_owned(),
        election: election.number,
        record: record.hash.clone(),
        at: now,
        sitting: sitting.to_vec(),
        gone,
        followed: followed.clone(),
    };
    let unwritable = |_| Error::contradiction("seatings", "document", id);
    let mut published = succession::seal(succession).map_err(unwritable)?;
    let key = signet::current(tx, now, origin.secret).await?;
    published.signature = Some(key.sign(Purpose::Succession, &published.hash)?);
    let document = canonical::write(&published).map_err(unwritable)?;
    let hash = published.hash;
    store::insert_seating(tx, now, id, (document, hash.clone())).await?;
    Ok((followed, hash))
}

#[cfg(test)]
mod tests {
    use crate::{
        elections::{self, store, tests::Trial},
        error::{Error, Refusal},
        members,
        rules::{
            candidacy::{Refusal as Rule, Stage},
            record::{succession, v2},
            vote,
        },
        votes::{self, Origin},
    };

    async fn published(it: &Trial, position: usize) -> succession::Published {
        let seatings = store::seatings(it.world.app.db.read(), it.id).await.unwrap();
        serde_json::from_str(&seatings[position].document).unwrap()
    }

    async fn record(it: &Trial) -> v2::Published {
        let vote = it.row().await.vote_id.unwrap();
        let result = votes::store::result(it.world.app.db.read(), vote).await.unwrap().unwrap();
        serde_json::from_str(&result.record).unwrap()
    }

    #[tokio::test]
    async fn who_is_elected_gets_a_seat_in_that_order_and_the_others_are_alternates() {
        let it = Trial::called(2).await;
        let (alice, bob) = (it.stands("Alice").await, it.stands("Bob").await);
        let (carol, dave) = (it.stands("Carol").await, it.stands("Dave").await);
        it.closes_list().await;
        let orders: [&[_]; 8] = [
            &[alice, carol],
            &[alice, carol],
            &[alice, carol],
            &[alice, carol],
            &[bob],
            &[bob],
            &[carol],
            &[dave],
        ];
        it.voters(&orders).await;
        it.attend().await.unwrap();
        assert_eq!(it.row().await.stage, Stage::Voting);
        it.counts().await;
        it.attend().await.unwrap();
        assert_eq!(it.row().await.stage, Stage::Seated);
        assert_eq!(it.seated().await, [(alice, Some(carol)), (bob, Some(dave))]);
        let places = [alice, bob, carol, dave].map(|who| it.candidacy(who));
        let mut told = Vec::new();
        for place in places {
            let place = place.await;
            told.push((place.elected_place, place.alternate_place));
        }
        let expected = [(Some(1), None), (Some(2), None), (None, Some(1)), (None, Some(2))];
        assert_eq!(told, expected);
        let (published, record) = (published(&it, 0).await, record(&it).await);
        assert!(published.recount(&record).iter().all(|it| it.differs.is_none()));
        // Nothing in it tells who voted what, and a changed order shows.
        let mut changed = published.clone();
        changed.succession.followed.alternates.reverse();
        assert!(changed.recount(&record).iter().any(|it| it.differs.is_some()));
        assert!(it.world.journal().await.contains(&"seats-given"));
    }

    #[tokio::test]
    async fn only_members_of_the_sector_are_on_the_roll_of_its_vote() {
        let it = Trial::called(1).await;
        it.stands("Alice").await;
        it.stands("Bob").await;
        let entry = crate::rules::member::Entry {
            name: "Carol".to_owned(),
            language: "nl".to_owned(),
            born_in: Some(1980),
            sector: Some("business".to_owned()),
            ..Default::default()
        };
        let (now, sectors) = (it.world.now(), ["business".to_owned()]);
        let trader = it
            .world
            .write(async |tx| members::add(tx, now, None, entry, &sectors).await)
            .await
            .unwrap();
        it.closes_list().await;
        it.opens().await;
        let vote = it.row().await.vote_id.unwrap();
        let db = it.world.app.db.read();
        assert!(votes::store::voters_for(db, vote, trader.id).await.unwrap().is_empty());
        // The secretary and the two candidates.
        assert_eq!(votes::store::voters(db, vote).await.unwrap().len(), 3);
    }

    #[tokio::test]
    async fn who_has_another_seat_by_now_or_left_the_roll_is_passed_over() {
        let it = Trial::called(1).await;
        let (alice, bob) = (it.stands("Alice").await, it.stands("Bob").await);
        let (carol, dave) = (it.stands("Carol").await, it.stands("Dave").await);
        it.closes_list().await;
        let orders: [&[_]; 5] =
            [&[alice, bob, carol], &[alice, bob, carol], &[alice, bob], &[bob, carol], &[dave]];
        it.voters(&orders).await;
        it.counts().await;
        it.world.fill(it.world.first_seat().await, alice, None).await;
        it.forgets(bob).await;
        it.attend().await.unwrap();
        let given: Vec<_> =
            it.seated().await.into_iter().filter(|(who, _)| *who != alice).collect();
        assert_eq!(given, [(carol, Some(dave))]);
        let (published, record) = (published(&it, 0).await, record(&it).await);
        assert_eq!(published.succession.gone.len(), 2);
        assert!(published.recount(&record).iter().all(|it| it.differs.is_none()));
    }

    #[tokio::test]
    async fn seats_are_given_once_and_not_before_the_result() {
        let it = Trial::called(1).await;
        let (alice, _) = (it.stands("Alice").await, it.stands("Bob").await);
        it.closes_list().await;
        let origin = Origin::of(&it.world.app);
        let gives = async |by| {
            let (now, today) = (it.world.now(), it.world.today());
            it.world
                .write(async |tx| elections::seat(tx, now, today, Some(by), it.id, &origin).await)
                .await
        };
        let secretary = it.world.secretary().await;
        assert!(matches!(gives(alice).await, Err(Error::Refused(Refusal::Permission(_)))));
        let early = Rule::NoResultYet;
        let refused = gives(secretary).await;
        assert!(matches!(refused, Err(Error::Refused(Refusal::Candidacy(it))) if it == early));
        it.voters(&[&[alice]]).await;
        it.counts().await;
        gives(secretary).await.unwrap();
        assert!(gives(secretary).await.is_err());
        assert_eq!(it.seated().await[0].0, alice);
    }

    #[tokio::test]
    async fn a_vote_that_was_cancelled_calls_the_election_off() {
        let it = Trial::called(1).await;
        it.stands("Alice").await;
        it.stands("Bob").await;
        it.closes_list().await;
        let vote = it.row().await.vote_id.unwrap();
        let (now, secretary) = (it.world.now(), it.world.secretary().await);
        it.world
            .write(async |tx| {
                votes::cancel(tx, now, Some(secretary), vote, "De hal brandde af").await
            })
            .await
            .unwrap();
        assert_eq!(elections::due(it.world.app.db.read(), now).await.unwrap(), [it.id]);
        it.attend().await.unwrap();
        assert_eq!(it.row().await.stage, Stage::CalledOff);
        let row = votes::store::get(it.world.app.db.read(), vote).await.unwrap();
        assert_eq!(row.stage, vote::Stage::Cancelled);
        assert!(it.world.journal().await.ends_with(&["proposal-withdrawn", "election-called-off"]));
    }
}

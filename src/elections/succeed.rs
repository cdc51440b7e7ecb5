use chrono::NaiveDate;
use sea_orm::ConnectionTrait;

use super::{
    able,
    entity::{candidacy, election},
    give, seat, store,
};
use crate::{
    bodies,
    clock::Instant,
    db::Tx,
    error::{Error, Result},
    ids::{ElectionId, MemberId, SeatId},
    journal::{self, Event},
    members,
    rules::{
        candidacy::{Refusal, Stage, Way},
        permission::Deed,
    },
    votes::Origin,
};

/// Fills the seats of an election that became vacant before the end of the term, by a countback of
/// the same papers, or by the order of the lot; for the rest of the term.
///
/// # Errors
/// She may not, no seat is vacant, or nobody is left: then a new election is needed.
pub async fn succeed(
    tx: &Tx,
    now: Instant,
    today: NaiveDate,
    by: MemberId,
    id: ElectionId,
    origin: &Origin<'_>,
) -> Result<()> {
    members::permit(tx, by, Deed::FillSeats).await?;
    let election = store::lock(tx, id).await?;
    let seats = vacant(tx, today, &election).await?;
    if seats.is_empty() {
        return Err(Refusal::NoVacancy.into());
    }
    let all = store::candidacies(tx, id).await?;
    let (mut elected, alternates, hash) = match election.way {
        Way::Ballot => {
            let vote = election.vote_id.ok_or(Refusal::NobodyLeft)?;
            // Where no vote was held nobody was left over.
            let record = seat::record(tx, vote).await?.ok_or(Refusal::NobodyLeft)?;
            let mut sitting = Vec::new();
            for it in give::in_order(&all, |it| it.elected_place) {
                if give::sits(tx, today, it).await? {
                    sitting.push(it.key.clone());
                }
            }
            let gone = seat::gone(tx, today, &election, &all, &sitting).await?;
            let (followed, hash) =
                seat::count(tx, now, &election, &record, (&sitting, gone), origin).await?;
            let alternates = give::of_keys(&all, &followed.alternates);
            (give::of_keys(&all, &followed.elected), alternates, hash)
        }
        Way::Lot => {
            let mut next = Vec::new();
            for it in give::in_order(&all, |it| it.alternate_place) {
                if able::can_sit(tx, today, &election, it).await? {
                    next.push(it.clone());
                }
            }
            let drawn = store::seatings(tx, id).await?.into_iter().next();
            // Without a draw there is no order of the lot to follow.
            let drawn = drawn.ok_or_else(|| Error::contradiction("seatings", "election_id", id))?;
            let alternates = next.split_off(seats.len().min(next.len()));
            (next, alternates, drawn.hash)
        }
    };
    elected.truncate(seats.len());
    if elected.is_empty() {
        return Err(Refusal::NobodyLeft.into());
    }
    let given = Event::SeatsGiven { election: id, seats: elected.len() as u64, hash };
    journal::record(tx, now, Some(by), given).await?;
    give::give(tx, now, today, &election, &seats, (elected, alternates)).await
}

/// The seats that an election filled and that nobody has any more, while its term runs.
///
/// # Errors
/// What the database says.
pub async fn vacant(
    db: &impl ConnectionTrait,
    today: NaiveDate,
    election: &election::Model,
) -> Result<Vec<SeatId>> {
    let is_over = election.until_on.is_some_and(|until| until < today);
    if election.stage != Stage::Seated || is_over {
        return Ok(Vec::new());
    }
    let given: Vec<candidacy::Model> = store::candidacies(db, election.id).await?;
    let free = bodies::store::free_seats(db, &election.sector, today).await?;
    let was_given = |id: &SeatId| given.iter().any(|it| it.seat_id == Some(*id));
    Ok(free.into_iter().map(|seat| seat.id).filter(was_given).collect())
}

#[cfg(test)]
mod tests {
    use sea_orm::ConnectionTrait;

    use crate::{
        elections::{self, store, tests::Trial},
        error::{Error, Refusal},
        ids::MemberId,
        members,
        rules::{
            candidacy::Refusal as Rule,
            record::{succession, v2},
        },
        votes,
    };

    fn why(refused: crate::error::Result<()>) -> Rule {
        match refused {
            Err(Error::Refused(Refusal::Candidacy(it))) => it,
            other => panic!("{other:?}"),
        }
    }

    /// Alice and Bob sit; Alice's voters want Carol next, Bob's want Dave.
    async fn seated() -> (Trial, [MemberId; 4]) {
        let it = Trial::called(2).await;
        let (alice, bob) = (it.stands("Alice").await, it.stands("Bob").await);
        let (carol, dave) = (it.stands("Carol").await, it.stands("Dave").await);
        it.closes_list().await;
        let orders: [&[_]; 9] = [
            &[alice, carol],
            &[alice, carol],
            &[alice, carol],
            &[alice, carol],
            &[bob, dave],
            &[bob, dave],
            &[bob, dave],
            &[dave],
            &[carol],
        ];
        it.voters(&orders).await;
        it.counts().await;
        it.attend().await.unwrap();
        it.world.days_pass(20);
        (it, [alice, bob, carol, dave])
    }

    #[tokio::test]
    async fn the_voters_of_who_left_choose_who_comes_and_a_stranger_recounts_it() {
        let (it, [alice, bob, carol, dave]) = seated().await;
        assert_eq!(why(it.succeeds().await), Rule::NoVacancy);
        it.vacates(it.candidacy(bob).await.seat_id.unwrap()).await;
        it.succeeds().await.unwrap();
        assert_eq!(it.seated().await, [(alice, Some(carol)), (dave, None)]);
        let db = it.world.app.db.read();
        let seatings = store::seatings(db, it.id).await.unwrap();
        assert_eq!(seatings.len(), 2);
        let published: succession::Published = serde_json::from_str(&seatings[1].document).unwrap();
        let result = votes::store::result(db, it.row().await.vote_id.unwrap()).await.unwrap();
        let record: v2::Published = serde_json::from_str(&result.unwrap().record).unwrap();
        assert!(published.recount(&record).iter().all(|it| it.differs.is_none()));
        let until = it.row().await.until_on;
        let held = crate::bodies::store::held_by(db, dave).await.unwrap();
        assert_eq!((held[0].from_on, held[0].until_on), (it.world.today(), until));
    }

    #[tokio::test]
    async fn where_nobody_is_left_a_new_election_is_needed() {
        let (it, [_, bob, carol, dave]) = seated().await;
        it.vacates(it.candidacy(bob).await.seat_id.unwrap()).await;
        let (now, today) = (it.world.now(), it.world.today());
        it.world
            .write(async |tx| elections::decline(tx, now, today, carol, it.id).await)
            .await
            .unwrap();
        let secretary = it.world.secretary().await;
        it.world
            .write(async |tx| members::suspend(tx, now, secretary, dave, true).await)
            .await
            .unwrap();
        let before = it.world.journal().await;
        assert_eq!(why(it.succeeds().await), Rule::NobodyLeft);
        assert_eq!(it.world.journal().await, before);
    }

    #[tokio::test]
    async fn without_the_draw_nobody_follows_by_the_lot() {
        let it = Trial::by_lot(1).await;
        let (alice, bob) = (it.stands("Alice").await, it.stands("Bob").await);
        it.closes_list().await;
        it.world.days_pass(20);
        let sits = it.seated().await[0].0;
        assert!([alice, bob].contains(&sits));
        it.vacates(it.candidacy(sits).await.seat_id.unwrap()).await;
        let gone = "DELETE FROM seatings";
        it.world.write(async |tx| Ok(tx.execute_unprepared(gone).await?)).await.unwrap();
        let before = it.world.journal().await;
        assert!(matches!(it.succeeds().await, Err(Error::Database(_))));
        assert_eq!(it.world.journal().await, before);
    }

    #[tokio::test]
    async fn an_election_without_seats_is_nobodys() {
        let it = Trial::called(1).await;
        it.stands("Alice").await;
        let wrong = "UPDATE elections SET seats = -1";
        it.world.write(async |tx| Ok(tx.execute_unprepared(wrong).await?)).await.unwrap();
        it.world.days_pass(3);
        assert!(matches!(it.attend().await, Err(Error::Database(_))));
        let again = elections::tests::new(&it.world, "residents", 1);
        let (now, secretary) = (it.world.now(), it.world.secretary().await);
        let called =
            it.world.write(async |tx| elections::call(tx, now, secretary, again).await).await;
        assert!(matches!(called, Err(Error::Database(_))));
    }

    #[tokio::test]
    async fn who_sits_does_not_decline_and_an_alternate_who_does_is_passed_over() {
        let (it, [alice, bob, carol, dave]) = seated().await;
        assert_eq!(it.seated().await, [(alice, Some(carol)), (bob, Some(dave))]);
        let declines = async |who| {
            let (now, today) = (it.world.now(), it.world.today());
            it.world.write(async |tx| elections::decline(tx, now, today, who, it.id).await).await
        };
        assert_eq!(why(declines(alice).await), Rule::Sits);
        declines(carol).await.unwrap();
        assert!(it.candidacy(carol).await.declined_at.is_some());
        assert_eq!(it.seated().await, [(alice, Some(dave)), (bob, None)]);
        assert_eq!(why(declines(carol).await), Rule::NotACandidate);
        let told = ["candidate-declined", "alternate-named", "alternate-named"];
        assert!(it.world.journal().await.ends_with(&told));
        assert!(it.candidacy(carol).await.stands());
    }
}

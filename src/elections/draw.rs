use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};

use super::{
    entity::{candidacy, election},
    give, store, within,
};
use crate::{
    bodies,
    clock::Instant,
    db::Tx,
    error::{Error, Result},
    journal::{self, Event},
    rules::{
        candidacy::{self as rule, Step},
        canonical,
        endorsement::Purpose,
        record::{
            draw::{self, Draw},
            v2::Neighbourhood,
        },
    },
    signet,
    votes::Origin,
};

/// Draws the seats among those who are willing, with the secret that was announced when the
/// election was called, and publishes the drawing; the others are alternates in the order of the lot.
/// Where quotas were asked, the seats are drawn from a lottery over panels that meet them.
///
/// # Errors
/// A seat that somebody else got.
pub(super) async fn draw(
    tx: &Tx,
    now: Instant,
    today: NaiveDate,
    election: election::Model,
    willing: Vec<candidacy::Model>,
    origin: &Origin<'_>,
) -> Result<()> {
    let (secret, seats) = (&election.secret, election.asked()?);
    let mut tickets: BTreeMap<String, candidacy::Model> = willing
        .into_iter()
        .map(|it| (draw::ticket(secret, &it.member_id.to_string()), it))
        .collect();
    let pool: Vec<String> = tickets.keys().cloned().collect();
    let wrong = |_| Error::contradiction("elections", "quotas", election.id);
    let (asked, lottery) = within::lottery(tx, &election, (seats, today.year()), &tickets).await?;
    let order = match &lottery {
        None => draw::order(secret, &pool),
        Some(lottery) => draw::order_within(secret, &pool, lottery).map_err(wrong)?.0,
    };
    let (id, drawn) = (election.id, pool.len() as u64);
    let unwritable = |_| Error::contradiction("seatings", "document", id);
    let neighbourhood = bodies::store::neighbourhood(tx).await?;
    let neighbourhood = neighbourhood.ok_or(Error::NotFound("neighbourhood"))?;
    let path = format!("elections/{}", election.number);
    let url = origin.public_url.join(&path).map_or(path, String::from);
    let record = Draw {
        schema: draw::SCHEMA.to_owned(),
        version: if asked.is_empty() { draw::VERSION } else { draw::WITHIN_QUOTAS },
        program: concat!("translokaal ", env!("CARGO_PKG_VERSION")).to_owned(),
        neighbourhood: Neighbourhood { name: neighbourhood.name, handle: neighbourhood.handle },
        election: election.number,
        url,
        sector: election.sector.clone(),
        seats,
        charter_version: election.charter_version,
        at: now,
        announced: canonical::hash_text(secret),
        secret: secret.clone(),
        pool,
        order: order.clone(),
        asked,
        lottery,
    };
    let mut published = draw::seal(record).map_err(unwritable)?;
    let key = signet::current(tx, now, origin.secret).await?;
    published.signature = Some(key.sign(Purpose::Draw, &published.hash)?);
    let document = canonical::write(&published).map_err(unwritable)?;
    let hash = published.hash;
    store::insert_seating(tx, now, id, (document, hash.clone())).await?;
    let stage = rule::step(election.stage, Step::Seat)?;
    let election = election::Model { stage, ..election };
    store::save(tx, election.clone()).await?;
    journal::record(tx, now, None, Event::SeatsDrawn { election: id, pool: drawn, hash }).await?;
    let mut elected: Vec<_> = order.iter().filter_map(|it| tickets.remove(it)).collect();
    let seats = election.places()?;
    let alternates = elected.split_off(seats.min(elected.len()));
    let free = give::free(tx, today, &election, elected.len()).await?;
    give::give(tx, now, today, &election, &free, (elected, alternates)).await
}

#[cfg(test)]
mod tests {
    use crate::{
        elections::{store, tests::Trial},
        journal,
        rules::{
            age_quota::{AgeQuotas, Group},
            candidacy::Stage,
            record::{Check, draw},
        },
    };

    #[tokio::test]
    async fn within_quotas_the_young_get_their_seats_and_the_drawing_is_checked_from_its_file() {
        let young = Group { age: 30, seats: 2 };
        let it = Trial::within(2, AgeQuotas { younger: Some(young), older: None }).await;
        let world = &it.world;
        let mut youth = Vec::new();
        for (name, born_in) in [("Alice", 2001), ("Bob", 1960), ("Carol", 2002), ("Dave", 1950)] {
            let member = world.born(name, born_in).await.id;
            it.tries_to_stand(member).await.unwrap();
            youth.extend((born_in > 2000).then_some(member));
        }
        it.closes_list().await;
        let mut seated: Vec<_> = it.seated().await.into_iter().map(|(holder, _)| holder).collect();
        seated.sort_unstable();
        youth.sort_unstable();
        assert_eq!(seated, youth);
        let seatings = store::seatings(world.app.db.read(), it.id).await.unwrap();
        let published: draw::Published = serde_json::from_str(&seatings[0].document).unwrap();
        let found = published.recount();
        assert!(found.iter().all(|it| it.differs.is_none()), "{found:?}");
        assert!(found.iter().any(|it| it.check == Check::Lottery));
        let lottery = published.draw.lottery.unwrap();
        let ages: Vec<_> = lottery.pool.iter().map(|it| it.features["age"].as_str()).collect();
        assert_eq!(ages.iter().filter(|age| **age == "under-30").count(), 2);
        assert!(!seatings[0].document.contains("2001") && !seatings[0].document.contains("Alice"));
    }

    #[tokio::test]
    async fn a_quota_that_nobody_can_meet_leaves_no_seat_empty() {
        let young = Group { age: 30, seats: 1 };
        let it = Trial::within(1, AgeQuotas { younger: Some(young), older: None }).await;
        for name in ["Alice", "Bob"] {
            let member = it.world.born(name, 1960).await.id;
            it.tries_to_stand(member).await.unwrap();
        }
        it.closes_list().await;
        assert_eq!(it.seated().await.len(), 1);
        let seatings = store::seatings(it.world.app.db.read(), it.id).await.unwrap();
        let published: draw::Published = serde_json::from_str(&seatings[0].document).unwrap();
        assert!(published.recount().iter().all(|it| it.differs.is_none()));
        assert_eq!((published.draw.asked[0].min, published.draw.version), (1, 2));
        let few = Trial::within(2, AgeQuotas { younger: Some(young), older: None }).await;
        few.stands("Alice").await;
        few.closes_list().await;
        let seatings = store::seatings(few.world.app.db.read(), few.id).await.unwrap();
        let published: draw::Published = serde_json::from_str(&seatings[0].document).unwrap();
        assert!(published.draw.lottery.is_none());
        assert!(published.recount().iter().all(|it| it.differs.is_none()));
    }

    #[tokio::test]
    async fn the_lot_gives_the_seats_and_the_order_of_the_alternates_and_anybody_draws_it_again() {
        let it = Trial::by_lot(2).await;
        let mut willing = Vec::new();
        for name in ["Alice", "Bob", "Carol", "Dave"] {
            willing.push(it.stands(name).await);
        }
        assert_eq!(it.row().await.vote_id, None);
        let lines = journal::public_about(it.world.app.db.read(), it.id.0).await.unwrap();
        assert!(lines[1..].iter().all(|line| line.actor.is_none()));
        it.closes_list().await;
        let row = it.row().await;
        assert_eq!(row.stage, Stage::Seated);
        let seatings = store::seatings(it.world.app.db.read(), it.id).await.unwrap();
        let published: draw::Published = serde_json::from_str(&seatings[0].document).unwrap();
        assert!(published.recount().iter().all(|it| it.differs.is_none()));
        let drawn: Vec<_> = published
            .draw
            .order
            .iter()
            .map(|ticket| {
                let hers = |id: &&crate::ids::MemberId| {
                    draw::ticket(&row.secret, &id.to_string()) == *ticket
                };
                *willing.iter().find(hers).unwrap()
            })
            .collect();
        let seated = it.seated().await;
        assert_eq!(seated, [(drawn[0], Some(drawn[2])), (drawn[1], Some(drawn[3]))]);
        assert!(!seatings[0].document.contains("Alice"));
        assert!(it.world.journal().await.contains(&"seats-drawn"));
        // Who leaves is followed by the first alternate.
        it.world.days_pass(20);
        let seat = it.candidacy(drawn[1]).await.seat_id.unwrap();
        it.vacates(seat).await;
        it.succeeds().await.unwrap();
        let seated = it.seated().await;
        assert_eq!(seated, [(drawn[0], Some(drawn[3])), (drawn[2], None)]);
    }
}

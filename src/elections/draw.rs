use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{
    entity::{candidacy, election},
    give, store,
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
    let secret = &election.secret;
    let mut tickets: BTreeMap<String, candidacy::Model> = willing
        .into_iter()
        .map(|it| (draw::ticket(secret, &it.member_id.to_string()), it))
        .collect();
    let pool: Vec<String> = tickets.keys().cloned().collect();
    let order = draw::order(secret, &pool);
    let (id, drawn) = (election.id, pool.len() as u64);
    let unwritable = |_| Error::contradiction("seatings", "document", id);
    let neighbourhood = bodies::store::neighbourhood(tx).await?;
    let neighbourhood = neighbourhood.ok_or(Error::NotFound("neighbourhood"))?;
    let path = format!("elections/{}", election.number);
    let url = origin.public_url.join(&path).map_or(path, String::from);
    let record = Draw {
        schema: draw::SCHEMA.to_owned(),
        version: draw::VERSION,
        program: concat!("translokaal ", env!("CARGO_PKG_VERSION")).to_owned(),
        neighbourhood: Neighbourhood { name: neighbourhood.name, handle: neighbourhood.handle },
        election: election.number,
        url,
        sector: election.sector.clone(),
        seats: election.asked()?,
        charter_version: election.charter_version,
        at: now,
        announced: canonical::hash_text(secret),
        secret: secret.clone(),
        pool,
        order: order.clone(),
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
        rules::{candidacy::Stage, record::draw},
    };

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

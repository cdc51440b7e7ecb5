//! A vote by the giver in person goes before that of her proxy, through every channel.

use super::*;
use crate::rules::{proxy::Mandate, record::v2};

/// A hall in which Carol gave Dave a proxy, and Dave has voted `for` for her.
async fn with_proxy(secrecy: Secrecy) -> Hall {
    let hall = Hall::prepared(secrecy).await;
    let (world, vote) = (&hall.world, hall.vote);
    let (at, new) =
        ((world.now(), world.today()), Mandate { giver: hall.carol, holder: hall.dave });
    world.write(async |tx| votes::give_proxy(tx, at, hall.carol, vote, new).await).await.unwrap();
    world.opens(vote).await;
    cast(&hall, hall.dave, Channel::Proxy, "for").await.unwrap();
    hall
}

/// Casts Carol's ballot on the web, by her or by her proxy.
async fn cast(hall: &Hall, by: MemberId, channel: Channel, mark: &str) -> Result<()> {
    let (vote, voter) = (hall.vote, hall.world.voter(hall.vote, hall.carol).await);
    let (mark, receipt) = (mark.parse().unwrap(), String::new());
    let new = Casting { vote, voter, mark, channel, receipt, helped: false };
    let now = hall.world.now();
    hall.world.write(async |tx| votes::cast(tx, now, by, new).await.map(drop)).await
}

/// Carol votes against, through this channel.
async fn votes_herself(hall: &Hall, channel: Channel) -> Result<()> {
    if channel == Channel::Web {
        return cast(hall, hall.carol, channel, "against").await;
    }
    let row = votes::store::get(hall.world.app.db.read(), hall.vote).await?;
    let is_secret = row.secrecy == Secrecy::Secret;
    let entry = match channel {
        Channel::Hands => hall.apart(&[hall.carol], &[("against", 1)]).await,
        _ if is_secret => hall.apart(&[hall.carol], &[("against", 1)]).await,
        _ => hall.pairs(&[(hall.carol, "against")]).await,
    };
    let batch = hall.announce(channel, 1).await?;
    hall.types(hall.alice, batch, &entry).await?;
    hall.types(hall.bob, batch, &entry).await.map(drop)
}

/// Who took part through which channel, as the roll and the ballots tell it.
async fn took_part(hall: &Hall) -> (u64, usize) {
    let db = hall.world.app.db.read();
    let open = votes::store::ballots(db, hall.vote).await.unwrap().len();
    let apart = votes::store::sealed(db, hall.vote).await.unwrap().len();
    (votes::store::turnout(db, hall.vote).await.unwrap().0, open + apart)
}

#[tokio::test]
async fn in_an_open_vote_the_giver_goes_before_her_proxy_through_every_channel() {
    for channel in [Channel::Web, Channel::Paper, Channel::Post, Channel::Hands] {
        let hall = with_proxy(Secrecy::Open).await;
        votes_herself(&hall, channel).await.unwrap();
        assert_eq!(took_part(&hall).await, (1, 1), "{channel}");
        let late = cast(&hall, hall.dave, Channel::Proxy, "for").await;
        assert!(late.is_err(), "{channel}");
        hall.finish().await.unwrap();
        let published = hall.record().await;
        assert!(v2::recount(&published).iter().all(|it| it.differs.is_none()), "{channel}");
        let record = &published.record;
        let part: Vec<Channel> = record.took_part.iter().map(|it| it.channel).collect();
        assert_eq!((part, record.ballots.len()), (vec![channel], 1));
        assert_eq!(record.ballots[0].mark, Mark::from(Choice::Against));
    }
}

#[tokio::test]
async fn a_proxy_that_votes_after_the_batch_was_announced_is_replaced_too() {
    let hall = Hall::prepared(Secrecy::Open).await;
    let (world, vote) = (&hall.world, hall.vote);
    let (at, new) =
        ((world.now(), world.today()), Mandate { giver: hall.carol, holder: hall.dave });
    world.write(async |tx| votes::give_proxy(tx, at, hall.carol, vote, new).await).await.unwrap();
    world.opens(vote).await;
    let batch = hall.announce(Channel::Hands, 1).await.unwrap();
    let entry = hall.apart(&[hall.carol], &[("against", 1)]).await;
    hall.types(hall.alice, batch, &entry).await.unwrap();
    cast(&hall, hall.dave, Channel::Proxy, "for").await.unwrap();
    assert_eq!(hall.types(hall.bob, batch, &entry).await.unwrap(), Entered::TakenIn);
    assert_eq!(took_part(&hall).await, (1, 1));
}

#[tokio::test]
async fn in_a_secret_vote_what_the_proxy_cast_stays_through_every_channel() {
    let before = Some(Channel::Proxy);
    for channel in [Channel::Paper, Channel::Post] {
        let hall = with_proxy(Secrecy::Secret).await;
        let number = hall.number(hall.carol).await;
        let why = Objection::TookPart;
        assert_eq!(
            refusal(votes_herself(&hall, channel).await),
            Some(Refusal::Objections(vec![Objected { number, why, channel: before }]))
        );
        assert_eq!(took_part(&hall).await, (1, 1));
    }
    let hall = with_proxy(Secrecy::Secret).await;
    let web = votes_herself(&hall, Channel::Web).await;
    let why = eligibility::Refusal::TookPart { channel: Channel::Proxy };
    assert!(matches!(web, Err(Error::Refused(Refused::Ballot(it))) if it == why));
    hall.finish().await.unwrap();
    let published = hall.record().await;
    assert!(v2::recount(&published).iter().all(|it| it.differs.is_none()));
    assert_eq!(published.record.ballots[0].mark, Mark::from(Choice::For));
}

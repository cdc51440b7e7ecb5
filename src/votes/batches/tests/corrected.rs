use super::*;
use crate::rules::record::v2;

async fn corrects(hall: &Hall, by: MemberId, batch: BatchId, to: (u64, &str)) -> Result<()> {
    let (now, ids) = (hall.world.now(), (hall.vote, batch));
    hall.world.write(async |tx| correct(tx, now, by, ids, to).await).await
}

#[tokio::test]
async fn a_number_that_was_announced_wrongly_is_corrected_with_a_public_reason() {
    let hall = Hall::open(Secrecy::Open).await;
    let batch = hall.announce(Channel::Paper, 1).await.unwrap();
    let few = hall.pairs(&[(hall.carol, "for")]).await;
    hall.types(hall.alice, batch, &few).await.unwrap();
    assert_eq!(hall.finish().await.unwrap(), Finished::Waiting { batches: 1 });
    let (secretary, to) = (hall.world.secretary().await, (2, " Er zaten er twee in een envelop "));
    // Not by those who type it, nor by anybody else.
    for nobody in [hall.alice, hall.carol] {
        let refused = corrects(&hall, nobody, batch, to).await;
        assert!(matches!(refused, Err(Error::Refused(Refused::Permission(_)))));
    }
    let refused = corrects(&hall, secretary, batch, (2, " ")).await;
    assert!(matches!(refused, Err(Error::Refused(Refused::Wording(_)))), "{refused:?}");
    let same = corrects(&hall, secretary, batch, (1, "Nogmaals")).await;
    assert_eq!(refusal(same), Some(Refusal::SameNumber { papers: 1 }));
    let many = corrects(&hall, secretary, batch, (99, "Nogmaals geteld")).await;
    assert!(matches!(refusal(many), Some(Refusal::Papers { .. })));
    assert!(!hall.world.journal().await.contains(&"batch-corrected"));

    corrects(&hall, secretary, batch, to).await.unwrap();
    let db = hall.world.app.db.read();
    assert!(store::entries(db, batch, &hall.world.app.secret).await.unwrap().is_empty());
    assert_eq!((hall.batch(1).await.announced, hall.batch(1).await.stage), (2, Stage::Announced));
    assert!(hall.world.journal().await.contains(&"batch-corrected"));
    let both = hall.pairs(&[(hall.carol, "for"), (hall.dave, "against")]).await;
    hall.types(hall.alice, batch, &both).await.unwrap();
    hall.types(hall.bob, batch, &both).await.unwrap();
    let late = corrects(&hall, secretary, batch, (3, "Nog een")).await;
    assert_eq!(refusal(late), Some(Refusal::NotNow { stage: Stage::TakenIn }));

    let (now, origin) = (hall.world.now(), Origin::of(&hall.world.app));
    let count = async |tx: &crate::db::Tx| votes::count_due(tx, now, hall.vote, &origin).await;
    hall.world.write(count).await.unwrap();
    let published = hall.record().await;
    assert!(v2::recount(&published).iter().all(|it| it.differs.is_none()));
    let changes = serde_json::to_value(&published.record.changes).unwrap();
    assert_eq!((&changes[0]["from"], &changes[0]["to"]), (&1.into(), &2.into()));
    assert_eq!(changes[0]["reason"], "Er zaten er twee in een envelop");
    assert_eq!(published.record.channels.unwrap().batches[0].announced, 2);
}

#[tokio::test]
async fn a_batch_of_another_vote_is_not_corrected_here() {
    let hall = Hall::open(Secrecy::Open).await;
    let batch = hall.announce(Channel::Paper, 1).await.unwrap();
    let other = hall.world.open_vote(BodyKind::Assembly).await;
    let (now, secretary) = (hall.world.now(), hall.world.secretary().await);
    let done = hall
        .world
        .write(async |tx| correct(tx, now, secretary, (other, batch), (2, "Nageteld")).await)
        .await;
    assert!(matches!(done, Err(Error::NotFound("batch"))), "{done:?}");
}

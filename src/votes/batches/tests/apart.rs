use super::*;

#[tokio::test(flavor = "multi_thread")]
async fn of_a_paper_and_a_ballot_on_the_web_at_the_same_time_one_counts() {
    for _ in 0..8 {
        let hall = Hall::open(Secrecy::Open).await;
        let batch = hall.announce(Channel::Paper, 1).await.unwrap();
        let entry = hall.pairs(&[(hall.carol, "against")]).await;
        hall.types(hall.alice, batch, &entry).await.unwrap();
        let voter = hall.world.voter(hall.vote, hall.carol).await;
        let (vote, channel, receipt) = (hall.vote, Channel::Web, String::new());
        let mark = Choice::For.into();
        let new = Casting { vote, voter, mark, channel, receipt, helped: false };
        let (db, now, carol) = (hall.world.app.db.clone(), hall.world.now(), hall.carol);
        let web = tokio::spawn(async move {
            crate::db::write(&db, async |tx| votes::cast(tx, now, carol, new).await).await
        });
        let paper = hall.types(hall.bob, batch, &entry).await;
        let web = web.await.unwrap();
        assert!(paper.is_ok() != web.is_ok(), "{paper:?} {web:?}");
        let ballots = votes::store::ballots(hall.world.app.db.read(), hall.vote).await.unwrap();
        let channel = if paper.is_ok() { Channel::Paper } else { Channel::Web };
        assert_eq!(ballots.iter().map(|it| it.channel).collect::<Vec<_>>(), [channel]);
    }
}

#[tokio::test]
async fn a_taking_in_that_is_broken_off_leaves_the_first_entry_and_nothing_else() {
    let hall = Hall::open(Secrecy::Secret).await;
    let batch = hall.announce(Channel::Paper, 2).await.unwrap();
    let entry = hall.apart(&[hall.carol, hall.dave], &[("for", 1), ("against", 1)]).await;
    hall.types(hall.alice, batch, &entry).await.unwrap();
    let (now, ids, secret) = (hall.world.now(), (hall.vote, batch), &hall.world.app.secret);
    let broken: Result<()> = hall
        .world
        .write(async |tx| {
            let entered = enter(tx, now, hall.bob, ids, entry.clone(), secret).await?;
            assert_eq!(entered, Entered::TakenIn);
            Err(Error::Conflict(Conflict::Already))
        })
        .await;
    assert!(broken.is_err());
    let db = hall.world.app.db.read();
    assert_eq!(votes::store::turnout(db, hall.vote).await.unwrap().0, 0);
    assert!(votes::store::sealed(db, hall.vote).await.unwrap().is_empty());
    assert_eq!(hall.batch(1).await.stage, Stage::Announced);
    assert_eq!(store::entries(db, batch, secret).await.unwrap().len(), 1);
    assert_eq!(hall.types(hall.bob, batch, &entry).await.unwrap(), Entered::TakenIn);
    assert_eq!(votes::store::sealed(db, hall.vote).await.unwrap().len(), 2);
}

#[tokio::test]
async fn papers_of_a_secret_vote_are_joined_to_nobody() {
    let hall = Hall::open(Secrecy::Secret).await;
    let batch = hall.announce(Channel::Paper, 3).await.unwrap();
    let everybody = [hall.carol, hall.dave, hall.erin];
    let entry = hall.apart(&everybody, &[("for", 2), ("blank", 1)]).await;
    let entry = Entry { helped: 1, ..entry };
    let paired = hall.pairs(&[(hall.carol, "for")]).await;
    let refused = hall.types(hall.alice, batch, &paired).await;
    assert_eq!(refusal(refused), Some(Refusal::Misfit));
    hall.finish().await.unwrap();
    hall.types(hall.alice, batch, &entry).await.unwrap();
    let db = hall.world.app.db.read();
    // Whoever has the database alone can't read what was typed.
    assert!(store::entries(db, batch, &crate::secret::Secret::fresh()).await.is_err());
    hall.types(hall.bob, batch, &entry).await.unwrap();

    assert!(votes::store::ballots(db, hall.vote).await.unwrap().is_empty());
    let sealed = votes::store::sealed(db, hall.vote).await.unwrap();
    let helped = votes::store::count_helped(db, hall.vote).await.unwrap();
    assert_eq!((sealed.len(), helped), (3, 1));
    let text = format!("{sealed:?} {:?}", hall.batch(1).await);
    for member in everybody {
        let voter = hall.world.voter(hall.vote, member).await;
        assert!(!text.contains(&member.to_string()) && !text.contains(&voter.to_string()));
    }
    let lines = crate::journal::after(db, 0, 1_000).await.unwrap();
    let lines = format!("{lines:?}");
    assert!(!lines.contains("blank") && !lines.contains("\"for\""));
    let origin = Origin::of(&hall.world.app);
    let now = hall.world.now();
    let due = async |tx: &crate::db::Tx| votes::count_due(tx, now, hall.vote, &origin).await;
    hall.world.write(due).await.unwrap();
    let published = hall.record().await;
    assert!(crate::rules::record::v2::recount(&published).iter().all(|it| it.differs.is_none()));
    let record = &published.record;
    assert!(record.ballots.iter().all(|it| it.voter.is_none() && it.receipt.is_none()));
    let total = record.channels.as_ref().unwrap().totals[0];
    assert_eq!((total.took_part, total.blank, total.spoiled), (3, None, None));
}

#[tokio::test]
async fn hands_are_counted_without_names_beside_ballots_with_them() {
    let hall = Hall::open(Secrecy::Open).await;
    hall.world.casts(hall.vote, hall.erin, Choice::Against).await;
    let batch = hall.announce(Channel::Hands, 2).await.unwrap();
    let hands = hall.apart(&[hall.carol, hall.dave], &[("for", 2)]).await;
    hall.types(hall.alice, batch, &hands).await.unwrap();
    hall.types(hall.bob, batch, &hands).await.unwrap();
    let secret = Hall::open(Secrecy::Secret).await;
    let refused = secret.announce(Channel::Hands, 2).await;
    assert_eq!(refusal(refused), Some(Refusal::HandsInSecret));

    hall.finish().await.unwrap();
    let mut published = hall.record().await;
    let record = &published.record;
    assert!(crate::rules::record::v2::recount(&published).iter().all(|it| it.differs.is_none()));
    assert_eq!(record.ballots.iter().filter(|it| it.voter.is_none()).count(), 2);
    assert_eq!(record.tally.steps[0]["votes"]["for"], 2);
    // One hand more than people who raised one.
    published.record.took_part.retain(|part| part.channel == Channel::Web);
    let wrong = crate::rules::record::v2::recount(&published);
    assert!(wrong.iter().filter(|it| it.differs.is_some()).count() > 2);
}

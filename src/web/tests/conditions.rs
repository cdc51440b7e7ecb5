use axum::http::StatusCode;

use super::Browser;
use crate::{
    bodies,
    ids::{MemberId, VoteId},
    rules::{
        ballot::Choice,
        record::Published,
        tally::{
            group_majority::Condition,
            majority::Share,
            method::{Method, Rules},
        },
    },
    votes::{self, store},
    world::World,
};

type Fields<'a> = Vec<(&'a str, &'a str)>;

/// What a browser sends for a vote of the council, and more.
fn fields<'a>(more: &[(&'a str, &'a str)]) -> Fields<'a> {
    let usual = [
        ("body", "council"),
        ("closing", "by_hand"),
        ("opens_at", "2026-05-01T14:00"),
        ("closes_at", "2026-05-08T14:00"),
        ("question", "for_or_against"),
        ("secrecy", "open"),
    ];
    usual.into_iter().chain(more.iter().copied()).collect()
}

/// A proposal that is up for a vote, and the browser of the secretary.
async fn desk(world: &World) -> Browser {
    let secretary = world.secretary().await;
    let proposal = world.open_proposal(secretary, "Het buurthuis").await.id;
    for _ in 0..2 {
        let supporter = world.member("Supporter").await;
        world.supports(supporter.id, proposal).await;
    }
    let mut desk = Browser::signed_in(world, secretary).await;
    desk.get("/proposals/1/vote").await;
    desk
}

/// Somebody with a seat of a sector.
async fn sits(world: &World, name: &str, sector: &str) -> MemberId {
    let member = world.member(name).await.id;
    let seating = bodies::store::seating(world.app.db.read(), world.today()).await.unwrap();
    let is_free = |it: &&bodies::store::Place| it.sector.key == sector && it.tenure.is_none();
    let seat = seating.iter().find(is_free).unwrap().seat.id;
    world.fill(seat, member, None).await;
    member
}

async fn method(world: &World) -> (VoteId, Method) {
    let vote = store::find_by_number(world.app.db.read(), 1).await.unwrap().unwrap();
    (vote.id, votes::method(&vote).unwrap())
}

const SECTORS: [&str; 6] =
    ["residents", "organisations", "institutions", "government", "business", "research"];

/// Weights in the order of the sectors.
fn weights(weights: [&'static str; 6]) -> Vec<(&'static str, &'static str)> {
    let pairs = SECTORS.into_iter().zip(weights);
    pairs.flat_map(|(sector, weight)| [("weight_of", sector), ("weights", weight)]).collect()
}

#[tokio::test]
async fn residents_and_weights_are_asked_for_told_before_and_counted_after() {
    let world = World::founded().await;
    let (alice, bob) =
        (sits(&world, "Alice", "residents").await, sits(&world, "Bob", "organisations").await);
    let carol = sits(&world, "Carol", "business").await;
    let mut desk = desk(&world).await;
    let mut more = vec![("residents", "residents"), ("residents", "organisations")];
    more.extend(weights(["3", "2", "0", "0", "1", "0"]));
    more.push(("weighed_share", "2/3"));
    let announced = desk.post("/proposals/1/vote", &fields(&more)).await;
    assert_eq!(announced.location.as_deref(), Some("/votes/1?done=vote-prepared"));
    let (vote, kept) = method(&world).await;
    let Rules::GroupMajority(rules) = kept.rules else { unreachable!() };
    let with = vec!["organisations".to_owned()];
    let group = "residents".to_owned();
    assert!(rules.conditions.contains(&Condition::ResidentMajority { group, with }));
    let is_weighted = |it: &Condition| {
        let share = Some(Share { need: 2, of: 3 });
        matches!(it, Condition::Weighted { weights, majority } if weights["residents"] == 3
            && weights["research"] == 0 && *majority == share)
    };
    assert!(rules.conditions.iter().any(is_weighted), "{:?}", rules.conditions);

    let before = Browser::of(&world).get("/votes/1").await;
    for said in [
        "Ook onder de bewoners (Bewoners, Organisaties en sociale ondernemingen) zijn er meer stemmen voor dan tegen",
        "Geledingen tellen niet even zwaar: Bewoners telt voor 3, Organisaties en sociale ondernemingen telt voor 2",
        "samen is dat minstens twee derde van het gewicht",
    ] {
        assert!(before.says(said), "{said}: {}", before.main());
    }
    world.opens(vote).await;
    world.casts(vote, alice, Choice::For).await;
    world.casts(vote, bob, Choice::Against).await;
    world.casts(vote, carol, Choice::For).await;
    desk.get("/votes/1/closing").await;
    desk.post("/votes/1/closing", &[("reason", "Iedereen heeft gestemd.")]).await;
    let after = Browser::of(&world).get("/votes/1").await;
    for said in [
        "Was er een meerderheid onder de bewoners (Bewoners, Organisaties en sociale ondernemingen)?",
        "Voor: 1. Tegen: 1. Nodig: meer voor dan tegen.",
        "Van het gewicht van 6 was 4 voor (precies: 4). Nodig: minstens twee derde.",
        "Telt voor 3. Van de 1 stemmen waren er 1 voor.",
        "Telt voor 0. Niemand stemde voor of tegen.",
    ] {
        assert!(after.says(said), "{said}: {}", after.main());
    }
    let result = store::result(world.app.db.read(), vote).await.unwrap().unwrap();
    let read = Published::read(&result.record).unwrap();
    assert!(read.recount().iter().all(|it| it.differs.is_none()), "{:?}", read.recount());
}

#[tokio::test]
async fn what_cannot_be_read_is_told_at_its_field_and_stays_there() {
    let world = World::founded().await;
    sits(&world, "Alice", "residents").await;
    let mut desk = desk(&world).await;
    let page = desk.get("/proposals/1/vote").await;
    assert!(page.says("<label class=\"number\" for=\"weights-1\">"), "{}", page.main());
    let mut sent =
        async |more: Fields<'static>| desk.post("/proposals/1/vote", &fields(&more)).await;
    let holes = sent(weights(["3", "", "0", "0", "1", "0"])).await;
    assert_eq!(holes.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(holes.says("Vul bij elke geleding een heel getal in"), "{}", holes.main());
    assert!(holes.says("id=\"weights-fault\"") && holes.says("name=\"weights\" value=\"3\""));
    for wrong in [
        weights(["0", "0", "0", "0", "0", "0"]),
        weights(["-1", "1", "1", "1", "1", "1"]),
        weights(["1,5", "1", "1", "1", "1", "1"]),
        weights(["100001", "1", "1", "1", "1", "1"]),
        vec![("weighed_share", "2/3")],
    ] {
        let answer = sent(wrong).await;
        assert!(answer.says("id=\"weights-fault\""), "{}", answer.main());
    }
    let mut more = weights(["1", "1", "1", "1", "1", "1"]);
    more.push(("weighed_share", "4/3"));
    assert!(sent(more).await.says("id=\"weighed_share-fault\""));
    let gone = sent(vec![("residents", "residents"), ("residents", "kings")]).await;
    assert!(gone.says("id=\"residents-fault\""), "{}", gone.main());
    let kept = "name=\"residents\" value=\"residents\" checked";
    assert!(gone.says(kept), "{}", gone.main());
    assert!(sent(vec![("conditions", "kings")]).await.says("id=\"conditions-fault\""));
    assert!(sent(vec![("at_least", "7")]).await.says("id=\"at_least-fault\""));
    assert!(store::find_by_number(world.app.db.read(), 1).await.unwrap().is_none());
}

#[tokio::test]
async fn no_word_of_the_form_becomes_another_one() {
    let world = World::founded().await;
    let mut desk = desk(&world).await;
    for (field, fault) in [
        ("body", "body-fault"),
        ("closing", "closing-fault"),
        ("question", "question-fault"),
        ("secrecy", "secrecy-fault"),
    ] {
        let all = fields(&[]);
        let wrong = all.iter().map(|it| if it.0 == field { (field, "either") } else { *it });
        let wrong: Vec<_> = wrong.collect();
        let answer = desk.post("/proposals/1/vote", &wrong).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{field}");
        assert!(answer.says(&format!("id=\"{fault}\"")), "{}", answer.main());
    }
    let elsewhere = [
        ("question", "some"),
        ("places", "1"),
        ("options", "Een bankje\nDrie bomen"),
        ("conditions", "sector:residents"),
    ];
    let asked: Vec<_> =
        fields(&elsewhere).into_iter().filter(|it| it.1 != "for_or_against").collect();
    let answer = desk.post("/proposals/1/vote", &asked).await;
    assert!(answer.says("gelden alleen bij voor of tegen. Haal ze weg"), "{}", answer.main());
}

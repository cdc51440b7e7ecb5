//! Servers that are away for a while.

use anyhow::Result;
use chrono::TimeDelta;
use federation_tests::{Stranger, Town, eventually};
use serde_json::{Value, json};
use translokaal::journal::{self, Event};

#[tokio::test(flavor = "multi_thread")]
async fn who_was_away_catches_up_in_order() -> Result<()> {
    let mut town = Town::open().await?;
    town.alpha.follows(&town.beta).await?;
    town.alpha.stop().await;
    let secretary = town.beta.secretary().await?;
    let mut proposed = Vec::new();
    for n in 1..=5 {
        proposed.push(secretary.proposes(&format!("Voorstel nummer {n}")).await?);
    }
    eventually("beta noticed", async || Ok(is_failing(&town.beta).await?.then_some(()))).await?;
    town.alpha.start().await?;
    town.passes(TimeDelta::hours(7));
    let mut expected = Vec::new();
    for it in &proposed {
        expected.push(town.alpha.learns(&it.object, |_| true).await?.id);
    }
    let lines = journal::after(town.alpha.app().db.read(), 0, 1000).await?;
    let learned = lines.into_iter().filter_map(|line| match line.event {
        Event::NoticeReceived { notice } => Some(notice),
        _ => None,
    });
    assert_eq!(learned.collect::<Vec<_>>(), expected);
    Ok(())
}

/// Whether something of this neighbourhood can't be delivered now.
async fn is_failing(of: &federation_tests::Neighbour) -> Result<bool> {
    use sea_orm::{EntityTrait, PaginatorTrait};
    use translokaal::federation::entity::host;

    Ok(host::Entity::find().count(of.app().db.read()).await? > 0)
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_not_delivered_survives_a_restart() -> Result<()> {
    let (mut town, ann) = (Town::open().await?, Stranger::open().await?);
    let follow = ann.activity("Follow", json!(town.beta.group()));
    assert_eq!(ann.posts(&town.beta.at("/inbox"), &follow, town.beta.now()).await?, 202);
    eventually("an answer", async || Ok(ann.got().into_iter().next())).await?;
    ann.answers(503);
    for n in 1..=3 {
        town.beta.secretary().await?.proposes(&format!("Voorstel nummer {n}")).await?;
    }
    eventually("beta noticed", async || Ok(is_failing(&town.beta).await?.then_some(()))).await?;
    town.beta.stop().await;
    ann.answers(202);
    town.beta.start().await?;
    town.passes(TimeDelta::minutes(1));
    let titles = eventually("all three", async || {
        let created = ann.got().into_iter().filter(|it| it["type"] == "Create");
        let titles: Vec<Value> = created.map(|it| it["object"]["name"].clone()).collect();
        Ok((titles.len() == 3).then_some(titles))
    })
    .await?;
    assert_eq!(titles, ["Voorstel nummer 1", "Voorstel nummer 2", "Voorstel nummer 3"]);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn an_inbox_that_is_gone_follows_no_more() -> Result<()> {
    let (town, ann) = (Town::open().await?, Stranger::open().await?);
    let follow = ann.activity("Follow", json!(town.beta.group()));
    ann.posts(&town.beta.at("/inbox"), &follow, town.beta.now()).await?;
    eventually("an answer", async || Ok(ann.got().into_iter().next())).await?;
    ann.answers(410);
    town.beta.secretary().await?.proposes("Een nieuwe brug").await?;
    eventually("no follower", async || {
        let url = town.beta.at("/ap/groups/beta/followers");
        let json: Value = reqwest::get(url).await?.json().await?;
        Ok((json["totalItems"] == 0).then_some(()))
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn who_failed_for_a_week_is_left_alone_until_it_speaks() -> Result<()> {
    let (town, ann) = (Town::open().await?, Stranger::open().await?);
    let inbox = town.beta.at("/inbox");
    ann.posts(&inbox, &ann.activity("Follow", json!(town.beta.group())), town.beta.now()).await?;
    eventually("an answer", async || Ok(ann.got().into_iter().next())).await?;
    ann.answers(500);
    town.beta.secretary().await?.proposes("Een nieuwe brug").await?;
    eventually("beta noticed", async || Ok(is_failing(&town.beta).await?.then_some(()))).await?;
    town.passes(TimeDelta::days(8));
    ann.answers(202);
    let tries = ann.asked("/inbox");
    // Something else is delivered meanwhile, so that the worker has looked.
    town.alpha.follows(&town.beta).await?;
    assert_eq!(ann.asked("/inbox"), tries);
    ann.posts(&inbox, &ann.activity("Follow", json!(town.beta.group())), town.beta.now()).await?;
    eventually("the article", async || Ok(ann.got().into_iter().find(|it| it["type"] == "Create")))
        .await
        .map(drop)
}

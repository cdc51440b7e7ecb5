//! Votes, seen from next door: that one opened, and what came of it. Never anything in between.

use anyhow::Result;
use chrono::TimeDelta;
use federation_tests::Town;
use serde_json::Value;
use translokaal::rules::ballot::Choice;

#[tokio::test(flavor = "multi_thread")]
async fn neighbours_see_the_opening_and_the_result_and_no_count_before() -> Result<()> {
    let town = Town::open().await?;
    town.alpha.follows(&town.beta).await?;
    let secretary = town.beta.secretary().await?;
    let (ann, bob) = (town.beta.person("Ann").await?, town.beta.person("Bob").await?);
    let it = secretary.proposes("Een buurtmoestuin").await?;
    ann.supports(&it).await?;
    town.passes(TimeDelta::hours(1));
    let vote = secretary.puts_to_the_vote(&it).await?;
    let opening = town.alpha.learns(&town.beta.at("/ap/openings/1"), |_| true).await?;
    assert_eq!(opening.title, "Een buurtmoestuin");
    assert!(opening.html.contains("De stemming is open:"), "{}", opening.html);
    town.alpha.learns(&it.object, |seen| seen.stage.as_deref() == Some("in_vote")).await?;

    ann.votes(vote, Choice::For).await?;
    bob.votes(vote, Choice::For).await?;
    let served = async |path: &str| reqwest::get(town.beta.at(path)).await;
    assert_eq!(served("/ap/results/1").await?.status(), 404);
    for path in ["/ap/openings/1", "/ap/proposals/1", "/ap/groups/beta/outbox?page=true"] {
        let text = served(path).await?.text().await?;
        assert!(!text.contains("\"count\":") && !text.contains("adopted"), "{path}");
    }

    town.passes(TimeDelta::hours(1));
    secretary.finishes(vote).await?;
    let result = town.alpha.learns(&town.beta.at("/ap/results/1"), |_| true).await?;
    assert_eq!(result.stage.as_deref(), Some("adopted"));
    assert!(result.html.contains("Uitslag: aangenomen."), "{}", result.html);
    assert!(result.html.contains("2 voor, 0 tegen, 0 onthouding"), "{}", result.html);
    assert_eq!(result.url, town.beta.at("/votes/1/result").as_str());
    town.alpha.learns(&it.object, |seen| seen.stage.as_deref() == Some("adopted")).await?;

    let note: Value = served("/ap/results/1").await?.json().await?;
    assert_eq!(note["type"], "Note");
    assert!(note["assembly"]["recordHash"].as_str().is_some_and(|it| it.starts_with("sha256:")));
    assert_eq!(note["assembly"]["counts"][0]["count"], 2);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn neighbours_learn_that_a_vote_was_cancelled() -> Result<()> {
    let town = Town::open().await?;
    town.alpha.follows(&town.beta).await?;
    let secretary = town.beta.secretary().await?;
    let it = secretary.proposes("Een buurtmoestuin").await?;
    town.beta.person("Ann").await?.supports(&it).await?;
    let vote = secretary.puts_to_the_vote(&it).await?;
    let opening = town.beta.at("/ap/openings/1");
    assert_eq!(town.alpha.learns(&opening, |_| true).await?.stage, None);
    town.passes(TimeDelta::hours(1));
    secretary.cancels(vote).await?;
    let seen = town.alpha.learns(&opening, |seen| seen.stage.is_some()).await?;
    assert_eq!(seen.stage.as_deref(), Some("cancelled"));
    assert!(seen.html.contains("De stemming gaat niet door:"), "{}", seen.html);
    town.alpha.learns(&it.object, |seen| seen.stage.as_deref() == Some("supported")).await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn what_names_a_removed_proposal_goes_with_it() -> Result<()> {
    let town = Town::open().await?;
    town.alpha.follows(&town.beta).await?;
    let secretary = town.beta.secretary().await?;
    let ann = town.beta.person("Ann").await?;
    let it = secretary.proposes("Een naam die hier niet mag staan").await?;
    ann.supports(&it).await?;
    let vote = secretary.puts_to_the_vote(&it).await?;
    ann.votes(vote, Choice::For).await?;
    secretary.finishes(vote).await?;
    let objects =
        [it.object.clone(), town.beta.at("/ap/openings/1"), town.beta.at("/ap/results/1")];
    for object in &objects {
        town.alpha.learns(object, |_| true).await?;
    }
    town.passes(TimeDelta::hours(1));
    secretary.removes(&it).await?;
    for object in &objects {
        town.alpha.learns(object, |seen| seen.removed_at.is_some()).await?;
        assert_eq!(reqwest::get(object.clone()).await?.status(), 410, "{object}");
    }
    let outbox = reqwest::get(town.beta.at("/ap/groups/beta/outbox?page=true")).await?;
    assert!(!outbox.text().await?.contains("Een naam"));
    Ok(())
}

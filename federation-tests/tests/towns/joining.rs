//! Neighbourhoods find and follow each other.

use anyhow::Result;
use federation_tests::{Neighbour, Stranger, Town, eventually};
use serde_json::json;
use translokaal::{clock::Clock, rules::partner::Stage};

#[tokio::test(flavor = "multi_thread")]
async fn who_follows_late_learns_what_was_there_before() -> Result<()> {
    let town = Town::open().await?;
    let secretary = town.beta.secretary().await?;
    let first = secretary.proposes("Meer bankjes op het plein").await?;
    let draft = secretary.drafts("Nog niet af").await?;
    town.alpha.follows(&town.beta).await?;
    let notice = town.alpha.learns(&first.object, |_| true).await?;
    assert_eq!(notice.title, "Meer bankjes op het plein");
    assert_eq!(notice.from_name, "Buurt beta");
    assert_eq!(notice.url, town.beta.at(&format!("/proposals/{}", first.number)).as_str());
    assert!(notice.html.contains("<strong>staan</strong>"));
    assert!(town.alpha.notice(&draft.object).await?.is_none());
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn following_is_ended_and_begun_again() -> Result<()> {
    let town = Town::open().await?;
    town.alpha.follows(&town.beta).await?;
    let followers = async || followers(&town.beta).await;
    eventually("one follower", async || Ok((followers().await? == 1).then_some(()))).await?;
    let secretary = town.alpha.secretary().await?;
    secretary.ends(&town.beta).await?;
    eventually("no follower", async || Ok((followers().await? == 0).then_some(()))).await?;
    let missed = town.beta.secretary().await?.proposes("Een speeltuin erbij").await?;

    town.passes(chrono::TimeDelta::minutes(1));
    town.alpha.follows(&town.beta).await?;
    town.alpha.learns(&missed.object, |_| true).await?;
    Ok(())
}

async fn followers(of: &Neighbour) -> Result<u64> {
    let url = of.at(&format!("/ap/groups/{}/followers", of.name));
    let json: serde_json::Value = reqwest::get(url).await?.json().await?;
    Ok(json["totalItems"].as_u64().unwrap_or(u64::MAX))
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_at_a_handle_is_said_so() -> Result<()> {
    let town = Town::open().await?;
    let mut handle = town.beta.handle();
    handle.name = "nobody".to_owned();
    town.alpha.secretary().await?.asks(&handle).await?;
    eventually("not found", async || {
        let partner = town.alpha.partner(&handle).await?;
        Ok(partner.filter(|it| it.stage == Stage::NotFound).map(drop))
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn who_says_no_is_not_followed() -> Result<()> {
    let (town, mallory) = (Town::open().await?, Stranger::open().await?);
    let host = format!("localhost:{}", mallory.url.port().unwrap_or_default());
    let handle = translokaal::rules::partner::Handle { name: "mallory".to_owned(), host };
    town.alpha.secretary().await?.asks(&handle).await?;
    let follow = eventually("a request", async || {
        Ok(mallory.got().into_iter().find(|it| it["type"] == "Follow"))
    })
    .await?;
    let no = mallory.activity("Reject", follow);
    let now = town.alpha.now();
    assert_eq!(mallory.posts(&town.alpha.at("/inbox"), &no, now).await?, 202);
    eventually("a refusal", async || {
        let partner = town.alpha.partner(&handle).await?;
        Ok(partner.filter(|it| it.stage == Stage::Refused).map(drop))
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_request_that_is_turned_away_is_told_and_can_be_made_again() -> Result<()> {
    let (town, mallory) = (Town::open().await?, Stranger::open().await?);
    let host = format!("localhost:{}", mallory.url.port().unwrap_or_default());
    let handle = translokaal::rules::partner::Handle { name: "mallory".to_owned(), host };
    let secretary = town.alpha.secretary().await?;
    for status in [403, 410] {
        mallory.answers(status);
        secretary.asks(&handle).await?;
        let refused = eventually("a refusal", async || {
            let partner = town.alpha.partner(&handle).await?;
            Ok(partner.filter(|it| it.stage == Stage::Refused))
        })
        .await?;
        assert_eq!(refused.answered_at, Some(town.alpha.now()));
        assert_eq!(refused.fault, Some(format!("its server answered {status}")));
        town.passes(chrono::TimeDelta::minutes(1));
    }
    mallory.answers(202);
    let before = mallory.got().len();
    secretary.asks(&handle).await?;
    let follow = eventually("a request", async || {
        Ok(mallory.got().into_iter().skip(before).find(|it| it["type"] == "Follow"))
    })
    .await?;
    let yes = mallory.activity("Accept", follow);
    assert_eq!(mallory.posts(&town.alpha.at("/inbox"), &yes, town.alpha.now()).await?, 202);
    eventually("a partner", async || {
        let partner = town.alpha.partner(&handle).await?;
        Ok(partner.filter(|it| it.stage == Stage::Following).map(drop))
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn before_it_is_founded_nothing_is_there_and_afterwards_everything_is() -> Result<()> {
    let town = Town::open().await?;
    let late = Neighbour::open("late", Clock::at(town.alpha.now())).await?;
    let ask = async |path: &str| -> Result<u16> {
        Ok(reqwest::get(late.at(path)).await?.status().as_u16())
    };
    let finger = format!("/.well-known/webfinger?resource=acct:late@{}", late.handle().host);
    let paths = ["/ap/groups/late", "/ap/actor", "/nodeinfo/2.1", finger.as_str()];
    for path in paths {
        assert_eq!(ask(path).await?, 404, "{path}");
    }
    late.found().await?;
    for path in paths {
        assert_eq!(ask(path).await?, 200, "{path}");
    }
    town.alpha.follows(&late).await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn anybody_may_follow_and_hears_so() -> Result<()> {
    let (town, ann) = (Town::open().await?, Stranger::open().await?);
    let follow = ann.activity("Follow", json!(town.beta.group()));
    let inbox = town.beta.at("/ap/groups/beta/inbox");
    assert_eq!(ann.posts(&inbox, &follow, town.beta.now()).await?, 202);
    let answer = eventually("an answer", async || Ok(ann.got().into_iter().next())).await?;
    assert_eq!(answer["type"], "Accept");
    assert_eq!(answer["object"]["id"], follow["id"]);
    assert_eq!(answer["actor"], json!(town.beta.group()));
    let it = town.beta.secretary().await?.proposes("Meer groen in de straat").await?;
    let created = eventually("an article", async || {
        Ok(ann.got().into_iter().find(|it| it["type"] == "Create"))
    })
    .await?;
    assert_eq!(created["object"]["id"], json!(it.object));
    assert_eq!(created["object"]["type"], "Article");
    Ok(())
}

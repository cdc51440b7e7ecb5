//! Proposals and what becomes of them, seen from next door.

use anyhow::Result;
use chrono::TimeDelta;
use federation_tests::{Town, eventually};
use reqwest::header::ACCEPT;
use serde_json::Value;

const AP: &str = "application/activity+json";

#[tokio::test(flavor = "multi_thread")]
async fn a_proposal_is_seen_revised_and_withdrawn() -> Result<()> {
    let town = Town::open().await?;
    town.alpha.follows(&town.beta).await?;
    let secretary = town.beta.secretary().await?;
    let it = secretary.proposes("Meer fietsenrekken").await?;
    let seen = town.alpha.learns(&it.object, |_| true).await?;
    assert_eq!(seen.stage.as_deref(), Some("open"));
    town.passes(TimeDelta::hours(1));
    secretary.revises(&it, "Veel meer fietsenrekken").await?;
    town.alpha.learns(&it.object, |seen| seen.title == "Veel meer fietsenrekken").await?;
    town.passes(TimeDelta::hours(1));
    secretary.withdraws(&it).await?;
    town.alpha.learns(&it.object, |seen| seen.stage.as_deref() == Some("withdrawn")).await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_law_wants_gone_is_gone_everywhere() -> Result<()> {
    let town = Town::open().await?;
    town.alpha.follows(&town.beta).await?;
    let secretary = town.beta.secretary().await?;
    let it = secretary.proposes("Een naam die hier niet mag staan").await?;
    town.alpha.learns(&it.object, |_| true).await?;
    let client = reqwest::Client::builder().build()?;
    let get = async |url: url::Url| client.get(url).header(ACCEPT, AP).send().await;
    assert_eq!(get(it.object.clone()).await?.status(), 200);

    town.passes(TimeDelta::hours(1));
    secretary.removes(&it).await?;
    town.alpha
        .learns(&it.object, |seen| seen.removed_at.is_some() && seen.title.is_empty())
        .await?;
    let answer = get(it.object.clone()).await?;
    assert_eq!(answer.status(), 410);
    let stone: Value = answer.json().await?;
    assert_eq!(stone["type"], "Tombstone");
    assert_eq!(get(town.beta.at(&format!("{}/versions/1", it.object.path()))).await?.status(), 410);
    let page = get(town.beta.at("/ap/groups/beta/outbox?page=true")).await?.text().await?;
    assert!(!page.contains("Een naam"), "{page}");
    assert!(page.contains("Tombstone"));
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_shared_proposal_is_fetched_from_where_it_was_written() -> Result<()> {
    let town = Town::open().await?;
    town.alpha.follows(&town.beta).await?;
    town.beta.follows(&town.gamma).await?;
    let it = town.gamma.secretary().await?.proposes("Een wijkrestaurant").await?;
    let at_beta = town.beta.learns(&it.object, |_| true).await?;
    assert!(town.alpha.notice(&it.object).await?.is_none());
    let secretary = town.beta.secretary().await?;
    secretary.shares(at_beta.id).await?;
    let at_alpha = town.alpha.learns(&it.object, |_| true).await?;
    assert_eq!(at_alpha.from_name, "Buurt gamma");
    assert_eq!(at_alpha.actor, town.gamma.group().as_str());
    secretary.takes_share_back(at_beta.id).await?;
    eventually("the outbox of beta says so", async || {
        let page = reqwest::get(town.beta.at("/ap/groups/beta/outbox?page=true")).await?;
        let page: Value = page.json().await?;
        let first = page["orderedItems"][0].clone();
        Ok((first["type"] == "Undo" && first["object"]["type"] == "Announce").then_some(()))
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn drafts_are_not_there_and_pages_are_for_people() -> Result<()> {
    let town = Town::open().await?;
    let secretary = town.alpha.secretary().await?;
    let draft = secretary.drafts("Nog niet af").await?;
    let open = secretary.proposes("Meer bankjes").await?;
    let client = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).build()?;
    let get = async |url: url::Url, accept: &'static str| {
        client.get(url).header(ACCEPT, accept).send().await
    };
    assert_eq!(get(draft.object.clone(), AP).await?.status(), 404);
    assert_eq!(get(town.alpha.at("/ap/proposals/99"), AP).await?.status(), 404);
    let json = get(open.object.clone(), AP).await?;
    assert_eq!(json.headers()["content-type"], AP);
    assert_eq!(json.headers()["vary"], "Accept");
    let json: Value = json.json().await?;
    assert_eq!(json["assembly"]["kind"], "Proposal");
    let page = get(open.object.clone(), "text/html").await?;
    assert!(page.status().is_redirection());
    let to = town.alpha.at(&format!("/proposals/{}", open.number));
    assert_eq!(page.headers()["location"], to.as_str());
    let html = get(to.clone(), "text/html").await?.text().await?;
    assert!(html.starts_with("<!"), "{html}");
    let same: Value = get(to, AP).await?.json().await?;
    assert_eq!(same["id"], open.object.as_str());
    let version = town.alpha.at(&format!("{}/versions/1", open.object.path()));
    let version: Value = get(version, AP).await?.json().await?;
    assert_eq!(version["assembly"]["contentHash"], json["assembly"]["contentHash"]);
    Ok(())
}

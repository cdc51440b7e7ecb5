//! What is fetched from others must be what was asked for.

use anyhow::Result;
use federation_tests::{Neighbour, Stranger, Town};
use serde_json::{Value, json};

const AP: &str = "application/activity+json";

async fn follow(who: &Stranger, whom: &Neighbour) -> Result<u16> {
    let follow = who.activity("Follow", json!(whom.group()));
    who.posts(&whom.at("/inbox"), &follow, whom.now()).await
}

type Change = Box<dyn FnOnce(&mut Value) + Send>;

/// The actor that a stranger serves, changed.
async fn serves(who: &Stranger, change: impl FnOnce(&mut Value)) -> Result<()> {
    let mut actor: Value = reqwest::get(who.actor()).await?.json().await?;
    change(&mut actor);
    who.serve("/actor", &actor);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn an_actor_that_is_not_what_it_says_is_not_believed() -> Result<()> {
    let town = Town::open().await?;
    let victim = json!(town.alpha.group());
    let changes: Vec<(&str, Change)> = vec![
        ("another id", Box::new(|it| it["id"] = victim)),
        ("an inbox elsewhere", Box::new(|it| it["inbox"] = json!("http://localhost:9/inbox"))),
        (
            "a key of another",
            Box::new(|it| {
                it["publicKey"]["owner"] = json!("http://localhost:9/actor");
            }),
        ),
        ("no key", Box::new(|it| it["publicKey"] = json!({}))),
        ("no actor", Box::new(|it| it["type"] = json!("Note"))),
    ];
    for (name, change) in changes {
        let who = Stranger::open().await?;
        serves(&who, change).await?;
        assert_eq!(follow(&who, &town.beta).await?, 401, "{name}");
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_of_another_sort_is_not_read() -> Result<()> {
    let town = Town::open().await?;
    for (media, body) in [
        ("application/json", None),
        ("text/html", Some("<html>".to_owned())),
        (AP, Some("no JSON".to_owned())),
        (AP, Some("[".repeat(1000))),
        (AP, Some(" ".repeat((1 << 20) + 1))),
    ] {
        let who = Stranger::open().await?;
        let honest = reqwest::get(who.actor()).await?.text().await?;
        who.serve_as("/actor", 200, media, body.unwrap_or(honest));
        assert_eq!(follow(&who, &town.beta).await?, 401, "{media}");
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn fetches_are_signed_by_the_instance() -> Result<()> {
    let town = Town::open().await?;
    let actor: Value = reqwest::get(town.beta.at("/ap/actor")).await?.json().await?;
    assert_eq!(actor["type"], "Application");
    assert_eq!(actor["preferredUsername"], "localhost");
    let key = actor["publicKey"]["publicKeyPem"].as_str().unwrap_or_default();
    let group: Value = reqwest::get(town.beta.group()).await?.json().await?;
    assert_eq!(group["type"], "Group");
    assert_eq!(group["manuallyApprovesFollowers"], false);
    assert_ne!(group["publicKey"]["publicKeyPem"], key);
    let base = town.beta.at("/");
    let mut finger = town.beta.at("/.well-known/webfinger");
    finger.query_pairs_mut().append_pair("resource", base.as_str());
    let found: Value = reqwest::get(finger).await?.json().await?;
    assert_eq!(found["links"][0]["href"], actor["id"]);
    let links: Value = reqwest::get(town.beta.at("/.well-known/nodeinfo")).await?.json().await?;
    let href = links["links"][0]["href"].as_str().unwrap_or_default().to_owned();
    let info: Value = reqwest::get(href).await?.json().await?;
    assert_eq!(info["version"], "2.1");
    assert_eq!(info["openRegistrations"], false);
    Ok(())
}

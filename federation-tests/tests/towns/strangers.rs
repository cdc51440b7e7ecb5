//! What strangers try, with keys of their own and signatures that fit.

use anyhow::Result;
use chrono::TimeDelta;
use federation_tests::{Neighbour, Stranger, Town, eventually};
use sea_orm::EntityTrait;
use serde_json::{Value, json};
use translokaal::{
    federation::entity::received,
    rules::partner::{Handle, Stage},
};

/// Waits until an activity was dealt with; gives what was wrong with it.
async fn dealt_with(at: &Neighbour, activity: &Value) -> Result<Option<String>> {
    let id = activity["id"].as_str().unwrap_or_default().to_owned();
    eventually(&format!("{id} is dealt with"), async || {
        let row = received::Entity::find_by_id(id.as_str()).one(at.app().db.read()).await?;
        Ok(row.filter(|it| it.processed_at.is_some()).map(|it| it.fault))
    })
    .await
}

async fn sent(who: &Stranger, to: &Neighbour, activity: &Value) -> Result<Option<String>> {
    assert_eq!(who.posts(&to.at("/inbox"), activity, to.now()).await?, 202);
    dealt_with(to, activity).await
}

fn handle_of(who: &Stranger) -> Handle {
    let host = format!("localhost:{}", who.url.port().unwrap_or_default());
    Handle { name: "mallory".to_owned(), host }
}

/// Lets a neighbourhood follow the stranger.
async fn is_followed(who: &Stranger, by: &Neighbour) -> Result<()> {
    by.secretary().await?.asks(&handle_of(who)).await?;
    let follow = eventually("a request", async || {
        Ok(who.got().into_iter().find(|it| it["type"] == "Follow"))
    })
    .await?;
    assert_eq!(sent(who, by, &who.activity("Accept", follow)).await?, None);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn what_strangers_publish_is_not_kept() -> Result<()> {
    let (town, mallory) = (Town::open().await?, Stranger::open().await?);
    let article = mallory.article("/articles/1", "Reclame");
    let created = mallory.activity("Create", article);
    assert_eq!(sent(&mallory, &town.alpha, &created).await?, None);
    assert!(town.alpha.notice(&mallory.at("/articles/1")).await?.is_none());
    assert_eq!(mallory.asked("/articles/1"), 0);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_partner_is_believed_about_its_own_things_only() -> Result<()> {
    let (town, mallory) = (Town::open().await?, Stranger::open().await?);
    is_followed(&mallory, &town.alpha).await?;
    town.alpha.follows(&town.beta).await?;
    let it = town.beta.secretary().await?.proposes("Een speeltuin erbij").await?;
    town.alpha.learns(&it.object, |_| true).await?;

    let forged = json!({
        "id": it.object, "type": "Article", "attributedTo": mallory.actor(),
        "name": "Vervalst", "content": "<p>Vervalst</p>", "published": "2026-05-01T11:00:00Z",
        "assembly": {"v": 1, "kind": "Proposal", "status": "withdrawn"}
    });
    for kind in ["Create", "Update", "Delete"] {
        let fault = sent(&mallory, &town.alpha, &mallory.activity(kind, forged.clone())).await?;
        assert!(fault.is_some(), "{kind}");
        let stone = mallory.activity(kind, json!(it.object));
        assert!(sent(&mallory, &town.alpha, &stone).await?.is_some(), "{kind}");
    }
    // Sharing it with a forged copy makes no difference: it is fetched from where it was written.
    let shared = mallory.activity("Announce", forged);
    assert_eq!(sent(&mallory, &town.alpha, &shared).await?, None);
    let seen = town.alpha.learns(&it.object, |_| true).await?;
    assert_eq!((seen.title.as_str(), seen.removed_at), ("Een speeltuin erbij", None));
    assert_eq!(seen.actor, town.beta.group().as_str());
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn an_article_in_the_name_of_another_is_refused() -> Result<()> {
    let (town, mallory) = (Town::open().await?, Stranger::open().await?);
    is_followed(&mallory, &town.alpha).await?;
    let mut article = mallory.article("/articles/1", "Namens een ander");
    article["attributedTo"] = json!(town.beta.group());
    mallory.serve("/articles/1", &article);
    let created = mallory.activity("Create", article);
    assert!(sent(&mallory, &town.alpha, &created).await?.is_some());
    // The same behind an id: what counts is what is found there.
    let thin = mallory.activity("Create", json!(mallory.at("/articles/1")));
    assert!(sent(&mallory, &town.alpha, &thin).await?.is_some());
    assert!(town.alpha.notice(&mallory.at("/articles/1")).await?.is_none());
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_that_acts_comes_in_with_a_text() -> Result<()> {
    let (town, mallory) = (Town::open().await?, Stranger::open().await?);
    is_followed(&mallory, &town.alpha).await?;
    let mut article = mallory.article("/articles/1", "x");
    article["name"] = json!("<b>Ti\u{202e}tel</b>\u{200b}");
    article["content"] = json!("<p onclick=x>Ja<script>x</script><img src=x onerror=y></p>");
    article["url"] = json!("https://elsewhere.example/login");
    mallory.serve("/articles/1", &article);
    sent(&mallory, &town.alpha, &mallory.activity("Create", article)).await?;
    let seen = town.alpha.learns(&mallory.at("/articles/1"), |_| true).await?;
    assert_eq!(seen.title, "Titel");
    assert_eq!(seen.html, "<p>Ja</p>");
    assert_eq!(seen.url, mallory.at("/articles/1").as_str());
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_that_nobody_asked_for_changes_nothing() -> Result<()> {
    let (town, mallory) = (Town::open().await?, Stranger::open().await?);
    let follow = json!({
        "id": town.alpha.at("/ap/activities/019ab3c4-0000-7000-8000-000000000001"),
        "type": "Follow", "actor": town.alpha.group(), "object": mallory.actor()
    });
    let accepted = mallory.activity("Accept", follow);
    let fault = sent(&mallory, &town.alpha, &accepted).await?;
    assert_eq!(fault.as_deref(), Some("this was never asked for"));
    assert!(town.alpha.partner(&handle_of(&mallory)).await?.is_none());
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_answers_for_another() -> Result<()> {
    let (mut town, mallory) = (Town::open().await?, Stranger::open().await?);
    // Beta is down, so that its own answer doesn't come.
    let ann = Stranger::open().await?;
    town.alpha.secretary().await?.asks(&handle_of(&ann)).await?;
    let follow = eventually("a request", async || {
        Ok(ann.got().into_iter().find(|it| it["type"] == "Follow"))
    })
    .await?;
    for answer in ["Accept", "Reject"] {
        let forged = mallory.activity(answer, follow.clone());
        assert!(sent(&mallory, &town.alpha, &forged).await?.is_some(), "{answer}");
    }
    let partner = town.alpha.partner(&handle_of(&ann)).await?;
    assert_eq!(partner.map(|it| it.stage), Some(Stage::Asked));
    town.beta.stop().await;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn only_who_follows_can_stop_following() -> Result<()> {
    let (town, ann, mallory) =
        (Town::open().await?, Stranger::open().await?, Stranger::open().await?);
    let follow = ann.activity("Follow", json!(town.beta.group()));
    assert_eq!(sent(&ann, &town.beta, &follow).await?, None);
    let count = async || -> Result<Value> {
        let url = town.beta.at("/ap/groups/beta/followers");
        let json: Value = reqwest::get(url).await?.json().await?;
        Ok(json["totalItems"].clone())
    };
    let undo = mallory.activity("Undo", follow.clone());
    assert!(sent(&mallory, &town.beta, &undo).await?.is_some());
    let thin = mallory.activity("Undo", follow["id"].clone());
    assert_eq!(sent(&mallory, &town.beta, &thin).await?, None);
    assert_eq!(count().await?, 1);
    assert_eq!(sent(&ann, &town.beta, &ann.activity("Undo", follow)).await?, None);
    assert_eq!(count().await?, 0);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn an_activity_is_dealt_with_once() -> Result<()> {
    let (town, ann) = (Town::open().await?, Stranger::open().await?);
    let follow = ann.activity("Follow", json!(town.beta.group()));
    let letter = ann.letter(&town.beta.at("/inbox"), &follow, town.beta.now())?;
    for _ in 0..3 {
        assert_eq!(letter.send().await?, 202);
    }
    dealt_with(&town.beta, &follow).await?;
    assert_eq!(sent(&ann, &town.beta, &ann.activity("Undo", follow.clone())).await?, None);
    assert_eq!(letter.send().await?, 202);
    // A later activity of the same actor is dealt with after it.
    sent(&ann, &town.beta, &ann.activity("Delete", json!(ann.at("/articles/1")))).await?;
    let url = town.beta.at("/ap/groups/beta/followers");
    let json: Value = reqwest::get(url).await?.json().await?;
    assert_eq!(json["totalItems"], 0);
    assert_eq!(ann.got().iter().filter(|it| it["type"] == "Accept").count(), 1);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_changed_key_is_fetched_again_but_not_all_the_time() -> Result<()> {
    let (town, ann) = (Town::open().await?, Stranger::open().await?);
    let (inbox, group) = (town.beta.at("/inbox"), json!(town.beta.group()));
    let post = async || {
        let follow = ann.activity("Follow", group.clone());
        ann.posts(&inbox, &follow, town.beta.now()).await
    };
    assert_eq!(post().await?, 202);
    ann.changes_key().await?;
    assert_eq!(post().await?, 202);
    ann.changes_key().await?;
    assert_eq!(post().await?, 401);
    town.passes(TimeDelta::minutes(11));
    assert_eq!(post().await?, 202);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_gone_is_not_looked_for() -> Result<()> {
    let (town, ann) = (Town::open().await?, Stranger::open().await?);
    let (inbox, now) = (town.beta.at("/inbox"), town.beta.now());
    ann.serve_as("/actor", 410, "text/plain", String::new());
    for kind in ["Delete", "Update"] {
        let farewell = ann.activity(kind, json!(ann.actor()));
        assert_eq!(ann.posts(&inbox, &farewell, now).await?, 202);
    }
    assert_eq!(ann.asked("/actor"), 0);
    let follow = ann.activity("Follow", json!(town.beta.group()));
    assert_eq!(ann.posts(&inbox, &follow, now).await?, 401);
    ann.serve_as("/actor", 500, "text/plain", String::new());
    assert_eq!(ann.posts(&inbox, &follow, now).await?, 503);
    Ok(())
}

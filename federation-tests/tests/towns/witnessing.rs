//! Neighbourhoods keep the heads of each other's logs: a past that is rewritten shows next door.

use anyhow::Result;
use chrono::TimeDelta;
use federation_tests::{Neighbour, Town, eventually};
use sea_orm::ConnectionTrait;
use serde_json::Value;
use translokaal::{
    neighbours,
    rules::{
        chain::{self, End},
        endorsement::Purpose,
        head::{Seen, Witnessed},
        log::Piece,
    },
};

/// Waits until `watcher` has seen something of the log of `watched` that `fits`.
async fn sees(
    watcher: &Neighbour,
    watched: &Neighbour,
    fits: impl Fn(&Seen) -> bool,
) -> Result<Seen> {
    let handle = watched.handle().to_string();
    eventually(&format!("{} sees the log of {}", watcher.name, watched.name), async || {
        let seen = neighbours::lately_seen(watcher.app().db.read()).await?;
        let seen = seen.into_iter().find(|(partner, _)| partner.handle == handle);
        Ok(seen.map(|(_, seen)| seen).filter(&fits))
    })
    .await
}

async fn log(of: &Neighbour) -> Result<Piece> {
    Ok(reqwest::get(of.at("/log/chain.json")).await?.json().await?)
}

#[tokio::test(flavor = "multi_thread")]
async fn the_log_of_a_partner_is_looked_at_and_co_signed() -> Result<()> {
    let town = Town::open().await?;
    town.beta.follows(&town.alpha).await?;
    let first = sees(&town.beta, &town.alpha, |_| true).await?;
    assert_eq!((first.fault, first.by), (None, town.beta.at("/")));
    town.alpha.person("Ann").await?;
    town.passes(TimeDelta::minutes(2));
    let is_signed = async || {
        let url = town.alpha.at(&format!("/log/heads.json?from={}", first.head.size + 1));
        let shown: Value = reqwest::get(url).await?.json().await?;
        Ok(shown["heads"].get(0).is_some().then_some(()))
    };
    eventually("a new head", is_signed).await?;
    town.passes(TimeDelta::hours(1));
    let next = sees(&town.beta, &town.alpha, |seen| seen.head.size > first.head.size).await?;
    assert_eq!(next.fault, None);

    let url = town.beta.at("/log/witnessed.json");
    let served: Value = reqwest::get(url).await?.json().await?;
    let all: Vec<Witnessed> = serde_json::from_value(served["witnessed"].clone())?;
    assert!(all.len() >= 2);
    for it in all {
        assert!(it.endorsement.covers(Purpose::Witness, &it.seen));
        assert!(it.signed.covers(Purpose::Head, &it.seen.head));
    }
    assert!(chain::follow(End::default(), &log(&town.alpha).await?.entries).is_ok());
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn who_rewrites_the_past_is_found_out_next_door() -> Result<()> {
    let town = Town::open().await?;
    town.beta.follows(&town.alpha).await?;
    sees(&town.beta, &town.alpha, |_| true).await?;
    let rewritten = "UPDATE journal SET at = '2020-01-01 00:00:00+00:00' WHERE position = 1";
    for sql in ["DELETE FROM heads", "DELETE FROM journal_seals", rewritten] {
        town.alpha.act(async |tx| Ok(tx.execute_unprepared(sql).await.map(drop)?)).await?;
    }
    // What alpha shows now is whole in itself.
    let resealed = async || {
        let it = log(&town.alpha).await?;
        Ok((it.size > 0 && chain::follow(End::default(), &it.entries).is_ok()).then_some(()))
    };
    eventually("a new chain", resealed).await?;
    town.passes(TimeDelta::hours(1));
    let seen = sees(&town.beta, &town.alpha, |seen| seen.fault.is_some()).await?;
    assert!(matches!(seen.fault.as_deref(), Some("rewritten" | "gone")), "{:?}", seen.fault);
    let page = reqwest::get(town.beta.at("/log")).await?.text().await?;
    assert!(page.contains("niet meer wat het eerder ondertekende"), "{page}");
    Ok(())
}

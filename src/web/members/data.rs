//! Everything that is kept about a member, as a file she can take along.

use std::collections::BTreeMap;

use axum::{
    http::header,
    response::{IntoResponse, Response},
};
use serde::Serialize;

use crate::{
    clock::Instant,
    elections::{
        self,
        entity::{candidacy, election},
    },
    error::Result,
    ids::ElectionId,
    members::{self, Portrait},
    notify, proposals,
    rules::{
        ballot::{Channel, Mark},
        proxy::Ending,
    },
    votes::{
        self,
        entity::{delegation, mandate},
    },
    web::{Page, people::People, visit::Visit},
};

/// The file.
#[derive(Serialize)]
struct Data {
    neighbourhood: String,
    roll: Portrait,
    supported: Vec<Supported>,
    written: Vec<Written>,
    ballots: Vec<Ballot>,
    proxies: Vec<Proxy>,
    /// The public half of the key with which she signs as teller.
    signing_key: Option<String>,
    signatures: Vec<Signed>,
    delegations: Vec<Delegation>,
    /// Whether she gets reminders of votes.
    reminders: bool,
    candidacies: Vec<Candidacy>,
}

/// A proposal she supports.
#[derive(Serialize)]
struct Supported {
    proposal: i64,
    title: String,
}

/// A proposal she wrote, in its newest version.
#[derive(Serialize)]
struct Written {
    proposal: i64,
    title: String,
    summary: String,
    text: String,
}

/// A ballot she cast.
#[derive(Serialize)]
struct Ballot {
    vote: Option<i64>,
    mark: Mark,
    cast_at: Instant,
    /// `proxy` for one that she cast for somebody else.
    channel: Channel,
}

/// A proxy that she gave or was given.
#[derive(Serialize)]
struct Proxy {
    vote: Option<i64>,
    giver: String,
    holder: String,
    given_at: Instant,
    is_on_paper: bool,
    ended_at: Option<Instant>,
    ending: Option<Ending>,
}

/// The record of a vote that she signed as teller.
#[derive(Serialize)]
struct Signed {
    vote: Option<i64>,
    name: String,
    key: String,
    at: Instant,
}

/// Somebody who speaks for her. For whom she speaks is theirs.
#[derive(Serialize)]
struct Delegation {
    vote: Option<i64>,
    delegate: String,
    given_at: Instant,
    ended_at: Option<Instant>,
}

/// An election in which she stood, or was asked to.
#[derive(Serialize)]
struct Candidacy {
    election: Option<i64>,
    asked_at: Instant,
    consented_at: Option<Instant>,
    statement: String,
    withdrawn_at: Option<Instant>,
    declined_at: Option<Instant>,
    elected: Option<i32>,
    alternate: Option<i32>,
}

impl Candidacy {
    fn of(row: candidacy::Model, elections: &BTreeMap<ElectionId, election::Model>) -> Self {
        Self {
            election: elections.get(&row.election_id).map(|it| it.number),
            asked_at: row.nominated_at,
            consented_at: row.consented_at,
            statement: row.statement,
            withdrawn_at: row.withdrawn_at,
            declined_at: row.declined_at,
            elected: row.elected_place,
            alternate: row.alternate_place,
        }
    }
}

/// The file, for the member who is signed in and for nobody else.
pub async fn file(visit: Visit) -> Page {
    Ok(write(&gather(&visit).await?))
}

async fn gather(visit: &Visit) -> Result<Data> {
    let reader = visit.app().db.read();
    let member = visit.signed_in()?;
    let supported = proposals::store::supported_by(reader, member).await?;
    let written = proposals::store::written_by(reader, member).await?;
    let ballots = votes::store::ballots_by(reader, member).await?;
    let named = votes::store::of_ids(reader, ballots.iter().map(|it| it.vote_id)).await?;
    let stood = elections::store::of_member(reader, member).await?;
    let named_elections =
        elections::store::of_ids(reader, stood.iter().map(|it| it.election_id)).await?;
    Ok(Data {
        candidacies: stood.into_iter().map(|row| Candidacy::of(row, &named_elections)).collect(),
        supported: supported
            .into_iter()
            .map(|row| Supported { proposal: row.number, title: row.title })
            .collect(),
        written: written
            .into_iter()
            .map(|row| Written {
                proposal: row.number,
                title: row.title,
                summary: row.summary,
                text: row.text,
            })
            .collect(),
        ballots: ballots
            .into_iter()
            .map(|it| Ballot {
                vote: named.get(&it.vote_id).map(|vote| vote.number),
                mark: it.mark,
                cast_at: it.cast_at,
                channel: it.channel,
            })
            .collect(),
        proxies: proxies(visit).await?,
        signing_key: votes::store::teller_key(reader, member).await?.map(|key| key.to_string()),
        signatures: signatures(visit).await?,
        delegations: delegations(visit).await?,
        neighbourhood: visit.neighbourhood.name.clone(),
        roll: members::portrait(reader, member).await?,
        reminders: !notify::store::has_declined(reader, member).await?,
    })
}

async fn signatures(visit: &Visit) -> Result<Vec<Signed>> {
    let reader = visit.app().db.read();
    let hers = votes::store::signatures_by(reader, visit.signed_in()?).await?;
    let named = votes::store::of_ids(reader, hers.iter().map(|it| it.vote_id)).await?;
    let signed = hers.into_iter().map(|it| Signed {
        vote: named.get(&it.vote_id).map(|vote| vote.number),
        name: it.name,
        key: it.public_key,
        at: it.signed_at,
    });
    Ok(signed.collect())
}

async fn proxies(visit: &Visit) -> Result<Vec<Proxy>> {
    let reader = visit.app().db.read();
    let hers = votes::store::mandates_with(reader, visit.signed_in()?).await?;
    let named = votes::store::of_ids(reader, hers.iter().map(|it| it.vote_id)).await?;
    let people = People::of(visit, hers.iter().flat_map(|it| [it.giver_id, it.holder_id])).await?;
    let proxy = |it: &mandate::Model| Proxy {
        vote: named.get(&it.vote_id).map(|vote| vote.number),
        giver: people.name(&it.giver_id).to_owned(),
        holder: people.name(&it.holder_id).to_owned(),
        given_at: it.given_at,
        is_on_paper: it.recorded_by.is_some(),
        ended_at: it.ended_at,
        ending: it.ending,
    };
    Ok(hers.iter().map(proxy).collect())
}

async fn delegations(visit: &Visit) -> Result<Vec<Delegation>> {
    let (reader, member) = (visit.app().db.read(), visit.signed_in()?);
    let mut hers = votes::store::delegations_with(reader, member).await?;
    hers.retain(|it| it.giver_id == member);
    let named = votes::store::of_ids(reader, hers.iter().map(|it| it.vote_id)).await?;
    let people = People::of(visit, hers.iter().map(|it| it.delegate_id)).await?;
    let told = |it: &delegation::Model| Delegation {
        vote: named.get(&it.vote_id).map(|vote| vote.number),
        delegate: people.name(&it.delegate_id).to_owned(),
        given_at: it.given_at,
        ended_at: it.ended_at,
    };
    Ok(hers.iter().map(told).collect())
}

fn write(data: &Data) -> Response {
    #[expect(clippy::expect_used, reason = "plain values without maps are always JSON")]
    let json = serde_json::to_string_pretty(data).expect("the data is JSON");
    let headers = [
        (header::CONTENT_TYPE, "application/json"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"translokaal.json\""),
        (header::CACHE_CONTROL, "private, no-store"),
    ];
    (headers, json).into_response()
}

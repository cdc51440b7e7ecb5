//! What this neighbourhood sends: written down with what happened, delivered afterwards.

use serde::Serialize;
use serde_json::Value;
use url::Url;

pub mod ask;
pub mod delivery;
pub mod outbox;
pub mod render;
pub mod store;
mod words;

use self::store::NewActivity;
use super::{
    Office,
    addresses::authority,
    office::Group,
    wire::{Activity, Kind, Target, assembly, audience},
};
use crate::{
    clock::Instant,
    db::Tx,
    error::{Error, Result},
    ids::ActivityId,
};

/// An activity in the name of the neighbourhood, on its way to be written down.
#[derive(Debug)]
pub struct Letter {
    activity: Activity,
    inboxes: Vec<String>,
    is_public: bool,
    at: Instant,
}

/// An activity about `object`, for nobody yet.
#[must_use]
pub fn letter(office: &Office, now: Instant, kind: Kind, group: &Group, object: Target) -> Letter {
    let activity = Activity {
        context: Value::from("https://www.w3.org/ns/activitystreams"),
        id: office.addresses.activity(ActivityId::fresh(now)),
        kind,
        actor: group.actor.clone(),
        published: None,
        to: Vec::new(),
        cc: Vec::new(),
        object,
    };
    Letter { activity, inboxes: Vec::new(), is_public: false, at: now }
}

/// A thing inside an activity; the context stands outside.
///
/// # Errors
/// Never for what this room writes.
pub fn embed(thing: &impl Serialize) -> Result<Target> {
    match serde_json::to_value(thing) {
        Ok(Value::Object(mut fields)) => {
            fields.remove("@context");
            Ok(Target::Whole(fields))
        }
        _ => Err(Error::contradiction("activities_sent", "body", "an object")),
    }
}

impl Letter {
    /// To one inbox.
    #[must_use]
    pub fn to(mut self, inbox: &str) -> Self {
        self.inboxes.push(inbox.to_owned());
        self
    }

    /// To everybody, and into these inboxes; it stands in the outbox.
    #[must_use]
    pub fn for_all(mut self, group: &Group, inboxes: &[String]) -> Self {
        (self.activity.to, self.activity.cc) = audience(&group.followers);
        self.activity.published = Some(self.at);
        self.activity.context = assembly::context();
        self.inboxes.extend_from_slice(inboxes);
        self.is_public = true;
        self
    }

    /// Names somebody who should hear of it too.
    #[must_use]
    pub fn naming(mut self, actor: &str) -> Self {
        self.activity.cc.push(actor.to_owned());
        self
    }

    /// The id that it will have.
    #[must_use]
    pub const fn id(&self) -> &Url {
        &self.activity.id
    }

    /// Writes it down with its deliveries, in the transaction of what it tells of.
    ///
    /// # Errors
    /// What the database says.
    pub async fn send(mut self, tx: &Tx) -> Result<()> {
        self.inboxes.sort_unstable();
        self.inboxes.dedup();
        let hosts = self.inboxes.into_iter().filter_map(|inbox| {
            let host = authority(&Url::parse(&inbox).ok()?);
            Some((inbox, host))
        });
        let hosts: Vec<(String, String)> = hosts.collect();
        let body = serde_json::to_string(&self.activity)
            .map_err(|_| Error::contradiction("activities_sent", "body", &self.activity.id))?;
        let object = self.activity.object.id().map(String::from).unwrap_or_default();
        let serial = store::add(
            tx,
            NewActivity {
                id: self.activity.id,
                kind: self.activity.kind.word(),
                object,
                body,
                is_public: self.is_public,
                published_at: self.at,
            },
        )
        .await?;
        store::add_deliveries(tx, serial, &hosts).await
    }
}

//! The answer to our request to follow. One that we never made can't be answered.

use activitypub_federation::{config::Data, traits};
use async_trait::async_trait;
use url::Url;

use crate::{
    db,
    error::{Error, Result},
    federation::{
        Office,
        entity::following,
        store::{self, Stage},
        wire::Activity,
    },
    neighbours::{self, Answer},
    rules::jurisdiction::Refusal,
};

/// A yes.
#[derive(Debug)]
pub struct Accept(pub Activity);

/// A no.
#[derive(Debug)]
pub struct Reject(pub Activity);

macro_rules! answers {
    ($($type:ident: $answer:expr, $stage:expr;)*) => {$(
        #[async_trait]
        impl traits::Activity for $type {
            type DataType = Office;
            type Error = Error;

            fn id(&self) -> &Url {
                &self.0.id
            }

            fn actor(&self) -> &Url {
                &self.0.actor
            }

            async fn verify(&self, data: &Data<Office>) -> Result<()> {
                asked(data, &self.0).await.map(drop)
            }

            async fn receive(self, data: &Data<Office>) -> Result<()> {
                let asked = asked(data, &self.0).await?;
                answered(data, asked, $answer, $stage).await
            }
        }
    )*};
}

answers! {
    Accept: Answer::Following, Stage::Accepted;
    Reject: Answer::Refused, Stage::Refused;
}

/// The request that is answered: found by its id, or by who asked whom.
async fn asked(data: &Data<Office>, answer: &Activity) -> Result<following::Model> {
    let db = data.app.db.read();
    if let Some(id) = answer.object.id()
        && let Some(found) = store::following_by_activity(db, &id).await?
    {
        return if found.actor == answer.actor.as_str() {
            Ok(found)
        } else {
            Err(Refusal::NotTheAuthor.into())
        };
    }
    let group = data.group().await?;
    let names_us = answer.object.link("actor").as_ref() == Some(&group.actor)
        && answer.object.link("object").as_ref() == Some(&answer.actor)
        && answer.object.may_be("Follow");
    if !names_us {
        return Err(Refusal::NeverAsked.into());
    }
    let found = store::followings_of(db, &answer.actor).await?;
    let open = |it: &following::Model| it.stage != Stage::Ended.word();
    Ok(found.into_iter().find(open).ok_or(Refusal::NeverAsked)?)
}

async fn answered(
    data: &Data<Office>,
    asked: following::Model,
    answer: Answer,
    stage: Stage,
) -> Result<()> {
    let is_known = asked.stage == stage.word()
        || asked.stage == Stage::Ended.word()
        || (asked.stage == Stage::Following.word() && stage == Stage::Accepted);
    if is_known {
        return Ok(());
    }
    let now = data.app.clock.now();
    db::write(&data.app.db, async |tx| {
        store::set_following_stage(tx, asked.partner_id, stage).await?;
        neighbours::answered(tx, now, asked.partner_id, answer).await
    })
    .await?;
    data.app.bell.notify_waiters();
    Ok(())
}

//! The traces that secret votes leave: in which order ballots and marks on the roll were written.
//! They are taken away every minute while ballots come in, and at once when a vote ended.

use crate::{
    app::App,
    db,
    error::{Error, Result},
    rules::{ballot::Secrecy, vote::Stage},
    votes::{self, Side, store},
};

/// What there was to take away last time: secret votes that had ended, and secret ballots.
#[derive(Debug, Default)]
pub struct Traces {
    ended: u64,
    ballots: u64,
    /// Once more in a minute: somebody who read meanwhile may have kept old rows alive.
    once_more: bool,
}

impl Traces {
    /// Takes them away if a secret vote ended, or every minute if ballots came in.
    ///
    /// # Errors
    /// What the database says; then it is tried again a minute later.
    pub async fn remove(&mut self, app: &App, is_minute: bool) -> Result<()> {
        let db = app.db.read();
        let ended = store::ended_in_secret(db).await?;
        // Counting ballots reads all of them, so only once a minute.
        let is_new =
            ended != self.ended || is_minute && store::sealed_in_all(db).await? != self.ballots;
        let is_due = is_new || is_minute && self.once_more;
        if !is_due {
            return Ok(());
        }
        self.ended = ended;
        self.ballots = store::sealed_in_all(db).await?;
        self.once_more = true;
        remove(app).await?;
        self.once_more = is_new;
        Ok(())
    }
}

async fn remove(app: &App) -> Result<()> {
    for vote in store::in_stage(app.db.read(), Stage::Open).await? {
        if vote.secrecy == Secrecy::Secret {
            db::write(&app.db, async |tx| votes::scatter(tx, vote.id).await).await?;
        }
    }
    for side in [Side::Ballots, Side::Roll] {
        db::write(&app.db, async |tx| votes::settle(tx, side).await).await?;
    }
    if app.db.forget_order().await? { Ok(()) } else { Err(Error::unanswered("the database log")) }
}

#[cfg(test)]
mod tests;

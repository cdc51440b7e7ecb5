//! The traces that secret votes leave: in which order ballots and marks on the roll were written.
//! They are taken away every minute while ballots come in, and at once when a vote ended.

use crate::{
    app::App,
    db,
    error::{Error, Result},
    rules::{ballot::Secrecy, vote::Stage},
    votes::{self, Side},
};

/// What there was to take away last time.
#[derive(Debug, Default)]
pub struct Traces {
    seen: Option<(u64, u64)>,
    /// Once more in a minute: somebody who read meanwhile may have kept old rows alive.
    once_more: bool,
}

impl Traces {
    /// Takes them away if a secret vote ended, or every minute if ballots came in.
    ///
    /// # Errors
    /// What the database says; then it is tried again a minute later.
    pub async fn remove(&mut self, app: &App, is_minute: bool) -> Result<()> {
        let now = votes::store::secret_counts(app.db.read()).await?;
        let (ended, ballots) = now;
        let before = self.seen.unwrap_or_default();
        let is_new = ended != before.0 || is_minute && ballots != before.1;
        let is_due = is_new || is_minute && self.once_more;
        if !is_due {
            return Ok(());
        }
        (self.seen, self.once_more) = (Some(now), true);
        remove(app).await?;
        self.once_more = is_new;
        Ok(())
    }
}

async fn remove(app: &App) -> Result<()> {
    for vote in votes::store::in_stage(app.db.read(), Stage::Open).await? {
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

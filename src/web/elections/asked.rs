//! What waits for a member: who asked her to stand, and where she stands.

use super::index::Item;
use crate::{
    elections::{entity::candidacy, store},
    error::Result,
    rules::candidacy::Stage,
    web::visit::Visit,
};

/// The elections that are hers to think about.
#[derive(Debug, Default)]
pub struct Hers {
    /// Somebody asked her, and she can still answer.
    pub asked: Vec<Item>,
    /// She stands, and it isn't over.
    pub stands: Vec<Item>,
}

impl Hers {
    /// Of the member who is signed in.
    ///
    /// # Errors
    /// What the database says.
    pub async fn of(visit: &Visit) -> Result<Self> {
        let reader = visit.app().db.read();
        let candidacies = store::of_member(reader, visit.signed_in()?).await?;
        let ids = candidacies.iter().map(|it| it.election_id);
        let mut elections = store::of_ids(reader, ids).await?;
        let (mut asked, mut stands) = (Vec::new(), Vec::new());
        for it in &candidacies {
            let Some(row) = elections.remove(&it.election_id) else { continue };
            let takes = row.stage == Stage::Nominating && visit.now < row.nominate_until;
            if it.is_asked() && takes {
                asked.push(row);
            } else if candidacy::Model::stands(it)
                && matches!(row.stage, Stage::Nominating | Stage::Voting)
            {
                stands.push(row);
            }
        }
        Ok(Self { asked: Item::all(visit, asked).await?, stands: Item::all(visit, stands).await? })
    }
}

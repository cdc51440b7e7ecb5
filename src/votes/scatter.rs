use super::store;
use crate::{db::Tx, error::Result, ids::VoteId, rules::ballot::Secrecy};

pub use store::Side;

/// Writes both sides of a secret vote anew, so that a copy of the database made afterwards doesn't
/// tell in which order ballots and marks on the roll were written before. Nobody casts meanwhile: the
/// vote is locked.
///
/// # Errors
/// There is no such vote, or what the database says.
pub async fn scatter(tx: &Tx, id: VoteId) -> Result<()> {
    if store::lock(tx, id).await?.secrecy == Secrecy::Secret {
        store::scatter_helped(tx, id).await?;
        store::scatter(tx, id).await?;
    }
    Ok(())
}

/// Lets the rows that were written anew lie in the order of their ids, and those before them go.
///
/// # Errors
/// Somebody holds the table; try again later.
pub async fn settle(tx: &Tx, side: Side) -> Result<()> {
    store::gather_heap(tx, side).await
}

//! What must be known of a vote and its roll to take in a batch.

use std::collections::{BTreeMap, BTreeSet};

use sea_orm::ConnectionTrait;

use crate::{
    db::Tx,
    error::Result,
    ids::{MemberId, VoterId},
    rules::{
        ballot::Channel,
        batch::{self, Layout, Standing},
        record::v2::Change,
        tally::method::{Method, Opt},
    },
    votes::{
        self,
        entity::{vote, voter},
        store, tellers,
    },
};

/// A vote whose row is locked, so that no ballot comes in meanwhile.
pub(super) struct Hall {
    pub method: Method,
    pub options: Vec<Opt>,
    pub voters: BTreeMap<i64, voter::Model>,
    pub roll: BTreeMap<i64, Standing>,
}

impl Hall {
    /// Looks around.
    pub async fn load(tx: &Tx, vote: &vote::Model) -> Result<Self> {
        let recused = recused(tx, vote).await?;
        let cast: BTreeMap<VoterId, Channel> = store::ballots(tx, vote.id)
            .await?
            .into_iter()
            .map(|ballot| (ballot.voter_id, ballot.channel))
            .collect();
        let voters = store::voters(tx, vote.id).await?;
        let standing = |voter: &voter::Model| Standing {
            is_recused: recused.contains(&voter.number),
            before: voter.channel.or_else(|| cast.get(&voter.id).copied()),
        };
        Ok(Self {
            method: votes::method(vote)?,
            options: store::options(tx, vote.id).await?,
            roll: voters.iter().map(|voter| (voter.number, standing(voter))).collect(),
            voters: voters.into_iter().map(|voter| (voter.number, voter)).collect(),
        })
    }
}

/// How the marks of a batch are written down.
///
/// # Errors
/// The row contradicts the rules.
pub fn layout(vote: &vote::Model, channel: Channel) -> Result<Layout> {
    Ok(batch::layout(vote.secrecy, channel, &votes::method(vote)?))
}

/// Whether a teller has an interest of her own in a vote: she stands in it, or a seat of hers doesn't
/// vote because of one.
///
/// # Errors
/// What the database says.
pub async fn has_own_interest(
    db: &impl ConnectionTrait,
    vote: &vote::Model,
    by: MemberId,
) -> Result<bool> {
    if tellers::stood(db, vote.id, by).await?.is_some() {
        return Ok(true);
    }
    let recused = recused(db, vote).await?;
    let hers = store::voters_for(db, vote.id, by).await?;
    Ok(hers.iter().any(|voter| recused.contains(&voter.number)))
}

async fn recused(db: &impl ConnectionTrait, vote: &vote::Model) -> Result<BTreeSet<i64>> {
    let changes = store::changes(db, vote.id).await?;
    Ok(changes.iter().filter_map(Change::recused).collect())
}

use super::store;
use crate::{
    db::Tx,
    error::{Error, Result},
    ids::{MemberId, VoteId},
    rules::{
        tally::method::Opt,
        vote::{Refusal, Stage, Step},
    },
};

/// Puts candidates on the paper of an election, each with who it is, in place of those who stood there. Only `elections`
/// calls this, before the vote opens.
///
/// # Errors
/// The vote is no election, or was opened.
pub async fn put_on_paper(tx: &Tx, id: VoteId, options: &[(Opt, MemberId)]) -> Result<()> {
    let vote = store::lock(tx, id).await?;
    if !vote.is_election {
        return Err(Error::NotFound("election"));
    }
    if vote.stage != Stage::Prepared {
        return Err(Refusal::NotNow { stage: vote.stage, step: Step::Open }.into());
    }
    store::delete_options(tx, id).await?;
    let known = |(option, member): &(Opt, MemberId)| (option.clone(), Some(*member));
    store::insert_options(tx, id, &options.iter().map(known).collect::<Vec<_>>()).await
}

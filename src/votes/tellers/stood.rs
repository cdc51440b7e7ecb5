use sea_orm::ConnectionTrait;

use crate::{
    error::Result,
    ids::{MemberId, VoteId},
    members,
    rules::{
        record::v2::Change,
        teller::{self, Stood},
    },
    votes::store,
};

/// Whether a teller stands in a vote herself, as far as is known. One of whom the secretary declared
/// that she only bears the name of an option doesn't.
///
/// # Errors
/// What the database says.
pub async fn stood(db: &impl ConnectionTrait, vote: VoteId, by: MemberId) -> Result<Option<Stood>> {
    let name = members::store::get(db, by).await?.name;
    let options = store::people_on_paper(db, vote).await?;
    let options = options.iter().map(|(member, title)| (*member, title.as_str()));
    let stood = teller::stood((by, &name), options);
    if stood != Some(Stood::ByName) {
        return Ok(stood);
    }
    let changes = store::changes(db, vote).await?;
    let is_cleared = changes.iter().filter_map(Change::namesake).any(|cleared| cleared == name);
    Ok(stood.filter(|_| !is_cleared))
}

//! Queries over what stands on a ballot paper, and over what changed in a vote after its opening.

use sea_orm::{QueryOrder, QuerySelect, entity::prelude::*, sea_query::Expr};

use crate::{
    db::Tx,
    error::{Error, Result},
    ids::{MemberId, VoteId},
    rules::{record::v2::Change, tally::method::Opt},
    votes::entity::{vote_change, vote_option},
};

/// The options of a vote, in the order of the ballot paper; none for a proposal that is adopted or
/// not.
pub async fn options(db: &impl ConnectionTrait, id: VoteId) -> Result<Vec<Opt>> {
    let option = |row: vote_option::Model| {
        let wrong = |_| Error::contradiction("vote_options", "cost", id);
        let cost = row.cost.map(u64::try_from).transpose().map_err(wrong)?;
        Ok(Opt { key: row.key, title: row.title, cost })
    };
    rows(db, id).await?.into_iter().map(option).collect()
}

/// Who stands on the paper, as far as that is known, each with the title of the option.
pub async fn people_on_paper(
    db: &impl ConnectionTrait,
    id: VoteId,
) -> Result<Vec<(Option<MemberId>, String)>> {
    Ok(rows(db, id).await?.into_iter().map(|row| (row.member_id, row.title)).collect())
}

async fn rows(db: &impl ConnectionTrait, id: VoteId) -> Result<Vec<vote_option::Model>> {
    let options = vote_option::Entity::find().filter(vote_option::Column::VoteId.eq(id));
    Ok(options.order_by_asc(vote_option::Column::Place).limit(1_000).all(db).await?)
}

/// Puts options on a paper; in an election each with who stands under it.
pub async fn insert_options(
    tx: &Tx,
    id: VoteId,
    options: &[(Opt, Option<MemberId>)],
) -> Result<()> {
    let row = |((option, member_id), place): (&(Opt, Option<MemberId>), i32)| {
        let wrong = |_| Error::contradiction("vote_options", "cost", id);
        let cost = option.cost.map(i64::try_from).transpose().map_err(wrong)?;
        let (key, title, member_id) = (option.key.clone(), option.title.clone(), *member_id);
        let row = vote_option::Model { vote_id: id, key, place, title, cost, member_id };
        Ok(vote_option::ActiveModel::from(row))
    };
    let rows: Vec<_> = options.iter().zip(1..).map(row).collect::<Result<_>>()?;
    if !rows.is_empty() {
        vote_option::Entity::insert_many(rows).exec_without_returning(tx).await?;
    }
    Ok(())
}

/// Takes the options off a paper that nobody has seen yet.
pub async fn delete_options(tx: &Tx, id: VoteId) -> Result<()> {
    let of_vote = vote_option::Column::VoteId.eq(id);
    vote_option::Entity::delete_many().filter(of_vote).exec(tx).await?;
    Ok(())
}

/// Takes the texts of the options away; their keys stay.
pub async fn blank(tx: &Tx, id: VoteId) -> Result<()> {
    vote_option::Entity::update_many()
        .col_expr(vote_option::Column::Title, Expr::value(""))
        .filter(vote_option::Column::VoteId.eq(id))
        .exec(tx)
        .await?;
    Ok(())
}

/// What changed in a vote after its opening, in order.
pub async fn changes(db: &impl ConnectionTrait, id: VoteId) -> Result<Vec<Change>> {
    let changes = vote_change::Entity::find().filter(vote_change::Column::VoteId.eq(id));
    let rows = changes.order_by_asc(vote_change::Column::Position).limit(1_000).all(db).await?;
    let read = |row: vote_change::Model| {
        let wrong = || Error::contradiction("vote_changes", "change", row.vote_id);
        serde_json::from_str(&row.change).map_err(|_| wrong())
    };
    rows.into_iter().map(read).collect()
}

/// Writes a change down, after those that are there. The vote is locked.
pub async fn change(tx: &Tx, id: VoteId, change: &Change) -> Result<()> {
    let position = changes(tx, id).await?.len() + 1;
    let wrong = || Error::contradiction("vote_changes", "change", id);
    let row = vote_change::Model {
        vote_id: id,
        position: i32::try_from(position).map_err(|_| wrong())?,
        change: serde_json::to_string(change).map_err(|_| wrong())?,
    };
    let row: vote_change::ActiveModel = row.into();
    vote_change::Entity::insert(row).exec_without_returning(tx).await?;
    Ok(())
}

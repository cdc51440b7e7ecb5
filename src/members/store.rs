//! Queries over members, codes, links, sessions and offices.

use std::collections::BTreeMap;

use sea_orm::{
    ActiveValue::Set,
    ConnectionTrait, JoinType, QueryOrder, QuerySelect,
    entity::prelude::*,
    sea_query::{Expr, ExprTrait, Func},
};

use super::entity::{code, link, member, office, session};
use crate::{
    clock::Instant,
    db::Tx,
    error::{Error, Result},
    ids::{CodeId, MemberId},
    rules::role::Role,
};

/// What to look for on the roll.
#[derive(Clone, Debug, Default)]
pub struct Search {
    /// Part of a name or number, in any case; empty finds everybody.
    pub text: String,
    /// Which page, from 0.
    pub page: u64,
}

/// The last page that somebody can ask for.
const PAGE_MOST: u64 = 1_000_000;
/// Members on one page of the roll.
pub const PER_PAGE: u64 = 50;

pub async fn find(db: &impl ConnectionTrait, id: MemberId) -> Result<Option<member::Model>> {
    Ok(member::Entity::find_by_id(id).one(db).await?)
}

pub async fn get(db: &impl ConnectionTrait, id: MemberId) -> Result<member::Model> {
    find(db, id).await?.ok_or(Error::NotFound("member"))
}

/// A member to be changed: on PostgreSQL the row is locked first.
pub async fn lock(tx: &Tx, id: MemberId) -> Result<member::Model> {
    let row = member::Entity::find_by_id(id).lock_exclusive().one(tx).await?;
    row.ok_or(Error::NotFound("member"))
}

fn on_the_roll() -> Select<member::Entity> {
    member::Entity::find()
        .filter(member::Column::ForgottenAt.is_null())
        .filter(member::Column::SuspendedAt.is_null())
}

/// One page of the roll by name, with the number of all that fit.
pub async fn list(db: &impl ConnectionTrait, search: &Search) -> Result<(Vec<member::Model>, u64)> {
    let mut query = member::Entity::find().filter(member::Column::ForgottenAt.is_null());
    let text = search.text.trim().replace('\0', "").to_lowercase();
    if !text.is_empty() {
        query = query.filter(member::Column::NameSearched.contains(&text));
    }
    let total = query.clone().count(db).await?;
    let rows = query
        .order_by_asc(member::Column::NameSearched)
        .order_by_asc(member::Column::Id)
        .offset(std::cmp::min(search.page, PAGE_MOST).saturating_mul(PER_PAGE))
        .limit(PER_PAGE)
        .all(db)
        .await?;
    Ok((rows, total))
}

/// Everybody on the roll now, by id: for freezing a roll and for printing letters.
pub async fn all(db: &impl ConnectionTrait) -> Result<Vec<member::Model>> {
    Ok(on_the_roll().order_by_asc(member::Column::Id).all(db).await?)
}

/// How many members stand on the roll.
pub async fn count(db: &impl ConnectionTrait) -> Result<u64> {
    Ok(on_the_roll().count(db).await?)
}

/// Names by id; a member who was forgotten is not in it.
pub async fn names(
    db: &impl ConnectionTrait,
    ids: impl IntoIterator<Item = MemberId>,
) -> Result<BTreeMap<MemberId, String>> {
    let rows = member::Entity::find()
        .filter(member::Column::Id.is_in(ids))
        .filter(member::Column::ForgottenAt.is_null())
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|row| (row.id, row.name)).collect())
}

pub async fn find_by_number(
    db: &impl ConnectionTrait,
    number: &str,
) -> Result<Option<member::Model>> {
    Ok(member::Entity::find().filter(member::Column::Number.eq(number)).one(db).await?)
}

/// Everybody of this name; what tells them apart is for the caller.
pub async fn named(db: &impl ConnectionTrait, name: &str) -> Result<Vec<member::Model>> {
    let same = on_the_roll().filter(member::Column::Name.eq(name));
    Ok(same.order_by_asc(member::Column::Id).limit(100).all(db).await?)
}

/// Everybody on the roll now whose whole name this is, with capitals or without. In what is searched
/// the number of a member stands behind the name.
pub async fn named_whole(db: &impl ConnectionTrait, name: &str) -> Result<Vec<member::Model>> {
    let name = name.trim().to_lowercase();
    let begins = on_the_roll().filter(member::Column::NameSearched.starts_with(&name));
    let mut same = begins.order_by_asc(member::Column::NameSearched).limit(100).all(db).await?;
    same.retain(|it| it.name.trim().to_lowercase() == name);
    Ok(same)
}

/// Everybody of this name who is known, those who are suspended too: for comparing with a file.
pub async fn named_ever(db: &impl ConnectionTrait, name: &str) -> Result<Vec<member::Model>> {
    let same = member::Entity::find()
        .filter(member::Column::ForgottenAt.is_null())
        .filter(member::Column::Name.eq(name));
    Ok(same.order_by_asc(member::Column::Id).limit(100).all(db).await?)
}

/// The members who get their mail at this address: a household may share one.
pub async fn at_email(db: &impl ConnectionTrait, email: &str) -> Result<Vec<member::Model>> {
    let same = on_the_roll()
        .filter(Expr::expr(Func::lower(Expr::col(member::Column::Email))).eq(email.to_lowercase()));
    Ok(same.order_by_asc(member::Column::Id).limit(20).all(db).await?)
}

pub async fn insert(tx: &Tx, row: member::Model) -> Result<member::Model> {
    let row: member::ActiveModel = row.into();
    member::Entity::insert(row).exec_with_returning(tx).await.map_err(Error::or_already)
}

/// Writes every column of a member.
pub async fn save(tx: &Tx, row: member::Model) -> Result<()> {
    let row = member::ActiveModel::from(row).reset_all();
    member::Entity::update(row).exec(tx).await.map_err(Error::or_already)?;
    Ok(())
}

/// A code with which somebody comes in: on PostgreSQL nobody replaces it in the meantime.
pub async fn lock_code(tx: &Tx, hash: &str) -> Result<Option<code::Model>> {
    let found = code::Entity::find().filter(code::Column::Hash.eq(hash));
    Ok(found.lock_shared().one(tx).await?)
}

/// The codes of these members that were not replaced.
pub async fn live_codes(
    db: &impl ConnectionTrait,
    now: Instant,
) -> Result<BTreeMap<MemberId, code::Model>> {
    let rows = code::Entity::find()
        .filter(code::Column::ReplacedAt.is_null())
        .filter(code::Column::ValidUntil.gt(now))
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|row| (row.member_id, row)).collect())
}

pub async fn insert_code(tx: &Tx, row: code::Model) -> Result<()> {
    let row: code::ActiveModel = row.into();
    code::Entity::insert(row).exec_without_returning(tx).await?;
    Ok(())
}

/// Voids the codes of a member; gives their ids.
pub async fn replace_codes(tx: &Tx, now: Instant, member: MemberId) -> Result<Vec<CodeId>> {
    let old = code::Entity::find()
        .filter(code::Column::MemberId.eq(member))
        .filter(code::Column::ReplacedAt.is_null())
        .lock_exclusive()
        .all(tx)
        .await?;
    let ids: Vec<CodeId> = old.into_iter().map(|row| row.id).collect();
    if !ids.is_empty() {
        code::Entity::update_many()
            .col_expr(code::Column::ReplacedAt, Expr::value(now))
            .filter(code::Column::Id.is_in(ids.iter().copied()))
            .exec(tx)
            .await?;
    }
    Ok(ids)
}

pub async fn insert_link(tx: &Tx, row: link::Model) -> Result<()> {
    let row: link::ActiveModel = row.into();
    link::Entity::insert(row).exec_without_returning(tx).await?;
    Ok(())
}

/// Uses a link that is still good; gives whose it is. Two at once: only one succeeds.
pub async fn use_link(tx: &Tx, now: Instant, hash: &str) -> Result<Option<MemberId>> {
    let used = link::Entity::update_many()
        .col_expr(link::Column::UsedAt, Expr::value(now))
        .filter(link::Column::Hash.eq(hash))
        .filter(link::Column::UsedAt.is_null())
        .filter(link::Column::ValidUntil.gt(now))
        .exec(tx)
        .await?;
    if used.rows_affected == 0 {
        return Ok(None);
    }
    let row = link::Entity::find_by_id(hash.to_owned()).one(tx).await?;
    Ok(row.map(|row| row.member_id))
}

pub async fn insert_session(tx: &Tx, row: session::Model) -> Result<()> {
    let row: session::ActiveModel = row.into();
    session::Entity::insert(row).exec_without_returning(tx).await?;
    Ok(())
}

/// A session that is still good, with its member if she is still on the roll.
pub async fn find_session(
    db: &impl ConnectionTrait,
    now: Instant,
    hash: &str,
) -> Result<Option<(session::Model, member::Model)>> {
    let of_member = session::Entity::belongs_to(member::Entity)
        .from(session::Column::MemberId)
        .to(member::Column::Id)
        .into();
    let found = session::Entity::find_by_id(hash.to_owned())
        .filter(session::Column::ValidUntil.gt(now))
        .filter(member::Column::ForgottenAt.is_null())
        .filter(member::Column::SuspendedAt.is_null())
        .join(JoinType::InnerJoin, of_member)
        .select_also(member::Entity)
        .one(db)
        .await?;
    Ok(found.and_then(|(session, member)| Some((session, member?))))
}

/// Whose sessions these are, by hash; sessions that are over and people who are out are left out.
pub async fn session_members(
    db: &impl ConnectionTrait,
    now: Instant,
    hashes: impl IntoIterator<Item = &str>,
) -> Result<BTreeMap<String, MemberId>> {
    let of_member = session::Entity::belongs_to(member::Entity)
        .from(session::Column::MemberId)
        .to(member::Column::Id)
        .into();
    let found: Vec<(String, MemberId)> = session::Entity::find()
        .select_only()
        .column(session::Column::Hash)
        .column(session::Column::MemberId)
        .join(JoinType::InnerJoin, of_member)
        .filter(session::Column::Hash.is_in(hashes))
        .filter(session::Column::ValidUntil.gt(now))
        .filter(member::Column::ForgottenAt.is_null())
        .filter(member::Column::SuspendedAt.is_null())
        .into_tuple()
        .all(db)
        .await?;
    Ok(found.into_iter().collect())
}

pub async fn end_session(tx: &Tx, hash: &str) -> Result<()> {
    session::Entity::delete_by_id(hash.to_owned()).exec(tx).await?;
    Ok(())
}

pub async fn end_sessions_of(tx: &Tx, member: MemberId) -> Result<()> {
    session::Entity::delete_many().filter(session::Column::MemberId.eq(member)).exec(tx).await?;
    Ok(())
}

pub async fn end_sessions_by(tx: &Tx, codes: &[CodeId]) -> Result<()> {
    session::Entity::delete_many()
        .filter(session::Column::CodeId.is_in(codes.iter().copied()))
        .exec(tx)
        .await?;
    Ok(())
}

/// Clears away sessions and links that are over; gives how many.
pub async fn sweep(tx: &Tx, now: Instant) -> Result<u64> {
    let sessions = session::Entity::delete_many()
        .filter(session::Column::ValidUntil.lte(now))
        .exec(tx)
        .await?;
    let links =
        link::Entity::delete_many().filter(link::Column::ValidUntil.lte(now)).exec(tx).await?;
    Ok(sessions.rows_affected.saturating_add(links.rows_affected))
}

/// The links of a member, all of them ended: they were asked for or used.
pub async fn end_links_of(tx: &Tx, member: MemberId) -> Result<()> {
    link::Entity::delete_many().filter(link::Column::MemberId.eq(member)).exec(tx).await?;
    Ok(())
}

/// The offices that a member holds now.
pub async fn offices(db: &impl ConnectionTrait, member: MemberId) -> Result<Vec<office::Model>> {
    let rows = office::Entity::find()
        .filter(office::Column::MemberId.eq(member))
        .filter(office::Column::EndedAt.is_null());
    Ok(rows.all(db).await?)
}

/// Every time during which a member held this office.
pub async fn terms(
    db: &impl ConnectionTrait,
    member: MemberId,
    role: Role,
) -> Result<Vec<office::Model>> {
    let rows = office::Entity::find()
        .filter(office::Column::MemberId.eq(member))
        .filter(office::Column::Role.eq(role));
    Ok(rows.all(db).await?)
}

/// Everybody who holds an office now, in the order of appointment.
pub async fn officers(db: &impl ConnectionTrait) -> Result<Vec<(office::Model, member::Model)>> {
    let offices = office::Entity::find()
        .filter(office::Column::EndedAt.is_null())
        .order_by_asc(office::Column::Id)
        .all(db)
        .await?;
    let ids = offices.iter().map(|office| office.member_id);
    let members: BTreeMap<MemberId, member::Model> = member::Entity::find()
        .filter(member::Column::Id.is_in(ids))
        .all(db)
        .await?
        .into_iter()
        .map(|member| (member.id, member))
        .collect();
    Ok(offices
        .into_iter()
        .filter_map(|office| {
            let member = members.get(&office.member_id)?.clone();
            Some((office, member))
        })
        .collect())
}

pub async fn insert_office(tx: &Tx, row: office::Model) -> Result<()> {
    let row: office::ActiveModel = row.into();
    office::Entity::insert(row).exec_without_returning(tx).await?;
    Ok(())
}

/// Ends an office; gives whether there was one.
pub async fn end_office(tx: &Tx, now: Instant, member: MemberId, role: Role) -> Result<bool> {
    let ended = office::Entity::update_many()
        .col_expr(office::Column::EndedAt, Expr::value(now))
        .filter(office::Column::MemberId.eq(member))
        .filter(office::Column::Role.eq(role))
        .filter(office::Column::EndedAt.is_null())
        .exec(tx)
        .await?;
    Ok(ended.rows_affected > 0)
}

/// Marks a member as one who may not take part for the time being.
pub async fn set_suspended(tx: &Tx, id: MemberId, at: Option<Instant>) -> Result<()> {
    let row = member::ActiveModel { id: Set(id), suspended_at: Set(at), ..Default::default() };
    member::Entity::update(row).exec(tx).await?;
    Ok(())
}

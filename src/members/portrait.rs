use chrono::{DateTime, Utc};
use sea_orm::ConnectionTrait;
use serde::Serialize;

use super::store;
use crate::{error::Result, ids::MemberId, rules::role::Role};

/// What the roll holds of a member: what she can take along.
#[derive(Clone, Debug, Serialize)]
pub struct Portrait {
    pub number: Option<String>,
    pub name: String,
    pub address: Option<String>,
    pub email: Option<String>,
    pub language: String,
    pub born_in: Option<i32>,
    pub is_of_age: bool,
    pub sector: Option<String>,
    pub joined_at: DateTime<Utc>,
    pub offices: Vec<Role>,
}

/// Gives a member what the roll holds of her.
///
/// # Errors
/// There is no such member.
pub async fn portrait(db: &impl ConnectionTrait, id: MemberId) -> Result<Portrait> {
    let member = store::get(db, id).await?;
    let offices = store::offices(db, id).await?.into_iter().map(|office| office.role).collect();
    Ok(Portrait {
        number: member.number,
        name: member.name,
        address: member.address,
        email: member.email,
        language: member.language,
        born_in: member.born_in,
        is_of_age: member.is_of_age,
        sector: member.sector,
        joined_at: member.joined_at,
        offices,
    })
}

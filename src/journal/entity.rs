//! The `journal` table.

use sea_orm::entity::prelude::*;

use crate::{clock::Instant, ids::MemberId};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "journal")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub position: i64,
    pub at: Instant,
    pub actor: Option<MemberId>,
    pub event: String,
    pub subject: Uuid,
    pub is_public: bool,
    pub details: String,
}

impl ActiveModelBehavior for ActiveModel {}

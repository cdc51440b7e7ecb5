//! The tables of the journal and of the chain over it.

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

/// An entry of the chain, for one line.
pub mod seal {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "journal_seals")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub number: i64,
        #[sea_orm(unique)]
        pub position: i64,
        pub salt: Vec<u8>,
        pub hash: String,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

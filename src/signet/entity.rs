//! The tables of the keys and of the heads.

/// A key of this server.
pub mod signing_key {
    use sea_orm::entity::prelude::*;

    use crate::clock::Instant;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "signing_keys")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub public_key: String,
        /// Encrypted; gone once the key was replaced.
        pub private_key: Option<Vec<u8>>,
        pub made_at: Instant,
        pub replaced_at: Option<Instant>,
        /// The signature of the key before over this one, as JSON.
        pub vouched: Option<String>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// A signed head of the log; its parts as canonical JSON.
pub mod head {
    use sea_orm::entity::prelude::*;

    use crate::clock::Instant;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "heads")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub size: i64,
        pub at: Instant,
        pub head: String,
        pub endorsement: String,
        pub proof: String,
        pub frontier: String,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

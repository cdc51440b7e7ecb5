//! The tables of batches and of what the tellers typed.

use crate::db::text_column;

text_column!(crate::rules::batch::Stage);

/// A batch: how many papers were announced, who typed them, and what became of it.
pub mod batch {
    use sea_orm::entity::prelude::*;

    use crate::clock::Instant;
    use crate::ids::BatchId;
    use crate::ids::MemberId;
    use crate::ids::VoteId;
    use crate::rules::ballot::Channel;
    use crate::rules::batch::Stage;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "batches")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: BatchId,
        pub vote_id: VoteId,
        /// Within the vote, from 1.
        pub number: i64,
        pub channel: Channel,
        pub stage: Stage,
        /// Papers that were handed in, or people who raised their hands.
        pub announced: i64,
        pub announced_at: Instant,
        pub announced_by: MemberId,
        /// The two who typed the same.
        pub first_teller: Option<MemberId>,
        pub second_teller: Option<MemberId>,
        pub taken_in: i64,
        pub aside: i64,
        /// Why it was discarded, if it was.
        pub reason: Option<String>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// What one teller typed, encrypted with the secret of the server.
pub mod batch_entry {
    use sea_orm::entity::prelude::*;

    use crate::ids::BatchId;
    use crate::ids::MemberId;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "batch_entries")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub batch_id: BatchId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub teller_id: MemberId,
        pub entry: Vec<u8>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

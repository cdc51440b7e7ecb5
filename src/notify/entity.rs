//! The tables of reminders: what was worked out, what is still to be sent, and who wants none.

use crate::db::text_column;

text_column!(crate::rules::reminder::Kind);

// Part of a primary key, which the database never makes up itself.
impl sea_orm::TryFromU64 for crate::rules::reminder::Kind {
    fn try_from_u64(_: u64) -> Result<Self, sea_orm::DbErr> {
        Err(sea_orm::DbErr::ConvertFromU64("Kind"))
    }
}

/// That it was worked out who is reminded of a vote; that happens once.
pub mod round {
    use sea_orm::entity::prelude::*;

    use crate::clock::Instant;
    use crate::ids::VoteId;
    use crate::rules::reminder::Kind;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "reminder_rounds")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub vote_id: VoteId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub kind: Kind,
        pub gathered_at: Instant,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// Somebody who is still to be reminded; gone before the mail is sent.
pub mod reminder {
    use sea_orm::entity::prelude::*;

    use crate::clock::Instant;
    use crate::ids::MemberId;
    use crate::ids::VoteId;
    use crate::rules::reminder::Kind;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "reminders")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub vote_id: VoteId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub member_id: MemberId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub kind: Kind,
        /// When it is tried again, if the mail server refused it for now.
        pub again_at: Option<Instant>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// A member who wants no reminders.
pub mod declined {
    use sea_orm::entity::prelude::*;

    use crate::clock::Instant;
    use crate::ids::MemberId;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "reminders_declined")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub member_id: MemberId,
        pub declined_at: Instant,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

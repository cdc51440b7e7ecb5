//! The tables of the roll and of the ways to sign in.

use crate::db::text_column;

text_column!(crate::rules::role::Role);

/// An entry on the roll.
pub mod member {
    use sea_orm::entity::prelude::*;

    use crate::clock::Instant;
    use crate::ids::MemberId;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "members")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: MemberId,
        pub number: Option<String>,
        pub name: String,
        pub name_searched: String,
        pub address: Option<String>,
        pub email: Option<String>,
        pub language: String,
        pub born_in: Option<i32>,
        pub is_of_age: bool,
        pub sector: Option<String>,
        pub joined_at: Instant,
        pub suspended_at: Option<Instant>,
        pub forgotten_at: Option<Instant>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// A voting code: its keyed hash and until when it is valid.
pub mod code {
    use sea_orm::entity::prelude::*;

    use crate::clock::Instant;
    use crate::ids::CodeId;
    use crate::ids::MemberId;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "codes")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: CodeId,
        pub member_id: MemberId,
        pub hash: String,
        pub issued_at: Instant,
        pub valid_until: Instant,
        pub replaced_at: Option<Instant>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// A link by mail that lets somebody in once.
pub mod link {
    use sea_orm::entity::prelude::*;

    use crate::clock::Instant;
    use crate::ids::MemberId;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "links")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub hash: String,
        pub member_id: MemberId,
        pub valid_until: Instant,
        pub used_at: Option<Instant>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// Somebody who is signed in; `code_id` is the code she came in with.
pub mod session {
    use sea_orm::entity::prelude::*;

    use crate::clock::Instant;
    use crate::ids::CodeId;
    use crate::ids::MemberId;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "sessions")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub hash: String,
        pub member_id: MemberId,
        pub code_id: Option<CodeId>,
        pub begun_at: Instant,
        pub valid_until: Instant,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// An office that a member holds, or held.
pub mod office {
    use sea_orm::entity::prelude::*;

    use crate::clock::Instant;
    use crate::ids::MemberId;
    use crate::ids::OfficeId;
    use crate::rules::role::Role;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "offices")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: OfficeId,
        pub member_id: MemberId,
        pub role: Role,
        pub since: Instant,
        pub ended_at: Option<Instant>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

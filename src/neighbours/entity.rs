//! The tables of partners, their notices and what we share.

use crate::db::text_column;

text_column!(crate::rules::partner::NoticeKind, crate::rules::partner::Stage);

/// A neighbourhood that we follow, or asked to.
pub mod partner {
    use sea_orm::entity::prelude::*;

    use crate::clock::Instant;
    use crate::ids::PartnerId;
    use crate::rules::partner::Stage;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "partners")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: PartnerId,
        pub handle: String,
        pub stage: Stage,
        pub actor: Option<String>,
        pub name: Option<String>,
        pub url: Option<String>,
        pub asked_at: Instant,
        pub answered_at: Option<Instant>,
        pub fault: Option<String>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// What another neighbourhood published, as fetched from its own host.
pub mod notice {
    use sea_orm::entity::prelude::*;

    use crate::clock::Instant;
    use crate::ids::NoticeId;
    use crate::rules::partner::NoticeKind;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "notices")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: NoticeId,
        pub object: String,
        pub actor: String,
        pub host: String,
        pub from_name: String,
        pub kind: NoticeKind,
        pub stage: Option<String>,
        pub title: String,
        pub summary: String,
        pub html: String,
        pub url: String,
        pub language: String,
        pub published_at: Instant,
        pub updated_at: Option<Instant>,
        pub fetched_at: Instant,
        pub removed_at: Option<Instant>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// A head of the log of a partner, as it was seen and co-signed; its parts as canonical JSON.
pub mod witnessed {
    use sea_orm::entity::prelude::*;

    use crate::ids::PartnerId;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "witnessed_heads")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub serial: i64,
        pub partner_id: PartnerId,
        pub size: i64,
        /// What was wrong with it, in a word.
        pub fault: Option<String>,
        pub seen: String,
        pub signed: String,
        pub endorsement: String,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// A proposal of others that we share.
pub mod share {
    use sea_orm::entity::prelude::*;

    use crate::clock::Instant;
    use crate::ids::MemberId;
    use crate::ids::NoticeId;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "shares")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub notice_id: NoticeId,
        pub shared_by: MemberId,
        pub shared_at: Instant,
        pub taken_back_at: Option<Instant>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

//! The tables of proposals, their versions, support and comments.

use crate::db::text_column;

text_column!(crate::rules::proposal::Kind, crate::rules::proposal::Stage);

/// A proposal in its newest version.
pub mod proposal {
    use sea_orm::entity::prelude::*;

    use crate::clock::Instant;
    use crate::ids::MemberId;
    use crate::ids::ProposalId;
    use crate::rules::proposal::Kind;
    use crate::rules::proposal::Stage;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "proposals")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: ProposalId,
        pub number: i64,
        pub submitter_id: MemberId,
        pub kind: Kind,
        pub stage: Stage,
        pub language: String,
        pub addressee: String,
        pub served: String,
        pub version: i32,
        pub title: String,
        pub summary: String,
        pub text: String,
        pub searched: String,
        pub charter_version: i32,
        pub threshold: i32,
        pub drafted_at: Instant,
        pub opened_at: Option<Instant>,
        pub changed_at: Instant,
        pub removed_at: Option<Instant>,
        pub frozen_hash: Option<String>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// A version that a proposal has had.
pub mod version {
    use sea_orm::entity::prelude::*;

    use crate::clock::Instant;
    use crate::ids::ProposalId;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "proposal_versions")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub proposal_id: ProposalId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub version: i32,
        pub title: String,
        pub summary: String,
        pub text: String,
        pub written_at: Instant,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// That a member supports a proposal.
pub mod support {
    use sea_orm::entity::prelude::*;

    use crate::clock::Instant;
    use crate::ids::MemberId;
    use crate::ids::ProposalId;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "supports")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub proposal_id: ProposalId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub member_id: MemberId,
        pub given_at: Instant,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// A comment, or an answer to one.
pub mod comment {
    use sea_orm::entity::prelude::*;

    use crate::clock::Instant;
    use crate::ids::CommentId;
    use crate::ids::MemberId;
    use crate::ids::ProposalId;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "comments")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: CommentId,
        pub proposal_id: ProposalId,
        pub parent_id: Option<CommentId>,
        pub author_id: MemberId,
        pub text: String,
        pub placed_at: Instant,
        pub hidden_at: Option<Instant>,
        pub hidden_by: Option<MemberId>,
        pub hidden_reason: Option<String>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

//! The tables of keys, followers, what came in and what goes out.

/// A key pair of this server; the private key is encrypted.
pub mod local_actor {
    use sea_orm::entity::prelude::*;

    use crate::clock::Instant;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "local_actors")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub kind: String,
        pub public_pem: String,
        pub private_key: Vec<u8>,
        pub made_at: Instant,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// An actor of another server, as fetched from there.
pub mod remote_actor {
    use sea_orm::entity::prelude::*;

    use crate::clock::Instant;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "remote_actors")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: String,
        pub kind: String,
        pub host: String,
        pub name: String,
        pub username: String,
        pub inbox: String,
        pub shared_inbox: Option<String>,
        pub outbox: Option<String>,
        pub public_pem: String,
        pub url: Option<String>,
        pub refreshed_at: Instant,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// Who follows this neighbourhood.
pub mod follower {
    use sea_orm::entity::prelude::*;

    use crate::clock::Instant;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "followers")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub actor: String,
        pub activity: String,
        pub inbox: String,
        pub host: String,
        pub since: Instant,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// Whom we asked to follow, and with which activity.
pub mod following {
    use sea_orm::entity::prelude::*;

    use crate::clock::Instant;
    use crate::ids::PartnerId;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "followings")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub partner_id: PartnerId,
        pub activity: String,
        pub actor: String,
        pub stage: String,
        pub asked_at: Instant,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// An activity that came in.
pub mod received {
    use sea_orm::entity::prelude::*;

    use crate::clock::Instant;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "activities_received")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: String,
        pub actor: String,
        pub kind: String,
        pub body: String,
        pub received_at: Instant,
        pub processed_at: Option<Instant>,
        pub fault: Option<String>,
        pub attempts: i32,
        pub due_at: Instant,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// An activity that goes out.
pub mod sent {
    use sea_orm::entity::prelude::*;

    use crate::clock::Instant;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "activities_sent")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub serial: i64,
        pub id: String,
        pub kind: String,
        pub object: String,
        pub body: String,
        pub is_public: bool,
        pub published_at: Instant,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// An activity on its way to one inbox.
pub mod delivery {
    use sea_orm::entity::prelude::*;

    use crate::clock::Instant;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "deliveries")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        pub serial: i64,
        pub inbox: String,
        pub host: String,
        pub stage: String,
        pub attempts: i32,
        pub last_status: Option<i32>,
        pub ended_at: Option<Instant>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// How it goes with one host.
pub mod host {
    use sea_orm::entity::prelude::*;

    use crate::clock::Instant;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "hosts")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub host: String,
        pub failures: i32,
        pub next_at: Instant,
        pub failing_since: Option<Instant>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// How far a follower of the journal has read.
pub mod cursor {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "cursors")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub name: String,
        pub position: i64,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

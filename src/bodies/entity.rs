//! The tables of the neighbourhood, its charter, sectors and seats.

/// The neighbourhood itself: one row, with id 1.
pub mod neighbourhood {
    use sea_orm::entity::prelude::*;

    use crate::clock::Instant;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "neighbourhoods")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: i32,
        pub name: String,
        pub handle: String,
        pub language: String,
        pub founded_at: Instant,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// A version of the charter; `rules` is [`crate::rules::charter::Charter`] as JSON.
pub mod charter {
    use sea_orm::entity::prelude::*;

    use crate::clock::Instant;
    use crate::ids::MemberId;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "charters")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub version: i32,
        pub rules: String,
        pub reason: String,
        pub adopted_by: Option<MemberId>,
        pub adopted_at: Instant,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// A sector of the council; without a name it has the usual one of its key.
pub mod sector {
    use sea_orm::entity::prelude::*;

    use crate::ids::SectorId;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "sectors")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: SectorId,
        pub key: String,
        pub name: Option<String>,
        pub position: i32,
        pub seats: i32,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// A seat of a sector.
pub mod seat {
    use sea_orm::entity::prelude::*;

    use crate::clock::Instant;
    use crate::ids::SeatId;
    use crate::ids::SectorId;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "seats")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: SeatId,
        pub sector_id: SectorId,
        pub number: i32,
        pub removed_at: Option<Instant>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// The time during which somebody holds a seat.
pub mod tenure {
    use sea_orm::entity::prelude::*;

    use crate::clock::Instant;
    use crate::ids::MemberId;
    use crate::ids::SeatId;
    use crate::ids::TenureId;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "tenures")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: TenureId,
        pub seat_id: SeatId,
        pub holder_id: MemberId,
        pub alternate_id: Option<MemberId>,
        pub organisation: Option<String>,
        pub from_on: chrono::NaiveDate,
        pub until_on: Option<chrono::NaiveDate>,
        pub ended_at: Option<Instant>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

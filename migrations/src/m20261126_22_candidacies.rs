//! Who stands in an election, or was asked to; who got which seat, and the order of the alternates.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let refer = |column: &'static str, table: &'static str| {
            ForeignKey::create()
                .from("candidacies", column)
                .to(table, "id")
                .on_delete(ForeignKeyAction::Restrict)
                .to_owned()
        };
        manager
            .create_table(
                Table::create()
                    .table("candidacies")
                    .col(uuid("election_id"))
                    .col(uuid("member_id"))
                    .col(text("key"))
                    .col(uuid("nominated_by"))
                    .col(timestamp_with_time_zone("nominated_at"))
                    .col(timestamp_with_time_zone_null("consented_at"))
                    .col(text("statement"))
                    .col(timestamp_with_time_zone_null("withdrawn_at"))
                    .col(timestamp_with_time_zone_null("declined_at"))
                    .col(uuid_null("seat_id"))
                    .col(integer_null("elected_place"))
                    .col(integer_null("alternate_place"))
                    .primary_key(Index::create().col("election_id").col("member_id"))
                    .foreign_key(&mut refer("election_id", "elections"))
                    .foreign_key(&mut refer("member_id", "members"))
                    .foreign_key(&mut refer("nominated_by", "members"))
                    .foreign_key(&mut refer("seat_id", "seats"))
                    .to_owned(),
            )
            .await?;
        let key = Index::create().name("candidacies_key").table("candidacies").unique().to_owned();
        manager.create_index(key.clone().col("election_id").col("key").to_owned()).await?;
        let member = Index::create()
            .name("candidacies_member")
            .table("candidacies")
            .col("member_id")
            .to_owned();
        manager.create_index(member).await
    }
}

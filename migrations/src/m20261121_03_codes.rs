//! Voting codes, as keyed hashes.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                Table::create()
                    .table("codes")
                    .col(uuid("id").primary_key())
                    .col(uuid("member_id"))
                    .col(text("hash").unique_key())
                    .col(timestamp_with_time_zone("issued_at"))
                    .col(timestamp_with_time_zone("valid_until"))
                    .col(timestamp_with_time_zone_null("replaced_at"))
                    .foreign_key(
                        ForeignKey::create()
                            .from("codes", "member_id")
                            .to("members", "id")
                            .on_delete(ForeignKeyAction::Restrict),
                    )
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(
                Index::create().name("codes_member").table("codes").col("member_id").to_owned(),
            )
            .await?;
        Ok(())
    }
}

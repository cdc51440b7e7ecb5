//! Which activity goes to which inbox.

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
                    .table("deliveries")
                    .col(big_integer("id").primary_key().auto_increment())
                    .col(big_integer("serial"))
                    .col(text("inbox"))
                    .col(text("host"))
                    .col(text("stage"))
                    .col(integer("attempts"))
                    .col(integer_null("last_status"))
                    .col(timestamp_with_time_zone_null("ended_at"))
                    .index(
                        Index::create().unique().name("deliveries_once").col("serial").col("inbox"),
                    )
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(
                Index::create()
                    .name("deliveries_host")
                    .table("deliveries")
                    .col("stage")
                    .col("host")
                    .col("id")
                    .to_owned(),
            )
            .await?;
        Ok(())
    }
}

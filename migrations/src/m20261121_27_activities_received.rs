//! What came in, each id once.

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
                    .table("activities_received")
                    .col(text("id").primary_key())
                    .col(text("actor"))
                    .col(text("kind"))
                    .col(text("body"))
                    .col(timestamp_with_time_zone("received_at"))
                    .col(timestamp_with_time_zone_null("processed_at"))
                    .col(text_null("fault"))
                    .col(integer("attempts"))
                    .col(timestamp_with_time_zone("due_at"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(
                Index::create()
                    .name("activities_received_due")
                    .table("activities_received")
                    .col("processed_at")
                    .col("due_at")
                    .to_owned(),
            )
            .await?;
        Ok(())
    }
}

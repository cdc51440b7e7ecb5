//! What happened, in order.

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
                    .table("journal")
                    .col(big_integer("position").primary_key().auto_increment())
                    .col(timestamp_with_time_zone("at"))
                    .col(uuid_null("actor"))
                    .col(text("event"))
                    .col(uuid("subject"))
                    .col(boolean("is_public"))
                    .col(text("details"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(
                Index::create()
                    .name("journal_subject")
                    .table("journal")
                    .col("subject")
                    .col("position")
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(
                Index::create()
                    .name("journal_public")
                    .table("journal")
                    .col("is_public")
                    .col("position")
                    .to_owned(),
            )
            .await?;
        Ok(())
    }
}

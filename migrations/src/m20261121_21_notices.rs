//! What other neighbourhoods publish, as fetched from their own host.

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
                    .table("notices")
                    .col(uuid("id").primary_key())
                    .col(text("object").unique_key())
                    .col(text("actor"))
                    .col(text("host"))
                    .col(text("from_name"))
                    .col(text("kind"))
                    .col(text_null("stage"))
                    .col(text("title"))
                    .col(text("summary"))
                    .col(text("html"))
                    .col(text("url"))
                    .col(text("language"))
                    .col(timestamp_with_time_zone("published_at"))
                    .col(timestamp_with_time_zone_null("updated_at"))
                    .col(timestamp_with_time_zone("fetched_at"))
                    .col(timestamp_with_time_zone_null("removed_at"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(
                Index::create()
                    .name("notices_kind")
                    .table("notices")
                    .col("kind")
                    .col("published_at")
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(
                Index::create().name("notices_actor").table("notices").col("actor").to_owned(),
            )
            .await?;
        Ok(())
    }
}

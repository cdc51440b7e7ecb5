//! Neighbourhoods that we follow.

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
                    .table("partners")
                    .col(uuid("id").primary_key())
                    .col(text("handle").unique_key())
                    .col(text("stage"))
                    .col(text_null("actor"))
                    .col(text_null("name"))
                    .col(text_null("url"))
                    .col(timestamp_with_time_zone("asked_at"))
                    .col(timestamp_with_time_zone_null("answered_at"))
                    .col(text_null("fault"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(
                Index::create().name("partners_actor").table("partners").col("actor").to_owned(),
            )
            .await?;
        Ok(())
    }
}

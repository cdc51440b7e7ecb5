//! How it goes with each host.

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
                    .table("hosts")
                    .col(text("host").primary_key())
                    .col(integer("failures"))
                    .col(timestamp_with_time_zone("next_at"))
                    .col(timestamp_with_time_zone_null("failing_since"))
                    .to_owned(),
            )
            .await?;
        Ok(())
    }
}

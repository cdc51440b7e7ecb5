//! The neighbourhood itself: one row.

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
                    .table("neighbourhoods")
                    .col(integer("id").primary_key())
                    .col(text("name"))
                    .col(text("handle"))
                    .col(text("language"))
                    .col(timestamp_with_time_zone("founded_at"))
                    .to_owned(),
            )
            .await?;
        Ok(())
    }
}

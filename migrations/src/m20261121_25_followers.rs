//! Who follows this neighbourhood.

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
                    .table("followers")
                    .col(text("actor").primary_key())
                    .col(text("activity"))
                    .col(text("inbox"))
                    .col(text("host"))
                    .col(timestamp_with_time_zone("since"))
                    .to_owned(),
            )
            .await?;
        Ok(())
    }
}

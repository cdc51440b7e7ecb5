//! What goes out, in order.

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
                    .table("activities_sent")
                    .col(big_integer("serial").primary_key().auto_increment())
                    .col(text("id").unique_key())
                    .col(text("kind"))
                    .col(text("object"))
                    .col(text("body"))
                    .col(boolean("is_public"))
                    .col(timestamp_with_time_zone("published_at"))
                    .to_owned(),
            )
            .await?;
        Ok(())
    }
}

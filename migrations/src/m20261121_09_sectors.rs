//! The sectors of the council.

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
                    .table("sectors")
                    .col(uuid("id").primary_key())
                    .col(text("key").unique_key())
                    .col(text_null("name"))
                    .col(integer("position"))
                    .col(integer("seats"))
                    .to_owned(),
            )
            .await?;
        Ok(())
    }
}

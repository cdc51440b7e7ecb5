//! How far each follower of the journal has read.

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
                    .table("cursors")
                    .col(text("name").primary_key())
                    .col(big_integer("position"))
                    .to_owned(),
            )
            .await?;
        Ok(())
    }
}

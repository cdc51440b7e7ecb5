//! The signed heads of the log, with what is needed to go on from the newest.

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
                    .table("heads")
                    .col(big_integer("size").primary_key())
                    .col(timestamp_with_time_zone("at"))
                    .col(text("head"))
                    .col(text("endorsement"))
                    .col(text("proof"))
                    .col(text("frontier"))
                    .to_owned(),
            )
            .await?;
        Ok(())
    }
}

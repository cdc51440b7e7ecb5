//! The chain over the journal: one entry for each line, in order.

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
                    .table("journal_seals")
                    .col(big_integer("number").primary_key())
                    .col(big_integer("position").unique_key())
                    .col(blob("salt"))
                    .col(text("hash"))
                    .foreign_key(
                        ForeignKey::create()
                            .from("journal_seals", "position")
                            .to("journal", "position")
                            .on_delete(ForeignKeyAction::Restrict),
                    )
                    .to_owned(),
            )
            .await?;
        Ok(())
    }
}

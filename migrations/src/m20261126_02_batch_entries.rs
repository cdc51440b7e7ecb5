//! What each of two tellers typed of a batch, encrypted; gone when the batch is taken in.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut entries = Table::create()
            .table("batch_entries")
            .col(uuid("batch_id"))
            .col(uuid("teller_id"))
            .col(blob("entry"))
            .primary_key(Index::create().col("batch_id").col("teller_id"))
            .to_owned();
        for (column, table) in [("batch_id", "batches"), ("teller_id", "members")] {
            entries.foreign_key(
                ForeignKey::create()
                    .from("batch_entries", column)
                    .to(table, "id")
                    .on_delete(ForeignKeyAction::Restrict),
            );
        }
        manager.create_table(entries).await
    }
}

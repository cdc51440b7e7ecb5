//! The vote from which another one on the same proposal goes on.

use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // SQLite can't add a foreign key to a table that is there.
        let earlier = ColumnDef::new("earlier_id").uuid().to_owned();
        let change = Table::alter().table("votes").add_column(earlier).to_owned();
        manager.alter_table(change).await
    }
}

//! Whether so few took part in a secret vote that its numbers stay with the tellers.

use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let column = ColumnDef::new("is_withheld").boolean().not_null().default(false).to_owned();
        let change = Table::alter().table("results").add_column(column).to_owned();
        manager.alter_table(change).await
    }
}

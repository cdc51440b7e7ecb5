//! What a drawing of lots for seats is asked: so many seats for the young and the old, as JSON.

use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let column = ColumnDef::new("quotas").text().not_null().default("{}").to_owned();
        let change = Table::alter().table("elections").add_column(column).to_owned();
        manager.alter_table(change).await
    }
}

//! When a reminder that the mail server refused for now is tried again.

use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let column = ColumnDef::new("again_at").timestamp_with_time_zone().to_owned();
        let change = Table::alter().table("reminders").add_column(column).to_owned();
        manager.alter_table(change).await
    }
}

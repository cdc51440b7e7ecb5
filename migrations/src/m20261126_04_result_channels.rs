//! How the ballots of a result came in, beside its tally.

use sea_orm_migration::{prelude::*, sea_orm::DbErr};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let channels = ColumnDef::new("channels").text().to_owned();
        let change = Table::alter().table("results").add_column(channels).to_owned();
        manager.alter_table(change).await
    }
}

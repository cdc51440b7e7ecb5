//! Who may know who voted what, how somebody took part, and what ties are decided with.

use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let secrecy = ColumnDef::new("secrecy").text().not_null().default("open").to_owned();
        let lot = ColumnDef::new("lot").text().to_owned();
        let channel = ColumnDef::new("channel").text().to_owned();
        for (table, column) in [("votes", secrecy), ("votes", lot), ("voters", channel)] {
            let change = Table::alter().table(table).add_column(column).to_owned();
            manager.alter_table(change).await?;
        }
        Ok(())
    }
}

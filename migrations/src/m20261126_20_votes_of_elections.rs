//! Votes that elect persons, and votes in which the members of one sector alone vote.

use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let is_election =
            ColumnDef::new("is_election").boolean().not_null().default(false).to_owned();
        let sector = ColumnDef::new("sector").text().to_owned();
        for column in [is_election, sector] {
            let change = Table::alter().table("votes").add_column(column).to_owned();
            manager.alter_table(change).await?;
        }
        Ok(())
    }
}

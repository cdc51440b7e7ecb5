//! Who may vote for an entry on a frozen roll by proxy.

use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let proxy = ColumnDef::new("proxy_id")
            .uuid()
            .extra("REFERENCES members (id) ON DELETE RESTRICT")
            .to_owned();
        let change = Table::alter().table("voters").add_column(proxy).to_owned();
        manager.alter_table(change).await?;
        manager
            .create_index(
                Index::create()
                    .name("voters_proxy")
                    .table("voters")
                    .col("vote_id")
                    .col("proxy_id")
                    .to_owned(),
            )
            .await
    }
}

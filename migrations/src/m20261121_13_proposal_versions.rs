//! Every version that a proposal has had.

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
                    .table("proposal_versions")
                    .col(uuid("proposal_id"))
                    .col(integer("version"))
                    .col(text("title"))
                    .col(text("summary"))
                    .col(text("text"))
                    .col(timestamp_with_time_zone("written_at"))
                    .primary_key(Index::create().col("proposal_id").col("version"))
                    .foreign_key(
                        ForeignKey::create()
                            .from("proposal_versions", "proposal_id")
                            .to("proposals", "id")
                            .on_delete(ForeignKeyAction::Restrict),
                    )
                    .to_owned(),
            )
            .await?;
        Ok(())
    }
}

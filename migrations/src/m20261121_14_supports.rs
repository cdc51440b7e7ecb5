//! Who supports which proposal.

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
                    .table("supports")
                    .col(uuid("proposal_id"))
                    .col(uuid("member_id"))
                    .col(timestamp_with_time_zone("given_at"))
                    .primary_key(Index::create().col("proposal_id").col("member_id"))
                    .foreign_key(
                        ForeignKey::create()
                            .from("supports", "proposal_id")
                            .to("proposals", "id")
                            .on_delete(ForeignKeyAction::Restrict),
                    )
                    .foreign_key(
                        ForeignKey::create()
                            .from("supports", "member_id")
                            .to("members", "id")
                            .on_delete(ForeignKeyAction::Restrict),
                    )
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(
                Index::create()
                    .name("supports_member")
                    .table("supports")
                    .col("member_id")
                    .to_owned(),
            )
            .await?;
        Ok(())
    }
}

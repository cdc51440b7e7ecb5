//! Who asks for a new vote, since she disputes the outcome of one.

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
                    .table("challenges")
                    .col(uuid("vote_id"))
                    .col(uuid("member_id"))
                    .col(timestamp_with_time_zone("asked_at"))
                    .primary_key(Index::create().col("vote_id").col("member_id"))
                    .foreign_key(
                        ForeignKey::create()
                            .from("challenges", "vote_id")
                            .to("votes", "id")
                            .on_delete(ForeignKeyAction::Restrict),
                    )
                    .foreign_key(
                        ForeignKey::create()
                            .from("challenges", "member_id")
                            .to("members", "id")
                            .on_delete(ForeignKeyAction::Restrict),
                    )
                    .to_owned(),
            )
            .await?;
        let index = Index::create()
            .name("challenges_member")
            .table("challenges")
            .col("member_id")
            .to_owned();
        manager.create_index(index).await
    }
}

//! One ballot for each voter in each vote: the primary key says so.

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
                    .table("ballots")
                    .col(uuid("vote_id"))
                    .col(uuid("voter_id"))
                    .col(uuid("member_id"))
                    .col(text("choice"))
                    .col(text("channel"))
                    .col(timestamp_with_time_zone("cast_at"))
                    .col(integer("replaced"))
                    .primary_key(Index::create().col("vote_id").col("voter_id"))
                    .foreign_key(
                        ForeignKey::create()
                            .from("ballots", "vote_id")
                            .to("votes", "id")
                            .on_delete(ForeignKeyAction::Restrict),
                    )
                    .foreign_key(
                        ForeignKey::create()
                            .from("ballots", "voter_id")
                            .to("voters", "id")
                            .on_delete(ForeignKeyAction::Restrict),
                    )
                    .foreign_key(
                        ForeignKey::create()
                            .from("ballots", "member_id")
                            .to("members", "id")
                            .on_delete(ForeignKeyAction::Restrict),
                    )
                    .to_owned(),
            )
            .await?;
        Ok(())
    }
}

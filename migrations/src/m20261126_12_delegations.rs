//! Who speaks for whom in an open vote, in the order in which it was given.

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
                    .table("delegations")
                    .col(uuid("vote_id"))
                    .col(integer("position"))
                    .col(uuid("giver_id"))
                    .col(uuid("delegate_id"))
                    .col(timestamp_with_time_zone("given_at"))
                    .col(timestamp_with_time_zone_null("ended_at"))
                    .primary_key(Index::create().col("vote_id").col("position"))
                    .foreign_key(
                        ForeignKey::create()
                            .from("delegations", "vote_id")
                            .to("votes", "id")
                            .on_delete(ForeignKeyAction::Restrict),
                    )
                    .foreign_key(
                        ForeignKey::create()
                            .from("delegations", "giver_id")
                            .to("members", "id")
                            .on_delete(ForeignKeyAction::Restrict),
                    )
                    .foreign_key(
                        ForeignKey::create()
                            .from("delegations", "delegate_id")
                            .to("members", "id")
                            .on_delete(ForeignKeyAction::Restrict),
                    )
                    .to_owned(),
            )
            .await?;
        for (name, column) in
            [("delegations_giver", "giver_id"), ("delegations_delegate", "delegate_id")]
        {
            let index = Index::create().name(name).table("delegations").col(column).to_owned();
            manager.create_index(index).await?;
        }
        Ok(())
    }
}

//! Proxies: who has whom vote for her, in which vote, and what became of it.

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
                    .table("mandates")
                    .col(uuid("vote_id"))
                    .col(uuid("giver_id"))
                    .col(integer("turn"))
                    .col(uuid("holder_id"))
                    .col(timestamp_with_time_zone("given_at"))
                    .col(uuid_null("recorded_by"))
                    .col(timestamp_with_time_zone_null("ended_at"))
                    .col(text_null("ending"))
                    .primary_key(Index::create().col("vote_id").col("giver_id").col("turn"))
                    .foreign_key(
                        ForeignKey::create()
                            .from("mandates", "vote_id")
                            .to("votes", "id")
                            .on_delete(ForeignKeyAction::Restrict),
                    )
                    .foreign_key(
                        ForeignKey::create()
                            .from("mandates", "giver_id")
                            .to("members", "id")
                            .on_delete(ForeignKeyAction::Restrict),
                    )
                    .foreign_key(
                        ForeignKey::create()
                            .from("mandates", "holder_id")
                            .to("members", "id")
                            .on_delete(ForeignKeyAction::Restrict),
                    )
                    .foreign_key(
                        ForeignKey::create()
                            .from("mandates", "recorded_by")
                            .to("members", "id")
                            .on_delete(ForeignKeyAction::Restrict),
                    )
                    .to_owned(),
            )
            .await?;
        for (name, column) in [("mandates_giver", "giver_id"), ("mandates_holder", "holder_id")] {
            let index = Index::create().name(name).table("mandates").col(column).to_owned();
            manager.create_index(index).await?;
        }
        Ok(())
    }
}

//! Votes, each with the rules it began with.

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
                    .table("votes")
                    .col(uuid("id").primary_key())
                    .col(big_integer("number").unique_key())
                    .col(uuid("proposal_id"))
                    .col(integer("proposal_version"))
                    .col(text("text_hash"))
                    .col(text("title"))
                    .col(text("body"))
                    .col(text("stage"))
                    .col(text("closing"))
                    .col(text("rules"))
                    .col(integer("charter_version"))
                    .col(timestamp_with_time_zone("prepared_at"))
                    .col(timestamp_with_time_zone("opens_at"))
                    .col(timestamp_with_time_zone("closes_at"))
                    .col(timestamp_with_time_zone_null("opened_at"))
                    .col(timestamp_with_time_zone_null("closed_at"))
                    .col(text_null("close_reason"))
                    .col(text_null("salt"))
                    .col(text_null("roll_hash"))
                    .foreign_key(
                        ForeignKey::create()
                            .from("votes", "proposal_id")
                            .to("proposals", "id")
                            .on_delete(ForeignKeyAction::Restrict),
                    )
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(
                Index::create()
                    .name("votes_stage")
                    .table("votes")
                    .col("stage")
                    .col("closes_at")
                    .to_owned(),
            )
            .await?;
        Ok(())
    }
}

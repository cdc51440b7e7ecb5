//! Proposals, in their newest version.

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
                    .table("proposals")
                    .col(uuid("id").primary_key())
                    .col(big_integer("number").unique_key())
                    .col(uuid("submitter_id"))
                    .col(text("kind"))
                    .col(text("stage"))
                    .col(text("language"))
                    .col(text("addressee"))
                    .col(text("served"))
                    .col(integer("version"))
                    .col(text("title"))
                    .col(text("summary"))
                    .col(text("text"))
                    .col(text("searched"))
                    .col(integer("charter_version"))
                    .col(integer("threshold"))
                    .col(timestamp_with_time_zone("drafted_at"))
                    .col(timestamp_with_time_zone_null("opened_at"))
                    .col(timestamp_with_time_zone("changed_at"))
                    .col(timestamp_with_time_zone_null("removed_at"))
                    .col(text_null("frozen_hash"))
                    .foreign_key(
                        ForeignKey::create()
                            .from("proposals", "submitter_id")
                            .to("members", "id")
                            .on_delete(ForeignKeyAction::Restrict),
                    )
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(
                Index::create()
                    .name("proposals_stage")
                    .table("proposals")
                    .col("stage")
                    .col("opened_at")
                    .to_owned(),
            )
            .await?;
        Ok(())
    }
}

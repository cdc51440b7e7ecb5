//! The frozen roll of each vote.

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
                    .table("voters")
                    .col(uuid("id").primary_key())
                    .col(uuid("vote_id"))
                    .col(big_integer("number"))
                    .col(uuid_null("seat_id"))
                    .col(uuid_null("holder_id"))
                    .col(uuid_null("alternate_id"))
                    .col(text_null("sector"))
                    .col(text_null("seat"))
                    .col(text("key"))
                    .col(timestamp_with_time_zone_null("absent_since"))
                    .index(
                        Index::create().unique().name("voters_number").col("vote_id").col("number"),
                    )
                    .index(Index::create().unique().name("voters_key").col("vote_id").col("key"))
                    .foreign_key(
                        ForeignKey::create()
                            .from("voters", "vote_id")
                            .to("votes", "id")
                            .on_delete(ForeignKeyAction::Restrict),
                    )
                    .foreign_key(
                        ForeignKey::create()
                            .from("voters", "seat_id")
                            .to("seats", "id")
                            .on_delete(ForeignKeyAction::Restrict),
                    )
                    .foreign_key(
                        ForeignKey::create()
                            .from("voters", "holder_id")
                            .to("members", "id")
                            .on_delete(ForeignKeyAction::Restrict),
                    )
                    .foreign_key(
                        ForeignKey::create()
                            .from("voters", "alternate_id")
                            .to("members", "id")
                            .on_delete(ForeignKeyAction::Restrict),
                    )
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(
                Index::create()
                    .name("voters_holder")
                    .table("voters")
                    .col("vote_id")
                    .col("holder_id")
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(
                Index::create()
                    .name("voters_alternate")
                    .table("voters")
                    .col("vote_id")
                    .col("alternate_id")
                    .to_owned(),
            )
            .await?;
        Ok(())
    }
}

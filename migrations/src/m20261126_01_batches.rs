//! Batches of ballots that two tellers type: on paper, by mail, by show of hands.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut batches = Table::create()
            .table("batches")
            .col(uuid("id").primary_key())
            .col(uuid("vote_id"))
            .col(big_integer("number"))
            .col(text("channel"))
            .col(text("stage"))
            .col(big_integer("announced"))
            .col(timestamp_with_time_zone("announced_at"))
            .col(uuid("announced_by"))
            .col(uuid_null("first_teller"))
            .col(uuid_null("second_teller"))
            .col(big_integer("taken_in"))
            .col(big_integer("aside"))
            .col(text_null("reason"))
            .index(Index::create().unique().name("batches_number").col("vote_id").col("number"))
            .to_owned();
        for (column, table) in [
            ("vote_id", "votes"),
            ("announced_by", "members"),
            ("first_teller", "members"),
            ("second_teller", "members"),
        ] {
            batches.foreign_key(
                ForeignKey::create()
                    .from("batches", column)
                    .to(table, "id")
                    .on_delete(ForeignKeyAction::Restrict),
            );
        }
        manager.create_table(batches).await
    }
}

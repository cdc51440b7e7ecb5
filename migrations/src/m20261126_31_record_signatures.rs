//! What tellers signed: one signature of each beside the record of a vote, with the name that she had.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let table = "record_signatures";
        let key = |column: &'static str, other: &'static str, id: &'static str| {
            ForeignKey::create()
                .from(table, column)
                .to(other, id)
                .on_delete(ForeignKeyAction::Restrict)
                .to_owned()
        };
        manager
            .create_table(
                Table::create()
                    .table(table)
                    .col(uuid("vote_id"))
                    .col(uuid("member_id"))
                    .col(text("public_key"))
                    .col(text("name"))
                    .col(text("signature"))
                    .col(text("way"))
                    .col(timestamp_with_time_zone("signed_at"))
                    .primary_key(Index::create().col("vote_id").col("member_id"))
                    .foreign_key(&mut key("vote_id", "votes", "id"))
                    .foreign_key(&mut key("member_id", "members", "id"))
                    .foreign_key(&mut key("public_key", "teller_keys", "public_key"))
                    .to_owned(),
            )
            .await?;
        Ok(())
    }
}

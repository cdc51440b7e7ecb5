//! What stands on the ballot paper of a vote between several options.

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
                    .table("vote_options")
                    .col(uuid("vote_id"))
                    .col(text("key"))
                    .col(integer("place"))
                    .col(text("title"))
                    .col(big_integer_null("cost"))
                    .primary_key(Index::create().col("vote_id").col("key"))
                    .foreign_key(
                        ForeignKey::create()
                            .from("vote_options", "vote_id")
                            .to("votes", "id")
                            .on_delete(ForeignKeyAction::Restrict),
                    )
                    .to_owned(),
            )
            .await
    }
}

//! What changed in a vote after its opening: a later end, a voter who was left out, a recusal.

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
                    .table("vote_changes")
                    .col(uuid("vote_id"))
                    .col(integer("position"))
                    .col(text("change"))
                    .primary_key(Index::create().col("vote_id").col("position"))
                    .foreign_key(
                        ForeignKey::create()
                            .from("vote_changes", "vote_id")
                            .to("votes", "id")
                            .on_delete(ForeignKeyAction::Restrict),
                    )
                    .to_owned(),
            )
            .await
    }
}

//! How the seats of an election were given out, each time as a file that anybody counts again.

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
                    .table("seatings")
                    .col(uuid("election_id"))
                    .col(integer("position"))
                    .col(timestamp_with_time_zone("seated_at"))
                    .col(text("document"))
                    .col(text("hash"))
                    .primary_key(Index::create().col("election_id").col("position"))
                    .foreign_key(
                        ForeignKey::create()
                            .from("seatings", "election_id")
                            .to("elections", "id")
                            .on_delete(ForeignKeyAction::Restrict),
                    )
                    .to_owned(),
            )
            .await
    }
}

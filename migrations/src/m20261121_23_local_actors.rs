//! The keys of this server; the private ones encrypted.

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
                    .table("local_actors")
                    .col(text("kind").primary_key())
                    .col(text("public_pem"))
                    .col(blob("private_key"))
                    .col(timestamp_with_time_zone("made_at"))
                    .to_owned(),
            )
            .await?;
        Ok(())
    }
}

//! The keys with which this server signs what it publishes; the private ones encrypted, and gone once
//! they were replaced.

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
                    .table("signing_keys")
                    .col(text("public_key").primary_key())
                    .col(blob_null("private_key"))
                    .col(timestamp_with_time_zone("made_at"))
                    .col(timestamp_with_time_zone_null("replaced_at"))
                    .col(text_null("vouched"))
                    .to_owned(),
            )
            .await?;
        Ok(())
    }
}

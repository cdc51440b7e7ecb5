//! Actors of other servers.

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
                    .table("remote_actors")
                    .col(text("id").primary_key())
                    .col(text("kind"))
                    .col(text("host"))
                    .col(text("name"))
                    .col(text("username"))
                    .col(text("inbox"))
                    .col(text_null("shared_inbox"))
                    .col(text_null("outbox"))
                    .col(text("public_pem"))
                    .col(text_null("url"))
                    .col(timestamp_with_time_zone("refreshed_at"))
                    .to_owned(),
            )
            .await?;
        Ok(())
    }
}

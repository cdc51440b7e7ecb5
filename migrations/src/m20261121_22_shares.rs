//! Proposals of others that we share.

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
                    .table("shares")
                    .col(uuid("notice_id").primary_key())
                    .col(uuid("shared_by"))
                    .col(timestamp_with_time_zone("shared_at"))
                    .col(timestamp_with_time_zone_null("taken_back_at"))
                    .foreign_key(
                        ForeignKey::create()
                            .from("shares", "notice_id")
                            .to("notices", "id")
                            .on_delete(ForeignKeyAction::Restrict),
                    )
                    .foreign_key(
                        ForeignKey::create()
                            .from("shares", "shared_by")
                            .to("members", "id")
                            .on_delete(ForeignKeyAction::Restrict),
                    )
                    .to_owned(),
            )
            .await?;
        Ok(())
    }
}

//! Whom we asked to follow, and with which activity.

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
                    .table("followings")
                    .col(uuid("partner_id").primary_key())
                    .col(text("activity").unique_key())
                    .col(text("actor"))
                    .col(text("stage"))
                    .col(timestamp_with_time_zone("asked_at"))
                    .foreign_key(
                        ForeignKey::create()
                            .from("followings", "partner_id")
                            .to("partners", "id")
                            .on_delete(ForeignKeyAction::Restrict),
                    )
                    .to_owned(),
            )
            .await?;
        Ok(())
    }
}

//! The versions of the charter.

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
                    .table("charters")
                    .col(integer("version").primary_key())
                    .col(text("rules"))
                    .col(text("reason"))
                    .col(uuid_null("adopted_by"))
                    .col(timestamp_with_time_zone("adopted_at"))
                    .foreign_key(
                        ForeignKey::create()
                            .from("charters", "adopted_by")
                            .to("members", "id")
                            .on_delete(ForeignKeyAction::Restrict),
                    )
                    .to_owned(),
            )
            .await?;
        Ok(())
    }
}

//! The seats of each sector.

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
                    .table("seats")
                    .col(uuid("id").primary_key())
                    .col(uuid("sector_id"))
                    .col(integer("number"))
                    .col(timestamp_with_time_zone_null("removed_at"))
                    .index(
                        Index::create()
                            .unique()
                            .name("seats_number")
                            .col("sector_id")
                            .col("number"),
                    )
                    .foreign_key(
                        ForeignKey::create()
                            .from("seats", "sector_id")
                            .to("sectors", "id")
                            .on_delete(ForeignKeyAction::Restrict),
                    )
                    .to_owned(),
            )
            .await?;
        Ok(())
    }
}

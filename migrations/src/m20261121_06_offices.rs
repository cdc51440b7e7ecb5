//! Who is chair, secretary, teller, connector or administrator, since when.

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
                    .table("offices")
                    .col(uuid("id").primary_key())
                    .col(uuid("member_id"))
                    .col(text("role"))
                    .col(timestamp_with_time_zone("since"))
                    .col(timestamp_with_time_zone_null("ended_at"))
                    .foreign_key(
                        ForeignKey::create()
                            .from("offices", "member_id")
                            .to("members", "id")
                            .on_delete(ForeignKeyAction::Restrict),
                    )
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(
                Index::create().name("offices_member").table("offices").col("member_id").to_owned(),
            )
            .await?;
        Ok(())
    }
}

//! Who is signed in.

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
                    .table("sessions")
                    .col(text("hash").primary_key())
                    .col(uuid("member_id"))
                    .col(uuid_null("code_id"))
                    .col(timestamp_with_time_zone("begun_at"))
                    .col(timestamp_with_time_zone("valid_until"))
                    .foreign_key(
                        ForeignKey::create()
                            .from("sessions", "member_id")
                            .to("members", "id")
                            .on_delete(ForeignKeyAction::Restrict),
                    )
                    .foreign_key(
                        ForeignKey::create()
                            .from("sessions", "code_id")
                            .to("codes", "id")
                            .on_delete(ForeignKeyAction::Restrict),
                    )
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(
                Index::create()
                    .name("sessions_member")
                    .table("sessions")
                    .col("member_id")
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(
                Index::create().name("sessions_code").table("sessions").col("code_id").to_owned(),
            )
            .await?;
        Ok(())
    }
}

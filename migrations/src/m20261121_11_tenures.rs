//! Who holds a seat, with which alternate, from when until when.

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
                    .table("tenures")
                    .col(uuid("id").primary_key())
                    .col(uuid("seat_id"))
                    .col(uuid("holder_id"))
                    .col(uuid_null("alternate_id"))
                    .col(text_null("organisation"))
                    .col(date("from_on"))
                    .col(date_null("until_on"))
                    .col(timestamp_with_time_zone_null("ended_at"))
                    .foreign_key(
                        ForeignKey::create()
                            .from("tenures", "seat_id")
                            .to("seats", "id")
                            .on_delete(ForeignKeyAction::Restrict),
                    )
                    .foreign_key(
                        ForeignKey::create()
                            .from("tenures", "holder_id")
                            .to("members", "id")
                            .on_delete(ForeignKeyAction::Restrict),
                    )
                    .foreign_key(
                        ForeignKey::create()
                            .from("tenures", "alternate_id")
                            .to("members", "id")
                            .on_delete(ForeignKeyAction::Restrict),
                    )
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(
                Index::create().name("tenures_seat").table("tenures").col("seat_id").to_owned(),
            )
            .await?;
        manager
            .create_index(
                Index::create().name("tenures_holder").table("tenures").col("holder_id").to_owned(),
            )
            .await?;
        Ok(())
    }
}

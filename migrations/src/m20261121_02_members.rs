//! The roll.

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
                    .table("members")
                    .col(uuid("id").primary_key())
                    .col(text_null("number").unique_key())
                    .col(text("name"))
                    .col(text("name_searched"))
                    .col(text_null("address"))
                    .col(text_null("email"))
                    .col(text("language"))
                    .col(integer_null("born_in"))
                    .col(boolean("is_of_age"))
                    .col(text_null("sector"))
                    .col(timestamp_with_time_zone("joined_at"))
                    .col(timestamp_with_time_zone_null("suspended_at"))
                    .col(timestamp_with_time_zone_null("forgotten_at"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(
                Index::create()
                    .name("members_name")
                    .table("members")
                    .col("name_searched")
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(
                Index::create().name("members_email").table("members").col("email").to_owned(),
            )
            .await?;
        Ok(())
    }
}

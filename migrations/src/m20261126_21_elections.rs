//! Elections for the seats of a sector: called, with candidates, and with who got which seat.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let refer = |column: &'static str, table: &'static str| {
            ForeignKey::create()
                .from("elections", column)
                .to(table, "id")
                .on_delete(ForeignKeyAction::Restrict)
                .to_owned()
        };
        manager
            .create_table(
                Table::create()
                    .table("elections")
                    .col(uuid("id").primary_key())
                    .col(big_integer("number").unique_key())
                    .col(text("sector"))
                    .col(integer("seats"))
                    .col(text("way"))
                    .col(text("stage"))
                    .col(uuid_null("proposal_id"))
                    .col(uuid_null("vote_id"))
                    .col(integer("charter_version"))
                    .col(uuid("called_by"))
                    .col(timestamp_with_time_zone("called_at"))
                    .col(timestamp_with_time_zone("nominate_until"))
                    .col(date("from_on"))
                    .col(date_null("until_on"))
                    .col(text("seed"))
                    .col(text("secret"))
                    .col(text("phrases"))
                    .foreign_key(&mut refer("proposal_id", "proposals"))
                    .foreign_key(&mut refer("vote_id", "votes"))
                    .foreign_key(&mut refer("called_by", "members"))
                    .to_owned(),
            )
            .await
    }
}

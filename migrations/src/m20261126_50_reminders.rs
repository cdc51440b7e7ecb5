//! Reminders of votes: that it was worked out once who gets one, who is still to get it, and who
//! wants none.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let to = |table: &'static str, column: &'static str, other: &'static str| {
            ForeignKey::create()
                .from(table, column)
                .to(other, "id")
                .on_delete(ForeignKeyAction::Restrict)
                .to_owned()
        };
        let rounds = Table::create()
            .table("reminder_rounds")
            .col(uuid("vote_id"))
            .col(text("kind"))
            .col(timestamp_with_time_zone("gathered_at"))
            .primary_key(Index::create().col("vote_id").col("kind"))
            .foreign_key(&mut to("reminder_rounds", "vote_id", "votes"))
            .to_owned();
        let reminders = Table::create()
            .table("reminders")
            .col(uuid("vote_id"))
            .col(uuid("member_id"))
            .col(text("kind"))
            .primary_key(Index::create().col("vote_id").col("member_id").col("kind"))
            .foreign_key(&mut to("reminders", "vote_id", "votes"))
            .foreign_key(&mut to("reminders", "member_id", "members"))
            .to_owned();
        let declined = Table::create()
            .table("reminders_declined")
            .col(uuid("member_id").primary_key())
            .col(timestamp_with_time_zone("declined_at"))
            .foreign_key(&mut to("reminders_declined", "member_id", "members"))
            .to_owned();
        for table in [rounds, reminders, declined] {
            manager.create_table(table).await?;
        }
        Ok(())
    }
}

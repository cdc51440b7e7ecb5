//! The heads of the logs of other neighbourhoods, as they were seen and co-signed.

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
                    .table("witnessed_heads")
                    .col(big_integer("serial").primary_key().auto_increment())
                    .col(uuid("partner_id"))
                    .col(big_integer("size"))
                    .col(text_null("fault"))
                    .col(text("seen"))
                    .col(text("signed"))
                    .col(text("endorsement"))
                    .foreign_key(
                        ForeignKey::create()
                            .from("witnessed_heads", "partner_id")
                            .to("partners", "id")
                            .on_delete(ForeignKeyAction::Restrict),
                    )
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(
                Index::create()
                    .name("witnessed_heads_partner")
                    .table("witnessed_heads")
                    .col("partner_id")
                    .col("serial")
                    .to_owned(),
            )
            .await?;
        Ok(())
    }
}

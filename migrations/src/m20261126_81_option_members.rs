//! Who stands under an option of an election, so that a teller is known by her person and not by her
//! name.

use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let member = ColumnDef::new("member_id")
            .uuid()
            .extra("REFERENCES members (id) ON DELETE RESTRICT")
            .to_owned();
        let change = Table::alter().table("vote_options").add_column(member).to_owned();
        manager.alter_table(change).await?;
        // The same words in both databases.
        let known = "UPDATE vote_options SET member_id = (SELECT candidacies.member_id \
                     FROM candidacies JOIN elections ON elections.id = candidacies.election_id \
                     WHERE elections.vote_id = vote_options.vote_id \
                     AND candidacies.key = vote_options.key)";
        manager.get_connection().execute_unprepared(known).await?;
        Ok(())
    }
}

//! That somebody was helped with a ballot: a line for each under a random id, without voter or moment.

use sea_orm_migration::{
    prelude::*,
    sea_orm::{ConnectionTrait, DbBackend},
};

#[derive(DeriveMigrationName)]
pub struct Migration;

const TABLE: &str = "CREATE TABLE helped (
    vote_id ID NOT NULL REFERENCES votes (id) ON DELETE RESTRICT,
    id TEXT NOT NULL,
    PRIMARY KEY (vote_id, id)
)";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let db = manager.get_connection();
        let sql = match manager.get_database_backend() {
            DbBackend::Postgres => TABLE.replace(" ID ", " UUID "),
            _ => format!("{} WITHOUT ROWID", TABLE.replace(" ID ", " UUID_TEXT ")),
        };
        db.execute_unprepared(&sql).await?;
        Ok(())
    }
}

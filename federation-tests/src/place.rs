//! Where one neighbourhood keeps everything.

use anyhow::Result;
use migrations::cluster;
use translokaal::{db::Db, settings::Settings};
use url::Url;

/// A folder of its own, and on PostgreSQL a database beside it; both go away with this value.
pub struct Place {
    pub folder: tempfile::TempDir,
    database: Option<cluster::Database>,
}

impl Place {
    /// A place with SQLite.
    ///
    /// # Errors
    /// There is no room for a folder.
    pub fn with_sqlite() -> Result<Self> {
        Ok(Self { folder: tempfile::tempdir()?, database: None })
    }

    /// A place with the database that `DATABASE` asks for.
    ///
    /// # Errors
    /// There is no room for a folder.
    pub fn as_wanted() -> Result<Self> {
        let database = cluster::is_wanted().then(cluster::database);
        Ok(Self { folder: tempfile::tempdir()?, database })
    }

    /// Whether everything is kept in files of the folder.
    #[must_use]
    pub const fn is_sqlite(&self) -> bool {
        self.database.is_none()
    }

    /// The settings of a server that keeps its things here.
    #[must_use]
    pub fn settings(&self, public_url: Url) -> Settings {
        let mut settings = Settings::default();
        settings.server.public_url = public_url;
        settings.server.data_dir = self.folder.path().to_owned();
        settings.federation.blocked_hosts = vec!["blocked.test".to_owned()];
        if let Some(database) = &self.database {
            settings.database.url.clone_from(&database.url);
        }
        settings
    }

    /// Opens the database, in the newest shape.
    ///
    /// # Errors
    /// What the database says.
    pub async fn open(&self, settings: &Settings, connections: u32) -> Result<Db> {
        let db = Db::open(&settings.database_url(), connections).await?;
        // On PostgreSQL it was copied from one in the newest shape.
        if self.is_sqlite() {
            migrations::run(db.shape()).await.map_err(|error| anyhow::anyhow!("{error}"))?;
        }
        Ok(db)
    }
}

//! What the sectors of the council are called.

use std::collections::BTreeMap;

use super::visit::Visit;
use crate::{
    bodies::{self, entity::sector},
    error::Result,
    rules::sector::Usual,
};

/// The names of the sectors by key.
#[derive(Clone, Debug)]
pub struct Sectors {
    names: BTreeMap<String, String>,
}

impl Sectors {
    /// Reads the sectors.
    ///
    /// # Errors
    /// What the database says.
    pub async fn of(visit: &Visit) -> Result<Self> {
        let rows = bodies::store::sectors(visit.app().db.read()).await?;
        Ok(Self { names: rows.iter().map(|row| (row.key.clone(), name(visit, row))).collect() })
    }

    /// The name of a sector; of one that is gone its key.
    #[must_use]
    pub fn name<'a>(&'a self, key: &'a str) -> &'a str {
        self.names.get(key).map_or(key, String::as_str)
    }

    /// Every key with its name.
    #[must_use]
    pub const fn all(&self) -> &BTreeMap<String, String> {
        &self.names
    }
}

/// The name that the neighbourhood gave, or the usual one in the reader's language.
#[must_use]
pub fn name(visit: &Visit, row: &sector::Model) -> String {
    match (&row.name, row.key.parse::<Usual>()) {
        (Some(name), _) => name.clone(),
        (None, Ok(usual)) => visit.with("sector-name", "sector", usual.word()),
        (None, Err(_)) => row.key.clone(),
    }
}

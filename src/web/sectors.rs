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
    /// The keys in the order of the council page.
    order: Vec<String>,
}

impl Sectors {
    /// Reads the sectors.
    ///
    /// # Errors
    /// What the database says.
    pub async fn of(visit: &Visit) -> Result<Self> {
        let rows = bodies::store::sectors(visit.app().db.read()).await?;
        let names = rows.iter().map(|row| (row.key.clone(), name(visit, row))).collect();
        Ok(Self { names, order: rows.into_iter().map(|row| row.key).collect() })
    }

    /// The name of a sector; of one that is gone its key.
    #[must_use]
    pub fn name<'a>(&'a self, key: &'a str) -> &'a str {
        self.names.get(key).map_or(key, String::as_str)
    }

    /// The names of several, as a list.
    #[must_use]
    pub fn names<'a>(&self, keys: impl IntoIterator<Item = &'a String>) -> String {
        let names: Vec<&str> = keys.into_iter().map(|key| self.name(key)).collect();
        names.join(", ")
    }

    /// Every key with its name, in the order of the council page.
    pub fn all(&self) -> impl Iterator<Item = (&str, &str)> {
        self.order.iter().map(|key| (key.as_str(), self.name(key)))
    }

    /// The place of a sector on the council page; of one that is gone after all others.
    #[must_use]
    pub fn place(&self, key: &str) -> usize {
        self.order.iter().position(|it| it == key).unwrap_or(self.order.len())
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

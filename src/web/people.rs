//! The names of those who wrote or did something.

use std::collections::{BTreeMap, BTreeSet};

use super::visit::Visit;
use crate::{error::Result, ids::MemberId, members};

/// Names by member.
#[derive(Clone, Debug)]
pub struct People {
    names: BTreeMap<MemberId, String>,
    forgotten: String,
}

impl People {
    /// Looks up the names of these members, all at once.
    ///
    /// # Errors
    /// What the database says.
    pub async fn of(visit: &Visit, ids: impl IntoIterator<Item = MemberId>) -> Result<Self> {
        let ids: BTreeSet<MemberId> = ids.into_iter().collect();
        let names = if ids.is_empty() {
            BTreeMap::new()
        } else {
            members::store::names(visit.app().db.read(), ids).await?
        };
        Ok(Self { names, forgotten: visit.say("person-forgotten") })
    }

    /// The name of a member; of one who was forgotten only that she was here.
    #[must_use]
    pub fn name(&self, id: &MemberId) -> &str {
        self.names.get(id).filter(|name| !name.is_empty()).unwrap_or(&self.forgotten)
    }
}

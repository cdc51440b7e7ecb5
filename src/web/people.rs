//! The names of those who wrote or did something, and who is meant by a name that was typed.

use std::collections::{BTreeMap, BTreeSet};

use super::{form::Faults, visit::Visit};
use crate::{
    error::Result,
    ids::MemberId,
    members::{entity::member, store},
};

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
            store::names(visit.app().db.read(), ids).await?
        };
        Ok(Self { names, forgotten: visit.say("person-forgotten") })
    }

    /// The name of a member; of one who was forgotten only that she was here.
    #[must_use]
    pub fn name(&self, id: &MemberId) -> &str {
        self.names.get(id).filter(|name| !name.is_empty()).unwrap_or(&self.forgotten)
    }
}

/// The one member on the roll whose number or name this is.
///
/// # Errors
/// What the database says; inside it the fault that nobody or more than one fits.
pub async fn named(
    visit: &Visit,
    field: &'static str,
    typed: &str,
) -> Result<Result<member::Model, Faults>> {
    let reader = visit.app().db.read();
    let typed = typed.trim();
    let mut fits = match store::find_by_number(reader, typed).await? {
        Some(member) => vec![member],
        None => store::named(reader, typed).await?,
    };
    if fits.is_empty() && !typed.is_empty() {
        let search = store::Search { text: typed.to_owned(), page: 0 };
        (fits, _) = store::list(reader, &search).await?;
        fits.retain(|member| member.suspended_at.is_none());
    }
    Ok(one(visit, field, fits))
}

/// As [`named`], for those who may not look through the roll: only by the number or the whole name.
///
/// # Errors
/// What the database says; inside it the fault that nobody or more than one fits.
pub async fn named_exactly(
    visit: &Visit,
    field: &'static str,
    typed: &str,
) -> Result<Result<member::Model, Faults>> {
    let reader = visit.app().db.read();
    let typed = typed.trim();
    let fits = match store::find_by_number(reader, typed).await? {
        Some(member) => vec![member],
        None => store::named_whole(reader, typed).await?,
    };
    Ok(one(visit, field, fits))
}

/// The only one who fits.
fn one(
    visit: &Visit,
    field: &'static str,
    mut fits: Vec<member::Model>,
) -> Result<member::Model, Faults> {
    let mut faults = Faults::none();
    match (fits.pop(), fits.len()) {
        (Some(member), 0) => return Ok(member),
        (None, _) => faults.at(field, visit.say("nobody-of-this-name")),
        (Some(_), more) => faults.at(field, visit.with("several-of-this-name", "n", more + 1)),
    }
    Err(faults)
}

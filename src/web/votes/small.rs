//! Warnings about secret votes in which few may vote.

use crate::{
    bodies,
    error::Result,
    rules::{
        ballot::{BodyKind, Secrecy},
        small_group::is_warned_of,
        vote::Stage,
    },
    votes::{self, entity::vote},
    web::visit::Visit,
};

/// The warning on the page of a vote that is still to be decided; `entitled` is how many stand on its
/// roll, once it is frozen.
///
/// # Errors
/// What the database says.
pub async fn warning(
    visit: &Visit,
    row: &vote::Model,
    entitled: Option<u64>,
) -> Result<Option<String>> {
    let is_coming = matches!(row.stage, Stage::Prepared | Stage::Open);
    if !is_coming || row.secrecy == Secrecy::Open {
        return Ok(None);
    }
    let reader = visit.app().db.read();
    let charter = bodies::charter_version(reader, row.charter_version).await?.charter;
    let voters = match entitled {
        Some(entitled) => usize::try_from(entitled).unwrap_or(usize::MAX),
        None => {
            let of = (row.body, row.sector.as_deref());
            votes::size(reader, (visit.now, visit.today()), of, &charter).await?
        }
    };
    let is_small = is_warned_of(row.secrecy, voters, charter.smallest_group);
    Ok(is_small.then(|| {
        visit.with_two("small-vote", ("voters", voters), ("smallest", charter.smallest_group))
    }))
}

/// The warnings for whoever prepares a vote: one for each body that is small now.
///
/// # Errors
/// What the database says.
pub async fn of_bodies(visit: &Visit) -> Result<Vec<String>> {
    let reader = visit.app().db.read();
    let charter = bodies::charter(reader).await?.charter;
    let mut warnings = Vec::new();
    for body in BodyKind::ALL {
        let voters =
            votes::size(reader, (visit.now, visit.today()), (*body, None), &charter).await?;
        if is_warned_of(Secrecy::Secret, voters, charter.smallest_group) {
            let things = [
                ("body", body.word().into()),
                ("voters", voters.into()),
                ("smallest", charter.smallest_group.into()),
            ];
            warnings.push(visit.fill("small-body", &things));
        }
    }
    Ok(warnings)
}

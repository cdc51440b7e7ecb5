//! The lottery of a drawing within quotas.

use std::collections::BTreeMap;

use super::entity::{candidacy, election};
use crate::{
    db::Tx,
    error::{Error, Result},
    lottery, members,
    rules::{
        age_quota::{self, AgeQuotas},
        canonical,
        tally::sortition::{Person, Published, Quota},
    },
};

/// What was asked of a drawing, and the lottery over those who are in it, by their tickets; none where
/// nothing was asked, or everybody gets a seat. Only the sector and the age group of each are known of
/// them. The lottery follows from the pool alone: whoever has this program finds the same one, so that it
/// can't be bent to fit the secret.
///
/// # Errors
/// The row contradicts the rules, or what the database says.
pub(super) async fn lottery(
    tx: &Tx,
    election: &election::Model,
    (seats, year): (u32, i32),
    tickets: &BTreeMap<String, candidacy::Model>,
) -> Result<(Vec<Quota>, Option<Published>)> {
    let quotas = super::quotas(election)?;
    let asked = quotas.quotas(seats);
    if asked.is_empty() || u32::try_from(tickets.len()).is_ok_and(|n| n <= seats) {
        return Ok((asked, None));
    }
    let mut pool = Vec::new();
    for (ticket, it) in tickets {
        let member = members::store::get(tx, it.member_id).await?;
        pool.push(person(election, quotas, ticket, member.born_in, year));
    }
    let rules = age_quota::rules(&asked, seats, &pool);
    let people: Vec<&str> = tickets.keys().map(String::as_str).collect();
    let announced = canonical::hash_text(&election.secret);
    let seed = canonical::hash_text(&format!("{announced}\n{}", people.join("\n")));
    let found = lottery::find(&rules, &pool, &seed);
    let found = found.map_err(|_| Error::contradiction("elections", "quotas", election.id))?;
    Ok((asked, Some(found.published)))
}

fn person(
    election: &election::Model,
    quotas: AgeQuotas,
    ticket: &str,
    born_in: Option<i32>,
    year: i32,
) -> Person {
    let features = [
        ("sector".to_owned(), election.sector.clone()),
        (age_quota::FEATURE.to_owned(), quotas.group(born_in, year)),
    ];
    Person { id: ticket.to_owned(), features: features.into() }
}

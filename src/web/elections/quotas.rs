//! Seats that are kept for the young and the old where the lot decides: filling them in, and telling
//! of them.

use serde::Deserialize;

use crate::{
    elections::{entity::seating, quotas},
    error::{Error, Result},
    rules::{
        age_quota::{AgeQuotas, Group},
        record::draw,
        tally::sortition::Step,
    },
    web::{
        form::{Faults, Form, Kind, optional},
        visit::Visit,
    },
};

/// What was filled in.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    young_age: String,
    young_seats: String,
    old_age: String,
    old_seats: String,
}

/// Reads what was filled in; both fields of a group or neither.
pub fn read(visit: &Visit, typed: &Typed, faults: &mut Faults) -> AgeQuotas {
    let mut group = |fields: [(&'static str, &str); 2]| {
        if fields.iter().all(|(_, text)| optional(text).is_none()) {
            return None;
        }
        let [age, seats] = fields.map(|(field, text)| {
            let read = text.trim().parse::<u32>().ok();
            if read.is_none() {
                faults.at(field, visit.say("fault-number"));
            }
            read
        });
        Some(Group { age: age?, seats: seats? })
    };
    AgeQuotas {
        younger: group([("young_age", &typed.young_age), ("young_seats", &typed.young_seats)]),
        older: group([("old_age", &typed.old_age), ("old_seats", &typed.old_seats)]),
    }
}

/// Adds the fields to a form.
#[must_use]
pub fn fields<'a>(form: Form<'a>, typed: &Typed) -> Form<'a> {
    let number = Kind::Line("number");
    form.field("young_age", "quota-young-age", number.clone(), &typed.young_age)
        .hint("quota-hint")
        .field("young_seats", "quota-young-seats", number.clone(), &typed.young_seats)
        .field("old_age", "quota-old-age", number.clone(), &typed.old_age)
        .field("old_seats", "quota-old-seats", number, &typed.old_seats)
}

/// What is asked of a drawing, in sentences.
#[must_use]
pub fn told(visit: &Visit, quotas: AgeQuotas) -> Vec<String> {
    let group = |key, it: Group| visit.with_two(key, ("seats", it.seats), ("age", it.age));
    let younger = quotas.younger.map(|it| group("quota-younger", it));
    let older = quotas.older.map(|it| group("quota-older", it));
    let how = (!quotas.is_empty()).then(|| visit.say("quota-how"));
    younger.into_iter().chain(older).chain(how).collect()
}

/// How the seats were drawn within quotas, from the published file; nothing where they weren't.
///
/// # Errors
/// The row contradicts the rules.
pub fn drawn(visit: &Visit, seating: &seating::Model) -> Result<Option<String>> {
    let wrong = || Error::contradiction("seatings", "document", seating.election_id);
    let published: draw::Published =
        serde_json::from_str(&seating.document).map_err(|_| wrong())?;
    let it = &published.draw;
    let Some(lottery) = &it.lottery else { return Ok(None) };
    let (_, steps) = draw::order_within(&it.secret, &it.pool, lottery).map_err(|_| wrong())?;
    let mut things = Vec::new();
    for step in &steps {
        match step {
            Step::Chances { fairness } => {
                things.push(("panels", fairness.panels.into()));
                things.push(("least", fairness.least.into()));
                things.push(("most", fairness.most.into()));
            }
            Step::Drawn { panel, .. } => things.push(("panel", panel.saturating_add(1).into())),
            Step::Checked { .. } | Step::Met { .. } => {}
        }
    }
    Ok(Some(visit.fill("quota-drawn", &things)))
}

/// The same for an election: what was asked, and how it went.
///
/// # Errors
/// A row contradicts the rules.
pub fn of(
    visit: &Visit,
    election: &crate::elections::entity::election::Model,
    seatings: &[seating::Model],
) -> Result<Vec<String>> {
    use crate::rules::candidacy::Way;

    if election.way != Way::Lot {
        return Ok(Vec::new());
    }
    let mut all = told(visit, quotas(election)?);
    if let Some(first) = seatings.first() {
        all.extend(drawn(visit, first)?);
    }
    Ok(all)
}

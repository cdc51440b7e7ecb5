//! Preparing the second reading or the next round of a proposal that came back from a vote.

use axum::response::{IntoResponse, Redirect};
use chrono::TimeDelta;

use super::prepare::{self, Typed};
use crate::{
    clock::Instant,
    error::{Conflict, Error},
    ids::VoteId,
    proposals::entity::proposal,
    rules::{
        challenge,
        outcome::Outcome,
        tally::method::{PaperKind, Rules},
    },
    votes::{self, Again, entity::vote},
    web::{
        Page,
        form::{Faults, Form, FormPage, Kind},
        visit::Visit,
    },
};

/// The form.
///
/// # Errors
/// The vote contradicts the rules.
pub fn page(
    visit: &Visit,
    row: &proposal::Model,
    (earlier, outcome): &(vote::Model, Outcome),
    opens_at: Instant,
) -> Page {
    // A new vote instead of another one needs no notice.
    let is_at_once = challenge::takes_the_place(*outcome);
    let opens_at = if is_at_once { visit.now } else { opens_at };
    let mut typed = Typed::at(visit, opens_at, opens_at + TimeDelta::days(7));
    if let Rules::Consent(turn) = votes::method(earlier)?.rules {
        typed.asked.evaluate_on = turn.evaluate_on.to_string();
    }
    Ok(show(visit, row, (earlier, *outcome), &typed, &Faults::none())?.answer())
}

/// Announces the vote.
///
/// # Errors
/// What the database says.
pub async fn act(
    visit: &Visit,
    row: &proposal::Model,
    (earlier, outcome): (vote::Model, Outcome),
    typed: Typed,
) -> Page {
    let now = visit.now;
    let again = match read(visit, row, &typed) {
        Ok(again) => again,
        Err(faults) => return Ok(show(visit, row, (&earlier, outcome), &typed, &faults)?.answer()),
    };
    match visit.act(async |tx, by| votes::prepare_again(tx, now, by, again).await).await {
        Ok(vote) => {
            let path = format!("/votes/{}?done=vote-prepared", vote.number);
            Ok(Redirect::to(&path).into_response())
        }
        // Sent twice: it is there already, and its proposal says so.
        Err(Error::Conflict(Conflict::Already)) => {
            Ok(Redirect::to(&format!("/proposals/{}", row.number)).into_response())
        }
        Err(error) => {
            let faults = Faults::or_leave(visit, error)?;
            Ok(show(visit, row, (&earlier, outcome), &typed, &faults)?.answer())
        }
    }
}

fn read(visit: &Visit, row: &proposal::Model, typed: &Typed) -> Result<Again, Faults> {
    let (opens_at, closes_at, closing) = prepare::moments(visit, typed)?;
    let evaluate_on = match typed.asked.evaluate_on.trim() {
        "" => None,
        day => Some(day.parse().map_err(|_| {
            let mut faults = Faults::none();
            faults.at("evaluate_on", visit.say("fault-day"));
            faults
        })?),
    };
    let named: Vec<String> =
        typed.asked.options.lines().map(str::trim).map(str::to_owned).collect();
    let named: Vec<String> = named.into_iter().filter(|name| !name.is_empty()).collect();
    if !named.is_empty() && typed.agreed != "yes" {
        let mut faults = Faults::none();
        faults.at("agreed", visit.say("fault-agreed"));
        return Err(faults);
    }
    Ok(Again {
        id: typed.id.parse().unwrap_or_else(|_| VoteId::fresh(visit.now)),
        proposal: row.id,
        closing,
        opens_at,
        closes_at,
        evaluate_on,
        named,
    })
}

fn show<'a>(
    visit: &'a Visit,
    row: &proposal::Model,
    (earlier, outcome): (&vote::Model, Outcome),
    typed: &Typed,
    faults: &Faults,
) -> crate::error::Result<FormPage<'a>> {
    let form = Form::to(visit, format!("/proposals/{}/vote", row.number), "prepare-button")
        .hidden("id", &typed.id);
    let asks_consent = votes::method(earlier)?.paper() == PaperKind::Consent;
    let takes_the_place = challenge::takes_the_place(outcome);
    let form = if asks_consent && (takes_the_place || outcome == Outcome::NextRound) {
        let day = Kind::Line("date");
        form.field("evaluate_on", "prepare-evaluate", day, &typed.asked.evaluate_on).required()
    } else {
        form
    };
    let is_free = outcome == Outcome::NextRound
        && matches!(&votes::method(earlier)?.rules, Rules::Persons(it) if it.round == 1);
    let form = if is_free {
        form.field("options", "prepare-named", Kind::Text { rows: 4 }, &typed.asked.options)
            .hint("prepare-named-hint")
            .field("agreed", "prepare-agreed", Kind::Tick, &typed.agreed)
    } else {
        form
    };
    let form = prepare::times(visit, form, typed).faulty(faults);
    let why = if takes_the_place {
        visit.with("prepare-instead", "number", earlier.number)
    } else {
        let outcome = ("outcome", outcome.word());
        visit.with_two("prepare-again", outcome, ("number", earlier.number))
    };
    Ok(FormPage::new(visit, visit.with("prepare-title", "title", &row.title), form)
        .intro(why)
        .intro(visit.say("prepare-again-same"))
        .back(format!("/proposals/{}", row.number), "back-to-proposal"))
}

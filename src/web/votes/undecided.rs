//! What people decide once a vote is closed: the chair about a tie, a council about objections.

use axum::{
    extract::Path,
    response::{IntoResponse, Redirect},
};
use serde::Deserialize;

use super::show;
use crate::{
    error::Error,
    ids::VoterId,
    rules::{ballot::Choice, permission::Deed},
    votes::{self, Origin, entity::vote},
    web::{
        Page,
        form::{Faults, Form, FormPage, Kind, Pick, Sent},
        visit::Visit,
    },
};

/// How the chair decides.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Ruling {
    choice: String,
    reason: String,
}

/// Asks the chair how, and why.
pub async fn tie(visit: Visit, Path(number): Path<String>) -> Page {
    visit.only(Deed::RuleOnTie)?;
    let row = show::find(&visit, &number).await?;
    Ok(tie_form(&visit, &row, &Ruling::default(), &Faults::none()).answer())
}

/// Decides the tie.
pub async fn rule_on_tie(
    visit: Visit,
    Path(number): Path<String>,
    Sent(typed): Sent<Ruling>,
) -> Page {
    visit.only(Deed::RuleOnTie)?;
    let (row, now) = (show::find(&visit, &number).await?, visit.now);
    let origin = &Origin::of(visit.app());
    let Ok(choice) = typed.choice.parse::<Choice>() else {
        let mut faults = Faults::none();
        faults.at("choice", visit.say("refusal-vote-undecided"));
        return Ok(tie_form(&visit, &row, &typed, &faults).answer());
    };
    let ruling = (choice, typed.reason.as_str());
    let done = visit
        .act(async |tx, by| votes::rule_on_tie(tx, now, by, row.id, ruling, origin).await)
        .await;
    match done {
        Ok(()) => Ok(result(&row)),
        Err(error) => {
            let faults = Faults::or_leave(&visit, error)?;
            Ok(tie_form(&visit, &row, &typed, &faults).answer())
        }
    }
}

fn tie_form<'a>(
    visit: &'a Visit,
    row: &vote::Model,
    typed: &Ruling,
    faults: &Faults,
) -> FormPage<'a> {
    let picks = [Choice::For, Choice::Against].map(|choice| Pick {
        value: choice.word().to_owned(),
        label: visit.with("choice", "choice", choice.word()),
        is_picked: choice.word() == typed.choice,
    });
    let form = Form::to(visit, format!("/votes/{}/tie", row.number), "tie-button")
        .field("choice", "tie-choice", Kind::Radios(picks.into()), "")
        .text("reason", "reason-label", 3, &typed.reason)
        .hint("reason-hint")
        .grave()
        .faulty(faults);
    FormPage::new(visit, visit.with("tie-title", "title", visit.title(&row.title)), form)
        .intro(visit.say("tie-lead"))
        .back(format!("/votes/{}", row.number), "back-to-vote")
}

/// Why a round ends, and whether the meeting ends with it.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Ending {
    reason: String,
    meeting_ended: String,
}

/// Asks why the round ends.
pub async fn round(visit: Visit, Path(number): Path<String>) -> Page {
    visit.only(Deed::CloseVote)?;
    let row = show::find(&visit, &number).await?;
    Ok(round_form(&visit, &row, &Ending::default(), &Faults::none()).answer())
}

/// Ends the round with the objections that stand.
pub async fn end_round(
    visit: Visit,
    Path(number): Path<String>,
    Sent(typed): Sent<Ending>,
) -> Page {
    visit.only(Deed::CloseVote)?;
    let (row, now) = (show::find(&visit, &number).await?, visit.now);
    let origin = &Origin::of(visit.app());
    let end = (typed.reason.as_str(), typed.meeting_ended == "yes");
    let done =
        visit.act(async |tx, by| votes::end_round(tx, now, by, row.id, end, origin).await).await;
    match done {
        Ok(()) => Ok(result(&row)),
        Err(error) => {
            let faults = Faults::or_leave(&visit, error)?;
            Ok(round_form(&visit, &row, &typed, &faults).answer())
        }
    }
}

fn round_form<'a>(
    visit: &'a Visit,
    row: &vote::Model,
    typed: &Ending,
    faults: &Faults,
) -> FormPage<'a> {
    let form = Form::to(visit, format!("/votes/{}/round", row.number), "round-button")
        .text("reason", "reason-label", 3, &typed.reason)
        .hint("reason-hint")
        .field("meeting_ended", "round-meeting", Kind::Tick, &typed.meeting_ended)
        .hint("round-meeting-hint")
        .grave()
        .faulty(faults);
    FormPage::new(visit, visit.with("round-title", "title", visit.title(&row.title)), form)
        .intro(visit.say("round-lead"))
        .back(format!("/votes/{}", row.number), "back-to-vote")
}

/// Whose objection, and who speaks.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Objection {
    voter: String,
    objector: String,
}

/// Takes an objection back, or finds that of another not argued.
pub async fn objection(
    visit: Visit,
    Path(number): Path<String>,
    Sent(typed): Sent<Objection>,
) -> Page {
    let (row, now) = (show::find(&visit, &number).await?, visit.now);
    let read = |text: &str| text.parse::<VoterId>().map_err(|_| Error::NotFound("voter"));
    let (voter, objector) = (read(&typed.voter)?, read(&typed.objector)?);
    let origin = &Origin::of(visit.app());
    let done = visit
        .act(async |tx, by| {
            if voter == objector {
                votes::withdraw_objection(tx, now, by, (row.id, voter), origin).await
            } else {
                let of = (row.id, voter, objector);
                votes::find_not_argued(tx, now, by, of, origin).await
            }
        })
        .await;
    done?;
    let done = if voter == objector { "objection-withdrawn" } else { "objection-judged" };
    Ok(Redirect::to(&format!("/votes/{}?done={done}", row.number)).into_response())
}

fn result(row: &vote::Model) -> axum::response::Response {
    Redirect::to(&format!("/votes/{}?done=vote-closed#outcome", row.number)).into_response()
}

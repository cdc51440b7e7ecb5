//! Filling in a ballot paper with options: reckoning on it, handing it in, and looking it over where it
//! can't be changed afterwards.

use askama::Template;
use axum::{
    extract::{Path, State},
    http::HeaderMap,
    response::{IntoResponse, Redirect},
};

use super::{
    ballot,
    ballot_box::Slip,
    booth::Booth,
    sheet::{self, Sheet},
    show,
};
use crate::{
    chance,
    error::{Error, Refusal},
    rules::{
        ballot::{Channel, Mark, Secrecy},
        permission,
    },
    votes::{self, Casting, entity::vote, store},
    web::{self, Door, Page, form::Sent, session::Kind, visit::Visit},
};

#[derive(Template)]
#[template(path = "votes/sure.html")]
struct Sure<'a> {
    visit: &'a Visit,
    row: &'a vote::Model,
    voter: &'a str,
    channel: Channel,
    /// For whom it is, by proxy.
    giver: Option<String>,
    mark: &'a Mark,
    marked: String,
    receipt: String,
    helped: bool,
}

/// Does what the button says: reckon, hand in, or hand in blank.
pub async fn act(
    State(door): State<Door>,
    visit: Visit,
    Path(number): Path<String>,
    headers: HeaderMap,
    Sent(typed): Sent<Vec<(String, String)>>,
) -> Page {
    let at = visit.now;
    let row = show::find(&visit, &number).await?;
    let (method, options) =
        (votes::method(&row)?, store::options(visit.app().db.read(), row.id).await?);
    let sent = |name: &str| {
        typed.iter().find(|(field, _)| field == name).map_or("", |(_, value)| value.as_str())
    };
    let ordered = sheet::in_order(&visit, &row, sent("voter"), &options);
    let sheet = || Sheet::new(&visit, &method, &ordered, &typed);
    let read = match sent("do") {
        "calculate" => {
            let sheet = sheet().reckoned(&visit, &method, &ordered);
            return show::again(&visit, &number, sent("voter"), sheet).await;
        }
        "blank" => Ok(Mark::Blank),
        _ => sheet::mark(method.paper(), &options, &typed),
    };
    let channel = ballot::channel(sent("channel"))?;
    let mark = match read {
        Ok(mark) => mark,
        Err(fault) => {
            let sheet = sheet().faulty(&visit, fault);
            return show::again(&visit, &number, sent("voter"), sheet).await;
        }
    };
    if row.secrecy == Secrecy::Secret {
        let marked = sheet::told(&visit, &mark, &options);
        let receipt = chance::token();
        let (visit, row, mark) = (&visit, &row, &mark);
        let (voter, helped) = (sent("voter"), sent("helped") == "yes");
        let booths = Booth::all(visit, row).await?;
        let booth = booths.into_iter().find(|booth| booth.voter.to_string() == voter);
        let giver = booth.and_then(|booth| booth.giver);
        let page = Sure { visit, row, voter, channel, giver, mark, marked, receipt, helped };
        return Ok(web::render(&page));
    }
    let first = || Error::Refused(Refusal::Permission(permission::Refusal::SignInFirst));
    let session = Kind::Member.read(&door.app.settings, &headers).ok_or_else(first)?;
    let voter = sent("voter").parse().map_err(|_| Error::NotFound("voter"))?;
    let (receipt, helped) = (String::new(), sent("helped") == "yes");
    let new = Casting { vote: row.id, voter, mark, channel, receipt, helped };
    let cast = door.ballot_box.drop_in(Slip { session, at, new }).await?;
    let done = if cast.replaced { "ballot-replaced" } else { "ballot-cast" };
    Ok(Redirect::to(&format!("/votes/{number}?done={done}")).into_response())
}

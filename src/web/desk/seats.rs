//! Sectors and seats: how many, who holds them, and leaving before the end of a term.

use askama::Template;
use axum::{
    extract::Path,
    response::{IntoResponse, Redirect, Response},
};
use chrono::TimeDelta;
use serde::Deserialize;

use crate::{
    bodies::{self, Arrangement, NewTenure, Place, entity::sector},
    error::{Error, Result},
    ids::SeatId,
    rules::permission::Deed,
    web::{
        self, Page, PageError,
        form::{self, Faults, Form, Reason, Sent, optional, status},
        people::{People, named},
        sectors,
        visit::Visit,
    },
};

/// A sector as it is typed.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    key: String,
    sector_name: String,
    seats: String,
}

/// A tenure as it is typed.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub struct Term {
    holder: String,
    alternate: String,
    organisation: String,
    from_on: String,
    until_on: String,
}

/// Days before the end of a term in which it is time for an election.
const SOON: i64 = 180;

/// A seat with its name, and who holds it.
struct Row {
    place: Place,
    name: String,
    holder: Option<String>,
    /// Whether it is vacant, or will be soon.
    needs_election: bool,
}

#[derive(Template)]
#[template(path = "desk/seats.html")]
struct Seats<'a> {
    visit: &'a Visit,
    sectors: Vec<sector::Model>,
    places: Vec<Row>,
    form: Form<'a>,
}

#[derive(Template)]
#[template(path = "desk/seat.html")]
struct Seat<'a> {
    visit: &'a Visit,
    title: String,
    fill: Form<'a>,
    vacate: Option<Form<'a>>,
}

/// All of them.
pub async fn page(visit: Visit) -> Page {
    visit.only(Deed::FillSeats)?;
    Ok(show(&visit, &Typed::default(), &Faults::none()).await?)
}

/// Adds a sector, or changes its name or number of seats.
pub async fn arrange(visit: Visit, Sent(typed): Sent<Typed>) -> Page {
    visit.only(Deed::FillSeats)?;
    let now = visit.now;
    let Ok(seats) = typed.seats.trim().parse() else {
        let mut faults = Faults::none();
        faults.at("seats", visit.say("seats-no-number"));
        return Ok(show(&visit, &typed, &faults).await?);
    };
    let key = typed.key.trim().to_owned();
    let new = Arrangement { key, name: optional(&typed.sector_name), seats };
    match visit.act(async |tx, by| bodies::arrange(tx, now, Some(by), new).await).await {
        Ok(_) => Ok(Redirect::to("/desk/seats?done=arranged").into_response()),
        Err(error) => Ok(show(&visit, &typed, &Faults::or_leave(&visit, error)?).await?),
    }
}

/// One seat.
pub async fn seat(visit: Visit, Path(seat): Path<String>) -> Page {
    let place = find(&visit, &seat).await?;
    let term = Term { from_on: visit.today().to_string(), ..Term::default() };
    Ok(one(&visit, &place, (&term, &Faults::none()), (&Reason::default(), &Faults::none())))
}

/// Gives it to somebody.
pub async fn fill(visit: Visit, Path(seat): Path<String>, Sent(term): Sent<Term>) -> Page {
    let (place, now, today) = (find(&visit, &seat).await?, visit.now, visit.today());
    let new = match read(&visit, &place, &term).await? {
        Ok(new) => new,
        Err(faults) => {
            let leaving = (&Reason::default(), &Faults::none());
            return Ok(one(&visit, &place, (&term, &faults), leaving));
        }
    };
    match visit.act(async |tx, by| bodies::fill(tx, now, today, Some(by), new).await).await {
        Ok(_) => Ok(Redirect::to("/desk/seats?done=seat-filled").into_response()),
        Err(error) => {
            let faults = Faults::or_leave(&visit, error)?;
            let leaving = (&Reason::default(), &Faults::none());
            Ok(one(&visit, &place, (&term, &faults), leaving))
        }
    }
}

/// Ends the term of who holds it.
pub async fn vacate(visit: Visit, Path(seat): Path<String>, Sent(typed): Sent<Reason>) -> Page {
    let (place, now) = (find(&visit, &seat).await?, visit.now);
    let id = place.seat.id;
    match visit.act(async |tx, by| bodies::vacate(tx, now, by, id, &typed.reason).await).await {
        Ok(()) => Ok(Redirect::to("/desk/seats?done=seat-vacated").into_response()),
        Err(error) => {
            let faults = Faults::or_leave(&visit, error)?;
            let term = Term { from_on: visit.today().to_string(), ..Term::default() };
            Ok(one(&visit, &place, (&term, &Faults::none()), (&typed, &faults)))
        }
    }
}

async fn find(visit: &Visit, seat: &str) -> Result<Place, PageError> {
    visit.only(Deed::FillSeats)?;
    let id: SeatId = seat.parse().map_err(|_| Error::NotFound("seat"))?;
    let places = bodies::store::seating(visit.app().db.read(), visit.today()).await?;
    let place = places.into_iter().find(|place| place.seat.id == id);
    Ok(place.ok_or(Error::NotFound("seat"))?)
}

async fn read(visit: &Visit, place: &Place, term: &Term) -> Result<Result<NewTenure, Faults>> {
    let holder = match named(visit, "holder", &term.holder).await? {
        Ok(member) => member.id,
        Err(faults) => return Ok(Err(faults)),
    };
    let alternate = match optional(&term.alternate) {
        None => None,
        Some(typed) => match named(visit, "alternate", &typed).await? {
            Ok(member) => Some(member.id),
            Err(faults) => return Ok(Err(faults)),
        },
    };
    let until_on = optional(&term.until_on).map(|day| day.parse());
    let (Ok(from_on), Ok(until_on)) = (term.from_on.trim().parse(), until_on.transpose()) else {
        let mut faults = Faults::none();
        faults.at("from_on", visit.say("fault-day"));
        return Ok(Err(faults));
    };
    let organisation = optional(&term.organisation);
    Ok(Ok(NewTenure { seat: place.seat.id, holder, alternate, organisation, from_on, until_on }))
}

/// The page: giving the seat, and ending the term of who holds it; each with what was typed and what is
/// wrong with it.
fn one(
    visit: &Visit,
    place: &Place,
    (term, faults): (&Term, &Faults),
    (leaving, why_not): (&Reason, &Faults),
) -> Response {
    let path = format!("/desk/seats/{}", place.seat.id);
    let sector = sectors::name(visit, &place.sector);
    let title = visit.with_two("seat-name", ("sector", sector), ("number", place.seat.number));
    let day = form::Kind::Line("date");
    let fill = Form::to(visit, path.clone(), "seat-button")
        .line("holder", "seat-holder", &term.holder)
        .required()
        .hint("who-hint")
        .line("alternate", "seat-alternate", &term.alternate)
        .line("organisation", "seat-organisation", &term.organisation)
        .field("from_on", "seat-from", day.clone(), &term.from_on)
        .required()
        .field("until_on", "seat-until", day, &term.until_on)
        .faulty(faults);
    let vacate = place.tenure.as_ref().map(|_| {
        Form::to(visit, format!("{path}/vacancy"), "vacate-button")
            .text("reason", "reason-label", 2, &leaving.reason)
            .hint("reason-hint")
            .grave()
            .faulty(why_not)
    });
    let page = Seat { visit, title, fill, vacate };
    (status(faults.is_empty() && why_not.is_empty()), web::render(&page)).into_response()
}

async fn show(visit: &Visit, typed: &Typed, faults: &Faults) -> Result<Response> {
    let reader = visit.app().db.read();
    let places = bodies::store::seating(reader, visit.today()).await?;
    let holders = places.iter().filter_map(|place| place.tenure.as_ref().map(|it| it.holder_id));
    let people = People::of(visit, holders).await?;
    let soon = visit.today() + TimeDelta::days(SOON);
    let named = |place: Place| {
        let sector = sectors::name(visit, &place.sector);
        let name = visit.with_two("seat-name", ("sector", sector), ("number", place.seat.number));
        let holder = place.tenure.as_ref().map(|it| people.name(&it.holder_id).to_owned());
        let until = place.tenure.as_ref().map(|it| it.until_on);
        let needs_election = until.is_none_or(|until| until.is_some_and(|it| it <= soon));
        Row { place, name, holder, needs_election }
    };
    let form = Form::to(visit, "/desk/sectors", "sector-button")
        .line("key", "sector-key", &typed.key)
        .required()
        .hint("sector-key-hint")
        .line("sector_name", "sector-own-name", &typed.sector_name)
        .hint("sector-own-name-hint")
        .field("seats", "sector-seats", form::Kind::Line("number"), &typed.seats)
        .required()
        .faulty(faults);
    let page = Seats {
        visit,
        sectors: bodies::store::sectors(reader).await?,
        places: places.into_iter().map(named).collect(),
        form,
    };
    Ok((status(faults.is_empty()), web::render(&page)).into_response())
}

//! The receipt of a ballot: what the voter keeps, and the page where she finds her ballot again when
//! the result is published: by the code of her receipt in a secret vote, by her number on the roll in
//! an open one.

use askama::Template;
use axum::{
    extract::{Path, Query},
    http::header,
    response::{IntoResponse, Response},
};
use serde::Deserialize;

use super::{proof, record, sheet, show};
use crate::{
    db,
    error::{Error, Result},
    proposals,
    rules::{ballot::Secrecy, canonical, record::proof::Proof},
    signet::{self, SigningKey},
    votes::{self, Of, Origin, entity::vote, store},
    web::{
        self, Page,
        form::{Form, Kind, Sent},
        visit::Visit,
    },
};

#[derive(Template)]
#[template(path = "votes/receipt.html")]
struct Receipt<'a> {
    visit: &'a Visit,
    title: String,
    number: i64,
    is_secret: bool,
    /// What the voter keeps; shown once.
    fresh: Option<Fresh<'a>>,
    /// Her numbers on the roll of an open vote.
    hers: Vec<i64>,
    said: Option<String>,
    found: Option<Found<'a>>,
    form: Form<'a>,
}

/// What the voter is given when her ballot is kept.
struct Fresh<'a> {
    code: &'a str,
    /// The signed receipt as a file: its name, and the file itself as an address.
    file: (String, String),
}

/// A ballot that was found, with the proof that it is in the record.
struct Found<'a> {
    proof: Proof,
    place: u64,
    /// Gives the proof as a file. A code comes in a form, so that it stands in no address.
    file: Form<'a>,
}

/// What was typed: a code, or a number on the roll.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    code: String,
}

/// For which number on the roll.
#[derive(Deserialize)]
pub struct Whose {
    number: i64,
}

/// The page that a voter sees once, right after her secret ballot was kept.
///
/// # Errors
/// It was an open ballot, or what the database says.
pub async fn fresh(visit: &Visit, number: &str, code: &str) -> Page {
    let row = show::find(visit, number).await?;
    let (hash, origin) = (canonical::hash_text(code), Origin::of(visit.app()));
    let (reader, key) = (visit.app().db.read(), key(visit).await?);
    let receipt = votes::acknowledge(reader, &row, Of::Code(&hash), &origin, &key).await?;
    let file = (name(visit, &row, "receipt"), proof::as_address(&receipt));
    let fresh = Some(Fresh { code, file });
    Ok(web::render(&Receipt { fresh, ..page(visit, &row, None).await? }))
}

/// The page where a code or a number can be typed.
pub async fn ask(visit: Visit, Path(number): Path<String>) -> Page {
    let row = show::find(&visit, &number).await?;
    Ok(web::render(&page(&visit, &row, None).await?))
}

/// Looks a ballot up.
pub async fn find(visit: Visit, Path(number): Path<String>, Sent(typed): Sent<Typed>) -> Page {
    let row = show::find(&visit, &number).await?;
    let code = typed.code.trim();
    let mut page = page(&visit, &row, Some(code)).await?;
    match found(&visit, &row, code).await? {
        None => page.said = Some(visit.say("receipt-not-yet")),
        Some(None) if page.is_secret => page.said = Some(visit.say("receipt-not-found")),
        Some(None) => page.said = Some(visit.say("receipt-no-number")),
        Some(Some(proof)) => {
            // Not the titles in the record: those of a vote that was removed by law are named
            // nowhere.
            let options = store::options(visit.app().db.read(), row.id).await?;
            let mark = sheet::told(&visit, &proof.ballot.mark, &options);
            page.said = Some(visit.with("receipt-found", "mark", mark));
            let action = format!("/votes/{}/receipt/proof.json", row.number);
            let file = Form::to(&visit, action, "proof-file").hidden("code", code);
            page.found = Some(Found { place: proof.index.saturating_add(1), proof, file });
        }
    }
    Ok(web::render(&page))
}

/// The proof that a ballot is in the record, as a file.
pub async fn proof(visit: Visit, Path(number): Path<String>, Sent(typed): Sent<Typed>) -> Page {
    let row = show::find(&visit, &number).await?;
    let proof = found(&visit, &row, typed.code.trim()).await?.flatten();
    let proof = proof.ok_or(Error::NotFound("ballot"))?;
    Ok(download(name(&visit, &row, "proof"), proof::written(&proof)))
}

/// The signed receipt of an open ballot, for the one who cast it.
pub async fn signed(visit: Visit, Path(number): Path<String>, Query(whose): Query<Whose>) -> Page {
    let member = visit.signed_in()?;
    let row = show::find(&visit, &number).await?;
    let (origin, key) = (Origin::of(visit.app()), key(&visit).await?);
    let whose = Of::Member(member, whose.number);
    let receipt = votes::acknowledge(visit.app().db.read(), &row, whose, &origin, &key).await?;
    Ok(download(name(&visit, &row, "receipt"), proof::written(&receipt)))
}

/// The proof of the ballot that belongs to what was typed: nothing before the result is published,
/// and nothing in it when there is no such ballot.
async fn found(visit: &Visit, row: &vote::Model, code: &str) -> Result<Option<Option<Proof>>> {
    let Some(published) = record::published(visit, row).await? else { return Ok(None) };
    let proposal = proposals::store::get(visit.app().db.read(), row.proposal_id).await?;
    let index = match row.secrecy {
        Secrecy::Secret => proof::of_code(&published, code),
        Secrecy::Open if record::is_readable(visit, &proposal, false) => {
            proof::of_number(&published, code)
        }
        Secrecy::Open => None,
    };
    Ok(Some(index.and_then(|index| Proof::of(&published, index))))
}

async fn page<'a>(
    visit: &'a Visit,
    row: &'a vote::Model,
    typed: Option<&str>,
) -> Result<Receipt<'a>> {
    let is_secret = row.secrecy == Secrecy::Secret;
    let mut hers = Vec::new();
    if let Some(member) = visit.member.as_ref().filter(|_| !is_secret) {
        let voters = store::voters_for(visit.app().db.read(), row.id, member.id).await?;
        hers.extend(voters.iter().map(|voter| voter.number));
    }
    let value = match (typed, hers.first()) {
        (Some(typed), _) if !is_secret => typed.to_owned(),
        (None, Some(number)) => number.to_string(),
        _ => String::new(),
    };
    let (label, kind) =
        if is_secret { ("receipt-code", "text") } else { ("receipt-number", "number") };
    let action = format!("/votes/{}/receipt", row.number);
    let form = Form::to(visit, action, "receipt-look")
        .field("code", label, Kind::Line(kind), &value)
        .required();
    let (fresh, said, found) = (None, None, None);
    let (title, number) = (visit.title(&row.title), row.number);
    Ok(Receipt { visit, title, number, is_secret, fresh, hers, said, found, form })
}

/// The key that signs now. It is made with the first head of the log, a moment after the start.
async fn key(visit: &Visit) -> Result<SigningKey> {
    let (app, now) = (visit.app(), visit.now);
    match signet::in_use(app.db.read(), &app.secret).await? {
        Some(key) => Ok(key),
        None => db::write(&app.db, async |tx| signet::current(tx, now, &app.secret).await).await,
    }
}

fn name(visit: &Visit, row: &vote::Model, what: &str) -> String {
    format!("{}-{}-{what}.json", visit.neighbourhood.handle, row.number)
}

fn download(name: String, text: String) -> Response {
    let headers = [
        (header::CONTENT_TYPE, "application/json".to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
        (header::CACHE_CONTROL, "private, no-store".to_owned()),
    ];
    (headers, text).into_response()
}

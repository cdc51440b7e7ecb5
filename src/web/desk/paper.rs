//! The letters with voting codes as a file for paper, for those who keep the roll from the command
//! line; the page of the desk shows the same letters.

use askama::Template;
use fast_qr::{
    convert::{Builder, Shape, svg::SvgBuilder},
    qr::QRBuilder,
};
use url::Url;

use crate::{
    app::App,
    bodies::entity::neighbourhood,
    clock::Instant,
    members::entity::member,
    rules::code::Code,
    web::{
        style,
        words::{Language, Words},
    },
};

/// A letter to one member, in her language.
pub(super) struct Letter {
    pub words: Words,
    pub name: String,
    pub address: Vec<String>,
    pub code: String,
    pub qr: Option<String>,
}

#[derive(Template)]
#[template(path = "desk/paper.html")]
struct Paper<'a> {
    words: Words,
    name: &'a str,
    site: &'a str,
    style: &'a str,
    letters: Vec<Letter>,
    valid_until: Instant,
}

/// All letters as one file of HTML that needs nothing else, one letter per page of A4.
///
/// # Errors
/// A letter can't be written.
pub fn paper(
    app: &App,
    neighbourhood: &neighbourhood::Model,
    issued: &[(member::Model, Code)],
    valid_until: Instant,
) -> Result<String, askama::Error> {
    let settings = &app.settings;
    let (zone, url) = (&settings.neighbourhood.time_zone, &settings.server.public_url);
    let language = Language::read(&neighbourhood.language).unwrap_or(Language::Dutch);
    let words = Words::new(language, zone, app.clock.now());
    let letters = letters(&words, url, issued);
    let (name, site, style) = (&neighbourhood.name, url.as_str(), style::STYLE);
    Paper { words, name, site, style, letters, valid_until }.render()
}

/// The last moment of a day in the neighbourhood's own zone, as `2027-01-31`.
#[must_use]
pub fn last_moment(app: &App, day: &str) -> Option<Instant> {
    let zone = &app.settings.neighbourhood.time_zone;
    Words::new(Language::Dutch, zone, app.clock.now()).read_last_day(day)
}

/// A letter to everybody who was given a code.
pub(super) fn letters(words: &Words, url: &Url, issued: &[(member::Model, Code)]) -> Vec<Letter> {
    issued.iter().map(|(row, code)| letter(words, url, row, code)).collect()
}

fn letter(words: &Words, url: &Url, row: &member::Model, code: &Code) -> Letter {
    let link = url.join(&format!("sign-in/{}", code.plain())).ok();
    let qr = link.and_then(|link| QRBuilder::new(link.as_str()).build().ok());
    let address = row.address.as_deref().unwrap_or_default().split(',');
    Letter {
        words: words.to(Language::read(&row.language).unwrap_or(words.language)),
        name: row.name.clone(),
        address: address.map(|line| line.trim().to_owned()).collect(),
        code: code.printed(),
        qr: qr.map(|qr| SvgBuilder::default().shape(Shape::Square).to_str(&qr)),
    }
}

//! The batches of a vote, and the form to announce one.

use askama::Template;
use axum::{
    extract::Path,
    response::{IntoResponse, Redirect},
};
use serde::Deserialize;

use crate::{
    error::Error,
    ids::BatchId,
    rules::{
        ballot::{Channel, Secrecy},
        batch::Stage,
        permission::Deed,
        record::v2::Change,
        vote,
    },
    votes::{
        self,
        batches::{self, Announcement, entity::batch, store},
        entity,
    },
    web::{
        self, Page,
        form::{self, Faults, Form, Kind, Pick, Sent},
        people::People,
        visit::Visit,
        votes::show,
    },
};

#[derive(Template)]
#[template(path = "votes/batches/list.html")]
struct List<'a> {
    visit: &'a Visit,
    row: &'a entity::vote::Model,
    batches: Vec<batch::Model>,
    changes: Vec<Change>,
    people: People,
    /// Whether a teller bears the name of an option, which the secretary can say more about.
    has_namesake: bool,
    form: Option<Form<'a>>,
}

impl List<'_> {
    fn name(&self, batch: &batch::Model) -> String {
        super::name(self.visit, batch)
    }

    fn corrected(&self, batch: &batch::Model) -> Vec<String> {
        super::correct::told(self.visit, self.row, &self.changes, Some(batch.number))
    }

    fn signed(&self, batch: &batch::Model) -> Option<String> {
        let (first, second) = (batch.first_teller?, batch.second_teller?);
        let names = (self.people.name(&first), self.people.name(&second));
        Some(self.visit.with_two("batch-signed", ("first", names.0), ("second", names.1)))
    }
}

/// What was filled in.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    id: String,
    channel: String,
    announced: String,
}

/// The page.
pub async fn page(visit: Visit, Path(number): Path<String>) -> Page {
    show(&visit, &number, &Typed::default(), &Faults::none()).await
}

/// Announces a batch.
pub async fn act(visit: Visit, Path(number): Path<String>, Sent(typed): Sent<Typed>) -> Page {
    visit.only(Deed::AnnounceBatch)?;
    let (row, now) = (show::find(&visit, &number).await?, visit.now);
    let id = typed.id.parse().map_err(|_| Error::NotFound("batch"))?;
    let mut faults = Faults::none();
    let channel = faults.word(&visit, "channel", &typed.channel);
    let papers = super::papers(&visit, &typed.announced, &mut faults);
    let (Some(channel), Some(papers)) = (channel, papers) else {
        return show(&visit, &number, &typed, &faults).await;
    };
    let new = Announcement { id, vote: row.id, channel, papers };
    match visit.act(async |tx, by| batches::announce(tx, now, by, new).await).await {
        Ok(batch) => {
            let path = format!("/votes/{number}/batches/{}?done=batch-announced", batch.number);
            Ok(Redirect::to(&path).into_response())
        }
        Err(error) => {
            let faults = Faults::or_leave(&visit, error)?;
            show(&visit, &number, &typed, &faults).await
        }
    }
}

async fn show(visit: &Visit, number: &str, typed: &Typed, faults: &Faults) -> Page {
    visit.only(Deed::AnnounceBatch)?;
    let row = show::find(visit, number).await?;
    let batches = store::of_vote(visit.app().db.read(), row.id).await?;
    let tellers = batches.iter().flat_map(|it| [it.first_teller, it.second_teller]).flatten();
    let people = People::of(visit, tellers.collect::<Vec<_>>()).await?;
    let form = announcing(visit, &row, typed, faults);
    let changes = votes::store::changes(visit.app().db.read(), row.id).await?;
    let has_namesake = visit.may(Deed::KeepRoll)
        && matches!(row.stage, vote::Stage::Open | vote::Stage::Closed)
        && !super::namesake::named(visit, &row).await?.is_empty();
    let page = List { visit, row: &row, batches, changes, people, has_namesake, form };
    Ok((form::status(faults.is_empty()), web::render(&page)).into_response())
}

/// The form, while ballots are accepted.
fn announcing<'a>(
    visit: &'a Visit,
    row: &entity::vote::Model,
    typed: &Typed,
    faults: &Faults,
) -> Option<Form<'a>> {
    let opens = (row.opens_at, row.closes_at, row.closed_at);
    vote::accepts_ballots(row.stage, visit.now, opens.0, opens.1, opens.2).ok()?;
    let pick = |channel: Channel| Pick {
        value: channel.word().to_owned(),
        label: visit.with("batch-channel", "channel", channel.word()),
        is_picked: channel.word() == typed.channel,
    };
    let hands = (row.secrecy == Secrecy::Open).then_some(Channel::Hands);
    let channels = [Channel::Paper, Channel::Post].into_iter().chain(hands);
    let id = match typed.id.as_str() {
        "" => BatchId::fresh(visit.now).to_string(),
        id => id.to_owned(),
    };
    let form = Form::to(visit, format!("/votes/{}/batches", row.number), "batch-announce")
        .hidden("id", id)
        .field("channel", "batch-channel-label", Kind::Select(channels.map(pick).collect()), "")
        .field("announced", "batch-announced", Kind::Line("number"), &typed.announced)
        .required()
        .hint("batch-announced-hint");
    Some(form.faulty(faults))
}

//! Leaving the roll, and being forgotten.

use serde::Deserialize;

use super::sign_out;
use crate::{
    elections,
    error::Error,
    members,
    votes::Origin,
    web::{
        Page,
        form::{self, Faults, Form, FormPage, Sent},
        visit::Visit,
    },
};

/// That she is sure.
#[derive(Deserialize)]
pub struct Sure {
    #[serde(default)]
    sure: String,
}

/// What being forgotten means, and the form.
pub async fn page(visit: Visit) -> Page {
    visit.signed_in()?;
    Ok(show(&visit, &Faults::none()).answer())
}

/// Forgets the member who is signed in.
pub async fn act(visit: Visit, Sent(sent): Sent<Sure>) -> Page {
    if sent.sure != "yes" {
        let mut faults = Faults::none();
        faults.at("sure", visit.say("forget-not-sure"));
        return Ok(show(&visit, &faults).answer());
    }
    let (now, today, origin) = (visit.now, visit.today(), Origin::of(visit.app()));
    let done = visit
        .act(async |tx, by| {
            elections::erase(tx, now, today, by, &origin).await?;
            members::forget(tx, now, by, by).await
        })
        .await;
    match done {
        Ok(()) => Ok(sign_out::goodbye(&visit)),
        Err(error @ Error::Refused(_)) => {
            Ok(show(&visit, &Faults::or_leave(&visit, error)?).answer())
        }
        Err(error) => Err(error.into()),
    }
}

fn show<'a>(visit: &'a Visit, faults: &Faults) -> FormPage<'a> {
    let form = Form::to(visit, "/me/forgetting", "forget-button")
        .field("sure", "forget-sure", form::Kind::Tick, "")
        .grave()
        .faulty(faults);
    FormPage::new(visit, visit.say("forget-title"), form)
        .intro(visit.say("forget-what-goes"))
        .intro(visit.say("forget-what-stays"))
        .back("/me", "back-to-me")
}

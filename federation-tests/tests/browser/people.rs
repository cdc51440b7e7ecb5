//! People of the stories at the door, and votes that are laid before them.

use chrono::TimeDelta;
use translokaal::{
    clock::Instant,
    db,
    ids::{MemberId, ProposalId, VoteId},
    members::{self, codes},
    proposals::{self, Draft},
    rules::{
        ballot::{BodyKind, Channel, Secrecy},
        canonical,
        proposal::{Kind, Value},
        vote::Closing,
    },
    server::demo::Neighbour,
    votes::{self, Casting, Paper, Preparation},
};

use super::phone::Phone;

/// The button of the form on a page that has one.
pub const SEND: &str = "main form.form button[type=submit]";

pub fn now(one: &Neighbour) -> Instant {
    one.instance.app.clock.now()
}

/// Somebody of the story.
pub async fn member(one: &Neighbour, name: &str) -> MemberId {
    let name = format!("{name} Voorbeeld");
    members::store::named(one.instance.app.db.read(), &name).await.unwrap()[0].id
}

/// Signs somebody of the story in, with a code of her own.
pub async fn comes_in(phone: &Phone, one: &Neighbour, name: &str) {
    let (app, now, member) = (&one.instance.app, now(one), member(one, name).await);
    let until = now + TimeDelta::days(1);
    let code = db::write(&app.db, async |tx| {
        codes::issue(tx, now, None, &app.secret, member, until).await
    });
    types_code(phone, one, &code.await.unwrap().printed()).await;
}

/// Signs the secretary in: so often that one code alone would be held for guessed.
pub async fn secretary(phone: &Phone, one: &Neighbour) {
    comes_in(phone, one, &one.story.secretary).await;
}

/// The page to sign in was checked before: here it is only passed.
pub async fn types_code(phone: &Phone, one: &Neighbour, code: &str) {
    leaves(phone, one).await;
    phone.goes(&format!("{}sign-in", one.url)).await;
    phone.types("#code", code).await;
    phone.press_unchecked("form[action^='/sign-in'] button[type=submit]").await;
    assert!(phone.has("form[action='/session/end']").await, "not signed in");
}

/// Signs out, if somebody is signed in.
pub async fn leaves(phone: &Phone, one: &Neighbour) {
    phone.goes(&format!("{}help", one.url)).await;
    if phone.has("form[action='/session/end']").await {
        phone.press_unchecked("form[action='/session/end'] button").await;
    }
}

/// The address of the vote with this title.
pub async fn vote_on(one: &Neighbour, title: &str) -> String {
    let all = votes::store::list(one.instance.app.db.read(), 100).await.unwrap();
    let vote = all.iter().find(|vote| vote.title == title);
    format!("{}votes/{}", one.url, vote.unwrap_or_else(|| panic!("no vote on {title}")).number)
}

/// A vote that is open, on a new proposal that everybody could read for weeks; gives its address.
pub async fn asks(one: &Neighbour, title: &str, body: BodyKind, paper: Paper) -> String {
    let (app, now) = (&one.instance.app, now(one));
    let (opened_at, today) = (now - TimeDelta::days(20), app.settings.neighbourhood.day(now));
    let by = member(one, &one.story.secretary).await;
    let mut supporters = Vec::new();
    for name in one.story.people.iter().filter(|name| **name != one.story.secretary).take(8) {
        supporters.push(member(one, name).await);
    }
    let draft = Draft {
        id: ProposalId::fresh(opened_at),
        kind: Kind::Proposal,
        title: title.to_owned(),
        summary: "Wij vragen de buurt wat zij hiervan vindt, en leggen het daarna voor.".to_owned(),
        text: "Meer staat er niet bij.".to_owned(),
        served: vec![Value::Cooperation],
        addressee: String::new(),
        language: "nl".to_owned(),
    };
    let done = db::write(&app.db, async |tx| {
        let proposal = proposals::draft(tx, opened_at, by, draft).await?.id;
        proposals::open(tx, opened_at, by, proposal).await?;
        for supporter in supporters {
            proposals::support(tx, opened_at, supporter, proposal).await?;
        }
        let (id, closing) = (VoteId::fresh(now), Closing::ByHand);
        let (opens_at, closes_at) = (now, now + TimeDelta::days(7));
        let new = Preparation { id, proposal, body, closing, opens_at, closes_at, paper };
        votes::prepare(tx, now, by, new).await?;
        votes::open(tx, now, today, Some(by), id).await
    });
    done.await.unwrap();
    vote_on(one, title).await
}

/// Casts ballots of an open vote or a secret one, each with the same mark.
pub async fn cast(one: &Neighbour, address: &str, names: &[&str], mark: &str) {
    let app = &one.instance.app;
    let number = address.rsplit('/').next().unwrap().parse().unwrap();
    let vote = votes::store::find_by_number(app.db.read(), number).await.unwrap().unwrap();
    for name in names {
        let (now, member) = (now(one), member(one, name).await);
        let hers = votes::store::voters_for(app.db.read(), vote.id, member).await.unwrap();
        let receipt = match vote.secrecy {
            Secrecy::Open => String::new(),
            Secrecy::Secret => canonical::hash_text(name),
        };
        let (voter, mark, channel) = (hers[0].id, mark.parse().unwrap(), Channel::Web);
        let new = Casting { vote: vote.id, voter, mark, channel, receipt, helped: false };
        db::write(&app.db, async |tx| votes::cast(tx, now, member, new).await).await.unwrap();
    }
}

/// The secretary closes a vote, once without a reason.
pub async fn closes(phone: &Phone, one: &Neighbour, vote: &str) {
    secretary(phone, one).await;
    phone.reads(&format!("{vote}/closing")).await;
    phone.is_refused(SEND, "reason").await;
    phone.types("#reason", "Iedereen die wilde heeft gestemd.").await;
    phone.press(SEND).await;
}

/// Reads a result in both languages with everything unfolded, and in the dark.
pub async fn reads_result(phone: &Phone, vote: &str) {
    phone.reads(vote).await;
    assert!(phone.has("#outcome").await, "no outcome at {vote}");
    phone.unfold().await;
    phone.darken(true).await;
    phone.unfold().await;
    phone.darken(false).await;
}

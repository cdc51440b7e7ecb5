//! The council: a round of consent, a second reading, and what a secretary does with a vote that is
//! under way.

use chrono::TimeDelta;
use translokaal::{
    db, members,
    rules::{
        ballot::{BodyKind, Secrecy},
        member::Entry,
        tally::{approval, method::Rules},
    },
    server::demo::Neighbour,
    votes::{self, Paper},
};

use super::{
    kinds::options,
    people::{
        SEND, asks, cast, closes, comes_in, leaves, member, now, reads_result, secretary,
        types_code, vote_on,
    },
    phone::Phone,
};

/// The council member objects, is heard, and takes the objection back.
pub async fn consent(phone: &Phone, one: &Neighbour) {
    let vote = vote_on(one, "De buurtkamer een jaar op proef").await;
    types_code(phone, one, &one.codes.council).await;
    phone.reads(&vote).await;
    phone.enter("button[value=cast]").await;
    assert!(phone.has("form .faults[role=alert]").await, "no answer is told");
    phone.space("input[name=answer][value=objection]").await;
    phone.space("input[name=helped]").await;
    phone.enter("button[value=cast]").await;
    assert!(phone.has("form .faults[role=alert]").await, "an objection says why");
    assert!(phone.has("input[name=answer][value=objection]:checked").await);
    assert!(phone.has("input[name=helped]:checked").await, "that she was helped is kept");
    let argument = "In het lokaal is geen wc voor mensen in een rolstoel.";
    phone.types("textarea[name=argument]", argument).await;
    phone.enter("button[value=cast]").await;
    assert!(phone.has("p.done[role=status]").await, "the objection was not kept");
    phone.reads(&vote).await;
    closes(phone, one, &vote).await;
    phone.reads(&vote).await;
    assert!(phone.text("main").await.contains(argument));
    phone.reads(&format!("{vote}/round")).await;
    phone.is_refused(SEND, "reason").await;
    comes_in(phone, one, "Ingrid").await;
    phone.reads(&vote).await;
    phone.press("form[action$='/objection'] button").await;
    types_code(phone, one, &one.codes.council).await;
    phone.reads(&vote).await;
    phone.press("form[action$='/objection'] button.button:not(.second)").await;
    leaves(phone, one).await;
    reads_result(phone, &vote).await;
}

/// A tie comes back once; the second vote is called off.
pub async fn read_again(phone: &Phone, one: &Neighbour) {
    let vote =
        asks(one, "Een zitbank voor de bibliotheek", BodyKind::Council, Paper::default()).await;
    run(phone, one, &vote).await;
    cast(one, &vote, &["Ilse", "Corrie", "Gerda", "Willem"], "for").await;
    cast(one, &vote, &["Tarik", "Bram", "Emine", "Jos"], "against").await;
    closes(phone, one, &vote).await;
    reads_result(phone, &vote).await;
    phone.press("main a[href^='/proposals/']").await;
    let proposal = phone.address().await;
    phone.reads(&proposal).await;
    phone.reads(&format!("{proposal}/vote")).await;
    phone.sets("#opens_at", "").await;
    phone.is_refused(SEND, "opens_at").await;
    let day = |days| (now(one) + TimeDelta::days(days)).format("%Y-%m-%dT12:00").to_string();
    phone.sets("#opens_at", &day(2)).await;
    phone.sets("#closes_at", &day(9)).await;
    phone.press(SEND).await;
    let second = phone.address().await.split('?').next().unwrap().to_owned();
    phone.reads(&second).await;
    phone.reads(&format!("{second}/cancellation")).await;
    phone.is_refused(SEND, "reason").await;
    phone.types("#reason", "De bank is er al.").await;
    phone.press(SEND).await;
    phone.reads(&second).await;
}

/// Most of those who took part dispute an outcome, and a new vote is announced in its place.
pub async fn dispute(phone: &Phone, one: &Neighbour) {
    let title = "Een fietsenrek bij de halte";
    let vote = asks(one, title, BodyKind::Council, Paper::default()).await;
    cast(one, &vote, &["Ilse", "Corrie", "Gerda", "Willem", "Bram"], "for").await;
    cast(one, &vote, &["Tarik", "Emine", "Jos"], "against").await;
    closes(phone, one, &vote).await;
    comes_in(phone, one, "Tarik").await;
    phone.reads(&vote).await;
    phone.press("form[action$='/dispute'] button").await;
    assert!(phone.has("p.done[role=status]").await, "that she disputes it was not kept");
    phone.reads(&vote).await;
    let (app, now) = (&one.instance.app, now(one));
    let number = vote.rsplit('/').next().unwrap().parse().unwrap();
    let id = votes::store::find_by_number(app.db.read(), number).await.unwrap().unwrap().id;
    for name in ["Emine", "Jos", "Ilse", "Corrie"] {
        let by = member(one, name).await;
        db::write(&app.db, async |tx| votes::ask_anew(tx, now, by, id).await).await.unwrap();
    }
    secretary(phone, one).await;
    phone.reads(&vote).await;
    phone.press("#dispute a.button").await;
    let prepare = phone.address().await;
    phone.reads(&prepare).await;
    phone.press(SEND).await;
    let new = phone.address().await.split('?').next().unwrap().to_owned();
    assert_ne!(new, prepare, "the new vote was not announced");
    leaves(phone, one).await;
    phone.reads(&new).await;
    reads_result(phone, &vote).await;
}

/// Absent, put off, added, left out: each once wrong and once right.
async fn run(phone: &Phone, one: &Neighbour, vote: &str) {
    secretary(phone, one).await;
    phone.reads(vote).await;
    phone.reads(&format!("{vote}/absences")).await;
    phone.press("button[name=absent][value=yes]").await;
    phone.reads(&format!("{vote}/absences")).await;
    phone.press("button[name=absent][value=no]").await;
    phone.reads(&format!("{vote}/recusal")).await;
    phone.is_refused(SEND, "reason").await;
    phone.last("#seat").await;
    phone.types("#reason", "De winkel verkoopt zelf banken.").await;
    phone.press(SEND).await;
    phone.reads(&format!("{vote}/extension")).await;
    phone.is_refused(SEND, "").await;
    let later = (now(one) + TimeDelta::days(12)).format("%Y-%m-%dT12:00").to_string();
    phone.sets("#closes_at", &later).await;
    phone.types("#reason", "Het was vakantie.").await;
    phone.press(SEND).await;
    phone.reads(&format!("{vote}/voters")).await;
    phone.is_refused(SEND, "").await;
}

/// Somebody who was left out is put on the roll of a vote of all residents.
pub async fn add(phone: &Phone, one: &Neighbour, vote: &str) {
    let (app, now) = (&one.instance.app, now(one));
    let entry = Entry {
        name: "Zus Voorbeeld".to_owned(),
        language: "nl".to_owned(),
        born_in: Some(1980),
        sector: Some("residents".to_owned()),
        ..Entry::default()
    };
    let sectors = ["residents".to_owned()];
    let added = db::write(&app.db, async |tx| members::add(tx, now, None, entry, &sectors).await);
    added.await.unwrap();
    secretary(phone, one).await;
    phone.reads(&format!("{vote}/voters")).await;
    phone.types("#who", "Niemand").await;
    phone.types("#reason", "De lijst was niet bij.").await;
    phone.is_refused(SEND, "who").await;
    assert_eq!(phone.typed("#reason").await, "De lijst was niet bij.");
    phone.types("#who", "Zus Voorbeeld").await;
    phone.press(SEND).await;
    phone.reads(vote).await;
}

/// So few may vote in secret that it is said beforehand, and the numbers are told to nobody.
pub async fn be_few(phone: &Phone, one: &Neighbour) {
    let paper = Paper {
        secrecy: Secrecy::Secret,
        rules: Some(Rules::Approval(approval::Rules { seats: 1, fill: false })),
        options: options(&[("De bibliotheek", None), ("Het buurthuis", None)]),
        ..Paper::default()
    };
    let vote = asks(one, "Een nieuwe plek voor het archief", BodyKind::Council, paper).await;
    types_code(phone, one, &one.codes.council).await;
    phone.reads(&vote).await;
    assert!(phone.has("main p.why").await, "few voters are not warned");
    phone.space("input[name=approve][value='1']").await;
    phone.enter("button[value=cast]").await;
    phone.enter("form[action$='/ballot'] button[type=submit]").await;
    for seat in ["Corrie", "Tarik", "Gerda", "Willem", "Bram", "Emine", "Jos", "Roos"] {
        cast(one, &vote, &[seat], "approve:1").await;
    }
    closes(phone, one, &vote).await;
    leaves(phone, one).await;
    phone.reads(&vote).await;
    phone.reads(&format!("{vote}/receipt")).await;
    phone.reads(&format!("{}secrecy", one.url)).await;
}

//! Papers and results of the ways to choose that the stories have no running vote of.

use translokaal::{
    rules::{
        ballot::{BodyKind, Secrecy},
        tally::{
            greedy::{self, Misfit},
            method::{Opt, Rules},
            stv_meek,
        },
    },
    server::demo::Neighbour,
    votes::Paper,
};

use super::{
    people::{asks, cast, closes, leaves, reads_result, types_code, vote_on},
    phone::Phone,
};

/// Options by their places.
pub fn options(titles: &[(&str, Option<u64>)]) -> Vec<Opt> {
    let option = |(key, (title, cost)): (usize, &(&str, Option<u64>))| Opt {
        key: key.to_string(),
        title: (*title).to_owned(),
        cost: *cost,
    };
    (1..).zip(titles).map(option).collect()
}

/// Money by most votes.
pub async fn spend(phone: &Phone, one: &Neighbour) {
    let plans = [
        ("Een muur om op te schilderen", Some(120_000)),
        ("Een voetbaltoernooi voor alle straten van de wijk, met bekers", Some(90_000)),
        ("Boeken voor de minibieb", Some(25_000)),
    ];
    let paper = Paper {
        rules: Some(Rules::Greedy(greedy::Rules { misfit: Misfit::PassOver })),
        budget: Some(150_000),
        options: options(&plans),
        ..Paper::default()
    };
    let vote =
        asks(one, "Waar gaat het geld van de zomer naartoe?", BodyKind::Assembly, paper).await;
    types_code(phone, one, &one.codes.resident).await;
    phone.reads(&vote).await;
    for key in ["1", "2", "3"] {
        phone.space(&format!("input[name=approve][value='{key}']")).await;
    }
    phone.enter("button[value=calculate]").await;
    assert!(phone.text("#sheet-sum").await.contains('€'), "nothing was reckoned");
    phone.enter("button[value=cast]").await;
    phone.reads(&vote).await;
    cast(one, &vote, &["Kwame", "Ingrid", "Lucia"], "approve:2,3").await;
    cast(one, &vote, &["Marlon", "Priya"], "approve:1").await;
    closes(phone, one, &vote).await;
    leaves(phone, one).await;
    reads_result(phone, &vote).await;
}

/// Seats by Meek's way to transfer votes.
pub async fn order(phone: &Phone, one: &Neighbour) {
    let names = ["Lucia", "Marlon", "Yara", "Henk"].map(|name| (name, None));
    let paper = Paper {
        secrecy: Secrecy::Secret,
        rules: Some(Rules::StvMeek(stv_meek::Rules { seats: 2, withdrawn: Vec::new() })),
        options: options(&names),
        ..Paper::default()
    };
    let vote = asks(one, "Wie leert de nieuwe buren de weg?", BodyKind::Assembly, paper).await;
    types_code(phone, one, &one.codes.resident).await;
    phone.reads(&vote).await;
    phone.down("select[name=rank-1]").await;
    phone.enter("button[value=cast]").await;
    phone.enter("form[action$='/ballot'] button[type=submit]").await;
    for (name, mark) in [
        ("Kwame", "rank:1>2"),
        ("Ingrid", "rank:1>3"),
        ("Jermaine", "rank:2>4"),
        ("Shanti", "rank:4>3"),
        ("Priya", "rank:3>4>1"),
        ("Desmond", "rank:1>4"),
    ] {
        cast(one, &vote, &[name], mark).await;
    }
    closes(phone, one, &vote).await;
    leaves(phone, one).await;
    reads_result(phone, &vote).await;
}

/// One person out of some; the secretary ends the vote.
pub async fn choose(phone: &Phone, one: &Neighbour) {
    let vote = vote_on(one, "Wie zit de groencommissie voor?").await;
    types_code(phone, one, &one.codes.resident).await;
    phone.reads(&vote).await;
    phone.enter("button[value=cast]").await;
    assert!(phone.has("form .faults[role=alert]").await, "an empty paper is told");
    phone.space("input[name=approve][value='2']").await;
    phone.enter("button[value=cast]").await;
    phone.enter("form[action$='/ballot'] button[type=submit]").await;
    closes(phone, one, &vote).await;
    leaves(phone, one).await;
    reads_result(phone, &vote).await;
}

//! Two tellers: what comes in on paper, by mail and by hands, and the record that they sign.

use translokaal::server::demo::Neighbour;

use super::{
    people::{SEND, closes, leaves, secretary, types_code, vote_on},
    phone::Phone,
};

pub async fn count(phone: &Phone, one: &Neighbour) {
    let vote = vote_on(one, "Het stadsdeel aan tafel").await;
    disagree(phone, one, &vote).await;
    count_hands(phone, one, &vote).await;
    lose_the_mail(phone, one, &vote).await;
    count_in_secret(phone, one).await;
    closes(phone, one, &vote).await;
    phone.reads(&vote).await;
    assert!(phone.has("#outcome").await, "no outcome");
    sign(phone, one, &vote).await;
}

async fn teller(phone: &Phone, one: &Neighbour, which: usize) {
    types_code(phone, one, &one.codes.tellers[which]).await;
}

/// Announces a batch; gives its address.
async fn announce(phone: &Phone, vote: &str, channel: &str, papers: &str) -> String {
    phone.goes(&format!("{vote}/batches")).await;
    phone.sets("#channel", channel).await;
    phone.types("#announced", papers).await;
    phone.press(SEND).await;
    phone.address().await.split('?').next().unwrap().to_owned()
}

async fn types(phone: &Phone, batch: &str, fields: &[(&str, &str)]) {
    phone.goes(batch).await;
    for (field, text) in fields {
        phone.types(field, text).await;
    }
    phone.press(SEND).await;
}

/// One teller makes a mistake, and both see where.
async fn disagree(phone: &Phone, one: &Neighbour, vote: &str) {
    teller(phone, one, 0).await;
    phone.visit(vote).await;
    phone.press("main a[href$='/batches']").await;
    phone.reads(&format!("{vote}/batches")).await;
    phone.is_refused(SEND, "announced").await;
    let batch = announce(phone, vote, "paper", "3").await;
    phone.reads(&batch).await;
    phone.types("#lines", "99 voor\n4 misschien").await;
    phone.types("#aside", "x").await;
    phone.is_refused(SEND, "lines").await;
    assert!(phone.typed("#lines").await.contains("4 misschien"));
    let hers = [("#lines", "4 voor\n6 tegen\n8 blanco"), ("#aside", ""), ("#helped", "1")];
    types(phone, &batch, &hers).await;
    assert!(phone.has("p.note").await, "she isn't told that another one types it");

    teller(phone, one, 1).await;
    let his = [("#lines", "4 voor\n6 voor\n8 blanco"), ("#helped", "1")];
    types(phone, &batch, &his).await;
    assert!(phone.text("main").await.contains("Nummer 6. U: Voor. De ander: Tegen."));
    phone.reads(&batch).await;
    types(phone, &batch, &[("#lines", "4 voor\n6 tegen\n8 blanco")]).await;
    assert!(phone.has("main .tag.good").await, "the batch was not taken in");
    phone.reads(&batch).await;
    for printed in ["roll", "papers", "papers?n=2"] {
        phone.reads(&format!("{vote}/{printed}")).await;
    }
}

async fn count_hands(phone: &Phone, one: &Neighbour, vote: &str) {
    let batch = announce(phone, vote, "hands", "2").await;
    phone.reads(&batch).await;
    let hands = [("#lines", "voor: 11\ntegen: 12")];
    types(phone, &batch, &hands).await;
    teller(phone, one, 0).await;
    types(phone, &batch, &hands).await;
    assert!(phone.has("main .tag.good").await, "the hands were not taken in");
}

/// The envelopes are gone: the secretary lets them go, with a reason.
async fn lose_the_mail(phone: &Phone, one: &Neighbour, vote: &str) {
    let batch = announce(phone, vote, "post", "1").await;
    secretary(phone, one).await;
    phone.reads(&batch).await;
    phone.reads(&format!("{batch}/discarding")).await;
    phone.is_refused(SEND, "reason").await;
    phone.types("#reason", "De envelop is zoekgeraakt.").await;
    phone.press(SEND).await;
    phone.reads(&format!("{vote}/batches")).await;
    assert!(phone.has("main .tag.bad").await);
}

/// Numbers and papers apart, with positions.
async fn count_in_secret(phone: &Phone, one: &Neighbour) {
    let vote = vote_on(one, "Wie zit er in de werkgroep plein?").await;
    teller(phone, one, 0).await;
    phone.reads(&format!("{vote}/batches")).await;
    let batch = announce(phone, &vote, "paper", "5").await;
    phone.reads(&batch).await;
    phone.types("#lines", "16-20").await;
    phone.types("#papers", "A,B\n9").await;
    phone.is_refused(SEND, "papers").await;
    let papers = "3 x C,A\nB\nblanco";
    types(phone, &batch, &[("#lines", "16-20"), ("#papers", papers)]).await;
    teller(phone, one, 1).await;
    types(phone, &batch, &[("#lines", "20 19 16-18"), ("#papers", papers)]).await;
    assert!(phone.has("main .tag.good").await, "the papers were not taken in");
    phone.reads(&format!("{vote}/papers?n=1")).await;
}

/// A teller makes a key and signs the record.
async fn sign(phone: &Phone, one: &Neighbour, vote: &str) {
    teller(phone, one, 0).await;
    phone.reads(&format!("{}me/signing-key", one.url)).await;
    phone.press("form[action='/me/signing-key'] button[type=submit]").await;
    let code = phone.text("p.code code").await;
    phone.reads(&format!("{}me/signing-key", one.url)).await;
    phone.reads(&format!("{vote}/signature")).await;
    phone.is_refused(SEND, "").await;
    phone.types("#code", "ABCD-EFGH").await;
    phone.is_refused(SEND, "code").await;
    phone.types("#code", &code).await;
    phone.press(SEND).await;
    phone.reads(vote).await;
    leaves(phone, one).await;
}

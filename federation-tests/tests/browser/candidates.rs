//! Elections: standing, asking somebody, voting, seats, and who follows; a drawing of lots.

use chrono::TimeDelta;
use federation_tests::eventually;
use translokaal::{
    db, elections,
    rules::candidacy::{Stage, Way},
    server::demo::Neighbour,
    votes::{self, Origin},
};

use super::{
    people::{SEND, comes_in, leaves, secretary, types_code},
    phone::Phone,
};

const STATEMENT: &str = "Ik woon naast het plein en ken iedereen die er **werkt** of speelt.";

/// The address of the first election at this stage.
async fn election(one: &Neighbour, stage: Stage) -> String {
    let all = elections::store::list(one.instance.app.db.read(), 20).await.unwrap();
    let row = all.iter().find(|it| it.stage == stage).unwrap();
    format!("{}elections/{}", one.url, row.number)
}

pub async fn stand(phone: &Phone, one: &Neighbour) {
    leaves(phone, one).await;
    phone.reads(&format!("{}elections", one.url)).await;
    let it = election(one, Stage::Nominating).await;
    phone.reads(&it).await;
    is_asked(phone, one, &it).await;
    asks_another(phone, one, &it).await;
    calls_one_and_calls_it_off(phone, one).await;
}

/// The resident was asked: she says who she is, and thinks better of it.
async fn is_asked(phone: &Phone, one: &Neighbour, it: &str) {
    types_code(phone, one, &one.codes.resident).await;
    phone.reads(&format!("{}me", one.url)).await;
    phone.reads(it).await;
    phone.press("main a[href$='/candidacy']").await;
    phone.reads(&format!("{it}/candidacy")).await;
    phone.types("#statement", "Ja").await;
    phone.is_refused(SEND, "statement").await;
    assert_eq!(phone.typed("#statement").await, "Ja");
    phone.types("#statement", STATEMENT).await;
    phone.press(SEND).await;
    assert!(phone.text("main").await.contains("naast het plein"));
    phone.reads(&format!("{it}/withdrawal")).await;
    phone.press(SEND).await;
    assert!(!phone.text("main").await.contains("naast het plein"));
}

async fn asks_another(phone: &Phone, one: &Neighbour, it: &str) {
    phone.reads(&format!("{it}/nomination")).await;
    phone.is_refused(SEND, "name").await;
    phone.types("#name", "Dirk Voorbeeld").await;
    phone.press(SEND).await;
    comes_in(phone, one, "Dirk").await;
    phone.visit(&format!("{}me", one.url)).await;
    phone.reads(&format!("{it}/withdrawal")).await;
    phone.press(SEND).await;
}

async fn calls_one_and_calls_it_off(phone: &Phone, one: &Neighbour) {
    secretary(phone, one).await;
    phone.visit(&format!("{}desk/seats", one.url)).await;
    phone.reads(&format!("{}desk/elections", one.url)).await;
    phone.is_refused(SEND, "sectors").await;
    phone.space("input[name=sectors][value=government]").await;
    phone.types("#seats", "1").await;
    phone.press(SEND).await;
    let it = phone.address().await.split('?').next().unwrap().to_owned();
    phone.reads(&format!("{it}/cancellation")).await;
    phone.is_refused(SEND, "reason").await;
    phone.types("#reason", "Het stadsdeel wijst zelf iemand aan.").await;
    phone.press(SEND).await;
    phone.reads(&it).await;
}

/// Somebody who was elected leaves, and the same papers say who follows.
pub async fn follow(phone: &Phone, one: &Neighbour) {
    let it = election(one, Stage::Seated).await;
    leaves(phone, one).await;
    phone.reads(&it).await;
    let reader = one.instance.app.db.read();
    let all = elections::store::list(reader, 20).await.unwrap();
    let row = all.iter().find(|row| it.ends_with(&format!("/{}", row.number))).unwrap();
    let standing = elections::store::candidacies(reader, row.id).await.unwrap();
    let seat = standing.iter().find_map(|candidacy| candidacy.seat_id).unwrap();
    secretary(phone, one).await;
    phone.reads(&format!("{}desk/seats/{seat}", one.url)).await;
    let vacate = "form[action$='/vacancy'] button[type=submit]";
    phone.is_refused(vacate, "").await;
    phone.types("form[action$='/vacancy'] [name=reason]", "Verhuisd naar een andere stad.").await;
    phone.press(vacate).await;
    phone.reads(&it).await;
    phone.press("form[action$='/seats'] button").await;
    leaves(phone, one).await;
    phone.reads(&it).await;
    phone.reads(&format!("{}council", one.url)).await;
}

/// A resident orders the candidates; the vote ends, and the seat is given.
pub async fn elect(phone: &Phone, one: &Neighbour) {
    let it = election(one, Stage::Voting).await;
    types_code(phone, one, &one.codes.resident).await;
    phone.reads(&it).await;
    phone.press("main a[href^='/votes/']").await;
    let vote = phone.address().await;
    phone.reads(&vote).await;
    phone.enter("button[value=cast]").await;
    assert!(phone.has("form .faults[role=alert]").await, "an empty paper is told");
    phone.down("fieldset.sheet p.line:nth-of-type(3) select").await;
    phone.enter("button[value=cast]").await;
    phone.enter("form[action$='/ballot'] button[type=submit]").await;
    assert!(phone.has("p.code code").await, "no receipt");
    phone.reads(&vote).await;

    let app = &one.instance.app;
    let all = elections::store::list(app.db.read(), 20).await.unwrap();
    let row = all.iter().find(|row| row.stage == Stage::Voting).unwrap();
    let id = row.vote_id.unwrap();
    let end = votes::store::get(app.db.read(), id).await.unwrap().closes_at;
    let (late, origin) = (end + TimeDelta::minutes(1), Origin::of(app));
    db::write(&app.db, async |tx| votes::close_due(tx, late, id, &origin).await).await.unwrap();
    leaves(phone, one).await;
    let given = eventually("a seat for somebody", async || {
        phone.goes(&it).await;
        Ok(phone.has("span.tag.good").await.then_some(()))
    });
    given.await.unwrap();
    phone.reads(&it).await;
    super::people::reads_result(phone, &vote).await;
}

/// A seat that the lot gave, and what anybody can do again.
pub async fn was_drawn(phone: &Phone, one: &Neighbour) {
    let all = elections::store::list(one.instance.app.db.read(), 20).await.unwrap();
    let row = all.iter().find(|row| row.way == Way::Lot).unwrap();
    comes_in(phone, one, "Omar").await;
    phone.reads(&format!("{}elections/{}", one.url, row.number)).await;
    secretary(phone, one).await;
    phone.goes(&format!("{}desk/elections?sector=residents", one.url)).await;
    leaves(phone, one).await;
}

//! Who votes for another one: by proxy, and by being spoken for; and a tie that the chair decides.

use chrono::TimeDelta;
use translokaal::server::demo::Neighbour;

use super::{
    people::{SEND, closes, comes_in, leaves, now, secretary, types_code},
    phone::Phone,
};

pub async fn vote_for_each_other(phone: &Phone, one: &Neighbour) {
    changes_the_charter(phone, one).await;
    let vote = announces(phone, one).await;
    gives_a_proxy(phone, one, &vote).await;
    writes_one_down(phone, one, &vote).await;
    is_spoken_for(phone, one, &vote).await;
    votes_for_her_and_she_votes_herself(phone, one, &vote).await;
    ties(phone, one, &vote).await;
}

/// Others may be spoken for, ties go to the chair or come back once, and groups are small.
async fn changes_the_charter(phone: &Phone, one: &Neighbour) {
    secretary(phone, one).await;
    phone.reads(&format!("{}desk/charter", one.url)).await;
    for (field, value) in [
        ("#delegations_most", "2"),
        ("#smallest_group", "20"),
        ("#assembly_tie", "chair"),
        ("#council_tie", "postpone_once"),
    ] {
        phone.sets(field, value).await;
    }
    phone.is_refused(SEND, "reason").await;
    assert_eq!(phone.typed("#delegations_most").await, "2");
    phone.types("#reason", "Besloten in de wijkraad van deze week.").await;
    phone.press(SEND).await;
    phone.reads(&format!("{}council", one.url)).await;
}

/// The secretary announces a vote for tomorrow; gives its address.
async fn announces(phone: &Phone, one: &Neighbour) -> String {
    phone.goes(&format!("{}proposals?stage=supported", one.url)).await;
    phone.press_unchecked("main li.card h3 a").await;
    let proposal = phone.address().await;
    phone.reads(&format!("{proposal}/vote")).await;
    let day = |days| (now(one) + TimeDelta::days(days)).format("%Y-%m-%dT12:00").to_string();
    phone.sets("#opens_at", "").await;
    phone.sets("#closes_at", &day(9)).await;
    phone.is_refused(SEND, "opens_at").await;
    phone.sets("#opens_at", &day(2)).await;
    phone.space("input[name=body][value=assembly]").await;
    phone.space("input[name=closing][value=by_hand]").await;
    phone.press(SEND).await;
    phone.address().await.split('?').next().unwrap().to_owned()
}

async fn gives_a_proxy(phone: &Phone, one: &Neighbour, vote: &str) {
    types_code(phone, one, &one.codes.resident).await;
    phone.reads(vote).await;
    phone.press("main a[href$='/proxy']").await;
    phone.reads(&format!("{vote}/proxy")).await;
    phone.types("#holder", "Gerda V").await;
    phone.is_refused(SEND, "holder").await;
    assert_eq!(phone.typed("#holder").await, "Gerda V");
    phone.types("#holder", "Gerda Voorbeeld").await;
    phone.press(SEND).await;
    phone.reads(&format!("{vote}/proxy")).await;
    phone.press("form[action$='/proxy/end'] button").await;
    phone.types("#holder", "Gerda Voorbeeld").await;
    phone.press(SEND).await;
    phone.reads(&format!("{}me", one.url)).await;
}

async fn writes_one_down(phone: &Phone, one: &Neighbour, vote: &str) {
    secretary(phone, one).await;
    phone.reads(&format!("{vote}/proxies")).await;
    phone.types("#giver", "Niemand").await;
    phone.types("#holder", "Pim Voorbeeld").await;
    phone.is_refused(SEND, "giver").await;
    assert_eq!(phone.typed("#holder").await, "Pim Voorbeeld");
    phone.types("#giver", "Yassine Voorbeeld").await;
    phone.press(SEND).await;
    phone.reads(&format!("{vote}/proxies")).await;
    phone.visit(vote).await;
    phone.press("form[action$='/opening'] button").await;
    phone.reads(&format!("{vote}/proxies")).await;
}

async fn is_spoken_for(phone: &Phone, one: &Neighbour, vote: &str) {
    comes_in(phone, one, "Tarik").await;
    phone.visit(vote).await;
    phone.press("main a[href$='/delegation']").await;
    phone.reads(&format!("{vote}/delegation")).await;
    phone.types("#delegate", "Ger").await;
    phone.is_refused(SEND, "delegate").await;
    assert_eq!(phone.typed("#delegate").await, "Ger");
    phone.types("#delegate", "Gerda Voorbeeld").await;
    phone.press(SEND).await;
    phone.reads(&format!("{vote}/delegation")).await;
    phone.reads(vote).await;
    phone.visit(&format!("{}me", one.url)).await;
}

async fn presses(phone: &Phone, vote: &str, channel: &str, choice: &str) {
    phone.goes(vote).await;
    let form = format!("form:has(input[name=channel][value={channel}])");
    phone.press(&format!("{form} button[name=choice][value={choice}]")).await;
    assert!(phone.has(".done[role=status]").await, "{choice} by {channel} was not kept");
}

async fn votes_for_her_and_she_votes_herself(phone: &Phone, one: &Neighbour, vote: &str) {
    comes_in(phone, one, "Gerda").await;
    phone.reads(vote).await;
    presses(phone, vote, "proxy", "for").await;
    presses(phone, vote, "web", "for").await;
    types_code(phone, one, &one.codes.resident).await;
    phone.reads(vote).await;
    presses(phone, vote, "web", "against").await;
    comes_in(phone, one, "Gerda").await;
    phone.reads(vote).await;
    comes_in(phone, one, "Tarik").await;
    phone.reads(vote).await;
    types_code(phone, one, &one.codes.council).await;
    presses(phone, vote, "web", "against").await;
}

/// Two for, of which one is spoken for, and two against.
async fn ties(phone: &Phone, one: &Neighbour, vote: &str) {
    closes(phone, one, vote).await;
    phone.reads(vote).await;
    assert!(phone.has("#waiting-title").await, "it doesn't wait for the chair");
    comes_in(phone, one, &one.story.chair).await;
    phone.visit(vote).await;
    phone.press("main a[href$='/tie']").await;
    phone.reads(&format!("{vote}/tie")).await;
    phone.types("#reason", "De studenten wachten al lang.").await;
    phone.is_refused(SEND, "choice").await;
    assert!(phone.typed("#reason").await.contains("studenten"));
    phone.space("input[name=choice][value=for]").await;
    phone.press(SEND).await;
    leaves(phone, one).await;
    super::people::reads_result(phone, vote).await;
}

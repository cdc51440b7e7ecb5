//! Ballot papers and results of every kind, by keyboard, in both languages, in the light and in the
//! dark.

use std::collections::BTreeSet;

use translokaal::server::demo::Neighbour;

use super::{phone::Phone, signs_in, signs_out};

/// A resident of each neighbourhood fills in whatever paper lies before her.
pub async fn fills_in_every_paper(phone: &Phone, town: &[Neighbour]) {
    let mut kinds = BTreeSet::new();
    for one in town {
        signs_in(phone, &one.url, &one.codes.resident).await;
        phone.visit(&format!("{}votes", one.url)).await;
        for vote in phone.links("main li.card.now h3 a").await {
            phone.visit(&vote).await;
            if !phone.has("form[action$='/paper']").await {
                continue;
            }
            assert!(phone.has("main a[href^='/methods/']").await, "no explanation at {vote}");
            phone.enter("button[value=cast]").await;
            assert!(phone.has("form .faults[role=alert]").await, "an empty paper is told");
            kinds.insert(if phone.has("input[type=radio][name=approve]").await {
                picks(phone).await
            } else if phone.has("select[name^=rank-]").await {
                ranks(phone).await
            } else if phone.has("button[value=calculate]").await {
                reckons(phone).await
            } else {
                ticks(phone).await
            });
        }
        phone.visit(&format!("{}me", one.url)).await;
        signs_out(phone).await;
    }
    assert_eq!(kinds, BTreeSet::from(["money", "one", "ranking", "ticks"]));
}

async fn ticks(phone: &Phone) -> &'static str {
    for key in ["1", "3"] {
        phone.space(&format!("input[name=approve][value='{key}']")).await;
    }
    phone.enter("button[value=cast]").await;
    assert!(phone.has("p.done[role=status]").await, "the ticks were not kept");
    assert!(phone.has("input[name=approve][value='3']:checked").await);
    "ticks"
}

/// Picks one person in secret, looks it over, and changes nothing.
async fn picks(phone: &Phone) -> &'static str {
    phone.space("input[name=approve][value='1']").await;
    phone.enter("button[value=cast]").await;
    assert!(phone.has("form[action$='/ballot']").await, "it isn't shown before it is kept");
    phone.enter("form[action$='/ballot'] button[type=submit]").await;
    assert!(phone.has("p.code code").await, "no receipt");
    "one"
}

async fn reckons(phone: &Phone) -> &'static str {
    for key in ["1", "2"] {
        phone.space(&format!("input[name=approve][value='{key}']")).await;
    }
    phone.enter("button[value=calculate]").await;
    assert!(phone.text("#sheet-sum").await.contains('€'), "nothing was reckoned");
    phone.enter("button[value=cast]").await;
    assert!(phone.has("p.done[role=status]").await, "the paper was not kept");
    "money"
}

/// Gives one position twice, is told so, mends it, looks it over, and keeps the receipt.
async fn ranks(phone: &Phone) -> &'static str {
    let (first, second) =
        ("fieldset p.line:nth-of-type(2) select", "fieldset p.line:nth-of-type(3) select");
    phone.down(first).await;
    phone.down(second).await;
    phone.enter("button[value=cast]").await;
    assert!(phone.has("form .faults[role=alert]").await, "a position given twice is told");
    assert_eq!(phone.typed(first).await, "1");
    phone.down(second).await;
    phone.enter("button[value=cast]").await;
    phone.enter("form[action$='/ballot'] button[type=submit]").await;
    let code = phone.text("p.code code").await;
    let vote = phone.address().await.trim_end_matches("/ballot").to_owned();
    phone.visit(&format!("{vote}/receipt")).await;
    phone.types("#code", &code).await;
    phone.press("main form button[type=submit]").await;
    assert!(phone.has("p.outcome").await, "the receipt says nothing");
    phone.visit(&vote).await;
    "ranking"
}

/// A visitor reads every result and every explanation, with the numbers laid open.
pub async fn reads_every_result(phone: &Phone, town: &[Neighbour]) {
    for one in town {
        phone.visit(&format!("{}votes", one.url)).await;
        let results = phone.links("main li.card:has(p strong) h3 a").await;
        assert!(results.len() >= 3, "{}", one.handle);
        for language in ["en", "nl"] {
            phone.visit(&one.url).await;
            phone.press(&format!("button[name=language][value={language}]")).await;
            for result in &results {
                phone.visit(result).await;
                assert!(phone.has("figure.picture svg[role=img] title").await, "{result}");
                phone.unfold().await;
            }
        }
        phone.darken(true).await;
        for result in &results {
            phone.visit(result).await;
        }
        phone.darken(false).await;
    }
    for language in ["en", "nl"] {
        phone.visit(&town[0].url).await;
        phone.press(&format!("button[name=language][value={language}]")).await;
        phone.visit(&format!("{}methods", town[0].url)).await;
        for method in phone.links("main a[href^='/methods/']").await {
            phone.visit(&method).await;
        }
    }
}

//! The council: sectors, seats, who holds them and until when; officers; the charter.

use askama::Template;

use crate::{
    bodies::{self, Place, entity::tenure},
    error::Result,
    members,
    rules::charter::Charter,
    web::{self, Page, people::People, sectors, visit::Visit},
};

/// A seat and who holds it.
struct Seat {
    number: i32,
    holder: Option<String>,
    alternate: Option<String>,
    tenure: Option<tenure::Model>,
}

/// A sector with its seats.
struct Sector {
    key: String,
    name: String,
    seats: Vec<Seat>,
}

#[derive(Template)]
#[template(path = "bodies/council.html")]
struct Council<'a> {
    visit: &'a Visit,
    sectors: Vec<Sector>,
    officers: Vec<(String, String)>,
    version: i32,
    charter: Vec<String>,
}

/// The page.
pub async fn page(visit: Visit) -> Page {
    let reader = visit.app().db.read();
    let places = bodies::store::seating(reader, visit.today()).await?;
    let officers = members::store::officers(reader).await?;
    let in_force = bodies::charter(reader).await?;
    let page = Council {
        visit: &visit,
        sectors: sectors(&visit, &places).await?,
        officers: officers
            .into_iter()
            .map(|(office, member)| {
                (visit.with("role-name", "role", office.role.word()), member.name)
            })
            .collect(),
        version: in_force.version,
        charter: told(&visit, &in_force.charter, &places),
    };
    Ok(web::render(&page))
}

async fn sectors(visit: &Visit, places: &[Place]) -> Result<Vec<Sector>> {
    let mut ids = Vec::new();
    for tenure in places.iter().filter_map(|place| place.tenure.as_ref()) {
        ids.push(tenure.holder_id);
        ids.extend(tenure.alternate_id);
    }
    let people = People::of(visit, ids).await?;
    let mut sectors: Vec<Sector> = Vec::new();
    for place in places {
        let name = |id| people.name(&id).to_owned();
        let seat = Seat {
            number: place.seat.number,
            holder: place.tenure.as_ref().map(|tenure| name(tenure.holder_id)),
            alternate: place.tenure.as_ref().and_then(|tenure| tenure.alternate_id).map(name),
            tenure: place.tenure.clone(),
        };
        match sectors.last_mut().filter(|sector| sector.key == place.sector.key) {
            Some(sector) => sector.seats.push(seat),
            None => sectors.push(Sector {
                key: place.sector.key.clone(),
                name: sectors::name(visit, &place.sector),
                seats: vec![seat],
            }),
        }
    }
    Ok(sectors)
}

/// The numbers of the charter in sentences.
fn told(visit: &Visit, charter: &Charter, places: &[Place]) -> Vec<String> {
    let mut told = vec![
        visit.with("charter-threshold", "n", charter.support_threshold),
        visit.with("charter-reading", "n", charter.reading_days),
        visit.with("charter-notice", "n", charter.notice_days),
        visit.with("charter-lapse", "n", charter.lapse_days),
        visit.with("charter-age", "n", charter.voting_age),
        visit.with("charter-proxies", "n", charter.proxies_most),
        visit.with("charter-smallest-group", "n", charter.smallest_group),
    ];
    if charter.delegations_most > 0 {
        told.push(visit.with("charter-delegations", "n", charter.delegations_most));
    }
    for key in &charter.sortition {
        if let Some(place) = places.iter().find(|place| place.sector.key == *key) {
            let sector = sectors::name(visit, &place.sector);
            told.push(visit.with("charter-sortition", "sector", sector));
        }
    }
    told
}

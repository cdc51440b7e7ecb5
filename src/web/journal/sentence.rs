//! A line of the journal as a sentence, and what it is about.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    bodies,
    clock::Instant,
    elections,
    error::Result,
    ids::{ElectionId, MemberId, NoticeId, ProposalId, SeatId, SectorId, VoteId},
    journal::{Event, Line},
    neighbours, proposals, votes,
    web::{people::People, sectors, visit::Visit, words::Fill},
};

/// A line as it is told.
#[derive(Clone, Debug)]
pub struct Told {
    pub position: i64,
    pub at: Instant,
    pub sentence: String,
    /// Who did it, if a person did.
    pub by: Option<String>,
    /// What it is about, with its address if it has a page.
    pub about: Option<(String, Option<String>)>,
}

/// Tells lines; looks up everything they name in bulk.
///
/// # Errors
/// What the database says.
pub async fn tell(visit: &Visit, lines: &[Line]) -> Result<Vec<Told>> {
    let named = Named::of(visit, lines).await?;
    let told = |line: &Line| Told {
        position: line.position,
        at: line.at,
        sentence: sentence(visit, &line.event),
        by: line.actor.map(|id| named.people.name(&id).to_owned()),
        about: named.subject(visit, &line.event),
    };
    Ok(lines.iter().map(told).collect())
}

/// The sentence of an event, with whatever the event holds filled in.
#[must_use]
pub fn sentence(visit: &Visit, event: &Event) -> String {
    let value = serde_json::to_value(event).unwrap_or_default();
    let mut things = Vec::new();
    for (name, value) in value.as_object().into_iter().flatten() {
        if let Some(text) = value.as_str() {
            let text = if name == "reason" { visit.reason(text).into() } else { text.fill() };
            things.push((name.as_str(), text));
        } else if let Some(number) = value.as_i64() {
            things.push((name.as_str(), number.into()));
        } else {
            things.push((name.as_str(), "none".into()));
        }
    }
    visit.fill(&format!("event-{}", event.name()), &things)
}

/// The names of everything that some lines are about.
struct Named {
    people: People,
    proposals: BTreeMap<ProposalId, (i64, String)>,
    votes: BTreeMap<VoteId, (i64, String)>,
    elections: BTreeMap<ElectionId, (i64, String)>,
    seats: BTreeMap<SeatId, String>,
    sectors: BTreeMap<SectorId, String>,
    notices: BTreeMap<NoticeId, (String, String)>,
}

impl Named {
    async fn of(visit: &Visit, lines: &[Line]) -> Result<Self> {
        let reader = visit.app().db.read();
        let subjects: BTreeSet<_> = lines.iter().map(|line| line.event.subject()).collect();
        let actors = lines.iter().filter_map(|line| line.actor);
        let people =
            People::of(visit, actors.chain(subjects.iter().copied().map(MemberId))).await?;
        let ids = subjects.iter().copied().map(ProposalId);
        let proposals = proposals::store::of_ids(reader, ids).await?;
        let votes = votes::store::of_ids(reader, subjects.iter().copied().map(VoteId)).await?;
        let ids = subjects.iter().copied().map(ElectionId);
        let elections = elections::store::of_ids(reader, ids).await?;
        let elections = crate::web::elections::Item::all(visit, elections.into_values().collect());
        let ids = subjects.iter().copied().map(NoticeId);
        let notices = neighbours::store::notices_of_ids(reader, ids).await?;
        let seating = bodies::store::seating(reader, visit.today()).await?;
        let seat = |place: &bodies::Place| {
            let sector = sectors::name(visit, &place.sector);
            let name =
                visit.with_two("seat-name", ("sector", sector), ("number", place.seat.number));
            (place.seat.id, name)
        };
        let sectors = bodies::store::sectors(reader).await?;
        Ok(Self {
            people,
            proposals: proposals
                .into_values()
                .map(|it| (it.id, (it.number, visit.title(&it.title))))
                .collect(),
            votes: votes
                .into_values()
                .map(|it| (it.id, (it.number, visit.title(&it.title))))
                .collect(),
            elections: elections
                .await?
                .into_iter()
                .map(|it| (it.row.id, (it.row.number, it.title)))
                .collect(),
            seats: seating.iter().map(seat).collect(),
            sectors: sectors.iter().map(|row| (row.id, sectors::name(visit, row))).collect(),
            notices: notices.into_values().map(|it| (it.id, (it.title, it.from_name))).collect(),
        })
    }

    fn subject(&self, visit: &Visit, event: &Event) -> Option<(String, Option<String>)> {
        let id = event.subject();
        if let Some((number, title)) = self.proposals.get(&ProposalId(id)) {
            let about = visit.with_two("log-proposal", ("number", *number), ("title", title));
            return Some((about, Some(format!("/proposals/{number}"))));
        }
        if let Some((number, title)) = self.votes.get(&VoteId(id)) {
            let about = visit.with_two("log-vote", ("number", *number), ("title", title));
            return Some((about, Some(format!("/votes/{number}"))));
        }
        if let Some((number, title)) = self.elections.get(&ElectionId(id)) {
            let about = visit.with_two("log-election", ("number", *number), ("title", title));
            return Some((about, Some(format!("/elections/{number}"))));
        }
        if let Some((title, from)) = self.notices.get(&NoticeId(id)) {
            let about = visit.with_two("log-notice", ("title", title), ("from", from));
            return Some((about, Some("/elsewhere".to_owned())));
        }
        let council = Some("/council".to_owned());
        if let Some(name) = self.seats.get(&SeatId(id)) {
            return Some((name.clone(), council));
        }
        if let Some(name) = self.sectors.get(&SectorId(id)) {
            return Some((name.clone(), council));
        }
        match event {
            Event::OfficerAppointed { member, .. }
            | Event::OfficerDismissed { member, .. }
            | Event::TellerKeyMade { member, .. } => {
                Some((self.people.name(member).to_owned(), None))
            }
            Event::PartnerAsked { handle, .. }
            | Event::PartnerFollowed { handle, .. }
            | Event::PartnerRefused { handle, .. }
            | Event::PartnerEnded { handle, .. }
            | Event::LogContradicted { handle, .. } => {
                Some((handle.clone(), Some("/elsewhere".to_owned())))
            }
            _ => None,
        }
    }
}

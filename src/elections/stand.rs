use chrono::NaiveDate;

use super::{able, entity::candidacy, nominate::fresh, store};
use crate::{
    clock::Instant,
    db::Tx,
    error::Result,
    ids::{ElectionId, MemberId},
    journal::{self, Event},
    members,
    rules::{
        candidacy::{self as rule, Way},
        permission::Deed,
        tally::lot,
    },
};

/// Stands, of her own accord or because somebody asked her; from now on everybody reads her name
/// and what she says. A candidate changes what she says in the same way.
///
/// # Errors
/// Nobody stands any more, the seats aren't of her sector, she is too young or has a seat at that
/// time, or she says too little or too much.
pub async fn stand(
    tx: &Tx,
    now: Instant,
    today: NaiveDate,
    by: MemberId,
    (id, statement): (ElectionId, &str),
) -> Result<()> {
    members::permit(tx, by, Deed::Stand).await?;
    let election = store::lock(tx, id).await?;
    rule::takes_nominations(election.stage, now, election.nominate_until)?;
    let member = members::store::get(tx, by).await?;
    able::may_stand(tx, today, &election, &member).await??;
    rule::check_statement(election.way, statement)?;
    let old = store::candidacy(tx, id, by).await?;
    let (is_new, stood) = (old.is_none(), old.as_ref().is_some_and(candidacy::Model::stands));
    let row = candidacy::Model {
        consented_at: Some(now),
        statement: statement.trim().to_owned(),
        withdrawn_at: None,
        ..old.unwrap_or_else(|| fresh(now, by, id, by))
    };
    if is_new {
        store::insert_candidacy(tx, row).await?;
    } else {
        store::save_candidacy(tx, row).await?;
    }
    let event = if stood {
        Event::CandidateRewrote { election: id }
    } else {
        Event::CandidateStood { election: id }
    };
    journal::record(tx, now, named(election.way, by), event).await
}

/// Who stands where everybody sees it. Who is only willing to be drawn stays unnamed.
pub(super) const fn named(way: Way, member: MemberId) -> Option<MemberId> {
    match way {
        Way::Ballot => Some(member),
        Way::Lot => None,
    }
}

/// Candidates in the order by lot in which their page shows them: neither by name nor by time.
#[must_use]
pub fn on_paper(seed: &str, mut candidates: Vec<candidacy::Model>) -> Vec<candidacy::Model> {
    let keys: Vec<String> = candidates.iter().map(|it| it.key.clone()).collect();
    let order = lot::order(seed, keys.iter().map(String::as_str));
    candidates.sort_by_key(|it| order.iter().position(|key| *key == it.key));
    candidates
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        elections::tests::{STATEMENT, Trial},
        error::{Error, Refusal},
        rules::{candidacy::Refusal as Rule, member::Entry},
    };

    fn why(refused: Result<()>) -> Rule {
        match refused {
            Err(Error::Refused(Refusal::Candidacy(it))) => it,
            other => panic!("{other:?}"),
        }
    }

    #[tokio::test]
    async fn only_members_of_the_sector_who_may_vote_and_have_no_seat_stand() {
        let it = Trial::called(1).await;
        let world = &it.world;
        let add = async |sector: Option<&str>, born_in| {
            let entry = Entry {
                name: "Bob".to_owned(),
                language: "nl".to_owned(),
                born_in: Some(born_in),
                sector: sector.map(str::to_owned),
                ..Entry::default()
            };
            let sectors = ["business".to_owned()];
            let now = world.now();
            let added =
                world.write(async |tx| members::add(tx, now, None, entry, &sectors).await).await;
            added.unwrap().id
        };
        let trader = add(Some("business"), 1980).await;
        assert_eq!(why(it.tries_to_stand(trader).await), Rule::NotInSector);
        let child = add(None, 2015).await;
        assert_eq!(why(it.tries_to_stand(child).await), Rule::TooYoung);
        let holder = world.member("Carol").await.id;
        world.fill(world.first_seat().await, holder, None).await;
        assert_eq!(why(it.tries_to_stand(holder).await), Rule::HasASeat);
        let alice = world.member("Alice").await.id;
        world.days_pass(2);
        assert!(matches!(why(it.tries_to_stand(alice).await), Rule::NominationsClosed { .. }));
    }

    #[tokio::test]
    async fn a_candidate_changes_what_she_says_and_says_something() {
        let it = Trial::called(1).await;
        let alice = it.stands("Alice").await;
        let says = async |statement| {
            let (now, today) = (it.world.now(), it.world.today());
            it.world.write(async |tx| stand(tx, now, today, alice, (it.id, statement)).await).await
        };
        assert_eq!(it.candidacy(alice).await.statement, STATEMENT);
        assert!(matches!(why(says("").await), Rule::Wording(_)));
        says("Ik wil meer bankjes, en een plek voor jongeren.").await.unwrap();
        assert!(it.candidacy(alice).await.statement.contains("bankjes"));
        assert!(it.world.journal().await.ends_with(&["candidate-stood", "candidate-rewrote"]));
    }

    #[test]
    fn another_seed_is_another_order() {
        let now = chrono::DateTime::UNIX_EPOCH;
        let (by, election) = (MemberId::fresh(now), ElectionId::fresh(now));
        let all: Vec<_> = (0..8).map(|_| fresh(now, by, election, MemberId::fresh(now))).collect();
        let keys = |seed: &str| {
            let ordered = on_paper(seed, all.clone());
            ordered.into_iter().map(|it| it.key).collect::<Vec<_>>()
        };
        assert_eq!(keys("one"), keys("one"));
        assert_ne!(keys("one"), keys("other"));
    }
}

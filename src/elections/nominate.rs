use chrono::NaiveDate;

use super::{able, entity::candidacy, store};
use crate::{
    chance,
    clock::Instant,
    db::Tx,
    error::Result,
    ids::{ElectionId, MemberId},
    journal::{self, Event},
    members::{self, entity::member},
    rules::{
        candidacy::{self as rule, NOMINATIONS_MOST},
        hex,
        permission::Deed,
        wording::{self, Field},
    },
};

/// Asks the member of this name or number to stand. Who asks hears nothing about the roll: whether
/// somebody of this name is on it, may stand, or was asked before, the answer is the same.
///
/// # Errors
/// Nobody stands any more, or there is no name.
pub async fn nominate(
    tx: &Tx,
    now: Instant,
    today: NaiveDate,
    by: MemberId,
    (id, name): (ElectionId, &str),
) -> Result<()> {
    members::permit(tx, by, Deed::Stand).await?;
    wording::check(Field::Name, name)?;
    let election = store::lock(tx, id).await?;
    rule::takes_nominations(election.stage, now, election.nominate_until)?;
    let Some(member) = known(tx, name.trim()).await? else { return Ok(()) };
    let all = store::candidacies(tx, id).await?;
    let by_her = all.iter().filter(|it| it.nominated_by == by && it.member_id != by).count();
    let is_there = all.iter().any(|it| it.member_id == member.id) || member.id == by;
    let may = able::may_stand(tx, today, &election, &member).await?;
    if is_there || by_her >= NOMINATIONS_MOST || may.is_err() {
        return Ok(());
    }
    store::insert_candidacy(tx, fresh(now, by, id, member.id)).await?;
    journal::record(tx, now, Some(by), Event::MemberNominated { election: id }).await
}

/// The one member on the roll whose number or name this is.
async fn known(tx: &Tx, name: &str) -> Result<Option<member::Model>> {
    if let Some(member) = members::store::find_by_number(tx, name).await? {
        let is_on_the_roll = member.suspended_at.is_none() && member.forgotten_at.is_none();
        return Ok(is_on_the_roll.then_some(member));
    }
    let mut named = members::store::named(tx, name).await?;
    Ok(if named.len() == 1 { named.pop() } else { None })
}

/// A candidacy to which nobody consented yet.
pub(super) fn fresh(
    now: Instant,
    by: MemberId,
    election_id: ElectionId,
    member_id: MemberId,
) -> candidacy::Model {
    candidacy::Model {
        election_id,
        member_id,
        key: hex::write(&chance::bytes::<6>()),
        nominated_by: by,
        nominated_at: now,
        consented_at: None,
        statement: String::new(),
        withdrawn_at: None,
        declined_at: None,
        seat_id: None,
        elected_place: None,
        alternate_place: None,
    }
}

#[cfg(test)]
mod tests {
    use crate::{
        elections::{self, store, tests::Trial},
        journal,
        world::World,
    };

    async fn nominates(it: &Trial, by: crate::ids::MemberId, name: &str) {
        let (now, today) = (it.world.now(), it.world.today());
        it.world
            .write(async |tx| elections::nominate(tx, now, today, by, (it.id, name)).await)
            .await
            .unwrap();
    }

    #[tokio::test]
    async fn who_is_asked_stands_only_when_she_says_yes_and_nobody_hears_of_it_before() {
        let it = Trial::called(1).await;
        let (alice, bob) = (it.world.member("Alice").await.id, it.world.member("Bob").await.id);
        nominates(&it, alice, "Bob").await;
        let asked = it.candidacy(bob).await;
        assert!(asked.is_asked() && !asked.stands() && asked.nominated_by == alice);
        let public = journal::public_before(it.world.app.db.read(), None, 100).await.unwrap();
        assert!(!public.iter().any(|line| line.event.name() == "member-nominated"));
        assert!(it.world.journal().await.contains(&"member-nominated"));
        it.tries_to_stand(bob).await.unwrap();
        assert!(it.candidacy(bob).await.stands());
        assert!(it.world.journal().await.ends_with(&["candidate-stood"]));
    }

    #[tokio::test]
    async fn the_answer_tells_nothing_about_the_roll() {
        let it = Trial::called(1).await;
        let (alice, bob) = (it.world.member("Alice").await.id, it.world.member("Bob").await.id);
        it.world.member("Carol").await;
        it.world.member("Carol").await;
        let before = it.world.journal().await;
        for name in ["Nobody of this name", "Carol", "Alice"] {
            nominates(&it, alice, name).await;
        }
        assert_eq!(it.world.journal().await, before);
        nominates(&it, alice, "Bob").await;
        it.withdraws(bob).await.unwrap();
        // She said no: nobody asks again.
        nominates(&it, it.world.secretary().await, "Bob").await;
        assert!(!it.candidacy(bob).await.is_asked());
        let all = store::candidacies(it.world.app.db.read(), it.id).await.unwrap();
        assert_eq!(all.len(), 1);
        assert!(it.world.journal().await.ends_with(&["nomination-refused"]));
    }

    #[tokio::test]
    async fn nobody_is_asked_after_the_list_closed() {
        let it = Trial::called(1).await;
        let world: &World = &it.world;
        let alice = world.member("Alice").await.id;
        world.days_pass(2);
        let (now, today) = (world.now(), world.today());
        let late = world
            .write(async |tx| elections::nominate(tx, now, today, alice, (it.id, "Sam")).await)
            .await;
        assert!(late.is_err());
    }
}

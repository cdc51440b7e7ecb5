use super::stood;
use crate::{
    clock::Instant,
    db::Tx,
    error::{Error, Result},
    ids::{MemberId, VoteId},
    journal::{self, Event},
    members,
    rules::{
        permission::Deed,
        record::v2::Change,
        role::Role,
        teller as rule,
        wording::{self, Field},
    },
    votes::store,
};

/// Declares that a teller only bears the name of an option, and may count and sign; the reason is public,
/// and stands in the record.
///
/// # Errors
/// She may not, there is no such teller, it isn't her name for which she is refused, the vote was
/// counted, or the reason is missing.
pub async fn clear_namesake(
    tx: &Tx,
    now: Instant,
    by: MemberId,
    id: VoteId,
    (teller, reason): (MemberId, &str),
) -> Result<()> {
    members::permit(tx, by, Deed::KeepRoll).await?;
    let vote = store::lock(tx, id).await?;
    let terms = members::store::terms(tx, teller, Role::Teller).await?;
    if terms.iter().all(|term| term.ended_at.is_some()) {
        return Err(Error::NotFound("teller"));
    }
    rule::is_namesake(vote.stage, stood(tx, id, teller).await?)?;
    wording::check(Field::Reason, reason)?;
    let (name, reason) = (members::store::get(tx, teller).await?.name, reason.trim().to_owned());
    let change = Change::Namesake { at: now, teller: name, reason: reason.clone() };
    store::change(tx, id, &change).await?;
    let event = Event::NamesakeCleared { vote: id, teller, reason };
    journal::record(tx, now, Some(by), event).await
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        error::Refusal as Refused,
        rules::{
            ballot::BodyKind,
            tally::{
                approval,
                method::{Opt, Rules},
            },
            teller::{Refusal, Stood},
        },
        votes::Paper,
        world::World,
    };

    #[tokio::test]
    async fn a_namesake_of_an_option_counts_when_the_secretary_says_so_in_public() {
        let world = World::founded().await;
        let (tess, theo) = (world.member("Tess").await.id, world.member("Theo").await.id);
        let (now, secretary) = (world.now(), world.secretary().await);
        for teller in [tess, theo] {
            world
                .write(async |tx| members::appoint(tx, now, None, teller, Role::Teller).await)
                .await
                .unwrap();
        }
        let option = |key: &str, title: &str| Opt {
            key: key.to_owned(),
            title: title.to_owned(),
            cost: None,
        };
        let rules = Some(Rules::Approval(approval::Rules { seats: 1, fill: false }));
        let options = vec![option("1", "Tess"), option("2", "Een bankje")];
        let paper = Paper { rules, options, ..Paper::default() };
        let vote = world.open_vote_on(BodyKind::Assembly, paper).await;
        let db = world.app.db.read();
        assert_eq!(stood(db, vote, tess).await.unwrap(), Some(Stood::ByName));
        let clears = async |by, teller, reason| {
            let about = (teller, reason);
            world.write(async |tx| clear_namesake(tx, now, by, vote, about).await).await
        };
        let reason = "Zij is een andere Tess";
        assert!(matches!(
            clears(tess, tess, reason).await,
            Err(Error::Refused(Refused::Permission(_)))
        ));
        assert!(matches!(clears(secretary, secretary, reason).await, Err(Error::NotFound(_))));
        let nobody = clears(secretary, theo, reason).await;
        let why = Refusal::NotByName;
        assert!(matches!(nobody, Err(Error::Refused(Refused::Teller(it))) if it == why));
        let silent = clears(secretary, tess, " ").await;
        assert!(matches!(silent, Err(Error::Refused(Refused::Wording(_)))));
        clears(secretary, tess, reason).await.unwrap();
        assert_eq!(stood(db, vote, tess).await.unwrap(), None);
        assert!(world.journal().await.contains(&"namesake-cleared"));
        let twice = clears(secretary, tess, reason).await;
        assert!(matches!(twice, Err(Error::Refused(Refused::Teller(it))) if it == why));
        let changes = store::changes(db, vote).await.unwrap();
        assert_eq!(changes[0].namesake(), Some("Tess"));
    }
}

use crate::{
    clock::Instant,
    db::Tx,
    error::{Error, Result},
    ids::{MemberId, VoteId},
    journal::{self, Event},
    members,
    rules::{
        endorsement::{Purpose, Signature},
        permission::Deed,
        record::v2::TellerSignature,
        role::Role,
        signing_code::SigningCode,
        teller::{self as rule, Refusal, Term, Way},
        vote::Stage,
    },
    signet::SigningKey,
    votes::{entity::record_signature, store},
};

/// What a teller signs with.
#[derive(Clone, Debug)]
pub enum Means {
    /// Her code: the server makes the signature now, and forgets the code.
    Code(SigningCode),
    /// A signature that she made elsewhere.
    Signature(Signature),
}

/// Puts a teller's signature beside the record of a vote. Nothing in the record changes.
///
/// # Errors
/// She may not, there is no result yet, she signed already, or the signature isn't of her key.
pub async fn sign(
    tx: &Tx,
    now: Instant,
    by: MemberId,
    id: VoteId,
    means: Means,
) -> Result<TellerSignature> {
    members::permit(tx, by, Deed::SignRecord).await?;
    let vote = store::lock(tx, id).await?;
    let closed_at = vote.closed_at.filter(|_| vote.stage == Stage::Published);
    let closed_at = closed_at.ok_or(Refusal::NoResult)?;
    let result = store::result(tx, id).await?.ok_or(Refusal::NoResult)?;
    let offices = members::store::terms(tx, by, Role::Teller).await?;
    let terms: Vec<Term> = offices
        .iter()
        .map(|office| Term { since: office.since, ended_at: office.ended_at })
        .collect();
    let name = members::store::get(tx, by).await?.name;
    rule::may_sign(closed_at, &terms, super::stood(tx, id, by).await?.is_some())?;
    let key = store::teller_key(tx, by).await?.ok_or(Refusal::NoKey)?;
    let (signature, way) = match means {
        Means::Code(code) => {
            let pair = SigningKey::of_code(&code)?;
            if pair.public() != key {
                return Err(Refusal::AnotherKey.into());
            }
            (pair.sign(Purpose::Teller, &result.record_hash)?.signature, Way::Typed)
        }
        Means::Signature(signature) => (signature, Way::HandedIn),
    };
    let signed = TellerSignature { name, key, signature };
    if !signed.covers(&result.record_hash) {
        return Err(Refusal::AnotherRecord.into());
    }
    let row = record_signature::Model {
        vote_id: id,
        member_id: by,
        public_key: key.to_string(),
        name: signed.name.clone(),
        signature: signature.to_string(),
        way,
        signed_at: now,
    };
    store::insert_signature(tx, row).await?;
    let event = Event::RecordSigned { vote: id, key: key.to_string(), way };
    journal::record(tx, now, Some(by), event).await?;
    Ok(signed)
}

/// Reads a signature from its row.
pub fn read(row: record_signature::Model) -> Result<(TellerSignature, Way)> {
    let wrong = || Error::contradiction("record_signatures", "signature", row.vote_id);
    let key = row.public_key.parse().map_err(|_| wrong())?;
    let signature = row.signature.parse().map_err(|_| wrong())?;
    Ok((TellerSignature { name: row.name, key, signature }, row.way))
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::*;
    use crate::{
        error::Refusal as Refused,
        rules::{
            ballot::{BodyKind, Choice},
            record::{Published, v2},
        },
        votes::{self, Origin},
        world::World,
    };

    async fn teller(world: &World, name: &str) -> MemberId {
        world.app.clock.pass(TimeDelta::seconds(1));
        let (member, now) = (world.member(name).await.id, world.now());
        let appoints =
            world.write(async |tx| members::appoint(tx, now, None, member, Role::Teller).await);
        appoints.await.unwrap();
        member
    }

    async fn finish(world: &World, vote: VoteId) {
        let (secretary, origin) = (world.secretary().await, Origin::of(&world.app));
        let now = world.now();
        let finishes = async |tx: &Tx| {
            votes::finish(tx, now, Some(secretary), vote, "Iedereen is klaar", &origin).await
        };
        world.write(finishes).await.unwrap();
    }

    async fn signs(world: &World, who: MemberId, vote: VoteId, means: Means) -> Result<()> {
        let now = world.now();
        world.write(async |tx| sign(tx, now, who, vote, means).await.map(drop)).await
    }

    fn refused(done: Result<()>, why: Refusal) {
        assert!(matches!(done, Err(Error::Refused(Refused::Teller(it))) if it == why), "{why}");
    }

    #[tokio::test]
    async fn a_teller_signs_once_by_code_or_by_a_signature_of_her_own() {
        let world = World::founded().await;
        let (tess, theo) = (teller(&world, "Tess").await, teller(&world, "Theo").await);
        let vote = world.open_vote(BodyKind::Assembly).await;
        world.casts(vote, tess, Choice::For).await;
        let make = async |who| {
            let now = world.now();
            world.write(async |tx| super::super::make_key(tx, now, who).await).await.unwrap()
        };
        let any = || Means::Code(SigningCode::from_chance([1; 27]));
        refused(signs(&world, tess, vote, any()).await, Refusal::NoResult);
        finish(&world, vote).await;
        refused(signs(&world, tess, vote, any()).await, Refusal::NoKey);
        let (hers, his) = (make(tess).await, make(theo).await);
        refused(signs(&world, tess, vote, Means::Code(his.clone())).await, Refusal::AnotherKey);
        signs(&world, tess, vote, Means::Code(hers.clone())).await.unwrap();
        let twice = signs(&world, tess, vote, Means::Code(hers)).await;
        assert!(matches!(twice, Err(Error::Conflict(_))));

        let db = world.app.db.read();
        let result = store::result(db, vote).await.unwrap().unwrap();
        let pair = SigningKey::of_code(&his).unwrap();
        let other = pair.sign(Purpose::Teller, &"sha256:00").unwrap().signature;
        refused(signs(&world, theo, vote, Means::Signature(other)).await, Refusal::AnotherRecord);
        let own = pair.sign(Purpose::Teller, &result.record_hash).unwrap().signature;
        signs(&world, theo, vote, Means::Signature(own)).await.unwrap();

        let signed = store::signatures(db, vote).await.unwrap();
        let ways: Vec<_> = signed.iter().map(|(it, way)| (it.name.as_str(), *way)).collect();
        assert_eq!(ways, [("Tess", Way::Typed), ("Theo", Way::HandedIn)]);
        let signed: Vec<TellerSignature> = signed.into_iter().map(|(it, _)| it).collect();
        let text = v2::beside(&result.record, &signed).unwrap();
        let published = Published::read(&text).unwrap();
        assert_eq!(published.about().tellers.len(), 2);
        assert!(published.recount().iter().all(|it| it.differs.is_none()));
        let again = store::result(db, vote).await.unwrap().unwrap();
        assert_eq!(again.record, result.record, "what is hashed stays as it is");
        let told = world.journal().await;
        assert_eq!(told.iter().filter(|it| **it == "record-signed").count(), 2);
    }

    #[tokio::test]
    async fn nobody_signs_who_was_no_teller_when_the_vote_closed() {
        let world = World::founded().await;
        let alice = world.member("Alice").await.id;
        let vote = world.open_vote(BodyKind::Assembly).await;
        world.casts(vote, alice, Choice::For).await;
        finish(&world, vote).await;
        let any = || Means::Code(SigningCode::from_chance([1; 27]));
        assert!(matches!(
            signs(&world, alice, vote, any()).await,
            Err(Error::Refused(Refused::Permission(_)))
        ));
        let closed_at = world.now();
        world.days_pass(1);
        let late = teller(&world, "Late").await;
        refused(signs(&world, late, vote, any()).await, Refusal::NotInOffice { closed_at });
    }
}

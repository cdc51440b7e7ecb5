//! Signing in: by a code, or by a link that comes by mail. Sessions are kept here, not in a cookie.

use chrono::TimeDelta;
use sea_orm::ConnectionTrait;

use super::{
    codes,
    entity::{link, member, session},
    store,
};
use crate::{
    chance,
    clock::Instant,
    db::Tx,
    error::{Refusal, Result},
    ids::{CodeId, MemberId},
    rules::code::{self, Code},
    secret::Secret,
};

/// How long a session lasts, in days.
pub const SESSION_DAYS: i64 = 30;
/// How long a link by mail lets somebody in, in minutes.
pub const LINK_MINUTES: i64 = 30;

/// Somebody who was let in; the token goes into her cookie and is stored only as a hash.
#[derive(Clone, Debug)]
pub struct SignedIn {
    pub token: String,
    pub member: MemberId,
}

/// Lets somebody in who has a voting code.
///
/// # Errors
/// The code is unknown, expired or replaced.
pub async fn by_code(tx: &Tx, now: Instant, secret: &Secret, code: &Code) -> Result<SignedIn> {
    let found = store::lock_code(tx, &codes::hash(secret, code)).await?;
    let found = found.ok_or(code::Refusal::Unknown)?;
    code::check(now, found.valid_until, found.replaced_at)?;
    let member = store::get(tx, found.member_id).await?;
    if member.suspended_at.is_some() || member.forgotten_at.is_some() {
        return Err(code::Refusal::Unknown.into());
    }
    begin(tx, now, secret, member.id, Some(found.id)).await
}

/// Makes links for everybody who gets mail at this address; the caller mails them. Whether anybody
/// does is not for the person who asks.
///
/// # Errors
/// What the database says.
pub async fn ask_link(
    tx: &Tx,
    now: Instant,
    secret: &Secret,
    email: &str,
) -> Result<Vec<(member::Model, String)>> {
    let mut links = Vec::new();
    let email = email.trim().replace('\0', "");
    for member in store::at_email(tx, &email).await? {
        let token = chance::token();
        let row = link::Model {
            hash: secret.hash("link", &token),
            member_id: member.id,
            valid_until: now + TimeDelta::minutes(LINK_MINUTES),
            used_at: None,
        };
        store::insert_link(tx, row).await?;
        links.push((member, token));
    }
    Ok(links)
}

/// Lets somebody in who has a link; a link works once.
///
/// # Errors
/// The link is void: unknown, used or too old.
pub async fn by_link(tx: &Tx, now: Instant, secret: &Secret, token: &str) -> Result<SignedIn> {
    let member = store::use_link(tx, now, &secret.hash("link", token)).await?;
    let member = member.ok_or(Refusal::Link)?;
    let member = store::get(tx, member).await?;
    if member.suspended_at.is_some() || member.forgotten_at.is_some() {
        return Err(Refusal::Link.into());
    }
    begin(tx, now, secret, member.id, None).await
}

/// Begins a session without code or link: for the one who founds the neighbourhood.
///
/// # Errors
/// What the database says.
pub async fn begin(
    tx: &Tx,
    now: Instant,
    secret: &Secret,
    member: MemberId,
    code_id: Option<CodeId>,
) -> Result<SignedIn> {
    let token = chance::token();
    let row = session::Model {
        hash: session_hash(secret, &token),
        member_id: member,
        code_id,
        begun_at: now,
        valid_until: now + TimeDelta::days(SESSION_DAYS),
    };
    store::insert_session(tx, row).await?;
    Ok(SignedIn { token, member })
}

/// The session of a token, with its member, while it lasts.
///
/// # Errors
/// What the database says.
pub async fn session(
    db: &impl ConnectionTrait,
    now: Instant,
    secret: &Secret,
    token: &str,
) -> Result<Option<(session::Model, member::Model)>> {
    store::find_session(db, now, &session_hash(secret, token)).await
}

/// What a session with this token is found by.
#[must_use]
pub fn session_hash(secret: &Secret, token: &str) -> String {
    secret.hash("session", token)
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use crate::{
        error::{Error, Refusal},
        members::{self, codes, sign_in},
        rules::code,
        world::World,
    };

    #[tokio::test]
    async fn a_new_code_voids_the_old_one_with_its_sessions() {
        let world = World::new().await;
        let (secret, alice) = (&world.app.secret, world.member("Alice").await);
        let until = world.now() + TimeDelta::days(30);
        let issue = async || {
            world
                .write(async |tx| {
                    codes::issue(tx, world.now(), None, secret, alice.id, until).await
                })
                .await
                .unwrap()
        };
        let enter = async |code: &code::Code| {
            world.write(async |tx| sign_in::by_code(tx, world.now(), secret, code).await).await
        };
        let old = issue().await;
        let signed_in = enter(&old).await.unwrap();
        let session = async || {
            let now = world.now();
            sign_in::session(world.app.db.read(), now, secret, &signed_in.token).await.unwrap()
        };
        assert_eq!(session().await.unwrap().1.id, alice.id);

        let new = issue().await;
        assert!(session().await.is_none());
        let refused = enter(&old).await;
        let replaced = code::Refusal::Replaced { at: world.now() };
        assert!(matches!(refused, Err(Error::Refused(Refusal::Code(it))) if it == replaced));
        enter(&new).await.unwrap();
    }

    #[tokio::test]
    async fn a_code_ends_when_it_says() {
        let world = World::new().await;
        let (secret, alice) = (&world.app.secret, world.member("Alice").await);
        let until = world.now() + TimeDelta::days(1);
        let code = world
            .write(async |tx| codes::issue(tx, world.now(), None, secret, alice.id, until).await)
            .await
            .unwrap();
        world.days_pass(1);
        let late =
            world.write(async |tx| sign_in::by_code(tx, world.now(), secret, &code).await).await;
        let expired = code::Refusal::Expired { until };
        assert!(matches!(late, Err(Error::Refused(Refusal::Code(it))) if it == expired));
    }

    #[tokio::test]
    async fn a_link_works_once() {
        let world = World::new().await;
        let secret = &world.app.secret;
        let alice = world.member("Alice").await;
        let links = world
            .write(async |tx| {
                sign_in::ask_link(tx, world.now(), secret, "ALICE@alpha.example").await
            })
            .await
            .unwrap();
        assert_eq!(links.len(), 1);
        let token = &links[0].1;
        let enter = async || {
            world.write(async |tx| sign_in::by_link(tx, world.now(), secret, token).await).await
        };
        assert_eq!(enter().await.unwrap().member, alice.id);
        assert!(matches!(enter().await, Err(Error::Refused(Refusal::Link))));
    }

    #[tokio::test]
    async fn somebody_who_is_suspended_is_out_at_once() {
        let world = World::founded().await;
        let secretary = world.secretary().await;
        let (secret, alice) = (&world.app.secret, world.member("Alice").await);
        let begun = world
            .write(async |tx| sign_in::begin(tx, world.now(), secret, alice.id, None).await)
            .await
            .unwrap();
        world
            .write(async |tx| members::suspend(tx, world.now(), secretary, alice.id, true).await)
            .await
            .unwrap();
        let now = world.now();
        let left = sign_in::session(world.app.db.read(), now, secret, &begun.token).await.unwrap();
        assert!(left.is_none());
    }
}

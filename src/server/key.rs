use std::path::PathBuf;

use super::{
    Voice,
    failure::{Failure, Outcome},
    house,
};
use crate::{app::App, bodies, db, signet};

/// Keep the key with which this server signs records, receipts and heads of the log.
#[derive(Debug, clap::Subcommand)]
pub enum Key {
    Replace(Replace),
}

/// Sign with a new key from now on.
///
/// The key before signs that it is followed by the new one, and then forgets its private half. What
/// it signed stays good: its public half stays listed at `/log/keys.json`, where partners learn of
/// the new one. Works while the server runs. Do it when somebody may have read the data folder.
#[derive(Debug, clap::Args)]
pub struct Replace {
    /// The file with the settings; without it the defaults and the environment count.
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
    /// Do it; without this it is only said which key would be replaced.
    #[arg(long)]
    apply: bool,
}

/// Does what is to be done with the key.
///
/// # Errors
/// Settings or a database that can't be used, a neighbourhood that isn't founded, or a key that was
/// encrypted with another secret.
pub async fn key(key: Key, voice: &mut Voice<'_>) -> Outcome {
    let Key::Replace(line) = key;
    let environment = std::mem::take(&mut voice.environment);
    let app = house::open(house::settings(line.config.as_deref(), environment)?).await?;
    let done = replace(&line, &app, voice).await;
    house::close(app.db).await;
    done
}

async fn replace(line: &Replace, app: &App, voice: &mut Voice<'_>) -> Outcome {
    if bodies::store::neighbourhood(app.db.read()).await?.is_none() {
        return Err(Failure::not_founded());
    }
    let now = app.clock.now();
    let keys = signet::keys(app.db.read()).await?;
    if let Some(used) = keys.iter().find(|it| it.until.is_none()) {
        voice.say(&format!("signs with {} since {}", used.made.key, used.made.from));
    }
    if !line.apply {
        voice.say("nothing was changed; --apply replaces it");
        return Ok(());
    }
    let new = db::write(&app.db, async |tx| signet::replace(tx, now, &app.secret).await).await?;
    voice.say(&format!("signs with {} from now on", new.public()));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        rules::{
            endorsement::Purpose,
            witness::{Kept, judge},
        },
        server::workers,
        world::World,
    };

    async fn replaced(world: &World, apply: bool) -> (String, Outcome) {
        let mut out = Vec::new();
        let mut voice = Voice { environment: Vec::new(), out: &mut out };
        let line = Replace { config: None, apply };
        let outcome = replace(&line, &world.app, &mut voice).await;
        (String::from_utf8(out).unwrap(), outcome)
    }

    #[tokio::test]
    async fn a_key_is_replaced_only_when_asked_and_partners_follow_the_old_to_the_new() {
        let world = World::founded().await;
        workers::log_due(&world.app).await.unwrap();
        let home = signet::origin(&world.app.settings.server.public_url);
        let db = world.app.db.read();
        let before = signet::store::heads(db, None).await.unwrap();
        let first = judge(&home, None, &before).unwrap().unwrap();
        let kept = Kept { head: first.head.clone(), key: first.endorsement.key };
        let signed = {
            let (now, secret) = (world.now(), &world.app.secret);
            let key = world.write(async |tx| signet::current(tx, now, secret).await).await;
            key.unwrap().sign(Purpose::Record, &"a hash").unwrap()
        };

        let (told, outcome) = replaced(&world, false).await;
        assert_eq!(outcome, Ok(()));
        assert!(told.contains(&kept.key.to_string()) && told.contains("nothing was changed"));
        assert_eq!(signet::keys(db).await.unwrap().len(), 1);
        world.days_pass(1);
        let (told, outcome) = replaced(&world, true).await;
        assert_eq!(outcome, Ok(()));
        let keys = signet::keys(db).await.unwrap();
        assert!(told.contains(&format!("signs with {} from now on", keys[1].made.key)), "{told}");
        assert_eq!(world.journal().await.iter().filter(|it| **it == "signing-key-made").count(), 2);

        workers::log_due(&world.app).await.unwrap();
        let since = signet::store::heads(db, Some(kept.head.size)).await.unwrap();
        let newest = judge(&home, Some(&kept), &since).unwrap().unwrap();
        assert_eq!(newest.endorsement.key, keys[1].made.key);
        assert!(signed.covers(Purpose::Record, &"a hash") && signed.key == keys[0].made.key);
    }

    #[tokio::test]
    async fn before_the_founding_there_is_no_key_to_replace() {
        let world = World::new().await;
        assert_eq!(replaced(&world, true).await.1, Err(Failure::not_founded()));
    }
}

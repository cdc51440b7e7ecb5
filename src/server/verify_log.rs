use std::path::{Path, PathBuf};

use serde::de::DeserializeOwned;

use super::{
    Voice,
    failure::{Failure, Outcome},
};
use crate::rules::{
    head,
    log::{self, Check, Finding, Piece},
};

/// Check the log of a neighbourhood, from its published files alone.
///
/// Needs no server and no network. Says for every check whether it holds; the exit status is 0 when
/// all do, 1 when something differs, 2 when a file can't be read.
#[derive(Debug, clap::Args)]
pub struct VerifyLog {
    /// The signed heads: `/log/heads.json`.
    heads: PathBuf,
    /// The chain: all pieces of `/log/chain.json`, in any order.
    #[arg(required = true)]
    chain: Vec<PathBuf>,
}

/// Checks a log and says what was found.
///
/// # Errors
/// A file can't be read, or something differs.
pub fn verify_log(line: &VerifyLog, voice: &mut Voice<'_>) -> Outcome {
    let heads: head::Published = read(&line.heads)?;
    let pieces = line.chain.iter().map(|file| read(file)).collect::<Outcome<Vec<Piece>>>()?;
    let (size, findings) = log::verify(&pieces, &heads);
    voice.say(&format!("{size} entries, {} heads", heads.heads.len()));
    for finding in &findings {
        voice.say(&told(finding));
    }
    let differing = findings.iter().filter(|it| it.differs.is_some()).count();
    if differing == 0 {
        voice.say("Whole: nothing was changed since the first of these heads was signed.");
        return Ok(());
    }
    Err(Failure::NotDone(format!("Differs: {differing} of {} checks don't hold.", findings.len())))
}

fn read<T: DeserializeOwned>(file: &Path) -> Outcome<T> {
    let name = file.display();
    let text = std::fs::read_to_string(file).map_err(|error| Failure::unreadable(name, error))?;
    serde_json::from_str(&text)
        .map_err(|error| Failure::unreadable(file.display(), format!("not a log: {error}")))
}

fn told(finding: &Finding) -> String {
    let what = match finding.check {
        Check::Chain => "every entry goes on from the one before, and is what was entered",
        Check::Heads => "every head is signed, and goes on from the one before",
        Check::Roots => "every head stands for exactly these entries",
    };
    match &finding.differs {
        None => format!("  yes  {what}"),
        Some(differs) => format!("  NO   {what}\n       {differs}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{journal, server::workers, signet, world::World};

    async fn files(world: &World) -> (tempfile::TempDir, VerifyLog) {
        let db = world.app.db.read();
        let heads = signet::store::heads(db, None).await.unwrap();
        let home = signet::origin(&world.app.settings.server.public_url);
        let entries = journal::published(db, 0, 1_000).await.unwrap();
        let size = journal::end(db).await.unwrap().size;
        let piece = Piece { neighbourhood: home, size, entries, next: None };
        let folder = tempfile::tempdir().unwrap();
        let (first, second) = (folder.path().join("heads.json"), folder.path().join("chain.json"));
        std::fs::write(&first, serde_json::to_string(&heads).unwrap()).unwrap();
        std::fs::write(&second, serde_json::to_string(&piece).unwrap()).unwrap();
        (folder, VerifyLog { heads: first, chain: vec![second] })
    }

    fn verified(line: &VerifyLog) -> (String, Outcome) {
        let mut out = Vec::new();
        let mut voice = Voice { environment: Vec::new(), out: &mut out };
        let outcome = verify_log(line, &mut voice);
        (String::from_utf8(out).unwrap(), outcome)
    }

    #[tokio::test]
    async fn a_log_is_whole_and_a_changed_line_is_said_to_differ() {
        let world = World::founded().await;
        workers::log_due(&world.app).await.unwrap();
        world.days_pass(1);
        workers::log_due(&world.app).await.unwrap();
        let (_folder, line) = files(&world).await;
        let (told, outcome) = verified(&line);
        assert_eq!(outcome, Ok(()), "{told}");
        assert!(told.contains("2 heads"), "{told}");

        let text = std::fs::read_to_string(&line.chain[0]).unwrap();
        std::fs::write(&line.chain[0], text.replace("Alpha", "Omega")).unwrap();
        let (told, outcome) = verified(&line);
        assert_eq!(outcome.unwrap_err().status(), 1);
        assert!(told.contains("NO   every entry"), "{told}");

        std::fs::write(&line.heads, "{}").unwrap();
        assert_eq!(verified(&line).1.unwrap_err().status(), 2);
    }
}

use std::{
    io::BufRead,
    path::{Path, PathBuf},
};

use serde::Deserialize;

use super::{
    Voice,
    failure::{Failure, Outcome},
    recount,
};
use crate::rules::{
    digest::Digest,
    record::{
        Published,
        proof::{Proof, Receipt, ReceivedBallot},
        v2,
    },
};

/// Check what a voter holds: that her ballot was received, or that it is in the record.
///
/// Needs no server and no network. The file is the receipt that was given when the ballot was kept,
/// or the proof from the receipt page once the result is known. The exit status is 0 when it holds,
/// 1 when it doesn't, 2 when a file can't be read.
#[derive(Debug, clap::Args)]
pub struct VerifyReceipt {
    /// The root of the ballots, as it stands on the result page or in the record.
    #[arg(long, value_name = "sha256:…", conflicts_with = "record")]
    record_root: Option<Digest>,
    /// The record itself.
    #[arg(long, value_name = "FILE")]
    record: Option<PathBuf>,
    /// Ask on standard input for the code of the receipt, too, and check that the ballot is its.
    #[arg(long)]
    code: bool,
    /// The receipt or the proof.
    file: PathBuf,
}

/// Either of the two.
#[derive(Deserialize)]
#[serde(untagged)]
enum Held {
    Receipt(Receipt),
    Proof(Box<Proof>),
}

/// Checks a receipt or a proof, and says what that means.
///
/// # Errors
/// It doesn't hold, or a file can't be read.
pub fn verify_receipt(
    line: &VerifyReceipt,
    voice: &mut Voice<'_>,
    input: &mut dyn BufRead,
) -> Outcome {
    let held = read(&line.file)?;
    let record = line.record.as_deref().map(read_record).transpose()?;
    let code = if line.code { Some(ask(voice, input)?) } else { None };
    let has_code = match &held {
        Held::Receipt(it) => matches!(it.received.ballot, ReceivedBallot::Secret { .. }),
        Held::Proof(it) => it.ballot.receipt.is_some(),
    };
    match held {
        Held::Receipt(receipt) => {
            receipt
                .check(code.as_deref(), record.as_ref())
                .map_err(|fault| Failure::NotDone(format!("Doesn't hold: {fault}.")))?;
            voice.say(&format!("Holds: the key {} received it.", receipt.endorsement.key));
            voice.say(match &record {
                Some(_) => "A ballot with this receipt is in the record.",
                None => {
                    "When the result is known, give the record with --record: a record without \
                     this ballot and this receipt together show that the server dropped it."
                }
            });
        }
        Held::Proof(proof) => {
            let root = line.record_root.or(record.map(|it| it.record.ballots_root));
            let root = root.ok_or_else(|| {
                Failure::unreadable(line.file.display(), "give --record-root or --record")
            })?;
            proof
                .check(&root, code.as_deref())
                .map_err(|fault| Failure::NotDone(format!("Doesn't hold: {fault}.")))?;
            let (place, size) = (proof.index.saturating_add(1), proof.size);
            voice.say(&format!("Holds: ballot {place} of {size} says {}.", proof.ballot.mark));
            voice.say(
                "It was counted like this in the record with this root. Get the root from somebody \
                 else, too, so that you and your neighbours are shown one record. It doesn't tell \
                 whether ballots were added for people who didn't vote.",
            );
        }
    }
    if code.is_none() && has_code {
        voice.say("The code was not checked; --code asks for it.");
    }
    Ok(())
}

/// Asks for a code, so that it stands in no list of commands.
///
/// # Errors
/// Standard input can't be read.
pub fn ask(voice: &mut Voice<'_>, input: &mut dyn BufRead) -> Outcome<String> {
    voice.say("Code:");
    let mut typed = String::new();
    input.read_line(&mut typed).map_err(|error| Failure::unreadable("standard input", error))?;
    Ok(typed.trim().to_owned())
}

fn read(file: &Path) -> Outcome<Held> {
    let text = std::fs::read_to_string(file)
        .map_err(|error| Failure::unreadable(file.display(), error))?;
    serde_json::from_str(&text)
        .map_err(|_| Failure::unreadable(file.display(), "neither a receipt nor a proof"))
}

fn read_record(file: &Path) -> Outcome<v2::Published> {
    match recount::read(file)? {
        Published::V2(published) => Ok(*published),
        Published::V1(_) => {
            Err(Failure::unreadable(file.display(), "a record of version 1 has no tree"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::{
        canonical,
        record::{proof::tests::receipt, v2::tests::secret},
    };

    fn written(folder: &Path, name: &str, text: &str) -> PathBuf {
        let file = folder.join(name);
        std::fs::write(&file, text).unwrap();
        file
    }

    fn run(line: &VerifyReceipt, typed: &str) -> (String, Outcome) {
        let mut out = Vec::new();
        let mut voice = Voice { environment: Vec::new(), out: &mut out };
        let outcome = verify_receipt(line, &mut voice, &mut typed.as_bytes());
        (String::from_utf8(out).unwrap(), outcome)
    }

    #[test]
    fn a_proof_holds_for_the_root_of_its_record_and_for_no_other() {
        let folder = tempfile::tempdir().unwrap();
        let published = v2::seal(secret()).unwrap();
        let proof = Proof::of(&published, 1).unwrap();
        let file = written(folder.path(), "proof.json", &canonical::write(&proof).unwrap());
        let line = |record_root, record, code| {
            let file = file.clone();
            VerifyReceipt { record_root, record, code, file }
        };
        let (told, outcome) = run(&line(Some(proof.root), None, true), "a\n");
        assert_eq!(outcome, Ok(()));
        assert!(told.contains("Holds: ballot 2 of 3 says for."), "{told}");
        let record = written(folder.path(), "record.json", &v2::write(&published).unwrap());
        assert_eq!(run(&line(None, Some(record), false), "").1, Ok(()));
        let wrong = run(&line(Some(proof.root), None, true), "another\n").1;
        assert_eq!(
            wrong.unwrap_err().to_string(),
            "Doesn't hold: the code isn't the one of this ballot."
        );
        let other = Digest::of(&[b"other"]);
        assert_eq!(run(&line(Some(other), None, false), "").1.unwrap_err().status(), 1);
        assert_eq!(run(&line(None, None, false), "").1.unwrap_err().status(), 2);
    }

    #[test]
    fn a_receipt_without_its_ballot_in_the_record_says_so() {
        let folder = tempfile::tempdir().unwrap();
        let published = v2::seal(secret()).unwrap();
        let record = written(folder.path(), "record.json", &v2::write(&published).unwrap());
        for (code, status) in [("a", 0), ("lost", 1)] {
            let given = receipt(1, &published.record.vote.url, code);
            let file = written(folder.path(), "receipt.json", &canonical::write(&given).unwrap());
            let line = |record| VerifyReceipt {
                record_root: None,
                record,
                code: true,
                file: file.clone(),
            };
            assert_eq!(run(&line(None), code).1, Ok(()));
            let outcome = run(&line(Some(record.clone())), code).1;
            assert_eq!(outcome.err().map_or(0, |it| it.status()), status);
        }
        let file = written(folder.path(), "other.json", "{}");
        let line = VerifyReceipt { record_root: None, record: None, code: false, file };
        assert_eq!(run(&line, "").1.unwrap_err().status(), 2);
    }
}

use std::{io::BufRead, path::PathBuf};

use super::{
    Voice,
    failure::{Failure, Outcome},
    recount,
    verify_receipt::ask,
};
use crate::{
    rules::{
        endorsement::Purpose,
        record::{Published, v2},
        signing_code::SigningCode,
    },
    signet::SigningKey,
};

/// Sign the record of a vote as its teller, on your own computer.
///
/// Recounts the record first, and signs nothing when something differs. Asks for the signing code on
/// standard input and prints the signature, which you hand in on the page of the vote: so no server
/// ever gets your code. The exit status is 0 when it is signed, 1 when something differs, 2 when the
/// file is no record or the code is mistyped.
#[derive(Debug, clap::Args)]
pub struct Sign {
    /// The record, as it stands below the result page.
    file: PathBuf,
}

/// Recounts a record and signs it.
///
/// # Errors
/// The file is no record, something in it differs, or the code can't be read.
pub fn sign(sign: &Sign, voice: &mut Voice<'_>, input: &mut dyn BufRead) -> Outcome {
    let name = sign.file.display();
    let Published::V2(published) = recount::read(&sign.file)? else {
        return Err(Failure::unreadable(name, "a record of version 1 can't be signed"));
    };
    let differing = v2::recount(&published).iter().filter(|it| it.differs.is_some()).count();
    if differing > 0 {
        let why = format!("not signed: {differing} checks don't hold; see `recount`");
        return Err(Failure::not_done(name, why));
    }
    let about = published.about();
    voice.say(&format!("Vote {} of {}: {}", about.number, about.neighbourhood, about.question));
    voice.say(&format!("{} ballots, {}", about.ballots, about.outcome));
    let code = SigningCode::read(&ask(voice, input)?)
        .map_err(|refusal| Failure::unreadable("the signing code", refusal))?;
    let key = SigningKey::of_code(&code)?;
    let signed = key.sign(Purpose::Teller, &published.hash)?;
    voice.say(&format!("Key:       {}", signed.key));
    voice.say(&format!("Signature: {}", signed.signature));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::{
        ballot::Choice,
        endorsement::Endorsement,
        record::v2::{TellerSignature, tests::record},
    };

    fn run(published: &v2::Published, typed: &str) -> (String, Outcome) {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("record.json");
        std::fs::write(&file, v2::write(published).unwrap()).unwrap();
        let mut out = Vec::new();
        let mut voice = Voice { environment: Vec::new(), out: &mut out };
        let outcome = sign(&Sign { file }, &mut voice, &mut typed.as_bytes());
        (String::from_utf8(out).unwrap(), outcome)
    }

    #[test]
    fn what_is_printed_is_a_signature_over_this_record() {
        let code = SigningCode::from_chance([3; 27]);
        let published = v2::seal(record()).unwrap();
        let (told, outcome) = run(&published, &code.printed());
        assert_eq!(outcome, Ok(()));
        let line = |begin: &str| {
            let found = told.lines().find_map(|line| line.strip_prefix(begin));
            found.unwrap().trim().to_owned()
        };
        let (key, signature) = (line("Key:").parse().unwrap(), line("Signature:").parse().unwrap());
        let name = "Tess".to_owned();
        assert!(TellerSignature { name, key, signature }.covers(&published.hash));
        assert!(!Endorsement { key, signature }.covers(Purpose::Record, &published.hash));
    }

    #[test]
    fn a_record_that_differs_is_not_signed_nor_with_a_mistyped_code() {
        let mut published = v2::seal(record()).unwrap();
        assert_eq!(run(&published, "K7QX").1.unwrap_err().status(), 2);
        published.record.ballots[0].mark = Choice::Against.into();
        let code = SigningCode::from_chance([3; 27]);
        let (told, outcome) = run(&published, &code.printed());
        assert_eq!(outcome.unwrap_err().status(), 1);
        assert!(!told.contains("Signature"), "{told}");
    }
}
